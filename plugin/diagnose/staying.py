"""Whether a ticket that speaks of cancelling also says, in so many words, that the customer wants to stay.

"I do NOT want to cancel" holds the word a careless reader takes for the wish. Ending a plan for somebody who said so
is the one mistake nobody forgives, so it is looked at once more before anything that ends one is proposed.
"""

from __future__ import annotations

import re

from plugin.facts import CaseFacts

_STAYS = re.compile(
    r"\b(?:do(?:n['’]?t| not)|did(?:n['’]?t| not)|never|not) (?:\w+ ){0,2}(?:want(?:ed)?|wish|ask(?:ed)?|mean|plan|try(?:ing)?)(?: \w+)? to (?:be )?cancel"
    r"|\b(?:do(?:n['’]?t| not)|please don['’]?t|never) cancel\b"
    r"|\bcancel+ed by (?:mistake|accident)|\baccidental+y cancel"
    r"|\bwant to (?:keep|stay)\b|\bkeep my (?:plan|subscription|account)\b"
    r"|\bnicht kündigen\b|\bbehalten\b|\bversehentlich gekündigt"
    r"|\bne (?:veux|souhaite) pas (?:annuler|résilier)|\bgarder mon abonnement"
    r"|\bno quiero cancelar|\bmantener mi suscripción|\bnão quero cancelar|\bmanter a minha assinatura"
    r"|\bnon voglio (?:disdire|cancellare)|\bniet opzeggen|\bnie chcę (?:anulować|rezygnować)"
    r"|\bне хочу (?:отменять|отменить)|\biptal etmek istemiyorum|لا أريد إلغاء|解約したくない|해지하고 싶지 않|不想取消",
    re.IGNORECASE,
)


def may_want_to_stay(case: CaseFacts) -> bool:
    return bool(case.ticket and _STAYS.search(case.ticket.customer_text()[:20_000]))
