"""Customers cannot see what a plan or seat change will cost, and read the invoice as a mistake."""

from plugin.diagnose.examples import NO_CANCEL, case, line, paid, sub
from plugin.diagnose.finding import Diagnosis
from plugin.facts import CaseFacts
from plugin.gaps.gap import Evidence, finding_that_names

TITLE = "Plan and seat changes are billed without saying what they cost and why"
WHAT = (
    "When a plan or the number of seats changes, customers get an amount they have never seen, part credit and part "
    "charge. Nothing says before or after how it comes about, so it is reported as a double charge."
)
BUILD = (
    "Show the amount due today and at renewal before a change is confirmed, in words (`credit for what is left`, `rest "
    "of this period`). Say the same in the invoice e-mail. Show seats paid and seats used on the billing page."
)
NEAREST_CONTROL = "Stripe customer portal: `features.subscription_update` enabled with `price` and `quantity`; it previews the proration."
ACCEPTANCE = (
    "Before confirming a change, the customer sees what is charged today and what from the next renewal on.",
    "The invoice of a change names the old and the new plan or number of seats, and the credit for the old one.",
    "The billing page shows how many seats are paid for and how many are used.",
)
LABELS = ("product-gap", "billing", "pricing-clarity")


def seen(case: CaseFacts, diagnosis: Diagnosis) -> Evidence | None:
    finding = finding_that_names(
        "no_plan_or_seat_explanation",
        case,
        diagnosis,
        "plan_or_seat_question",
        "duplicate_charge",
        "unexpected_charge",
    )
    if finding is None:
        return None
    return Evidence("A change of plan or seats was billed and not understood.", finding.evidence)


_CHANGED = (
    line(-900, proration=True, price="price_pro", quantity=1),
    line(2700, proration=True, price="price_pro", quantity=3),
)
FIRES_ON = (
    case(
        sub(since=20, quantity=3),
        paid(when=4, amount=1800, reason="subscription_update", lines=_CHANGED),
        portal=NO_CANCEL.__class__("bpc_a", login_url=NO_CANCEL.login_url),
        asks="unexpected_charge",
    ),
)
QUIET_ON = (
    (case(sub(quantity=3), paid(amount=5700), asks="plan_or_seat_question"), "three seats from the start"),
)
