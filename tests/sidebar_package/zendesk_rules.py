"""The rules Zendesk's own validator (zendesk_apps_support 4.52) applies to an app's package, as far as they meet ours.

Each rule is a sentence in the answer when it is broken; an empty answer means Zendesk would take the package.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

LOCATIONS = {
    "top_bar", "nav_bar", "ticket_sidebar", "new_ticket_sidebar", "user_sidebar", "organization_sidebar",
    "background", "modal", "ticket_editor", "system_top_bar",
}  # fmt: skip
PARAMETER_TYPES = {"text", "checkbox", "url", "number", "multiline", "hidden", "oauth"}
SCOPES = {
    "header",
    "body",
    "url",
    "jwt_secret_key",
    "jwt_claim",
    "basic_auth_username",
    "basic_auth_password",
}
REFUSED_ENDINGS = re.compile(
    r"\.(zip|gz|rar|7z|tar|pdf|docx?|xlsx?|pptx?|mp3|mpe?g|avi|bin|sh|csh|jar|exe)$", re.IGNORECASE
)
LOCALE = re.compile(r"^[a-z]{2,3}(-\w{2,3})?$")
SECRETIVE = re.compile(r"token|key|pwd|password|secret", re.IGNORECASE)
KEYWORDS = re.compile(rb"(password|secret|api_key|token)\s*[:=]", re.IGNORECASE)


def complaints(files: Mapping[str, bytes]) -> list[str]:
    return [*_of_files(files), *_of_manifest(files), *_of_translations(files), *_of_logos(files)]


def _of_files(files: Mapping[str, bytes]) -> Iterator[str]:
    if "manifest.json" not in files:
        yield "manifest.json is not at the root"
    for name, content in files.items():
        if name != "manifest.json" and not name.startswith(("assets/", "translations/")):
            yield f"{name} has no place in a package"
        if REFUSED_ENDINGS.search(name) or content[:2] in {b"PK", b"\x1f\x8b"} or content[:4] == b"%PDF":
            yield f"{name} is of a type Zendesk rejects"
        if name.endswith(".svg") and re.search(rb"<script|\son\w+\s*=|javascript:|<image\b", content, re.I):
            yield f"{name} would be rewritten: an SVG has no script, handler or bitmap"
        if not name.endswith(".png") and KEYWORDS.search(content):
            yield f"{name} looks as if it held a credential"
        if name.endswith((".html", ".js", ".json")) and b"http://" in content:
            yield f"{name} names an address without TLS"


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a key appears twice")
    return dict(pairs)


def _json(files: Mapping[str, bytes], name: str) -> tuple[dict[str, Any], str | None]:
    try:
        found = json.loads(files.get(name, b"{}"), object_pairs_hook=_without_twins)
    except ValueError as error:
        return {}, f"{name}: {error}"
    return (found, None) if isinstance(found, dict) else ({}, f"{name} is not an object")


def _of_manifest(files: Mapping[str, bytes]) -> Iterator[str]:
    manifest, broken = _json(files, "manifest.json")
    if broken:
        yield broken
        return
    author = manifest.get("author")
    if not isinstance(author, dict) or not all(isinstance(v, str) for v in author.values()):
        yield "author must be an object of strings"
    for place, address in (
        ("author.url", (author or {}).get("url")),
        ("terms", manifest.get("termsConditionsURL")),
    ):
        if address is not None and urlsplit(address).scheme not in {"http", "https"}:
            yield f"{place} must be an http(s) address"
    if f"translations/{manifest.get('defaultLocale')}.json" not in files:
        yield "defaultLocale names a translation that is not there"
    if manifest.get("frameworkVersion") != "2.0":
        yield 'frameworkVersion must be "2.0"'
    for name in ("signedUrls", "singleInstall", "private", "requirementsOnly", "marketingOnly"):
        if not isinstance(manifest.get(name, True), bool):
            yield f"{name} must be true or false"
    for name in ("version", "name"):
        if not isinstance(manifest.get(name, ""), str):
            yield f"{name} must be a string"
    whitelist = manifest.get("domainWhitelist", [])
    if not isinstance(whitelist, list) or not all(isinstance(host, str) for host in whitelist):
        yield "domainWhitelist must be a list of strings"
    yield from _of_locations(manifest.get("location"), files)
    yield from _of_parameters(manifest.get("parameters", []))


def _of_locations(location: Any, files: Mapping[str, bytes]) -> Iterator[str]:
    if not isinstance(location, dict) or not location or set(location) - {"support", "chat", "sell"}:
        yield "location must name a product"
        return
    for name, options in location.get("support", {}).items():
        if name not in LOCATIONS:
            yield f"{name} is not a location"
        chosen = {"url": options} if isinstance(options, str) else options
        for switch in ("autoLoad", "autoHide", "flexible", "signed"):
            if not isinstance(chosen.get(switch, True), bool):
                yield f"{name}.{switch} must be true or false"
        address = chosen.get("url")
        if address is None:
            if chosen.get("autoLoad", True):
                yield f"{name} needs a url"
        elif "{{setting." not in address and address not in files:
            parts = urlsplit(address)
            if parts.scheme != "https" and parts.hostname != "localhost":
                yield f"{name}.url must be https, a file of the package, or hold a setting"


def _of_parameters(parameters: Any) -> Iterator[str]:
    if not isinstance(parameters, list):
        yield "parameters must be a list"
        return
    names = [parameter.get("name") for parameter in parameters]
    if len(set(names)) != len(names) or "name" in names or None in names:
        yield "each parameter needs a name of its own, and not the name 'name'"
    for parameter in parameters:
        name, kind, secure = (
            parameter.get("name"),
            parameter.get("type", "text"),
            parameter.get("secure", False),
        )
        if kind not in PARAMETER_TYPES:
            yield f"{name}: {kind} is not a type of parameter"
        for switch in ("required", "secure"):
            if not isinstance(parameter.get(switch, False), bool):
                yield f"{name}.{switch} must be true or false"
        if kind == "hidden" and parameter.get("required"):
            yield f"{name} is hidden and required"
        if secure and (not parameter.get("scopes") or set(parameter["scopes"]) - SCOPES):
            yield f"{name} is secure without scopes"
        if not secure and kind == "text" and SECRETIVE.search(name or ""):
            yield f"{name} sounds secret and is not secure"


def _of_translations(files: Mapping[str, bytes]) -> Iterator[str]:
    manifest, _ = _json(files, "manifest.json")
    wanted = {parameter.get("name") for parameter in manifest.get("parameters", [])}
    for path in (name for name in files if name.startswith("translations/")):
        if not LOCALE.match(path.removeprefix("translations/").removesuffix(".json")):
            yield f"{path} is not named after a locale"
        translation, broken = _json(files, path)
        if broken:
            yield broken
            continue
        app = translation.get("app", {})
        if not app.get("name"):
            yield f"{path} does not name the app"
        if not manifest.get("private", True):
            for needed in ("short_description", "long_description", "installation_instructions"):
                if not app.get(needed):
                    yield f"{path} lacks {needed}"
        described = app.get("parameters", {})
        for name in sorted(wanted - set(described)):
            yield f"{path} does not describe {name}"
        for name, words in described.items():
            if not words.get("label"):
                yield f"{path}: {name} has no label"


def _of_logos(files: Mapping[str, bytes]) -> Iterator[str]:
    """The validator does not look; the Marketplace and the apps panel do."""
    for name, side in (("assets/logo.png", 320), ("assets/logo-small.png", 128)):
        content = files.get(name, b"")
        if not content.startswith(b"\x89PNG\r\n\x1a\n") or struct.unpack(">II", content[16:24]) != (
            side,
            side,
        ):
            yield f"{name} must be a PNG of {side} by {side}"
    if not files.get("assets/logo.svg", b"").lstrip().startswith((b"<svg", b"<?xml")):
        yield "assets/logo.svg is missing"
