"""What comes in and what goes out of the sidebar API: docs/case.md as marshmallow.

Input schemas refuse unknown fields. Output is validated where it is written (the case document, once
per diagnosis), not on each read: a stored case is answered as it was stored.
"""

from __future__ import annotations

from typing import get_args

from marshmallow import RAISE, Schema, fields, validate

from integrations.deeds import Reason
from plugin.diagnose.finding import ActionKind
from plugin.facts import Bucket, CorrectionReason

CONFIDENCE = ("strong", "weak", "ambiguous", "none")


def _texts() -> fields.List[str]:
    return fields.List(fields.String(), required=True)


def _text(nullable: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=nullable)


class Strict(Schema):
    class Meta:
        unknown = RAISE


class Amount(Strict):
    amount = fields.Integer(required=True, metadata={"description": "minor units"})
    currency = _text()
    text = _text()


def _amounts() -> fields.List[dict[str, object]]:
    return fields.List(fields.Nested(Amount), required=True)


class CandidateOut(Strict):
    customer_id = _text()
    name = _text(nullable=True)
    email = _text(nullable=True)
    match_reason = _text()
    created = fields.String(required=True, allow_none=True)
    differs = _texts()


class PinOut(Strict):
    agent_name = _text()
    at = _text()


class IdentityOut(Strict):
    confidence = fields.String(required=True, validate=validate.OneOf(CONFIDENCE))
    customer_id = _text(nullable=True)
    also = _texts()
    match_reason = _text()
    candidates = fields.List(fields.Nested(CandidateOut), required=True)
    ask_for = _texts()
    warnings = _texts()
    pinned_by = fields.Nested(PinOut, required=True, allow_none=True)


class CustomerOut(Strict):
    id = _text()
    name = _text(nullable=True)
    email = _text(nullable=True)
    since = _text(nullable=True)
    deleted = fields.Boolean(required=True)
    credit = fields.Nested(Amount, required=True, allow_none=True)


class SubscriptionOut(Strict):
    id = _text()
    plan = _text()
    status = _text()
    price = fields.Nested(Amount, required=True, allow_none=True)
    interval = _text(nullable=True)
    interval_count = fields.Integer(required=True)
    quantity = fields.Integer(required=True)
    since = _text()
    renews_at = _text(nullable=True)
    ends_at = _text(nullable=True)
    customer_id = _text()


class PaymentOut(Strict):
    id = _text()
    amount = fields.Nested(Amount, required=True)
    status = _text()
    at = _text()
    method = _text(nullable=True)
    last4 = _text(nullable=True)
    refunded = fields.Nested(Amount, required=True, allow_none=True)
    disputed = fields.Boolean(required=True)
    decline = _text(nullable=True)
    invoice = _text(nullable=True)


class UnreadOut(Strict):
    what = _text()
    why = _text()
    permission = _text(nullable=True)


class BillingOut(Strict):
    visible = fields.Boolean(required=True)
    customer = fields.Nested(CustomerOut, required=True, allow_none=True)
    subscriptions = fields.List(fields.Nested(SubscriptionOut), required=True)
    payments = fields.List(fields.Nested(PaymentOut), required=True)
    unread = fields.List(fields.Nested(UnreadOut), required=True)
    truncated = _texts()


class ClassOut(Strict):
    bucket = _text()
    situation = _text(nullable=True)


class CorrectionOut(ClassOut):
    agreed = fields.Boolean(required=True, metadata={"description": "the agent says what we said"})
    reason = fields.String(required=True, validate=validate.OneOf(get_args(CorrectionReason)))
    note = _text()
    said = fields.Nested(ClassOut, required=True, metadata={"description": "what we had said"})
    agent_name = _text()
    at = _text()


class VerdictOut(Strict):
    bucket = _text()
    situation = _text()
    code = _text(nullable=True)
    confidence = fields.String(required=True, validate=validate.OneOf(("high", "medium", "low")))
    sentence = _text()
    reasons_for = _texts()
    reasons_against = _texts()
    correction = fields.Nested(CorrectionOut, required=True, allow_none=True)


class FindingOut(Strict):
    situation = _text()
    code = _text()
    bucket = _text()
    certainty = _text()
    sentence = _text()
    why = _text()
    evidence = _texts()


class StepOut(Strict):
    kind = _text()
    title = _text()
    target = _text(nullable=True)
    state = fields.String(required=True, validate=validate.OneOf(("proposed", "blocked", "done", "failed")))
    why = _text()
    undo = _text()
    impact = _text()
    amount = fields.Nested(Amount, required=True, allow_none=True)
    blocked_by = _texts()
    writes = fields.Boolean(required=True)
    done_by = _text(nullable=True)
    done_at = _text(nullable=True)
    policy_rule = _text(nullable=True)


class IssueOut(Strict):
    number = fields.Integer(required=True)
    url = _text()
    state = _text()


class GapOut(Strict):
    gap = _text()
    title = _text()
    why = _text()
    issue = fields.Nested(IssueOut, required=True, allow_none=True)


class ImpactOut(Strict):
    sentence = _text()
    refund = _amounts()
    mrr_lost = _amounts()
    mrr_gained = _amounts()
    at_risk = _amounts()
    fee_lost = _amounts()


class ReplyOut(Strict):
    language = _text()
    direction = fields.String(required=True, validate=validate.OneOf(("ltr", "rtl")))
    body = _text()
    html = _text(nullable=True)


class ReadingOut(Strict):
    intents = _texts()
    language = _text()


class FreshnessOut(Strict):
    read_at = _text(nullable=True)
    sentence = _text()


class LostOut(Strict):
    situation = _text()
    why = _text()


class CaseOut(Strict):
    """docs/case.md"""

    ticket_id = fields.Integer(required=True, allow_none=True)
    as_of = _text()
    identity = fields.Nested(IdentityOut, required=True)
    billing = fields.Nested(BillingOut, required=True)
    verdict = fields.Nested(VerdictOut, required=True)
    findings = fields.List(fields.Nested(FindingOut), required=True)
    plan = fields.List(fields.Nested(StepOut), required=True)
    verify = _texts()
    gaps = fields.List(fields.Nested(GapOut), required=True)
    revenue_impact = fields.Nested(ImpactOut, required=True)
    reply = fields.Nested(ReplyOut, required=True)
    handoff = _text()
    reading = fields.Nested(ReadingOut, required=True)
    freshness = fields.Nested(FreshnessOut, required=True)
    lost_detectors = fields.List(fields.Nested(LostOut), required=True)


class NoteOut(Strict):
    written_at = _text()
    agent_name = _text()


class CaseEnvelope(Strict):
    """A case, or the word that one is being read."""

    state = fields.String(required=True, validate=validate.OneOf(("ready", "reading")))
    case = fields.Nested(CaseOut, required=True, allow_none=True)
    read_at = _text(nullable=True)
    refreshing = fields.Boolean(required=True, metadata={"description": "a newer reading is under way"})
    note = fields.Nested(NoteOut, required=True, allow_none=True)


class CustomerPick(Strict):
    customer_id = fields.String(required=True, validate=validate.Regexp(r"\Acus_[A-Za-z0-9_]{1,250}\Z"))


class ClassPick(Strict):
    """A situation, or a bucket alone where none of its situations fits."""

    situation = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=64))
    bucket = fields.String(allow_none=True, load_default=None, validate=validate.OneOf(get_args(Bucket)))
    reason = fields.String(required=True, validate=validate.OneOf(get_args(CorrectionReason)))
    text = fields.String(load_default="", validate=validate.Length(max=500))


class BucketOut(Strict):
    bucket = _text()
    situations = _texts()


class ClassesOut(Strict):
    """What a ticket may be called: every bucket with its situations."""

    classes = fields.List(fields.Nested(BucketOut), required=True)


class HandoffOut(NoteOut):
    already = fields.Boolean(required=True, metadata={"description": "this very note was written before"})


# ---------------------------------------------------------------- steps that change something (docs/steps.md)
class WishedAmount(Strict):
    """Whole minor units only: 19.99 or "1999" is a slip that must not be rounded into money."""

    amount = fields.Integer(required=True, strict=True)
    currency = fields.String(required=True, validate=validate.Regexp(r"\A[A-Za-z]{3}\Z"))


class StepWish(Strict):
    kind = fields.String(required=True, validate=validate.OneOf(get_args(ActionKind)))
    target = fields.String(
        allow_none=True, load_default=None, validate=validate.Regexp(r"\A[A-Za-z0-9_]{1,255}\Z")
    )
    amount = fields.Nested(
        WishedAmount,
        allow_none=True,
        load_default=None,
        metadata={"description": "less than the plan proposes; left out, the plan's own"},
    )
    reason = fields.String(load_default="requested_by_customer", validate=validate.OneOf(get_args(Reason)))
    quantity = fields.Integer(
        strict=True, allow_none=True, load_default=None, validate=validate.Range(1, 100_000)
    )
    contract_read = fields.Boolean(
        load_default=False, metadata={"description": "the agent has read the contract points"}
    )


class ObjectionOut(Strict):
    guard = _text()
    promise = _text()
    reason = _text()
    unblock = _text()


class StepImpact(Strict):
    refund = _amounts()
    mrr_lost = _amounts()
    mrr_gained = _amounts()
    fee_lost = _amounts()


class StepPreview(Strict):
    hash = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "names all that is shown; null where nothing can be confirmed"},
    )
    kind = _text()
    target = _text(nullable=True)
    title = _text()
    does = _text()
    lines = _texts()
    undo = _text()
    amount = fields.Nested(Amount, required=True, allow_none=True)
    impact = fields.Nested(StepImpact, required=True)
    objections = fields.List(fields.Nested(ObjectionOut), required=True)
    contract = _texts()
    second_person = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "why somebody else must approve; null if not"},
    )
    rule = _text(nullable=True)
    link = fields.String(
        required=True, allow_none=True, metadata={"description": "the portal's public login page"}
    )
    advice = fields.String(
        required=True, allow_none=True, metadata={"description": "why nothing can be confirmed here at all"}
    )
    good_until = _text()


class StepConfirmation(Strict):
    hash = fields.String(required=True, validate=validate.Regexp(r"\A[0-9a-f]{40}\Z"))


class StepStatus(Strict):
    id = _text()
    kind = _text()
    target = _text(nullable=True)
    title = _text()
    amount = fields.Nested(Amount, required=True, allow_none=True)
    lines = _texts()
    state = fields.String(
        required=True, validate=validate.OneOf(("shown", "waiting", "confirmed", "done", "refused"))
    )
    says = _text()
    asked_by = _text(nullable=True)
    approved_by = _text(nullable=True)
    at = _text()
    result = _text(nullable=True)
    undo = _text()
    may_approve = fields.Boolean(required=True)
    may_withdraw = fields.Boolean(required=True)
    url = fields.String(
        required=True, allow_none=True, metadata={"description": "a portal page; told once, never kept"}
    )


class StepsOut(Strict):
    advice = _text(nullable=True)
    steps = fields.List(fields.Nested(StepStatus), required=True)


class Problem(Schema):
    """RFC 9457 problem details."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True, metadata={"description": "a sentence the agent can act on"})
    hint = fields.String()
    changed = fields.List(
        fields.String(), metadata={"description": "of a step: what is no longer as it was shown"}
    )
