"""Nothing stops a customer from buying the same plan twice."""

from plugin.diagnose.examples import case, paid, sub
from plugin.diagnose.finding import Diagnosis
from plugin.facts import CaseFacts
from plugin.gaps.gap import Evidence, finding_that_names

TITLE = "Checkout sells the same plan to the same customer twice"
WHAT = (
    "A customer who already has a plan can buy it again: by a second click, a second tab, or by signing in with "
    "another account under the same e-mail address. Both subscriptions renew until somebody notices."
)
BUILD = (
    "Before a checkout is opened, look for a live subscription to the same product of the same customer, and of any "
    "customer record with the same verified address; lead to the billing page instead. Reuse the customer record. "
    "Close older open checkouts, and give every purchase an idempotency key."
)
NEAREST_CONTROL = (
    "Stripe Checkout: limit customers to one subscription, with a redirect to the customer portal. It does not "
    "cover subscriptions made through the API, nor a second customer record."
)
ACCEPTANCE = (
    "A second checkout for a product the customer already has leads to the billing page and charges nothing.",
    "The same holds for a second customer record with the same verified e-mail address.",
    "Two clicks on the buy button within a minute make one subscription and one charge.",
    "Buying a further seat on purpose stays possible, by quantity.",
)
LABELS = ("product-gap", "billing", "checkout")


def seen(case: CaseFacts, diagnosis: Diagnosis) -> Evidence | None:
    finding = finding_that_names(
        "no_duplicate_subscription_guard",
        case,
        diagnosis,
        "duplicate_charge",
        "unexpected_charge",
        "refund_request",
    )
    return Evidence("The same purchase went through twice.", finding.evidence) if finding else None


FIRES_ON = (
    case(
        sub("sub_old", 200),
        paid("sub_old", 200),
        sub("sub_new", 3),
        paid("sub_new", 3),
        asks="duplicate_charge",
    ),
)
QUIET_ON = (
    (case(sub(), paid(when=40), asks="duplicate_charge"), "one subscription, one charge"),
    (
        case(
            sub("sub_a"),
            paid("sub_a"),
            sub("sub_b", 3, plan="storage"),
            paid("sub_b", 3),
            asks="duplicate_charge",
        ),
        "two different products",
    ),
)
