"""Nothing about billing: the answer is somebody else's, and nothing about billing is done."""

from tests.judge.labels import Book, Desk, Label

BOOK = Book("not_billing")
OTHER = Label("not_billing", "not_billing", "explain_only")


@BOOK.ticket(
    OTHER,
    "export",
    "hi! is there a way to export a whole notebook as PDF, with the pictures? I found markdown only. thx",
)
def how_to_export(d: Desk) -> None:
    d.plan(d.customer(days=57), days=57)


@BOOK.ticket(OTHER, "feature idea", "Would love a dark mode for the mobile app. Is that planned?")
def dark_mode(d: Desk) -> None:
    d.plan(d.customer(days=30), days=30)


@BOOK.ticket(OTHER, "password", "I forgot my password and the reset mail does not arrive.")
def password_reset(d: Desk) -> None:
    d.plan(d.customer(days=30), days=30)


@BOOK.ticket(OTHER, "Frage", "Wie kann ich Notizen mit Kollegen teilen?", locale="de")
def german_sharing(d: Desk) -> None:
    d.plan(d.customer(days=30), days=30)


@BOOK.ticket(OTHER, "API", "Is there an API to create notes from a script?")
def api_question(d: Desk) -> None:
    d.plan(d.customer(days=12), days=12)
