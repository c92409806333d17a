"""Invoices: their lines, discounts, taxes, payments and credit notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from integrations.sandbox.stripe_contract import Json
from integrations.sandbox.stripe_payments import MERCHANT, Attempt, StripePayments
from integrations.sandbox.stripe_store import Ref, id_of, page_of, timestamp

RETRIES_AFTER_DAYS = (3, 5, 7)
"""How long Stripe waits after the first, second and any further declined attempt."""


@dataclass(frozen=True)
class Bill:
    """What an invoice is made for."""

    reason: str = "manual"
    subscription: Json | None = None
    prorated_at: datetime | None = None
    collection_method: str = "charge_automatically"
    days_until_due: int = 30
    discounts: Sequence[str] = ()
    tax_percent: float = 0
    period: tuple[int, int] | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Credit:
    """What a credit note gives back, and how. `refunds` are ids and how much of each belongs to it; `tax`
    comes on top of `subtotal` less `discount`."""

    subtotal: int
    lines: Sequence[Json]
    discount: int = 0
    tax: int = 0
    refunds: Sequence[tuple[str, int]] = ()
    to_balance: int = 0
    out_of_band: int = 0
    reason: str | None = None
    memo: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.subtotal - self.discount + self.tax


class StripeInvoicing(StripePayments):
    # -------------------------------------------------------------- making
    def invoice(
        self,
        customer: Ref,
        amount: int,
        *,
        at: datetime,
        description: str,
        currency: str = "usd",
        collection_method: str = "send_invoice",
        days_until_due: int = 30,
        tax_percent: float = 0,
        metadata: Mapping[str, str] | None = None,
    ) -> Json:
        """An invoice without a subscription, open: pay it with `pay_invoice`."""
        item = self.invoice_item(customer, amount, at=at, description=description, currency=currency)
        return self._bill(
            self.get(customer),
            [self._line_of_item(item)],
            at,
            Bill(
                collection_method=collection_method,
                days_until_due=days_until_due,
                tax_percent=tax_percent,
                metadata=metadata or {},
            ),
        )

    def invoice_item(
        self,
        customer: Ref,
        amount: int,
        *,
        at: datetime,
        description: str,
        currency: str = "usd",
        subscription: Ref | None = None,
        quantity: int = 1,
        **details: Any,
    ) -> Json:
        """Something for the next invoice of the customer, or of one subscription."""
        now = timestamp(at)
        parent = None
        if subscription:
            parent = {
                "type": "subscription_details",
                "subscription_details": {"subscription": id_of(subscription), "subscription_item": None},
            }
        return self.make(
            "invoiceitem",
            **{
                "amount": amount,
                "currency": currency,
                "customer": id_of(customer),
                "date": now,
                "description": description,
                "discountable": True,
                "discounts": [],
                "metadata": {},
                "net_amount": amount,
                "parent": parent,
                "period": {"start": now, "end": now},
                "quantity": quantity,
                "quantity_decimal": str(quantity),
                "tax_rates": [],
                **details,
            },
        )

    def _line(
        self, amount: int, currency: str, description: str, period: tuple[int, int], **details: Any
    ) -> Json:
        return self.unkept(
            "line_item",
            **{
                "amount": amount,
                "currency": currency,
                "description": description,
                "discountable": True,
                "discount_amounts": [],
                "metadata": {},
                "period": {"start": period[0], "end": period[1]},
                "pretax_credit_amounts": [],
                "quantity": 1,
                "subtotal": amount,
                "taxes": [],
                **details,
            },
        )

    def _line_of_item(self, item: Json) -> Json:
        """An invoice item becomes a line; a proration keeps what it credits."""
        proration, sub = item["proration_details"], (item["parent"] or {}).get("subscription_details") or {}
        credited = ((proration or {}).get("credited_items") or {}).get("invoice_line_item_details")
        origin = {
            "invoice_item": item["id"],
            "proration": item["proration"],
            "proration_details": {"credited_items": credited},
            "subscription": sub.get("subscription"),
        }
        if sub.get("subscription_item"):
            kind, origin = (
                "subscription_item_details",
                {**origin, "subscription_item": sub["subscription_item"]},
            )
        else:
            kind = "invoice_item_details"
        return self._line(
            item["amount"],
            item["currency"],
            item["description"],
            (item["period"]["start"], item["period"]["end"]),
            discountable=item["discountable"],
            parent={
                "type": kind,
                "subscription_item_details": None,
                "invoice_item_details": None,
                kind: origin,
            },
            pricing=item["pricing"],
            quantity=item["quantity"],
            quantity_decimal=item["quantity_decimal"],
            subscription=sub.get("subscription"),
        )

    def _bill(self, customer: Json, lines: list[Json], at: datetime, bill: Bill) -> Json:
        """A finalized invoice: open, or already paid where nothing is due."""
        now, currency = timestamp(at), lines[0]["currency"] if lines else customer["currency"] or "usd"
        subtotal = sum(line["amount"] for line in lines)
        # Prorations are net of discounts already.
        discountable = sum(line["amount"] for line in lines if line["discountable"])
        discounts = self._discounts(bill.discounts, discountable, at)
        net = subtotal - sum(d["amount"] for d in discounts)
        tax = round(net * bill.tax_percent / 100)
        total = net + tax
        starting = customer["balance"]
        due = max(0, total + starting)
        sends = bill.collection_method == "send_invoice"
        period = bill.period or (now, now)
        sequence = customer["next_invoice_sequence"]
        invoice_id = self.new_id("invoice")
        for line in lines:
            line["invoice"] = invoice_id
        page = f"{self.account['id']}/test_{self.token('hosted', 40)}"
        made = self.make(
            "invoice",
            id=invoice_id,
            account_country=self.account["country"],
            account_name=MERCHANT,
            amount_due=due,
            amount_remaining=due,
            auto_advance=True,
            automatic_tax={"enabled": bool(tax), "status": "complete" if tax else None, "liability": {"type": "self"} if tax else None},
            billing_reason=bill.reason,
            collection_method=bill.collection_method,
            created=now,
            currency=currency,
            customer=customer["id"],
            customer_address=customer["address"],
            customer_email=customer["email"],
            customer_name=customer["name"],
            customer_phone=customer["phone"],
            customer_tax_exempt="none",
            discounts=list(bill.discounts),
            due_date=timestamp(at + timedelta(days=bill.days_until_due)) if sends else None,
            effective_at=now,
            ending_balance=total + starting - due,
            hosted_invoice_url=f"https://invoice.stripe.com/i/{page}?s=ap",
            invoice_pdf=f"https://pay.stripe.com/invoice/{page}/pdf?s=ap",
            issuer={"type": "self"},
            lines=page_of(lines, f"/v1/invoices/{invoice_id}/lines"),
            metadata=dict(bill.metadata),
            number=f"{customer['invoice_prefix']}-{sequence:04d}",
            parent=self._parent(bill),
            payment_settings={"default_mandate": None, "payment_method_options": None, "payment_method_types": None},
            period_start=period[0],
            period_end=period[1],
            starting_balance=starting,
            status="open",
            status_transitions={"finalized_at": now, "marked_uncollectible_at": None, "paid_at": None, "voided_at": None},
            subtotal=subtotal,
            subtotal_excluding_tax=subtotal,
            total=total,
            total_discount_amounts=discounts,
            total_excluding_tax=net,
            total_pretax_credit_amounts=[],
            total_taxes=_taxes(tax, net) if tax else [],
        )  # fmt: skip
        self.change(customer, next_invoice_sequence=sequence + 1, currency=currency)
        for line in lines:
            self._claim_item(line, made)
        if used := due - total:
            self.balance(customer, -used, at=at, currency=currency, kind="applied_to_invoice", invoice=made)
            # Only the credit or debt that this bill used up has gone; the rest stays.
            self.change(made, ending_balance=customer["balance"])
        if due == 0:
            self._mark_paid(made, 0, at)
        return made

    def _claim_item(self, line: Json, invoice: Json) -> None:
        parent = line["parent"] or {}
        origin = parent.get("invoice_item_details") or parent.get("subscription_item_details") or {}
        if origin.get("invoice_item"):
            self.change(origin["invoice_item"], invoice=invoice["id"])

    @staticmethod
    def _parent(bill: Bill) -> Json | None:
        if not bill.subscription:
            return None
        return {
            "type": "subscription_details",
            "quote_details": None,
            "subscription_details": {
                "metadata": dict(bill.subscription["metadata"]),
                "subscription": bill.subscription["id"],
                "subscription_proration_date": timestamp(bill.prorated_at) if bill.prorated_at else None,
            },
        }

    def _discounts(self, discounts: Sequence[str], subtotal: int, at: datetime) -> list[Json]:
        found = []
        for discount in map(self.get, discounts):
            if subtotal > 0 and (discount["end"] is None or discount["end"] > timestamp(at)):
                coupon = self.get(discount["source"]["coupon"])
                amount = coupon["amount_off"] or round(subtotal * (coupon["percent_off"] or 0) / 100)
                found.append({"amount": min(amount, subtotal), "discount": discount["id"]})
        return found

    # -------------------------------------------------------------- collecting
    def pay_invoice(
        self,
        invoice: Ref,
        *,
        at: datetime | None = None,
        card: Ref | None = None,
        off_stripe: bool = False,
    ) -> Json:
        """Pays what remains. `off_stripe`: a bank transfer the merchant noted by hand, no charge."""
        invoice = self.get(invoice)
        when = at or _moment(invoice["created"])
        amount = invoice["amount_remaining"]
        if off_stripe:
            self.change(invoice, amount_paid_off_stripe=amount)
            return self._mark_paid(invoice, amount, when)
        self._collect(invoice, when, card, Attempt("paid"))
        self._mark_paid(invoice, amount, when)
        payment = self.first("invoice_payment", invoice=invoice["id"])
        assert payment is not None
        self.change(
            payment,
            status="paid",
            amount_paid=amount,
            status_transitions={"canceled_at": None, "paid_at": timestamp(when)},
        )
        return invoice

    def fail_payment(
        self,
        invoice: Ref,
        *,
        at: datetime | None = None,
        decline_code: str = "insufficient_funds",
        attempts: int = 1,
        card: Ref | None = None,
        retries_go_on: bool = True,
    ) -> Json:
        """One or more attempts, days apart, all declined; the invoice stays open."""
        invoice = self.get(invoice)
        when = at or _moment(invoice["created"])
        for attempt in range(attempts):
            self._collect(invoice, when, card, Attempt("declined", decline_code))
            when += timedelta(days=RETRIES_AFTER_DAYS[min(attempt, len(RETRIES_AFTER_DAYS) - 1)])
        return self.change(invoice, next_payment_attempt=timestamp(when) if retries_go_on else None)

    def ask_for_confirmation(
        self, invoice: Ref, *, at: datetime | None = None, card: Ref | None = None
    ) -> Json:
        """The bank wants the customer to confirm (3-D Secure): nothing is charged until they do."""
        invoice = self.get(invoice)
        self._collect(invoice, at or _moment(invoice["created"]), card, Attempt("action"))
        return invoice

    def debit_on_its_way(self, invoice: Ref, *, at: datetime | None = None, card: Ref | None = None) -> Json:
        """A bank debit was started and takes days; the invoice stays open meanwhile."""
        invoice = self.get(invoice)
        self._collect(invoice, at or _moment(invoice["created"]), card, Attempt("pending"))
        return invoice

    def _collect(self, invoice: Json, at: datetime, card: Ref | None, attempt: Attempt) -> None:
        """All attempts at one invoice share one payment intent."""
        customer = self.get(invoice["customer"])
        intent = self.intent_of(invoice)
        if intent is None:
            intent = self._intent(
                customer, invoice["amount_remaining"], invoice["currency"], at, description=_purpose(invoice)
            )
            self.make(
                "invoice_payment",
                amount_requested=invoice["amount_remaining"],
                created=timestamp(at),
                currency=invoice["currency"],
                invoice=invoice["id"],
                is_default=True,
                payment={"type": "payment_intent", "payment_intent": intent["id"]},
                status="open",
                status_transitions={"canceled_at": None, "paid_at": None},
            )
        self._try(intent, at, self.get(card) if card else self._card_for(invoice, customer), attempt)
        self.change(
            invoice, attempted=True, attempt_count=invoice["attempt_count"] + 1, next_payment_attempt=None
        )

    def _card_for(self, invoice: Json, customer: Json) -> Json:
        """A subscription's own card goes before the customer's default one."""
        subscription = self.subscription_of(invoice)
        own = subscription["default_payment_method"] if subscription else None
        return self.get(own) if own else self._method_of(customer)

    def _mark_paid(self, invoice: Json, amount: int, at: datetime) -> Json:
        return self.change(
            invoice,
            status="paid",
            amount_paid=amount,
            amount_remaining=0,
            attempted=True,
            auto_advance=False,
            next_payment_attempt=None,
            status_transitions={**invoice["status_transitions"], "paid_at": timestamp(at)},
        )

    def void_invoice(self, invoice: Ref, *, at: datetime) -> Json:
        invoice = self.get(invoice)
        self._cancel_payment(invoice, at, "void_invoice")
        return self.change(
            invoice,
            status="void",
            auto_advance=False,
            next_payment_attempt=None,
            status_transitions={**invoice["status_transitions"], "voided_at": timestamp(at)},
        )

    def mark_uncollectible(self, invoice: Ref, *, at: datetime, reason: str = "max_payment_attempts") -> Json:
        invoice = self.get(invoice)
        return self.change(
            invoice,
            status="uncollectible",
            auto_advance=False,
            next_payment_attempt=None,
            status_details={"uncollectible": {"reason": reason}},
            status_transitions={**invoice["status_transitions"], "marked_uncollectible_at": timestamp(at)},
        )

    def _cancel_payment(self, invoice: Json, at: datetime, reason: str) -> None:
        intent = self.intent_of(invoice)
        payment = self.first("invoice_payment", invoice=invoice["id"])
        if intent and payment:
            self.change(
                intent,
                status="canceled",
                canceled_at=timestamp(at),
                cancellation_reason=reason,
                next_action=None,
            )
            transitions = {"canceled_at": timestamp(at), "paid_at": None}
            self.change(payment, status="canceled", status_transitions=transitions)

    # -------------------------------------------------------------- giving back on paper
    def credit_note(
        self,
        invoice: Ref,
        amount: int,
        *,
        at: datetime,
        refund: bool = False,
        to_balance: bool = False,
        reason: str | None = None,
    ) -> Json:
        """Of an open invoice: less to pay. Of a paid one: a refund, credit on the balance, or money given
        back outside of Stripe."""
        invoice = self.get(invoice)
        paid, charge = invoice["status"] == "paid", self.charge_of(invoice)
        refunds = [self.refund(charge, amount, at=at)] if refund and charge else []
        return self.issue_credit_note(
            invoice,
            Credit(
                subtotal=amount,
                lines=[
                    {"amount": amount, "description": "Credit", "quantity": 1, "type": "custom_line_item"}
                ],
                refunds=[(made["id"], amount) for made in refunds],
                to_balance=amount if to_balance else 0,
                out_of_band=amount if paid and not (refunds or to_balance) else 0,
                reason=reason,
            ),
            at=at,
        )

    def issue_credit_note(self, invoice: Json, credit: Credit, *, at: datetime) -> Json:
        """The document, the entry in the balance, and what the invoice then says. First it lowers what
        remains to be paid; the rest is what is given back of a payment."""
        total = credit.total
        before_payment = min(total, invoice["amount_remaining"])
        after_payment = total - before_payment
        note_id = self.new_id("credit_note")
        note = self.make(
            "credit_note",
            id=note_id,
            amount=total,
            created=timestamp(at),
            currency=invoice["currency"],
            customer=invoice["customer"],
            discount_amount=credit.discount,
            effective_at=timestamp(at),
            invoice=invoice["id"],
            lines=page_of(
                [self.unkept("credit_note_line_item", **line) for line in credit.lines],
                f"/v1/credit_notes/{note_id}/lines",
            ),
            memo=credit.memo,
            metadata=dict(credit.metadata),
            number=f"{invoice['number']}-CN-{len(self.all('credit_note', invoice=invoice['id'])) + 1:02d}",
            out_of_band_amount=credit.out_of_band or None,
            pdf=f"https://pay.stripe.com/credit_notes/{self.account['id']}/test_{self.token('pdf', 40)}/pdf?s=ap",
            post_payment_amount=after_payment,
            pre_payment_amount=before_payment,
            reason=credit.reason,
            refunds=[
                {"amount_refunded": amount, "refund": refund_id, "type": "refund"}
                for refund_id, amount in credit.refunds
            ],
            status="issued",
            subtotal=credit.subtotal,
            total=total,
            total_excluding_tax=total - credit.tax,
            total_taxes=_taxes(credit.tax, total - credit.tax) if credit.tax else [],
            type="pre_payment" if not after_payment else "mixed" if before_payment else "post_payment",
        )
        if credit.to_balance:
            entry = self.balance(
                invoice["customer"],
                -credit.to_balance,
                at=at,
                currency=invoice["currency"],
                kind="credit_note",
                invoice=invoice,
                credit_note=note,
            )
            self.change(note, customer_balance_transaction=entry["id"])
        if after_payment:
            credited = invoice["post_payment_credit_notes_amount"] + after_payment
            self.change(invoice, post_payment_credit_notes_amount=credited)
        if before_payment:
            self.change(
                invoice,
                amount_due=invoice["amount_due"] - before_payment,
                amount_remaining=invoice["amount_remaining"] - before_payment,
                pre_payment_credit_notes_amount=invoice["pre_payment_credit_notes_amount"] + before_payment,
            )
            if not invoice["amount_remaining"]:
                self._mark_paid(invoice, invoice["amount_paid"], at)
        return note

    # -------------------------------------------------------------- how they hang together
    def intent_of(self, invoice: Ref) -> Json | None:
        """The payment intent that collects an invoice."""
        payment = self.first("invoice_payment", invoice=id_of(invoice))
        return self.get(payment["payment"]["payment_intent"]) if payment else None

    def charge_of(self, invoice: Ref) -> Json | None:
        """The last charge made for an invoice, whether it succeeded or not."""
        intent = self.intent_of(invoice)
        return self.get(intent["latest_charge"]) if intent and intent["latest_charge"] else None

    def subscription_of(self, invoice: Json) -> Json | None:
        details = (invoice["parent"] or {}).get("subscription_details")
        return self.find(details["subscription"]) if details else None

    def invoices_of(self, subscription: Ref) -> list[Json]:
        """Newest first."""
        wanted = id_of(subscription)
        found = []
        for invoice in self.all("invoice"):
            details = (invoice["parent"] or {}).get("subscription_details")
            if details and details["subscription"] == wanted:
                found.append(invoice)
        return found

    def latest_invoice(self, subscription: Ref) -> Json:
        return self.get(self.get(subscription)["latest_invoice"])

    def first_invoice(self, subscription: Ref) -> Json:
        return self.invoices_of(subscription)[-1]

    def paid_charge(self, subscription: Ref) -> Json:
        """The newest successful charge for a subscription: what a refund would touch."""
        charges = [c for i in self.invoices_of(subscription) if (c := self.charge_of(i))]
        return next(charge for charge in charges if charge["status"] == "succeeded")


def _taxes(amount: int, taxable: int) -> list[Json]:
    return [
        {
            "amount": amount,
            "tax_behavior": "exclusive",
            "tax_rate_details": {"tax_rate": "txr_1SandboxStandardRate"},
            "taxability_reason": "standard_rated",
            "taxable_amount": taxable,
            "type": "tax_rate_details",
        }
    ]


def _purpose(invoice: Json) -> str:
    first = invoice["billing_reason"] == "subscription_create"
    return (
        "Subscription creation"
        if first
        else "Subscription update"
        if invoice["parent"]
        else "Payment for Invoice"
    )


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
