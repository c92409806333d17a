"""Three subscriptions that look like duplicates are three colleagues with a seat each: refunding would lock two out."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    studio = books.customer("office@harborlight.example", "Harborlight Studio", created=world.ago(days=190))
    card = books.card(studio, "0005", "amex", exp=(1, 2030))
    for user, days in (("dana", 190), ("priya", 133), ("luis", 41)):
        seat = books.subscribe(
            studio,
            shop.pro,
            at=world.ago(days=days),
            card=card,
            description=f"Pro for {user}",
            metadata={"user": f"{user}@harborlight.example", "workspace": f"harborlight-{user}"},
        )
        books.renew_until_now(seat)
    world.zendesk.ticket(
        world.zendesk.person("Dana Whitlock", "office@harborlight.example"),
        "3 charges per month",
        "why do we have THREE northwind charges every month on the company amex. my bookkeeper is asking and I "
        "can't explain it. if these are duplicates please refund, otherwise what are we paying for and can we "
        "get this on one invoice??",
        at=world.ago(hours=5),
    )
