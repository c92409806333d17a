"""Every gap's own examples, and what each file must hold."""

from dataclasses import replace

import pytest

from plugin.diagnose import diagnose
from plugin.facts import Match
from plugin.gaps import gap, gaps, sightings
from plugin.redaction import scan_outbound

FIVE = {
    "no_billing_portal",
    "no_usage_visibility",
    "no_plan_or_seat_explanation",
    "no_cancellation_flow",
    "no_duplicate_subscription_guard",
}


def test_the_five_gaps_are_known_by_their_file_names():
    assert {known.id for known in gaps()} == FIVE
    assert gap("no_billing_portal").title
    assert gap("nonsense") is None


@pytest.mark.parametrize("known", gaps(), ids=lambda g: g.id)
def test_fires_on_its_examples(known):
    assert known.fires_on
    for facts in known.fires_on:
        assert known.id in {s.gap for s in sightings(facts, diagnose(facts))}


@pytest.mark.parametrize(
    ("known", "facts", "why"), [(g, facts, why) for g in gaps() for facts, why in g.quiet_on], ids=lambda x: x if isinstance(x, str) else ""
)  # fmt: skip
def test_is_quiet_on_look_alikes(known, facts, why):
    assert known.id not in {s.gap for s in sightings(facts, diagnose(facts))}, why


@pytest.mark.parametrize("known", gaps(), ids=lambda g: g.id)
def test_a_gap_is_written_for_a_product_manager_and_the_public(known):
    assert len(known.acceptance) >= 3
    assert all(len(text) > 40 for text in (known.title, known.what, known.build, known.nearest_control))
    assert "product-gap" in known.labels
    assert (
        scan_outbound(
            "\n".join([known.title, known.what, known.build, known.nearest_control, *known.acceptance])
        )
        == []
    )


@pytest.mark.parametrize("known", gaps(), ids=lambda g: g.id)
def test_text_alone_never_shows_a_gap(known):
    """The same words without anything read about a customer."""
    for facts in known.fires_on:
        unread = replace(facts, pictures=(), match=Match("none"))
        assert sightings(unread, diagnose(unread)) == ()
