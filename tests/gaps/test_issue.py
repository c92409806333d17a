"""An issue holds the gap's words and counted numbers, and nothing of a customer has a way in."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from integrations.money import Money
from plugin.gaps import gaps
from plugin.gaps.issue import LeakRefused, body, came_back, fingerprint, marker, numbers, title, with_numbers
from plugin.redaction import scan_outbound

AT = datetime(2026, 6, 15, 14, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Demand:
    tickets: int = 12
    customers: int = 9
    mrr: tuple = (Money(38000, "eur"), Money(120400, "usd"))
    refunds: tuple = (Money(1900, "usd"),)
    situations: tuple = (("duplicate_same_customer", 10), ("duplicate_across_customers", 2))
    first_seen: datetime | None = datetime(2026, 6, 1, tzinfo=UTC)
    last_seen: datetime | None = AT


MARK = fingerprint("no_billing_portal", "secret")


@pytest.mark.parametrize("gap", gaps(), ids=lambda g: g.id)
def test_every_gap_makes_an_issue_that_may_be_public(gap):
    text = body(gap, Demand(), fingerprint(gap, "secret"))
    assert scan_outbound(text) == scan_outbound(title(gap)) == []
    assert marker(fingerprint(gap, "secret")) in text
    for part in (gap.what, gap.build, gap.nearest_control, *gap.acceptance):
        assert part in text


def test_the_numbers():
    assert numbers(Demand()) == (
        "<!-- tillside:numbers -->\n"
        "| | |\n"
        "| --- | ---: |\n"
        "| Tickets | 12 |\n"
        "| Customers | 9 |\n"
        "| Monthly revenue of these customers | 380.00 EUR + 1,204.00 USD |\n"
        "| Refunds proposed in these tickets | 19.00 USD |\n"
        "| First seen | 2026-06-01 |\n"
        "| Last seen | 2026-06-15 |\n"
        "\n"
        "| Situation | Tickets |\n"
        "| --- | ---: |\n"
        "| `duplicate_same_customer` | 10 |\n"
        "| `duplicate_across_customers` | 2 |\n"
        "<!-- /tillside:numbers -->"
    )


@pytest.mark.parametrize(
    "slug", ["pat@example.com", "cus_ABCdef123456", "Pat Lee", "fixes #1", "a`b", "<!-- x -->"]
)
def test_a_situation_that_is_no_slug_is_left_out(slug):
    assert slug not in numbers(Demand(situations=((slug, 3),))) or slug.startswith("cus_")
    if slug.startswith("cus_"):
        with pytest.raises(LeakRefused):
            body(gaps()[0], Demand(situations=((slug.lower(), 3),)), MARK)


@pytest.mark.parametrize(
    "leak", ["pat@example.com", "cus_ABCdef123456", "4242 4242 4242 4242", "203.0.113.7"]
)
def test_a_gap_that_names_somebody_is_not_sent(leak):
    with pytest.raises(LeakRefused) as refused:
        body(replace(gaps()[0], build=f"Ask {leak}."), Demand(), MARK)
    assert leak not in str(refused.value)


def test_the_fingerprint_is_versioned_keyed_and_stable():
    assert MARK.startswith("v1:")
    assert fingerprint("no_billing_portal", "secret") == MARK
    assert fingerprint("no_billing_portal", "other") != MARK
    assert fingerprint("no_usage_visibility", "secret") != MARK
    assert scan_outbound(marker(MARK)) == []


def test_renewed_numbers_leave_what_people_wrote():
    gap = gaps()[0]
    first = body(gap, Demand(), MARK)
    edited = first.replace("## Proposal", "## Proposal\n\nDiscussed with ana@example.com, see #12.")
    renewed = with_numbers(edited, Demand(tickets=13), gap, MARK)
    assert "Discussed with ana@example.com, see #12." in renewed
    assert "| Tickets | 13 |" in renewed
    assert "| Tickets | 12 |" not in renewed
    assert with_numbers(renewed, Demand(tickets=13), gap, MARK) == renewed


def test_a_removed_block_or_marker_is_put_back():
    gap = gaps()[0]
    renewed = with_numbers("Only my words.", Demand(), gap, MARK)
    assert renewed.startswith(marker(MARK))
    assert "Only my words." in renewed
    assert "| Tickets | 12 |" in renewed
    assert with_numbers("", Demand(), gap, MARK) == body(gap, Demand(), MARK)


def test_the_comment_on_coming_back_counts_and_names_nobody():
    assert (
        came_back(Demand())
        == "Reopened: support tickets show this again, last on 2026-06-15. 12 tickets so far."
    )
