"""What points to a customer, from which source, and how much of it is taken."""

import time
from datetime import UTC, datetime

import pytest

from integrations.records import Clue, Comment, EmailIdentity, Requester, Ticket
from plugin.identify.addresses import look_alike, same_mailbox
from plugin.identify.clues import MOST_CLUES, TicketClue, clues_of, typed_clues

AT = datetime(2026, 6, 15, tzinfo=UTC)


def ticket(text="", *, emails=(), external_id=None, cc=()):
    requester = Requester(7, "Pat Lee", tuple(emails), external_id=external_id)
    return Ticket(1, "Help", "open", requester, (Comment(1, 7, text, True, AT),), AT, AT, cc_emails=tuple(cc))


@pytest.mark.parametrize(
    ("text", "clue"),
    [
        ("see cus_ABCdef123456", Clue("customer", "cus_ABCdef123456")),
        ("(sub_1ABCdef)", Clue("subscription", "sub_1ABCdef")),
        ("in_1ABCdef.", Clue("invoice", "in_1ABCdef")),
        ("ch_3ABCdef", Clue("charge", "ch_3ABCdef")),
        ("py_3ABCdef", Clue("charge", "py_3ABCdef")),
        ("pi_3ABCdef", Clue("payment_intent", "pi_3ABCdef")),
        ("cs_test_a1B2c3", Clue("checkout_session", "cs_test_a1B2c3")),
        ("re_3ABCdef", Clue("refund", "re_3ABCdef")),
        ("dp_1ABCdef", Clue("dispute", "dp_1ABCdef")),
        ("du_1ABCdef", Clue("dispute", "du_1ABCdef")),
        ("https://dashboard.stripe.com/customers/cus_ABCdef123456", Clue("customer", "cus_ABCdef123456")),
        ("invoice ABCD1234-0001", Clue("invoice_number", "ABCD1234-0001")),
        ("receipt 1234-5678", Clue("receipt_number", "1234-5678")),
        ("I am https://github.com/octo-cat/repo", Clue("metadata", "github=octo-cat")),
        ("my account is pat.lee+x@example.co.uk.", Clue("email", "pat.lee+x@example.co.uk")),
    ],
)
def test_is_found_in_text(text, clue):
    assert clue in list(typed_clues(text, ["github"]))


@pytest.mark.parametrize(
    "text",
    [
        "in_short",
        "begin_1ABCdef",
        "checkin_1234567",
        "2026-06-15",
        "2026-0615x",
        "github.com/settings/keys",
        "notgithub.com/evil",
        "in_" + "a" * 100,
        "@example.com",
        "a@b",
    ],
)
def test_is_no_clue(text):
    found = [c for c in typed_clues(text, ["github"]) if c.kind not in {"invoice_number"}]
    assert [c for c in found if c.value not in {"in_short"}] == []


def test_sources_are_told_apart_strongest_first():
    clues = clues_of(
        ticket(
            "cus_typed1 other@example.com",
            emails=[
                EmailIdentity("a+b@example.com"),
                EmailIdentity("Pat@Example.com", verified=True, primary=True),
            ],
            external_id="u-17",
            cc=["boss@example.com"],
        ),
        ["user_id"],
    )
    assert list(clues) == [
        TicketClue(Clue("metadata", "user_id=u-17"), "held"),
        TicketClue(Clue("email", "Pat@Example.com"), "verified"),
        TicketClue(Clue("email", "a+b@example.com"), "unverified"),
        TicketClue(Clue("email", "a@example.com"), "variant"),
        TicketClue(Clue("email", "boss@example.com"), "cc"),
        TicketClue(Clue("customer", "cus_typed1"), "typed"),
        TicketClue(Clue("email", "other@example.com"), "typed"),
    ]


def test_what_the_merchant_holds_stays_held_when_it_is_also_typed():
    clues = clues_of(ticket("cus_ABCdef123456", external_id="cus_ABCdef123456"))
    assert list(clues) == [TicketClue(Clue("customer", "cus_ABCdef123456"), "held")]


def test_an_address_is_looked_up_in_metadata_only_where_the_key_says_mail():
    clues = clues_of(ticket(emails=[EmailIdentity("a@example.com", True)]), ["github", "support_email"])
    assert clues.to_look_up == (
        Clue("email", "a@example.com"),
        Clue("metadata", "support_email=a@example.com"),
    )


def test_a_ticket_full_of_ids_cannot_crowd_out_the_requester():
    text = " ".join(f"cus_stuffed{n:04}" for n in range(4000))
    clues = clues_of(
        ticket(text, emails=[EmailIdentity("a@example.com", True)], cc=[f"c{n}@x.com" for n in range(99)])
    )
    assert len(clues) <= MOST_CLUES
    assert clues.to_look_up[0] == Clue("email", "a@example.com")


@pytest.mark.parametrize(
    "text",
    [
        "a" * 65536,
        "in_" * 21845,
        "A1-" * 21845,
        "a@" * 32768,
        "github.com/" * 5957,
        "1234-" * 13107,
        "a@a" + ".a" * 32766,
    ],
)
def test_adversarial_text_takes_linear_time(text):
    began = time.process_time()
    list(typed_clues(text, ["github"]))
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("one", "other", "same", "alike"),
    [
        ("pat@example.com", "pat@example.com", True, True),
        ("pat@example.com", "Pat@EXAMPLE.com", True, True),
        ("pat@example.com", " pat@example.com ", True, True),
        ("pat@example.com", "p.at@example.com", False, True),
        ("pat@example.com", "pat+1@example.com", False, True),
        ("pat@example.com", "раt@example.com", False, True),  # Cyrillic
        ("kim@example.com", "\u212aim@example.com", False, True),  # Kelvin sign
        ("strasse@example.com", "straße@example.com", False, True),
        ("pat@bücher.example", "pat@xn--bcher-kva.example", False, True),
        ("pat@example.com", "pat@example.org", False, False),
        ("p_t@example.com", "pat@example.com", False, False),
        ("p%t@example.com", "pat@example.com", False, False),
        ("pat@example.com", None, False, False),
        ("", "", False, False),
    ],
)
def test_same_mailbox_or_only_alike(one, other, same, alike):
    assert same_mailbox(one, other) is same
    assert look_alike(one, other) is alike
