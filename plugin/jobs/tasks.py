"""What a worker does about one ticket: claim it, read it, keep what was found, or say when to try again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Literal

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable
from plugin.store.cases import Cases, Claim, DiagnosedTicket

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]

Outcome = Literal["not_due", "kept", "due_again", "lost", "gone", "failed"]

LEASE_SECONDS = 60.0
_LONGEST_HOLD = timedelta(minutes=5)
_SOONEST_RETRY = timedelta(seconds=2)
# An outage must not outlive itself by more than a minute; a refusal waits for a person to change a setting.
_LONGEST_RETRY = timedelta(minutes=1)
_LONGEST_RETRY_WHEN_REFUSED = timedelta(minutes=15)


def diagnose_ticket(
    ticket_id: int,
    cases: Cases,
    diagnose: Callable[[int], DiagnosedTicket],
    clock: Clock,
    owner: str,
    lease_seconds: float = LEASE_SECONDS,
) -> Outcome:
    """Safe to call at any time, from anywhere, twice: without a claim nothing happens."""
    claim = cases.claim(ticket_id, owner, lease_seconds=lease_seconds, now=clock())
    if claim is None:
        return "not_due"
    try:
        with _kept_alive(cases, claim, clock, lease_seconds):
            found = diagnose(ticket_id)
    except NotFound as error:
        if error.vendor == "zendesk":
            return "gone" if cases.gone(claim, at=clock()) else "lost"
        return _failed(cases, claim, error, clock())
    except Exception as error:
        return _failed(cases, claim, error, clock())
    return cases.finish(claim, found, at=clock())


def retry_at(now: datetime, failures: int, error: Exception) -> datetime:
    """2, 4, 8 ... seconds, up to a minute (a quarter of an hour when refused); later if the vendor says so."""
    longest = _LONGEST_RETRY_WHEN_REFUSED if isinstance(error, VendorRefused) else _LONGEST_RETRY
    wait = min(longest, _SOONEST_RETRY * (1 << min(failures, 12)))
    if isinstance(error, VendorUnavailable) and error.retry_after is not None:
        wait = max(wait, min(timedelta(seconds=error.retry_after), _LONGEST_RETRY_WHEN_REFUSED))
    return now + wait


def _failed(cases: Cases, claim: Claim, error: Exception, now: datetime) -> Outcome:
    if isinstance(error, VendorError):
        sentence = str(error)
        log.warning("ticket not read: ticket=%s error=%s", claim.ticket_id, type(error).__name__)
    else:
        # The text of an unknown error may quote a customer: only its name is kept.
        sentence = f"Tillside could not finish this ticket ({type(error).__name__})."
        log.error("ticket not read: ticket=%s", claim.ticket_id, exc_info=error)
    kept = cases.fail(claim, sentence, retry_at=retry_at(now, claim.failures, error))
    return "failed" if kept else "lost"


@contextmanager
def _kept_alive(cases: Cases, claim: Claim, clock: Clock, lease_seconds: float) -> Iterator[None]:
    """Renews the lease while the block runs, so that a slow vendor does not look like a dead worker.

    Not for ever: a thread that hangs must lose its ticket to another one in the end.
    """
    finished = Event()
    give_up_at = claim.at + _LONGEST_HOLD

    def renew() -> None:
        while not finished.wait(lease_seconds / 3) and clock() < give_up_at:
            try:
                if not cases.renew(claim, lease_seconds=lease_seconds, now=clock()):
                    return
            except Exception as error:
                log.warning("lease not renewed: ticket=%s error=%s", claim.ticket_id, type(error).__name__)

    Thread(target=renew, name=f"lease of ticket {claim.ticket_id}", daemon=True).start()
    try:
        yield
    finally:
        finished.set()
