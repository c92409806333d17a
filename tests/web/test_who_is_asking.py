"""The signed URL and webhook signatures: every forgery is refused, with a sentence, and nothing else is."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from plugin.web.error_answers import NotLetIn
from plugin.web.who_is_asking import read_signed_url, stripe_signed, zendesk_signed

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def pair() -> tuple[rsa.RSAPrivateKey, str]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return key, pem.decode()


KEY, PEM = pair()
OTHER_KEY, _ = pair()


def claims(**changes: object) -> dict[str, object]:
    now = int(NOW.timestamp())
    usual: dict[str, object] = {
        "iss": "northwind.zendesk.com",
        "aud": "https://northwind.zendesk.com/api/v2/apps/installations/9001.json",
        "sub": "https://northwind.zendesk.com/api/v2/users/502.json",
        "iat": now,
        "nbf": now,
        "exp": now + 60,
        "jti": "a",
    }
    merged = {**usual, **changes}
    return {name: value for name, value in merged.items() if value is not None}


def signed(**changes: object) -> str:
    return jwt.encode(claims(**changes), KEY, algorithm="RS256")


def test_a_good_token_names_agent_and_installation() -> None:
    visit = read_signed_url(signed(extra="claim"), PEM, "northwind", NOW)
    assert (visit.agent_id, visit.installation_id) == (502, 9001)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"iss": "evil.zendesk.com"}, "another Zendesk account"),
        ({"iss": "northwind.zendesk.com.evil.example"}, "another Zendesk account"),
        ({"aud": "https://evil.zendesk.com/api/v2/apps/installations/9001.json"}, "another installation"),
        (
            {"aud": "https://northwindXzendesk.com/api/v2/apps/installations/9001.json"},
            "another installation",
        ),
        (
            {"aud": ["https://northwind.zendesk.com/api/v2/apps/installations/9001.json"]},
            "another installation",
        ),
        ({"sub": "https://northwind.zendesk.com/api/v2/users/502.json?x"}, "does not name an agent"),
        ({"sub": "https://northwind.zendesk.com/api/v2/users/502.json\n"}, "does not name an agent"),
        ({"exp": int(NOW.timestamp()) - 6}, "expired"),
        ({"iat": int(NOW.timestamp()) + 60, "nbf": None}, "times do not fit"),
        ({"nbf": int(NOW.timestamp()) + 60}, "times do not fit"),
        ({"exp": int(NOW.timestamp()) + 86_400}, "times do not fit"),
        ({"exp": "soon"}, "could not be read"),
        ({"exp": None}, "could not be read"),
        ({"iat": None}, "could not be read"),
        ({"aud": None}, "could not be read"),
        ({"iss": None}, "could not be read"),
        ({"sub": None}, "could not be read"),
    ],
)
def test_a_wrong_claim_is_refused_with_the_reason(changes: dict[str, object], said: str) -> None:
    with pytest.raises(NotLetIn, match=said):
        read_signed_url(signed(**changes), PEM, "northwind", NOW)


def test_unsigned_and_wrongly_signed_tokens_are_refused() -> None:
    payload = base64.urlsafe_b64encode(json.dumps(claims()).encode()).rstrip(b"=").decode()
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=").decode() + f".{payload}."
    # HS256 with the public key as the secret, made by hand because PyJWT refuses to
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT"}').rstrip(b"=").decode()
    mac = hmac.digest(PEM.encode(), f"{head}.{payload}".encode(), "sha256")
    confused = f"{head}.{payload}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"
    foreign = jwt.encode(claims(), OTHER_KEY, algorithm="RS256")
    for token in ("", "x", none, confused, foreign, "a" * 9000, signed()[:-4] + "AAAA"):
        with pytest.raises(NotLetIn):
            read_signed_url(token, PEM, "northwind", NOW)


@given(st.text(max_size=200))
def test_no_text_at_all_is_let_in_or_breaks(token: str) -> None:
    with pytest.raises(NotLetIn):
        read_signed_url(token, PEM, "northwind", NOW)


# ---------------------------------------------------------------- webhooks
BODY = '{"ticket_id":"1001","note":"ü"}'.encode()


def zendesk(body: bytes, at: datetime, secret: str = "right") -> tuple[str, str]:
    stamp = at.isoformat().replace("+00:00", "Z")
    mac = hmac.digest(secret.encode(), stamp.encode() + body, "sha256")
    return stamp, base64.b64encode(mac).decode()


def stripe(body: bytes, at: datetime, secret: str = "right") -> str:
    stamp = str(int(at.timestamp()))
    return (
        f"t={stamp},v1={hmac.new(secret.encode(), stamp.encode() + b'.' + body, hashlib.sha256).hexdigest()}"
    )


@pytest.mark.parametrize("secrets", [["right"], ["old", "right"], ["right", "new"]])
def test_a_good_signature_is_taken_during_rotation_too(secrets: list[str]) -> None:
    zendesk_signed(BODY, *zendesk(BODY, NOW), secrets, NOW)
    stripe_signed(BODY, stripe(BODY, NOW), secrets, NOW)


@pytest.mark.parametrize("minutes", [-6, 6])
def test_a_stale_or_future_delivery_is_refused(minutes: int) -> None:
    at = NOW + timedelta(minutes=minutes)
    with pytest.raises(NotLetIn, match="too old"):
        zendesk_signed(BODY, *zendesk(BODY, at), ["right"], NOW)
    with pytest.raises(NotLetIn, match="too old"):
        stripe_signed(BODY, stripe(BODY, at), ["right"], NOW)


@given(st.binary(max_size=60), st.integers(0, 59))
def test_a_changed_body_is_refused(body: bytes, at: int) -> None:
    changed = bytearray(BODY)
    changed[at % len(BODY)] ^= 1
    for spoiled in (bytes(changed), BODY + b" ", body):
        if spoiled == BODY:
            continue
        with pytest.raises(NotLetIn):
            zendesk_signed(spoiled, *zendesk(BODY, NOW), ["right"], NOW)
        with pytest.raises(NotLetIn):
            stripe_signed(spoiled, stripe(BODY, NOW), ["right"], NOW)


@given(st.text(max_size=100))
def test_no_header_text_breaks_the_check(text: str) -> None:
    with pytest.raises(NotLetIn):
        zendesk_signed(BODY, text, text, ["right"], NOW)
    with pytest.raises(NotLetIn):
        stripe_signed(BODY, text, ["right"], NOW)


def test_without_a_secret_nothing_is_let_in() -> None:
    with pytest.raises(NotLetIn):
        zendesk_signed(BODY, *zendesk(BODY, NOW), [], NOW)
    with pytest.raises(NotLetIn):
        stripe_signed(BODY, stripe(BODY, NOW), [], NOW)
