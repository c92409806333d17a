"""What an agent asks for: one step of the plan, with the choices that are theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from integrations.deeds import Reason
from integrations.money import Money
from plugin.diagnose.finding import ActionKind


@dataclass(frozen=True)
class Wish:
    kind: ActionKind
    target: str | None
    amount: Money | None = None
    """Less than the plan proposes; None takes the plan's own."""
    reason: Reason = "requested_by_customer"
    quantity: int | None = None
    contract_read: bool = False
    """The agent says: I have read the contract points that were shown."""
    as_of: datetime | None = None
    """The moment prorations are computed for: the same when it is shown and when it is done."""
