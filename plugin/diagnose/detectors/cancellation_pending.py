"""The subscription is already cancelled and runs out at the end of what is paid.

The status still says active, which customers and agents take for "not cancelled". The trap: cancelling again, at
once, takes away the rest of the paid period.
"""

from plugin.diagnose.examples import ago as _ago
from plugin.diagnose.examples import case, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain
from plugin.diagnose.words import day, ends_on, money, plan_name, since, the_plan
from plugin.facts import CaseFacts

CODE = "S11"


def look(case: CaseFacts) -> Finding | None:
    ending = [s for s in case.live_subscriptions if s.cancel_at_period_end or s.cancel_at]
    if not ending:
        return _already_over(case)
    subscription = ending[0]
    going_on = [s for s in case.live_subscriptions if s not in ending]
    end = ends_on(subscription)
    paid = next((c for c in case.charges_of(subscription) if c.status == "succeeded" and c.amount > 0), None)
    due = paid if paid and subscription.canceled_at and paid.created <= subscription.canceled_at else None
    return Finding(
        bucket="self_serve_missing",
        sentence=f"{the_plan(subscription)} is already cancelled and ends on {day(end)}; no renewal follows.",
        evidence=tuple(s.id for s in ending),
        reasons_for=(
            f"{subscription.id} is set to end on {day(end)}"
            + (f", since {day(subscription.canceled_at)}." if subscription.canceled_at else "."),
            *(
                (f"The last payment, {money(due)} on {day(due.created)}, came before that and was due.",)
                if due
                else ()
            ),
        ),
        reasons_against=tuple(
            f"{the_plan(s)} of {since(case, s)} goes on: it is not cancelled." for s in going_on
        )
        or ("Looked for and not found: another subscription that goes on.",),
        certainty="proven" if not going_on else "likely",
        proposals=explain(
            f"Confirm the end on {day(end)}; nothing more will be charged, and it can be taken back until then."
        ),
        tells={"plan": plan_name(subscription), "end_date": end},
        rests_on=("subscriptions",),
    )


def _already_over(case: CaseFacts) -> Finding | None:
    """Who asks to cancel what has ended is told so; without that wish an old end is no news."""
    over = [s for s in case.subscriptions if s.status == "canceled"]
    if case.live_subscriptions or not over or not case.reading.asks("cancel_request"):
        return None
    last = over[0]
    ended = last.ended_at or last.canceled_at
    return Finding(
        bucket="self_serve_missing",
        sentence=f"{the_plan(last)} is already cancelled and ended on {day(ended)}; nothing runs any more.",
        evidence=(last.id,),
        reasons_for=(f"{last.id} is canceled; no other subscription runs.",),
        reasons_against=(
            "Looked for and not found: a subscription that goes on, here or on another record.",
        ),
        certainty="proven",
        proposals=explain(f"Confirm that it ended on {day(ended)} and that nothing more will be charged."),
        tells={"plan": plan_name(last), "canceled_date": ended},
        rests_on=("subscriptions",),
    )


FIRES_ON = [
    case(sub("sub_a", 40, cancel_at_period_end=True, canceled_at=_ago(3))),
    case(sub("sub_a", 40, cancel_at=_ago(-30))),
    case(sub("sub_a", 40, status="canceled", ended_at=_ago(3)), asks="cancel_request"),
]
QUIET_ON = [
    (case(sub("sub_a", 40)), "not cancelled"),
    (case(sub("sub_a", 40, status="canceled", ended_at=_ago(3))), "already over"),
]
