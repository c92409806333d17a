"""The money was given back as a credit, and the customer waits for cash.

A credit note into the balance lowers the next bill; nothing arrives at the bank. The trap: refunding as well gives
it back twice, so the credit is reversed first.
"""

from datetime import timedelta

from integrations.money import Money
from plugin.diagnose.examples import case, customer, note, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, person
from plugin.diagnose.words import day
from plugin.facts import CaseFacts

CODE = "S29"

RECENT = timedelta(days=120)
"""Somebody who waits for cash asks within a few statements."""


def look(case: CaseFacts) -> Finding | None:
    if not case.reading.asks("refund_status", "refund_request"):
        return None
    notes = [
        n
        for n in case.credit_notes
        if n.to_balance and n.status != "void" and case.since(n.created) <= RECENT
    ]
    newest = max(notes, key=lambda n: n.created, default=None)
    if newest is None or newest.total <= 0:
        return None
    amount = Money(newest.total, newest.currency)
    held = [c for c in case.customers if c.balance < 0]
    return Finding(
        bucket="self_serve_missing",
        sentence=f"{amount} was credited to the balance on {day(newest.created)}, not refunded to the bank.",
        evidence=(newest.id, newest.invoice),
        reasons_for=(
            f"{newest.id} for {newest.invoice} went into the customer's balance.",
            *(f"{c.id} holds {Money(-c.balance, c.currency or newest.currency)} of credit." for c in held),
        ),
        reasons_against=("Looked for and not found: a refund of the same note.",)
        if not newest.refunds
        else (f"Part of the note was refunded ({newest.refunds[0]}).",),
        certainty="proven" if held else "likely",
        proposals=(
            *explain("Say that the next bill is lower by it."),
            *person(
                "Cash instead needs the credit reversed first; otherwise it is given back twice.", newest.id
            ),
        ),
        tells={"amount": amount, "date": newest.created},
        blocks_money=("It was already given back as credit: reverse the credit before any refund.",),
        rests_on=("credit_notes",),
    )


_CREDITED = (
    customer(balance=-1900),
    sub("sub_a", 40),
    paid("sub_a", 40),
    note("in_sub_a_40", 1900, to_balance=True),
)

FIRES_ON = [case(_CREDITED, asks="refund_status")]
QUIET_ON = [
    (case(_CREDITED), "nobody waits for cash"),
    (
        case(
            sub("sub_a", 40),
            paid("sub_a", 40),
            note("in_sub_a_40", 1900, refunds=("re_1",)),
            asks="refund_status",
        ),
        "refunded",
    ),
    (
        case(_CREDITED[:3], note("in_sub_a_40", 1900, to_balance=True, status="void"), asks="refund_status"),
        "the note is void",
    ),
]
