"""The helpdesk role against the sandbox's Zendesk: the real zenpy, over loopback HTTP."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
from requests.auth import AuthBase

from integrations.errors import NotFound, VendorRefused, VendorUnavailable
from integrations.sandbox.faults import Fault
from integrations.sandbox.world import World
from integrations.zendesk_support import translate
from integrations.zendesk_support.helpdesk import ZendeskHelpdesk
from integrations.zendesk_support.session import AccountSession

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class FixedToken(AuthBase):
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = "Bearer some-token"
        return request


@pytest.fixture
def dana(world: World) -> int:
    return world.zendesk.person(
        "Dana",
        "Dana@example.com",
        more_emails=[("dana@work.example", False), ("d@home.example", True)],
        locale="pt-BR",
        external_id="acct-9",
    )


@pytest.fixture
def ticket_id(world: World, dana: int) -> int:
    return world.zendesk.ticket(dana, "Charged twice", "Why?", tags=["billing"])


# ------------------------------------------------------------------ reading a ticket
def test_a_ticket_as_a_whole(world: World, helpdesk: ZendeskHelpdesk, dana: int) -> None:
    ticket_id = world.zendesk.ticket(
        dana,
        "Charged twice",
        "Why?",
        tags=["billing"],
        flags=[2, 14],
        trusted=False,
        ccs=["boss@example.com"],
    )
    world.zendesk.reply(ticket_id, world.zendesk.agent_ids[0], "Looking", public=False)

    ticket = helpdesk.ticket(ticket_id)

    assert (ticket.subject, ticket.status, ticket.channel, ticket.tags) == (
        "Charged twice",
        "open",
        "email",
        ("billing",),
    )
    assert ticket.cc_emails == ("boss@example.com",)
    assert [(c.body, c.public, c.trusted, c.flags) for c in ticket.comments] == [
        ("Why?", True, False, (2, 14)),
        ("Looking", False, True, ()),
    ]
    assert ticket.requester is not None
    assert (ticket.requester.locale, ticket.requester.external_id) == ("pt-BR", "acct-9")
    assert [(e.address, e.verified, e.primary) for e in ticket.requester.emails] == [
        ("dana@example.com", True, True),
        ("dana@work.example", False, False),
        ("d@home.example", True, False),
    ]
    assert ticket.customer_text() == "Charged twice\n\nWhy?"


def test_four_calls_and_none_in_secret(
    helpdesk: ZendeskHelpdesk, dana: int, ticket_id: int, asked: Callable[..., list[str]]
) -> None:
    helpdesk.ticket(ticket_id)
    assert sorted(asked("GET")) == [
        f"GET /api/v2/tickets/{ticket_id}.json",
        f"GET /api/v2/tickets/{ticket_id}/comments.json",
        f"GET /api/v2/users/{dana}.json",
        f"GET /api/v2/users/{dana}/identities.json",
    ]


def test_two_rounds_of_calls(world: World, helpdesk: ZendeskHelpdesk, ticket_id: int) -> None:
    helpdesk.ticket(ticket_id)
    world.faults.latency["zendesk"] = 0.3
    began = time.monotonic()
    helpdesk.ticket(ticket_id)
    assert time.monotonic() - began < 0.9


def test_a_requester_without_email(world: World, helpdesk: ZendeskHelpdesk) -> None:
    ticket_id = world.zendesk.ticket(world.zendesk.person("+351 900", None), "Call", "Hello", channel="voice")
    ticket = helpdesk.ticket(ticket_id)
    assert ticket.requester is not None
    assert ticket.requester.emails == ()


def test_the_last_page_of_comments_counts_too(world: World, helpdesk: ZendeskHelpdesk, dana: int) -> None:
    ticket_id = world.zendesk.ticket(dana, "Long", "0")
    for number in range(1, 250):
        world.zendesk.reply(ticket_id, dana, str(number))
    assert [c.body for c in helpdesk.ticket(ticket_id).comments] == [str(n) for n in range(250)]


def test_a_comment_of_a_megabyte(world: World, helpdesk: ZendeskHelpdesk, dana: int) -> None:
    body = helpdesk.ticket(world.zendesk.ticket(dana, "Big", "x" * 1_000_000)).comments[0].body
    assert len(body) == translate.LONGEST_BODY
    assert body.endswith(translate.CUT)


def test_hostile_text_stays_text(world: World, helpdesk: ZendeskHelpdesk, dana: int) -> None:
    body = "\u202e<script>alert('x')</script> &lt;b&gt; {{ticket.requester.email}} \x07\x1b[31m"
    assert helpdesk.ticket(world.zendesk.ticket(dana, "<img src=x>", body)).comments[0].body == body


@pytest.mark.parametrize("known", [True, False])
def test_no_such_ticket(world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, known: bool) -> None:
    world.zendesk.delete(ticket_id)
    with pytest.raises(NotFound, match="does not exist"):
        helpdesk.ticket(ticket_id if known else 999_999)


@pytest.mark.parametrize("number", [0, -5])
def test_an_impossible_id_is_not_even_asked_for(
    helpdesk: ZendeskHelpdesk, asked: Callable[..., list[str]], number: int
) -> None:
    with pytest.raises(NotFound):
        helpdesk.ticket(number)
    with pytest.raises(NotFound):
        helpdesk.write_note(number, "x", [])
    assert asked() == []


def test_nothing_is_cached(world: World, helpdesk: ZendeskHelpdesk, dana: int, ticket_id: int) -> None:
    helpdesk.ticket(ticket_id)
    world.zendesk.users[dana].identities[0].address = "new@example.com"
    world.zendesk.solve(ticket_id)
    ticket = helpdesk.ticket(ticket_id)
    assert ticket.status == "solved"
    assert ticket.requester is not None
    assert ticket.requester.emails[0].address == "new@example.com"


def test_threads_do_not_share_a_client(helpdesk: ZendeskHelpdesk, ticket_id: int) -> None:
    sessions = []
    met = threading.Barrier(2)

    def work() -> None:
        met.wait()
        for _ in range(5):
            assert helpdesk.ticket(ticket_id).id == ticket_id
        sessions.append(helpdesk._session)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sessions) == 2
    assert sessions[0] is not sessions[1]


# ------------------------------------------------------------------ lists of tickets
def test_every_open_ticket_beyond_the_limit_of_the_search(
    world: World, helpdesk: ZendeskHelpdesk, dana: int
) -> None:
    expected = {world.zendesk.ticket(dana, "T", "x") for _ in range(1001)}
    for status in ("new", "pending", "hold"):
        expected.add(world.zendesk.ticket(dana, "T", "x", status=status))
    for status in ("solved", "closed"):
        world.zendesk.ticket(dana, "T", "x", status=status)
    found = [ref.id for ref in helpdesk.open_tickets()]
    assert len(found) == len(set(found)) == 1004
    assert set(found) == expected


def test_changes_go_on_where_they_ended(
    world: World, helpdesk: ZendeskHelpdesk, dana: int, ticket_id: int
) -> None:
    first = helpdesk.changes(None, LONG_AGO)
    assert [ref.id for ref in first.tickets] == [ticket_id]
    assert first.complete

    nothing = helpdesk.changes(first.cursor, LONG_AGO)
    assert nothing.tickets == ()
    assert nothing.complete

    second = world.zendesk.ticket(dana, "Another", "x")
    world.zendesk.delete(ticket_id)
    newer = helpdesk.changes(nothing.cursor, LONG_AGO)
    assert [(ref.id, ref.open) for ref in newer.tickets] == [(second, True), (ticket_id, False)]


def test_changes_come_in_pages(world: World, helpdesk: ZendeskHelpdesk, dana: int) -> None:
    for _ in range(1100):
        world.zendesk.ticket(dana, "T", "x")
    first = helpdesk.changes(None, LONG_AGO)
    second = helpdesk.changes(first.cursor, LONG_AGO)
    assert (len(first.tickets), first.complete) == (1000, False)
    assert (len(second.tickets), second.complete) == (100, True)


def test_a_start_within_the_last_minute_is_moved_back(helpdesk: ZendeskHelpdesk, ticket_id: int) -> None:
    assert helpdesk.changes(None, datetime.now(UTC) + timedelta(hours=1)).complete


def test_a_cursor_that_zendesk_forgot_begins_anew(helpdesk: ZendeskHelpdesk, ticket_id: int) -> None:
    assert [ref.id for ref in helpdesk.changes("!nonsense!", LONG_AGO).tickets] == [ticket_id]


# ------------------------------------------------------------------ people and the app
def test_an_agent_with_role_and_groups(world: World, helpdesk: ZendeskHelpdesk, dana: int) -> None:
    lead = helpdesk.agent(world.zendesk.agent("Lee", role="admin", groups=(301, 302)))
    assert (lead.name, lead.role, lead.suspended, lead.group_ids) == ("Lee", "admin", False, (301, 302))
    assert helpdesk.agent(world.zendesk.agent("Out", suspended=True)).suspended
    assert helpdesk.agent(dana).role == "end-user"
    with pytest.raises(NotFound, match="person"):
        helpdesk.agent(999_999)


def test_the_key_of_the_app(world: World, helpdesk: ZendeskHelpdesk) -> None:
    assert helpdesk.app_public_key(world.zendesk.app_name).strip() == world.zendesk.public_key_pem.strip()
    with pytest.raises(NotFound, match="app"):
        helpdesk.app_public_key("Somebody Else")


def test_something_that_is_no_key(world: World, helpdesk: ZendeskHelpdesk) -> None:
    world.faults.add(
        Fault("zendesk", "GET", "public_key", status=200, body="<html>", content_type="text/html")
    )
    with pytest.raises(VendorUnavailable, match="public key"):
        helpdesk.app_public_key(world.zendesk.app_name)


# ------------------------------------------------------------------ writing a note
def test_a_note_is_internal_plain_and_tagged(world: World, helpdesk: ZendeskHelpdesk, ticket_id: int) -> None:
    text = "CUSTOMER\n<b>not bold</b>\nref tillside-1"
    written = helpdesk.write_note(ticket_id, text, ["tillside"])
    ticket = world.zendesk.tickets[ticket_id]
    assert [c.public for c in ticket.comments] == [True, False]
    assert ticket.comments[1].body == text
    assert ticket.tags == ["billing", "tillside"]
    assert written.comment_id == ticket.comments[1].id
    assert written.created_at is not None

    found = helpdesk.find_note(ticket_id, "tillside-1")
    assert found is not None
    assert found.comment_id == written.comment_id
    assert helpdesk.find_note(ticket_id, "tillside-2") is None


def test_what_the_customer_wrote_is_not_our_note(world: World, helpdesk: ZendeskHelpdesk, dana: int) -> None:
    ticket_id = world.zendesk.ticket(dana, "T", "ref tillside-1")
    assert helpdesk.find_note(ticket_id, "tillside-1") is None


@pytest.mark.parametrize("text", ["{{ticket.id}}", "a {% if x %}", "x" * 70_000, "é" * 40_000])
def test_a_note_that_zendesk_would_change_is_refused(
    helpdesk: ZendeskHelpdesk, ticket_id: int, text: str, asked: Callable[..., list[str]]
) -> None:
    with pytest.raises(ValueError):
        helpdesk.write_note(ticket_id, text, [])
    assert asked() == []


def test_an_empty_marker_is_refused(helpdesk: ZendeskHelpdesk, ticket_id: int) -> None:
    with pytest.raises(ValueError):
        helpdesk.find_note(ticket_id, "")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
@pytest.mark.parametrize("after", [True, False])
def test_a_note_is_sent_once_whatever_is_answered(
    world: World,
    helpdesk: ZendeskHelpdesk,
    ticket_id: int,
    asked: Callable[..., list[str]],
    status: int,
    after: bool,
) -> None:
    world.faults.add(
        Fault(
            "zendesk", "PUT", status=status, body="oops", headers={"Retry-After": "1"}, times=1, after=after
        )
    )
    with pytest.raises(VendorUnavailable) as failure:
        helpdesk.write_note(ticket_id, "note tillside-1", [])
    assert len(asked("PUT")) == 1
    assert failure.value.retry_after == 1
    assert (helpdesk.find_note(ticket_id, "tillside-1") is not None) is after


def test_a_note_is_sent_once_when_the_connection_breaks(rude_server: Any, world: World) -> None:
    helpdesk = ZendeskHelpdesk("northwind", FixedToken(), base_url=rude_server.address, timeout=(1, 1))
    with pytest.raises(VendorUnavailable, match="Whether the change was made is not known"):
        helpdesk.write_note(5, "note", [])
    assert rude_server.requests == ["PUT /api/v2/tickets/5.json HTTP/1.1"]


def test_a_read_is_repeated_when_the_connection_breaks(rude_server: Any) -> None:
    helpdesk = ZendeskHelpdesk("northwind", FixedToken(), base_url=rude_server.address, timeout=(1, 1))
    with pytest.raises(VendorUnavailable):
        helpdesk.find_note(5, "x")
    assert len(rude_server.requests) == 3


def test_a_note_is_sent_once_when_the_answer_is_late(
    world: World, address: str, ticket_id: int, helpdesk: ZendeskHelpdesk, asked: Callable[..., list[str]]
) -> None:
    hasty = ZendeskHelpdesk("northwind", helpdesk._auth, base_url=address, timeout=(1, 0.3))
    hasty.find_note(ticket_id, "x")
    world.faults.add(Fault("zendesk", "PUT", delay=0.8))
    with pytest.raises(VendorUnavailable, match="in time"):
        hasty.write_note(ticket_id, "note tillside-1", [])
    time.sleep(0.8)
    assert len(asked("PUT")) == 1
    assert helpdesk.find_note(ticket_id, "tillside-1") is not None


def test_an_answer_to_a_note_that_makes_no_sense(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int
) -> None:
    world.faults.add(Fault("zendesk", "PUT", status=200, body="{}", after=True))
    with pytest.raises(VendorUnavailable, match="Whether the note was written is not known"):
        helpdesk.write_note(ticket_id, "note", [])


def test_a_closed_ticket_takes_no_note(world: World, helpdesk: ZendeskHelpdesk, dana: int) -> None:
    with pytest.raises(VendorRefused, match="closed"):
        helpdesk.write_note(world.zendesk.ticket(dana, "T", "x", status="closed"), "note", [])


# ------------------------------------------------------------------ errors
def test_a_short_rate_limit_is_waited_out(world: World, helpdesk: ZendeskHelpdesk, ticket_id: int) -> None:
    world.faults.add(Fault("zendesk", "GET", status=429, headers={"Retry-After": "1"}, times=1))
    began = time.monotonic()
    assert helpdesk.find_note(ticket_id, "x") is None
    assert 0.9 < time.monotonic() - began < 3


def test_a_long_rate_limit_is_handed_on_at_once(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, asked: Callable[..., list[str]]
) -> None:
    world.faults.add(
        Fault("zendesk", "GET", status=429, headers={"Retry-After": "93", "X-Request-Id": "req-1"})
    )
    began = time.monotonic()
    with pytest.raises(VendorUnavailable) as failure:
        helpdesk.find_note(ticket_id, "x")
    assert time.monotonic() - began < 2
    assert (failure.value.retry_after, failure.value.request_id) == (93, "req-1")
    assert len(asked("GET")) == 1


def test_an_endless_rate_limit_ends(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, asked: Callable[..., list[str]]
) -> None:
    world.faults.add(Fault("zendesk", "GET", status=429))
    with pytest.raises(VendorUnavailable):
        helpdesk.find_note(ticket_id, "x")
    assert len(asked("GET")) == 3


@pytest.mark.parametrize(
    ("status", "expected", "words"),
    [
        (400, VendorRefused, "status 400"),
        (401, VendorRefused, "tickets:read"),
        (403, VendorRefused, "tickets:read"),
        (404, NotFound, "ticket"),
        (410, NotFound, "ticket"),
        (302, VendorRefused, "subdomain"),
        (409, VendorUnavailable, "same moment"),
        (422, VendorRefused, "status 422"),
        (500, VendorUnavailable, "problem"),
        (502, VendorUnavailable, "problem"),
        (503, VendorUnavailable, "problem"),
    ],
)
@pytest.mark.parametrize(
    "body", ["", "<html>dana@example.com</html>", '["a list"]', '{"error": {"title": "x"}}']
)
def test_every_status_is_an_error_of_ours(
    world: World,
    helpdesk: ZendeskHelpdesk,
    ticket_id: int,
    status: int,
    expected: type[Exception],
    words: str,
    body: str,
) -> None:
    world.faults.add(Fault("zendesk", "GET", status=status, body=body, headers={"X-Request-Id": "req-7"}))
    with pytest.raises(expected, match=words) as failure:
        helpdesk.find_note(ticket_id, "x")
    assert "req-7" in str(failure.value)
    assert "dana" not in str(failure.value)


def test_a_missing_scope_is_named_for_writing(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int
) -> None:
    world.faults.add(Fault("zendesk", "PUT", status=403, body="{}"))
    with pytest.raises(VendorRefused) as refused:
        helpdesk.write_note(ticket_id, "note", [])
    assert refused.value.permission == "tickets:write"


@pytest.mark.parametrize(
    "body", ["", "<html>", "[]", "null", '{"comments": ', "{}", '{"comments": [{"via": {"source": 5}}, 3]}']
)
def test_nonsense_with_status_200(world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, body: str) -> None:
    world.faults.add(Fault("zendesk", "GET", status=200, body=body))
    with pytest.raises(VendorUnavailable):
        helpdesk.ticket(ticket_id)


def test_nobody_there() -> None:
    helpdesk = ZendeskHelpdesk("northwind", FixedToken(), base_url="http://127.0.0.1:9", timeout=(1, 1))
    with pytest.raises(VendorUnavailable, match="cannot be reached"):
        helpdesk.ticket(1)


# ------------------------------------------------------------------ where requests may go
def test_a_link_to_another_host_is_not_followed(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, rude_server: Any
) -> None:
    page = (
        '{"comments": [{"id": 1}], "meta": {"has_more": true}, '
        f'"links": {{"next": "{rude_server.address}/api/v2/tickets/1/comments.json"}}}}'
    )
    world.faults.add(Fault("zendesk", "GET", "comments", status=200, body=page))
    with pytest.raises(VendorUnavailable, match="led away"):
        helpdesk.find_note(ticket_id, "x")
    assert rude_server.requests == []


def test_a_real_account_is_asked_over_tls_only() -> None:
    session = AccountSession("acme", FixedToken(), base_url=None, timeout=(1, 1))
    assert list(session.adapters) == ["https://acme.zendesk.com/"]
    for foreign in (
        "http://acme.zendesk.com/",
        "https://acme.zendesk.com.evil.example/",
        "https://evil.example/",
    ):
        with pytest.raises(VendorUnavailable, match="led away"):
            session.get(foreign)


@pytest.mark.parametrize("subdomain", ["", "acme.evil", "acme/", "acme@evil", "ACME", "-acme"])
def test_a_subdomain_that_would_lead_elsewhere(subdomain: str) -> None:
    with pytest.raises(ValueError):
        ZendeskHelpdesk(subdomain, FixedToken())


# ------------------------------------------------------------------ logging
def test_zenpy_says_nothing_below_a_warning(
    helpdesk: ZendeskHelpdesk, ticket_id: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        helpdesk.ticket(ticket_id)
    assert [r for r in caplog.records if r.name.startswith("zenpy")] == []


def test_the_environment_cannot_turn_on_zenpys_debugging() -> None:
    program = (
        "import logging, os, integrations.zendesk_support.helpdesk; "
        "print(logging.getLogger().level, len(logging.getLogger().handlers), os.environ['DEBUG_LOG'])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "DEBUG_LOG": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == [str(logging.WARNING), "0", "1"]
