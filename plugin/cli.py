"""The `tillside` command."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import click

from integrations.errors import VendorError
from integrations.records import Clue
from plugin.logs import configure
from plugin.settings import Part, Settings, SettingsError

ID_KINDS = {
    "cus": "customer",
    "sub": "subscription",
    "in": "invoice",
    "ch": "charge",
    "py": "charge",
    "pi": "payment_intent",
    "cs": "checkout_session",
    "re": "refund",
    "pyr": "refund",
    "dp": "dispute",
    "du": "dispute",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tillside")
def tillside() -> None:
    """Billing support inside the Zendesk ticket: who is this, what happened, what is the safest fix, what do we write."""


def main() -> None:
    """The entry point: errors a person can mend are sentences, not stack traces."""
    try:
        tillside(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except SettingsError as error:
        click.echo("\n".join(f"- {problem}" for problem in error.problems), err=True)
        sys.exit(2)
    except VendorError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _settings(needs: Collection[Part] = ("stripe", "zendesk", "web")) -> Settings:
    configure(os.environ.get("LOG_LEVEL", "INFO").upper())
    return Settings.read(os.environ, needs)


# ---------------------------------------------------------------- judging
def _moment(_context: click.Context, _parameter: click.Parameter, text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter("write a time such as 2026-11-22T14:03:00+00:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@tillside.command()
@click.argument("stripe_id", required=False)
@click.option("--ticket", type=click.IntRange(min=1), help="The Zendesk ticket to diagnose.")
@click.option("--email", help="A customer's e-mail address.")
@click.option("--github", metavar="NAME", help="A GitHub user name kept in the customer's metadata.")
@click.option("--as-of", callback=_moment, metavar="TIME", help="Judge as if it were that time (ISO 8601).")
@click.option(
    "--json", "as_json", is_flag=True, help="Print the whole case (docs/case.md) as one JSON object."
)
def diagnose(
    stripe_id: str | None,
    ticket: int | None,
    email: str | None,
    github: str | None,
    as_of: datetime | None,
    as_json: bool,
) -> None:
    """Print what happened and what to do: for a ticket, an e-mail, any Stripe id (cus_, sub_, in_, ch_, pi_, cs_, re_, dp_) or a GitHub name.

    Reads only; writes to no vendor.
    """
    if sum(given is not None for given in (stripe_id, ticket, email, github)) != 1:
        raise click.UsageError("Give exactly one of: a Stripe id, --ticket, --email, --github.")
    needs: tuple[Part, ...] = ("stripe", "zendesk") if ticket is not None else ("stripe",)
    settings = _settings(needs)
    from plugin import wiring

    casework = wiring.casework(settings, wiring.helpdesk(settings), wiring.pins_if_there(settings))
    if ticket is not None:
        case = casework.of_ticket(ticket, as_of=as_of)
    else:
        case = casework.of_clue(
            _clue(stripe_id, email, github, wiring.policy(settings).metadata_keys), as_of=as_of
        )
    if as_json:
        click.echo(json.dumps(case.document, ensure_ascii=False, indent=2))
    else:
        click.echo(case.document["handoff"])


def _clue(
    stripe_id: str | None, email: str | None, github: str | None, metadata_keys: Collection[str]
) -> Clue:
    if email is not None:
        return Clue("email", email.strip())
    if github is not None:
        key = next((key for key in metadata_keys if "github" in key.lower()), "github")
        return Clue("metadata", f"{key}={github.strip().lstrip('@')}")
    kind = ID_KINDS.get((stripe_id or "").partition("_")[0])
    if kind is None:
        raise click.UsageError(
            f"{stripe_id!r} is not an id we can start from; these are: {', '.join(ID_KINDS)}_..."
        )
    return Clue(kind, stripe_id or "")


@tillside.command()
def detectors() -> None:
    """List what can be recognised, with the reason each rule exists."""
    from plugin.diagnose import detectors as known

    for detector in known():
        click.echo(f"{detector.code:5} {detector.situation:36} {detector.why.splitlines()[0]}")


# ---------------------------------------------------------------- running
@tillside.command()
def migrate() -> None:
    """Bring the database to the shape this version needs."""
    from plugin.store.migrate import upgrade

    upgrade(_settings(()).database_url)


@tillside.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=lambda: int(os.environ.get("PORT", "8080")), show_default="PORT or 8080")
def web(host: str, port: int) -> None:
    """Serve the sidebar, its API and the webhooks (waitress)."""
    import waitress

    from plugin import create_app

    app = create_app(_settings())
    if "PORT" in os.environ and host == "127.0.0.1" and "DYNO" in os.environ:
        host = "0.0.0.0"  # noqa: S104 (a platform's router comes from outside the container)
    waitress.serve(app, host=host, port=port, threads=16, ident=None, clear_untrusted_proxy_headers=True)


@tillside.command()
@click.option("--threads", default=4, show_default=True, type=click.IntRange(1, 64))
def worker(threads: int) -> None:
    """Read tickets ahead of the agents and file product gaps."""
    from plugin import wiring

    wiring.worker(_settings(), threads=threads)


@tillside.command()
@click.option("--port", default=8080, show_default=True)
def serve(port: int) -> None:
    """Migrate, then run web and worker on this machine until Ctrl-C."""
    from plugin.store.migrate import upgrade

    settings = _settings()
    upgrade(settings.database_url)
    _run_together({"web": ["web", "--port", str(port)], "worker": ["worker"]}, dict(os.environ))


def _run_together(commands: dict[str, list[str]], environment: dict[str, str]) -> None:
    from honcho.manager import Manager

    manager = Manager()
    for name, arguments in commands.items():
        manager.add_process(name, _shell([sys.executable, "-m", "plugin.cli", *arguments]), env=environment)
    manager.loop()
    sys.exit(manager.returncode)


def _shell(arguments: list[str]) -> str:
    import shlex

    # exec, so that honcho's signals reach Python and not a shell in between
    return "exec " + shlex.join(arguments)


@tillside.command()
@click.option("--port", default=8080, show_default=True, help="Where the sidebar is served (on localhost).")
@click.option(
    "--desk-port", default=9100, show_default=True, help="Where the agent desk is served (on 127.0.0.1)."
)
@click.option("--story", multiple=True, metavar="NAME", help="Stage only these stories.")
def demo(port: int, desk_port: int, story: tuple[str, ...]) -> None:
    """Run everything against the sandbox (Stripe, Zendesk, GitHub on loopback) and print one URL."""
    from plugin.demo import run

    sys.exit(run(Path.cwd() / "var" / "demo", port=port, desk_port=desk_port, stories=story))


@tillside.command()
def openapi() -> None:
    """Print the OpenAPI document of the sidebar's API."""
    from plugin.web.openapi import document

    click.echo(json.dumps(document(), indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
