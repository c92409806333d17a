"""A shop with a double payment, and the steps as the wiring builds them, against the sandbox."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from integrations.money import Money
from integrations.sandbox.world import World
from plugin import wiring
from plugin.act.wish import Wish
from plugin.jobs.steps import ShownStep, StepResult
from plugin.settings import Settings
from plugin.store.migrate import upgrade


@pytest.fixture
def env(env: dict[str, str]) -> dict[str, str]:
    return env | {"STRIPE_WRITE_KEY": "rk_test_sandbox_write"}


@dataclass
class Desk:
    """One ticket, two agents, and everything that may happen to it."""

    world: World
    settings: Settings
    parts: Any
    ticket: int
    offset: float = 0.0

    @property
    def ana(self) -> int:
        return self.world.zendesk.agent_ids[0]

    @property
    def ben(self) -> int:
        return self.world.zendesk.agent_ids[1]

    @property
    def steps(self) -> Any:
        return self.parts.steps

    def read(self) -> dict[str, Any]:
        self.parts.cases.want(self.ticket, "open", at=self.parts.clock())
        self.parts.diagnose(self.ticket)
        document: dict[str, Any] = json.loads(self.parts.shown.get(self.ticket).document_json)
        return document

    def target(self, kind: str = "refund_charge", which: int = 0) -> str:
        found = [s["target"] for s in self.read()["plan"] if s["kind"] == kind]
        return str(found[which])

    def show(self, kind: str = "refund_charge", target: str | None = None, **wish: Any) -> ShownStep:
        if isinstance(wish.get("amount"), int):
            wish["amount"] = Money(wish["amount"], "usd")
        agent = wish.pop("agent", self.ana)
        found: ShownStep = self.steps.show(
            self.ticket,
            Wish(kind, target or self.target(kind), **wish),
            agent,  # type: ignore[arg-type]
        )
        return found

    def confirm(self, shown: ShownStep, agent: int | None = None) -> StepResult:
        done: StepResult = self.steps.confirm(self.ticket, shown.considered.hash, agent or self.ana)
        return done

    def refunds(self, charge: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.world.stripe.ledger()["refunds"].get(charge, [])
        return found

    def notes(self) -> list[str]:
        return [c.body for c in self.world.zendesk.tickets[self.ticket].comments if not c.public]


@pytest.fixture
def desk_of(
    world: World, env: dict[str, str], stage: Callable[[str], int], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Desk]:
    def opened(story: str = "duplicate_minutes_apart", **more: str) -> Desk:
        settings = Settings.read(env | more)
        upgrade(settings.database_url)
        desk = Desk(world, settings, None, stage(story))
        monkeypatch.setattr(wiring, "utc_now", lambda: datetime.now(UTC) + timedelta(seconds=desk.offset))
        desk.parts = wiring.web_parts(settings)
        return desk

    return opened


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Desk:
    return desk_of()
