"""S08, S09, S15: money taken as agreed, but not expected. Giving back is a kindness; yearly contracts are read first."""

from tests.judge.labels import MONEY, NO_CANCEL, Book, Desk, Label

BOOK = Book("renewals")

YEAR = Label("self_serve_missing", "annual_renewal_surprise", "verify_contract", gaps=(NO_CANCEL,))
TRIAL = Label(
    "self_serve_missing", "trial_converted", "set_cancel_at_period_end", gaps=(NO_CANCEL,),
    never=("cancel_subscription_now", "void_invoice"),
)  # fmt: skip
COUPON = Label("self_serve_missing", "coupon_ended", "explain_only")


# ------------------------------------------------------------------ S08
@BOOK.ticket(YEAR, "$192???", "I was just charged $192 out of nowhere. I haven't opened the app since spring and nobody warned "
             "me. Please reverse it, I don't want another year.", says=("$192.00",))  # fmt: skip
def forgotten_year(d: Desk) -> None:
    d.plan(d.customer(days=371), d.shop.pro_yearly, days=371)


@BOOK.ticket(YEAR, "auto renewal", "your company auto renewed my yearly plan without any notice. this is theft. refund NOW or I call "
             "my bank", says=("$192.00",))  # fmt: skip
def threatens_the_bank(d: Desk) -> None:
    d.plan(d.customer(days=380), d.shop.pro_yearly, days=380)


@BOOK.ticket(YEAR, "Jahresabo", "Mein Abo wurde automatisch um ein Jahr verlängert, ich nutze es nicht mehr. Bitte stornieren und "
             "Geld zurück.", locale="de")  # fmt: skip
def german_year(d: Desk) -> None:
    d.plan(d.customer(days=369), d.shop.pro_yearly, days=369)


@BOOK.ticket(
    YEAR,
    "renewal",
    "Hi! Our yearly team plan renewed. We are closing the studio. Is it possible to get it back?",
)
def yearly_team(d: Desk) -> None:
    d.plan(d.customer(days=372), d.shop.team_yearly, days=372, quantity=3)


@BOOK.ticket(
    YEAR,
    "renewed",
    "Renewed last week, I wanted to switch that off. Refund please.",
    shop="full_portal",
    gaps=(),
)
def portal_could_have_done_it(d: Desk) -> None:
    d.plan(d.customer(days=373), d.shop.pro_yearly, days=373)


# ------------------------------------------------------------------ S09
@BOOK.ticket(TRIAL, "Charged after free trial", "I signed up for a FREE trial and you charged me $20. I want my money back and cancel.",
             refunds=2000, says=("$20.00",))  # fmt: skip
def free_means_free(d: Desk) -> None:
    plan = d.plan(d.customer(days=20), days=17, trial_days=14)
    d.say_day(d.books.get(plan)["trial_end"])


@BOOK.ticket(
    TRIAL, "trial", "forgot to cancel my trial, can you refund? I haven't used it since", refunds=2000
)
def forgot_to_cancel(d: Desk) -> None:
    d.plan(d.customer(days=9), days=9, trial_days=7)


@BOOK.ticket(TRIAL, "¿Por qué me han cobrado?", "Hola, me apunté a la prueba gratis y me han cobrado 18 euros sin avisar. Quiero que me "
             "devuelvan el dinero.", locale="es", refunds=1800)  # fmt: skip
def spanish_trial(d: Desk) -> None:
    d.plan(d.customer(days=20, country="ES"), d.shop.pro_euro, days=16, trial_days=14)


@BOOK.ticket(TRIAL, "what is this charge", "What is this $20 charge? I never bought anything", refunds=2000)
def never_bought_anything(d: Desk) -> None:
    d.plan(d.customer(days=31), days=31, trial_days=30)


@BOOK.ticket(
    Label("not_billing", "not_billing", "explain_only"),
    "trial",
    "Hi, how do I import notes from another app during my trial?",
)
def still_on_trial(d: Desk) -> None:
    d.plan(d.customer(days=3), days=3, trial_days=14)


# ------------------------------------------------------------------ S15
def coupon_ran_out(d: Desk, percent: float, months: int) -> None:
    days = 30.5 * months + 12
    me = d.customer(days=days)
    d.plan(me, days=days, coupon=d.books.coupon(percent_off=percent, months=months))


@BOOK.ticket(
    COUPON,
    "Price went up",
    "My price doubled this month?! I was paying 10 and now 20. Nobody told me.",
    says=("$20.00",),
)
def half_price_for_three_months(d: Desk) -> None:
    coupon_ran_out(d, 50, 3)


@BOOK.ticket(COUPON, "why more", "Why was I charged more than last month", says=("$20.00",))
def quarter_off_for_two_months(d: Desk) -> None:
    coupon_ran_out(d, 25, 2)


@BOOK.ticket(
    COUPON, "overcharged", "You overcharged me. My plan is $12, you took $20. Refund the difference."
)
def asks_for_the_difference(d: Desk) -> None:
    coupon_ran_out(d, 40, 6)


@BOOK.ticket(Label("self_serve_missing", "invoice_requested", ("send_hosted_invoice_link", "send_invoice_pdf")), "receipt",
             "Please send me the receipt of my last payment")  # fmt: skip
def discount_still_runs(d: Desk) -> None:
    d.plan(d.customer(days=40), days=40, coupon=d.books.coupon(percent_off=50, months=12))


@BOOK.ticket(Label("self_serve_missing", ("wants_to_cancel_cannot", "annual_renewal_surprise"),
                   ("verify_contract", "set_cancel_at_period_end"), gaps=(NO_CANCEL,), never=(*MONEY, "cancel_subscription_now")),
             "stop next year", "Please make sure my yearly plan does NOT renew next time.")  # fmt: skip
def bought_four_months_ago(d: Desk) -> None:
    d.plan(d.customer(days=130), d.shop.pro_yearly, days=130)
