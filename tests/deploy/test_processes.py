"""What the deploy files start is started: the Procfile's commands, gunicorn, and the container's health check."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import requests

from plugin.cli import _listening
from tests.deploy.test_manifests import DOCKERFILE, PROCFILE, ROOT

pytestmark = pytest.mark.slow
PATIENCE = 60.0

Start = Callable[..., "subprocess.Popen[str]"]


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def platform(env: dict[str, str]) -> dict[str, str]:
    """What a platform's process sees: our settings, a PORT, and the packages' commands on the PATH."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**env, "PATH": path, "PORT": str(unused_port()), "PYTHONUNBUFFERED": "1"}


@contextmanager
def started(command: str, environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[str]]:
    """As a platform does it: a shell line in the checkout; asked to stop with SIGTERM, it must stop by itself."""
    with log.open("w") as out:
        process = subprocess.Popen(
            f"exec {command}", shell=True, cwd=ROOT, env=environment, stdout=out, stderr=out, text=True
        )
        try:
            yield process
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait(30)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()


def answer(address: str, process: subprocess.Popen[str], log: Path) -> requests.Response:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        try:
            return requests.get(address, timeout=5)
        except (requests.ConnectionError, requests.Timeout):  # gunicorn listens before its workers are up
            time.sleep(0.1)
    raise AssertionError(log.read_text())


def listens_on(port: int) -> set[str]:
    """The addresses somebody listens on at this port, as the kernel lists them."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {row[1].split(":")[0] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port}


def test_release_then_web_then_worker(platform: dict[str, str], tmp_path: Path) -> None:
    release = subprocess.run(
        PROCFILE["release"], shell=True, cwd=ROOT, env=platform, capture_output=True, text=True, check=False
    )
    assert release.returncode == 0, release.stderr
    address = f"http://127.0.0.1:{platform['PORT']}"
    with ExitStack() as processes:
        web = processes.enter_context(started(PROCFILE["web"], platform, tmp_path / "web.log"))
        assert answer(f"{address}/health/live", web, tmp_path / "web.log").json() == {"alive": True}
        ready = requests.get(f"{address}/health/ready", timeout=5)
        assert (ready.status_code, ready.json()["worker"]) == (200, "silent")
        # The platform's router comes from outside the container.
        assert listens_on(int(platform["PORT"])) == {"00000000"}
        worker = processes.enter_context(started(PROCFILE["worker"], platform, tmp_path / "worker.log"))
        until = time.monotonic() + PATIENCE
        while requests.get(f"{address}/health/ready", timeout=5).json()["worker"] != "ticking":
            assert worker.poll() is None, (tmp_path / "worker.log").read_text()
            assert time.monotonic() < until
            time.sleep(0.2)
    assert web.returncode in {0, -signal.SIGTERM, 128 + signal.SIGTERM}
    assert worker.returncode == 0, (tmp_path / "worker.log").read_text()


def test_a_release_can_be_repeated(platform: dict[str, str]) -> None:
    for _ in range(2):
        assert (
            subprocess.run(PROCFILE["release"], shell=True, cwd=ROOT, env=platform, check=False).returncode
            == 0
        )


def test_a_release_that_cannot_reach_its_database_fails(platform: dict[str, str]) -> None:
    """The platform then keeps the version that runs."""
    down = {**platform, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    failed = subprocess.run(
        PROCFILE["release"], shell=True, cwd=ROOT, env=down, capture_output=True, text=True, check=False
    )
    assert failed.returncode != 0


def test_a_web_process_without_settings_says_all_of_them_and_ends(platform: dict[str, str]) -> None:
    bare = {name: platform[name] for name in ("PATH", "PORT")}
    ended = subprocess.run(
        PROCFILE["web"], shell=True, cwd=ROOT, env=bare, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert {"STRIPE_READ_KEY", "ZENDESK_SUBDOMAIN", "SECRET_KEY"} <= set(
        re.findall(r"^- (\w+)", ended.stderr, re.M)
    )


def test_gunicorn_as_documented(platform: dict[str, str], tmp_path: Path) -> None:
    """The line of docs/operate.md, word for word."""
    documented = re.search(r"^gunicorn .+$", (ROOT / "docs" / "operate.md").read_text(), re.MULTILINE)
    assert documented
    subprocess.run(PROCFILE["release"], shell=True, cwd=ROOT, env=platform, check=True)
    log = tmp_path / "gunicorn.log"
    with started(documented[0], platform, log) as process:
        port = shlex.split(documented[0].replace("$PORT", platform["PORT"]))
        assert f"0.0.0.0:{platform['PORT']}" in port
        ready = answer(f"http://127.0.0.1:{platform['PORT']}/health/ready", process, log)
        assert (ready.status_code, ready.json()["ready"]) == (200, True)
    assert process.returncode == 0, log.read_text()


def test_the_containers_health_check_tells_ready_from_not(platform: dict[str, str], tmp_path: Path) -> None:
    found = re.search(r"^HEALTHCHECK .*\\\n\s+CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)
    assert found
    check = json.loads(found[1])
    subprocess.run(PROCFILE["release"], shell=True, cwd=ROOT, env=platform, check=True)
    assert subprocess.run(check, env=platform, stderr=subprocess.DEVNULL, check=False).returncode != 0
    with started(PROCFILE["web"], platform, tmp_path / "web.log") as web:
        answer(f"http://127.0.0.1:{platform['PORT']}/health/live", web, tmp_path / "web.log")
        assert subprocess.run(check, env=platform, check=False).returncode == 0


@pytest.mark.parametrize(
    ("host", "port", "environment", "expected"),
    [
        (None, None, {}, ("127.0.0.1", 8080)),
        (None, None, {"PORT": "5000"}, ("0.0.0.0", 5000)),
        (None, 9000, {"PORT": "5000"}, ("127.0.0.1", 9000)),
        ("127.0.0.1", None, {"PORT": "5000"}, ("127.0.0.1", 5000)),
        ("0.0.0.0", 9000, {}, ("0.0.0.0", 9000)),
    ],
)
def test_where_the_web_listens(host, port, environment, expected) -> None:
    assert _listening(host, port, environment) == expected
