"""The sidebar's API: read a case, read it anew, say who the customer is, write the handoff. Thin; no decisions.

Every route needs the bearer of a signed visit. A stored case is answered as the text it was stored as.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from flask import Response, g, request
from flask_smorest import Blueprint

from integrations.errors import NotFound
from plugin.diagnose.correction import bucket_of, classes
from plugin.facts import Correction
from plugin.jobs.reconcile import TICKET
from plugin.redaction import for_log, harmless
from plugin.store import ShownCase
from plugin.web.agent_sessions import (
    AskingAgent,
    asking_agent,
    asking_agent_and_case,
    refuse_unless,
)
from plugin.web.error_answers import problem
from plugin.web.parts import Parts
from plugin.web.schemas import CaseEnvelope, ClassesOut, ClassPick, CustomerPick, HandoffOut, Problem

STALE_AFTER = timedelta(minutes=5)
"""Older than this, opening the ticket asks for a new reading while the old one is shown with its age."""

_READING = '{"state":"reading","case":null,"read_at":null,"refreshing":true,"note":null}'


def blueprint(parts: Parts) -> Blueprint:
    api = Blueprint("sidebar_api", __name__, url_prefix="/api", description="What the sidebar asks for.")

    @api.before_request
    def identify() -> None:
        authorization, now = request.headers.get("Authorization"), parts.clock()
        ticket_id = (request.view_args or {}).get("ticket_id")
        if ticket_id is None:
            g.agent = asking_agent(authorization, parts.sessions, now)
        else:
            g.agent, g.shown = asking_agent_and_case(
                authorization, ticket_id, parts.shown, parts.sessions, now
            )

    @api.get("/tickets/<int:ticket_id>/case")
    @api.response(200, CaseEnvelope)
    @api.alt_response(202, schema=CaseEnvelope, description="being read; ask again in a second")
    @api.alt_response(404, schema=Problem)
    def case(ticket_id: int) -> Response:
        """The case of a ticket: as stored, or read now when nobody has read it yet."""
        stored: ShownCase | None = g.shown
        if stored is None or stored.document_json is None:
            return read_now(ticket_id)
        if stored.read_at is None or parts.clock() - stored.read_at > STALE_AFTER:
            ask_for_reading(ticket_id)
            return envelope(stored, refreshing=True)
        return envelope(stored, refreshing=stored.due)

    @api.post("/tickets/<int:ticket_id>/refresh")
    @api.response(200, CaseEnvelope)
    @api.alt_response(202, schema=CaseEnvelope)
    @api.alt_response(404, schema=Problem)
    def refresh(ticket_id: int) -> Response:
        """Reads the case anew and answers the new one."""
        return read_now(ticket_id)

    @api.put("/tickets/<int:ticket_id>/customer")
    @api.arguments(CustomerPick)
    @api.response(200, CaseEnvelope)
    @api.alt_response(409, schema=Problem, description="not one of the candidates")
    def pick(picked: dict[str, str], ticket_id: int) -> Response:
        """The agent says who the requester is; kept until taken back."""
        agent = agent_who_may_propose()
        case = known_case(ticket_id)
        requester = parts.helpdesk.ticket(ticket_id).requester
        candidates = [c["customer_id"] for c in case["identity"]["candidates"]]
        if requester is None or picked["customer_id"] not in candidates:
            return problem(
                409,
                "Not a candidate",
                "That customer is not one of those found for this ticket. Refresh and pick again.",
            )
        parts.pins.pin(
            requester.id, picked["customer_id"], agent_id=agent.id, agent_name=agent.name, at=parts.clock()
        )
        return read_now(ticket_id)

    @api.delete("/tickets/<int:ticket_id>/customer")
    @api.response(200, CaseEnvelope)
    def unpick(ticket_id: int) -> Response:
        """Takes a pick back."""
        agent = agent_who_may_propose()
        requester = parts.helpdesk.ticket(ticket_id).requester
        if requester is not None:
            parts.pins.unpin(requester.id, agent_id=agent.id, at=parts.clock())
        return read_now(ticket_id)

    @api.get("/classes")
    @api.response(200, ClassesOut)
    def known_classes() -> dict[str, Any]:
        """What a ticket may be called, for the agent who names its class."""
        return {
            "classes": [{"bucket": bucket, "situations": known} for bucket, known in classes().items()],
        }

    @api.put("/tickets/<int:ticket_id>/class")
    @api.arguments(ClassPick)
    @api.response(200, CaseEnvelope)
    @api.alt_response(404, schema=Problem)
    @api.alt_response(409, schema=Problem, description="agreed to something that is not shown any more")
    def name_class(picked: dict[str, Any], ticket_id: int) -> Response:
        """The agent says what the ticket is about, or agrees to what we said; kept until taken back."""
        agent = agent_who_may_propose()
        case = known_case(ticket_id)
        verdict, reading = case["verdict"], case["reading"]
        said = (verdict["correction"] or {}).get("said") or verdict
        bucket, situation = picked["bucket"], picked["situation"]
        if situation is not None:
            # Our own answer may be one that no detector stands for ("unclear", "identity_weak").
            ours = situation == said["situation"]
            bucket = said["bucket"] if ours else bucket_of(situation)
        if bucket is None:
            return problem(422, "Unknown class", "Name a situation Tillside knows, or a bucket.")
        agrees = (bucket, situation) == (said["bucket"], said["situation"])
        if picked["reason"] == "agreed" and not agrees:
            return problem(
                409, "It has changed", "Tillside says something else by now. Read it again, then decide."
            )
        correction = Correction(
            bucket=bucket,
            situation=situation,
            reason="agreed" if agrees else picked["reason"],
            said_bucket=said["bucket"],
            said_situation=said["situation"],
            agent_id=agent.id,
            agent_name=agent.name,
            at=parts.clock(),
            # It is shown, handed on and kept: no address, id, card number or secret travels in it.
            note=harmless(for_log(" ".join(picked["text"].split()))),
        )
        parts.corrections.correct(
            ticket_id, correction, intents=reading["intents"], language=reading["language"]
        )
        return read_now(ticket_id)

    @api.delete("/tickets/<int:ticket_id>/class")
    @api.response(200, CaseEnvelope)
    def take_class_back(ticket_id: int) -> Response:
        """What the agent said about the class counts no more; the next reading is Tillside's own."""
        agent = agent_who_may_propose()
        parts.corrections.withdraw(ticket_id, agent_id=agent.id, at=parts.clock())
        return read_now(ticket_id)

    @api.post("/tickets/<int:ticket_id>/handoff")
    @api.response(200, HandoffOut)
    @api.alt_response(404, schema=Problem)
    def write_handoff(ticket_id: int) -> dict[str, Any]:
        """Writes the handoff as an internal note, once per content, however often it is pressed."""
        agent = agent_who_may_propose()
        note = parts.handoff_notes.write(ticket_id, known_case(ticket_id)["handoff"], agent.id, agent.name)
        return {"written_at": note.written_at, "agent_name": note.agent_name, "already": note.already}

    # ------------------------------------------------------------------
    def agent_who_may_propose() -> AskingAgent:
        """Asked of Zendesk now: a right that was taken away counts before the session ends."""
        agent: AskingAgent = g.agent
        refuse_unless(parts.policy, parts.helpdesk.agent(agent.id), "propose")
        return agent

    def read_now(ticket_id: int) -> Response:
        """On the spot, under the same claim the worker uses; 202 while somebody else reads it."""
        parts.cases.want(ticket_id, "open", at=parts.clock())
        outcome = parts.diagnose(ticket_id)
        stored = parts.shown.get(ticket_id)
        if outcome == "gone" or stored is None:
            raise NotFound("zendesk", "Zendesk has no such ticket, or it was deleted.")
        if outcome == "failed":
            why = stored.last_error or "The ticket could not be read just now."
            return problem(503, "Not available right now", why, hint="Tillside goes on trying by itself.")
        if stored.document_json is not None and outcome in {"kept", "due_again"}:
            return envelope(stored, refreshing=stored.due)
        return _json(_READING, 202)

    def ask_for_reading(ticket_id: int) -> None:
        parts.cases.want(ticket_id, "open", at=parts.clock())
        parts.hints.send(TICKET, str(ticket_id))

    def known_case(ticket_id: int) -> dict[str, Any]:
        stored = parts.shown.get(ticket_id)
        if stored is None or stored.document_json is None:
            raise NotFound("tillside", "This ticket has not been read yet. Open it again in a moment.")
        document: dict[str, Any] = json.loads(stored.document_json)
        return document

    def envelope(stored: ShownCase, *, refreshing: bool) -> Response:
        note = None
        if stored.note_written_at is not None:
            note = {"written_at": stored.note_written_at.isoformat(), "agent_name": stored.note_agent_name}
        read_at = stored.read_at.isoformat() if stored.read_at else None
        return _json(
            f'{{"state":"ready","case":{stored.document_json},"read_at":{json.dumps(read_at)},'
            f'"refreshing":{json.dumps(refreshing)},"note":{json.dumps(note)}}}'
        )

    return api


def _json(text: str, status: int = 200) -> Response:
    return Response(text, status=status, content_type="application/json")
