"""The page Zendesk loads into the ticket sidebar: one signed POST in, HTML with a bearer out."""

from __future__ import annotations

import json
import secrets
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, make_response, render_template, request, send_from_directory

from integrations.errors import VendorError
from plugin.web.agent_sessions import open_session
from plugin.web.error_answers import NotLetIn
from plugin.web.parts import Parts

ZENDESK_SDK = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"
ENTRY = "src/main.tsx"


def built_entry(files: Path) -> tuple[str, tuple[str, ...]]:
    """Script and stylesheets of the built front-end, from Vite's manifest."""
    manifest = files / ".vite" / "manifest.json"
    return _entry_of(manifest, manifest.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _entry_of(file: Path, _changed: int) -> tuple[str, tuple[str, ...]]:
    """Read once per build: the names carry hashes, so those of an older build lead nowhere."""
    manifest = json.loads(file.read_text())
    entry = next((e for e in manifest.values() if e.get("isEntry")), None) or manifest[ENTRY]
    return f"/sidebar/{entry['file']}", tuple(f"/sidebar/{css}" for css in entry.get("css", ()))


def sdk_address(parts: Parts) -> str:
    """Zendesk's CDN; with a stand-in for Zendesk, the stand-in's copy (the npm package), so that it works offline."""
    base = parts.settings.zendesk_base_url
    return f"{base}/zaf_sdk.js" if base else ZENDESK_SDK


def blueprint(parts: Parts) -> Blueprint:
    pages = Blueprint("sidebar_page", __name__, template_folder="templates")

    @pages.post("/sidebar")
    def sidebar() -> Response:
        nonce = secrets.token_urlsafe(16)
        now = parts.clock()
        try:
            visit = parts.app_key.check(request.form.get("token", ""), parts.settings.zendesk_subdomain)
            bearer, _ = open_session(
                visit,
                parts.helpdesk,
                parts.sessions,
                parts.spent_tokens,
                parts.settings.account,
                now,
                parts.policy,
            )
            script, stylesheets = built_entry(parts.sidebar_files)
        except NotLetIn as refused:
            return _framed(parts, nonce, _refusal(refused.sentence, nonce), refused.status)
        except VendorError as error:
            return _framed(parts, nonce, _refusal(error.sentence, nonce), 503)
        except FileNotFoundError:
            return _framed(parts, nonce, _refusal("The sidebar is not built. Run: make sidebar", nonce), 500)
        html = render_template(
            "sidebar.html",
            bearer=bearer,
            nonce=nonce,
            sdk=sdk_address(parts),
            script=script,
            stylesheets=stylesheets,
        )
        return _framed(parts, nonce, html, 200)

    @pages.get("/sidebar/assets/<path:name>")
    def assets(name: str) -> Response:
        answer = send_from_directory(parts.sidebar_files / "assets", name)
        # The names carry a hash of the content.
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer

    return pages


def _refusal(sentence: str, nonce: str) -> str:
    return render_template("not_let_in.html", sentence=sentence, nonce=nonce)


def _framed(parts: Parts, nonce: str, html: str, status: int) -> Response:
    """Only this account's Zendesk may frame the page; scripts only from us and the SDK; nothing inline."""
    sdk_origin = parts.settings.zendesk_base_url or "https://static.zdassets.com"
    answer = make_response(html, status)
    answer.headers["Content-Security-Policy"] = "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {sdk_origin}",
            f"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {parts.settings.zendesk_origin}",
        ]
    )
    return answer
