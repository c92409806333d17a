"""The discount has ended, and the full price was charged.

Discounts are agreed for a time; the first bill after it looks like a price rise. The trap: a new coupon overwrites
all discounts the subscription still has.
"""

from datetime import timedelta
from itertools import pairwise

from plugin.diagnose.examples import case, coupon, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, show_invoice
from plugin.diagnose.words import day, money, plan_name, the_plan, told_of_invoice
from plugin.facts import CaseFacts

CODE = "S15"

RECENT = timedelta(days=60)
"""The first full bill is the one that is noticed; later ones no longer surprise."""


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.live_subscriptions:
        bills = [i for i in case.invoices_of(subscription) if i.status in {"paid", "open"} and i.total > 0]
        for now, before in pairwise(bills):
            if (
                case.since(now.created) > RECENT
                or now.discount > 0
                or before.discount <= 0
                or now.total <= before.total
            ):
                continue
            # An ended discount may already have been taken off the subscription.
            ends = [d.end for d in subscription.discounts if d.end and before.created <= d.end <= now.created]
            ended = ends[0] if ends else None
            return Finding(
                bucket="self_serve_missing",
                sentence=f"The discount on {the_plan(subscription)} has ended; {money(now)} instead of {money(before)} "
                f"was billed on {day(now.created)}.",
                evidence=(subscription.id, before.id, now.id),
                reasons_for=(
                    f"{before.number or before.id} of {day(before.created)} had a discount of {money(before, before.discount)}.",
                    f"{now.number or now.id} of {day(now.created)} has none"
                    + (f"; it ended on {day(ended)}." if ended else "."),
                ),
                reasons_against=("Looked for and not found: a change of plan or seats between the two.",)
                if not case.proration_lines(now)
                else ("The later one also prorates a change.",),
                certainty="proven" if ended else "likely",
                proposals=(
                    *explain("Say until when the discount was agreed and what the plan costs."),
                    *show_invoice(now, "It shows the full price."),
                ),
                tells={
                    **told_of_invoice(case, now),
                    "plan": plan_name(subscription),
                    "coupon_end": ended,
                    "before": money(before),
                },
                rests_on=("invoices",),
            )
    return None


FIRES_ON = [
    case(
        sub("sub_a", 62, discounts=(coupon(ended=10),)),
        paid("sub_a", 32, 950, discount=950, reason="subscription_cycle"),
        paid("sub_a", 2, reason="subscription_cycle"),
    ),
    case(
        sub("sub_a", 32), paid("sub_a", 32, 950, discount=950), paid("sub_a", 2, reason="subscription_cycle")
    ),
]
QUIET_ON = [
    (
        case(sub("sub_a", 32), paid("sub_a", 32, 950, discount=950), paid("sub_a", 2, 950, discount=950)),
        "still discounted",
    ),
    (case(sub("sub_a", 32), paid("sub_a", 32), paid("sub_a", 2)), "there never was a discount"),
    (
        case(sub("sub_a", 200), paid("sub_a", 120, 950, discount=950), paid("sub_a", 90)),
        "the full price for months",
    ),
]
