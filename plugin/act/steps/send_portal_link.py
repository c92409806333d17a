"""Send the link to the customer portal, where invoices, cards and plans are managed.

Without a proven identity it is the portal's login page, which asks for the address on file.
"""

from plugin.diagnose.finding import Proposal

RUNG = "self_serve"
UNDO = "Nothing to undo: the link expires by itself."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = ()


def title(step: Proposal) -> str:
    return (
        "Send the link to the customer portal"
        if step.target
        else "Send the login page of the customer portal"
    )
