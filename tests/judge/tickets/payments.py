"""S16 to S24: a payment that does not go through. The page that mends it, nothing charged from our side."""

from tests.judge.labels import FINAL, MONEY, NO_PORTAL, Book, Desk, Label

BOOK = Book("payments")
_NEVER = (*MONEY, *FINAL, "set_cancel_at_period_end")

PAST_DUE = Label("payment_failed", "payment_past_due", "send_portal_payment_update", never=_NEVER)
CONFIRM = Label("payment_failed", "authentication_required", "send_hosted_invoice_link", never=_NEVER)
EXPIRED = Label("payment_failed", "card_expired", "send_portal_payment_update", never=_NEVER)
FIRST = Label("payment_failed", "checkout_incomplete", "send_hosted_invoice_link", never=_NEVER)
CART = Label("payment_failed", "checkout_abandoned", "send_checkout_link", never=_NEVER)
BLOCKED = Label(
    "payment_failed",
    "payment_blocked",
    "escalate_human",
    never=_NEVER,
    hides=("risk", "Radar", "rule", "score"),
)
DEBIT = Label("payment_failed", "bank_debit_pending", ("wait_and_recheck", "explain_only"), never=_NEVER)
OVERDUE = Label("payment_failed", "invoice_overdue", "send_hosted_invoice_link", never=_NEVER)
UNPAID = Label("payment_failed", "subscription_unpaid", "send_portal_payment_update", never=_NEVER)


def renewal_declined(
    d: Desk,
    days: float = 62,
    code: str = "insufficient_funds",
    attempts: int = 1,
    status: str = "past_due",
    **of_customer,
):
    plan = d.plan(d.customer(days=days, **of_customer), days=days, paid_until_now=False)
    while d.books.period_end(plan) < d.ago(30):
        d.books.renew(plan)
    d.books.fail_renewal(plan, decline_code=code, attempts=attempts, status=status)
    return plan


# ------------------------------------------------------------------ S16
@BOOK.ticket(PAST_DUE, "payment failed email", "i got an email my payment failed but my card works everywhere else?? pls don't downgrade, "
             "i have a deadline. how do i pay this", says=("$20.00",))  # fmt: skip
def works_everywhere_else(d: Desk) -> None:
    renewal_declined(d, 50, attempts=2)


@BOOK.ticket(PAST_DUE, "locked", "Why is my workspace locked??? I pay every month!!")
def locked_and_unaware(d: Desk) -> None:
    renewal_declined(d, 45, "do_not_honor")


@BOOK.ticket(
    PAST_DUE,
    "Paiement refusé",
    "Bonjour, mon paiement est refusé depuis deux jours. Que faire ?",
    locale="fr",
    says=("20,00 $US",),
)
def french_refused(d: Desk) -> None:
    renewal_declined(d, 40, "generic_decline")


@BOOK.ticket(
    PAST_DUE, "card declined", "My card was stolen and blocked so your charge failed. I have a new card now."
)
def stolen_card(d: Desk) -> None:
    renewal_declined(d, 41, "stolen_card")


@BOOK.ticket(
    PAST_DUE,
    "payment",
    "payment failed, what now",
    shop="no_portal",
    first="send_hosted_invoice_link",
    gaps=(NO_PORTAL,),
)
def failed_without_a_portal(d: Desk) -> None:
    renewal_declined(d, 44)


# ------------------------------------------------------------------ S17
def bank_asks(d: Desk, days: float = 40, price=None) -> None:
    plan = d.plan(
        d.customer(days=days, country="FR"), price or d.shop.pro_euro, days=days, paid_until_now=False
    )
    d.books.require_action(plan)


@BOOK.ticket(CONFIRM, "Renewal not going through", "your site shows a red banner that my subscription is past due. My bank app shows nothing was refused. "
             "I tried to click retry, nothing happens.", says=("€18.00",))  # fmt: skip
def red_banner(d: Desk) -> None:
    bank_asks(d)


@BOOK.ticket(CONFIRM, "3D secure", "3DS popup never appears, payment keeps failing, fix your checkout")
def popup_never_appears(d: Desk) -> None:
    bank_asks(d, 35)


@BOOK.ticket(
    CONFIRM,
    "Zahlung",
    "Meine Bank verlangt eine Bestätigung, aber ich bekomme keine Aufforderung. Zahlung fehlgeschlagen.",
    locale="de",
    says=("18,00 €",),
)
def german_confirmation(d: Desk) -> None:
    bank_asks(d, 38)


# ------------------------------------------------------------------ S18
def expired(d: Desk, days: float = 50) -> None:
    me = d.customer(days=days, no_card=True)
    d.books.card(me, "1881", exp=(d.ago(70).month, d.ago(70).year))
    plan = d.books.subscribe(me, d.shop.pro, at=d.ago(days))
    d.books.fail_renewal(plan, decline_code="expired_card")


@BOOK.ticket(
    EXPIRED,
    "new card",
    "my card expired, got a new one with the same bank, where do I put it",
    says=("1881",),
)
def where_to_put_the_new_one(d: Desk) -> None:
    expired(d)


@BOOK.ticket(EXPIRED, "why suspended", "Why did you suspend me? I never missed a payment in my life.")
def never_missed_a_payment(d: Desk) -> None:
    expired(d, 45)


@BOOK.ticket(
    EXPIRED,
    "Tarjeta caducada",
    "Hola, mi tarjeta ha caducado y el pago ha fallado. ¿Cómo la cambio?",
    locale="es",
)
def spanish_expired(d: Desk) -> None:
    expired(d, 48)


# ------------------------------------------------------------------ S19
def never_started(d: Desk, hours: float, status: str = "incomplete", code: str = "generic_decline") -> None:
    d.plan(d.customer(days=2), days=hours / 24, status=status, decline_code=code)


@BOOK.ticket(
    FIRST,
    "cannot subscribe",
    "Tried to subscribe this morning, card declined. Bank says all fine. Now it says incomplete?",
    says=("$20.00",),
)
def still_in_time(d: Desk) -> None:
    never_started(d, 5)


@BOOK.ticket(FIRST, "signup", "sign up doesn't work, your payment form is broken")
def blames_the_form(d: Desk) -> None:
    never_started(d, 9, code="incorrect_cvc")


@BOOK.ticket(FIRST, "Not upgraded", "I upgraded days ago and I'm still on free??", first="send_checkout_link")
def time_is_over(d: Desk) -> None:
    never_started(d, 70, "incomplete_expired")


# ------------------------------------------------------------------ S20
@BOOK.ticket(
    CART, "did my order go through", "I was about to pay for Pro and the page closed. Did it go through?"
)
def page_closed(d: Desk) -> None:
    d.books.checkout(d.customer(days=3), d.shop.pro, at=d.ago(2), status="expired", recovery=True)


@BOOK.ticket(CART, "checkout", "checkout failed, can't complete the payment", says=("$192.00",))
def no_recovery_link(d: Desk) -> None:
    d.books.checkout(d.customer(days=5), d.shop.pro_yearly, at=d.ago(1.5), status="expired")


@BOOK.ticket(CART, "pago", "No he podido completar el pago ayer, ¿me han cobrado?", locale="es")
def spanish_checkout(d: Desk) -> None:
    d.books.checkout(d.customer(days=4), d.shop.pro_euro, at=d.ago(1), status="expired", recovery=True)


# ------------------------------------------------------------------ S21
@BOOK.ticket(
    BLOCKED,
    "payment not possible",
    "Your system refuses my card, my bank says you never even asked them. What's wrong?",
)
def bank_was_never_asked(d: Desk) -> None:
    d.books.failed_charge(d.customer(days=2), 4900, at=d.ago(1), decline_code="fraudulent")


@BOOK.ticket(
    BLOCKED, "declined again and again", "Payment declined 3 times, different browsers. I am a real person!!"
)
def a_real_person(d: Desk) -> None:
    me = d.customer(days=2)
    for minutes in (50, 40, 30):
        d.books.failed_charge(me, 19200, at=d.ago(0, minutes=minutes + 200), decline_code="fraudulent")


@BOOK.ticket(
    BLOCKED,
    "Zahlung abgelehnt",
    "Meine Zahlung wird immer abgelehnt, obwohl die Karte in Ordnung ist.",
    locale="de",
)
def german_blocked(d: Desk) -> None:
    d.books.failed_charge(d.customer(days=6), 2000, at=d.ago(2), decline_code="fraudulent")


# ------------------------------------------------------------------ S22
def debit(d: Desk, days: float, kind: str = "sepa_debit", currency: str = "eur", amount: int = 1800) -> None:
    me = d.customer(days=30, no_card=True, country="DE")
    account = d.books.bank_account(me, kind)
    d.books.charge(
        me, amount, at=d.ago(days), currency=currency, card=account, pending=True, description="Pro"
    )


@BOOK.ticket(
    DEBIT,
    "paid but not active",
    "I paid by bank transfer/SEPA three days ago and my account is still not active",
    says=("€18.00",),
)
def three_days_by_sepa(d: Desk) -> None:
    debit(d, 3)


@BOOK.ticket(DEBIT, "payment pending", "payment is pending since monday, should I pay again with card?")
def should_i_pay_again(d: Desk) -> None:
    debit(d, 4, "us_bank_account", "usd", 2000)


@BOOK.ticket(
    DEBIT,
    "Lastschrift",
    "Die Lastschrift ist noch nicht durch, bitte erstatten Sie mir das Geld, ich zahle lieber mit Karte.",
    locale="de",
)
def refund_of_a_pending_debit(d: Desk) -> None:
    debit(d, 2)


# ------------------------------------------------------------------ S23
def transfer_due(d: Desk, days: float, amount_seats: int = 10) -> None:
    me = d.customer(days=days + 5)
    d.plan(
        me, d.shop.team, days=days, quantity=amount_seats, collection_method="send_invoice", days_until_due=14
    )


@BOOK.ticket(
    OVERDUE,
    "payment reminder",
    "We received a reminder for an overdue invoice. How do we pay by card instead?",
    says=("$150.00",),
)
def reminder(d: Desk) -> None:
    transfer_due(d, 25)


@BOOK.ticket(
    OVERDUE,
    "invoice overdue?",
    "Accounts payable here, is invoice of last month still open on your side? Please advise payment options.",
)
def accounts_payable(d: Desk) -> None:
    transfer_due(d, 28, 20)


@BOOK.ticket(
    OVERDUE,
    "Mahnung",
    "Wir haben eine Mahnung erhalten, die Zahlung ist überfällig laut Ihnen. Bitte um Prüfung.",
    locale="de",
)
def german_dunning(d: Desk) -> None:
    transfer_due(d, 22, 5)


# ------------------------------------------------------------------ S24
@BOOK.ticket(
    UNPAID, "account on hold", "Account on hold. I have a new card, want to pay what's open and continue."
)
def wants_to_go_on(d: Desk) -> None:
    renewal_declined(d, 50, attempts=4, status="unpaid")


@BOOK.ticket(UNPAID, "payment failed", "payments failed while I was in hospital, please help me get back in")
def was_in_hospital(d: Desk) -> None:
    plan = renewal_declined(d, 75, attempts=4, status="unpaid")
    d.books.change(plan, status="active")
    d.books.fail_renewal(plan, attempts=1, status="unpaid")


@BOOK.ticket(
    UNPAID,
    "Konto gesperrt",
    "Mein Konto ist gesperrt wegen fehlgeschlagener Zahlung, wie kann ich die Karte ändern?",
    locale="de",
)
def german_on_hold(d: Desk) -> None:
    renewal_declined(d, 55, attempts=4, status="unpaid")


# ------------------------------------------------------------------ look-alikes
@BOOK.ticket(Label("self_serve_missing", "card_update_requested", "send_portal_payment_update", never=_NEVER), "change card",
             "I want to use another card for my subscription", says=("4242",))  # fmt: skip
def nothing_failed(d: Desk) -> None:
    d.plan(d.customer(days=70), days=70)


@BOOK.ticket(Label("self_serve_missing", "card_update_requested", "send_portal_payment_update", never=_NEVER), "Karte wechseln",
             "Hallo, ich habe eine neue Kreditkarte und möchte sie hinterlegen.", locale="de")  # fmt: skip
def german_new_card(d: Desk) -> None:
    d.plan(d.customer(days=70), days=70)


@BOOK.ticket(Label("self_serve_missing", "card_update_requested", ("explain_only",), gaps=(NO_PORTAL,), never=_NEVER), "update credit card",
             "how do I update my credit card? here it is: 4111 1111 1111 1111 12/29 123", shop="no_portal", hides=("4111",))  # fmt: skip
def card_number_in_the_mail(d: Desk) -> None:
    d.plan(d.customer(days=30), days=30)
