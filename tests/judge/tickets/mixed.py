"""Two causes in one ticket, or one wish that hides another. Both are said; the one that decides is named."""

from tests.judge.labels import FINAL, GUARD, MONEY, NO_CANCEL, NO_SEATS, NO_USAGE, Book, Desk, Label

BOOK = Book("mixed")
TWICE = Label(
    "duplicate_subscription", "duplicate_same_customer", "set_cancel_at_period_end", gaps=(GUARD,), refunds=2000,
    never=("cancel_subscription_now", "void_invoice"),
)  # fmt: skip


def twice(d: Desk, days: float = 6) -> tuple:
    me = d.customer(days=days + 1)
    first = d.plan(me, days=days, checkout=True)
    d.keep(first)
    return me, d.plan(me, days=days - 4 / 1440, checkout=True)


@BOOK.ticket(
    TWICE,
    "Invoice and refund",
    "Please send me the invoice for this month. By the way you charged me twice, refund one.",
)
def invoice_and_duplicate(d: Desk) -> None:
    twice(d)


@BOOK.ticket(
    TWICE,
    "cancel the second one",
    "Cancel my second subscription and refund it, I clicked twice. Keep the first.",
    says=("$20.00",),
)
def cancel_the_extra_one(d: Desk) -> None:
    """A wish to cancel the extra one is no wish to leave."""
    twice(d)


@BOOK.ticket(
    TWICE,
    "everything at once",
    "Your app crashes all the time, I was billed double, my card changes next month and where is the VAT on the invoice?!",
)
def four_complaints(d: Desk) -> None:
    twice(d)


@BOOK.ticket(TWICE, "cancel", "cancel", gaps=(GUARD, NO_CANCEL), bucket="self_serve_missing", situation=("wants_to_cancel_cannot", "duplicate_same_customer"),
             first=("ask_customer", "set_cancel_at_period_end"), refunds=2000)  # fmt: skip
def leaver_with_a_duplicate(d: Desk) -> None:
    twice(d)


@BOOK.ticket(Label("payment_failed", "payment_past_due", "send_portal_payment_update", never=(*MONEY, *FINAL)), "cancel or fix",
             "Payment failed again. Honestly I might cancel if this goes on.")  # fmt: skip
def failed_and_annoyed(d: Desk) -> None:
    plan = d.plan(d.customer(days=45), days=45, paid_until_now=False)
    d.books.fail_renewal(plan, attempts=2)


@BOOK.ticket(Label("self_serve_missing", "metered_overage", "explain_only", gaps=(NO_USAGE,)), "refund and cancel?",
             "My bill exploded! $80! What did I even use? I want a refund or at least an explanation.")  # fmt: skip
def overage_and_refund(d: Desk) -> None:
    plan = d.books.subscribe(d.customer(days=35), d.shop.pro, at=d.ago(35), also=[(d.shop.storage, 1)])
    d.books.renew(plan, usage=3000)
    d.keep(plan)


@BOOK.ticket(Label("self_serve_missing", "proration_taken_for_double_charge", "explain_only", gaps=(NO_SEATS,)), "double charge + receipt",
             "Double charged after my upgrade, I demand a refund, and send receipts for both.")  # fmt: skip
def upgrade_and_receipts(d: Desk) -> None:
    plan = d.plan(d.customer(days=50), days=50)
    d.books.upgrade(plan, d.shop.team, d.ago(3), quantity=2)
    d.keep(plan)


@BOOK.ticket(Label("self_serve_missing", "already_refunded", "explain_only", never=(*MONEY, *FINAL)), "still charged",
             "You charged me after I cancelled and I'm still waiting for the refund you promised")  # fmt: skip
def refunded_after_cancel(d: Desk) -> None:
    """Charged after the end, and already given back: telling so is all that is left."""
    plan = d.plan(d.customer(days=70), days=70, paid_until_now=False)
    d.books.renew(plan)
    d.books.renew(plan, at=d.ago(8))
    ended = int(d.ago(20).timestamp())
    d.books.change(plan, status="canceled", canceled_at=ended, ended_at=ended)
    made = d.books.refund(d.books.paid_charge(plan), at=d.ago(3))
    d.say_day(made["created"])


@BOOK.ticket(Label("duplicate_subscription", "duplicate_same_customer", "set_cancel_at_period_end", gaps=(GUARD,), refunds=1500,
                   never=("cancel_subscription_now",)), "charged twice", "charged twice, got 5 dollars back only??")  # fmt: skip
def partly_refunded_duplicate(d: Desk) -> None:
    """Only what is left of it goes back."""
    _, second = twice(d)
    d.books.refund(d.books.paid_charge(second), 500, at=d.ago(2))


@BOOK.ticket(Label("multi_seat_intent", "quantity_changed", "explain_only", gaps=(NO_SEATS,)), "we added people and now this",
             "we added two people and now there is a second charge, duplicate? also one card failed first I think")  # fmt: skip
def seats_and_a_failed_attempt(d: Desk) -> None:
    plan = d.plan(d.customer(days=40), d.shop.team, days=40, quantity=2)
    d.books.change_quantity(plan, 4, d.ago(3))
    d.keep(plan)
