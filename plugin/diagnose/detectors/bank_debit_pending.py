"""The payment is a bank debit and still under way.

Banks take days for it. The trap: charging again, or refunding what has not arrived.
"""

from plugin.diagnose.examples import SEPA, case, charged
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import wait
from plugin.diagnose.words import day, method_of, money, told_of_charge
from plugin.facts import CaseFacts

CODE = "S22"


def look(case: CaseFacts) -> Finding | None:
    for charge in case.charges:
        if charge.status != "pending":
            continue
        debit = charge.method is not None and (
            charge.method.kind.endswith("_debit") or charge.method.kind == "us_bank_account"
        )
        return Finding(
            bucket="payment_failed",
            sentence=f"{money(charge)} of {day(charge.created)} is still under way at the bank.",
            evidence=(charge.id,),
            reasons_for=(f"{charge.id} is pending, {method_of(charge.method)}.",),
            reasons_against=("Looked for and not found: a failure of this payment.",),
            certainty="proven" if debit else "likely",
            proposals=wait(
                "The bank needs some business days, and nothing must be paid again. Look again when it has "
                "answered; neither charge nor refund before.",
                charge.id,
            ),
            tells=told_of_charge(case, charge),
            rests_on=("charges",),
        )
    return None


FIRES_ON = [case(charged("ch_1", 2, status="pending", captured=False, amount_captured=0, method=SEPA))]
QUIET_ON = [(case(charged("ch_1", 2, method=SEPA)), "it has arrived")]
