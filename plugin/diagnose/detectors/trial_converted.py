"""A trial ended, and the first real payment was taken.

The card given for the trial pays as announced. The trap: it is no duplicate and no mistake, yet nobody may have been
reminded; a refund is a kindness of the policy, and the plan must be set to end or the next month is charged too.
"""

from datetime import timedelta

from plugin.diagnose.examples import ago as _ago
from plugin.diagnose.examples import case, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import end_at_period_end, explain, refund, until
from plugin.diagnose.words import day, money, plan_name, the_plan, told_of_charge
from plugin.facts import CaseFacts

CODE = "S09"

FIRST_PAYMENT_WITHIN = timedelta(days=3)
"""Invoices are finalised an hour after the trial; retries may take days."""

RECENT = timedelta(days=45)
"""A charge is questioned when the statement comes."""


def look(case: CaseFacts) -> Finding | None:
    # To end it is offered to who is unhappy with it, not to everybody who was renewed.
    wants_out = case.reading.asks("cancel_request", "refund_request", "unexpected_charge", "duplicate_charge")
    for subscription in case.subscriptions:
        end = subscription.trial_end
        if end is None or end > case.now:
            continue
        taken = [c for i in case.invoices_of(subscription) if (c := case.paid_by(i)) and c.amount > 0]
        first = min(taken, key=lambda c: c.created, default=None)
        if first is None or not timedelta(0) <= first.created - end <= FIRST_PAYMENT_WITHIN:
            continue
        if case.since(first.created) > RECENT:
            continue
        return Finding(
            bucket="self_serve_missing",
            sentence=f"The trial of {the_plan(subscription)} ended on {day(end)}, and the first payment of {money(first)} was taken.",
            evidence=(subscription.id, first.id),
            reasons_for=(
                f"{subscription.id} was on trial until {day(end)}.",
                f"{first.id} on {day(first.created)} is its first payment.",
            ),
            reasons_against=(
                "Looked for and not found: an earlier payment for this subscription.",
                "The charge is what the trial announced; giving it back is a kindness the policy decides.",
            ),
            certainty="proven",
            proposals=(
                *(
                    end_at_period_end(
                        subscription,
                        f"No further payment; the plan stays {until(subscription)}. Can be undone.",
                    )
                    if wants_out
                    else explain(f"The trial ended on {day(end)} and went over into the paid plan.")
                ),
                *refund(case, first, "The first payment after a trial, if the policy allows it.", owed=False),
            ),
            gaps=() if case.portal and case.portal.cancel_enabled else ("no_cancellation_flow",),
            tells={
                **told_of_charge(case, first),
                "plan": plan_name(subscription),
                "trial_end": end,
                "end_date": subscription.period_end,
            },
            rests_on=("subscriptions", "invoices", "charges"),
        )
    return None


FIRES_ON = [
    case(
        sub("sub_t", 18, trial_end=_ago(4)),
        paid("sub_t", 18, 0),
        paid("sub_t", 4, reason="subscription_cycle"),
    )
]
QUIET_ON = [
    (case(sub("sub_t", 4, status="trialing", trial_end=_ago(-10)), paid("sub_t", 4, 0)), "still on trial"),
    (case(sub("sub_a", 4), paid("sub_a", 4)), "there was no trial"),
    (
        case(sub("sub_t", 80, trial_end=_ago(66)), paid("sub_t", 66, reason="subscription_cycle")),
        "converted two months ago: it is an ordinary renewal by now",
    ),
    (case(sub("sub_t", 18, trial_end=_ago(4)), paid("sub_t", 18, 0)), "nothing was paid after the trial"),
]
