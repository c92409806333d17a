"""The only place that builds vendors, store and casework. Reads as a parts list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from integrations.github_issues.app_token import github_auth
from integrations.github_issues.tracker import GithubIssues
from integrations.roles import BillingReader, Helpdesk, IssueTracker
from integrations.stripe_billing.client import stripe_client
from integrations.stripe_billing.reader import StripeReader
from integrations.zendesk_support.helpdesk import ZendeskHelpdesk
from integrations.zendesk_support.oauth import ClientCredentials
from plugin.casework import Casework
from plugin.facts import Pin
from plugin.jobs.case_reader import CaseReader
from plugin.jobs.deliveries import ChangeNews
from plugin.jobs.gap_filing import GapFiling
from plugin.jobs.handoff_notes import HandoffNotes
from plugin.jobs.queue import Hints
from plugin.jobs.reconcile import Reconcile, Work
from plugin.jobs.tasks import Outcome, diagnose_ticket
from plugin.jobs.worker import run_worker, worker_name
from plugin.policy import Policy, load_policy
from plugin.settings import Settings
from plugin.store import (
    Cases,
    Cursors,
    Deliveries,
    GapIssues,
    GapSightings,
    Notes,
    Pins,
    Sessions,
    ShownCases,
    SpentTokens,
    Store,
    Ticks,
    open_store,
)
from plugin.web.agent_sessions import AppKey
from plugin.web.parts import Parts

SIDEBAR_FILES = Path(__file__).parents[1] / "sidebar" / "dist"


def utc_now() -> datetime:
    return datetime.now(UTC)


def policy(settings: Settings) -> Policy:
    return load_policy(settings.policy_file) if settings.policy_file else Policy()


def billing_reader(settings: Settings) -> BillingReader:
    return StripeReader(stripe_client(settings.stripe_read_key, address=settings.stripe_api_base))


def helpdesk(settings: Settings) -> Helpdesk:
    sign_in = ClientCredentials(
        settings.zendesk_subdomain,
        settings.zendesk_client_id,
        settings.zendesk_client_secret,
        base_url=settings.zendesk_base_url,
    )
    return ZendeskHelpdesk(settings.zendesk_subdomain, sign_in, base_url=settings.zendesk_base_url)


def issue_tracker(settings: Settings) -> IssueTracker | None:
    """None where no repository is set: gaps are then shown, not filed."""
    if not settings.files_issues or settings.github_repository is None:
        return None
    sign_in = github_auth(
        settings.github_repository,
        token=settings.github_token,
        app_id=str(settings.github_app_id) if settings.github_app_id else None,
        private_key=settings.github_app_private_key,
    )
    return GithubIssues(
        settings.github_repository,
        sign_in,
        base_url=settings.github_api_base,
        # GitHub asks for a second between writes; the sandbox does not.
        seconds_between_writes=0.0 if settings.github_api_base else 1.0,
    )


def casework(settings: Settings, desk: Helpdesk, pin_of: Callable[[int], Pin | None]) -> Casework:
    return Casework(
        billing_reader(settings),
        desk,
        policy(settings),
        can_write=settings.stripe_write_key is not None,
        pin_of=pin_of,
        clock=utc_now,
    )


def store(settings: Settings) -> Store:
    return open_store(settings.database_url)


def pins_if_there(settings: Settings) -> Callable[[int], Pin | None]:
    """For the command line: the agents' pins where a database exists, nobody's where none does."""
    from plugin.store.migrate import is_current

    path = settings.database_url.removeprefix("sqlite:///")
    if settings.database_url.startswith("sqlite") and not Path(path).exists():
        return lambda _requester: None
    if not is_current(settings.database_url):
        return lambda _requester: None
    return Pins(store(settings), settings.account).get


@dataclass(frozen=True)
class _Diary:
    """The repositories of one installation over one store, and the queue beside it."""

    cases: Cases
    pins: Pins
    notes: Notes
    deliveries: Deliveries
    gap_issues: GapIssues
    sightings: GapSightings
    store: Store
    hints: Hints
    news: ChangeNews


def _diary(settings: Settings) -> _Diary:
    kept, account = store(settings), settings.account
    cases, deliveries = Cases(kept, account), Deliveries(kept, account)
    hints = Hints(settings.queue_url, account)
    return _Diary(
        cases=cases,
        pins=Pins(kept, account),
        notes=Notes(kept, account),
        deliveries=deliveries,
        gap_issues=GapIssues(kept, account),
        sightings=GapSightings(kept, account),
        store=kept,
        hints=hints,
        news=ChangeNews(cases, deliveries, hints, utc_now),
    )


def _diagnose(settings: Settings, diary: _Diary, desk: Helpdesk, owner: str) -> Callable[[int], Outcome]:
    reader = CaseReader(casework(settings, desk, diary.pins.get), diary.gap_issues, settings.secret_key)
    return partial(diagnose_ticket, cases=diary.cases, diagnose=reader.read, clock=utc_now, owner=owner)


def web_parts(settings: Settings) -> Parts:
    diary, desk, account = _diary(settings), helpdesk(settings), settings.account
    return Parts(
        settings=settings,
        cases=diary.cases,
        pins=diary.pins,
        shown=ShownCases(diary.store, account),
        sessions=Sessions(diary.store, account),
        spent_tokens=SpentTokens(diary.store, account),
        news=diary.news,
        ticks=Ticks(diary.store, account),
        helpdesk=desk,
        hints=diary.hints,
        handoff_notes=HandoffNotes(diary.notes, desk, utc_now),
        app_key=AppKey(desk, utc_now),
        diagnose=_diagnose(settings, diary, desk, worker_name()),
        clock=utc_now,
        sidebar_files=SIDEBAR_FILES,
    )


def worker(settings: Settings, *, threads: int) -> None:
    """Works until it is told to stop."""
    diary, desk, name = _diary(settings), helpdesk(settings), worker_name()
    tracker = issue_tracker(settings)
    filing = GapFiling(
        diary.gap_issues,
        diary.sightings,
        diary.cases,
        tracker,
        settings.secret_key,
        owner=name,
        clock=utc_now,
    )
    work = Work(
        cases=diary.cases,
        gap_issues=diary.gap_issues,
        deliveries=diary.deliveries,
        cursors=Cursors(diary.store, settings.account),
        ticks=Ticks(diary.store, settings.account),
        diagnose=_diagnose(settings, diary, desk, name),
        file_gap=filing.file,
        replay=diary.news.act_on,
        helpdesk=desk,
    )
    work.answer(diary.hints)
    run_worker(diary.hints, Reconcile(work, diary.hints, worker=name), threads=threads)
