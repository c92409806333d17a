"""What is done for a customer over the wire: their data, links into the portal, stale checkouts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from integrations.sandbox.stripe_books import ENDED, StripeBooks
from integrations.sandbox.stripe_collecting import owned_method
from integrations.sandbox.stripe_contract import Call, Json
from integrations.sandbox.stripe_endpoints import (
    StripeRefusal,
    invalid,
    merged_metadata,
    not_served,
    only,
    resource_missing,
    told_as,
    wanted,
)
from integrations.sandbox.stripe_store import timestamp


# ------------------------------------------------------------------ customers
def update_customer(books: StripeBooks, call: Call) -> Json:
    only(call, "description", "email", "invoice_settings", "metadata", "name", "phone", "preferred_locales")
    customer = wanted(books, call.ids["customer"], "customer")
    params = call.params
    with told_as(books, "customer.updated", customer):
        if params.get("email") and "@" not in params["email"]:
            raise invalid(f"Invalid email address: {params['email']}", param="email", code="email_invalid")
        plain: Json = {n: params[n] or None for n in ("description", "email", "name", "phone") if n in params}
        if "preferred_locales" in params:
            plain["preferred_locales"] = params["preferred_locales"]
        books.change(customer, **plain)
        if "metadata" in params:
            books.change(customer, metadata=merged_metadata(customer["metadata"], params["metadata"]))
        if settings := params.get("invoice_settings"):
            _set_default_method(books, customer, settings)
    return books.shown(customer, params.get("expand", ()))


def _set_default_method(books: StripeBooks, customer: Json, settings: Json) -> None:
    if unknown := sorted(settings.keys() - {"default_payment_method"}):
        raise not_served(f"{', '.join(unknown)} in invoice_settings")
    method = settings["default_payment_method"]
    owned_method(books, method, customer["id"], "invoice_settings[default_payment_method]")
    books.use_by_default(customer, method)


# ------------------------------------------------------------------ the portal
@dataclass(frozen=True)
class _Flow:
    """`feature` is what the configuration must allow, `verb` what the flow does to a subscription."""

    feature: str
    verb: str | None = None


_FLOWS: Mapping[str, _Flow] = {
    "customer_update": _Flow("customer_update"),
    "payment_method_update": _Flow("payment_method_update"),
    "subscription_cancel": _Flow("subscription_cancel", "canceled"),
    "subscription_pause": _Flow("subscription_pause", "paused"),
    "subscription_update": _Flow("subscription_update", "updated"),
    "subscription_update_confirm": _Flow("subscription_update", "updated"),
}


def create_portal_session(books: StripeBooks, call: Call) -> Json:
    only(call, "after_expiration", "configuration", "customer", "flow_data", "locale", "return_url")
    params = call.params
    if "customer" not in params:
        raise invalid("Missing required param: customer.", param="customer", code="parameter_missing")
    customer = books.find(params["customer"], "customer")
    if customer is None or customer.get("deleted"):
        raise resource_missing("customer", params["customer"], param="customer", status=400)
    configuration = _configuration(books, params.get("configuration"))
    flow = params.get("flow_data")
    if flow:
        _check_flow(books, customer, configuration, flow)
    made = books.make(
        "billing_portal.session",
        after_expiration=_after_expiration(books, params.get("after_expiration")),
        configuration=configuration["id"],
        created=timestamp(books.world.now()),
        customer=customer["id"],
        flow=_shown_flow(flow) if flow else None,
        locale=params.get("locale"),
        return_url=params.get("return_url", configuration["default_return_url"]),
        url=f"https://billing.stripe.com/p/session/test_{books.token('portal session', 60)}",
    )
    books.event("billing_portal.session.created", made, at=books.world.now())
    return books.shown(made, params.get("expand", ()))


def _configuration(books: StripeBooks, wanted_id: str | None) -> Json:
    if wanted_id is None:
        default = books.first("billing_portal.configuration", is_default=True)
        if default is None:
            raise StripeRefusal(
                400,
                "No configuration provided and your test mode default configuration has not been created. Provide a "
                "configuration or create your default by saving your customer portal settings in test mode at "
                "https://dashboard.stripe.com/test/settings/billing/portal.",
            )
        return default
    found = books.find(wanted_id, "billing_portal.configuration")
    if found is None:
        raise resource_missing("configuration", wanted_id, param="configuration", status=400)
    if not found["active"]:
        raise StripeRefusal(400, f"The configuration {wanted_id} is not active.", param="configuration")
    return found


def _check_flow(books: StripeBooks, customer: Json, configuration: Json, flow: Json) -> None:
    """A flow needs its feature in the configuration, and a subscription it can be about."""
    kind = flow["type"]
    rule = _FLOWS[kind]
    feature = configuration["features"][rule.feature]
    name = rule.feature.replace("_", " ")
    where = f"flow_data[{kind}]"
    if not feature["enabled"]:
        what = f"This subscription cannot be {rule.verb}" if rule.verb else "This flow cannot be used"
        raise StripeRefusal(
            400, f"{what} because the {name} feature in the portal configuration is disabled."
        )
    if rule.verb is None:
        return
    if kind not in flow:
        raise invalid(f"Missing required param: {where}.", param=where, code="parameter_missing")
    subscription_id = flow[kind]["subscription"]
    subscription = books.find(subscription_id, "subscription")
    if subscription is None or subscription["customer"] != customer["id"]:
        raise resource_missing("subscription", subscription_id, param=f"{where}[subscription]", status=400)
    if subscription["status"] in ENDED:
        raise StripeRefusal(400, f"This subscription cannot be {rule.verb} because it is canceled.")
    if subscription["schedule"]:
        raise StripeRefusal(
            400,
            f"This subscription cannot be {rule.verb} because it is managed by a subscription schedule.",
        )
    if kind == "subscription_cancel" and subscription["cancel_at"]:
        raise StripeRefusal(400, "This subscription cannot be canceled because it is already set to cancel.")
    if rule.feature == "subscription_update" and len(subscription["items"]["data"]) > 1:
        raise StripeRefusal(
            400,
            "This subscription cannot be updated because it has multiple items, which the portal does not support.",
        )
    if kind == "subscription_update_confirm":
        _check_update(books, subscription, feature, flow[kind]["items"], where)


def _check_update(
    books: StripeBooks, subscription: Json, feature: Json, items: list[Json], where: str
) -> None:
    (item,) = subscription["items"]["data"]
    if len(items) != 1 or items[0]["id"] != item["id"]:
        raise invalid("Only the one item of the subscription can be updated.", param=f"{where}[items]")
    price, quantity = items[0].get("price", item["price"]["id"]), items[0].get("quantity", item["quantity"])
    if books.find(price, "price") is None:
        raise resource_missing("price", price, param=f"{where}[items][0][price]", status=400)
    changes = {
        "price": price != item["price"]["id"],
        "quantity": quantity != item["quantity"],
    }
    if not any(changes.values()):
        raise StripeRefusal(400, "There are no changes to confirm.")
    for name, changed in changes.items():
        if changed and name not in feature["default_allowed_updates"]:
            raise StripeRefusal(
                400,
                f"This subscription cannot be updated because updating the {name} is not allowed by the portal "
                "configuration.",
            )


def _after_expiration(books: StripeBooks, given: Json | None) -> Json | None:
    if given is None:
        return None
    expires = given.get("customer_login", {}).get("expires_at")
    if expires is not None and expires <= timestamp(books.world.now()):
        raise invalid(
            "expires_at must be a timestamp in the future.",
            param="after_expiration[customer_login][expires_at]",
        )
    return {"type": given["type"], "customer_login": {"expires_at": expires}}


def _shown_flow(flow: Json) -> Json:
    kind = flow["type"]
    done = flow.get("after_completion", {"type": "portal_homepage"})
    shown: Json = {name: None for name in _FLOWS if name not in ("payment_method_update", kind)}
    shown |= {
        "type": kind,
        "after_completion": {
            "type": done["type"],
            "hosted_confirmation": done.get("hosted_confirmation"),
            "redirect": done.get("redirect"),
        },
    }
    match kind:
        case "subscription_cancel":
            shown[kind] = {"retention": None, **flow[kind]}
        case "subscription_update_confirm":
            items = [{"price": None, "quantity": None, **item} for item in flow[kind]["items"]]
            shown[kind] = {"discounts": None, **flow[kind], "items": items}
        case "payment_method_update":
            pass
        case _:
            shown[kind] = dict(flow.get(kind, {}))
    return shown


# ------------------------------------------------------------------ checkout
def expire_checkout(books: StripeBooks, call: Call) -> Json:
    only(call)
    session = wanted(books, call.ids["session"], "checkout.session", param="session")
    if session["status"] != "open":
        raise StripeRefusal(
            400,
            'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of '
            f"`{session['status']}`.",
        )
    books.change(session, status="expired", url=None)
    books.event("checkout.session.expired", session, at=books.world.now())
    return books.shown(session, call.params.get("expand", ()))
