"""The customer wants to cancel, and the merchant's portal has no way to do it.

There is no customer portal, or cancelling is switched off in it, so everybody who leaves must write. The trap:
several subscriptions may run; which one is meant is asked, never "cancel all".
"""

from plugin.diagnose.examples import NO_CANCEL, case, sub
from plugin.diagnose.finding import Finding, Proposal
from plugin.diagnose.remedies import ask, end_at_period_end, portal_gap, portal_open, until
from plugin.diagnose.same_purchase import runs_on
from plugin.diagnose.staying import may_want_to_stay
from plugin.diagnose.words import listed, name_of, plan_name, the_plan
from plugin.facts import CaseFacts

CODE = "S12"


def look(case: CaseFacts) -> Finding | None:
    running = [s for s in case.live_subscriptions if runs_on(s)]
    if not running or not case.reading.asks("cancel_request") or not case.could_read("portal"):
        return None
    if portal_open(case) and case.portal and case.portal.cancel_enabled:
        return None
    one = running[0]
    unsure = may_want_to_stay(case)
    proposals: tuple[Proposal, ...]
    if unsure:
        proposals = ask("The ticket speaks of cancelling and of staying: ask which is meant.")
    elif len(running) == 1:
        proposals = end_at_period_end(
            one, f"As asked; the plan stays {until(one)}. Can be undone until then."
        )
    else:
        proposals = ask(f"Ask which is meant: {listed([name_of(case, s.id) for s in running])}.")
    return Finding(
        bucket="self_serve_missing",
        sentence=f"The customer wants to cancel {the_plan(one) if len(running) == 1 else 'a plan'} and cannot do it alone.",
        evidence=tuple(s.id for s in running),
        reasons_for=(
            "The ticket asks to cancel.",
            "Cancelling is switched off in the customer portal."
            if portal_open(case)
            else "There is no customer portal.",
        ),
        reasons_against=(
            "Looked for and not found: a cancellation that is already set.",
            *(("The ticket also says that the customer wants to stay.",) if unsure else ()),
        ),
        certainty="likely" if unsure else "proven",
        proposals=proposals,
        gaps=() if unsure else ("no_cancellation_flow", *portal_gap(case)),
        tells={"plan": plan_name(one), "end_date": one.period_end},
        rests_on=("subscriptions",),
    )


FIRES_ON = [
    case(sub("sub_a", 40), asks="cancel_request", portal=None),
    case(sub("sub_a", 40), sub("sub_b", 20, plan="storage"), asks="cancel_request", portal=NO_CANCEL),
    case(
        sub("sub_a", 40), asks="cancel_request", portal=None, says="Cancelled by mistake, I want to keep it"
    ),
]
QUIET_ON = [
    (case(sub("sub_a", 40), asks="cancel_request"), "the portal can do it"),
    (case(sub("sub_a", 40), portal=None), "nobody asks to cancel"),
    (
        case(sub("sub_a", 40, cancel_at_period_end=True), asks="cancel_request", portal=None),
        "already cancelled",
    ),
]
