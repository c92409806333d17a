"""Starts the three stand-ins on loopback and stops them again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from waitress import wasyncore
from waitress.server import TcpWSGIServer, create_server

from integrations.sandbox import github_wire, stripe_wire, zendesk_wire
from integrations.sandbox.zendesk_webhooks import WebhookSender

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from integrations.sandbox.world import World

HOST = "127.0.0.1"
THREADS = 64
"""Enough that a request held back by a fault never keeps another one waiting for a thread."""
LONGEST_STOP = 5.0


@dataclass(frozen=True)
class Addresses:
    """Base URLs, without a slash at the end."""

    stripe: str
    zendesk: str
    github: str


@contextmanager
def running(
    world: World,
    *,
    stripe_port: int = 0,
    zendesk_port: int = 0,
    github_port: int = 0,
    sidebar_url: str | None = None,
    webhook_url: str | None = None,
) -> Iterator[Addresses]:
    """The three stand-ins, each on its port (0: any free one), until the block ends."""
    with ExitStack() as started:
        stripe = started.enter_context(_served(stripe_wire.create_app(world), stripe_port))
        zendesk = started.enter_context(_served(zendesk_wire.create_app(world), zendesk_port))
        github = started.enter_context(_served(github_wire.create_app(world), github_port))
        world.github.address = github
        if sidebar_url is not None:
            world.zendesk.sidebar_url = sidebar_url
        if webhook_url is not None:
            sender = WebhookSender(world.zendesk, webhook_url)
            sender.start()
            started.callback(sender.stop)
        yield Addresses(stripe, zendesk, github)


@contextmanager
def _served(app: WSGIApplication, port: int) -> Iterator[str]:
    server = create_server(
        app, host=HOST, port=port, threads=THREADS, connection_limit=1000, asyncore_use_poll=True, ident=None
    )
    loop = threading.Thread(target=server.run, name=f"sandbox-{server.effective_port}", daemon=True)
    loop.start()
    try:
        yield f"http://{HOST}:{server.effective_port}"
    finally:
        _stop(server, loop)


def _stop(server: TcpWSGIServer, loop: threading.Thread) -> None:
    # First the workers: one that still answered would write to sockets already closed.
    server.task_dispatcher.shutdown(timeout=LONGEST_STOP)
    # Then all sockets, inside their own loop: closing them under a waiting poll() is a race.
    server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map, ignore_all=True))
    loop.join(timeout=LONGEST_STOP)
