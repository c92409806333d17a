"""What one endpoint of the sandbox's Stripe is made of: who may call it, what it answers, how it refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from integrations.sandbox.stripe_books import StripeBooks
from integrations.sandbox.stripe_contract import Call, Json
from integrations.sandbox.stripe_store import copied

Answer = Callable[[StripeBooks, Call], Json]


@dataclass(frozen=True)
class Endpoint:
    """`permission` is what a restricted key needs; `or_permission` is another name Stripe has for the same
    right (refunds were once part of charges), and a key that lacks either name lacks the right.
    `changes` False: it needs a permission to write and yet only looks."""

    permission: str | None
    answer: Answer
    or_permission: str | None = None
    changes: bool = True

    @property
    def needs_write_key(self) -> bool:
        return (self.permission or "").endswith("_write")

    @property
    def writes(self) -> bool:
        return self.needs_write_key and self.changes


class StripeRefusal(Exception):
    """Ends a request with Stripe's own error body, and undoes what the request had changed.

    `saved`: the refusal is kept under the idempotency key. Stripe does not keep what it refused before it
    began (a wrong parameter, a missing permission, a key in use). `acted`: what happened stays (a declined
    card leaves a failed charge). `details` are further fields of the error.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        code: str | None = None,
        param: str | None = None,
        kind: str = "invalid_request_error",
        saved: bool = True,
        acted: bool = False,
        **details: Any,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.saved = saved
        self.acted = acted
        self.error: Json = error_of(message, code=code, param=param, kind=kind, **details)


def error_of(
    message: str,
    *,
    code: str | None = None,
    param: str | None = None,
    kind: str = "invalid_request_error",
    **details: Any,
) -> Json:
    """The inside of Stripe's error body."""
    error: Json = {"type": kind, "message": message}
    if code:
        error |= {
            "code": code,
            "doc_url": f"https://stripe.com/docs/error-codes/{code.replace('_', '-')}",
        }
    if param:
        error["param"] = param
    return error | details


def resource_missing(kind: str, wanted: str, *, param: str = "id", status: int = 404) -> StripeRefusal:
    name = kind.rpartition(".")[2]
    return StripeRefusal(status, f"No such {name}: '{wanted}'", code="resource_missing", param=param)


def invalid(message: str, *, param: str | None = None, code: str | None = None) -> StripeRefusal:
    """A parameter that is wrong in itself: refused before anything begins."""
    return StripeRefusal(400, message, param=param, code=code, saved=False)


def wanted(books: StripeBooks, object_id: str, kind: str, *, param: str = "id") -> Json:
    """The object a request is about, or Stripe's 404. Deleted ones count as missing, as for every write."""
    thing = books.find(object_id, kind)
    if thing is None or thing.get("deleted"):
        raise resource_missing(kind, object_id, param=param)
    return thing


@contextmanager
def told_as(books: StripeBooks, kind: str, thing: Json) -> Iterator[None]:
    """What is changed inside becomes an event, with what the changed fields were before."""
    before = copied(thing)
    yield
    changed = {name: value for name, value in before.items() if value != thing.get(name)}
    if changed:
        books.event(kind, thing, at=books.world.now(), before=changed)


def not_served(what: str) -> StripeRefusal:
    """Honest about the stand-in's limits: better than to ignore what Stripe would not."""
    return StripeRefusal(501, f"The sandbox does not serve {what} yet.", saved=False)


def only(call: Call, *served: str) -> None:
    """Refuses parameters that Stripe knows and this endpoint of the sandbox does not."""
    if unknown := sorted(call.params.keys() - {*served, "expand"}):
        raise not_served(f"{', '.join(unknown)} in {call.verb.upper()} {call.path}")


def merged_metadata(before: Json, given: Any) -> Json:
    """Stripe's rules: keys are added one by one, an empty value unsets one, an empty string unsets all."""
    if given == "":
        return {}
    after: Json = {**before}
    for key, value in (given or {}).items():
        if not key or len(key) > 40:
            raise invalid(f"Metadata keys can be at most 40 characters long: '{key}'", param="metadata")
        if len(str(value)) > 500:
            raise invalid(
                f"Metadata values can have up to 500 characters, but you passed in a value that is {len(str(value))} characters.",
                param=f"metadata[{key}]",
            )
        if value == "":
            after.pop(key, None)
        else:
            after[key] = value
    if len(after) > 50:
        raise invalid("You can have up to 50 keys on metadata.", param="metadata")
    return after
