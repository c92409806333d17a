"""Every issue that all stories of the sandbox produce together holds nobody's data."""

from __future__ import annotations

import pytest

from integrations.sandbox import scenarios
from integrations.sandbox.world import World
from plugin import wiring
from plugin.gaps import gaps
from plugin.jobs.case_reader import CaseReader
from plugin.jobs.gap_filing import GapFiling, GapTables
from plugin.jobs.tasks import diagnose_ticket
from plugin.redaction import scan_outbound
from plugin.settings import Settings
from plugin.store import Cases, GapFollowUps, GapIssues, GapSightings, open_store


@pytest.mark.slow
def test_no_issue_of_any_story_names_anybody(settings: Settings, world: World) -> None:
    scenarios.stage(world)
    store, account = open_store(settings.database_url), settings.account
    cases, issues = Cases(store, account), GapIssues(store, account)
    casework = wiring.casework(settings, wiring.helpdesk(settings), lambda _requester: None)
    reader = CaseReader(casework, issues, settings.secret_key)
    for ticket_id in world.zendesk.tickets:
        cases.want(ticket_id, "open", at=wiring.utc_now())
        diagnose_ticket(ticket_id, cases, reader.read, wiring.utc_now, "test")
    filing = GapFiling(
        GapTables(issues, GapSightings(store, account), cases, GapFollowUps(store, account)),
        wiring.issue_tracker(settings),
        settings.secret_key,
        owner="test",
        clock=wiring.utc_now,
    )
    for gap in gaps():
        filing.file(gap.id)
    written = [f"{issue.title}\n{issue.body}" for issue in world.github.issues.values()]
    assert len(written) >= 3, "too few gaps to show anything"
    private = set()
    for ticket in world.zendesk.tickets.values():
        private.add(ticket.subject)
    for user in world.zendesk.users.values():
        private |= {user.name, user.email}
    for text in written:
        assert scan_outbound(text) == []
        assert not [one for one in private if one and len(one) > 3 and one in text]
