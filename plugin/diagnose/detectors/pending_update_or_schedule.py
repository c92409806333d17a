"""A change of the subscription is waiting: for its payment, or for its day.

An upgrade that could not be paid is not applied; a scheduled change comes with the next phase. The trap: editing the
subscription beside its schedule breaks what was agreed.
"""

from integrations.records import Subscription
from plugin.diagnose.examples import ago as _ago
from plugin.diagnose.examples import case, paid, sub, unpaid
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, pay_invoice
from plugin.diagnose.words import day, plan_name, the_plan
from plugin.facts import Bucket, CaseFacts

CODE = "S13"


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.live_subscriptions:
        expires = subscription.pending_update_expires_at
        waits_for_payment = expires is not None and expires > case.now
        if not waits_for_payment and not subscription.schedule:
            continue
        invoice = case.invoice(subscription.latest_invoice) or next(
            iter(case.invoices_of(subscription)), None
        )
        waits_for = f"its payment until {day(expires)}" if waits_for_payment else "its scheduled day"
        return Finding(
            bucket=_bucket(subscription, waits_for_payment),
            sentence=f"A change of {the_plan(subscription)} is waiting for {waits_for}.",
            evidence=tuple(x for x in (subscription.id, subscription.schedule) if x),
            reasons_for=(
                *(
                    (f"{subscription.id} has an update that is applied once it is paid.",)
                    if waits_for_payment
                    else ()
                ),
                *(
                    (f"{subscription.id} follows the schedule {subscription.schedule}.",)
                    if subscription.schedule
                    else ()
                ),
            ),
            reasons_against=("Looked for and not found: the change already in force.",),
            certainty="proven" if waits_for_payment else "likely",
            proposals=(
                *(pay_invoice(invoice) if waits_for_payment else ()),
                *explain(f"Say that the change waits for {waits_for}; edit nothing beside it."),
            ),
            tells={"plan": plan_name(subscription), "expires_date": expires if waits_for_payment else None},
            rests_on=("subscriptions",),
        )
    return None


def _bucket(subscription: Subscription, waits_for_payment: bool) -> Bucket:
    """A change that waits for its day is a team's matter only where there is a team."""
    if waits_for_payment:
        return "payment_failed"
    return "multi_seat_intent" if subscription.quantity > 1 else "self_serve_missing"


FIRES_ON = [
    case(
        sub("sub_a", 40, pending_update_expires_at=_ago(-0.5)),
        unpaid("sub_a", 0.5, reason="subscription_update"),
    ),
    case(sub("sub_a", 40, schedule="sub_sched_1")),
]
QUIET_ON = [
    (case(sub("sub_a", 40), paid("sub_a", 40)), "no change is waiting"),
    (case(sub("sub_a", 40, pending_update_expires_at=_ago(3))), "the change expired: nothing waits any more"),
]
