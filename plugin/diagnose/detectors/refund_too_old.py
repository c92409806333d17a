"""The only payment the ticket can mean is too old to go back the way it came.

Card refunds of old payments may fail because the card is closed. The trap: promising a refund; it may come back, and
then a credit or a transfer by a person is the way.
"""

from datetime import timedelta

from plugin.diagnose.examples import case, charged
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import left_to_refund, person
from plugin.diagnose.words import day, money, told_of_charge
from plugin.facts import CaseFacts

CODE = "S28"

MAY_FAIL = timedelta(days=180)
"""No vendor promises an exact limit per method; after half a year refunds fail noticeably often."""


def look(case: CaseFacts) -> Finding | None:
    if not case.reading.asks("refund_request", "refund_status"):
        return None
    newest = next(iter(case.succeeded_charges), None)
    if newest is None or case.since(newest.created) <= MAY_FAIL or not left_to_refund(case, newest):
        return None
    return Finding(
        bucket="needs_human",
        sentence=f"The newest payment is {money(newest)} of {day(newest.created)}; a refund that old may fail.",
        evidence=(newest.id,),
        reasons_for=(
            "The ticket asks for money back.",
            f"{newest.id} is more than {MAY_FAIL.days} days old.",
        ),
        reasons_against=(
            "Looked for and not found: a newer payment.",
            "The exact limit of this card's bank is not known.",
        ),
        certainty="likely",
        proposals=person(
            "A lead decides between one attempt, a credit and a transfer; promise nothing before.", newest.id
        ),
        tells=told_of_charge(case, newest),
        rests_on=("charges",),
    )


FIRES_ON = [case(charged("ch_1", 250), asks="refund_request")]
QUIET_ON = [
    (case(charged("ch_1", 250)), "nobody asks for money back"),
    (case(charged("ch_1", 250), charged("ch_2", 20), asks="refund_request"), "there is a newer payment"),
]
