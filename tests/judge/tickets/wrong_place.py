"""S35 to S39 and S41: not ours, not this card, not this address, not owed, not real, no longer there."""

from tests.judge.labels import Book, Desk, Label

BOOK = Book("wrong_place")

NOT_OURS = Label("needs_human", "not_our_charge", ("ask_customer", "explain_only"))
WALLET = Label("self_serve_missing", "wallet_card_number", "explain_only")
ELSEWHERE = Label("self_serve_missing", "invoice_to_wrong_email", "send_hosted_invoice_link")
WRITTEN_OFF = Label("self_serve_missing", "written_off_but_dunned", "explain_only")
TEST = Label("needs_human", "test_data", "explain_only")
DELETED = Label(
    "needs_human",
    ("customer_deleted", "identity_none", "identity_weak"),
    ("escalate_human", "ask_customer"),
    identity="none",
)


# ------------------------------------------------------------------ S35
@BOOK.ticket(NOT_OURS, "what is this charge", "My wife found a charge for $49.99, it says NORTHWND NUTRITN 8442. I never agreed to 49.99!! My plan is 20. "
             "Take it off or I call the bank.", says=("NORTHWIND NOTES",))  # fmt: skip
def nutrition_company(d: Desk) -> None:
    d.keep(d.plan(d.customer(days=89), days=89))


@BOOK.ticket(NOT_OURS, "unknown charge", "Unknown charge of 312.00 USD on my card from you. Refund it")
def far_more_than_any_price(d: Desk) -> None:
    d.keep(d.plan(d.customer(days=30), days=30))


@BOOK.ticket(NOT_OURS, "charged twice", "You charged me twice this month!")
def only_one_payment_exists(d: Desk) -> None:
    d.keep(d.plan(d.customer(days=10), days=10))


@BOOK.ticket(
    NOT_OURS,
    "Abbuchung",
    "Was ist das für eine Abbuchung über 79,90 Euro? Die habe ich nicht veranlasst.",
    locale="de",
)
def german_other_merchant(d: Desk) -> None:
    d.keep(d.plan(d.customer(days=25, country="DE"), d.shop.pro_euro, days=25))


# ------------------------------------------------------------------ S36
def paid_by_phone(d: Desk, digits: str, wallet: str = "apple_pay") -> None:
    me = d.customer(days=12, no_card=True)
    d.books.card(me, "4242", wallet=wallet, wallet_last4=digits)
    d.keep(d.plan(me, days=10))


@BOOK.ticket(
    WALLET,
    "not my card",
    "Your receipt says card ending 7117. I have no such card! Who is this? Unauthorized charge",
    says=("7117",),
)
def no_such_card(d: Desk) -> None:
    paid_by_phone(d, "7117")


@BOOK.ticket(
    WALLET,
    "fraud?",
    "I don't recognize this charge, it's on a card ending in 2093 which isn't mine",
    says=("2093",),
)
def digits_not_mine(d: Desk) -> None:
    paid_by_phone(d, "2093", "google_pay")


@BOOK.ticket(
    WALLET,
    "Fremde Karte",
    "Ich kenne die Abbuchung nicht: Karte mit den Endziffern 5512 habe ich nicht.",
    locale="de",
    says=("5512",),
)
def german_foreign_card(d: Desk) -> None:
    paid_by_phone(d, "5512")


# ------------------------------------------------------------------ S37
def sent_elsewhere(d: Desk, days: float = 40) -> None:
    me = d.customer(days=days)
    d.plan(me, days=days)
    for invoice in d.books.all("invoice", customer=me["id"]):
        d.books.change(invoice, customer_email="former.bookkeeper@elsewhere.example")


@BOOK.ticket(
    ELSEWHERE,
    "no invoices",
    "We never receive your invoices. Where are they going? Please send them to me.",
    hides=("former.bookkeeper",),
)
def never_receive_them(d: Desk) -> None:
    sent_elsewhere(d)


@BOOK.ticket(
    ELSEWHERE,
    "invoice address",
    "Our bookkeeper left, invoices still go to her. Please send the last invoice here.",
    hides=("former.bookkeeper",),
)
def bookkeeper_left(d: Desk) -> None:
    sent_elsewhere(d, 70)


@BOOK.ticket(
    ELSEWHERE,
    "Rechnung fehlt",
    "Die Rechnung ist bei mir nie angekommen, bitte schicken Sie sie mir.",
    locale="de",
    hides=("former.bookkeeper",),
)
def german_never_arrived(d: Desk) -> None:
    sent_elsewhere(d, 35)


# ------------------------------------------------------------------ S38
def closed_invoice(d: Desk, how: str) -> None:
    plan = d.plan(d.customer(days=100), days=100, paid_until_now=False)
    d.books.renew(plan)
    invoice = d.books.fail_renewal(plan, attempts=4, status="canceled")
    if how == "void":
        d.books.void_invoice(invoice, at=d.ago(5))
    else:
        d.books.mark_uncollectible(invoice, at=d.ago(5))


@BOOK.ticket(
    WRITTEN_OFF,
    "reminders",
    "Stop sending payment reminders! What do I owe you? I cancelled.",
    says=("$20.00",),
)
def stop_the_reminders(d: Desk) -> None:
    closed_invoice(d, "uncollectible")


@BOOK.ticket(WRITTEN_OFF, "overdue notice", "I got an overdue payment notice, do I still have to pay this?")
def do_i_still_owe(d: Desk) -> None:
    closed_invoice(d, "void")


@BOOK.ticket(
    WRITTEN_OFF,
    "Zahlungserinnerung",
    "Ich bekomme weiter Mahnungen, die Zahlung ist angeblich überfällig. Was soll ich zahlen?",
    locale="de",
)
def german_reminders(d: Desk) -> None:
    closed_invoice(d, "void")


# ------------------------------------------------------------------ S39
def on_a_test_clock(d: Desk) -> None:
    me = d.customer(days=40)
    plan = d.plan(me, days=40)
    clock = "clock_1SandboxTestClock"
    d.books.change(me, test_clock=clock)
    d.books.change(plan, test_clock=clock)
    d.keep(plan)


@BOOK.ticket(TEST, "test", "I was charged $20 while testing your checkout with 4242, refund please")
def tested_the_checkout(d: Desk) -> None:
    on_a_test_clock(d)


@BOOK.ticket(TEST, "charged", "why do I see a charge, I only used your sandbox")
def used_the_sandbox(d: Desk) -> None:
    on_a_test_clock(d)


@BOOK.ticket(TEST, "charged twice in test", "charged twice in test mode, please cancel and refund")
def twice_in_test_mode(d: Desk) -> None:
    on_a_test_clock(d)


# ------------------------------------------------------------------ S41
@BOOK.ticket(
    DELETED,
    "account gone",
    "I can't open my billing page any more, and I want my last payment back",
    hides=("20.00",),
)
def record_deleted(d: Desk) -> None:
    """Stripe no longer finds a deleted record by its address: nothing proves who writes."""
    me = d.customer(days=60)
    d.plan(me, days=60)
    d.books.delete_customer(me)


def _deleted_and_pinned(d: Desk) -> None:
    me = d.customer(days=60)
    plan = d.plan(me, days=60)
    d.books.delete_customer(me)
    d.keep(plan)
    d.ticket["pinned_to"] = me


@BOOK.ticket(DELETED, "refund of my last month", "I closed my account but was billed for the month before, I want this refunded.",
             situation="customer_deleted", first="escalate_human", identity="strong")  # fmt: skip
def record_deleted_but_pinned(d: Desk) -> None:
    _deleted_and_pinned(d)


@BOOK.ticket(DELETED, "Konto gelöscht", "Mein Konto wurde gelöscht, wie komme ich an meine Rechnungen?", locale="de",
             situation="customer_deleted", first="escalate_human", identity="strong")  # fmt: skip
def german_deleted_but_pinned(d: Desk) -> None:
    _deleted_and_pinned(d)
