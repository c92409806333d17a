"""Judging beside reading: facts in; verdict, plan, reply and handoff out, for 10, 100 and 1,000 invoices.

The baseline is what cannot be avoided: reading the same facts from JSON. Asked: at most 20 ms at 100 invoices, and
growth no faster than the number of invoices.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from integrations.records import Comment, EmailIdentity, Requester, Ticket
from plugin.act.plan import make_plan
from plugin.diagnose import diagnose
from plugin.diagnose.examples import ago, case, charged, failed, line, paid, sub
from plugin.facts import EXAMPLE_NOW, CaseFacts
from plugin.gaps import sightings
from plugin.policy import Policy
from plugin.report.case_document import document
from plugin.report.handoff import handoff
from plugin.report.reply import draft

SIZES = (10, 100, 1_000)
AT_MOST_MS = 20.0
GROWTH_AT_MOST = 1.5
"""Of the time per invoice from 100 to 1,000: 1 is linear, a little is allowed for sorting and the caches."""
ROUNDS = {10: 60, 100: 40, 1_000: 8}


def facts_of(invoices: int) -> CaseFacts:
    """Two plans paid for years: renewals, a failed attempt now and then, lone payments, two lines per invoice."""
    lines = (line(1900), line(300, metered=True, description="storage"))
    parts: list[object] = [sub("sub_a", 400), sub("sub_b", 380, plan="team", quantity=3)]
    for number in range(invoices):
        when = 1 + 398 * number / invoices
        parts += paid("sub_a" if number % 2 else "sub_b", when, reason="subscription_cycle", lines=lines)
        if number % 10 == 0:
            parts.append(failed(f"ch_failed_{number}", when + 0.01))
        if number % 5 == 0:
            parts.append(charged(f"ch_lone_{number}", when + 0.02, 4900 + number))
    said = "You charged me twice this month and I want a refund. Also please send the invoice."
    requester = Requester(7, "Pat Lee", (EmailIdentity("pat@example.com", True, True),), "en-US")
    asked = case(*parts, asks=("duplicate_charge", "refund_request", "invoice_or_receipt_request"))
    comments = (Comment(1, 7, said, True, EXAMPLE_NOW - timedelta(hours=1)),)
    return replace(asked, ticket=Ticket(12, "Charged twice", "open", requester, comments, ago(0), ago(0)))


def _plain(value: Any) -> Any:
    """Records as objects, everything else JSON does not know as text."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return dict(value) if isinstance(value, Mapping) else str(value)


def judge(given: CaseFacts) -> None:
    fresh = replace(given)  # what is known about the facts is worked out once per case, not once per run
    diagnosis = diagnose(fresh)
    plan = make_plan(fresh, diagnosis, Policy(), can_write=True)
    seen = sightings(fresh, diagnosis)
    reply = draft(fresh, diagnosis, plan)
    document(fresh, diagnosis, plan, seen, reply, handoff(fresh, diagnosis, plan, seen, reply))


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The best of the rounds: what the work takes, not what the rest of the machine was doing."""
    work()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


def main() -> int:
    print(f"{'invoices':>9}{'judging ms':>12}{'reading ms':>12}{'ratio':>8}{'µs per invoice':>16}")
    took: dict[int, float] = {}
    for size in SIZES:
        given = facts_of(size)
        written = json.dumps(given, default=_plain)
        took[size] = milliseconds(partial(judge, given), ROUNDS[size])
        reading = milliseconds(partial(json.loads, written), ROUNDS[size])
        per = took[size] / size * 1000
        print(f"{size:>9}{took[size]:>12.2f}{reading:>12.2f}{took[size] / reading:>8.1f}{per:>16.1f}")
    growth = (took[1_000] / 1_000) / (took[100] / 100)
    print(f"time per invoice, 1,000 beside 100: {growth:.2f} (at most {GROWTH_AT_MOST})")
    print(f"at 100 invoices: {took[100]:.1f} ms (at most {AT_MOST_MS:.0f})")
    return 0 if took[100] <= AT_MOST_MS and growth <= GROWTH_AT_MOST else 1


if __name__ == "__main__":
    sys.exit(main())
