"""X01: invoices and receipts. The paper exists; a link is all there is to do."""

from tests.judge.labels import FINAL, MONEY, NO_PORTAL, Book, Desk, Label

BOOK = Book("papers")
_PAPERS = ("send_hosted_invoice_link", "send_invoice_pdf", "send_portal_link")
PAPER = Label(
    "self_serve_missing", "invoice_requested", _PAPERS, never=(*MONEY, *FINAL, "set_cancel_at_period_end")
)


@BOOK.ticket(PAPER, "invoices for tax office", "Hello, I need the PDF invoices for the last 3 months for my accountant, the receipts you send by mail are not "
             "accepted.", first="send_portal_link")  # fmt: skip
def three_months(d: Desk) -> None:
    d.plan(d.customer(days=112), d.shop.team, days=112, quantity=2)


@BOOK.ticket(PAPER, "receipt", "receipt for october pls")
def one_receipt(d: Desk) -> None:
    d.plan(d.customer(days=60), days=60)


@BOOK.ticket(
    PAPER,
    "Rechnung",
    "Bitte senden Sie mir die Rechnung als PDF.",
    locale="de",
    first=("send_invoice_pdf", "send_hosted_invoice_link"),
)
def german_pdf(d: Desk) -> None:
    d.plan(d.customer(days=30), days=30)


@BOOK.ticket(
    PAPER,
    "facture",
    "Bonjour, pourriez-vous m'envoyer ma dernière facture ?",
    locale="fr",
    first=("send_hosted_invoice_link", "send_invoice_pdf"),
)
def french_last_one(d: Desk) -> None:
    d.plan(d.customer(days=30), days=30)


@BOOK.ticket(
    PAPER,
    "領収書",
    "先月分の領収書を送っていただけますか。",
    locale="ja",
    first=("send_hosted_invoice_link", "send_invoice_pdf"),
)
def japanese_receipt(d: Desk) -> None:
    d.plan(d.customer(days=45), d.shop.pro_yen, days=45)


@BOOK.ticket(
    PAPER,
    "invoice",
    "Where can I download my invoice?",
    shop="no_portal",
    gaps=(NO_PORTAL,),
    first=("send_hosted_invoice_link", "send_invoice_pdf"),
)
def no_page_to_find_it(d: Desk) -> None:
    d.plan(d.customer(days=30), days=30)
