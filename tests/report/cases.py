"""Cases as they come out of judgement, for the tests of what is written about them."""

from dataclasses import replace
from datetime import timedelta

from integrations.money import Money
from integrations.records import Comment, EmailIdentity, Requester, Ticket
from plugin.act.plan import Plan, Step, make_plan
from plugin.diagnose import diagnose
from plugin.diagnose.examples import case, paid, sub
from plugin.diagnose.finding import Diagnosis, Finding, Impact, Verdict
from plugin.facts import EXAMPLE_NOW, CaseFacts, Match, Reading
from plugin.gaps import sightings
from plugin.policy import Policy
from plugin.report.case_document import document
from plugin.report.handoff import handoff
from plugin.report.reply import draft

REFUND = Step("refund_charge", "proposed", "why", "undo", writes=True)


def ticket(name="Pat Lee", locale="en-US", text="I was charged twice", **fields):
    requester = Requester(7, name, (EmailIdentity("pat@example.com", True, True),), locale)
    said = (Comment(1, 7, text, True, EXAMPLE_NOW - timedelta(hours=1)),)
    return Ticket(12, "Charged twice", "open", requester, said, EXAMPLE_NOW, EXAMPLE_NOW, **fields)


def duplicate(language="en", **fields):
    """Two subscriptions to one plan; the newer one is extra."""
    facts = case(
        sub("sub_old", 200),
        paid("sub_old", 200),
        sub("sub_new", 3),
        paid("sub_new", 3),
        asks="duplicate_charge",
    )
    given = {"ticket": ticket(), "reading": Reading(("duplicate_charge",), language), **fields}
    return replace(facts, **given)


def told(language="en", **fields):
    """The duplicate with a judgement written by hand."""
    return Worked(duplicate(language, **fields), DUPLICATE, END_AND_REFUND)


def unproven(confidence, **fields):
    match = Match(confidence, ask_for=fields.pop("ask_for", ()), match_reason="not proven", **fields)
    return duplicate(match=match, pictures=())


_AMOUNT = Money(1900, "usd")
_FINDING = Finding(
    bucket="duplicate_subscription",
    sentence="Pro is subscribed twice; sub_old stays, sub_new is extra.",
    evidence=("sub_old", "sub_new"),
    reasons_for=("The same card pays both.",),
    reasons_against=("They were bought half a year apart.",),
    gaps=("no_duplicate_subscription_guard",),
    tells={"amount": _AMOUNT, "date": EXAMPLE_NOW - timedelta(days=3), "last4": "4242", "plan": "Pro"},
    situation="duplicate_same_customer",
    code="S01",
    why="Nobody wants to pay twice.",
)
DUPLICATE = Diagnosis(
    Verdict(
        "duplicate_subscription",
        "duplicate_same_customer",
        "high",
        _FINDING.sentence,
        _FINDING.reasons_for,
        _FINDING.reasons_against,
        _FINDING,
    ),
    (_FINDING,),
)
_IMPACT = Impact(refund=(_AMOUNT,), mrr_lost=(_AMOUNT,), fee_lost=(Money(85, "usd"),))
END_AND_REFUND = Plan(
    (
        Step("explain_only", "proposed", "why", "nothing to undo", "Explain what happened"),
        Step(
            "set_cancel_at_period_end", "proposed", "why", "undo", "Let sub_new end with its paid period", "sub_new", writes=True
        ),
        Step("refund_charge", "proposed", "why", "no undo", "Refund 19.00 USD of ch_sub_new_3", "ch_sub_new_3", _AMOUNT, writes=True),
    ),
    impact=_IMPACT,
)  # fmt: skip
"""Written by hand, so that what is told is tested apart from what is judged."""


class Worked:
    """One case worked to its end; judged as usual unless a diagnosis and a plan are given."""

    def __init__(self, facts: CaseFacts, diagnosis: Diagnosis | None = None, plan: Plan | None = None):
        self.facts = facts
        self.diagnosis = diagnosis or diagnose(facts)
        self.plan = plan or make_plan(facts, self.diagnosis, Policy(), can_write=True)
        self.gaps = sightings(facts, self.diagnosis)
        self.reply = draft(facts, self.diagnosis, self.plan)
        self.handoff = handoff(facts, self.diagnosis, self.plan, self.gaps, self.reply)
        self.document = document(facts, self.diagnosis, self.plan, self.gaps, self.reply, self.handoff)
