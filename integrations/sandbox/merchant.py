"""The imaginary shop of all stories: Northwind Notes, a note-taking app sold by the month and by the year.

The catalogue is set up by the first story that needs it. Its customer portal can change cards and show
invoices, but nobody can cancel there: that is one of the product gaps the demo is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from integrations.sandbox.stripe_contract import Json

if TYPE_CHECKING:
    from integrations.sandbox.world import World


@dataclass(frozen=True)
class Catalogue:
    """Prices. `pro` 20 USD a month, `pro_yearly` 192 USD, `team` 15 USD a seat and month, `storage` metered
    at 2 cents a unit, `pro_euro` 18 EUR and `pro_yen` 2,800 JPY a month."""

    pro: Json
    pro_yearly: Json
    team: Json
    team_yearly: Json
    storage: Json
    pro_euro: Json
    pro_yen: Json


def catalogue(world: World) -> Catalogue:
    """The shop's prices; the shop opens when they are first asked for."""
    if world.stripe.first("price", lookup_key="pro_monthly") is None:
        with world.stripe.told_by("merchant"):
            _open_shop(world)

    def price(lookup_key: str) -> Json:
        found = world.stripe.first("price", lookup_key=lookup_key)
        assert found is not None
        return found

    return Catalogue(
        pro=price("pro_monthly"),
        pro_yearly=price("pro_yearly"),
        team=price("team_monthly"),
        team_yearly=price("team_yearly"),
        storage=price("storage_metered"),
        pro_euro=price("pro_monthly_eur"),
        pro_yen=price("pro_monthly_jpy"),
    )


def _open_shop(world: World) -> None:
    books = world.stripe
    pro = books.product("Pro", features=["unlimited_notes"])
    team = books.product("Team", features=["unlimited_notes", "shared_workspaces"])
    storage = books.product("Extra storage")
    books.price(pro, 2000, lookup_key="pro_monthly")
    books.price(pro, 19200, interval="year", lookup_key="pro_yearly")
    books.price(pro, 1800, "eur", lookup_key="pro_monthly_eur")
    books.price(pro, 2800, "jpy", lookup_key="pro_monthly_jpy")
    books.price(team, 1500, lookup_key="team_monthly")
    books.price(team, 14400, interval="year", lookup_key="team_yearly")
    books.price(storage, 2, usage_type="metered", lookup_key="storage_metered", nickname="per GB-day")
    if books.first("billing_portal.configuration") is None:
        books.portal()
