"""An issue holds the gap's words and counted numbers, and nothing of a customer has a way in."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrations.money import Money
from plugin.gaps import gaps
from plugin.gaps.issue import (
    LONGEST_BODY,
    LeakRefused,
    body,
    came_back,
    fingerprint,
    marker,
    news,
    numbers,
    said,
    title,
    with_numbers,
)
from plugin.redaction import scan_outbound

AT = datetime(2026, 6, 15, 14, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Window:
    days: int | None
    tickets: int = 12
    customers: int = 9
    mrr: tuple = (Money(38000, "eur"), Money(120400, "usd"))
    refunds: tuple = (Money(1900, "usd"),)
    agent_minutes: int = 130


@dataclass(frozen=True)
class Demand:
    tickets: int = 12
    customers: int = 9
    mrr: tuple = (Money(38000, "eur"), Money(120400, "usd"))
    refunds: tuple = (Money(1900, "usd"),)
    situations: tuple = (("duplicate_same_customer", 10), ("duplicate_across_customers", 2))
    first_seen: datetime | None = datetime(2026, 6, 1, tzinfo=UTC)
    last_seen: datetime | None = AT
    weeks: tuple = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 8)

    @property
    def windows(self):
        return (Window(7, 1, 1, (), (), 10), Window(30, 8), Window(90, 12), Window(None, self.tickets))


ON = AT.date()
MARK = fingerprint("no_billing_portal", "secret")


@pytest.mark.parametrize("gap", gaps(), ids=lambda g: g.id)
def test_every_gap_makes_an_issue_that_may_be_public(gap):
    text = body(gap, Demand(), fingerprint(gap, "secret"), on=ON)
    assert scan_outbound(text) == scan_outbound(title(gap)) == []
    assert marker(fingerprint(gap, "secret")) in text
    for part in (gap.what, gap.build, gap.nearest_control, *gap.acceptance):
        assert part in text


def test_the_numbers():
    assert numbers(Demand(), on=ON) == (
        "<!-- tillside:numbers -->\n"
        "|  | last 7 days | last 30 days | last 90 days | all time |\n"
        "| --- | ---: | ---: | ---: | ---: |\n"
        "| Tickets | 1 | 8 | 12 | 12 |\n"
        "| Customers | 1 | 9 | 9 | 9 |\n"
        "| Monthly revenue of these customers | none | 380.00 EUR + 1,204.00 USD | 380.00 EUR + 1,204.00 USD"
        " | 380.00 EUR + 1,204.00 USD |\n"
        "| Refunds in these tickets | none | 19.00 USD | 19.00 USD | 19.00 USD |\n"
        "| Agent minutes (estimated) | 10 | 130 | 130 | 130 |\n"
        "\n"
        "First seen 2026-06-01, last seen 2026-06-15.\n"
        "\n"
        "```mermaid\n"
        "xychart-beta\n"
        '    title "Tickets per week"\n'
        '    x-axis ["03-23", "03-30", "04-06", "04-13", "04-20", "04-27", "05-04", "05-11", "05-18", "05-25",'
        ' "06-01", "06-08"]\n'
        '    y-axis "Tickets" 0 --> 8\n'
        "    bar [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 8]\n"
        "```\n"
        "\n"
        "| Situation | Tickets |\n"
        "| --- | ---: |\n"
        "| `duplicate_same_customer` | 10 |\n"
        "| `duplicate_across_customers` | 2 |\n"
        "<!-- /tillside:numbers -->"
    )


def test_tickets_are_named_only_when_asked_and_by_number_alone():
    assert "Newest" not in numbers(Demand(), on=ON)
    shown = numbers(Demand(), on=ON, tickets=(7, 4711, 123456789))
    assert "Newest tickets: `123456789`, `4711`, `7`" in shown
    assert scan_outbound(shown) == []


@pytest.mark.parametrize(
    "slug", ["pat@example.com", "cus_ABCdef123456", "Pat Lee", "fixes #1", "a`b", "<!-- x -->"]
)
def test_a_situation_that_is_no_slug_is_left_out(slug):
    assert slug not in numbers(Demand(situations=((slug, 3),)), on=ON) or slug.startswith("cus_")
    if slug.startswith("cus_"):
        with pytest.raises(LeakRefused):
            body(gaps()[0], Demand(situations=((slug.lower(), 3),)), MARK, on=ON)


@pytest.mark.parametrize(
    "leak", ["pat@example.com", "cus_ABCdef123456", "4242 4242 4242 4242", "203.0.113.7"]
)
def test_a_gap_that_names_somebody_is_not_sent(leak):
    with pytest.raises(LeakRefused) as refused:
        body(replace(gaps()[0], build=f"Ask {leak}."), Demand(), MARK, on=ON)
    assert leak not in str(refused.value)


def test_the_fingerprint_is_versioned_keyed_and_stable():
    assert MARK.startswith("v1:")
    assert fingerprint("no_billing_portal", "secret") == MARK
    assert fingerprint("no_billing_portal", "other") != MARK
    assert fingerprint("no_usage_visibility", "secret") != MARK
    assert scan_outbound(marker(MARK)) == []


def renewed(text, demand=None, **more):
    return with_numbers(text, demand or Demand(tickets=13), gaps()[0], MARK, on=ON, **more)


def test_renewed_numbers_leave_what_people_wrote():
    first = body(gaps()[0], Demand(), MARK, on=ON)
    edited = first.replace("## Done", "Discussed with ana@example.com, see #12.\n\n## Done")
    after = renewed(edited)
    assert "Discussed with ana@example.com, see #12." in after
    assert "| Tickets | 1 | 8 | 12 | 13 |" in after
    assert "| Tickets | 1 | 8 | 12 | 12 |" not in after
    assert renewed(after) == after


def test_a_removed_block_or_marker_is_put_back():
    after = renewed("Only my words.")
    assert after.startswith(marker(MARK))
    assert "Only my words." in after
    assert "| Tickets | 1 | 8 | 12 | 13 |" in after
    assert renewed("", Demand()) == body(gaps()[0], Demand(), MARK, on=ON)


def test_a_block_without_its_end_swallows_nothing_people_wrote():
    torn = body(gaps()[0], Demand(), MARK, on=ON).replace("<!-- /tillside:numbers -->", "")
    once = renewed(torn + "\nOur notes.")
    twice = renewed(once, Demand(tickets=14))
    assert "Our notes." in twice
    assert twice.count("| 14 |") == 1
    assert len(twice) == len(once)


def test_of_two_blocks_the_first_is_kept_current():
    one = body(gaps()[0], Demand(), MARK, on=ON)
    after = renewed(one + "\n" + numbers(Demand(), on=ON))
    assert after.count("| 12 | 13 |") == 1
    assert after.count("| 12 | 12 |") == 1


def test_line_ends_of_a_browser_are_no_obstacle():
    after = renewed(body(gaps()[0], Demand(), MARK, on=ON).replace("\n", "\r\n"))
    assert after.count("tillside:numbers") == 2
    assert "| 12 | 13 |" in after


def test_at_githubs_limit_the_block_gets_shorter_and_then_nothing_is_written():
    nearly = "x" * (LONGEST_BODY - 900)
    assert len(renewed(nearly)) <= LONGEST_BODY
    assert "mermaid" not in renewed(nearly)
    assert "| 12 | 13 |" in renewed(nearly)
    full = "x" * LONGEST_BODY
    assert renewed(full) == full


def test_a_template_of_ones_own_keeps_the_marker():
    text = body(gaps()[0], Demand(), MARK, on=ON, template="Need: $what $unknown\n\n$demand\n")
    assert text.startswith(marker(MARK) + "\nNeed: There is no billing page")
    assert "$unknown" in text
    assert "mermaid" in text


def test_the_comment_on_coming_back_counts_and_names_nobody():
    closed = datetime(2026, 6, 3, tzinfo=UTC)
    comment = came_back(Demand(), closed=closed, grace_days=7, mark=said(MARK, "x"))
    assert (
        "Reopened as a regression: 12 support tickets of 9 customers show this again since 2026-06-10 "
        "(7 days after it was closed), last on 2026-06-15."
    ) in comment
    assert "`duplicate_same_customer` | 10" in comment
    assert scan_outbound(comment) == []


def test_news_say_what_changed():
    comment = news(Demand(), threshold=10, situations=("new_one", "cus_A"), mark=said(MARK, "y"))
    assert "More than 9 support tickets show this now: 12 tickets of 9 customers." in comment
    assert "It is met in a new situation: `new_one`." in comment


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 10**12), min_size=4, max_size=4),
    st.sampled_from(["usd", "eur", "jpy", "kwd"]),
    st.lists(st.integers(0, 10**7), min_size=12, max_size=12),
)
def test_no_number_looks_private(values, currency, weeks):
    count, customers, amount, minutes = values

    class Any(Demand):
        @property
        def windows(self):
            money = (Money(amount, currency), Money(count, "usd"))
            return tuple(Window(d, count, customers, money, money, minutes) for d in (7, 30, 90, None))

    text = numbers(Any(tickets=count, weeks=tuple(weeks), situations=(("a_b", count),)), on=ON)
    assert scan_outbound(text) == []
