# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Good news: what you wrote to us about can now be done without us.
no_billing_portal = You can see your invoices and change your payment method yourself now, on your billing page.
no_usage_visibility = You can see your usage of the running period now, before it is billed.
no_plan_or_seat_explanation = You can see now what a change of plan or seats costs, before you confirm it.
no_cancellation_flow = You can cancel your subscription yourself now, on your billing page.
no_duplicate_subscription_guard = The same plan can no longer be bought twice by mistake.
