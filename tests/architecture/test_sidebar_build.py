"""What `make` built for the browser: small enough, self-contained, nothing inline, no foreign address."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

SIDEBAR = Path(__file__).parents[2] / "sidebar"
LARGEST = 200_000


@pytest.fixture(scope="module")
def built() -> list[Path]:
    files = sorted((SIDEBAR / "dist" / "assets").iterdir())
    assert files, "run: make sidebar"
    return files


def test_the_bundle_stays_under_200_kb_compressed(built: list[Path]) -> None:
    assert sum(len(gzip.compress(file.read_bytes())) for file in built) <= LARGEST


def test_the_manifest_names_what_was_built(built: list[Path]) -> None:
    manifest = json.loads((SIDEBAR / "dist" / ".vite" / "manifest.json").read_text())
    (entry,) = [part for part in manifest.values() if part.get("isEntry")]
    assert SIDEBAR / "dist" / entry["file"] in built


def test_the_zaf_script_of_the_sandbox_is_the_npm_package() -> None:
    script = (SIDEBAR / "dist-sandbox" / "zaf_sdk.js").read_text()
    assert "ZAFClient" in script


def test_the_app_package_asks_for_a_signed_first_request() -> None:
    manifest = json.loads((SIDEBAR / "manifest.json").read_text())
    place = manifest["location"]["support"]["ticket_sidebar"]
    assert place["signed"] is True
    assert place["url"] == "{{setting.backend_url}}/sidebar"
    assert manifest["frameworkVersion"] == "2.0"
    assert [p for p in manifest["parameters"] if p.get("secure")] == []
