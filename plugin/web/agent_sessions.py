"""From a signed visit to a bearer the page keeps in memory, and from the bearer back to the agent.

No cookie: browsers do not send one to a cross-site iframe. The bearer is opaque, only its hash is
stored, and it is bound to this account, the agent and the installation.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from integrations.errors import NotFound
from integrations.records import Agent
from integrations.roles import Helpdesk
from plugin.policy import Policy, Right
from plugin.store import AgentSession, Sessions, ShownCase, ShownCases, SpentTokens
from plugin.web.error_answers import NotLetIn
from plugin.web.who_is_asking import KeyMayHaveRotated, SignedVisit, read_signed_url

APP_NAME = "Tillside"
IDLE = timedelta(hours=1)
LONGEST = timedelta(hours=12)
REFETCH_AT_MOST_EVERY = timedelta(seconds=30)
"""A flood of forged tokens must not become a flood of key requests."""


class AppKey:
    """The public key of our app in this account: fetched once, fetched again when a signature does not fit."""

    def __init__(self, helpdesk: Helpdesk, clock: Callable[[], datetime]) -> None:
        self._helpdesk = helpdesk
        self._clock = clock
        self._lock = threading.Lock()
        self._pem: str | None = None
        self._fetched_at: datetime | None = None

    def check(self, token: str, subdomain: str) -> SignedVisit:
        pem = self._key()
        try:
            return read_signed_url(token, pem, subdomain, self._clock())
        except KeyMayHaveRotated:
            renewed = self._key(other_than=pem)
            if renewed == pem:
                raise
            return read_signed_url(token, renewed, subdomain, self._clock())

    def _key(self, other_than: str | None = None) -> str:
        with self._lock:
            now = self._clock()
            if self._pem is None or (
                self._pem == other_than
                and (self._fetched_at is None or now - self._fetched_at >= REFETCH_AT_MOST_EVERY)
            ):
                self._pem = self._helpdesk.app_public_key(APP_NAME)
                self._fetched_at = now
            return self._pem


@dataclass(frozen=True)
class AskingAgent:
    """Who asks, as proved by the bearer."""

    id: int
    name: str
    installation: str


def open_session(
    visit: SignedVisit,
    helpdesk: Helpdesk,
    sessions: Sessions,
    spent: SpentTokens,
    account: str,
    now: datetime,
    policy: Policy,
) -> tuple[str, AskingAgent]:
    """Spends the token, reads the agent from Zendesk, returns the bearer. Raises NotLetIn."""
    if not spent.spend(visit.token_hash, expires_at=visit.expires_at):
        raise NotLetIn(
            "This signed token was already used. Close and reopen the ticket, or press the refresh button of the apps panel.",
            code="token-replayed",
        )
    try:
        agent = helpdesk.agent(visit.agent_id)
    except NotFound:
        raise NotLetIn("Zendesk does not know this agent.", status=403) from None
    if agent.suspended or agent.role not in {"agent", "admin"}:
        raise NotLetIn("Only active agents of this account may open Tillside.", status=403)
    refuse_unless(policy, agent, "look")
    bearer = secrets.token_urlsafe(32)
    installation = f"{account}/{visit.installation_id}"
    sessions.open(
        _hashed(bearer), agent_id=agent.id, agent_name=agent.name, installation=installation, at=now
    )
    return bearer, AskingAgent(agent.id, agent.name, installation)


def refuse_unless(policy: Policy, agent: Agent, wanted: Right) -> None:
    """Raises NotLetIn, naming the rule, where the policy does not give the agent this right."""
    rights = policy.rights_of(agent.role, agent.group_ids)
    if not rights.may(wanted):
        raise NotLetIn(
            f"The policy of this account does not let you do that ({rights.rule}). Your support lead can change it.",
            status=403,
            code="not-permitted",
        )


def asking_agent(authorization: str | None, sessions: Sessions, now: datetime) -> AskingAgent:
    """The agent behind `Authorization: Bearer ...`. Raises NotLetIn."""
    token_hash = _hash_in(authorization)
    found = sessions.find(token_hash, now=now, idle=IDLE, absolute=LONGEST) if token_hash else None
    return _let_in(token_hash, found, sessions, now)


def asking_agent_and_case(
    authorization: str | None, ticket_id: int, shown: ShownCases, sessions: Sessions, now: datetime
) -> tuple[AskingAgent, ShownCase | None]:
    """The same, and the case the agent asks for, in one statement. Raises NotLetIn."""
    token_hash = _hash_in(authorization)
    found = (
        shown.asked_for(token_hash, ticket_id, now=now, idle=IDLE, absolute=LONGEST) if token_hash else None
    )
    session, case = found or (None, None)
    return _let_in(token_hash, session, sessions, now), case


def _let_in(token_hash: str, found: AgentSession | None, sessions: Sessions, now: datetime) -> AskingAgent:
    if found is None:
        raise NotLetIn(
            "Your session in this panel has ended. Close and reopen the ticket, or press the refresh button of the apps panel.",
            code="session-ended",
        )
    sessions.touch(token_hash, found, now=now)
    return AskingAgent(found.agent_id, found.agent_name, found.installation)


def _hash_in(authorization: str | None) -> str:
    """The stored name of the bearer; empty where there is none."""
    scheme, _, bearer = (authorization or "").partition(" ")
    return _hashed(bearer) if scheme == "Bearer" and bearer else ""


def _hashed(bearer: str) -> str:
    return hashlib.sha256(bearer.encode()).hexdigest()
