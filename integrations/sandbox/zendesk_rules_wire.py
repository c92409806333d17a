"""Webhooks and triggers of the sandbox's Zendesk on the wire, with the checks of Zendesk that we could break."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from flask import Response, request

from integrations.sandbox.zendesk_json import Json, ZendeskRefusal, json_body, not_found
from integrations.sandbox.zendesk_rules import AccountRules

Api = Callable[[str, str, str], Callable[[Callable[..., Any]], Callable[..., Any]]]
"""Method, path below /api/v2, needed scope."""

_FORMATS = {"json", "xml", "form_encoded"}
_FIELDS = {"status", "update_type", "comment_is_public", "requester_id", "current_tags", "via_id"}


def add_rules(api: Api, rules: AccountRules) -> None:
    # -------------------------------------------------- webhooks
    @api("GET", "webhooks", "webhooks:read")
    def list_webhooks() -> Json:
        part = request.args.get("filter[name_contains]", "").lower()
        found = [webhook for webhook in rules.webhooks.values() if part in webhook["name"].lower()]
        return {"webhooks": found, "meta": {"has_more": False}, "links": {}}

    @api("POST", "webhooks", "webhooks:write")
    def create_webhook() -> tuple[Json, int]:
        return {"webhook": rules.add_webhook(_checked_webhook(json_body().get("webhook")))}, 201

    @api("PUT", "webhooks/<webhook_id>", "webhooks:write")
    def update_webhook(webhook_id: str) -> Response:
        if webhook_id not in rules.webhooks:
            raise not_found()
        rules.webhooks[webhook_id] = {**_checked_webhook(json_body().get("webhook")), "id": webhook_id}
        return Response(status=204)

    @api("GET", "webhooks/<webhook_id>/signing_secret", "webhooks:read")
    def show_signing_secret(webhook_id: str) -> Json:
        if webhook_id not in rules.webhooks:
            raise not_found()
        return {"signing_secret": {"algorithm": "SHA256", "secret": rules.signing_secrets[webhook_id]}}

    # -------------------------------------------------- triggers
    @api("GET", "triggers/search", "triggers:read")
    def search_triggers() -> Json:
        asked = request.args.get("query", "").lower()
        found = [trigger for trigger in rules.triggers.values() if asked in trigger["title"].lower()]
        return {"triggers": found, "count": len(found), "next_page": None, "previous_page": None}

    @api("POST", "triggers", "triggers:write")
    def create_trigger() -> tuple[Json, int]:
        return {"trigger": rules.add_trigger(_checked_trigger(rules, json_body().get("trigger")))}, 201

    @api("PUT", "triggers/<int:trigger_id>", "triggers:write")
    def update_trigger(trigger_id: int) -> Json:
        if trigger_id not in rules.triggers:
            raise not_found()
        changed = {**rules.triggers[trigger_id], **_checked_trigger(rules, json_body().get("trigger"))}
        rules.triggers[trigger_id] = changed
        return {"trigger": changed}


def _refused(what: str) -> ZendeskRefusal:
    return ZendeskRefusal(422, "RecordInvalid", "Record validation errors", details={"base": what})


def _checked_webhook(asked: Any) -> dict[str, Any]:
    if not isinstance(asked, dict) or not asked.get("name") or not asked.get("endpoint"):
        raise _refused("A webhook needs a name and an endpoint")
    address = urlsplit(str(asked["endpoint"]))
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise _refused("endpoint is not an address")
    if asked.get("http_method") not in {"GET", "POST", "PUT", "PATCH", "DELETE"}:
        raise _refused("http_method is not valid")
    if asked.get("request_format") not in _FORMATS or asked.get("status") not in {"active", "inactive"}:
        raise _refused("request_format or status is not valid")
    subscriptions = asked.get("subscriptions")
    # A webhook is called by triggers or by events, never by both.
    if (
        isinstance(subscriptions, list)
        and len(subscriptions) > 1
        and "conditional_ticket_events" in subscriptions
    ):
        raise _refused("subscriptions mix triggers and events")
    return dict(asked)


def _checked_trigger(rules: AccountRules, asked: Any) -> dict[str, Any]:
    if not isinstance(asked, dict) or not asked.get("title") or not asked.get("actions"):
        raise _refused("A trigger needs a title and an action")
    conditions = asked.get("conditions") or {}
    for condition in [*conditions.get("all", []), *conditions.get("any", [])]:
        if condition.get("field") not in _FIELDS or not condition.get("operator"):
            raise _refused(f"The condition {condition.get('field')} is not valid")
    for action in asked["actions"]:
        if action.get("field") == "notification_webhook" and action["value"][0] not in rules.webhooks:
            raise _refused("The action names a webhook that does not exist")
    return dict(asked)
