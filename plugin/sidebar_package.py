"""The zip an admin uploads to Zendesk: manifest, translations and logos, the same bytes wherever it is made.

The front-end is not in it: Zendesk loads that from the service itself (a server-side app), so the package
changes only when the manifest does.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

_FOLDERS: Mapping[str, tuple[str, ...]] = {"translations": (".json",), "assets": (".png", ".svg")}
"""What else Zendesk takes beside the manifest, and what of it is ours to send."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can name: with the real one, two packages of the same sources would differ."""


def package_files(sidebar: Path) -> Mapping[str, bytes]:
    """Every file of the package by its name inside the zip. Raises FileNotFoundError without a manifest."""
    files = {"manifest.json": (sidebar / "manifest.json").read_bytes()}
    for folder, endings in _FOLDERS.items():
        for path in sorted((sidebar / folder).iterdir()):
            if path.name.endswith(endings) and path.is_file() and not path.is_symlink():
                files[f"{folder}/{path.name}"] = path.read_bytes()
    return files


def packed(files: Mapping[str, bytes]) -> bytes:
    """Stored, not compressed: what deflate makes of the same bytes differs between versions of zlib."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=_LONG_AGO)
            entry.create_system = 3  # Unix, also where this is run on another system
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()
