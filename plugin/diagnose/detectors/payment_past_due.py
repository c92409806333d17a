"""A renewal could not be charged, and the subscription is past due.

The invoice stays open and is tried again. The trap: a new default card of the customer does not help a subscription
that has its own card, and a bank that says "do not try again" means it.
"""

from plugin.diagnose.examples import SEPA, card, case, charged, intent, paid, sub, unpaid
from plugin.diagnose.finding import Finding, Impact
from plugin.diagnose.remedies import new_card, new_card_gap, own_method_trap, pay_invoice
from plugin.diagnose.words import counted, day, method_of, money, plan_name, the_plan
from plugin.facts import CaseFacts, monthly_value

CODE = "S16"

NO_USE_TRYING = frozenset(
    {"lost_card", "stolen_card", "pickup_card", "restricted_card", "do_not_try_again", "fraudulent",
     "revocation_of_authorization", "revocation_of_all_authorizations", "invalid_account", "card_not_supported"}
)  # fmt: skip
"""Declines no retry will change; only another card helps."""


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.live_subscriptions:
        if subscription.status != "past_due":
            continue
        invoice = next(
            (i for i in case.invoices_of(subscription) if i.status == "open" and i.amount_remaining > 0), None
        )
        if invoice is not None:
            settling = case.intent_of(invoice)
            if settling is not None and settling.status in {"processing", "succeeded"}:
                continue
        tried = case.payments_of(invoice) if invoice else ()
        last = next((c for c in tried if c.status == "failed"), None)
        if any(c.status == "pending" for c in tried):
            continue
        decline = (last.decline_code or last.failure_code) if last else None
        hopeless = bool(last) and bool({decline, last.advice_code if last else None} & NO_USE_TRYING)
        at_risk = [money(invoice, invoice.amount_remaining)] if invoice else []
        value = monthly_value(subscription)
        amount = f"{at_risk[0]}" if at_risk else "An invoice"
        return Finding(
            bucket="payment_failed",
            sentence=f"{amount} for {the_plan(subscription)} could not be charged; the subscription is past due.",
            evidence=tuple(x.id for x in (subscription, invoice, last) if x),
            reasons_for=(
                f"{subscription.id} is past_due.",
                *(
                    (
                        f"{invoice.number or invoice.id} is open after {counted(invoice.attempt_count, 'attempt')}"
                        + (
                            f"; tried again on {day(invoice.next_payment_attempt)}."
                            if invoice.next_payment_attempt
                            else "; no further attempt is planned."
                        ),
                    )
                    if invoice
                    else ()
                ),
                *(
                    (
                        f"The last attempt, {method_of(last.method)}, was declined: {decline or 'no reason given'}.",
                    )
                    if last
                    else ()
                ),
                *(("The bank says not to try this card again.",) if hopeless else ()),
            ),
            reasons_against=(
                "Looked for and not found: a payment still under way, money received elsewhere.",
                *own_method_trap(subscription),
                *(("The open invoice itself was not found.",) if invoice is None else ()),
            ),
            certainty="proven" if invoice else "likely",
            proposals=(
                *new_card(case, subscription.customer, "A new card there also pays what is open."),
                *pay_invoice(invoice),
            ),
            gaps=new_card_gap(case),
            impact=Impact(at_risk=tuple(at_risk), mrr_lost=(value,) if value and value.amount > 0 else ()),
            tells={
                "amount": at_risk[0] if at_risk else None,
                "invoice_number": invoice.number if invoice else None,
                "plan": plan_name(subscription),
                "last4": last.method.last4 if last and last.method else None,
                "next_attempt": invoice.next_payment_attempt if invoice else None,
                "attempts": invoice.attempt_count if invoice else None,
            },
            rests_on=("subscriptions", "invoices"),
        )
    return None


_DUE = sub("sub_a", 62, status="past_due")

FIRES_ON = [
    case(_DUE, unpaid("sub_a", 2)),
    case(_DUE, unpaid("sub_a", 2, decline="lost_card", method=card(last4="9979"))),
]
QUIET_ON = [
    (case(sub("sub_a", 62), paid("sub_a", 2, reason="subscription_cycle")), "paid"),
    (
        case(_DUE, unpaid("sub_a", 2, decline=None), intent("pi_sub_a_2", 2, status="processing")),
        "the payment is under way",
    ),
    (
        case(_DUE, unpaid("sub_a", 2, decline=None),
             charged("ch_d", 2, payment_intent="pi_sub_a_2", status="pending", method=SEPA)),
        "a bank debit is pending",
    ),
    (case(sub("sub_a", 62, status="unpaid"), unpaid("sub_a", 2)), "given up trying: another situation"),
]  # fmt: skip
