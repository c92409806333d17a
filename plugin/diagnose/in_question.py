"""Which charges a ticket puts in question: their disputes and fraud warnings must be read before anything is planned."""

from __future__ import annotations

from collections.abc import Iterable

from plugin.diagnose.finding import Finding
from plugin.facts import CaseFacts


def charges_in_question(facts: CaseFacts, findings: Iterable[Finding]) -> list[str]:
    """Charges a plan would touch, those Stripe already marks as disputed, and those a complaint is likely about."""
    proposed = [
        proposal.target
        for finding in findings
        for proposal in finding.proposals
        if proposal.target and proposal.kind == "refund_charge"
    ]
    disputed = [charge.id for charge in facts.charges if charge.disputed]
    # A fraud warning marks no charge: who complains of one may have been warned about, whatever the rules saw.
    complains = facts.reading.asks("refund_request", "unexpected_charge", "duplicate_charge")
    may_complain = complains or not facts.reading.intents
    newest = [charge.id for charge in facts.succeeded_charges[:3]] if may_complain and facts.strong else []
    return list(dict.fromkeys([*proposed, *disputed, *newest]))
