"""The drafted reply: what it says, what it may never say, in every language there is."""

from dataclasses import replace
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from integrations.money import Money
from plugin.act.plan import Plan, make_plan
from plugin.diagnose import detectors, diagnose
from plugin.diagnose.examples import PORTAL, case, paid, sub
from plugin.facts import Reading
from plugin.identify.asks import ASKS, in_words
from plugin.policy import Policy
from plugin.report import phrases as phrases_module
from plugin.report.phrases import Phrases, languages
from plugin.report.reply import draft
from tests.report.cases import REFUND, Worked, duplicate, ticket, told, unproven

LOCALES = Path(phrases_module.__file__).parent / "locales"


def entries(language):
    parsed = FluentParser().parse((LOCALES / language / "reply.ftl").read_text(encoding="utf-8"))
    return {e.id.name: {a.id.name for a in e.attributes} for e in parsed.body if isinstance(e, Message)}


# ------------------------------------------------------------------ the languages
@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_has_the_same_messages(language):
    assert entries(language) == entries("en")


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_file_is_free_of_errors(language):
    text = (LOCALES / language / "reply.ftl").read_text(encoding="utf-8")
    junk = [e for e in FluentParser().parse(text).body if type(e).__name__ == "Junk"]
    assert not junk


@pytest.mark.parametrize("situation", [d.situation for d in detectors()])
def test_every_situation_has_its_own_words_and_plainer_ones(situation):
    assert "plain" in entries("en")[situation]


def test_every_question_has_its_words():
    assert {f"ask-{name}" for name in ASKS} <= set(entries("en"))


# ------------------------------------------------------------------ what it says
def test_the_reply_to_a_duplicate():
    reply = told().reply
    assert (reply.language, reply.direction) == ("en", "ltr")
    assert reply.body == (
        "Hello Pat,\n\n"
        "You are right: besides the subscription you use, a second one for Pro was running, "
        "and we charged $19.00 on June 12, 2026 (ending in 4242) for it.\n\n"
        "We will stop the renewal of the extra subscription, so that it is not charged again; "
        "the other one stays as it is. "
        "We will refund $19.00 to the payment method ending in 4242. Banks usually take 5–10 business days to show it.\n\n"
        "If anything is unclear, just reply to this message."
    )


def test_the_same_in_german_and_japanese():
    german = told("de", ticket=ticket(locale="de")).reply.body
    assert german.startswith("Guten Tag Pat,")
    assert "19,00 $ vom 12. Juni 2026 (Endziffern 4242)" in german
    japanese = told("ja", ticket=ticket("山田 太郎", "ja")).reply.body
    assert japanese.startswith("山田 太郎 様")
    assert "2026年6月12日の$19.00(末尾 4242)" in japanese


def test_dates_follow_the_requesters_country():
    british = told(ticket=ticket(locale="en-GB")).reply.body
    assert "US$19.00 on 12 June 2026" in british


def test_a_language_nobody_translated_gets_english():
    reply = told("fi").reply
    assert reply.language == "en"
    assert reply.body.startswith("Hello Pat,")


def test_what_is_done_is_told_as_done():
    worked = told()
    done = replace(worked.plan, steps=tuple(replace(s, state="done") for s in worked.plan.steps))
    body = draft(worked.facts, worked.diagnosis, done).body
    assert "We have refunded $19.00" in body
    assert "will" not in body


def test_what_is_blocked_is_never_promised():
    worked = told()
    blocked = replace(worked.plan, steps=tuple(replace(s, state="blocked") for s in worked.plan.steps))
    body = draft(worked.facts, worked.diagnosis, blocked).body
    assert "refund" not in body
    assert "stop the renewal" not in body
    assert "We are still checking what we can do" in body


def test_a_refund_without_an_amount_is_not_told_with_the_amount_of_the_cause():
    worked = told()
    body = draft(worked.facts, worked.diagnosis, Plan((REFUND,))).body
    assert "We will refund" not in body
    two = Plan((replace(REFUND, amount=Money(500, "usd")),))
    assert "We will refund $5.00" in draft(worked.facts, worked.diagnosis, two).body


def test_links_are_the_portals_login_page_and_the_invoices_own():
    facts = case(sub(), paid(when=10), asks="invoice_or_receipt_request")
    body = Worked(replace(facts, ticket=ticket())).reply.body
    assert "You can download the invoice here: https://invoice.example/sub_a_10.pdf" in body
    assert "and pay" not in body


@pytest.mark.parametrize(
    "address",
    ["https://billing.stripe.com/p/session/" + "test_abc", "javascript:alert(1)", "http://plain.example/x", "https://x.example/{{a}}", "https://x.example/ b"],
)  # fmt: skip
def test_no_other_address_is_ever_offered(address):
    facts = case(
        sub(), paid(when=10), asks="update_payment_method", portal=replace(PORTAL, login_url=address)
    )
    body = Worked(replace(facts, ticket=ticket())).reply.body
    assert address not in body
    assert "[secret]" not in body
    assert "We will send you a link to change the payment method." in body


# ------------------------------------------------------------------ who may know
@pytest.mark.parametrize("confidence", ["weak", "ambiguous", "none"])
@pytest.mark.parametrize("language", sorted(languages()))
def test_without_proof_nothing_about_any_account_is_said(confidence, language):
    facts = unproven(confidence, ask_for=in_words("write_from_billing_address", "charge_details"))
    facts = replace(facts, pictures=duplicate().pictures, reading=Reading(("duplicate_charge",), language))
    body = Worked(facts).reply.body
    for detail in ("19", "4242", "Pro ", "«Pro»", "cus_", "sub_", "12 June", "June 12", "T-new"):
        assert detail not in body.replace("https://billing.example/login", "")
    assert body.count("\n- ") == 2 or body.count("- ") == 2


def test_asking_back_does_not_confirm_that_there_is_an_account():
    body = Worked(
        unproven("weak", ask_for=in_words("write_from_billing_address", "invoice_number"))
    ).reply.body
    assert "Please write to us from the e-mail address you use for billing." in body
    assert "top right of the document" in body
    assert "your account" not in body


# ------------------------------------------------------------------ names are data
@pytest.mark.parametrize(
    "name",
    ["{{ticket.requester.email}}", "https://evil.example", "pat@example.com", "4242424242424242", "<b>Pat</b>", "", "‮taP", "A" * 60, "Pat\u200b{{x}}"],
)  # fmt: skip
def test_a_name_that_is_no_name_is_not_greeted(name):
    body = told(ticket=ticket(name)).reply.body
    assert body.startswith(("Hello,", "Hello taP,"))
    assert "{{" not in body


def test_a_plan_name_cannot_smuggle_anything_into_the_reply():
    facts = duplicate()
    named = "{{ticket.id}} 4242 4242 4242 4242\r\nSecond line " + "x" * 200
    pictures = []
    for picture in facts.pictures:
        subscriptions = tuple(
            replace(s, items=tuple(replace(i, price=replace(i.price, product_name=named)) for i in s.items))
            for s in picture.subscriptions
        )
        pictures.append(replace(picture, subscriptions=subscriptions))
    body = Worked(replace(facts, pictures=tuple(pictures))).reply.body
    assert "{{" not in body
    assert "4242 4242 4242" not in body
    assert "x" * 100 not in body
    assert "\nSecond" not in body


# ------------------------------------------------------------------ all situations, all languages
@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.situation)
def test_every_situation_is_told_shortly_and_completely(detector, language):
    for facts in detector.fires_on:
        facts = replace(facts, ticket=ticket(), reading=replace(facts.reading, language=language))
        diagnosis = diagnose(facts)
        reply = draft(facts, diagnosis, make_plan(facts, diagnosis, Policy(), can_write=True))
        assert reply.language == language
        assert len(reply.body.split()) <= 120
        assert "{" not in reply.body
        assert "None" not in reply.body
        assert not any(vendor_id in reply.body for vendor_id in ("cus_", "ch_", "pi_", "in_sub"))
        assert len(reply.body.split("\n\n")) >= 3


def test_a_value_that_is_missing_gives_the_plainer_words_never_a_gap():
    english = Phrases.of("en")
    assert english.say("refund_too_old", {}) is None
    assert english.say("refund_too_old", {}, "plain").startswith("The payment was a long time ago.")


# ------------------------------------------------------------------ the policy's tone
@pytest.mark.parametrize("language", sorted(languages()))
def test_a_plain_reply_has_no_name_before_and_no_offer_after(language):
    facts = duplicate(language)
    diagnosis = diagnose(facts)
    plan = make_plan(facts, diagnosis, Policy(), can_write=True)
    warm = draft(facts, diagnosis, plan).body.split("\n\n")
    plain = draft(facts, diagnosis, plan, tone="plain").body.split("\n\n")
    phrases = Phrases.of(language, None)
    assert plain[0] == phrases.say("greeting-plain", {})
    assert warm[-1] == phrases.say("closing", {})
    assert plain[1:] == warm[1:-1], "what is said in between is the same"


def test_an_agents_word_without_a_record_is_no_cause():
    from plugin.diagnose.correction import corrected
    from plugin.facts import EXAMPLE_NOW, Correction

    facts = duplicate()
    word = Correction("product_failure", "paid_no_access", "other_cause", "needs_human", "unclear", 1, "Ana", EXAMPLE_NOW)  # fmt: skip
    diagnosis = corrected(facts, diagnose(facts), word)
    body = draft(facts, diagnosis, make_plan(facts, diagnosis, Policy(), can_write=True)).body
    assert "A colleague is looking at your account" in body
    assert "access" not in body
    assert "second" not in body
    assert "Ana" not in body
