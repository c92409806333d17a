"""The money is already on its way back, or was refused on the way.

A refund shows at the bank five to ten business days after it was made. The trap: refunding again because the
customer does not see it yet; and a failed refund, which returned to the merchant and must go another way.
"""

from datetime import timedelta
from typing import Any

from integrations.money import Money
from integrations.records import Charge
from plugin.diagnose.examples import case, charged, refunded
from plugin.diagnose.finding import Finding, Proposal
from plugin.diagnose.remedies import explain, person, wait
from plugin.diagnose.words import day, method_of
from plugin.facts import CaseFacts

CODE = "S27"

RECENT = timedelta(days=90)
"""Banks take at most a few weeks; after a quarter the ticket is about something else."""

SEEN_BY = timedelta(days=14)
"""Ten business days: by then every bank shows a card refund."""


def look(case: CaseFacts) -> Finding | None:
    for refund in case.refunds():
        if refund.status == "canceled" or case.since(refund.created) > RECENT:
            continue
        charge = case.charge(refund.charge) or next((c for c in case.charges if refund in c.refunds), None)
        amount = Money(refund.amount, refund.currency)
        where = method_of(charge.method) if charge else "the payment method used"
        failed = refund.status == "failed"
        late = refund.status == "succeeded" and case.since(refund.created) > SEEN_BY
        reference = (
            f"The bank knows it as {refund.reference}."
            if refund.reference
            else "The bank's reference is not known yet."
        )
        proposals: tuple[Proposal, ...]
        if failed:
            proposals = person("The refund came back; another way to pay it out must be found.", refund.id)
        elif refund.status == "succeeded":
            proposals = explain(
                f"Name the refund of {day(refund.created)} and its reference; refund nothing again."
            )
        else:
            proposals = (
                *explain(f"Say that {amount} is on its way since {day(refund.created)}."),
                *wait(
                    "The refund is not through yet; look again before anything else is promised.", refund.id
                ),
            )
        return Finding(
            bucket="product_failure" if failed else "self_serve_missing",
            sentence=f"{amount} was refunded on {day(refund.created)}"
            + (
                ", but the refund failed."
                if failed
                else "."
                if refund.status == "succeeded"
                else " and is still on its way."
            ),
            evidence=tuple(x for x in (refund.id, charge.id if charge else None) if x),
            reasons_for=(f"{refund.id} to {where} is {refund.status}.", reference),
            reasons_against=(
                "Looked for and not found: a cancellation of the refund.",
                *(("More than ten business days have passed: the bank should show it.",) if late else ()),
                *((f"It failed: {refund.failure_reason or 'no reason given'}.",) if failed else ()),
            ),
            certainty="proven",
            proposals=proposals,
            tells={
                "amount": amount,
                "date": refund.created,
                "last4": charge.method.last4 if charge and charge.method else None,
                "status": refund.status,
                "reference": refund.reference,
            },
        )
    return None


def _given_back(status: str, when: float = 3, **fields: Any) -> Charge:
    return charged("ch_1", 20, amount_refunded=1900, refunds=(refunded(1900, when, status, **fields),))


FIRES_ON = [
    case(_given_back("succeeded", reference="7419")),
    case(_given_back("pending")),
    case(_given_back("failed", failure_reason="expired_or_canceled_card")),
]
QUIET_ON = [
    (case(charged("ch_1", 20)), "nothing was refunded"),
    (case(_given_back("canceled")), "the refund was taken back before it left"),
    (case(charged("ch_1", 300, refunds=(refunded(1900, 200),))), "half a year ago"),
]
