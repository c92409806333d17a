"""What the page in the agent's browser can ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


@dataclass
class Sidebar:
    """A signed-in page: its bearer, and the questions it may ask."""

    client: FlaskClient
    bearer: str

    def ask(self, method: str, path: str, **more: Any) -> TestResponse:
        headers = {"Authorization": f"Bearer {self.bearer}"}
        return self.client.open(f"/api/tickets/{path}", method=method, headers=headers, **more)

    def case(self, ticket_id: int) -> dict[str, Any]:
        answer = self.ask("GET", f"{ticket_id}/case")
        assert answer.status_code == 200, answer.text
        return answer.get_json()
