"""`tillside package-sidebar`: one file, always the same bytes, that Zendesk's validator takes."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugin.sidebar_package import package_files, packed
from tests.sidebar_package.zendesk_rules import complaints

ROOT = Path(__file__).parents[2]
SIDEBAR = ROOT / "sidebar"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "plugin.cli", "package-sidebar", *arguments],
        cwd=folder,
        env={"PATH": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},  # no setting is needed
        capture_output=True,
        text=True,
        check=False,
    )


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_command_writes_what_zendesk_takes(tmp_path: Path) -> None:
    result = run(tmp_path, "--out", "tillside.zip")
    assert result.returncode == 0, result.stderr
    content = (tmp_path / "tillside.zip").read_bytes()
    files = unpacked(content)
    assert complaints(files) == []
    assert set(files) == {
        "manifest.json",
        "translations/en.json",
        "translations/de.json",
        "assets/logo.png",
        "assets/logo-small.png",
        "assets/logo.svg",
    }
    place = json.loads(files["manifest.json"])["location"]["support"]["ticket_sidebar"]
    assert place["url"] == "{{setting.backend_url}}/sidebar"
    assert hashlib.sha256(content).hexdigest() in result.stdout


def test_two_packages_of_the_same_sources_are_the_same_file(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    for name in ("translations", "assets"):
        shutil.copytree(SIDEBAR / name, copy / name)
    shutil.copy(SIDEBAR / "manifest.json", copy)
    for path in copy.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        if path.is_file():
            path.chmod(0o600)
    (copy / "assets" / ".DS_Store").write_bytes(b"\0")
    (copy / "translations" / "en.json.orig").write_text("{}")
    assert packed(package_files(copy)) == packed(package_files(SIDEBAR))


def test_the_zip_carries_no_time_no_owner_and_sorted_names() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(package_files(SIDEBAR)))) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}


def test_nothing_is_written_where_the_sources_are_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        package_files(tmp_path)


def manifest_with(change: Callable[[dict[str, Any]], object]) -> dict[str, bytes]:
    files = dict(package_files(SIDEBAR))
    manifest = json.loads(files["manifest.json"])
    change(manifest)
    return {**files, "manifest.json": json.dumps(manifest).encode()}


def sidebar_place(manifest: dict[str, Any]) -> dict[str, Any]:
    place: dict[str, Any] = manifest["location"]["support"]["ticket_sidebar"]
    return place


BREAKS: dict[str, Callable[[dict[str, Any]], object]] = {
    "an old framework": lambda m: m.update(frameworkVersion="1.0"),
    "no author": lambda m: m.pop("author"),
    "an empty address of the author": lambda m: m["author"].update(url=""),
    "a locale without a translation": lambda m: m.update(defaultLocale="fr"),
    "no location": lambda m: m.pop("location"),
    "an unknown location": lambda m: m["location"]["support"].update(ticket_footer="assets/x.html"),
    "an address without TLS": lambda m: sidebar_place(m).update(url="http://tillside.example.com/sidebar"),
    "a switch that is a word": lambda m: sidebar_place(m).update(signed="true"),
    "a password parameter": lambda m: m["parameters"].append({"name": "pin", "type": "password"}),
    "a secret in plain sight": lambda m: m["parameters"].append({"name": "api_key", "type": "text"}),
    "a secure parameter without scopes": lambda m: m["parameters"].append({"name": "pin", "secure": True}),
    "a parameter nobody describes": lambda m: m["parameters"].append({"name": "colour", "type": "text"}),
    "two parameters of one name": lambda m: m["parameters"].append(m["parameters"][0]),
}


@pytest.mark.parametrize("how", BREAKS)
def test_the_rules_notice(how: str) -> None:
    assert complaints(manifest_with(BREAKS[how])) != []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("src/main.tsx", b"export {}"),
        ("package.json", b"{}"),
        ("assets/notes.pdf", b"%PDF-1.7"),
        ("assets/inner.png", b"PK\x03\x04"),
        ("assets/logo.svg", b"<svg onload='x()'/>"),
        ("assets/app.js", b"const api_key = 'x'"),
        ("translations/english.json", b'{"app":{"name":"x","parameters":{"backend_url":{"label":"x"}}}}'),
        ("translations/fr.json", b'{"app":{"name":"x","parameters":{"backend_url":{}}}}'),
        ("manifest.json", b'{"name": "a", "name": "b"}'),
        ("assets/logo.png", b"GIF89a"),
    ],
)
def test_the_rules_notice_a_file(name: str, content: bytes) -> None:
    assert complaints({**package_files(SIDEBAR), name: content}) != []
