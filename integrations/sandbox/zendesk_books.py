"""What the sandbox's Zendesk holds: users with their identities, agents, tickets, tokens, the app's key.

Stories fill it with the builder methods (`person`, `agent`, `ticket`, `reply`, ...), `zendesk_wire` serves it.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import secrets
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from integrations.sandbox.zendesk_rules import AccountRules

if TYPE_CHECKING:
    from integrations.sandbox.world import World

STATUSES = ("new", "open", "pending", "hold", "solved", "closed")
"""In the order in which Zendesk's search compares them (`status<solved`)."""


@dataclass
class Identity:
    id: int
    address: str
    verified: bool
    primary: bool
    created_at: datetime


@dataclass
class User:
    id: int
    name: str
    role: str
    created_at: datetime
    updated_at: datetime
    locale: str = "en-US"
    suspended: bool = False
    external_id: str | None = None
    organization_id: int | None = None
    group_ids: tuple[int, ...] = ()
    identities: list[Identity] = field(default_factory=list)

    @property
    def email(self) -> str | None:
        return next((i.address for i in self.identities if i.primary), None)

    @property
    def verified(self) -> bool:
        return any(i.verified for i in self.identities)

    @property
    def is_staff(self) -> bool:
        return self.role != "end-user"


@dataclass
class Comment:
    id: int
    audit_id: int
    author_id: int
    body: str
    public: bool
    created_at: datetime
    channel: str
    trusted: bool = True
    flags: tuple[int, ...] = ()


@dataclass
class Ticket:
    id: int
    requester_id: int
    submitter_id: int
    subject: str
    status: str
    channel: str
    created_at: datetime
    updated_at: datetime
    tags: list[str]
    cc_ids: list[int]
    follower_ids: list[int] = field(default_factory=list)
    assignee_id: int | None = None
    comments: list[Comment] = field(default_factory=list)
    deleted: bool = False
    change: int = 0
    """Grows with every change of any ticket: what the incremental export's cursor counts on."""


@dataclass(frozen=True)
class OAuthClient:
    client_id: str
    secret: str
    user_id: int


@dataclass(frozen=True)
class AccessToken:
    value: str
    user_id: int
    scopes: frozenset[str]
    expires_at: datetime


@dataclass(frozen=True)
class TicketEvent:
    """Something an event-subscription webhook tells about: `kind` is "ticket.created" or "ticket.comment_added"."""

    kind: str
    ticket: Ticket
    comment: Comment
    happened_at: datetime


class ZendeskBooks:
    """One Zendesk account in memory. Hold the world's lock while using it from several threads."""

    subdomain = "northwind"
    account_id = 7700001
    app_id = 4242
    app_name = "Tillside"
    installation_id = 9001
    webhook_id = "01SANDBOXWEBHOOK0000000000"
    webhook_secret = "sandbox-webhook-secret"

    def __init__(self, world: World) -> None:
        self._world = world
        self._user_ids = itertools.count(501)
        self._identity_ids = itertools.count(60001)
        self._ticket_ids = itertools.count(1001)
        self._event_ids = itertools.count(80001)
        self._changes = itertools.count(1)
        self._tokens: dict[str, AccessToken] = {}
        self.users: dict[int, User] = {}
        self.tickets: dict[int, Ticket] = {}
        self.groups = {301: "Support", 302: "Billing"}
        self.listeners: list[Callable[[TicketEvent], None]] = []
        self.token_lifetime = timedelta(minutes=30)
        self.export_lag = timedelta(0)
        """How recent a change must not be for the incremental export to show it; Zendesk's own is one minute."""
        self.sidebar_url: str | None = None
        """Where the agent desk loads the sidebar from."""
        self.bot_id = self.agent("Billing bot", role="admin")
        self.agent_ids = (self.agent("Ana Ferreira"), self.agent("Ben Okafor"))
        self.clients = {
            "tillside-sandbox": OAuthClient("tillside-sandbox", "sandbox-secret", self.bot_id),
        }
        self.forbidden_scopes: set[str] = set()
        """Scopes the OAuth client was not given, whatever it asks for: Zendesk refuses the call, not the token."""
        self.rules = AccountRules()

    # ------------------------------------------------------------------ builder: people
    def person(
        self,
        name: str,
        email: str | None,
        *,
        verified: bool = True,
        locale: str = "en-US",
        more_emails: Sequence[str | tuple[str, bool]] = (),
        external_id: str | None = None,
        organization: int | None = None,
        suspended: bool = False,
    ) -> int:
        """An end user. One of `more_emails` may be `(address, verified)`; else it is verified as the person is."""
        user = self._add_user(name, "end-user")
        user.locale, user.external_id, user.suspended = locale, external_id, suspended
        user.organization_id = organization
        if email is not None:
            self.add_email(user.id, email, verified=verified)
        for more in more_emails:
            address, sure = (more, verified) if isinstance(more, str) else more
            self.add_email(user.id, address, verified=sure)
        return user.id

    def add_email(self, user_id: int, address: str, *, verified: bool = True) -> None:
        address = address.lower()  # as Zendesk stores it, whatever was typed
        if self._owner_of(address) is not None:
            raise ValueError(f"{address} is already used by another Zendesk user")
        user = self.users[user_id]
        identity = Identity(
            next(self._identity_ids),
            address,
            verified,
            primary=not user.identities,
            created_at=self._world.now(),
        )
        user.identities.append(identity)

    def agent(
        self, name: str, *, role: str = "agent", suspended: bool = False, groups: Sequence[int] = (301,)
    ) -> int:
        user = self._add_user(name, role)
        user.suspended, user.group_ids = suspended, tuple(groups)
        self.add_email(user.id, f"{name.lower().replace(' ', '.')}.{user.id}@{self.subdomain}.example")
        return user.id

    # ------------------------------------------------------------------ builder: tickets
    def ticket(
        self,
        requester: int,
        subject: str,
        body: str,
        *,
        at: datetime | None = None,
        channel: str = "email",
        tags: Sequence[str] = (),
        status: str = "open",
        flags: Sequence[int] = (),
        trusted: bool = True,
        ccs: Sequence[int | str] = (),
    ) -> int:
        """A ticket and its first comment. A CC is a user's id, or an address nobody has yet."""
        if status not in STATUSES:
            raise ValueError(f"Zendesk has no ticket status {status!r}")
        at = at or self._world.now()
        ticket = Ticket(
            id=next(self._ticket_ids),
            requester_id=self.users[requester].id,
            submitter_id=requester,
            subject=subject,
            status=status,
            channel=channel,
            created_at=at,
            updated_at=at,
            tags=normalised_tags(tags),
            cc_ids=[cc if isinstance(cc, int) else self._cc_user(cc) for cc in ccs],
        )
        self.tickets[ticket.id] = ticket
        comment = self._add_comment(ticket, requester, body, public=True, at=at, flags=flags, trusted=trusted)
        self._tell("ticket.created", ticket, comment)
        return ticket.id

    def reply(
        self,
        ticket_id: int,
        author_id: int,
        body: str,
        *,
        public: bool = True,
        at: datetime | None = None,
        flags: Sequence[int] = (),
        trusted: bool = True,
        channel: str | None = None,
    ) -> int:
        """A further comment; returns its id. Placeholders in what staff writes are expanded, as Zendesk does."""
        ticket, author = self.tickets[ticket_id], self.users[author_id]
        if author.is_staff:
            body = self._expanded(body, ticket, author)
        elif ticket.status in {"pending", "solved"}:
            ticket.status = "open"
        at = at or self._world.now()
        comment = self._add_comment(
            ticket, author_id, body, public=public, at=at, flags=flags, trusted=trusted, channel=channel
        )
        self._tell("ticket.comment_added", ticket, comment)
        return comment.id

    def solve(self, ticket_id: int) -> None:
        self.tickets[ticket_id].status = "solved"
        self.touch(self.tickets[ticket_id])

    def delete(self, ticket_id: int) -> None:
        self.tickets[ticket_id].deleted = True
        self.touch(self.tickets[ticket_id])

    def touch(self, ticket: Ticket, at: datetime | None = None) -> None:
        """Marks the ticket as changed: every change must end here, or the incremental export misses it."""
        ticket.updated_at = max(ticket.updated_at, at or self._world.now())
        ticket.change = next(self._changes)

    # ------------------------------------------------------------------ read by the wire
    def visible_tickets(self) -> list[Ticket]:
        return [t for t in self.tickets.values() if not t.deleted]

    def visible_ticket(self, ticket_id: int) -> Ticket | None:
        ticket = self.tickets.get(ticket_id)
        return None if ticket is None or ticket.deleted else ticket

    def changed_since(self, start: datetime | None, after_change: int) -> list[Ticket]:
        """Tickets in the order of their last change, deleted ones included, up to the export's lag."""
        newest = self._world.now() - self.export_lag
        changed = sorted(
            (t for t in self.tickets.values() if t.change > after_change), key=lambda t: t.change
        )
        if self.export_lag:
            changed = list(itertools.takewhile(lambda t: t.updated_at <= newest, changed))
        return [t for t in changed if start is None or t.updated_at >= start]

    def next_event_id(self) -> int:
        return next(self._event_ids)

    # ------------------------------------------------------------------ who may ask
    def issue_token(self, client: OAuthClient, scope: str, lifetime: timedelta | None = None) -> AccessToken:
        expires_at = self._world.now() + (lifetime or self.token_lifetime)
        value = f"sandbox-token-{secrets.token_hex(16)}"
        token = AccessToken(value, client.user_id, frozenset(scope.split()), expires_at)
        self._tokens[value] = token
        return token

    def live_token(self, value: str) -> AccessToken | None:
        token = self._tokens.get(value)
        return token if token and self._world.now() < token.expires_at else None

    def revoke_tokens(self) -> None:
        self._tokens.clear()

    # ------------------------------------------------------------------ the app's signed URL
    @cached_property
    def _signing_key(self) -> rsa.RSAPrivateKey:
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)

    @property
    def public_key_pem(self) -> str:
        pem = self._signing_key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return pem.decode()

    def signed_token(self, url: str, agent_id: int) -> str:
        """The token Zendesk posts to the sidebar's URL when an agent opens a ticket."""
        now = int(self._world.now().timestamp())
        account = f"https://{self.subdomain}.zendesk.com"
        claims = {
            "iss": f"{self.subdomain}.zendesk.com",
            "aud": f"{account}/api/v2/apps/installations/{self.installation_id}.json",
            "sub": f"{account}/api/v2/users/{agent_id}.json",
            "iat": now,
            "nbf": now,
            "exp": now + 60,
            "jti": str(uuid.uuid4()),
            "qsh": hashlib.sha256(urlsplit(url).query.encode()).hexdigest(),
            "context": {"product": "support", "location": "ticket_sidebar"},
        }
        return self.sign(claims)

    def sign(self, claims: dict[str, object]) -> str:
        """Any claims under the app's own key, the wrong ones too."""
        return jwt.encode(claims, self._signing_key, algorithm="RS256")

    # ------------------------------------------------------------------ inside
    def _add_user(self, name: str, role: str) -> User:
        now = self._world.now()
        user = User(next(self._user_ids), name, role, created_at=now, updated_at=now)
        self.users[user.id] = user
        return user

    def _owner_of(self, address: str) -> User | None:
        return next((u for u in self.users.values() for i in u.identities if i.address == address), None)

    def _cc_user(self, address: str) -> int:
        known = self._owner_of(address.lower())
        return known.id if known else self.person(address.partition("@")[0], address, verified=False)

    def _add_comment(
        self,
        ticket: Ticket,
        author_id: int,
        body: str,
        *,
        public: bool,
        at: datetime,
        flags: Sequence[int],
        trusted: bool,
        channel: str | None = None,
    ) -> Comment:
        if channel is None:
            channel = "web" if self.users[author_id].is_staff else ticket.channel
        audit_id = next(self._event_ids)
        comment_id = next(self._event_ids)
        comment = Comment(comment_id, audit_id, author_id, body, public, at, channel, trusted, tuple(flags))
        ticket.comments.append(comment)
        self.touch(ticket, at)
        return comment

    def _expanded(self, body: str, ticket: Ticket, author: User) -> str:
        """What Liquid makes of a staff comment: known placeholders filled, unknown ones and tags gone."""
        requester = self.users[ticket.requester_id]
        values = {
            "ticket.id": str(ticket.id),
            "ticket.title": ticket.subject,
            "ticket.status": ticket.status,
            "ticket.requester.name": requester.name,
            "ticket.requester.email": requester.email or "",
            "current_user.name": author.name,
            "current_user.email": author.email or "",
        }
        filled = re.sub(r"\{\{\s*([\w.]*)[^}]*\}\}", lambda m: values.get(m.group(1), ""), body)
        return re.sub(r"\{%.*?%\}", "", filled, flags=re.DOTALL)

    def _tell(self, kind: str, ticket: Ticket, comment: Comment) -> None:
        event = TicketEvent(kind, ticket, comment, self._world.now())
        for listener in self.listeners:
            listener(event)


def normalised_tags(tags: Sequence[str]) -> list[str]:
    """Zendesk keeps tags in lower case, without blanks, sorted, each once."""
    return sorted({tag.strip().lower().replace(" ", "_") for tag in tags})
