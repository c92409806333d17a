"""Exactly one issue per gap: found before it is created, kept current, reopened when the gap comes back."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from integrations.errors import NotFound, VendorUnavailable
from integrations.records import Issue
from plugin.gaps import gaps
from plugin.gaps.filing import file_gap
from plugin.gaps.issue import fingerprint, marker
from tests.gaps.test_issue import AT, Demand

GAP = gaps()[0]
MARK = marker(fingerprint(GAP, "secret"))


@dataclass
class Known:
    issue_number: int | None = None


@dataclass
class Row:
    """The store's row and its claim in one."""

    issue: Known = field(default_factory=Known)
    free: bool = True
    holds: bool = True
    said: list = field(default_factory=list)

    def claim(self, gap, fingerprint, owner, *, lease_seconds, now):
        return self if self.free else None

    def renew(self, claim, *, lease_seconds, now):
        return self.holds

    def remember(self, claim, number, url, state):
        self.issue = Known(number)
        return self.holds

    def link(self, claim, number, url, state, *, body_hash, at, next_update_at=None):
        self.issue = Known(number)
        self.said.append(("link", number, state))
        return True

    def fail(self, claim, sentence, *, retry_at):
        self.said.append(("fail", sentence, retry_at))
        return True


class Tracker:
    def __init__(self, *issues):
        self.issues = {i.number: i for i in issues}
        self.calls = []
        self.loses_the_answer = False

    def find(self, marker):
        self.calls.append("find")
        return next((i for i in self.issues.values() if marker in i.body), None)

    def get(self, number):
        self.calls.append("get")
        if number not in self.issues:
            raise NotFound("github", "No such issue")
        return self.issues[number]

    def create(self, title, body, labels):
        self.calls.append("create")
        issue = Issue(len(self.issues) + 1, "https://example.com/1", title, body, "open", tuple(labels))
        self.issues[issue.number] = issue
        if self.loses_the_answer:
            raise VendorUnavailable("github", "No answer from GitHub")
        return issue

    def update_body(self, number, body):
        self.calls.append("update_body")
        return self._change(number, body=body)

    def reopen(self, number):
        self.calls.append("reopen")
        return self._change(number, state="open", state_reason="reopened")

    def comment(self, number, text):
        self.calls.append("comment")

    def _change(self, number, **fields):
        self.issues[number] = replace(self.issues[number], **fields)
        return self.issues[number]


def file(row, tracker, demand=None, gap=GAP):
    return file_gap(
        gap, row, lambda _: demand or Demand(), tracker, secret="secret", owner="w", clock=lambda: AT
    )


def closed(reason="completed", at=AT - timedelta(days=3), **fields):
    return Issue(5, "u", "t", MARK, "closed", state_reason=reason, closed_at=at, **fields)


def test_the_first_sighting_makes_the_issue_and_the_next_updates_it():
    row, tracker = Row(), Tracker()
    assert file(row, tracker).outcome == "created"
    assert tracker.issues[1].labels == GAP.labels
    assert file(row, tracker).outcome == "unchanged"
    assert file(row, tracker, Demand(tickets=13)).outcome == "updated"
    assert tracker.calls.count("create") == 1
    assert row.said == [("link", 1, "open")] * 3


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


def test_a_deleted_issue_is_looked_for_by_its_marker_and_made_anew():
    row, tracker = Row(Known(99)), Tracker()
    assert file(row, tracker).outcome == "created"
    assert tracker.calls == ["get", "find", "create"]


@pytest.mark.parametrize(("row", "outcome"), [(Row(free=False), "not_due"), (Row(holds=False), "taken_over")])
def test_who_does_not_hold_the_row_writes_nothing(row, outcome):
    tracker = Tracker()
    assert file(row, tracker).outcome == outcome
    assert not tracker.issues


def test_a_gap_that_comes_back_after_a_fix_reopens_its_issue_and_says_so():
    tracker = Tracker(closed())
    assert file(Row(), tracker).outcome == "reopened"
    assert tracker.issues[5].state == "open"
    assert tracker.calls == ["find", "update_body", "reopen", "comment"]


@pytest.mark.parametrize(
    ("issue", "why"),
    [
        (closed("not_planned"), "a decision of the product team"),
        (closed(at=AT + timedelta(days=1)), "nothing seen since it was closed"),
        (closed(at=None), "nobody knows when it was closed"),
    ],
)
def test_a_closed_issue_stays_closed(issue, why):
    tracker = Tracker(issue)
    file(Row(), tracker)
    assert tracker.issues[5].state == "closed", why
    assert "comment" not in tracker.calls


def test_a_locked_issue_is_reopened_without_a_comment():
    tracker = Tracker(closed(locked=True))
    assert file(Row(), tracker).outcome == "reopened"
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
