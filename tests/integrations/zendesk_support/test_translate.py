"""From Zendesk's JSON to records, on plain dictionaries."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrations.zendesk_support import translate

TICKET = {
    "id": 7,
    "subject": "Charged twice",
    "status": "open",
    "requester_id": 11,
    "submitter_id": 11,
    "assignee_id": None,
    "created_at": "2026-11-01T10:00:00Z",
    "updated_at": "2026-11-02T10:00:00+02:00",
    "via": {"channel": "email"},
    "tags": ["billing"],
    "email_cc_ids": [12],
    "collaborator_ids": [12],
    "follower_ids": [],
    "brand_id": 3,
}
USER = {"id": 11, "name": "Dana", "email": "dana@example.com", "locale": "de", "verified": True}


def comment(**more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "author_id": 11,
        "body": "text",
        "public": True,
        "created_at": "2026-11-01T10:00:00Z",
        **more,
    }


def test_a_ticket_with_everything() -> None:
    cc = {"id": 12, "email": "boss@example.com"}
    identities = [
        {"type": "phone_number", "value": "+351123", "verified": True},
        {"type": "email", "value": "dana@work.example", "verified": False, "primary": False},
        {"type": "email", "value": "dana@example.com", "verified": True, "primary": True},
    ]
    ticket = translate.ticket_record(TICKET, [comment(id=2), comment(id=1)], [USER, cc], identities)

    assert ticket.updated_at == datetime(2026, 11, 2, 8, tzinfo=UTC)
    assert [c.id for c in ticket.comments] == [1, 2]
    assert ticket.cc_emails == ("boss@example.com",)
    assert not ticket.has_followers
    assert ticket.brand == "3"
    assert ticket.requester is not None
    assert [(e.address, e.verified, e.primary) for e in ticket.requester.emails] == [
        ("dana@example.com", True, True),
        ("dana@work.example", False, False),
    ]


def test_html_is_never_taken() -> None:
    assert translate.plain_text({"html_body": "<b>x</b>"}) == ""
    assert translate.plain_text({"plain_body": "", "body": "x", "html_body": "<b>x</b>"}) == "x"


def test_text_passes_through_as_it_is() -> None:
    odd = "\u202eRTL\u202c \x00\x07 <script>alert(1)</script> {{ticket.id}} ﷽ 👩‍👩‍👧"
    assert translate.comment_record(comment(plain_body=odd)).body == odd


def test_half_a_character_pair_cannot_break_utf8() -> None:
    translate.comment_record(comment(plain_body="a\ud83d")).body.encode()


def test_a_long_comment_is_cut_and_says_so() -> None:
    body = translate.comment_record(comment(plain_body="x" * 1_000_000)).body
    assert len(body) == translate.LONGEST_BODY
    assert body.endswith(translate.CUT)
    exactly = "x" * translate.LONGEST_BODY
    assert translate.comment_record(comment(plain_body=exactly)).body == exactly


@pytest.mark.parametrize(
    ("metadata", "trusted", "flags"),
    [
        ({"trusted": True, "flags": []}, True, ()),
        ({"trusted": False, "flags": [2, 14]}, False, (2, 14)),
        ({"trusted": True, "flags": [4]}, True, (4,)),
        ({"flags": ["3"]}, False, (3,)),
        ({}, True, ()),
        (None, True, ()),
    ],
)
def test_what_zendesk_thinks_of_the_sender(metadata: Any, trusted: bool, flags: tuple[int, ...]) -> None:
    record = translate.comment_record(comment(metadata=metadata))
    assert (record.trusted, record.flags) == (trusted, flags)


def test_an_address_without_identities_is_not_verified() -> None:
    requester = translate.requester_record(USER, [])
    assert [(e.address, e.verified) for e in requester.emails] == [("dana@example.com", False)]


def test_a_requester_without_any_address() -> None:
    assert translate.requester_record({"id": 11, "name": "+351 900", "email": None}, []).emails == ()


def test_somebody_in_cc_whose_address_is_not_known_still_reads_along() -> None:
    ticket = translate.ticket_record(TICKET, [], [USER], [])
    assert ticket.cc_emails == ()
    assert ticket.has_followers


def test_followers_are_not_ccs() -> None:
    ticket = translate.ticket_record(
        TICKET | {"email_cc_ids": [], "collaborator_ids": [13], "follower_ids": [13]}, [], [USER], []
    )
    assert ticket.cc_emails == ()
    assert ticket.has_followers


def test_collaborators_are_the_ccs_of_older_accounts() -> None:
    ticket = {"requester_id": 11, "collaborator_ids": [11, 12, 12]}
    assert translate.cc_ids(ticket) == (12,)
    assert translate.people_ids(ticket) == (11, 12)


def test_an_unknown_role_is_the_weakest() -> None:
    assert translate.agent_record({"id": 1}, []).role == "end-user"


def test_only_an_internal_note_counts_as_a_note() -> None:
    public, private = comment(id=1, body="ref-1"), comment(id=2, body="see ref-1", public=False)
    found = translate.note_in([public, private], 7, "ref-1")
    assert found is not None
    assert found.comment_id == 2
    assert translate.note_in([public], 7, "ref-1") is None


@pytest.mark.parametrize("odd", ["0001-01-01T00:00:00+14:00", "yesterday", "", 5, None, "9" * 5000])
def test_odd_values(odd: Any) -> None:
    assert translate.comment_record(comment(created_at=odd)).created_at == translate.NEVER
    assert translate.comment_record(comment(id=odd)).id in {0, 5}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)
NAMES = sorted({*TICKET, *USER, *comment(), "plain_body", "metadata", "events", "group_id", "type", "value"})
json_objects = st.dictionaries(st.sampled_from(NAMES), json_values, max_size=8)


@settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(json_objects, st.lists(json_objects, max_size=3))
def test_nothing_raises_whatever_comes(thing: dict[str, Any], more: list[dict[str, Any]]) -> None:
    translate.ticket_record(thing, more, more, more)
    translate.ticket_ref(thing)
    translate.people_ids(thing)
    translate.agent_record(thing, more)
    translate.note_in(more, 1, "x")
    translate.note_of_audit(thing, 1)
