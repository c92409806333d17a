"""Steps in the sidebar: see exactly what would happen, confirm it, approve somebody else's, see what was done.

Thin; what may happen is decided in `plugin/act/gate.py`. docs/steps.md tells the story for who builds on it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from flask import Response, g, request
from flask_smorest import Blueprint

from integrations.money import Money
from plugin.act.gate import NotPermitted
from plugin.act.wish import Wish
from plugin.jobs.steps import ShownStep, StepResult, confirmed_by
from plugin.store import Attempt
from plugin.web.agent_sessions import AskingAgent, asking_agent
from plugin.web.error_answers import problem
from plugin.web.parts import Parts
from plugin.web.schemas import Problem, StepConfirmation, StepPreview, StepsOut, StepStatus, StepWish

_WHO = frozenset({"not-an-agent", "not-allowed", "asker"})
"""Refusals that are about the person; all others are about the state of things."""

_SAYS = {
    "waiting": "waits for a second person",
    "confirmed": "is being finished",
    "done": "done",
    "refused": "not done",
}


def blueprint(parts: Parts) -> Blueprint:
    api = Blueprint("steps_api", __name__, url_prefix="/api", description="Steps that change something.")

    @api.before_request
    def identify() -> None:
        g.agent = asking_agent(request.headers.get("Authorization"), parts.sessions, parts.clock())

    @api.errorhandler(NotPermitted)
    def not_permitted(refused: NotPermitted) -> Response:
        return problem(
            403 if refused.code in _WHO else 409,
            "Not permitted" if refused.code in _WHO else "Nothing was done",
            refused.sentence,
            kind=f"tillside:{refused.code}",
            changed=list(refused.changed),
        )

    @api.get("/tickets/<int:ticket_id>/steps")
    @api.response(200, StepsOut)
    def steps(ticket_id: int) -> dict[str, Any]:
        """What was confirmed in this ticket and how it stands; cheap, meant to be asked every few seconds."""
        agent: AskingAgent = g.agent
        now = parts.clock()
        return {
            "advice": parts.steps.advice,
            "steps": [_status(attempt, agent.id, now) for attempt in parts.steps.of_ticket(ticket_id)],
        }

    @api.post("/tickets/<int:ticket_id>/steps/preview")
    @api.arguments(StepWish)
    @api.response(200, StepPreview)
    @api.alt_response(409, schema=Problem)
    def preview(wished: dict[str, Any], ticket_id: int) -> dict[str, Any]:
        """What exactly would happen, from facts read now; `hash` names it and is sent back to confirm."""
        agent: AskingAgent = g.agent
        return _preview(parts.steps.show(ticket_id, _wish(wished), agent.id))

    @api.post("/tickets/<int:ticket_id>/steps/confirm")
    @api.arguments(StepConfirmation)
    @api.response(200, StepStatus)
    @api.alt_response(202, schema=StepStatus, description="waits for a second person, or is being finished")
    @api.alt_response(403, schema=Problem, description="this agent may not")
    @api.alt_response(409, schema=Problem, description="something changed, or a guard stands in the way")
    def confirm(confirmed: dict[str, str], ticket_id: int) -> Any:
        """Does what was shown, once, however often it is pressed; nothing if anything changed since."""
        agent: AskingAgent = g.agent
        return answered(parts.steps.confirm(ticket_id, confirmed["hash"], agent.id))

    @api.post("/tickets/<int:ticket_id>/steps/<string:step_id>/approve")
    @api.response(200, StepStatus)
    @api.alt_response(202, schema=StepStatus)
    @api.alt_response(403, schema=Problem)
    @api.alt_response(409, schema=Problem)
    def approve(ticket_id: int, step_id: str) -> Any:
        """The second person's yes. Who asked for the step cannot give it."""
        agent: AskingAgent = g.agent
        return answered(parts.steps.approve(ticket_id, step_id, agent.id))

    @api.post("/tickets/<int:ticket_id>/steps/<string:step_id>/withdraw")
    @api.response(200, StepStatus)
    @api.alt_response(403, schema=Problem)
    def withdraw(ticket_id: int, step_id: str) -> Any:
        """Calls off a step that waits for a second person."""
        agent: AskingAgent = g.agent
        return answered(parts.steps.withdraw(ticket_id, step_id, agent.id))

    def answered(result: StepResult) -> tuple[dict[str, Any], int]:
        agent: AskingAgent = g.agent
        status = _status(result.attempt, agent.id, parts.clock(), url=result.url)
        return status, 200 if result.attempt.ended else 202

    return api


def _wish(wished: dict[str, Any]) -> Wish:
    amount = wished.get("amount")
    return Wish(
        kind=cast(Any, wished["kind"]),
        target=wished.get("target"),
        amount=Money(amount["amount"], amount["currency"]) if amount else None,
        reason=wished["reason"],
        quantity=wished.get("quantity"),
        contract_read=wished["contract_read"],
    )


def _preview(shown: ShownStep) -> dict[str, Any]:
    now = shown.considered
    return {
        "hash": now.hash if shown.attempt else None,
        "kind": now.wish.kind,
        "target": now.wish.target,
        "title": now.title,
        "does": now.does,
        "lines": list(now.lines),
        "undo": now.undo,
        "amount": _amount(now.amount),
        "impact": {
            "refund": [_amount(m) for m in now.impact.refund],
            "mrr_lost": [_amount(m) for m in now.impact.mrr_lost],
            "mrr_gained": [_amount(m) for m in now.impact.mrr_gained],
            "fee_lost": [_amount(m) for m in now.impact.fee_lost],
        },
        "objections": [vars(objection) for objection in now.objections],
        "contract": list(now.contract),
        "second_person": now.second_person,
        "rule": now.rule,
        "link": now.link,
        "advice": shown.advice,
        "good_until": shown.good_until.isoformat(),
    }


def _status(attempt: Attempt, asking: int, now: datetime, url: str | None = None) -> dict[str, Any]:
    shown = attempt.shown
    when = attempt.finished_at or attempt.confirmed_at or attempt.asked_at or attempt.shown_at
    waiting = attempt.state == "waiting"
    return {
        "id": attempt.id,
        "kind": attempt.kind,
        "target": attempt.target or None,
        "title": shown["title"],
        "amount": shown["amount"],
        "lines": shown["lines"],
        "state": attempt.state,
        "says": _sentence(attempt, when, now),
        "asked_by": attempt.asked_by_name,
        "approved_by": attempt.approved_by_name,
        "at": when.isoformat(),
        "result": attempt.result or (attempt.last_error if attempt.state == "confirmed" else None),
        "undo": shown["undo"],
        "may_approve": waiting and attempt.asked_by != asking,
        "may_withdraw": waiting,
        "url": url,
    }


def _sentence(attempt: Attempt, when: datetime, now: datetime) -> str:
    """ "Refund 20.00 USD of ...: done by Ana 3 minutes ago"."""
    minutes = max(0, int((now - when).total_seconds() // 60))
    ago = "just now" if minutes < 1 else f"{minutes} minute{'s' if minutes > 1 else ''} ago"
    if minutes >= 120:
        ago = f"on {when:%Y-%m-%d at %H:%M} UTC"
    who = confirmed_by(attempt)
    by = (
        f"done by {who}"
        if attempt.state == "done"
        else f"asked by {who}; {_SAYS.get(attempt.state, attempt.state)}"
    )
    return f"{attempt.shown['title']}: {by} {ago}"


def _amount(money: Money | None) -> dict[str, Any] | None:
    return {"amount": money.amount, "currency": money.currency, "text": str(money)} if money else None
