"""What an admin of the sandbox's Zendesk has set up: webhooks, triggers, the private app."""

from __future__ import annotations

import itertools
import secrets
from dataclasses import dataclass, field
from typing import Any


@dataclass
class AccountRules:
    """Rows are kept as Zendesk shows them: nothing in the sandbox but the wire reads them."""

    webhooks: dict[str, dict[str, Any]] = field(default_factory=dict)
    signing_secrets: dict[str, str] = field(default_factory=dict)
    triggers: dict[int, dict[str, Any]] = field(default_factory=dict)
    app_uploaded: bool = True
    app_installed: bool = True
    app_enabled: bool = True
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(36001), repr=False)

    def add_webhook(self, asked: dict[str, Any]) -> dict[str, Any]:
        webhook_id = f"01SANDBOX{next(self._numbers):017d}"
        self.signing_secrets[webhook_id] = secrets.token_urlsafe(32)
        self.webhooks[webhook_id] = {**asked, "id": webhook_id}
        return self.webhooks[webhook_id]

    def add_trigger(self, asked: dict[str, Any]) -> dict[str, Any]:
        trigger_id = next(self._numbers)
        self.triggers[trigger_id] = {"active": True, **asked, "id": trigger_id}
        return self.triggers[trigger_id]
