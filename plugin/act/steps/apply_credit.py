"""Credit an amount to the customer's balance; the next invoice uses it.

It is not cash: who expects a refund is told so.
"""

from plugin.act.guards import BEFORE_MONEY
from plugin.diagnose.finding import Proposal

RUNG = "money"
UNDO = "Take the credit back from the balance before an invoice has used it."
WRITES = True
MONEY = True
GUARDS: tuple[str, ...] = (*BEFORE_MONEY, "amount_known")


def title(step: Proposal) -> str:
    return f"Credit {step.amount} to the balance" if step.amount else "Credit the balance"
