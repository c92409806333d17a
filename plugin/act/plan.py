"""Diagnosis and facts -> ordered steps, each proposed, blocked (with the reason in words), done or failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from integrations.money import Money, by_currency
from plugin.act.guards import Asked, policy_rule, reasons_against
from plugin.act.ladder import height
from plugin.act.steps import kinds
from plugin.diagnose.finding import ActionKind, Diagnosis, Finding, Impact, Proposal
from plugin.diagnose.verdict import NOT_PAID
from plugin.diagnose.words import listed, name_of
from plugin.facts import CaseFacts
from plugin.policy import Policy

StepState = Literal["proposed", "blocked", "done", "failed"]


@dataclass(frozen=True)
class Step:
    """One step of the plan, in the order to take them.

    `why` and `undo` are sentences for the agent; `blocked_by` says in words what stands in the way and
    what would unblock it, or why it failed; `target` is the vendor's object id; `writes` is True where the step would
    change something at the billing vendor (those are only shown as proposed until an agent confirms).
    """

    kind: ActionKind
    state: StepState
    why: str
    undo: str
    title: str = ""
    target: str | None = None
    amount: Money | None = None
    impact: Impact = field(default_factory=Impact)
    blocked_by: tuple[str, ...] = ()
    writes: bool = False
    situation: str = ""
    """The finding that asks for it."""
    done_by: str | None = None
    """Who confirmed it, by name; only where it is done (or was tried and failed)."""
    done_at: datetime | None = None
    policy_rule: str | None = None
    """The rule of the policy that allowed or blocked it, by its name in the file."""


@dataclass(frozen=True)
class DoneStep:
    """A step that was confirmed in this ticket and carried out, or tried."""

    kind: ActionKind
    target: str
    amount: Money | None
    title: str
    by: str
    at: datetime
    impact: Impact = field(default_factory=Impact)
    situation: str = ""
    policy_rule: str | None = None
    failed: str | None = None
    """Why nothing happened, in a sentence; None where it was done."""


def taken(done: Sequence[DoneStep]) -> frozenset[tuple[str, str]]:
    """Kind and target of every step that was really taken."""
    return frozenset((step.kind, step.target) for step in done if not step.failed)


@dataclass(frozen=True)
class Plan:
    steps: tuple[Step, ...] = ()
    verify: tuple[str, ...] = ()
    """Contract points to check before money ("Pro (since 1 May 2026): billed yearly"), with the values found."""
    impact: Impact = field(default_factory=Impact)
    """Of all proposed steps together, and what the deciding finding says is at risk."""
    advice_only: bool = False
    """True where this installation holds no key that writes: an agent takes the writing steps by hand."""


def make_plan(
    case: CaseFacts,
    diagnosis: Diagnosis,
    policy: Policy,
    *,
    can_write: bool,
    verified: frozenset[str] = frozenset(),
    done: Sequence[DoneStep] = (),
) -> Plan:
    """The safest way through the case, top of the ladder first.

    `verified`: subscriptions (or lone charges) whose contract an agent has read and approved.
    `done`: what was carried out in this ticket; it stands in the plan as done.
    """
    # What changed Stripe shows in the facts, and is proposed again only if something is left; a link does not.
    taken = {(step.kind, step.target) for step in done if not step.failed and not kinds()[step.kind].writes}
    wanted = [
        (finding, proposal)
        for finding, proposal in proposals(case, diagnosis)
        if (proposal.kind, proposal.target) not in taken
    ]
    asked = [Asked(case, diagnosis, policy, proposal, finding, verified) for finding, proposal in wanted]
    to_verify = _contracts(case, asked)
    first = [
        Asked(
            case,
            diagnosis,
            policy,
            Proposal("verify_contract", f"Before money moves: {listed(points)}.", target),
        )
        for target, points in to_verify.items()
        if target not in verified
    ]
    steps = [_step(one) for one in sorted([*first, *asked], key=_place)]
    if all(step.state == "blocked" for step in steps) and not done:
        why = "What would help is blocked for now: say what happened, and promise nothing."
        steps.insert(0, _step(Asked(case, diagnosis, policy, Proposal("explain_only", why))))
    steps = [*map(_done, done), *steps]
    return Plan(
        steps=tuple(steps),
        verify=tuple(
            f"{name_of(case, target)}: {point}" for target, points in to_verify.items() for point in points
        ),
        impact=_total(steps, diagnosis.verdict.deciding),
        advice_only=not can_write,
    )


# ------------------------------------------------------------------ which steps
Wanted = tuple[Finding | None, Proposal]


def proposals(case: CaseFacts, diagnosis: Diagnosis) -> tuple[Wanted, ...]:
    """What the diagnosis asks for, each step once, with the finding behind it."""
    return tuple(_once(_wanted(case, diagnosis)))


def _wanted(case: CaseFacts, diagnosis: Diagnosis) -> Iterator[Wanted]:
    verdict = diagnosis.verdict
    if verdict.bucket == "not_billing":
        yield (
            None,
            Proposal("explain_only", "Nothing about billing is asked; answer the question, change nothing."),
        )
        return
    if not case.strong:
        yield from _to_whoever_writes(case)
        return
    deciding = verdict.deciding
    if deciding is None and verdict.correction and verdict.bucket != "needs_human":
        yield (
            None,
            Proposal("ask_customer", "Ask for what would show it: amount, day, and where it was seen."),
        )
        yield (
            None,
            Proposal("explain_only", "No record shows it: nothing is changed on a person's word alone."),
        )
        return
    if deciding is None:
        if case.reading.intents:
            yield None, Proposal("ask_customer", "Ask what exactly was seen: amount, day, and where.")
            yield (
                None,
                Proposal(
                    "escalate_human", "A person reads billing and ticket side by side; no rule explains it."
                ),
            )
        else:
            yield (
                None,
                Proposal("explain_only", "No billing question was recognised; answer the ticket as it is."),
            )
        return
    for proposal in deciding.proposals:
        yield deciding, proposal
    if not deciding.proposals:
        yield deciding, Proposal("explain_only", "Nothing is to be changed; say what happened.")
    for finding in diagnosis.findings:
        # Two ways to pay the same thing would only confuse.
        same_matter = finding is deciding or {finding.situation, deciding.situation} <= set(NOT_PAID)
        if not same_matter and finding.situation in _LINKS_ALSO_WELCOME:
            yield from ((finding, p) for p in finding.proposals if p.kind in _LINKS)
    if verdict.confidence == "low":
        yield (
            None,
            Proposal("escalate_human", "The evidence is thin: a person decides before anything is changed."),
        )


_LINKS = frozenset(
    {"send_portal_link", "send_portal_payment_update", "send_hosted_invoice_link", "send_invoice_pdf"}
)

_LINKS_ALSO_WELCOME = frozenset({*NOT_PAID, "invoice_requested", "card_update_requested"})
"""Asked for in the same ticket, or a way to pay what is open: a link for it disturbs no other step."""


def _to_whoever_writes(case: CaseFacts) -> Iterator[Wanted]:
    """Nothing of anybody's billing: ask for proof, and the page that asks for the address on file."""
    needed = listed(case.match.ask_for) or "the address the account is under, or an invoice number"
    yield None, Proposal("ask_customer", f"Needed to go on: {needed}.")
    if case.portal and case.portal.active and case.portal.login_url:
        yield (
            None,
            Proposal(
                "send_portal_link", "Its login page proves the address by itself and shows nothing before."
            ),
        )


def _once(wanted: Iterator[Wanted]) -> Iterator[Wanted]:
    """One step per kind and target: two findings may ask for the same, a charge is given back once."""
    seen = set()
    for finding, proposal in wanted:
        key = (proposal.kind, proposal.target)
        if key not in seen:
            seen.add(key)
            yield finding, proposal


def _contracts(case: CaseFacts, asked: list[Asked]) -> dict[str, tuple[str, ...]]:
    """Contracts to read before money moves, by the id they are verified under.

    Only where nothing else stands in the way: to read a contract for a refund that is not due helps nobody.
    """
    found: dict[str, tuple[str, ...]] = {}
    for one in asked:
        target = one.contract_target
        guards = kinds()[one.step.kind].guards
        if not target or not one.contract or "contract_verified" not in guards:
            continue
        # Where the text could not be read, it may well ask for the money: the contract is read anyway.
        aside = {"contract_verified"} | (set() if case.reading.intents else {"kindness_asked_for"})
        if not reasons_against([name for name in guards if name not in aside], one):
            found[target] = tuple(dict.fromkeys((*found.get(target, ()), *one.contract)))
    return found


# ------------------------------------------------------------------ each step
def _place(asked: Asked) -> tuple[bool, int]:
    """The deciding matter from the top of the ladder down; after it what else the ticket could use."""
    aside = asked.finding is not None and asked.finding is not asked.diagnosis.verdict.deciding
    return aside, height(kinds()[asked.step.kind].rung)


def _called(asked: Asked) -> str:
    """The target as a person would point at it; of two subscriptions, the one that goes is "the extra" one."""
    name, finding = name_of(asked.case, asked.step.target), asked.finding
    is_extra = (
        finding is not None
        and finding.keeps is not None
        and finding.keeps != asked.step.target
        and asked.case.subscription(asked.step.target) is not None
    )
    return f"the extra {name}" if is_extra else name


def _step(asked: Asked) -> Step:
    kind, proposal = kinds()[asked.step.kind], asked.step
    blocked, ruled = reasons_against(kind.guards, asked), policy_rule(kind.guards, asked)
    allows = ruled.allows if ruled and not blocked else ""
    return Step(
        kind=proposal.kind,
        state="blocked" if blocked else "proposed",
        why=f"{proposal.why} {allows}".strip(),
        undo=kind.undo,
        title=kind.title(proposal, _called(asked)),
        target=proposal.target,
        amount=proposal.amount,
        impact=proposal.impact,
        blocked_by=blocked,
        writes=kind.writes,
        situation=asked.finding.situation if asked.finding else "",
        policy_rule=ruled.rule if ruled else None,
    )


def _done(step: DoneStep) -> Step:
    kind = kinds()[step.kind]
    return Step(
        kind=step.kind,
        state="failed" if step.failed else "done",
        why=f"Confirmed by {step.by}." if step.failed else f"Done by {step.by}.",
        undo=kind.undo,
        blocked_by=(step.failed,) if step.failed else (),
        title=step.title,
        target=step.target,
        amount=step.amount,
        impact=step.impact,
        writes=kind.writes,
        situation=step.situation,
        done_by=step.by,
        done_at=step.at,
        policy_rule=step.policy_rule,
    )


def _total(steps: list[Step], deciding: Finding | None) -> Impact:
    """What really happens if all proposed steps are taken; a blocked one costs nothing."""
    proposed = [step.impact for step in steps if step.state == "proposed"]
    at_risk = [deciding.impact] if deciding else []
    return Impact(
        refund=by_currency([m for i in proposed for m in i.refund]),
        mrr_lost=by_currency([m for i in proposed for m in i.mrr_lost]),
        mrr_gained=by_currency([m for i in proposed for m in i.mrr_gained]),
        at_risk=by_currency([m for i in [*proposed, *at_risk] for m in i.at_risk]),
        fee_lost=by_currency([m for i in proposed for m in i.fee_lost]),
    )
