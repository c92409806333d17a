"""His renewal was declined twice for lack of funds; the retry, the card page and the invoice page are all open."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    sam = books.customer("sam.okonkwo@papertrail.example", "Sam Okonkwo", created=world.ago(days=96))
    books.card(sam, "0341", exp=(8, 2027))
    plan = books.subscribe(sam, shop.pro, at=world.ago(days=96))
    while books.period_end(plan) < world.ago(days=20):
        books.renew(plan)
    books.fail_renewal(plan, decline_code="insufficient_funds", attempts=2)
    world.zendesk.ticket(
        world.zendesk.person("Sam Okonkwo", "sam.okonkwo@papertrail.example"),
        "payment failed email",
        "i got an email my payment failed but my card works everywhere else?? it says my account will be "
        "downgraded. pls don't, i have a deadline. how do i pay this",
        at=world.ago(minutes=52),
    )
