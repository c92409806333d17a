"""S06, S07: several seats. Nothing is refunded or ended until the owner says whose they are."""

from tests.judge.labels import MONEY, NO_SEATS, Book, Desk, Label

BOOK = Book("teams")

SEATS = Label(
    "multi_seat_intent", "many_subscriptions_really_seats", ("explain_only", "ask_customer"), gaps=(NO_SEATS,),
    never=(*MONEY, "cancel_subscription_now", "set_cancel_at_period_end"),
)  # fmt: skip
MORE_SEATS = Label("multi_seat_intent", "quantity_changed", "explain_only", gaps=(NO_SEATS,))


def seats(d: Desk, users: dict[str, float], key: str = "user") -> None:
    me = d.customer(days=max(users.values()) + 1)
    for user, days in users.items():
        d.keep(d.plan(me, days=days, metadata={key: user}, description=f"Pro for {user}"))


@BOOK.ticket(SEATS, "3 charges per month", "why do we have THREE northwind charges every month on the company amex. if these are "
             "duplicates please refund, otherwise what are we paying for", says=("$60.00",))  # fmt: skip
def three_colleagues(d: Desk) -> None:
    seats(d, {"dana": 190, "priya": 133, "luis": 41})


@BOOK.ticket(
    SEATS,
    "duplicate subscriptions",
    "We have 4 duplicate subscriptions, cancel and refund all but one.",
    says=("4",),
)
def four_workspaces(d: Desk) -> None:
    seats(d, {"north": 100, "south": 80, "east": 60, "west": 9}, key="workspace")


@BOOK.ticket(
    SEATS,
    "charged twice",
    "charged twice this month again, once for me once for my assistant I guess? refund",
)
def two_people(d: Desk) -> None:
    seats(d, {"boss": 55, "assistant": 20})


@BOOK.ticket(SEATS, "Mehrere Abbuchungen", "Guten Tag, wir werden jeden Monat dreimal belastet. Ist das ein Fehler? Bitte klären "
             "und gegebenenfalls erstatten.", locale="de")  # fmt: skip
def german_team(d: Desk) -> None:
    seats(d, {"anna": 70, "bernd": 65, "chris": 30})


@BOOK.ticket(
    MORE_SEATS,
    "charge in the middle of the month?",
    "We already paid for our team, why another charge this week?",
)
def two_seats_added(d: Desk) -> None:
    plan = d.plan(d.customer(days=90), d.shop.team, days=90, quantity=3)
    bill = d.books.change_quantity(plan, 5, d.ago(3))
    d.keep(plan)
    d.say_day(bill["created"])


@BOOK.ticket(
    MORE_SEATS,
    "double billing for team",
    "You double billed us. Team plan was paid on the 1st, now a second payment.",
)
def one_seat_added(d: Desk) -> None:
    plan = d.plan(d.customer(days=40), d.shop.team, days=40, quantity=2)
    d.books.change_quantity(plan, 3, d.ago(5))
    d.keep(plan)


@BOOK.ticket(
    MORE_SEATS,
    "seats",
    "How many seats are we paying for now and what was the extra charge for?",
    says=("6",),
)
def how_many_seats(d: Desk) -> None:
    plan = d.plan(d.customer(days=65), d.shop.team, days=65, quantity=4)
    d.books.change_quantity(plan, 6, d.ago(8))
    d.keep(plan)


@BOOK.ticket(
    MORE_SEATS,
    "extra seat",
    "We added one user and were billed at once, is that right?",
    shop="full_portal",
    gaps=(),
)
def portal_shows_seats(d: Desk) -> None:
    """Where the portal lets them see and change seats, no gap is left."""
    plan = d.plan(d.customer(days=33), d.shop.team, days=33, quantity=2)
    d.books.change_quantity(plan, 3, d.ago(2))
    d.keep(plan)
