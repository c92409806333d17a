"""The sandbox's Zendesk on loopback, and the real adapter in front of it."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

from integrations.sandbox import zendesk_wire
from integrations.sandbox.world import World
from integrations.zendesk_support.helpdesk import ZendeskHelpdesk
from integrations.zendesk_support.oauth import ClientCredentials

CLIENT_ID, CLIENT_SECRET = "tillside-sandbox", "sandbox-secret"


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
        "127.0.0.1", 0, zendesk_wire.create_app(world), threaded=True, request_handler=KeepingAlive
    )
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def credentials(world: World, address: str) -> ClientCredentials:
    return ClientCredentials(world.zendesk.subdomain, CLIENT_ID, CLIENT_SECRET, base_url=address)


@pytest.fixture
def helpdesk(world: World, address: str, credentials: ClientCredentials) -> ZendeskHelpdesk:
    return ZendeskHelpdesk(world.zendesk.subdomain, credentials, base_url=address, timeout=(2, 2))


@pytest.fixture
def asked(world: World) -> Callable[..., list[str]]:
    """What the vendor was asked so far: "GET /api/v2/tickets/1.json", optionally of one method."""

    def requests(method: str = "") -> list[str]:
        return [f"{m} {path}" for _, _, m, path in world.faults.requests if m.startswith(method)]

    return requests


@dataclass
class RudeServer:
    """Reads each request, then drops the connection without a word."""

    address: str
    requests: list[str] = field(default_factory=list)


@contextmanager
def dropping_every_connection() -> Iterator[RudeServer]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = RudeServer(f"http://127.0.0.1:{listener.getsockname()[1]}")

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                server.requests.append(connection.recv(65536).split(b"\r\n", 1)[0].decode())
                # closes with a reset instead of a polite end
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(timeout=2)


@pytest.fixture
def rude_server() -> Iterator[RudeServer]:
    with dropping_every_connection() as server:
        yield server
