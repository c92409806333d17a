"""The bank wants the customer to confirm the payment, and nobody has.

A renewal happens without the customer, so nobody sees the bank's question. The trap: trying again asks the same
question into the void; only the invoice's own page, opened by the customer, can answer it.
"""

from datetime import timedelta

from integrations.records import Invoice
from plugin.diagnose.examples import case, intent, sub, unpaid
from plugin.diagnose.finding import Finding, Impact
from plugin.diagnose.remedies import pay_invoice
from plugin.diagnose.words import day, money, plan_name
from plugin.facts import CaseFacts

CODE = "S17"

ASKED_FOR = frozenset({"authentication_required", "authentication_not_handled"})

RECENT = timedelta(days=60)
"""Longer than any retry schedule; an older open invoice is no longer waiting for a confirmation."""


def look(case: CaseFacts) -> Finding | None:
    for invoice in case.invoices:
        if (
            invoice.status != "open"
            or case.since(invoice.created) > RECENT
            or not _waits_for_bank(case, invoice)
        ):
            continue
        subscription = case.subscription(invoice.subscription)
        tried = case.payments_of(invoice)
        pending = case.intent_of(invoice)
        method = tried[0].method if tried else pending.method if pending else None
        due = money(invoice, invoice.amount_remaining)
        return Finding(
            bucket="payment_failed",
            sentence=f"The bank wants the payment of {due} to be confirmed, and it has not been.",
            evidence=(invoice.id, *((pending.id,) if pending else ()), *(c.id for c in tried)),
            reasons_for=(
                f"{invoice.number or invoice.id} of {day(invoice.created)} is open.",
                "The bank answered that the cardholder must authenticate (3-D Secure).",
            ),
            reasons_against=("Looked for and not found: a later payment of the same invoice.",),
            certainty="proven",
            proposals=pay_invoice(invoice),
            impact=Impact(at_risk=(due,)),
            tells={
                "amount": due,
                "invoice_number": invoice.number,
                "plan": plan_name(subscription),
                "last4": method.last4 if method else None,
            },
            rests_on=("invoices",),
        )
    return None


def _waits_for_bank(case: CaseFacts, invoice: Invoice) -> bool:
    pending = case.intent_of(invoice)
    if pending is not None and (
        pending.status == "requires_action" or {pending.error_code, pending.decline_code} & ASKED_FOR
    ):
        return pending.status not in {"succeeded", "processing", "canceled"}
    tried = case.payments_of(invoice)
    return bool(tried) and bool({tried[0].decline_code, tried[0].failure_code} & ASKED_FOR)


_DUE = sub("sub_a", 62, status="past_due")

FIRES_ON = [
    case(_DUE, unpaid("sub_a", 2, decline=None), intent("pi_sub_a_2", 2)),
    case(_DUE, unpaid("sub_a", 2, decline="authentication_required")),
]
QUIET_ON = [
    (case(_DUE, unpaid("sub_a", 2)), "declined for lack of funds"),
    (
        case(_DUE, unpaid("sub_a", 2, decline=None), intent("pi_sub_a_2", 2, status="succeeded")),
        "confirmed and paid",
    ),
    (case(intent("pi_x", 2)), "an intent of no invoice: a checkout left open"),
]
