"""The customer paid, and the product did not notice.

The payment is there, but the message about it never reached the merchant's own system. The trap: refunding somebody
who wants to use what they bought; give access first, then talk about money.
"""

import re
from datetime import timedelta

from integrations.records import Entitlement, UndeliveredEvent
from plugin.diagnose.examples import case, paid, sub, undelivered
from plugin.diagnose.finding import Finding, Proposal
from plugin.diagnose.words import day, money, plan_name, told_of_charge
from plugin.facts import CaseFacts

CODE = "S40"

GIVES_ACCESS = (
    "checkout.session.",
    "customer.subscription.",
    "entitlements.",
    "invoice.paid",
    "invoice.payment_succeeded",
)
"""Messages a product acts on to open or keep access."""

_PAYING = re.compile(
    r"\b(?:paid|pay|charg|bought|buy|purchas|subscri|refund|money|access|upgrad|premium|pro\b|plan\b|licen|unlock|locked|seat|"
    r"bezahl|zahl|gekauft|abo|zugang|geld|freigesch|pay[ée]|achet|abonn|acc[èe]s|argent|rembours|pag[aoué]|compr|suscri|"
    r"acceso|dinero|assin|acesso|dinheiro|abbonament|accesso|soldi|betaal|gekocht|toegang|geld|zapłac|kupi|dostęp|subskryp|"
    r"опла|купил|доступ|подпис|деньг|öde|satın|erişim|abonel)|支払|課金|購入|返金|アクセス|결제|구매|환불|付款|支付|购买|退款|دفع|اشترا|اشتراك",
    re.IGNORECASE,
)
"""Words of buying and of having access, in the languages tickets come in."""

SOON_AFTER = timedelta(days=7)
"""An undelivered message belongs to the payment it follows, not to one of a year ago."""


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.live_subscriptions:
        if subscription.status not in {"active", "trialing"}:
            continue
        charge = next(
            (c for c in case.charges_of(subscription) if c.status == "succeeded" and c.amount > 0), None
        )
        if charge is None:
            continue
        missed = [
            e
            for e in case.account.undelivered
            if e.kind.startswith(GIVES_ACCESS)
            and _about(case, e, subscription.id)
            and e.created >= charge.created - SOON_AFTER
        ]
        complains = case.reading.asks("product_failure_complaint") and _speaks_of_paying(case)
        if not missed and not complains:
            continue
        known = [e.lookup_key for p in case.pictures for e in p.entitlements]
        return Finding(
            bucket="product_failure",
            sentence=f"{money(charge)} was paid on {day(charge.created)}, but "
            + ("the product was never told." if missed else "the product does not work for the customer."),
            evidence=(subscription.id, charge.id, *(e.id for e in missed)),
            reasons_for=(
                f"{subscription.id} is {subscription.status} and paid.",
                *(
                    f"{e.id} ({e.kind}) of {day(e.created)} was not delivered to the merchant's own system."
                    for e in missed
                ),
                *(("The ticket says the product does not work.",) if complains else ()),
            ),
            reasons_against=(
                *((f"The billing vendor lists access to {', '.join(known)}.",) if known else ()),
                *(
                    ()
                    if missed
                    else ("Looked for and not found: a message about it that was not delivered.",)
                ),
                *(() if complains else ("The ticket does not speak of missing access.",)),
            )
            or ("Looked for and not found: an unpaid invoice that would explain it.",),
            certainty="proven" if missed and complains else "likely",
            proposals=(
                Proposal(
                    "escalate_engineering",
                    "Access must be opened by hand and the missed message delivered again. Refund nothing yet."
                    if missed
                    else "Find out why paid access does not work. Refund nothing yet.",
                    subscription.id,
                ),
            ),
            tells={**told_of_charge(case, charge), "plan": plan_name(subscription)},
            rests_on=("undelivered",),
        )
    return None


def _speaks_of_paying(case: CaseFacts) -> bool:
    """A bug report is none of billing's business; "I paid and it does not work" is. Without a text, take it so."""
    others = [i for i in case.reading.intents if i != "product_failure_complaint"]
    said = case.ticket.customer_text() if case.ticket else ""
    return bool(others) or not said.strip() or bool(_PAYING.search(said))


def _about(case: CaseFacts, event: UndeliveredEvent, subscription_id: str) -> bool:
    ours = {c.id for c in case.customers}
    return event.customer in ours or event.object_id == subscription_id


_PAID = (sub("sub_a", 2), paid("sub_a", 2))

FIRES_ON = [
    case(_PAID, undelivered("checkout.session.completed", 2), asks="product_failure_complaint"),
    case(_PAID, undelivered("invoice.paid", 2)),
    case(_PAID, Entitlement("ent_1", "pro"), asks="product_failure_complaint"),
]
QUIET_ON = [
    (case(_PAID), "nobody complains, every message arrived"),
    (
        case(sub("sub_a", 2, status="past_due"), asks="product_failure_complaint"),
        "not paid: that explains it",
    ),
    (case(_PAID, undelivered("invoice.paid", 2, customer="cus_stranger")), "somebody else's message"),
    (case(_PAID, undelivered("product.updated", 2)), "a message that opens no access"),
]
