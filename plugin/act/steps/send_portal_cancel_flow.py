"""Send the portal page where the customer cancels this subscription.

The customer decides there and sees until when it stays.
"""

from integrations.deeds import Deed, OpenPortal
from plugin.act.guards import BEFORE_A_LINK, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal
from plugin.identify.allows import allows

RUNG = "self_serve"
UNDO = "Until the end of the period the customer can take it back in the portal."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = BEFORE_A_LINK


def title(_step: Proposal, target: str) -> str:
    return f"Send the page to cancel {target}"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    subscription = asked.case.subscription(asked.step.target)
    if subscription is None or not allows(asked.case.match, asked.case.ticket).portal_session:
        return "Only the login page may be sent here: whoever opens a signed-in page is the customer."
    if asked.case.portal is None or not asked.case.portal.cancel_enabled:
        return (
            "The portal's configuration does not let customers cancel. Set it to end with its period instead."
        )
    return OpenPortal(subscription.customer, "subscription_cancel", subscription.id)
