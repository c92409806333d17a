"""A Stripe account in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integrations.sandbox.world import World


class StripeBooks:
    """A stateful Stripe account; filled by its builder methods, served by `stripe_wire`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.violations: list[str] = []
        self.forbidden_permissions: set[str] = set()
