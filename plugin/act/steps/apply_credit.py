"""Credit an amount to the customer's balance; the next invoice uses it.

It is not cash: who expects a refund is told so.
"""

from integrations.deeds import AddCredit, Deed
from plugin.act.guards import BEFORE_MONEY, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "money"
UNDO = "Take the credit back from the balance before an invoice has used it."
WRITES = True
MONEY = True
GUARDS: tuple[str, ...] = (*BEFORE_MONEY, "amount_known", "within_goodwill")


def title(step: Proposal, _target: str) -> str:
    return f"Credit {step.amount} to the balance" if step.amount else "Credit the balance"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    customer = next((c for c in asked.case.customers if c.id == asked.step.target), None)
    if customer is None or customer.deleted or asked.step.amount is None:
        return "Customer or amount is not known."
    if customer.currency and customer.currency != asked.step.amount.currency:
        return f"The customer is billed in {customer.currency.upper()}."
    return AddCredit(customer.id, asked.step.amount)
