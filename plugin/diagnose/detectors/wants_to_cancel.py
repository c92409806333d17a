"""The customer wants to cancel, and the portal lets them do it alone.

A link to the right page is faster than a mail back and forth. The trap: ending it at once takes away what is paid;
and with several subscriptions the customer picks the one, not we.
"""

from dataclasses import replace

from integrations.records import AccountPicture, Unread
from plugin.diagnose.examples import NO_CANCEL, case, sub
from plugin.diagnose.finding import Finding, Proposal
from plugin.diagnose.remedies import ask, end_at_period_end, portal_open, until
from plugin.diagnose.same_purchase import runs_on
from plugin.diagnose.staying import may_want_to_stay
from plugin.diagnose.words import plan_name, the_plan
from plugin.facts import CaseFacts

CODE = "X03"


def look(case: CaseFacts) -> Finding | None:
    running = [s for s in case.live_subscriptions if runs_on(s)]
    if not running or not case.reading.asks("cancel_request"):
        return None
    open_to_them = portal_open(case) and bool(case.portal and case.portal.cancel_enabled)
    if not open_to_them and case.could_read("portal"):
        return None
    one = running[0]
    if may_want_to_stay(case):
        return None
    return Finding(
        bucket="self_serve_missing",
        sentence=f"The customer wants to cancel {the_plan(one) if len(running) == 1 else 'one of several plans'}.",
        evidence=tuple(s.id for s in running),
        reasons_for=(
            "The ticket asks to cancel.",
            "The customer portal allows it." if open_to_them else f"{one.id} runs and is not set to end.",
        ),
        reasons_against=(
            "Looked for and not found: a cancellation that is already set.",
            *(() if open_to_them else ("Whether the portal allows it could not be read.",)),
        ),
        certainty="proven" if open_to_them else "likely",
        proposals=(
            *(
                Proposal("send_portal_cancel_flow", f"They cancel it there; it stays {until(s)}.", s.id)
                for s in running
                if open_to_them
            ),
            *(
                end_at_period_end(
                    one, f"If they ask us to do it: it stays {until(one)}. Can be undone until then."
                )
                if len(running) == 1
                else ask("Ask which of the subscriptions is meant.")
            ),
        ),
        tells={"plan": plan_name(one), "end_date": one.period_end},
        rests_on=("subscriptions",),
    )


_UNREAD = AccountPicture(unread=(Unread("portal", "the key may not read the portal"),))

FIRES_ON = [
    case(sub("sub_a", 40), asks="cancel_request"),
    replace(case(sub("sub_a", 40), asks="cancel_request"), account=_UNREAD),
]
QUIET_ON = [
    (case(sub("sub_a", 40), asks="cancel_request", portal=NO_CANCEL), "the portal does not allow it"),
    (case(sub("sub_a", 40)), "nobody asks to cancel"),
    (
        case(
            sub("sub_a", 40),
            asks="cancel_request",
            says="I do not want to cancel, only to know until when it runs",
        ),
        "the ticket says the opposite",
    ),
    (case(sub("sub_a", 40, status="canceled"), asks="cancel_request"), "nothing runs any more"),
]
