"""Subscriptions in time: their items, the periods they are billed for, and changes in the middle of one."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from integrations.money import Money
from integrations.sandbox.stripe_contract import Json
from integrations.sandbox.stripe_invoicing import Bill, StripeInvoicing
from integrations.sandbox.stripe_store import Ref, copied, timestamp

if TYPE_CHECKING:
    from integrations.sandbox.world import World


@dataclass(frozen=True)
class ItemChange:
    """What an item is to become: another price, another quantity. `item` None adds one, `deleted` ends one."""

    item: Json | None
    price: Json
    quantity: int
    deleted: bool = False


class StripeSubscribing(StripeInvoicing):
    """`used` says how much of a metered item (by its id) was used in the period that runs."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.used: dict[str, int] = {}
        self._tax_percents: dict[str, float] = {}

    # -------------------------------------------------------------- items and periods
    def _item(self, subscription_id: str, price: Json, quantity: int, start: int, end: int) -> Json:
        metered = price["recurring"]["usage_type"] == "metered"
        plan = self.unkept(
            "plan",
            id=price["id"],
            active=True,
            amount=price["unit_amount"],
            amount_decimal=price["unit_amount_decimal"],
            billing_scheme="per_unit",
            created=price["created"],
            currency=price["currency"],
            interval=price["recurring"]["interval"],
            interval_count=price["recurring"]["interval_count"],
            meter=price["recurring"]["meter"],
            metadata={},
            nickname=price["nickname"],
            product=price["product"],
            usage_type=price["recurring"]["usage_type"],
        )
        return self.unkept(
            "subscription_item",
            created=start,
            current_period_start=start,
            current_period_end=end,
            metadata={},
            plan=plan,
            price=copied(price),
            quantity=None if metered else quantity,
            subscription=subscription_id,
            tax_rates=[],
        )

    def _next_period(self, subscription: Json, at: datetime, usage: int, tax_percent: float) -> Json:
        before = subscription["items"]["data"][0]
        past = (before["current_period_start"], before["current_period_end"])
        anchor = datetime.fromtimestamp(subscription["billing_cycle_anchor"], UTC).day
        for item in subscription["items"]["data"]:
            item["current_period_start"] = timestamp(at)
            item["current_period_end"] = timestamp(later(at, item["price"], anchor))
        self.change(subscription, status="active")
        if tax_percent:
            self._tax_percents[subscription["id"]] = tax_percent
        return self._bill_period(
            subscription, at, "subscription_cycle", past=past, usage=usage, tax_percent=tax_percent
        )

    def _bill_period(
        self,
        subscription: Json,
        at: datetime,
        reason: str,
        *,
        past: tuple[int, int] | None = None,
        usage: int = 0,
        tax_percent: float = 0,
    ) -> Json:
        """The invoice for the period that begins, and for the use in the one that ended."""
        lines = [self._line_of_item(item) for item in self._pending_items(subscription)]
        lines += self._lines_of_period(subscription, past, usage)
        invoice = self._bill(
            self.get(subscription["customer"]),
            lines,
            at,
            Bill(
                reason=reason,
                subscription=subscription,
                collection_method=subscription["collection_method"],
                days_until_due=subscription["days_until_due"] or 30,
                discounts=subscription["discounts"],
                tax_percent=tax_percent,
                period=past,
            ),
        )
        self.change(subscription, latest_invoice=invoice["id"])
        return invoice

    def _lines_of_period(
        self, subscription: Json, past: tuple[int, int] | None = None, usage: int = 0
    ) -> list[Json]:
        lines = []
        for item in subscription["items"]["data"]:
            if item["quantity"] is not None:
                lines.append(self._period_line(subscription, item, item["quantity"]))
            elif past:
                lines.append(self._period_line(subscription, item, usage, past))
        return lines

    def _pending_items(self, subscription: Json) -> list[Json]:
        def waits_for_this(item: Json) -> bool:
            details = (item["parent"] or {}).get("subscription_details")
            return details is None or details["subscription"] == subscription["id"]

        pending = self.all("invoiceitem", customer=subscription["customer"], invoice=None)
        return [item for item in reversed(pending) if waits_for_this(item)]

    def _period_line(
        self, subscription: Json, item: Json, quantity: int, period: tuple[int, int] | None = None
    ) -> Json:
        price = item["price"]
        trial = subscription["status"] == "trialing"
        amount = 0 if trial else price["unit_amount"] * quantity
        name = self.product_name(price)
        described = f"Trial period for {name}" if trial else f"{quantity} × {name} ({self.rate(price)})"
        return self._line(
            amount,
            price["currency"],
            described,
            period or (item["current_period_start"], item["current_period_end"]),
            metadata=dict(subscription["metadata"]),
            parent=_subscription_parent(subscription, item),
            pricing=_pricing(price),
            quantity=quantity,
            quantity_decimal=str(quantity),
            subscription=subscription["id"],
        )

    # -------------------------------------------------------------- changes
    def upgrade(
        self,
        subscription: Ref,
        new_price: Ref,
        at: datetime,
        *,
        quantity: int | None = None,
        bill: str = "now",
        card: Ref | None = None,
    ) -> Json | None:
        """Another price for the first item, prorated: a credit for the unused time that points at the line
        it credits, and a charge for the rest of the period. `bill` "now" makes and pays an invoice, which
        is returned; "next" leaves pending items. Another interval begins a new period."""
        subscription = self.get(subscription)
        item = subscription["items"]["data"][0]
        return self._change_and_pay(
            subscription,
            ItemChange(item, self.get(new_price), item["quantity"] if quantity is None else quantity),
            at,
            bill,
            card,
        )

    def change_quantity(
        self, subscription: Ref, quantity: int, at: datetime, *, bill: str = "now", card: Ref | None = None
    ) -> Json | None:
        """More or fewer seats, prorated like `upgrade`."""
        subscription = self.get(subscription)
        item = subscription["items"]["data"][0]
        return self._change_and_pay(
            subscription, ItemChange(item, self.get(item["price"]["id"]), quantity), at, bill, card
        )

    def _change_and_pay(
        self, subscription: Json, change: ItemChange, at: datetime, bill: str, card: Ref | None
    ) -> Json | None:
        behavior = "always_invoice" if bill == "now" else "create_prorations"
        invoice = self.change_items(subscription, [change], at, behavior=behavior)
        if (
            invoice
            and invoice["status"] == "open"
            and subscription["collection_method"] == "charge_automatically"
        ):
            self.pay_invoice(invoice, at=at, card=card)
        return invoice

    def change_items(
        self,
        subscription: Json,
        changes: Sequence[ItemChange],
        at: datetime,
        *,
        behavior: str = "create_prorations",
        prorated_at: datetime | None = None,
    ) -> Json | None:
        """Changes items by Stripe's rules; the invoice made for it, open, where one is made at once.

        Prorations are linear by the second, counted from `prorated_at`. `behavior` is Stripe's own word.
        Another interval begins a new period, which is billed at once whatever the behavior.
        """
        moment = timestamp(prorated_at or at)
        prorates = behavior != "none" and subscription["status"] != "trialing"
        restarts = any(not c.deleted and not _same_rhythm(subscription, c.price) for c in changes)
        if restarts:
            named = [change.item["id"] for change in changes if change.item]
            others = [item for item in subscription["items"]["data"] if item["id"] not in named]
            changes = [*changes, *(ItemChange(i, self.get(i["price"]["id"]), i["quantity"]) for i in others)]
        pending: list[Json] = []
        for change in changes:
            if _changes_nothing(change) and not restarts:
                continue
            if prorates and change.item:
                pending += self.credit_unused(subscription, change.item, at, moment)
            if change.deleted:
                self._remove_item(subscription, change.item)
                continue
            item = self._put_item(subscription, change, timestamp(at) if restarts else None)
            if prorates and not restarts:
                pending += self._charge_rest(subscription, item, at, moment)
        if restarts:
            self._restart(subscription, at)
            lines = [self._line_of_item(p) for p in pending] + self._lines_of_period(subscription)
        elif behavior == "always_invoice":
            lines = [self._line_of_item(p) for p in pending]
        else:
            lines = []
        if not lines:
            return None
        invoice = self._bill(
            self.get(subscription["customer"]),
            lines,
            at,
            Bill(
                reason="subscription_update",
                subscription=subscription,
                prorated_at=prorated_at or at,
                discounts=subscription["discounts"],
                collection_method=subscription["collection_method"],
                days_until_due=subscription["days_until_due"] or 30,
                tax_percent=self._tax_percents.get(subscription["id"], 0),
            ),
        )
        self.change(subscription, latest_invoice=invoice["id"])
        return invoice

    def final_invoice(self, subscription: Json, at: datetime) -> Json | None:
        """What an ended subscription still owes or is owed: pending items and unbilled use; None if nothing."""
        lines = [self._line_of_item(item) for item in self._pending_items(subscription)]
        for item in subscription["items"]["data"]:
            if item["quantity"] is None and (used := self.used.pop(item["id"], 0)):
                start = item["current_period_start"]
                lines.append(self._period_line(subscription, item, used, (start, timestamp(at))))
        if not lines:
            return None
        invoice = self._bill(
            self.get(subscription["customer"]),
            lines,
            at,
            Bill(
                reason="subscription_cycle",
                subscription=subscription,
                collection_method=subscription["collection_method"],
                days_until_due=subscription["days_until_due"] or 30,
                discounts=subscription["discounts"],
                tax_percent=self._tax_percents.get(subscription["id"], 0),
            ),
        )
        self.change(subscription, latest_invoice=invoice["id"])
        return invoice

    def empty_invoice(self, subscription: Json) -> Json:
        """An invoice about nothing, over 0."""
        return self._bill(
            self.get(subscription["customer"]),
            [],
            self.world.now(),
            Bill(reason="subscription_cycle", subscription=subscription),
        )

    def start_period(self, subscription: Json, at: datetime) -> Json:
        """A period begins now, out of turn; its invoice, not paid yet. The status stays what it was."""
        status = subscription["status"]
        self._restart(subscription, at)
        invoice = self._bill_period(
            subscription,
            at,
            "subscription_cycle",
            tax_percent=self._tax_percents.get(subscription["id"], 0),
        )
        self.change(subscription, status=status)
        return invoice

    def next_invoice(self, subscription: Json) -> Json:
        """The next period begins when it is due; its invoice, not paid yet."""
        used = sum(self.used.pop(item["id"], 0) for item in subscription["items"]["data"])
        return self._next_period(
            subscription,
            self.period_end(subscription),
            used,
            self._tax_percents.get(subscription["id"], 0),
        )

    # -------------------------------------------------------------- prorations
    def credit_unused(self, subscription: Json, item: Json, at: datetime, moment: int) -> list[Json]:
        """A pending credit for the time of an item that is paid for and not used, as in flexible billing
        mode: a share of what was really debited, discounts included, not of today's price."""
        debit = self._debit_of(subscription, item)
        if debit is None or not item["quantity"]:
            return []
        start, end = debit.period
        credited = _share(debit.net, end - max(start, min(moment, end)), end - start)
        if not credited:
            return []
        text = f"Unused time on {item['quantity']} × {self.product_name(item['price'])} after {_day(moment)}"
        return [
            self._proration(
                subscription, item, -credited, at, (moment, end), item["price"], item["quantity"], text, debit.credits
            )
        ]  # fmt: skip

    def _charge_rest(self, subscription: Json, item: Json, at: datetime, moment: int) -> list[Json]:
        """A pending charge for the rest of the period of an item as it is now, net of discounts."""
        if item["quantity"] is None:
            return []
        start, end = item["current_period_start"], item["current_period_end"]
        cost = item["price"]["unit_amount"] * item["quantity"]
        off = sum(d["amount"] for d in self._discounts(self._percentages(subscription), cost, at))
        amount = _share(cost - off, end - max(start, min(moment, end)), end - start)
        text = (
            f"Remaining time on {item['quantity']} × {self.product_name(item['price'])} after {_day(moment)}"
        )
        return [
            self._proration(
                subscription, item, amount, at, (moment, end), item["price"], item["quantity"], text
            )
        ]

    def _percentages(self, subscription: Json) -> list[str]:
        """Its discounts in percent; a fixed amount off is for whole invoices."""
        return [
            d for d in subscription["discounts"] if self.get(self.get(d)["source"]["coupon"])["percent_off"]
        ]

    def _debit_of(self, subscription: Json, item: Json) -> _Debit | None:
        """What was last debited for the period of an item that runs: a pending item, or a line of an invoice."""
        for waiting in reversed(self._pending_items(subscription)):
            details = (waiting["parent"] or {}).get("subscription_details") or {}
            if waiting["amount"] > 0 and details.get("subscription_item") == item["id"]:
                credits = {
                    "type": "invoice_item",
                    "invoice_item": waiting["id"],
                    "invoice_line_item_details": None,
                }
                period = waiting["period"]["start"], waiting["period"]["end"]
                return _Debit(waiting["amount"], period, credits)
        for invoice in self.invoices_of(subscription):
            if invoice["status"] != "void":
                for line in invoice["lines"]["data"]:
                    details = (line["parent"] or {}).get("subscription_item_details") or {}
                    if line["amount"] > 0 and details.get("subscription_item") == item["id"]:
                        return self._debit_by(invoice, line, item)
        return None

    @staticmethod
    def _debit_by(invoice: Json, line: Json, item: Json) -> _Debit | None:
        if line["period"]["end"] != item["current_period_end"]:
            return None  # paid for another period: nothing of this one was debited
        discountable = sum(x["amount"] for x in invoice["lines"]["data"] if x["discountable"])
        off = sum(d["amount"] for d in invoice["total_discount_amounts"] or ())
        net = line["amount"] - (_share(off, line["amount"], discountable) if line["discountable"] else 0)
        credits = {
            "type": "invoice_line_items",
            "invoice_item": None,
            "invoice_line_item_details": {"invoice": invoice["id"], "invoice_line_items": [line["id"]]},
        }
        return _Debit(net, (line["period"]["start"], line["period"]["end"]), credits)

    def _proration(
        self,
        subscription: Json,
        item: Json,
        amount: int,
        at: datetime,
        period: tuple[int, int],
        price: Json,
        quantity: int,
        description: str,
        credits: Json | None = None,
    ) -> Json:
        return self.invoice_item(
            subscription["customer"],
            amount,
            at=at,
            description=description,
            currency=price["currency"],
            quantity=quantity,
            discountable=False,
            parent={
                "type": "subscription_details",
                "subscription_details": {"subscription": subscription["id"], "subscription_item": item["id"]},
            },
            period={"start": period[0], "end": period[1]},
            pricing=_pricing(price),
            proration=True,
            proration_details={"credited_items": credits, "discount_amounts": []},
        )

    def forget_prorations(self, subscription: Json) -> None:
        """Prorations that wait for an invoice are taken back."""
        for item in self._pending_items(subscription):
            if item["proration"]:
                self._forget(item)

    def _put_item(self, subscription: Json, change: ItemChange, start: int | None) -> Json:
        """The item as it is to be: changed in place, or added."""
        items = subscription["items"]["data"]
        first = change.item or items[0]
        begins = first["current_period_start"] if start is None else start
        ends = first["current_period_end"]
        made = self._item(subscription["id"], change.price, change.quantity, begins, ends)
        if change.item is None:
            items.append(made)
            return made
        change.item.update({**made, "id": change.item["id"], "created": change.item["created"]})
        return change.item

    @staticmethod
    def _remove_item(subscription: Json, item: Json | None) -> None:
        items = subscription["items"]["data"]
        items[:] = [other for other in items if other is not item]

    def _restart(self, subscription: Json, at: datetime) -> None:
        for item in subscription["items"]["data"]:
            item["current_period_start"] = timestamp(at)
            item["current_period_end"] = timestamp(later(at, item["price"]))
        self.change(subscription, billing_cycle_anchor=timestamp(at))

    # -------------------------------------------------------------- small answers
    def period_end(self, subscription: Ref) -> datetime:
        ends = (item["current_period_end"] for item in self.get(subscription)["items"]["data"])
        return datetime.fromtimestamp(max(ends), UTC)

    def product_name(self, price: Json) -> str:
        return str(self.get(price["product"])["name"])

    def rate(self, price: Json) -> str:
        """`at $20.00 / month`, in words that need no symbol."""
        amount = Money(price["unit_amount"], price["currency"])
        recurring = price["recurring"]
        if not recurring:
            return f"at {amount}"
        count = recurring["interval_count"]
        every = recurring["interval"] if count == 1 else f"{count} {recurring['interval']}s"
        return f"at {amount} / {every}"


@dataclass(frozen=True)
class _Debit:
    """What an item cost for a period, after discounts, and how a proration names it."""

    net: int
    period: tuple[int, int]
    credits: Json


def _share(amount: int, part: int, whole: int) -> int:
    """So much of an amount, rounded half up, without floats: prorations are exact to the second."""
    return (2 * amount * part + whole) // (2 * whole) if whole else 0


def _day(moment: int) -> str:
    at = datetime.fromtimestamp(moment, UTC)
    return f"{at.day} {at:%b %Y}"


def _same_rhythm(subscription: Json, price: Json) -> bool:
    before = subscription["items"]["data"][0]["price"]["recurring"]
    return all(before[k] == price["recurring"][k] for k in ("interval", "interval_count"))


def _changes_nothing(change: ItemChange) -> bool:
    return (
        change.item is not None
        and not change.deleted
        and change.item["price"]["id"] == change.price["id"]
        and change.item["quantity"] == change.quantity
    )


def _subscription_parent(subscription: Json, item: Json) -> Json:
    return {
        "type": "subscription_item_details",
        "invoice_item_details": None,
        "subscription_item_details": {
            "invoice_item": None,
            "proration": False,
            "proration_details": {"credited_items": None},
            "subscription": subscription["id"],
            "subscription_item": item["id"],
        },
    }


def _pricing(price: Json) -> Json:
    return {
        "type": "price_details",
        "price_details": {"price": price["id"], "product": price["product"]},
        "unit_amount_decimal": price["unit_amount_decimal"],
    }


def later(at: datetime, price: Json, anchor: int | None = None) -> datetime:
    """The end of a period of this price that begins now; `anchor` is the day of the month bills fall on."""
    recurring: dict[str, Any] = price["recurring"]
    count = recurring["interval_count"]
    match recurring["interval"]:
        case "day":
            return at + timedelta(days=count)
        case "week":
            return at + timedelta(weeks=count)
        case "month":
            return months_later(at, count, anchor)
        case _:
            return months_later(at, 12 * count, anchor)


def months_later(at: datetime, months: int, anchor: int | None = None) -> datetime:
    """The same day, or the last of a shorter month: the 31st is followed by the 30th and again the 31st."""
    years, month = divmod(at.month - 1 + months, 12)
    year, month = at.year + years, month + 1
    return at.replace(year=year, month=month, day=min(anchor or at.day, calendar.monthrange(year, month)[1]))
