"""Stripe's search query language, as far as it is spoken here."""

from __future__ import annotations

from typing import Any

import pytest

from integrations.sandbox.stripe_search import QueryRefused, matcher

ANN = {
    "email": "Ann.O'Neil@Dune.example",
    "name": 'Ann "The Pen" O\'Neil',
    "created": 1000,
    "metadata": {"github": "AnnO", "odd'key": "x"},
}
CHARGE = {
    "amount": 2000,
    "created": 500,
    "payment_method_details": {"card": {"last4": "4242"}},
    "disputed": False,
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (r"email:'ann.o\'neil@dune.example'", True),
        (r"email:'ANN.O\'NEIL@DUNE.EXAMPLE'", True),
        ('email:"ann.o\'neil@dune.example"', True),
        ("email:'ann'", False),
        ("email~'dune'", True),
        (r'name:"ann \"the pen\" o\'neil"', True),
        ("metadata['github']:'anno'", True),
        ('metadata["github"]:"other"', False),
        (r"metadata['odd\'key']:'x'", True),
        ("-metadata['github']:'anno'", False),
        ("metadata['none']:null", True),
        ("email~'dune' AND created>999", True),
        ("email~'dune' AND created>1000", False),
        ("email~'dune' created>=1000", True),
        ("email:'x@y.example' OR name~'pen'", True),
    ],
)
def test_customers(query: str, found: bool) -> None:
    assert matcher("customer", query)(ANN) is found


def test_charges_by_what_is_printed_on_a_statement() -> None:
    query = "payment_method_details.card.last4:4242 AND amount:2000 AND created>400"
    assert matcher("charge", query)(CHARGE)
    assert not matcher("charge", query.replace("4242", "0005"))(CHARGE)
    assert matcher("charge", "disputed:'false'")(CHARGE)


def test_invoices_by_their_subscription() -> None:
    invoice: dict[str, Any] = {"parent": {"subscription_details": {"subscription": "sub_1"}}}
    assert matcher("invoice", "subscription:'sub_1'")(invoice)
    assert not matcher("invoice", "subscription:'sub_1'")({"parent": None})


@pytest.mark.parametrize(
    ("kind", "query"),
    [
        ("customer", ""),
        ("customer", "ann@dune.example"),
        ("customer", "email:'o'neil'"),
        ("customer", "email:'unclosed"),
        ("customer", "email~'du'"),
        ("customer", "email:'a' AND name:'b' OR name:'c'"),
        ("customer", "(email:'a')"),
        ("customer", "created>yesterday"),
        ("customer", "email:'a' AND"),
        ("customer", " AND ".join(["email:'a'"] * 11)),
        ("subscription", "customer:'cus_1'"),
        ("charge", "email:'a@b.example'"),
    ],
)
def test_what_stripe_would_refuse(kind: str, query: str) -> None:
    with pytest.raises(QueryRefused):
        matcher(kind, query)
