"""Finds, or installs, the Chromium the browser tests drive.

A Chromium on the PATH is taken; else Playwright's own download; else Debian's package (some networks
serve only package mirrors).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def installed() -> str | None:
    """The path of a Chromium that can be started, or None."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        bundled = Path(playwright.chromium.executable_path)
    return str(bundled) if bundled.exists() else None


def flags() -> list[str]:
    """Chromium refuses its sandbox to root, which containers and CI machines often are."""
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS


def install() -> str:
    """Raises SystemExit with what to do when no way worked."""
    if found := installed():
        return found
    for command in (
        [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"],
        [sys.executable, "-m", "playwright", "install", "chromium"],
        ["sh", "-c", "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium"],
    ):
        print("   trying:", " ".join(command), flush=True)
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0 and (
            found := installed()
        ):
            return found
    raise SystemExit(
        "No Chromium could be installed. Install it with your package manager, then run make test again."
    )


if __name__ == "__main__":
    print(f"   {install()}")
