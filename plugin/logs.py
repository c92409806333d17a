"""Logs: one JSON line per event, the redactor last in the chain, the vendors' own loggers kept quiet."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from plugin.redaction import for_log

_QUIET = ("stripe", "zenpy", "github", "urllib3", "huey", "waitress.queue", "alembic")
"""At INFO these print addresses, query strings or bodies, in which customers' e-mails stand."""


def configure(level: str = "INFO") -> None:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s", stream=sys.stderr)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            redacted,
            structlog.processors.JSONRenderer(ensure_ascii=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )


def redacted(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """No card number, secret, e-mail or customer id reaches a log line, whoever wrote it."""
    return {
        name: for_log(value) if isinstance(value, str) and name not in {"timestamp", "level"} else value
        for name, value in event.items()
    }
