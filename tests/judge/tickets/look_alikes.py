"""What looks like a double charge and is none: attempts, prorations, add-ons, holds, changes half done."""

from tests.judge.labels import NO_SEATS, Book, Desk, Label

BOOK = Book("look_alikes")

ATTEMPT = Label("self_serve_missing", "failed_attempt_taken_for_charge", "explain_only")
PRORATED = Label("self_serve_missing", "proration_taken_for_double_charge", "explain_only", gaps=(NO_SEATS,))


# ------------------------------------------------------------------ S04
@BOOK.ticket(ATTEMPT, "charged twice", "my banking app says -20 and again -20 (pending) from you. one purchase!! refund one",
             says=("$20.00",))  # fmt: skip
def first_card_refused(d: Desk) -> None:
    me = d.customer(days=4)
    d.books.failed_charge(me, 2000, at=d.ago(2, minutes=4), decline_code="do_not_honor")
    d.keep_charge(d.books.charge(me, 2000, at=d.ago(2)))


@BOOK.ticket(ATTEMPT, "doppelte Abbuchung", "ihr habt mir diesen monat 2x 18 euro abgebucht, eine davon vorgemerkt. bitte eine zurück",
             locale="de")  # fmt: skip
def renewal_refused_first(d: Desk) -> None:
    me = d.customer(days=36, country="DE")
    plan = d.books.subscribe(me, d.shop.pro_euro, at=d.ago(36))
    invoice = d.books.fail_renewal(plan, decline_code="do_not_honor")
    d.books.pay_invoice(invoice, at=d.ago(4))
    d.books.change(plan, status="active")
    d.keep(plan)


@BOOK.ticket(ATTEMPT, "3 charges for one", "I tried paying with two cards, first declined twice, last worked. My statement lists all "
             "three. I want the other two back.")  # fmt: skip
def two_refused_one_paid(d: Desk) -> None:
    me = d.customer(days=9)
    d.books.failed_charge(me, 4900, at=d.ago(3, minutes=9), decline_code="insufficient_funds")
    d.books.failed_charge(me, 4900, at=d.ago(3, minutes=6), decline_code="insufficient_funds")
    d.keep_charge(d.books.charge(me, 4900, at=d.ago(3)))


# ------------------------------------------------------------------ S05
@BOOK.ticket(PRORATED, "You've taken money twice", "You already took $20 at the start of my month and now there's ANOTHER payment. "
             "All I did was switch to Team. I want the second one back.")  # fmt: skip
def upgrade_to_team(d: Desk) -> None:
    plan = d.plan(d.customer(days=82), days=82)
    bill = d.books.upgrade(plan, d.shop.team, d.ago(5), quantity=4)
    d.keep(plan)
    d.say_day(bill["created"])


@BOOK.ticket(
    PRORATED,
    "weird amount",
    "What is this odd charge after I moved to the team plan? It's not any price on your page.",
)
def odd_amount_after_upgrade(d: Desk) -> None:
    plan = d.plan(d.customer(days=50), days=50)
    d.books.upgrade(plan, d.shop.team, d.ago(2), quantity=2)
    d.keep(plan)


@BOOK.ticket(PRORATED, "Facturé deux fois ?", "Bonjour, j'ai changé de formule la semaine dernière et vous m'avez facturé une deuxième "
             "fois ce mois-ci. Pourquoi ?", locale="fr")  # fmt: skip
def french_upgrade(d: Desk) -> None:
    plan = d.plan(d.customer(days=45), days=45)
    d.books.upgrade(plan, d.shop.team, d.ago(6), quantity=3)
    d.keep(plan)


# ------------------------------------------------------------------ none of them, although two are active
@BOOK.ticket(Label("self_serve_missing", ("metered_overage", "invoice_requested", "unclear"), ("explain_only", "send_hosted_invoice_link"),
                   gaps=("no_usage_visibility",)),
             "two northwind subscriptions", "I see two subscriptions from you, Pro and another one for storage. Is that a duplicate? "
             "Why do I pay extra?")  # fmt: skip
def add_on_beside_the_plan(d: Desk) -> None:
    """A second product is no duplicate of the first."""
    me = d.customer(days=70)
    d.keep(d.plan(me, days=70))
    d.keep(d.plan(me, d.shop.storage, days=40, usage=900))


@BOOK.ticket(Label("self_serve_missing", "cancellation_pending", "explain_only"),
             "still two plans", "I cancelled my monthly plan and took the yearly one. Why do I still see both as active? Am I paying twice?")  # fmt: skip
def monthly_running_out_beside_yearly(d: Desk) -> None:
    me = d.customer(days=100)
    old = d.plan(me, days=100)
    d.books.cancel_at_period_end(old, d.ago(4))
    d.keep(old)
    d.keep(d.plan(me, d.shop.pro_yearly, days=4))


@BOOK.ticket(Label("needs_human", ("not_our_charge", "unclear"), ("ask_customer", "explain_only")),
             "2 charges", "there are two charges of 20 on my statement from you")  # fmt: skip
def one_is_only_reserved(d: Desk) -> None:
    """One succeeded, one only authorised and never captured: nothing was taken twice."""
    me = d.customer(days=5)
    d.keep_charge(d.books.charge(me, 2000, at=d.ago(1), description="Order"))
    d.books.charge(me, 2000, at=d.ago(1, minutes=3), held=True, description="Order")


@BOOK.ticket(Label("needs_human", "unclear", ("ask_customer", "escalate_human")),
             "charged twice!!", "You charged me twice for template packs, I ordered the serif pack and the slab pack.")  # fmt: skip
def two_orders_of_one_price(d: Desk) -> None:
    """Two orders of the same price: the text says itself that two were bought, nothing is given back unasked."""
    me = d.customer(days=5)
    d.keep_charge(d.books.charge(me, 1500, at=d.ago(1), description="Serif pack"))
    d.keep_charge(d.books.charge(me, 1500, at=d.ago(1, minutes=8), description="Slab pack"))
