"""Exactly one issue per gap: found before it is created, kept current, reopened when the gap comes back."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from integrations.errors import NotFound, VendorUnavailable
from integrations.records import Issue
from plugin.gaps import gaps
from plugin.gaps.filing import file_gap
from plugin.gaps.issue import fingerprint, marker
from plugin.gaps.rules import FilingRules
from tests.gaps.test_issue import AT, Demand

GAP = gaps()[0]
DAY = timedelta(days=1)
MARK = marker(fingerprint(GAP, "secret"))


@dataclass
class Known:
    issue_number: int | None = None
    url: str | None = None
    creating_at: datetime | None = None
    edited_at: datetime | None = None
    told: str | None = None


@dataclass
class Row:
    """The store's row and its claim in one."""

    issue: Known = field(default_factory=Known)
    free: bool = True
    holds: bool = True
    approved: bool = False
    said: list = field(default_factory=list)

    def claim(self, gap, fingerprint, owner, *, lease_seconds, now):
        return self if self.free else None

    def renew(self, claim, *, lease_seconds, now):
        return self.holds

    def creating(self, claim, at):
        self.issue.creating_at = at
        return self.holds

    def remember(self, claim, number, url, state):
        self.issue.issue_number, self.issue.creating_at = number, None
        return self.holds

    def link(self, claim, number, url, state, *, covered=True, edited_at=None, told=None, **_more):
        self.issue = Known(number, edited_at=edited_at, told=told)
        self.said.append(("link", number, state, covered))
        return True

    def fail(self, claim, sentence, *, retry_at):
        self.said.append(("fail", sentence, retry_at))
        return True


class Tracker:
    def __init__(self, *issues):
        self.issues = {i.number: i for i in issues}
        self.calls = []
        self.comments = []
        self.loses_the_answer = False

    def find(self, marker):
        self.calls.append("find")
        return next((i for i in self.issues.values() if marker in i.body), None)

    def get(self, number):
        self.calls.append("get")
        if number not in self.issues:
            raise NotFound("github", "No such issue")
        return self.issues[number]

    def create(self, title, body, labels, *, assignees=(), milestone=None):
        self.calls.append("create")
        issue = Issue(len(self.issues) + 1, "https://example.com/1", title, body, "open", tuple(labels))
        self.issues[issue.number] = issue
        if self.loses_the_answer:
            raise VendorUnavailable("github", "No answer from GitHub")
        return issue

    def update(self, number, *, body, labels):
        self.calls.append("update")
        return self._change(number, body=body, labels=tuple(labels))

    def has_comment(self, number, marker):
        return any(marker in text for text in self.comments)

    def reopen(self, number):
        self.calls.append("reopen")
        return self._change(number, state="open", state_reason="reopened")

    def comment(self, number, text):
        self.calls.append("comment")
        self.comments.append(text)

    def _change(self, number, **fields):
        self.issues[number] = replace(self.issues[number], **fields)
        return self.issues[number]


def file(row, tracker, demand=None, gap=GAP, at=AT, rules=None, since=None):
    """`since`: what was first seen after the fix."""
    seen = demand or Demand()
    return file_gap(
        gap,
        row,
        lambda _, since=None, after=since: seen if since is None else (after or Demand(tickets=0)),
        tracker,
        secret="secret",
        owner="w",
        clock=lambda: at,
        rules=rules,
    )


def closed(reason="completed", at=AT - timedelta(days=30), **fields):
    return Issue(5, "u", "t", MARK, "closed", state_reason=reason, closed_at=at, **fields)


def test_the_first_sighting_makes_the_issue_and_the_next_day_updates_it():
    row, tracker = Row(), Tracker()
    assert file(row, tracker).outcome == "created"
    assert tracker.issues[1].labels == (*GAP.labels, "demand: 10+")
    assert file(row, tracker).outcome == "unchanged"
    assert file(row, tracker, Demand(tickets=13)).outcome == "unchanged", (
        "once a day, and today it was written"
    )
    assert row.said[-1] == ("link", 1, "open", False), "it stays due for tomorrow"
    assert file(row, tracker, Demand(tickets=13), at=AT + DAY).outcome == "updated"
    assert row.said[-1] == ("link", 1, "open", True)
    assert tracker.calls.count("create") == 1
    assert tracker.comments == []


def test_readers_are_told_what_changes_for_them_and_once():
    row, tracker = Row(), Tracker()
    file(row, tracker)
    grown = Demand(tickets=26, situations=(("duplicate_same_customer", 25), ("bought_in_a_second_tab", 1)))
    assert file(row, tracker, grown).outcome == "commented"
    (said,) = tracker.comments
    assert "More than 24 support tickets" in said
    assert "`bought_in_a_second_tab`" in said
    assert file(row, tracker, Demand(tickets=24)).outcome == "unchanged"
    assert file(row, tracker, grown).outcome == "unchanged", "a gap that shrinks and grows again is no news"
    assert len(tracker.comments) == 1


def test_a_comment_of_which_nobody_heard_is_not_repeated():
    row, tracker = Row(), Tracker()
    file(row, tracker)
    before = replace(row.issue)
    file(row, tracker, Demand(tickets=26))
    row.issue = before  # as if the worker had been killed before it wrote that down
    file(row, tracker, Demand(tickets=26))
    assert len(tracker.comments) == 1


def test_labels_people_gave_stay_and_the_label_of_demand_moves():
    row, tracker = Row(), Tracker()
    file(row, tracker)
    tracker.issues[1] = replace(tracker.issues[1], labels=("tillside", "p1", "demand: 10+"))
    file(row, tracker, Demand(tickets=60), at=AT + DAY)
    assert tracker.issues[1].labels == ("tillside", "p1", "demand: 50+")


def test_an_issue_written_by_hand_gets_the_numbers_and_keeps_its_words():
    row, tracker = Row(Known(9)), Tracker(Issue(9, "u", "Ours", "Hand-written.", "open", ("p1",)))
    assert file(row, tracker).outcome == "updated"
    assert "Hand-written." in tracker.issues[9].body
    assert MARK in tracker.issues[9].body
    assert tracker.issues[9].title == "Ours"
    assert "create" not in tracker.calls


def test_a_creation_nobody_heard_of_is_waited_for_while_the_list_may_be_behind():
    row, tracker = Row(), Tracker()
    tracker.loses_the_answer = True
    assert file(row, tracker).outcome == "failed"
    hidden, tracker.issues = tracker.issues, {}
    assert file(row, tracker, at=AT + timedelta(minutes=8)).outcome == "waits"
    tracker.issues = hidden
    assert file(row, tracker, at=AT + timedelta(minutes=9)).outcome in {"unchanged", "updated"}
    assert tracker.calls.count("create") == 1


def test_after_that_it_is_created():
    row, tracker = Row(Known(creating_at=AT)), Tracker()
    assert file(row, tracker, at=AT + timedelta(minutes=15)).outcome == "created"


def test_where_the_policy_waits_for_a_yes_nothing_is_created_before():
    row, tracker, rules = Row(), Tracker(), FilingRules(waits_for_yes=True)
    assert file(row, tracker, rules=rules).outcome == "waits"
    assert not tracker.issues
    row.approved = True
    assert file(row, tracker, rules=rules).outcome == "created"


def test_a_transferred_issue_is_only_counted():
    row = Row(Known(5))
    tracker = Tracker(Issue(5, "u", "t", MARK, "open", elsewhere=True))
    assert file(row, tracker).outcome == "transferred"
    assert row.said[-1][:3] == ("link", 5, "transferred")
    assert tracker.calls == ["get"]


def test_an_issue_whose_creation_was_never_answered_is_found_by_its_marker():
    row, tracker = Row(), Tracker()
    tracker.loses_the_answer = True
    assert file(row, tracker).outcome == "failed"
    assert row.said[-1][:2] == ("fail", "No answer from GitHub")
    assert file(row, tracker).outcome in {"unchanged", "updated"}
    assert len(tracker.issues) == 1


def test_a_service_that_lost_its_database_finds_the_issue_again():
    tracker = Tracker()
    file(Row(), tracker)
    file(Row(), tracker)
    assert tracker.calls.count("create") == 1


def test_a_deleted_issue_is_not_filed_anew_and_somebody_is_told():
    row, tracker = Row(Known(99)), Tracker()
    filed = file(row, tracker)
    assert filed.outcome == "gone"
    assert "tillside gaps unlink" in filed.sentence
    assert tracker.calls == ["get", "find"]


@pytest.mark.parametrize(("row", "outcome"), [(Row(free=False), "not_due"), (Row(holds=False), "taken_over")])
def test_who_does_not_hold_the_row_writes_nothing(row, outcome):
    tracker = Tracker()
    assert file(row, tracker).outcome == outcome
    assert not tracker.issues


def test_a_gap_that_comes_back_after_a_fix_reopens_its_issue_and_says_so():
    tracker = Tracker(closed())
    assert file(Row(), tracker, since=Demand(tickets=3)).outcome == "reopened"
    assert tracker.issues[5].state == "open"
    assert tracker.calls == ["find", "comment", "reopen"]
    assert "3 support tickets" in tracker.comments[0]


def test_what_is_seen_in_the_grace_period_is_no_regression():
    asked = []

    def demand(_, since=None):
        asked.append(since)
        return Demand() if since is None else Demand(tickets=0)

    tracker = Tracker(closed())
    filed = file_gap(GAP, Row(), demand, tracker, secret="secret", owner="w", clock=lambda: AT)
    assert filed.outcome == "closed"
    assert asked == [None, AT - timedelta(days=30) + FilingRules().grace]
    assert tracker.issues[5].state == "closed"


@pytest.mark.parametrize(
    ("issue", "why"),
    [
        (closed("not_planned"), "a decision of the product team"),
        (closed("duplicate"), "they work on another one"),
        (closed(at=None), "nobody knows when it was closed"),
    ],
)
def test_a_closed_issue_stays_closed(issue, why):
    tracker = Tracker(issue)
    file(Row(), tracker, since=Demand())
    assert tracker.issues[5].state == "closed", why
    assert tracker.calls == ["find"]


def test_a_locked_issue_is_reopened_without_a_comment():
    tracker = Tracker(closed(locked=True))
    assert file(Row(), tracker, since=Demand(tickets=1)).outcome == "reopened"
    assert "comment" not in tracker.calls


def test_a_text_that_looks_private_is_refused_and_not_tried_again_at_once():
    row, tracker = Row(), Tracker()
    filed = file(row, tracker, gap=replace(GAP, what="Ask pat@example.com"))
    assert filed.outcome == "refused"
    assert "pat@example.com" not in filed.sentence
    assert not tracker.issues
    assert row.said[0][2] >= AT + timedelta(hours=12)


def test_without_demand_nothing_is_created():
    tracker = Tracker()
    assert file(Row(), tracker, Demand(tickets=0)).outcome == "no_demand"
    assert not tracker.issues
