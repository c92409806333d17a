"""The part of Stripe's search query language that matters here.

https://docs.stripe.com/search#search-query-language: clauses `field:'value'` (exact, letter case aside),
`field~'part'` (three characters or more), `field>1`, joined by AND or by OR, `-` negates; quotes inside
a quoted value are escaped with a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from integrations.sandbox.stripe_contract import Json

MOST_CLAUSES = 10
SHORTEST_PART = 3

FIELDS: dict[str, frozenset[str]] = {
    "charge": frozenset(
        {
            "amount",
            "billing_details.address.postal_code",
            "created",
            "currency",
            "customer",
            "disputed",
            "payment_method_details.card.brand",
            "payment_method_details.card.exp_month",
            "payment_method_details.card.exp_year",
            "payment_method_details.card.fingerprint",
            "payment_method_details.card.last4",
            "refunded",
            "status",
        }
    ),
    "customer": frozenset({"created", "email", "name", "phone"}),
    "invoice": frozenset(
        {"created", "currency", "customer", "number", "receipt_number", "status", "subscription", "total"}
    ),
    "payment_intent": frozenset({"amount", "created", "currency", "customer", "status"}),
    "price": frozenset({"active", "currency", "lookup_key", "product", "type"}),
    "product": frozenset({"active", "description", "name", "url"}),
    "subscription": frozenset({"canceled_at", "created", "status"}),
}
"""What may be searched for, besides `metadata['key']` everywhere. Subscriptions not by customer."""

_ELSEWHERE = {("invoice", "subscription"): "parent.subscription_details.subscription"}

_CLAUSE = re.compile(
    r"""\s*(?P<not>-)?
    (?P<field>[a-z0-9_.]+) (?: \[ (?P<quote>['"]) (?P<key>(?:\\.|(?!(?P=quote)).)*) (?P=quote) \] )?
    (?P<operator>:|~|>=|<=|>|<)
    (?: (?P<mark>['"]) (?P<text>(?:\\.|(?!(?P=mark)).)*) (?P=mark) | (?P<bare>[^\s'"]+) )\s*""",
    re.VERBOSE,
)
_JOIN = re.compile(r"(AND|OR)\b")


class QueryRefused(ValueError):
    """Stripe would answer that it cannot make sense of this query."""


@dataclass(frozen=True)
class _Clause:
    field: str
    key: str | None
    operator: str
    value: str
    negated: bool

    def holds(self, kind: str, thing: Json) -> bool:
        return self._matches(self._value_in(kind, thing)) is not self.negated

    def _value_in(self, kind: str, thing: Json) -> Any:
        if self.key is not None:
            return (thing.get("metadata") or {}).get(self.key)
        value: Any = thing
        for step in _ELSEWHERE.get((kind, self.field), self.field).split("."):
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def _matches(self, value: Any) -> bool:
        if value is None:
            return self.value == "null"
        said = str(value).lower()
        match self.operator:
            case ":":
                return said == self.value.lower()
            case "~":
                return self.value.lower() in said
        if not isinstance(value, int | float):
            return False
        bound = float(self.value)
        return {">": value > bound, ">=": value >= bound, "<": value < bound, "<=": value <= bound}[
            self.operator
        ]


def matcher(kind: str, query: str) -> Callable[[Json], bool]:
    """Tells which objects of this kind the query finds."""
    clauses: list[_Clause] = []
    joins: set[str] = set()
    at = 0
    while True:
        found = _CLAUSE.match(query, at)
        if not found:
            raise QueryRefused(
                "We were unable to parse your search query. Try using the format `metadata[\"key\"]:\"value\"` to "
                "query for metadata or `field:\"value\"` to query for other fields."
            )  # fmt: skip
        clauses.append(_clause(kind, found))
        at = found.end()
        if at == len(query):
            break
        join = _JOIN.match(query, at)
        # Two clauses side by side mean AND.
        joins.add(join[1] if join else "AND")
        at = join.end() if join else at
    if len(joins) > 1:
        raise QueryRefused("Search queries cannot combine AND and OR.")
    if len(clauses) > MOST_CLAUSES:
        raise QueryRefused(f"Search queries may have at most {MOST_CLAUSES} clauses.")
    combine = any if joins == {"OR"} else all
    return lambda thing: combine(clause.holds(kind, thing) for clause in clauses)


def _clause(kind: str, found: re.Match[str]) -> _Clause:
    name, key = found["field"], found["key"]
    if name not in FIELDS[kind] and not (name == "metadata" and key is not None):
        raise QueryRefused(f"Field `{name}` is an unsupported search field for resource `{kind}s`.")
    quoted = found["text"] is not None
    value = re.sub(r"\\(.)", r"\1", found["text"]) if quoted else found["bare"]
    operator = found["operator"]
    if operator == "~" and len(value) < SHORTEST_PART:
        raise QueryRefused(f"Substring search needs at least {SHORTEST_PART} characters.")
    if operator in (">", ">=", "<", "<=") and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise QueryRefused(f"Operator `{operator}` needs a number, not `{value}`.")
    return _Clause(
        name, re.sub(r"\\(.)", r"\1", key) if key is not None else None, operator, value, bool(found["not"])
    )
