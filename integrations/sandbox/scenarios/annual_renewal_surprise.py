"""A yearly plan renewed days ago and she had forgotten it; the contract is looked at before any money moves."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    june = books.customer("june@sagebrushyoga.example", "June Pacheco", created=world.ago(days=371))
    books.card(june, "7726", exp=(2, 2029))
    books.renew_until_now(books.subscribe(june, shop.pro_yearly, at=world.ago(days=371)))
    world.zendesk.ticket(
        world.zendesk.person("June Pacheco", "june@sagebrushyoga.example"),
        "$192???",
        "I was just charged $192 out of nowhere. I haven't opened the app since spring and nobody warned me it "
        "would renew. That's a week of groceries. Please reverse it, I don't want another year.",
        at=world.ago(hours=8, minutes=30),
    )
