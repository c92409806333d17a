"""Customers cannot end a subscription alone, so they write, and are charged while they wait."""

from plugin.diagnose.examples import NO_CANCEL, case, sub
from plugin.diagnose.finding import Diagnosis
from plugin.facts import CaseFacts
from plugin.gaps.gap import Evidence, finding_that_names, portal_can

TITLE = "Customers cannot cancel their subscription without writing to support"
WHAT = (
    "No page lets a customer end a subscription. They write to support, are renewed while they wait, and then "
    "ask for the renewal back, or go to their bank for it."
)
BUILD = (
    "Switch on cancelling in Stripe's hosted customer portal, at the end of the paid period, with a reason asked; "
    "link it where the plan is shown. Confirm by e-mail with the date on which the plan ends."
)
NEAREST_CONTROL = "Stripe customer portal: `features.subscription_cancel` enabled, `mode` = `at_period_end`, cancellation reasons on."
ACCEPTANCE = (
    "A customer cancels in at most three clicks without a person, and sees until when the plan runs.",
    "The cancellation can be taken back until that day.",
    "A confirmation is mailed with the last day and that nothing is charged any more.",
    "No renewal is charged after a confirmed cancellation.",
)
LABELS = ("product-gap", "billing", "cancellation")


def seen(case: CaseFacts, diagnosis: Diagnosis) -> Evidence | None:
    if not case.could_read("portal") or portal_can(case, "cancel_enabled"):
        return None
    finding = finding_that_names("no_cancellation_flow", case, diagnosis, "cancel_request")
    if finding is None:
        return None
    closed = case.portal is None or not case.portal.active
    why = "There is no customer portal" if closed else "Cancelling is switched off in the customer portal"
    return Evidence(f"{why}, and this customer wanted to leave.", finding.evidence)


FIRES_ON = (
    case(sub(), asks="cancel_request", portal=NO_CANCEL),
    case(sub(), asks="cancel_request", portal=None),
)
QUIET_ON = (
    (case(sub(), asks="cancel_request"), "the portal can do it"),
    (case(sub(), portal=NO_CANCEL), "nobody wants to cancel"),
    (case(sub(cancel_at_period_end=True), asks="cancel_request", portal=NO_CANCEL), "already cancelled"),
)
