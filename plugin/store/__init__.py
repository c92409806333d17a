"""Our diary: cases, pins, gap sightings, sessions. SQLAlchemy, SQLite or PostgreSQL."""

from plugin.store.attempts import Attempt, AttemptClaim, Attempts, SomebodyWasFaster, Turn
from plugin.store.audit import Audit, AuditEntry
from plugin.store.cases import Backlog, Cases, Claim, DiagnosedTicket, Finished, StoredCase
from plugin.store.corrections import Corrections, Lesson, Tally
from plugin.store.deliveries import Deliveries, Delivery
from plugin.store.engine import Store, StoreUnavailable, open_store
from plugin.store.gap_follow_ups import GapFollowUps
from plugin.store.gap_issues import GapClaim, GapIssue, GapIssues
from plugin.store.gap_sightings import Demand, GapSightings, Sighting
from plugin.store.notes import Note, NoteClaim, Notes
from plugin.store.pins import Pins
from plugin.store.pulse import Cursors, Ticks
from plugin.store.sessions import AgentSession, Sessions, SpentTokens
from plugin.store.shown_cases import ShownCase, ShownCases

__all__ = [
    "AgentSession",
    "Attempt",
    "AttemptClaim",
    "Attempts",
    "Audit",
    "AuditEntry",
    "Backlog",
    "Cases",
    "Claim",
    "Corrections",
    "Cursors",
    "Deliveries",
    "Delivery",
    "Demand",
    "DiagnosedTicket",
    "Finished",
    "GapClaim",
    "GapFollowUps",
    "GapIssue",
    "GapIssues",
    "GapSightings",
    "Lesson",
    "Note",
    "NoteClaim",
    "Notes",
    "Pins",
    "Sessions",
    "ShownCase",
    "ShownCases",
    "Sighting",
    "SomebodyWasFaster",
    "SpentTokens",
    "Store",
    "StoreUnavailable",
    "StoredCase",
    "Tally",
    "Ticks",
    "Turn",
    "open_store",
]
