"""The `tillside` command."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from integrations.errors import VendorError
from integrations.records import Clue
from plugin.identify.clues import ID_KINDS
from plugin.logs import configure
from plugin.policy import PolicyError
from plugin.settings import Part, Settings, SettingsError

if TYPE_CHECKING:
    from plugin.connect import Connected


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
    except PolicyError as error:
        click.echo("\n".join(f"- {problem}" for problem in error.problems), err=True)
        sys.exit(2)
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

    casework = wiring.casework(settings, wiring.helpdesk(settings), *wiring.words_of_agents(settings))
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


@tillside.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
def policy(file: Path | None) -> None:
    """Print the support lead's rules in force, by the names decisions give them; or check FILE before it is."""
    from plugin.policy import Policy, load_policy, rules

    file = file or (Settings.read(os.environ, ()).policy_file)
    in_force = load_policy(file) if file else Policy()
    usual = {rule.name: rule.value for rule in rules(Policy())}
    for rule in rules(in_force):
        changed = "" if usual.get(rule.name) == rule.value else f"   ({file.name if file else ''})"
        click.echo(f"{rule.name} = {rule.value}{changed}")
        click.echo(f"    {rule.what}")


@tillside.command()
@click.option("--ticket", type=click.IntRange(min=1), help="Only of this Zendesk ticket.")
@click.option("--since", callback=_moment, metavar="TIME", help="Only from this time on (ISO 8601).")
@click.option("--json", "as_json", is_flag=True, help="Export: one JSON object a line, with what was shown.")
def audit(ticket: int | None, since: datetime | None, as_json: bool) -> None:
    """Print who confirmed which step, when, by which rule of the policy, and what Stripe did."""
    from dataclasses import asdict

    from plugin import wiring

    for entry in wiring.audit(_settings(())).entries(since=since, ticket_id=ticket):
        if as_json:
            said = asdict(entry) | {
                "at": entry.at.isoformat(),
                "shown": json.loads(entry.shown) if entry.shown else None,
            }
            click.echo(json.dumps(said, ensure_ascii=False, sort_keys=True))
        else:
            what = f"{entry.kind} {entry.target}"
            about = f"{entry.rule or '-'}  {entry.vendor_id or '-'}  {entry.request_id or '-'}"
            click.echo(
                f"{entry.at:%Y-%m-%d %H:%M:%S}Z  ticket {entry.ticket_id}  {entry.event:9}  "
                f"{entry.agent_name or 'nobody'}  {what}  {about}  {entry.result or ''}".rstrip()
            )


# ---------------------------------------------------------------- product gaps
_FOR_GAPS: tuple[Part, ...] = ("web",)
"""The secret key: an issue's fingerprint is made with it."""


@tillside.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects, for other programs.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the same as CSV, one line per gap and currency.")
@click.pass_context
def gaps(context: click.Context, as_json: bool, as_csv: bool) -> None:
    """Rank the product gaps by money and by tickets, with the issue of each."""
    if context.invoked_subcommand is not None:
        return
    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")
    from plugin import gap_ranking, wiring

    settings = _settings(())
    sightings, issues = wiring.gap_tables(settings)
    ranking = gap_ranking.rank(sightings.demands(now=wiring.utc_now()), issues.linked())
    if as_json:
        click.echo(json.dumps(gap_ranking.as_json(ranking), indent=2))
    elif as_csv:
        click.echo(gap_ranking.as_csv(ranking), nl=False)
    else:
        click.echo(gap_ranking.as_text(ranking))
    for troubled in issues.troubled():
        click.echo(f"{troubled.gap}: {troubled.last_error}", err=True)


def _known_gap(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    from plugin.gaps import gaps as known

    names = [gap.id for gap in known()]
    if name not in names:
        raise click.BadParameter(f"{name!r} is not a gap; known are {', '.join(names)}")
    return name


@gaps.command()
@click.argument("gap", callback=_known_gap)
@click.argument("number", type=click.IntRange(min=1))
def link(gap: str, number: int) -> None:
    """Make an issue somebody wrote by hand the one of GAP. Its text stays; the worker adds the numbers."""
    from plugin import wiring
    from plugin.gaps.issue import fingerprint

    settings = _settings(_FOR_GAPS)
    tracker = wiring.issue_tracker(settings)
    if tracker is None:
        raise click.ClickException("No repository is set: put GITHUB_REPOSITORY and GITHUB_TOKEN.")
    issue = tracker.get(number)
    if issue.elsewhere:
        raise click.ClickException(f"Issue {number} was moved to another repository: {issue.url}")
    _sightings, issues = wiring.gap_tables(settings)
    other = issues.adopt(gap, fingerprint(gap, settings.secret_key), issue.number, issue.url, issue.state)
    if other is not None:
        raise click.ClickException(f"Issue {number} is already the one of {other}.")
    click.echo(f"{gap}: {issue.url}")


@gaps.command()
@click.argument("gap", callback=_known_gap)
def unlink(gap: str) -> None:
    """Forget the issue of GAP: the worker looks for one with its marker, and files it anew if there is none."""
    from plugin import wiring
    from plugin.gaps.issue import fingerprint

    settings = _settings(_FOR_GAPS)
    _sightings, issues = wiring.gap_tables(settings)
    number = issues.unlink(gap, fingerprint(gap, settings.secret_key))
    click.echo(f"{gap}: issue {number} is forgotten" if number else f"{gap}: had no issue")


@gaps.command()
@click.argument("gap", callback=_known_gap)
@click.option("--by", default=lambda: os.environ.get("USER", "the command line"), show_default="USER")
def approve(gap: str, by: str) -> None:
    """Say yes to filing GAP, where the policy waits for that."""
    from plugin import wiring

    _sightings, issues = wiring.gap_tables(_settings(()))
    if not issues.approve(gap, by, at=wiring.utc_now()):
        raise click.ClickException(f"No ticket has shown {gap} yet.")
    click.echo(f"{gap}: will be filed")


@tillside.command()
@click.option("--report", is_flag=True, help="Only print what the model in use learned; learn nothing.")
def learn(report: bool) -> None:
    """Learn from the classes agents confirmed or corrected; used only where it reads better than the lexicon.

    Reads the judged tickets from Zendesk; nothing is sent anywhere, and no text is kept.
    """
    from plugin import wiring

    settings = _settings(("zendesk", "web"))
    model = wiring.learned_model(settings) if report else wiring.learn(settings)
    if model is None:
        raise click.ClickException("Nothing was learned yet. Run: tillside learn")
    click.echo(f"{model.cases} judged tickets")
    click.echo(f"{'intent':30}{'tickets':>9}{'lexicon F1':>12}{'learned F1':>12}  used")
    for one in model.intents:
        learned = f"{one.learned_f1:.2f}" if one.learned_f1 else "-"
        used = "yes" if one.used else "no"
        click.echo(f"{one.intent:30}{one.cases:9}{one.lexicon_f1:12.2f}{learned:>12}  {used}")


# ---------------------------------------------------------------- running
@tillside.command()
def migrate() -> None:
    """Bring the database to the shape this version needs."""
    from plugin.store.migrate import upgrade

    upgrade(_settings(()).database_url)


@tillside.command()
@click.option(
    "--host", help="Where to listen; by default only for this machine, or for all where PORT is set."
)
@click.option("--port", type=int, help="By default PORT, or 8080.")
def web(host: str | None, port: int | None) -> None:
    """Serve the sidebar, its API and the webhooks (waitress)."""
    import waitress

    from plugin import create_app

    host, port = _listening(host, port, os.environ)
    app = create_app(_settings())
    waitress.serve(app, host=host, port=port, threads=16, ident=None, clear_untrusted_proxy_headers=True)


def _listening(host: str | None, port: int | None, environment: Mapping[str, str]) -> tuple[str, int]:
    """A platform that hands out PORT has its router outside our container; who types a port sits before the machine."""
    if port is not None or "PORT" not in environment:
        return host or "127.0.0.1", port or 8080
    try:
        return host or "0.0.0.0", int(environment["PORT"])  # noqa: S104 (see above)
    except ValueError:
        raise click.ClickException("PORT is not a number.") from None


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


# ---------------------------------------------------------------- setting up
@tillside.command()
@click.option(
    "--only", multiple=True, metavar="GROUP", help="Make only the checks of this group; repeatable."
)
@click.option("--json", "as_json", is_flag=True, help="Print a list of {id, ok, what, why, hint}.")
def doctor(only: tuple[str, ...], as_json: bool) -> None:
    """Say what is misconfigured, why it matters and what to do; changes nothing at any vendor.

    Exits with 1 when a check fails.
    """
    from plugin.doctor import GROUPS, examine

    if unknown := set(only) - set(GROUPS):
        raise click.UsageError(f"{', '.join(sorted(unknown))}: the groups are {', '.join(GROUPS)}.")
    configure("ERROR")  # what goes wrong is what is printed
    checks = []
    for check in examine(os.environ, only):
        checks.append(check)
        if not as_json:
            click.echo(f"{'ok  ' if check.ok else 'FAIL'}  {check.id:44} {check.what}")
            if not check.ok:
                click.echo(f"      why:  {check.why}\n      do:   {check.hint}")
    failed = sum(not check.ok for check in checks)
    if as_json:
        click.echo(json.dumps([check.as_json() for check in checks], ensure_ascii=False, indent=2))
    else:
        click.echo(
            f"\n{len(checks)} checks, {failed} failed." if failed else f"\nAll {len(checks)} checks passed."
        )
    sys.exit(1 if failed else 0)


@tillside.group()
def connect() -> None:
    """Connect a real account: create what may be created, and say what a person must click.

    Sentences go to stderr, settings (NAME=value) to stdout: `tillside connect zendesk --url ... >> .env`.
    """


def _address(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    from plugin.connect import public_address

    try:
        return public_address(text) if text else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _say(connected: Connected) -> None:
    for sentence in connected.sentences:
        click.echo(sentence, err=True)
    for name, value in connected.settings.items():
        click.echo(f"{name}={value}")
    sys.exit(0 if connected.complete else 1)


@connect.command("zendesk")
@click.option(
    "--url", required=True, callback=_address, help="Where agents' browsers and Zendesk reach Tillside."
)
def connect_zendesk(url: str) -> None:
    """Create or repair the webhook and its trigger; print the signing secret as a setting."""
    from plugin.connect import zendesk

    needs: tuple[Part, ...] = ("zendesk",)
    _say(zendesk(_settings(needs), url))


@connect.command("stripe")
@click.option(
    "--url", callback=_address, help="Where Stripe reaches Tillside; without it no endpoint is created."
)
def connect_stripe(url: str | None) -> None:
    """Print the links of two prefilled restricted keys; create the webhook endpoint where the write key may."""
    from plugin.connect import stripe

    _say(stripe(_settings(()), url))


@connect.command("github")
def connect_github() -> None:
    """Check the repository and the sign-in, or explain how to make one."""
    from plugin.connect import github

    _say(github(_settings(()), os.environ))


@tillside.command("package-sidebar")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    default=Path("tillside-sidebar.zip"),
    show_default=True,
    help="The zip to write.",
)
def package_sidebar(out: Path) -> None:
    """Write the zip an admin uploads to Zendesk; the same bytes wherever it is made."""
    from plugin.sidebar_package import package_files, packed

    try:
        content = packed(package_files(Path(__file__).parents[1] / "sidebar"))
    except FileNotFoundError:
        raise click.ClickException(
            "The folder sidebar/ is not beside plugin/: run this in a checkout."
        ) from None
    out.write_bytes(content)
    click.echo(f"{out}  {len(content)} bytes  sha256 {hashlib.sha256(content).hexdigest()}")


@tillside.command()
def openapi() -> None:
    """Print the OpenAPI document of the sidebar's API."""
    from plugin.web.openapi import document

    click.echo(json.dumps(document(), indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
