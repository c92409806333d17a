"""The support lead's rules: what may be given back, how long, by whom, and how we write. Written as TOML.

`policy.example.toml` holds every rule with its default; `tillside policy` prints the ones in force; docs/policy.md
explains them. A file that does not fit is refused with every line that is wrong, never half obeyed. A decision
that a rule made names it ("refund_window_days.monthly"), so that a lead finds the line to change.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

KeepDuplicate = Literal["oldest", "ask"]
GapFiling = Literal["automatic", "off"]
Tone = Literal["warm", "plain"]
Window = Literal["weekly", "monthly", "yearly", "one_time", "trial", "mistakes"]
Right = Literal["nothing", "look", "propose", "act", "approve"]
"""Each includes the ones before it."""

Place = tuple[str, ...]


def _no_amounts() -> Mapping[str, int]:
    return MappingProxyType({})


class PolicyError(ValueError):
    """The policy file cannot be obeyed; `problems` says where and what was expected, all at once."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class RefundWindow:
    """How many days after a charge it may be given back. Older ones are a lead's decision."""

    weekly: int = 14
    monthly: int = 30
    yearly: int = 30
    one_time: int = 30
    trial: int = 30
    mistakes: int = 180
    """Money taken by mistake is owed for longer; past half a year many cards can no longer be refunded."""


@dataclass(frozen=True)
class Limit:
    """An amount in minor units, and the rule that sets it."""

    rule: str
    amount: int


@dataclass(frozen=True)
class Rights:
    """What one agent may do, and the rule that says so."""

    right: Right
    rule: str
    who: str
    """The role or group whose line counts; `refund_limit` takes it."""

    def may(self, wanted: Right) -> bool:
        order = get_args(Right)
        return bool(order.index(self.right) >= order.index(wanted))


@dataclass(frozen=True)
class Policy:
    """The defaults are what a careful small team would choose."""

    refund_window_days: RefundWindow = field(default_factory=RefundWindow)
    agent_refund_limit: Mapping[str, int] = field(default_factory=_no_amounts)
    """The most one agent gives back in one step, in minor units by currency; none unless written."""
    role_refund_limit: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    """The same for one role or group, where it is another amount than for all."""
    goodwill_credit: Mapping[str, int] = field(default_factory=_no_amounts)
    """The most that is credited as a kindness, in minor units by currency; nothing unless written."""
    keep_duplicate: KeepDuplicate = "oldest"
    """"oldest": keep on positive evidence, in doubt the older one. "ask": an agent always picks."""
    gap_filing: GapFiling = "automatic"
    tone: Tone = "warm"
    metadata_keys: tuple[str, ...] = ("github", "github_username")
    """Where on a customer record the merchant keeps the names it knows the customer by."""
    who_may: Mapping[str, Right] = field(
        default_factory=lambda: MappingProxyType({"agent": "act", "admin": "approve"})
    )

    def rights_of(self, role: str, group_ids: Iterable[int] = ()) -> Rights:
        """A line for a group is about fewer people than one for a role, so it counts instead; of several the highest."""
        order = get_args(Right)
        named = [f"group:{group}" for group in group_ids if f"group:{group}" in self.who_may]
        most = max(named, key=lambda name: order.index(self.who_may[name]), default=role)
        return Rights(self.who_may.get(most, "nothing"), f"who_may.{_written_key(most)}", most)

    def refund_limit(self, currency: str, role: str | None = None) -> Limit | None:
        """What one agent may give back alone; None where no line says so. `role`: `Rights.who`."""
        own = self.role_refund_limit.get(role or "", _no_amounts())
        if role is not None and currency in own:
            return Limit(f"agent_refund_limit.{_written_key(role)}.{currency}", own[currency])
        if currency in self.agent_refund_limit:
            return Limit(f"agent_refund_limit.{currency}", self.agent_refund_limit[currency])
        return None

    def goodwill(self, currency: str) -> Limit:
        return Limit(f"goodwill_credit.{currency}", self.goodwill_credit.get(currency, 0))


# ------------------------------------------------------------------ the rules in words
@dataclass(frozen=True)
class Rule:
    """One rule as it is in force."""

    name: str
    value: str
    what: str


WORDS: Mapping[str, str] = MappingProxyType(
    {
        "refund_window_days.weekly": "Days after a charge of a weekly or daily plan in which it may be given back as a kindness.",
        "refund_window_days.monthly": "The same for plans of one to eleven months.",
        "refund_window_days.yearly": "The same for yearly plans, after a renewal nobody expected.",
        "refund_window_days.one_time": "The same for a payment without a subscription.",
        "refund_window_days.trial": "The same for the first payment after a trial.",
        "refund_window_days.mistakes": "Days in which money taken by mistake (twice, or after the end) is given back.",
        "agent_refund_limit": "The most one agent gives back alone in one step, in minor units by currency; above it a second person confirms. A currency without a line has no limit. A table for a role or group may say another amount.",
        "goodwill_credit": "The most that is credited as a kindness, in minor units by currency. A currency without a line gets none.",
        "keep_duplicate": 'Which of two equal subscriptions stays: "oldest" (in doubt the older one) or "ask" (an agent always picks).',
        "gap_filing": 'Whether a product gap becomes an issue by itself ("automatic") or is only shown ("off").',
        "tone": 'How a reply begins and ends: "warm" (by name, with an offer to help) or "plain" (neither).',
        "metadata_keys": "Where on a Stripe customer you keep the names you know the customer by.",
        "who_may.agent": 'What an agent of Zendesk may do: "nothing", "look", "propose" (also correct the class and pick the customer), "act" (also confirm steps, up to the limit), "approve" (also be the second person).',
        "who_may.admin": "The same for an administrator of Zendesk.",
    }
)  # fmt: skip
"""Every rule by its name, for `tillside policy` and docs/policy.md."""


def rules(policy: Policy) -> tuple[Rule, ...]:
    """All rules with the values in force, those for single groups after the role they make an exception of."""
    found = []
    for name, what in WORDS.items():
        found.append(Rule(name, _written(_value(policy, name)), what))
        if name == "agent_refund_limit":
            found += [
                Rule(f"{name}.{_written_key(role)}", _written(limits), "The same for this role or group.")
                for role, limits in policy.role_refund_limit.items()
            ]
    found += [
        Rule(f"who_may.{_written_key(who)}", _written(right), "The same for members of this group.")
        for who, right in policy.who_may.items()
        if who.startswith("group:")
    ]
    return tuple(found)


def _value(policy: Policy, name: str) -> Any:
    table, _, key = name.partition(".")
    value = getattr(policy, table)
    if not key:
        return value
    return value[key] if isinstance(value, Mapping) else getattr(value, key)


def _written(value: Any) -> str:
    """As it would stand in the file."""
    if isinstance(value, Mapping):
        amounts = ", ".join(f"{currency} = {amount}" for currency, amount in value.items())
        return f"{{ {amounts} }}" if amounts else "{}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _written_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else f'"{key}"'


# ------------------------------------------------------------------ reading the file
def load_policy(path: Path) -> Policy:
    """Raises PolicyError, naming every line and field, for anything that is not a policy."""
    try:
        # Editors on Windows begin a file with a mark that TOML does not know.
        text = path.read_text(encoding="utf-8-sig")
        written = tomllib.loads(text)
    except OSError as error:
        raise PolicyError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise PolicyError(f"{path.name} is not UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"{path.name} is not TOML: {error}.") from error
    reader = _Reader()
    policy = reader.policy(written)
    if reader.problems:
        lines = _lines_of(text, [place for place, _ in reader.problems])
        raise PolicyError(
            *(
                f"{path.name}, line {line}: {'.'.join(map(_written_key, place))} {why}."
                for line, (place, why) in sorted(zip(lines, reader.problems, strict=True), key=lambda p: p[0])
            )
        )
    return policy


def _lines_of(text: str, places: list[Place]) -> list[int]:
    """On which line each entry begins.

    The parser gives no lines, so it is asked again with the file up to each line: an entry stands where it is
    there for the first time, which no string or comment that looks like one can imitate.
    """
    lines = text.split("\n")
    found: dict[Place, int] = {}
    began = 1
    for number in range(1, len(lines) + 1):
        try:
            so_far = tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue  # in the middle of an entry of several lines
        for place in places:
            if place not in found and _there(so_far, place):
                found[place] = began
        began = number + 1
    return [found[place] for place in places]


def _there(written: Any, place: Place) -> bool:
    for name in place:
        if not isinstance(written, dict) or name not in written:
            return False
        written = written[name]
    return True


class _Reader:
    """Takes known fields of the right kind and notes the rest, so that a slip of the pen has no silent effect."""

    def __init__(self) -> None:
        self.problems: list[tuple[Place, str]] = []

    def policy(self, written: Mapping[str, Any]) -> Policy:
        default = Policy()
        known = [f.name for f in fields(Policy) if f.name != "role_refund_limit"]
        self._only_known(written, (), known)
        limits, of_roles = self._limits(written)
        return Policy(
            refund_window_days=RefundWindow(**dict(self._windows(written))),
            agent_refund_limit=limits,
            role_refund_limit=of_roles,
            goodwill_credit=self._amounts(self._table(written, "goodwill_credit"), ("goodwill_credit",)),
            keep_duplicate=self._one_of(written, "keep_duplicate", default.keep_duplicate, KeepDuplicate),
            gap_filing=self._one_of(written, "gap_filing", default.gap_filing, GapFiling),
            tone=self._one_of(written, "tone", default.tone, Tone),
            metadata_keys=self._keys(written, default.metadata_keys),
            who_may=self._who_may(written, default.who_may),
        )

    def _wrong(self, place: Place, why: str) -> None:
        self.problems.append((place, why))

    def _only_known(self, table: Mapping[str, Any], place: Place, known: Iterable[str]) -> None:
        known = list(known)
        for name in table:
            if name not in known:
                near = get_close_matches(name, known, n=1)
                meant = f"perhaps {near[0]} is meant" if near else f"known are {', '.join(known)}"
                self._wrong((*place, name), f"is not a rule; {meant}")

    def _table(self, written: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        table = written.get(name, {})
        if isinstance(table, dict):
            return table
        self._wrong((name,), f"must be a table: write [{name}] on a line of its own")
        return {}

    def _count(self, place: Place, value: object, of: str) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._wrong(place, f"must be a whole number of {of}, zero or more, not {_shown(value)}")
        return None

    def _windows(self, written: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
        windows = self._table(written, "refund_window_days")
        known = get_args(Window)
        self._only_known(windows, ("refund_window_days",), known)
        for name in windows.keys() & set(known):
            days = self._count(("refund_window_days", name), windows[name], "days")
            if days is not None:
                yield name, days

    def _amounts(self, table: Mapping[str, Any], place: Place) -> Mapping[str, int]:
        found = {}
        for currency, value in table.items():
            here = (*place, currency)
            if not re.fullmatch(r"[A-Za-z]{3}", currency):
                self._wrong(here, "must be a currency of three letters")
            elif (amount := self._count(here, value, "minor units (cents)")) is not None:
                if currency.lower() in found:
                    self._wrong(here, "is written twice")
                found[currency.lower()] = amount
        return MappingProxyType(found)

    def _limits(
        self, written: Mapping[str, Any]
    ) -> tuple[Mapping[str, int], Mapping[str, Mapping[str, int]]]:
        place = ("agent_refund_limit",)
        table = self._table(written, *place)
        of_roles = {who: limits for who, limits in table.items() if isinstance(limits, dict)}
        for who in of_roles:
            self._known_role((*place, who))
        everybody = {currency: v for currency, v in table.items() if currency not in of_roles}
        roles = {who: self._amounts(limits, (*place, who)) for who, limits in of_roles.items()}
        return self._amounts(everybody, place), MappingProxyType(roles)

    def _who_may(self, written: Mapping[str, Any], default: Mapping[str, Right]) -> Mapping[str, Right]:
        found = dict(default)
        for who, right in self._table(written, "who_may").items():
            place = ("who_may", who)
            if not self._known_role(place):
                continue
            if right in get_args(Right):
                found[who] = right
            else:
                self._wrong(place, f"must be {_choices(Right)}, not {_shown(right)}")
        return MappingProxyType(found)

    def _known_role(self, place: Place) -> bool:
        if re.fullmatch(r"agent|admin|group:[1-9][0-9]*", place[-1]):
            return True
        self._wrong(place, 'is not a role; known are agent, admin and "group:<id of a Zendesk group>"')
        return False

    def _one_of(self, written: Mapping[str, Any], name: str, default: Any, allowed: Any) -> Any:
        value = written.get(name, default)
        if isinstance(value, str) and value in get_args(allowed):
            return value
        self._wrong((name,), f"must be {_choices(allowed)}, not {_shown(value)}")
        return default

    def _keys(self, written: Mapping[str, Any], default: tuple[str, ...]) -> tuple[str, ...]:
        value = written.get("metadata_keys", list(default))
        if isinstance(value, list) and all(isinstance(key, str) and key.strip() for key in value):
            return tuple(key.strip() for key in value)
        self._wrong(("metadata_keys",), "must be a list of names in quotes")
        return default


def _choices(allowed: Any) -> str:
    *others, last = (f'"{choice}"' for choice in get_args(allowed))
    return f"{', '.join(others)} or {last}"


def _shown(value: object) -> str:
    """What was written, cut short: it is repeated in a message."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = " ".join((f'"{value}"' if isinstance(value, str) else repr(value)).split())
    return text if len(text) <= 40 else f"{text[:37]}..."
