"""When two live subscriptions are one purchase made twice, and which of them to keep.

"Two active subscriptions" is not yet a duplicate: two workspaces, a team's five seats or an old plan running out
look the same at first sight. What tells them apart is asked here, once for all detectors that must know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from integrations.records import Charge, Customer, Invoice, Subscription
from plugin.diagnose.words import day, since
from plugin.facts import CaseFacts

ONE_SITTING = timedelta(hours=1)
"""Two purchases within an hour are one attempt repeated: a double click, a reload, a second tab."""

_TECHNICAL = re.compile(
    r"session|checkout|request|order|cart|idempot|trace|utm|campaign|referr|created|updated|time|date|version|"
    r"\bip\b|source|coupon|affiliate|invoice|quote|tillside",
    re.IGNORECASE,
)
"""Metadata that differs between any two purchases and so says nothing about for whom they were made."""


def holder(subscription: Subscription) -> frozenset[tuple[str, str]]:
    """For whom a subscription was bought, as far as the merchant's app wrote it down: workspace, user, repository."""
    known = {(k.lower(), v) for k, v in subscription.metadata.items() if v and not _TECHNICAL.search(k)}
    if subscription.description:
        known.add(("description", subscription.description.strip().casefold()))
    return frozenset(known)


def for_different_holders(one: Subscription, other: Subscription) -> str | None:
    """Which written-down holder differs ("workspace: red and blue"), or None."""
    mine, theirs = dict(holder(one)), dict(holder(other))
    for key in sorted(mine.keys() & theirs.keys()):
        if mine[key] != theirs[key]:
            return f"{key}: {mine[key]} and {theirs[key]}"
    return None


def same_goods(one: Subscription, other: Subscription) -> bool:
    """The same product, as often, as many, in the same currency; a yearly beside a monthly plan is a change of plan."""
    return bool(one.products) and (one.products, one.interval, one.quantity, one.currency) == (
        other.products,
        other.interval,
        other.quantity,
        other.currency,
    )


def runs_on(subscription: Subscription) -> bool:
    """Live and not already on its way out."""
    return subscription.live and not subscription.cancel_at_period_end and not subscription.cancel_at


def paid_invoices(case: CaseFacts, subscription: Subscription) -> tuple[Invoice, ...]:
    """Invoices somebody paid money for, newest first; a trial's invoice over nothing is none."""
    return tuple(i for i in case.invoices_of(subscription) if i.status == "paid" and i.amount_paid > 0)


def twins(case: CaseFacts, subscriptions: Iterable[Subscription]) -> tuple[tuple[Subscription, ...], ...]:
    """Groups of two and more that were bought for the same purpose and are each paid, oldest first."""
    groups: list[list[Subscription]] = []
    for subscription in sorted(subscriptions, key=lambda s: (s.created, s.id)):
        if not (runs_on(subscription) or case.ended_here(subscription)) or subscription.status == "trialing":
            continue
        if not paid_invoices(case, subscription):
            continue
        for group in groups:
            if all(same_goods(s, subscription) and not for_different_holders(s, subscription) for s in group):
                group.append(subscription)
                break
        else:
            groups.append([subscription])
    return tuple(tuple(group) for group in groups if len(group) > 1)


@dataclass(frozen=True)
class Choice:
    """The one to keep and on which evidence; `extras` are the others, oldest first."""

    keep: Subscription
    because: str
    extras: tuple[Subscription, ...]
    undecided: str | None = None
    """Evidence that points the other way."""


def choose(case: CaseFacts, group: tuple[Subscription, ...]) -> Choice:
    """Keep what the app knows, else what is discounted, else the older one.

    The app's own mark comes first because ending the record it knows takes the access away, whatever is paid.
    """
    oldest = min(group, key=lambda s: (s.created, s.id))
    marked = [s for s in group if holder(s) or _app_knows(case, s)]
    discounted = [s for s in group if s.discounts]
    if len(marked) == 1:
        keep, because = marked[0], "it carries the app's own mark in its metadata, the other does not"
    elif len(discounted) == 1:
        keep, because = discounted[0], "it has the discount the customer would lose"
    else:
        keep, because = oldest, f"it is the older one, since {day(oldest.created)}"
    undecided = None
    if len(marked) == 1 and len(discounted) == 1 and marked != discounted:
        undecided = f"The one of {since(case, discounted[0])} has the discount; move it before that one ends."
    elif keep is not oldest:
        undecided = f"The one of {since(case, oldest)} is older."
    return Choice(keep, because, tuple(s for s in group if s is not keep), undecided)


def _app_knows(case: CaseFacts, subscription: Subscription) -> bool:
    """Across several customer records the mark may be on the record instead of the subscription."""
    owner: Customer | None = next((c for c in case.customers if c.id == subscription.customer), None)
    if owner is None or len(case.customers) < 2:
        return False
    return any(v and not _TECHNICAL.search(k) for k, v in owner.metadata.items())


def cards_of(case: CaseFacts, subscription: Subscription) -> frozenset[str]:
    """Fingerprints of what paid a subscription: the same card has the same one on every record."""
    methods = [c.method for c in case.charges_of(subscription)] + [subscription.default_payment_method]
    return frozenset(m.fingerprint for m in methods if m and m.fingerprint)


def paid_for(case: CaseFacts, extra: Subscription, keep: Subscription) -> tuple[Charge, ...]:
    """What was taken for the extra one while the kept one ran as well: the affected charges, newest first."""
    both_ran_since = max(extra.created, keep.created)
    charges = (case.paid_by(invoice) for invoice in paid_invoices(case, extra))
    return tuple(c for c in charges if c is not None and c.created >= both_ran_since - ONE_SITTING)
