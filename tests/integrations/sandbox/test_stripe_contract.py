"""The contract is read from the installed SDK: what that does not know must not pass."""

from __future__ import annotations

import threading
from typing import Any
from urllib.parse import urlencode

import pytest
import stripe

from integrations.sandbox.stripe_contract import Contract, ContractBroken, contract, form_decoded

HEADERS = {"Authorization": "Bearer rk_test_1", "Stripe-Version": stripe.api_version}


def asked(method: str, path: str, headers: dict[str, str] | None = None, **params: str) -> dict[str, Any]:
    encoded = urlencode(params)
    query, body = ("", encoded) if method == "POST" else (encoded, "")
    return contract().request(method, path, query, body, HEADERS if headers is None else headers).params


def test_parameters_arrive_in_their_own_types() -> None:
    assert asked(
        "GET", "/v1/charges", **{"created[gte]": "17", "limit": "100", "expand[0]": "data.refunds"}
    ) == {
        "created": {"gte": 17},
        "limit": 100,
        "expand": ["data.refunds"],
    }
    assert asked("GET", "/v1/billing_portal/configurations", is_default="true") == {"is_default": True}
    assert asked("GET", "/v1/charges", created="17") == {"created": 17}
    assert asked("GET", "/v1/customers", email="12345") == {"email": "12345"}


def test_fixed_paths_come_before_patterns() -> None:
    call = contract().request("GET", "/v1/charges/search", "query=amount:1", "", HEADERS)
    assert (call.path, call.ids) == ("/v1/charges/search", {})
    call = contract().request("GET", "/v1/charges/ch_1", "", "", HEADERS)
    assert (call.path, call.ids) == ("/v1/charges/{charge}", {"charge": "ch_1"})


@pytest.mark.parametrize(
    ("method", "path", "params", "why"),
    [
        ("GET", "/v1/refunds", {"customer": "cus_1"}, "has no field 'customer'"),
        ("GET", "/v1/disputes", {"customer": "cus_1"}, "has no field 'customer'"),
        ("GET", "/v1/subscriptions", {"status": "everything"}, "not one of"),
        ("GET", "/v1/charges", {"limit": "500"}, "between 1 and 100"),
        ("GET", "/v1/charges", {"limit": "many"}, "is no integer"),
        ("GET", "/v1/charges/search", {}, "lacks query"),
        ("GET", "/v1/entitlements/active_entitlements", {}, "lacks customer"),
        ("GET", "/v1/invoices/upcoming/lines/more", {}, "no such endpoint"),
        ("GET", "/v1/charges", {"expand[]": "data.invoice"}, "no field 'invoice'"),
        ("GET", "/v1/invoices", {"expand[]": "data.payment_intent"}, "no field 'payment_intent'"),
        ("GET", "/v1/invoices", {"expand[]": "payments"}, "no field 'payments'"),
        ("GET", "/v1/customers/cus_1", {"expand[]": "email"}, "cannot be expanded"),
        ("GET", "/v1/invoices", {"expand[]": "data.payments.data.payment.payment_intent"}, "5 levels"),
        ("POST", "/v1/refunds", {"charge": "ch_1", "reason": "because"}, "not one of"),
        ("POST", "/v1/refunds", {"charge": "ch_1", "ammount": "5"}, "has no field 'ammount'"),
        ("POST", "/v1/refunds", {"charge": "ch_1", "amount": "ten"}, "is no integer"),
    ],
)
def test_bad_calls_are_refused(method: str, path: str, params: dict[str, str], why: str) -> None:
    with pytest.raises(ContractBroken, match=why):
        asked(method, path, {**HEADERS, "Idempotency-Key": "k"}, **params)


@pytest.mark.parametrize(
    "expand",
    [
        "data.payments",
        "data.default_payment_method",
        "data.customer.invoice_credit_balance",
    ],
)
def test_what_stripe_expands_may_be_asked_for(expand: str) -> None:
    assert asked("GET", "/v1/invoices", **{"expand[]": expand})["expand"] == [expand]


def test_only_the_pinned_version_is_spoken() -> None:
    with pytest.raises(ContractBroken, match="2024-06-20"):
        asked("GET", "/v1/customers", {**HEADERS, "Stripe-Version": "2024-06-20"})


@pytest.mark.parametrize(
    "path", ["/v1/refunds", "/v1/credit_notes", "/v1/invoices/in_1/pay", "/v1/subscriptions/sub_1"]
)
def test_what_must_not_happen_twice_carries_a_key(path: str) -> None:
    with pytest.raises(ContractBroken, match="no Idempotency-Key"):
        asked("POST", path)


def test_reading_needs_no_key() -> None:
    assert asked("GET", "/v1/refunds", charge="ch_1") == {"charge": "ch_1"}


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("charge", "invoice", "in_1"),
        ("invoice", "payment_intent", "pi_1"),
        ("invoice", "paid", True),
        ("invoice", "subscription", "sub_1"),
        ("subscription", "current_period_end", 1),
        ("payment_intent", "charges", []),
    ],
)
def test_fields_of_old_versions_cannot_be_made(name: str, field: str, value: Any) -> None:
    known = {key: shape.blank() for key, shape in contract()._source.resource(name).fields.items()}
    known = {key: value for key, value in known.items() if value is not None}
    with pytest.raises(ContractBroken, match=f"has no field \\['{field}'\\]"):
        contract().make(name, **{**known, field: value})


REFUND = {"id": "re_1", "amount": 5, "created": 1, "currency": "usd"}


def test_made_objects_hold_what_stripe_always_returns() -> None:
    refund = contract().make("refund", **REFUND, charge="ch_1")
    assert refund["object"] == "refund"
    assert refund["charge"] == "ch_1"
    assert refund["failure_reason"] is None


def test_words_are_never_invented() -> None:
    with pytest.raises(ContractBroken, match="needs 'currency'"):
        contract().make("refund", **{k: v for k, v in REFUND.items() if k != "currency"})


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("amount", "5", "is no integer"),
        ("amount", True, "is no integer"),
        ("reason", "because", "not one of"),
        ("metadata", {"ticket": 4}, "refund.metadata.ticket"),
        ("charge", {"object": "charge", "id": "ch_1"}, "refund.charge: lacks"),
        ("destination_details", {"type": "card", "card": {"type": "gift"}}, "destination_details.card.type"),
    ],
)
def test_wrong_values_are_found_where_they_are(field: str, value: Any, why: str) -> None:
    with pytest.raises(ContractBroken, match=why):
        contract().make("refund", **{**REFUND, field: value})


def test_a_deleted_object_is_a_stub() -> None:
    contract().check_object({"id": "cus_1", "object": "customer", "deleted": True})
    with pytest.raises(ContractBroken, match="has no field 'email'"):
        contract().check_object(
            {"id": "cus_1", "object": "customer", "deleted": True, "email": "a@b.example"}
        )


def test_includable_fields_are_known() -> None:
    assert contract().includable("charge") == {"refunds"}
    assert contract().includable("invoice") == {"payments"}
    assert "invoice_credit_balance" in contract().includable("customer")
    assert "payments" not in contract().make("charge", **_charge())
    assert "refunds" not in contract().make("charge", **_charge())


def _charge() -> dict[str, Any]:
    words = {"id": "ch_1", "currency": "usd", "status": "succeeded"}
    return {**words, "billing_details": {}, "metadata": {}}


def test_form_encoding_is_read_as_stripe_reads_it() -> None:
    assert form_decoded("a[b][c]=1&a[d]=&e[]=x&e[]=y&f[0]=z") == {
        "a": {"b": {"c": "1"}, "d": ""},
        "e": {"0": "x", "1": "y"},
        "f": {"0": "z"},
    }
    with pytest.raises(ContractBroken, match="both"):
        form_decoded("a=1&a[b]=2")


def test_one_contract_serves_many_threads() -> None:
    fresh, failures = Contract(), []

    def use() -> None:
        try:
            fresh.request("GET", "/v1/invoices", "limit=5&expand[]=data.payments", "", HEADERS)
            fresh.make("refund", **REFUND)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
