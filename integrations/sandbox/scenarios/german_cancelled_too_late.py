"""In German: she cancelled, but only after the renewal; the money was due, and the plan ends with the period."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    anke = books.customer(
        "anke.voss@lindenhof.example", "Anke Voß", created=world.ago(days=99), country="DE", locale="de"
    )
    books.card(anke, "4242", exp=(12, 2027), country="DE")
    plan = books.renew_until_now(
        books.subscribe(anke, shop.pro_euro, at=world.ago(days=99), tax_percent=19), tax_percent=19
    )
    books.cancel_at_period_end(plan, world.ago(days=2, hours=6), feedback="unused")
    world.zendesk.ticket(
        world.zendesk.person("Anke Voß", "anke.voss@lindenhof.example", locale="de"),
        "Kündigung – trotzdem abgebucht!",
        "Guten Tag,\n\nich habe mein Abo gekündigt und trotzdem wurde mir diesen Monat wieder Geld abgebucht. "
        'In meinem Konto steht immer noch "aktiv". Das ist eine Frechheit. Ich möchte den Betrag zurück und eine '
        "Bestätigung meiner Kündigung.\n\nMit freundlichen Grüßen\nAnke Voß",
        at=world.ago(hours=6, minutes=12),
    )
