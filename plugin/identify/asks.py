"""What would make a match surer, by a short name: in words for the agent here, for the customer in the locale files."""

from __future__ import annotations

ASKS: dict[str, str] = {
    "write_from_billing_address": "a message from the e-mail address that is on their invoices",
    "confirm_address": "that they confirm their e-mail address in Zendesk (or sign in to the help centre)",
    "invoice_number": "the number of an invoice or receipt (top right of the document)",
    "charge_details": "date, amount and the last four digits of the card of one charge (never the whole number)",
    "which_account": "which of their accounts or workspaces it is about",
}


def in_words(*names: str) -> tuple[str, ...]:
    return tuple(ASKS[name] for name in names)


def names_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The short names behind the words; words an agent or a newer version made up are left out."""
    known = {text: name for name, text in ASKS.items()}
    return tuple(known[text] for text in words if text in known)
