"""The builders leave the account in states that Stripe itself could be in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from integrations.sandbox.stripe_books import StripeBooks
from integrations.sandbox.stripe_contract import ContractBroken
from integrations.sandbox.world import World

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
Json = dict[str, Any]


@pytest.fixture
def books() -> StripeBooks:
    return World(NOON).stripe


@pytest.fixture
def pro(books: StripeBooks) -> Json:
    return books.price(books.product("Pro"), 2000)


@pytest.fixture
def ann(books: StripeBooks) -> Json:
    return books.customer("ann@dune.example", "Ann")


def days_ago(days: float) -> datetime:
    return NOON - timedelta(days=days)


def test_subscribing_leaves_the_whole_chain(books: StripeBooks, pro: Json, ann: Json) -> None:
    card = books.card(ann, "4444", "mastercard")
    plan = books.subscribe(ann, pro, at=days_ago(3), card=card, checkout=True, metadata={"account": "a"})
    invoice = books.latest_invoice(plan)
    charge = books.charge_of(invoice)
    assert charge is not None
    assert (plan["status"], invoice["status"], charge["status"]) == ("active", "paid", "succeeded")
    assert invoice["billing_reason"] == "subscription_create"
    assert invoice["parent"]["subscription_details"]["metadata"] == {"account": "a"}
    assert (invoice["amount_paid"], invoice["amount_remaining"]) == (2000, 0)
    assert charge["payment_method_details"]["card"]["fingerprint"] == card["card"]["fingerprint"]
    (payment,) = books.all("invoice_payment", invoice=invoice)
    assert payment["payment"]["payment_intent"] == charge["payment_intent"]
    assert books.get(charge["balance_transaction"])["net"] == 2000 - 88
    session = books.first("checkout.session", subscription=plan)
    assert session is not None
    assert (session["status"], session["payment_status"]) == ("complete", "paid")
    assert ann["next_invoice_sequence"] == 2


def test_renewals_fall_due_one_after_the_other(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.renew_until_now(books.subscribe(ann, pro, at=datetime(2026, 8, 31, 9, tzinfo=UTC)))
    periods = [i["lines"]["data"][0]["period"] for i in books.invoices_of(plan)]
    assert [datetime.fromtimestamp(p["start"], UTC).day for p in periods] == [31, 30, 31]
    assert all(newer["start"] == older["end"] for newer, older in pairwise(periods))
    assert books.period_end(plan) > NOON


def test_declined_renewals(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.subscribe(ann, pro, at=days_ago(36))
    invoice = books.fail_renewal(plan, decline_code="expired_card", attempts=2)
    intent = books.intent_of(invoice)
    assert intent is not None
    assert (plan["status"], invoice["status"], invoice["attempt_count"]) == ("past_due", "open", 2)
    assert intent["last_payment_error"]["code"] == "expired_card"
    assert intent["last_payment_error"]["advice_code"] == "confirm_card_data"
    assert len(books.all("charge", payment_intent=intent, status="failed")) == 2
    assert invoice["next_payment_attempt"] is not None
    books.pay_invoice(invoice, at=NOON)
    assert intent["status"] == "succeeded"
    assert intent["last_payment_error"] is None


def test_a_bank_that_wants_confirmation_makes_no_charge(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.subscribe(ann, pro, at=days_ago(36))
    invoice = books.require_action(plan)
    intent = books.intent_of(invoice)
    assert intent is not None
    assert (intent["status"], intent["latest_charge"]) == ("requires_action", None)
    assert books.charge_of(invoice) is None


def test_a_first_payment_that_never_came(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.subscribe(ann, pro, at=days_ago(9), status="incomplete_expired")
    assert books.latest_invoice(plan)["status"] == "void"
    assert plan["ended_at"] - plan["created"] == 23 * 3600


def test_an_upgrade_credits_the_line_it_replaces(books: StripeBooks, ann: Json, pro: Json) -> None:
    team = books.price(books.product("Team"), 4500)
    plan = books.subscribe(ann, pro, at=days_ago(15))
    first = books.latest_invoice(plan)
    invoice = books.upgrade(plan, team, NOON)
    assert invoice is not None
    credit, rest = invoice["lines"]["data"]
    details = credit["parent"]["subscription_item_details"]
    assert details["proration"]
    assert details["proration_details"]["credited_items"] == {
        "invoice": first["id"],
        "invoice_line_items": [first["lines"]["data"][0]["id"]],
    }
    assert credit["amount"] == -1000
    assert rest["amount"] == 2250
    assert (invoice["billing_reason"], invoice["total"]) == ("subscription_update", 1250)
    assert plan["items"]["data"][0]["price"]["id"] == team["id"]


def test_a_later_bill_takes_the_prorations_along(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.subscribe(ann, pro, at=days_ago(15))
    assert books.change_quantity(plan, 3, NOON, bill="next") is None
    assert len(books.all("invoiceitem", invoice=None)) == 2
    invoice = books.renew(plan)
    assert [line["amount"] for line in invoice["lines"]["data"]] == [-1000, 3000, 6000]
    assert books.all("invoiceitem", invoice=None) == []


def test_a_downgrade_becomes_credit_that_the_next_bill_uses(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.subscribe(ann, pro, at=days_ago(15), quantity=3)
    books.change_quantity(plan, 1, NOON)
    assert ann["balance"] == -2000
    invoice = books.renew(plan)
    assert (invoice["total"], invoice["amount_due"], invoice["starting_balance"]) == (2000, 0, -2000)
    assert ann["balance"] == 0
    kinds = [t["type"] for t in books.all("customer_balance_transaction", customer=ann)]
    assert kinds == ["applied_to_invoice", "applied_to_invoice"]


def test_metered_use_is_billed_afterwards(books: StripeBooks, ann: Json, pro: Json) -> None:
    storage = books.price(books.product("Storage"), 2, usage_type="metered")
    plan = books.subscribe(ann, pro, at=days_ago(35), also=[(storage, 1)])
    invoice = books.renew(plan, usage=500)
    licensed, metered = invoice["lines"]["data"]
    assert (licensed["amount"], metered["amount"], metered["quantity"]) == (2000, 1000, 500)
    assert metered["period"]["end"] == licensed["period"]["start"]


def test_trials_discounts_and_taxes(books: StripeBooks, ann: Json, pro: Json) -> None:
    coupon = books.coupon(percent_off=50, months=1)
    plan = books.subscribe(ann, pro, at=days_ago(20), trial_days=14, coupon=coupon)
    assert (plan["status"], books.latest_invoice(plan)["total"]) == ("trialing", 0)
    invoice = books.renew(plan, tax_percent=10)
    assert (plan["status"], invoice["subtotal"], invoice["total"]) == ("active", 2000, 1100)
    assert invoice["total_taxes"][0]["amount"] == 100
    assert books.renew(plan)["total"] == 2000


def test_invoices_that_are_sent(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.subscribe(ann, pro, at=days_ago(40), collection_method="send_invoice", days_until_due=14)
    invoice = books.latest_invoice(plan)
    assert (invoice["status"], invoice["due_date"] - invoice["created"]) == ("open", 14 * 86400)
    books.pay_invoice(invoice, off_stripe=True)
    assert invoice["amount_paid_off_stripe"] == 2000
    assert books.charge_of(invoice) is None


def test_refunds_never_exceed_what_is_left(books: StripeBooks, ann: Json) -> None:
    charge = books.charge(ann, 2000, at=days_ago(3))
    books.refund(charge, 500, at=days_ago(2))
    books.refund(charge, 700, at=days_ago(2), status="failed")
    assert charge["amount_refunded"] == 500
    with pytest.raises(ValueError, match="1500 left"):
        books.refund(charge, 1501, at=NOON)
    books.refund(charge, at=NOON, status="pending")
    assert charge["refunded"]


def test_disputes_and_inquiries(books: StripeBooks, ann: Json) -> None:
    charge, asked = books.charge(ann, 2000, at=days_ago(9)), books.charge(ann, 900, at=days_ago(8))
    dispute = books.dispute(charge, at=days_ago(2))
    inquiry = books.dispute(asked, at=days_ago(2), status="warning_needs_response")
    assert charge["disputed"]
    assert not dispute["is_charge_refundable"]
    assert dispute["balance_transactions"][0]["net"] == -3500
    assert inquiry["is_charge_refundable"]
    assert inquiry["balance_transactions"] == []


def test_cancelling_stops_collection(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.subscribe(ann, pro, at=days_ago(36))
    invoice = books.fail_renewal(plan)
    books.cancel(plan, NOON, feedback="too_expensive")
    assert plan["status"] == "canceled"
    assert not invoice["auto_advance"]
    assert invoice["next_payment_attempt"] is None


def test_entitlements_follow_the_subscriptions(books: StripeBooks, ann: Json) -> None:
    pro = books.price(books.product("Pro", features=["notes"]), 2000)
    kind = "entitlements.active_entitlement"
    plan = books.subscribe(ann, pro, at=days_ago(3))
    assert [e["lookup_key"] for e in books.all(kind)] == ["notes"]
    books.lock_out(ann)
    assert books.all(kind) == []
    other = books.customer("bo@dune.example")
    second = books.subscribe(other, pro, at=days_ago(2))
    books.cancel(second, NOON)
    assert books.all(kind) == []
    assert plan["status"] == "active"


def test_one_piece_of_plastic_on_two_customers(books: StripeBooks, ann: Json) -> None:
    first = books.card(ann, "1111")
    second = books.card(books.customer("bo@dune.example"), like=first)
    third = books.card(books.customer("cy@dune.example"), "1111")
    assert first["card"]["fingerprint"] == second["card"]["fingerprint"] != third["card"]["fingerprint"]


def test_a_change_that_breaks_the_contract_leaves_the_object_as_it_was(books: StripeBooks, ann: Json) -> None:
    charge = books.charge(ann, 2000, at=NOON)
    with pytest.raises(ContractBroken, match="has no field 'invoice'"):
        books.change(charge, status="failed", invoice="in_1")
    assert charge["status"] == "succeeded"
    assert "invoice" not in charge


def test_ids_depend_on_the_story_alone() -> None:
    def ids(*before: str) -> str:
        books = World(NOON).stripe
        for story in before:
            with books.told_by(story):
                books.customer("x@dune.example")
        with books.told_by("mine"):
            return str(books.customer("y@dune.example")["id"])

    assert ids() == ids("another", "a third")
    assert ids().startswith("cus_")


def test_every_object_keeps_the_contract(books: StripeBooks, ann: Json, pro: Json) -> None:
    plan = books.renew_until_now(books.subscribe(ann, pro, at=days_ago(100), checkout=True))
    yearly = books.price(books.product("Yearly"), 19200, interval="year")
    books.schedule(plan, yearly)
    books.pause_collection(plan, resumes_at=NOON)
    books.pause(books.subscribe(ann, pro, at=days_ago(5)), NOON, why="trial_end_without_payment_method")
    books.checkout(None, pro, at=NOON, email="q@dune.example", status="expired", recovery=True)
    paid = books.latest_invoice(plan)
    books.credit_note(paid, 500, at=NOON, refund=True)
    books.credit_note(paid, 300, at=NOON, to_balance=True)
    open_bill = books.invoice(ann, 5000, at=NOON, description="Set-up")
    books.credit_note(open_bill, 1000, at=NOON)
    books.debit_on_its_way(open_bill, card=books.bank_account(ann))
    books.mark_uncollectible(open_bill, at=NOON)
    held = books.charge(None, 900, at=NOON, held=True, email="guest@dune.example")
    books.review(held, at=NOON)
    books.fraud_warning(held, at=NOON)
    books.failed_charge(ann, 900, at=NOON, decline_code="fraudulent")
    books.charge(ann, 900, at=NOON, card=books.card(ann, wallet="apple_pay", wallet_last4="9999"))
    books.portal(cancel=True, quantity=True)
    books.undelivered_event("invoice.paid", paid, at=NOON)
    books.delete_customer(books.customer("gone@dune.example"))
    for thing in books.everything():
        books.contract.check_object(books.shown(thing))
    assert books.overview()["customers"][0]["email"] == "gone@dune.example"


def test_expanded_objects_keep_the_contract_too(books: StripeBooks, ann: Json, pro: Json) -> None:
    coupon = books.coupon(amount_off=300)
    plan = books.renew_until_now(books.subscribe(ann, pro, at=days_ago(40), coupon=coupon))
    charge = books.paid_charge(plan)
    books.refund(charge, 100, at=NOON)
    for thing, expand in (
        (plan, ["customer", "latest_invoice.payments", "discounts.source.coupon", "schedule"]),
        (charge, ["refunds", "balance_transaction", "payment_intent.payment_method"]),
        (ann, ["invoice_credit_balance", "invoice_settings.default_payment_method", "subscriptions"]),
    ):
        shown = books.shown(thing, expand)
        books.contract.check_object(shown)
        assert shown != books.shown(thing)
