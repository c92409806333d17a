"""What agents say about the class of a ticket, kept, counted and handed to learning."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

from plugin.facts import Correction
from plugin.store import Corrections, Lesson, Store, Tally

Time = Callable[..., datetime]


def said(t: Time, **fields: object) -> Correction:
    base = Correction(
        bucket="payment_failed",
        situation="card_expired",
        reason="other_cause",
        said_bucket="duplicate_subscription",
        said_situation="duplicate_same_customer",
        agent_id=1,
        agent_name="Ada",
        at=t(),
        note="She said so on the phone.",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def agreed(t: Time, **fields: object) -> Correction:
    ours = {"bucket": "duplicate_subscription", "situation": "duplicate_same_customer"}
    return said(t, **{"reason": "agreed", "note": "", **ours, **fields})


def keep(corrections: Corrections, ticket_id: int, correction: Correction) -> None:
    corrections.correct(ticket_id, correction, intents=("duplicate_charge",), language="de")


def test_a_correction_stands_until_replaced_or_withdrawn(store: Store, t: Time) -> None:
    corrections = Corrections(store, "acme")
    assert corrections.get(7) is None
    keep(corrections, 7, said(t))
    keep(corrections, 7, said(t, situation=None, agent_id=2, agent_name="Bob", at=t(60)))
    keep(corrections, 8, agreed(t))
    standing = corrections.get(7)
    assert standing == said(t, situation=None, agent_id=2, agent_name="Bob", at=t(60))
    assert [c.situation for c in corrections.history(7)] == [None, "card_expired"]
    assert corrections.withdraw(7, agent_id=1, at=t(70))
    assert not corrections.withdraw(7, agent_id=1, at=t(71))
    assert corrections.get(7) is None
    assert corrections.get(8)
    assert Corrections(store, "globex").get(8) is None
    assert Corrections(store, "globex").history(7) == ()


def test_only_what_still_stands_is_learnt_from_and_counted(store: Store, t: Time) -> None:
    corrections = Corrections(store, "acme")
    keep(corrections, 1, said(t))
    keep(corrections, 2, said(t))
    keep(corrections, 3, said(t, situation=None))
    keep(corrections, 4, agreed(t))
    keep(corrections, 5, said(t, situation="paused"))
    corrections.withdraw(5, agent_id=1, at=t(9))
    assert list(corrections.for_learning()) == [
        Lesson(n, "duplicate_subscription", "duplicate_same_customer", bucket, situation, ("duplicate_charge",), "de", agrees)
        for n, bucket, situation, agrees in (
            (1, "payment_failed", "card_expired", False),
            (2, "payment_failed", "card_expired", False),
            (3, "payment_failed", None, False),
            (4, "duplicate_subscription", "duplicate_same_customer", True),
        )
    ]  # fmt: skip
    assert corrections.tally() == Tally(
        agreed=1,
        corrected=3,
        by_situation=(
            ("duplicate_same_customer", "card_expired", 2),
            ("duplicate_same_customer", "payment_failed", 1),
        ),
    )
    assert Corrections(store, "globex").tally() == Tally(0, 0, ())


def test_of_many_agents_at_once_one_word_stands(store: Store, t: Time) -> None:
    corrections = Corrections(store, "acme")

    def say(agent: int) -> None:
        keep(corrections, 7, said(t, agent_id=agent, at=t(agent)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(say, range(16)))
    assert corrections.get(7)
    assert len(corrections.history(7)) == 16
    assert len(list(corrections.for_learning())) == 1
