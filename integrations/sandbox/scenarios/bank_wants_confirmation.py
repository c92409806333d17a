"""Her bank wants her to confirm the renewal (3-D Secure); charging again from our side can never work."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    elise = books.customer(
        "elise@atelier-marchand.example", "Elise Marchand", created=world.ago(days=63), country="FR"
    )
    books.card(elise, "3220", exp=(5, 2029), country="FR")
    plan = books.subscribe(elise, shop.pro_euro, at=world.ago(days=63))
    books.renew(plan)
    books.require_action(plan)
    world.zendesk.ticket(
        world.zendesk.person("Elise Marchand", "elise@atelier-marchand.example", locale="en-GB"),
        "Renewal not going through",
        "Good morning, your site shows a red banner that my subscription is past due. My bank app shows nothing "
        "was refused and there is enough money. I tried to click retry, nothing happens. What should I do?",
        at=world.ago(hours=3),
    )
