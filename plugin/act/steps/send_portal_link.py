"""Send the link to the customer portal, where invoices, cards and plans are managed.

Without a proven identity it is the portal's login page, which asks for the address on file.
"""

from integrations.deeds import Deed, OpenPortal
from plugin.act.guards import Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal
from plugin.identify.allows import allows

RUNG = "self_serve"
UNDO = "Nothing to undo: the link expires by itself."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = ()


def title(step: Proposal, _target: str) -> str:
    return (
        "Send the link to the customer portal"
        if step.target
        else "Send the login page of the customer portal"
    )


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    """A signed-in page only for somebody proven, in a ticket nobody else reads; else the public login page."""
    if not asked.step.target or not allows(asked.case.match, asked.case.ticket).portal_session:
        return "Only the login page may be sent here: whoever opens a signed-in page is the customer."
    return OpenPortal(asked.step.target)
