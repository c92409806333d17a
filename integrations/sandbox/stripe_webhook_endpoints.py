"""Webhook endpoints of the sandbox's Stripe: kept and shown; nothing is sent to them."""

from __future__ import annotations

from urllib.parse import urlsplit

from integrations.sandbox.stripe_books import StripeBooks
from integrations.sandbox.stripe_contract import Call, Json
from integrations.sandbox.stripe_endpoints import invalid, merged_metadata, only, wanted
from integrations.sandbox.stripe_store import timestamp


def create_webhook_endpoint(books: StripeBooks, call: Call) -> Json:
    only(call, "url", "enabled_events", "api_version", "description", "metadata")
    params = call.params
    made = books.make(
        "webhook_endpoint",
        url=_checked(params.get("url", "")),
        enabled_events=params["enabled_events"],
        api_version=params.get("api_version"),
        description=params.get("description"),
        metadata=params.get("metadata") or {},
        created=timestamp(books.world.now()),
        livemode=False,
        status="enabled",
        application=None,
    )
    # Told once, in this answer, and never again.
    return {**books.shown(made), "secret": f"whsec_{books.token('webhook secret', 32)}"}


def update_webhook_endpoint(books: StripeBooks, call: Call) -> Json:
    only(call, "url", "enabled_events", "disabled", "description", "metadata")
    endpoint = wanted(books, call.ids["webhook_endpoint"], "webhook_endpoint")
    params = call.params
    changed: Json = {name: params[name] for name in ("enabled_events", "description") if name in params}
    if "url" in params:
        changed["url"] = _checked(params["url"])
    if "disabled" in params:
        changed["status"] = "disabled" if params["disabled"] else "enabled"
    if "metadata" in params:
        changed["metadata"] = merged_metadata(endpoint["metadata"], params["metadata"])
    books.change(endpoint, **changed)
    return books.shown(endpoint)


def _checked(url: str) -> str:
    # Stripe wants TLS for live endpoints only, and never this machine.
    if urlsplit(url).scheme not in {"http", "https"} or urlsplit(url).hostname in {
        None,
        "localhost",
        "127.0.0.1",
    }:
        raise invalid("Invalid URL: URL must be publicly accessible.", param="url", code="url_invalid")
    return url
