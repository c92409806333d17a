"""The customer has the same plan twice and pays for both.

Usually a checkout that was sent twice, or a second sign-up by somebody who forgot the first. The trap: two live
subscriptions are no proof. Two workspaces, a team's seats, an add-on or an old plan running out look the same, and
ending the one the product knows takes the access away from somebody who pays.
"""

from integrations.records import Subscription
from plugin.diagnose.examples import AMEX, case, coupon, paid, sub
from plugin.diagnose.finding import Certainty, Finding, Proposal
from plugin.diagnose.remedies import end_at_period_end, left_to_refund, refund
from plugin.diagnose.same_purchase import ONE_SITTING, Choice, cards_of, choose, holder, paid_for, twins
from plugin.diagnose.words import (
    counted,
    listed,
    method_of,
    money,
    plan_name,
    since,
    the_plan,
    told_of_charge,
    when_paid,
)
from plugin.facts import CaseFacts

CODE = "S01"

TEAM_SIZE = 3
"""From three on, bought apart from each other and unmarked, several people are as likely as a mistake."""


def look(case: CaseFacts) -> Finding | None:
    for customer in case.customers:
        mine = [s for s in case.live_or_ended_here if s.customer == customer.id]
        for group in twins(case, mine):
            return _finding(case, group)
    return None


def _finding(case: CaseFacts, group: tuple[Subscription, ...]) -> Finding:
    choice = choose(case, group)
    keep, extras = choice.keep, choice.extras
    charges = [c for extra in extras for c in paid_for(case, extra, keep)]
    certainty, because = _certainty(case, group)
    newest = max(charges, key=lambda c: c.created, default=None)
    against = [
        "Looked for and not found: other products, seats or intervals, other marks of the app, one already ending.",
    ]
    if choice.undecided:
        against.append(choice.undecided)
    if certainty != "proven":
        against.append("Bought apart from each other: the second may have been meant.")
    against += [
        f"{money(c)} of {when_paid(case, c)} was already refunded ({c.id})."
        for c in charges
        if not left_to_refund(case, c)
    ]
    return Finding(
        bucket="duplicate_subscription",
        sentence=f"{the_plan(keep)} is subscribed to {_times(len(group))}; the one of {since(case, keep)} stays, "
        f"{_the_extras(case, extras)}.",
        evidence=(*(s.id for s in group), *(c.id for c in charges)),
        reasons_for=(
            *(f"{_one(case, s)} is {s.status} ({s.id})." for s in group),
            *because,
            *(
                f"{money(c)} was taken on {when_paid(case, c)} for the extra one, {method_of(c.method)} ({c.id})."
                for c in charges
            ),
            f"The one of {since(case, keep)} is kept because {choice.because}.",
        ),
        reasons_against=tuple(against),
        certainty=certainty,
        proposals=_proposals(case, choice),
        gaps=("no_duplicate_subscription_guard",),
        tells={
            "plan": plan_name(keep),
            "count": len(group),
            "keep_since": keep.created,
            "end_date": extras[0].period_end,
            **(told_of_charge(case, newest) if newest else {}),
        },
        rests_on=("subscriptions", "invoices", "charges"),
        keeps=keep.id,
    )


def _proposals(case: CaseFacts, choice: Choice) -> tuple[Proposal, ...]:
    proposals: list[Proposal] = []
    kept = f"the one of {since(case, choice.keep)}"
    for extra in choice.extras:
        proposals += end_at_period_end(
            extra,
            f"It is the extra one; {kept} is kept because {choice.because}. The product may take its "
            "end for a cancellation: see that access hangs on the kept one.",
        )
        for charge in paid_for(case, extra, choice.keep):
            proposals += refund(
                case, charge, f"Taken for the extra {the_plan(extra)} of {since(case, extra)}."
            )
    return tuple(proposals)


def _certainty(case: CaseFacts, group: tuple[Subscription, ...]) -> tuple[Certainty, tuple[str, ...]]:
    cards = [cards_of(case, s) for s in group]
    one_card = all(cards) and bool(frozenset.intersection(*cards))
    apart = max(s.created for s in group) - min(s.created for s in group)
    marks = {holder(s) for s in group}
    one_mark = len(marks) == 1 and bool(next(iter(marks)))
    because = []
    if one_card:
        because.append("The same card pays all of them.")
    if one_mark:
        because.append("The app marks all of them for the same holder.")
    if apart <= ONE_SITTING:
        because.append(f"Bought within {counted(int(apart.total_seconds() // 60), 'minute')}.")
    if one_mark or (apart <= ONE_SITTING and one_card):
        return "proven", tuple(because)
    if len(group) >= TEAM_SIZE and apart > ONE_SITTING:
        return "hint", tuple(because)
    return ("likely" if one_card or apart <= ONE_SITTING else "hint"), tuple(because)


def _one(case: CaseFacts, subscription: Subscription) -> str:
    return f"The one of {since(case, subscription)}"


def _the_extras(case: CaseFacts, extras: tuple[Subscription, ...]) -> str:
    names = listed([since(case, extra) for extra in extras])
    return f"the one of {names} is extra" if len(extras) == 1 else f"those of {names} are extra"


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


_TWICE = (sub("sub_1", 3.01), paid("sub_1", 3.01), sub("sub_2", 3), paid("sub_2", 3))

FIRES_ON = [
    case(_TWICE),
    case(sub("sub_1", 200), paid("sub_1", 20, reason="subscription_cycle"), sub("sub_2", 3), paid("sub_2", 3)),
    case(
        sub("sub_1", 3.01, metadata={"user": "u1"}), paid("sub_1", 3.01),
        sub("sub_2", 3, metadata={"user": "u1", "checkout_session": "cs_2"}), paid("sub_2", 3),
    ),
    case(sub("sub_1", 9), paid("sub_1", 9), sub("sub_2", 9, discounts=(coupon(20),)), paid("sub_2", 9)),
]  # fmt: skip
QUIET_ON = [
    (case(sub("sub_1", 90), paid("sub_1", 0.5)), "one subscription"),
    (
        case(sub("sub_1", 3), paid("sub_1", 3), sub("sub_2", 3, plan="storage"), paid("sub_2", 3)),
        "different products: an add-on",
    ),
    (
        case(sub("sub_1", 90, metadata={"workspace": "red"}), paid("sub_1", 90),
             sub("sub_2", 3, metadata={"workspace": "blue"}), paid("sub_2", 3)),
        "the app marks them for different workspaces",
    ),
    (
        case(sub("sub_1", 90, quantity=5), paid("sub_1", 90, 9500), sub("sub_2", 3), paid("sub_2", 3)),
        "five seats and one seat are not the same purchase",
    ),
    (
        case(sub("sub_1", 90, cancel_at_period_end=True), paid("sub_1", 90), sub("sub_2", 3), paid("sub_2", 3)),
        "one is already ending: the customer changed over",
    ),
    (
        case(sub("sub_1", 90), paid("sub_1", 90), sub("sub_2", 3, every="year", price=19000), paid("sub_2", 3, 19000)),
        "monthly and yearly: a change of plan half done, not the same purchase twice",
    ),
    (
        case(sub("sub_1", 90), paid("sub_1", 90), sub("sub_2", 3, status="trialing"), paid("sub_2", 3, 0)),
        "a trial beside a paid plan took no money",
    ),
    (
        case(sub("sub_1", 90, status="canceled"), paid("sub_1", 90), sub("sub_2", 3), paid("sub_2", 3, method=AMEX)),
        "the first has ended",
    ),
    (
        case(sub("sub_1", 3), paid("sub_1", 3), sub("sub_2", 3, status="incomplete")),
        "the second was never paid",
    ),
    (
        case(sub("sub_1", 3), paid("sub_1", 3), sub("sub_2", 3, customer="cus_other"), paid("sub_2", 3, customer="cus_other")),
        "on two customer records: another situation",
    ),
]  # fmt: skip
