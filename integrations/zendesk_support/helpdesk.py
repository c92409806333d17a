"""The helpdesk role, played by Zendesk through zenpy.

zenpy's traps are kept outside: no cache (it never expires), no repeated writes, no sharing between
threads, no attribute that fetches something in secret (only plain dictionaries leave this module).
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from requests.auth import AuthBase

from integrations.errors import NotFound, VendorRefused, VendorUnavailable
from integrations.records import Agent, Ticket, TicketChanges, TicketRef, WrittenNote
from integrations.zendesk_support import translate
from integrations.zendesk_support.session import VENDOR, AccountSession, account_origin


@contextmanager
def _without(variable: str) -> Iterator[None]:
    kept = os.environ.pop(variable, None)
    try:
        yield
    finally:
        if kept is not None:
            os.environ[variable] = kept


with _without("DEBUG_LOG"):  # with it zenpy turns the whole process to DEBUG, and logs bodies of tickets
    from zenpy import Zenpy
    from zenpy.lib.api_objects import Comment as ZenpyComment
    from zenpy.lib.api_objects import Ticket as ZenpyTicket
    from zenpy.lib.exception import ZenpyException

logging.getLogger("zenpy").setLevel(logging.WARNING)

LONGEST_NOTE = 64 * 1024
"""Bytes. Zendesk cuts longer comments without a word, and with the end our marker could be lost."""

_PAGE = 100
_FRESHEST_START = timedelta(seconds=61)
"""The incremental export refuses to start within the last minute."""

First = TypeVar("First")
Second = TypeVar("Second")


class ZendeskHelpdesk:
    """Tickets of one Zendesk account. May be used from any number of threads."""

    def __init__(
        self,
        subdomain: str,
        auth: AuthBase,
        *,
        base_url: str | None = None,
        timeout: tuple[float, float] = (3.05, 10),
    ) -> None:
        self._origin = account_origin(subdomain)
        self._subdomain, self._auth, self._base_url, self._timeout = subdomain, auth, base_url, timeout
        self._of_thread = threading.local()
        self._pool = ThreadPoolExecutor(max_workers=8, thread_name_prefix="zendesk")

    # ------------------------------------------------------------------ reading
    def ticket(self, ticket_id: int) -> Ticket:
        """Two rounds of calls: ticket and comments, then the people the ticket names."""
        ticket, comments = self._side_by_side(
            lambda: self._one_ticket(ticket_id), lambda: self._comments(ticket_id)
        )
        if ticket.get("status") == "deleted":
            raise NotFound(VENDOR, "This ticket was deleted in Zendesk.")
        people, identities = self._side_by_side(
            lambda: self._people(translate.people_ids(ticket)),
            lambda: self._identities(ticket.get("requester_id")),
        )
        return translate.ticket_record(ticket, comments, people, identities)

    def colleagues(self, organization_id: int) -> tuple[str, ...]:
        """https://developer.zendesk.com/api-reference/ticketing/users/users/#list-users, of one organisation; one page."""
        try:
            answer = self._session.get(
                f"{self._origin}/api/v2/organizations/{int(organization_id)}/users.json",
                params={"per_page": 20},
            ).json()
        except NotFound:
            return ()
        except ValueError:
            raise VendorUnavailable(
                VENDOR, "Zendesk did not answer with the members of an organisation."
            ) from None
        users = answer.get("users") if isinstance(answer, dict) else None
        emails = (user.get("email") for user in users or () if isinstance(user, dict))
        return tuple(dict.fromkeys(email for email in emails if isinstance(email, str) and email))[:20]

    def open_tickets(self) -> Iterator[TicketRef]:
        """Through the search export: unlike the search it has no limit of 1000, unlike the list it knows the status.

        It lags behind by up to some minutes, and may name a ticket twice; `changes` covers the newest.
        """
        seen: set[int] = set()
        with _understood():
            found = self._zenpy.search_export(
                type="ticket", status_less_than="solved", cursor_pagination=_PAGE
            )
            for item in found:
                ref = translate.ticket_ref(item.to_dict())
                if ref.open and ref.id not in seen:
                    seen.add(ref.id)
                    yield ref

    def changes(self, cursor: str | None, since: datetime) -> TicketChanges:
        if cursor:
            try:
                return self._changes_page(cursor=cursor)
            except VendorRefused as refused:
                if refused.permission:
                    raise
                # Zendesk no longer knows the cursor: begin again from the time
        latest = datetime.now(UTC) - _FRESHEST_START
        return self._changes_page(start_time=max(0, int(min(since, latest).timestamp())))

    def agent(self, agent_id: int) -> Agent:
        user, memberships = self._side_by_side(
            lambda: self._one_user(agent_id), lambda: self._memberships(agent_id)
        )
        if user.get("active") is False:
            raise NotFound(VENDOR, "This agent was deleted in Zendesk.")
        return translate.agent_record(user, memberships)

    def find_note(self, ticket_id: int, marker: str) -> WrittenNote | None:
        if not marker:
            raise ValueError("An empty marker would match every note.")
        return translate.note_in(self._comments(ticket_id), ticket_id, marker)

    def app_public_key(self, app_name: str) -> str:
        """https://developer.zendesk.com/api-reference/ticketing/apps/apps/#list-owned-apps, then the app's key."""
        app_id = self._owned_app(app_name)
        response = self._session.get(f"{self._origin}/api/v2/apps/{app_id}/public_key.pem")
        pem = response.text.strip()
        if not pem.startswith("-----BEGIN PUBLIC KEY-----"):
            raise VendorUnavailable(VENDOR, "Zendesk did not answer with the public key of the app.")
        return pem + "\n"

    def _owned_app(self, name: str) -> int:
        """Only an admin can upload a private app, so a name among the account's own apps is proof enough."""
        try:
            apps = self._session.get(f"{self._origin}/api/v2/apps/owned.json").json().get("apps") or []
        except (ValueError, AttributeError):
            raise VendorUnavailable(VENDOR, "Zendesk did not answer with the list of apps.") from None
        ids = [
            int(app["id"])
            for app in apps
            if isinstance(app, dict) and app.get("name") == name and app.get("id")
        ]
        if len(ids) != 1:
            how_many = "no private app" if not ids else "several private apps"
            raise NotFound(
                VENDOR, f"Zendesk has {how_many} named {name}: upload the sidebar's package exactly once."
            )
        return ids[0]

    # ------------------------------------------------------------------ writing
    def write_note(self, ticket_id: int, text: str, tags: Sequence[str]) -> WrittenNote:
        if "{{" in text or "{%" in text:
            raise ValueError("The note holds a placeholder that Zendesk would expand.")
        if len(text.encode()) > LONGEST_NOTE:
            raise ValueError("The note is longer than what Zendesk keeps.")
        _require_existing(ticket_id, "ticket")
        comment = ZenpyComment(body=text, public=False)  # type: ignore[no-untyped-call]
        added = {"additional_tags": list(tags)} if tags else {}
        change = ZenpyTicket(id=ticket_id, comment=comment, **added)  # type: ignore[no-untyped-call]
        with _understood(" Whether the note was written is not known."):
            answer = self._zenpy.tickets.update(change)
            return translate.note_of_audit(answer.audit.to_dict(), ticket_id)

    # ------------------------------------------------------------------ single calls
    def _one_ticket(self, ticket_id: int) -> dict[str, Any]:
        _require_existing(ticket_id, "ticket")
        with _understood():
            return _dict_of(self._zenpy.tickets(id=ticket_id))

    def _comments(self, ticket_id: int) -> list[dict[str, Any]]:
        _require_existing(ticket_id, "ticket")
        with _understood():
            return [_dict_of(comment) for comment in self._zenpy.tickets.comments(ticket_id)]

    def _one_user(self, user_id: int) -> dict[str, Any]:
        _require_existing(user_id, "person")
        with _understood():
            return _dict_of(self._zenpy.users(id=user_id))

    def _people(self, ids: Sequence[int]) -> list[dict[str, Any]]:
        if len(ids) == 1:
            try:
                return [self._one_user(ids[0])]
            except NotFound:
                return []  # the requester was deleted; the ticket stays
        with _understood():
            return [
                _dict_of(user)
                for start in range(0, len(ids), _PAGE)
                for user in self._zenpy.users(ids=ids[start : start + _PAGE])
            ]

    def _identities(self, user_id: int | None) -> list[dict[str, Any]]:
        if not user_id:
            return []
        try:
            with _understood():
                return [_dict_of(identity) for identity in self._zenpy.users.identities(user_id)]
        except NotFound:
            return []  # the requester was deleted; the ticket stays

    def _memberships(self, user_id: int) -> list[dict[str, Any]]:
        _require_existing(user_id, "person")
        with _understood():
            return [_dict_of(membership) for membership in self._zenpy.users.group_memberships(user_id)]

    def _changes_page(self, **start: Any) -> TicketChanges:
        with _understood():
            page = self._zenpy.tickets.incremental(**start)
            return TicketChanges(
                tickets=tuple(translate.ticket_ref(_dict_of(ticket)) for ticket in page.values or ()),
                cursor=page.after_cursor or start.get("cursor") or "",
                complete=bool(page.end_of_stream),
            )

    # ------------------------------------------------------------------ one client per thread
    @property
    def _zenpy(self) -> Any:
        client = getattr(self._of_thread, "zenpy", None)
        if client is None:
            client = self._of_thread.zenpy = Zenpy(  # type: ignore[no-untyped-call]
                subdomain=self._subdomain, session=self._session, timeout=self._timeout, disable_cache=True
            )
        return client

    @property
    def _session(self) -> AccountSession:
        session: AccountSession | None = getattr(self._of_thread, "session", None)
        if session is None:
            session = self._of_thread.session = AccountSession(
                self._subdomain, self._auth, base_url=self._base_url, timeout=self._timeout
            )
        return session

    def _side_by_side(self, first: Callable[[], First], second: Callable[[], Second]) -> tuple[First, Second]:
        ahead = self._pool.submit(second)
        try:
            return first(), ahead.result()
        finally:
            ahead.cancel()


def _dict_of(thing: Any) -> dict[str, Any]:
    """The plain JSON of a zenpy object; reading its attributes could fetch things."""
    plain: dict[str, Any] = thing.to_dict()
    return plain


def _require_existing(number: int, what: str) -> None:
    # zenpy takes 0 for "no id" and would list everything instead
    if number <= 0:
        raise NotFound(VENDOR, f"This {what} does not exist in Zendesk.")


@contextmanager
def _understood(aftermath: str = "") -> Iterator[None]:
    """zenpy falls over unexpected answers in many ways; to the caller they are all the same."""
    try:
        yield
    except (ZenpyException, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise VendorUnavailable(
            VENDOR, "Zendesk answered something that Tillside does not understand." + aftermath
        ) from error
