"""The customer exists twice, and both records pay for the same plan.

A second sign-up with other letters in the address, or as a guest, made a second customer record; the product knows
one of them and the other renews unseen. The trap: two companies may share one billing address, and the record that
looks newer may be the one the product knows. Never delete a customer record: that ends everything on it for good.
"""

from typing import Any

from integrations.records import Customer, Subscription
from plugin.diagnose.examples import AMEX, case, customer, paid, sub
from plugin.diagnose.finding import Certainty, Finding, Proposal
from plugin.diagnose.remedies import end_at_period_end, refund
from plugin.diagnose.same_purchase import ONE_SITTING, Choice, cards_of, choose, holder, paid_for, twins
from plugin.diagnose.words import (
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

CODE = "S02"


def look(case: CaseFacts) -> Finding | None:
    if len(case.customers) < 2:
        return None
    for group in twins(case, case.live_or_ended_here):
        # One per record, the oldest of each: a double inside of one record is another situation.
        first_of = {s.customer: s for s in reversed(group)}
        chosen = tuple(s for s in group if first_of[s.customer] is s)
        if len(chosen) > 1 and not _different_parties(case, chosen):
            return _finding(case, chosen)
    return None


def _owner(case: CaseFacts, subscription: Subscription) -> Customer | None:
    return next((c for c in case.customers if c.id == subscription.customer), None)


def _names(case: CaseFacts, group: tuple[Subscription, ...]) -> set[str]:
    owners = (_owner(case, s) for s in group)
    return {o.name.strip().casefold() for o in owners if o and o.name}


def _one_card(case: CaseFacts, group: tuple[Subscription, ...]) -> bool:
    cards = [cards_of(case, s) for s in group]
    return all(cards) and bool(frozenset.intersection(*cards))


def _different_parties(case: CaseFacts, group: tuple[Subscription, ...]) -> bool:
    """Other names and other cards, or other marks on the records: two parties behind one address."""
    marks = [dict(o.metadata) for s in group if (o := _owner(case, s))]
    clash = any(a[k] != b[k] for a in marks for b in marks for k in a.keys() & b.keys())
    return clash or (len(_names(case, group)) > 1 and not _one_card(case, group))


def _certainty(case: CaseFacts, group: tuple[Subscription, ...]) -> Certainty:
    if _one_card(case, group):
        return "proven"
    return "likely" if len(_names(case, group)) == 1 else "hint"


def _finding(case: CaseFacts, group: tuple[Subscription, ...]) -> Finding:
    choice = choose(case, group)
    keep, extras = choice.keep, choice.extras
    charges = [c for extra in extras for c in paid_for(case, extra, keep)]
    newest = max(charges, key=lambda c: c.created, default=None)
    reasons = [f"The one of {since(case, s)} runs on {s.customer} ({s.id})." for s in group]
    reasons.append(
        "The same card pays on both records."
        if _one_card(case, group)
        else "Both records carry the same name."
        if len(_names(case, group)) == 1
        else "Both records are matched to this requester."
    )
    reasons += [
        f"{money(c)} was taken on {when_paid(case, c)}, {method_of(c.method)} ({c.id})." for c in charges
    ]
    reasons.append(f"The one of {since(case, keep)} is kept because {choice.because}.")
    against = [
        "Looked for and not found: different companies, different marks of the app, different products or seats."
    ]
    if choice.undecided:
        against.append(choice.undecided)
    if not any(holder(s) for s in group) and max(s.created for s in group) - keep.created > ONE_SITTING:
        against.append(
            "The app wrote on neither subscription which one it uses: see where access hangs before ending one."
        )
    return Finding(
        bucket="duplicate_subscription",
        sentence=f"{the_plan(keep)} is paid on {len(group)} customer records; the one of {since(case, keep)} stays, "
        f"{_the_extras(case, extras)}.",
        evidence=(*(s.customer for s in group), *(s.id for s in group), *(c.id for c in charges)),
        reasons_for=tuple(reasons),
        reasons_against=tuple(against),
        certainty=_certainty(case, group),
        proposals=_proposals(case, choice),
        gaps=("no_duplicate_subscription_guard",),
        tells={
            "plan": plan_name(keep),
            "count": len(group),
            "keep_since": keep.created,
            "end_date": extras[0].period_end,
            **(told_of_charge(case, newest) if newest else {}),
        },
        rests_on=("customers", "subscriptions", "invoices", "charges"),
        keeps=keep.id,
    )


def _the_extras(case: CaseFacts, extras: tuple[Subscription, ...]) -> str:
    names = listed([since(case, extra) for extra in extras])
    return f"the one of {names} is extra" if len(extras) == 1 else f"those of {names} are extra"


def _proposals(case: CaseFacts, choice: Choice) -> tuple[Proposal, ...]:
    proposals: list[Proposal] = []
    for extra in choice.extras:
        proposals += end_at_period_end(
            extra,
            f"It runs on a second record ({extra.customer}); the one of {since(case, choice.keep)} is kept because {choice.because}. "
            "The product may take its end for a cancellation: see that access hangs on the kept one.",
        )
        for charge in paid_for(case, extra, choice.keep):
            proposals += refund(case, charge, f"Taken on the second record ({extra.customer}).")
    return tuple(proposals)


_OTHER: dict[str, Any] = {"customer": "cus_other"}
_FIRST = (sub("sub_1", 90), paid("sub_1", 0.9, reason="subscription_cycle"))

FIRES_ON = [
    case(customer(), customer("cus_other", "Pat@example.com"), _FIRST, sub("sub_2", 3, **_OTHER), paid("sub_2", 3, **_OTHER)),
    case(
        customer(name=None), customer("cus_other", "Pat@example.com", None, metadata={"app_user": "7"}), _FIRST,
        sub("sub_2", 3, **_OTHER), paid("sub_2", 3, **_OTHER),
    ),
]  # fmt: skip
QUIET_ON = [
    (case(_FIRST, sub("sub_2", 3), paid("sub_2", 3)), "both on one record: another situation"),
    (
        case(customer(name="Red Ltd"), customer("cus_other", "billing@example.com", "Blue Ltd"), _FIRST,
             sub("sub_2", 3, **_OTHER), paid("sub_2", 3, method=AMEX, **_OTHER)),
        "two companies that share a billing address",
    ),
    (
        case(customer(metadata={"workspace": "red"}), customer("cus_other", metadata={"workspace": "blue"}), _FIRST,
             sub("sub_2", 3, **_OTHER), paid("sub_2", 3, **_OTHER)),
        "the app marks the records for different workspaces",
    ),
    (
        case(customer(), customer("cus_other"), _FIRST, sub("sub_2", 3, status="canceled", **_OTHER), paid("sub_2", 3, **_OTHER)),
        "the second one has ended",
    ),
]  # fmt: skip
