"""The support lead's rules: what may be given back, how long, by whom, and who picks. Written as TOML.

    # policy.toml: every line may be left out; these are the defaults.
    metadata_keys = ["github", "github_username"]
    keep_duplicate = "oldest"          # or "ask": an agent picks the subscription that stays
    gap_filing = "automatic"           # or "ask", "off"

    [refund_window_days]
    monthly = 30                       # a kindness after a monthly charge
    yearly = 30                        # a kindness after a yearly renewal
    mistakes = 180                     # money taken twice or after the end

    [agent_refund_limit]               # the most one agent gives back in one step, in minor units;
    # usd = 10000                      # a currency without a line has no limit

A file that does not fit is refused with the line or the field, never half obeyed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

KeepDuplicate = Literal["oldest", "ask"]
GapFiling = Literal["automatic", "ask", "off"]


class PolicyError(ValueError):
    """The policy file cannot be obeyed; says where and what was expected."""


@dataclass(frozen=True)
class RefundWindow:
    """How many days after a charge it may be given back. Older ones are a lead's decision."""

    monthly: int = 30
    yearly: int = 30
    mistakes: int = 180
    """Money taken by mistake is owed for longer; past half a year many cards can no longer be refunded."""


@dataclass(frozen=True)
class Policy:
    """The defaults are what a careful small team would choose."""

    refund_window_days: RefundWindow = field(default_factory=RefundWindow)
    keep_duplicate: KeepDuplicate = "oldest"
    """"oldest": keep on positive evidence, in doubt the older one. "ask": an agent always picks."""
    agent_refund_limit: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The most one agent gives back in one step, in minor units by currency; none unless written."""
    gap_filing: GapFiling = "automatic"
    metadata_keys: tuple[str, ...] = ("github", "github_username")
    """Where on a customer record the merchant keeps the names it knows the customer by."""


def load_policy(path: Path) -> Policy:
    """Raises PolicyError, naming the file and the line or field, for anything that is not a policy."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PolicyError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise PolicyError(f"{path.name} is not UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"{path.name} is not TOML: {error}.") from error
    return _Reader(path.name).policy(written)


class _Reader:
    """Takes known fields of the right kind and refuses the rest, so that a slip of the pen has no silent effect."""

    def __init__(self, file: str) -> None:
        self._file = file

    def policy(self, written: Mapping[str, Any]) -> Policy:
        self._only_known(
            written,
            "",
            ("metadata_keys", "keep_duplicate", "gap_filing", "refund_window_days", "agent_refund_limit"),
        )
        default = Policy()
        window = self._table(written, "refund_window_days")
        self._only_known(window, "refund_window_days.", ("monthly", "yearly", "mistakes"))
        return Policy(
            refund_window_days=RefundWindow(
                **{name: self._count(f"refund_window_days.{name}", days) for name, days in window.items()}
            ),
            keep_duplicate=self._one_of(written, "keep_duplicate", default.keep_duplicate, KeepDuplicate),
            agent_refund_limit=MappingProxyType(self._limits(written)),
            gap_filing=self._one_of(written, "gap_filing", default.gap_filing, GapFiling),
            metadata_keys=self._keys(written, default.metadata_keys),
        )

    def _refuse(self, name: str, expected: str) -> PolicyError:
        return PolicyError(f"{self._file}: {name} {expected}.")

    def _only_known(self, table: Mapping[str, Any], place: str, known: tuple[str, ...]) -> None:
        for name in table:
            if name not in known:
                raise self._refuse(f"{place}{name}", f"is not a rule; known are {', '.join(known)}")

    def _table(self, written: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        table = written.get(name, {})
        if not isinstance(table, dict):
            raise self._refuse(name, f"must be a table: write [{name}] on a line of its own")
        return table

    def _count(self, name: str, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._refuse(name, f"must be a whole number, zero or more, not {value!r}")
        return value

    def _limits(self, written: Mapping[str, Any]) -> dict[str, int]:
        limits = self._table(written, "agent_refund_limit")
        for currency in limits:
            if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
                raise self._refuse(f"agent_refund_limit.{currency}", "must be a currency of three letters")
        return {c.lower(): self._count(f"agent_refund_limit.{c}", amount) for c, amount in limits.items()}

    def _one_of(self, written: Mapping[str, Any], name: str, default: Any, allowed: Any) -> Any:
        value = written.get(name, default)
        if value not in get_args(allowed):
            choices = " or ".join(f'"{choice}"' for choice in get_args(allowed))
            raise self._refuse(name, f"must be {choices}, not {value!r}")
        return value

    def _keys(self, written: Mapping[str, Any], default: tuple[str, ...]) -> tuple[str, ...]:
        value = written.get("metadata_keys", list(default))
        if not isinstance(value, list) or not all(isinstance(key, str) and key.strip() for key in value):
            raise self._refuse("metadata_keys", "must be a list of names in quotes")
        return tuple(key.strip() for key in value)
