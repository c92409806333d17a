"""The real SDK against the sandbox's Stripe."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
import stripe

from integrations.sandbox import stripe_wire
from integrations.sandbox.faults import Fault
from integrations.sandbox.running import Addresses
from integrations.sandbox.stripe_books import StripeBooks
from integrations.sandbox.stripe_contract import contract
from integrations.sandbox.world import World

Json = dict[str, Any]


@pytest.fixture
def books(world: World) -> StripeBooks:
    return world.stripe


@pytest.fixture
def client(sandbox: Addresses, monkeypatch: pytest.MonkeyPatch) -> stripe.StripeClient:
    monkeypatch.setattr(stripe, "enable_telemetry", False)
    return stripe.StripeClient(
        "rk_test_reader",
        base_addresses={"api": sandbox.stripe},
        http_client=stripe.RequestsClient(timeout=10),
    )


@pytest.fixture
def pro(books: StripeBooks) -> Json:
    return books.price(books.product("Pro", features=["notes"]), 2000)


@pytest.fixture
def ann(books: StripeBooks) -> Json:
    return books.customer("Ann@Dune.example", "Ann", metadata={"github": "ann-o"})


def body(answer: Any) -> Json:
    shown: Json = json.loads(answer.last_response.body)
    return shown


def ids(answer: Any) -> list[str]:
    return [thing["id"] for thing in body(answer)["data"]]


def test_email_filter_minds_letter_case_and_search_does_not(client: stripe.StripeClient, ann: Json) -> None:
    assert ids(client.v1.customers.list({"email": "Ann@Dune.example"})) == [ann["id"]]
    assert ids(client.v1.customers.list({"email": "ann@dune.example"})) == []
    assert ids(client.v1.customers.search({"query": "email:'ann@dune.example'"})) == [ann["id"]]
    assert ids(client.v1.customers.search({"query": "metadata['github']:'Ann-O'"})) == [ann["id"]]


def test_search_lags_behind(client: stripe.StripeClient, books: StripeBooks) -> None:
    new = books.customer("new@dune.example", created=books.world.ago(seconds=20))
    books.search_lag = 60
    query = {"query": "email:'new@dune.example'"}
    assert ids(client.v1.customers.search(query)) == []  # type: ignore[arg-type]
    assert ids(client.v1.customers.list({"email": "new@dune.example"})) == [new["id"]]


def test_lists_are_paged_newest_first(client: stripe.StripeClient, books: StripeBooks, ann: Json) -> None:
    made = [books.charge(ann, 100 + n, at=books.world.ago(days=30 - n))["id"] for n in range(25)]
    newest = made[::-1]
    first = client.v1.charges.list({"customer": ann["id"]})
    assert ids(first) == newest[:10]
    assert first.has_more
    second = client.v1.charges.list({"customer": ann["id"], "limit": 20, "starting_after": newest[9]})
    assert ids(second) == newest[10:]
    assert not second.has_more
    back = client.v1.charges.list({"customer": ann["id"], "limit": 5, "ending_before": newest[10]})
    assert ids(back) == newest[5:10]
    assert back.has_more
    assert [charge.id for charge in first.auto_paging_iter()] == newest


def test_search_results_are_paged_by_cursor(
    client: stripe.StripeClient, books: StripeBooks, ann: Json
) -> None:
    made = [books.charge(ann, 2000, at=books.world.ago(days=n))["id"] for n in range(7)]
    query = "payment_method_details.card.last4:4242 AND amount:2000"
    found = client.v1.charges.search({"query": query, "limit": 5})
    assert ids(found) == made[:5]
    assert found.next_page
    rest = client.v1.charges.search({"query": query, "limit": 5, "page": found.next_page})
    assert ids(rest) == made[5:]
    assert rest.next_page is None
    with pytest.raises(stripe.InvalidRequestError, match="Invalid page"):
        client.v1.charges.search({"query": query, "page": "nonsense"})


def test_created_filters(client: stripe.StripeClient, books: StripeBooks, ann: Json) -> None:
    old = books.charge(ann, 100, at=books.world.ago(days=500))
    new = books.charge(ann, 100, at=books.world.ago(days=5))
    since = int(books.world.ago(days=400).timestamp())
    assert ids(client.v1.charges.list({"customer": ann["id"], "created": {"gte": since}})) == [new["id"]]
    assert ids(client.v1.charges.list({"customer": ann["id"], "created": {"lt": since}})) == [old["id"]]
    assert ids(client.v1.charges.list({"customer": ann["id"], "created": old["created"]})) == [old["id"]]


def test_ended_subscriptions_are_hidden(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json
) -> None:
    live = books.subscribe(ann, pro, at=books.world.ago(days=3))["id"]
    dead = books.cancel(books.subscribe(ann, pro, at=books.world.ago(days=2)), books.world.now())["id"]
    unpaid = books.subscribe(ann, pro, at=books.world.ago(days=4), status="incomplete_expired")["id"]
    listed = client.v1.subscriptions.list
    assert ids(listed({"customer": ann["id"]})) == [live]
    assert ids(listed({"customer": ann["id"], "status": "all"})) == [dead, live, unpaid]
    assert ids(listed({"customer": ann["id"], "status": "canceled"})) == [dead]
    assert ids(listed({"customer": ann["id"], "status": "ended"})) == [dead, unpaid]


def test_includable_lists_come_only_when_asked_for(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json
) -> None:
    plan = books.subscribe(ann, pro, at=books.world.ago(days=3))
    charge = books.paid_charge(plan)
    books.refund(charge, 500, at=books.world.ago(days=1))
    books.balance(ann, -700, at=books.world.now(), currency="usd")
    plain = body(client.v1.invoices.list({"customer": ann["id"]}))["data"][0]
    assert "payments" not in plain
    full = body(client.v1.invoices.list({"customer": ann["id"], "expand": ["data.payments"]}))["data"][0]
    assert full["payments"]["data"][0]["payment"]["payment_intent"] == charge["payment_intent"]
    assert "refunds" not in body(client.v1.charges.retrieve(charge["id"]))
    shown = body(client.v1.charges.retrieve(charge["id"], {"expand": ["refunds", "balance_transaction"]}))
    assert shown["refunds"]["data"][0]["amount"] == 500
    assert shown["balance_transaction"]["fee"] == 88
    credit = client.v1.customers.retrieve(ann["id"], {"expand": ["invoice_credit_balance"]})
    assert body(credit)["invoice_credit_balance"] == {"usd": 700}
    assert books.get(charge)["balance_transaction"].startswith("txn_")


def test_lists_in_lists_are_cut_and_can_be_paged(client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json) -> None:  # fmt: skip
    for n in range(12):
        books.invoice_item(ann, 100, at=books.world.ago(days=2), description=f"Extra {n}")
    plan = books.subscribe(ann, pro, at=books.world.ago(days=1))
    invoice = body(client.v1.invoices.retrieve(plan["latest_invoice"]))
    assert (len(invoice["lines"]["data"]), invoice["lines"]["has_more"]) == (10, True)
    lines = client.v1.invoices.line_items.list(invoice["id"], {"limit": 100})
    assert len(ids(lines)) == 13
    items = client.v1.subscription_items.list({"subscription": plan["id"]})
    assert ids(items) == [plan["items"]["data"][0]["id"]]


def test_deleted_customers(client: stripe.StripeClient, books: StripeBooks, ann: Json) -> None:
    charge = books.charge(ann, 2000, at=books.world.ago(days=9))
    books.delete_customer(ann)
    assert body(client.v1.customers.retrieve(ann["id"])) == {
        "id": ann["id"],
        "object": "customer",
        "deleted": True,
    }
    assert ids(client.v1.customers.list({"email": "Ann@Dune.example"})) == []
    assert ids(client.v1.customers.search({"query": "email:'ann@dune.example'"})) == []
    assert ids(client.v1.charges.list({"customer": ann["id"]})) == [charge["id"]]


def test_what_does_not_exist(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as missing:
        client.v1.customers.retrieve("cus_nobody")
    assert (missing.value.http_status, missing.value.code, missing.value.param) == (
        404,
        "resource_missing",
        "id",
    )
    assert missing.value.user_message == "No such customer: 'cus_nobody'"
    assert (missing.value.request_id or "").startswith("req_")
    with pytest.raises(stripe.InvalidRequestError) as unknown:
        client.v1.charges.list({"customer": "cus_nobody"})
    assert (unknown.value.http_status, unknown.value.param) == (400, "customer")


def test_the_whole_call_plan_of_a_customer(
    client: stripe.StripeClient, books: StripeBooks, ann: Json, pro: Json
) -> None:
    now = books.world.now
    plan = books.subscribe(ann, pro, at=books.world.ago(days=40), checkout=True)
    books.fail_renewal(plan)
    charge = books.paid_charge(plan)
    dispute, warning = books.dispute(charge, at=now()), books.fraud_warning(charge, at=now())
    note = books.credit_note(books.first_invoice(plan), 100, at=now(), to_balance=True)
    item = books.invoice_item(ann, 300, at=now(), description="Extra")
    event = books.undelivered_event("invoice.paid", books.latest_invoice(plan), at=now())
    books.event("invoice.paid", books.first_invoice(plan), at=now())
    portal = books.portal(login_page=True)
    v1, own = client.v1, {"customer": ann["id"]}
    intent = charge["payment_intent"]
    assert body(v1.accounts.retrieve_current())["country"] == "US"
    assert len(ids(v1.payment_intents.list({**own, "limit": 50}))) == 2
    assert len(ids(v1.checkout.sessions.list({**own, "limit": 20}))) == 1
    assert len(ids(v1.checkout.sessions.list({"customer_details": {"email": "Ann@Dune.example"}}))) == 1
    assert len(ids(v1.customers.payment_methods.list(ann["id"], {"limit": 20}))) == 1
    assert ids(v1.credit_notes.list({**own, "limit": 50})) == [note["id"]]
    assert len(ids(v1.customers.balance_transactions.list(ann["id"], {"limit": 20}))) == 1
    assert ids(v1.invoice_items.list({**own, "pending": True})) == [item["id"]]
    assert ids(v1.billing_portal.configurations.list({"is_default": True, "limit": 1})) == [portal["id"]]
    assert ids(v1.disputes.list({"charge": charge["id"]})) == [dispute["id"]]
    assert ids(v1.radar.early_fraud_warnings.list({"charge": charge["id"]})) == [warning["id"]]
    assert ids(v1.events.list({"delivery_success": False, "types": ["invoice.paid"]})) == [event["id"]]
    assert [e["lookup_key"] for e in body(v1.entitlements.active_entitlements.list(own))["data"]] == ["notes"]  # type: ignore[arg-type]
    payments = v1.invoice_payments.list(
        {"payment": {"type": "payment_intent", "payment_intent": intent}, "expand": ["data.invoice"]}
    )
    assert body(payments)["data"][0]["invoice"]["id"] == books.first_invoice(plan)["id"]
    number = books.first_invoice(plan)["number"]
    assert ids(v1.invoices.search({"query": f"number:'{number}'"})) == [books.first_invoice(plan)["id"]]
    subscriptions = v1.subscriptions.list(
        {**own, "status": "all", "limit": 100, "expand": ["data.discounts", "data.schedule", "data.default_payment_method"]}
    )  # fmt: skip
    assert ids(subscriptions) == [plan["id"]]


@pytest.mark.parametrize("permission", ["rak_dispute_read"])
def test_a_key_that_lacks_a_permission(
    client: stripe.StripeClient, books: StripeBooks, permission: str
) -> None:
    charge = books.charge(None, 500, at=books.world.now())
    books.forbidden_permissions = {permission}
    with pytest.raises(stripe.PermissionError, match=f"Having the '{permission}' permission") as refused:
        client.v1.disputes.list({"charge": charge["id"]})
    assert "rk_test_reader" not in str(refused.value)
    assert ids(client.v1.charges.list()) == [charge["id"]]


@pytest.mark.parametrize("key", ["rk_live_reader", "whsec_1"])
def test_only_test_keys_open_the_sandbox(sandbox: Addresses, key: str) -> None:
    client = stripe.StripeClient(key, base_addresses={"api": sandbox.stripe})
    with pytest.raises(stripe.AuthenticationError):
        client.v1.customers.list()


def test_broken_calls_are_named_and_noted(client: stripe.StripeClient, books: StripeBooks) -> None:
    with pytest.raises(
        stripe.InvalidRequestError, match="CONTRACT GET /v1/refunds: params: has no field 'customer'"
    ):
        client.v1.refunds.list({"customer": "cus_1"})  # type: ignore[typeddict-unknown-key]
    with pytest.raises(stripe.InvalidRequestError, match="CONTRACT"):
        client.v1.charges.list({"expand": ["data.invoice"]})
    assert len(books.violations) == 2
    books.violations.clear()


def test_faults_strike_the_api_and_not_the_page_for_people(sandbox: Addresses, world: World) -> None:
    world.faults.add(Fault("stripe", status=500))
    assert requests.get(f"{sandbox.stripe}/v1/charges", timeout=5).status_code == 500
    overview = requests.get(f"{sandbox.stripe}/_sandbox/stripe", timeout=5)
    assert overview.json()["account"].startswith("acct_")


def test_every_endpoint_served_is_one_of_stripes() -> None:
    known = {(operation.verb, operation.path) for operation in contract().operations}
    assert set(stripe_wire.served()) <= known


def test_answers_change_nothing_in_the_books(books: StripeBooks, ann: Json, world: World) -> None:
    world.set_time(datetime(2026, 11, 20, tzinfo=UTC) + timedelta(hours=1))
    shown = books.shown(ann, ["invoice_credit_balance"])
    shown["metadata"]["github"] = "somebody"
    assert books.get(ann)["metadata"] == {"github": "ann-o"}
