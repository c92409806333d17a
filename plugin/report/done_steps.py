"""What was done, in the past tense: one line per step for the next colleague."""

from __future__ import annotations

from plugin.act.plan import Step
from plugin.diagnose.finding import ActionKind
from plugin.facts import CaseFacts
from plugin.report import plain_english as say

_DONE: dict[ActionKind, str] = {
    "send_portal_link": "Sent the link to the customer portal",
    "send_portal_payment_update": "Sent the link to change the payment method",
    "send_portal_cancel_flow": "Sent the link to cancel",
    "send_hosted_invoice_link": "Sent the page of the invoice",
    "send_invoice_pdf": "Sent the invoice as PDF",
    "send_checkout_link": "Sent the link to finish the checkout",
    "explain_only": "Explained what happened",
    "ask_customer": "Asked the customer",
    "verify_contract": "Verified the contract",
    "wait_and_recheck": "Looked at it again",
    "set_cancel_at_period_end": "Set the subscription to end with its paid period",
    "undo_cancel_at_period_end": "Took back the cancellation",
    "cancel_subscription_now": "Ended the subscription",
    "stop_invoice_collection": "Stopped the collection of the invoice",
    "void_invoice": "Voided the invoice",
    "retry_invoice": "Tried the payment of the invoice again",
    "change_quantity_at_renewal": "Set the quantity to change at the renewal",
    "change_quantity_now": "Changed the quantity",
    "resume_subscription": "Resumed the subscription",
    "apply_credit": "Credited",
    "refund_charge": "Refunded",
    "escalate_human": "Handed over to a specialist",
    "escalate_engineering": "Handed over to engineering",
}


def done(case: CaseFacts, step: Step) -> str:
    """ "Refunded 20.00 USD of 10 November 2026 by Ana Ferreira at 2026-11-20 14:03 UTC (ch_...)"."""
    parts = [_DONE[step.kind]]
    if step.amount:
        parts.append(say.amount(step.amount))
    charge = case.charge(step.target)
    if charge:
        parts.append(f"of {say.spoken_day(charge.created)}")
    if step.done_by:
        parts.append(f"by {say.safe(step.done_by)}")
    if step.done_at:
        parts.append(f"at {say.moment(step.done_at)}")
    return " ".join(parts) + (f" ({step.target})" if step.target else "")
