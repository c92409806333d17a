"""The words of a diagnosis: Finding (what one detector saw) and Verdict (what decides).

`Proposal` names a next action without deciding whether it is allowed: that is `act`'s business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal

from integrations.money import Money
from plugin.facts import Bucket, Correction

ActionKind = Literal[
    "send_portal_link",
    "send_portal_payment_update",
    "send_portal_cancel_flow",
    "send_hosted_invoice_link",
    "send_invoice_pdf",
    "send_checkout_link",
    "explain_only",
    "ask_customer",
    "verify_contract",
    "wait_and_recheck",
    "set_cancel_at_period_end",
    "undo_cancel_at_period_end",
    "cancel_subscription_now",
    "stop_invoice_collection",
    "void_invoice",
    "retry_invoice",
    "change_quantity_at_renewal",
    "change_quantity_now",
    "resume_subscription",
    "apply_credit",
    "refund_charge",
    "escalate_human",
    "escalate_engineering",
]

Certainty = Literal["proven", "likely", "hint"]
"""proven: Stripe's own fields leave no other reading; likely: a look-alike is possible; hint: evidence only."""

Told = str | int | Money | datetime | None
"""A value a reply may state. Money and dates are formatted by locale; texts are inserted as they are."""


@dataclass(frozen=True)
class Impact:
    """What a step or a situation does to revenue; every amount positive, per currency."""

    refund: tuple[Money, ...] = ()
    """Money that goes back to the customer."""
    mrr_lost: tuple[Money, ...] = ()
    mrr_gained: tuple[Money, ...] = ()
    at_risk: tuple[Money, ...] = ()
    """Open amounts that may never be paid."""
    fee_lost: tuple[Money, ...] = ()
    """Processing fees that are not returned with a refund."""


@dataclass(frozen=True)
class Proposal:
    """A next action with its target (the vendor's object id) and why, in one sentence for the agent."""

    kind: ActionKind
    why: str
    target: str | None = None
    amount: Money | None = None
    impact: Impact = field(default_factory=Impact)
    needs: tuple[str, ...] = ()
    """Names of facts the step must not be taken without ("disputes", "refunds", ...): see CaseFacts.could_read."""
    owed: bool = True
    """False for a kindness (a forgotten renewal, a converted trial): the policy's refund window governs it.
    True for money taken by mistake, which is given back also later."""


@dataclass(frozen=True)
class Finding:
    """What one detector saw.

    `situation`, `code` and `why` are filled in by the loader from the detector's file (name, CODE, docstring).
    `tells` are the facts the reply states, by the variable names of the locale files.
    `blocks_money` says in words why no money may move while this holds (open chargeback, ...).
    """

    bucket: Bucket
    sentence: str
    evidence: tuple[str, ...]
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...] = ()
    certainty: Certainty = "likely"
    proposals: tuple[Proposal, ...] = ()
    gaps: tuple[str, ...] = ()
    impact: Impact = field(default_factory=Impact)
    tells: Mapping[str, Told] = field(default_factory=lambda: MappingProxyType({}))
    blocks_money: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    """The lists the claim rests on, by the names of `BillingPicture`; one of them unread or cut makes it less sure."""
    keeps: str | None = None
    """Where the finding picks one of several subscriptions to stay: its id. A policy may reserve the choice."""
    situation: str = ""
    code: str = ""
    why: str = ""


@dataclass(frozen=True)
class LostDetector:
    """A detector that broke: its finding is lost, the case is not."""

    situation: str
    why: str


@dataclass(frozen=True)
class Verdict:
    """What decides. `confidence` "low" always comes with bucket needs_human or a plan without money."""

    bucket: Bucket
    situation: str
    confidence: Literal["high", "medium", "low"]
    sentence: str
    reasons_for: tuple[str, ...] = ()
    reasons_against: tuple[str, ...] = ()
    deciding: Finding | None = None
    correction: Correction | None = None
    """Where an agent named the class, or agreed to it."""


@dataclass(frozen=True)
class Diagnosis:
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    """In order of precedence: the deciding one first."""
    lost: tuple[LostDetector, ...] = ()
