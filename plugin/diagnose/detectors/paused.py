"""The subscription is paused.

Either only the collecting is paused, and the status still says active, or the subscription itself. The trap:
resuming bills at once; and a subscription paused after a trial waits for a card, not for a click.
"""

from integrations.records import Subscription
from plugin.diagnose.examples import ago as _ago
from plugin.diagnose.examples import case, sub
from plugin.diagnose.finding import Finding, Proposal
from plugin.diagnose.remedies import explain, new_card
from plugin.diagnose.words import day, plan_name, the_plan
from plugin.facts import CaseFacts

CODE = "S14"


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.live_subscriptions:
        if subscription.status != "paused" and not subscription.pause_behavior:
            continue
        resumes = subscription.pause_resumes_at
        wants_it_back = case.reading.asks(
            "product_failure_complaint", "payment_failed", "plan_or_seat_question"
        )
        after_trial = subscription.status == "paused" and subscription.trial_end is not None
        card = (
            new_card(case, subscription.customer, "With a card on file the paused plan can go on.")
            if after_trial
            else ()
        )
        return Finding(
            bucket="self_serve_missing",
            sentence=f"{the_plan(subscription)} is paused" + (f" until {day(resumes)}." if resumes else "."),
            evidence=(subscription.id,),
            reasons_for=(
                f"{subscription.id} is {subscription.status}"
                + (
                    f"; its invoices are {subscription.pause_behavior.replace('_', ' ')}."
                    if subscription.pause_behavior
                    else "."
                ),
                *(("Its trial ended without a payment method.",) if after_trial and card else ()),
            ),
            reasons_against=("Looked for and not found: a date on which it goes on by itself.",)
            if not resumes
            else ("It goes on by itself; nothing needs to be done.",),
            certainty="proven",
            proposals=card or (_resume(subscription) if wants_it_back and not resumes else _explain()),
            tells={"plan": plan_name(subscription), "resumes_date": resumes},
            rests_on=("subscriptions",),
        )
    return None


def _explain() -> tuple[Proposal, ...]:
    return explain("Say since when it is paused and what brings it back.")


def _resume(subscription: Subscription) -> tuple[Proposal, ...]:
    why = "The customer wants it back; billing starts again."
    return (Proposal("resume_subscription", why, subscription.id, needs=("subscriptions",)),)


FIRES_ON = [
    case(sub("sub_a", 40, pause_behavior="void", pause_resumes_at=_ago(-20))),
    case(sub("sub_a", 40, status="paused", trial_end=_ago(10))),
    case(sub("sub_a", 40, status="paused")),
]
QUIET_ON = [
    (case(sub("sub_a", 40)), "it runs"),
    (case(sub("sub_a", 40, status="canceled", pause_behavior="void")), "it is over"),
]
