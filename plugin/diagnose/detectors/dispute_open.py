"""A payment is disputed at the bank, and the case is still open.

The bank has taken the money back for now and decides alone. The trap: a refund beside an open chargeback pays twice
and cannot be fetched back.
"""

from integrations.money import Money
from plugin.diagnose.examples import case, charged, disputed
from plugin.diagnose.finding import Finding, Impact
from plugin.diagnose.remedies import person
from plugin.diagnose.words import day, method_of
from plugin.facts import CaseFacts

CODE = "S25"


def look(case: CaseFacts) -> Finding | None:
    dispute = next((d for d in sorted(case.disputes, key=lambda d: d.created, reverse=True) if d.open), None)
    decided = {d.charge for d in case.disputes if not d.open}
    # The charge's own mark counts even where the dispute itself could not be read.
    marked = next((c for c in case.charges if c.disputed and c.id not in decided), None)
    if dispute is None and marked is None:
        return None
    charge = case.charge(dispute.charge) if dispute else marked
    amount = Money(dispute.amount, dispute.currency) if dispute else None
    if amount is None and charge is not None:
        amount = Money(charge.amount, charge.currency)
    inquiry = bool(dispute and dispute.status.startswith("warning_"))
    due = dispute.due_by if dispute else None
    return Finding(
        bucket="needs_human",
        sentence=f"A payment of {amount} is {'questioned' if inquiry else 'disputed'} at the bank and not decided yet.",
        evidence=tuple(x for x in (dispute.id if dispute else None, charge.id if charge else None) if x),
        reasons_for=(
            f"{dispute.id} is {dispute.status}, opened on {day(dispute.created)} ({dispute.reason})."
            if dispute
            else "The charge is marked as disputed; the dispute itself was not found among what was read.",
            *(
                (f"It is about {charge.id} of {day(charge.created)}, {method_of(charge.method)}.",)
                if charge
                else ()
            ),
        ),
        reasons_against=("Looked for and not found: a decision of the bank.",),
        certainty="proven" if dispute else "likely",
        proposals=person(
            (
                "An inquiry may be closed by a refund, which a lead decides"
                if inquiry
                else "Disputes are answered by the person in charge of them; no refund is made beside one"
            )
            + (f"; evidence is due by {day(due)}." if due else "."),
            dispute.id if dispute else None,
        ),
        impact=Impact(at_risk=(amount,) if amount and amount.amount > 0 else ()),
        tells={
            "amount": amount,
            "date": charge.created if charge else None,
            "last4": charge.method.last4 if charge and charge.method else None,
            "due_date": due,
        },
        blocks_money=("A chargeback is open: the bank decides first, a refund now could pay twice.",),
    )


FIRES_ON = [
    case(charged("ch_1", 20, disputed=True), disputed("ch_1")),
    case(charged("ch_1", 20, disputed=True)),
    case(charged("ch_1", 20), disputed("ch_1", status="warning_needs_response", refundable=True)),
    case(charged("ch_1", 20), disputed("ch_1", status="appeal_under_review")),
]
QUIET_ON = [
    (case(charged("ch_1", 20)), "nothing is disputed"),
    (case(charged("ch_1", 20, disputed=True), disputed("ch_1", status="lost")), "decided: lost"),
    (case(charged("ch_1", 20, disputed=True), disputed("ch_1", status="won")), "decided: won"),
]
