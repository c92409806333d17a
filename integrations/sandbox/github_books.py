"""What the sandbox's GitHub holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integrations.sandbox.world import World


class GithubBooks:
    def __init__(self, world: World) -> None:
        self._world = world
