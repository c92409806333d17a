"""What the reply to each situation must state when it is known, in every language: one row per situation.

The rows are the facts a careful billing agent gives (what happened, how much, when, on which card, until when,
what the bank does next); the examples are the detectors' own.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from integrations.money import Money
from plugin.act.plan import make_plan
from plugin.diagnose import detectors, diagnose
from plugin.facts import EXAMPLE_NOW, Reading
from plugin.policy import Policy
from plugin.report.phrases import Phrases, languages
from plugin.report.reply import draft
from tests.report.cases import ticket

CHARGE = ("amount", "date", "last4")

# situation -> (facts of the cause, by the names of its `tells`)
FACTS: dict[str, tuple[str, ...]] = {
    "duplicate_same_customer": (*CHARGE, "plan", "keep_since"),
    "duplicate_across_customers": (*CHARGE, "plan", "keep_since"),
    "charged_twice_minutes_apart": CHARGE,
    "failed_attempt_taken_for_charge": CHARGE,
    "proration_taken_for_double_charge": (*CHARGE, "credit"),
    "many_subscriptions_really_seats": ("count", "plan", "total"),
    "quantity_changed": (*CHARGE, "quantity"),
    "annual_renewal_surprise": (*CHARGE, "plan", "end_date"),
    "trial_converted": (*CHARGE, "plan", "trial_end", "end_date"),
    "charged_after_cancel": (*CHARGE, "plan", "canceled_date"),
    "cancellation_pending": ("plan", "end_date", "canceled_date"),
    "wants_to_cancel_cannot": ("plan", "end_date"),
    "pending_update_or_schedule": ("plan", "expires_date"),
    "paused": ("plan", "resumes_date"),
    "coupon_ended": (*CHARGE, "before", "coupon_end"),
    "payment_past_due": ("amount", "plan", "last4", "next_attempt"),
    "authentication_required": ("amount", "plan"),
    "card_expired": ("last4", "expired", "plan", "amount", "next_attempt"),
    "checkout_incomplete": ("amount", "plan", "expires_date"),
    "checkout_abandoned": ("amount", "created_date"),
    "payment_blocked": CHARGE,
    "bank_debit_pending": CHARGE,
    "invoice_overdue": ("invoice_number", "amount", "due_date"),
    "subscription_unpaid": ("amount", "plan"),
    "dispute_open": CHARGE,
    "fraud_warning": CHARGE,
    "already_refunded": ("amount", "date", "reference"),
    "refund_too_old": CHARGE,
    "credited_not_refunded": ("amount", "date"),
    "metered_overage": (*CHARGE, "period_start", "period_end"),
    "tax_added": ("invoice_number", "amount", "total"),
    "currency_differs": CHARGE,
    "balance_changed_bill": ("amount", "total"),
    "overpaid": ("invoice_number", "amount", "total"),
    "not_our_charge": ("descriptor",),
    "wallet_card_number": (*CHARGE, "wallet", "wallet_last4"),
    "invoice_to_wrong_email": ("invoice_number", "date"),
    "written_off_but_dunned": ("invoice_number", "amount"),
    "test_data": (),
    "paid_no_access": (*CHARGE, "plan"),
    "customer_deleted": (),
    "invoice_requested": (*CHARGE, "invoice_number"),
    "card_update_requested": ("last4", "plan", "next_date"),
    "wants_to_cancel": ("plan", "end_date"),
}
ONLY_WITH_A_PROMISE = {"keep_since"}
"""Which one stays is said with the step that ends the other one, not before."""
WALLETS = {"apple_pay": "Apple Pay", "google_pay": "Google Pay", "link": "Link", "samsung_pay": "Samsung Pay"}


def written(phrases, name, value):
    if isinstance(value, Money):
        text = phrases.money(value)
    elif isinstance(value, datetime):
        text = phrases.date(value)
    else:
        text = WALLETS.get(str(value), str(value))
    # The reply is one harmless line per paragraph: direction marks and non-breaking spaces are gone.
    return " ".join(text.replace("\u200f", "").split())


SAMPLES = {
    "next_attempt": EXAMPLE_NOW + timedelta(days=3),
    "next_date": EXAMPLE_NOW + timedelta(days=9),
    "expires_date": EXAMPLE_NOW + timedelta(days=1),
    "resumes_date": EXAMPLE_NOW + timedelta(days=20),
    "end_date": EXAMPLE_NOW + timedelta(days=11),
    "keep_since": EXAMPLE_NOW - timedelta(days=200),
    "canceled_date": EXAMPLE_NOW - timedelta(days=40),
    "coupon_end": EXAMPLE_NOW - timedelta(days=41),
    "created_date": EXAMPLE_NOW - timedelta(days=2),
    "date": EXAMPLE_NOW - timedelta(days=5),
    "due_date": EXAMPLE_NOW - timedelta(days=6),
    "period_start": EXAMPLE_NOW - timedelta(days=37),
    "period_end": EXAMPLE_NOW - timedelta(days=7),
    "trial_end": EXAMPLE_NOW - timedelta(days=4),
    "amount": Money(123456, "usd"),
    "before": Money(7700, "usd"),
    "credit": Money(330, "usd"),
    "total": Money(210000, "usd"),
    "last4": "4242",
    "wallet_last4": "9001",
    "wallet": "apple_pay",
    "plan": "Falcon",
    "expired": "03/2026",
    "invoice_number": "T-0042",
    "reference": "74192000",
    "descriptor": "FALCON INC",
    "count": 5,
    "quantity": 7,
}


def told_in(example, situation, language, fill=True, without=None):
    """The reply as drafted where this situation decides; unknown values filled in, or one of them taken away."""
    written_by = ticket(locale=language)
    said = replace(example.ticket, requester=written_by.requester) if example.ticket else written_by
    facts = replace(example, ticket=said, reading=replace(example.reading, language=language))
    diagnosis = diagnose(facts)
    finding = next((f for f in diagnosis.findings if f.situation == situation), None)
    assert finding is not None, "the example does not fire"
    tells = dict(finding.tells)
    for name in tells if fill else ():
        if tells[name] is None:
            tells[name] = SAMPLES.get(name)
        elif name in TO_COME and tells[name] < facts.now:
            tells[name] = SAMPLES[name]
    if without:
        tells[without] = None
    finding = replace(finding, tells=tells)
    verdict = replace(diagnosis.verdict, bucket=finding.bucket, situation=situation, deciding=finding)
    judged = replace(diagnosis, verdict=verdict)
    plan = make_plan(facts, judged, Policy(), can_write=True)
    return facts, finding, plan, draft(facts, judged, plan).body


TO_COME = {"next_attempt", "next_date", "expires_date", "resumes_date", "end_date"}


def test_no_situation_is_left_out():
    assert set(FACTS) == {d.situation for d in detectors()}


def stated(plan, name, language, value):
    """Whether the fact must stand in the reply in this language, given the plan."""
    promised = any(s.kind in ENDS and s.state == "proposed" for s in plan.steps)
    if name in ONLY_WITH_A_PROMISE and not promised:
        return False
    # The Arabic dual says two without a numeral.
    return not (name in {"count", "quantity"} and language == "ar" and value in {1, 2})


ENDS = {"set_cancel_at_period_end", "cancel_subscription_now"}


@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.situation)
def test_every_required_fact_is_stated_when_it_is_known(detector, language):
    phrases = Phrases.of(language)
    for example in detector.fires_on:
        _facts, finding, plan, body = told_in(example, detector.situation, language)
        for name in FACTS[detector.situation]:
            value = finding.tells.get(name)
            if name == "keep_since" and value and value.date() == finding.tells["date"].date():
                continue  # bought on one day: the day would not tell them apart
            if value is not None and stated(plan, name, language, value):
                assert written(phrases, name, value) in body, (name, body)


@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.situation)
def test_the_detector_tells_what_the_reply_must_state(detector):
    told = {name for e in detector.fires_on for name in told_in(e, detector.situation, "en")[1].tells}
    assert set(FACTS[detector.situation]) <= told


@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.situation)
def test_amount_day_and_card_of_the_charge_stay_when_another_fact_is_unknown(detector):
    phrases = Phrases.of("en")
    required = FACTS[detector.situation]
    if not set(CHARGE) <= set(required):
        return
    for unknown in set(required) - {*CHARGE, "wallet"}:
        _facts, finding, _plan, body = told_in(
            detector.fires_on[0], detector.situation, "en", without=unknown
        )
        for name in CHARGE:
            assert written(phrases, name, finding.tells[name]) in body, (unknown, name, body)


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_promised_refund_says_what_the_bank_does_and_by_when(language):
    for detector in detectors():
        for example in detector.fires_on:
            _facts, _finding, plan, body = told_in(example, detector.situation, language)
            if any(s.kind == "refund_charge" and s.state == "proposed" for s in plan.steps):
                assert "10" in body, body
                assert "5" in body, body


PAGES = {
    "send_hosted_invoice_link": "https://invoice.example/",
    "send_invoice_pdf": "https://invoice.example/",
    "send_portal_payment_update": "https://billing.example/login",
}


@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.situation)
def test_a_page_that_helps_is_linked(detector):
    for example in detector.fires_on:
        facts, _finding, plan, body = told_in(example, detector.situation, "en")
        links = [s for s in plan.steps if s.kind in PAGES and s.state == "proposed"]
        if links:
            with_address = [
                s for s in links
                if s.kind == "send_portal_payment_update" or ((i := facts.invoice(s.target)) and i.hosted_url)
            ]  # fmt: skip
            assert not with_address or any(PAGES[s.kind] in body for s in with_address), body


def test_a_day_that_has_passed_is_not_announced():
    detector = next(d for d in detectors() if d.situation == "payment_past_due")
    facts = replace(detector.fires_on[0], ticket=ticket(), reading=Reading((), "en"))
    diagnosis = diagnose(facts)
    finding = next(f for f in diagnosis.findings if f.situation == "payment_past_due")
    for days, announced in ((-3, False), (3, True)):
        tells = {**finding.tells, "next_attempt": facts.now + timedelta(days=days)}
        judged = replace(
            diagnosis, verdict=replace(diagnosis.verdict, deciding=replace(finding, tells=tells))
        )
        body = draft(facts, judged, make_plan(facts, diagnosis, Policy(), can_write=True)).body
        assert ("The next attempt is on" in body) is announced
