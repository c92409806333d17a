"""A payment was stopped by the merchant's own fraud rules, before the bank was asked.

The customer's card may be perfectly fine. The trap: telling the customer which rule it was, or trying again until
one attempt slips through.
"""

from datetime import timedelta

from plugin.diagnose.examples import case, charged, failed
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import person
from plugin.diagnose.words import day, method_of, money, told_of_charge
from plugin.facts import CaseFacts

CODE = "S21"

RECENT = timedelta(days=14)
"""Older attempts are no longer what the ticket is about."""


def look(case: CaseFacts) -> Finding | None:
    for charge in case.charges:
        if case.since(charge.created) > RECENT or charge.outcome_type != "blocked":
            continue
        if any(c.created >= charge.created and c.amount == charge.amount for c in case.succeeded_charges):
            continue
        return Finding(
            bucket="payment_failed",
            sentence=f"A payment of {money(charge)} on {day(charge.created)} was stopped by our own fraud rules.",
            evidence=(charge.id,),
            reasons_for=(
                f"{charge.id} was blocked before it reached the bank ({charge.outcome_reason or 'no reason given'}).",
            ),
            reasons_against=("Looked for and not found: a later payment of the same amount.",),
            certainty="proven",
            proposals=person(
                "The person in charge of fraud decides whether the payment may be made. Say only that the payment "
                f"with {method_of(charge.method)} was not taken; name no rule.",
                charge.id,
            ),
            tells=told_of_charge(case, charge),
            blocks_money=("A payment was stopped as risky: the person in charge of fraud looks first.",),
            rests_on=("charges",),
        )
    return None


_BLOCKED = failed(
    "ch_1",
    2,
    outcome_type="blocked",
    outcome_reason="highest_risk_level",
    network_status="not_sent_to_network",
)

FIRES_ON = [case(_BLOCKED)]
QUIET_ON = [
    (case(failed("ch_1", 2)), "the bank declined it"),
    (case(_BLOCKED, charged("ch_2", 1)), "it went through later"),
]
