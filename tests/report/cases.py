"""Cases as they come out of judgement, for the tests of what is written about them."""

from dataclasses import replace
from datetime import timedelta

from integrations.records import Comment, EmailIdentity, Requester, Ticket
from plugin.act.plan import Plan, Step, make_plan
from plugin.diagnose import diagnose
from plugin.diagnose.examples import case, paid, sub
from plugin.facts import EXAMPLE_NOW, Match, Reading
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


def unproven(confidence, **fields):
    match = Match(confidence, ask_for=fields.pop("ask_for", ()), match_reason="not proven", **fields)
    return duplicate(match=match, pictures=())


class Worked:
    """One case worked to its end."""

    def __init__(self, facts, plan: Plan | None = None):
        self.facts = facts
        self.diagnosis = diagnose(facts)
        self.plan = plan or make_plan(facts, self.diagnosis, Policy(), can_write=True)
        self.gaps = sightings(facts, self.diagnosis)
        self.reply = draft(facts, self.diagnosis, self.plan)
        self.handoff = handoff(facts, self.diagnosis, self.plan, self.gaps, self.reply)
        self.document = document(facts, self.diagnosis, self.plan, self.gaps, self.reply, self.handoff)
