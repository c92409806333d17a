"""Diagnosis and facts -> ordered steps, each proposed, blocked (with the reason in words) or done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from integrations.money import Money, by_currency
from plugin.act.guards import Asked, reasons_against
from plugin.act.ladder import height
from plugin.act.steps import kinds
from plugin.diagnose.finding import ActionKind, Diagnosis, Finding, Impact, Proposal
from plugin.diagnose.verdict import NOT_PAID
from plugin.diagnose.words import listed
from plugin.facts import CaseFacts
from plugin.policy import Policy

StepState = Literal["proposed", "blocked", "done"]


@dataclass(frozen=True)
class Step:
    """One step of the plan, in the order to take them.

    `why` and `undo` are sentences for the agent; `blocked_by` says in words what stands in the way and
    what would unblock it; `target` is the vendor's object id; `writes` is True where the step would
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


@dataclass(frozen=True)
class Plan:
    steps: tuple[Step, ...] = ()
    verify: tuple[str, ...] = ()
    """Contract points to check before money ("sub_1: billed yearly"), with the values found."""
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
) -> Plan:
    """The safest way through the case, top of the ladder first.

    `verified`: subscriptions (or lone charges) whose contract an agent has read and approved.
    """
    wanted = list(_once(_wanted(case, diagnosis)))
    asked = [Asked(case, diagnosis, policy, proposal, finding, verified) for finding, proposal in wanted]
    to_verify = _contracts(asked)
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
    steps = sorted((_step(one) for one in [*first, *asked]), key=lambda s: height(kinds()[s.kind].rung))
    return Plan(
        steps=tuple(steps),
        verify=tuple(f"{target}: {point}" for target, points in to_verify.items() for point in points),
        impact=_total(steps, diagnosis.verdict.deciding),
        advice_only=not can_write,
    )


# ------------------------------------------------------------------ which steps
Wanted = tuple[Finding | None, Proposal]


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


def _contracts(asked: list[Asked]) -> dict[str, tuple[str, ...]]:
    """Contracts behind anything the plan would change, by the id they are verified under."""
    found: dict[str, tuple[str, ...]] = {}
    for one in asked:
        target = one.contract_target
        if target and kinds()[one.step.kind].writes and one.contract:
            found[target] = tuple(dict.fromkeys((*found.get(target, ()), *one.contract)))
    return found


# ------------------------------------------------------------------ each step
def _step(asked: Asked) -> Step:
    kind, proposal = kinds()[asked.step.kind], asked.step
    blocked = reasons_against(kind.guards, asked)
    return Step(
        kind=proposal.kind,
        state="blocked" if blocked else "proposed",
        why=proposal.why,
        undo=kind.undo,
        title=kind.title(proposal),
        target=proposal.target,
        amount=proposal.amount,
        impact=proposal.impact,
        blocked_by=blocked,
        writes=kind.writes,
        situation=asked.finding.situation if asked.finding else "",
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
