"""A judged case as one JSON-ready document; docs/case.md is its contract, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from integrations.money import Money, by_currency
from integrations.records import Charge, Customer, Subscription
from plugin.act.plan import Plan, Step
from plugin.diagnose.finding import Diagnosis, Finding, Impact
from plugin.diagnose.words import plan_name
from plugin.facts import CaseFacts, Correction, Match
from plugin.gaps.gap import GapSighting
from plugin.identify.allows import Allowed, allows
from plugin.report import plain_english as say
from plugin.report.reply import Reply

Json = dict[str, Any]


def document(
    case: CaseFacts,
    diagnosis: Diagnosis,
    plan: Plan,
    sightings: Sequence[GapSighting],
    reply: Reply,
    handoff_text: str,
) -> Json:
    """The whole case. Where the match does not allow details, they are absent, not greyed out."""
    allowed = allows(case.match, case.ticket)
    visible = allowed.details_to_agent
    return {
        "ticket_id": case.ticket.id if case.ticket else None,
        "as_of": _time(case.now),
        "identity": _identity(case.match, allowed),
        "billing": _billing(case, visible),
        "verdict": _verdict(diagnosis),
        "findings": [_finding(f) for f in diagnosis.findings] if visible else [],
        "plan": [_step(step, visible) for step in plan.steps],
        "verify": [say.safe(point) for point in plan.verify] if visible else [],
        "gaps": [{"gap": s.gap, "title": s.title, "why": say.safe(s.why), "issue": None} for s in sightings],
        "revenue_impact": _impact(plan.impact if visible else Impact()),
        "reply": {
            "language": reply.language,
            "direction": reply.direction,
            "body": reply.body,
            "html": reply.html,
        },
        "handoff": handoff_text,
        "reading": {"intents": list(case.reading.intents), "language": case.reading.language},
        "freshness": {"read_at": _time(say.read_at(case)), "sentence": say.freshness(case)},
        "lost_detectors": [
            {"situation": lost.situation, "why": say.safe(lost.why)} for lost in diagnosis.lost
        ],
    }


def _identity(match: Match, allowed: Allowed) -> Json:
    shown = allowed.candidates_to_agent
    return {
        "confidence": match.confidence,
        "customer_id": match.customer_id if shown else None,
        "also": list(match.also) if shown else [],
        "match_reason": say.safe(match.match_reason),
        "candidates": [
            {
                "customer_id": candidate.customer_id,
                "name": _text(candidate.name),
                "email": _text(candidate.email),
                "match_reason": say.safe(candidate.match_reason),
                "created": _time(candidate.created),
                "differs": [say.safe(trait) for trait in candidate.differs],
            }
            for candidate in (match.candidates if shown else ())
        ],
        "ask_for": list(match.ask_for),
        "warnings": [say.safe(warning) for warning in match.warnings],
        "pinned_by": {"agent_name": say.safe(match.pin.agent_name), "at": _time(match.pin.pinned_at)}
        if match.pin
        else None,
    }


def _billing(case: CaseFacts, visible: bool) -> Json:
    customer = case.customer if visible else None
    return {
        "visible": visible,
        "customer": _customer(customer) if customer else None,
        "subscriptions": [_subscription(s) for s in case.subscriptions] if visible else [],
        "payments": [_payment(case, charge) for charge in case.charges] if visible else [],
        "unread": [
            {"what": unread.what, "why": say.safe(unread.why), "permission": unread.permission}
            for unread in case.all_unread
        ],
        "truncated": sorted({name for picture in case.pictures for name in picture.truncated}),
    }


def _customer(customer: Customer) -> Json:
    # Stripe's sign: a negative balance is money the customer has with the merchant.
    credit = (
        Money(-customer.balance, customer.currency) if customer.currency and customer.balance < 0 else None
    )
    return {
        "id": customer.id,
        "name": _text(customer.name),
        "email": _text(customer.email),
        "since": _time(customer.created),
        "deleted": customer.deleted,
        "credit": _amount(credit),
    }


def _subscription(subscription: Subscription) -> Json:
    ending = subscription.cancel_at_period_end or subscription.cancel_at is not None
    ends_at = subscription.ended_at or subscription.cancel_at
    if ends_at is None and ending:
        ends_at = subscription.period_end
    first = subscription.items[0].price if subscription.items else None
    return {
        "id": subscription.id,
        "plan": say.safe(plan_name(subscription) or (first.id if first else subscription.id)),
        "status": subscription.status,
        "price": _amount(price_of(subscription)),
        "interval": subscription.interval,
        "interval_count": first.interval_count if first else 1,
        "quantity": subscription.quantity,
        "since": _time(subscription.created),
        "renews_at": _time(subscription.period_end) if subscription.live and not ending else None,
        "ends_at": _time(ends_at),
        "customer_id": subscription.customer,
    }


def price_of(subscription: Subscription) -> Money | None:
    """What one interval costs before discounts; None where usage decides."""
    total = 0
    for item in subscription.items:
        if item.price.unit_amount is None or item.price.usage_type == "metered":
            return None
        total += item.quantity * item.price.unit_amount
    return Money(total, subscription.currency) if subscription.items else None


def _payment(case: CaseFacts, charge: Charge) -> Json:
    invoice = case.invoice_of(charge)
    refunded = Money(charge.amount_refunded, charge.currency) if charge.amount_refunded else None
    return {
        "id": charge.id,
        "amount": _amount(Money(charge.amount, charge.currency)),
        "status": charge.status,
        "at": _time(charge.created),
        "method": charge.method.brand or charge.method.kind if charge.method else None,
        "last4": charge.method.last4 if charge.method else None,
        "refunded": _amount(refunded),
        "disputed": charge.disputed or bool(case.disputes_of(charge)),
        "decline": charge.decline_code or charge.failure_code,
        "invoice": (invoice.number or invoice.id) if invoice else None,
    }


def _verdict(diagnosis: Diagnosis) -> Json:
    verdict = diagnosis.verdict
    return {
        "bucket": verdict.bucket,
        "situation": verdict.situation,
        "code": (verdict.deciding.code or None) if verdict.deciding else None,
        "confidence": verdict.confidence,
        "sentence": say.safe(verdict.sentence),
        "reasons_for": [say.safe(reason) for reason in verdict.reasons_for],
        "reasons_against": [say.safe(reason) for reason in verdict.reasons_against],
        "correction": _correction(verdict.correction) if verdict.correction else None,
    }


def _correction(correction: Correction) -> Json:
    return {
        "agreed": correction.agreed,
        "bucket": correction.bucket,
        "situation": correction.situation,
        "reason": correction.reason,
        "note": say.safe(correction.note),
        "said": {"bucket": correction.said_bucket, "situation": correction.said_situation},
        "agent_name": say.safe(correction.agent_name),
        "at": _time(correction.at),
    }


def _finding(finding: Finding) -> Json:
    return {
        "situation": finding.situation,
        "code": finding.code,
        "bucket": finding.bucket,
        "certainty": finding.certainty,
        "sentence": say.safe(finding.sentence),
        "why": say.safe(finding.why),
        "evidence": [say.safe(piece) for piece in finding.evidence],
    }


def _step(step: Step, visible: bool) -> Json:
    return {
        "kind": step.kind,
        "title": say.safe(step.title),
        "target": step.target if visible else None,
        "state": step.state,
        "why": say.safe(step.why),
        "undo": say.safe(step.undo),
        "impact": say.impact(step.impact if visible else Impact()),
        "amount": _amount(step.amount) if visible else None,
        "blocked_by": [say.safe(reason) for reason in step.blocked_by],
        "writes": step.writes,
        "done_by": say.safe(step.done_by) if step.done_by else None,
        "done_at": _time(step.done_at),
        "policy_rule": step.policy_rule,
    }


def _impact(impact: Impact) -> Json:
    return {
        "sentence": say.impact(impact),
        "refund": _amounts(impact.refund),
        "mrr_lost": _amounts(impact.mrr_lost),
        "mrr_gained": _amounts(impact.mrr_gained),
        "at_risk": _amounts(impact.at_risk),
        "fee_lost": _amounts(impact.fee_lost),
    }


def _amounts(several: Sequence[Money]) -> list[Json]:
    return [amount for money in by_currency(list(several)) if (amount := _amount(money))]


def _amount(money: Money | None) -> Json | None:
    if money is None:
        return None
    return {"amount": money.amount, "currency": money.currency, "text": say.amount(money)}


def _time(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None


def _text(text: str | None) -> str | None:
    return say.safe(text) if text is not None else None
