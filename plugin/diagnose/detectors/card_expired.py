"""The card that pays the subscription has expired.

The date on the card is over, or the bank said so. The trap: banks often replace the number by themselves, so a
payment after the date proves the card works; and a subscription with its own card ignores the customer's default.
"""

from datetime import UTC, datetime

from integrations.records import PaymentMethod, Subscription
from plugin.diagnose.examples import card, case, customer, paid, sub, unpaid
from plugin.diagnose.finding import Finding, Impact
from plugin.diagnose.remedies import new_card, new_card_gap, own_method_trap, pay_invoice
from plugin.diagnose.words import day, listed, method_of, money, plan_name, the_plan
from plugin.facts import CaseFacts

CODE = "S18"


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.live_subscriptions:
        method = _pays(case, subscription)
        expired_on = _end_of(method)
        told_by_bank = next(
            (
                c
                for i in case.invoices_of(subscription)
                if i.status == "open"
                for c in case.payments_of(i)
                if c.status == "failed" and "expired_card" in {c.decline_code, c.failure_code}
            ),
            None,
        )
        over = expired_on is not None and expired_on <= case.now
        if not over and told_by_bank is None:
            continue
        worked = [c.created for c in case.charges_of(subscription) if c.status == "succeeded"]
        proof_against = told_by_bank.created if told_by_bank else expired_on
        if proof_against and any(moment >= proof_against for moment in worked):
            continue
        card_used = told_by_bank.method if told_by_bank and told_by_bank.method else method
        invoice = next((i for i in case.invoices_of(subscription) if i.status == "open"), None)
        due = money(invoice, invoice.amount_remaining) if invoice else None
        return Finding(
            bucket="payment_failed",
            sentence=f"The {method_of(card_used)} that pays {the_plan(subscription)} has expired"
            + (f"; {due} is open." if due else "."),
            evidence=tuple(
                x
                for x in (
                    subscription.id,
                    card_used.id if card_used else None,
                    told_by_bank.id if told_by_bank else None,
                    invoice.id if invoice else None,
                )
                if x
            ),
            reasons_for=(
                *((f"It was valid until {_month(method)}.",) if over else ()),
                *(
                    (f"The bank declined it as expired on {day(told_by_bank.created)}.",)
                    if told_by_bank
                    else ()
                ),
            ),
            reasons_against=(
                listed(
                    [
                        "Looked for and not found: a payment with it after that date",
                        "a card replaced by the bank",
                    ]
                )
                + ".",
                *own_method_trap(subscription),
            ),
            certainty="proven" if told_by_bank or invoice else "likely",
            proposals=(
                *new_card(case, subscription.customer, "A new card there also pays what is open."),
                *pay_invoice(invoice),
            ),
            gaps=new_card_gap(case),
            impact=Impact(at_risk=(due,) if due else ()),
            tells={
                "last4": card_used.last4 if card_used else None,
                "expired": _month(card_used),
                "plan": plan_name(subscription),
                "amount": due,
                "next_attempt": invoice.next_payment_attempt if invoice else None,
            },
            rests_on=("charges", "invoices"),
        )
    return None


def _pays(case: CaseFacts, subscription: Subscription) -> PaymentMethod | None:
    """The subscription's own method comes before its customer's default."""
    if subscription.default_payment_method:
        return subscription.default_payment_method
    return next((c.default_payment_method for c in case.customers if c.id == subscription.customer), None)


def _end_of(method: PaymentMethod | None) -> datetime | None:
    """The first moment after the month printed on the card."""
    if method is None or not method.exp_month or not method.exp_year:
        return None
    if not (1 <= method.exp_month <= 12 and 2000 <= method.exp_year <= 2100):
        return None
    after = method.exp_month % 12 + 1
    return datetime(method.exp_year + (after == 1), after, 1, tzinfo=UTC)


def _month(method: PaymentMethod | None) -> str | None:
    if method is None or not method.exp_month or not method.exp_year:
        return None
    return f"{method.exp_month:02d}/{method.exp_year}"


_OLD = card(id="pm_old", exp_month=4, exp_year=2026)

FIRES_ON = [
    case(customer(default_payment_method=_OLD), sub("sub_a", 62, status="past_due"), unpaid("sub_a", 2)),
    case(sub("sub_a", 62, status="past_due"), unpaid("sub_a", 2, decline="expired_card")),
    case(sub("sub_a", 62, default_payment_method=_OLD), paid("sub_a", 62)),
]
QUIET_ON = [
    (case(customer(default_payment_method=card()), sub("sub_a", 62)), "valid for years"),
    (
        case(sub("sub_a", 62, default_payment_method=_OLD), paid("sub_a", 2, reason="subscription_cycle")),
        "paid after the date: the bank replaced the card by itself",
    ),
    (
        case(customer(default_payment_method=_OLD), sub("sub_a", 62, default_payment_method=card())),
        "the subscription has its own, valid card",
    ),
    (
        case(customer(default_payment_method=card(exp_month=6, exp_year=2026)), sub("sub_a", 62)),
        "valid to the end of this month",
    ),
]
