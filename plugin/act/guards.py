"""What must hold before a step may be proposed: each guard one small predicate that keeps one promise.

A guard answers None when its promise is kept, else the reason in words. The reason, together with what would
unblock it, is what the agent reads beside a blocked step. What could not be read never counts as "not there".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from integrations.money import Money
from integrations.records import Charge, Dispute, Invoice, Subscription
from plugin.diagnose.contract import charge_points, contract_points
from plugin.diagnose.finding import Diagnosis, Finding, Proposal
from plugin.diagnose.remedies import left_to_refund
from plugin.diagnose.words import day, listed
from plugin.facts import CaseFacts, Intent
from plugin.policy import Policy, Window


@dataclass(frozen=True)
class Asked:
    """One step somebody wants to take, and all that is known when they ask."""

    case: CaseFacts
    diagnosis: Diagnosis
    policy: Policy
    step: Proposal
    finding: Finding | None = None
    """The finding that asks for the step."""
    verified: frozenset[str] = field(default_factory=frozenset)
    """Subscriptions and charges whose contract an agent has read and approved."""

    @property
    def charge(self) -> Charge | None:
        return self.case.charge(self.step.target)

    @property
    def subscription(self) -> Subscription | None:
        """The subscription the step is about: its target, or the one whose invoice or charge is."""
        if found := self.case.subscription(self.step.target):
            return found
        invoice = self.invoice
        return self.case.subscription(invoice.subscription) if invoice else None

    @property
    def invoice(self) -> Invoice | None:
        if found := self.case.invoice(self.step.target):
            return found
        return self.case.invoice_of(self.charge) if self.charge else None

    @property
    def contract(self) -> tuple[str, ...]:
        """What must be verified about the contract behind the target, with the values found."""
        if self.charge:
            return charge_points(self.case, self.charge)
        return contract_points(self.case, self.subscription) if self.subscription else ()

    @property
    def contract_target(self) -> str | None:
        """Under which id the contract is verified: the subscription's, else the charge's own."""
        if self.subscription:
            return self.subscription.id
        return self.step.target


@dataclass(frozen=True)
class Ruled:
    """A rule of the policy that had a say about a step: its name in the file, and what it allows, as a sentence."""

    rule: str
    allows: str = ""


def _no_rule(_asked: Asked) -> Ruled | None:
    return None


@dataclass(frozen=True)
class Guard:
    name: str
    promise: str
    unblock: str
    broken: Callable[[Asked], str | None]
    ruled_by: Callable[[Asked], Ruled | None] = _no_rule
    """The policy's rule it keeps, where it keeps one and the rule says something about this step."""

    def blocks(self, asked: Asked) -> str | None:
        reason = self.broken(asked)
        return f"{reason} {self.unblock}".strip() if reason else None


GUARDS: dict[str, Guard] = {}


def guard(
    promise: str, unblock: str, ruled_by: Callable[[Asked], Ruled | None] = _no_rule
) -> Callable[[Callable[[Asked], str | None]], Callable[[Asked], str | None]]:
    """Puts a predicate into the table under its own name."""

    def keep(broken: Callable[[Asked], str | None]) -> Callable[[Asked], str | None]:
        GUARDS[broken.__name__] = Guard(broken.__name__, promise, unblock, broken, ruled_by)
        return broken

    return keep


def reasons_against(names: Iterable[str], asked: Asked) -> tuple[str, ...]:
    """Why the step may not be taken now; empty when every guard is satisfied."""
    found = (GUARDS[name].blocks(asked) for name in names)
    return tuple(dict.fromkeys(reason for reason in found if reason))


def policy_rule(names: Iterable[str], asked: Asked) -> Ruled | None:
    """The rule of the policy that blocks the step, or the one that allows it; the most particular of several.

    None where no rule says anything, or where it is blocked by something that is no policy.
    """
    ruled = [(GUARDS[name].broken(asked), GUARDS[name].ruled_by(asked)) for name in names]
    blocked = any(broken for broken, _ in ruled)
    # Steps name their general guards first and their own last.
    return next((rule for broken, rule in reversed(ruled) if rule and bool(broken) == blocked), None)


# ------------------------------------------------------------------ who and what
@guard("Nothing is changed before the case has a class.", "Clear up what happened first.")
def classified(asked: Asked) -> str | None:
    verdict = asked.diagnosis.verdict
    if verdict.bucket in {"needs_human", "not_billing"}:
        return "The case has no clear class."
    return "What happened is not sure enough." if verdict.confidence == "low" else None


@guard("Nothing is changed for somebody who may be someone else.", "Pin the customer, or ask for proof.")
def identity_strong(asked: Asked) -> str | None:
    return None if asked.case.strong else f"The match is {asked.case.match.confidence}."


@guard("Only what belongs to this customer is touched.", "Open the case of the customer it belongs to.")
def target_is_theirs(asked: Asked) -> str | None:
    case, target = asked.case, asked.step.target
    theirs = {c.id for c in case.customers} & set(case.match.customer_ids)
    owners = case.owners_of(target)
    if target in theirs:
        return None
    if not owners:
        return "Its target is not among what was read of this customer."
    return None if owners <= theirs else "Its target belongs to another customer."


# ------------------------------------------------------------------ what was read
@guard("What could not be read is never taken for absent.", "Read it again, or give the key the permission.")
def facts_read(asked: Asked) -> str | None:
    missing = [name.replace("_", " ") for name in asked.step.needs if not asked.case.could_read(name)]
    return f"{listed(missing).capitalize()} could not be read completely." if missing else None


@guard("Test data and real money are never mixed.", "Use the account and the key the records belong to.")
def real_and_of_one_kind(asked: Asked) -> str | None:
    case = asked.case
    records = [r for r in (asked.charge, asked.subscription, asked.invoice) if r is not None]
    owners = {r.customer for r in records} | {asked.step.target}
    customers = [c for c in case.customers if c.id in owners]
    if len({r.livemode for r in (*records, *customers)}) > 1:
        return "Its records are partly live and partly test data."
    clocks = [c.test_clock for c in customers] + [
        asked.subscription.test_clock if asked.subscription else None
    ]
    return "It runs on a test clock." if any(clocks) else None


# ------------------------------------------------------------------ contracts and choices
@guard("Special contracts are read before money moves.", "Verify the contract first.")
def contract_verified(asked: Asked) -> str | None:
    if not asked.contract or asked.contract_target in asked.verified:
        return None
    return f"The contract must be verified ({listed(asked.contract)})."


@guard(
    "A scheduled subscription is never edited beside its schedule.", "Change or release the schedule instead."
)
def not_scheduled(asked: Asked) -> str | None:
    subscription = asked.subscription
    return f"{subscription.id} follows a schedule." if subscription and subscription.schedule else None


def _keeping(asked: Asked) -> Ruled | None:
    return Ruled("keep_duplicate") if asked.finding and asked.finding.keeps else None


@guard(
    "Where the policy says so, an agent picks which subscription stays.",
    "Pick one after asking the customer.",
    _keeping,
)
def survivor_chosen(asked: Asked) -> str | None:
    finding = asked.finding
    if asked.policy.keep_duplicate != "ask" or finding is None or finding.keeps is None:
        return None
    if asked.contract_target in asked.verified:
        return None
    return f"The policy leaves the choice to a person (keep_duplicate); {finding.keeps} is only suggested."


# ------------------------------------------------------------------ money
_GIVES_MONEY_BACK = {"won", "warning_closed"}
"""Decided for the merchant. In every other state the bank holds, has given, or may still give the money back."""


@guard("No money moves while a chargeback is open or was lost.", "Wait for the bank's decision.")
def no_open_dispute(asked: Asked) -> str | None:
    case, charge = asked.case, asked.charge
    if opened := next((d for d in case.disputes if d.open), None):
        return f"A dispute is open ({opened.id})."
    if charge is None:
        return None
    of_charge: tuple[Dispute, ...] = case.disputes_of(charge)
    if any(d.status not in _GIVES_MONEY_BACK for d in of_charge):
        return "The bank has already given this payment back."
    return "The payment is marked as disputed." if charge.disputed and not of_charge else None


@guard("No money moves while a fraud warning is open.", "Let the person in charge of fraud decide.")
def no_fraud_warning(asked: Asked) -> str | None:
    open_warning = next((w for w in asked.case.fraud_warnings if w.actionable), None)
    if open_warning:
        return f"A fraud warning is open ({open_warning.id})."
    return "The payment is under review." if asked.charge and asked.charge.review else None


_SETTLED = {"succeeded", "failed", "canceled"}


@guard(
    "A payment is refunded once; a refund on its way must arrive or fail first.",
    "Look again when it is through.",
)
def no_pending_refund(asked: Asked) -> str | None:
    charge = asked.charge
    if charge is None:
        return None
    if charge.refunds_truncated:
        return "Not all of its refunds could be read."
    # A status we do not know is taken for one that is not settled.
    pending = next((r for r in charge.refunds if r.status not in _SETTLED), None)
    return f"A refund is on its way ({pending.id})." if pending else None


@guard(
    "At most what is left of the charge is given back.", "Lower the amount, or explain what was given back."
)
def within_what_is_left(asked: Asked) -> str | None:
    charge, amount = asked.charge, asked.step.amount
    if charge is None or amount is None:
        return "Charge or amount is not known."
    if charge.status != "succeeded" or not charge.captured:
        return "The payment did not succeed."
    if amount.currency != charge.currency.lower():
        return f"It was paid in {charge.currency.upper()}."
    left = left_to_refund(asked.case, charge)
    if amount.amount <= 0 or amount.amount > left:
        return f"Only {Money(left, charge.currency)} is left of it."
    return None


@guard("An amount is known before money moves.", "Name the amount.")
def amount_known(asked: Asked) -> str | None:
    amount = asked.step.amount
    return None if amount is not None and amount.amount > 0 else "The amount is not known."


@guard("No money moves against what another finding says.", "Settle that first.")
def nothing_forbids_money(asked: Asked) -> str | None:
    return next((reason for f in asked.diagnosis.findings for reason in f.blocks_money), None)


@guard("A kindness is given to who asks for it.", "Wait until the customer asks for it.")
def kindness_asked_for(asked: Asked) -> str | None:
    if asked.step.owed or asked.case.reading.asks_in_own_words(*_ASKS_FOR_MONEY_BACK):
        return None
    return "Nobody asks for the money back."


_ASKS_FOR_MONEY_BACK: tuple[Intent, ...] = (
    "refund_request",
    "refund_status",
    "unexpected_charge",
    "duplicate_charge",
)
"""A payment nobody expected is a question for the money as well, only a politer one."""


_FIRST_PAYMENT_AFTER_TRIAL = timedelta(days=3)
"""Retries of the first payment may take days."""


def window_of(asked: Asked) -> Window | None:
    """Which of the policy's windows governs giving this charge back."""
    charge, subscription = asked.charge, asked.subscription
    if charge is None:
        return None
    if asked.step.owed:
        return "mistakes"
    if subscription is None:
        return "one_time"
    trial_end = subscription.trial_end
    if trial_end and timedelta(0) <= charge.created - trial_end <= _FIRST_PAYMENT_AFTER_TRIAL:
        return "trial"
    if subscription.interval in {"day", "week"}:
        return "weekly"
    months = max((i.price.interval_count for i in subscription.items), default=1)
    yearly = subscription.interval == "year" or (subscription.interval == "month" and months >= 12)
    return "yearly" if yearly else "monthly"


def _window(asked: Asked) -> Ruled | None:
    window = window_of(asked)
    if window is None:
        return None
    days, rule = getattr(asked.policy.refund_window_days, window), f"refund_window_days.{window}"
    return Ruled(rule, f"The policy allows it for {days} days ({rule}).")


@guard("Old payments are given back only as the policy allows.", "A lead may decide otherwise.", _window)
def within_the_window(asked: Asked) -> str | None:
    charge, window = asked.charge, window_of(asked)
    if charge is None or window is None:
        return None
    days = getattr(asked.policy.refund_window_days, window)
    if asked.case.since(charge.created) <= timedelta(days=days):
        return None
    return (
        f"It was paid on {day(charge.created)}; the policy allows {days} days (refund_window_days.{window})."
    )


def _agent_limit(asked: Asked) -> Ruled | None:
    amount = asked.step.amount
    limit = asked.policy.refund_limit(amount.currency) if amount else None
    if amount is None or limit is None:
        return None
    most = Money(limit.amount, amount.currency)
    return Ruled(limit.rule, f"One agent may give back up to {most} ({limit.rule}).")


@guard("Above an agent's limit, two people decide.", "A second person must confirm.", _agent_limit)
def within_the_agent_limit(asked: Asked) -> str | None:
    amount = asked.step.amount
    limit = asked.policy.refund_limit(amount.currency) if amount else None
    if amount is None or limit is None or amount.amount <= limit.amount:
        return None
    most = Money(limit.amount, amount.currency)
    return f"{amount} is above the limit of {most} for one agent ({limit.rule})."


def _goodwill(asked: Asked) -> Ruled | None:
    amount = asked.step.amount
    if amount is None or asked.step.owed:
        return None
    limit = asked.policy.goodwill(amount.currency)
    most = Money(limit.amount, amount.currency)
    return Ruled(limit.rule, f"Up to {most} may be credited as a kindness ({limit.rule}).")


@guard("A kindness is as large as the policy allows.", "A lead may decide otherwise.", _goodwill)
def within_goodwill(asked: Asked) -> str | None:
    amount = asked.step.amount
    if amount is None or asked.step.owed:
        return None
    limit = asked.policy.goodwill(amount.currency)
    if amount.amount <= limit.amount:
        return None
    most = Money(limit.amount, amount.currency)
    return f"{amount} is more than the {most} the policy credits as a kindness ({limit.rule})."


# ------------------------------------------------------------------ sets of promises the steps name
BEFORE_A_LINK: tuple[str, ...] = ("identity_strong",)
"""A page that shows or takes details of one customer."""

BEFORE_A_CHANGE: tuple[str, ...] = (
    "identity_strong", "classified", "target_is_theirs", "facts_read", "real_and_of_one_kind", "survivor_chosen",
)  # fmt: skip
"""Anything that writes at the billing vendor."""

BEFORE_MONEY: tuple[str, ...] = (
    *BEFORE_A_CHANGE, "contract_verified", "no_open_dispute", "no_fraud_warning", "nothing_forbids_money",
    "within_the_agent_limit",
)  # fmt: skip
"""Anything that moves money, in either direction."""
