"""The Flask application: blueprints, limits and the headers every answer carries."""

from __future__ import annotations

from flask import Flask, Response

from plugin.web import error_answers, health, sidebar_page, webhooks
from plugin.web.openapi import add_api
from plugin.web.parts import Parts

LARGEST_BODY = 256 * 1024


def application(parts: Parts) -> Flask:
    app = Flask("tillside", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    error_answers.register(app)
    add_api(app, parts)
    app.register_blueprint(sidebar_page.blueprint(parts))
    app.register_blueprint(webhooks.blueprint(parts))
    app.register_blueprint(health.blueprint(parts))

    @app.after_request
    def headers(answer: Response) -> Response:
        answer.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        answer.headers.setdefault("Cache-Control", "no-store")
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        if not parts.settings.zendesk_base_url:
            answer.headers["Strict-Transport-Security"] = "max-age=31536000"
        return answer

    return app
