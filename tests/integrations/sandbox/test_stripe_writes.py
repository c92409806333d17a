"""The real SDK changing things in the sandbox's Stripe: the rules of money, and what faults make of them."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import stripe

from integrations.sandbox.faults import Fault
from integrations.sandbox.running import Addresses
from integrations.sandbox.stripe_books import StripeBooks
from integrations.sandbox.stripe_contract import contract
from integrations.sandbox.stripe_faults import (
    answer_lost,
    broken,
    late,
    never_arrived,
    over_limit,
    refusing,
    too_slow,
)
from integrations.sandbox.stripe_writes import WRITES
from integrations.sandbox.world import World

Json = dict[str, Any]

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)


@pytest.fixture
def books(world: World) -> StripeBooks:
    return world.stripe


def client_with(address: str, key: str, *, timeout: float = 10, retries: int = 0) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": address},
        max_network_retries=retries,
        http_client=stripe.RequestsClient(timeout=timeout),
    )


@pytest.fixture
def client(sandbox: Addresses, monkeypatch: pytest.MonkeyPatch) -> stripe.StripeClient:
    monkeypatch.setattr(stripe, "enable_telemetry", False)
    return client_with(sandbox.stripe, "rk_test_sandbox_write")


@pytest.fixture
def pro(books: StripeBooks) -> Json:
    return books.price(books.product("Pro"), 2000)


@pytest.fixture
def ann(books: StripeBooks) -> Json:
    return books.customer("ann@dune.example", "Ann")


@pytest.fixture
def charge(books: StripeBooks, ann: Json) -> Json:
    return books.charge(ann, 2000, at=books.world.ago(days=3))


@pytest.fixture
def halfway(world: World, books: StripeBooks, ann: Json, pro: Json) -> Json:
    """A subscription of 20 dollars a month, half used: from the 1st of November on, which has 30 days."""
    world.set_time(NOON)
    return books.subscribe(ann, pro, at=NOON - timedelta(days=15))


def body(answer: Any) -> Json:
    shown: Json = json.loads(answer.last_response.body)
    return shown


def once(key: str) -> Any:
    return {"idempotency_key": key}


# ------------------------------------------------------------------ refunds
def test_a_refund_moves_the_money_and_says_so(
    client: stripe.StripeClient, books: StripeBooks, charge: Json
) -> None:
    made = client.v1.refunds.create(
        {"charge": charge["id"], "amount": 500, "reason": "duplicate", "metadata": {"action": "7"}},
        once("refund-7"),
    )
    assert (made.amount, made.status, made.reason) == (500, "succeeded", "duplicate")
    rest = client.v1.refunds.create({"payment_intent": charge["payment_intent"]})
    assert rest.amount == 1500
    shown = body(client.v1.charges.retrieve(charge["id"], {"expand": ["refunds"]}))
    assert (shown["amount_refunded"], shown["refunded"]) == (2000, True)
    assert [r["amount"] for r in shown["refunds"]["data"]] == [1500, 500]
    assert books.get(made.id)["metadata"] == {"action": "7"}
    events = body(client.v1.events.list({"type": "charge.refunded"}))["data"]
    assert events[-1]["request"]["idempotency_key"] == "refund-7"
    ledger = books.ledger()
    assert [r["metadata"] for r in ledger["refunds"][charge["id"]]] == [{"action": "7"}, {}]
    assert [w["path"] for w in ledger["writes"]] == ["/v1/refunds", "/v1/refunds"]


@pytest.mark.parametrize(
    ("amount", "code", "words"),
    [
        (2001, None, r"\(\$20\.01\) is greater than unrefunded amount on charge \(\$20\.00\)"),
        (0, "parameter_invalid_integer", "Invalid positive integer"),
        (-5, "parameter_invalid_integer", "Invalid positive integer"),
    ],
)
def test_amounts_that_cannot_be_refunded(client: stripe.StripeClient, books: StripeBooks, charge: Json, amount: int, code: str | None, words: str) -> None:  # fmt: skip
    with pytest.raises(stripe.InvalidRequestError, match=words) as refused:
        client.v1.refunds.create({"charge": charge["id"], "amount": amount})
    assert (refused.value.code, refused.value.param) == (code, "amount")
    assert books.ledger()["refunds"] == {}
    assert books.ledger()["writes"] == []


@pytest.mark.parametrize("params", [{}, {"charge": "ch_1", "payment_intent": "pi_1"}])
def test_a_refund_is_of_one_thing(client: stripe.StripeClient, params: Any) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.refunds.create(params)
    assert refused.value.http_status == 400


def test_charges_that_cannot_be_refunded(client: stripe.StripeClient, books: StripeBooks, ann: Json) -> None:
    at = books.world.ago(days=3)
    disputed, held = books.charge(ann, 900, at=at), books.charge(ann, 900, at=at, held=True)
    books.dispute(disputed, at=at)
    done = books.charge(ann, 900, at=at)
    books.refund(done, at=at)
    failed = books.failed_charge(ann, 900, at=at)
    for charge, code in (
        (disputed, "charge_disputed"),
        (done, "charge_already_refunded"),
        (held, "charge_not_refundable"),
        (failed, "charge_not_refundable"),
    ):
        with pytest.raises(stripe.InvalidRequestError) as refused:
            client.v1.refunds.create({"charge": charge["id"]})
        assert (refused.value.http_status, refused.value.code) == (400, code)
    with pytest.raises(stripe.InvalidRequestError, match="No such charge") as missing:
        client.v1.refunds.create({"charge": "ch_nobody"})
    assert (missing.value.http_status, missing.value.param) == (404, "charge")
    assert books.ledger()["writes"] == []


def test_inquiries_and_won_disputes_do_not_stop_a_refund(
    client: stripe.StripeClient, books: StripeBooks, ann: Json
) -> None:
    for status in ("warning_needs_response", "won"):
        charge = books.charge(ann, 900, at=books.world.ago(days=3))
        books.dispute(charge, at=books.world.ago(days=2), status=status)
        assert client.v1.refunds.create({"charge": charge["id"]}).status == "succeeded"


def test_refunds_that_take_their_time_or_fail(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, charge: Json
) -> None:
    debit = books.charge(ann, 900, at=books.world.ago(days=3), card=books.bank_account(ann))
    on_its_way = books.charge(ann, 800, at=books.world.ago(days=1), pending=True)
    assert client.v1.refunds.create({"charge": debit["id"]}).status == "pending"
    waiting = client.v1.refunds.create({"charge": on_its_way["id"], "amount": 300})
    assert (waiting.status, waiting.pending_reason) == ("pending", "charge_pending")
    books.refunds_become = "failed"
    assert client.v1.refunds.create({"charge": charge["id"]}).status == "failed"
    assert not charge["refunded"]
    books.refunds_become = "pending"
    assert client.v1.refunds.create({"charge": charge["id"]}).status == "pending"
    assert charge["refunded"]


def test_metadata_has_limits(client: stripe.StripeClient, charge: Json) -> None:
    for metadata in ({"k" * 41: "v"}, {"k": "v" * 501}, {f"k{n}": "v" for n in range(51)}):
        with pytest.raises(stripe.InvalidRequestError):
            client.v1.refunds.create({"charge": charge["id"], "metadata": metadata}, once("m"))
    # A wrong parameter is refused before anything begins, so the key is still free.
    assert client.v1.refunds.create({"charge": charge["id"]}, once("m")).amount == 2000


# ------------------------------------------------------------------ idempotency
def test_the_same_refund_again(client: stripe.StripeClient, books: StripeBooks, charge: Json) -> None:
    params: Any = {"charge": charge["id"], "amount": 500}
    first = client.v1.refunds.create(params, once("a"))
    again = client.v1.refunds.create(params, once("a"))
    assert body(first) == body(again)
    assert again.last_response is not None
    assert again.last_response.headers["Idempotent-Replayed"] == "true"
    # Two deliberately equal partial refunds are legal: only the key tells them apart.
    assert client.v1.refunds.create(params, once("b")).id != first.id
    assert [r["amount"] for r in books.ledger()["refunds"][charge["id"]]] == [500, 500]
    with pytest.raises(stripe.IdempotencyError, match="same parameters") as mismatch:
        client.v1.refunds.create({"charge": charge["id"], "amount": 501}, once("a"))
    assert mismatch.value.http_status == 400
    assert books.prune_idempotency_keys() == 2
    assert client.v1.refunds.create(params, once("a")).id != first.id


def test_a_refusal_is_kept_under_the_key_too(
    client: stripe.StripeClient, books: StripeBooks, charge: Json
) -> None:
    dispute = books.dispute(charge, at=books.world.now())
    params: Any = {"charge": charge["id"]}
    for _ in range(2):
        with pytest.raises(stripe.InvalidRequestError, match="charged back"):
            client.v1.refunds.create(params, once("a"))
        books.change(dispute, status="won")
    assert client.v1.refunds.create(params, once("b")).amount == 2000


def test_what_is_refused_before_it_begins_is_not_kept(
    client: stripe.StripeClient, books: StripeBooks, charge: Json
) -> None:
    params: Any = {"charge": charge["id"]}
    books.forbidden_permissions = {"rak_charge_write"}
    with pytest.raises(stripe.PermissionError):
        client.v1.refunds.create(params, once("a"))
    books.forbidden_permissions = set()
    books.world.faults.add(over_limit("/v1/refunds", 1))
    with pytest.raises(stripe.RateLimitError):
        client.v1.refunds.create(params, once("a"))
    assert len(books.saved_answers) == 0
    assert client.v1.refunds.create(params, once("a")).amount == 2000


def test_a_key_in_use_is_refused(client: stripe.StripeClient, books: StripeBooks, charge: Json) -> None:
    books.world.faults.add(late("/v1/refunds", 1.0))
    params: Any = {"charge": charge["id"], "amount": 500}
    first = threading.Thread(target=lambda: client.v1.refunds.create(params, once("a")))
    first.start()
    while not books.world.faults.count("stripe", "/v1/refunds"):
        time.sleep(0.01)
    with pytest.raises(stripe.APIError, match="another in-progress request") as conflict:
        client.v1.refunds.create(params, once("a"))
    assert (conflict.value.http_status, conflict.value.error.code) == (409, "idempotency_key_in_use")
    first.join()
    assert client.v1.refunds.create(params, once("a")).amount == 500
    assert len(books.all("refund")) == 1


def test_keys_have_a_longest_length(client: stripe.StripeClient, charge: Json) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="255"):
        client.v1.refunds.create({"charge": charge["id"]}, once("k" * 256))


# ------------------------------------------------------------------ faults
def test_an_answer_lost_on_the_way(client: stripe.StripeClient, books: StripeBooks, charge: Json) -> None:
    books.world.faults.add(answer_lost("/v1/refunds"))
    params: Any = {"charge": charge["id"], "amount": 500}
    with pytest.raises(stripe.APIConnectionError):
        client.v1.refunds.create(params, once("a"))
    assert len(books.all("refund")) == 1
    # The same key finds the refund; a day later Stripe would make another.
    assert client.v1.refunds.create(params, once("a")).id == books.all("refund")[0]["id"]
    books.prune_idempotency_keys()
    client.v1.refunds.create(params, once("a"))
    assert len(books.all("refund")) == 2


def test_a_request_that_never_arrived(client: stripe.StripeClient, books: StripeBooks, charge: Json) -> None:
    fault = books.world.faults.add(never_arrived("/v1/refunds"))
    with pytest.raises(stripe.APIConnectionError):
        client.v1.refunds.create({"charge": charge["id"]}, once("a"))
    assert fault.struck == 1
    assert books.all("refund") == []
    assert client.v1.refunds.create({"charge": charge["id"]}, once("a")).amount == 2000


@pytest.mark.parametrize("acts", [True, False])
def test_a_500_stays_under_its_key(
    client: stripe.StripeClient, books: StripeBooks, charge: Json, acts: bool
) -> None:
    books.world.faults.add(broken("/v1/refunds", acts=acts))
    params: Any = {"charge": charge["id"], "amount": 500}
    for _ in range(2):
        with pytest.raises(stripe.APIError):
            client.v1.refunds.create(params, once("a"))
    assert len(books.all("refund")) == (1 if acts else 0)
    assert client.v1.refunds.create(params, once("b")).amount == 500
    assert len(books.all("refund")) == (2 if acts else 1)


def test_a_500_that_is_not_kept(client: stripe.StripeClient, books: StripeBooks, charge: Json) -> None:
    books.world.faults.add(broken("/v1/refunds", acts=False, saved=False))
    with pytest.raises(stripe.APIError):
        client.v1.refunds.create({"charge": charge["id"]}, once("a"))
    assert client.v1.refunds.create({"charge": charge["id"]}, once("a")).amount == 2000


def test_an_answer_that_comes_too_late(sandbox: Addresses, books: StripeBooks, charge: Json) -> None:
    books.world.faults.add(too_slow("/v1/refunds", 1.0))
    hasty = client_with(sandbox.stripe, "rk_test_sandbox_write", timeout=0.3)
    params: Any = {"charge": charge["id"], "amount": 500}
    with pytest.raises(stripe.APIConnectionError):
        hasty.v1.refunds.create(params, once("a"))
    # Stripe had acted at once: the key is free again, and knows the answer.
    assert hasty.v1.refunds.create(params, once("a")).id == books.all("refund")[0]["id"]
    assert len(books.all("refund")) == 1


def test_faults_strike_one_method_and_path(
    client: stripe.StripeClient, books: StripeBooks, halfway: Json, charge: Json
) -> None:
    books.world.faults.add(answer_lost("/v1/subscriptions/", method="DELETE"))
    books.world.faults.add(refusing("/v1/refunds$", 400, "No.", code="charge_disputed"))
    with pytest.raises(stripe.InvalidRequestError, match="No"):
        client.v1.refunds.create({"charge": charge["id"]})
    assert client.v1.subscriptions.retrieve(halfway["id"]).status == "active"
    with pytest.raises(stripe.APIConnectionError):
        client.v1.subscriptions.cancel(halfway["id"])
    # A DELETE has no key: whoever repeats it learns nothing but that it is not there.
    with pytest.raises(stripe.InvalidRequestError, match="No such subscription") as gone:
        client.v1.subscriptions.cancel(halfway["id"])
    assert (gone.value.http_status, gone.value.code) == (404, "resource_missing")
    assert [c["now"] for c in books.ledger()["cancellations"]] == [True]


def test_a_saved_fault_needs_a_status() -> None:
    with pytest.raises(ValueError, match="status"):
        Fault("stripe", saved=True)


def raw_refund(address: str, charge: str, *, complete: bool) -> None:
    """What is on the wire when the process that asked is killed: all of the request, or a part of it."""
    content = f"charge={charge}&amount=500"
    where = urlsplit(address)
    head = (
        f"POST /v1/refunds HTTP/1.1\r\nHost: {where.netloc}\r\nAuthorization: Bearer rk_test_sandbox_write\r\n"
        f"Stripe-Version: {stripe.api_version}\r\nIdempotency-Key: raw-{complete}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    with socket.create_connection((where.hostname or "", where.port or 0)) as connection:
        connection.sendall((head + (content if complete else content[:-4])).encode())


def test_a_client_that_is_killed_leaves_whole_books(
    sandbox: Addresses, client: stripe.StripeClient, books: StripeBooks, charge: Json
) -> None:
    raw_refund(sandbox.stripe, charge["id"], complete=False)
    raw_refund(sandbox.stripe, charge["id"], complete=True)
    deadline = time.monotonic() + 5
    while not books.all("refund") and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.1)
    assert [r["amount"] for r in books.all("refund")] == [500]
    again = client.v1.refunds.create({"charge": charge["id"], "amount": 500}, once("raw-True"))
    assert again.id == books.all("refund")[0]["id"]


def test_a_mistake_in_the_middle_undoes_the_whole(books: StripeBooks, charge: Json) -> None:
    before = books.shown(charge)

    def half_done() -> None:
        with books.all_or_nothing():
            books.refund(charge, 500, at=books.world.now())
            books.balance(charge["customer"], -100, at=books.world.now())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert books.shown(charge) == before
    assert books.get(charge) is charge
    assert (books.all("refund"), books.all("customer_balance_transaction")) == ([], [])


# ------------------------------------------------------------------ subscriptions
def test_an_end_can_be_set_and_taken_back(
    client: stripe.StripeClient, books: StripeBooks, halfway: Json
) -> None:
    update = client.v1.subscriptions.update
    ending = update(
        halfway["id"],
        {
            "cancel_at_period_end": True,
            "cancellation_details": {"comment": "duplicate", "feedback": "other"},
            "metadata": {"duplicate_of": "sub_1"},
        },
    )
    assert (ending.status, ending.cancel_at) == ("active", int(books.period_end(halfway).timestamp()))
    assert halfway["cancellation_details"]["reason"] == "cancellation_requested"
    assert books.ledger()["cancellations"] == [
        {"subscription": halfway["id"], "now": False, "at": ending.cancel_at}
    ]
    back = body(update(halfway["id"], {"cancel_at_period_end": False, "metadata": {"duplicate_of": ""}}))
    assert (back["cancel_at"], back["canceled_at"], back["metadata"]) == (None, None, {})
    events = books.all("event", type="customer.subscription.updated")
    assert events[1]["data"]["previous_attributes"]["cancel_at_period_end"] is False


def test_a_schedule_keeps_the_end_to_itself(
    client: stripe.StripeClient, books: StripeBooks, halfway: Json, pro: Json
) -> None:
    books.schedule(halfway, pro)
    with pytest.raises(stripe.InvalidRequestError, match="managed by the subscription schedule"):
        client.v1.subscriptions.update(halfway["id"], {"cancel_at_period_end": True})


def test_pausing_collection_and_discounts(
    client: stripe.StripeClient, books: StripeBooks, halfway: Json
) -> None:
    update = client.v1.subscriptions.update
    paused = body(update(halfway["id"], {"pause_collection": {"behavior": "void"}}))
    assert (paused["status"], paused["pause_collection"]["behavior"]) == ("active", "void")
    assert body(update(halfway["id"], {"pause_collection": ""}))["pause_collection"] is None
    half, third = books.coupon(percent_off=50), books.coupon(percent_off=30)
    first = body(update(halfway["id"], {"discounts": [{"coupon": half["id"]}]}))["discounts"]
    assert body(update(halfway["id"], {"discounts": []}))["discounts"] == first
    both = body(update(halfway["id"], {"discounts": [{"discount": first[0]}, {"coupon": third["id"]}]}))[
        "discounts"
    ]
    assert (both[0], len(both)) == (first[0], 2)
    assert body(update(halfway["id"], {"discounts": ""}))["discounts"] == []
    with pytest.raises(stripe.InvalidRequestError, match="No such coupon"):
        update(halfway["id"], {"discounts": [{"coupon": "nothing"}]})


def test_seats_changed_at_once_cost_what_the_preview_said(
    client: stripe.StripeClient, books: StripeBooks, halfway: Json
) -> None:
    item = halfway["items"]["data"][0]["id"]
    change: Any = {
        "items": [{"id": item, "quantity": 3}],
        "proration_behavior": "always_invoice",
        "proration_date": int(NOON.timestamp()) - 3601,
    }
    preview = body(
        client.v1.invoices.create_preview({"subscription": halfway["id"], "subscription_details": change})
    )
    assert (preview["status"], preview["id"][:12]) == ("draft", "upcoming_in_")
    assert [line["amount"] for line in preview["lines"]["data"]] == [-1003, 3008]
    assert all(line["parent"]["subscription_item_details"]["proration"] for line in preview["lines"]["data"])
    assert (halfway["items"]["data"][0]["quantity"], len(books.all("invoice"))) == (1, 1)
    books.world.set_time(NOON + timedelta(minutes=7))
    client.v1.subscriptions.update(halfway["id"], change)
    made = books.latest_invoice(halfway)
    assert (made["status"], made["total"], made["billing_reason"]) == ("paid", 2005, "subscription_update")
    assert [line["amount"] for line in made["lines"]["data"]] == [-1003, 3008]
    assert halfway["items"]["data"][0]["quantity"] == 3
    assert [e["type"] for e in books.all("event")][-2:] == ["invoice.finalized", "invoice.created"]


def test_seats_changed_at_the_renewal(client: stripe.StripeClient, books: StripeBooks, halfway: Json) -> None:
    item = halfway["items"]["data"][0]["id"]
    for behavior, now, then in (
        ("none", [], [6000]),
        ("create_prorations", [-1000, 3000], [-1000, 3000, 6000]),
    ):
        change: Any = {"items": [{"id": item, "quantity": 3}], "proration_behavior": behavior}
        preview = client.v1.invoices.create_preview(
            {"subscription": halfway["id"], "subscription_details": change}
        )
        assert [line["amount"] for line in body(preview)["lines"]["data"]] == then
        with books.rehearsal():
            client.v1.subscriptions.update(halfway["id"], change)
            waiting = books.all("invoiceitem", invoice=None)[::-1]
            assert [w["amount"] for w in waiting] == now
            assert len(books.all("invoice")) == 1
            assert [line["amount"] for line in books.renew(halfway)["lines"]["data"]] == then


def test_a_credit_is_a_share_of_what_was_really_paid(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json, world: World
) -> None:
    """Flexible billing mode: half of 10 dollars after a discount, and nothing of a free month."""
    world.set_time(NOON)
    plan = books.subscribe(
        ann, pro, at=NOON - timedelta(days=15), coupon=books.coupon(percent_off=50), tax_percent=10
    )
    details: Any = {"cancel_now": True}
    preview = body(
        client.v1.invoices.create_preview({"subscription": plan["id"], "subscription_details": details})
    )
    assert (preview["subtotal"], preview["total"], preview["amount_due"]) == (-500, -550, 0)
    free = books.subscribe(ann, books.price(books.product("Free"), 0), at=NOON - timedelta(days=15))
    with pytest.raises(stripe.InvalidRequestError) as nothing:
        client.v1.invoices.create_preview({"subscription": free["id"], "subscription_details": details})
    assert (nothing.value.http_status, nothing.value.code) == (404, "invoice_upcoming_none")
    books.empty_previews = True
    empty = client.v1.invoices.create_preview({"subscription": free["id"], "subscription_details": details})
    assert (body(empty)["total"], body(empty)["lines"]["data"]) == (0, [])


def test_another_price_without_a_quantity_is_one(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json, world: World
) -> None:
    world.set_time(NOON)
    plan = books.subscribe(ann, pro, at=NOON - timedelta(days=15), quantity=5)
    item = plan["items"]["data"][0]["id"]
    team = books.price(books.product("Team", features=["shared"]), 3000)
    client.v1.subscriptions.update(plan["id"], {"items": [{"id": item, "price": team["id"]}]})
    assert (plan["items"]["data"][0]["id"], plan["items"]["data"][0]["quantity"]) == (item, 1)
    assert [e["lookup_key"] for e in books.all("entitlements.active_entitlement")] == ["shared"]
    yearly = books.price(books.product("Yearly"), 19200, interval="year")
    client.v1.subscriptions.update(plan["id"], {"items": [{"id": item, "price": yearly["id"]}]})
    made = books.latest_invoice(plan)
    # Another interval begins a new period, billed at once.
    assert [line["amount"] for line in made["lines"]["data"]] == [-1500, 19200]
    assert plan["billing_cycle_anchor"] == int(NOON.timestamp())


def test_items_come_and_go(client: stripe.StripeClient, books: StripeBooks, halfway: Json) -> None:
    item = halfway["items"]["data"][0]["id"]
    extra = books.price(books.product("Extra"), 500)
    added: Any = {"items": [{"price": extra["id"], "quantity": 2}], "proration_behavior": "always_invoice"}
    client.v1.subscriptions.update(halfway["id"], added)
    assert [line["amount"] for line in books.latest_invoice(halfway)["lines"]["data"]] == [500]
    second = halfway["items"]["data"][1]["id"]
    client.v1.subscriptions.update(
        halfway["id"], {"items": [{"id": second, "deleted": True}], "proration_behavior": "none"}
    )
    assert [i["id"] for i in halfway["items"]["data"]] == [item]
    for items, words in (
        ([{"id": item, "deleted": True}], "at least one"),
        ([{"id": "si_nobody", "quantity": 2}], "No such subscription_item"),
        ([{"id": item, "price": "price_nobody"}], "No such price"),
        ([{"id": item, "quantity": -1}], "non-negative"),
    ):
        with pytest.raises(stripe.InvalidRequestError, match=words):
            client.v1.subscriptions.update(halfway["id"], {"items": items})  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"items": [], "proration_date": 1}, "is required"),
        ({"cancel_now": True, "proration_date": 1}, "outside of current"),
        ({"cancel_now": True, "proration_date": 1, "proration_behavior": "none"}, "'none'"),
    ],
)
def test_proration_dates_that_make_no_sense(
    client: stripe.StripeClient, halfway: Json, details: Any, words: str
) -> None:
    with pytest.raises(stripe.InvalidRequestError, match=words):
        client.v1.invoices.create_preview({"subscription": halfway["id"], "subscription_details": details})


def test_previews_of_the_future(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, halfway: Json
) -> None:
    books.invoice_item(ann, 700, at=NOON, description="Set-up")
    books.balance(ann, -300, at=NOON)

    def amounts(params: Any) -> tuple[list[int], int]:
        shown = body(client.v1.invoices.create_preview({"subscription": halfway["id"], **params}))
        return [line["amount"] for line in shown["lines"]["data"]], shown["amount_due"]

    assert amounts({}) == ([700, 2000], 2400)
    assert amounts({"preview_mode": "recurring"}) == ([2000], 2000)
    assert amounts({"subscription_details": {"cancel_at_period_end": True}}) == ([700], 400)
    with pytest.raises(stripe.InvalidRequestError, match="at least one of"):
        client.v1.invoices.create_preview({"customer": ann["id"]})
    books.cancel(halfway, NOON)
    with pytest.raises(stripe.InvalidRequestError, match="No upcoming invoices"):
        client.v1.invoices.create_preview({"subscription": halfway["id"]})
    assert books.ledger()["writes"] == []


def test_metered_use_is_on_the_last_bill(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json, world: World
) -> None:
    world.set_time(NOON)
    storage = books.price(books.product("Storage"), 2, usage_type="metered")
    plan = books.subscribe(ann, pro, at=NOON - timedelta(days=15), also=[(storage, 1)])
    books.used[plan["items"]["data"][1]["id"]] = 400
    preview = client.v1.invoices.create_preview(
        {
            "subscription": plan["id"],
            "subscription_details": {"cancel_now": True, "proration_behavior": "none"},
        }
    )
    assert [line["amount"] for line in body(preview)["lines"]["data"]] == [800]
    client.v1.subscriptions.cancel(plan["id"], {"invoice_now": True})
    assert (books.latest_invoice(plan)["total"], books.latest_invoice(plan)["status"]) == (800, "paid")


def test_an_upgrade_that_the_card_declines(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, halfway: Json
) -> None:
    item = halfway["items"]["data"][0]["id"]
    card = ann["invoice_settings"]["default_payment_method"]
    books.declining[card] = "insufficient_funds"
    change: Any = {"items": [{"id": item, "quantity": 3}], "proration_behavior": "always_invoice"}
    with pytest.raises(stripe.CardError) as declined:
        client.v1.subscriptions.update(halfway["id"], {**change, "payment_behavior": "error_if_incomplete"})
    assert (declined.value.http_status, declined.value.error.decline_code) == (402, "insufficient_funds")
    assert (halfway["items"]["data"][0]["quantity"], len(books.all("invoice"))) == (1, 1)
    assert client.v1.subscriptions.update(halfway["id"], change).status == "past_due"
    assert (halfway["items"]["data"][0]["quantity"], books.latest_invoice(halfway)["status"]) == (3, "open")


def test_cancelling_at_once_stops_the_collection_of_everything(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json, halfway: Json
) -> None:
    survivor = books.subscribe(ann, pro, at=books.world.ago(days=36))
    bill = books.fail_renewal(survivor)
    assert bill["auto_advance"]
    gone = client.v1.subscriptions.cancel(
        halfway["id"], {"cancellation_details": {"comment": "duplicate of another"}}
    )
    assert (gone.status, gone.ended_at) == ("canceled", int(NOON.timestamp()))
    assert (bill["auto_advance"], bill["next_payment_attempt"]) == (False, None)
    repaired = body(client.v1.invoices.update(bill["id"], {"auto_advance": True}))
    assert repaired["auto_advance"]
    assert repaired["next_payment_attempt"] > NOON.timestamp()
    assert survivor["status"] == "past_due"
    client.v1.subscriptions.update(halfway["id"], {"metadata": {"duplicate_of": survivor["id"]}})
    with pytest.raises(stripe.InvalidRequestError) as ended:
        client.v1.subscriptions.update(halfway["id"], {"cancel_at_period_end": True})
    assert ended.value.code == "invalid_canceled_subscription_fields"


@pytest.mark.parametrize(
    ("params", "balance", "waiting"),
    [({}, 0, 0), ({"prorate": True}, 0, 1), ({"prorate": True, "invoice_now": True}, -1000, 0)],
)
def test_what_becomes_of_unused_time(
    client: stripe.StripeClient,
    books: StripeBooks,
    ann: Json,
    halfway: Json,
    params: Any,
    balance: int,
    waiting: int,
) -> None:
    client.v1.subscriptions.cancel(halfway["id"], params)
    assert ann["balance"] == balance
    assert len(books.all("invoiceitem", invoice=None)) == waiting


def test_waiting_prorations_go_with_the_subscription(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, halfway: Json
) -> None:
    books.invoice_item(ann, 700, at=NOON, description="Set-up")
    books.change_quantity(halfway, 3, NOON, bill="next")
    client.v1.subscriptions.cancel(halfway["id"])
    assert [i["description"] for i in books.all("invoiceitem", invoice=None)] == ["Set-up"]


def test_going_on_after_a_pause(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, halfway: Json
) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="paused"):
        client.v1.subscriptions.resume(halfway["id"], {}, once("a"))
    books.pause(halfway, NOON)
    card = ann["invoice_settings"]["default_payment_method"]
    books.declining[card] = "generic_decline"
    assert client.v1.subscriptions.resume(halfway["id"], {}, once("b")).status == "paused"
    assert books.latest_invoice(halfway)["status"] == "open"
    books.declining.clear()
    resumed = client.v1.subscriptions.resume(halfway["id"], {}, once("c"))
    assert (resumed.status, resumed.billing_cycle_anchor) == ("active", int(NOON.timestamp()))
    assert books.latest_invoice(halfway)["status"] == "paid"


# ------------------------------------------------------------------ invoices
@pytest.fixture
def unpaid(books: StripeBooks, ann: Json, pro: Json) -> Json:
    return books.fail_renewal(books.subscribe(ann, pro, at=books.world.ago(days=36)))


def test_paying_an_invoice_heals_the_subscription(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, unpaid: Json
) -> None:
    paid = client.v1.invoices.pay(unpaid["id"], {"off_session": True}, once("a"))
    assert (paid.status, paid.amount_paid, paid.attempt_count) == ("paid", 2000, 2)
    assert (books.all("subscription")[0]["status"], ann["delinquent"]) == ("active", False)
    with pytest.raises(stripe.InvalidRequestError, match="already paid"):
        client.v1.invoices.pay(unpaid["id"], {}, once("b"))


@pytest.mark.parametrize(
    ("decline_code", "code", "advice"),
    [
        ("insufficient_funds", "card_declined", "try_again_later"),
        ("lost_card", "card_declined", "do_not_try_again"),
        ("expired_card", "expired_card", "confirm_card_data"),
        ("authentication_required", "invoice_payment_intent_requires_action", None),
    ],
)
def test_a_card_that_declines(
    client: stripe.StripeClient,
    books: StripeBooks,
    ann: Json,
    unpaid: Json,
    decline_code: str,
    code: str,
    advice: str | None,
) -> None:
    scheduled = unpaid["next_payment_attempt"]
    books.declining[ann["invoice_settings"]["default_payment_method"]] = decline_code
    with pytest.raises(stripe.CardError) as declined:
        client.v1.invoices.pay(unpaid["id"], {}, once("a"))
    error = declined.value.error
    assert (declined.value.http_status, error.code) == (402, code)
    assert (error.decline_code, error.advice_code) == (decline_code, advice)
    # The attempt has happened: it counts, and the same key only repeats its result.
    assert unpaid["attempt_count"] == 2
    books.declining.clear()
    with pytest.raises(stripe.CardError):
        client.v1.invoices.pay(unpaid["id"], {}, once("a"))
    assert unpaid["attempt_count"] == 2
    if decline_code != "authentication_required":
        assert unpaid["next_payment_attempt"] == scheduled
    assert client.v1.invoices.pay(unpaid["id"], {}, once("b")).status == "paid"


def test_other_ways_to_pay(client: stripe.StripeClient, books: StripeBooks, ann: Json, unpaid: Json) -> None:
    stranger = books.card(books.customer("bo@dune.example"))
    for method, words in ((stranger["id"], "does not have"), ("pm_nobody", "No such payment_method")):
        with pytest.raises(stripe.InvalidRequestError, match=words):
            client.v1.invoices.pay(unpaid["id"], {"payment_method": method})
    expired = books.card(ann, exp=(1, 2020), default=False)
    with pytest.raises(stripe.CardError, match="expired"):
        client.v1.invoices.pay(unpaid["id"], {"payment_method": expired["id"]})
    assert client.v1.invoices.pay(unpaid["id"], {"paid_out_of_band": True}).status == "paid"
    assert unpaid["amount_paid_off_stripe"] == 2000
    bare = books.customer("cy@dune.example")
    bill = books.invoice(bare, 900, at=books.world.now(), description="Set-up")
    with pytest.raises(stripe.InvalidRequestError, match="default_payment_method"):
        client.v1.invoices.pay(bill["id"])
    debit = books.bank_account(bare)
    assert client.v1.invoices.pay(bill["id"], {"payment_method": debit["id"]}).status == "open"
    with pytest.raises(stripe.InvalidRequestError, match="processing"):
        client.v1.invoices.void_invoice(bill["id"])


def test_voiding(client: stripe.StripeClient, books: StripeBooks, ann: Json, unpaid: Json) -> None:
    books.balance(ann, -500, at=books.world.now())
    bill = books.invoice(ann, 900, at=books.world.now(), description="Set-up")
    assert (ann["balance"], bill["amount_due"]) == (0, 400)
    assert client.v1.invoices.void_invoice(bill["id"], {}, once("a")).status == "void"
    assert ann["balance"] == -500
    paid = books.first_invoice(books.all("subscription")[0])
    for invoice, words in ((bill, "isn't open"), (paid, "cannot be voided")):
        with pytest.raises(stripe.InvalidRequestError, match=words):
            client.v1.invoices.void_invoice(invoice["id"])
        with pytest.raises(stripe.InvalidRequestError, match="can't be updated"):
            client.v1.invoices.update(invoice["id"], {"auto_advance": True})
    client.v1.invoices.update(paid["id"], {"metadata": {"checked": "yes"}})
    stopped = body(client.v1.invoices.update(unpaid["id"], {"auto_advance": False}))
    assert (stopped["auto_advance"], stopped["next_payment_attempt"]) == (False, None)


def test_a_first_invoice_voided_ends_the_subscription(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json
) -> None:
    plan = books.subscribe(ann, pro, at=books.world.ago(hours=2), status="incomplete")
    client.v1.invoices.void_invoice(plan["latest_invoice"])
    assert plan["status"] == "incomplete_expired"


def test_sending(client: stripe.StripeClient, books: StripeBooks, ann: Json, unpaid: Json) -> None:
    bill = books.invoice(ann, 900, at=books.world.now(), description="Set-up")
    client.v1.invoices.send_invoice(bill["id"])
    assert [e["data"]["object"]["id"] for e in books.all("event", type="invoice.sent")] == [bill["id"]]
    with pytest.raises(stripe.InvalidRequestError, match="collection method"):
        client.v1.invoices.send_invoice(unpaid["id"])
    books.pay_invoice(bill)
    with pytest.raises(stripe.InvalidRequestError, match="cannot be sent"):
        client.v1.invoices.send_invoice(bill["id"])


# ------------------------------------------------------------------ credit notes and balance
@pytest.fixture
def taxed(books: StripeBooks, ann: Json, pro: Json) -> Json:
    """Paid: 20 dollars and 19 % tax."""
    return books.latest_invoice(books.subscribe(ann, pro, at=books.world.ago(days=3), tax_percent=19))


def test_a_credit_note_makes_the_refund(client: stripe.StripeClient, books: StripeBooks, taxed: Json) -> None:
    params: Any = {
        "invoice": taxed["id"],
        "amount": 1190,
        "refund_amount": 1190,
        "reason": "duplicate",
        "metadata": {"action": "7"},
        "email_type": "none",
    }
    preview = body(client.v1.credit_notes.preview({k: v for k, v in params.items() if k != "email_type"}))  # type: ignore[typeddict-item]
    assert (preview["total"], preview["total_excluding_tax"], preview["refunds"]) == (1190, 1000, [])
    assert books.all("refund") == []
    note = body(client.v1.credit_notes.create(params, once("a")))
    assert (note["total"], note["total_taxes"][0]["amount"], note["type"]) == (1190, 190, "post_payment")
    (refund,) = books.all("refund")
    assert note["refunds"] == [{"amount_refunded": 1190, "refund": refund["id"], "type": "refund"}]
    assert (refund["amount"], refund["reason"]) == (1190, "duplicate")
    assert taxed["post_payment_credit_notes_amount"] == 1190
    assert client.v1.credit_notes.create(params, once("a")).id == note["id"]
    assert [n["metadata"] for n in books.ledger()["credit_notes"]] == [{"action": "7"}]
    with pytest.raises(stripe.InvalidRequestError, match=r"\$11\.91.*\$11\.90"):
        client.v1.credit_notes.create({"invoice": taxed["id"], "amount": 1191, "refund_amount": 1191})
    assert len(books.all("refund")) == 1


def test_refunds_and_credit_notes_share_one_limit(
    client: stripe.StripeClient, books: StripeBooks, taxed: Json
) -> None:
    charge = books.charge_of(taxed)
    assert charge is not None
    bare = client.v1.refunds.create({"charge": charge["id"], "amount": 1500})
    with pytest.raises(stripe.InvalidRequestError, match=r"\(\$8\.80\)"):
        client.v1.credit_notes.create({"invoice": taxed["id"], "amount": 2380, "credit_amount": 2380})
    linked: Any = {"invoice": taxed["id"], "amount": 1500, "refunds": [{"refund": bare.id}]}
    note = body(client.v1.credit_notes.create(linked))
    assert note["refunds"][0]["refund"] == bare.id
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.credit_notes.create(linked)
    left: Any = {"invoice": taxed["id"], "amount": 880, "credit_amount": 880}
    note = body(client.v1.credit_notes.create(left))
    assert books.get(note["customer_balance_transaction"])["amount"] == -880
    assert len(books.all("refund")) == 1


def test_credit_notes_by_line_and_of_open_invoices(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, taxed: Json
) -> None:
    line = taxed["lines"]["data"][0]["id"]
    params: Any = {
        "invoice": taxed["id"],
        "lines": [{"type": "invoice_line_item", "invoice_line_item": line, "amount": 500}],
        "out_of_band_amount": 595,
    }
    note = body(client.v1.credit_notes.create(params))
    assert (note["subtotal"], note["total"], note["out_of_band_amount"]) == (500, 595, 595)
    bill = books.invoice(ann, 900, at=books.world.now(), description="Set-up")
    less = body(client.v1.credit_notes.create({"invoice": bill["id"], "amount": 400}))
    assert (less["type"], bill["amount_remaining"], bill["status"]) == ("pre_payment", 500, "open")
    client.v1.credit_notes.create({"invoice": bill["id"], "amount": 500})
    assert (bill["amount_remaining"], bill["status"]) == (0, "paid")


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"amount": 100}, r"sum of credit amount.*\$0\.00.*\$1\.00"),
        ({"amount": 100, "refund_amount": 60, "credit_amount": 60}, r"\$1\.20"),
        ({}, "exactly one"),
        ({"amount": 0, "refund_amount": 0}, "positive integer"),
        (
            {"lines": [{"type": "invoice_line_item", "invoice_line_item": "il_x", "amount": 1}]},
            "No such line_item",
        ),
    ],
)
def test_credit_notes_that_do_not_add_up(
    client: stripe.StripeClient, books: StripeBooks, taxed: Json, params: Any, words: str
) -> None:
    with pytest.raises(stripe.InvalidRequestError, match=words):
        client.v1.credit_notes.create({"invoice": taxed["id"], **params})
    assert (books.all("credit_note"), books.all("refund")) == ([], [])


def test_a_credit_note_cannot_refund_what_is_disputed(
    client: stripe.StripeClient, books: StripeBooks, taxed: Json
) -> None:
    charge = books.charge_of(taxed)
    assert charge is not None
    books.dispute(charge, at=books.world.now())
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.credit_notes.create({"invoice": taxed["id"], "amount": 100, "refund_amount": 100})
    assert refused.value.code == "charge_disputed"
    assert books.all("credit_note") == []


def test_credit_on_the_balance(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, taxed: Json
) -> None:
    create = client.v1.customers.balance_transactions.create
    params: Any = {"amount": -700, "currency": "usd", "description": "Goodwill", "metadata": {"action": "7"}}
    entry = create(ann["id"], params, once("a"))
    assert create(ann["id"], params, once("a")).id == entry.id
    assert (entry.ending_balance, ann["balance"]) == (-700, -700)
    assert [e["metadata"] for e in books.ledger()["balance"]] == [{"action": "7"}]
    with pytest.raises(stripe.InvalidRequestError, match="combine currencies"):
        create(ann["id"], {"amount": -700, "currency": "eur"})
    with pytest.raises(stripe.InvalidRequestError, match="non-zero"):
        create(ann["id"], {"amount": 0, "currency": "usd"})
    books.delete_customer(ann)
    with pytest.raises(stripe.InvalidRequestError, match="No such customer"):
        create(ann["id"], params, once("b"))


def test_customers_change(client: stripe.StripeClient, books: StripeBooks, ann: Json) -> None:
    card, strange = books.card(ann, default=False), books.card(None)
    update = client.v1.customers.update
    shown = body(
        update(
            ann["id"],
            {
                "email": "ann@sand.example",
                "metadata": {"duplicate_of": "cus_1"},
                "invoice_settings": {"default_payment_method": card["id"]},
            },
        )
    )
    assert (shown["email"], shown["metadata"]) == ("ann@sand.example", {"duplicate_of": "cus_1"})
    assert shown["invoice_settings"]["default_payment_method"] == card["id"]
    (event,) = books.all("event", type="customer.updated")
    assert event["data"]["previous_attributes"]["email"] == "ann@dune.example"
    with pytest.raises(stripe.InvalidRequestError, match="Invalid email"):
        update(ann["id"], {"name": "Nobody", "email": "nonsense"})
    assert ann["name"] == "Ann"
    with pytest.raises(stripe.InvalidRequestError, match="does not have"):
        update(ann["id"], {"invoice_settings": {"default_payment_method": strange["id"]}})


# ------------------------------------------------------------------ links
def test_a_link_into_the_portal(client: stripe.StripeClient, books: StripeBooks, ann: Json) -> None:
    create = client.v1.billing_portal.sessions.create
    with pytest.raises(stripe.InvalidRequestError, match="No configuration provided"):
        create({"customer": ann["id"]})
    books.portal()
    session = body(
        create(
            {
                "customer": ann["id"],
                "after_expiration": {"type": "customer_login"},
                "return_url": "https://northwindnotes.example/back",
            }
        )
    )
    assert session["url"].startswith("https://billing.stripe.com/p/session/test_")
    assert session["after_expiration"] == {"type": "customer_login", "customer_login": {"expires_at": None}}
    assert session["flow"] is None
    with pytest.raises(stripe.InvalidRequestError, match="future"):
        create(
            {
                "customer": ann["id"],
                "after_expiration": {"type": "customer_login", "customer_login": {"expires_at": 1}},
            }
        )
    (entry,) = books.ledger()["portal_sessions"]
    assert (entry["customer"], entry["flow"]) == (ann["id"], None)
    books.delete_customer(ann)
    with pytest.raises(stripe.InvalidRequestError, match="No such customer"):
        create({"customer": ann["id"]})


def flow(kind: str, subscription: str | None = None, **more: Any) -> Any:
    data: Json = {"type": kind}
    if subscription:
        data[kind] = {"subscription": subscription, **more}
    return data


def test_flows_need_their_feature(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, halfway: Json
) -> None:
    books.portal(cancel=False, payment_method_update=False, customer_update=False)
    everything = books.portal(
        cancel=True, update=True, quantity=True, pause=True, default=False, login_page=False
    )
    create = client.v1.billing_portal.sessions.create
    item = halfway["items"]["data"][0]["id"]
    for data, words in (
        (flow("payment_method_update"), "payment method update feature"),
        (flow("customer_update"), "customer update feature"),
        (flow("subscription_cancel", halfway["id"]), "subscription cancel feature"),
        (flow("subscription_pause", halfway["id"]), "subscription pause feature"),
        (flow("subscription_update", halfway["id"]), "subscription update feature"),
        (
            flow("subscription_update_confirm", halfway["id"], items=[{"id": item, "quantity": 2}]),
            "subscription update feature",
        ),
    ):
        with pytest.raises(stripe.InvalidRequestError, match=words):
            create({"customer": ann["id"], "flow_data": data})
        session = create({"customer": ann["id"], "flow_data": data, "configuration": everything["id"]})
        assert session.flow is not None
        assert session.flow.type == data["type"]
    with pytest.raises(stripe.InvalidRequestError, match="No such configuration"):
        create({"customer": ann["id"], "configuration": "bpc_nobody"})


def test_flows_need_a_subscription_that_fits(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json, halfway: Json
) -> None:
    books.portal(cancel=True, quantity=True)
    create = client.v1.billing_portal.sessions.create
    item = halfway["items"]["data"][0]["id"]
    other = books.subscribe(books.customer("bo@dune.example"), pro, at=NOON)
    several = books.subscribe(ann, pro, at=NOON, also=[(books.price(books.product("B"), 1), 1)])
    ended = books.cancel(books.subscribe(ann, pro, at=NOON), NOON)
    ending = books.cancel_at_period_end(books.subscribe(ann, pro, at=NOON), NOON)
    more = books.price(books.product("C"), 1)["id"]
    for data, words in (
        (flow("subscription_cancel"), "Missing required param"),
        (flow("subscription_cancel", other["id"]), "No such subscription"),
        (flow("subscription_cancel", ended["id"]), "it is canceled"),
        (flow("subscription_cancel", ending["id"]), "already set to cancel"),
        (flow("subscription_update", several["id"]), "multiple items"),
        (flow("subscription_update_confirm", halfway["id"], items=[{"id": item}]), "no changes"),
        (
            flow("subscription_update_confirm", halfway["id"], items=[{"id": item, "price": more}]),
            "updating the price is not allowed",
        ),
    ):
        with pytest.raises(stripe.InvalidRequestError, match=words):
            create({"customer": ann["id"], "flow_data": data})


def test_a_stale_checkout_expires(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json
) -> None:
    session = books.checkout(ann, pro, at=books.world.ago(hours=2))
    expire = client.v1.checkout.sessions.expire
    assert expire(session["id"], {}, once("a")).status == "expired"
    assert session["url"] is None
    with pytest.raises(stripe.InvalidRequestError, match="status of `expired`"):
        expire(session["id"], {}, once("b"))


# ------------------------------------------------------------------ who may
Attempt = Callable[[stripe.StripeClient], Any]

ATTEMPTS: dict[str, Attempt] = {
    "rak_charge_write": lambda c: c.v1.refunds.create({"charge": "ch_x"}),
    "rak_refund_write": lambda c: c.v1.refunds.create({"charge": "ch_x"}),
    "rak_subscription_write": lambda c: c.v1.subscriptions.cancel("sub_x"),
    "rak_invoice_write": lambda c: c.v1.invoices.pay("in_x"),
    "rak_credit_note_write": lambda c: c.v1.credit_notes.create({"invoice": "in_x", "amount": 1}),
    "rak_customer_write": lambda c: c.v1.customers.update("cus_x", {"name": "A"}),
    "rak_customer_portal_write": lambda c: c.v1.billing_portal.sessions.create({"customer": "cus_x"}),
    "rak_checkout_session_write": lambda c: c.v1.checkout.sessions.expire("cs_x"),
}


@pytest.mark.parametrize("permission", ATTEMPTS)
def test_each_permission_is_asked_for(
    sandbox: Addresses, client: stripe.StripeClient, books: StripeBooks, permission: str
) -> None:
    attempt = ATTEMPTS[permission]
    with pytest.raises(stripe.InvalidRequestError):
        attempt(client)
    books.forbidden_permissions = {permission}
    with pytest.raises(stripe.PermissionError, match=f"Having the '{permission}' permission"):
        attempt(client)
    books.forbidden_permissions = set()
    with pytest.raises(stripe.PermissionError, match="rak_"):
        attempt(client_with(sandbox.stripe, "rk_test_sandbox"))


def test_the_reading_key_reads_and_the_writing_key_does_both(
    sandbox: Addresses, client: stripe.StripeClient, charge: Json
) -> None:
    reader = client_with(sandbox.stripe, "rk_test_sandbox")
    assert reader.v1.charges.retrieve(charge["id"]).amount == 2000
    assert client.v1.charges.retrieve(charge["id"]).amount == 2000


def test_what_the_sandbox_does_not_know_it_says(client: stripe.StripeClient, halfway: Json) -> None:
    with pytest.raises(stripe.APIError, match="does not serve trial_end"):
        client.v1.subscriptions.update(halfway["id"], {"trial_end": "now"})


def test_every_write_is_an_endpoint_of_stripes() -> None:
    known = {(operation.verb, operation.path) for operation in contract().operations}
    assert set(WRITES) <= known


def test_all_that_was_written_keeps_the_contract(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, halfway: Json, taxed: Json
) -> None:
    books.portal(cancel=True)
    item = halfway["items"]["data"][0]["id"]
    client.v1.subscriptions.update(
        halfway["id"], {"items": [{"id": item, "quantity": 3}], "proration_behavior": "always_invoice"}
    )
    client.v1.credit_notes.create(
        {"invoice": taxed["id"], "amount": 300, "refund_amount": 100, "credit_amount": 200}
    )
    client.v1.billing_portal.sessions.create(
        {"customer": ann["id"], "flow_data": flow("subscription_cancel", halfway["id"])}
    )
    client.v1.subscriptions.cancel(halfway["id"], {"prorate": True, "invoice_now": True})
    for thing in books.everything():
        books.contract.check_object(books.shown(thing))
    shown = body(client.v1.events.list({"limit": 100}))["data"]
    assert {e["type"] for e in shown} >= {
        "credit_note.created",
        "refund.created",
        "charge.refunded",
        "billing_portal.session.created",
        "customer.subscription.deleted",
        "invoice.paid",
    }
    assert all(e["request"]["id"].startswith("req_") for e in shown)
    assert json.loads(json.dumps(books.ledger())) == books.ledger()
