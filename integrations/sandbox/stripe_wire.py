"""The sandbox's Stripe on the wire: what the real SDK may ask, answered from the books.

A request that breaks the contract is answered with 400 and noted in `world.stripe.violations`. One line
in `ENDPOINTS` per endpoint; a line names the permission a restricted key needs for it. What reads is here,
what writes is in `stripe_writes`.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import stripe
from flask import Flask, Response, jsonify, request

from integrations.sandbox import stripe_search
from integrations.sandbox.faults import Fault
from integrations.sandbox.faulty_wire import FAULT, through_faults
from integrations.sandbox.stripe_books import ENDED, StripeBooks
from integrations.sandbox.stripe_contract import Call, ContractBroken, Json
from integrations.sandbox.stripe_endpoints import (
    Answer,
    Endpoint,
    StripeRefusal,
    error_of,
    invalid,
    not_served,
    resource_missing,
)
from integrations.sandbox.stripe_idempotency import LONGEST_KEY, KeyUsedOtherwise, Saved
from integrations.sandbox.stripe_store import page_of, timestamp
from integrations.sandbox.stripe_writes import WRITES
from integrations.sandbox.world import World

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

DEFAULT_LIMIT = 10
TEST_KEYS = ("sk_test_", "rk_test_")


# ------------------------------------------------------------------ one object
def retrieved(kind: str) -> Answer:
    def answer(books: StripeBooks, call: Call) -> Json:
        (wanted,) = call.ids.values()
        thing = books.find(wanted, kind)
        if thing is None:
            raise resource_missing(kind, wanted)
        return books.shown(thing, call.params.get("expand", ()))

    return answer


def account(books: StripeBooks, call: Call) -> Json:
    return books.shown(books.account, call.params.get("expand", ()))


# ------------------------------------------------------------------ lists
Filter = Callable[[StripeBooks, Json, Any], bool]

_PAGING = frozenset({"limit", "starting_after", "ending_before", "expand"})
_MUST_EXIST = {
    "customer": "customer",
    "charge": "charge",
    "invoice": "invoice",
    "subscription": "subscription",
    "payment_intent": "payment_intent",
}


def _in_range(value: int | None, bounds: Json | int) -> bool:
    if isinstance(bounds, int):
        return value == bounds
    if value is None:
        return False
    return bool(
        value > bounds.get("gt", float("-inf"))
        and value >= bounds.get("gte", float("-inf"))
        and value < bounds.get("lt", float("inf"))
        and value <= bounds.get("lte", float("inf"))
    )


def _subscription_of(invoice: Json) -> Any:
    return ((invoice["parent"] or {}).get("subscription_details") or {}).get("subscription")


def _has_status(_: StripeBooks, subscription: Json, status: str | None) -> bool:
    if status == "all":
        return True
    if status in (None, "ended"):
        return (subscription["status"] in ENDED) is (status == "ended")
    return bool(subscription["status"] == status)


def _pays_through(_: StripeBooks, payment: Json, wanted: Json) -> bool:
    return all(payment["payment"].get(k) == v for k, v in wanted.items())


FILTERS: dict[tuple[str, str], Filter] = {
    ("subscription", "status"): _has_status,
    ("subscription", "price"): lambda _, s, v: any(i["price"]["id"] == v for i in s["items"]["data"]),
    ("subscription", "plan"): lambda _, s, v: any(i["price"]["id"] == v for i in s["items"]["data"]),
    ("subscription", "current_period_start"): lambda _, s, v: any(
        _in_range(i["current_period_start"], v) for i in s["items"]["data"]
    ),
    ("subscription", "current_period_end"): lambda _, s, v: any(
        _in_range(i["current_period_end"], v) for i in s["items"]["data"]
    ),
    ("invoice", "subscription"): lambda _, i, v: _subscription_of(i) == v,
    ("invoice", "due_date"): lambda _, i, v: _in_range(i["due_date"], v),
    ("invoice_payment", "payment"): _pays_through,
    ("invoiceitem", "pending"): lambda _, i, v: (i["invoice"] is None) is v,
    ("checkout.session", "customer_details"): lambda _, s, v: (
        (s["customer_details"] or {}).get("email") == v["email"]
    ),
    ("event", "delivery_success"): lambda books, e, v: (e["id"] not in books.undelivered) is v,
    ("event", "types"): lambda _, e, v: e["type"] in v,
    ("entitlements.active_entitlement", "customer"): lambda books, e, v: books.entitled[e["id"]] == v,
    ("price", "lookup_keys"): lambda _, p, v: p["lookup_key"] in v,
    ("price", "recurring"): lambda _, p, v: all((p["recurring"] or {}).get(k) == w for k, w in v.items()),
    ("product", "ids"): lambda _, p, v: p["id"] in v,
}
"""Where a parameter means something else than "the field of this name equals it"."""


def _wanted(books: StripeBooks, kind: str, params: Json) -> list[Json]:
    for name, target in _MUST_EXIST.items():
        given = params.get(name)
        if isinstance(given, str) and books.find(given, target) is None:
            raise resource_missing(target, given, param=name, status=400)
    asked = {k: v for k, v in params.items() if k not in _PAGING}
    if kind == "subscription":
        asked.setdefault("status", None)

    def fits(thing: Json) -> bool:
        for name, value in asked.items():
            special = FILTERS.get((kind, name))
            if special:
                fit = special(books, thing, value)
            elif name == "created":
                fit = _in_range(thing.get("created", thing.get("date")), value)
            else:
                fit = thing.get(name) == value
            if not fit:
                return False
        return not thing.get("deleted")

    return [thing for thing in books.all(kind) if fits(thing)]


def paged(books: StripeBooks, kind: str, things: list[Json], call: Call, url: str) -> Json:
    """Newest first; `starting_after` names the last one already seen, `ending_before` the first."""
    limit = call.params.get("limit", DEFAULT_LIMIT)
    ids = [thing["id"] for thing in things]
    after, before = call.params.get("starting_after"), call.params.get("ending_before")
    for cursor, param in ((after, "starting_after"), (before, "ending_before")):
        if cursor and cursor not in ids:
            raise resource_missing(kind, cursor, param=param, status=400)
    if before:
        newer = things[: ids.index(before)]
        shown, more = newer[-limit:], len(newer) > limit
    else:
        rest = things[ids.index(after) + 1 :] if after else things
        shown, more = rest[:limit], len(rest) > limit
    expand = _under_data(call)
    return page_of([books.shown(thing, expand) for thing in shown], url, more=more)


def _under_data(call: Call) -> list[str]:
    """What to expand in each object of a list: `data.payments` is `payments` of each."""
    return [path.partition(".")[2] for path in call.params.get("expand", ()) if path.startswith("data.")]


def listed(kind: str) -> Answer:
    def answer(books: StripeBooks, call: Call) -> Json:
        return paged(books, kind, _wanted(books, kind, call.params), call, call.path)

    return answer


def listed_under(owner: str, kind: str) -> Answer:
    """A list in the address of its owner: `/v1/customers/{customer}/payment_methods`."""

    def answer(books: StripeBooks, call: Call) -> Json:
        ((param, owner_id),) = call.ids.items()
        if books.find(owner_id, owner) is None:
            raise resource_missing(owner, owner_id, param=param)
        things = _wanted(books, kind, {**call.params, owner: owner_id})
        return paged(books, kind, things, call, call.path.replace(f"{{{param}}}", owner_id))

    return answer


def inner_list(kind: str, owner: str, field: str, item: str) -> Answer:
    """The whole of a list that an object carries only in part."""

    def answer(books: StripeBooks, call: Call) -> Json:
        owner_id = next(iter(call.ids.values()), None) or call.params[owner]
        whole = books.find(owner_id, kind)
        if whole is None:
            raise resource_missing(kind, owner_id)
        return paged(books, item, whole[field]["data"], call, whole[field]["url"])

    return answer


# ------------------------------------------------------------------ search
def searched(kind: str) -> Answer:
    def answer(books: StripeBooks, call: Call) -> Json:
        if books.account["country"] == "IN":
            raise StripeRefusal(400, "Search is not available for merchants in India.")
        try:
            matches = stripe_search.matcher(kind, call.params["query"])
        except stripe_search.QueryRefused as why:
            raise StripeRefusal(400, str(why), param="query") from None
        indexed = books.world.now().timestamp() - books.search_lag
        found = [
            o for o in books.all(kind) if o["created"] <= indexed and not o.get("deleted") and matches(o)
        ]
        start = _page_start(call.params.get("page"))
        end = start + call.params.get("limit", DEFAULT_LIMIT)
        expand = _under_data(call)
        return {
            "object": "search_result",
            "data": [books.shown(thing, expand) for thing in found[start:end]],
            "has_more": end < len(found),
            "next_page": base64.urlsafe_b64encode(f"from {end}".encode()).decode()
            if end < len(found)
            else None,
            "url": call.path,
        }

    return answer


def _page_start(page: str | None) -> int:
    if page is None:
        return 0
    try:
        return int(base64.urlsafe_b64decode(page).decode().removeprefix("from "))
    except ValueError:
        raise StripeRefusal(400, f"Invalid page: {page}", param="page") from None


# ------------------------------------------------------------------ the table
def _endpoints() -> dict[tuple[str, str], Endpoint]:
    """By verb and path as the contract names them. Slugs of permissions are Stripe's own where they are
    publicly known; those of fraud warnings, portal configurations, entitlements and events are not."""
    table: dict[tuple[str, str], Endpoint] = {
        ("get", "/v1/account"): Endpoint("rak_accounts_kyc_basic_read", account)
    }
    for path, parameter, kind, permission, is_searchable in (
        ("billing_portal/configurations", "configuration", "billing_portal.configuration", "rak_customer_portal_read", False),
        ("charges", "charge", "charge", "rak_charge_read", True),
        ("checkout/sessions", "session", "checkout.session", "rak_checkout_session_read", False),
        ("coupons", "coupon", "coupon", "rak_coupon_read", False),
        ("credit_notes", "id", "credit_note", "rak_credit_note_read", False),
        ("customers", "customer", "customer", "rak_customer_read", True),
        ("disputes", "dispute", "dispute", "rak_dispute_read", False),
        ("entitlements/active_entitlements", "id", "entitlements.active_entitlement", "rak_entitlements_read", False),
        ("events", "id", "event", "rak_event_read", False),
        ("invoice_payments", "invoice_payment", "invoice_payment", "rak_invoice_read", False),
        ("invoiceitems", "invoiceitem", "invoiceitem", "rak_invoice_read", False),
        ("invoices", "invoice", "invoice", "rak_invoice_read", True),
        ("payment_intents", "intent", "payment_intent", "rak_payment_intent_read", True),
        ("payment_methods", "payment_method", "payment_method", "rak_payment_method_read", False),
        ("prices", "price", "price", "rak_plan_read", True),
        ("products", "id", "product", "rak_product_read", True),
        ("radar/early_fraud_warnings", "early_fraud_warning", "radar.early_fraud_warning", "rak_radar_read", False),
        ("refunds", "refund", "refund", "rak_charge_read", False),
        ("reviews", "review", "review", "rak_review_read", False),
        ("subscription_schedules", "schedule", "subscription_schedule", "rak_subscription_read", False),
        ("subscriptions", "subscription_exposed_id", "subscription", "rak_subscription_read", True),
        ("webhook_endpoints", "webhook_endpoint", "webhook_endpoint", "rak_webhook_read", False),
    ):  # fmt: skip
        table["get", f"/v1/{path}"] = Endpoint(permission, listed(kind))
        table["get", f"/v1/{path}/{{{parameter}}}"] = Endpoint(permission, retrieved(kind))
        if is_searchable:
            table["get", f"/v1/{path}/search"] = Endpoint(permission, searched(kind))
    for path, permission, answer in (
        ("customers/{customer}/payment_methods", "rak_payment_method_read", listed_under("customer", "payment_method")),
        ("customers/{customer}/balance_transactions", "rak_customer_read", listed_under("customer", "customer_balance_transaction")),
        ("invoices/{invoice}/lines", "rak_invoice_read", inner_list("invoice", "invoice", "lines", "line_item")),
        ("credit_notes/{credit_note}/lines", "rak_credit_note_read", inner_list("credit_note", "credit_note", "lines", "credit_note_line_item")),
        ("subscription_items", "rak_subscription_read", inner_list("subscription", "subscription", "items", "subscription_item")),
    ):  # fmt: skip
        table["get", f"/v1/{path}"] = Endpoint(permission, answer)
    return table | WRITES


ENDPOINTS = _endpoints()


# ------------------------------------------------------------------ HTTP
class _Wire:
    """Checks who asks and what, finds the endpoint, and answers a repeated POST as it did the first time."""

    def __init__(self, world: World) -> None:
        self._books = world.stripe

    def respond(self) -> Response:
        try:
            response = self._respond()
        except ContractBroken as broken:
            self._books.violations.append(str(broken))
            response = self._refused(StripeRefusal(400, f"CONTRACT {broken}"))
        except StripeRefusal as refusal:
            response = self._refused(refusal)
        response.headers["Stripe-Version"] = stripe.api_version
        return response

    def _respond(self) -> Response:
        """All that is checked here happens before anything begins, so nothing of it is kept under the key."""
        api_key = self._api_key()
        call = self._books.contract.request(
            request.method,
            request.path,
            request.query_string.decode(),
            request.get_data(as_text=True),
            dict(request.headers),
        )
        endpoint = ENDPOINTS.get((call.verb, call.path))
        if endpoint is None:
            raise not_served(f"{call.verb.upper()} {call.path}")
        self._check_permission(endpoint, api_key)
        fault: Fault | None = request.environ.get(FAULT)
        spoiled = fault if fault and fault.saved else None
        key = request.headers.get("Idempotency-Key")
        if call.verb == "post" and key:
            return self._answer_once(endpoint, call, key, spoiled)
        return self._answer(endpoint, call, None, spoiled)

    def _api_key(self) -> str:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not key:
            raise StripeRefusal(401, "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').")  # fmt: skip
        if not key.startswith(TEST_KEYS):
            raise StripeRefusal(401, f"Invalid API Key provided: {_masked(key)}")
        return key

    def _check_permission(self, endpoint: Endpoint, api_key: str) -> None:
        names = [name for name in (endpoint.permission, endpoint.or_permission) if name]
        lacking = [name for name in names if name in self._books.forbidden_permissions]
        if endpoint.needs_write_key and not may_write(api_key):
            lacking = lacking or names
        if lacking:
            raise StripeRefusal(
                403,
                f"The provided key '{_masked(api_key)}' does not have the required permissions for this endpoint on "
                f"account '{self._books.account['id']}'. Having the '{lacking[0]}' permission would allow this "
                "request to continue.",
            )

    def _answer(self, endpoint: Endpoint, call: Call, key: str | None, spoiled: Fault | None) -> Response:
        request_id = f"req_{self._books.token('request', 14)}"
        if spoiled is None:
            return self._json(self._done(endpoint, call, request_id, key), 200, request_id)
        if spoiled.after:
            self._done(endpoint, call, request_id, key)
        return self._raw(spoiled.answer().get_data(), spoiled.status or 500, request_id)

    def _done(self, endpoint: Endpoint, call: Call, request_id: str, key: str | None) -> Json:
        """Acts as a whole or not at all."""
        if not endpoint.writes:
            return endpoint.answer(self._books, call)
        refused: StripeRefusal | None = None
        answer: Json = {}
        with self._books.all_or_nothing(), self._books.acting_on(request_id, key):
            try:
                answer = endpoint.answer(self._books, call)
            except StripeRefusal as refusal:
                if not refusal.acted:
                    raise
                refused = refusal
        if refused:
            raise refused
        self._books.writes.append(
            {
                "verb": call.verb,
                "path": request.path,
                "result": answer.get("id"),
                "idempotency_key": key,
                "at": timestamp(self._books.world.now()),
            }
        )
        return answer

    def _answer_once(self, endpoint: Endpoint, call: Call, key: str, spoiled: Fault | None) -> Response:
        """The first answer again, refusals included; another request under the same key is an error."""
        if len(key) > LONGEST_KEY:
            raise invalid(f"Idempotency keys can be at most {LONGEST_KEY} characters long.")
        asked = json.dumps([call.verb, request.path, call.params], sort_keys=True)
        fingerprint = hashlib.sha256(asked.encode()).hexdigest()
        try:
            saved = self._books.saved_answers.find(key, fingerprint)
        except KeyUsedOtherwise:
            raise StripeRefusal(
                400,
                "Keys for idempotent requests can only be used with the same parameters they were first used "
                f"with. Try using a key other than '{key}' if you meant to execute a different request.",
                kind="idempotency_error",
            ) from None
        if saved:
            again = self._raw(saved.body, saved.status, f"req_{self._books.token('request', 14)}")
            again.headers["Idempotent-Replayed"] = "true"
            again.headers["Original-Request"] = saved.request_id
            again.headers["Idempotency-Key"] = key
            return again
        try:
            response = self._answer(endpoint, call, key, spoiled)
        except StripeRefusal as refusal:
            response = self._refused(refusal)
            if not refusal.saved:
                return response
        response.headers["Idempotency-Key"] = key
        first = Saved(fingerprint, response.status_code, response.get_data(), response.headers["Request-Id"])
        self._books.saved_answers.save(key, first)
        return response

    def _refused(self, refusal: StripeRefusal) -> Response:
        return self._json({"error": refusal.error}, refusal.status)

    def _json(self, body: Json, status: int, request_id: str | None = None) -> Response:
        request_id = request_id or f"req_{self._books.token('request', 14)}"
        return self._raw(json.dumps(body).encode(), status, request_id)

    @staticmethod
    def _raw(body: bytes, status: int, request_id: str) -> Response:
        response = Response(body, status, content_type="application/json")
        response.headers["Request-Id"] = request_id
        return response


def _masked(key: str) -> str:
    return f"{key[:8]}{'*' * 20}{key[-4:]}"


def may_write(api_key: str) -> bool:
    """Restricted keys of the sandbox are for reading, unless their name says otherwise."""
    return api_key.startswith("sk_") or api_key.endswith("_write")


def _one_at_a_time(world: World) -> Callable[[WSGIEnvironment], AbstractContextManager[Response | None]]:
    """While a request with an idempotency key is going through, another one with the same key is refused."""

    @contextmanager
    def hold(environ: WSGIEnvironment) -> Iterator[Response | None]:
        key = environ.get("HTTP_IDEMPOTENCY_KEY")
        if environ["REQUEST_METHOD"] != "POST" or not key:
            yield None
            return
        with world.stripe.saved_answers.in_use(key) as mine:
            yield None if mine else _key_in_use(key)

    return hold


def _key_in_use(key: str) -> Response:
    message = (
        "There is currently another in-progress request using this Idempotent Key (that probably means you "
        f"submitted twice, and the other request is still going through): {key}. Please try again later."
    )
    error = error_of(message, code="idempotency_key_in_use", kind="idempotency_error")
    return Response(
        json.dumps({"error": error}),
        409,
        content_type="application/json",
        headers={
            # Not from the books: this is answered without their lock.
            "Request-Id": f"req_{hashlib.sha256(key.encode()).hexdigest()[:14]}",
            "Stripe-Version": stripe.api_version,
        },
    )


def create_app(world: World) -> Flask:
    app = Flask("integrations.sandbox.stripe_wire", static_folder=None)
    wire = _Wire(world)

    @app.route("/v1/<path:_>", methods=["GET", "POST", "DELETE"])
    def api(_: str) -> Response:
        return wire.respond()

    @app.get("/_sandbox/stripe")
    def overview() -> Response:
        """What the account holds, for people."""
        return jsonify(world.stripe.overview())

    @app.get("/_sandbox/stripe/ledger")
    def ledger() -> Response:
        """What was moved, for those who count."""
        return jsonify(world.stripe.ledger())

    # The Flask object stays what is returned; every request still goes through the faults and the lock.
    app.wsgi_app = through_faults(  # type: ignore[method-assign, assignment]
        world, "stripe", app.wsgi_app, vendor_paths=("/v1/",), hold=_one_at_a_time(world)
    )
    return app


def served() -> Iterable[tuple[str, str]]:
    """Every endpoint the sandbox answers, as (verb, path)."""
    return ENDPOINTS.keys()
