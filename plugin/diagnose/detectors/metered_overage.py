"""The bill is higher because more was used than the plan includes.

Usage is billed afterwards, for the period before. The trap: the amount is right although no price page shows it, and
there may be no place where the customer could have seen it coming.
"""

from datetime import timedelta

from integrations.money import Money
from plugin.diagnose.examples import ago as _ago
from plugin.diagnose.examples import case, line, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, show_invoice
from plugin.diagnose.words import day, plan_name, told_of_invoice
from plugin.facts import CaseFacts

CODE = "S30"

RECENT = timedelta(days=45)
"""A charge is questioned when the statement comes."""


def look(case: CaseFacts) -> Finding | None:
    for invoice in case.invoices:
        used = [x for x in invoice.lines if x.metered and x.amount > 0]
        threshold = invoice.billing_reason == "subscription_threshold"
        if (
            invoice.status not in {"paid", "open"}
            or case.since(invoice.created) > RECENT
            or not (used or threshold)
        ):
            continue
        amount = Money(sum(x.amount for x in used) or invoice.total, invoice.currency)
        first = used[0] if used else None
        return Finding(
            bucket="self_serve_missing",
            sentence=f"{amount} of the invoice of {day(invoice.created)} is for usage, billed after the period.",
            evidence=tuple(x for x in (invoice.id, invoice.subscription) if x),
            reasons_for=(
                *(f"Line: {x.description or 'usage'}, {Money(x.amount, x.currency)}." for x in used),
                *(("The invoice was made because usage passed a threshold.",) if threshold else ()),
            ),
            reasons_against=("Looked for and not found: a change of plan or seats in the same invoice.",)
            if not case.proration_lines(invoice)
            else ("The same invoice also prorates a change.",),
            certainty="proven" if not invoice.lines_truncated else "likely",
            proposals=(
                *explain("Explain what was used and when; the amount is what the plan says."),
                *show_invoice(invoice, "It lists the usage."),
            ),
            gaps=("no_usage_visibility",),
            tells={
                **told_of_invoice(case, invoice),
                "plan": plan_name(case.subscription(invoice.subscription)),
                "period_start": first.period_start if first else None,
                "period_end": first.period_end if first else None,
            },
            rests_on=("invoices",),
        )
    return None


_USED = line(4200, metered=True, description="12,000 calls", period_start=_ago(34), period_end=_ago(4))

FIRES_ON = [
    case(sub("sub_a", 64), paid("sub_a", 4, 6100, reason="subscription_cycle", lines=(line(1900), _USED))),
    case(
        sub("sub_a", 64, usage="metered", price=None), paid("sub_a", 4, 5000, reason="subscription_threshold")
    ),
]
QUIET_ON = [
    (
        case(sub("sub_a", 64), paid("sub_a", 4, reason="subscription_cycle", lines=(line(1900),))),
        "a flat price only",
    ),
    (
        case(
            sub("sub_a", 64),
            paid("sub_a", 4, reason="subscription_cycle", lines=(line(1900), line(0, metered=True))),
        ),
        "metered, but within what is included",
    ),
    (case(sub("sub_a", 200), paid("sub_a", 90, 6100, lines=(_USED,))), "three months ago"),
]
