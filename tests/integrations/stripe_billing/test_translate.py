"""Stripe's JSON becomes records, and no JSON, however mutilated, makes the translation raise."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrations.money import Money
from integrations.records import Discount
from integrations.sandbox.stripe_contract import contract
from integrations.stripe_billing import translate

Json = dict[str, Any]

NOON = 1_790_000_000
AT_NOON = datetime.fromtimestamp(NOON, UTC)

CARD: Json = {
    "brand": "visa",
    "checks": None,
    "country": "US",
    "exp_month": 4,
    "exp_year": 2027,
    "fingerprint": "fp_a",
    "funding": "credit",
    "last4": "4242",
    "wallet": {"type": "apple_pay", "dynamic_last4": "9901", "apple_pay": {}},
}


def make(kind: str, /, **fields: Any) -> Json:
    """As Stripe would send it in the pinned version: a field it does not have is refused."""
    return contract().make(kind, **fields)


def price(price_id: str = "price_seat", usage_type: str = "licensed", **fields: Any) -> Json:
    return make(
        "price",
        **{
            "id": price_id,
            "active": True,
            "billing_scheme": "per_unit",
            "created": NOON,
            "currency": "usd",
            "livemode": False,
            "metadata": {},
            "product": "prod_team",
            "recurring": {"interval": "year", "interval_count": 1, "usage_type": usage_type, "meter": None},
            "type": "recurring",
            "unit_amount": 12000,
            **fields,
        },
    )


# Cut down to the fields a record is made of; that whole answers have them is tested on the wire.
SUBSCRIPTION: Json = {
    "id": "sub_1",
    "object": "subscription",
    "customer": {"id": "cus_1", "object": "customer"},
    "status": "active",
    "created": NOON,
    "currency": "usd",
    "items": {
        "object": "list",
        "has_more": True,
        "data": [
            {
                "id": "si_1",
                "object": "subscription_item",
                "price": price(),
                "quantity": 3,
                "current_period_start": NOON - 86400,
                "current_period_end": NOON,
            },
            {
                "id": "si_2",
                "object": "subscription_item",
                "price": price("price_calls", "metered"),
                "current_period_end": NOON + 60,
            },
        ],
    },
    "cancel_at_period_end": True,
    "cancel_at": NOON + 5,
    "canceled_at": NOON + 6,
    "ended_at": None,
    "cancellation_details": {"comment": "x", "feedback": None, "reason": "cancellation_requested"},
    "trial_end": NOON + 7,
    "collection_method": "send_invoice",
    "schedule": {"id": "sub_sched_1", "object": "subscription_schedule"},
    "discounts": [
        "di_bare",
        {
            "id": "di_1",
            "object": "discount",
            "start": NOON,
            "end": NOON + 9,
            "source": {"type": "coupon", "coupon": {"id": "SPRING", "object": "coupon", "percent_off": 25.5}},
        },
    ],
    "metadata": {"workspace": "w1"},
    "default_payment_method": {"id": "pm_1", "object": "payment_method", "type": "card", "card": CARD},
    "latest_invoice": {"id": "in_1", "object": "invoice"},
    "pause_collection": {"behavior": "void", "resumes_at": NOON + 8},
    "pending_update": {"expires_at": NOON + 10},
    "billing_mode": {"type": "flexible"},
    "transfer_data": {"destination": "acct_1"},
    "livemode": True,
    "test_clock": "clock_1",
}

INVOICE: Json = {
    "id": "in_1",
    "object": "invoice",
    "customer": "cus_1",
    "status": "paid",
    "created": NOON,
    "currency": "jpy",
    "number": "NW-0001",
    "billing_reason": "subscription_update",
    "parent": {
        "type": "subscription_details",
        "subscription_details": {"subscription": "sub_1", "metadata": {}},
        "quote_details": {"quote": "qt_1"},
    },
    "total": 500,
    "amount_due": 500,
    "amount_paid": 500,
    "amount_remaining": 0,
    "amount_overpaid": 20,
    "amount_paid_off_stripe": 30,
    "total_taxes": [{"amount": 40}, {"amount": 2}],
    "total_discount_amounts": [{"amount": 7, "discount": "di_1"}],
    "starting_balance": -100,
    "ending_balance": 0,
    "post_payment_credit_notes_amount": 11,
    "attempt_count": 2,
    "next_payment_attempt": NOON + 1,
    "due_date": NOON + 2,
    "status_transitions": {"paid_at": NOON + 3, "voided_at": None},
    "status_details": {"uncollectible": {"reason": "max_payment_attempts"}},
    "auto_advance": False,
    "hosted_invoice_url": "https://invoice.stripe.com/i/x",
    "invoice_pdf": "https://pay.stripe.com/x/pdf",
    "lines": {
        "object": "list",
        "has_more": True,
        "data": [
            {
                "id": "il_1",
                "amount": -300,
                "currency": "jpy",
                "description": "Unused time",
                "parent": {
                    "type": "subscription_item_details",
                    "subscription_item_details": {
                        "proration": True,
                        "proration_details": {
                            "credited_items": {"invoice": "in_0", "invoice_line_items": ["il_0"]}
                        },
                        "subscription": "sub_1",
                        "subscription_item": "si_1",
                    },
                },
                "pricing": {
                    "type": "price_details",
                    "price_details": {"price": "price_seat", "product": "prod_team"},
                },
                "period": {"start": NOON - 100, "end": NOON},
                "quantity": 1,
            },
            {
                "id": "il_2",
                "amount": 800,
                "currency": "jpy",
                "parent": {
                    "type": "invoice_item_details",
                    "invoice_item_details": {"proration": False, "subscription": "sub_1"},
                },
                "pricing": {"price_details": {"price": "price_calls", "product": "prod_api"}},
            },
        ],
    },
    "payments": {
        "object": "list",
        "data": [
            {
                "id": "inpay_1",
                "status": "paid",
                "is_default": True,
                "amount_paid": 500,
                "payment": {"type": "payment_intent", "payment_intent": "pi_1"},
            },
            {"id": "inpay_2", "status": "canceled", "payment": {"type": "charge", "charge": "ch_0"}},
        ],
    },
}

CHARGE: Json = {
    "id": "ch_1",
    "object": "charge",
    "amount": 2000,
    "amount_captured": 2000,
    "amount_refunded": 500,
    "captured": True,
    "disputed": False,
    "currency": "usd",
    "status": "succeeded",
    "created": NOON,
    "customer": "cus_1",
    "payment_intent": "pi_1",
    "payment_method": "pm_1",
    "payment_method_details": {"type": "card", "card": CARD},
    "balance_transaction": {"id": "txn_1", "fee": 88, "currency": "usd"},
    "billing_details": {"email": "pat@example.org"},
    "calculated_statement_descriptor": "NORTHWIND",
    "outcome": {
        "type": "issuer_declined",
        "reason": "insufficient_funds",
        "network_status": "declined_by_network",
        "advice_code": "try_again_later",
        "network_decline_code": "51",
    },
    "failure_code": "card_declined",
    "refunds": {
        "object": "list",
        "has_more": False,
        "data": [
            {
                "id": "re_1",
                "object": "refund",
                "charge": "ch_1",
                "amount": 500,
                "currency": "usd",
                "status": "pending",
                "pending_reason": "insufficient_funds",
                "created": NOON,
                "destination_details": {"type": "card", "card": {"reference": "7421", "type": "refund"}},
                "metadata": {"ticket": "1"},
            }
        ],
    },
}

INTENT: Json = {
    "id": "pi_1",
    "object": "payment_intent",
    "amount": 2000,
    "currency": "usd",
    "status": "requires_payment_method",
    "created": NOON,
    "latest_charge": {"id": "ch_1", "object": "charge"},
    "last_payment_error": {
        "code": "card_declined",
        "decline_code": "stolen_card",
        "advice_code": "do_not_try_again",
        "payment_method": {"id": "pm_9", "type": "sepa_debit", "sepa_debit": {"last4": "3000"}},
    },
    "next_action": {"type": "use_stripe_sdk"},
}

SESSION: Json = {
    "id": "cs_1",
    "object": "checkout.session",
    "status": "expired",
    "payment_status": "unpaid",
    "mode": "subscription",
    "created": NOON,
    "customer_details": {"email": "pat@example.org"},
    "amount_total": 900,
    "currency": "usd",
    "expires_at": NOON + 1,
    "after_expiration": {"recovery": {"enabled": True, "url": "https://checkout.stripe.com/r/x"}},
}

CUSTOMER: Json = {
    "id": "cus_1",
    "object": "customer",
    "email": "Pat@Example.org",
    "created": NOON,
    "balance": -250,
    "invoice_credit_balance": {"usd": 250, "eur": 10},
    "invoice_settings": {"default_payment_method": {"id": "pm_1", "type": "card", "card": CARD}},
    "address": {"country": "DE"},
    "metadata": {"github": "octo"},
    "delinquent": True,
    "livemode": True,
}

PORTAL: Json = {
    "id": "bpc_1",
    "object": "billing_portal.configuration",
    "active": True,
    "login_page": {"enabled": True, "url": "https://billing.stripe.com/p/login/x"},
    "features": {
        "subscription_cancel": {"enabled": True, "mode": "at_period_end"},
        "subscription_update": {"enabled": True, "default_allowed_updates": ["price", "quantity"]},
        "payment_method_update": {"enabled": True},
        "invoice_history": {"enabled": False},
        "customer_update": {"enabled": True},
    },
}

EVERYTHING: tuple[tuple[Callable[[object], object], Json], ...] = (
    (translate.subscription, SUBSCRIPTION),
    (translate.invoice, INVOICE),
    (translate.charge, CHARGE),
    (translate.payment_intent, INTENT),
    (translate.checkout_session, SESSION),
    (translate.customer, CUSTOMER),
    (translate.portal_configuration, PORTAL),
    (translate.refund, CHARGE["refunds"]["data"][0]),
    (translate.payment_method, SUBSCRIPTION["default_payment_method"]),
    (
        translate.credit_note,
        {"id": "cn_1", "invoice": "in_1", "refunds": [{"refund": "re_1"}, {"refund": {"id": "re_2"}}]},
    ),
    (translate.pending_item, {"id": "ii_1", "amount": 5, "currency": "usd", "parent": {"a": 1}}),
    (translate.balance_transaction, {"id": "cbtxn_1", "amount": -5, "type": "adjustment"}),
    (translate.entitlement, {"id": "ent_1", "lookup_key": "export", "feature": "feat_1"}),
    (translate.dispute, {"id": "dp_1", "charge": {"id": "ch_1"}, "evidence_details": {"due_by": NOON}}),
    (translate.fraud_warning, {"id": "issfr_1", "charge": "ch_1", "actionable": True, "created": NOON}),
    (translate.account, {"id": "acct_1", "settings": {"payments": {"statement_descriptor": "N"}}}),
    (
        translate.undelivered_event,
        {"id": "evt_1", "type": "invoice.paid", "data": {"object": {"id": "in_1", "customer": "cus_1"}}},
    ),
)


def test_a_subscription_with_everything() -> None:
    read = translate.subscription(SUBSCRIPTION)
    assert read
    assert (read.customer, read.status, read.currency, read.created) == ("cus_1", "active", "usd", AT_NOON)
    assert [item.quantity for item in read.items] == [3, 1]
    assert read.items_truncated
    assert read.period_end == datetime.fromtimestamp(NOON + 60, UTC)
    assert (read.interval, read.products) == ("year", {"prod_team"})
    assert (read.schedule, read.latest_invoice, read.test_clock) == ("sub_sched_1", "in_1", "clock_1")
    assert read.discounts[0] == Discount("di_bare")
    assert (read.discounts[1].coupon, read.discounts[1].percent_off) == ("SPRING", 25.5)
    assert (read.pause_behavior, read.status) == ("void", "active"), (
        "paused collection is not a paused status"
    )
    assert (read.billing_mode, read.connect, read.cancellation_reason) == (
        "flexible",
        True,
        "cancellation_requested",
    )
    assert read.default_payment_method
    assert (read.default_payment_method.wallet, read.default_payment_method.wallet_last4) == (
        "apple_pay",
        "9901",
    )


def test_an_invoice_is_joined_to_subscription_quote_and_payments() -> None:
    read = translate.invoice(INVOICE, metered={"price_calls"})
    assert read
    assert (read.subscription, read.quote) == ("sub_1", "qt_1")
    assert (read.tax, read.discount, read.paid_off_stripe, read.amount_overpaid) == (42, 7, 30, 20)
    assert (read.paid_at, read.voided_at) == (datetime.fromtimestamp(NOON + 3, UTC), None)
    assert read.uncollectible_reason == "max_payment_attempts"
    assert [(p.payment_intent, p.charge, p.status) for p in read.payments] == [
        ("pi_1", None, "paid"),
        (None, "ch_0", "canceled"),
    ]
    given_back, usage = read.lines
    assert (given_back.proration, given_back.credited_invoice, given_back.metered) == (True, "in_0", False)
    assert (given_back.price, given_back.product, given_back.subscription) == (
        "price_seat",
        "prod_team",
        "sub_1",
    )
    assert (usage.metered, usage.proration, usage.subscription) == (True, False, "sub_1")
    assert read.lines_truncated


def test_yen_have_no_decimals() -> None:
    read = translate.invoice(INVOICE)
    assert read
    assert str(Money(read.total, read.currency)) == "500 JPY"


def test_which_prices_are_metered_is_read_from_the_subscription() -> None:
    read = translate.subscription(SUBSCRIPTION)
    assert read
    assert translate.metered_prices([read]) == {"price_calls"}


def test_a_charge_with_its_refund_and_decline() -> None:
    read = translate.charge(CHARGE)
    assert read
    assert (read.refundable, read.fee, read.decline_code) == (1500, 88, "insufficient_funds")
    assert read.method
    assert (read.method.id, read.method.last4, read.method.fingerprint) == ("pm_1", "4242", "fp_a")
    assert read.refunds[0].reference == "7421"
    assert read.refunds[0].pending_reason == "insufficient_funds"


def test_a_radar_rule_is_no_decline_code() -> None:
    blocked = {**CHARGE, "outcome": {"type": "blocked", "reason": "highest_risk_level"}}
    read = translate.charge(blocked)
    assert read
    assert (read.decline_code, read.outcome_reason) == (None, "highest_risk_level")


def test_a_fee_taken_in_another_currency_is_not_given_as_if_in_this_one() -> None:
    read = translate.charge({**CHARGE, "balance_transaction": {"fee": 88, "currency": "eur"}})
    assert read
    assert read.fee is None


@pytest.mark.parametrize("missing", ["amount_refunded", "amount_captured"])
def test_nothing_can_be_refunded_from_a_charge_that_does_not_say_what_is_left(missing: str) -> None:
    read = translate.charge({name: value for name, value in CHARGE.items() if name != missing})
    assert read
    assert read.refundable == 0


def test_a_charge_that_does_not_say_so_counts_as_disputed() -> None:
    read = translate.charge({name: value for name, value in CHARGE.items() if name != "disputed"})
    assert read
    assert read.disputed


def test_after_a_failure_the_method_is_found_inside_the_error() -> None:
    read = translate.payment_intent(INTENT)
    assert read
    assert read.method
    assert (read.method.kind, read.method.last4) == ("sepa_debit", "3000")
    assert (read.error_code, read.decline_code, read.advice_code, read.next_action) == (
        "card_declined",
        "stolen_card",
        "do_not_try_again",
        "use_stripe_sdk",
    )


def test_a_customer_keeps_both_signs_of_credit() -> None:
    read = translate.customer(CUSTOMER)
    assert read
    assert read.balance == -250
    assert read.invoice_credit == (Money(10, "eur"), Money(250, "usd"))
    assert (read.country, read.metadata["github"], read.default_payment_method is not None) == (
        "DE",
        "octo",
        True,
    )


def test_a_deleted_customer_is_a_customer_still() -> None:
    read = translate.customer({"id": "cus_1", "object": "customer", "deleted": True})
    assert read
    assert read.deleted


def test_the_portal_says_what_customers_can_do_alone() -> None:
    read = translate.portal_configuration(PORTAL)
    assert read
    assert (read.cancel_enabled, read.cancel_mode, read.pause_enabled, read.invoice_history) == (
        True,
        "at_period_end",
        False,
        False,
    )
    assert read.updates_allowed == ("price", "quantity")
    assert read.login_url == "https://billing.stripe.com/p/login/x"


def test_the_login_page_is_no_link_while_it_is_switched_off() -> None:
    read = translate.portal_configuration({**PORTAL, "login_page": {"enabled": False, "url": "https://x"}})
    assert read
    assert read.login_url is None


def test_an_abandoned_checkout_has_its_recovery_link() -> None:
    read = translate.checkout_session(SESSION)
    assert read
    assert (read.recovery_url, read.customer_email) == ("https://checkout.stripe.com/r/x", "pat@example.org")


def test_values_stripe_adds_next_month_stay_as_they_come() -> None:
    read = translate.subscription({**SUBSCRIPTION, "status": "hibernating"})
    assert read
    assert (read.status, read.live) == ("hibernating", False)


def test_the_customer_of_a_v2_account_is_said_to_be_one() -> None:
    assert translate.belongs_to_v2_account({"customer": None, "customer_account": "acct_9"})
    assert not translate.belongs_to_v2_account({"customer": "cus_1", "customer_account": "acct_9"})
    assert not translate.belongs_to_v2_account({"customer": None})


def test_an_entry_without_an_id_is_missed() -> None:
    listed = translate.many({"data": [CHARGE, {"amount": 5}]}, translate.charge)
    assert len(listed.records) == 1
    assert not listed.complete


def test_never_more_of_a_number_than_its_last_four() -> None:
    read = translate.payment_method({"id": "pm_1", "type": "card", "card": {"last4": "4242424242424242"}})
    assert read
    assert read.last4 == "4242"


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(10**30), max_value=10**400),
    st.floats(allow_nan=True),
    st.text(max_size=3),
    st.just([]),
    st.just({}),
    st.just([None, 1, {"id": 3}]),
    st.just({"data": "x"}),
    st.just({"object": "list", "data": [None, {"id": "x"}]}),
)


@st.composite
def mutilated(draw: st.DrawFn, whole: Any, chance: int = 6) -> Any:
    """The same JSON with pieces left out or replaced by something else."""
    if draw(st.integers(0, chance)) == 0:
        return draw(JUNK)
    if isinstance(whole, dict):
        keys = [key for key in whole if draw(st.integers(0, 8)) > 0]
        return {key: draw(mutilated(whole[key])) for key in keys}
    if isinstance(whole, list):
        return [draw(mutilated(entry)) for entry in whole]
    return whole


@pytest.mark.parametrize(("one", "whole"), EVERYTHING, ids=lambda value: getattr(value, "__name__", ""))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_json_makes_it_raise(one: Callable[[object], object], whole: Json, data: st.DataObject) -> None:
    assert one(json.loads(json.dumps(whole))) is not None
    one(data.draw(mutilated(whole)))
    one(data.draw(JUNK))
