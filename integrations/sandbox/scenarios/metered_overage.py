"""The bill is higher because storage is metered and he used more of it; nowhere could he have seen that."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    omar = books.customer("omar@driftwoodaudio.example", "Omar Siddiqui", created=world.ago(days=125))
    books.card(omar, "4009", exp=(10, 2029))
    plan = books.subscribe(omar, shop.pro, at=world.ago(days=125), also=[(shop.storage, 1)])
    for usage in (210, 340, 295):
        books.renew(plan, usage=usage)
    books.renew(plan, usage=4870)
    world.zendesk.ticket(
        world.zendesk.person("Omar Siddiqui", "omar@driftwoodaudio.example"),
        "Bill went from 26 to 117 dollars",
        "Can someone explain why my bill is suddenly $117? It was around 26 before. I haven't changed my plan. "
        "Where do I even see what I'm using? Pretty unhappy about this.",
        at=world.ago(hours=13),
    )
