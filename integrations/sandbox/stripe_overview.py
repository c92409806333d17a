"""What an account holds, in a few words per thing: for the page a person looks at."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from integrations.money import Money
from integrations.sandbox.stripe_contract import Json

if TYPE_CHECKING:
    from integrations.sandbox.stripe_books import StripeBooks


def overview(books: StripeBooks) -> Json:
    """Customers with what they have and paid, newest first, and the payments of nobody in particular."""
    strangers = [charge for charge in books.all("charge") if charge["customer"] is None]
    return {
        "account": books.account["id"],
        "customers": [_customer(books, customer) for customer in books.all("customer")],
        "charges_without_customer": [_charge(books, charge) for charge in strangers],
    }


def _customer(books: StripeBooks, customer: Json) -> Json:
    own = customer["id"]
    shown: Json = {
        "id": own,
        "name": customer["name"],
        "email": customer["email"],
        "cards": [_method(method) for method in books.all("payment_method", customer=own)],
        "subscriptions": [_subscription(books, s) for s in books.all("subscription", customer=own)],
        "invoices": [_invoice(i) for i in books.all("invoice", customer=own)],
        "charges": [_charge(books, charge) for charge in books.all("charge", customer=own)],
    }
    if customer["balance"]:
        shown["credit" if customer["balance"] < 0 else "owes"] = _amount(
            abs(customer["balance"]), customer["currency"]
        )
    if customer.get("deleted"):
        shown["deleted"] = True
    return shown


def _subscription(books: StripeBooks, subscription: Json) -> Json:
    parts = []
    for item in subscription["items"]["data"]:
        times = "" if item["quantity"] in (None, 1) else f"{item['quantity']} × "
        parts.append(f"{times}{books.product_name(item['price'])} {books.rate(item['price'])}")
    shown = {
        "id": subscription["id"],
        "what": " + ".join(parts),
        "status": subscription["status"],
        "since": _time(subscription["created"]),
        "period_ends": _time(subscription["items"]["data"][0]["current_period_end"]),
    }
    if subscription["cancel_at_period_end"]:
        shown["cancels"] = "at the end of the period"
    if subscription["ended_at"]:
        shown["ended"] = _time(subscription["ended_at"])
    return shown


def _invoice(invoice: Json) -> Json:
    return {
        "id": invoice["id"],
        "number": invoice["number"],
        "at": _time(invoice["created"]),
        "total": _amount(invoice["total"], invoice["currency"]),
        "status": invoice["status"],
    }


def _charge(books: StripeBooks, charge: Json) -> Json:
    shown = {
        "id": charge["id"],
        "at": _time(charge["created"]),
        "amount": _amount(charge["amount"], charge["currency"]),
        "status": charge["status"],
        "method": _method({**charge["payment_method_details"], "id": charge["payment_method"]}),
        "refunds": [
            {"id": r["id"], "amount": _amount(r["amount"], r["currency"]), "status": r["status"], "at": _time(r["created"])}
            for r in books.all("refund", charge=charge["id"])
        ],
    }  # fmt: skip
    if charge["failure_message"]:
        shown["why"] = charge["failure_message"]
    if charge["disputed"]:
        shown["disputed"] = True
    return shown


def _method(method: Json) -> str:
    details = method[method["type"]]
    return f"{details.get('brand') or method['type']} {details['last4']}"


def _amount(minor: int, currency: str) -> str:
    return str(Money(minor, currency))


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M")
