"""Which words, near each other, make which wish: the grammar all languages share.

A language's file says how people call things (`WORDS`: "charged", "twice", "card", "declined"); this file says what
follows when two of them stand near each other. So a new language is a vocabulary, and a rule is written once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from plugin.facts import Intent

Word = Literal[
    "charge",  # money was taken: charged, billed, debited, deducted
    "twice",
    "refund",
    "awaited",  # what people say of a refund they wait for: when, still not, arrived, promised
    "cancel",  # to cancel, to end, not to renew: as a wish
    "ended",  # cancelled already, closed already, "after cancelling"
    "pay",  # what can fail: card, payment, checkout, transaction
    "fail",
    "card",  # what one pays with, including bank account and wallet
    "change",  # change, replace, remove, add, new
    "document",  # invoice, receipt, VAT number
    "want",  # need, send, download, where, missing, correct
    "plan",  # plan, tier, seats, licences, members
    "move",  # upgrade, add, how much, difference
    "why",  # why, what is, explain
    "price",  # the bill, the price, the amount
    "rose",  # higher, went up, too much, wrong
    "trial",
    "renewed",
    "unasked",  # without warning, nobody told me, automatically
    "paid",  # I paid, bought, upgraded; premium, pro, subscription
    "locked",  # still free, no access, not activated
    "broken",  # does not work, crashes, outage
    "usage",  # quota, credits, API calls, limit
    "left",  # used up, exceeded, how many, reset
    "product",  # everyday questions about the product itself
    "money",  # any word of money: with one of these a message is never taken for an everyday question
    "smalltalk",  # greetings, thanks, signatures: say nothing
]
WORDS: tuple[Word, ...] = get_args(Word)

Scope = Literal["near", "nearby"]


@dataclass(frozen=True)
class Rule:
    """`first` alone, or `first` and `second` near each other: in one sentence, or in the next one too."""

    intent: Intent
    weight: int
    first: Word
    second: Word | None = None
    scope: Scope = "near"
    unless: tuple[Word, ...] = ()
    """Words that, in the same sentence, tell it otherwise."""
    not_across: tuple[Word, ...] = ()
    """Words that, standing between the two, belong to another wish."""


RULES: tuple[Rule, ...] = (
    Rule("duplicate_charge", 4, "charge", "twice"),
    Rule("refund_status", 4, "refund", "awaited"),
    Rule("refund_request", 3, "refund"),
    Rule("cancel_request", 3, "cancel"),
    Rule("payment_failed", 4, "pay", "fail"),
    Rule("invoice_or_receipt_request", 3, "document", "want", not_across=("refund", "charge", "cancel")),
    Rule("invoice_or_receipt_request", 1, "document"),
    Rule("update_payment_method", 4, "card", "change"),
    Rule("plan_or_seat_question", 3, "plan", "move"),
    Rule("unexpected_charge", 4, "charge", "why", unless=("twice",)),
    Rule("unexpected_charge", 4, "charge", "ended", "nearby"),
    Rule("unexpected_charge", 3, "charge", "trial"),
    Rule("unexpected_charge", 4, "charge", "unasked", "nearby"),
    Rule("unexpected_charge", 3, "renewed", "unasked"),
    Rule("unexpected_charge", 3, "price", "rose"),
    Rule("product_failure_complaint", 4, "paid", "locked", "nearby"),
    Rule("product_failure_complaint", 3, "paid", "broken", "nearby"),
    Rule("usage_or_rate_limit_question", 3, "usage", "left"),
    Rule("not_billing", 2, "product"),
    Rule("not_billing", 1, "broken"),
)

GIVES_WAY: tuple[tuple[Intent, Intent, int], ...] = (
    # "My card does not work when I try to pay" is no complaint about the product.
    ("product_failure_complaint", "payment_failed", 4),
    ("product_failure_complaint", "duplicate_charge", 4),
    ("unexpected_charge", "refund_status", 4),
    # "Why are there two charges?" asks about the second one.
    ("unexpected_charge", "duplicate_charge", 5),
    # "The first try failed, so I paid again": the failure is how it came about, not what they write for.
    ("payment_failed", "duplicate_charge", 7),
    ("payment_failed", "product_failure_complaint", 4),
)
"""(weaker, stronger, below): the weaker intent is dropped where the stronger is there and it weighs less than that."""

WISHES: frozenset[Word] = frozenset({"refund", "cancel", "change", "document", "move"})
"""Words that say what somebody wants, so that "I don't want ..." before them takes them back."""

ENOUGH = 2
"""Weight an intent needs before it counts."""
