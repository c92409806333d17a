"""S13, S14, S40: it does not work although paid, or because it waits or rests."""

from tests.judge.labels import MONEY, Book, Desk, Label

BOOK = Book("access")

LOCKED = Label("product_failure", "paid_no_access", "escalate_engineering")
WAITS = Label(
    "payment_failed",
    "pending_update_or_schedule",
    "send_hosted_invoice_link",
    never=(*MONEY, "cancel_subscription_now", "change_quantity_now"),
)
SCHEDULED = Label("multi_seat_intent", "pending_update_or_schedule", "explain_only", never=WAITS.never)
PAUSED = Label("self_serve_missing", "paused", ("resume_subscription", "explain_only"))


# ------------------------------------------------------------------ S40
def never_told(d: Desk, hours: float, price=None, seats: int = 1) -> None:
    me = d.customer(days=1)
    plan = d.plan(me, price or d.shop.team, days=hours / 24, quantity=seats, checkout=True)
    d.books.lock_out(me)
    session = d.books.first("checkout.session", subscription=plan)
    for kind, about in (
        ("customer.subscription.created", plan),
        ("invoice.paid", d.books.latest_invoice(plan)),
        ("checkout.session.completed", session),
    ):
        d.books.undelivered_event(kind, about, at=d.ago(hours / 24))
    d.keep(plan)


@BOOK.ticket(LOCKED, "Paid, still on free plan", "Bought 5 team seats yesterday, money is gone, got the receipt. App still says Free plan. We present on "
             "Thursday. Fix it or refund it.", says=("$75.00",))  # fmt: skip
def five_seats(d: Desk) -> None:
    never_told(d, 19, seats=5)


@BOOK.ticket(LOCKED, "no access", "paid 2 hours ago no access", says=("$20.00",))
def five_words(d: Desk) -> None:
    never_told(d, 2, d.shop.pro)


@BOOK.ticket(
    LOCKED,
    "refund me",
    "I want a refund!! I paid for pro and nothing changed, still locked out. scam",
    says=("$20.00",),
)
def wants_the_money(d: Desk) -> None:
    never_told(d, 30, d.shop.pro)


@BOOK.ticket(
    LOCKED,
    "Kein Zugang",
    "Ich habe gestern bezahlt, aber die App zeigt immer noch den kostenlosen Plan.",
    locale="de",
)
def german_still_free(d: Desk) -> None:
    never_told(d, 22, d.shop.pro)


@BOOK.ticket(LOCKED, "hello?", "Anyone there?")
def silent_but_locked_out(d: Desk) -> None:
    never_told(d, 5, d.shop.pro)


# ------------------------------------------------------------------ S13
def waits_for_payment(d: Desk) -> None:
    plan = d.plan(d.customer(days=20), days=20)
    bill = d.books.upgrade(plan, d.shop.team, d.ago(0.4), quantity=3)
    d.books.change(bill, status="open", amount_paid=0, amount_remaining=bill["amount_due"])
    charge = d.books.charge_of(bill)
    d.books.change(
        charge, status="failed", paid=False, captured=False, amount_captured=0, failure_code="card_declined"
    )
    d.books.change(plan, pending_update={
        "billing_cycle_anchor": None, "expires_at": int(d.ago(-0.6).timestamp()), "subscription_items": [], "trial_end": None,
        "trial_from_plan": None,
    })  # fmt: skip


@BOOK.ticket(
    WAITS,
    "upgrade not working",
    "I upgraded to Team this morning but it doesn't apply, still shows Pro. Payment failed message",
)
def upgrade_not_applied(d: Desk) -> None:
    waits_for_payment(d)


@BOOK.ticket(SCHEDULED, "downgrade", "I downgraded my plan last week, why do I still see Team with 3 seats?")
def downgrade_next_month(d: Desk) -> None:
    plan = d.plan(d.customer(days=50), d.shop.team, days=50, quantity=3)
    d.books.schedule(plan, d.shop.pro)
    d.keep(plan)


@BOOK.ticket(
    SCHEDULED,
    "switch to yearly",
    "When will my switch to the annual plan happen? I changed it in the settings.",
    bucket="self_serve_missing",
)
def yearly_next_month(d: Desk) -> None:
    plan = d.plan(d.customer(days=40), days=40)
    d.books.schedule(plan, d.shop.pro_yearly)
    d.keep(plan)


# ------------------------------------------------------------------ S14
def rests(d: Desk, resumes: float | None = None, **fields) -> None:
    plan = d.plan(d.customer(days=70), days=70)
    d.books.pause_collection(plan, resumes_at=d.ago(-resumes) if resumes else None)


@BOOK.ticket(
    PAUSED, "no access", "I can't use my account, it says my subscription is paused. Please reactivate"
)
def please_reactivate(d: Desk) -> None:
    rests(d)


@BOOK.ticket(
    PAUSED, "until when", "My plan doesn't work, I paused it for a while. Until when?", first="explain_only"
)
def comes_back_by_itself(d: Desk) -> None:
    rests(d, 20)


@BOOK.ticket(
    PAUSED, "Pausiert", "Mein Abo ist pausiert und funktioniert nicht mehr, was muss ich tun?", locale="de"
)
def german_paused(d: Desk) -> None:
    rests(d)


@BOOK.ticket(
    PAUSED, "trial over", "My trial is over and now nothing works", first="send_portal_payment_update"
)
def trial_without_a_card(d: Desk) -> None:
    me = d.customer(days=16, no_card=True)
    plan = d.plan(me, days=16, trial_days=14, paid_until_now=False)
    d.books.pause(plan, d.ago(2), why="trial_end_without_payment_method")


@BOOK.ticket(
    Label("not_billing", "not_billing", "explain_only"),
    "bug",
    "The editor loses my cursor when I paste a table. Chrome 141, Windows. How do I report bugs?",
)
def an_ordinary_bug(d: Desk) -> None:
    """A bug of somebody whose payment is in order is not a billing case."""
    d.plan(d.customer(days=50), days=50)
