"""The gate: what exactly would happen, what stands against it, whether it is still what was shown; and the permit.

Pure: everything it judges is handed in. `plugin/jobs/steps.py` reads the facts, keeps the rows and acts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from integrations.deeds import Deed, EndNow, EndWithPeriod, Estimate, OpenPortal, Permit, amount_of, to_json
from integrations.money import Money
from integrations.records import Agent, Charge, Invoice, Subscription
from plugin.act.guards import GUARDS, Asked, policy_rule
from plugin.act.plan import DoneStep, proposals
from plugin.act.steps import Kind, kinds
from plugin.act.wish import Wish
from plugin.diagnose.finding import ActionKind, Diagnosis, Finding, Impact, Proposal
from plugin.diagnose.remedies import BEFORE_MONEY as MONEY_FACTS
from plugin.diagnose.remedies import left_to_refund
from plugin.diagnose.words import day, method_of, name_of
from plugin.facts import CaseFacts, monthly_value
from plugin.identify.allows import allows
from plugin.policy import Policy

SHOWN_FOR = timedelta(minutes=10)
"""How long what was shown may be confirmed."""
PERMIT_FOR = timedelta(minutes=5)
"""How long after the confirmation the deed may still be begun; later a person must look again."""
APPROVAL_WITHIN = timedelta(hours=24)

_NEEDS_THE_PLAN = frozenset({"refund_charge", "cancel_subscription_now"})
"""What cannot be taken back is done only to what the diagnosis names."""
_ENDS = ("set_cancel_at_period_end", "cancel_subscription_now")
_TWO_PEOPLE = "within_the_agent_limit"
_UNDOES: Mapping[ActionKind, ActionKind] = {
    "set_cancel_at_period_end": "undo_cancel_at_period_end",
    "undo_cancel_at_period_end": "set_cancel_at_period_end",
}


@dataclass(frozen=True)
class Objection:
    """A guard that stands in the way, with its promise and what would lift it."""

    guard: str
    promise: str
    reason: str
    unblock: str


@dataclass(frozen=True)
class Considered:
    """One step as it would happen now: what the agent is shown, and what is compared before it happens."""

    wish: Wish
    title: str
    does: str
    undo: str
    deed: Deed | None
    facts: tuple[tuple[str, str], ...]
    """What the step rests on, by name; it may only happen while all of it is unchanged."""
    amount: Money | None = None
    lines: tuple[str, ...] = ()
    """What exactly will change, a sentence each."""
    impact: Impact = field(default_factory=Impact)
    objections: tuple[Objection, ...] = ()
    second_person: str | None = None
    """Why two people must decide; None where one may."""
    rule: str | None = None
    contract: tuple[str, ...] = ()
    """Contract points the agent must have read."""
    link: str | None = None
    """The public page that does the same without us: the portal's login page."""
    situation: str = ""
    seen_turn: int = 0

    @property
    def may_be_confirmed(self) -> bool:
        return self.deed is not None and not self.objections

    @property
    def hash(self) -> str:
        """Names everything that was shown: another hash is another step, and must be confirmed anew."""
        said = {
            "wish": [
                self.wish.kind,
                self.wish.target,
                str(self.wish.amount),
                self.wish.reason,
                self.wish.quantity,
                self.wish.contract_read,
                self.wish.as_of.isoformat() if self.wish.as_of else None,
            ],
            "deed": to_json(self.deed) if self.deed else None,
            "facts": self.facts,
            "lines": self.lines,
            "turn": self.seen_turn,
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:40]


class NotPermitted(Exception):
    """The step must not happen; the sentence says why, and what would help."""

    def __init__(self, sentence: str, *, code: str, changed: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code
        self.changed = changed


# ------------------------------------------------------------------ who may
def check_agent(agent: Agent, policy: Policy, *, to: str) -> str:
    """The rule that lets this agent "act" or "approve". Raises NotPermitted."""
    if agent.suspended or agent.role not in {"agent", "admin"}:
        raise NotPermitted("Zendesk says this agent is suspended or no longer an agent.", code="not-an-agent")
    rights = policy.rights_of(agent.role, agent.group_ids)
    if not rights.may("approve" if to == "approve" else "act"):
        raise NotPermitted(
            f"The policy does not let you {'approve' if to == 'approve' else 'confirm'} steps ({rights.rule}). Ask a lead.",
            code="not-allowed",
        )
    return rights.rule


def _second_person(asked: Asked, agent: Agent | None) -> tuple[str | None, str | None]:
    """Why the agent may not decide alone, and the rule of the limit; the agent's own group or role counts first."""
    amount = asked.step.amount
    # What the limit is about is money going back to a customer.
    if amount is None or asked.step.kind not in {"refund_charge", "apply_credit"}:
        return None, None
    role = None
    if agent is not None:
        named = asked.policy.rights_of(agent.role, agent.group_ids).rule
        role = named.removeprefix("who_may.").strip('"')
    limit = asked.policy.refund_limit(amount.currency, role)
    if limit is None:
        return None, None
    if amount.amount <= limit.amount:
        return None, limit.rule
    most = Money(limit.amount, amount.currency)
    return f"{amount} is above the {most} one agent may give back alone ({limit.rule}).", limit.rule


# ------------------------------------------------------------------ what would happen
def consider(
    case: CaseFacts,
    diagnosis: Diagnosis,
    policy: Policy,
    wish: Wish,
    *,
    agent: Agent | None,
    seen_turn: int,
    done: tuple[DoneStep, ...] = (),
    estimate: Estimate | None = None,
) -> Considered:
    """The step as it would happen on these facts. `agent` None: nobody in particular is asking."""
    kind = kinds()[wish.kind]
    finding, step, planned = _asked_for(case, diagnosis, wish, done)
    asked = Asked(case, diagnosis, policy, step, finding)
    if wish.contract_read and asked.contract_target:
        asked = replace(asked, verified=frozenset({asked.contract_target}))
    second, limit_rule = _second_person(asked, agent)
    names = [name for name in kind.guards if name != _TWO_PEOPLE]
    objections = [
        Objection(name, GUARDS[name].promise, reason, GUARDS[name].unblock)
        for name in names
        if (reason := GUARDS[name].broken(asked))
    ]
    if not planned:
        objections.append(_not_in_the_plan())
    if wish.amount is not None and wish.amount.amount <= 0:
        objections.append(_amount_is_nothing())
    made = kind.deed(asked, wish) if kind.deed else "This step is taken by the agent, not by Tillside."
    if isinstance(made, str):
        objections.append(Objection("possible", "A step is offered only where it can be done.", made, ""))
    deed = None if isinstance(made, str) else made
    ruled = policy_rule(names, asked)
    return Considered(
        wish=wish,
        title=kind.title(step, name_of(case, step.target)),
        does=kind.does,
        undo=kind.undo,
        deed=deed,
        facts=tuple(_facts(asked, diagnosis)),
        amount=amount_of(deed) if deed else step.amount,
        lines=tuple(_lines(asked, deed, kind, estimate)),
        impact=step.impact,
        objections=tuple(dict.fromkeys(objections)),
        second_person=second,
        rule=limit_rule or (ruled.rule if ruled else None),
        contract=asked.contract,
        link=_login_page(case, wish.kind),
        situation=finding.situation if finding else "",
        seen_turn=seen_turn,
    )


def _asked_for(
    case: CaseFacts, diagnosis: Diagnosis, wish: Wish, done: tuple[DoneStep, ...]
) -> tuple[Finding | None, Proposal, bool]:
    """The plan's own proposal behind a wish, with the agent's amount; and whether the wish may stand without one."""
    by_key: dict[tuple[str, str | None], tuple[Finding | None, Proposal]] = {
        (p.kind, p.target): (finding, p) for finding, p in proposals(case, diagnosis)
    }
    found = by_key.get((wish.kind, wish.target))
    if found is None and wish.kind in _ENDS:
        # The plan says that it should end; when is the agent's choice.
        found = next((by_key[kind, wish.target] for kind in _ENDS if (kind, wish.target) in by_key), None)
    if found is not None:
        finding, step = found
        step = replace(step, kind=wish.kind)
        if wish.amount is not None:
            step = replace(step, amount=wish.amount, impact=replace(step.impact, refund=(wish.amount,)))
        return finding, step, True
    undoes = any(_UNDOES.get(s.kind) == wish.kind and s.target == wish.target for s in done)
    needs = MONEY_FACTS if kinds()[wish.kind].money else ()
    why = "It takes back what was done." if undoes else "The agent chose it."
    step = Proposal(wish.kind, why, wish.target, wish.amount, needs=needs, owed=False)
    return None, step, undoes or wish.kind not in _NEEDS_THE_PLAN


def _not_in_the_plan() -> Objection:
    return Objection(
        "in_the_plan",
        "What cannot be taken back is done only to what the diagnosis names.",
        "The diagnosis does not ask for this.",
        "Correct the class first, or do it at Stripe and write down why.",
    )


def _amount_is_nothing() -> Objection:
    return Objection(
        "amount", "An amount is more than nothing.", "The amount is zero or less.", "Name another."
    )


def _login_page(case: CaseFacts, kind: ActionKind) -> str | None:
    if kind not in {"send_portal_link", "send_portal_payment_update", "send_portal_cancel_flow"}:
        return None
    allowed = allows(case.match, case.ticket).portal_login_page
    return case.portal.login_url if case.portal and allowed else None


# ------------------------------------------------------------------ what it rests on
def _facts(asked: Asked, diagnosis: Diagnosis) -> Iterator[tuple[str, str]]:
    case = asked.case
    yield "the customer", ", ".join(case.match.customer_ids) or "nobody"
    yield "the match", case.match.confidence
    yield "the class", f"{diagnosis.verdict.bucket}/{diagnosis.verdict.situation}"
    yield "open disputes", ", ".join(sorted(d.id for d in case.disputes if d.open)) or "none"
    yield "fraud warnings", ", ".join(sorted(w.id for w in case.fraud_warnings if w.actionable)) or "none"
    if asked.charge:
        yield from _charge_facts(case, asked.charge)
    if asked.invoice:
        yield from _invoice_facts(asked.invoice)
    if asked.subscription:
        yield from _subscription_facts(asked.subscription)


def _charge_facts(case: CaseFacts, charge: Charge) -> Iterator[tuple[str, str]]:
    yield "the payment's state", charge.status + (", disputed" if charge.disputed else "")
    yield "given back of it so far", str(Money(charge.amount_refunded, charge.currency))
    yield "left of it", str(Money(left_to_refund(case, charge), charge.currency))
    refunds = ", ".join(sorted(f"{refund.id} {refund.status}" for refund in charge.refunds))
    yield "its refunds", refunds or "none"


def _invoice_facts(invoice: Invoice) -> Iterator[tuple[str, str]]:
    yield "the invoice's state", invoice.status or "unknown"
    yield "what is open of the invoice", str(Money(invoice.amount_remaining, invoice.currency))
    yield "its collection", "on" if invoice.auto_advance else "off"


def _subscription_facts(subscription: Subscription) -> Iterator[tuple[str, str]]:
    yield "the subscription's state", subscription.status
    yield "its period", f"until {day(subscription.period_end)}" if subscription.period_end else "unknown"
    ends = subscription.cancel_at or (subscription.period_end if subscription.cancel_at_period_end else None)
    yield "its end", day(ends) if ends else "none"
    yield "its seats", ", ".join(f"{item.price.id} x {item.quantity}" for item in subscription.items)
    yield "its latest invoice", subscription.latest_invoice or "none"
    yield "its schedule", subscription.schedule or "none"
    yield "its pause", subscription.pause_behavior or "none"


def changed(before: Mapping[str, str], after: Considered) -> tuple[str, ...]:
    """What is no longer as it was shown, a sentence each."""
    now = dict(after.facts)
    names = dict.fromkeys([*before, *now])
    return tuple(
        f"{name[0].upper()}{name[1:]}: was {before.get(name, 'not there')}, is {now.get(name, 'not there')}."
        for name in names
        if before.get(name) != now.get(name)
    )


# ------------------------------------------------------------------ what will change, in words
def _lines(asked: Asked, deed: Deed | None, kind: Kind, estimate: Estimate | None) -> Iterator[str]:
    charge, subscription = asked.charge, asked.subscription
    if charge is not None and asked.step.amount is not None and kind.name == "refund_charge":
        left = left_to_refund(asked.case, charge) - asked.step.amount.amount
        yield f"{asked.step.amount} go back to {method_of(charge.method)}; the bank shows it in 5 to 10 business days."
        yield f"{Money(max(0, left), charge.currency)} of the payment of {day(charge.created)} stay with us."
        if charge.fee:
            yield f"The fee of {Money(charge.fee, charge.currency)} is not returned."
    if subscription is not None and isinstance(deed, EndNow | EndWithPeriod):
        yield from _end_lines(subscription, deed)
    if isinstance(deed, OpenPortal):
        yield "A page at Stripe opens for the customer; after it has expired it asks for the address on file."
    if isinstance(deed, EndNow) and deed.keep_collecting:
        yield f"Collection of {', '.join(deed.keep_collecting)} is switched on again: Stripe stops it when one subscription ends."
    if estimate is not None:
        for name, money in estimate.amounts:
            yield f"Stripe computes: {name} {money}."
        yield from estimate.lines


def _end_lines(subscription: Subscription, deed: EndNow | EndWithPeriod) -> Iterator[str]:
    value = monthly_value(subscription)
    until = day(subscription.period_end) if subscription.period_end else "the end of its period"
    if isinstance(deed, EndWithPeriod) and not deed.ends:
        yield f"It renews on {until} as before."
        return
    yield f"It ends {'now' if isinstance(deed, EndNow) else f'on {until}'} and is not charged again."
    if value:
        yield f"Monthly revenue falls by {value}."
    yield "The product may close access when a subscription ends: see that access hangs on the one that stays."


# ------------------------------------------------------------------ still right?
def check(
    before_hash: str, before_facts: Mapping[str, str], now: Considered, *, shown_at: datetime, at: datetime
) -> None:
    """Raises NotPermitted unless the step is exactly what was shown, a moment ago, and nothing is against it."""
    if at - shown_at > SHOWN_FOR:
        raise NotPermitted("This was shown too long ago. Look at it again, then confirm.", code="too-old")
    still_same(before_hash, before_facts, now)


def still_same(before_hash: str, before_facts: Mapping[str, str], now: Considered) -> None:
    differences = changed(before_facts, now)
    if differences:
        raise NotPermitted(
            "Something changed since this was shown, so nothing was done. Look at it again.",
            code="changed",
            changed=differences,
        )
    if now.objections:
        first = now.objections[0]
        raise NotPermitted(f"{first.reason} {first.unblock}".strip(), code=f"guard-{first.guard}")
    if now.hash != before_hash:
        raise NotPermitted(
            "What would happen is no longer what was shown, so nothing was done. Look at it again.",
            code="changed",
            changed=("What Stripe computes for it is not the same any more.",),
        )


# ------------------------------------------------------------------ permits
def attempt_id(account: str, ticket_id: int, kind: str, target: str, shown_hash: str) -> str:
    """Derived, never random: the same confirmation is the same attempt, whoever computes it and whenever."""
    said = json.dumps([account, ticket_id, kind, target, shown_hash])
    return f"st{hashlib.sha256(said.encode()).hexdigest()[:30]}"


def permit(
    *,
    attempt: str,
    generation: int,
    deed: Deed,
    shown: Mapping[str, Any],
    ticket_id: int,
    agent_id: int,
    approved_by: int | None,
    confirmed_at: datetime,
) -> Permit:
    """The only place where permits are made. `shown`: what the agent confirmed, with its amount as the ceiling."""
    ceiling = shown.get("ceiling")
    return Permit(
        deed=deed,
        marker=attempt,
        key=f"tillside-{attempt}-{generation}",
        ticket_id=ticket_id,
        ceiling=Money(ceiling["amount"], ceiling["currency"]) if ceiling else None,
        agent_id=agent_id,
        approved_by=approved_by,
        good_until=confirmed_at + PERMIT_FOR,
    )
