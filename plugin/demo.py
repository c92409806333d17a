"""`tillside demo`: the whole product against the sandbox on loopback, one URL, until Ctrl-C.

The sandbox runs as a process of its own with its addresses in our environment, so the service it
shows is the one that is deployed.
"""

from __future__ import annotations

import os
import secrets
import shlex
import shutil
import socket
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import click
import requests
from honcho.manager import Manager
from honcho.printer import Printer

from plugin.settings import Settings
from plugin.store.migrate import upgrade

PATIENCE_SECONDS = 90


def run(folder: Path, *, port: int, desk_port: int, stories: tuple[str, ...]) -> int:
    """Returns the exit code. Everything it writes is in `folder`, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    port, desk_port = _free(port), _free(desk_port)
    stripe_port, github_port = _free(desk_port + 1), _free(desk_port + 2)
    environment = _environment(folder, desk_port, stripe_port, github_port)
    upgrade(Settings.read(environment).database_url)

    log = (folder / "log").open("w", encoding="utf-8")
    manager = Manager(Printer(log, colour=False))
    sandbox = [
        *(sys.executable, "-m", "integrations.sandbox"),
        *(
            "--stripe-port",
            str(stripe_port),
            "--zendesk-port",
            str(desk_port),
            "--github-port",
            str(github_port),
        ),
        *("--sidebar-url", f"http://localhost:{port}/sidebar"),
        *("--webhook-url", f"http://localhost:{port}/webhooks/zendesk"),
        *(part for story in stories for part in ("--story", story)),
    ]
    tillside = [sys.executable, "-m", "plugin.cli"]
    for name, command in {
        "sandbox": sandbox,
        "web": [*tillside, "web", "--port", str(port)],
        "worker": [*tillside, "worker"],
    }.items():
        manager.add_process(name, "exec " + shlex.join(command), env={**os.environ, **environment})
    click.echo("Starting the sandbox, the web server and the worker ...")
    herald = threading.Thread(target=_announce, args=(port, desk_port, folder), daemon=True)
    herald.start()
    manager.loop()
    log.close()
    # 130 and 143: we were asked to stop, which is how a demo ends.
    if manager.returncode in {0, 130, 143, -2, -15}:
        click.echo("\nStopped.")
        return 0
    click.echo(f"A part of the demo ended by itself. Its last words:\n{_tail(folder / 'log')}", err=True)
    return 1


def _announce(port: int, desk_port: int, folder: Path) -> None:
    """Waits until web and worker answer and every open ticket has been read, then prints the one URL."""
    desk, until = f"http://127.0.0.1:{desk_port}", time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            tickets = requests.get(f"{desk}/_desk/tickets", timeout=2).json()
            health = requests.get(f"http://localhost:{port}/health/ready", timeout=2).json()
        except (requests.RequestException, ValueError):
            time.sleep(0.2)
            continue
        if (
            health.get("worker") == "ticking"
            and health["cases_open"] >= len(tickets)
            and not health["cases_due"]
            and not health["gaps_due"]
        ):
            click.echo(f"\n  {desk}/\n")
            click.echo(
                "Open it: you are a support agent; click a ticket and read the sidebar. Ctrl-C ends it all."
            )
            return
        time.sleep(0.2)
    click.echo(f"Not everything answered within {PATIENCE_SECONDS} s; see {folder / 'log'}", err=True)


def _environment(folder: Path, desk_port: int, stripe_port: int, github_port: int) -> Mapping[str, str]:
    return {
        "STRIPE_READ_KEY": "rk_test_sandbox",
        "STRIPE_WRITE_KEY": "",
        "STRIPE_WEBHOOK_SECRET": "",
        "STRIPE_API_BASE": f"http://127.0.0.1:{stripe_port}",
        "ZENDESK_SUBDOMAIN": "northwind",
        "ZENDESK_CLIENT_ID": "tillside-sandbox",
        "ZENDESK_CLIENT_SECRET": "sandbox-secret",
        "ZENDESK_WEBHOOK_SECRET": "sandbox-webhook-secret",
        "ZENDESK_BASE_URL": f"http://127.0.0.1:{desk_port}",
        "GITHUB_REPOSITORY": "northwind/notes",
        "GITHUB_TOKEN": "sandbox-token",
        "GITHUB_APP_ID": "",
        "GITHUB_APP_PRIVATE_KEY": "",
        "GITHUB_API_BASE": f"http://127.0.0.1:{github_port}",
        "DATABASE_URL": f"sqlite:///{folder / 'tillside.db'}",
        "QUEUE_URL": f"sqlite:///{folder / 'queue.db'}",
        "SECRET_KEY": secrets.token_hex(32),
        "POLICY_FILE": "",
    }


def _free(wanted: int) -> int:
    """The wanted port, or the next one nobody listens on."""
    for port in range(wanted, wanted + 200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise click.ClickException(f"No free port from {wanted} on.")


def _tail(path: Path, lines: int = 15) -> str:
    return "\n".join(path.read_text(encoding="utf-8").splitlines()[-lines:])
