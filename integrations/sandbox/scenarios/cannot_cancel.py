"""She wants to cancel and cannot find how, because the merchant's portal has cancelling switched off."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    nadia = books.customer("nadia.haddad@quietcorner.example", "Nadia Haddad", created=world.ago(days=150))
    books.card(nadia, "4444", "mastercard", exp=(2, 2028))
    books.renew_until_now(books.subscribe(nadia, shop.pro, at=world.ago(days=150)))
    world.zendesk.ticket(
        world.zendesk.person("Nadia Haddad", "nadia.haddad@quietcorner.example"),
        "HOW DO I CANCEL",
        "I have been clicking around your settings for 20 minutes. There is no cancel button anywhere, only "
        '"change card". This is really shady. Cancel my subscription and confirm in writing.',
        at=world.ago(hours=1, minutes=5),
    )
