"""The drafted reply: one cause, what we did or will do, what they can do alone. Inserted by an agent, never sent by us.

Whatever the match does not allow is not said, not even that there is an account. What was done is told as
done, what is proposed as what we will do, what failed with what happens next; a blocked step is never
mentioned. E-mail gets rich text beside the plain text, messaging channels only the plain one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from integrations.money import Money, by_currency
from plugin.act.plan import Plan, Step
from plugin.diagnose.finding import Diagnosis, Told
from plugin.facts import CaseFacts
from plugin.identify.allows import Allowed, allows
from plugin.identify.asks import names_of
from plugin.policy import Tone
from plugin.redaction import harmless, mask_cards, mask_secrets
from plugin.report.phrases import Direction, Phrases
from plugin.report.rich_text import as_html, takes_rich_text

_MOST_STEPS = 3
"""A reply is read, a list is skipped."""
_LONGEST_VALUE = 80
_PERSON_NAME = re.compile(r"[^\W\d_][^\W_]*(?:[ '’\-][^\W\d_][^\W_]*)*")
_FAMILY_NAME_STANDS_FIRST = frozenset({"ja", "ko", "zh"})
_NO_SPACE_BETWEEN_SENTENCES = frozenset({"ja", "zh"})

_LINKS = frozenset(
    [
        "send_portal_link",
        "send_portal_payment_update",
        "send_portal_cancel_flow",
        "send_hosted_invoice_link",
        "send_invoice_pdf",
        "send_checkout_link",
    ]
)
_STILL_TO_COME = frozenset({"next_attempt", "next_date", "expires_date", "resumes_date", "end_date"})
"""Days announced as coming: one that has passed is no longer news but an error."""
_ENDS_IT = frozenset({"set_cancel_at_period_end", "cancel_subscription_now"})
_WALLETS = {
    "apple_pay": "Apple Pay",
    "google_pay": "Google Pay",
    "samsung_pay": "Samsung Pay",
    "link": "Link",
}


@dataclass(frozen=True)
class Reply:
    """`body` is plain text, `html` the same as rich text where the channel shows it, else None.

    `direction` says how the editor must show it.
    """

    language: str
    direction: Direction
    body: str
    html: str | None = None


def draft(case: CaseFacts, diagnosis: Diagnosis, plan: Plan, *, tone: Tone = "warm") -> Reply:
    """The reply in the customer's language, as far as it has been translated, else in English."""
    requester = case.ticket.requester if case.ticket else None
    phrases = Phrases.of(case.reading.language, requester.locale if requester else None)
    allowed = allows(case.match, case.ticket)
    speaks_of_account = allowed.details_in_draft and diagnosis.verdict.situation != "not_billing"
    if speaks_of_account:
        paragraphs = [*_about_the_case(phrases, case, diagnosis, plan, allowed)]
    elif diagnosis.verdict.situation == "not_billing":
        paragraphs = [_said(phrases, "not_billing", {})]
    else:
        paragraphs = [*_asking_back(phrases, case)]
    # A plain reply is to the point: nobody's name before it, no offer after it.
    greeting = _greeting(phrases, case) if tone == "warm" else _said(phrases, "greeting-plain", {})
    closing = _said(phrases, "closing", {}) if tone == "warm" else ""
    body = "\n\n".join(text for text in (greeting, *paragraphs, closing) if text)
    body = harmless(mask_cards(mask_secrets(body)))
    rich = takes_rich_text(case.ticket.channel if case.ticket else None)
    html = as_html(body, phrases.direction, _own_addresses(case, plan, allowed)) if rich else None
    return Reply(phrases.language, phrases.direction, body, html)


def _own_addresses(case: CaseFacts, plan: Plan, allowed: Allowed) -> tuple[str, ...]:
    """The addresses we may have put into the text; any other one stays text, whoever wrote it."""
    known = [case.portal.login_url if case.portal else None]
    known += [_address_of(step, case, allowed) for step in plan.steps if step.kind in _LINKS]
    return tuple(dict.fromkeys(address for one in known if (address := _web_address(one))))


def _greeting(phrases: Phrases, case: CaseFacts) -> str:
    name = _name_to_greet(phrases, case)
    named = phrases.say("greeting", {"name": name}) if name else None
    return named or _said(phrases, "greeting-plain", {})


def _name_to_greet(phrases: Phrases, case: CaseFacts) -> str | None:
    """The first name, the whole one where the family name comes first; only what is plainly a person's name."""
    requester = case.ticket.requester if case.ticket else None
    words = harmless(requester.name).split() if requester else []
    name = " ".join(words) if phrases.language in _FAMILY_NAME_STANDS_FIRST else (words[0] if words else "")
    return name if len(name) <= 30 and _PERSON_NAME.fullmatch(name) else None


# ------------------------------------------------------------------ not sure who it is
def _asking_back(phrases: Phrases, case: CaseFacts) -> Iterator[str]:
    yield _said(phrases, "ask-intro", {})
    wanted = names_of(case.match.ask_for) or ("write_from_billing_address", "invoice_number")
    yield "\n".join(f"- {_said(phrases, f'ask-{name}', {})}" for name in wanted[:2])
    if login := _web_address(case.portal.login_url if case.portal else None):
        yield _said(phrases, "ask-self_serve", {"url": login})


# ------------------------------------------------------------------ sure who it is
def _about_the_case(
    phrases: Phrases, case: CaseFacts, diagnosis: Diagnosis, plan: Plan, allowed: Allowed
) -> Iterator[str]:
    values = _values(phrases, case, diagnosis)
    yield _cause(phrases, diagnosis, values)
    visible = [step for step in plan.steps if step.state != "blocked"]
    said = list(dict.fromkeys(_deeds(phrases, case, visible, diagnosis.verdict.bucket, values)))
    # A promise is broken by silence too: when every step that helps is blocked, say that we are still at it.
    waits = any(step.state == "blocked" and step.writes for step in plan.steps)
    if not said and waits:
        said = [_said(phrases, "next-checking", {})]
    yield _between_sentences(phrases).join(said[:_MOST_STEPS])
    ends_it = any(step.kind in _ENDS_IT for step in visible)
    # What we do for them they need not do as well.
    offered = [
        s for s in visible if s.kind in _LINKS and not (ends_it and s.kind == "send_portal_cancel_flow")
    ]
    links = [_link(phrases, step, case, allowed) for step in offered]
    yield "\n".join(list(dict.fromkeys(link for link in links if link))[:2])


def _between_sentences(phrases: Phrases) -> str:
    return "" if phrases.language in _NO_SPACE_BETWEEN_SENTENCES else " "


def _cause(phrases: Phrases, diagnosis: Diagnosis, values: Mapping[str, str | int]) -> str:
    """What happened, as fully as the values known allow; further facts are a sentence each, said where known."""
    verdict = diagnosis.verdict
    deciding = verdict.deciding
    situation = (deciding.situation if deciding else "") or verdict.situation
    if deciding is None and verdict.correction:
        # An agent's word without a record behind it: no cause is stated as fact.
        return _said(phrases, "unclear", {})
    cause = (
        phrases.say(situation, values)
        or phrases.say(situation, values, "less")
        or phrases.say(situation, values, "plain")
        or _said(phrases, f"bucket-{verdict.bucket}", {})
    )
    further = [phrases.say(situation, values, name) for name in phrases.attributes(situation)]
    return _between_sentences(phrases).join([cause, *(sentence for sentence in further if sentence)])


def _deeds(
    phrases: Phrases, case: CaseFacts, steps: Sequence[Step], bucket: str, values: Mapping[str, str | int]
) -> Iterator[str]:
    """One sentence per step; several refunds in one state are one sentence with their sum."""
    for step in steps:
        if step.kind in _LINKS:
            continue
        alike = [s for s in steps if (s.kind, s.state) == (step.kind, step.state) and s.amount]
        total = by_currency([s.amount for s in alike if s.amount])
        if step.kind == "refund_charge" and step in alike and len(alike) > 1 and len(total) == 1:
            sum_of_all: dict[str, str | int] = {"count": len(alike), "amount": phrases.money(total[0])}
            said = phrases.say("step-refund_charge-several", sum_of_all, _tense(step))
        else:
            said = None
        if said := said or _deed(phrases, case, step, bucket, values):
            yield said


def _tense(step: Step) -> str:
    return step.state if step.state in {"done", "failed"} else "will"


def _deed(
    phrases: Phrases, case: CaseFacts, step: Step, bucket: str, values: Mapping[str, str | int]
) -> str | None:
    tense, known = _tense(step), dict(values)
    if step.amount is not None:
        known["amount"] = phrases.money(step.amount)
    elif step.writes:
        # The amount of the cause is not the amount of the step.
        known.pop("amount", None)
    if step.kind == "refund_charge":
        # Nor is its card.
        known.pop("last4", None)
        charge = case.charge(step.target)
        if charge and charge.method and charge.method.last4:
            known["last4"] = charge.method.last4
    # The more particular wording first: of the situation, of the bucket, of the step.
    for message_id in (
        f"step-{step.kind}-{step.situation}",
        f"step-{step.kind}-{bucket}",
        f"step-{step.kind}",
    ):
        for form in (tense, f"{tense}-plain"):
            if said := phrases.say(message_id, known, form):
                return said
        # Questions and hand-overs are the same sentence before and after.
        if step.state != "failed" and (said := phrases.say(message_id, known)):
            return said
    return _said(phrases, "next-failed", {}) if step.state == "failed" else None


def _link(phrases: Phrases, step: Step, case: CaseFacts, allowed: Allowed) -> str | None:
    address = _web_address(_address_of(step, case, allowed))
    if address:
        invoice = case.invoice(step.target)
        to_pay = (
            phrases.say(f"link-{step.kind}", {"url": address}, "pay")
            if invoice and invoice.status == "open"
            else None
        )
        return to_pay or phrases.say(f"link-{step.kind}", {"url": address})
    return phrases.say(f"link-{step.kind}", {}, "promised") if step.state == "proposed" else None


def _address_of(step: Step, case: CaseFacts, allowed: Allowed) -> str | None:
    """Where the step's link leads: an invoice's own page or the portal's login page, never a portal session."""
    if step.kind in {"send_portal_link", "send_portal_payment_update", "send_portal_cancel_flow"}:
        return case.portal.login_url if case.portal and allowed.portal_login_page else None
    if step.kind == "send_checkout_link":
        session = next((s for s in case.checkout_sessions if s.id == step.target), None)
        return session.recovery_url if session else None
    invoice = case.invoice(step.target) if allowed.hosted_invoice_link else None
    if invoice is None:
        return None
    return (invoice.pdf_url or invoice.hosted_url) if step.kind == "send_invoice_pdf" else invoice.hosted_url


def _web_address(address: str | None) -> str | None:
    """Only what is plainly a secure web address; a billing portal session never is."""
    if not address or not re.fullmatch(r"https://[^\s{}<>\"]{4,2000}", address):
        return None
    return None if "/p/session/" in address else address


# ------------------------------------------------------------------ values
def _values(phrases: Phrases, case: CaseFacts, diagnosis: Diagnosis) -> dict[str, str | int]:
    """What the messages may state, written the way the language writes it."""
    deciding = diagnosis.verdict.deciding
    tells: Mapping[str, Told] = deciding.tells if deciding else {}
    values = {
        name: told
        for name, value in tells.items()
        if not (name in _STILL_TO_COME and isinstance(value, datetime) and value < case.now)
        and (told := _told(phrases, value)) is not None
    }
    kept, extra = tells.get("keep_since"), tells.get("date")
    if isinstance(kept, datetime) and isinstance(extra, datetime) and kept.date() == extra.date():
        # Both were bought on that day: it would not tell them apart.
        values.pop("keep_since", None)
    if isinstance(values.get("wallet"), str):
        values["wallet"] = _WALLETS.get(str(values["wallet"]), str(values["wallet"]))
    for form in ("charge-full", "charge-dated", "charge-amount"):
        if charge := phrases.say(form, values):
            values["charge"] = charge
            break
    values["subscription"] = phrases.say("subscription-named", values) or _said(
        phrases, "subscription-plain", {}
    )
    return values


def _told(phrases: Phrases, value: Told) -> str | int | None:
    if isinstance(value, Money):
        return phrases.money(value)
    if isinstance(value, datetime):
        return phrases.date(value)
    if isinstance(value, str):
        # Names of plans and descriptors are the merchant's or the customer's data: one short harmless line.
        text = " ".join(mask_cards(harmless(value)).split())[:_LONGEST_VALUE]
        return text or None
    return value


def _said(phrases: Phrases, message_id: str, values: Mapping[str, str | int]) -> str:
    """A message every language must have (a test compares the files)."""
    return phrases.say(message_id, values) or ""
