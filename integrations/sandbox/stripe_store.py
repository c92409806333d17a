"""The objects of a Stripe account in memory: made through the contract, found by id, expanded on the way out."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from integrations.sandbox.stripe_contract import Json, contract

if TYPE_CHECKING:
    from integrations.sandbox.world import World

Ref = str | Json
"""An object or its id: builders take either."""

INLINE = 10
"""How many lines, refunds or payments an object carries before the rest must be paged."""

_ID_FORMS: dict[str, tuple[str, int]] = {
    "account": ("acct_1", 15),
    "balance_transaction": ("txn_3", 23),
    "billing_portal.configuration": ("bpc_1", 23),
    "billing_portal.session": ("bps_1", 23),
    "webhook_endpoint": ("we_1", 23),
    "charge": ("ch_3", 23),
    "checkout.session": ("cs_test_a1", 56),
    "coupon": ("", 8),
    "credit_note": ("cn_1", 23),
    "credit_note_line_item": ("cnli_1", 23),
    "customer": ("cus_", 14),
    "customer_balance_transaction": ("cbtxn_1", 23),
    "discount": ("di_1", 23),
    "dispute": ("dp_1", 23),
    "entitlements.active_entitlement": ("ent_test_61", 20),
    "entitlements.feature": ("feat_test_61", 20),
    "event": ("evt_1", 23),
    "invoice": ("in_1", 23),
    "invoice_payment": ("inpay_1", 23),
    "invoiceitem": ("ii_1", 23),
    "plan": ("price_1", 23),
    "line_item": ("il_1", 23),
    "payment_intent": ("pi_3", 23),
    "payment_method": ("pm_1", 23),
    "price": ("price_1", 23),
    "product": ("prod_", 14),
    "radar.early_fraud_warning": ("issfr_1", 23),
    "refund": ("re_3", 23),
    "review": ("prv_1", 23),
    "subscription": ("sub_1", 23),
    "subscription_item": ("si_", 14),
    "subscription_schedule": ("sub_sched_1", 23),
}
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def id_of(ref: Ref) -> str:
    return ref if isinstance(ref, str) else str(ref["id"])


def timestamp(at: datetime) -> int:
    return int(at.timestamp())


def page_of(items: list[Json], url: str, *, more: bool = False) -> Json:
    return {"object": "list", "data": items, "has_more": more, "url": url}


def copied(value: Any) -> Any:
    """A deep copy of JSON; what the wire hands out must not be what the store keeps."""
    if isinstance(value, dict):
        return {k: copied(v) for k, v in value.items()}
    if isinstance(value, list):
        return [copied(v) for v in value]
    return value


class StripeStore:
    """Everything is kept unexpanded, exactly as Stripe would return it without `expand`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.contract = contract()
        self._objects: dict[str, Json] = {}
        self._by_kind: dict[str, list[Json]] = {}
        self._story = ""
        self._counters: dict[str, int] = {}
        self._included: dict[tuple[str, str], Callable[[Json], Any]] = {
            ("charge", "refunds"): self._refunds_of,
            ("invoice", "payments"): self._payments_of,
            ("customer", "invoice_credit_balance"): self._credit_of,
            ("customer", "subscriptions"): self._subscriptions_of,
        }

    # -------------------------------------------------------------- making
    @contextmanager
    def told_by(self, story: str) -> Iterator[None]:
        """Ids made inside depend on this name only, so that no story changes the ids of another."""
        before, self._story = self._story, story
        try:
            yield
        finally:
            self._story = before

    def token(self, purpose: str, length: int, alphabet: str = _ALPHABET) -> str:
        """Looks random, and is the same in every run."""
        key = f"{self._story}/{purpose}"
        count = self._counters[key] = self._counters.get(key, 0) + 1
        digest = hashlib.shake_128(f"{key}/{count}".encode()).digest(length)
        return "".join(alphabet[byte % len(alphabet)] for byte in digest)

    def new_id(self, kind: str) -> str:
        prefix, length = _ID_FORMS[kind]
        return prefix + self.token(kind, length)

    def make(self, kind: str, /, **fields: Any) -> Json:
        """An object of the account, checked and kept."""
        made = self.unkept(kind, **fields)
        if made["id"] in self._objects:
            raise ValueError(f"{kind} {made['id']} exists already")
        self._objects[made["id"]] = made
        self._by_kind.setdefault(kind, []).append(made)
        return made

    def unkept(self, kind: str, /, **fields: Any) -> Json:
        """An object that lives only inside another one (a subscription item, an invoice line)."""
        return self.contract.make(kind, **{"id": self.new_id(kind), **fields})

    def change(self, ref: Ref, /, **fields: Any) -> Json:
        """Changes an object in place; the contract is checked again."""
        thing = self.get(ref)
        before = dict(thing)
        thing.update(fields)
        try:
            self.contract.check_object(thing)
        except AssertionError:
            thing.clear()
            thing.update(before)
            raise
        return thing

    def _forget(self, thing: Json) -> None:
        del self._objects[thing["id"]]
        kept = self._by_kind[thing["object"]]
        # By identity: `remove` would compare whole objects with each other.
        kept[:] = [other for other in kept if other is not thing]

    # -------------------------------------------------------------- all or nothing
    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """What is changed inside is undone where it raises: a refused request leaves no trace."""
        undo = self._remembered()
        try:
            yield
        except BaseException:
            undo()
            raise

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """What is changed inside is always undone: how a preview finds out what would happen."""
        undo = self._remembered()
        try:
            yield
        finally:
            undo()

    def _remembered(self) -> Callable[[], None]:
        """The state as it is now; the function returned brings it back, into the same objects."""
        objects, by_kind = dict(self._objects), {k: list(v) for k, v in self._by_kind.items()}
        counters = dict(self._counters)
        # Many times faster than a deep copy, and everything we keep is plain JSON.
        contents = marshal.dumps(list(objects.values()))

        def undo() -> None:
            for thing, content in zip(objects.values(), marshal.loads(contents), strict=True):
                thing.clear()
                thing.update(content)
            self._objects, self._by_kind, self._counters = objects, by_kind, counters

        return undo

    # -------------------------------------------------------------- finding
    def get(self, ref: Ref) -> Json:
        return self._objects[id_of(ref)]

    def find(self, object_id: str, kind: str | None = None) -> Json | None:
        thing = self._objects.get(object_id)
        return thing if thing is not None and kind in (None, thing["object"]) else None

    def all(self, kind: str, /, **equal: Any) -> list[Json]:
        """Of one kind, newest first, with these field values (an object stands for its id)."""
        wanted = {k: id_of(v) if isinstance(v, dict) and "id" in v else v for k, v in equal.items()}
        kept = self._by_kind.get(kind, ())
        return newest_first(o for o in kept if all(o.get(k) == v for k, v in wanted.items()))

    def first(self, kind: str, /, **equal: Any) -> Json | None:
        """The newest with these field values."""
        return next(iter(self.all(kind, **equal)), None)

    def everything(self) -> Iterable[Json]:
        return self._objects.values()

    # -------------------------------------------------------------- on the way out
    def shown(self, thing: Json, expand: Iterable[str] = ()) -> Json:
        """The object as Stripe returns it: ids, except where `expand` asked for more."""
        out = self._plain(thing)
        for path in expand:
            self._expand(out, path.split("."))
        return out

    def _plain(self, thing: Json) -> Json:
        if thing.get("deleted"):
            return {"id": thing["id"], "object": thing["object"], "deleted": True}
        out: Json = copied(thing)
        lines = out.get("lines")
        if isinstance(lines, dict) and len(lines["data"]) > INLINE:
            lines["data"], lines["has_more"] = lines["data"][:INLINE], True
        return out

    def _expand(self, node: Any, steps: list[str]) -> Any:
        if not steps or node is None:
            return None
        if isinstance(node, list):
            for element in node:
                self._expand(element, steps)
            return None
        step, *rest = steps
        include = self._included.get((node.get("object", ""), step))
        if include and node.get(step) is None:
            node[step] = include(node)
        node[step] = self._whole(node.get(step))
        self._expand(node[step], rest)
        return None

    def _whole(self, value: Any) -> Any:
        """The object an id stands for; ids of things we do not keep stay ids."""
        if isinstance(value, str) and value in self._objects:
            return self._plain(self._objects[value])
        if isinstance(value, list):
            return [self._whole(v) for v in value]
        return value

    def _inline(self, items: list[Json], url: str) -> Json:
        return page_of([self._plain(i) for i in items[:INLINE]], url, more=len(items) > INLINE)

    def _refunds_of(self, charge: Json) -> Json:
        return self._inline(self.all("refund", charge=charge["id"]), f"/v1/charges/{charge['id']}/refunds")

    def _payments_of(self, invoice: Json) -> Json:
        return self._inline(self.all("invoice_payment", invoice=invoice["id"]), "/v1/invoice_payments")

    def _subscriptions_of(self, customer: Json) -> Json:
        ended = {"canceled", "incomplete_expired"}
        live = [s for s in self.all("subscription", customer=customer["id"]) if s["status"] not in ended]
        return self._inline(live, f"/v1/customers/{customer['id']}/subscriptions")

    @staticmethod
    def _credit_of(customer: Json) -> dict[str, int]:
        """The same money as `balance` with the opposite sign: here credit is positive."""
        return {customer["currency"]: -customer["balance"]} if customer.get("balance") else {}


def newest_first(things: Iterable[Json]) -> list[Json]:
    """As Stripe lists; of two made in the same second the later made comes first."""

    def age(thing: Json) -> int:
        return int(thing["created"] if "created" in thing else thing.get("date", 0))

    return sorted(things, key=age)[::-1]
