"""Event-subscription webhooks as the sandbox's Zendesk sends them: signed, best effort, from a thread of its own."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import queue
import threading
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

import requests

from integrations.sandbox.zendesk_books import TicketEvent, ZendeskBooks
from integrations.sandbox.zendesk_json import Json, iso

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Delivery:
    body: bytes
    tries_left: int = 3


class WebhookSender:
    """Posts signed event-subscription webhooks from a thread of its own: best effort, as Zendesk promises."""

    timeout = 12.0

    def __init__(self, books: ZendeskBooks, url: str) -> None:
        self._books = books
        self._url = url
        self._waiting: queue.SimpleQueue[_Delivery | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._send_all, name="sandbox-webhooks", daemon=True)

    def start(self) -> None:
        self._books.listeners.append(self._enqueue)
        self._thread.start()

    def stop(self) -> None:
        self._books.listeners.remove(self._enqueue)
        self._waiting.put(None)
        self._thread.join(timeout=1)

    def _enqueue(self, event: TicketEvent) -> None:
        # Written down now, under the world's lock: the ticket may change before the thread gets to it.
        self._waiting.put(_Delivery(json.dumps(webhook_payload(self._books, event)).encode()))

    def _send_all(self) -> None:
        while delivery := self._waiting.get():
            try:
                answer = requests.post(
                    self._url,
                    data=delivery.body,
                    headers=webhook_headers(self._books, delivery.body),
                    timeout=self.timeout,
                )
            except requests.RequestException as problem:
                _log.warning("webhook not delivered: %s", type(problem).__name__)
                continue
            if answer.status_code == 409 and delivery.tries_left > 1:  # the receiver asks for a repetition
                time.sleep(0.2)
                self._waiting.put(_Delivery(delivery.body, delivery.tries_left - 1))


def webhook_headers(books: ZendeskBooks, body: bytes) -> dict[str, str]:
    timestamp = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    signed = hmac.new(books.webhook_secret.encode(), timestamp.encode() + body, hashlib.sha256).digest()
    return {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Zendesk Webhook",
        "X-Zendesk-Account-Id": str(books.account_id),
        "X-Zendesk-Webhook-Id": books.webhook_id,
        "X-Zendesk-Webhook-Invocation-Id": uuid.uuid4().hex,
        "X-Zendesk-Webhook-Signature-Timestamp": timestamp,
        "X-Zendesk-Webhook-Signature": base64.b64encode(signed).decode(),
    }


def webhook_payload(books: ZendeskBooks, event: TicketEvent) -> Json:
    ticket, comment = event.ticket, event.comment
    author = books.users[comment.author_id]
    told: Json = {
        "meta": {"version": "1.0", "occurred_at": iso(event.happened_at), "ref": str(comment.audit_id)}
    }
    if event.kind == "ticket.comment_added":
        told["comment"] = {
            "id": str(comment.id),
            "body": comment.body,
            "is_public": comment.public,
            "author": {"id": str(author.id), "is_staff": author.is_staff, "name": author.name},
        }
    return {
        "type": f"zen:event-type:{event.kind}",
        "account_id": books.account_id,
        "id": str(uuid.uuid4()),
        "time": iso(event.happened_at),
        "zendesk_event_version": "2022-11-06",
        "subject": f"zen:ticket:{ticket.id}",
        "detail": {
            "id": str(ticket.id),
            "status": ticket.status.upper(),
            "subject": ticket.subject,
            "description": ticket.comments[0].body,
            "requester_id": str(ticket.requester_id),
            "submitter_id": str(ticket.submitter_id),
            "created_at": iso(ticket.created_at),
            "updated_at": iso(ticket.updated_at),
            "tags": ticket.tags,
            "via": {"channel": ticket.channel},
        },
        "event": told,
    }
