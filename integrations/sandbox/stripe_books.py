"""A Stripe account in memory, and the words to set one up.

Every builder makes what Stripe would have made: `subscribe` leaves a subscription with its item, a first
invoice with its line, the payment intent, the charge, the settlement and, on request, the finished
Checkout. References are objects or ids, times are aware datetimes, amounts are in minor units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from integrations.sandbox import stripe_ledger, stripe_overview
from integrations.sandbox.stripe_contract import Json
from integrations.sandbox.stripe_idempotency import SavedAnswers
from integrations.sandbox.stripe_store import Ref, id_of, page_of, timestamp
from integrations.sandbox.stripe_subscribing import ItemChange, StripeSubscribing, later, months_later

if TYPE_CHECKING:
    from integrations.sandbox.world import World

ENDED = ("canceled", "incomplete_expired")


class StripeBooks(StripeSubscribing):
    """`violations` are the requests that broke the contract; a test may demand that there are none.
    `forbidden_permissions` ("rak_dispute_read") are those the restricted key lacks. Objects younger than
    `search_lag` seconds are not found by search yet, as with Stripe's own index. `refunds_become` is the
    status of refunds made over the wire ("succeeded", "pending", "failed"), `declining` says which payment
    methods are declined and how (`books.declining[card["id"]] = "insufficient_funds"`). With
    `empty_previews` a preview of nothing to bill is an invoice over 0 instead of `invoice_upcoming_none`.
    `writes` are the requests that changed something, oldest first."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.violations: list[str] = []
        self.forbidden_permissions: set[str] = set()
        self.search_lag = 0.0
        self.undelivered: set[str] = set()
        self.entitled: dict[str, str] = {}
        self._features: dict[str, tuple[str, ...]] = {}
        self._locked_out: set[str] = set()
        self.refunds_become = "succeeded"
        self.declining: dict[str, str] = {}
        self.empty_previews = False
        self.writes: list[Json] = []
        self.saved_answers = SavedAnswers()
        self._request: Json = {"id": None, "idempotency_key": None}

    # -------------------------------------------------------------- requests
    @contextmanager
    def acting_on(self, request_id: str, idempotency_key: str | None) -> Iterator[None]:
        """Events made inside name the request that caused them."""
        before, self._request = self._request, {"id": request_id, "idempotency_key": idempotency_key}
        try:
            yield
        finally:
            self._request = before

    def prune_idempotency_keys(self) -> int:
        """A day has passed: Stripe knows no key any more. Returns how many it forgot."""
        return self.saved_answers.prune()

    def _remembered(self) -> Callable[[], None]:
        undo_objects = super()._remembered()
        undelivered, entitled = set(self.undelivered), dict(self.entitled)
        used, taxes = dict(self.used), dict(self._tax_percents)

        def undo() -> None:
            undo_objects()
            self.undelivered, self.entitled = undelivered, entitled
            self.used, self._tax_percents = used, taxes

        return undo

    # -------------------------------------------------------------- catalogue
    def product(
        self, name: str, *, features: Sequence[str] = (), metadata: Mapping[str, str] | None = None
    ) -> Json:
        """`features`: lookup keys of what its subscribers are entitled to."""
        created = timestamp(self.world.ago(days=900))
        made = self.make(
            "product",
            name=name,
            active=True,
            created=created,
            updated=created,
            type="service",
            metadata=dict(metadata or {}),
        )
        self._features[made["id"]] = tuple(features)
        return made

    def price(
        self,
        product: Ref,
        amount: int,
        currency: str = "usd",
        interval: str | None = "month",
        interval_count: int = 1,
        *,
        usage_type: str = "licensed",
        nickname: str | None = None,
        lookup_key: str | None = None,
    ) -> Json:
        """`interval` None is a one-off price; `usage_type` "metered" is billed afterwards, by use."""
        recurring = {
            "interval": interval,
            "interval_count": interval_count,
            "meter": f"mtr_test_61{self.token('meter', 18)}" if usage_type == "metered" else None,
            "trial_period_days": None,
            "usage_type": usage_type,
        }
        return self.make(
            "price",
            active=True,
            billing_scheme="per_unit",
            created=timestamp(self.world.ago(days=900)),
            currency=currency,
            lookup_key=lookup_key,
            metadata={},
            nickname=nickname,
            product=id_of(product),
            recurring=recurring if interval else None,
            tax_behavior="exclusive",
            type="recurring" if interval else "one_time",
            unit_amount=amount,
            unit_amount_decimal=str(amount),
        )

    def coupon(
        self,
        *,
        percent_off: float | None = None,
        amount_off: int | None = None,
        currency: str = "usd",
        months: int | None = None,
        name: str | None = None,
    ) -> Json:
        """For ever, or for so many months."""
        return self.make(
            "coupon",
            amount_off=amount_off,
            created=timestamp(self.world.ago(days=500)),
            currency=currency if amount_off else None,
            duration="repeating" if months else "forever",
            duration_in_months=months,
            metadata={},
            name=name,
            percent_off=percent_off,
            valid=True,
        )

    # -------------------------------------------------------------- subscribing
    def subscribe(
        self,
        customer: Ref,
        price: Ref,
        *,
        at: datetime,
        quantity: int = 1,
        also: Sequence[tuple[Ref, int]] = (),
        card: Ref | None = None,
        status: str = "active",
        decline_code: str = "insufficient_funds",
        trial_days: int = 0,
        coupon: Ref | None = None,
        tax_percent: float = 0,
        collection_method: str = "charge_automatically",
        days_until_due: int = 30,
        checkout: bool = False,
        own_card: bool = False,
        description: str | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> Json:
        """A subscription with its first invoice.

        `status`: "active" (paid), "incomplete" or "incomplete_expired" (the first payment was declined);
        with `trial_days` it is trialing. `also`: further items (price, quantity). `own_card`: the card is
        set on the subscription itself, where it goes before the customer's default. With `send_invoice`
        the first invoice stays open until `pay_invoice`.
        """
        owner = self.get(customer)
        prices = [(self.get(price), quantity), *((self.get(p), q) for p, q in also)]
        start = timestamp(at)
        trial_end = at + timedelta(days=trial_days) if trial_days else None
        end = timestamp(trial_end or later(at, prices[0][0]))
        subscription_id = self.new_id("subscription")
        items = [self._item(subscription_id, p, q, start, end) for p, q in prices]
        sends = collection_method == "send_invoice"
        subscription = self.make(
            "subscription",
            id=subscription_id,
            billing_cycle_anchor=end if trial_end else start,
            billing_mode={"type": "flexible", "flexible": {"proration_discounts": "included"}},
            cancellation_details={"comment": None, "feedback": None, "reason": None},
            collection_method=collection_method,
            created=start,
            currency=prices[0][0]["currency"],
            customer=owner["id"],
            days_until_due=days_until_due if sends else None,
            default_payment_method=id_of(card) if card and own_card else None,
            description=description,
            discounts=[],
            invoice_settings={"account_tax_ids": None, "issuer": {"type": "self"}},
            items=page_of(items, f"/v1/subscription_items?subscription={subscription_id}"),
            metadata=dict(metadata or {}),
            payment_settings={"payment_method_options": None, "payment_method_types": None, "save_default_payment_method": "off"},
            start_date=start,
            status="trialing" if trial_end else "active",
            trial_settings={"end_behavior": {"missing_payment_method": "create_invoice"}},
            trial_start=start if trial_end else None,
            trial_end=end if trial_end else None,
        )  # fmt: skip
        self._tax_percents[subscription_id] = tax_percent
        if coupon:
            self.give_discount(subscription, coupon, at=at)
        invoice = self._bill_period(subscription, at, "subscription_create", tax_percent=tax_percent)
        if status == "active" and not sends and invoice["status"] == "open":
            self.pay_invoice(invoice, at=at, card=card)
        elif status.startswith("incomplete"):
            self.fail_payment(invoice, at=at, decline_code=decline_code, card=card, retries_go_on=False)
            self.change(subscription, status="incomplete")
            if status == "incomplete_expired":
                self.expire_incomplete(subscription)
        self._grant_features(owner)
        if checkout:
            self.checkout(
                owner, price, at=at - timedelta(minutes=3), status="complete", subscription=subscription
            )
        return subscription

    def give_discount(self, subscription: Ref, coupon: Ref, *, at: datetime) -> Json:
        subscription, coupon = self.get(subscription), self.get(coupon)
        months = coupon["duration_in_months"]
        discount = self.make(
            "discount",
            customer=subscription["customer"],
            end=timestamp(months_later(at, months)) if months else None,
            source={"type": "coupon", "coupon": coupon["id"]},
            start=timestamp(at),
            subscription=subscription["id"],
        )
        return self.change(subscription, discounts=[*subscription["discounts"], discount["id"]])

    # -------------------------------------------------------------- time passes
    def renew(
        self,
        subscription: Ref,
        at: datetime | None = None,
        *,
        usage: int = 0,
        tax_percent: float = 0,
        card: Ref | None = None,
        paid: bool = True,
    ) -> Json:
        """The next period begins (at its due time) and is paid; `usage` is what metered items counted.
        Ends a trial. Returns the invoice."""
        subscription = self.get(subscription)
        when = at or self.period_end(subscription)
        invoice = self._next_period(subscription, when, usage, tax_percent)
        if (
            paid
            and invoice["status"] == "open"
            and subscription["collection_method"] == "charge_automatically"
        ):
            self.pay_invoice(invoice, at=when, card=card)
        return invoice

    def renew_until_now(self, subscription: Ref, *, usage: int = 0, tax_percent: float = 0) -> Json:
        """All renewals that are due by now, each paid. Returns the subscription."""
        while self.period_end(subscription) <= self.world.now():
            self.renew(subscription, usage=usage, tax_percent=tax_percent)
        return self.get(subscription)

    def fail_renewal(
        self,
        subscription: Ref,
        at: datetime | None = None,
        *,
        decline_code: str = "insufficient_funds",
        attempts: int = 1,
        status: str = "past_due",
        usage: int = 0,
        card: Ref | None = None,
    ) -> Json:
        """The next period begins and its payment is declined. `status`: "past_due" while retries go on, or
        the end of them: "unpaid", "canceled". Returns the invoice."""
        subscription = self.get(subscription)
        when = at or self.period_end(subscription)
        invoice = self._next_period(subscription, when, usage, 0)
        self.fail_payment(
            invoice,
            at=when,
            decline_code=decline_code,
            attempts=attempts,
            card=card,
            retries_go_on=status == "past_due",
        )
        self.change(subscription["customer"], delinquent=True)
        self.change(subscription, status=status)
        if status == "canceled":
            self.cancel(subscription, self.world.now(), reason="payment_failed")
        return invoice

    def require_action(
        self, subscription: Ref, at: datetime | None = None, *, card: Ref | None = None
    ) -> Json:
        """The next period begins and the bank wants the customer to confirm. Returns the invoice."""
        subscription = self.get(subscription)
        when = at or self.period_end(subscription)
        invoice = self.ask_for_confirmation(self._next_period(subscription, when, 0, 0), at=when, card=card)
        self.change(subscription, status="past_due")
        return invoice

    def expire_incomplete(self, subscription: Ref) -> Json:
        """The first payment did not come within 23 hours."""
        subscription = self.get(subscription)
        at = datetime.fromtimestamp(subscription["created"], UTC) + timedelta(hours=23)
        self.void_invoice(subscription["latest_invoice"], at=at)
        return self.change(subscription, status="incomplete_expired", ended_at=timestamp(at))

    def change_items(
        self,
        subscription: Json,
        changes: Sequence[ItemChange],
        at: datetime,
        *,
        behavior: str = "create_prorations",
        prorated_at: datetime | None = None,
    ) -> Json | None:
        invoice = super().change_items(subscription, changes, at, behavior=behavior, prorated_at=prorated_at)
        self._grant_features(self.get(subscription["customer"]))
        return invoice

    # -------------------------------------------------------------- ending and pausing
    def cancel(
        self,
        subscription: Ref,
        at: datetime,
        *,
        reason: str = "cancellation_requested",
        feedback: str | None = None,
        comment: str | None = None,
    ) -> Json:
        """At once. Open invoices are no longer collected, as with Stripe."""
        subscription = self.get(subscription)
        for invoice in self.invoices_of(subscription):
            if invoice["status"] in ("open", "draft"):
                self.change(invoice, auto_advance=False, next_payment_attempt=None)
        self.change(
            subscription,
            status="canceled",
            cancel_at_period_end=False,
            canceled_at=timestamp(at),
            ended_at=timestamp(at),
            cancellation_details={"comment": comment, "feedback": feedback, "reason": reason},
        )
        self._grant_features(self.get(subscription["customer"]))
        return subscription

    def cancel_at_period_end(
        self, subscription: Ref, at: datetime, *, feedback: str | None = None, comment: str | None = None
    ) -> Json:
        details = {"comment": comment, "feedback": feedback, "reason": "cancellation_requested"}
        return self.change(
            subscription,
            cancel_at_period_end=True,
            cancel_at=timestamp(self.period_end(subscription)),
            canceled_at=timestamp(at),
            cancellation_details=details,
        )

    def pause_collection(
        self, subscription: Ref, *, behavior: str = "void", resumes_at: datetime | None = None
    ) -> Json:
        """Still active, but its invoices are not collected."""
        resumes = timestamp(resumes_at) if resumes_at else None
        return self.change(subscription, pause_collection={"behavior": behavior, "resumes_at": resumes})

    def pause(self, subscription: Ref, at: datetime, *, why: str = "pause_requested") -> Json:
        """Status "paused": no invoices at all. `why`: "trial_end_without_payment_method", ..."""
        details = {"subscription": {"type": why}, "transitioned_at": timestamp(at), "type": "subscription"}
        return self.change(subscription, status="paused", status_details={"paused": details})

    def schedule(self, subscription: Ref, next_price: Ref, *, quantity: int = 1) -> Json:
        """Another price from the next period on."""
        subscription, price = self.get(subscription), self.get(next_price)
        item = subscription["items"]["data"][0]
        start, end = item["current_period_start"], item["current_period_end"]
        until = timestamp(later(datetime.fromtimestamp(end, UTC), price))
        made = self.make(
            "subscription_schedule",
            billing_mode={"type": "flexible"},
            created=timestamp(self.world.now()),
            current_phase={"start_date": start, "end_date": end},
            customer=subscription["customer"],
            end_behavior="release",
            metadata={},
            phases=[
                _phase(start, end, item["price"], item["quantity"]),
                _phase(end, until, price, quantity),
            ],
            status="active",
            subscription=subscription["id"],
        )
        self.change(subscription, schedule=made["id"])
        return made

    # -------------------------------------------------------------- checkout
    def checkout(
        self,
        customer: Ref | None,
        price: Ref,
        *,
        at: datetime,
        status: str = "open",
        email: str | None = None,
        quantity: int = 1,
        subscription: Ref | None = None,
        recovery: bool = False,
    ) -> Json:
        """A Checkout Session: "open", "expired" (abandoned) or "complete". Without a customer, `email` is
        what the visitor typed. `recovery`: an expired one carries a link to go on."""
        owner = self.get(customer) if customer else None
        price = self.get(price)
        paid_for = self.get(subscription) if subscription else None
        invoice = self.get(paid_for["latest_invoice"]) if paid_for and paid_for["latest_invoice"] else None
        amount = invoice["total"] if invoice else price["unit_amount"] * quantity
        complete = status == "complete"
        address = email or (owner["email"] if owner else None)
        session_id = self.new_id("checkout.session")
        expires = at + timedelta(hours=24)
        recover: Json = {"allow_promotion_codes": False, "enabled": recovery, "expires_at": None, "url": None}
        if recovery and status == "expired":
            recover |= {
                "expires_at": timestamp(expires + timedelta(days=30)),
                "url": f"https://buy.stripe.com/r/test_{self.token('recovery', 30)}",
            }
        return self.make(
            "checkout.session",
            id=session_id,
            after_expiration={"recovery": recover},
            amount_subtotal=amount,
            amount_total=amount,
            cancel_url="https://northwindnotes.example/pricing",
            created=timestamp(at),
            currency=price["currency"],
            customer=owner["id"] if owner else None,
            customer_details={"address": None, "email": address, "name": owner["name"] if owner else None, "phone": None, "tax_exempt": "none", "tax_ids": None} if address else None,
            customer_email=None if owner else email,
            expires_at=timestamp(expires),
            invoice=invoice["id"] if complete and invoice else None,
            metadata={},
            mode="subscription" if price["recurring"] else "payment",
            payment_method_types=["card"],
            payment_status=("paid" if amount else "no_payment_required") if complete else "unpaid",
            status=status,
            subscription=paid_for["id"] if complete and paid_for else None,
            success_url="https://northwindnotes.example/welcome",
            total_details={"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
            ui_mode="hosted_page",
            url=f"https://checkout.stripe.com/c/pay/{session_id}" if status == "open" else None,
        )  # fmt: skip

    # -------------------------------------------------------------- what the merchant set up
    def portal(
        self,
        *,
        cancel: bool = False,
        cancel_mode: str = "at_period_end",
        login_page: bool = True,
        update: bool = False,
        quantity: bool = False,
        payment_method_update: bool = True,
        invoice_history: bool = True,
        customer_update: bool = True,
        pause: bool = False,
        active: bool = True,
        default: bool = True,
    ) -> Json:
        """The default configuration of the customer portal; called again it replaces the one before. With
        `default` False it is one more, to be named when a session is made."""
        if default:
            self.no_portal()
        updates = (["price"] if update else []) + (["quantity"] if quantity else [])
        reasons = ["too_expensive", "missing_features", "switched_service", "unused", "other"]
        now = timestamp(self.world.ago(days=700))
        return self.make(
            "billing_portal.configuration",
            active=active,
            business_profile={"headline": None, "privacy_policy_url": None, "terms_of_service_url": None},
            created=now,
            updated=now,
            default_return_url="https://northwindnotes.example/account",
            features={
                "customer_update": {
                    "enabled": customer_update,
                    "allowed_updates": ["email", "address", "tax_id"],
                },
                "invoice_history": {"enabled": invoice_history},
                "payment_method_update": {
                    "enabled": payment_method_update,
                    "payment_method_configuration": None,
                },
                "subscription_cancel": {
                    "enabled": cancel,
                    "mode": cancel_mode,
                    "proration_behavior": "none",
                    "cancellation_reason": {"enabled": cancel, "options": reasons},
                },
                "subscription_pause": {
                    "enabled": pause,
                    "duration": {"type": "indefinite", "interval_options": []},
                },
                "subscription_update": {
                    "enabled": bool(updates),
                    "default_allowed_updates": updates,
                    "proration_behavior": "create_prorations",
                    "schedule_at_period_end": {"conditions": []},
                    "trial_update_behavior": "end_trial",
                    "billing_cycle_anchor": None,
                    "products": None,
                },
            },
            is_default=default,
            login_page={
                "enabled": login_page,
                "url": f"https://billing.stripe.com/p/login/test_{self.token('login', 18)}"
                if login_page
                else None,
            },
            metadata={},
        )

    def no_portal(self) -> None:
        for configuration in self.all("billing_portal.configuration"):
            self._forget(configuration)

    def entitle(self, customer: Ref, lookup_key: str, name: str | None = None) -> Json:
        """The customer may use a feature. What the product asks Stripe for before it lets somebody in."""
        feature = self.first("entitlements.feature", lookup_key=lookup_key) or self.make(
            "entitlements.feature", active=True, lookup_key=lookup_key, metadata={}, name=name or lookup_key
        )
        made = self.make("entitlements.active_entitlement", feature=feature["id"], lookup_key=lookup_key)
        # Stripe's object does not say whose it is: only the list call does.
        self.entitled[made["id"]] = id_of(customer)
        return made

    def _grant_features(self, customer: Json) -> None:
        """Entitlements follow from the products of live subscriptions, as with Stripe."""
        wanted: set[str] = set()
        for subscription in self.all("subscription", customer=customer["id"]):
            if subscription["status"] not in (*ENDED, "incomplete", "paused"):
                for item in subscription["items"]["data"]:
                    wanted.update(self._features.get(item["price"]["product"], ()))
        if customer["id"] in self._locked_out:
            wanted.clear()
        for held in self.all("entitlements.active_entitlement"):
            if self.entitled[held["id"]] == customer["id"]:
                if held["lookup_key"] in wanted:
                    wanted.remove(held["lookup_key"])
                else:
                    self._forget(held)
        for lookup_key in sorted(wanted):
            self.entitle(customer, lookup_key)

    def lock_out(self, customer: Ref) -> None:
        """The customer pays but is entitled to nothing: the failure that makes people angry."""
        self._locked_out.add(id_of(customer))
        self._grant_features(self.get(customer))

    def event(
        self,
        kind: str,
        about: Ref,
        *,
        at: datetime,
        delivered: bool = True,
        before: Json | None = None,
    ) -> Json:
        """`before`: the fields that changed, with what they were."""
        data: Json = {"object": self._plain(self.get(about))}
        if before is not None:
            data["previous_attributes"] = before
        made = self.make(
            "event",
            api_version=None,
            created=timestamp(at),
            data=data,
            pending_webhooks=0 if delivered else 1,
            request=dict(self._request),
            type=kind,
        )
        if not delivered:
            self.undelivered.add(made["id"])
        return made

    def undelivered_event(self, kind: str, about: Ref, *, at: datetime) -> Json:
        """The merchant's own server did not take this webhook."""
        return self.event(kind, about, at=at, delivered=False)

    # -------------------------------------------------------------- small answers
    def overview(self) -> Json:
        """What the account holds now, compact and readable."""
        return stripe_overview.overview(self)

    def ledger(self) -> Json:
        """What was given back, ended and handed out, compact: what Stripe holds, for tests to count."""
        return stripe_ledger.ledger(self)


def _phase(start: int, end: int, price: Json, quantity: int) -> Json:
    return {
        "add_invoice_items": [],
        "currency": price["currency"],
        "discounts": [],
        "end_date": end,
        "items": [{"discounts": [], "plan": price["id"], "price": price["id"], "quantity": quantity, "metadata": {}, "tax_rates": []}],
        "metadata": {},
        "proration_behavior": "create_prorations",
        "start_date": start,
    }  # fmt: skip
