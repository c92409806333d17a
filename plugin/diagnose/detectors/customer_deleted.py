"""The customer record was deleted at the billing vendor.

Everything on it ended with it, and the portal no longer knows the address. The trap: past payments still exist and
can be refunded, but a portal link leads nowhere.
"""

from plugin.diagnose.examples import case, charged, customer
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import person
from plugin.diagnose.words import counted
from plugin.facts import CaseFacts

CODE = "S41"


def look(case: CaseFacts) -> Finding | None:
    deleted = [c for c in case.customers if c.deleted]
    if not deleted:
        return None
    left = [c for c in case.customers if not c.deleted]
    return Finding(
        bucket="needs_human",
        sentence=f"The customer record was deleted; {counted(len(case.succeeded_charges), 'past payment')} can be seen.",
        evidence=tuple(c.id for c in deleted),
        reasons_for=("The billing vendor answers that the record is deleted.",),
        reasons_against=tuple(f"{c.id} is another record of the same person and is alive." for c in left)
        or ("Looked for and not found: another record of the same person.",),
        certainty="proven" if not left else "likely",
        proposals=person(
            "A refund is still possible, a portal is not; a new start needs a new checkout.", deleted[0].id
        ),
        rests_on=("customers",),
    )


FIRES_ON = [
    case(customer(email=None, name=None, deleted=True)),
    case(customer(deleted=True), customer("cus_other"), charged("ch_1", 90)),
]
QUIET_ON = [(case(customer()), "the record is alive")]
