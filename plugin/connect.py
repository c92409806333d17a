"""Connects Tillside with the three vendors: creates what may be created, and says what a person must click.

Each answer has two parts: sentences for the person, and settings (`NAME=value`) for the environment. The
command prints the sentences to stderr and the settings to stdout, so that a secret goes where it is sent
and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from integrations.errors import VendorRefused
from integrations.stripe_billing.permissions import READS, WRITES, key_page
from integrations.stripe_billing.webhook_endpoint import EVENTS, PINNED
from integrations.zendesk_support.installation import ZendeskInstallation
from plugin import wiring
from plugin.doctor import TRIGGER_TITLE, WEBHOOK_NAME, examine
from plugin.jobs.handoff_notes import TAG
from plugin.settings import Settings


@dataclass(frozen=True)
class Connected:
    """`settings` may hold secrets and is never logged."""

    sentences: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict, repr=False)
    complete: bool = True
    """False where a person has something left to do before deliveries arrive."""


def public_address(text: str) -> str:
    """The service's own address, as vendors reach it. Raises ValueError with a sentence."""
    parts = urlsplit(text.strip())
    local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if parts.scheme != "https" and not (local and parts.scheme == "http"):
        raise ValueError("The address of Tillside starts with https://, because agents' browsers load it.")
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ValueError("Give only the address itself, for example https://tillside.example.com")
    return f"{parts.scheme}://{parts.netloc}"


# ------------------------------------------------------------------ Zendesk
@dataclass(frozen=True)
class ZendeskConnection:
    webhook: str
    trigger: str
    signing_secret: str = field(repr=False)


def connect_zendesk(account: ZendeskInstallation, address: str) -> ZendeskConnection:
    """First the webhook, then the trigger that names it: a run cut off in between is finished by the next."""
    webhook_id, webhook = account.set_webhook(WEBHOOK_NAME, f"{address}/webhooks/zendesk")
    trigger = account.set_trigger(TRIGGER_TITLE, webhook_id)
    return ZendeskConnection(webhook, trigger, account.signing_secret(webhook_id))


def zendesk(settings: Settings, address: str) -> Connected:
    try:
        made = connect_zendesk(wiring.zendesk_connecting(settings), address)
    except VendorRefused as refused:
        if refused.permission is None:
            raise
        steps = (
            refused.sentence,
            "For this one command the OAuth client needs the scopes webhooks:write and triggers:write too.",
        )
        return Connected((*steps, *_zendesk_clicks(address)), complete=False)
    done = {"created": "was created", "repaired": "was repaired", "kept": "is as it should be"}
    return Connected(
        (
            f'The webhook "{WEBHOOK_NAME}" {done[made.webhook]}.',
            f'The trigger "{TRIGGER_TITLE}" {done[made.trigger]}.',
            f"Handoff notes carry the tag {TAG}; Zendesk makes it with the first note.",
            *_zendesk_clicks(address),
        ),
        {"ZENDESK_WEBHOOK_SECRET": made.signing_secret},
    )


def _zendesk_clicks(address: str) -> Iterator[str]:
    yield "What an admin clicks, in Admin Center, Apps and integrations, Zendesk Support apps:"
    yield "  1. Upload private app: name it Tillside and choose the zip of `tillside package-sidebar`."
    yield f"  2. Install it with the setting backend_url = {address}"
    yield "  3. Restrict it to the roles and groups that may see billing details."


# ------------------------------------------------------------------ Stripe
def stripe(settings: Settings, address: str | None) -> Connected:
    said = [
        "1. The key that reads (STRIPE_READ_KEY). Open, check, create:",
        f"   {key_page('Tillside reads', READS)}",
        f"   Add by hand, where Stripe offers it: {_by_hand()}.",
        "2. The key that acts (STRIPE_WRITE_KEY); leave it out and Tillside advises only:",
        f"   {key_page('Tillside acts', WRITES)}",
        "3. The webhook endpoint:",
    ]
    if address is None:
        said.append("   Run this again with --url and the address of Tillside.")
        return Connected(tuple(said), complete=False)
    target = f"{address}/webhooks/stripe"
    if settings.stripe_write_key is None:
        said += [f"   {line}" for line in _endpoint_by_hand(target, "No write key is set.")]
        return Connected(tuple(said), complete=False)
    try:
        state = wiring.stripe_endpoint(settings, target)
    except VendorRefused:
        why = (
            "The write key may not create webhook endpoints, which it need not be able to for anything else."
        )
        said += [f"   {line}" for line in _endpoint_by_hand(target, why)]
        return Connected(tuple(said), complete=False)
    if state.done == "other_version":
        why = f"There is an endpoint with another API version than {PINNED}, and that cannot be changed."
        said += [
            f"   {line}" for line in _endpoint_by_hand(target, f"{why} Delete it after making a new one.")
        ]
        return Connected(tuple(said), complete=False)
    if state.secret:
        said.append(f"   It was created for {target}.")
        return Connected(tuple(said), {"STRIPE_WEBHOOK_SECRET": state.secret})
    done = "was repaired" if state.done == "repaired" else "is as it should be"
    said.append(
        f"   It {done}. Stripe tells its secret only once; a new one: Dashboard, Webhooks, Roll secret."
    )
    return Connected(tuple(said))


def _by_hand() -> str:
    return ", ".join(permission.what for permission in READS if not permission.in_link)


def _endpoint_by_hand(target: str, why: str) -> Iterator[str]:
    yield why
    yield "In the Dashboard, Developers, Webhooks, Add endpoint:"
    yield f"  address      {target}"
    yield f"  API version  {PINNED}"
    yield f"  events       {', '.join(EVENTS)}"
    yield "Then put its signing secret (whsec_...) into STRIPE_WEBHOOK_SECRET."


# ------------------------------------------------------------------ GitHub
def github(settings: Settings, environment: Mapping[str, str]) -> Connected:
    if settings.files_issues:
        checks = list(examine(environment, ("github",)))
        lines = [f"{'ok  ' if check.ok else 'FAIL'}  {check.what}" for check in checks]
        lines += [f"      {check.hint}" for check in checks if not check.ok]
        return Connected(tuple(lines), complete=all(check.ok for check in checks))
    repository = settings.github_repository or "OWNER/NAME"
    owner = repository.partition("/")[0]
    token = {
        "name": "Tillside",
        "description": "Files product gaps as issues",
        "target_name": owner,
        "issues": "write",
    }
    app = {
        "name": f"Tillside for {owner}",
        "description": "Files product gaps as issues",
        "public": "false",
        "webhook_active": "false",
        "issues": "write",
        "metadata": "read",
    }
    return Connected(
        (
            f"1. Set GITHUB_REPOSITORY to the repository that receives the gaps (now: {repository}).",
            "2. Then either a token, for one person's account; choose only this repository:",
            f"   https://github.com/settings/personal-access-tokens/new?{urlencode(token)}",
            "   Put it into GITHUB_TOKEN.",
            "   or a GitHub App, for an organisation:",
            f"   https://github.com/organizations/{owner}/settings/apps/new?{urlencode(app)}",
            "   Generate a private key, install the app on the repository, and put its App ID and the key into",
            "   GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY.",
            "3. Run `tillside connect github` again: it then checks what you did.",
        ),
        complete=False,
    )
