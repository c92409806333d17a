"""`tillside demo` as a newcomer starts it, and a real browser in front of it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import flags, install

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The one URL the demo prints. At the end Ctrl-C must end all of it."""
    folder = tmp_path_factory.mktemp("demo")
    demo = subprocess.Popen(
        [
            *(sys.executable, "-m", "plugin.cli", "demo"),
            *("--port", str(unused_port()), "--desk-port", str(unused_port())),
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    said: list[str] = []
    found = threading.Event()

    def listen() -> None:
        assert demo.stdout
        for line in demo.stdout:
            said.append(line)
            if "http://" in line:
                found.set()

    threading.Thread(target=listen, daemon=True).start()
    try:
        if not found.wait(120):
            log = folder / "var" / "demo" / "log"
            pytest.fail("".join(said) + (log.read_text() if log.exists() else ""))
        yield re.search(r"http://\S+", "".join(said))[0]  # type: ignore[index]
        demo.send_signal(signal.SIGINT)
        assert demo.wait(20) == 0, "".join(said)
        assert not alive(demo.pid), "Ctrl-C left processes behind"
    finally:
        if demo.poll() is None:
            os.killpg(demo.pid, signal.SIGKILL)


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def alive(group: int) -> bool:
    """Whether any process of the group is left, a few seconds after it was told to end."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=install(), args=flags())
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    """A fresh profile on the agent desk. The page must not complain on its console."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="en-US")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(desk)
    yield page
    context.close()
    assert complaints == []
