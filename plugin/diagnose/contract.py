"""Which contracts must be read by a person before money moves, and why, in words.

Yearly, team, invoiced, scheduled, quoted, prorated and shared (Connect) subscriptions often rest on something
signed outside of the billing account: a price per seat, a notice period, another party's share.
"""

from __future__ import annotations

from integrations.records import Charge, Subscription
from plugin.diagnose.words import counted
from plugin.facts import CaseFacts


def contract_points(case: CaseFacts, subscription: Subscription) -> tuple[str, ...]:
    """What to verify about one subscription, with the values found; empty for an ordinary monthly one."""
    points = []
    if subscription.interval == "year" or any(
        i.price.interval == "month" and i.price.interval_count >= 12 for i in subscription.items
    ):
        points.append("billed yearly")
    if subscription.quantity > 1:
        points.append(f"a team plan with {counted(subscription.quantity, 'seat')}")
    if subscription.collection_method != "charge_automatically":
        points.append("paid by invoice, not by card")
    if subscription.schedule:
        points.append(f"changes are scheduled ({subscription.schedule})")
    if subscription.connect:
        points.append("another account shares in it (Connect)")
    if subscription.items_truncated:
        points.append("it has more items than could be read")
    if quote := case.quote_of(subscription):
        points.append(f"it comes from a quote ({quote})")
    return tuple(points)


def charge_points(case: CaseFacts, charge: Charge) -> tuple[str, ...]:
    """What to verify before a charge is given back: its subscription's contract, and its own invoice."""
    invoice = case.invoice_of(charge)
    subscription = case.subscription(invoice.subscription) if invoice else None
    points = list(contract_points(case, subscription)) if subscription else []
    if invoice is not None:
        if case.proration_lines(invoice):
            points.append(f"invoice {invoice.number or invoice.id} is prorated")
        if invoice.collection_method == "send_invoice" and not subscription:
            points.append("paid by invoice, not by card")
        if invoice.quote and not any("quote" in point for point in points):
            points.append(f"it comes from a quote ({invoice.quote})")
        if invoice.subscription and subscription is None:
            points.append(f"its subscription {invoice.subscription} could not be read")
    if charge.connect and not any("Connect" in point for point in points):
        points.append("another account shares in it (Connect)")
    return tuple(points)
