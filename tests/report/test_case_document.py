"""The document is exactly docs/case.md, and hides what the match does not allow."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from integrations.money import Money
from plugin.diagnose import detectors
from plugin.facts import Candidate, Match, Pin
from plugin.report.plain_english import amount
from plugin.web.schemas import CaseOut
from tests.report.cases import Worked, duplicate, ticket, told

CONTRACT = Path(__file__).parents[2] / "docs" / "case.md"


VALUES = {"ltr", "rtl", "strong", "weak", "ambiguous", "none", "high", "medium", "low"}
NOT_IN_THE_EXAMPLE = {
    *("what", "why", "permission", "agent_name", "at", "name", "email", "created", "differs"),
    *("agreed", "reason", "note", "said"),
}
"""Names inside lists that are empty there; other tests look at them."""


def documented():
    """Top-level fields of docs/case.md, each with the names given for what is in it."""
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE)
    return {field: set(re.findall(r"`(\w+)(?:\[\])?`", what)) for field, what in rows}


def test_it_has_exactly_the_documented_fields():
    assert set(Worked(duplicate()).document) == set(documented())


@pytest.mark.parametrize(
    "field", ["identity", "billing", "verdict", "revenue_impact", "reply", "reading", "freshness"]
)
def test_every_documented_part_is_there(field):
    document = Worked(duplicate()).document
    assert set(document[field]) <= documented()[field]
    flat = json.dumps(document[field])
    for part in documented()[field] - VALUES - NOT_IN_THE_EXAMPLE:
        assert f'"{part}"' in flat, part


@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.situation)
def test_every_example_fits_the_api_and_json(detector):
    for facts in detector.fires_on:
        document = Worked(replace(facts, ticket=ticket())).document
        assert json.loads(json.dumps(document)) == document
        assert CaseOut().validate(document) == {}


def test_the_numbers_of_a_case():
    document = told().document
    assert document["ticket_id"] == 12
    assert document["as_of"] == "2026-06-15T12:00:00Z"
    assert document["billing"]["subscriptions"][0] == {
        "id": "sub_new",
        "plan": "Pro",
        "status": "active",
        "price": {"amount": 1900, "currency": "usd", "text": "19.00 USD"},
        "interval": "month",
        "interval_count": 1,
        "quantity": 1,
        "since": "2026-06-12T12:00:00Z",
        "renews_at": "2026-07-12T12:00:00Z",
        "ends_at": None,
        "customer_id": "cus_example",
    }
    assert document["billing"]["payments"][0] == {
        "id": "ch_sub_new_3",
        "amount": {"amount": 1900, "currency": "usd", "text": "19.00 USD"},
        "status": "succeeded",
        "at": "2026-06-12T12:00:00Z",
        "method": "visa",
        "last4": "4242",
        "refunded": None,
        "disputed": False,
        "decline": None,
        "invoice": "T-new_3",
    }
    assert document["revenue_impact"]["refund"] == [{"amount": 1900, "currency": "usd", "text": "19.00 USD"}]
    assert document["freshness"] == {
        "read_at": "2026-06-15T12:00:00Z",
        "sentence": "Stripe read live at 2026-06-15 12:00 UTC.",
    }


@pytest.mark.parametrize(
    "match",
    [
        Match("none"),
        Match("ambiguous", candidates=(Candidate("cus_9", "address"),)),
        Match("weak", "cus_9", typed_only=True),
    ],
)
def test_what_the_match_does_not_allow_is_absent(match):
    document = Worked(duplicate(match=match)).document
    assert document["billing"]["visible"] is False
    assert document["billing"]["customer"] is None
    assert (
        document["billing"]["subscriptions"] == document["billing"]["payments"] == document["findings"] == []
    )
    for step in document["plan"]:
        assert step["target"] is None
        assert step["amount"] is None
    assert bool(document["identity"]["candidates"]) is (match.confidence == "ambiguous")
    if match.typed_only:
        assert "cus_9" not in json.dumps(document)


def test_a_pin_is_shown_with_who_and_when():
    facts = duplicate()
    pin = Pin("cus_example", 3, "Ana", facts.now)
    document = Worked(replace(facts, match=replace(facts.match, pin=pin))).document
    assert document["identity"]["pinned_by"] == {"agent_name": "Ana", "at": "2026-06-15T12:00:00Z"}


def test_credit_is_what_the_customer_holds():
    facts = duplicate()
    (picture,) = facts.pictures
    owed = replace(picture, customer=replace(picture.customer, balance=-500, currency="eur"))
    assert Worked(replace(facts, pictures=(owed,))).document["billing"]["customer"]["credit"] == {
        "amount": 500,
        "currency": "eur",
        "text": "5.00 EUR",
    }


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(1900, "usd"), "19.00 USD"),
        (Money(101900, "eur"), "1,019.00 EUR"),
        (Money(1900, "jpy"), "1,900 JPY"),
        (Money(1900, "kwd"), "1.900 KWD"),
        (Money(-5, "usd"), "-0.05 USD"),
    ],
)
def test_amounts_name_their_currency(money, text):
    assert amount(money) == text
