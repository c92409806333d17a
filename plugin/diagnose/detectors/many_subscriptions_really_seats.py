"""Several subscriptions to the same plan serve several people or workspaces: a team that bought seat by seat.

Where the product sells no seats, teams buy one subscription each. The trap: it looks like a duplicate, and
refunding or ending one takes a colleague's access away. Nothing is refunded; one subscription with seats is offered.
"""

from itertools import combinations
from typing import Any

from integrations.money import Money
from integrations.records import Subscription
from plugin.diagnose.examples import case, paid, sub
from plugin.diagnose.finding import Finding, Impact
from plugin.diagnose.remedies import ask, explain
from plugin.diagnose.same_purchase import for_different_holders, holder, runs_on, same_goods
from plugin.diagnose.words import plan_name, since, the_plan
from plugin.facts import CaseFacts, monthly_value

CODE = "S06"

A_TEAM = 3
"""Two may also be one person's two projects; from three on it is a team beyond doubt."""


def look(case: CaseFacts) -> Finding | None:
    running = [s for s in case.live_subscriptions if runs_on(s)]
    for first in running:
        alike = [s for s in running if same_goods(first, s) and holder(s)]
        if len(alike) > 1 and all(for_different_holders(a, b) for a, b in combinations(alike, 2)):
            return _finding(case, tuple(alike))
    return None


def _finding(case: CaseFacts, seats: tuple[Subscription, ...]) -> Finding:
    first = seats[0]
    each = sum((i.price.unit_amount or 0) * i.quantity for i in first.items)
    total = sum((i.price.unit_amount or 0) * i.quantity for s in seats for i in s.items)
    values = [v for s in seats if (v := monthly_value(s))]
    at_risk = (Money(sum(v.amount for v in values), first.currency),) if values else ()
    return Finding(
        bucket="multi_seat_intent",
        sentence=f"{len(seats)} subscriptions to {the_plan(first)} serve different holders; they are seats, not duplicates.",
        evidence=tuple(s.id for s in seats),
        reasons_for=(
            *(f"The one of {since(case, s)}: {_mark(s)} ({s.id})." for s in seats),
            "Each is marked for another holder by the app.",
        ),
        reasons_against=("Looked for and not found: two with the same mark.",),
        certainty="proven" if len(seats) >= A_TEAM else "likely",
        proposals=(
            *explain("Say which subscription serves whom; refund and end nothing until the owner confirms."),
            *ask("Ask the owner whether one subscription with several seats would serve better."),
        ),
        gaps=("no_plan_or_seat_explanation",),
        impact=Impact(at_risk=at_risk),
        tells={
            "count": len(seats),
            "plan": plan_name(first),
            "amount": Money(each, first.currency),
            "total": Money(total, first.currency),
            "interval": first.interval,
        },
        blocks_money=(
            "These subscriptions serve different people: the owner must confirm before one is touched.",
        ),
        rests_on=("subscriptions",),
    )


def _mark(subscription: Subscription) -> str:
    """By workspace or user id where there is one; an address only where nothing else tells them apart."""
    marks = sorted(holder(subscription))
    return ", ".join(f"{key} {value}" for key, value in [m for m in marks if "@" not in m[1]] or marks)


_RED: dict[str, Any] = {"metadata": {"workspace": "red"}}
_BLUE: dict[str, Any] = {"metadata": {"workspace": "blue"}}
_GREEN: dict[str, Any] = {"metadata": {"workspace": "green"}}

FIRES_ON = [
    case(
        *(
            (sub(f"sub_{i}", 30 * i, **mark), paid(f"sub_{i}", 30 * i))
            for i, mark in enumerate((_RED, _BLUE, _GREEN), 1)
        )
    ),
    case(sub("sub_1", 90, description="Repo one"), sub("sub_2", 3, description="Repo two")),
]
QUIET_ON = [
    (
        case(sub("sub_1", 3.01), paid("sub_1", 3.01), sub("sub_2", 3), paid("sub_2", 3)),
        "no mark at all: a duplicate",
    ),
    (case(sub("sub_1", 9, **_RED), sub("sub_2", 3, **_RED)), "the same workspace twice: a duplicate"),
    (case(sub("sub_1", 9, **_RED), sub("sub_2", 3, plan="storage", **_BLUE)), "different products"),
    (case(sub("sub_1", 9, **_RED), sub("sub_2", 3, status="canceled", **_BLUE)), "only one is left"),
]
