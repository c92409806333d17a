"""Reads Stripe as the call plan says: everything that can leave together leaves together.

An e-mail becomes a full picture in two rounds (`look_up`, then `pictures` beside `account`), and
`risks` is a third one before money is spoken of. Each round has one deadline. A call that fails or
does not come back in time costs its own part of the picture, which is then named as unread.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

import stripe

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable
from integrations.records import (
    AccountPicture,
    BillingPicture,
    CardPayment,
    Charge,
    CheckoutSession,
    Clue,
    Customer,
    Hit,
    LookUp,
    Risks,
    Unread,
)
from integrations.stripe_billing import translate
from integrations.stripe_billing.client import get
from integrations.stripe_billing.codes import KeyRejected, forbidden, nonsense, too_slow

K = TypeVar("K")
T = TypeVar("T")

MOST_CUSTOMERS = 3
MOST_CLUES = 25
"""A ticket may quote a whole ledger; a look-up may not turn that into as many calls."""

_PAGE = 100
_MOST_PAGES = 5
_ROUND_SECONDS = 10.0
_ACCOUNT_SECONDS = 15 * 60.0
# The widest lists reach back so far that last year's annual charge is still in them.
_OLDEST_PAYMENT = timedelta(days=400)
_OLDEST_INTENT = timedelta(days=90)
_LONGEST_EMAIL = 512
_ID = re.compile(r"\w{1,255}", re.ASCII)


# ------------------------------------------------------------------ the call plan
@dataclass(frozen=True, slots=True)
class _ListCall:
    """One list of a picture. `name` is its field in `BillingPicture`, `what` the same in plain words."""

    name: str
    path: str
    translated: Callable[[object], object | None]
    params: Mapping[str, Any] = field(default_factory=dict)
    expand: tuple[str, ...] = ()
    extra: tuple[str, str] | None = None
    """(expand, what it gives): good to have, given up when the key may not read it."""
    since: timedelta | None = None
    plain: str | None = None

    @property
    def what(self) -> str:
        return self.plain or self.name.replace("_", " ")


_PICTURE: tuple[_ListCall, ...] = (
    _ListCall(
        "subscriptions",
        "/v1/subscriptions",
        translate.subscription,
        # Without it Stripe leaves out the cancelled ones.
        {"status": "all"},
        expand=("data.discounts", "data.default_payment_method"),
        extra=("data.discounts.source.coupon", "coupons"),
    ),
    _ListCall(
        "invoices", "/v1/invoices", translate.invoice, expand=("data.payments",), since=_OLDEST_PAYMENT
    ),
    _ListCall(
        "charges",
        "/v1/charges",
        translate.charge,
        expand=("data.refunds",),
        extra=("data.balance_transaction", "fees"),
        since=_OLDEST_PAYMENT,
    ),
    _ListCall("payment_intents", "/v1/payment_intents", translate.payment_intent, since=_OLDEST_INTENT),
    _ListCall("checkout_sessions", "/v1/checkout/sessions", translate.checkout_session),
    _ListCall("payment_methods", "/v1/customers/{customer}/payment_methods", translate.payment_method),
    _ListCall("credit_notes", "/v1/credit_notes", translate.credit_note),
    _ListCall(
        "balance_transactions",
        "/v1/customers/{customer}/balance_transactions",
        translate.balance_transaction,
    ),
    _ListCall(
        "pending_items",
        "/v1/invoiceitems",
        translate.pending_item,
        {"pending": True},
        plain="pending invoice items",
    ),
    _ListCall("entitlements", "/v1/entitlements/active_entitlements", translate.entitlement),
)

_DISPUTES = _ListCall("disputes", "/v1/disputes", translate.dispute)
_FRAUD_WARNINGS = _ListCall(
    "fraud_warnings",
    "/v1/radar/early_fraud_warnings",
    translate.fraud_warning,
    plain="early fraud warnings",
)


@dataclass(frozen=True, slots=True)
class _AccountCall:
    """One part of `AccountPicture`. Only the record is kept: the answer holds more than we may keep."""

    what: str
    path: str
    translated: Callable[[object], object]
    params: Mapping[str, Any] = field(default_factory=dict)
    is_list: bool = True


_ACCOUNT: Mapping[str, _AccountCall] = {
    "account": _AccountCall("our Stripe account", "/v1/account", translate.account, is_list=False),
    "portal": _AccountCall(
        "the portal configuration",
        "/v1/billing_portal/configurations",
        lambda page: next(iter(translate.many(page, translate.portal_configuration).records), None),
        {"is_default": True, "limit": 1},
    ),
    "undelivered": _AccountCall(
        "undelivered events",
        "/v1/events",
        lambda page: translate.many(page, translate.undelivered_event).records,
        {"delivery_success": False, "limit": _PAGE},
    ),
    # A subscription's price names its product by id only: expanding it would be a level too deep.
    "product_names": _AccountCall(
        "product names",
        "/v1/products",
        lambda page: MappingProxyType(dict(translate.many(page, translate.product_name).records)),
        {"limit": _PAGE},
    ),
}

_CUSTOMER_EXPAND = ("invoice_credit_balance", "invoice_settings.default_payment_method")

_BY_ID: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "customer": ("/v1/customers/{id}", _CUSTOMER_EXPAND),
    "subscription": ("/v1/subscriptions/{id}", ()),
    "invoice": ("/v1/invoices/{id}", ("payments",)),
    "charge": ("/v1/charges/{id}", ("refunds",)),
    "payment_intent": ("/v1/payment_intents/{id}", ("latest_charge",)),
    "checkout_session": ("/v1/checkout/sessions/{id}", ()),
    "refund": ("/v1/refunds/{id}", ("charge",)),
    "dispute": ("/v1/disputes/{id}", ("charge",)),
}

_WORKERS = MOST_CUSTOMERS * (len(_PICTURE) + 1) + len(_ACCOUNT)
"""One for every call of the widest round: with fewer, the last calls would leave after the first are back."""

_A_DAY = timedelta(days=1)

_BY_NUMBER: Mapping[str, str] = {"invoice_number": "number", "receipt_number": "receipt_number"}


# ------------------------------------------------------------------ what calls bring back
@dataclass(frozen=True, slots=True)
class _Listed:
    """The untranslated entries of a list, and whether they are all."""

    entries: tuple[object, ...]
    complete: bool
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class _Lead:
    """What one call of a look-up found."""

    hits: tuple[Hit, ...] = ()
    sessions: tuple[CheckoutSession, ...] = ()
    charges: tuple[Charge, ...] = ()
    unread: tuple[Unread, ...] = ()

    def __add__(self, other: _Lead) -> _Lead:
        return _Lead(
            self.hits + other.hits,
            self.sessions + other.sessions,
            self.charges + other.charges,
            self.unread + other.unread,
        )

    def __bool__(self) -> bool:
        return bool(self.hits or self.sessions or self.charges or self.unread)


class StripeReader:
    """`roles.BillingReader` on Stripe. Make one per process and keep it: it owns the worker threads."""

    def __init__(
        self,
        client: stripe.StripeClient,
        *,
        workers: int = _WORKERS,
        round_seconds: float = _ROUND_SECONDS,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._client = client
        self._now = now
        self._round_seconds = round_seconds
        # Long-lived: threads made per ticket open a connection per call.
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="stripe-read")
        self._kept = _KeptAnswers(_ACCOUNT_SECONDS)

    def close(self) -> None:
        """Ends the worker threads; calls under way run out by themselves."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    # -------------------------------------------------------------- roles.BillingReader
    def look_up(self, clues: Sequence[Clue]) -> LookUp:
        asked = list(dict.fromkeys(clues))
        calls = {
            (clue, what): call for clue in asked[:MOST_CLUES] for what, call in self._leads_of(clue).items()
        }
        answers = self._together(calls, lambda key: key[1].replace("_", " "))
        _raise_if_silent(answers.values(), forgiving_forbidden=True)
        found = _Lead()
        leading: set[Clue] = set()
        for (clue, what), answer in answers.items():
            lead = answer if isinstance(answer, _Lead) else _lead_lost(what, answer)
            found += lead
            if lead:
                leading.add(clue)
        unread = found.unread
        if len(asked) > MOST_CLUES:
            unread += (
                Unread("clues", f"The ticket names very much; only {MOST_CLUES} things were looked up"),
            )
        return LookUp(
            hits=_best_hits(found.hits),
            guest_sessions=_by_id(found.sessions),
            guest_charges=_by_id(found.charges),
            not_found=tuple(clue for clue in asked[:MOST_CLUES] if clue not in leading),
            unread=tuple(dict.fromkeys(unread)),
        )

    def pictures(self, customer_ids: Sequence[str]) -> tuple[BillingPicture, ...]:
        ids = [id_ for id_ in dict.fromkeys(customer_ids) if _ID.fullmatch(id_)]
        if len(ids) > MOST_CUSTOMERS:
            raise ValueError(f"at most {MOST_CUSTOMERS} customers at once, not {len(ids)}")
        read_at = self._now()
        until = self._until()
        calls: dict[tuple[str, str], Callable[[], Customer | _Listed]] = {}
        for id_ in ids:
            calls[id_, "customer"] = partial(self._customer, id_)
            for call in _PICTURE:
                calls[id_, call.name] = partial(self._list, call, id_, read_at, until)
        plain = {call.name: call.what for call in _PICTURE} | {"customer": "the customer"}
        answers = self._together(calls, lambda key: plain[key[1]])
        _raise_if_silent(answers.values())
        drawn = (
            _picture(
                id_, {name: answer for (owner, name), answer in answers.items() if owner == id_}, read_at
            )
            for id_ in ids
        )
        return tuple(picture for picture in drawn if picture)

    def account(self) -> AccountPicture:
        # Kept one by one: what the key may never read must not make us ask again for the rest.
        kept = self._kept.of(_ACCOUNT)
        calls = {
            name: partial(self._account_part, call) for name, call in _ACCOUNT.items() if name not in kept
        }
        answers = self._together(calls, lambda name: _ACCOUNT[name].what)
        read = {name: answer for name, answer in answers.items() if not isinstance(answer, VendorError)}
        self._kept.keep(read)
        unread = tuple(_unread(what, lost) for what, lost in answers.items() if isinstance(lost, VendorError))
        parts: dict[str, Any] = {**kept, **read}
        return AccountPicture(unread=unread, **parts)

    def risks(self, charge_ids: Sequence[str]) -> Risks:
        ids = list(dict.fromkeys(charge_ids))
        plan = {call.name: call for call in (_DISPUTES, _FRAUD_WARNINGS)}
        until = self._until()
        calls = {
            (id_, name): partial(self._pages, call, {"charge": id_}, until)
            for id_ in ids
            for name, call in plan.items()
        }
        answers = self._together(calls, lambda key: plan[key[1]].what)
        _raise_if_silent(answers.values(), forgiving_forbidden=True)
        unread: list[Unread] = []
        found: dict[str, tuple[Any, ...]] = dict.fromkeys(plan, ())
        for (_, name), answer in answers.items():
            if isinstance(answer, VendorError):
                unread.append(_unread(name, answer))
                continue
            translated = translate.many(list(answer.entries), plan[name].translated)
            found[name] += translated.records
            # "No open dispute" may only be said of a list that was read to its end.
            if not (answer.complete and translated.complete):
                unread.append(Unread(name, f"Not all {plan[name].what} of a charge could be read"))
        return Risks(unread=tuple(dict.fromkeys(unread)), **found)

    # -------------------------------------------------------------- one round
    def _until(self) -> float:
        return time.monotonic() + self._round_seconds

    def _together(
        self, calls: Mapping[K, Callable[[], T]], what: Callable[[K], str]
    ) -> dict[K, T | VendorError]:
        """Every call's answer or its error, no later than the round's deadline."""
        futures = {key: self._pool.submit(call) for key, call in calls.items()}
        wait(futures.values(), timeout=self._round_seconds)
        answers: dict[K, T | VendorError] = {}
        for key, future in futures.items():
            if not future.done():
                # Takes it off the queue; one that is already on the wire ends by the client's own timeouts.
                future.cancel()
                answers[key] = too_slow(what(key))
                continue
            failure = future.exception()
            if failure is None:
                answers[key] = future.result()
            elif isinstance(failure, VendorError):
                answers[key] = failure
            else:
                raise failure
        return answers

    def _get(self, path: str, params: Mapping[str, Any], *, what: str) -> Mapping[str, Any]:
        return get(self._client, path, params, what=what)

    def _get_list(self, path: str, params: Mapping[str, Any], *, what: str) -> Mapping[str, Any]:
        page = self._get(path, params, what=what)
        if not translate.is_list(page):
            raise nonsense(what)
        return page

    def _account_part(self, call: _AccountCall) -> object:
        ask = self._get_list if call.is_list else self._get
        return call.translated(ask(call.path, call.params, what=call.what))

    # -------------------------------------------------------------- pictures
    def _customer(self, customer_id: str) -> Customer:
        row = self._get(
            f"/v1/customers/{customer_id}", {"expand": list(_CUSTOMER_EXPAND)}, what="the customer"
        )
        return translate.customer(row) or Customer(id=customer_id)

    def _list(self, call: _ListCall, customer_id: str, now: datetime, until: float) -> _Listed:
        params: dict[str, Any] = {}
        if "{customer}" in call.path:
            call = replace(call, path=call.path.format(customer=customer_id))
        else:
            params["customer"] = customer_id
        if call.since:
            params["created"] = {"gte": int((now - call.since).timestamp())}
        try:
            return self._pages(call, params, until, extra=True)
        except VendorRefused as refused:
            if call.extra is None or isinstance(refused, KeyRejected):
                raise
            what, permission = call.extra[1], refused.permission
            lost = Unread(what, forbidden(what, permission), permission, customer_id)
        listed = self._pages(call, params, until)
        return replace(listed, unread=(*listed.unread, lost))

    def _pages(
        self, call: _ListCall, params: Mapping[str, Any], until: float, *, extra: bool = False
    ) -> _Listed:
        """The whole list, page after page (each begins where the last one ended), as far as we go."""
        asked: dict[str, Any] = {**call.params, **params, "limit": _PAGE}
        expand = call.expand + ((call.extra[0],) if extra and call.extra else ())
        if expand:
            asked["expand"] = list(expand)
        entries: list[object] = []
        for page_number in range(_MOST_PAGES):
            try:
                page = self._get_list(call.path, asked, what=call.what)
            except VendorError:
                if page_number == 0:
                    raise
                # What was read stays; the list is known to be cut.
                break
            new = translate.entries(page)
            entries += new
            if not translate.has_more(page):
                return _Listed(tuple(entries), complete=True)
            last = translate.object_id(new[-1]) if new else None
            if last is None or time.monotonic() >= until:
                break
            asked["starting_after"] = last
        return _Listed(tuple(entries), complete=False)

    # -------------------------------------------------------------- look-ups
    def _leads_of(self, clue: Clue) -> dict[str, Callable[[], _Lead]]:
        """The calls one clue is worth, by the name under which a lost one is reported; none for a senseless clue."""
        kind, value = clue.kind, clue.value
        if kind == "email":
            # An empty filter would list every customer there is; a longer one Stripe refuses.
            if "@" not in value or len(value) > _LONGEST_EMAIL:
                return {}
            return {
                "email": lambda: self._customers_listed(clue, value),
                "email_search": lambda: self._customers_in_any_case(clue),
                "guest_sessions": lambda: self._sessions_of_address(clue),
            }
        if kind in _BY_NUMBER:
            return {kind: lambda: self._invoices_searched(clue, _BY_NUMBER[kind])} if value.strip() else {}
        if kind == "card_payment":
            described = CardPayment.parse(value)
            return {kind: lambda: self._charges_described(clue, described)} if described else {}
        if kind == "metadata":
            key, _, wanted = value.partition("=")
            return {kind: lambda: self._customers_marked(clue, key, wanted)} if key and wanted else {}
        if kind not in _BY_ID:
            raise ValueError(f"no look-up for clues of kind {kind!r}")
        if not _ID.fullmatch(value):
            return {}
        calls: dict[str, Callable[[], _Lead]] = {kind: lambda: self._object(clue)}
        if kind == "payment_intent":
            calls["guest_sessions"] = lambda: self._sessions_of_intent(clue, value)
            calls["invoice_payments"] = lambda: self._invoices_of_intent(clue)
        return calls

    def _customers_listed(self, clue: Clue, address: str) -> _Lead:
        """Fresh, but only in exactly this spelling."""
        page = self._get_list("/v1/customers", {"email": address, "limit": _PAGE}, what="customers by e-mail")
        return _customers(clue, page)

    def _customers_in_any_case(self, clue: Clue) -> _Lead:
        """Whatever the capitals, but up to a minute late, and not offered in every country."""
        lower = clue.value.lower()
        try:
            return _customers(clue, self._search("customers", f"email:{_quoted(clue.value)}"))
        except KeyRejected:
            raise
        except VendorError as lost:
            if lower == clue.value:
                raise
            unread = _unread("email_search", lost)
        return _Lead(unread=(unread,)) + self._customers_listed(clue, lower)

    def _customers_marked(self, clue: Clue, key: str, wanted: str) -> _Lead:
        page = self._search("customers", f"metadata[{_quoted(key)}]:{_quoted(wanted)}")
        found = translate.many(page, translate.customer).records
        return _Lead(
            hits=tuple(
                Hit(clue, customer.id, "metadata", customer)
                for customer in found
                if customer.metadata.get(key, "").lower() == wanted.lower()
            )
        )

    def _invoices_searched(self, clue: Clue, field_name: str) -> _Lead:
        page = self._search("invoices", f"{field_name}:{_quoted(clue.value)}")
        return _owners(
            clue,
            (
                row
                for row in translate.entries(page)
                if (translate.field_text(row, field_name) or "").lower() == clue.value.lower()
            ),
        )

    def _charges_described(self, clue: Clue, payment: CardPayment) -> _Lead:
        """Charges on a card's last four digits, of one amount, around one day; a person's day may be our day before."""
        midnight = datetime.combine(payment.day, datetime.min.time(), UTC)
        clauses = [
            f"payment_method_details.card.last4:{_quoted(payment.last4)}",
            f"amount:{payment.amount}",
            f"created>{int((midnight - _A_DAY).timestamp())}",
            f"created<{int((midnight + 2 * _A_DAY).timestamp())}",
        ]
        if payment.currency:
            clauses.append(f"currency:{_quoted(payment.currency)}")
        return _owners(clue, translate.entries(self._search("charges", " AND ".join(clauses))))

    def _search(self, resource: str, query: str) -> Mapping[str, Any]:
        return self._get_list(
            f"/v1/{resource}/search", {"query": query, "limit": _PAGE}, what=f"the search for {resource}"
        )

    def _sessions_of_address(self, clue: Clue) -> _Lead:
        params = {
            "customer_details": {"email": clue.value},
            "limit": _PAGE,
            # A guest's charge has no customer to be listed under; it comes along with the session.
            "expand": ["data.payment_intent.latest_charge"],
        }
        return _sessions(clue, self._get_list("/v1/checkout/sessions", params, what="checkout sessions"))

    def _sessions_of_intent(self, clue: Clue, intent: str) -> _Lead:
        params = {"payment_intent": intent, "limit": _PAGE}
        return _sessions(clue, self._get_list("/v1/checkout/sessions", params, what="checkout sessions"))

    def _invoices_of_intent(self, clue: Clue) -> _Lead:
        params = {
            "payment": {"type": "payment_intent", "payment_intent": clue.value},
            "limit": _PAGE,
            "expand": ["data.invoice"],
        }
        page = self._get_list("/v1/invoice_payments", params, what="invoice payments")
        return _owners(clue, (translate.inner(row, "invoice") for row in translate.entries(page)))

    def _object(self, clue: Clue) -> _Lead:
        path, expand = _BY_ID[clue.kind]
        params = {"expand": list(expand)} if expand else {}
        row: object = self._get(path.format(id=clue.value), params, what=clue.kind.replace("_", " "))
        if clue.kind in {"refund", "dispute"}:
            row = translate.inner(row, "charge") or row
        lead = _owners(clue, [row])
        if clue.kind == "charge" and (intent := _intent_of_guest(lead)):
            try:
                lead += self._sessions_of_intent(clue, intent)
            except VendorError as lost:
                lead += _lead_lost("guest_sessions", lost)
        return lead


# ------------------------------------------------------------------ from calls to records
def _picture(
    customer_id: str, answers: Mapping[str, Customer | _Listed | VendorError], read_at: datetime
) -> BillingPicture | None:
    who = answers["customer"]
    if isinstance(who, NotFound):
        return None
    unread: list[Unread] = []
    truncated: list[str] = []
    customer = who if isinstance(who, Customer) else Customer(id=customer_id)
    if isinstance(who, VendorError):
        unread.append(_unread("customer", who, customer_id))
    lists: dict[str, tuple[Any, ...]] = {}
    for call in _PICTURE:
        answer = answers[call.name]
        if isinstance(answer, _Listed):
            one = call.translated
            if call.name == "invoices":
                metered = translate.metered_prices(lists.get("subscriptions", ()))
                one = partial(translate.invoice, metered=metered)
            translated = translate.many(list(answer.entries), one)
            lists[call.name] = translated.records
            unread += answer.unread
            if not (answer.complete and translated.complete):
                truncated.append(call.name)
        # Some lists go away with a deleted customer; its charges and invoices stay.
        elif isinstance(answer, VendorError) and not (isinstance(answer, NotFound) and customer.deleted):
            unread.append(_unread(call.name, answer, customer_id))
    return BillingPicture(customer, read_at, unread=tuple(unread), truncated=tuple(truncated), **lists)


def _customers(clue: Clue, page: Mapping[str, Any]) -> _Lead:
    """The customers whose e-mail really is the clue's: what Stripe's search finds is only likely to be."""
    hits = tuple(
        Hit(clue, customer.id, how, customer)
        for customer in translate.many(page, translate.customer).records
        if (how := _how_equal(customer.email, clue.value))
    )
    if translate.has_more(page):
        cut = Unread("email", f"More than {_PAGE} customers have this e-mail; only the newest were looked at")
        return _Lead(hits, unread=(cut,))
    return _Lead(hits)


def _owners(clue: Clue, found: Iterable[object]) -> _Lead:
    """Whose these objects are; a charge or session that is nobody's is a guest's."""
    lead = _Lead()
    for row in found:
        if row is None:
            continue
        charge = translate.inner(row, "latest_charge") or row
        if owner := translate.customer_id(row):
            lead += _Lead(hits=(Hit(clue, owner, "object", translate.customer_inside(row)),))
        elif translate.belongs_to_v2_account(row):
            lead += _Lead(unread=(_V2_ACCOUNT,))
        elif translate.is_a(row, "checkout.session") and (session := translate.checkout_session(row)):
            lead += _Lead(sessions=(session,))
        elif translate.is_a(charge, "charge") and (guest := translate.charge(charge)):
            lead += _Lead(charges=(guest,))
    return lead


def _sessions(clue: Clue, page: Mapping[str, Any]) -> _Lead:
    sessions = translate.entries(page)
    lead = _owners(clue, sessions)
    # Only the guests' payments: a customer's are read with the customer.
    paid = (translate.inner(row, "payment_intent") for row in sessions if not translate.customer_id(row))
    return lead + _owners(clue, paid)


_V2_ACCOUNT = Unread(
    "customer_account",
    "What was found is billed to a Stripe account of the newer kind (Accounts v2) without a customer record; "
    "Tillside cannot read those yet",
)


def _intent_of_guest(lead: _Lead) -> str | None:
    return next((charge.payment_intent for charge in lead.charges if charge.payment_intent), None)


def _lead_lost(what: str, error: VendorError) -> _Lead:
    return _Lead() if isinstance(error, NotFound) else _Lead(unread=(_unread(what, error),))


def _unread(what: str, error: VendorError, customer: str | None = None) -> Unread:
    return Unread(what, error.sentence, getattr(error, "permission", None), customer)


def _best_hits(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """One hit per clue and customer: the closest match, with the whole record if any of them had it."""
    closeness = ("exact", "case_insensitive", "metadata", "object")
    best: dict[tuple[Clue, str], Hit] = {}
    for hit in sorted(hits, key=lambda hit: closeness.index(hit.how)):
        first = best.setdefault((hit.clue, hit.customer_id), hit)
        if first.customer is None and hit.customer is not None:
            best[hit.clue, hit.customer_id] = replace(first, customer=hit.customer)
    return tuple(best.values())


R = TypeVar("R", Charge, CheckoutSession)


def _by_id(records: Iterable[R]) -> tuple[R, ...]:
    return tuple({record.id: record for record in records}.values())


def _how_equal(address: str | None, wanted: str) -> str | None:
    if address == wanted:
        return "exact"
    if address is None or address.lower() != wanted.lower():
        return None
    # Lower-casing turns some look-alikes into ASCII (the Kelvin sign into "k"): those are two addresses.
    return "case_insensitive" if address.isascii() == wanted.isascii() else None


def _quoted(text: str) -> str:
    """A value in Stripe's search language."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _raise_if_silent(answers: Collection[object], *, forgiving_forbidden: bool = False) -> None:
    """Raises the most hopeful of the errors when there is nothing else.

    With `forgiving_forbidden`, permissions that are missing are worth reporting one by one.
    """
    lost = [
        answer for answer in answers if isinstance(answer, VendorError) and not isinstance(answer, NotFound)
    ]
    if not lost or len(lost) < len(answers):
        return
    passing = [error for error in lost if isinstance(error, VendorUnavailable)]
    rejected = [error for error in lost if isinstance(error, KeyRejected)]
    if forgiving_forbidden and len(passing) + len(rejected) < len(lost):
        return
    raise (rejected or passing or lost)[0]


class _KeptAnswers:
    """Answers that stay good for a while, by name; safe to use from several threads."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._answers: dict[str, tuple[float, object]] = {}

    def of(self, names: Iterable[str]) -> dict[str, object]:
        now = time.monotonic()
        with self._lock:
            return {
                name: self._answers[name][1]
                for name in names
                if name in self._answers and now < self._answers[name][0]
            }

    def keep(self, answers: Mapping[str, object]) -> None:
        good_until = time.monotonic() + self._seconds
        with self._lock:
            for name, answer in answers.items():
                self._answers[name] = (good_until, answer)
