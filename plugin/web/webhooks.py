"""Hints from the vendors: signature over the raw body, stored before the answer, answered at once.

Plain Flask, because the signature is over the raw bytes. Losing a delivery costs time, never work:
see jobs/reconcile.py.
"""

from __future__ import annotations

import hashlib
import json

from flask import Blueprint, Response, request

from plugin.jobs.deliveries import Unreadable, customer_of, issue_change, read_object, ticket_change
from plugin.web.error_answers import problem
from plugin.web.parts import Parts
from plugin.web.who_is_asking import github_signed, stripe_signed, zendesk_signed


def blueprint(parts: Parts) -> Blueprint:
    webhooks = Blueprint("webhooks", __name__)

    @webhooks.post("/webhooks/zendesk")
    def zendesk() -> Response:
        if not parts.settings.zendesk_webhook_secrets:
            return problem(404, "Not set up", "ZENDESK_WEBHOOK_SECRET is not set.")
        raw = request.get_data()
        zendesk_signed(
            raw,
            request.headers.get("X-Zendesk-Webhook-Signature-Timestamp", ""),
            request.headers.get("X-Zendesk-Webhook-Signature", ""),
            parts.settings.zendesk_webhook_secrets,
            parts.clock(),
        )
        body = read_object(raw)
        # Event subscriptions sign their own id; a trigger's body has none, so body and time stand for it.
        timestamp = request.headers["X-Zendesk-Webhook-Signature-Timestamp"].encode()
        delivery = str(body.get("id") or hashlib.sha256(timestamp + raw).hexdigest())[:200]
        parts.news.take("zendesk", delivery, ticket_change(body).as_json())
        return Response(status=200)

    @webhooks.post("/webhooks/stripe")
    def stripe() -> Response:
        if not parts.settings.stripe_webhook_secrets:
            return problem(404, "Not set up", "STRIPE_WEBHOOK_SECRET is not set.")
        raw = request.get_data()
        stripe_signed(
            raw,
            request.headers.get("Stripe-Signature", ""),
            parts.settings.stripe_webhook_secrets,
            parts.clock(),
        )
        event = read_object(raw)
        event_id = event.get("id")
        if not isinstance(event_id, str) or not event_id:
            raise Unreadable("The event has no id.")
        if bool(event.get("livemode")) != parts.settings.live:
            raise Unreadable("The event is of the other mode (test or live) than our key.")
        # Only whose data changed is kept: the payload is personal data we read from Stripe anyway.
        kept = json.dumps({"type": str(event.get("type")), "customer": customer_of(event)})
        parts.news.take("stripe", event_id[:200], kept)
        return Response(status=200)

    @webhooks.post("/webhooks/github")
    def github() -> Response:
        if not parts.settings.github_webhook_secrets:
            return problem(404, "Not set up", "GITHUB_WEBHOOK_SECRET is not set.")
        raw = request.get_data()
        github_signed(
            raw, request.headers.get("X-Hub-Signature-256", ""), parts.settings.github_webhook_secrets
        )
        delivery = request.headers.get("X-GitHub-Delivery", "")
        if not delivery:
            raise Unreadable("The delivery has no id.")
        # Which issue is all that is kept: what became of it is read from GitHub anyway.
        if change := issue_change(request.headers.get("X-GitHub-Event", ""), read_object(raw)):
            parts.news.take("github", delivery[:200], json.dumps(change))
        return Response(status=200)

    @webhooks.errorhandler(Unreadable)
    def unreadable(error: Unreadable) -> Response:
        return problem(400, "Unreadable delivery", str(error))

    return webhooks
