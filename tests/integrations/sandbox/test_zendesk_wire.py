"""The stand-in for Zendesk, asked by the real zenpy and by plain HTTP."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import jwt
import pytest
import requests
from zenpy import Zenpy
from zenpy.lib.api_objects import Comment, Ticket
from zenpy.lib.exception import APIException, RecordNotFoundException

from integrations.sandbox.faults import Fault
from integrations.sandbox.running import running
from integrations.sandbox.world import World

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CREDENTIALS = {
    "grant_type": "client_credentials",
    "client_id": "tillside-sandbox",
    "client_secret": "sandbox-secret",
}


@pytest.fixture
def world() -> World:
    return World(now=NOW)


@pytest.fixture
def address(world: World) -> Iterator[str]:
    with running(world) as at:
        yield at.zendesk


def new_token(address: str, **more: Any) -> str:
    answer = requests.post(f"{address}/oauth/tokens", json={**CREDENTIALS, **more}, timeout=5)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["access_token"])


@pytest.fixture
def http(address: str) -> requests.Session:
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {new_token(address)}"
    return session


@pytest.fixture
def zenpy(address: str, http: requests.Session, monkeypatch: pytest.MonkeyPatch) -> Zenpy:
    monkeypatch.setenv("ZENPY_FORCE_NETLOC", address.removeprefix("http://"))
    monkeypatch.setenv("ZENPY_FORCE_SCHEME", "http")
    http.authorized = True  # type: ignore[attr-defined]  # what zenpy looks for on a session of one's own
    return Zenpy(subdomain="northwind", session=http, disable_cache=True, timeout=5)


def a_ticket(world: World, **more: Any) -> int:
    name = f"Mira Lang {len(world.zendesk.users)}"
    mira = world.zendesk.person(name, f"mira{len(world.zendesk.users)}@example.org", locale="de")
    return world.zendesk.ticket(mira, "Charged twice", "I see two charges.", **more)


# ---------------------------------------------------------------------- who may ask
def test_a_token_is_needed_for_everything(address: str, world: World) -> None:
    ticket_id = a_ticket(world)
    answer = requests.get(f"{address}/api/v2/tickets/{ticket_id}.json", timeout=5)
    assert (answer.status_code, answer.json()) == (401, {"error": "Couldn't authenticate you"})


def test_wrong_client_secret(address: str) -> None:
    answer = requests.post(f"{address}/oauth/tokens", json={**CREDENTIALS, "client_secret": "x"}, timeout=5)
    assert answer.status_code == 401
    assert answer.json()["error"] == "invalid_client"


def test_only_client_credentials_are_granted(address: str) -> None:
    answer = requests.post(
        f"{address}/oauth/tokens", data={**CREDENTIALS, "grant_type": "password"}, timeout=5
    )
    assert (answer.status_code, answer.json()["error"]) == (400, "unsupported_grant_type")


def test_a_token_expires(address: str, world: World) -> None:
    token = new_token(address, expires_in=300)
    ask = {"headers": {"Authorization": f"Bearer {token}"}, "timeout": 5}
    assert requests.get(f"{address}/api/v2/users/me.json", **ask).json()["user"]["name"] == "Billing bot"
    world.set_time(NOW + timedelta(seconds=300))
    refused = requests.get(f"{address}/api/v2/users/me.json", **ask)
    assert (refused.status_code, refused.json()["error"]) == (401, "invalid_token")


def test_a_token_without_the_scope_is_forbidden(address: str, world: World) -> None:
    ticket_id = a_ticket(world)
    headers = {"Authorization": f"Bearer {new_token(address, scope='tickets:read')}"}
    url = f"{address}/api/v2/tickets/{ticket_id}.json"
    assert requests.get(url, headers=headers, timeout=5).status_code == 200
    assert requests.put(url, headers=headers, json={"ticket": {}}, timeout=5).status_code == 403


# ---------------------------------------------------------------------- reading
def test_ticket_and_people_as_zenpy_sees_them(zenpy: Zenpy, world: World) -> None:
    books = world.zendesk
    mira = books.person(
        "Mira Lang",
        "Mira@Example.org",
        locale="de",
        more_emails=[("mira@work.example", False)],
        external_id="u-7",
    )
    ticket_id = books.ticket(
        mira, "Charged twice", "Two charges.", tags=["Billing Team"], ccs=["cc@example.org"]
    )

    ticket = zenpy.tickets(id=ticket_id)
    assert (ticket.id, ticket.subject, ticket.status) == (1001, "Charged twice", "open")
    assert ticket.tags == ["billing_team"]
    assert ticket.requester.locale == "de"
    assert ticket.requester.external_id == "u-7"
    assert [zenpy.users(id=i).email for i in ticket.email_cc_ids] == ["cc@example.org"]
    identities = [(i.value, i.verified, i.primary) for i in zenpy.users.identities(id=mira)]
    assert identities == [("mira@example.org", True, True), ("mira@work.example", False, False)]


def test_a_person_without_an_address(zenpy: Zenpy, world: World) -> None:
    caller = world.zendesk.person("Caller", None)
    assert zenpy.users(id=caller).email is None
    assert list(zenpy.users.identities(id=caller)) == []


def test_an_address_belongs_to_one_person(world: World) -> None:
    world.zendesk.person("Mira", "mira@example.org")
    with pytest.raises(ValueError, match="already used"):
        world.zendesk.person("Other", "MIRA@example.org")


def test_comments_carry_what_zendesk_thinks_of_the_sender(zenpy: Zenpy, world: World) -> None:
    ticket_id = a_ticket(world, flags=(2, 11), trusted=False)
    first = next(iter(zenpy.tickets.comments(ticket_id)))
    assert first.metadata.flags == [2, 11]
    assert first.metadata.trusted is False
    assert first.via.channel == "email"
    assert first.plain_body == "I see two charges."


@pytest.mark.parametrize("paging", [{"per_page": 2}, {"page[size]": 2}])
def test_comments_come_in_pages(http: requests.Session, address: str, world: World, paging: Any) -> None:
    ticket_id = a_ticket(world)
    for number in range(4):
        world.zendesk.reply(ticket_id, world.zendesk.agent_ids[0], f"note {number}", public=False)
    url: str | None = f"{address}/api/v2/tickets/{ticket_id}/comments.json"
    bodies: list[str] = []
    while url:
        page = http.get(url, params=None if "?" in url else paging, timeout=5).json()
        assert len(page["comments"]) <= 2
        bodies += [c["body"] for c in page["comments"]]
        url = page["links"]["next"] if "links" in page else page["next_page"]
    assert bodies == ["I see two charges.", "note 0", "note 1", "note 2", "note 3"]


def test_zenpy_follows_the_pages_of_comments(zenpy: Zenpy, world: World) -> None:
    ticket_id = a_ticket(world)
    for number in range(150):
        world.zendesk.reply(ticket_id, world.zendesk.agent_ids[0], f"note {number}")
    assert len(list(zenpy.tickets.comments(ticket_id))) == 151


def test_a_deleted_ticket_is_not_found(zenpy: Zenpy, world: World) -> None:
    ticket_id = a_ticket(world)
    world.zendesk.delete(ticket_id)
    with pytest.raises(RecordNotFoundException):
        zenpy.tickets(id=ticket_id)


def test_agents_roles_and_groups(zenpy: Zenpy, http: requests.Session, address: str, world: World) -> None:
    lead = world.zendesk.agent("Lead", role="admin", suspended=True, groups=(301, 302))
    user = zenpy.users(id=lead)
    assert (user.role, user.suspended) == ("admin", True)
    memberships = http.get(f"{address}/api/v2/users/{lead}/group_memberships.json", timeout=5).json()
    assert [m["group_id"] for m in memberships["group_memberships"]] == [301, 302]
    assert {u.name for u in zenpy.users(ids=[*world.zendesk.agent_ids])} == {"Ana Ferreira", "Ben Okafor"}


# ---------------------------------------------------------------------- writing
def test_an_internal_note_with_tags(zenpy: Zenpy, world: World) -> None:
    ticket_id = a_ticket(world, tags=["billing"])
    note = Comment(body="CUSTOMER\nMira", public=False)
    audit = zenpy.tickets.update(Ticket(id=ticket_id, comment=note, additional_tags=["tillside_handoff"]))

    written = list(zenpy.tickets.comments(ticket_id))[-1]
    assert (written.body, written.public, written.author_id) == (
        "CUSTOMER\nMira",
        False,
        world.zendesk.bot_id,
    )
    assert audit.ticket.tags == ["billing", "tillside_handoff"]
    told = audit.audit.events[0]
    assert (told["type"], told["id"]) == ("Comment", written.id)


def test_placeholders_in_a_written_comment_are_expanded(zenpy: Zenpy, world: World) -> None:
    ticket_id = a_ticket(world)
    body = "{{ticket.id}} {{ ticket.requester.email }} {{nothing}}{% if x %}."
    zenpy.tickets.update(Ticket(id=ticket_id, comment=Comment(body=body, public=False)))
    requester = world.zendesk.users[world.zendesk.tickets[ticket_id].requester_id]
    assert world.zendesk.tickets[ticket_id].comments[-1].body == f"{ticket_id} {requester.email} ."


def test_what_a_customer_writes_is_never_expanded(world: World) -> None:
    ticket_id = a_ticket(world)
    ticket = world.zendesk.tickets[ticket_id]
    world.zendesk.reply(ticket_id, ticket.requester_id, "{{ticket.id}}")
    assert ticket.comments[-1].body == "{{ticket.id}}"


def test_a_safe_update_collides_with_a_newer_change(zenpy: Zenpy, world: World) -> None:
    ticket_id = a_ticket(world)
    seen = zenpy.tickets(id=ticket_id).updated_at
    world.set_time(NOW + timedelta(seconds=5))
    world.zendesk.reply(ticket_id, world.zendesk.agent_ids[0], "I take this one.")

    def note(stamp: str) -> Ticket:  # built anew each time: zenpy does not send an object's fields twice
        return Ticket(id=ticket_id, comment=Comment(body="note"), safe_update=True, updated_stamp=stamp)

    with pytest.raises(APIException) as refused:
        zenpy.tickets.update(note(seen))
    assert refused.value.response.status_code == 409
    assert refused.value.response.json()["error"] == "UpdateConflict"

    zenpy.tickets.update(note(zenpy.tickets(id=ticket_id).updated_at))
    assert world.zendesk.tickets[ticket_id].comments[-1].body == "note"


def test_a_closed_ticket_cannot_be_changed(zenpy: Zenpy, world: World) -> None:
    ticket_id = a_ticket(world, status="closed")
    with pytest.raises(APIException, match="closed prevents ticket update"):
        zenpy.tickets.update(Ticket(id=ticket_id, comment=Comment(body="note", public=False)))


def test_tags_are_added_set_and_removed(http: requests.Session, address: str, world: World) -> None:
    url = f"{address}/api/v2/tickets/{a_ticket(world, tags=['a'])}/tags.json"
    assert http.put(url, json={"tags": ["b"]}, timeout=5).json() == {"tags": ["a", "b"]}
    assert http.delete(url, json={"tags": ["a"]}, timeout=5).json() == {"tags": ["b"]}
    assert http.post(url, json={"tags": ["c"]}, timeout=5).status_code == 201
    assert http.get(url, timeout=5).json() == {"tags": ["c"]}


def test_a_customer_reopens_a_solved_ticket(world: World) -> None:
    ticket_id = a_ticket(world)
    world.zendesk.solve(ticket_id)
    world.zendesk.reply(ticket_id, world.zendesk.tickets[ticket_id].requester_id, "Again!")
    assert world.zendesk.tickets[ticket_id].status == "open"


# ---------------------------------------------------------------------- finding tickets
def test_incremental_export_goes_on_from_its_cursor(zenpy: Zenpy, world: World) -> None:
    old = a_ticket(world, at=world.ago(days=2))
    first, second, third = (a_ticket(world, at=world.ago(minutes=30)) for _ in range(3))
    pages = zenpy.tickets.incremental(start_time=world.ago(hours=1), per_page=2)
    assert [t.id for t in pages] == [first, second, third]
    assert pages.end_of_stream is True

    assert list(zenpy.tickets.incremental(cursor=pages.after_cursor)) == []
    world.zendesk.reply(old, world.zendesk.agent_ids[0], "Looking into it.")
    world.zendesk.delete(second)
    again = {t.id: t.status for t in zenpy.tickets.incremental(cursor=pages.after_cursor)}
    assert again == {old: "open", second: "deleted"}


def test_a_change_in_the_same_second_is_not_lost(zenpy: Zenpy, world: World) -> None:
    first, _second = a_ticket(world, at=world.ago(minutes=30)), a_ticket(world)
    pages = zenpy.tickets.incremental(start_time=world.ago(hours=1))
    assert len(list(pages)) == 2
    world.zendesk.reply(first, world.zendesk.agent_ids[0], "same second")
    assert [t.id for t in zenpy.tickets.incremental(cursor=pages.after_cursor)] == [first]


def test_incremental_export_refuses_a_start_within_the_last_minute(zenpy: Zenpy, world: World) -> None:
    with pytest.raises(APIException, match="Too recent start_time"):
        zenpy.tickets.incremental(start_time=world.now())


def test_incremental_export_may_lag(zenpy: Zenpy, world: World) -> None:
    world.zendesk.export_lag = timedelta(minutes=1)
    ticket_id = a_ticket(world)
    pages = zenpy.tickets.incremental(start_time=world.ago(hours=1))
    assert list(pages) == []
    world.set_time(NOW + timedelta(minutes=2))
    assert [t.id for t in zenpy.tickets.incremental(cursor=pages.after_cursor)] == [ticket_id]


def test_search_and_its_export_find_open_tickets(zenpy: Zenpy, world: World) -> None:
    opened, pending = a_ticket(world), a_ticket(world, status="pending", tags=["vip"])
    world.zendesk.solve(a_ticket(world))
    world.zendesk.delete(a_ticket(world))
    assert {t.id for t in zenpy.search(type="ticket", status_less_than="solved")} == {opened, pending}
    assert {t.id for t in zenpy.search_export(type="ticket", status_less_than="solved")} == {opened, pending}
    assert [t.id for t in zenpy.search("tags:vip", type="ticket")] == [pending]


def test_search_export_pages_by_cursor(http: requests.Session, address: str, world: World) -> None:
    expected = {a_ticket(world) for _ in range(5)}
    url = f"{address}/api/v2/search/export.json?query=type:ticket&filter[type]=ticket&page[size]=2"
    found: list[int] = []
    while url:
        page = http.get(url, timeout=5).json()
        found += [row["id"] for row in page["results"]]
        url = page["links"]["next"]
    assert len(found) == 5
    assert set(found) == expected


# ---------------------------------------------------------------------- faults
def test_a_fault_after_the_write_leaves_the_note_behind(
    http: requests.Session, address: str, world: World
) -> None:
    ticket_id = a_ticket(world)
    world.faults.add(Fault("zendesk", method="PUT", status=502, after=True, times=1))
    note = {"ticket": {"comment": {"body": "note", "public": False}}}
    assert http.put(f"{address}/api/v2/tickets/{ticket_id}.json", json=note, timeout=5).status_code == 502
    assert world.zendesk.tickets[ticket_id].comments[-1].body == "note"


def test_the_desk_is_neither_counted_nor_struck(address: str, world: World) -> None:
    world.faults.add(Fault("zendesk", status=500))
    assert requests.get(f"{address}/_desk/config", timeout=5).status_code == 200
    assert world.faults.count("zendesk") == 0


# ---------------------------------------------------------------------- the agent desk
def test_signed_token_verifies_with_the_apps_public_key(
    http: requests.Session, address: str, world: World
) -> None:
    world.set_time(
        datetime.now(UTC)
    )  # PyJWT looks at the machine's clock, which the fixed one may be far from
    http.headers["Authorization"] = f"Bearer {new_token(address)}"
    ana = world.zendesk.agent_ids[0]
    url = "http://localhost:8080/sidebar?origin=x"
    params: dict[str, str | int] = {"url": url, "agent": ana}
    token = requests.get(f"{address}/_desk/signed-token", params=params, timeout=5).json()["token"]
    pem = http.get(f"{address}/api/v2/apps/4242/public_key.pem", timeout=5).text
    claims = jwt.decode(
        token,
        pem,
        algorithms=["RS256"],
        audience="https://northwind.zendesk.com/api/v2/apps/installations/9001.json",
        issuer="northwind.zendesk.com",
    )
    assert claims["sub"] == f"https://northwind.zendesk.com/api/v2/users/{ana}.json"
    assert claims["exp"] - claims["iat"] == 60
    assert claims["qsh"] == hashlib.sha256(b"origin=x").hexdigest()
    assert http.get(f"{address}/api/v2/apps/1/public_key.pem", timeout=5).status_code == 404


def test_no_token_for_somebody_who_is_no_agent(address: str, world: World) -> None:
    customer = world.zendesk.person("Mira", "mira@example.org")
    for asked in (str(customer), "999999", "x"):
        answer = requests.get(f"{address}/_desk/signed-token", params={"agent": asked}, timeout=5)
        assert answer.status_code == 404


def test_an_agent_reads_answers_and_solves(address: str, world: World) -> None:
    ticket_id = a_ticket(world)
    listed = requests.get(f"{address}/_desk/tickets", timeout=5).json()["tickets"]
    assert [(t["id"], t["language"]) for t in listed] == [(ticket_id, "de")]
    reply = {
        "body": "We look into it.",
        "public": False,
        "agent": world.zendesk.agent_ids[1],
        "status": "solved",
    }
    answer = requests.post(f"{address}/_desk/tickets/{ticket_id}/comments", json=reply, timeout=5)
    assert answer.status_code == 201
    said = requests.get(f"{address}/_desk/tickets/{ticket_id}", timeout=5).json()["ticket"]["comments"][-1]
    assert (said["author"]["name"], said["public"]) == ("Ben Okafor", False)
    assert requests.get(f"{address}/_desk/tickets", timeout=5).json()["tickets"] == []


def test_the_desk_says_what_the_sandbox_is(address: str, world: World) -> None:
    world.zendesk.sidebar_url = "http://localhost:8080/sidebar"
    config = requests.get(f"{address}/_desk/config", timeout=5).json()
    assert (config["subdomain"], config["app_id"], config["installation_id"]) == ("northwind", 4242, 9001)
    assert config["sidebar_url"] == "http://localhost:8080/sidebar"
    assert [agent["name"] for agent in config["agents"]] == ["Ana Ferreira", "Ben Okafor"]
    assert requests.get(f"{address}/_desk/github", timeout=5).json()["repository"] == "northwind/notes"
    assert requests.get(f"{address}/_desk/stripe", timeout=5).status_code == 200


def test_the_sdk_is_served_or_its_absence_explained(address: str) -> None:
    answer = requests.get(f"{address}/zaf_sdk.js", timeout=5)
    if answer.status_code == 404:
        assert re.search(r"npm run build", answer.text)
    else:
        assert answer.headers["Content-Type"].startswith("text/javascript")


# ---------------------------------------------------------------------- webhooks
class Received(threading.Thread):
    """A receiver of webhooks that answers with the given statuses, then with 200."""

    def __init__(self, *statuses: int) -> None:
        super().__init__(daemon=True)
        self.calls: list[tuple[dict[str, str], bytes]] = []
        self.arrived = threading.Semaphore(0)
        answers, received = list(statuses), self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                received.calls.append((dict(self.headers), body))
                self.send_response(answers.pop(0) if answers else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()
                received.arrived.release()

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/webhooks/zendesk"

    def run(self) -> None:
        self.server.serve_forever(poll_interval=0.05)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def received() -> Iterator[Received]:
    receiver = Received(409)
    receiver.start()
    yield receiver
    receiver.close()


def test_a_new_ticket_is_reported_signed_and_repeated_after_409(world: World, received: Received) -> None:
    a_ticket(world)  # staged before the start: nobody is told
    with running(world, webhook_url=received.url):
        ticket_id = a_ticket(world)
        for _ in range(2):
            assert received.arrived.acquire(timeout=5)
    headers, body = received.calls[0]
    signed = headers["X-Zendesk-Webhook-Signature-Timestamp"].encode() + body
    expected = hmac.new(b"sandbox-webhook-secret", signed, hashlib.sha256).digest()
    assert base64.b64decode(headers["X-Zendesk-Webhook-Signature"]) == expected
    told = json.loads(body)
    assert told["type"] == "zen:event-type:ticket.created"
    assert told["subject"] == f"zen:ticket:{ticket_id}"
    assert received.calls[1][1] == body
