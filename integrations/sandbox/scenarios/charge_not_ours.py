"""He asks about a charge whose amount and name on the statement are not the shop's; his own bill is in order."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    greg = books.customer("greg@tallpineroofing.example", "Greg Lindqvist", created=world.ago(days=89))
    books.card(greg, "6011", "discover", exp=(7, 2028))
    books.renew_until_now(books.subscribe(greg, shop.pro, at=world.ago(days=89)))
    when = world.ago(days=3)
    world.zendesk.ticket(
        world.zendesk.person("Greg Lindqvist", "greg@tallpineroofing.example"),
        "what is this charge",
        f"My wife found a charge for $49.99 on {when:%B} {when.day}, it says NORTHWND NUTRITN 8442. I never agreed "
        "to 49.99!! My plan is 20. Take it off or I call the bank.",
        at=world.ago(hours=7),
    )
