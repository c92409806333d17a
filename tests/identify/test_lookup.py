"""The identity table: who is proven, who is only pointed to, and what nobody can type their way into."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.records import (
    BillingPicture,
    Charge,
    CheckoutSession,
    Clue,
    Comment,
    Customer,
    EmailIdentity,
    Hit,
    LookUp,
    PaymentMethod,
    Requester,
    Ticket,
    Unread,
)
from plugin.facts import Match, Pin
from plugin.identify.allows import Allowed, allows, proof_of
from plugin.identify.clues import clues_of
from plugin.identify.lookup import asked_for, decide, narrow, own_guests
from plugin.identify.sender import DOUBTFUL_FLAGS

AT = datetime(2026, 6, 15, tzinfo=UTC)
ME = "pat@example.com"
VISA, AMEX = PaymentMethod("pm_1", fingerprint="fp_visa"), PaymentMethod("pm_2", fingerprint="fp_amex")

VERIFIED = (EmailIdentity(ME, True, True),)


class World:
    """A merchant's customers, found the way the vendor finds them, and one ticket."""

    def __init__(
        self, *customers, objects=None, metadata=None, cards=None, guests=(), guest_charges=(), unread=()
    ):
        self.customers = {c.id: c for c in customers}
        self.objects = objects or {}
        self.metadata = metadata or {}
        self.cards = cards or {}
        self.guests, self.guest_charges, self.unread = guests, guest_charges, unread

    def look_up(self, clues):
        hits, missing = [], []
        for clue in clues:
            ids = self._ids(clue)
            hits += [Hit(clue, i, "exact", self.customers.get(i)) for i in ids]
            if not ids:
                missing.append(clue)
        return LookUp(
            tuple(hits), tuple(self.guests), tuple(self.guest_charges), tuple(missing), tuple(self.unread)
        )

    def _ids(self, clue):
        if clue.kind == "email":
            wanted = clue.value.strip().lower()
            return [c.id for c in self.customers.values() if (c.email or "").strip().lower() == wanted]
        if clue.kind == "metadata":
            return [i for i, value in self.metadata.items() if value == clue.value]
        if clue.kind == "customer":
            return [clue.value] if clue.value in self.customers else []
        return [self.objects[clue.value]] if clue.value in self.objects else []

    def match(self, ticket, pin=None):
        clues = clues_of(ticket, ["user_id", "github"])
        found = self.look_up([*clues.to_look_up, *([Clue("customer", pin.customer_id)] if pin else [])])
        pictures = [
            BillingPicture(self.customers[i], AT, payment_methods=tuple(self.cards.get(i, ())))
            for i in narrow(ticket, clues, found, pin)
            if i in self.customers
        ]
        return decide(ticket, clues, found, pictures, pin)


def customer(id="cus_pat00001", email=ME, name="Pat Lee", **fields):
    return Customer(id, email, name, created=AT - timedelta(days=99), **fields)


def ticket(
    text="help",
    *,
    emails=VERIFIED,
    flags=(),
    trusted=True,
    tags=(),
    cc=(),
    external_id=None,
    author=7,
    suspended=False,
    later=(),
    comments=None,
):
    first = Comment(1, author, text, True, AT, trusted=trusted, flags=tuple(flags))
    requester = Requester(7, "Pat Lee", tuple(emails), external_id=external_id, suspended=suspended)
    said = (first, *later) if comments is None else comments
    return Ticket(1, "Subject", "open", requester, said, AT, AT, tags=tuple(tags), cc_emails=tuple(cc))


def pin(at=AT + timedelta(hours=1), id="cus_pat00001"):
    return Pin(id, 3, "Ana", at)


UNVERIFIED = (EmailIdentity(ME, False, True),)
STRANGER = (EmailIdentity("stranger@example.net", True, True),)
TWO = (customer(), customer("cus_pat00002", name="Acme GmbH"))
PAT = World(customer())
INVOICE = World(customer(), objects={"in_1ABCdef": "cus_pat00001"})
OTHERS = World(
    customer(),
    customer("cus_other001", "other@example.com", "Other"),
    objects={"in_1other1": "cus_other001", "ch_1other1": "cus_other001"},
)
HELD = World(customer(email="elsewhere@example.com"), metadata={"cus_pat00001": "user_id=u-17"})


def later(**fields):
    return (replace(Comment(2, 7, "more", True, AT + timedelta(hours=2)), **fields),)


PAYMENT = "20.00 USD on 2026-06-10, card ending 4242"
CHANNELS = ("email", "web", "api", "chat", "native_messaging", "whatsapp", "sms")
SPELLINGS = [
    # the requester's verified address, the customer's in Stripe, and what that is worth
    ("pat@example.com", "pat@example.com ", "strong"),
    ("pat@EXAMPLE.com", "PAT@example.COM", "strong"),
    ('"pat lee"@example.com', '"pat lee"@example.com', "strong"),
    ('"pat"@example.com', "pat@example.com", "none"),
    ("pat@example.com", "p%t@example.com", "none"),
    ("p%@example.com", "pat@example.com", "none"),
    ("_at@example.com", "pat@example.com", "none"),
    ("pat@example.org", "pat@example.com", "none"),
    ("pat@sub.example.com", "pat@example.com", "none"),
    ("p.at@example.com", "pat@example.com", "none"),
    ("pat+billing@example.com", "pat@example.com", "weak"),
    ("pat+a+b@example.com", "pat@example.com", "weak"),
    ("p.a.t@gmail.com", "pat@gmail.com", "weak"),
    ("раt@example.com", "pat@example.com", "none"),  # Cyrillic: a search does not even find it
    ("\u212aim@example.com", "kim@example.com", "weak"),  # the Kelvin sign lower-cases into a k
    ("straße@example.com", "strasse@example.com", "none"),
    ("pat@bücher.example", "pat@bücher.example", "strong"),
    ("pat@xn--bcher-kva.example", "pat@bücher.example", "none"),
]

TABLE = [
    # ---- strong: a verified address, nothing against the sender
    ("verified address", PAT, ticket(), None, "strong"),
    ("verified, other case in Stripe", World(customer(email="Pat@Example.COM")), ticket(), None, "strong"),
    ("verified, other case in Zendesk", PAT, ticket(emails=(EmailIdentity("PAT@example.com", True),)), None, "strong"),
    ("a second identity is the verified one", PAT, ticket(emails=(EmailIdentity("x@example.net", False, True), EmailIdentity(ME, True))), None, "strong"),
    ("verified, harmless flag 4", PAT, ticket(flags=[4]), None, "strong"),
    ("verified, another tag", PAT, ticket(tags=["vip"]), None, "strong"),
    ("verified, with a CC", PAT, ticket(cc=["boss@example.com"]), None, "strong"),
    ("verified, names an own invoice", INVOICE, ticket("in_1ABCdef"), None, "strong"),
    ("verified, an agent's flagged comment in between", PAT, ticket(later=later(author_id=9, flags=(14,))), None, "strong"),
    # ---- strong: the merchant holds it
    ("external id is the customer id", PAT, ticket(emails=UNVERIFIED, external_id="cus_pat00001"), None, "strong"),
    ("external id in metadata", HELD, ticket(emails=STRANGER, external_id="u-17"), None, "strong"),
    ("pin", PAT, ticket(emails=STRANGER), pin(), "strong"),
    ("pin after a flagged message", PAT, ticket(emails=UNVERIFIED, flags=[14]), pin(), "strong"),
    ("pin on a deleted customer", World(customer(deleted=True, email=None)), ticket(emails=STRANGER), pin(), "strong"),
    # ---- weak: something speaks against the sender
    *[(f"flag {flag}", PAT, ticket(flags=[flag]), None, "weak") for flag in sorted(DOUBTFUL_FLAGS)],
    *[(f"flag {flag} on the latest message", PAT, ticket(later=later(flags=(flag,))), None, "weak") for flag in sorted(DOUBTFUL_FLAGS)],
    ("not trusted", PAT, ticket(trusted=False), None, "weak"),
    ("latest message not trusted", PAT, ticket(later=later(trusted=False)), None, "weak"),
    ("spoofing tag", PAT, ticket(tags=["POTENTIAL_MESSAGE_SPOOFING"]), None, "weak"),
    ("spoofing tag, lower case", PAT, ticket(tags=["potential_message_spoofing"]), None, "weak"),
    ("suspended requester", PAT, ticket(suspended=True), None, "weak"),
    ("no message to read flags from", PAT, ticket(comments=()), None, "weak"),
    ("external id, flagged", PAT, ticket(emails=STRANGER, external_id="cus_pat00001", flags=[14]), None, "weak"),
    ("metadata, flagged", HELD, ticket(emails=STRANGER, external_id="u-17", flags=[2]), None, "weak"),
    ("pin before a flagged message", PAT, ticket(emails=STRANGER, flags=[14]), pin(AT - timedelta(days=1)), "weak"),
    # ---- weak: the address is not proven
    ("unverified address", PAT, ticket(emails=UNVERIFIED), None, "weak"),
    ("unverified and flagged", PAT, ticket(emails=UNVERIFIED, flags=[14]), None, "weak"),
    ("+tag in Zendesk", PAT, ticket(emails=(EmailIdentity("pat+shop@example.com", True),)), None, "weak"),
    ("dots at a provider that ignores them", World(customer(email="patlee@gmail.com")), ticket(emails=(EmailIdentity("pat.lee@gmail.com", True),)), None, "weak"),
    ("address of a CC", PAT, ticket(emails=STRANGER, cc=[ME]), None, "weak"),
    # ---- weak: only typed
    ("typed customer id", PAT, ticket("cus_pat00001", emails=STRANGER), None, "weak"),
    ("typed invoice id", INVOICE, ticket("in_1ABCdef", emails=STRANGER), None, "weak"),
    ("typed address", PAT, ticket(f"my other address is {ME}", emails=STRANGER), None, "weak"),
    ("typed GitHub name", World(customer(), metadata={"cus_pat00001": "github=pat"}), ticket("github.com/pat", emails=STRANGER), None, "weak"),
    ("two typed customers", OTHERS, ticket("cus_pat00001 cus_other001", emails=STRANGER), None, "weak"),
    ("typed, and unverified nowhere", OTHERS, ticket("I am the CEO, ch_1other1", emails=(EmailIdentity("ceo@example.org", False),)), None, "weak"),
    # ---- ambiguous
    ("two parties at one verified address", World(*TWO), ticket(), None, "ambiguous"),
    ("two parties, different cards", World(*TWO, cards={"cus_pat00001": [VISA], "cus_pat00002": [AMEX]}), ticket(), None, "ambiguous"),
    ("two parties, neither named nor carded", World(customer(name=None), customer("cus_pat00002", name=None)), ticket(), None, "ambiguous"),
    ("two parties, unverified", World(*TWO), ticket(emails=UNVERIFIED), None, "ambiguous"),
    ("two parties, flagged", World(*TWO), ticket(flags=[20]), None, "ambiguous"),
    ("own unverified address and a CC's", World(customer(), customer("cus_boss0001", "boss@example.com", "Boss")), ticket(emails=UNVERIFIED, cc=["boss@example.com"]), None, "ambiguous"),
    ("four parties", World(*[customer(f"cus_pat0000{n}", name=f"N{n}") for n in range(4)]), ticket(), None, "ambiguous"),
    # ---- one person with several records
    ("same name", World(customer(), customer("cus_pat00002", name=" pat  LEE")), ticket(), None, "strong"),
    ("same card", World(*TWO, cards={"cus_pat00001": [VISA], "cus_pat00002": [VISA, AMEX]}), ticket(), None, "strong"),
    ("same name, unverified", World(customer(), customer("cus_pat00002")), ticket(emails=UNVERIFIED), None, "weak"),
    ("typed id picks one of two parties", World(*TWO), ticket("cus_pat00002"), None, "strong"),
    ("pin picks one of two parties", World(*TWO), ticket(), pin(id="cus_pat00002"), "strong"),
    ("external id picks one of two parties", World(*TWO), ticket(external_id="cus_pat00002"), None, "strong"),
    ("typed id does not pick among unproven", World(*TWO), ticket("cus_pat00002", emails=UNVERIFIED), None, "ambiguous"),
    # ---- none
    ("nobody by that address", World(), ticket(), None, "none"),
    ("same name only", World(customer(email="x@example.org")), ticket(), None, "none"),
    ("underscore is no wildcard", World(customer(email="pat@example.com")), ticket(emails=(EmailIdentity("p_t@example.com", True),)), None, "none"),
    ("typed id that does not exist", World(), ticket("cus_nowhere1", emails=STRANGER), None, "none"),
    ("no requester", PAT, replace(ticket(), requester=None), None, "none"),
    ("no identities", PAT, ticket(emails=()), None, "none"),
    ("address changed in Stripe meanwhile", World(customer(email="new@example.com")), ticket(), None, "none"),
    # ---- spelling: only the case of ASCII letters is forgiven
    *[(f"spelling {given!r} for {held!r}", World(customer(email=held)), ticket(emails=(EmailIdentity(given, True, True),)), None, confidence) for given, held, confidence in SPELLINGS],
    # ---- every channel alike: the flags decide, not the way the message came
    *[(f"channel {channel}", PAT, replace(ticket(), channel=channel), None, "strong") for channel in CHANNELS],
    *[(f"channel {channel}, unverified", PAT, replace(ticket(emails=UNVERIFIED), channel=channel), None, "weak") for channel in CHANNELS],
    *[(f"channel {channel}, not signed in", PAT, replace(ticket(flags=[3]), channel=channel), None, "weak") for channel in CHANNELS],
    # ---- a CC never proves, and never takes a proof away
    *[(f"CC and flag {flag}", PAT, ticket(flags=[flag], cc=["boss@example.com"]), None, "weak") for flag in sorted(DOUBTFUL_FLAGS)],
    ("the customer only in CC, requester verified elsewhere", PAT, ticket(emails=STRANGER, cc=[ME, "x@example.org"]), None, "weak"),
    ("CC in another case", PAT, ticket(emails=STRANGER, cc=["PAT@EXAMPLE.COM"]), None, "weak"),
    # ---- described card payments: anybody can read them off a receipt
    ("described card payment", World(customer(), objects={"4242 2000 usd 2026-06-10": "cus_pat00001"}), ticket(PAYMENT, emails=STRANGER), None, "weak"),
    ("described card payment, verified", World(customer(), objects={"4242 2000 usd 2026-06-10": "cus_pat00001"}), ticket(PAYMENT), None, "strong"),
    ("described card payment of another, verified", World(customer(), customer("cus_other001", "o@example.com"), objects={"4242 2000 usd 2026-06-10": "cus_other001"}), ticket(PAYMENT), None, "strong"),
    ("described card payment, CC", World(customer(), objects={"4242 2000 usd 2026-06-10": "cus_pat00001"}), ticket(PAYMENT, emails=STRANGER, cc=[ME]), None, "weak"),
    ("described card payment, flagged", World(customer(), objects={"4242 2000 usd 2026-06-10": "cus_pat00001"}), ticket(PAYMENT, flags=[20]), None, "weak"),
    # ---- deleted customers
    ("deleted, verified address kept", World(customer(deleted=True)), ticket(), None, "strong"),
    ("deleted, typed id", World(customer(deleted=True)), ticket("cus_pat00001", emails=STRANGER), None, "weak"),
    ("deleted beside a living one", World(customer(deleted=True, name="Old"), customer("cus_pat00002", name="New")), ticket(), None, "strong"),
    # ---- metadata and names the merchant holds
    ("GitHub name typed, verified elsewhere", World(customer(), customer("cus_other001", "o@example.com"), metadata={"cus_other001": "github=pat"}), ticket("github.com/pat"), None, "strong"),
    ("external id of somebody else than the verified address", World(customer(), customer("cus_other001", "o@example.com", "Other")), ticket(external_id="cus_other001"), None, "strong"),
    ("external id that is no customer id and unknown", PAT, ticket(emails=STRANGER, external_id="u-99"), None, "none"),
    ("suspended with an external id", HELD, ticket(emails=STRANGER, external_id="u-17", suspended=True), None, "weak"),
    # ---- guests
    ("guest checkout, verified address", World(guests=[CheckoutSession("cs_1", "open", "unpaid", "payment", AT, customer_email=ME)]), ticket(), None, "strong"),
    ("guest checkout, unverified address", World(guests=[CheckoutSession("cs_1", "open", "unpaid", "payment", AT, customer_email=ME)]), ticket(emails=UNVERIFIED), None, "weak"),
    ("guest charge of somebody else, typed", World(guest_charges=[Charge("ch_9", 100, "usd", "succeeded", AT, billing_email="x@example.org")]), ticket("ch_9abcdef"), None, "weak"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("world", "of", "pinned", "confidence"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_the_table(world, of, pinned, confidence):
    match = world.match(of, pinned)
    assert match.confidence == confidence
    assert bool(match.ask_for) is (confidence != "strong")
    if confidence != "strong":
        assert not allows(match, of).money_step
        assert not allows(match, of).details_in_draft
        assert not allows(match, of).portal_session


def test_the_table_is_long_enough_to_be_believed():
    assert len(TABLE) >= 120


def test_one_person_with_several_records_is_one_picture_the_used_record_first():
    world = World(customer(), customer("cus_pat00002"))
    match = world.match(ticket("cus_pat00002"))
    assert match.customer_ids == ("cus_pat00002", "cus_pat00001")
    assert "1 further record of the same person" in match.match_reason


def test_candidates_say_what_tells_them_apart():
    match = World(*TWO, cards={"cus_pat00001": [replace(VISA, last4="4242")]}).match(ticket())
    assert [c.customer_id for c in match.candidates] == ["cus_pat00001", "cus_pat00002"]
    assert "name: Acme GmbH" in match.candidates[1].differs
    assert "cards: 4242" in match.candidates[0].differs
    assert not any("address" in trait for trait in match.candidates[0].differs)


def test_an_invoice_of_somebody_else_is_a_warning_and_changes_nothing():
    match = OTHERS.match(ticket("please refund in_1other1"))
    assert match.customer_ids == ("cus_pat00001",)
    assert "the ticket names an invoice that belongs to somebody else" in match.warnings


@pytest.mark.parametrize("text", ["cus_other001", "in_1other1", "ch_1other1", "other@example.com"])
def test_what_is_only_typed_discloses_nothing(text):
    of = ticket(text, emails=STRANGER)
    match = OTHERS.match(of)
    assert match.typed_only
    assert not match.candidates
    assert not match.warnings
    assert "Other" not in repr(match)
    clues = clues_of(of)
    assert narrow(of, clues, OTHERS.look_up(clues.to_look_up)) == ()
    assert not allows(match, of).details_to_agent


def test_three_records_at_most_are_read_the_named_one_first():
    world = World(*[customer(f"cus_pat0000{n}") for n in range(6)])
    of = ticket("cus_pat00005")
    clues = clues_of(of)
    chosen = narrow(of, clues, world.look_up(clues.to_look_up))
    assert len(chosen) == 3
    assert chosen[0] == "cus_pat00005"


def test_a_pin_says_who_and_when():
    match = PAT.match(ticket(emails=STRANGER), pin())
    assert match.pin == pin()
    assert match.match_reason == "Ana confirmed this customer on 2026-06-15 01:00 UTC"


def test_a_stale_pin_of_another_customer_is_not_taken_for_a_typed_claim():
    match = OTHERS.match(ticket(later=later()), pin(id="cus_other001", at=AT - timedelta(days=9)))
    assert not any("belongs to somebody else" in warning for warning in match.warnings)


def test_warnings_name_what_the_agent_should_know():
    world = World(customer(deleted=True), unread=[Unread("search", "Search is not available")])
    match = world.match(ticket(external_id="cus_pat00001", author=9, later=later(body="in_1nowhere")))
    assert match.confidence == "strong"
    for part in (
        "deleted in Stripe",
        "not started by its requester",
        "in_1nowhere, named in the ticket, was not found",
        "Search is not available",
    ):
        assert any(part in warning for warning in match.warnings), part


def test_a_guest_record_found_by_a_typed_id_is_nobodys():
    mine = Charge("ch_1", 100, "usd", "succeeded", AT, receipt_email="Pat@example.com")
    theirs = Charge("ch_2", 100, "usd", "succeeded", AT, receipt_email="x@example.org")
    found = LookUp(guest_charges=(mine, theirs))
    assert own_guests(ticket(), found) == ((), (mine,))
    assert own_guests(ticket(flags=[14]), found) == ((), ())
    assert own_guests(ticket(emails=UNVERIFIED), found) == ((), ())


def test_somebody_of_the_merchant_may_name_a_customer_but_parties_are_not_guessed():
    clue = Clue("email", ME)
    two = LookUp(tuple(Hit(clue, c.id, "exact", c) for c in TWO))
    assert asked_for(clue, two).confidence == "ambiguous"
    picture = BillingPicture(customer(), AT)
    named = asked_for(Clue("customer", "cus_pat00001"), LookUp(), (picture,))
    assert (named.confidence, named.customer_id) == ("strong", "cus_pat00001")
    assert asked_for(clue, LookUp(not_found=(clue,))).confidence == "none"


def test_more_readers_of_the_ticket_take_the_portal_session_away():
    match = PAT.match(ticket())
    assert allows(match, ticket()).portal_session
    assert not allows(match, ticket(cc=["boss@example.com"])).portal_session
    assert not allows(match, replace(ticket(), has_followers=True)).portal_session


_IDS = st.sampled_from(
    [
        "cus_pat00001",
        "cus_other001",
        "in_1other1",
        "ch_1other1",
        ME,
        "other@example.com",
        "github.com/pat",
        "ABCD1234-0001",
    ]
)


@given(
    words=st.lists(st.one_of(_IDS, st.text(max_size=20)), max_size=12), cc=st.lists(st.just(ME), max_size=1)
)
def test_nothing_typed_ever_reaches_strong(words, cc):
    of = ticket(" ".join(words), emails=STRANGER, cc=cc)
    assert OTHERS.match(of).confidence in {"weak", "ambiguous", "none"}


@given(words=st.lists(_IDS, max_size=8))
def test_typed_ids_never_add_a_customer_to_a_proven_one(words):
    match = OTHERS.match(ticket(" ".join(words)))
    assert match.confidence == "strong"
    assert match.customer_ids == ("cus_pat00001",)


def test_a_hit_for_a_clue_nobody_gave_proves_nothing():
    of = ticket(emails=STRANGER)
    stray = LookUp((Hit(Clue("email", ME), "cus_pat00001", "exact", customer()),))
    assert decide(of, clues_of(of), stray).typed_only


# ------------------------------------------------------------------ what a match permits, row by row
PERMITTED = {
    #                        strong weak typed ambiguous none
    "candidates_to_agent": (True, True, False, True, True),
    "details_to_agent": (True, True, False, False, False),
    "details_in_draft": (True, False, False, False, False),
    "hosted_invoice_link": (True, False, False, False, False),
    "portal_session": (True, False, False, False, False),
    "portal_login_page": (True, True, True, True, True),
    "reversible_step": (True, False, False, False, False),
    "money_step": (True, False, False, False, False),
}
MATCHES = {
    "strong": Match("strong", "cus_1"),
    "weak": Match("weak", "cus_1"),
    "typed_only": Match("weak", "cus_1", typed_only=True),
    "ambiguous": Match("ambiguous"),
    "none": Match("none"),
}


def test_the_permissions_are_all_in_the_table():
    assert set(PERMITTED) == set(Allowed.__dataclass_fields__)


@pytest.mark.parametrize(
    ("permission", "proof", "given"),
    [(p, proof, row[n]) for p, row in PERMITTED.items() for n, proof in enumerate(MATCHES)],
)
def test_what_each_match_may_show_and_do(permission, proof, given):
    assert proof_of(MATCHES[proof]) == proof
    assert getattr(allows(MATCHES[proof], ticket()), permission) is given


# ------------------------------------------------------------------ ways people try to be somebody else
CEO = (EmailIdentity("ceo@example.org", True, True),)


def test_a_spoofed_requester_who_brings_a_cc_reads_no_portal_session():
    """CVE-2024-49193: the attacker writes as the victim, copies himself in, and reads along."""
    of = ticket(flags=[14], cc=["attacker@example.net"])
    match = PAT.match(of)
    assert match.confidence == "weak"
    allowed = allows(match, of)
    assert not allowed.details_in_draft
    assert not allowed.money_step
    assert not allowed.portal_session
    believed = ticket(cc=["attacker@example.net"])
    assert not allows(PAT.match(believed), believed).portal_session


@pytest.mark.parametrize("flag", [20, 21])
def test_an_answer_that_would_go_elsewhere_is_doubted(flag):
    match = PAT.match(ticket(flags=[flag]))
    assert match.confidence == "weak"
    assert any("Reply-to address differs" in warning for warning in match.warnings)


def test_an_agent_changed_the_requester():
    """The new requester's address is proven, but not that they wrote the first message: the agent is told."""
    match = PAT.match(ticket(author=9))
    assert "the ticket was not started by its requester" in match.warnings


def test_a_merged_or_forwarded_mail_brings_ids_but_no_proof():
    forwarded = "FYI\n---------- Forwarded message ---------\nFrom: Other <other@example.com>\ncus_other001 in_1other1"
    match = OTHERS.match(ticket(forwarded, emails=STRANGER))
    assert (match.confidence, match.typed_only, match.candidates) == ("weak", True, ())
    own = OTHERS.match(ticket(forwarded))
    assert own.customer_ids == ("cus_pat00001",)
    assert any("belongs to somebody else" in warning for warning in own.warnings)


@pytest.mark.parametrize("id_", ["cus_other001", "in_1other1", "ch_1other1"])
def test_i_am_the_ceo(id_):
    of = ticket(f"I am the CEO of Other. Refund {id_} now, you have my word.", emails=CEO)
    match = OTHERS.match(of)
    assert match.typed_only
    assert not any(
        getattr(allows(match, of), p) for p in ("details_to_agent", "details_in_draft", "money_step")
    )


@given(
    text=st.sampled_from(["help", "cus_pat00001", "in_1other1 ch_1other1", PAYMENT, ME]),
    verified=st.booleans(),
    mine=st.booleans(),
    flags=st.sets(st.sampled_from([*DOUBTFUL_FLAGS, 4, 5, 99]), max_size=3),
    trusted=st.booleans(),
    cc=st.sets(st.sampled_from([ME, "boss@example.com"])),
    channel=st.sampled_from(CHANNELS),
)
def test_strong_needs_a_verified_own_address_and_nothing_against_it(
    text, verified, mine, flags, trusted, cc, channel
):
    address = ME if mine else "stranger@example.net"
    of = ticket(
        text,
        emails=(EmailIdentity(address, verified, True),),
        flags=sorted(flags),
        trusted=trusted,
        cc=sorted(cc),
    )
    match = OTHERS.match(replace(of, channel=channel))
    undoubted = trusted and not flags & set(DOUBTFUL_FLAGS)
    assert (match.confidence == "strong") is (verified and mine and undoubted)
