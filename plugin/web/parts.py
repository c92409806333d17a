"""What the web side is handed by wiring: a parts list, nothing is built here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from integrations.roles import Helpdesk
from plugin.jobs.deliveries import ChangeNews
from plugin.jobs.handoff_notes import HandoffNotes
from plugin.jobs.queue import Hints
from plugin.jobs.steps import Steps
from plugin.jobs.tasks import Outcome
from plugin.policy import Policy
from plugin.settings import Settings
from plugin.store import Cases, Corrections, GapIssues, Pins, Sessions, ShownCases, SpentTokens, Ticks
from plugin.web.agent_sessions import AppKey


@dataclass(frozen=True)
class Parts:
    settings: Settings
    policy: Policy
    cases: Cases
    pins: Pins
    corrections: Corrections
    shown: ShownCases
    sessions: Sessions
    spent_tokens: SpentTokens
    news: ChangeNews
    gap_issues: GapIssues
    ticks: Ticks
    helpdesk: Helpdesk
    hints: Hints
    handoff_notes: HandoffNotes
    app_key: AppKey
    diagnose: Callable[[int], Outcome]
    """Reads one ticket on the spot, under the same claim the worker uses: `tasks.diagnose_ticket`."""
    steps: Steps
    clock: Callable[[], datetime]
    sidebar_files: Path
    """Where the built front-end lies (sidebar/dist)."""
