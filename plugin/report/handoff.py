"""The handoff: what the next colleague needs, in six sections, scannable in twenty seconds.

Plain text, because it is read in a note, in a terminal and in a clipboard. English, the agents' language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from integrations.money import Money
from integrations.records import Charge, Subscription
from plugin.act.plan import Plan, Step
from plugin.diagnose.finding import Diagnosis, Impact
from plugin.diagnose.words import plan_name
from plugin.facts import CaseFacts
from plugin.gaps.gap import GapSighting
from plugin.identify.allows import Allowed, allows
from plugin.report import plain_english as say
from plugin.report.case_document import price_of
from plugin.report.done_steps import done
from plugin.report.reply import Reply

SECTIONS = ("CUSTOMER", "BILLING STATE", "DECISION", "ACTION TAKEN", "FOLLOW-UP", "PRODUCT GAP")

_MOST_SUBSCRIPTIONS = 6
_MOST_PAYMENTS = 5
_MOST_REASONS = 3
_RECENT = timedelta(days=400)


def handoff(
    case: CaseFacts, diagnosis: Diagnosis, plan: Plan, sightings: Sequence[GapSighting], reply: Reply
) -> str:
    """The note: exactly six sections, each headed by its name on a line of its own."""
    allowed = allows(case.match, case.ticket)
    bodies = (
        _customer(case, allowed),
        _billing_state(case, allowed),
        _decision(diagnosis, plan, allowed),
        _action_taken(case, plan, allowed),
        _follow_up(case, plan, reply),
        _product_gap(sightings),
    )
    return "\n\n".join(
        "\n".join([heading, *lines]) for heading, lines in zip(SECTIONS, map(list, bodies), strict=True)
    )


def _customer(case: CaseFacts, allowed: Allowed) -> Iterator[str]:
    match = case.match
    customer = case.customer if allowed.details_to_agent else None
    if customer:
        address = f" <{say.safe(customer.email)}>" if customer.email else ""
        ids = ", ".join(match.customer_ids) or customer.id
        gone = ", deleted" if customer.deleted else ""
        since = f", since {say.day(customer.created)}" if customer.created else ""
        yield f"{say.safe(customer.name) or 'No name'}{address} ({ids}{since}{gone})"
    elif allowed.details_to_agent and match.confidence == "strong":
        yield "Paid without a customer record."
    else:
        yield "Not identified."
    reason = f": {say.safe(match.match_reason)}" if match.match_reason else ""
    yield f"Match: {match.confidence}{reason}"
    if allowed.candidates_to_agent and match.candidates:
        for candidate in match.candidates:
            differs = "; ".join(say.safe(trait) for trait in candidate.differs[:4])
            yield f"- Candidate {candidate.customer_id}{': ' + differs if differs else ''}"
    for warning in match.warnings:
        yield f"! {say.safe(warning)}"


def _billing_state(case: CaseFacts, allowed: Allowed) -> Iterator[str]:
    yield say.freshness(case)
    if not allowed.details_to_agent:
        yield "Details are not shown until the customer is identified."
        return
    for subscription in _current_first(case.subscriptions)[:_MOST_SUBSCRIPTIONS]:
        yield f"- {_subscription(subscription)}"
    if not case.subscriptions and case.could_read("subscriptions"):
        yield "- No subscription."
    for charge in [c for c in case.charges if case.since(c.created) <= _RECENT][:_MOST_PAYMENTS]:
        yield f"- {_payment(case, charge)}"
    for unread in case.all_unread:
        yield f"! Not read: {unread.what.replace('_', ' ')} ({say.safe(unread.why)})"
    if cut := sorted({name for picture in case.pictures for name in picture.truncated}):
        yield f"! Only partly read: {', '.join(cut).replace('_', ' ')}"


def _current_first(subscriptions: Sequence[Subscription]) -> list[Subscription]:
    return sorted(subscriptions, key=lambda s: not s.live)


def _subscription(subscription: Subscription) -> str:
    price = price_of(subscription)
    cost = f", {say.amount(price)}" if price else ""
    every = f" per {subscription.interval}" if subscription.interval else ""
    seats = f", quantity {subscription.quantity}" if subscription.quantity > 1 else ""
    if subscription.ended_at:
        fate = f", ended {say.day(subscription.ended_at)}"
    elif subscription.cancel_at or subscription.cancel_at_period_end:
        fate = f", ends {say.day(subscription.cancel_at or subscription.period_end)}"
    elif subscription.live and subscription.period_end:
        fate = f", renews {say.day(subscription.period_end)}"
    else:
        fate = ""
    name = say.safe(plan_name(subscription)) or "Subscription"
    return f"{name}: {subscription.status}{cost}{every}{seats}{fate} ({subscription.id})"


def _payment(case: CaseFacts, charge: Charge) -> str:
    method = (
        f", {charge.method.brand or charge.method.kind} •••• {charge.method.last4}"
        if charge.method and charge.method.last4
        else ""
    )
    refunded = (
        f", {say.amount(Money(charge.amount_refunded, charge.currency))} refunded"
        if charge.amount_refunded
        else ""
    )
    disputed = ", DISPUTED" if charge.disputed or case.disputes_of(charge) else ""
    declined = (
        f" ({charge.decline_code or charge.failure_code})"
        if charge.decline_code or charge.failure_code
        else ""
    )
    paid = say.amount(Money(charge.amount, charge.currency))
    state = "paid" if charge.status == "succeeded" else charge.status
    return f"{paid} {state}{declined} on {say.day(charge.created)}{method}{refunded}{disputed} ({charge.id})"


def _decision(diagnosis: Diagnosis, plan: Plan, allowed: Allowed) -> Iterator[str]:
    verdict = diagnosis.verdict
    yield say.sentence(verdict.sentence)
    yield f"Class: {verdict.bucket} / {verdict.situation}, confidence {verdict.confidence}"
    if not allowed.details_to_agent:
        return
    for reason in verdict.reasons_for[:_MOST_REASONS]:
        yield f"+ {say.safe(reason)}"
    for reason in verdict.reasons_against[:_MOST_REASONS]:
        yield f"- {say.safe(reason)}"
    if plan.verify:
        yield "Verify before money moves: " + "; ".join(say.safe(point) for point in plan.verify)
    for lost in diagnosis.lost:
        yield f"! The rule {lost.situation} broke and was left out"


def _action_taken(case: CaseFacts, plan: Plan, allowed: Allowed) -> Iterator[str]:
    taken = [step for step in plan.steps if step.state == "done"]
    for step in taken:
        yield f"- {done(case, step) if allowed.details_to_agent else _step(step, allowed)}"
    if not taken:
        yield "None yet."
    for step in plan.steps:
        if step.state in {"blocked", "failed"}:
            reasons = " ".join(say.sentence(reason) for reason in step.blocked_by) or "No reason given."
            yield f"- {step.state.capitalize()}: {say.sentence(_step(step, allowed))} {reasons}"
    yield f"Revenue impact: {say.impact(plan.impact if allowed.details_to_agent else Impact())}"


def _confirmed(step: Step) -> str:
    who = f", confirmed by {say.safe(step.done_by)}" if step.done_by else ""
    return who + (f" on {say.moment(step.done_at)}" if step.done_at else "")


def _step(step: Step, allowed: Allowed) -> str:
    title = say.safe(step.title) or step.kind.replace("_", " ")
    if not allowed.details_to_agent:
        return title
    amount = f", {say.amount(step.amount)}" if step.amount and say.amount(step.amount) not in title else ""
    target = f" ({step.target})" if step.target and step.target not in title else ""
    return f"{title}{amount}{target}"


def _follow_up(case: CaseFacts, plan: Plan, reply: Reply) -> Iterator[str]:
    allowed = allows(case.match, case.ticket)
    proposed = [step for step in plan.steps if step.state == "proposed"]
    for place, step in enumerate(proposed, start=1):
        confirm = " [an agent confirms]" if step.writes else ""
        yield f"{place}. {_step(step, allowed)}{confirm}"
    if case.match.ask_for:
        yield "Ask for: " + "; ".join(case.match.ask_for)
    writes = say.language(case.reading.language)
    drafted = say.language(reply.language)
    spoken = "" if writes == drafted == "English" else f"The customer writes {writes}. "
    yield f"{spoken}Reply drafted in {drafted}; not sent."


def _product_gap(sightings: Sequence[GapSighting]) -> Iterator[str]:
    for sighting in sightings:
        yield f"- {sighting.title} ({sighting.gap}): {say.safe(sighting.why)}"
    if not sightings:
        yield "None seen."
