"""Every environment variable, typed; dangerous mixtures are refused at start, all errors at once.

`VARIABLES` is the one list: app.json, .env.example and docs/settings.md are kept equal to it by a test.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

Part = Literal["stripe", "zendesk", "github", "web"]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True)
class Variable:
    """One environment variable: what it is for, in the words of the docs."""

    name: str
    what: str
    example: str
    needed_by: Part | None = None
    """The part that cannot start without it; None where it is optional."""
    secret: bool = False


VARIABLES: tuple[Variable, ...] = (
    Variable(
        "STRIPE_READ_KEY",
        "Restricted Stripe key that can only read (rk_...). Everything Tillside shows is read with it.",
        "rk_test_...",
        needed_by="stripe",
        secret=True,
    ),
    Variable(
        "STRIPE_WRITE_KEY",
        "Second restricted Stripe key, used only for steps an agent confirmed. Without it Tillside advises only.",
        "rk_test_...",
        secret=True,
    ),
    Variable(
        "STRIPE_WEBHOOK_SECRET",
        "Signing secret of the Stripe webhook endpoint; two, separated by a comma, while it is being rotated.",
        "whsec_...",
        secret=True,
    ),
    Variable(
        "STRIPE_API_BASE",
        "Another address for Stripe's API: for the sandbox only, refused with a live key.",
        "http://127.0.0.1:9101",
    ),
    Variable(
        "ZENDESK_SUBDOMAIN",
        "The part before .zendesk.com of the Zendesk account this installation serves.",
        "northwind",
        needed_by="zendesk",
    ),
    Variable(
        "ZENDESK_CLIENT_ID",
        "Identifier of the confidential OAuth client Tillside signs in with (client_credentials).",
        "tillside",
        needed_by="zendesk",
    ),
    Variable(
        "ZENDESK_CLIENT_SECRET", "Secret of that OAuth client.", "...", needed_by="zendesk", secret=True
    ),
    Variable(
        "ZENDESK_WEBHOOK_SECRET",
        "Signing secret of the Zendesk webhook; two, separated by a comma, while it is being rotated.",
        "...",
        secret=True,
    ),
    Variable(
        "ZENDESK_BASE_URL",
        "Another address for Zendesk: for the sandbox only, refused with a live key.",
        "http://127.0.0.1:9102",
    ),
    Variable(
        "GITHUB_REPOSITORY",
        "owner/name of the repository that receives the product gaps. Without it gaps are shown, not filed.",
        "northwind/notes",
    ),
    Variable(
        "GITHUB_TOKEN",
        "Fine-grained token with issues: write and metadata: read. Either this or the GitHub App.",
        "github_pat_...",
        secret=True,
    ),
    Variable("GITHUB_APP_ID", "Id of the GitHub App, instead of a token.", "123456"),
    Variable(
        "GITHUB_APP_PRIVATE_KEY",
        "Private key of the GitHub App (PEM; line breaks may be written as \\n).",
        "-----BEGIN ...",
        secret=True,
    ),
    Variable(
        "GITHUB_WEBHOOK_SECRET",
        "Secret of the GitHub webhook (event: issues); two, separated by a comma, while it is being rotated.",
        "...",
        secret=True,
    ),
    Variable(
        "GITHUB_API_BASE",
        "Another address for GitHub's API: for the sandbox only, refused with a live key.",
        "http://127.0.0.1:9103",
    ),
    Variable(
        "DATABASE_URL",
        "Where cases are kept: an SQLite file (default) or PostgreSQL.",
        "sqlite:///var/tillside.db",
    ),
    Variable(
        "QUEUE_URL",
        "Where hints to the worker travel: an SQLite file (default, beside the database), Redis or PostgreSQL.",
        "sqlite:///var/queue.db",
    ),
    Variable(
        "SECRET_KEY",
        "At least 32 random characters; fingerprints and hashes are derived from it.",
        "made by: python -c 'import secrets; print(secrets.token_hex(32))'",
        needed_by="web",
        secret=True,
    ),
    Variable(
        "POLICY_FILE",
        "The support lead's rules (TOML). Without it the documented defaults hold.",
        "policy.toml",
    ),
    Variable(
        "READER_URL",
        "Address of an OpenAI-compatible service that reads a ticket's text beside the lexicon. Unset (default), no text leaves the house; set, it gets redacted text only.",
        "https://llm.example/v1",
    ),
    Variable(
        "READER_KEY",
        "Key for the external reader, where it asks for one.",
        "...",
        secret=True,
    ),
    Variable(
        "READER_MODEL",
        "Name of the model the external reader is asked for.",
        "small-instruct",
    ),
    Variable(
        "LEARNED_READER_FILE",
        "Where `tillside learn` keeps what it learned from the agents (numbers, no text); every process reads it at start.",
        "var/learned-reader.json",
    ),
)

_BY_NAME = {variable.name: variable for variable in VARIABLES}
_GITHUB_CLOUD = "https://api.github.com"


class SettingsError(Exception):
    """Every problem at once; each names the variable, what is wrong and what to put."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, repr=False)
class Settings:
    """The environment, checked. Never printed: it holds secrets."""

    stripe_read_key: str = ""
    stripe_write_key: str | None = None
    stripe_webhook_secrets: tuple[str, ...] = ()
    stripe_api_base: str | None = None
    zendesk_subdomain: str = ""
    zendesk_client_id: str = ""
    zendesk_client_secret: str = ""
    zendesk_webhook_secrets: tuple[str, ...] = ()
    zendesk_base_url: str | None = None
    github_repository: str | None = None
    github_token: str | None = None
    github_app_id: int | None = None
    github_app_private_key: str | None = None
    github_webhook_secrets: tuple[str, ...] = ()
    github_api_base: str | None = None
    database_url: str = "sqlite:///var/tillside.db"
    queue_url: str = "sqlite:///var/queue.db"
    secret_key: str = ""
    policy_file: Path | None = None
    reader_url: str | None = None
    reader_key: str | None = None
    reader_model: str = ""
    learned_reader_file: Path = Path("var/learned-reader.json")

    @property
    def live(self) -> bool:
        return _is_live(self.stripe_read_key) or _is_live(self.stripe_write_key or "")

    @property
    def account(self) -> str:
        """Names this installation in every stored key: a message of another account never meets our rows."""
        return f"{self.zendesk_subdomain}/{'live' if self.live else 'test'}"

    @property
    def zendesk_origin(self) -> str:
        """Who may frame the sidebar: the account's own address, or the sandbox's."""
        return self.zendesk_base_url or f"https://{self.zendesk_subdomain}.zendesk.com"

    @property
    def files_issues(self) -> bool:
        return bool(self.github_repository and (self.github_token or self.github_app_id))

    @classmethod
    def read(
        cls, environment: Mapping[str, str], needs: Collection[Part] = ("stripe", "zendesk", "web")
    ) -> Settings:
        """The environment as settings. `needs`: the parts that must be complete. Raises SettingsError."""
        value = {name: environment.get(name, "").strip() for name in _BY_NAME}
        problems = [*_missing(value, needs), *_malformed(value), *_dangerous(value)]
        if problems:
            raise SettingsError(problems)
        database = value["DATABASE_URL"] or cls.database_url
        return cls(
            stripe_read_key=value["STRIPE_READ_KEY"],
            stripe_write_key=value["STRIPE_WRITE_KEY"] or None,
            stripe_webhook_secrets=_several(value["STRIPE_WEBHOOK_SECRET"]),
            stripe_api_base=_address(value["STRIPE_API_BASE"]),
            zendesk_subdomain=value["ZENDESK_SUBDOMAIN"].lower(),
            zendesk_client_id=value["ZENDESK_CLIENT_ID"],
            zendesk_client_secret=value["ZENDESK_CLIENT_SECRET"],
            zendesk_webhook_secrets=_several(value["ZENDESK_WEBHOOK_SECRET"]),
            zendesk_base_url=_address(value["ZENDESK_BASE_URL"]),
            github_repository=value["GITHUB_REPOSITORY"] or None,
            github_token=value["GITHUB_TOKEN"] or None,
            github_app_id=int(value["GITHUB_APP_ID"]) if value["GITHUB_APP_ID"] else None,
            github_app_private_key=value["GITHUB_APP_PRIVATE_KEY"].replace("\\n", "\n") or None,
            github_webhook_secrets=_several(value["GITHUB_WEBHOOK_SECRET"]),
            github_api_base=_address(value["GITHUB_API_BASE"]),
            database_url=database,
            queue_url=value["QUEUE_URL"] or _queue_beside(database),
            secret_key=value["SECRET_KEY"],
            policy_file=Path(value["POLICY_FILE"]) if value["POLICY_FILE"] else None,
            reader_url=_address(value["READER_URL"]),
            reader_key=value["READER_KEY"] or None,
            reader_model=value["READER_MODEL"],
            learned_reader_file=Path(value["LEARNED_READER_FILE"] or cls.learned_reader_file),
        )


def _missing(value: Mapping[str, str], needs: Collection[Part]) -> list[str]:
    return [
        f"{v.name} is not set. {v.what} Put, for example: {v.example}"
        for v in VARIABLES
        if v.needed_by in needs and not value[v.name]
    ]


def _malformed(value: Mapping[str, str]) -> list[str]:
    problems = []
    for name in ("STRIPE_READ_KEY", "STRIPE_WRITE_KEY"):
        if value[name] and not re.match(r"(rk|sk)_(test|live)_\w+$", value[name]):
            problems.append(
                f"{name} does not look like a Stripe key. Put a restricted key, rk_test_... or rk_live_..."
            )
    if value["ZENDESK_SUBDOMAIN"] and not re.fullmatch(
        r"[a-zA-Z0-9][a-zA-Z0-9-]*", value["ZENDESK_SUBDOMAIN"]
    ):
        problems.append(
            "ZENDESK_SUBDOMAIN must be only the part before .zendesk.com. Put, for example: northwind"
        )
    if value["GITHUB_REPOSITORY"] and not re.fullmatch(r"[\w.-]+/[\w.-]+", value["GITHUB_REPOSITORY"]):
        problems.append("GITHUB_REPOSITORY is not of the form owner/name. Put, for example: northwind/notes")
    if value["GITHUB_APP_ID"] and not value["GITHUB_APP_ID"].isdecimal():
        problems.append("GITHUB_APP_ID is not a number. Put the App ID shown on the app's settings page")
    if bool(value["GITHUB_APP_ID"]) != bool(value["GITHUB_APP_PRIVATE_KEY"]):
        problems.append(
            "GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY go together. Put both, or GITHUB_TOKEN instead"
        )
    if value["GITHUB_REPOSITORY"] and not (value["GITHUB_TOKEN"] or value["GITHUB_APP_ID"]):
        problems.append(
            "GITHUB_REPOSITORY is set but nothing to sign in with. Put GITHUB_TOKEN, or GITHUB_APP_ID and its key"
        )
    if value["SECRET_KEY"] and len(value["SECRET_KEY"]) < 32:
        problems.append(f"SECRET_KEY has {len(value['SECRET_KEY'])} characters. Put at least 32 random ones")
    if value["DATABASE_URL"] and not re.match(
        r"(sqlite|postgres(ql)?(\+psycopg)?)://", value["DATABASE_URL"]
    ):
        problems.append(
            "DATABASE_URL names a database we do not speak. Put sqlite:///file.db or postgresql://..."
        )
    if value["QUEUE_URL"] and not re.match(r"(sqlite|rediss?|postgres(ql)?)://", value["QUEUE_URL"]):
        problems.append(
            "QUEUE_URL names a queue we do not speak. Put sqlite:///file.db, redis://... or postgresql://..."
        )
    if value["POLICY_FILE"] and not Path(value["POLICY_FILE"]).is_file():
        problems.append(
            "POLICY_FILE names a file that is not there. Put the path of a TOML file, or leave it out"
        )
    if value["READER_URL"] and not value["READER_MODEL"]:
        problems.append("READER_URL is set but no model to ask for. Put its name in READER_MODEL")
    for name in ("STRIPE_API_BASE", "ZENDESK_BASE_URL", "GITHUB_API_BASE", "READER_URL"):
        if value[name] and not _is_address(value[name]):
            problems.append(f"{name} is not an http(s) address. Put, for example: {_BY_NAME[name].example}")
    return problems


def _dangerous(value: Mapping[str, str]) -> list[str]:
    problems = []
    reader = urlsplit(value["READER_URL"])
    if reader.scheme == "http" and reader.hostname not in LOOPBACK:
        problems.append("READER_URL would send customers' words in clear. Put an https:// address")
    live = [name for name in ("STRIPE_READ_KEY", "STRIPE_WRITE_KEY") if _is_live(value[name])]
    for name in ("STRIPE_API_BASE", "ZENDESK_BASE_URL", "GITHUB_API_BASE"):
        if value[name] and live:
            problems.append(
                f"{name} must not be set together with a live key ({', '.join(live)}). Remove it, or put a test key"
            )
    if value["STRIPE_READ_KEY"] and value["STRIPE_WRITE_KEY"]:
        if _is_live(value["STRIPE_READ_KEY"]) != _is_live(value["STRIPE_WRITE_KEY"]):
            problems.append(
                "STRIPE_READ_KEY and STRIPE_WRITE_KEY mix test and live. Put two keys of the same mode"
            )
        elif value["STRIPE_READ_KEY"] == value["STRIPE_WRITE_KEY"]:
            problems.append(
                "STRIPE_WRITE_KEY equals STRIPE_READ_KEY. Put two restricted keys, the first without any write permission"
            )
    return problems


def _is_live(key: str) -> bool:
    return bool(re.match(r"(rk|sk)_live_", key))


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _address(text: str) -> str | None:
    return text.rstrip("/") or None


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _queue_beside(database_url: str) -> str:
    """The queue's own file in the database's folder; PostgreSQL carries both."""
    if not database_url.startswith("sqlite"):
        return re.sub(r"^postgres(ql)?(\+psycopg)?://", "postgresql://", database_url)
    path = Path(database_url.split("///", 1)[1] or "var/tillside.db")
    return f"sqlite:///{path.with_name(path.stem + '-queue.db')}"
