"""Who is asking: the signed URL of the sidebar, and the signatures of webhooks. Pure functions of what came in.

Signed URL: https://developer.zendesk.com/documentation/apps/app-developer-guide/building-a-server-side-app-part-5-secure-the-app/
Zendesk webhooks: https://developer.zendesk.com/documentation/webhooks/verifying/
Stripe webhooks: https://docs.stripe.com/webhooks#verify-manually
GitHub webhooks: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import jwt

from plugin.web.error_answers import NotLetIn

LEEWAY = timedelta(seconds=5)
LONGEST_LIFE = timedelta(minutes=10)
"""Zendesk's tokens live for minutes; one that claims more is not one of theirs."""
FRESH_FOR = timedelta(minutes=5)

_REOPEN = "Close and reopen the ticket, or press the refresh button of the apps panel."


@dataclass(frozen=True)
class SignedVisit:
    """What a valid token proves: this agent, in this account, in this installation of our app."""

    agent_id: int
    installation_id: int
    token_hash: str
    expires_at: datetime


class KeyMayHaveRotated(NotLetIn):
    """The signature does not fit the key we hold: fetch the key again, once."""


def read_signed_url(token: str, public_key: str, subdomain: str, now: datetime) -> SignedVisit:
    """Checks an RS256 token in full. Raises NotLetIn with a sentence for the agent.

    Claims used: iss, aud (account and installation), sub (agent), iat, exp; all are required.
    """
    if not token or len(token) > 8192:
        raise NotLetIn(
            f"Zendesk did not send a signed token. Is the app installed with signed URLs? {_REOPEN}"
        )
    try:
        claims = jwt.decode(
            token,
            public_key,
            algorithms=["RS256"],
            options={
                "require": ["exp", "iat", "iss", "aud", "sub"],
                # checked below, against the time that was handed in
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
                "verify_aud": False,
                "verify_iss": False,
            },
        )
    except jwt.InvalidSignatureError:
        raise KeyMayHaveRotated(f"The token is not signed by our app in this account. {_REOPEN}") from None
    except (jwt.PyJWTError, ValueError):
        raise NotLetIn(f"The token Zendesk sent could not be read. {_REOPEN}") from None
    host = rf"https://{re.escape(subdomain)}\.zendesk\.com"
    if claims["iss"] not in {f"{subdomain}.zendesk.com", f"https://{subdomain}.zendesk.com"}:
        raise NotLetIn("The token was issued for another Zendesk account.")
    installation = re.fullmatch(rf"{host}/api/v2/apps/installations/(\d+)\.json", str(claims["aud"]))
    if not installation:
        raise NotLetIn("The token was issued for another installation of the app.")
    agent = re.fullmatch(rf"{host}/api/v2/users/(\d+)\.json", str(claims["sub"]))
    if not agent:
        raise NotLetIn("The token does not name an agent of this account.")
    issued, expires = _moment(claims["iat"]), _moment(claims["exp"])
    starts = _moment(claims["nbf"]) if "nbf" in claims else issued
    if expires <= now - LEEWAY:
        raise NotLetIn(f"The token has expired. {_REOPEN}", code="token-expired")
    if max(issued, starts) > now + LEEWAY or expires - issued > LONGEST_LIFE:
        raise NotLetIn("The token's times do not fit. Is the clock of this server right?")
    return SignedVisit(
        agent_id=int(agent[1]),
        installation_id=int(installation[1]),
        token_hash=hashlib.sha256(token.encode()).hexdigest(),
        expires_at=expires,
    )


def zendesk_signed(raw: bytes, timestamp: str, signature: str, secrets: Sequence[str], now: datetime) -> None:
    """base64(HMAC-SHA256(secret, timestamp + raw body)); any of the secrets; a fresh timestamp. Raises NotLetIn."""
    try:
        sent = datetime.fromisoformat(timestamp.replace("Z", "+00:00"))
    except ValueError:
        raise NotLetIn("The webhook has no readable timestamp.") from None
    _fresh(sent if sent.tzinfo else sent.replace(tzinfo=UTC), now)
    signed = timestamp.encode() + raw
    wanted = [base64.b64encode(hmac.digest(s.encode(), signed, "sha256")).decode() for s in secrets]
    _one_of(signature, wanted)


def stripe_signed(raw: bytes, header: str, secrets: Sequence[str], now: datetime) -> None:
    """`t=...,v1=...[,v1=...]`, HMAC-SHA256 of "t.body"; any secret, any v1. Raises NotLetIn."""
    parts = [part.split("=", 1) for part in header.split(",") if "=" in part]
    times = [value for name, value in parts if name.strip() == "t" and value.isdecimal()]
    if len(times) != 1 or len(times[0]) > 12:
        raise NotLetIn("The event has no readable timestamp.")
    _fresh(_moment(int(times[0])), now)
    signed = times[0].encode() + b"." + raw
    wanted = [hmac.digest(s.encode(), signed, "sha256").hex() for s in secrets]
    given = [value for name, value in parts if name.strip() == "v1"]
    if not any(_equal(one, candidate) for one in given for candidate in wanted):
        raise NotLetIn("The signature does not fit: is the signing secret right?")


def github_signed(raw: bytes, header: str, secrets: Sequence[str]) -> None:
    """`sha256=` and HMAC-SHA256 of the body; any secret. GitHub signs no time: a delivery is known by its id."""
    _one_of(header, ["sha256=" + hmac.digest(s.encode(), raw, "sha256").hex() for s in secrets])


def _fresh(sent: datetime, now: datetime) -> None:
    if abs(now - sent) > FRESH_FOR:
        raise NotLetIn("The delivery is too old, or the clock of this server is wrong.")


def _one_of(given: str, wanted: Sequence[str]) -> None:
    if not any(_equal(given, candidate) for candidate in wanted):
        raise NotLetIn("The signature does not fit: is the signing secret right?")


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _moment(seconds: object) -> datetime:
    try:
        return datetime.fromtimestamp(int(str(seconds)), UTC)
    except (ValueError, OverflowError, OSError):
        raise NotLetIn("The token's times could not be read.") from None
