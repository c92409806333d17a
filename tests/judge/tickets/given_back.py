"""S25 to S29: money that is on its way back, at the bank, under suspicion, or cannot go back."""

from tests.judge.labels import Book, Desk, Label

BOOK = Book("given_back")

DISPUTE = Label("needs_human", "dispute_open", "escalate_human")
WARNING = Label("needs_human", "fraud_warning", "escalate_human")
BACK = Label("self_serve_missing", "already_refunded", "explain_only")
OLD = Label("needs_human", "refund_too_old", "escalate_human")
CREDIT = Label("self_serve_missing", "credited_not_refunded", "explain_only")


# ------------------------------------------------------------------ S25
@BOOK.ticket(DISPUTE, "REFUND NOW", "I don't use this anymore and you charged me again. I told my bank it's fraud, they gave me a case number "
             "but it takes 60 days. Refund my card today, last warning.")  # fmt: skip
def bank_takes_sixty_days(d: Desk) -> None:
    plan = d.plan(d.customer(days=131), days=131)
    d.books.dispute(d.books.paid_charge(plan), at=d.ago(4))
    d.keep(plan)


@BOOK.ticket(
    DISPUTE,
    "charged twice",
    "charged twice, already did a chargeback for one but just refund both",
    gaps=("no_duplicate_subscription_guard",),
)
def duplicate_and_chargeback(d: Desk) -> None:
    """Even a proven duplicate rests while the bank decides."""
    me = d.customer(days=9)
    first = d.plan(me, days=8, checkout=True)
    second = d.plan(me, days=8 - 4 / 1440, checkout=True)
    d.books.dispute(d.books.paid_charge(second), at=d.ago(3), reason="duplicate")
    d.keep(first)
    d.keep(second)


@BOOK.ticket(
    DISPUTE, "inquiry", "My bank opened an inquiry, can you just send the money back so we close this?"
)
def an_inquiry(d: Desk) -> None:
    plan = d.plan(d.customer(days=40), days=40)
    d.books.dispute(d.books.paid_charge(plan), at=d.ago(2), status="warning_needs_response")
    d.keep(plan)


@BOOK.ticket(
    DISPUTE,
    "Rückbuchung",
    "Ich habe die Zahlung bei meiner Bank zurückbuchen lassen. Bitte erstatten Sie trotzdem den Betrag.",
    locale="de",
)
def german_chargeback(d: Desk) -> None:
    plan = d.plan(d.customer(days=35), days=35)
    d.books.dispute(d.books.paid_charge(plan), at=d.ago(1))
    d.keep(plan)


@BOOK.ticket(Label("self_serve_missing", "invoice_requested", ("send_hosted_invoice_link", "send_invoice_pdf", "send_portal_link")),
             "receipt", "can you send me the receipt for last month, my accountant needs it")  # fmt: skip
def receipt_beside_an_old_lost_dispute(d: Desk) -> None:
    plan = d.plan(d.customer(days=100), days=100)
    d.books.dispute(d.books.charge_of(d.books.first_invoice(plan)), at=d.ago(90), status="lost")


# ------------------------------------------------------------------ S26
@BOOK.ticket(WARNING, "unauthorized", "Someone used my card at your shop, I want all my money back.")
def somebody_used_my_card(d: Desk) -> None:
    charge = d.books.charge(d.customer(days=4), 19200, at=d.ago(3), description="Pro")
    d.books.fraud_warning(charge, at=d.ago(2))
    d.keep_charge(charge)


@BOOK.ticket(WARNING, "refund", "please refund my payment from this week")
def polite_but_warned(d: Desk) -> None:
    plan = d.plan(d.customer(days=6), days=5)
    d.books.fraud_warning(d.books.paid_charge(plan), at=d.ago(1))
    d.books.charge(d.owned[0], 2000, at=d.ago(4.9), description="Pro")
    d.books.charge(d.owned[0], 2000, at=d.ago(4.899), description="Pro")
    d.keep(plan)


@BOOK.ticket(WARNING, "I did not do this", "I never made this purchase, double charge on my card!!")
def double_and_never_made(d: Desk) -> None:
    me = d.customer(days=5)
    first = d.books.charge(me, 4900, at=d.ago(2), description="Pack")
    second = d.books.charge(me, 4900, at=d.ago(2) + d.hours(0.03), description="Pack")
    d.books.fraud_warning(second, at=d.ago(1))
    d.keep_charge(first)
    d.keep_charge(second)


# ------------------------------------------------------------------ S27
def given_back(
    d: Desk, refunded: float, status: str = "succeeded", amount: int | None = None, **fields
) -> None:
    plan = d.plan(d.customer(days=40), days=40)
    charge = d.books.paid_charge(plan)
    made = d.books.refund(charge, amount, at=d.ago(refunded), status=status, **fields)
    d.keep(plan)
    d.say_day(made["created"])


@BOOK.ticket(
    BACK,
    "Where is my refund?",
    "You promised a refund 4 days ago. Nothing on my account. Are you kidding me?",
    says=("$20.00",),
)
def four_days_ago(d: Desk) -> None:
    given_back(d, 4, reference="74192836450012")


@BOOK.ticket(BACK, "refund please", "I want a refund for this month, not using it", says=("$20.00",))
def asks_although_done(d: Desk) -> None:
    given_back(d, 1)


@BOOK.ticket(
    BACK,
    "Remboursement",
    "Bonjour, je n'ai toujours pas reçu mon remboursement.",
    locale="fr",
    says=("20,00 $US",),
)
def french_waiting(d: Desk) -> None:
    given_back(d, 6)


@BOOK.ticket(
    BACK,
    "refund status",
    "is my refund on its way? bank sees nothing",
    first=("explain_only", "wait_and_recheck"),
)
def still_pending(d: Desk) -> None:
    given_back(d, 2, "pending")


@BOOK.ticket(
    Label("product_failure", "already_refunded", "escalate_human"),
    "refund never arrived",
    "My refund from two weeks ago never arrived, my old card is closed.",
)
def came_back_to_us(d: Desk) -> None:
    given_back(d, 10, "failed")


# ------------------------------------------------------------------ S28
@BOOK.ticket(OLD, "refund of last year", "I just noticed you charged me last year. I want that money back.")
def noticed_after_a_year(d: Desk) -> None:
    d.keep_charge(d.books.charge(d.customer(days=400), 4900, at=d.ago(330), description="Pack"))


@BOOK.ticket(OLD, "old payment", "Please refund my payment from spring, that card is closed by now")
def closed_card(d: Desk) -> None:
    d.keep_charge(d.books.charge(d.customer(days=300), 2000, at=d.ago(250), description="Pro"))


@BOOK.ticket(OLD, "Erstattung", "Bitte erstatten Sie mir die Zahlung vom letzten Winter.", locale="de")
def german_last_winter(d: Desk) -> None:
    d.keep_charge(
        d.books.charge(d.customer(days=390), 1800, at=d.ago(290), currency="eur", description="Pro")
    )


# ------------------------------------------------------------------ S29
def credited(d: Desk, days: float, amount: int = 2000) -> None:
    plan = d.plan(d.customer(days=40), days=40)
    note = d.books.credit_note(d.books.latest_invoice(plan), amount, at=d.ago(days), to_balance=True)
    d.keep(plan)
    d.say_day(note["created"])


@BOOK.ticket(
    CREDIT,
    "where is my money",
    "you said you refunded me but there is NOTHING on my card. where is my refund",
    says=("$20.00",),
)
def nothing_on_the_card(d: Desk) -> None:
    credited(d, 5)


@BOOK.ticket(CREDIT, "credit", "I don't want credit, I want my money back on my card.", says=("$10.00",))
def wants_cash(d: Desk) -> None:
    credited(d, 3, 1000)


@BOOK.ticket(
    CREDIT, "Gutschrift", "Wo bleibt meine Erstattung? Ihr habt gesagt, das Geld ist unterwegs.", locale="de"
)
def german_credit(d: Desk) -> None:
    credited(d, 8)
