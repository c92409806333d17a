"""The sandbox's GitHub on loopback, and the real adapter in front of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from github.Auth import Token
from werkzeug.serving import WSGIRequestHandler, make_server

from integrations.github_issues.tracker import GithubIssues
from integrations.sandbox import github_wire
from integrations.sandbox.world import World


class KeepingAlive(WSGIRequestHandler):
    """Keeps connections open, as vendors do, and logs nothing."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:
        pass


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def address(world: World) -> Iterator[str]:
    # only this one wire: starting all three for each test takes several times as long
    server = make_server(
        "127.0.0.1", 0, github_wire.create_app(world), threaded=True, request_handler=KeepingAlive
    )
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def tracker(world: World, address: str) -> GithubIssues:
    return GithubIssues(
        world.github.full_name,
        Token(world.github.token),
        base_url=address,
        timeout=2,
        seconds_between_writes=0,
    )


@pytest.fixture
def asked(world: World) -> Callable[..., list[str]]:
    """What the vendor was asked so far: "GET /repos/...", optionally of one method."""

    def requests(method: str = "") -> list[str]:
        return [f"{m} {path}" for _, _, m, path in world.faults.requests if m.startswith(method)]

    return requests
