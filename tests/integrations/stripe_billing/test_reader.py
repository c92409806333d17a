"""The billing role against the sandbox's Stripe: the real SDK, over loopback HTTP."""

from __future__ import annotations

import copy
import logging
import os
import pickle
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from integrations.errors import VendorRefused, VendorUnavailable
from integrations.money import Money
from integrations.records import NOTHING, CardPayment, Clue
from integrations.roles import BillingReader
from integrations.sandbox.faults import Fault
from integrations.sandbox.world import World
from integrations.stripe_billing.client import stripe_client
from integrations.stripe_billing.codes import KeyRejected
from integrations.stripe_billing.reader import MOST_CLUES, StripeReader

Json = dict[str, Any]
Asked = Callable[[], list[str]]

KEY = "rk_test_sandboxReadOnlyKey"


@pytest.fixture
def plan(world: World) -> Json:
    return world.stripe.price(world.stripe.product("Notes Pro"), 2000)


@pytest.fixture
def pat(world: World) -> Json:
    pat = world.stripe.customer("Pat@Example.org", "Pat Doe", metadata={"github": "octo-pat"}, country="DE")
    world.stripe.card(pat)
    return pat


def email(address: str) -> Clue:
    return Clue("email", address)


ANSWER_SECONDS = 0.8


def left_together(world: World) -> bool:
    """Whether the last call had arrived before the first could have been answered."""
    arrived = [moment for moment, *_ in world.faults.requests]
    return max(arrived) - min(arrived) < ANSWER_SECONDS


def unread_names(answer: Any) -> set[str]:
    return {unread.what for unread in answer.unread}


# ------------------------------------------------------------------ look-ups
def test_it_is_a_billing_reader(reader: StripeReader) -> None:
    role: BillingReader = reader
    assert role is reader


def test_an_email_takes_one_round_of_three_calls(
    world: World, reader: StripeReader, pat: Json, asked: Asked
) -> None:
    world.faults.latency["stripe"] = ANSWER_SECONDS
    found = reader.look_up([email("Pat@Example.org")])
    assert left_together(world)
    assert sorted(asked()) == ["/v1/checkout/sessions", "/v1/customers", "/v1/customers/search"]
    (hit,) = found.hits
    assert (hit.customer_id, hit.how) == (pat["id"], "exact")
    assert hit.customer
    assert (hit.customer.name, hit.customer.country) == ("Pat Doe", "DE")
    assert found.unread == ()
    assert found.not_found == ()


def test_two_records_that_differ_by_capitals_are_two_hits(
    world: World, reader: StripeReader, pat: Json
) -> None:
    other = world.stripe.customer("pat@example.org")
    found = reader.look_up([email("pat@example.org")])
    assert {hit.customer_id: hit.how for hit in found.hits} == {
        pat["id"]: "case_insensitive",
        other["id"]: "exact",
    }


@pytest.mark.parametrize("typed", ["o'hara@example.org", "back\\slash@example.org", "a'b\\'c@example.org"])
def test_quotes_and_backslashes_are_only_characters(world: World, reader: StripeReader, typed: str) -> None:
    customer = world.stripe.customer(typed.upper())
    world.stripe.customer("somebody.else@example.org")
    found = reader.look_up([email(typed)])
    assert [(hit.customer_id, hit.how) for hit in found.hits] == [(customer["id"], "case_insensitive")]


def test_a_letter_that_only_looks_like_k_is_another_address(world: World, reader: StripeReader) -> None:
    world.stripe.customer("\u212aim@example.org")
    assert reader.look_up([email("kim@example.org")]).hits == ()


def test_an_empty_clue_is_no_filter_for_everybody(reader: StripeReader, pat: Json, asked: Asked) -> None:
    clues = [email(""), Clue("customer", ""), Clue("charge", "../customers"), Clue("metadata", "=")]
    assert reader.look_up(clues).not_found == tuple(clues)
    assert asked() == []


def test_an_unknown_email_is_not_found(reader: StripeReader, pat: Json) -> None:
    found = reader.look_up([email("nobody@example.org")])
    assert found.hits == ()
    assert found.not_found == (email("nobody@example.org"),)


def test_without_search_the_lower_case_spelling_is_tried(
    world: World, reader: StripeReader, plan: Json
) -> None:
    """Stripe offers no search to merchants in India; Zendesk stores lower case, and so do most shops."""
    world.faults.add(
        Fault(
            "stripe",
            path="/search",
            status=400,
            body='{"error": {"type": "invalid_request_error", "message": "Search is not available in India."}}',
        )
    )
    lower = world.stripe.customer("kim@example.org")
    found = reader.look_up([email("Kim@Example.org")])
    assert [(hit.customer_id, hit.how) for hit in found.hits] == [(lower["id"], "case_insensitive")]
    assert unread_names(found) == {"email_search"}


def test_every_kind_of_id_leads_to_its_customer(
    world: World, reader: StripeReader, pat: Json, plan: Json
) -> None:
    stripe = world.stripe
    subscription = stripe.subscribe(pat, plan, at=world.ago(days=40), checkout=True)
    invoice, charge = stripe.first_invoice(subscription), stripe.paid_charge(subscription)
    clues = [
        Clue("customer", pat["id"]),
        Clue("subscription", subscription["id"]),
        Clue("invoice", invoice["id"]),
        Clue("invoice_number", invoice["number"]),
        Clue("charge", charge["id"]),
        Clue("payment_intent", charge["payment_intent"]),
        Clue("checkout_session", stripe.first("checkout.session")["id"]),  # type: ignore[index]
        Clue("refund", stripe.refund(charge, 100, at=world.ago(days=1))["id"]),
        Clue("dispute", stripe.dispute(charge, at=world.ago(days=1))["id"]),
        Clue("metadata", "github=octo-pat"),
    ]
    found = reader.look_up(clues)
    assert found.unread == ()
    assert {hit.clue: hit.customer_id for hit in found.hits} == dict.fromkeys(clues, pat["id"])
    how = {hit.clue.kind: hit.how for hit in found.hits}
    assert how.pop("metadata") == "metadata"
    assert set(how.values()) == {"object"}


def test_a_described_card_payment_leads_to_everybody_it_may_be(
    world: World, reader: StripeReader, pat: Json, plan: Json
) -> None:
    """Last four digits, amount and day are a weak clue: all who fit are found, nobody is picked."""
    stripe = world.stripe
    subscription = stripe.subscribe(pat, plan, at=world.ago(days=40), checkout=True)
    charge = stripe.paid_charge(subscription)
    day = datetime.fromtimestamp(charge["created"], UTC).date()
    last4 = charge["payment_method_details"]["card"]["last4"]
    described = CardPayment(last4, charge["amount"], "usd", day)
    fits = [
        described,
        replace(described, currency=None),
        replace(described, day=day + timedelta(days=1)),
    ]
    fits_not = [
        replace(described, last4="0000"),
        replace(described, amount=charge["amount"] + 1),
        replace(described, currency="eur"),
        replace(described, day=day + timedelta(days=3)),
    ]
    clues = [Clue("card_payment", str(payment)) for payment in (*fits, *fits_not)]
    found = reader.look_up([*clues, Clue("card_payment", "4242 0 usd today")])
    assert found.unread == ()
    assert {(hit.clue, hit.customer_id, hit.how) for hit in found.hits} == {
        (clue, pat["id"], "object") for clue in clues[: len(fits)]
    }
    assert found.not_found == (*clues[len(fits) :], Clue("card_payment", "4242 0 usd today"))


def test_ids_that_do_not_exist_are_not_found(reader: StripeReader, pat: Json) -> None:
    missing = [Clue("customer", "cus_nobody"), Clue("invoice", "in_none"), Clue("charge", "ch_none")]
    found = reader.look_up([*missing, Clue("customer", pat["id"])])
    assert found.not_found == tuple(missing)
    assert [hit.customer_id for hit in found.hits] == [pat["id"]]


def test_a_deleted_customer_is_still_a_hit(world: World, reader: StripeReader, pat: Json) -> None:
    world.stripe.delete_customer(pat)
    (hit,) = reader.look_up([Clue("customer", pat["id"])]).hits
    assert hit.customer
    assert hit.customer.deleted


def test_guests_have_sessions_and_charges_but_no_customer(
    world: World, reader: StripeReader, plan: Json
) -> None:
    stripe = world.stripe
    left = stripe.checkout(None, plan, at=world.ago(hours=5), status="expired", email="g@example.org")
    bought = stripe.checkout(None, plan, at=world.ago(hours=3), status="complete", email="g@example.org")
    charge = stripe.charge(None, 500, at=world.ago(hours=3), email="g@example.org")
    stripe.change(bought, payment_intent=charge["payment_intent"])
    for clue in (email("g@example.org"), Clue("charge", charge["id"])):
        found = reader.look_up([clue])
        assert found.hits == ()
        assert bought["id"] in {guest.id for guest in found.guest_sessions}
        assert [guest.id for guest in found.guest_charges] == [charge["id"]]
        assert found.not_found == ()
    sessions = reader.look_up([email("g@example.org")]).guest_sessions
    assert {guest.id for guest in sessions} == {left["id"], bought["id"]}


def test_an_email_typed_at_the_checkout_of_another_is_no_match_of_emails(
    world: World, reader: StripeReader, pat: Json, plan: Json
) -> None:
    world.stripe.checkout(pat, plan, at=world.ago(hours=5), email="work@example.org")
    (hit,) = reader.look_up([email("work@example.org")]).hits
    assert (hit.customer_id, hit.how) == (pat["id"], "object")


def test_an_invoice_of_a_v2_account_is_said_to_be_beyond_us(
    world: World, reader: StripeReader, pat: Json
) -> None:
    invoice = world.stripe.invoice(pat, 900, at=world.ago(days=1), description="Work")
    world.stripe.change(invoice, customer=None, customer_account="acct_v2")
    found = reader.look_up([Clue("invoice", invoice["id"])])
    assert (found.hits, found.not_found) == ((), ())
    assert unread_names(found) == {"customer_account"}


def test_one_broken_look_up_leaves_the_others(world: World, reader: StripeReader, pat: Json) -> None:
    world.faults.add(Fault("stripe", path="/v1/checkout/sessions", status=403, body=FORBIDDEN))
    found = reader.look_up([email("Pat@Example.org")])
    assert [hit.customer_id for hit in found.hits] == [pat["id"]]
    (unread,) = found.unread
    assert (unread.what, unread.permission) == ("guest_sessions", "rak_checkout_session_read")
    assert unread.why == (
        "Stripe does not let our key read checkout sessions (permission rak_checkout_session_read is missing)"
    )


def test_a_ticket_full_of_ids_does_not_become_a_storm(reader: StripeReader, asked: Asked) -> None:
    found = reader.look_up([Clue("charge", f"ch_{number}") for number in range(200)])
    assert len(asked()) == MOST_CLUES
    assert unread_names(found) == {"clues"}


# ------------------------------------------------------------------ pictures
def test_a_picture_takes_one_round_whatever_it_holds(
    world: World, reader: StripeReader, pat: Json, plan: Json, asked: Asked
) -> None:
    world.stripe.subscribe(pat, plan, at=world.ago(days=70))
    world.faults.latency["stripe"] = ANSWER_SECONDS
    (picture,) = reader.pictures([pat["id"]])
    assert left_together(world)
    assert len(asked()) == len(set(asked())) == 11
    assert picture.unread == ()
    assert picture.truncated == ()
    assert picture.read_at <= world.now()


def test_everything_there_is_about_a_customer(
    world: World, reader: StripeReader, pat: Json, plan: Json
) -> None:
    stripe = world.stripe
    coupon = stripe.coupon(percent_off=20, months=3)
    subscription = stripe.subscribe(
        pat, plan, at=world.ago(days=20), coupon=coupon, checkout=True, own_card=True
    )
    charge = stripe.paid_charge(subscription)
    stripe.refund(charge, 300, at=world.ago(days=2), reference="74219")
    stripe.entitle(pat, "export")
    stripe.invoice_item(pat, 250, at=world.ago(days=1), description="Extra seat")
    (picture,) = reader.pictures([pat["id"]])
    assert picture.customer.email == "Pat@Example.org"
    assert picture.customer.default_payment_method
    assert picture.customer.default_payment_method.last4 == "4242"
    (read,) = picture.subscriptions
    assert (read.status, read.items[0].price.unit_amount, read.interval) == ("active", 2000, "month")
    assert read.period_end == stripe.period_end(subscription)
    assert [discount.percent_off for discount in read.discounts] == [20]
    (invoice,) = picture.invoices
    assert (invoice.subscription, invoice.discount, invoice.total) == (subscription["id"], 400, 1600)
    assert invoice.payments[0].payment_intent == charge["payment_intent"]
    (paid,) = picture.charges
    assert (paid.refundable, paid.refunds[0].reference) == (1300, "74219")
    assert paid.fee is not None
    assert [intent.id for intent in picture.payment_intents] == [charge["payment_intent"]]
    assert [session.subscription for session in picture.checkout_sessions] == [subscription["id"]]
    assert [method.last4 for method in picture.payment_methods] == ["4242"]
    assert [item.amount for item in picture.pending_items] == [250]
    assert [entitlement.lookup_key for entitlement in picture.entitlements] == ["export"]


def test_cancelled_subscriptions_are_in_the_picture(
    world: World, reader: StripeReader, pat: Json, plan: Json
) -> None:
    subscription = world.stripe.subscribe(pat, plan, at=world.ago(days=90))
    world.stripe.cancel(subscription, at=world.ago(days=3))
    (picture,) = reader.pictures([pat["id"]])
    assert [read.status for read in picture.subscriptions] == ["canceled"]


def test_yen_stay_whole(world: World, reader: StripeReader, pat: Json) -> None:
    price = world.stripe.price(world.stripe.product("Notes JP"), 1500, "jpy")
    world.stripe.subscribe(pat, price, at=world.ago(days=2))
    (picture,) = reader.pictures([pat["id"]])
    (charge,) = picture.charges
    assert str(Money(charge.amount, charge.currency)) == "1,500 JPY"


def test_usage_is_known_by_the_subscriptions_price(world: World, reader: StripeReader, pat: Json) -> None:
    stripe = world.stripe
    calls = stripe.price(stripe.product("API calls"), 5, usage_type="metered")
    subscription = stripe.subscribe(pat, calls, at=world.ago(days=40))
    stripe.renew_until_now(subscription, usage=120)
    (picture,) = reader.pictures([pat["id"]])
    assert any(line.metered for invoice in picture.invoices for line in invoice.lines)


@pytest.mark.slow
def test_350_invoices_and_60_subscriptions_are_read_to_the_end(
    world: World, reader: StripeReader, pat: Json, plan: Json
) -> None:
    for number in range(350):
        world.stripe.invoice(pat, 100 + number, at=world.ago(days=300, minutes=-number), description="Work")
    for number in range(60):
        world.stripe.subscribe(pat, plan, at=world.ago(days=9, minutes=number))
    (picture,) = reader.pictures([pat["id"]])
    assert len({invoice.id for invoice in picture.invoices}) == 410
    assert len({subscription.id for subscription in picture.subscriptions}) == 60
    assert picture.truncated == ()


@pytest.mark.slow
def test_a_list_without_end_is_cut_and_says_so(world: World, reader: StripeReader, pat: Json) -> None:
    for number in range(520):
        world.stripe.invoice(pat, 100, at=world.ago(days=30, minutes=-number), description="Work")
    (picture,) = reader.pictures([pat["id"]])
    assert len(picture.invoices) == 500
    assert picture.truncated == ("invoices",)


def test_a_page_that_fails_leaves_those_before_it(world: World, reader: StripeReader, pat: Json) -> None:
    for number in range(130):
        world.stripe.charge(pat, 100 + number, at=world.ago(days=30, minutes=-number))
    # The first charge request passes; all later ones (the second page and its repetitions) do not.
    world.faults.add(Fault("stripe", path="/v1/charges$", times=1, delay=0.01))
    world.faults.add(Fault("stripe", path="/v1/charges$", status=500, body="{}"))
    (picture,) = reader.pictures([pat["id"]])
    assert len(picture.charges) == 100
    assert picture.truncated == ("charges",)


def test_three_customers_still_take_one_round(world: World, reader: StripeReader, asked: Asked) -> None:
    ids = [world.stripe.customer(f"c{number}@example.org")["id"] for number in range(3)]
    world.faults.latency["stripe"] = ANSWER_SECONDS
    assert [picture.customer.id for picture in reader.pictures(ids)] == ids
    assert left_together(world)
    assert len(asked()) == 33


def test_more_than_three_customers_are_a_mistake(reader: StripeReader) -> None:
    with pytest.raises(ValueError, match="at most 3"):
        reader.pictures(["cus_1", "cus_2", "cus_3", "cus_4"])


def test_a_customer_that_does_not_exist_is_left_out(reader: StripeReader, pat: Json) -> None:
    assert [p.customer.id for p in reader.pictures(["cus_nobody", pat["id"]])] == [pat["id"]]
    assert reader.pictures(["cus_nobody"]) == ()
    assert reader.pictures([]) == ()


def test_what_a_deleted_customer_paid_is_still_there(
    world: World, reader: StripeReader, pat: Json, plan: Json
) -> None:
    world.stripe.subscribe(pat, plan, at=world.ago(days=30))
    world.stripe.delete_customer(pat)
    (picture,) = reader.pictures([pat["id"]])
    assert picture.customer.deleted
    assert len(picture.charges) == 1
    assert [subscription.status for subscription in picture.subscriptions] == ["canceled"]
    assert picture.unread == ()


def test_a_missing_permission_is_named_and_costs_one_list(
    world: World, reader: StripeReader, pat: Json, plan: Json
) -> None:
    world.stripe.subscribe(pat, plan, at=world.ago(days=30))
    world.stripe.forbidden_permissions.add("rak_invoice_read")
    (picture,) = reader.pictures([pat["id"]])
    by_name = {unread.what: unread for unread in picture.unread}
    assert by_name["invoices"].permission == "rak_invoice_read"
    assert by_name["invoices"].customer == pat["id"]
    assert "rak_invoice_read" in by_name["invoices"].why
    assert len(picture.charges) == 1


def test_fees_are_given_up_before_the_charges_are(world: World, reader: StripeReader, pat: Json) -> None:
    world.stripe.charge(pat, 700, at=world.ago(days=1))
    body = FORBIDDEN.replace("rak_checkout_session_read", "rak_balance_transaction_source_read")
    world.faults.add(Fault("stripe", path="/v1/charges$", status=403, body=body, times=1))
    (picture,) = reader.pictures([pat["id"]])
    assert [(charge.amount, charge.fee) for charge in picture.charges] == [(700, None)]
    (unread,) = picture.unread
    assert (unread.what, unread.permission) == ("fees", "rak_balance_transaction_source_read")
    assert unread.why.startswith("Stripe does not let our key read fees (")


# ------------------------------------------------------------------ when Stripe is not well
FORBIDDEN = (
    '{"error": {"type": "invalid_request_error", "message": "The provided key does not have the required '
    "permissions for this endpoint. Having the 'rak_checkout_session_read' permission would allow this "
    'request to continue."}}'
)
EVERY_ASK = (
    lambda reader: reader.look_up([email("a@example.org"), Clue("charge", "ch_1")]),
    lambda reader: reader.pictures(["cus_1", "cus_2"]),
    lambda reader: reader.risks(["ch_1", "ch_2"]),
)


@pytest.mark.parametrize("ask", EVERY_ASK, ids=["look_up", "pictures", "risks"])
def test_with_stripe_down_it_is_unavailable(world: World, ask: Callable[[StripeReader], object]) -> None:
    with socket.socket() as taken:
        # Bound but not listening: connections are refused.
        taken.bind(("127.0.0.1", 0))
        reader = StripeReader(stripe_client(KEY, address=f"http://127.0.0.1:{taken.getsockname()[1]}"))
        with pytest.raises(VendorUnavailable, match="cannot be reached"):
            ask(reader)
        assert unread_names(reader.account()) == {"account", "portal", "undelivered", "product_names"}
        reader.close()


@pytest.mark.parametrize("ask", EVERY_ASK, ids=["look_up", "pictures", "risks"])
def test_a_wrong_key_is_refused(
    world: World, reader: StripeReader, ask: Callable[[StripeReader], object]
) -> None:
    body = (
        '{"error": {"type": "invalid_request_error", "message": "Invalid API Key provided: rk_test_***Key"}}'
    )
    world.faults.add(Fault("stripe", status=401, body=body, headers={"Request-Id": "req_401"}))
    with pytest.raises(KeyRejected, match="does not accept our key") as refused:
        ask(reader)
    assert refused.value.request_id == "req_401"
    assert "***" not in str(refused.value)


@pytest.mark.parametrize("status", [200, 502])
def test_a_page_of_html_is_no_answer(world: World, reader: StripeReader, pat: Json, status: int) -> None:
    world.faults.add(
        Fault(
            "stripe", path="/v1/invoices$", status=status, body="<html>Oops</html>", content_type="text/html"
        )
    )
    (picture,) = reader.pictures([pat["id"]])
    (unread,) = picture.unread
    assert unread.what == "invoices"
    assert "<" not in unread.why


@pytest.mark.parametrize(
    "body", ["null", "[]", '"x"', "{}", '{"data": 3, "has_more": true}', '{"data": [1, null]}']
)
def test_json_that_is_not_stripes_costs_one_list(
    world: World, reader: StripeReader, pat: Json, body: str
) -> None:
    world.faults.add(Fault("stripe", path="/v1/invoices$", status=200, body=body))
    (picture,) = reader.pictures([pat["id"]])
    assert picture.invoices == ()
    assert unread_names(picture) | set(picture.truncated) == {"invoices"}, "passes for an empty list"


@pytest.mark.parametrize("body", ["null", "[]", '{"error": 3}', '{"error": []}', '{"error": "x"}', ""])
def test_an_error_that_is_not_stripes_costs_one_list(
    world: World, reader: StripeReader, pat: Json, body: str
) -> None:
    world.faults.add(Fault("stripe", path="/v1/invoices$", status=404, body=body))
    (picture,) = reader.pictures([pat["id"]])
    assert unread_names(picture) == {"invoices"}


def test_over_the_limit_it_waits_for_its_turn(world: World, reader: StripeReader, pat: Json) -> None:
    limited = world.faults.add(
        Fault("stripe", path="/v1/charges$", status=429, times=2, body='{"error": {"type": "rate_limit"}}')
    )
    world.stripe.charge(pat, 700, at=world.ago(days=1))
    (picture,) = reader.pictures([pat["id"]])
    assert limited.struck == 2
    assert picture.unread == ()
    assert len(picture.charges) == 1


def test_it_waits_no_longer_than_a_ticket_can(world: World, reader: StripeReader, pat: Json) -> None:
    world.faults.add(
        Fault("stripe", path="/v1/charges$", status=429, times=1, headers={"Retry-After": "60"}, body="{}")
    )
    started = time.monotonic()
    (picture,) = reader.pictures([pat["id"]])
    assert time.monotonic() - started < 4
    assert picture.unread == ()


def test_over_the_limit_for_long_costs_that_list(world: World, reader: StripeReader, pat: Json) -> None:
    limited = world.faults.add(
        Fault("stripe", path="/v1/charges$", status=429, body='{"error": {"type": "rate_limit"}}')
    )
    (picture,) = reader.pictures([pat["id"]])
    (unread,) = picture.unread
    assert (unread.what, limited.struck) == ("charges", 4)
    assert "limit" in unread.why


def test_a_slow_list_does_not_hold_the_rest(world: World, impatient: StripeReader, pat: Json) -> None:
    world.faults.add(Fault("stripe", path="/v1/invoices$", delay=2.0))
    world.stripe.charge(pat, 700, at=world.ago(days=1))
    started = time.monotonic()
    (picture,) = impatient.pictures([pat["id"]])
    assert time.monotonic() - started < 1.0
    (unread,) = picture.unread
    assert unread.what == "invoices"
    assert "did not answer in time" in unread.why
    assert len(picture.charges) == 1


def test_when_everything_is_slow_it_says_so(world: World, impatient: StripeReader, pat: Json) -> None:
    world.faults.latency["stripe"] = 2.0
    with pytest.raises(VendorUnavailable, match="did not answer in time"):
        impatient.pictures([pat["id"]])


def test_a_broken_moment_is_tried_once_more(world: World, reader: StripeReader, pat: Json) -> None:
    world.faults.add(Fault("stripe", path="/v1/charges$", status=503, body="{}", times=1))
    (picture,) = reader.pictures([pat["id"]])
    assert picture.unread == ()


# ------------------------------------------------------------------ the account
def test_the_account_is_read_once(world: World, reader: StripeReader, pat: Json, asked: Asked) -> None:
    world.stripe.portal(cancel=True, update=True, quantity=True)
    event = world.stripe.undelivered_event("customer.updated", pat, at=world.ago(hours=1))
    first = reader.account()
    assert reader.account() == first
    assert sorted(asked()) == [
        "/v1/account",
        "/v1/billing_portal/configurations",
        "/v1/events",
        "/v1/products",
    ]
    assert first.account
    assert first.account.country == "US"
    assert first.portal
    assert (first.portal.cancel_enabled, first.portal.updates_allowed) == (True, ("price", "quantity"))
    assert [(e.id, e.customer) for e in first.undelivered] == [(event["id"], pat["id"])]


def test_products_are_known_by_name(world: World, reader: StripeReader) -> None:
    pro = world.stripe.product("Pro")
    assert reader.account().product_names == {pro["id"]: "Pro"}


def test_without_a_portal_there_is_none(world: World, reader: StripeReader) -> None:
    world.stripe.no_portal()
    account = reader.account()
    assert account.portal is None
    assert account.unread == ()


def test_an_answer_that_is_no_list_is_not_a_missing_portal(world: World, reader: StripeReader) -> None:
    world.faults.add(Fault("stripe", path="/configurations$", status=200, body="{}"))
    assert unread_names(reader.account()) == {"portal"}


def test_what_failed_is_asked_again_and_the_rest_is_not(
    world: World, reader: StripeReader, asked: Asked
) -> None:
    world.faults.add(Fault("stripe", path="/v1/account$", status=403, body=FORBIDDEN, times=1))
    assert unread_names(reader.account()) == {"account"}
    assert reader.account().unread == ()
    assert sorted(asked()) == [
        "/v1/account",
        "/v1/account",
        "/v1/billing_portal/configurations",
        "/v1/events",
        "/v1/products",
    ]


# ------------------------------------------------------------------ risks
def test_risks_are_read_per_charge_side_by_side(
    world: World, reader: StripeReader, pat: Json, asked: Asked
) -> None:
    disputed, warned, fine = (world.stripe.charge(pat, 700, at=world.ago(days=day)) for day in (3, 2, 1))
    world.stripe.dispute(disputed, at=world.ago(days=1), due=world.now() + timedelta(days=5))
    world.stripe.fraud_warning(warned, at=world.ago(days=1))
    world.faults.latency["stripe"] = ANSWER_SECONDS
    risks = reader.risks([disputed["id"], warned["id"], fine["id"]])
    assert left_together(world)
    assert len(asked()) == 6
    (dispute,) = risks.disputes
    assert (dispute.charge, dispute.open, dispute.due_by) == (
        disputed["id"],
        True,
        world.now() + timedelta(days=5),
    )
    (warning,) = risks.fraud_warnings
    assert (warning.charge, warning.actionable) == (warned["id"], True)
    assert risks.unread == ()


def test_disputes_that_may_not_be_read_are_not_absent(world: World, reader: StripeReader, pat: Json) -> None:
    charge = world.stripe.charge(pat, 700, at=world.ago(days=3))
    world.stripe.forbidden_permissions.add("rak_dispute_read")
    risks = reader.risks([charge["id"]])
    assert ("disputes", "rak_dispute_read") in {(unread.what, unread.permission) for unread in risks.unread}


def test_nothing_at_all_readable_about_risks_is_still_said_by_name(
    world: World, reader: StripeReader, pat: Json
) -> None:
    world.faults.add(Fault("stripe", status=403, body=FORBIDDEN))
    risks = reader.risks(["ch_1"])
    assert unread_names(risks) == {"disputes", "fraud_warnings"}


# ------------------------------------------------------------------ nothing leaks
def test_no_record_and_no_error_holds_the_key(
    world: World, reader: StripeReader, pat: Json, plan: Json, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    world.stripe.subscribe(pat, plan, at=world.ago(days=30))
    everything = [
        reader.look_up([email("Pat@Example.org")]),
        reader.pictures([pat["id"]]),
        reader.account(),
        reader.risks(["ch_1"]),
    ]
    # The SDK's own objects would carry the key with them.
    assert KEY not in repr(everything)
    assert b"stripe._" not in pickle.dumps([plainly(record) for record in everything])
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert KEY not in logged
    assert "pat@example" not in logged.lower().replace("%40", "@")


def test_the_answer_does_not_travel_with_the_error(world: World, reader: StripeReader) -> None:
    world.faults.add(Fault("stripe", status=400, body='{"error": {"message": "pat@example.org said no"}}'))
    with pytest.raises(VendorRefused) as refused:
        reader.pictures(["cus_1"])
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    assert "@" not in str(refused.value)


def test_it_works_in_a_container_without_a_home(
    reader: StripeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the SDK's telemetry on, every call crashes for a user that has no home directory."""
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    with pytest.raises(RuntimeError):
        Path.home()
    assert reader.account().unread == ()


def plainly(record: Any) -> Any:
    """A copy without read-only mappings, which cannot be pickled."""
    if hasattr(record, "__dataclass_fields__"):
        return {name: plainly(getattr(record, name)) for name in record.__dataclass_fields__}
    if isinstance(record, tuple):
        return [plainly(entry) for entry in record]
    return dict(record) if isinstance(record, type(NOTHING)) else copy.copy(record)
