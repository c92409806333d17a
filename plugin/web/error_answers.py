"""Errors -> problem details (RFC 9457) the sidebar can show: a sentence, never a secret, never a stack."""

from __future__ import annotations

from typing import Any

import structlog
from flask import Flask, Response, jsonify
from flask_smorest import Api
from werkzeug.exceptions import HTTPException

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable
from plugin.store import StoreUnavailable
from plugin.web.schemas import Problem

log = structlog.get_logger()

_STATUS: dict[type[VendorError], tuple[int, str]] = {
    NotFound: (404, "Not found"),
    VendorRefused: (502, "Refused by the vendor"),
    VendorUnavailable: (503, "Not available right now"),
}


class NotLetIn(Exception):
    """The asker is not who they must be. The sentence says what to do."""

    def __init__(self, sentence: str, *, status: int = 401, code: str = "not-let-in") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
        self.code = code


def problem(status: int, title: str, detail: str, *, kind: str = "about:blank", **more: Any) -> Response:
    answer = jsonify({"type": kind, "title": title, "status": status, "detail": detail, **more})
    answer.status_code = status
    answer.content_type = "application/problem+json"
    return answer


class TillsideApi(Api):  # type: ignore[misc]
    """flask-smorest, answering problem details instead of its own error shape."""

    ERROR_SCHEMA = Problem

    def handle_http_exception(self, error: HTTPException) -> Response:
        data = getattr(error, "data", None) or {}
        wrong = data.get("messages") or data.get("errors")
        detail = (
            f"These fields are not as they must be: {wrong}" if wrong else (error.description or error.name)
        )
        answer = problem(error.code or 500, error.name, detail)
        # Without this a 405 lacks its Allow header (engine.md A', "API layer").
        for name, value in error.get_headers():
            if name.lower() not in {"content-type", "content-length"}:
                answer.headers[name] = value
        return answer


def register(app: Flask) -> None:
    """Answers for everything that is not an HTTPException."""

    @app.errorhandler(NotLetIn)
    def not_let_in(error: NotLetIn) -> Response:
        return problem(error.status, "Not let in", error.sentence, kind=f"tillside:{error.code}")

    @app.errorhandler(VendorError)
    def vendor(error: VendorError) -> Response:
        status, title = next(
            (row for kind, row in _STATUS.items() if isinstance(error, kind)), (502, "Vendor error")
        )
        answer = problem(status, title, error.sentence, vendor=error.vendor)
        if isinstance(error, VendorUnavailable):
            answer.headers["Retry-After"] = str(int(error.retry_after or 5))
        return answer

    @app.errorhandler(StoreUnavailable)
    def store(error: StoreUnavailable) -> Response:
        answer = problem(503, "Not available right now", f"{error} Nothing was lost; try again in a moment.")
        answer.headers["Retry-After"] = "5"
        return answer

    @app.errorhandler(Exception)
    def anything(error: Exception) -> Response:
        log.error("unexpected", kind=type(error).__name__, exc_info=error)
        return problem(
            500,
            "Our fault",
            "Something broke on our side; it is in the log. The ticket and Stripe are untouched.",
        )
