"""Tillside's place in a Zendesk account: what it is allowed, its app, and the webhook and trigger that call it.

zenpy knows neither apps nor the state we compare, so this speaks to the REST API itself:
https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/
https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable
from integrations.probes import Probed, seconds_ahead
from integrations.zendesk_support.oauth import DEFAULT_SCOPE, ClientCredentials
from integrations.zendesk_support.session import VENDOR, AccountSession, account_origin

CONNECTING_SCOPE = "read webhooks:write triggers:write"
"""Asked for by `tillside connect` alone: the service itself never changes a webhook or a trigger."""

NOBODY = 9_007_199_254_740_991
"""No ticket and no person has this number; it still fits a JSON number."""

TRIGGER_EVENTS = "conditional_ticket_events"
BODY = '{"ticket_id": "{{ticket.id}}"}'
"""Only the number travels: everything else is read from Zendesk, where it is current."""

_CONDITIONS: Mapping[str, Any] = {
    "all": [{"field": "status", "operator": "less_than", "value": "closed"}],
    # Internal notes do not call us, ours among them: a note of ours must not wake us.
    "any": [
        {"field": "update_type", "operator": "is", "value": "Create"},
        {"field": "comment_is_public", "operator": "is", "value": "true"},
        {"field": "status", "operator": "changed", "value": None},
        {"field": "requester_id", "operator": "changed", "value": None},
    ],
}

Done = Literal["created", "repaired", "kept"]
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Webhook:
    id: str
    address: str
    active: bool


@dataclass(frozen=True, slots=True)
class InstalledApp:
    """An installation of our private app: whether agents see it, and where it loads its page from."""

    enabled: bool
    backend_url: str | None


class ZendeskInstallation:
    """Of one account. One thread at a time."""

    def __init__(
        self,
        subdomain: str,
        client_id: str,
        client_secret: str,
        *,
        scope: str = DEFAULT_SCOPE,
        base_url: str | None = None,
        timeout: tuple[float, float] = (3.05, 10),
    ) -> None:
        sign_in = ClientCredentials(subdomain, client_id, client_secret, scope, base_url=base_url)
        self._api = f"{account_origin(subdomain)}/api/v2"
        self._session = AccountSession(subdomain, sign_in, base_url=base_url, timeout=timeout)

    # ------------------------------------------------------------------ what we are allowed
    def role(self) -> str:
        """Of the user Tillside acts as: "admin", "agent", ... Raises VendorError when it cannot sign in."""
        return str(self._one("users/me.json", "user").get("role"))

    def our_lead(self, now: Callable[[], datetime]) -> float | None:
        """Seconds our clock is ahead of Zendesk's."""
        answer = self._session.get(f"{self._api}/users/me.json")
        return seconds_ahead(answer.headers.get("Date"), now())

    def may_read_tickets(self) -> Probed:
        return self._probe("tickets:read", f"tickets/{NOBODY}.json")

    def may_read_people(self) -> Probed:
        return self._probe("users:read", f"users/{NOBODY}/identities.json")

    def may_search(self) -> Probed:
        query = "search/export.json?query=status<solved&filter[type]=ticket&page[size]=1"
        return self._probe("read", query)

    def may_follow_changes(self) -> Probed:
        """One of the ten exports a minute that Zendesk allows."""
        since = int((datetime.now(UTC) - timedelta(minutes=2)).timestamp())
        return self._probe("tickets:read", f"incremental/tickets/cursor.json?start_time={since}&per_page=1")

    def may_see_webhooks(self) -> Probed:
        return self._probe("webhooks:read", "webhooks")

    def _probe(self, scope: str, path: str) -> Probed:
        try:
            self._session.get(f"{self._api}/{path}")
        except NotFound:
            return Probed(scope, True)
        except VendorRefused as refused:
            if refused.permission is None:
                return Probed(scope, None, refused.sentence)
            return Probed(scope, False, refused.sentence, refused.permission)
        except VendorError as error:
            return Probed(scope, None, error.sentence)
        return Probed(scope, True)

    # ------------------------------------------------------------------ the app
    def installed_app(self, name: str) -> InstalledApp | None:
        """None while the app is uploaded and not installed, or not even uploaded."""
        ours = {app.get("id") for app in self._many("apps/owned.json", "apps") if app.get("name") == name}
        for one in self._many("apps/installations.json", "installations"):
            if one.get("app_id") in ours:
                settings = one.get("settings")
                address = settings.get("backend_url") if isinstance(settings, dict) else None
                return InstalledApp(bool(one.get("enabled")), address)
        return None

    # ------------------------------------------------------------------ the webhook
    def webhook(self, name: str) -> Webhook | None:
        found = self._webhook(name)
        if found is None:
            return None
        return Webhook(str(found["id"]), str(found.get("endpoint")), found.get("status") == "active")

    def signing_secret(self, webhook_id: str) -> str:
        secret = self._one(f"webhooks/{webhook_id}/signing_secret", "signing_secret").get("secret")
        if not isinstance(secret, str) or not secret:
            raise VendorUnavailable(VENDOR, "Zendesk did not answer with the webhook's signing secret.")
        return secret

    def set_webhook(self, name: str, address: str) -> tuple[str, Done]:
        """Its id. An existing one keeps its signing secret."""
        wanted = {
            "name": name,
            "endpoint": address,
            "http_method": "POST",
            "request_format": "json",
            "status": "active",
            "subscriptions": [TRIGGER_EVENTS],
        }
        found = self._webhook(name)
        if found is None:
            made = self._sent("POST", "webhooks", {"webhook": wanted}, "webhook")
            return str(made["id"]), "created"
        if _already(found, wanted):
            return str(found["id"]), "kept"
        # PUT, with everything in it: a PATCH keeps what somebody broke.
        self._session.put(f"{self._api}/webhooks/{found['id']}", json={"webhook": wanted})
        return str(found["id"]), "repaired"

    def _webhook(self, name: str) -> dict[str, Any] | None:
        return _only(
            name, self._many(f"webhooks?filter[name_contains]={name}", "webhooks"), "name", "webhooks"
        )

    # ------------------------------------------------------------------ the trigger
    def has_trigger(self, title: str, webhook_id: str) -> bool:
        found = self._trigger(title)
        return found is not None and _already(found, _trigger(title, webhook_id))

    def set_trigger(self, title: str, webhook_id: str) -> Done:
        wanted, found = _trigger(title, webhook_id), self._trigger(title)
        if found is None:
            self._sent("POST", "triggers.json", {"trigger": wanted}, "trigger")
            return "created"
        if _already(found, wanted):
            return "kept"
        self._sent("PUT", f"triggers/{found['id']}.json", {"trigger": wanted}, "trigger")
        return "repaired"

    def _trigger(self, title: str) -> dict[str, Any] | None:
        found = self._many(f"triggers/search.json?query={title}", "triggers")
        return _only(title, found, "title", "triggers")

    # ------------------------------------------------------------------ single calls
    def _one(self, path: str, name: str) -> dict[str, Any]:
        return _object(self._session.get(f"{self._api}/{path}").json(), name)

    def _many(self, path: str, name: str) -> list[dict[str, Any]]:
        rows = self._session.get(f"{self._api}/{path}").json().get(name)
        if not isinstance(rows, list):
            raise VendorUnavailable(VENDOR, f"Zendesk did not answer with its {name}.")
        return [row for row in rows if isinstance(row, dict)]

    def _sent(self, method: str, path: str, body: Json, name: str) -> dict[str, Any]:
        return _object(self._session.request(method, f"{self._api}/{path}", json=body).json(), name)


def _trigger(title: str, webhook_id: str) -> dict[str, Any]:
    return {
        "title": title,
        "active": True,
        "description": "Tells Tillside that a ticket is new or has changed.",
        "conditions": _CONDITIONS,
        "actions": [{"field": "notification_webhook", "value": [webhook_id, BODY]}],
    }


def _object(answer: Any, name: str) -> dict[str, Any]:
    found = answer.get(name) if isinstance(answer, dict) else None
    if not isinstance(found, dict):
        raise VendorUnavailable(VENDOR, f"Zendesk did not answer with the {name.replace('_', ' ')}.")
    return found


def _only(wanted: str, rows: list[dict[str, Any]], key: str, what: str) -> dict[str, Any] | None:
    """Two of one name would both call us; which to repair only a person knows."""
    named = [row for row in rows if row.get(key) == wanted]
    if len(named) > 1:
        raise VendorRefused(
            VENDOR, f'Zendesk has {len(named)} {what} named "{wanted}": delete all but one in Admin Center.'
        )
    return named[0] if named else None


def _already(found: Any, wanted: Any) -> bool:
    """Whether all that we want is so; Zendesk adds fields of its own, and writes numbers as words."""
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(_already(found.get(k), v) for k, v in wanted.items())
    if isinstance(wanted, list):
        return (
            isinstance(found, list)
            and len(found) == len(wanted)
            and all(_already(f, w) for f, w in zip(found, wanted, strict=True))
        )
    return (found or None) == (wanted or None) or str(found) == str(wanted)
