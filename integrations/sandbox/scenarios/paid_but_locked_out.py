"""He paid for Team, the shop's server missed the webhooks, and the app still says "free plan": not a billing error."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    paid_at = world.ago(hours=19, minutes=20)
    ravi = books.customer("ravi@lumenlabs.example", "Ravi Menon", created=paid_at)
    books.card(ravi, "1117", "discover", exp=(10, 2028))
    plan = books.subscribe(ravi, shop.team, at=paid_at, quantity=5, checkout=True)
    books.lock_out(ravi)
    session = books.first("checkout.session", subscription=plan)
    for kind, about in (
        ("customer.subscription.created", plan),
        ("invoice.paid", books.latest_invoice(plan)),
        ("checkout.session.completed", session),
    ):
        assert about is not None
        books.undelivered_event(kind, about, at=paid_at)
    world.zendesk.ticket(
        world.zendesk.person("Ravi Menon", "ravi@lumenlabs.example"),
        "Paid, still on free plan",
        "Bought 5 team seats yesterday evening, money is gone from my account, got the receipt. App still says "
        "Free plan and my colleagues can't join. Tried logging out, other browser, everything. We present to a "
        "client on Thursday. Fix it or refund it.",
        at=world.ago(minutes=21),
    )
