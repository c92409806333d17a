"""The customer wants an invoice or a receipt of a payment.

Nothing is wrong; the paper exists and has its own page. The trap: writing one by hand, or naming an address on it
that a paid invoice can no longer take.
"""

import re
from dataclasses import replace

from integrations.records import Charge, Invoice
from plugin.diagnose.examples import NO_CANCEL, case, charged, customer, paid, sub
from plugin.diagnose.finding import Finding, Proposal, Told
from plugin.diagnose.remedies import explain, portal, portal_gap, portal_open, show_invoice
from plugin.diagnose.words import counted, day, money, told_of_charge, told_of_invoice
from plugin.facts import CaseFacts

CODE = "X01"


def look(case: CaseFacts) -> Finding | None:
    if not case.reading.asks("invoice_or_receipt_request"):
        return None
    papers = [
        i
        for i in case.invoices
        if i.status in {"paid", "open"} and (i.hosted_url or i.pdf_url) and i.total > 0
    ]
    receipts = [c for c in case.succeeded_charges if c.receipt_url and case.invoice_of(c) is None]
    if not papers and not receipts:
        return None
    newest: Invoice | Charge = papers[0] if papers else receipts[0]
    tells: dict[str, Told]
    if isinstance(newest, Invoice):
        name, tells = f"Invoice {newest.number or newest.id}", told_of_invoice(case, newest)
        url = newest.hosted_url or newest.pdf_url
    else:
        name, tells = f"The receipt of {newest.id}", told_of_charge(case, newest)
        url = newest.receipt_url
    history = portal_open(case) and bool(case.portal and case.portal.invoice_history)
    return Finding(
        bucket="self_serve_missing",
        sentence=f"{name} of {day(newest.created)} over {money(newest)} can be given to the customer.",
        evidence=(newest.id,),
        reasons_for=(
            "The ticket asks for an invoice or a receipt.",
            f"{counted(len(papers) or len(receipts), 'paper')} can be shown; the newest is {newest.id}.",
        ),
        reasons_against=("Which one is meant is not said for certain; the newest is the likeliest.",)
        if len(papers) > 1
        else ("Looked for and not found: a second one that may be meant.",),
        certainty="proven",
        proposals=(
            *(
                _in_order_of_the_wish(
                    case, _papers(newest), portal(case, case.customer, "All invoices are listed there.")
                )
                if history
                else _papers(newest)
            ),
        ),
        gaps=() if history else portal_gap(case),
        tells={**tells, "count": len(papers) or len(receipts), "url": url},
        rests_on=("invoices",),
    )


_SEVERAL = re.compile(
    r"\b(?:invoices|receipts|rechnungen|belege|quittungen|factures|reçus|facturas|recibos|faturas|fatture|ricevute|facturen|"
    r"bonnen|faktury|paragony|счета|квитанции|faturalar\w*|makbuzlar\w*)\b|فواتير|すべて|全て|ヶ月分|か月分|모든|全部|所有",
    re.IGNORECASE,
)
"""More than one paper: the page that lists them all serves better than the newest."""


def _in_order_of_the_wish(
    case: CaseFacts, papers: tuple[Proposal, ...], listed: tuple[Proposal, ...]
) -> tuple[Proposal, ...]:
    said = case.ticket.customer_text() if case.ticket else ""
    return (*listed, *papers) if _SEVERAL.search(said) else (*papers, *listed)


def _papers(newest: Invoice | Charge) -> tuple[Proposal, ...]:
    if isinstance(newest, Charge):
        return explain("Give the link of the receipt; a payment without an invoice has no other paper.")
    pdf = (Proposal("send_invoice_pdf", "The same paper to keep.", newest.id),) if newest.pdf_url else ()
    return (*show_invoice(newest, "The invoice with its receipt, to see and to print."), *pdf)


FIRES_ON = [
    case(sub("sub_a", 40), paid("sub_a", 10), asks="invoice_or_receipt_request"),
    case(charged("ch_1", 3, receipt_url="https://receipt.example/1"), asks="invoice_or_receipt_request", portal=None),
    case(sub("sub_a", 40), paid("sub_a", 10), asks="invoice_or_receipt_request", portal=replace(NO_CANCEL, invoice_history=False)),
]  # fmt: skip
QUIET_ON = [
    (case(sub("sub_a", 40), paid("sub_a", 10)), "nobody asks for one"),
    (case(customer(), asks="invoice_or_receipt_request"), "nothing was ever billed"),
    (
        case(paid("sub_a", 10, status="void"), asks="invoice_or_receipt_request"),
        "void: not a paper to give away",
    ),
]
