"""Tillside, the service: decides what to do about one billing ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from plugin.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """settings -> wiring -> blueprints; also the target of `gunicorn "plugin:create_app()"`."""
    # Imported here, so that reading one part of the package does not load the web and the vendors.
    import os

    from plugin import wiring
    from plugin.logs import configure
    from plugin.settings import Settings
    from plugin.web.application import application

    configure(os.environ.get("LOG_LEVEL", "INFO").upper())
    return application(wiring.web_parts(settings or Settings.read(os.environ)))
