"""The sidebar API as a Flask blueprint under flask-smorest, and its OpenAPI document."""

from __future__ import annotations

from typing import Any, cast

from flask import Flask

from plugin.web import sidebar_api, steps_api
from plugin.web.error_answers import TillsideApi
from plugin.web.parts import Parts


def add_api(app: Flask, parts: Parts) -> TillsideApi:
    app.config.update(API_TITLE="Tillside sidebar API", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    api = TillsideApi(app)
    api.spec.components.security_scheme("bearer", {"type": "http", "scheme": "bearer"})
    api.spec.options["security"] = [{"bearer": []}]
    api.register_blueprint(sidebar_api.blueprint(parts))
    api.register_blueprint(steps_api.blueprint(parts))
    return api


def document() -> dict[str, Any]:
    """OpenAPI 3.1; needs no settings, database or vendor."""
    # The routes look at their parts only when they are asked.
    api = add_api(Flask(__name__), cast(Parts, None))
    described: dict[str, Any] = api.spec.to_dict()
    return described
