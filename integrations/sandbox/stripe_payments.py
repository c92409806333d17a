"""Customers and their money: cards, payments, refunds, disputes, balances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from integrations.money import minor_digits
from integrations.sandbox.stripe_contract import Json
from integrations.sandbox.stripe_store import Ref, StripeStore, id_of, timestamp

if TYPE_CHECKING:
    from integrations.sandbox.world import World

MERCHANT = "Northwind Notes"
DESCRIPTOR = "NORTHWIND NOTES"
DISPUTE_FEE = 1500


@dataclass(frozen=True)
class Decline:
    """What Stripe reports for a decline code: card error code, whether to try again, what the page says."""

    code: str
    advice: str | None
    message: str
    network_code: str | None = None
    blocked: bool = False


DECLINES: Mapping[str, Decline] = {
    "generic_decline": Decline("card_declined", "try_again_later", "Your card was declined.", "05"),
    "do_not_honor": Decline("card_declined", "try_again_later", "Your card was declined.", "05"),
    "insufficient_funds": Decline(
        "card_declined", "try_again_later", "Your card has insufficient funds.", "51"
    ),
    "expired_card": Decline("expired_card", "confirm_card_data", "Your card has expired.", "54"),
    "incorrect_cvc": Decline("incorrect_cvc", "confirm_card_data", "Your card's security code is incorrect."),
    "lost_card": Decline("card_declined", "do_not_try_again", "Your card was declined.", "41"),
    "stolen_card": Decline("card_declined", "do_not_try_again", "Your card was declined.", "43"),
    "transaction_not_allowed": Decline(
        "card_declined", "do_not_try_again", "Your card does not support this purchase.", "57"
    ),
    "authentication_required": Decline(
        "authentication_required",
        None,
        "Your card was declined. This transaction requires authentication.",
        "1A",
    ),
    "fraudulent": Decline("card_declined", None, "Your card was declined.", blocked=True),
}


@dataclass(frozen=True)
class Attempt:
    """How one try to collect money ended. `result` is "paid", "declined", "pending" (a bank debit on its
    way), "action" (the bank wants the customer to confirm) or "held" (authorised, not captured)."""

    result: str = "paid"
    decline_code: str | None = None
    dispute_risk: str = "normal"


class StripePayments(StripeStore):
    def __init__(self, world: World) -> None:
        super().__init__(world)
        with self.told_by("account"):
            self.account = self.make(
                "account",
                business_profile={"name": MERCHANT, "support_email": "help@northwindnotes.example", "url": "https://northwindnotes.example"},
                charges_enabled=True,
                country="US",
                default_currency="usd",
                details_submitted=True,
                email="owner@northwindnotes.example",
                payouts_enabled=True,
                settings=self._account_settings(),
                type="standard",
            )  # fmt: skip

    def _account_settings(self) -> Json:
        settings: Json = self.contract.blank("account", "settings")
        settings["dashboard"] |= {"display_name": MERCHANT, "timezone": "America/New_York"}
        settings["payments"] |= {"statement_descriptor": DESCRIPTOR}
        return settings

    # -------------------------------------------------------------- who pays, with what
    def customer(
        self,
        email: str | None,
        name: str | None = None,
        *,
        created: datetime | None = None,
        metadata: Mapping[str, str] | None = None,
        phone: str | None = None,
        country: str | None = None,
        locale: str | None = None,
    ) -> Json:
        return self.make(
            "customer",
            email=email,
            name=name,
            created=timestamp(created or self.world.ago(days=400)),
            metadata=dict(metadata or {}),
            phone=phone,
            address={"country": country, "city": None, "line1": None, "line2": None, "postal_code": None, "state": None} if country else None,
            preferred_locales=[locale] if locale else [],
            balance=0,
            delinquent=False,
            invoice_prefix=self.token("invoice prefix", 8, "0123456789ABCDEF"),
            next_invoice_sequence=1,
            invoice_settings={"custom_fields": None, "default_payment_method": None, "footer": None, "rendering_options": None},
            tax_exempt="none",
            livemode=False,
        )  # fmt: skip

    def delete_customer(self, customer: Ref) -> Json:
        """Deleted customers can still be retrieved by id, as a stub; their charges stay. Subscriptions end."""
        for subscription in self.all("subscription", customer=id_of(customer)):
            if subscription["status"] not in ("canceled", "incomplete_expired"):
                now = timestamp(self.world.now())
                self.change(subscription, status="canceled", canceled_at=now, ended_at=now)
        # Straight into the store: the stub has other fields than the contract's customer.
        self.get(customer)["deleted"] = True
        return self.get(customer)

    def card(
        self,
        customer: Ref | None = None,
        last4: str = "4242",
        brand: str = "visa",
        *,
        like: Ref | None = None,
        fingerprint: str | None = None,
        exp: tuple[int, int] = (12, 2028),
        country: str = "US",
        wallet: str | None = None,
        wallet_last4: str | None = None,
        created: datetime | None = None,
        default: bool = True,
    ) -> Json:
        """`like` another card: the same piece of plastic on file a second time, same fingerprint."""
        details = self.get(like)["card"] if like else {
            "brand": brand,
            "checks": {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
            "country": country,
            "display_brand": brand,
            "exp_month": exp[0],
            "exp_year": exp[1],
            "fingerprint": fingerprint or self.token("fingerprint", 16),
            "funding": "credit",
            "generated_from": None,
            "last4": last4,
            "networks": {"available": [brand], "preferred": None},
            "regulated_status": "unregulated",
            "three_d_secure_usage": {"supported": True},
            "wallet": {"type": wallet, "dynamic_last4": wallet_last4, wallet: {}} if wallet else None,
        }  # fmt: skip
        return self._on_file(customer, "card", dict(details), created, default)

    def bank_account(
        self,
        customer: Ref | None = None,
        kind: str = "sepa_debit",
        last4: str = "3000",
        *,
        created: datetime | None = None,
        default: bool = True,
    ) -> Json:
        """A direct debit: `sepa_debit` or `us_bank_account`; its payments stay pending for days."""
        fingerprint = self.token("fingerprint", 16)
        details: Json = {"fingerprint": fingerprint, "last4": last4}
        if kind == "sepa_debit":
            details |= {"bank_code": "37040044", "branch_code": "", "country": "DE", "generated_from": None}
        else:
            details |= {
                "bank_name": "STRIPE TEST BANK",
                "account_type": "checking",
                "account_holder_type": "individual",
                "routing_number": "110000000",
            }
        return self._on_file(customer, kind, details, created, default)

    def _on_file(
        self, customer: Ref | None, kind: str, details: Json, created: datetime | None, default: bool
    ) -> Json:
        owner = self.get(customer) if customer else None
        method = self.make(
            "payment_method",
            type=kind,
            customer=owner["id"] if owner else None,
            created=timestamp(created)
            if created
            else (owner["created"] if owner else timestamp(self.world.now())),
            billing_details=self._billing_details(owner),
            metadata={},
            **{kind: details},
        )
        if owner and (default and not owner["invoice_settings"]["default_payment_method"]):
            self.use_by_default(owner, method)
        return method

    def use_by_default(self, customer: Ref, method: Ref) -> Json:
        settings = self.get(customer)["invoice_settings"]
        return self.change(customer, invoice_settings={**settings, "default_payment_method": id_of(method)})

    def detach(self, method: Ref) -> Json:
        """The card is taken off the customer; payments made with it keep its details."""
        method = self.get(method)
        if method["customer"]:
            owner = self.get(method["customer"])
            if owner["invoice_settings"]["default_payment_method"] == method["id"]:
                self.change(
                    owner, invoice_settings={**owner["invoice_settings"], "default_payment_method": None}
                )
        return self.change(method, customer=None)

    @staticmethod
    def _billing_details(owner: Json | None, email: str | None = None) -> Json:
        return {
            "address": owner["address"] if owner else None,
            "email": email or (owner["email"] if owner else None),
            "name": owner["name"] if owner else None,
            "phone": owner["phone"] if owner else None,
            "tax_id": None,
        }

    def _method_of(self, customer: Json | None) -> Json:
        """The customer's default way to pay; a card is put on file where there is none."""
        default = customer["invoice_settings"]["default_payment_method"] if customer else None
        return self.get(default) if default else self.card(customer)

    # -------------------------------------------------------------- payments outside of invoices
    def charge(
        self,
        customer: Ref | None,
        amount: int,
        *,
        at: datetime,
        currency: str = "usd",
        card: Ref | None = None,
        description: str | None = None,
        email: str | None = None,
        held: bool = False,
        pending: bool = False,
        metadata: Mapping[str, str] | None = None,
    ) -> Json:
        """A payment without an invoice. `held`: authorised, not captured. `pending`: a debit on its way."""
        result = "held" if held else "pending" if pending else "paid"
        return self._one_off(
            customer, amount, at, currency, card, description, email, metadata, Attempt(result)
        )

    def failed_charge(
        self,
        customer: Ref | None,
        amount: int,
        *,
        at: datetime,
        decline_code: str = "generic_decline",
        currency: str = "usd",
        card: Ref | None = None,
        description: str | None = None,
        email: str | None = None,
    ) -> Json:
        attempt = Attempt("declined", decline_code)
        return self._one_off(customer, amount, at, currency, card, description, email, None, attempt)

    def _one_off(
        self,
        customer: Ref | None,
        amount: int,
        at: datetime,
        currency: str,
        card: Ref | None,
        description: str | None,
        email: str | None,
        metadata: Mapping[str, str] | None,
        attempt: Attempt,
    ) -> Json:
        owner = self.get(customer) if customer else None
        intent = self._intent(
            owner, amount, currency, at, description=description, metadata=metadata, email=email
        )
        charge = self._try(intent, at, self.get(card) if card else self._method_of(owner), attempt)
        assert charge is not None
        return charge

    def _intent(
        self,
        customer: Json | None,
        amount: int,
        currency: str,
        at: datetime,
        *,
        description: str | None = None,
        metadata: Mapping[str, str] | None = None,
        email: str | None = None,
    ) -> Json:
        return self.make(
            "payment_intent",
            amount=amount,
            capture_method="automatic",
            client_secret=None,
            confirmation_method="automatic",
            created=timestamp(at),
            currency=currency,
            customer=customer["id"] if customer else None,
            description=description,
            metadata=dict(metadata or {}),
            payment_method_types=["card"],
            receipt_email=email,
            status="requires_payment_method",
        )

    def _try(self, intent: Json, at: datetime, method: Json, attempt: Attempt) -> Json | None:
        """One attempt to collect a payment; the charge, None where the bank asks the customer first."""
        if attempt.result == "action":
            self._ask_for_confirmation(intent, method)
            return None
        amount, failed = intent["amount"], attempt.result == "declined"
        decline = DECLINES[attempt.decline_code or "generic_decline"] if failed else None
        paid = attempt.result == "paid"
        charge = self.make(
            "charge",
            amount=amount,
            amount_captured=amount if paid else 0,
            billing_details=self._billing_details(
                self.find(intent["customer"] or ""), intent["receipt_email"]
            ),
            calculated_statement_descriptor=DESCRIPTOR,
            captured=attempt.result in ("paid", "pending"),
            created=timestamp(at),
            currency=intent["currency"],
            customer=intent["customer"],
            description=intent["description"],
            failure_code=decline.code if decline else None,
            failure_message=decline.message if decline else None,
            fraud_details={},
            metadata=dict(intent["metadata"]),
            outcome=self._outcome(attempt, decline),
            paid=not failed,
            payment_intent=intent["id"],
            payment_method=method["id"],
            payment_method_details=self._method_details(method),
            receipt_email=intent["receipt_email"],
            receipt_number=self._receipt_number() if paid and intent["receipt_email"] else None,
            receipt_url=f"https://pay.stripe.com/receipts/payment/{self.token('receipt', 60)}"
            if not failed
            else None,
            status="failed" if failed else "pending" if attempt.result == "pending" else "succeeded",
        )
        if paid:
            settled = self._settle(charge, amount, "charge", at, fee=_fee(amount, charge["currency"]))
            self.change(charge, balance_transaction=settled["id"])
        self.change(
            intent, latest_charge=charge["id"], **self._intent_after(attempt, amount, method, charge, decline)
        )
        return charge

    def _ask_for_confirmation(self, intent: Json, method: Json) -> None:
        decline = DECLINES["authentication_required"]
        self.change(
            intent,
            status="requires_action",
            payment_method=method["id"],
            next_action={
                "type": "use_stripe_sdk",
                "use_stripe_sdk": {
                    "type": "three_d_secure_redirect",
                    "three_d_secure_2_source": self.token("3ds", 24),
                },
            },
            last_payment_error={
                "type": "card_error",
                "code": decline.code,
                "decline_code": "authentication_required",
                "message": decline.message,
                "payment_method": self._plain(method),
            },
        )

    def _intent_after(
        self, attempt: Attempt, amount: int, method: Json, charge: Json, decline: Decline | None
    ) -> dict[str, Any]:
        if decline:
            return {
                "status": "requires_payment_method",
                "payment_method": None,
                "next_action": None,
                "last_payment_error": {
                    "type": "card_error",
                    "charge": charge["id"],
                    "code": decline.code,
                    "decline_code": attempt.decline_code,
                    "advice_code": decline.advice,
                    "network_decline_code": decline.network_code,
                    "message": decline.message,
                    "payment_method": self._plain(method),
                },
            }
        after: dict[str, Any] = {
            "payment_method": method["id"],
            "next_action": None,
            "last_payment_error": None,
        }
        match attempt.result:
            case "held":
                return {
                    **after,
                    "status": "requires_capture",
                    "amount_capturable": amount,
                    "capture_method": "manual",
                }
            case "pending":
                return {**after, "status": "processing", "payment_method_types": [method["type"]]}
        return {**after, "status": "succeeded", "amount_received": amount}

    @staticmethod
    def _outcome(attempt: Attempt, decline: Decline | None) -> Json:
        if decline and decline.blocked:
            return {
                "type": "blocked",
                "network_status": "not_sent_to_network",
                "reason": "highest_risk_level",
                "risk_level": "highest",
                "risk_score": 92,
                "seller_message": "Stripe blocked this payment as too risky.",
            }
        if decline:
            return {
                "type": "issuer_declined",
                "advice_code": decline.advice,
                "network_decline_code": decline.network_code,
                "network_status": "declined_by_network",
                "reason": attempt.decline_code,
                "risk_level": attempt.dispute_risk,
                "seller_message": f"The bank returned the decline code `{attempt.decline_code}`.",
            }
        return {
            "type": "authorized",
            "network_status": "approved_by_network",
            "reason": None,
            "risk_level": attempt.dispute_risk,
            "risk_score": 12,
            "seller_message": "Payment complete.",
        }

    @staticmethod
    def _method_details(method: Json) -> Json:
        kind = method["type"]
        kept = method[kind]
        if kind != "card":
            return {"type": kind, kind: {k: v for k, v in kept.items() if k != "generated_from"}}
        same = (
            "brand",
            "checks",
            "country",
            "exp_month",
            "exp_year",
            "fingerprint",
            "funding",
            "last4",
            "wallet",
        )
        return {"type": "card", "card": {**{k: kept[k] for k in same}, "network": kept["brand"]}}

    def _receipt_number(self) -> str:
        return (
            f"{self.token('receipt number', 4, '0123456789')}-{self.token('receipt number', 4, '0123456789')}"
        )

    def _settle(self, source: Json, amount: int, kind: str, at: datetime, *, fee: int = 0) -> Json:
        return self.make(
            "balance_transaction",
            amount=amount,
            available_on=timestamp(at + timedelta(days=2)),
            balance_type="payments",
            created=timestamp(at),
            currency=source["currency"],
            fee=fee,
            fee_details=[{"amount": fee, "application": None, "currency": source["currency"], "description": "Stripe processing fees", "type": "stripe_fee"}] if fee else [],
            net=amount - fee,
            reporting_category="dispute" if kind == "adjustment" else kind,
            source=source["id"],
            status="available",
            type=kind,
        )  # fmt: skip

    # -------------------------------------------------------------- money going back
    def refund(
        self,
        charge: Ref,
        amount: int | None = None,
        *,
        at: datetime,
        status: str = "succeeded",
        reason: str | None = "requested_by_customer",
        pending_reason: str | None = None,
        failure_reason: str | None = None,
        reference: str | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> Json:
        """All that is left of the charge, or a part. `status` "pending", "failed" (the money came back)..."""
        charge = self.get(charge)
        # A bank debit on its way can be refunded too: the refund then waits for it.
        whole = charge["amount"] if charge["status"] == "pending" else charge["amount_captured"]
        left = whole - charge["amount_refunded"]
        amount = left if amount is None else amount
        if amount > left:
            raise ValueError(f"{amount} is more than the {left} left of {charge['id']}")
        made = self.make(
            "refund",
            amount=amount,
            charge=charge["id"],
            created=timestamp(at),
            currency=charge["currency"],
            customer=charge["customer"],
            destination_details=self._destination(charge, status, reference),
            failure_reason=failure_reason or ("expired_or_canceled_card" if status == "failed" else None),
            metadata=dict(metadata or {}),
            payment_intent=charge["payment_intent"],
            payment_method=charge["payment_method"],
            pending_reason=pending_reason or ("processing" if status == "pending" else None),
            reason=reason,
            status=status,
        )
        self.change(made, balance_transaction=self._settle(made, -amount, "refund", at)["id"])
        if status == "failed":
            came_back = self._settle(made, amount, "refund_failure", at + timedelta(days=3))
            return self.change(made, failure_balance_transaction=came_back["id"])
        refunded = charge["amount_refunded"] + amount
        self.change(charge, amount_refunded=refunded, refunded=refunded == whole)
        return made

    def _destination(self, charge: Json, status: str, reference: str | None) -> Json | None:
        if charge["payment_method_details"]["type"] != "card":
            return None
        known = reference or (self.token("arn", 23, "0123456789") if status == "succeeded" else None)
        return {
            "type": "card",
            "card": {
                "type": "refund",
                "reference": known,
                "reference_status": "available" if known else "pending",
                "reference_type": "acquirer_reference_number",
            },
        }

    def dispute(
        self,
        charge: Ref,
        *,
        at: datetime,
        status: str = "needs_response",
        reason: str = "fraudulent",
        amount: int | None = None,
        due: datetime | None = None,
        refundable: bool | None = None,
    ) -> Json:
        """A chargeback, or an inquiry where the status starts with `warning_` (refundable by default)."""
        charge = self.get(charge)
        inquiry = status.startswith("warning_")
        card = charge["payment_method_details"]["card"]
        self.change(charge, disputed=True)
        made = self.make(
            "dispute",
            amount=amount or charge["amount"],
            charge=charge["id"],
            created=timestamp(at),
            currency=charge["currency"],
            evidence_details={
                "due_by": timestamp(due or at + timedelta(days=9)),
                "enhanced_eligibility": {},
                "has_evidence": False,
                "past_due": False,
                "submission_count": 0,
                "submission_method": "not_submitted",
            },
            is_charge_refundable=inquiry if refundable is None else refundable,
            network_reason_code="10.4" if reason == "fraudulent" else "13.1",
            payment_intent=charge["payment_intent"],
            payment_method_details={
                "type": "card",
                "card": {"brand": card["brand"], "case_type": "inquiry" if inquiry else "chargeback", "network": card["brand"]},
            },
            reason=reason,
            status=status,
        )  # fmt: skip
        if not inquiry:
            taken = self._settle(made, -made["amount"], "adjustment", at, fee=DISPUTE_FEE)
            self.change(made, balance_transactions=[taken])
        return made

    def fraud_warning(
        self,
        charge: Ref,
        *,
        at: datetime,
        actionable: bool = True,
        fraud_type: str = "unauthorized_use_of_card",
    ) -> Json:
        charge = self.get(charge)
        return self.make(
            "radar.early_fraud_warning",
            actionable=actionable,
            charge=charge["id"],
            created=timestamp(at),
            fraud_type=fraud_type,
            payment_intent=charge["payment_intent"],
        )

    def review(self, charge: Ref, *, at: datetime, reason: str = "rule") -> Json:
        """Stripe Radar holds the payment for a person to look at."""
        charge = self.get(charge)
        made = self.make(
            "review",
            charge=charge["id"],
            created=timestamp(at),
            open=True,
            opened_reason="rule",
            payment_intent=charge["payment_intent"],
            reason=reason,
        )
        self.change(charge, review=made["id"])
        return made

    # -------------------------------------------------------------- the customer's balance
    def balance(
        self,
        customer: Ref,
        amount: int,
        *,
        at: datetime,
        currency: str | None = None,
        kind: str = "adjustment",
        description: str | None = None,
        invoice: Ref | None = None,
        credit_note: Ref | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> Json:
        """Adds to the balance: a negative amount is credit for the customer."""
        owner = self.get(customer)
        used = currency or owner["currency"] or "usd"
        self.change(owner, balance=owner["balance"] + amount, currency=used)
        return self.make(
            "customer_balance_transaction",
            amount=amount,
            created=timestamp(at),
            credit_note=id_of(credit_note) if credit_note else None,
            currency=used,
            customer=owner["id"],
            description=description,
            ending_balance=owner["balance"],
            invoice=id_of(invoice) if invoice else None,
            metadata=dict(metadata or {}),
            type=kind,
        )


def _fee(amount: int, currency: str) -> int:
    """2.9 % and a fixed 30 cents, or what comes near it in a currency without cents."""
    return round(amount * 0.029) + (30 if minor_digits(currency) == 2 else 40)
