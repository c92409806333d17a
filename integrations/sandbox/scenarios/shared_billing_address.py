"""Two companies share one billing@ address: which of the two is meant, only a person can ask."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    for name, workspace, last4, brand, days, seats in (
        ("Oak & Finch Press Ltd", "oakfinch-press", "8210", "visa", 260, 6),
        ("Oak & Finch Events GmbH", "oakfinch-events", "3155", "mastercard", 104, 3),
    ):
        company = books.customer(
            "billing@oakandfinch.example",
            name,
            created=world.ago(days=days),
            metadata={"workspace": workspace},
        )
        books.card(company, last4, brand)
        books.renew_until_now(
            books.subscribe(
                company, shop.team, at=world.ago(days=days), quantity=seats, metadata={"workspace": workspace}
            )
        )
    world.zendesk.ticket(
        world.zendesk.person("Oak & Finch Accounts", "billing@oakandfinch.example"),
        "Two Northwind charges this month",
        "Hi there, accounts payable here. We see two Northwind Notes payments in this month's statement with "
        "different amounts. We believe one is in error. Please credit it back and send the corrected invoice.\n\nThanks",
        at=world.ago(hours=30),
    )
