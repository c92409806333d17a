"""The records are test data: no real money moved.

Somebody tried the product with a test card, or test and live accounts were mixed. The trap: explaining or refunding
a payment that never was.
"""

from integrations.records import Charge, Customer, Subscription
from plugin.diagnose.examples import case, charged, customer, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, person
from plugin.facts import CaseFacts

CODE = "S39"


def look(case: CaseFacts) -> Finding | None:
    """A whole installation on test data is a demo and no finding; a test clock or a mixture of both is."""
    records: list[Customer | Subscription | Charge] = [*case.customers, *case.subscriptions, *case.charges]
    clocked: list[Customer | Subscription] = [*case.customers, *case.subscriptions]
    mixed = len({r.livemode for r in records}) > 1
    clocks = [r.id for r in clocked if r.test_clock]
    if not mixed and not clocks:
        return None
    return Finding(
        bucket="needs_human",
        sentence="The customer runs on a test clock; no real money moved."
        if clocks
        else "Test data and real data are mixed in this picture.",
        evidence=tuple(clocks) or tuple(r.id for r in records if not r.livemode),
        reasons_for=("A test clock is set.",)
        if clocks
        else ("Some of the records are live and some are not.",),
        reasons_against=("Looked for and not found: a test clock.",)
        if not clocks
        else ("A mistake of the merchant's own set-up would look the same.",),
        certainty="proven",
        proposals=(
            *(explain("Say that it was a test and nothing was charged.") if clocks else ()),
            *person("Somebody looks at which account and key these records belong to."),
        ),
        blocks_money=("Test data and money do not mix.",),
    )


FIRES_ON = [
    case(customer(test_clock="clock_1"), sub("sub_a", 40)),
    case(customer(livemode=True), charged("ch_1", 3)),
]
QUIET_ON = [
    (case(customer(), charged("ch_1", 3)), "a demo: all of it is test data"),
    (case(customer(livemode=True), charged("ch_1", 3, livemode=True)), "all of it is real"),
]
