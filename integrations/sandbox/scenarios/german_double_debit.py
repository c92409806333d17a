"""In German: "debited twice", but one payment was refused and only reserved; nothing is to be refunded."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    uwe = books.customer(
        "uwe@werkstatt-kramer.example", "Uwe Kramer", created=world.ago(days=36), country="DE", locale="de"
    )
    books.card(uwe, "0028", "mastercard", exp=(1, 2029), country="DE")
    plan = books.subscribe(uwe, shop.pro_euro, at=world.ago(days=36))
    invoice = books.fail_renewal(plan, decline_code="do_not_honor")
    books.pay_invoice(invoice, at=world.ago(days=4))
    books.change(plan, status="active")
    books.change(uwe, delinquent=False)
    world.zendesk.ticket(
        world.zendesk.person("Uwe Kramer", "uwe@werkstatt-kramer.example", locale="de"),
        "doppelte Abbuchung",
        "hallo, ihr habt mir diesen monat 2x 18 euro abgebucht (steht so in meiner banking app, eine davon "
        '"vorgemerkt"). bitte eine zurück überweisen. danke, uwe',
        at=world.ago(hours=9),
    )
