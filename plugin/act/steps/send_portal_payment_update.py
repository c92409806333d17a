"""Send the portal page where a new card is entered.

No card number passes through a mail; the new card also pays what is open.
"""

from integrations.deeds import Deed, OpenPortal
from plugin.act.guards import BEFORE_A_LINK, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal
from plugin.identify.allows import allows

RUNG = "self_serve"
UNDO = "Nothing to undo: the link expires by itself."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = BEFORE_A_LINK


def title(_step: Proposal, _target: str) -> str:
    return "Send the page to enter a new card"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    if not asked.step.target or not allows(asked.case.match, asked.case.ticket).portal_session:
        return "Only the login page may be sent here: whoever opens a signed-in page is the customer."
    if asked.case.portal is None or not asked.case.portal.payment_method_update:
        return "The portal's configuration does not let customers change how they pay. Send the open invoice's page."
    return OpenPortal(asked.step.target, "payment_method_update")
