# Replies to customers, English.
#
# One message per situation, named by its slug: the cause, in one or two sentences, as fact.
# `.less` says it with fewer values, `.plain` with none; any other attribute is a further sentence, said where its
# values are known. Variables: see the `tells` of the detector.
# A step is told by its state: `.will` (proposed), `.done`, `.failed`; `.will-plain` where a value is not known.
# A message without these says the same in each. Nothing is promised that is blocked, nothing told as done that is not.
# $charge is an amount with its date and card ("$19.00 on June 1, 2026 (card ending in 4242)"),
# $subscription the customer's subscription ("your Pro subscription").

greeting = Hello { $name },
greeting-plain = Hello,
closing = If anything is unclear, just reply to this message.

charge-full = { $amount } on { $date } (ending in { $last4 })
charge-dated = { $amount } on { $date }
charge-amount = { $amount }
subscription-named = your { $plan } subscription
subscription-plain = your subscription

## When we do not know for certain who is writing: nothing about any account
ask-intro = Thank you for your message. We would like to help with this. To protect everybody's data, we can only discuss billing once we know it concerns you. Could you help us with the following?
ask-write_from_billing_address = Please write to us from the e-mail address you use for billing.
ask-confirm_address = Please confirm your e-mail address with our support centre (or sign in there).
ask-invoice_number = Please send the number of an invoice or receipt (top right of the document).
ask-charge_details = Please send the date, the amount and only the last four digits of the card of one charge. Never send the whole card number.
ask-which_account = Please tell us which account or workspace this is about.
ask-self_serve = You can also look at billing yourself here, with the e-mail address you use for it: { $url }

## Situations
duplicate_same_customer = You are right: besides the subscription you use, a second one for { $plan } was running, and we charged { $charge } for it.
    .less = You are right: a second, identical subscription was running beside the one you use, and we charged { $charge } for it.
    .plain = You are right: a second, identical subscription was running beside the one you use.
duplicate_across_customers = You are right: { $plan } was subscribed to twice, under two records with your details, and we charged { $charge } for the second one.
    .less = You are right: the same plan was subscribed to twice, under two records with your details, and we charged { $charge } for the second one.
    .plain = You are right: the same plan was subscribed to twice, under two records with your details.
charged_twice_minutes_apart = You are right: the same payment was made twice within minutes. The second one is { $charge }.
    .plain = You are right: the same payment was made twice within minutes.
failed_attempt_taken_for_charge = You paid once: { $charge }. The other entry is an attempt that failed. Your bank may show it as pending, but it is not collected and disappears by itself, usually within a few days.
    .plain = You paid once. The other entry is an attempt that failed. Your bank may show it as pending, but it is not collected and disappears by itself, usually within a few days.
proration_taken_for_double_charge = The second amount is not a repeated charge. When your plan changed, we charged { $charge } for the rest of the period and counted what you had already paid against it.
    .plain = The second amount is not a repeated charge: when your plan changed, the rest of the period was billed and what you had already paid was counted against it.
    .credit = The part you had already paid came to { $credit }.
many_subscriptions_really_seats = You have { $count } separate subscriptions to { $plan }, together { $total } per { $interval ->
        [year] year
        [week] week
        [day] day
       *[month] month
    }. This looks like one subscription per person rather than a mistake.
    .less = You have { $count } separate subscriptions to the same plan. This looks like one per person rather than a mistake.
    .plain = You have several separate subscriptions to the same plan. This looks like one per person rather than a mistake.
quantity_changed = The charge of { $charge } is for a change in the number of seats.
    .plain = The charge is for a change in the number of seats on your subscription.
    .seats = { $quantity ->
        [one] You now have { $quantity } seat.
       *[other] You now have { $quantity } seats.
    }
annual_renewal_surprise = The charge of { $charge } is the yearly renewal of { $subscription }.
    .plain = The charge is the yearly renewal of { $subscription }.
    .until = The paid period runs until { $end_date }.
trial_converted = Your trial ended on { $trial_end }, and { $subscription } began with a charge of { $charge }.
    .less = Your trial ended, and { $subscription } began with a charge of { $charge }.
    .plain = Your trial ended and { $subscription } began.
    .until = The paid period runs until { $end_date }.
charged_after_cancel = You are right, and we are sorry: { $subscription } was cancelled on { $canceled_date }, and we still charged { $charge }.
    .less = You are right, and we are sorry: { $subscription } was cancelled, and we still charged { $charge }.
    .plain = You are right, and we are sorry: you were charged after your cancellation.
cancellation_pending = The cancellation of { $subscription } is in place. It ends on { $end_date } and is not charged again.
    .plain = The cancellation of { $subscription } is in place and it will not renew.
    .since = It was cancelled on { $canceled_date }.
wants_to_cancel_cannot = We understand that you want to cancel { $subscription }. The paid period runs until { $end_date }.
    .plain = We understand that you want to cancel { $subscription }.
pending_update_or_schedule = A change to { $subscription } is waiting to take effect. It is held until { $expires_date }, while a payment is outstanding.
    .plain = A change to { $subscription } is already scheduled and has not taken effect yet.
paused = At the moment { $subscription } is paused; it resumes on { $resumes_date }.
    .plain = At the moment { $subscription } is paused, which is why it is not working as usual.
coupon_ended = Your discount ended on { $coupon_end }; the charge of { $charge } is the regular price.
    .less = Your discount has ended; the charge of { $charge } is the regular price.
    .plain = Your discount has ended; the latest charge is the regular price.
    .before = Before, you paid { $before }.
payment_past_due = A payment for { $subscription } did not go through, and { $amount } is open.
    .plain = A payment for { $subscription } did not go through.
    .card = We tried the payment method ending in { $last4 }.
    .next = The next attempt is on { $next_attempt }.
authentication_required = Your bank wants you to confirm the payment of { $amount } for { $subscription }.
    .plain = Your bank wants you to confirm the payment for { $subscription }.
card_expired = The card ending in { $last4 } expired ({ $expired }), so { $subscription } can no longer be charged to it.
    .less = The card ending in { $last4 } has expired, so { $subscription } can no longer be charged to it.
    .plain = The card on file has expired.
    .open = At the moment { $amount } is open.
    .next = The next attempt is on { $next_attempt }.
checkout_incomplete = The first payment of { $amount } was not completed, so { $subscription } did not start. It can be completed until { $expires_date }.
    .less = The first payment of { $amount } was not completed in time, so { $subscription } did not start. You have not been charged.
    .plain = The first payment was not completed in time, so { $subscription } did not start. You have not been charged.
checkout_abandoned = Your checkout for { $amount } on { $created_date } was not finished. You have not been charged.
    .less = Your checkout on { $created_date } was not finished. You have not been charged.
    .plain = Your checkout was not finished. You have not been charged.
payment_blocked = The payment of { $charge } was stopped by a security check. You have not been charged for it.
    .plain = The payment was stopped by a security check. You have not been charged for it.
bank_debit_pending = Your payment of { $charge } is on its way. Bank debits take a few business days to complete, and you need not pay again.
    .plain = Your payment is on its way. Bank debits take a few business days to complete, and you need not pay again.
invoice_overdue = Invoice { $invoice_number } over { $amount } was due on { $due_date } and we have not seen a payment for it yet.
    .plain = An invoice is past its due date and we have not seen a payment for it yet.
subscription_unpaid = At the moment { $subscription } is on hold because { $amount } is unpaid.
    .plain = At the moment { $subscription } is on hold because payments are missing.
dispute_open = Your bank has opened a dispute about { $charge }. While it is open, the bank decides and we cannot pay this amount back ourselves.
    .plain = Your bank has opened a dispute about this payment. While it is open, the bank decides and we cannot pay the amount back ourselves.
fraud_warning = Thank you for telling us about { $charge }. We check this payment carefully before anything else.
    .plain = Thank you for telling us about this payment. We check it carefully before anything else.
already_refunded = { $status ->
        [succeeded] We refunded { $amount } on { $date }. Banks usually take 5–10 business days to show it.
        [failed] Your bank did not accept the refund of { $amount } of { $date }. We are looking for another way to return the money.
       *[pending] The refund of { $amount } was started on { $date }. Banks usually take 5–10 business days to show it.
    }
    .plain = A refund of this payment has already been started. We are checking where it stands.
    .reference = Your bank can find it by the reference { $reference }.
refund_too_old = The payment of { $charge } was a long time ago. A refund to the same payment method may no longer be possible.
    .plain = The payment was a long time ago. A refund to the same payment method may no longer be possible.
credited_not_refunded = On { $date } we credited { $amount } to your account. It is used for your next invoices and was not paid out.
    .plain = The amount was credited to your account. It is used for your next invoices and was not paid out.
metered_overage = The charge of { $charge } is for what was used beyond your plan from { $period_start } to { $period_end }.
    .less = The charge of { $charge } is for what was used beyond your plan.
    .plain = The charge is for what was used beyond your plan in the last period.
tax_added = Invoice { $invoice_number } includes { $amount } of tax; the total is { $total }.
    .less = The invoice includes { $amount } of tax.
    .plain = The higher amount comes from tax that is now part of the invoice.
currency_differs = We charged { $charge }. If your bank shows another currency, the bank converted it, and its rate and fee explain the difference.
    .plain = We charged the agreed price. If your bank shows another currency, the bank converted it.
balance_changed_bill = The invoice was { $total }; with the balance on your account, { $amount } was charged.
    .plain = The charged amount differs from the invoice because of the balance on your account.
overpaid = For invoice { $invoice_number }, { $amount } more than its total of { $total } was paid.
    .plain = More was paid than the invoice asked for.
not_our_charge = We cannot find this charge among your payments to us. On a bank statement, ours are named { $descriptor }.
    .plain = We cannot find this charge among your payments to us.
wallet_card_number = The payment of { $charge } was made with { $wallet }. On your receipts your device may show other digits ({ $wallet_last4 }) for the same card.
    .less = The payment of { $charge } was made with { $wallet }. Your device may show other last digits for the same card.
    .plain = The payment was made with a wallet on your device, which shows other last digits for the same card.
invoice_to_wrong_email = Invoice { $invoice_number } of { $date } was sent to the address we had on file when it was made out.
    .plain = The invoice was sent to the address we had on file when it was made out.
written_off_but_dunned = Invoice { $invoice_number } over { $amount } is closed. You have nothing to pay; please ignore the reminders, we are sorry for them.
    .plain = The invoice is closed. You have nothing to pay; please ignore the reminders, we are sorry for them.
test_data = This was a test payment: no money was taken.
    .plain = This was a test payment: no money was taken.
paid_no_access = Your payment of { $charge } arrived, but { $subscription } was not unlocked. We are sorry: this is our mistake, not yours.
    .plain = Your payment arrived, but { $subscription } was not unlocked. We are sorry: this is our mistake, not yours.
customer_deleted = Your billing account with us was closed. We can still look at past payments for you.
    .plain = Your billing account with us was closed. We can still look at past payments for you.
invoice_requested = You asked for invoice { $invoice_number } over { $charge }.
    .less = You asked for the invoice over { $charge }.
    .plain = You asked for your invoices.
card_update_requested = The card ending in { $last4 } is the one on file for { $subscription }.
    .plain = Thank you for telling us about your new payment method for { $subscription }.
    .next = The next payment is on { $next_date }.
wants_to_cancel = We understand that you want to cancel { $subscription }. The paid period runs until { $end_date }.
    .plain = We understand that you want to cancel { $subscription }.
billing_unreadable = Thank you for your message. We cannot see all billing data right now and will come back to you as soon as we can.
    .plain = Thank you for your message. We cannot see all billing data right now and will come back to you as soon as we can.
not_billing = Thank you for your message. This is not about billing, so we are passing it to the right colleagues.
    .plain = Thank you for your message. This is not about billing, so we are passing it to the right colleagues.
unclear = Thank you for your message. A colleague is looking at your account and will come back to you.
    .plain = Thank you for your message. A colleague is looking at your account and will come back to you.

## Situations nobody has written a message for yet
bucket-duplicate_subscription = It looks as if you were charged more than once for the same thing.
bucket-multi_seat_intent = The amount comes from the number of seats or subscriptions on your account.
bucket-payment_failed = A payment did not go through.
bucket-self_serve_missing = Thank you for your message about your subscription.
bucket-product_failure = We are sorry: something on our side did not work as it should.
bucket-not_billing = Thank you for your message. This is not about billing, so we are passing it to the right colleagues.
bucket-needs_human = Thank you for your message. A colleague is looking at your account and will come back to you.

## Steps: what we will do, what is done
step-refund_charge =
    .will = We will refund { $amount } to the payment method ending in { $last4 }. Banks usually take 5–10 business days to show it.
    .will-plain = We will refund { $amount } to the payment method you used. Banks usually take 5–10 business days to show it.
    .done = We have refunded { $amount } to the payment method ending in { $last4 }. Banks usually take 5–10 business days to show it.
    .done-plain = We have refunded { $amount } to the payment method you used. Banks usually take 5–10 business days to show it.
    .failed = The refund of { $amount } did not go through. We are looking for another way to return the money and will tell you.
step-refund_charge-several =
    .will = We will refund { $count } payments, { $amount } in all, to the payment method you used. Banks usually take 5–10 business days to show it.
    .done = We have refunded { $count } payments, { $amount } in all, to the payment method you used. Banks usually take 5–10 business days to show it.
step-apply_credit =
    .will = We will credit { $amount } to your account; it lowers your next invoice.
    .done = We have credited { $amount } to your account; it lowers your next invoice.
step-cancel_subscription_now =
    .will = We will end the subscription now.
    .done = The subscription has ended.
step-cancel_subscription_now-duplicate_subscription =
    .will = We will end the extra subscription, so that it is not charged again; the one you have had since { $keep_since } stays as it is.
    .will-plain = We will end the extra subscription, so that it is not charged again; the other one stays as it is.
    .done = The extra subscription has ended and is not charged again; the one you have had since { $keep_since } stays as it is.
    .done-plain = The extra subscription has ended and is not charged again; the other one stays as it is.
step-set_cancel_at_period_end =
    .will = We will set the subscription to end with the period you have paid for; it is not charged again.
    .done = The subscription ends with the period you have paid for; it is not charged again.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = We will stop the renewal of the extra subscription, so that it is not charged again; the one you have had since { $keep_since } stays as it is.
    .will-plain = We will stop the renewal of the extra subscription, so that it is not charged again; the other one stays as it is.
    .done = The extra subscription does not renew any more and is not charged again; the one you have had since { $keep_since } stays as it is.
    .done-plain = The extra subscription does not renew any more and is not charged again; the other one stays as it is.
step-undo_cancel_at_period_end =
    .will = We will take back the cancellation, so that the subscription goes on.
    .done = We have taken back the cancellation; the subscription goes on.
step-stop_invoice_collection =
    .will = We will stop collecting the open invoice.
    .done = We have stopped collecting the open invoice.
step-void_invoice =
    .will = We will void the open invoice; you need not pay it.
    .done = The open invoice is void; you need not pay it.
step-retry_invoice =
    .will = We will try the payment again.
    .done = We have tried the payment again.
step-change_quantity_at_renewal =
    .will = We will change the number of seats at the next renewal.
    .done = The number of seats changes at the next renewal.
step-change_quantity_now =
    .will = We will change the number of seats.
    .done = We have changed the number of seats.
step-resume_subscription =
    .will = We will resume the subscription.
    .done = The subscription is running again.
step-verify_contract =
    .will = We first check the terms of your contract and then come back to you.
    .done = We have checked the terms of your contract.
step-wait_and_recheck =
    .will = We will look at it again and tell you how it went.
    .done = We have looked at it again.
step-escalate_human = A specialist is looking at this and will reply to you.
step-escalate_engineering = Our engineers are looking at the cause.
step-ask_customer = Could you tell us a little more, such as the date and amount you mean?
step-ask_customer-multi_seat_intent = Are these used by different people? Then we can put them together on one invoice; nothing changes before you answer.
step-ask_customer-checkout_abandoned = Shall we send you a new link to finish it?
step-ask_customer-invoice_to_wrong_email = Which address should future invoices go to? For your safety we confirm it with you before we change it.
step-ask_customer-not_our_charge = Please send us the date, the amount and the name shown on your statement; a screenshot helps, with the card number hidden.
step-ask_customer-wants_to_cancel = Which of your subscriptions should end?
step-ask_customer-wants_to_cancel_cannot = Which of your subscriptions should end?

## Links: what they can do alone. `.promised` where there is no address yet
link-send_portal_link = You can see invoices, payment method and subscription here; sign in with the e-mail address on your invoices: { $url }
    .promised = We will send you a link to your billing page.
link-send_portal_payment_update = You can change the payment method here; sign in with the e-mail address on your invoices: { $url }
    .promised = We will send you a link to change the payment method.
link-send_portal_cancel_flow = You can cancel here yourself; sign in with the e-mail address on your invoices: { $url }
    .promised = We will send you a link to cancel.
link-send_hosted_invoice_link = You can see the invoice here: { $url }
    .pay = You can see and pay the invoice here: { $url }
    .promised = We will send you a link to the invoice.
link-send_invoice_pdf = You can download the invoice here: { $url }
    .promised = We will send you the invoice.
link-send_checkout_link = You can finish the order here: { $url }
    .promised = We will send you a new link to finish the order.

next-checking = We are still checking what we can do and will come back to you.
next-failed = One step did not work as planned. We are taking care of it and will come back to you.
