"""An upgrade in mid-month was prorated; the customer takes the odd second amount for a double charge."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    tom = books.customer("tom@ridgewayfilms.example", "Tom Aldous", created=world.ago(days=82))
    books.card(tom, "1881", exp=(11, 2027), country="GB")
    plan = books.subscribe(tom, shop.pro, at=world.ago(days=82), checkout=True)
    books.renew_until_now(plan)
    books.upgrade(plan, shop.team, world.ago(days=5, hours=2), quantity=4)
    world.zendesk.ticket(
        world.zendesk.person("Tom Aldous", "tom@ridgewayfilms.example", locale="en-GB"),
        "You've taken money twice",
        "You already took $20 at the start of my month and now there's ANOTHER payment a few days ago for some "
        "random amount. All I did was switch to Team. I want the second one back please, this isn't what it said "
        "on the pricing page.",
        at=world.ago(hours=26),
    )
