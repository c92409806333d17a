"""The only place that builds vendors, store and casework. Reads as a parts list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Thread

from github.Auth import Auth

from integrations.errors import NotFound
from integrations.github_issues.app_token import github_auth
from integrations.github_issues.permissions import RepositoryAccess
from integrations.github_issues.tracker import GithubIssues
from integrations.openai_reader.chat import OpenAiReader
from integrations.probes import Probed
from integrations.roles import BillingReader, BillingWriter, Helpdesk, IssueTracker
from integrations.stripe_billing.client import stripe_client
from integrations.stripe_billing.permissions import Permission, our_lead, probe
from integrations.stripe_billing.reader import StripeReader
from integrations.stripe_billing.webhook_endpoint import EndpointState, set_endpoint
from integrations.stripe_billing.writer import StripeWriter
from integrations.zendesk_support.helpdesk import ZendeskHelpdesk
from integrations.zendesk_support.installation import CONNECTING_SCOPE, ZendeskInstallation
from integrations.zendesk_support.oauth import DEFAULT_SCOPE, ClientCredentials
from plugin.act.plan import DoneStep
from plugin.casework import Casework
from plugin.facts import Correction, Pin
from plugin.jobs.case_reader import CaseReader
from plugin.jobs.deliveries import ChangeNews
from plugin.jobs.gap_filing import GapFiling, GapFollowUpNotes, GapTables
from plugin.jobs.handoff_notes import HandoffNotes
from plugin.jobs.queue import Hints
from plugin.jobs.reconcile import TICKET, FollowUpWork, Reconcile, StepWork, Work
from plugin.jobs.steps import Steps, done_in
from plugin.jobs.tasks import Outcome, diagnose_ticket
from plugin.jobs.worker import run_worker, worker_name
from plugin.policy import Policy, load_policy
from plugin.read import LEXICON, Reader, warm, words_of
from plugin.read.helped import HelpedReader
from plugin.read.learned import LearnedModel, LearnedReader, Taught, features, truth
from plugin.read.learned import learn as learn_from
from plugin.settings import Settings
from plugin.store import (
    Attempts,
    Audit,
    Cases,
    Corrections,
    Cursors,
    Deliveries,
    GapFollowUps,
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


def billing_writer(settings: Settings) -> BillingWriter | None:
    """None without a key that writes: then Tillside advises only."""
    if settings.stripe_write_key is None:
        return None
    address = settings.stripe_api_base
    return StripeWriter(
        stripe_client(settings.stripe_write_key, address=address),
        stripe_client(settings.stripe_read_key, address=address),
        now=utc_now,
    )


def helpdesk(settings: Settings) -> Helpdesk:
    sign_in = ClientCredentials(
        settings.zendesk_subdomain,
        settings.zendesk_client_id,
        settings.zendesk_client_secret,
        base_url=settings.zendesk_base_url,
    )
    return ZendeskHelpdesk(settings.zendesk_subdomain, sign_in, base_url=settings.zendesk_base_url)


def _github_sign_in(settings: Settings) -> Auth:
    return github_auth(
        settings.github_repository or "",
        token=settings.github_token,
        app_id=str(settings.github_app_id) if settings.github_app_id else None,
        private_key=settings.github_app_private_key,
    )


def issue_tracker(settings: Settings) -> IssueTracker | None:
    """None where no repository is set: gaps are then shown, not filed."""
    if not settings.files_issues or settings.github_repository is None:
        return None
    return GithubIssues(
        settings.github_repository,
        _github_sign_in(settings),
        base_url=settings.github_api_base,
        # GitHub asks for a second between writes; the sandbox does not.
        seconds_between_writes=0.0 if settings.github_api_base else 1.0,
    )


# ------------------------------------------------------------------ for setting up and looking after
def stripe_probes(key: str, settings: Settings) -> Callable[[Sequence[Permission]], Sequence[Probed]]:
    """Which of some permissions a key has, found out without changing anything."""
    return partial(probe, stripe_client(key, address=settings.stripe_api_base))


def stripe_lead(settings: Settings, now: Callable[[], datetime]) -> float | None:
    """Seconds our clock is ahead of Stripe's."""
    return our_lead(stripe_client(settings.stripe_read_key, address=settings.stripe_api_base), now)


def zendesk_installation(settings: Settings, scope: str = DEFAULT_SCOPE) -> ZendeskInstallation:
    return ZendeskInstallation(
        settings.zendesk_subdomain,
        settings.zendesk_client_id,
        settings.zendesk_client_secret,
        scope=scope,
        base_url=settings.zendesk_base_url,
    )


def zendesk_connecting(settings: Settings) -> ZendeskInstallation:
    """The same account with the right to change webhooks and triggers: for setting up, never for the service."""
    return zendesk_installation(settings, CONNECTING_SCOPE)


def stripe_endpoint(settings: Settings, address: str) -> EndpointState:
    """Sets the webhook endpoint with the write key; the read key must not be able to."""
    return set_endpoint(
        stripe_client(settings.stripe_write_key or "", address=settings.stripe_api_base), address
    )


def github_access(settings: Settings) -> RepositoryAccess:
    repository = settings.github_repository or ""
    return RepositoryAccess(repository, _github_sign_in(settings), base_url=settings.github_api_base)


def casework(
    settings: Settings,
    desk: Helpdesk,
    pin_of: Callable[[int], Pin | None],
    correction_of: Callable[[int], Correction | None] = lambda _ticket: None,
    done_in: Callable[[int], Sequence[DoneStep]] = lambda _ticket: (),
) -> Casework:
    return Casework(
        billing_reader(settings),
        desk,
        policy(settings),
        can_write=settings.stripe_write_key is not None,
        pin_of=pin_of,
        clock=utc_now,
        correction_of=correction_of,
        done_in=done_in,
        reader=text_reader(settings),
    )


def text_reader(settings: Settings) -> Reader:
    """The lexicon; corrected by what was learned here, where there is such a thing; helped from outside, where asked."""
    reader: Reader = LEXICON
    if settings.secret_key and settings.learned_reader_file.is_file():
        model = learned_model(settings)
        reader = LearnedReader(model, settings.secret_key) if model else reader
    if settings.reader_url:
        reader = HelpedReader(
            reader, OpenAiReader(settings.reader_url, settings.reader_key, settings.reader_model)
        )
    return reader


def learned_model(settings: Settings) -> LearnedModel | None:
    """None where nothing was learned yet, or the file is not ours: the lexicon then reads alone."""
    try:
        return LearnedModel.from_json(settings.learned_reader_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def learn(settings: Settings) -> LearnedModel:
    """Learns from the tickets the agents judged, read anew from the helpdesk; keeps numbers, no text."""
    desk = helpdesk(settings)
    lessons = []
    for lesson in Corrections(store(settings), settings.account).for_learning():
        try:
            words = words_of(desk.ticket(lesson.ticket_id))
        except NotFound:
            continue  # deleted meanwhile: its text is not ours to learn from any more
        read = LEXICON.read(words).intents
        said = (lesson.said_bucket, lesson.said_situation)
        agent = said if lesson.agreed else (lesson.bucket, lesson.situation)
        lessons.append(
            Taught(features(words.text, settings.secret_key), frozenset(read), truth(read, said, agent))
        )
    model = learn_from(lessons, settings.secret_key)
    kept = settings.learned_reader_file
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Renamed into place, so that a process starting now reads the old file or the new one.
    written = kept.with_suffix(".new")
    written.write_text(model.to_json(), encoding="utf-8")
    written.replace(kept)
    return model


def store(settings: Settings) -> Store:
    return open_store(settings.database_url)


def words_of_agents(
    settings: Settings,
) -> tuple[Callable[[int], Pin | None], Callable[[int], Correction | None]]:
    """For the command line: the agents' pins and corrections where a database exists, nobody's where none does."""
    from plugin.store.migrate import is_current

    path = settings.database_url.removeprefix("sqlite:///")
    missing = settings.database_url.startswith("sqlite") and not Path(path).exists()
    if missing or not is_current(settings.database_url):
        return (lambda _requester: None), (lambda _ticket: None)
    kept = store(settings)
    return Pins(kept, settings.account).get, Corrections(kept, settings.account).get


@dataclass(frozen=True)
class _Diary:
    """The repositories of one installation over one store, and the queue beside it."""

    cases: Cases
    pins: Pins
    corrections: Corrections
    notes: Notes
    attempts: Attempts
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
    gap_issues = GapIssues(kept, account)
    return _Diary(
        cases=cases,
        pins=Pins(kept, account),
        corrections=Corrections(kept, account),
        notes=Notes(kept, account),
        attempts=Attempts(kept, account),
        deliveries=deliveries,
        gap_issues=gap_issues,
        sightings=GapSightings(kept, account),
        store=kept,
        hints=hints,
        news=ChangeNews(cases, deliveries, hints, utc_now, gap_issues),
    )


def _diagnose(settings: Settings, diary: _Diary, work: Casework, owner: str) -> Callable[[int], Outcome]:
    reader = CaseReader(work, diary.gap_issues, settings.secret_key)
    return partial(diagnose_ticket, cases=diary.cases, diagnose=reader.read, clock=utc_now, owner=owner)


def _casework(settings: Settings, diary: _Diary, desk: Helpdesk) -> Casework:
    """One per process: it owns the threads that read."""
    # The language models load beside the rest of the start, not under the first ticket.
    Thread(target=warm, name="warm", daemon=True).start()
    done = partial(done_in, diary.attempts)
    return casework(settings, desk, diary.pins.get, diary.corrections.get, done)


def _steps(
    settings: Settings,
    diary: _Diary,
    desk: Helpdesk,
    work: Casework,
    owner: str,
    passing: Callable[[str], object] = lambda _place: None,
) -> Steps:
    return Steps(
        casework=work,
        helpdesk=desk,
        writer=billing_writer(settings),
        attempts=diary.attempts,
        cases=diary.cases,
        shown_cases=ShownCases(diary.store, settings.account),
        notes=HandoffNotes(diary.notes, desk, utc_now),
        policy=policy(settings),
        account=settings.account,
        owner=owner,
        clock=utc_now,
        changed=lambda ticket_id: diary.hints.send(TICKET, str(ticket_id)),
        passing=passing,
    )


def steps(settings: Settings, passing: Callable[[str], object] = lambda _place: None) -> Steps:
    """The steps alone, for who needs nothing else of the service."""
    diary, desk = _diary(settings), helpdesk(settings)
    return _steps(settings, diary, desk, _casework(settings, diary, desk), worker_name(), passing)


def gap_tables(settings: Settings) -> tuple[GapSightings, GapIssues]:
    """What was seen and what was filed, for the command line."""
    kept = store(settings)
    return GapSightings(kept, settings.account), GapIssues(kept, settings.account)


def audit(settings: Settings) -> Audit:
    return Audit(store(settings), settings.account)


def web_parts(settings: Settings) -> Parts:
    diary, desk, account = _diary(settings), helpdesk(settings), settings.account
    work = _casework(settings, diary, desk)
    return Parts(
        settings=settings,
        policy=policy(settings),
        cases=diary.cases,
        pins=diary.pins,
        corrections=diary.corrections,
        shown=ShownCases(diary.store, account),
        sessions=Sessions(diary.store, account),
        spent_tokens=SpentTokens(diary.store, account),
        news=diary.news,
        gap_issues=diary.gap_issues,
        ticks=Ticks(diary.store, account),
        helpdesk=desk,
        hints=diary.hints,
        handoff_notes=HandoffNotes(diary.notes, desk, utc_now),
        app_key=AppKey(desk, utc_now),
        diagnose=_diagnose(settings, diary, work, worker_name()),
        steps=_steps(settings, diary, desk, work, worker_name()),
        clock=utc_now,
        sidebar_files=SIDEBAR_FILES,
    )


def worker(settings: Settings, *, threads: int) -> None:
    """Works until it is told to stop."""
    diary, desk, name = _diary(settings), helpdesk(settings), worker_name()
    cases_of = _casework(settings, diary, desk)
    steps_of = _steps(settings, diary, desk, cases_of, name)
    tracker = issue_tracker(settings) if policy(settings).gap_filing == "automatic" else None
    follow_ups = GapFollowUps(diary.store, settings.account)
    filing = GapFiling(
        GapTables(diary.gap_issues, diary.sightings, diary.cases, follow_ups),
        tracker,
        settings.secret_key,
        owner=name,
        clock=utc_now,
    )
    notes = GapFollowUpNotes(follow_ups, diary.cases, desk, owner=name, clock=utc_now)
    work = Work(
        cases=diary.cases,
        gap_issues=diary.gap_issues,
        deliveries=diary.deliveries,
        cursors=Cursors(diary.store, settings.account),
        ticks=Ticks(diary.store, settings.account),
        diagnose=_diagnose(settings, diary, cases_of, name),
        file_gap=filing.file,
        replay=diary.news.act_on,
        helpdesk=desk,
        steps=StepWork(diary.attempts, steps_of.finish, steps_of.expire_waiting),
        follow_ups=FollowUpWork(notes.due, notes.write),
    )
    work.answer(diary.hints)
    run_worker(diary.hints, Reconcile(work, diary.hints, worker=name), threads=threads)
