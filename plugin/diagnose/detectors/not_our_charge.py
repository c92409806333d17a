"""The charge the ticket speaks of is not among the customer's payments here.

Another merchant, another account of the household, or only one payment where two are claimed. The trap: looking at a
screenshot of a whole bank statement; what our line looks like is enough to compare.
"""

from dataclasses import replace
from datetime import timedelta

from integrations.money import Money
from integrations.records import Charge
from plugin.diagnose.examples import case, charged, failed, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.named_amounts import NamedAmount, named_amounts
from plugin.diagnose.remedies import ask, explain
from plugin.diagnose.words import counted, day, money
from plugin.facts import CaseFacts

CODE = "S35"

STILL_SEEN = timedelta(days=60)
"""A statement and the days until somebody reads it."""


def look(case: CaseFacts) -> Finding | None:
    claims_two = case.reading.asks("duplicate_charge")
    if not case.strong or not (claims_two or case.reading.asks("unexpected_charge")):
        return None
    if not case.pictures or all(c.deleted for c in case.customers):
        return None
    recent = [c for c in case.charges if case.since(c.created) <= STILL_SEEN]
    taken = tuple(c for c in recent if c.status in {"succeeded", "pending"})
    unknown = () if claims_two else _amounts_of_nobody(case)
    too_few = len(taken) <= (1 if claims_two else 0) and not any(c.status == "failed" for c in recent)
    return _finding(case, taken, unknown) if too_few or unknown else None


def _amounts_of_nobody(case: CaseFacts) -> tuple[NamedAmount, ...]:
    """Amounts the ticket names that no payment, invoice or price of the customer has, alone or doubled."""
    named = named_amounts(case.ticket.customer_text()) if case.ticket else ()
    known = [Money(c.amount, c.currency) for c in case.charges]
    known += [Money(i.total, i.currency) for i in case.invoices]
    known += [
        Money(item.price.unit_amount * item.quantity, item.price.currency)
        for s in case.subscriptions
        for item in s.items
        if item.price.unit_amount is not None
    ]
    known += [money + money for money in known]
    return tuple(n for n in named if not any(n.may_be(money.major, money.currency) for money in known))


def _finding(case: CaseFacts, taken: tuple[Charge, ...], unknown: tuple[NamedAmount, ...]) -> Finding:
    descriptor = next((c.statement_descriptor for c in taken if c.statement_descriptor), None)
    descriptor = descriptor or (case.account.account.statement_descriptor if case.account.account else None)
    seen = f"{counted(len(taken), 'payment')} in the last {STILL_SEEN.days} days"
    return Finding(
        bucket="needs_human",
        sentence="The charge is not ours as far as can be seen: "
        + (f"none of {seen} has the amount the ticket names." if unknown else f"{seen}."),
        evidence=tuple(c.id for c in taken),
        reasons_for=(
            *(
                f"{major} is no payment, invoice or price of this customer."
                for major in dict.fromkeys(n.major for n in unknown)
            ),
            *(f"{c.id} took {money(c)} on {day(c.created)}." for c in taken),
        )
        or ("No payment of this customer is known for that time.",),
        reasons_against=(
            "It may be on another record: a partner's, a company's, another address.",
            *(("The bank may have converted the amount from another currency.",) if unknown else ()),
        ),
        certainty="likely",
        proposals=(
            *ask("Ask for amount, day and the text on the statement line; no picture of a whole statement."),
            *explain(
                f"Our line reads {descriptor}."
                if descriptor
                else "Say what was taken here, and that nothing else was."
            ),
        ),
        tells={"descriptor": descriptor},
        rests_on=("charges",),
    )


FIRES_ON = [
    case(sub("sub_a", 200), asks="unexpected_charge"),
    case(charged("ch_1", 3, statement_descriptor="TILL SIDE"), asks="duplicate_charge"),
    case(sub(), paid("sub_a", 10), asks="unexpected_charge", says="A charge of $49.99? My plan is 19.00!"),
]
QUIET_ON = [
    (case(charged("ch_1", 3), asks="unexpected_charge"), "there is a payment it may be about"),
    (
        case(charged("ch_1", 3), failed("ch_2", 3), asks="duplicate_charge"),
        "a failed attempt explains the second line",
    ),
    (case(charged("ch_1", 3)), "nobody questions a charge"),
    (
        replace(case(asks="unexpected_charge"), match=replace(case().match, confidence="weak")),
        "who writes is not proven: absence here says nothing",
    ),
]
