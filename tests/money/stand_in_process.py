"""Real processes for the kill matrix: one imports everything once, forks for each deed, and lets itself be killed.

Reads one JSON list of deeds per line, forks them all at once, answers how each ended. A child whose `die_at` is
reached kills itself with SIGKILL there: nothing is flushed, closed or rolled back.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from integrations.deeds import Permit
from integrations.errors import VendorError
from integrations.stripe_billing.writer import StripeWriter
from plugin import wiring
from plugin.act import gate
from plugin.act.gate import NotPermitted
from plugin.act.steps import kinds
from plugin.diagnose import diagnose
from plugin.facts import example
from plugin.jobs.handoff_notes import HandoffNotes
from plugin.logs import configure
from plugin.read.language import language_of
from plugin.settings import Settings
from plugin.store import AttemptClaim, Attempts, NoteClaim, Notes, StoreUnavailable, open_store

IN_THE_CALL = "in the call"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def run(deed: dict[str, Any]) -> None:
    offset = timedelta(seconds=deed["offset"])
    wiring.utc_now = lambda: datetime.now(UTC) + offset
    if deed.get("mutant"):
        MUTANTS[deed["mutant"]]()
    if deed.get("die_at") == IN_THE_CALL and deed["do"] == "note":
        threading.Timer(0.15, die).start()
    settings = Settings.read(deed["env"])
    steps = wiring.steps(settings, _passing(deed))
    if deed.get("database_lost_at"):
        _lose_the_database(steps, deed["database_lost_at"])
    if deed["do"] == "confirm":
        said = steps.confirm(deed["ticket"], deed["hash"], deed["agent"]).attempt.state
    elif deed["do"] == "finish":
        said = steps.finish(deed["attempt"])
    else:
        notes = HandoffNotes(
            Notes(open_store(settings.database_url), settings.account),
            wiring.helpdesk(settings),
            wiring.utc_now,
        )
        said = (
            "already"
            if notes.write(deed["ticket"], deed["text"], deed["agent"], "Ana").already
            else "written"
        )
    Path(deed["out"]).write_text(said)


def _passing(deed: dict[str, Any]) -> Callable[[str], None]:
    def passing(place: str) -> None:
        if place == deed.get("die_at"):
            die()
        if place == "permitted" and deed.get("die_at") == IN_THE_CALL:
            threading.Timer(0.15, die).start()

    return passing


def _lose_the_database(steps: Any, place: str) -> None:
    """From that place on this process reaches no database any more."""
    store = steps._attempts._store
    before = steps._passing

    def passing(here: str) -> None:
        before(here)
        if here == place:

            def gone() -> Any:
                raise StoreUnavailable("The connection to the database was lost.")

            store.writing = store.reading = store.glance = gone

    steps._passing = passing


# ------------------------------------------------------------------ mutants: each leaves one promise out
def fresh_key() -> None:
    """A key per try, and nobody looks."""
    minted = gate.permit

    def permit(**said: Any) -> Permit:
        return replace(minted(**said), key=secrets.token_hex(16))

    gate.permit = permit  # type: ignore[assignment]
    no_look_up()


def no_look_up() -> None:
    StripeWriter.find = lambda _self, _deed, _marker: None  # type: ignore[method-assign]


def no_claim() -> None:
    """Everybody believes to be the only one; looking up is all that is left."""

    def claim(self: Attempts, attempt_id: str, owner: str, **_: Any) -> AttemptClaim | None:
        attempt = self.get(attempt_id)
        return AttemptClaim(attempt, owner, first=attempt.state == "confirmed") if attempt else None

    def claim_note(self: Notes, ticket_id: int, marker: str, owner: str, **_: Any) -> NoteClaim | None:
        return NoteClaim(ticket_id, marker, owner, first=True)

    Attempts.claim = claim  # type: ignore[method-assign]
    Attempts.renew = lambda _self, claim, **_: claim.attempt  # type: ignore[method-assign]
    Notes.claim = claim_note  # type: ignore[method-assign]


def rowcount() -> None:
    """`if result.rowcount:` is true for -1: a claim that changed no row counts as one."""
    really, really_note = Attempts.claim, Notes.claim

    def claim(self: Attempts, attempt_id: str, owner: str, **said: Any) -> AttemptClaim | None:
        held = really(self, attempt_id, owner, **said)
        attempt = self.get(attempt_id)
        return held or (AttemptClaim(attempt, owner, first=True) if attempt else None)

    def claim_note(self: Notes, ticket_id: int, marker: str, owner: str, **said: Any) -> NoteClaim | None:
        return really_note(self, ticket_id, marker, owner, **said) or NoteClaim(
            ticket_id, marker, owner, first=True
        )

    Attempts.claim = claim  # type: ignore[method-assign]
    Attempts.renew = lambda _self, claim, **_: claim.attempt  # type: ignore[method-assign]
    Notes.claim = claim_note  # type: ignore[method-assign]


MUTANTS: dict[str, Callable[[], None]] = {
    "fresh key": fresh_key,
    "no look-up": no_look_up,
    "no claim": no_claim,
    "rowcount": rowcount,
}


# ------------------------------------------------------------------ forking
def main() -> None:
    configure("CRITICAL")
    # What every process loads once and all children then share; none of it starts a thread.
    language_of("I was charged twice for one account, please refund the second one.")
    diagnose(example())
    kinds()
    for line in sys.stdin:
        children = [_forked(deed) for deed in json.loads(line)]
        ended = [os.waitpid(child, 0)[1] for child in children]
        print(json.dumps([os.waitstatus_to_exitcode(status) for status in ended]), flush=True)


def _forked(deed: dict[str, Any]) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        run(deed)
        code = 0
    except (NotPermitted, VendorError, StoreUnavailable) as said:
        Path(deed["out"]).write_text(f"{type(said).__name__}: {said} {getattr(said, 'changed', '')}")
        code = 0
    except BaseException as broken:
        import traceback

        Path(deed["out"]).write_text("".join(traceback.format_exception(broken)))
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
