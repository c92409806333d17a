"""`python -m integrations.sandbox`: the three stand-ins and the agent desk, filled with stories, until stopped."""

from __future__ import annotations

import argparse
import signal
import sys
import threading

from integrations.sandbox import scenarios
from integrations.sandbox.running import running
from integrations.sandbox.world import World


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    world = World()
    scenarios.stage(world, *asked.story)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with running(
        world,
        stripe_port=asked.stripe_port,
        zendesk_port=asked.zendesk_port,
        github_port=asked.github_port,
        sidebar_url=asked.sidebar_url,
        webhook_url=asked.webhook_url,
    ) as at:
        print(f"Sandbox ready: agent desk {at.zendesk}/ stripe {at.stripe} github {at.github}", flush=True)
        stop.wait()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m integrations.sandbox", description=__doc__)
    parser.add_argument("--stripe-port", type=int, default=0)
    parser.add_argument("--zendesk-port", type=int, default=0)
    parser.add_argument("--github-port", type=int, default=0)
    parser.add_argument(
        "--sidebar-url", default="http://localhost:8080/sidebar", help="the sidebar the desk shows"
    )
    parser.add_argument(
        "--webhook-url", help="where the stand-in for Zendesk reports new tickets and comments"
    )
    parser.add_argument(
        "--story", action="append", default=[], metavar="NAME", help="stage only these stories"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
