"""A requester nobody knows, whose organisation has a customer: a suggestion for the agent, never a match."""

from __future__ import annotations

import pytest

from integrations.sandbox.faults import Fault
from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World
from plugin import wiring
from plugin.casework import Casework
from plugin.settings import Settings

ORGANISATION = 88


@pytest.fixture
def casework(settings: Settings) -> Casework:
    return wiring.casework(settings, wiring.helpdesk(settings), lambda _requester: None)


@pytest.fixture
def ticket(world: World) -> int:
    """The head of the company pays; an assistant writes."""
    head = world.stripe.customer("Head@Brewery.example", "Hanna Head")
    world.stripe.subscribe(head, catalogue(world).pro, at=world.ago(days=9), card=world.stripe.card(head))
    world.zendesk.person("Hanna Head", "head@brewery.example", organization=ORGANISATION)
    assistant = world.zendesk.person("Alex Aide", "alex@brewery.example", organization=ORGANISATION)
    return world.zendesk.ticket(
        assistant, "invoice", "Please refund our last payment, it is 20 dollars too much."
    )


def test_a_colleague_is_suggested_and_nothing_follows_from_it(ticket: int, casework: Casework) -> None:
    case = casework.of_ticket(ticket).document
    assert case["identity"]["confidence"] == "none"
    assert case["identity"]["customer_id"] is None
    (candidate,) = case["identity"]["candidates"]
    assert candidate["email"] == "Head@Brewery.example"
    assert "suggestion" in candidate["match_reason"]
    assert not case["billing"]["visible"]
    assert [step for step in case["plan"] if step["writes"]] == []
    for private in ("Head@Brewery.example", "Hanna", "20.00"):
        assert private.lower() not in case["reply"]["body"].lower()


def test_an_organisation_that_cannot_be_read_costs_only_the_suggestion(
    ticket: int, casework: Casework, world: World
) -> None:
    world.faults.add(Fault("zendesk", "GET", "/organizations/", status=403, body='{"error":"Forbidden"}'))
    case = casework.of_ticket(ticket).document
    assert case["identity"]["confidence"] == "none"
    assert case["identity"]["candidates"] == []
