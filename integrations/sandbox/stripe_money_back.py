"""Money that goes back to customers over the wire: refunds, credit notes, credit on the balance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from integrations.money import Money, minor_digits
from integrations.sandbox.stripe_books import StripeBooks
from integrations.sandbox.stripe_contract import Call, Json
from integrations.sandbox.stripe_endpoints import (
    StripeRefusal,
    invalid,
    merged_metadata,
    only,
    resource_missing,
    told_as,
    wanted,
)
from integrations.sandbox.stripe_invoicing import Credit

REFUNDABLE_AGAIN = frozenset({"won", "warning_closed", "prevented"})
"""How a dispute ended for the merchant: the money is there again, and may be given back."""

_SYMBOLS = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥"}


def shown_amount(amount: int, currency: str) -> str:
    """As Stripe's messages have it: `$20.00`."""
    symbol = _SYMBOLS.get(currency)
    major = f"{Money(amount, currency).major:,.{minor_digits(currency)}f}"
    return f"{symbol}{major}" if symbol else f"{major} {currency.upper()}"


# ------------------------------------------------------------------ refunds
def create_refund(books: StripeBooks, call: Call) -> Json:
    only(call, "amount", "charge", "currency", "metadata", "payment_intent", "reason")
    metadata = merged_metadata({}, call.params.get("metadata"))
    amount = call.params.get("amount")
    if amount is not None and amount < 1:
        raise invalid("Invalid positive integer", param="amount", code="parameter_invalid_integer")
    charge = _charge_to_refund(books, call.params)
    currency = call.params.get("currency", charge["currency"])
    if currency != charge["currency"]:
        raise invalid(
            f"The currency of the refund, {currency}, is not that of the charge, {charge['currency']}.",
            param="currency",
        )
    made = refunded(books, charge, amount, reason=call.params.get("reason"), metadata=metadata)
    return books.shown(made, call.params.get("expand", ()))


def _charge_to_refund(books: StripeBooks, params: Json) -> Json:
    if "charge" in params and "payment_intent" in params:
        raise invalid(
            "You may only specify one of these parameters: charge, payment_intent.",
            code="parameters_exclusive",
        )
    if "charge" in params:
        return wanted(books, params["charge"], "charge", param="charge")
    if "payment_intent" not in params:
        raise invalid(
            "One of the following params should be provided for this request: payment_intent or charge.",
            code="parameter_missing",
        )
    intent = wanted(books, params["payment_intent"], "payment_intent", param="payment_intent")
    charge = books.find(intent["latest_charge"] or "")
    if charge is None or charge["status"] == "failed":
        raise _no_successful_charge(intent["id"], "payment_intent")
    return charge


def _no_successful_charge(intent_id: str, param: str) -> StripeRefusal:
    return StripeRefusal(
        400,
        f"This PaymentIntent ({intent_id}) does not have a successful charge to refund.",
        code="charge_not_refundable",
        param=param,
    )


def refunded(
    books: StripeBooks,
    charge: Json,
    amount: int | None,
    *,
    reason: str | None,
    metadata: Mapping[str, str],
) -> Json:
    """The refund, made by Stripe's rules; `amount` None is all that is left."""
    if charge["status"] == "failed" or not charge["captured"]:
        raise _no_successful_charge(charge["payment_intent"], "charge")
    if charge["refunded"]:
        raise StripeRefusal(
            400, f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded"
        )
    if _is_disputed(books, charge):
        raise StripeRefusal(
            400,
            f"Charge {charge['id']} has been charged back; cannot issue a refund.",
            code="charge_disputed",
        )
    pending = charge["status"] == "pending"
    left = (charge["amount"] if pending else charge["amount_captured"]) - charge["amount_refunded"]
    if amount is not None and amount > left:
        asked, rest = (shown_amount(a, charge["currency"]) for a in (amount, left))
        # Stripe has no code for this one: only the parameter says what is wrong.
        raise StripeRefusal(
            400,
            f"Refund amount ({asked}) is greater than unrefunded amount on charge ({rest})",
            param="amount",
        )
    made = books.refund(
        charge,
        amount,
        at=books.world.now(),
        reason=reason,
        metadata=metadata,
        **_outcome(books, charge),
    )
    books.event("refund.created", made, at=books.world.now())
    if made["status"] == "failed":
        books.event("refund.failed", made, at=books.world.now())
    else:
        books.event("charge.refunded", charge, at=books.world.now())
    return made


def _is_disputed(books: StripeBooks, charge: Json) -> bool:
    return any(
        not dispute["is_charge_refundable"] and dispute["status"] not in REFUNDABLE_AGAIN
        for dispute in books.all("dispute", charge=charge["id"])
    )


def _outcome(books: StripeBooks, charge: Json) -> dict[str, Any]:
    if charge["status"] == "pending":
        return {"status": "pending", "pending_reason": "charge_pending"}
    if books.refunds_become == "succeeded" and charge["payment_method_details"]["type"] != "card":
        # Banks take their time, cards only seem to be instant.
        return {"status": "pending"}
    return {"status": books.refunds_become}


# ------------------------------------------------------------------ credit notes
_NOTE = (
    "amount",
    "credit_amount",
    "email_type",
    "invoice",
    "lines",
    "memo",
    "metadata",
    "out_of_band_amount",
    "reason",
    "refund_amount",
    "refunds",
)


def create_credit_note(books: StripeBooks, call: Call) -> Json:
    only(call, *_NOTE)
    note = _issued(books, call.params)
    books.event("credit_note.created", note, at=books.world.now())
    return books.shown(note, call.params.get("expand", ()))


def preview_credit_note(books: StripeBooks, call: Call) -> Json:
    """The note as it would be; only that no refund and no entry in the balance exists yet."""
    only(call, *_NOTE)
    with books.rehearsal():
        note = books.shown(_issued(books, call.params), call.params.get("expand", ()))
    linked = {entry.get("refund") for entry in call.params.get("refunds", ())}
    return note | {
        "customer_balance_transaction": None,
        "refunds": [part for part in note["refunds"] if part["refund"] in linked],
    }


def _issued(books: StripeBooks, params: Json) -> Json:
    metadata = merged_metadata({}, params.get("metadata"))
    for name in ("amount", "credit_amount", "out_of_band_amount", "refund_amount"):
        if params.get(name, 1) < (1 if name == "amount" else 0):
            raise invalid("Invalid positive integer", param=name, code="parameter_invalid_integer")
    if ("amount" in params) == ("lines" in params):
        raise invalid("You must provide exactly one of: `amount`, `lines`.")
    invoice = wanted(books, params["invoice"], "invoice", param="invoice")
    if invoice["status"] not in ("open", "paid", "uncollectible"):
        raise StripeRefusal(
            400,
            f"Credit notes can only be created for finalized invoices; this invoice is {invoice['status']}.",
            param="invoice",
        )
    credit = _priced(invoice, params)
    linked = [_linked_refund(books, invoice, entry) for entry in params.get("refunds", ())]
    left = _creditable(books, invoice, {refund_id for refund_id, _ in linked})
    currency = invoice["currency"]
    if credit.total > left:
        asked, rest = shown_amount(credit.total, currency), shown_amount(left, currency)
        raise StripeRefusal(
            400,
            f"The credit note amount ({asked}) is greater than the amount that can still be credited ({rest}).",
            param="amount",
        )
    to_balance, out_of_band = params.get("credit_amount", 0), params.get("out_of_band_amount", 0)
    to_refund = params.get("refund_amount", 0)
    given = to_balance + out_of_band + to_refund + sum(amount for _, amount in linked)
    after_payment = credit.total - min(credit.total, invoice["amount_remaining"])
    if given != after_payment:
        split, whole = shown_amount(given, currency), shown_amount(after_payment, currency)
        raise StripeRefusal(
            400,
            f"The sum of credit amount, refund amount and out of band amount ({split}) must equal the credit note "
            f"amount ({whole}).",
        )
    if to_refund:
        charge = books.charge_of(invoice)
        if charge is None:
            raise StripeRefusal(400, "This invoice has no charge to refund.", param="refund_amount")
        reason = params.get("reason")
        made = refunded(
            books, charge, to_refund, reason=reason if reason == "duplicate" else None, metadata={}
        )
        linked.append((made["id"], to_refund))
    complete = replace(
        credit,
        refunds=linked,
        to_balance=to_balance,
        out_of_band=out_of_band,
        reason=params.get("reason"),
        memo=params.get("memo"),
        metadata=metadata,
    )
    return books.issue_credit_note(invoice, complete, at=books.world.now())


def _priced(invoice: Json, params: Json) -> Credit:
    """What is credited: `amount` includes tax, lines do not; both get the share that the invoice has."""
    tax = sum(t["amount"] for t in invoice["total_taxes"] or ())
    if "amount" in params:
        amount = params["amount"]
        own_tax = _rounded(amount * tax, invoice["total"])
        net = amount - own_tax
        line = {"amount": net, "description": "Credit", "quantity": 1, "type": "custom_line_item"}
        return Credit(subtotal=net, tax=own_tax, lines=[line])
    lines = [_credited_line(invoice, given, f"lines[{n}]") for n, given in enumerate(params["lines"])]
    subtotal = sum(line["amount"] for line in lines)
    of_invoice = sum(line["amount"] for line in lines if line["type"] == "invoice_line_item")
    off = sum(d["amount"] for d in invoice["total_discount_amounts"] or ())
    discount = _rounded(of_invoice * off, invoice["subtotal"])
    own_tax = _rounded((subtotal - discount) * tax, invoice["total_excluding_tax"] or 0)
    return Credit(subtotal=subtotal, discount=discount, tax=own_tax, lines=lines)


def _credited_line(invoice: Json, given: Json, where: str) -> Json:
    if given["type"] == "custom_line_item":
        if "unit_amount" not in given:
            raise invalid(f"Missing required param: {where}[unit_amount].", code="parameter_missing")
        quantity = given.get("quantity", 1)
        return {
            "amount": given["unit_amount"] * quantity,
            "description": given.get("description"),
            "quantity": quantity,
            "type": "custom_line_item",
            "unit_amount": given["unit_amount"],
        }
    line = next((x for x in invoice["lines"]["data"] if x["id"] == given.get("invoice_line_item")), None)
    if line is None:
        raise resource_missing(
            "line_item", str(given.get("invoice_line_item")), param=f"{where}[invoice_line_item]", status=400
        )
    if ("amount" in given) == ("quantity" in given):
        raise invalid("You may only specify one of these parameters: amount, quantity.", param=where)
    whole = line["quantity"] or 1
    amount = given["amount"] if "amount" in given else _rounded(line["amount"] * given["quantity"], whole)
    if not 0 < amount <= line["amount"]:
        raise StripeRefusal(400, "The amount to credit is more than the line item's.", param=where)
    return {
        "amount": amount,
        "description": line["description"],
        "invoice_line_item": line["id"],
        "quantity": given.get("quantity"),
        "type": "invoice_line_item",
    }


def _linked_refund(books: StripeBooks, invoice: Json, entry: Json) -> tuple[str, int]:
    """A refund made before, which the note is to document."""
    refund = wanted(books, entry.get("refund", ""), "refund", param="refunds")
    charge = books.charge_of(invoice)
    if charge is None or refund["charge"] != charge["id"]:
        raise StripeRefusal(
            400, f"The refund {refund['id']} does not belong to this invoice.", param="refunds"
        )
    taken = sum(
        part["amount_refunded"]
        for note in books.all("credit_note", invoice=invoice["id"])
        for part in note["refunds"]
        if part["refund"] == refund["id"]
    )
    amount: int = entry["amount_refunded"] if "amount_refunded" in entry else refund["amount"]
    if amount + taken > refund["amount"]:
        raise StripeRefusal(
            400, f"The refund {refund['id']} is already linked to a credit note.", param="refunds"
        )
    return refund["id"], amount


def _creditable(books: StripeBooks, invoice: Json, linked: set[str]) -> int:
    """What is left to credit: less earlier notes, and less refunds that no note accounts for."""
    notes = books.all("credit_note", invoice=invoice["id"])
    documented = linked | {part["refund"] for note in notes for part in note["refunds"]}
    charge = books.charge_of(invoice)
    refunds = books.all("refund", charge=charge["id"]) if charge else []
    bare = sum(
        r["amount"]
        for r in refunds
        if r["id"] not in documented and r["status"] not in ("failed", "canceled")
    )
    return int(invoice["total"] - bare - sum(note["total"] for note in notes))


def _rounded(product: int, whole: int) -> int:
    return (2 * product + whole) // (2 * whole) if whole else 0


# ------------------------------------------------------------------ the customer's balance
def create_balance_transaction(books: StripeBooks, call: Call) -> Json:
    only(call, "amount", "currency", "description", "metadata")
    customer = wanted(books, call.ids["customer"], "customer", param="customer")
    metadata = merged_metadata({}, call.params.get("metadata"))
    amount, currency = call.params["amount"], call.params["currency"]
    if amount == 0:
        raise invalid("Invalid non-zero integer", param="amount", code="parameter_invalid_integer")
    if customer["currency"] not in (None, currency):
        raise invalid(
            "You cannot combine currencies on a single customer. This customer has had a subscription, coupon, or "
            f"invoice item with currency {customer['currency']}",
            param="currency",
        )
    with told_as(books, "customer.updated", customer):
        entry = books.balance(
            customer,
            amount,
            at=books.world.now(),
            currency=currency,
            description=call.params.get("description"),
            metadata=metadata,
        )
    return books.shown(entry, call.params.get("expand", ()))
