"""The subscription was started, but its first payment never went through.

The product stays closed until it does. The trap: there are 23 hours to pay; after that the subscription is over for
good and only a new checkout helps. Nothing was taken, so nothing is refunded.
"""

from datetime import timedelta

from plugin.diagnose.examples import case, paid, sub, unpaid
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import new_checkout, pay_invoice
from plugin.diagnose.words import day, method_of, money, plan_name, the_plan
from plugin.facts import CaseFacts

CODE = "S19"

TIME_TO_PAY = timedelta(hours=23)
"""https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses"""

RECENT = timedelta(days=30)
"""Somebody who still wants the product writes within a month."""


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.subscriptions:
        if (
            subscription.status not in {"incomplete", "incomplete_expired"}
            or case.since(subscription.created) > RECENT
        ):
            continue
        if any(s.live and s.products & subscription.products for s in case.subscriptions):
            continue
        invoice = next(iter(case.invoices_of(subscription)), None)
        tried = case.payments_of(invoice) if invoice else ()
        until = subscription.created + TIME_TO_PAY
        in_time = subscription.status == "incomplete" and until > case.now
        decline = (tried[0].decline_code or tried[0].failure_code) if tried else None
        return Finding(
            bucket="payment_failed",
            sentence=f"The first payment for {the_plan(subscription)} on {day(subscription.created)} did not go through; "
            + ("it can still be made." if in_time else "the time to make it is over."),
            evidence=(subscription.id, *((invoice.id,) if invoice else ()), *(c.id for c in tried)),
            reasons_for=(
                f"{subscription.id} is {subscription.status}.",
                *(
                    (f"{method_of(tried[0].method)} was declined: {decline or 'no reason given'}.",)
                    if tried
                    else ()
                ),
            ),
            reasons_against=("Looked for and not found: another live subscription to the same plan.",),
            certainty="proven",
            proposals=pay_invoice(invoice)
            if in_time and invoice and invoice.hosted_url
            else new_checkout(
                "The old one can no longer be paid; only a new checkout helps.", subscription.id
            ),
            tells={
                "amount": money(invoice) if invoice else None,
                "plan": plan_name(subscription),
                "last4": tried[0].method.last4 if tried and tried[0].method else None,
                "expires_date": until if in_time else None,
                "created_date": subscription.created,
            },
            rests_on=("subscriptions",),
        )
    return None


_STARTED = sub("sub_a", 0.2, status="incomplete")

FIRES_ON = [
    case(_STARTED, unpaid("sub_a", 0.2, reason="subscription_create")),
    case(sub("sub_a", 4, status="incomplete_expired")),
]
QUIET_ON = [
    (case(_STARTED, sub("sub_b", 0.1), paid("sub_b", 0.1)), "a second attempt worked"),
    (case(sub("sub_a", 90, status="incomplete_expired")), "three months ago"),
    (case(sub("sub_a", 0.2), paid("sub_a", 0.2)), "paid"),
]
