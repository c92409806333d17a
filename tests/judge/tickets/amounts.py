"""S30 to S34: the bill is right, but nobody expected the amount."""

from tests.judge.labels import NO_USAGE, Book, Desk, Label

BOOK = Book("amounts")

USAGE = Label("self_serve_missing", "metered_overage", "explain_only", gaps=(NO_USAGE,))
TAX = Label("self_serve_missing", "tax_added", "explain_only")
CURRENCY = Label("self_serve_missing", "currency_differs", "explain_only")
BALANCE = Label("self_serve_missing", "balance_changed_bill", "explain_only")
OVERPAID = Label("duplicate_subscription", "overpaid", "explain_only")


# ------------------------------------------------------------------ S30
def used_more(d: Desk, units: int, days: float = 65) -> None:
    plan = d.books.subscribe(d.customer(days=days), d.shop.pro, at=d.ago(days), also=[(d.shop.storage, 1)])
    d.books.renew(plan, usage=200)
    d.books.renew(plan, usage=units)
    d.keep(plan)


@BOOK.ticket(USAGE, "Bill went from 26 to 117 dollars", "Can someone explain why my bill is suddenly $117? I haven't changed my plan. Where do I even see "
             "what I'm using?")  # fmt: skip
def where_do_i_see_it(d: Desk) -> None:
    used_more(d, 4850)


@BOOK.ticket(USAGE, "overcharged!!!", "overcharged!!! plan is 20 you took 60. refund")
def took_sixty(d: Desk) -> None:
    used_more(d, 2000)


@BOOK.ticket(
    USAGE, "Rechnung zu hoch", "Warum ist meine Rechnung so hoch? Im Tarif stehen 20 Dollar.", locale="de"
)
def german_too_high(d: Desk) -> None:
    used_more(d, 3100)


@BOOK.ticket(USAGE, "limit", "Did I hit some limit? Where can I see my usage, and why is this month higher")
def asks_for_the_usage(d: Desk) -> None:
    used_more(d, 1200)


# ------------------------------------------------------------------ S31
def taxed_now(d: Desk, percent: float, price=None) -> None:
    plan = d.books.subscribe(d.customer(days=36), price or d.shop.pro, at=d.ago(36))
    d.books.renew(plan, tax_percent=percent)
    d.keep(plan)


@BOOK.ticket(TAX, "21.60?", "Why am I suddenly charged $21.60 instead of $20?", says=("$1.60",))
def eight_percent(d: Desk) -> None:
    taxed_now(d, 8)


@BOOK.ticket(
    TAX,
    "VAT",
    "You added VAT to our invoice. We are a company, we have a VAT id. Please explain",
    says=("€3.42",),
)
def company_with_vat_id(d: Desk) -> None:
    taxed_now(d, 19, d.shop.pro_euro)


@BOOK.ticket(TAX, "Preiserhöhung", "Wieso wurde mir mehr abgebucht als sonst?", locale="de")
def german_more_than_usual(d: Desk) -> None:
    taxed_now(d, 19, d.shop.pro_euro)


# ------------------------------------------------------------------ S32
@BOOK.ticket(
    CURRENCY,
    "wrong amount",
    "My bank shows 18,71 EUR but your price is $20? Which one is it. And there is a foreign fee on top",
    says=("$20.00",),
)
def bank_shows_euro(d: Desk) -> None:
    d.keep(d.plan(d.customer(days=20, country="DE"), days=20))


@BOOK.ticket(
    CURRENCY,
    "too much",
    "I was charged £15.90, your page says 20 dollars. Overcharged me? Exchange rate is not that",
)
def pounds_and_dollars(d: Desk) -> None:
    d.keep(d.plan(d.customer(days=12, country="GB"), days=12))


@BOOK.ticket(
    CURRENCY,
    "unknown fee",
    "Unexpected charge: you took $20 and my bank added a currency conversion fee. Refund the fee",
)
def conversion_fee(d: Desk) -> None:
    d.keep(d.plan(d.customer(days=25, country="CH"), days=25))


# ------------------------------------------------------------------ S33
def balance_used(d: Desk, amount: int) -> None:
    me = d.customer(days=36)
    plan = d.books.subscribe(me, d.shop.pro, at=d.ago(36))
    d.books.balance(me, amount, at=d.ago(15))
    d.books.renew(plan)
    d.keep(plan)


@BOOK.ticket(
    BALANCE,
    "charged less?",
    "Why was I charged only $12.50 this month? Wrong amount? My plan is 20",
    says=("$12.50",),
)
def credit_used_up(d: Desk) -> None:
    balance_used(d, -750)


@BOOK.ticket(BALANCE, "charged more", "Why did you charge me $25 instead of 20 this time", says=("$25.00",))
def debt_added(d: Desk) -> None:
    balance_used(d, 500)


@BOOK.ticket(BALANCE, "montant", "Pourquoi avez-vous prélevé 14,00 $ au lieu de 20 ce mois-ci ?", locale="fr")
def french_credit(d: Desk) -> None:
    balance_used(d, -600)


# ------------------------------------------------------------------ S34
def paid_too_much(d: Desk, extra: int) -> None:
    me = d.customer(days=40)
    invoice = d.books.invoice(me, 30000, at=d.ago(20), description="Workshop")
    d.books.pay_invoice(invoice, at=d.ago(9))
    d.books.change(invoice, amount_overpaid=extra)


@BOOK.ticket(
    OVERPAID,
    "paid twice",
    "Our bank paid your invoice twice by mistake, please return the second transfer",
    says=("$300.00",),
)
def transfer_sent_twice(d: Desk) -> None:
    paid_too_much(d, 30000)


@BOOK.ticket(
    OVERPAID,
    "overpayment",
    "We overpaid invoice by 12 USD (rounding), please refund the difference",
    says=("$12.00",),
)
def rounded_up(d: Desk) -> None:
    paid_too_much(d, 1200)


@BOOK.ticket(
    OVERPAID,
    "Überzahlung",
    "Wir haben die Rechnung doppelt bezahlt, bitte um Rückerstattung.",
    locale="de",
    says=("300,00 $",),
)
def german_paid_twice(d: Desk) -> None:
    paid_too_much(d, 30000)
