"""Customers have no page of their own for invoices and payment method, so they write."""

from dataclasses import replace

from plugin.diagnose.examples import PORTAL, case, paid, sub, unpaid
from plugin.diagnose.finding import Diagnosis
from plugin.facts import CaseFacts
from plugin.gaps.gap import Evidence, finding_that_names

TITLE = "Customers cannot reach their invoices and payment method without writing to support"
WHAT = (
    "There is no billing page that a customer can open alone. Whoever needs an invoice, a receipt or wants to "
    "replace an expired card has to write to support and wait for a person."
)
BUILD = (
    "Link Stripe's hosted customer portal from the account menu, from every invoice e-mail and from the "
    "payment-failed e-mail, and switch on its login page so that the link never expires."
)
NEAREST_CONTROL = (
    "Stripe customer portal: an active default configuration with `login_page`, `invoice_history` and "
    "`payment_method_update` enabled."
)
ACCEPTANCE = (
    "A signed-in customer reaches invoices and payment method in at most two clicks.",
    "A signed-out customer reaches them by the portal's login page with the e-mail address on file.",
    "The payment-failed e-mail leads straight to the page where the card is replaced.",
    "Tickets that ask for an invoice or a new card fall by half within a month.",
)
LABELS = ("product-gap", "billing", "self-serve")


def seen(case: CaseFacts, diagnosis: Diagnosis) -> Evidence | None:
    if not case.could_read("portal"):
        return None
    finding = finding_that_names(
        "no_billing_portal",
        case,
        diagnosis,
        "invoice_or_receipt_request",
        "update_payment_method",
        "cancel_request",
    )
    if finding is None:
        return None
    if case.portal is None or not case.portal.active:
        return Evidence("No customer portal is set up in Stripe.", finding.evidence)
    return Evidence("The customer portal is open but cannot do what was asked for.", finding.evidence)


_NO_HISTORY = replace(PORTAL, invoice_history=False, payment_method_update=False, active=False)
FIRES_ON = (
    case(sub(), paid(when=10), asks="invoice_or_receipt_request", portal=None),
    case(sub(), paid(when=10), asks="invoice_or_receipt_request", portal=_NO_HISTORY),
    case(sub(), asks="cancel_request", portal=None),
)
QUIET_ON = (
    (case(sub(), paid(when=10), asks="invoice_or_receipt_request"), "the portal shows invoices"),
    (case(sub(), paid(when=10), portal=None), "nobody asks for something a portal could do"),
    (case(sub(status="past_due"), unpaid(), asks="payment_failed"), "the card can be changed in the portal"),
)
