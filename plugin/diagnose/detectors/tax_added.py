"""Tax was added to the bill, and it was not there before.

An address, a tax number or a threshold of the merchant changed what must be charged. The trap: a paid invoice cannot
be changed; it is corrected by a credit note, and the tax number is entered in the portal.
"""

from datetime import timedelta
from itertools import pairwise

from plugin.diagnose.examples import case, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, portal, show_invoice
from plugin.diagnose.words import day, money, told_of_invoice
from plugin.facts import CaseFacts

CODE = "S31"

RECENT = timedelta(days=60)
"""The first bill with tax is the one that is noticed."""


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.subscriptions:
        bills = [i for i in case.invoices_of(subscription) if i.status in {"paid", "open"} and i.total > 0]
        for now, before in pairwise(bills):
            if case.since(now.created) > RECENT or now.tax <= 0 or before.tax != 0:
                continue
            tax = money(now, now.tax)
            entered = bool(case.portal and case.portal.customer_update)
            return Finding(
                bucket="self_serve_missing",
                sentence=f"{tax} of tax was added to the bill of {day(now.created)}; the one before had none.",
                evidence=(before.id, now.id),
                reasons_for=(
                    f"{before.number or before.id} of {day(before.created)} has no tax.",
                    f"{now.number or now.id} has {tax}, {money(now)} in all.",
                ),
                reasons_against=(
                    "Looked for and not found: tax on an earlier bill of the same subscription.",
                )
                if all(i.tax == 0 for i in bills if i.created < now.created)
                else ("Earlier bills had tax as well.",),
                certainty="proven",
                proposals=(
                    *explain("Say since when tax is charged and what a tax number changes."),
                    *show_invoice(now, "It lists the tax."),
                    *(
                        portal(case, case.customer, "Address and tax number are entered there.")
                        if entered
                        else ()
                    ),
                ),
                tells={
                    **told_of_invoice(case, now),
                    "amount": tax,
                    "total": money(now),
                },
                rests_on=("invoices",),
            )
    return None


FIRES_ON = [
    case(sub("sub_a", 32), paid("sub_a", 32), paid("sub_a", 2, 2261, tax=361, reason="subscription_cycle")),
]
QUIET_ON = [
    (
        case(sub("sub_a", 32), paid("sub_a", 32, 2261, tax=361), paid("sub_a", 2, 2261, tax=361)),
        "always with tax",
    ),
    (case(sub("sub_a", 32), paid("sub_a", 32), paid("sub_a", 2)), "no tax at all"),
    (case(sub("sub_a", 2), paid("sub_a", 2, 2261, tax=361)), "the first bill: nothing was added"),
]
