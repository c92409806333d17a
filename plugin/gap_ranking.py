"""The ranking of the gaps, by money and by tickets, as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from integrations.money import Money, by_currency
from plugin.store import Demand, GapIssue


@dataclass(frozen=True)
class RankedGap:
    demand: Demand
    issue: GapIssue | None

    @property
    def gap(self) -> str:
        return self.demand.gap

    @property
    def money(self) -> tuple[Money, ...]:
        """Monthly revenue touched and refunds, together."""
        return by_currency([*self.demand.mrr, *self.demand.refunds])


def rank(demands: Mapping[str, Demand], issues: Mapping[str, GapIssue]) -> tuple[RankedGap, ...]:
    """Most money first. Currencies are never converted: the one most gaps have counts first, then the next."""
    found = [RankedGap(demand, issues.get(gap)) for gap, demand in demands.items() if demand.tickets]
    met = Counter(money.currency for ranked in found for money in ranked.money)
    currencies = sorted(met, key=lambda currency: (-met[currency], currency))

    def order(ranked: RankedGap) -> tuple[Any, ...]:
        amounts = {money.currency: money.amount for money in ranked.money}
        return (*(-amounts.get(currency, 0) for currency in currencies), -ranked.demand.tickets, ranked.gap)

    return tuple(sorted(found, key=order))


def as_json(ranking: Sequence[RankedGap]) -> list[dict[str, Any]]:
    return [
        {
            "gap": ranked.gap,
            "tickets": ranked.demand.tickets,
            "customers": ranked.demand.customers,
            "mrr": [_money(money) for money in ranked.demand.mrr],
            "refunds": [_money(money) for money in ranked.demand.refunds],
            "issue": _issue(ranked.issue),
        }
        for ranked in ranking
    ]


def as_csv(ranking: Sequence[RankedGap]) -> str:
    """One line per gap and currency: amounts of several currencies never stand in one column."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(["gap", "tickets", "customers", "currency", "mrr", "refunds", "issue"])
    for ranked in ranking:
        mrr = {money.currency: money for money in ranked.demand.mrr}
        refunds = {money.currency: money for money in ranked.demand.refunds}
        for currency in sorted({*mrr, *refunds}) or [""]:
            table.writerow(
                [
                    ranked.gap,
                    ranked.demand.tickets,
                    ranked.demand.customers,
                    currency,
                    mrr[currency].major if currency in mrr else 0,
                    refunds[currency].major if currency in refunds else 0,
                    ranked.issue.url if ranked.issue else "",
                ]
            )
    return written.getvalue()


def as_text(ranking: Sequence[RankedGap]) -> str:
    if not ranking:
        return "No ticket has shown a product gap yet."
    by_tickets = sorted(ranking, key=lambda ranked: (-ranked.demand.tickets, ranked.gap))
    return "\n\n".join(
        ["\n".join(["By money", *_lines(ranking)]), "\n".join(["By tickets", *_lines(by_tickets)])]
    )


def _lines(ranking: Sequence[RankedGap]) -> list[str]:
    heads = ("gap", "tickets", "customers", "monthly revenue", "refunds", "issue")
    rows = [
        (
            ranked.gap,
            f"{ranked.demand.tickets:,}",
            f"{ranked.demand.customers:,}",
            " + ".join(map(str, ranked.demand.mrr)) or "-",
            " + ".join(map(str, ranked.demand.refunds)) or "-",
            f"#{ranked.issue.issue_number} {ranked.issue.state}" if ranked.issue else "-",
        )
        for ranked in ranking
    ]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (heads, *rows)
    ]


def _money(money: Money) -> dict[str, Any]:
    return {"amount": money.amount, "currency": money.currency, "text": str(money)}


def _issue(issue: GapIssue | None) -> dict[str, Any] | None:
    return {"number": issue.issue_number, "url": issue.url, "state": issue.state} if issue else None
