"""What a confirmed step does, and everything that must keep it from happening."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from integrations.money import Money
from integrations.sandbox.faults import Fault
from integrations.sandbox.stripe_faults import answer_lost, broken, refusing
from plugin.act.gate import NotPermitted
from tests.money.conftest import Desk


# ------------------------------------------------------------------ done, and seen
def test_a_refund_is_made_once_and_everybody_sees_it(desk: Desk) -> None:
    charge = desk.target()
    shown = desk.show(target=charge, reason="duplicate")
    assert shown.considered.objections == ()
    assert "20.00 USD go back to card ending 4242" in shown.considered.lines[0]
    done = desk.confirm(shown)
    assert done.attempt.state == "done"
    (refund,) = desk.refunds(charge)
    assert (refund["amount"], refund["reason"]) == (2000, "duplicate")
    assert refund["metadata"]["tillside"] == done.attempt.id
    (note,) = desk.notes()
    assert "Confirmed by Ana Ferreira" in note
    assert str(refund["id"]) in note
    after = desk.read()
    (step,) = [s for s in after["plan"] if s["state"] == "done"]
    assert (step["target"], step["done_by"]) == (charge, "Ana Ferreira")
    action_taken = after["handoff"].partition("ACTION TAKEN")[2]
    assert "Refunded 20.00 USD" in action_taken
    assert "by Ana Ferreira at" in action_taken
    assert "We have refunded $20.00" in after["reply"]["body"]


def test_before_it_is_done_the_reply_says_we_will(desk: Desk) -> None:
    assert "We will" in desk.read()["reply"]["body"]


def test_the_audit_log_says_who_when_what_by_which_rule_and_cannot_be_changed(desk: Desk) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    from plugin import wiring

    done = desk.confirm(desk.show())
    confirmed, ended = wiring.audit(desk.settings).of_ticket(desk.ticket)
    assert (confirmed.event, confirmed.agent_name, confirmed.rule) == (
        "confirmed", "Ana Ferreira", "refund_window_days.mistakes",
    )  # fmt: skip
    assert confirmed.shown is not None
    assert "20.00 USD" in confirmed.shown
    assert (ended.event, ended.vendor_id, ended.request_id) == (
        "done", done.attempt.vendor_id, done.attempt.request_id,
    )  # fmt: skip
    for change in ("UPDATE audit SET agent_name = 'Eve'", "DELETE FROM audit"):
        with pytest.raises(DBAPIError, match="only grows"), wiring.store(desk.settings).writing() as session:
            session.execute(text(change))


def test_what_was_set_to_end_can_be_taken_back_as_a_step_of_its_own(desk: Desk) -> None:
    extra = desk.target("set_cancel_at_period_end")
    assert desk.confirm(desk.show("set_cancel_at_period_end", extra)).attempt.state == "done"
    assert desk.world.stripe.get(extra)["cancel_at_period_end"] is True
    assert desk.confirm(desk.show("undo_cancel_at_period_end", extra)).attempt.state == "done"
    assert desk.world.stripe.get(extra)["cancel_at_period_end"] is False


def test_ending_the_extra_one_now_leaves_the_other_collected(desk: Desk) -> None:
    books = desk.world.stripe
    extra = desk.target("set_cancel_at_period_end")
    customer = books.get(extra)["customer"]
    (kept,) = [s for s in books.all("subscription", customer=customer) if s["id"] != extra]
    with desk.world.lock:
        books.fail_renewal(kept, desk.world.now())
    open_invoice = next(i for i in books.all("invoice", customer=customer) if i["status"] == "open")
    with desk.world.lock:
        books.change(open_invoice, auto_advance=True)
    shown = desk.show("cancel_subscription_now", extra)
    assert shown.considered.objections == ()
    assert desk.confirm(shown).attempt.state == "done"
    assert books.get(extra)["status"] == "canceled"
    assert books.get(open_invoice)["auto_advance"] is True


def test_two_equal_partial_refunds_are_two_refunds(desk: Desk) -> None:
    charge = desk.target()
    for _ in range(2):
        assert desk.confirm(desk.show(target=charge, amount=500)).attempt.state == "done"
    assert [r["amount"] for r in desk.refunds(charge)] == [500, 500]


def test_a_portal_page_survives_its_expiry_and_is_told_once(desk: Desk) -> None:
    customer = desk.read()["identity"]["customer_id"]
    done = desk.confirm(desk.show("send_portal_link", customer))
    assert done.url is not None
    assert done.url.startswith("https://")
    assert done.url not in (done.attempt.shown_json + (done.attempt.result or ""))
    assert done.url not in "".join(desk.notes())
    (page,) = desk.world.stripe.ledger()["portal_sessions"]
    assert page["customer"] == customer


# ------------------------------------------------------------------ once
def test_a_double_click_and_two_agents_at_once_are_one_refund(desk: Desk) -> None:
    charge = desk.target()
    mine, theirs = desk.show(target=charge), desk.show(target=charge, agent=desk.ben)
    assert mine.considered.hash == theirs.considered.hash
    agents = [desk.ana, desk.ben] * 4
    with ThreadPoolExecutor(8) as pool:
        ended = list(pool.map(lambda agent: _or_refused(lambda: desk.confirm(mine, agent)), agents))
    assert any(e == "done" for e in ended)
    assert len(desk.refunds(charge)) == 1
    assert len(desk.notes()) == 1


def test_two_agents_with_different_wishes_for_one_charge_take_turns(desk: Desk) -> None:
    charge = desk.target()
    some, more = desk.show(target=charge, amount=500), desk.show(target=charge, amount=700)
    with ThreadPoolExecutor(2) as pool:
        ended = list(pool.map(lambda s: _or_refused(lambda: desk.confirm(s)), [some, more]))
    assert sorted(e == "done" for e in ended) == [False, True], ended
    assert len(desk.refunds(charge)) == 1


def _or_refused(confirm: Callable[[], object]) -> str:
    try:
        return str(confirm().attempt.state)  # type: ignore[attr-defined]
    except NotPermitted as refused:
        return refused.code


@pytest.mark.parametrize(
    "fault",
    [answer_lost("/v1/refunds$"), broken("/v1/refunds$", acts=True), broken("/v1/refunds$", acts=False)],
)
def test_an_answer_that_never_came_is_found_out(desk: Desk, fault: Fault) -> None:
    charge = desk.target()
    shown = desk.show(target=charge)
    fault.struck = 0
    desk.world.faults.add(fault)
    assert desk.confirm(shown).attempt.state == "confirmed"
    for desk.offset in (61, 75, 90, 120):
        desk.steps.finish(shown.attempt.id)  # type: ignore[union-attr]
    assert desk.steps.of_ticket(desk.ticket)[0].state == "done"
    assert len(desk.refunds(charge)) == 1


def test_a_hint_that_comes_five_times_changes_nothing(desk: Desk) -> None:
    shown = desk.show()
    desk.confirm(shown)
    calls = desk.world.faults.count("stripe")
    assert [desk.steps.finish(shown.attempt.id) for _ in range(5)] == ["not_due"] * 5  # type: ignore[union-attr]
    assert desk.world.faults.count("stripe") == calls


# ------------------------------------------------------------------ not at all
def test_a_refund_in_the_dashboard_meanwhile_stops_it(desk: Desk) -> None:
    charge = desk.target()
    shown = desk.show(target=charge, amount=500)
    with desk.world.lock:
        desk.world.stripe.refund(charge, at=desk.world.now(), amount=300)
    with pytest.raises(NotPermitted) as refused:
        desk.confirm(shown)
    assert refused.value.code == "changed"
    assert "Left of it: was 20.00 USD, is 17.00 USD." in refused.value.changed
    assert len(desk.refunds(charge)) == 1


def test_a_chargeback_that_opens_meanwhile_stops_it(desk: Desk) -> None:
    charge = desk.target()
    shown = desk.show(target=charge)
    with desk.world.lock:
        desk.world.stripe.dispute(charge, at=desk.world.now())
    with pytest.raises(NotPermitted) as refused:
        desk.confirm(shown)
    assert refused.value.code == "changed"
    assert desk.refunds(charge) == []


def test_a_renewal_meanwhile_stops_ending_it(desk: Desk) -> None:
    extra = desk.target("set_cancel_at_period_end")
    shown = desk.show("set_cancel_at_period_end", extra)
    with desk.world.lock:
        desk.world.stripe.renew(extra, desk.world.now())
    with pytest.raises(NotPermitted) as refused:
        desk.confirm(shown)
    assert refused.value.code == "changed"
    assert any(line.startswith("Its latest invoice") for line in refused.value.changed)


def test_what_was_shown_too_long_ago_is_shown_again_first(desk: Desk) -> None:
    shown = desk.show()
    desk.offset = 11 * 60
    with pytest.raises(NotPermitted) as refused:
        desk.confirm(shown)
    assert refused.value.code == "too-old"


def test_a_step_of_another_ticket_is_not_this_one(desk: Desk) -> None:
    shown = desk.show()
    with pytest.raises(NotPermitted) as refused:
        desk.steps.confirm(desk.ticket + 1, shown.considered.hash, desk.ana)
    assert refused.value.code == "not-shown"


def test_what_was_confirmed_and_then_forgotten_for_long_is_not_done(desk: Desk) -> None:
    charge = desk.target()
    shown = desk.show(target=charge)
    desk.world.faults.add(Fault("stripe", "POST", "/v1/refunds$", drop=True, times=1))
    assert desk.confirm(shown).attempt.state == "confirmed"
    desk.offset = 3600
    assert desk.steps.finish(shown.attempt.id) == "refused"  # type: ignore[union-attr]
    assert desk.refunds(charge) == []
    (attempt,) = desk.steps.of_ticket(desk.ticket)
    assert "confirm again" in attempt.result
    (step,) = [s for s in desk.read()["plan"] if s["state"] == "failed"]
    assert step["target"] == charge


# ------------------------------------------------------------------ bad input
@pytest.mark.parametrize(
    ("wish", "guard"),
    [
        ({"amount": Money(2001, "usd")}, "within_what_is_left"),
        ({"amount": Money(0, "usd")}, "within_what_is_left"),
        ({"amount": Money(-500, "usd")}, "within_what_is_left"),
        ({"amount": Money(500, "eur")}, "within_what_is_left"),
    ],
)
def test_an_amount_that_cannot_be_is_said(desk: Desk, wish: dict[str, Money], guard: str) -> None:
    shown = desk.show(**wish)
    assert guard in {o.guard for o in shown.considered.objections}
    assert shown.attempt is None


def test_a_charge_of_another_customer_is_not_touched(desk: Desk, stage: Callable[[str], int]) -> None:
    stage("card_declined")
    stage("annual_renewal_surprise")
    mine = {p["id"] for p in desk.read()["billing"]["payments"]}
    other = next(c["id"] for c in desk.world.stripe.all("charge") if c["id"] not in mine)
    shown = desk.show(target=other, amount=100)
    assert {"target_is_theirs", "in_the_plan"} <= {o.guard for o in shown.considered.objections}


def test_a_subscription_that_ended_already_is_said(desk: Desk) -> None:
    extra = desk.target("set_cancel_at_period_end")
    with desk.world.lock:
        desk.world.stripe.cancel(extra, desk.world.now())
    shown = desk.show("set_cancel_at_period_end", extra)
    assert "ended already" in " ".join(o.reason for o in shown.considered.objections)


def test_a_missing_permission_is_named_and_nothing_is_half_done(desk: Desk) -> None:
    charge = desk.target()
    shown = desk.show(target=charge)
    desk.world.stripe.forbidden_permissions.add("rak_charge_write")
    done = desk.confirm(shown)
    assert done.attempt.state == "refused"
    assert "rak_charge_write" in (done.attempt.result or "")
    assert desk.refunds(charge) == []


def test_a_declined_payment_is_told_in_words(desk: Desk) -> None:
    shown = desk.show()
    desk.world.faults.add(refusing("/v1/refunds$", 402, "Declined.", code="card_declined", kind="card_error"))
    done = desk.confirm(shown)
    assert done.attempt.state == "refused"
    assert "declined" in (done.attempt.result or "")


def test_an_agent_suspended_a_minute_ago_may_not(desk: Desk) -> None:
    shown = desk.show()
    desk.world.zendesk.users[desk.ana].suspended = True
    with pytest.raises(NotPermitted) as refused:
        desk.confirm(shown)
    assert refused.value.code == "not-an-agent"


def test_without_a_key_that_writes_everything_is_advice(
    desk_of: Callable[..., Desk],
) -> None:
    desk = desk_of(STRIPE_WRITE_KEY="")
    shown = desk.show()
    assert shown.attempt is None
    assert "STRIPE_WRITE_KEY" in (shown.advice or "")
    with pytest.raises(NotPermitted) as refused:
        desk.confirm(shown)
    assert refused.value.code == "advice-only"


# ------------------------------------------------------------------ two people
@pytest.fixture
def strict(desk_of: Callable[..., Desk], tmp_path: Path) -> Desk:
    policy = tmp_path / "policy.toml"
    policy.write_text('[agent_refund_limit]\nusd = 1000\n[who_may]\nagent = "approve"\n')
    return desk_of(POLICY_FILE=str(policy))


def test_above_the_limit_a_second_person_approves_and_never_the_asker(strict: Desk) -> None:
    charge = strict.target()
    shown = strict.show(target=charge)
    assert "10.00 USD" in (shown.considered.second_person or "")
    waiting = strict.confirm(shown).attempt
    assert waiting.state == "waiting"
    assert strict.refunds(charge) == []
    with pytest.raises(NotPermitted) as refused:
        strict.steps.approve(strict.ticket, waiting.id, strict.ana)
    assert refused.value.code == "asker"
    done = strict.steps.approve(strict.ticket, waiting.id, strict.ben).attempt
    assert (done.state, done.asked_by_name, done.approved_by_name) == ("done", "Ana Ferreira", "Ben Okafor")
    assert len(strict.refunds(charge)) == 1
    assert "Ana Ferreira, approved by Ben Okafor" in strict.notes()[0]


def test_below_the_limit_one_person_is_enough(strict: Desk) -> None:
    assert strict.confirm(strict.show(amount=900)).attempt.state == "done"


def test_who_may_not_approve_does_not(desk_of: Callable[..., Desk], tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[agent_refund_limit]\nusd = 1000\n")
    desk = desk_of(POLICY_FILE=str(policy))
    waiting = desk.confirm(desk.show()).attempt
    with pytest.raises(NotPermitted) as refused:
        desk.steps.approve(desk.ticket, waiting.id, desk.ben)
    assert refused.value.code == "not-allowed"


def test_what_nobody_approves_ends_too(strict: Desk) -> None:
    strict.confirm(strict.show())
    strict.offset = 25 * 3600
    strict.steps.expire_waiting(strict.parts.clock())
    (attempt,) = strict.steps.of_ticket(strict.ticket)
    assert attempt.state == "refused"
    assert "Nobody approved" in attempt.result


# ------------------------------------------------------------------ how many rounds
def test_only_one_file_makes_permits_and_only_the_wiring_knows_the_writer() -> None:
    root = Path(__file__).parents[2]
    making = [
        str(path.relative_to(root))
        for folder in ("plugin", "integrations")
        for path in (root / folder).rglob("*.py")
        if "Permit(" in path.read_text() and path.name != "deeds.py"
    ]
    assert making == ["plugin/act/gate.py"]
