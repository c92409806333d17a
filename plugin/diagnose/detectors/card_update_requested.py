"""The customer wants to pay with another card, and nothing has failed yet.

The portal does this alone and safely. The trap: a card number in a mail; and a subscription with its own card, which
a new default does not change.
"""

from plugin.diagnose.examples import case, customer, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, new_card, new_card_gap, own_method_trap
from plugin.diagnose.words import method_of, plan_name, the_plan
from plugin.facts import CaseFacts

CODE = "X02"


def look(case: CaseFacts) -> Finding | None:
    if not case.reading.asks("update_payment_method") or not case.live_subscriptions:
        return None
    subscription = case.live_subscriptions[0]
    owner = next((c for c in case.customers if c.id == subscription.customer), None)
    method = subscription.default_payment_method or (owner.default_payment_method if owner else None)
    link = new_card(
        case, subscription.customer, "They enter the new card there; no number goes through a mail."
    )
    return Finding(
        bucket="self_serve_missing",
        sentence=f"The customer wants to change the card that pays {the_plan(subscription)}.",
        evidence=tuple(x for x in (subscription.id, method.id if method else None) if x),
        reasons_for=("The ticket asks to change the card.", f"It is paid with {method_of(method)}."),
        reasons_against=own_method_trap(subscription)
        or ("Looked for and not found: a card of the subscription's own.",),
        certainty="proven",
        proposals=link
        or explain("Say that a card can only be entered on a secure page, and that one will be provided."),
        gaps=new_card_gap(case),
        tells={
            "plan": plan_name(subscription),
            "last4": method.last4 if method else None,
            "next_date": subscription.period_end,
        },
        rests_on=("subscriptions",),
    )


FIRES_ON = [
    case(sub("sub_a", 40), asks="update_payment_method"),
    case(sub("sub_a", 40), asks="update_payment_method", portal=None),
]
QUIET_ON = [
    (case(sub("sub_a", 40)), "nobody asks"),
    (case(customer(), asks="update_payment_method"), "nothing is paid that a card could pay"),
]
