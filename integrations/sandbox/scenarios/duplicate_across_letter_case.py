"""He signed up a second time with his address in other letters: two records, one card, two subscriptions."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    old = books.customer(
        "jonas.berg@fjordline.example",
        "Jonas Berg",
        created=world.ago(days=205),
        metadata={"account": "jberg"},
    )
    card = books.card(old, "5454", "mastercard", exp=(4, 2028), country="NO")
    books.renew_until_now(
        books.subscribe(old, shop.pro, at=world.ago(days=205), card=card, metadata={"account": "jberg"})
    )
    new = books.customer("Jonas.Berg@Fjordline.example", "Jonas Berg", created=world.ago(days=12))
    same_card = books.card(new, like=card)
    books.subscribe(new, shop.pro, at=world.ago(days=12, minutes=4), card=same_card, checkout=True)
    world.zendesk.ticket(
        world.zendesk.person("Jonas Berg", "jonas.berg@fjordline.example"),
        "Double subscription??",
        "Hello, after the new phone I had to log in again and it asked me to pay, so I paid. Now I see two "
        "subscriptions from Northwind on my Mastercard this month. In my account page I only see one. "
        "Can you check and refund the extra one?\n\nBest, Jonas",
        at=world.ago(hours=2, minutes=10),
    )
