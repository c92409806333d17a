"""Starting and stopping the stand-ins."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

import pytest
import requests

from integrations.sandbox.faults import Fault
from integrations.sandbox.running import Addresses, running
from integrations.sandbox.world import World


def everyone(at: Addresses) -> tuple[str, str, str]:
    return at.stripe, at.zendesk, at.github


def test_three_servers_on_loopback_that_are_gone_afterwards() -> None:
    threads_before = threading.active_count()
    with running(World()) as at:
        for url in everyone(at):
            assert urlsplit(url).hostname == "127.0.0.1"
            assert requests.get(f"{url}/nowhere", timeout=5).status_code in {401, 404}
    for url in everyone(at):
        with pytest.raises(OSError):
            socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), timeout=1)
    deadline = time.monotonic() + 5
    while threading.active_count() > threads_before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() == threads_before


def test_two_worlds_do_not_share_anything() -> None:
    first, second = World(), World()
    with running(first) as here, running(second) as there:
        first.github.issue("Only here")
        issues = {
            at: requests.get(
                f"{at}/repos/northwind/notes/issues",
                headers={"Authorization": "Bearer sandbox-token"},
                timeout=5,
            ).json()
            for at in (here.github, there.github)
        }
    assert (len(issues[here.github]), issues[there.github]) == (1, [])


def test_a_delayed_answer_holds_nobody_up_and_a_connection_is_kept() -> None:
    world = World()
    world.faults.add(Fault("github", delay=1.0, times=1))
    with running(world) as at:
        slow = threading.Thread(target=requests.get, args=(f"{at.github}/user",), kwargs={"timeout": 5})
        slow.start()
        while not world.faults.count("github"):
            time.sleep(0.01)
        started = time.monotonic()
        with requests.Session() as session:
            for _ in range(5):
                answer = session.get(f"{at.github}/user", timeout=5)
                assert answer.headers.get("Connection", "keep-alive").lower() == "keep-alive"
        assert time.monotonic() - started < 0.9
        slow.join()


@pytest.mark.slow
def test_the_command_says_when_it_is_ready_and_stops_when_told() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "integrations.sandbox", "--sidebar-url", "http://localhost:1/sidebar"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"agent desk (http://127\.0\.0\.1:\d+)/ stripe http\S+ github http\S+", line)
        assert found, line
        config = requests.get(f"{found.group(1)}/_desk/config", timeout=5).json()
        assert config["sidebar_url"] == "http://localhost:1/sidebar"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0
    finally:
        process.kill()
        process.stdout.close() if process.stdout else None
        process.wait()
