"""What comes in and what goes out of the sidebar API: docs/case.md as marshmallow.

Input schemas refuse unknown fields. Output is validated where it is written (the case document, once
per diagnosis), not on each read: a stored case is answered as it was stored.
"""

from __future__ import annotations

from marshmallow import RAISE, Schema, fields, validate

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


class VerdictOut(Strict):
    bucket = _text()
    situation = _text()
    code = _text(nullable=True)
    confidence = fields.String(required=True, validate=validate.OneOf(("high", "medium", "low")))
    sentence = _text()
    reasons_for = _texts()
    reasons_against = _texts()


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
    state = fields.String(required=True, validate=validate.OneOf(("proposed", "blocked", "done")))
    why = _text()
    undo = _text()
    impact = _text()
    amount = fields.Nested(Amount, required=True, allow_none=True)
    blocked_by = _texts()
    writes = fields.Boolean(required=True)


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


class HandoffOut(NoteOut):
    already = fields.Boolean(required=True, metadata={"description": "this very note was written before"})


class Problem(Schema):
    """RFC 9457 problem details."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True, metadata={"description": "a sentence the agent can act on"})
    hint = fields.String()
