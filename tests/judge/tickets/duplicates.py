"""S01 to S03: the same thing paid twice. The extra one ends, only its payments go back, the kept one stays untouched."""

from tests.judge.labels import GUARD, MONEY, Book, Desk, Label

BOOK = Book("duplicates")

TWICE = Label(
    "duplicate_subscription",
    "duplicate_same_customer",
    "set_cancel_at_period_end",
    gaps=(GUARD,),
    never=("cancel_subscription_now", "void_invoice", "apply_credit", "retry_invoice"),
)
TWO_RECORDS = Label(
    "duplicate_subscription",
    "duplicate_across_customers",
    "set_cancel_at_period_end",
    gaps=(GUARD,),
    never=TWICE.never,
)
DOUBLE_CLICK = Label(
    "duplicate_subscription", "charged_twice_minutes_apart", "refund_charge", gaps=(GUARD,), never=TWICE.never
)


def two_checkouts(d: Desk, price, days: float, minutes_apart: float, **of_first) -> tuple:
    """Two checkouts by one customer; both renewed since. Returns the first and the second."""
    me = d.customer(days=days + 1)
    first = d.plan(me, price, days=days, checkout=True, **of_first)
    second = d.plan(me, price, days=days - minutes_apart / 1440, checkout=True)
    return first, second


# ------------------------------------------------------------------ S01
@BOOK.ticket(TWICE, "charged TWICE again", "you have been taking $20 two times every month, I have ONE account!! "
             "give me the second one back and make it stop. do not delete my notes", refunds=6000, says=("$20.00",))  # fmt: skip
def two_clicks_months_ago(d: Desk) -> None:
    first, _ = two_checkouts(d, d.shop.pro, 74, 6, metadata={"account": "mira"})
    d.keep(first)


@BOOK.ticket(TWICE, "Double payment", "Hello, my bank shows 2 payments of 20 USD to Northwind on the same day. I only "
             "subscribed once. Please check.", refunds=2000, says=("$20.00",))  # fmt: skip
def page_froze_last_week(d: Desk) -> None:
    first, second = two_checkouts(d, d.shop.pro, 6, 3)
    d.keep(first)
    d.say_day(second["created"])


@BOOK.ticket(TWICE, "??", "two subscriptions????", refunds=2000)
def hardly_a_word(d: Desk) -> None:
    first, _ = two_checkouts(d, d.shop.pro, 3, 14)
    d.keep(first)


@BOOK.ticket(TWICE, "Hi", "Hi there, could someone have a look at my account please? Something is off. Thanks, Ola",
             refunds=2000)  # fmt: skip
def says_nothing_at_all(d: Desk) -> None:
    first, _ = two_checkouts(d, d.shop.pro, 4, 2)
    d.keep(first)


@BOOK.ticket(TWICE, "Refund", "I want a refund for the subscription I don't use. I bought Pro again because I could not log "
             "in with my old mail and now I pay for both.", refunds=2000, says=("$20.00",))  # fmt: skip
def bought_again_half_a_year_later(d: Desk) -> None:
    """Same card, the app marks both for the same account: proven, though months apart."""
    me = d.customer(days=200)
    first = d.plan(me, days=200, metadata={"account": "kofi"})
    d.keep(first)
    d.plan(me, days=9, metadata={"account": "kofi"})


@BOOK.ticket(TWICE, "Doppelt abgebucht", "Hallo, seit letzter Woche habe ich zwei Abos und ihr habt 2x 18 Euro abgebucht. "
             "Ich brauche nur eins. Bitte das zweite zurückerstatten.", locale="de", refunds=1800, says=("18,00\xa0€",))  # fmt: skip
def german_two_plans(d: Desk) -> None:
    first, _ = two_checkouts(d, d.shop.pro_euro, 8, 4)
    d.keep(first)


@BOOK.ticket(
    TWICE,
    "billing",
    "why did u charge me twice, the 2nd one is the one connected to my workspace btw",
    refunds=2000,
)
def the_app_knows_the_newer(d: Desk) -> None:
    """The trap of keeping the oldest: the app's mark is on the second, ending it would take the access away."""
    me = d.customer(days=30)
    d.plan(me, days=12.01, checkout=True)
    d.keep(d.plan(me, days=12, checkout=True, metadata={"workspace": "northstar"}))


@BOOK.ticket(TWICE, "Double yearly charge", "I got charged $192 twice when buying the annual plan, the page gave an error "
             "and I retried. Refund one of them please.", first="verify_contract", says=("$192.00",),
             never=(*MONEY, "cancel_subscription_now"))  # fmt: skip
def two_yearly_plans(d: Desk) -> None:
    """Yearly contracts are read before money moves."""
    first, _ = two_checkouts(d, d.shop.pro_yearly, 5, 7)
    d.keep(first)


@BOOK.ticket(
    TWICE,
    "three??",
    "THREE charges today!!! the button didn't react so I clicked again. one is enough",
    refunds=4000,
)
def three_clicks(d: Desk) -> None:
    me = d.customer(days=2)
    first = d.plan(me, days=1, checkout=True)
    d.keep(first)
    d.plan(me, days=1 - 2 / 1440, checkout=True)
    d.plan(me, days=1 - 4 / 1440, checkout=True)


# ------------------------------------------------------------------ S02
@BOOK.ticket(TWO_RECORDS, "Double subscription??", "After the new phone it asked me to pay again so I paid. Now I see two "
             "Northwind subscriptions on my card. Can you refund the extra one?", refunds=2000, says=("$20.00",))  # fmt: skip
def same_address_in_other_letters(d: Desk) -> None:
    old = d.customer(days=205, metadata={"account": "jb"})
    d.keep(d.plan(old, days=205, metadata={"account": "jb"}))
    card = d.books.get(old["invoice_settings"]["default_payment_method"])
    new = d.customer(d.email.title(), days=12, like=card)
    d.plan(new, days=12, checkout=True)


@BOOK.ticket(TWO_RECORDS, "charged on two accounts", "Hey, I seem to have 2 accounts with the same email. One Pro from spring, one "
             "from last month. I am paying both, pls fix and give back what I overpaid", refunds=4000)  # fmt: skip
def same_address_twice(d: Desk) -> None:
    old = d.customer(days=150)
    card = d.books.get(old["invoice_settings"]["default_payment_method"])
    d.keep(d.plan(old, days=150))
    new = d.customer(days=36, like=card)
    d.plan(new, days=36)


@BOOK.ticket(TWO_RECORDS, "prélèvement en double", "Bonjour, je suis débitée deux fois par mois depuis que j'ai changé de "
             "téléphone. Merci de me rembourser le deuxième abonnement.", locale="fr", refunds=1800)  # fmt: skip
def french_two_records(d: Desk) -> None:
    old = d.customer(days=120, country="FR")
    card = d.books.get(old["invoice_settings"]["default_payment_method"])
    d.keep(d.plan(old, d.shop.pro_euro, days=120))
    new = d.customer(d.email.upper(), days=20, like=card, country="FR")
    d.plan(new, d.shop.pro_euro, days=20)


# ------------------------------------------------------------------ S03
@BOOK.ticket(DOUBLE_CLICK, "paid 2x for template pack", "I bought the template pack once, my card was hit twice within a minute. "
             "$49 each. Please return one.", refunds=4900, says=("$49.00",))  # fmt: skip
def template_pack(d: Desk) -> None:
    me = d.customer(days=60)
    d.keep_charge(d.books.charge(me, 4900, at=d.ago(2), description="Template pack"))
    d.books.charge(me, 4900, at=d.ago(2) + d.hours(1 / 60), description="Template pack")


@BOOK.ticket(DOUBLE_CLICK, "duplicate transaction", "Transaction duplicated: EUR 12.00 two times, same minute. Reverse one.",
             refunds=1200, says=("€12.00",))  # fmt: skip
def credits_in_euro(d: Desk) -> None:
    me = d.customer(days=20, country="NL")
    d.keep_charge(d.books.charge(me, 1200, at=d.ago(1), currency="eur", description="Credits"))
    d.books.charge(me, 1200, at=d.ago(1) + d.hours(0.03), currency="eur", description="Credits")


@BOOK.ticket(DOUBLE_CLICK, "二重請求", "昨日テンプレートを購入しましたが、980円が2回請求されています。1回分を返金してください。",
             locale="ja", refunds=980)  # fmt: skip
def japanese_double_click(d: Desk) -> None:
    me = d.customer(days=10, country="JP")
    d.keep_charge(d.books.charge(me, 980, at=d.ago(1), currency="jpy", description="Template"))
    d.books.charge(me, 980, at=d.ago(1) + d.hours(0.04), currency="jpy", description="Template")
