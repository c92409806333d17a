"""Alive: the process answers. Ready: the database answers and a worker has ticked lately."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, Response, jsonify

from plugin.store import StoreUnavailable
from plugin.web.parts import Parts

WORKER_SILENT_AFTER = timedelta(minutes=2)


def blueprint(parts: Parts) -> Blueprint:
    health = Blueprint("health", __name__)

    @health.get("/health/live")
    def live() -> Response:
        return jsonify(alive=True)

    @health.get("/health/ready")
    def ready() -> Response:
        try:
            tick = parts.ticks.latest()
            waiting = parts.cases.backlog()
            gaps = parts.gap_issues.due(parts.clock())
        except StoreUnavailable as error:
            answer = jsonify(ready=False, why=str(error))
            answer.status_code = 503
            return answer
        silent = tick is None or parts.clock() - tick > WORKER_SILENT_AFTER
        # A silent worker does not stop the web side: an opened ticket is read on the spot.
        return jsonify(
            ready=True,
            worker="silent" if silent else "ticking",
            cases_open=waiting.open,
            cases_due=waiting.due,
            cases_failing=waiting.failing,
            gaps_due=len(gaps),
        )

    return health
