"""Proposals in their usual wording, with the link, amount and impact that belong to them.

A detector says *what* would help; whether it is allowed is decided in `act`. Where the merchant's portal
cannot do it, the proposal is left out and the gap is named instead: no link is promised that leads nowhere.
"""

from __future__ import annotations

from integrations.money import Money
from integrations.records import Charge, Customer, Invoice, Subscription
from plugin.diagnose.finding import Impact, Proposal
from plugin.diagnose.words import day, method_of, the_plan
from plugin.facts import CaseFacts, monthly_value

BEFORE_MONEY = ("charges", "invoices", "credit_notes", "disputes", "fraud_warnings")
"""What must have been read completely before any of it is given back."""


def left_to_refund(case: CaseFacts, charge: Charge) -> int:
    """What may still be given back of a charge, in minor units: captured, less refunds, less credit notes.

    A credit note paid into the customer's balance is money already given back that `amount_refunded` does not
    show; refunding it as well would pay twice. Where the notes themselves are missing, the invoice's own sum
    is the ceiling.
    """
    invoice = case.invoice_of(charge)
    if invoice is None:
        return charge.refundable
    credited = sum(
        max(0, note.total)
        for note in case.credit_notes
        if note.invoice == invoice.id and note.to_balance and note.status != "void"
    )
    given_back = max(charge.amount_refunded + credited, invoice.credit_notes_after_payment)
    return max(0, charge.amount_captured - given_back)


def refund(case: CaseFacts, charge: Charge, why: str, *, owed: bool = True) -> tuple[Proposal, ...]:
    """All that is left of one charge; nothing where nothing is left."""
    left = left_to_refund(case, charge)
    if left <= 0 or charge.status != "succeeded":
        return ()
    amount = Money(left, charge.currency)
    fee = (Money(charge.fee, charge.currency),) if charge.fee and charge.fee > 0 else ()
    impact = Impact(refund=(amount,), fee_lost=fee)
    return (Proposal("refund_charge", why, charge.id, amount, impact, BEFORE_MONEY, owed),)


def end_at_period_end(subscription: Subscription, why: str) -> tuple[Proposal, ...]:
    """No further renewal; the paid period stays. Nothing where the subscription is already set to end."""
    if not subscription.live or subscription.cancel_at_period_end or subscription.cancel_at:
        return ()
    value = monthly_value(subscription)
    impact = Impact(mrr_lost=(value,)) if value and value.amount > 0 else Impact()
    return (
        Proposal("set_cancel_at_period_end", why, subscription.id, impact=impact, needs=("subscriptions",)),
    )


def explain(why: str) -> tuple[Proposal, ...]:
    return (Proposal("explain_only", why),)


def ask(why: str) -> tuple[Proposal, ...]:
    return (Proposal("ask_customer", why),)


def wait(why: str, target: str | None = None) -> tuple[Proposal, ...]:
    return (Proposal("wait_and_recheck", why, target),)


def person(why: str, target: str | None = None) -> tuple[Proposal, ...]:
    return (Proposal("escalate_human", why, target),)


def show_invoice(invoice: Invoice | None, why: str) -> tuple[Proposal, ...]:
    """The hosted page of an invoice, where the vendor gave one."""
    if invoice is None or not invoice.hosted_url:
        return ()
    return (Proposal("send_hosted_invoice_link", why, invoice.id),)


def pay_invoice(invoice: Invoice | None) -> tuple[Proposal, ...]:
    """The hosted page of an open invoice: pays it, and takes a new card or a bank's confirmation on the way."""
    if invoice is None or invoice.status != "open":
        return ()
    amount = Money(invoice.amount_remaining, invoice.currency)
    return show_invoice(invoice, f"The open invoice over {amount} can be paid there with any card.")


def new_checkout(why: str, instead_of: str) -> tuple[Proposal, ...]:
    """The merchant's own order page, `instead_of` the checkout or subscription that can no longer be paid."""
    return (Proposal("send_checkout_link", why, instead_of),)


def portal_open(case: CaseFacts) -> bool:
    return case.portal is not None and case.portal.active


def portal_gap(case: CaseFacts) -> tuple[str, ...]:
    """`no_billing_portal`, but only where it is known that there is none: unread is not absent."""
    return ("no_billing_portal",) if not portal_open(case) and case.could_read("portal") else ()


def portal(case: CaseFacts, customer: Customer | None, why: str) -> tuple[Proposal, ...]:
    if customer is None or customer.deleted or not portal_open(case):
        return ()
    return (Proposal("send_portal_link", why, customer.id),)


def new_card(case: CaseFacts, customer_id: str | None, why: str) -> tuple[Proposal, ...]:
    if customer_id is None or case.portal is None or not case.portal.active:
        return ()
    if not case.portal.payment_method_update:
        return ()
    return (Proposal("send_portal_payment_update", why, customer_id),)


def new_card_gap(case: CaseFacts) -> tuple[str, ...]:
    if case.portal and case.portal.active and case.portal.payment_method_update:
        return ()
    return ("no_billing_portal",) if case.could_read("portal") else ()


def own_method_trap(subscription: Subscription) -> tuple[str, ...]:
    """A subscription with its own card is not helped by a new default card of the customer."""
    if subscription.default_payment_method is None:
        return ()
    own = method_of(subscription.default_payment_method)
    return (
        f"{the_plan(subscription)} is paid with its own {own}: changing only the customer's default will not help.",
    )


def until(subscription: Subscription) -> str:
    """ "until 3 July 2026" for a sentence about a paid period."""
    return f"until {day(subscription.period_end)}" if subscription.period_end else "until its period ends"
