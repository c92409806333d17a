"""The card network warns that a payment may be fraud.

Most of such warnings become chargebacks if nothing is done. The trap: whether to give the money back before that is
a decision for the person in charge of fraud, never for a support reply.
"""

from plugin.diagnose.examples import case, charged, warned
from plugin.diagnose.finding import Finding, Impact
from plugin.diagnose.remedies import person
from plugin.diagnose.words import day, method_of, money, told_of_charge
from plugin.facts import CaseFacts

CODE = "S26"


def look(case: CaseFacts) -> Finding | None:
    for warning in sorted(case.fraud_warnings, key=lambda w: w.created, reverse=True):
        if not warning.actionable:
            continue
        charge = case.charge(warning.charge)
        return Finding(
            bucket="needs_human",
            sentence=f"The card network warned on {day(warning.created)} that a payment may be fraud.",
            evidence=(warning.id, warning.charge),
            reasons_for=(
                f"{warning.id} is open to action.",
                *(
                    (f"It is about {money(charge)} of {day(charge.created)}, {method_of(charge.method)}.",)
                    if charge
                    else ()
                ),
            ),
            reasons_against=("Looked for and not found: a refund or dispute that settles the warning.",),
            certainty="proven",
            proposals=person(
                "The person in charge of fraud decides on a refund before a chargeback.", warning.charge
            ),
            impact=Impact(at_risk=(money(charge),) if charge and charge.amount > 0 else ()),
            tells=told_of_charge(case, charge) if charge else {},
            blocks_money=("A fraud warning is open: only the person in charge of fraud moves this money.",),
        )
    return None


FIRES_ON = [case(charged("ch_1", 9), warned("ch_1"))]
QUIET_ON = [
    (case(charged("ch_1", 9), warned("ch_1", actionable=False)), "already dealt with"),
    (case(charged("ch_1", 9)), "no warning"),
]
