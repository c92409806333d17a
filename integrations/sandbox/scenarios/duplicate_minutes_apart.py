"""She pressed "subscribe" twice and pays twice every month; the trap is to cancel the one her account uses."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    mira = books.customer("mira@bluepeak.example", "Mira Castellano", created=world.ago(days=74))
    card = books.card(mira, "4242", exp=(9, 2029))
    first = world.ago(days=74, hours=3)
    used = books.subscribe(mira, shop.pro, at=first, card=card, checkout=True, metadata={"account": "mira-c"})
    again = books.subscribe(
        mira, shop.pro, at=world.ago(days=74, hours=2, minutes=54), card=card, checkout=True
    )
    for subscription in (used, again):
        books.renew_until_now(subscription)
    world.zendesk.ticket(
        world.zendesk.person("Mira Castellano", "mira@bluepeak.example"),
        "charged TWICE again",
        "Hi, I just looked at my card statement and you have been taking $20 two times every single month, "
        "same day, minutes apart. I only have ONE account!! Please give me my money back for the second one "
        "and make it stop. I still need my notes so don't delete anything.\n\nMira",
        at=world.ago(minutes=38),
    )
