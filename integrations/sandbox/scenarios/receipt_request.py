"""The bookkeeper needs the last invoices with the company's name on them; sending links is all there is to do."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    firm = books.customer("marta@kowalczyk-design.example", "Marta Kowalczyk", created=world.ago(days=112))
    books.card(firm, "0077", exp=(5, 2028), country="PL")
    books.renew_until_now(books.subscribe(firm, shop.team, at=world.ago(days=112), quantity=2))
    world.zendesk.ticket(
        world.zendesk.person("Marta Kowalczyk", "marta@kowalczyk-design.example"),
        "invoices for tax office",
        "Hello, I need the PDF invoices for the last 3 months for my accountant, the receipts you send by mail are "
        "not accepted. Our company name should be on it (Kowalczyk Design). Thank you, Marta",
        at=world.ago(hours=16),
    )
