"""S10 to S12 and X03: who wants to leave, has left, or was charged after leaving."""

from tests.judge.labels import MONEY, NO_CANCEL, NO_PORTAL, Book, Desk, Label

BOOK = Book("leaving")

AFTER = Label(
    "product_failure", "charged_after_cancel", "refund_charge", never=("cancel_subscription_now", "void_invoice", "apply_credit")
)  # fmt: skip
PENDING = Label(
    "self_serve_missing", "cancellation_pending", "explain_only", never=(*MONEY, "cancel_subscription_now", "set_cancel_at_period_end")
)  # fmt: skip
CANNOT = Label("self_serve_missing", "wants_to_cancel_cannot", "set_cancel_at_period_end", gaps=(NO_CANCEL,))
CAN = Label("self_serve_missing", "wants_to_cancel", "send_portal_cancel_flow")


# ------------------------------------------------------------------ S10
def billed_after_the_end(d: Desk, days: float, ended: float, billed: float, price=None) -> None:
    """The subscription ended, and an invoice for a further period was made and paid nevertheless."""
    plan = d.plan(d.customer(days=days), price, days=days, paid_until_now=False)
    while d.books.period_end(plan) < d.ago(ended):
        d.books.renew(plan)
    d.books.renew(plan, at=d.ago(billed))
    d.books.change(
        plan,
        status="canceled",
        canceled_at=int(d.ago(ended).timestamp()),
        ended_at=int(d.ago(ended).timestamp()),
    )


@BOOK.ticket(AFTER, "cancelled but charged", "I cancelled three weeks ago, I have the confirmation mail. Today you charged me AGAIN. Give it back.",
             refunds=2000, says=("$20.00",))  # fmt: skip
def ended_and_billed(d: Desk) -> None:
    billed_after_the_end(d, 70, 20, 3)


@BOOK.ticket(
    AFTER, "still being charged", "still being charged after cancelling. absolutely disgusting", refunds=2000
)
def ended_long_ago(d: Desk) -> None:
    billed_after_the_end(d, 120, 40, 9)


@BOOK.ticket(AFTER, "Trotz Kündigung abgebucht", "Ich habe gekündigt und trotzdem wurden wieder 18 Euro abgebucht. Bitte zurück überweisen.",
             locale="de", refunds=1800, says=("18,00\xa0€",))  # fmt: skip
def german_after_the_end(d: Desk) -> None:
    billed_after_the_end(d, 60, 15, 2, d.shop.pro_euro)


@BOOK.ticket(AFTER, "charge", "What is the charge from this week? I'm not a customer anymore.", refunds=2000)
def not_a_customer_anymore(d: Desk) -> None:
    billed_after_the_end(d, 90, 25, 4)


# ------------------------------------------------------------------ S11
def cancelled_after_renewal(d: Desk, days: float, cancelled: float, price=None) -> None:
    plan = d.plan(d.customer(days=days), price, days=days)
    d.books.cancel_at_period_end(plan, d.ago(cancelled))
    d.keep(plan)
    d.say_day(d.books.period_end(plan).replace())


@BOOK.ticket(PENDING, "Kündigung – trotzdem abgebucht!", "ich habe gekündigt und trotzdem wurde diesen Monat wieder abgebucht. In meinem Konto steht "
             "immer noch aktiv. Ich möchte den Betrag zurück.", locale="de")  # fmt: skip
def german_cancelled_after_renewal(d: Desk) -> None:
    cancelled_after_renewal(d, 99, 2, d.shop.pro_euro)


@BOOK.ticket(PENDING, "is it cancelled", "I cancelled but it still says active. Is it cancelled or not??")
def still_says_active(d: Desk) -> None:
    cancelled_after_renewal(d, 50, 3)


@BOOK.ticket(PENDING, "cancel", "cancel my subscription please, I asked already")
def asks_again(d: Desk) -> None:
    cancelled_after_renewal(d, 75, 1)


@BOOK.ticket(
    PENDING,
    "Résiliation",
    "Bonjour, j'ai résilié mon abonnement la semaine dernière, pouvez-vous me confirmer la date de fin ?",
    locale="fr",
)
def french_end_date(d: Desk) -> None:
    cancelled_after_renewal(d, 40, 6)


# ------------------------------------------------------------------ S12
@BOOK.ticket(CANNOT, "HOW DO I CANCEL", "I have been clicking around your settings for 20 minutes. There is no cancel button anywhere, only "
             '"change card". Cancel my subscription and confirm in writing.')  # fmt: skip
def no_button(d: Desk) -> None:
    plan = d.plan(d.customer(days=150), days=150)
    d.say_day(d.books.period_end(plan))


@BOOK.ticket(CANNOT, "unsubscribe", "unsubscribe me")
def two_words(d: Desk) -> None:
    d.plan(d.customer(days=10), days=10)


@BOOK.ticket(CANNOT, "annuler", "Je veux annuler mon abonnement, je ne trouve pas le bouton.", locale="fr")
def french_no_button(d: Desk) -> None:
    d.plan(d.customer(days=20, country="FR"), d.shop.pro_euro, days=20)


@BOOK.ticket(
    CANNOT,
    "cancel please",
    "Please cancel my plan, too expensive for me at the moment.",
    shop="no_portal",
    gaps=(NO_CANCEL, NO_PORTAL),
)
def no_portal_at_all(d: Desk) -> None:
    d.plan(d.customer(days=45), days=45)


@BOOK.ticket(CANNOT, "cancel one", "I want to cancel. I don't need it any more.", first="ask_customer")
def two_plans_which_one(d: Desk) -> None:
    """Never cancel all: which of two different plans is meant is asked."""
    me = d.customer(days=60)
    d.keep(d.plan(me, days=60))
    d.keep(d.plan(me, d.shop.team, days=30, quantity=2))


# ------------------------------------------------------------------ X03
@BOOK.ticket(CAN, "cancel", "Hi, please cancel my subscription at the end of the month.", shop="full_portal")
def portal_can(d: Desk) -> None:
    d.plan(d.customer(days=42), days=42)


@BOOK.ticket(
    CAN,
    "Abo kündigen",
    "Hiermit kündige ich mein Abo zum nächstmöglichen Zeitpunkt.",
    shop="full_portal",
    locale="de",
)
def german_notice(d: Desk) -> None:
    d.plan(d.customer(days=33), days=33)


@BOOK.ticket(
    CAN, "how to cancel", "Where can I cancel? no hard feelings, just not using it", shop="full_portal"
)
def friendly_leaver(d: Desk) -> None:
    d.plan(d.customer(days=8), days=8)


@BOOK.ticket(Label("self_serve_missing", ("wants_to_cancel_cannot", "unclear"), ("explain_only", "ask_customer"),
                   never=(*MONEY, "set_cancel_at_period_end", "cancel_subscription_now")),
             "cancelled by mistake", "I do NOT want to cancel! I just want to know if my plan is still running.")  # fmt: skip
def does_not_want_to_cancel(d: Desk) -> None:
    d.plan(d.customer(days=60), days=60)
