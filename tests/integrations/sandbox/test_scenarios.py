"""The stories: each stands alone, keeps the contract, and is what its docstring says."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from integrations.sandbox import scenarios
from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def staged(*chosen: str, now: datetime = NOON) -> World:
    world = World(now)
    scenarios.stage(world, *chosen)
    return world


def test_the_stories_we_promise() -> None:
    assert scenarios.names() == [
        "annual_renewal_surprise",
        "bank_wants_confirmation",
        "cannot_cancel",
        "card_declined",
        "charge_not_ours",
        "chargeback_and_refund",
        "duplicate_across_letter_case",
        "duplicate_minutes_apart",
        "german_cancelled_too_late",
        "german_double_debit",
        "how_to_export",
        "japanese_double_charge",
        "metered_overage",
        "paid_but_locked_out",
        "receipt_request",
        "shared_billing_address",
        "stranger_with_an_invoice",
        "team_of_three",
        "upgrade_proration",
    ]
    with pytest.raises(ValueError, match="no such story: nothing"):
        staged("nothing")


@pytest.mark.parametrize("name", scenarios.names())
def test_every_story_keeps_the_contract(name: str) -> None:
    world = staged(name)
    for thing in world.stripe.everything():
        world.stripe.contract.check_object(world.stripe.shown(thing))
    assert len(world.zendesk.tickets) == 1
    assert scenarios.told_in(name).endswith(".")


@pytest.mark.parametrize("now", [datetime(2026, month, day, 12, tzinfo=UTC) for month, day in
                                 ((1, 1), (2, 28), (3, 1), (3, 31), (5, 31), (12, 31))])  # fmt: skip
def test_the_stories_hold_on_any_day_of_the_year(now: datetime) -> None:
    world = staged(now=now)
    books = world.stripe
    moments = [t.get("created") or t.get("date") or 0 for t in books.everything()]
    assert max(moments) <= now.timestamp()
    declined = books.first("customer", email="sam.okonkwo@papertrail.example")
    assert declined is not None
    (plan,) = books.all("subscription", customer=declined)
    assert (plan["status"], books.latest_invoice(plan)["attempt_count"]) == ("past_due", 2)
    assert books.latest_invoice(plan)["next_payment_attempt"] > now.timestamp()
    for subscription in books.all("subscription", status="active"):
        assert books.period_end(subscription) > now


def test_ids_and_people_do_not_depend_on_the_other_stories() -> None:
    together = {customer["id"]: customer["email"] for customer in staged().stripe.all("customer")}
    for name in scenarios.names():
        for customer in staged(name).stripe.all("customer"):
            assert together[customer["id"]] == customer["email"]


def test_no_two_stories_share_a_domain() -> None:
    domains: dict[str, str] = {}
    for name in scenarios.names():
        world = staged(name)
        addresses = {customer["email"] for customer in world.stripe.all("customer")}
        for domain in {address.rpartition("@")[2].lower() for address in addresses}:
            assert domains.setdefault(domain, name) == name


def test_the_shop_opens_once_and_nobody_can_cancel_there() -> None:
    world = staged()
    before = len(world.stripe.all("price"))
    catalogue(world)
    assert len(world.stripe.all("price")) == before == 7
    (portal,) = world.stripe.all("billing_portal.configuration")
    assert portal["features"]["payment_method_update"]["enabled"]
    assert not portal["features"]["subscription_cancel"]["enabled"]
    assert portal["login_page"]["url"].startswith("https://billing.stripe.com/p/login/")


def test_a_portal_set_up_by_hand_stays() -> None:
    world = World(NOON)
    mine = world.stripe.portal(cancel=True)
    scenarios.stage(world, "cannot_cancel")
    assert world.stripe.all("billing_portal.configuration") == [mine]


def test_the_duplicates_share_a_card_and_not_a_letter_case() -> None:
    books = staged("duplicate_across_letter_case").stripe
    first, second = books.all("customer")
    assert first["email"] != second["email"]
    assert first["email"].lower() == second["email"].lower()
    assert len({card["card"]["fingerprint"] for card in books.all("payment_method")}) == 1


def test_the_stranger_names_an_invoice_of_somebody_else() -> None:
    world = staged("stranger_with_an_invoice")
    (ticket,) = world.zendesk.tickets.values()
    body = ticket.comments[0].body
    found = re.search(r"\(in_\w+\)", body)
    assert found
    assert world.stripe.find(found[0].strip("()"), "invoice")
    assert "thornbury" not in body.lower()


def test_metered_use_makes_the_amounts_the_customer_names() -> None:
    books = staged("metered_overage").stripe
    totals = [invoice["total"] for invoice in books.all("invoice")]
    assert totals[:2] == [11740, 2590]


def test_money_that_was_only_reserved_is_not_taken() -> None:
    books = staged("german_double_debit").stripe
    assert [charge["status"] for charge in books.all("charge")] == ["succeeded", "failed", "succeeded"]


def test_the_cancellation_came_after_the_renewal() -> None:
    books = staged("german_cancelled_too_late").stripe
    (plan,) = books.all("subscription")
    assert plan["cancel_at_period_end"]
    assert plan["canceled_at"] > books.latest_invoice(plan)["created"]
