"""A year was renewed, and the customer had forgotten the subscription.

The charge is right and comes from an agreement a year old. The trap: yearly contracts may rest on a signed price or
a notice period, so the contract is read before money moves; and ending the renewal keeps the paid year.
"""

from datetime import timedelta

from plugin.diagnose.examples import case, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import end_at_period_end, explain, refund, until
from plugin.diagnose.words import day, money, plan_name, the_plan, told_of_charge
from plugin.facts import CaseFacts

CODE = "S08"

RECENT = timedelta(days=45)
"""A surprise is written about when the statement comes; what a policy gives back is the policy's own window."""


def look(case: CaseFacts) -> Finding | None:
    # To end it is offered to who is unhappy with it, not to everybody who was renewed.
    wants_out = case.reading.asks("cancel_request", "refund_request", "unexpected_charge", "duplicate_charge")
    for subscription in case.live_subscriptions:
        if subscription.interval != "year" or subscription.collection_method != "charge_automatically":
            continue
        for invoice in case.invoices_of(subscription):
            charge = case.paid_by(invoice)
            if invoice.billing_reason != "subscription_cycle" or charge is None or invoice.quote:
                continue
            if not charge.amount or case.since(charge.created) > RECENT:
                continue
            return Finding(
                bucket="self_serve_missing",
                sentence=f"{the_plan(subscription)} was renewed for a year on {day(charge.created)} for {money(charge)}.",
                evidence=(subscription.id, invoice.id, charge.id),
                reasons_for=(
                    f"{subscription.id} runs since {day(subscription.created)} and is billed yearly.",
                    f"{invoice.number or invoice.id} is its renewal, paid on {day(charge.created)}.",
                ),
                reasons_against=(
                    "Looked for and not found: a quote, payment by invoice.",
                    "The charge is what was agreed; giving it back is a kindness the policy decides.",
                ),
                certainty="proven",
                proposals=(
                    *(
                        end_at_period_end(
                            subscription,
                            f"No further renewal; the plan stays {until(subscription)}. Can be undone.",
                        )
                        if wants_out
                        else explain(f"The plan is billed yearly and was renewed on {day(charge.created)}.")
                    ),
                    *refund(case, charge, "A forgotten yearly renewal, if the policy allows it.", owed=False),
                ),
                gaps=() if case.portal and case.portal.cancel_enabled else ("no_cancellation_flow",),
                tells={
                    **told_of_charge(case, charge),
                    "plan": plan_name(subscription),
                    "end_date": subscription.period_end,
                },
                rests_on=("subscriptions", "invoices", "charges"),
            )
    return None


_YEARLY = sub("sub_y", 370, every="year", price=19000)

FIRES_ON = [case(_YEARLY, paid("sub_y", 5, 19000, reason="subscription_cycle"))]
QUIET_ON = [
    (
        case(sub("sub_y", 5, every="year", price=19000), paid("sub_y", 5, 19000)),
        "the first year, just bought",
    ),
    (case(sub("sub_m", 370), paid("sub_m", 5, reason="subscription_cycle")), "a monthly renewal"),
    (case(_YEARLY, paid("sub_y", 200, 19000, reason="subscription_cycle")), "renewed half a year ago"),
    (
        case(_YEARLY, paid("sub_y", 5, 19000, reason="subscription_cycle", quote="qt_1")),
        "it rests on a quote: a contract, not a surprise",
    ),
]
