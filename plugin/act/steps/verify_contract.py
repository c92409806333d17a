"""Read the contract behind the subscription: price, notice, seats, other parties.

Yearly, team, invoiced, scheduled, quoted, prorated and shared subscriptions often rest on something signed elsewhere.
"""

from plugin.diagnose.finding import Proposal

RUNG = "know"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = ()


def title(step: Proposal, target: str) -> str:
    return f"Verify the contract of {target}" if step.target else "Verify the contract"
