"""As people write in public: long or three words, angry, wrong about the cause, three things at once."""

from tests.judge.labels import FINAL, GUARD, MONEY, NO_CANCEL, NO_SEATS, NO_USAGE, Book, Desk, Label

BOOK = Book("as_written")
_NEVER = (*MONEY, *FINAL, "set_cancel_at_period_end")


def twice(d: Desk, days: float = 6, price=None) -> None:
    me = d.customer(days=days + 1)
    d.keep(d.plan(me, price, days=days, checkout=True))
    d.plan(me, price, days=days - 4 / 1440, checkout=True)


TWICE = Label("duplicate_subscription", "duplicate_same_customer", "set_cancel_at_period_end", gaps=(GUARD,), refunds=2000,
              never=("cancel_subscription_now", "void_invoice"))  # fmt: skip


@BOOK.ticket(TWICE, "Re: Your receipt from Northwind Notes", "Why did I just get TWO of these emails 5 minutes apart??? I only pressed once, maybe twice because nothing "
             "happened. Can somebody PLEASE look into it, I've been a loyal user for years and this is not ok")  # fmt: skip
def two_receipts(d: Desk) -> None:
    twice(d)


@BOOK.ticket(
    TWICE, "scammers", "you people are thieves. took 40 bucks instead of 20. my lawyer will be in touch"
)
def thieves(d: Desk) -> None:
    twice(d, 3)


@BOOK.ticket(
    TWICE,
    "account merge",
    "I think I have two pro plans on the one account after paypal/card mixup? can you merge them and give back whatever is extra",
)
def please_merge(d: Desk) -> None:
    twice(d, 20)


@BOOK.ticket(Label("self_serve_missing", "annual_renewal_surprise", "verify_contract", gaps=(NO_CANCEL,)), "Refund request - unused",
             "To whom it may concern, on checking my statements I see a debit of $192. I have not logged in since last November and assumed the "
             "subscription lapsed. I would appreciate a full refund under consumer law. Regards")  # fmt: skip
def consumer_law(d: Desk) -> None:
    d.plan(d.customer(days=370), d.shop.pro_yearly, days=370)


@BOOK.ticket(Label("self_serve_missing", "annual_renewal_surprise", "verify_contract", gaps=(NO_CANCEL,)), "nonprofit",
             "we're a tiny non-profit and your renewal just emptied our account. please please can this be undone")  # fmt: skip
def tiny_non_profit(d: Desk) -> None:
    d.plan(d.customer(days=368), d.shop.team_yearly, days=368, quantity=2)


@BOOK.ticket(Label("product_failure", "charged_after_cancel", "refund_charge", never=("cancel_subscription_now", "void_invoice", "apply_credit"), refunds=2000),
             "STOP", "I cancelled this MONTHS ago and you STILL take money every month, what do I have to do, block my card??")  # fmt: skip
def block_my_card(d: Desk) -> None:
    plan = d.plan(d.customer(days=100), days=100, paid_until_now=False)
    d.books.renew(plan)
    d.books.renew(plan, at=d.ago(6))
    ended = int(d.ago(45).timestamp())
    d.books.change(plan, status="canceled", canceled_at=ended, ended_at=ended)


@BOOK.ticket(Label("self_serve_missing", "wants_to_cancel_cannot", "set_cancel_at_period_end", gaps=(NO_CANCEL,)), "done",
             "Done with this app. Take me off. Do not bill me again.")  # fmt: skip
def take_me_off(d: Desk) -> None:
    d.plan(d.customer(days=47), days=47)


@BOOK.ticket(Label("self_serve_missing", "wants_to_cancel_cannot", "set_cancel_at_period_end", gaps=(NO_CANCEL,)), "dark pattern",
             "it is ILLEGAL to let people subscribe online but not let them leave online. where is the off switch")  # fmt: skip
def off_switch(d: Desk) -> None:
    d.plan(d.customer(days=15), days=15)


@BOOK.ticket(Label("payment_failed", "payment_past_due", "send_portal_payment_update", never=_NEVER), "downgraded me??",
             "So apparently I'm downgraded because 'we could not process your payment'. I have plenty of money in that account.")  # fmt: skip
def plenty_of_money(d: Desk) -> None:
    plan = d.plan(d.customer(days=44), days=44, paid_until_now=False)
    d.books.fail_renewal(plan, decline_code="do_not_honor", attempts=2)


@BOOK.ticket(Label("payment_failed", "authentication_required", "send_hosted_invoice_link", never=_NEVER), "help",
             "I keep getting mails that my bank needs something from me but there's no button anywhere in those mails")  # fmt: skip
def no_button_in_the_mail(d: Desk) -> None:
    plan = d.plan(d.customer(days=36, country="IE"), d.shop.pro_euro, days=36, paid_until_now=False)
    d.books.require_action(plan)


@BOOK.ticket(Label("self_serve_missing", "failed_attempt_taken_for_charge", "explain_only"), "double charge",
             "Just checked my bank: two lines from you, both $20, one says 'pending' the other 'posted'. This is the second time this year. Fix your system")  # fmt: skip
def pending_and_posted(d: Desk) -> None:
    me = d.customer(days=40)
    plan = d.books.subscribe(me, d.shop.pro, at=d.ago(33))
    invoice = d.books.fail_renewal(plan, decline_code="generic_decline")
    d.books.pay_invoice(invoice, at=d.ago(1))
    d.books.change(plan, status="active")
    d.keep(plan)


@BOOK.ticket(Label("self_serve_missing", "metered_overage", "explain_only", gaps=(NO_USAGE,)), "hidden fees",
             "Hidden fees!! Advertised $20, invoice says $55.60. Nowhere in the app does it tell you what's being counted.")  # fmt: skip
def hidden_fees(d: Desk) -> None:
    plan = d.books.subscribe(d.customer(days=34), d.shop.pro, at=d.ago(34), also=[(d.shop.storage, 1)])
    d.books.renew(plan, usage=1780)
    d.keep(plan)


@BOOK.ticket(Label("multi_seat_intent", "many_subscriptions_really_seats", ("explain_only", "ask_customer"), gaps=(NO_SEATS,), never=_NEVER),
             "expense report", "Finance flagged 5 separate Northwind charges on one card this month. Looks like an error on your end - can you reverse 4 of them?")  # fmt: skip
def finance_flagged(d: Desk) -> None:
    me = d.customer(days=120)
    for number, days in enumerate((110, 95, 60, 32, 10)):
        d.keep(d.plan(me, days=days, metadata={"user_id": f"u{number}"}))


@BOOK.ticket(Label("self_serve_missing", "proration_taken_for_double_charge", "explain_only", gaps=(NO_SEATS,)), "$37.42",
             "Can anyone explain this charge? I upgraded like 3 days ago, was told 60/month and now this random number on top of what I paid on the 1st")  # fmt: skip
def random_number(d: Desk) -> None:
    plan = d.plan(d.customer(days=48), days=48)
    d.books.upgrade(plan, d.shop.team, d.ago(3), quantity=4)
    d.keep(plan)


@BOOK.ticket(Label("self_serve_missing", "already_refunded", "explain_only"), "a week!!!",
             "It's been a WEEK. Your colleague Ben said the money is on its way. My bank says there is nothing. Somebody is lying")  # fmt: skip
def somebody_is_lying(d: Desk) -> None:
    plan = d.plan(d.customer(days=50), days=50)
    made = d.books.refund(d.books.paid_charge(plan), at=d.ago(7))
    d.say_day(made["created"])
    d.keep(plan)


@BOOK.ticket(
    Label("needs_human", "dispute_open", "escalate_human"),
    "bank",
    "My bank opened a case against you already. If you refund me I'll drop it.",
)
def i_will_drop_it(d: Desk) -> None:
    plan = d.plan(d.customer(days=22), days=22)
    d.books.dispute(d.books.paid_charge(plan), at=d.ago(3))
    d.keep(plan)


@BOOK.ticket(Label("product_failure", "paid_no_access", "escalate_engineering"), "Still says trial",
             "I've paid. Twice I logged out and in. Still says trial expired, upgrade now. Then what did I pay for??")  # fmt: skip
def then_what_did_i_pay_for(d: Desk) -> None:
    me = d.customer(days=1)
    plan = d.plan(me, days=0.5, checkout=True)
    d.books.lock_out(me)
    d.books.undelivered_event("customer.subscription.created", plan, at=d.ago(0.5))
    d.keep(plan)


@BOOK.ticket(Label("self_serve_missing", "trial_converted", "set_cancel_at_period_end", gaps=(NO_CANCEL,), refunds=2000, never=FINAL),
             "Seriously?", "7 day free trial my a**. Day 8: boom, 20 dollars gone. Reverse it.")  # fmt: skip
def day_eight(d: Desk) -> None:
    d.plan(d.customer(days=9), days=8, trial_days=7)


@BOOK.ticket(Label("self_serve_missing", "invoice_requested", ("send_hosted_invoice_link", "send_invoice_pdf"), never=_NEVER), "tax season",
             "Hi! Doing my taxes, could I get a proper bill with your VAT number on it for the last charge? Thanks a bunch :)")  # fmt: skip
def tax_season(d: Desk) -> None:
    d.plan(d.customer(days=30), days=30)


@BOOK.ticket(Label("self_serve_missing", "cancellation_pending", "explain_only", never=_NEVER), "cancelled???",
             "clicked cancel yesterday, today I can still use everything. did it work or will you charge me again next month")  # fmt: skip
def did_it_work(d: Desk) -> None:
    plan = d.plan(d.customer(days=54), days=54)
    d.books.cancel_at_period_end(plan, d.ago(1))
    d.keep(plan)


@BOOK.ticket(
    Label("self_serve_missing", "cancellation_pending", "explain_only", never=_NEVER),
    "cancel my account now",
    "Cancel my subscription immediately!!",
)
def cancelled_long_ago(d: Desk) -> None:
    """Nothing runs any more: there is nothing to cancel."""
    plan = d.plan(d.customer(days=90), days=90, paid_until_now=False)
    d.books.renew(plan)
    d.books.cancel(plan, d.ago(31))


@BOOK.ticket(
    Label("needs_human", "unclear", ("ask_customer", "explain_only")),
    "Question",
    "Hi, quick question about my bill. Can you call me? 0151 2345678",
)
def please_call(d: Desk) -> None:
    d.keep(d.plan(d.customer(days=20), days=20))


@BOOK.ticket(
    Label("needs_human", "unclear", ("ask_customer", "escalate_human")),
    "refund",
    "I'd like a refund for this month. I was ill and couldn't use it.",
)
def was_ill(d: Desk) -> None:
    """Nothing is owed and no rule gives it: a lead decides on a kindness."""
    d.keep(d.plan(d.customer(days=75), days=75))
