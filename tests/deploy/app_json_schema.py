"""The rules of app.json as Heroku publishes them (https://devcenter.heroku.com/articles/app-json-schema); Dokku reads the same file."""

from __future__ import annotations

from typing import Any

_COMMANDS = {"type": "string", "minLength": 1}
_BUILDPACKS = {
    "type": "array",
    "items": {"type": "object", "required": ["url"], "additionalProperties": False, "properties": {"url": {"type": "string"}}},
}  # fmt: skip
_ENV = {
    "type": "object",
    "propertyNames": {"pattern": "^[A-Z][A-Z0-9_]*$"},
    "additionalProperties": {
        "oneOf": [
            {"type": "string"},
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "description": {"type": "string", "minLength": 1},
                    "value": {"type": "string"},
                    "required": {"type": "boolean"},
                    "generator": {"enum": ["secret"]},
                },
                "not": {"required": ["value", "generator"]},
            },
        ]
    },
}
_FORMATION = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["quantity"],
        "additionalProperties": False,
        "properties": {"quantity": {"type": "integer", "minimum": 0}, "size": {"type": "string"}},
    },
}
_ADDONS = {
    "type": "array",
    "items": {
        "oneOf": [
            {"type": "string", "pattern": "^[a-z0-9-]+(:[a-z0-9-]+)?$"},
            {
                "type": "object",
                "required": ["plan"],
                "additionalProperties": False,
                "properties": {
                    "plan": {"type": "string"},
                    "as": {"type": "string", "pattern": "^[A-Z][A-Z0-9_]*$"},
                    "options": {"type": "object"},
                },
            },
        ]
    },
}
_SCRIPTS = {
    "type": "object",
    "additionalProperties": False,
    "properties": dict.fromkeys(("postdeploy", "pr-predestroy", "test", "test-setup"), _COMMANDS),
}

SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string", "pattern": r"^[a-zA-Z\-_\.]+$", "minLength": 3, "maxLength": 30},
        "description": {"type": "string", "maxLength": 140},
        "keywords": {"type": "array", "items": {"type": "string"}},
        "website": {"type": "string", "format": "uri"},
        "repository": {"type": "string", "format": "uri"},
        "logo": {"type": "string", "format": "uri"},
        "success_url": {"type": "string"},
        "stack": {"type": "string"},
        "image": {"type": "string"},
        "scripts": _SCRIPTS,
        "env": _ENV,
        "formation": _FORMATION,
        "addons": _ADDONS,
        "buildpacks": _BUILDPACKS,
        "environments": {"type": "object"},
    },
}
