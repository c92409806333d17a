"""What is misconfigured, why it matters, and what to do about it.

Each check has a stable id. Vendors are asked only things that change nothing: objects that cannot exist,
lists of one. No sentence holds a secret, an address of a person or what a vendor answered word for word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from hmac import compare_digest
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from integrations.errors import NotFound, VendorError
from integrations.probes import Probed
from integrations.stripe_billing.permissions import READS, WRITES, Permission
from plugin import wiring
from plugin.jobs.queue import Hints
from plugin.policy import PolicyError
from plugin.settings import Settings, SettingsError
from plugin.store import Cursors, StoreUnavailable, Ticks
from plugin.store.migrate import is_current
from plugin.web.agent_sessions import APP_NAME
from plugin.web.health import WORKER_SILENT_AFTER
from plugin.web.who_is_asking import LEEWAY

GROUPS = ("settings", "database", "queue", "worker", "stripe", "zendesk", "github", "webhooks", "clock")

WEBHOOK_NAME = "Tillside"
TRIGGER_TITLE = "Tillside: a ticket is new or has changed"


@dataclass(frozen=True)
class Check:
    """One line of the doctor: `hint` says what to do and is empty where nothing is to be done."""

    id: str
    ok: bool
    what: str
    why: str
    hint: str = ""

    def as_json(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True)
class _Patient:
    settings: Settings
    environment: Mapping[str, str]
    now: Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


def examine(
    environment: Mapping[str, str], only: tuple[str, ...] = (), now: Callable[[], datetime] = utc_now
) -> Iterator[Check]:
    """The checks one by one, as they are made; all groups, or those of `only`. A broken group ends none of the others."""
    wanted = only or GROUPS
    if "settings" in wanted:
        yield from _settings(environment)
    try:
        settings = Settings.read(environment, needs=())
    except SettingsError:
        return  # with a malformed or dangerous value nobody is called
    patient = _Patient(settings, environment, now)
    for group, checks in _GROUPS.items():
        if group in wanted:
            yield from checks(patient)


# ------------------------------------------------------------------ this machine
def _settings(environment: Mapping[str, str]) -> Iterator[Check]:
    why = "Without it a part of Tillside cannot start, or test and live data could be mixed."
    try:
        settings = Settings.read(environment)
    except SettingsError as error:
        for problem in error.problems:
            name, _, rest = problem.partition(" ")
            said, _, hint = rest.partition(". ")
            yield Check(f"settings.{name.lower()}", False, f"{name} {said}.", why, f"{hint or rest}.")
        return
    mode = "live" if settings.live else "test"
    yield Check("settings.complete", True, f"All settings are there and fit together ({mode} mode).", why)
    # Settings refuse these addresses beside a live key; beside a test key they are legitimate only all at once.
    addresses = (settings.stripe_api_base, settings.zendesk_base_url, settings.github_api_base)
    overridden = [address is not None for address in addresses[:2]]
    yield Check(
        "settings.sandbox_addresses",
        len(set(overridden)) == 1,
        "The sandbox stands in for Stripe and Zendesk alike."
        if all(overridden)
        else "Only one of Stripe and Zendesk is the sandbox."
        if any(overridden)
        else "No address of the sandbox is set.",
        "With one vendor real and the other a stand-in, people and payments do not belong together.",
        "" if len(set(overridden)) == 1 else "Set both STRIPE_API_BASE and ZENDESK_BASE_URL, or neither.",
    )
    try:
        wiring.policy(settings)
    except PolicyError:
        yield Check(
            "settings.policy",
            False,
            "The policy file cannot be used.",
            "Limits and rights come from it; Tillside does not start without it.",
            "Run: tillside policy FILE. It names each wrong line.",
        )
    else:
        yield Check("settings.policy", True, "The policy can be used.", "Limits and rights come from it.")


def _database(patient: _Patient) -> Iterator[Check]:
    url = patient.settings.database_url
    in_file = url.startswith("sqlite")
    why = "Cases, attempts and acknowledged events are kept there."
    if in_file and not Path(url.removeprefix("sqlite:///")).exists():
        yield Check(
            "database.reachable", False, "The database file is not there yet.", why, "Run: tillside migrate"
        )
        return
    try:
        current = is_current(url)
    except (SQLAlchemyError, OSError):
        yield Check(
            "database.reachable",
            False,
            "The database does not answer.",
            why,
            "Check DATABASE_URL, and that the database accepts connections from here.",
        )
        return
    yield Check("database.reachable", True, "The database answers.", why)
    yield Check(
        "database.migrated",
        current,
        "The tables have the shape this version needs." if current else "The tables are of another version.",
        "This version would fail at the first row.",
        "" if current else "Run: tillside migrate",
    )
    if current:
        yield _writable(patient)
    # A platform's dyno forgets its files at each restart, at least once a day.
    forgetful = in_file and "DYNO" in patient.environment
    yield Check(
        "database.durable",
        not forgetful,
        "The database is a file on a disk that is thrown away at each restart."
        if forgetful
        else "The database outlives a restart.",
        "The ledger of confirmed steps must not be lost.",
        "Add PostgreSQL and set DATABASE_URL." if forgetful else "",
    )


def _writable(patient: _Patient) -> Check:
    why = "An event is acknowledged only when it is stored; a step is taken only when its attempt is."
    cursors = Cursors(wiring.store(patient.settings), patient.settings.account)
    try:
        cursors.set("doctor", patient.now().isoformat())
    except (StoreUnavailable, SQLAlchemyError):
        hint = "Free space, or let Tillside's user write to the file and its folder."
        return Check("database.writable", False, "The database cannot be written to.", why, hint)
    return Check("database.writable", True, "The database can be written to.", why)


def _queue(patient: _Patient) -> Iterator[Check]:
    why = "Without it a change is found by the next reconcile, seconds later; nothing is lost."
    try:
        hints = Hints(patient.settings.queue_url, patient.settings.account)
        waiting = hints.waiting()
        hints.close()
    except Exception:  # each of huey's backends has errors of its own
        hint = "Check QUEUE_URL, and that the queue's server is up."
        yield Check("queue.reachable", False, "The queue does not answer.", why, hint)
        return
    yield Check("queue.reachable", True, f"The queue answers; {waiting} hints wait.", why)


def _worker(patient: _Patient) -> Iterator[Check]:
    why = "The worker reads tickets before an agent opens them, finishes steps and files gaps."
    try:
        tick = Ticks(wiring.store(patient.settings), patient.settings.account).latest()
    except (StoreUnavailable, SQLAlchemyError, OSError):
        tick = None
    silent = tick is None or patient.now() - tick > WORKER_SILENT_AFTER
    said = (
        "No worker has ever run."
        if tick is None
        else f"The last worker was seen at {tick.astimezone(UTC):%Y-%m-%d %H:%M} UTC."
        if silent
        else "A worker is running."
    )
    yield Check("worker.ticking", not silent, said, why, "Start: tillside worker" if silent else "")


# ------------------------------------------------------------------ Stripe
def _stripe(patient: _Patient) -> Iterator[Check]:
    settings = patient.settings
    if not settings.stripe_read_key:
        return  # said by the settings
    restricted = settings.stripe_read_key.startswith("rk_")
    yield Check(
        "stripe.read_key.restricted",
        restricted,
        f"The read key is {'a restricted' if restricted else 'the account’s secret'} key.",
        "Everything is read with it; it must not be able to do more.",
        "" if restricted else "Make a restricted key: tillside connect stripe prints the link.",
    )
    reading = wiring.stripe_probes(settings.stripe_read_key, settings)
    for permission, probed in zip(READS, reading(READS), strict=True):
        yield _needed("stripe.read", permission, probed, "read", "STRIPE_READ_KEY")
    for permission, probed in zip(WRITES, reading(WRITES), strict=True):
        yield _unwanted(permission, probed)
    if settings.stripe_write_key is None:
        yield Check(
            "stripe.write_key",
            True,
            "No write key is set: Tillside advises only.",
            "With a write key an agent can confirm a step in the sidebar.",
        )
        return
    writing = wiring.stripe_probes(settings.stripe_write_key, settings)
    for permission, probed in zip(WRITES, writing(WRITES), strict=True):
        yield _needed("stripe.write", permission, probed, "change", "STRIPE_WRITE_KEY")


def _needed(group: str, permission: Permission, probed: Probed, verb: str, key: str) -> Check:
    slug = probed.named or permission.slug
    if probed.allowed:
        said, hint = f"The key may {verb} {permission.what}.", ""
    elif probed.allowed is None:
        said, hint = f"{probed.sentence}.", f"Check {key} and try again."
    else:
        said = f"The key may not {verb} {permission.what}."
        hint = f"Add the permission {slug} to {key} at Stripe (Developers, API keys)."
    without = f"Without it {permission.without_it}."
    return Check(f"{group}.{permission.name}", probed.allowed is True, said, without, hint)


def _unwanted(permission: Permission, probed: Probed) -> Check:
    why = "The read key is used by every process all day; only a confirmed step may use a key that can change something."
    identity = f"stripe.read_key.cannot_change.{permission.name}"
    if probed.allowed is False:
        return Check(identity, True, f"The read key cannot change {permission.what}.", why)
    if probed.allowed is None:
        return Check(identity, False, f"{probed.sentence}.", why, "Check STRIPE_READ_KEY and try again.")
    hint = f"Take the permission {permission.slug} from STRIPE_READ_KEY; it belongs to STRIPE_WRITE_KEY."
    return Check(identity, False, f"The read key can change {permission.what}.", why, hint)


# ------------------------------------------------------------------ Zendesk
def _zendesk(patient: _Patient) -> Iterator[Check]:
    settings = patient.settings
    if not (settings.zendesk_subdomain and settings.zendesk_client_id and settings.zendesk_client_secret):
        return  # said by the settings
    account = wiring.zendesk_installation(settings)
    why = "Tickets, people and the app's key are read, and handoff notes written, as this user."
    try:
        role = account.role()
    except VendorError as error:
        hint = (
            "In Admin Center, Apps and integrations, APIs, OAuth clients: a confidential client, and its "
            "identifier and secret in ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET."
        )
        yield Check("zendesk.sign_in", False, error.sentence, why, hint)
        return
    yield Check("zendesk.sign_in", True, "Tillside can sign in to Zendesk.", why)
    yield Check(
        "zendesk.acts_as_admin",
        role == "admin",
        f"Tillside acts as a user with the role {role}.",
        "Only an admin may read the key that proves who opens the sidebar.",
        ""
        if role == "admin"
        else "Create the OAuth client as an admin user of its own, such as a billing bot.",
    )
    for name, what, probe in (
        ("tickets", "read tickets", account.may_read_tickets),
        ("people", "read people and their addresses", account.may_read_people),
        ("search", "find open tickets", account.may_search),
        ("changes", "follow changed tickets", account.may_follow_changes),
        ("webhooks", "see its webhook", account.may_see_webhooks),
    ):
        probed = probe()
        yield Check(
            f"zendesk.{name}",
            probed.allowed is True,
            f"Tillside may {what}." if probed.allowed else probed.sentence,
            "Without it tickets stay without a picture.",
            "" if probed.allowed else f"Give the OAuth client the scope {probed.named or probed.permission}.",
        )
    yield from _app(patient)


def _app(patient: _Patient) -> Iterator[Check]:
    why = "The sidebar's first request is signed with the app's key; without it no agent is let in."
    upload = (
        "Run: tillside package-sidebar, and upload the zip once as a private app (docs/install.md, step 4)."
    )
    try:
        wiring.helpdesk(patient.settings).app_public_key(APP_NAME)
    except VendorError as error:
        yield Check("zendesk.app", False, error.sentence, why, upload)
        return
    yield Check("zendesk.app", True, f"The private app {APP_NAME} is there, and so is its key.", why)
    try:
        installed = wiring.zendesk_installation(patient.settings).installed_app(APP_NAME)
    except VendorError as error:
        yield Check("zendesk.app_installed", False, error.sentence, why, "Try again in a moment.")
        return
    seen = installed is not None and installed.enabled
    said = (
        "Agents see the app."
        if seen
        else "The app is switched off."
        if installed
        else "The app is not installed."
    )
    hint = (
        "" if seen else "Install and enable it in Admin Center, Apps and integrations, Zendesk Support apps."
    )
    yield Check("zendesk.app_installed", seen, said, "Agents work in the sidebar.", hint)


# ------------------------------------------------------------------ GitHub
def _github(patient: _Patient) -> Iterator[Check]:
    why = "What only the product team can fix becomes one issue per gap."
    if not patient.settings.files_issues:
        said = "No repository is set: gaps are shown, not filed."
        yield Check("github.repository", True, said, why)
        return
    access = wiring.github_access(patient.settings)
    try:
        state = access.state()
    except NotFound as error:
        hint = "Check GITHUB_REPOSITORY, and that the token or the app is allowed this repository."
        yield Check("github.repository", False, error.sentence, why, hint)
        return
    except VendorError as error:
        yield Check("github.repository", False, error.sentence, why, "Check GITHUB_TOKEN or the app's key.")
        return
    yield Check("github.repository", True, "The repository can be seen.", why)
    yield Check(
        "github.not_archived",
        not state.archived,
        "The repository is archived." if state.archived else "The repository is not archived.",
        "An archived repository takes no issues.",
        "Unarchive it, or name another one in GITHUB_REPOSITORY." if state.archived else "",
    )
    yield Check(
        "github.issues_on",
        state.has_issues,
        f"Issues are switched {'on' if state.has_issues else 'off'} in the repository.",
        "Gaps are filed as issues.",
        "" if state.has_issues else "Switch them on in the repository's settings, Features.",
    )
    if not state.has_issues or state.archived:
        return  # GitHub then refuses for that reason, and nothing is learned about the permission
    for name, what, probe in (
        ("read_issues", "read issues", access.may_read_issues),
        ("write_issues", "file and change issues", access.may_write_issues),
    ):
        probed = probe()
        yield Check(
            f"github.{name}",
            probed.allowed is True,
            f"Tillside may {what}." if probed.allowed else probed.sentence,
            "Without it a gap is filed never, or twice.",
            "" if probed.allowed else f'Give the token or the app the permission "{probed.permission}".',
        )
    may_label = state.may_label is not False
    yield Check(
        "github.labels",
        may_label,
        "Tillside may label issues." if may_label else "Whoever the token belongs to may not label issues.",
        "An issue without our label cannot be found again and would be filed twice.",
        "" if may_label else "Give the token's owner the role triage or more in the repository.",
    )


# ------------------------------------------------------------------ what comes in
def _webhooks(patient: _Patient) -> Iterator[Check]:
    settings = patient.settings
    for vendor, secrets in (
        ("stripe", settings.stripe_webhook_secrets),
        ("zendesk", settings.zendesk_webhook_secrets),
    ):
        name = f"{vendor.upper()}_WEBHOOK_SECRET"
        yield Check(
            f"webhooks.{vendor}_secret",
            bool(secrets),
            f"{name} is {'set' if secrets else 'not set'}.",
            f"Without it deliveries of {vendor.title()} are refused and changes are seen later.",
            "" if secrets else f"Run: tillside connect {vendor}",
        )
    if settings.zendesk_client_secret and settings.zendesk_webhook_secrets:
        yield _zendesk_webhook(settings)


def _zendesk_webhook(settings: Settings) -> Check:
    why = "Zendesk tells us of a new ticket within seconds; without it the reconcile finds it later."
    account = wiring.zendesk_installation(settings)
    try:
        webhook = account.webhook(WEBHOOK_NAME)
        fits = webhook is not None and any(
            compare_digest(account.signing_secret(webhook.id).encode(), secret.encode())
            for secret in settings.zendesk_webhook_secrets
        )
        called = webhook is not None and account.has_trigger(TRIGGER_TITLE, webhook.id)
    except VendorError as error:
        return Check("webhooks.zendesk", False, error.sentence, why, "Try again in a moment.")
    repair = "Run: tillside connect zendesk --url ADDRESS"
    if webhook is None:
        return Check(
            "webhooks.zendesk", False, f'Zendesk has no webhook named "{WEBHOOK_NAME}".', why, repair
        )
    if not webhook.active:
        return Check("webhooks.zendesk", False, "The webhook is switched off.", why, repair)
    if not called:
        said = "No trigger calls the webhook, or it was changed."
        return Check("webhooks.zendesk", False, said, why, repair)
    if not fits:
        said = "ZENDESK_WEBHOOK_SECRET is not the webhook's signing secret."
        return Check("webhooks.zendesk", False, said, why, repair)
    return Check("webhooks.zendesk", True, "Webhook, trigger and signing secret fit together.", why)


# ------------------------------------------------------------------ the clock
def _clock(patient: _Patient) -> Iterator[Check]:
    settings = patient.settings
    asked: list[tuple[str, Callable[[], float | None]]] = []
    if settings.stripe_read_key:
        asked.append(("stripe", lambda: wiring.stripe_lead(settings, patient.now)))
    if settings.zendesk_client_secret:
        asked.append(("zendesk", lambda: wiring.zendesk_installation(settings).our_lead(patient.now)))
    # A `Date` header counts whole seconds and the answer takes time to arrive.
    tolerated = LEEWAY + timedelta(seconds=1)
    for vendor, lead in asked:
        try:
            seconds = lead()
        except VendorError:
            continue  # said by the vendor's own group
        if seconds is None:
            continue
        right = abs(timedelta(seconds=seconds)) <= tolerated
        ahead = "ahead of" if seconds > 0 else "behind"
        yield Check(
            f"clock.{vendor}",
            right,
            f"Our clock agrees with {vendor.title()}'s."
            if right
            else f"Our clock is {abs(seconds):.0f} s {ahead} {vendor.title()}'s.",
            "Signed visits of agents and deliveries are refused when their time does not fit ours.",
            "" if right else "Switch on time synchronisation (NTP) on this machine.",
        )


_GROUPS: Mapping[str, Callable[[_Patient], Iterator[Check]]] = {
    "database": _database,
    "queue": _queue,
    "worker": _worker,
    "stripe": _stripe,
    "zendesk": _zendesk,
    "github": _github,
    "webhooks": _webhooks,
    "clock": _clock,
}
