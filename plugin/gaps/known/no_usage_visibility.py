"""Customers cannot see what they use before they are billed for it."""

from plugin.diagnose.examples import ago, case, line, paid, sub
from plugin.diagnose.finding import Diagnosis
from plugin.facts import CaseFacts
from plugin.gaps.gap import Evidence, finding_that_names

TITLE = "Customers cannot see their usage before it is billed"
WHAT = (
    "Usage beyond the plan appears on the invoice for the first time. No page shows what has been used, what is "
    "included, and what it will cost; no message comes when the included amount is nearly used up."
)
BUILD = (
    "A usage page with used, included and projected cost of the running period, fed by the same meter as the invoice. "
    "Alerts by e-mail at 80 % and 100 % of what is included, and an optional spending limit."
)
NEAREST_CONTROL = (
    "Stripe billing meters with usage alerts, and the upcoming invoice in the customer portal; the portal itself has no "
    "usage page."
)
ACCEPTANCE = (
    "The running period shows used, included and expected cost, at most an hour old.",
    "The figures equal those on the invoice.",
    "An e-mail is sent at 80 % and at 100 % of what is included.",
    "An invoice with usage names the period and the quantity.",
)
LABELS = ("product-gap", "billing", "usage")


def seen(case: CaseFacts, diagnosis: Diagnosis) -> Evidence | None:
    if finding := finding_that_names(
        "no_usage_visibility", case, diagnosis, "usage_or_rate_limit_question", "unexpected_charge"
    ):
        return Evidence("Usage was billed that the customer had not seen coming.", finding.evidence)
    if not case.reading.asks("usage_or_rate_limit_question"):
        return None
    metered = [s.id for s in case.live_subscriptions if any(i.price.usage_type == "metered" for i in s.items)]
    if not metered:
        return None
    return Evidence(
        "The plan is billed by usage, and the customer asks support for the figures.", tuple(metered)
    )


_USED = line(4200, metered=True, description="12,000 calls", period_start=ago(34), period_end=ago(4))
FIRES_ON = (
    case(
        sub(since=64),
        paid(when=4, amount=6100, reason="subscription_cycle", lines=(line(1900), _USED)),
        asks="unexpected_charge",
    ),
    case(sub(usage="metered", price=None), asks="usage_or_rate_limit_question"),
)
QUIET_ON = (
    (case(sub(), paid(), asks="usage_or_rate_limit_question"), "a flat price: nothing is billed by usage"),
    (case(sub(usage="metered", price=None), asks="cancel_request"), "nobody asks about usage"),
)
