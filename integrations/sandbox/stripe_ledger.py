"""What an account moved: refunds, credit, cancellations, links. Tests count it against what was wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integrations.sandbox.stripe_contract import Json

if TYPE_CHECKING:
    from integrations.sandbox.stripe_books import StripeBooks


def ledger(books: StripeBooks) -> Json:
    """Oldest first in every list. `refunds` are by charge; `writes` are the requests that Stripe acted on,
    each once: neither repeated nor refused ones, nor those that only looked."""
    refunds: dict[str, list[Json]] = {}
    for refund in _oldest_first(books, "refund"):
        refunds.setdefault(refund["charge"], []).append(
            _parts(refund, "id", "amount", "currency", "status", "reason", "metadata", "created")
        )
    return {
        "refunds": refunds,
        "credit_notes": [
            {
                **_parts(n, "id", "invoice", "total", "currency", "metadata", "created"),
                "refunds": [part["refund"] for part in n["refunds"]],
                "balance_transaction": n["customer_balance_transaction"],
                "out_of_band": n["out_of_band_amount"] or 0,
            }
            for n in _oldest_first(books, "credit_note")
        ],
        "balance": [
            _parts(entry, "id", "customer", "amount", "currency", "type", "metadata", "created")
            for entry in _oldest_first(books, "customer_balance_transaction")
        ],
        "cancellations": [
            {"subscription": s["id"], "now": s["status"] == "canceled", "at": s["ended_at"] or s["cancel_at"]}
            for s in _oldest_first(books, "subscription")
            if s["status"] == "canceled" or s["cancel_at"]
        ],
        "portal_sessions": [
            {
                **_parts(session, "id", "customer", "url", "created"),
                "flow": session["flow"]["type"] if session["flow"] else None,
            }
            for session in _oldest_first(books, "billing_portal.session")
        ],
        "writes": [dict(write) for write in books.writes],
    }


def _oldest_first(books: StripeBooks, kind: str) -> list[Json]:
    return books.all(kind)[::-1]


def _parts(thing: Json, *names: str) -> Json:
    return {name: thing[name] for name in names}
