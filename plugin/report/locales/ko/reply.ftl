# 고객 답변, 한국어(합쇼체). 구성은 en/reply.ftl 참조.
# 조사가 앞말의 받침에 따라 바뀌므로, 값 바로 뒤에는 받침이 정해진 명사를 둔다("결제", "구독").

greeting = { $name } 님, 안녕하세요.
greeting-plain = 안녕하세요.
closing = 궁금한 점이 있으시면 이 메시지에 회신해 주세요.

charge-full = { $date } { $amount }(끝자리 { $last4 })
charge-dated = { $date } { $amount }
charge-amount = { $amount }
subscription-named = { $plan } 구독
subscription-plain = 구독

## 누가 보냈는지 확실하지 않을 때: 어떤 계정에 대해서도 말하지 않는다
ask-intro = 문의해 주셔서 감사합니다. 도와드리고 싶습니다. 모든 분의 정보를 보호하기 위해, 본인에 관한 내용임을 확인한 뒤에만 결제에 대해 안내해 드릴 수 있습니다. 아래 내용을 도와주시겠습니까?
ask-write_from_billing_address = 결제에 사용하시는 이메일 주소로 연락해 주세요.
ask-confirm_address = 고객 센터에서 이메일 주소를 확인하거나 로그인해 주세요.
ask-invoice_number = 청구서 또는 영수증 번호(문서 오른쪽 위)를 보내 주세요.
ask-charge_details = 결제 한 건의 날짜, 금액, 카드 번호 끝 네 자리만 보내 주세요. 카드 번호 전체는 절대 보내지 마세요.
ask-which_account = 어느 계정 또는 워크스페이스에 관한 문의인지 알려 주세요.
ask-self_serve = 결제에 사용하시는 이메일 주소로 아래에서 직접 확인하실 수도 있습니다: { $url }

## 상황
duplicate_same_customer = 말씀하신 대로, 사용 중인 구독 외에 { $plan } 구독이 하나 더 있었고, 이에 대해 { $charge } 결제가 이루어졌습니다.
    .less = 말씀하신 대로, 사용 중인 구독과 같은 구독이 하나 더 있었고, 이에 대해 { $charge } 결제가 이루어졌습니다.
    .plain = 말씀하신 대로, 사용 중인 구독과 같은 구독이 하나 더 있었습니다.
duplicate_across_customers = 말씀하신 대로, 고객님의 정보로 된 두 개의 기록에서 { $plan } 구독이 두 번 신청되었고, 두 번째 구독에 대해 { $charge } 결제가 이루어졌습니다.
    .less = 말씀하신 대로, 고객님의 정보로 된 두 개의 기록에서 같은 요금제가 두 번 신청되었고, 두 번째 구독에 대해 { $charge } 결제가 이루어졌습니다.
    .plain = 말씀하신 대로, 고객님의 정보로 된 두 개의 기록에서 같은 요금제가 두 번 신청되었습니다.
charged_twice_minutes_apart = 말씀하신 대로, 같은 결제가 몇 분 사이에 두 번 이루어졌습니다. 두 번째 결제는 다음과 같습니다: { $charge }.
    .plain = 말씀하신 대로, 같은 결제가 몇 분 사이에 두 번 이루어졌습니다.
failed_attempt_taken_for_charge = 실제 결제는 한 번입니다: { $charge }. 다른 내역은 실패한 결제 시도입니다. 은행에 승인 대기로 표시될 수 있지만 청구되지 않으며, 보통 며칠 안에 자동으로 사라집니다.
    .plain = 실제 결제는 한 번입니다. 다른 내역은 실패한 결제 시도입니다. 은행에 승인 대기로 표시될 수 있지만 청구되지 않으며, 보통 며칠 안에 자동으로 사라집니다.
proration_taken_for_double_charge = 두 번째 금액은 중복 청구가 아닙니다. 요금제를 변경하실 때 남은 기간에 대해 { $charge } 결제가 이루어졌고, 이미 내신 금액은 차감되었습니다.
    .plain = 두 번째 금액은 중복 청구가 아닙니다. 요금제를 변경하실 때 남은 기간이 청구되었고, 이미 내신 금액은 차감되었습니다.
    .credit = 차감된 금액: { $credit }.
many_subscriptions_really_seats = { $plan } 구독이 { $count }개 있으며, 합계는 { $interval ->
        [year] 연
        [week] 주
        [day] 하루
       *[month] 월
    } { $total }입니다. 착오라기보다 사용자별로 하나씩 구독하신 것으로 보입니다.
    .less = 같은 요금제의 구독이 { $count }개 있습니다. 착오라기보다 사용자별로 하나씩 구독하신 것으로 보입니다.
    .plain = 같은 요금제의 구독이 여러 개 있습니다. 착오라기보다 사용자별로 하나씩 구독하신 것으로 보입니다.
quantity_changed = { $charge } 결제는 좌석 수가 변경되어 발생했습니다.
    .plain = 이 결제는 구독의 좌석 수가 변경되어 발생했습니다.
    .seats = 현재 좌석 수는 { $quantity }개입니다.
annual_renewal_surprise = { $charge } 결제는 { $subscription }의 연간 갱신입니다.
    .plain = 이 결제는 { $subscription }의 연간 갱신입니다.
    .until = 결제된 기간은 { $end_date }까지입니다.
trial_converted = 무료 체험이 { $trial_end }에 끝나고, { $charge } 결제와 함께 { $subscription }이 시작되었습니다.
    .less = 무료 체험이 끝나고, { $charge } 결제와 함께 { $subscription }이 시작되었습니다.
    .plain = 무료 체험이 끝나고 { $subscription }이 시작되었습니다.
    .until = 결제된 기간은 { $end_date }까지입니다.
charged_after_cancel = 말씀하신 내용이 맞으며, 죄송합니다. { $subscription }은 { $canceled_date }에 해지되었는데도 { $charge } 결제가 이루어졌습니다.
    .less = 말씀하신 내용이 맞으며, 죄송합니다. { $subscription }은 해지되었는데도 { $charge } 결제가 이루어졌습니다.
    .plain = 말씀하신 내용이 맞으며, 죄송합니다. 해지하신 뒤에 결제가 이루어졌습니다.
cancellation_pending = { $subscription }의 해지가 접수되어 있습니다. { $end_date }에 종료되며 더 이상 결제되지 않습니다.
    .plain = { $subscription }의 해지가 접수되어 있으며 갱신되지 않습니다.
    .since = 해지일은 { $canceled_date }입니다.
wants_to_cancel_cannot = { $subscription }의 해지를 원하시는 것으로 이해했습니다. 결제된 기간은 { $end_date }까지입니다.
    .plain = { $subscription }의 해지를 원하시는 것으로 이해했습니다.
pending_update_or_schedule = { $subscription }의 변경이 미납 결제를 기다리고 있습니다. 기한은 { $expires_date }입니다.
    .plain = { $subscription }의 변경이 예약되어 있으며 아직 적용되지 않았습니다.
paused = 현재 { $subscription }은 일시 중지되어 있으며 { $resumes_date }에 다시 시작됩니다.
    .plain = 현재 { $subscription }은 일시 중지되어 있어 평소처럼 사용하실 수 없습니다.
coupon_ended = 할인이 { $coupon_end }에 종료되었습니다. { $charge } 결제는 정상 요금입니다.
    .less = 할인이 종료되었습니다. { $charge } 결제는 정상 요금입니다.
    .plain = 할인이 종료되었으며, 최근 결제는 정상 요금입니다.
    .before = 이전 요금은 { $before }입니다.
payment_past_due = { $subscription }의 결제가 완료되지 않아 { $amount } 금액이 미납 상태입니다.
    .plain = { $subscription }의 결제가 완료되지 않았습니다.
    .card = 끝자리 { $last4 } 결제 수단으로 시도했습니다.
    .next = 다음 결제 시도일은 { $next_attempt }입니다.
authentication_required = { $subscription }의 { $amount } 결제를 은행에서 본인이 승인하셔야 합니다.
    .plain = { $subscription }의 결제를 은행에서 본인이 승인하셔야 합니다.
card_expired = 끝자리 { $last4 } 카드의 유효 기간({ $expired })이 지나 { $subscription }을 더 이상 결제할 수 없습니다.
    .less = 끝자리 { $last4 } 카드의 유효 기간이 지나 { $subscription }을 더 이상 결제할 수 없습니다.
    .plain = 등록된 카드의 유효 기간이 지났습니다.
    .open = 현재 미납 금액: { $amount }.
    .next = 다음 결제 시도일은 { $next_attempt }입니다.
checkout_incomplete = 첫 결제({ $amount })가 완료되지 않아 { $subscription }이 시작되지 않았습니다. { $expires_date }까지 완료하실 수 있습니다.
    .less = 첫 결제({ $amount })가 기한 안에 완료되지 않아 { $subscription }이 시작되지 않았습니다. 청구된 금액은 없습니다.
    .plain = 첫 결제가 기한 안에 완료되지 않아 { $subscription }이 시작되지 않았습니다. 청구된 금액은 없습니다.
checkout_abandoned = { $created_date }의 주문({ $amount })이 완료되지 않았습니다. 청구된 금액은 없습니다.
    .less = { $created_date }의 주문이 완료되지 않았습니다. 청구된 금액은 없습니다.
    .plain = 주문이 완료되지 않았습니다. 청구된 금액은 없습니다.
payment_blocked = { $charge } 결제가 보안 검사로 중단되었습니다. 청구된 금액은 없습니다.
    .plain = 결제가 보안 검사로 중단되었습니다. 청구된 금액은 없습니다.
bank_debit_pending = { $charge } 결제가 처리 중입니다. 계좌 이체는 완료까지 며칠(영업일)이 걸리며, 다시 결제하실 필요는 없습니다.
    .plain = 결제가 처리 중입니다. 계좌 이체는 완료까지 며칠(영업일)이 걸리며, 다시 결제하실 필요는 없습니다.
invoice_overdue = 청구서 { $invoice_number }({ $amount })의 납부 기한은 { $due_date }이었으며, 아직 입금이 확인되지 않습니다.
    .plain = 납부 기한이 지난 청구서가 있으며, 아직 입금이 확인되지 않습니다.
subscription_unpaid = 현재 { $amount } 금액이 미납되어 { $subscription }이 정지되어 있습니다.
    .plain = 현재 미납된 결제가 있어 { $subscription }이 정지되어 있습니다.
dispute_open = { $charge } 결제에 대해 은행에서 이의 제기가 시작되었습니다. 진행되는 동안에는 은행이 결정하며, 저희가 이 금액을 직접 돌려드릴 수 없습니다.
    .plain = 이 결제에 대해 은행에서 이의 제기가 시작되었습니다. 진행되는 동안에는 은행이 결정하며, 저희가 금액을 직접 돌려드릴 수 없습니다.
fraud_warning = { $charge } 결제에 대해 알려 주셔서 감사합니다. 먼저 이 결제를 신중하게 확인하겠습니다.
    .plain = 이 결제에 대해 알려 주셔서 감사합니다. 먼저 이 결제를 신중하게 확인하겠습니다.
already_refunded = { $status ->
        [succeeded] { $date }에 { $amount } 금액을 환불해 드렸습니다. 은행에 표시되기까지 보통 영업일 기준 5~10일이 걸립니다.
        [failed] { $date }의 { $amount } 환불이 은행에서 처리되지 않았습니다. 다른 환불 방법을 찾고 있습니다.
       *[pending] { $date }에 { $amount } 환불이 시작되었습니다. 은행에 표시되기까지 보통 영업일 기준 5~10일이 걸립니다.
    }
    .plain = 이 결제의 환불이 이미 시작되었습니다. 진행 상황을 확인하고 있습니다.
    .reference = 은행에서 참조 번호 { $reference } 기준으로 찾을 수 있습니다.
refund_too_old = { $charge } 결제는 오래전의 것이어서, 같은 결제 수단으로 환불하지 못할 수 있습니다.
    .plain = 이 결제는 오래전의 것이어서, 같은 결제 수단으로 환불하지 못할 수 있습니다.
credited_not_refunded = { $date }에 { $amount } 금액을 계정 잔액에 적립해 드렸습니다. 다음 청구서에 사용되며 현금으로 지급되지는 않았습니다.
    .plain = 해당 금액은 계정 잔액에 적립되었습니다. 다음 청구서에 사용되며 현금으로 지급되지는 않았습니다.
metered_overage = { $charge } 결제는 { $period_start }부터 { $period_end }까지 요금제를 초과한 사용량에 대한 것입니다.
    .less = { $charge } 결제는 요금제를 초과한 사용량에 대한 것입니다.
    .plain = 이 결제는 지난 기간에 요금제를 초과한 사용량에 대한 것입니다.
tax_added = 청구서 { $invoice_number }에는 세금 { $amount } 금액이 포함되어 있으며, 합계는 { $total }입니다.
    .less = 청구서에는 세금 { $amount } 금액이 포함되어 있습니다.
    .plain = 금액이 늘어난 것은 청구서에 포함된 세금 때문입니다.
currency_differs = 저희가 청구한 금액은 다음과 같습니다: { $charge }. 은행에 다른 통화로 표시된다면 은행이 환전한 것이며, 은행의 환율과 수수료 때문에 차이가 납니다.
    .plain = 약정된 요금을 청구했습니다. 은행에 다른 통화로 표시된다면 은행이 환전한 것입니다.
balance_changed_bill = 청구서 금액은 { $total }이며, 계정 잔액을 반영하여 { $amount } 금액이 결제되었습니다.
    .plain = 계정 잔액이 반영되어 결제 금액이 청구서와 다릅니다.
overpaid = 청구서 { $invoice_number }의 합계 { $total }보다 { $amount } 더 결제되었습니다.
    .plain = 청구서 금액보다 더 결제되었습니다.
not_our_charge = 고객님의 결제 내역에서 이 청구를 찾을 수 없습니다. 저희 결제는 명세서에 { $descriptor } 이름으로 표시됩니다.
    .plain = 고객님의 결제 내역에서 이 청구를 찾을 수 없습니다.
wallet_card_number = { $charge } 결제는 { $wallet } 방식으로 이루어졌습니다. 기기에는 같은 카드가 다른 번호({ $wallet_last4 })로 표시될 수 있습니다.
    .less = { $charge } 결제는 { $wallet } 방식으로 이루어졌습니다. 기기에는 같은 카드가 다른 끝자리로 표시될 수 있습니다.
    .plain = 이 결제는 기기의 전자 지갑으로 이루어졌으며, 같은 카드가 다른 끝자리로 표시됩니다.
invoice_to_wrong_email = { $date }의 청구서 { $invoice_number } 문서는 발행 당시 등록되어 있던 주소로 발송되었습니다.
    .plain = 청구서는 발행 당시 등록되어 있던 주소로 발송되었습니다.
written_off_but_dunned = 청구서 { $invoice_number }({ $amount })는 종결되었습니다. 납부하실 금액은 없습니다. 독촉 안내는 무시해 주시기 바라며, 불편을 드려 죄송합니다.
    .plain = 청구서는 종결되었습니다. 납부하실 금액은 없습니다. 독촉 안내는 무시해 주시기 바라며, 불편을 드려 죄송합니다.
test_data = 테스트 결제였으며, 실제로 빠져나간 금액은 없습니다.
    .plain = 테스트 결제였으며, 실제로 빠져나간 금액은 없습니다.
paid_no_access = { $charge } 결제는 확인되었으나 { $subscription }이 활성화되지 않았습니다. 고객님이 아니라 저희의 잘못입니다. 죄송합니다.
    .plain = 결제는 확인되었으나 { $subscription }이 활성화되지 않았습니다. 고객님이 아니라 저희의 잘못입니다. 죄송합니다.
customer_deleted = 고객님의 결제 계정은 해지되었습니다. 지난 결제는 계속 확인해 드릴 수 있습니다.
    .plain = 고객님의 결제 계정은 해지되었습니다. 지난 결제는 계속 확인해 드릴 수 있습니다.
invoice_requested = { $charge } 결제의 청구서 { $invoice_number } 문서를 요청하셨습니다.
    .less = { $charge } 결제의 청구서를 요청하셨습니다.
    .plain = 청구서를 요청하셨습니다.
card_update_requested = { $subscription }에는 끝자리 { $last4 } 카드가 등록되어 있습니다.
    .plain = { $subscription }의 새 결제 수단을 알려 주셔서 감사합니다.
    .next = 다음 결제일은 { $next_date }입니다.
wants_to_cancel = { $subscription }의 해지를 원하시는 것으로 이해했습니다. 결제된 기간은 { $end_date }까지입니다.
    .plain = { $subscription }의 해지를 원하시는 것으로 이해했습니다.
billing_unreadable = 문의해 주셔서 감사합니다. 지금은 모든 결제 정보를 확인할 수 없어, 가능한 한 빨리 다시 연락드리겠습니다.
    .plain = 문의해 주셔서 감사합니다. 지금은 모든 결제 정보를 확인할 수 없어, 가능한 한 빨리 다시 연락드리겠습니다.
not_billing = 문의해 주셔서 감사합니다. 결제에 관한 내용이 아니므로 담당 부서에 전달하겠습니다.
    .plain = 문의해 주셔서 감사합니다. 결제에 관한 내용이 아니므로 담당 부서에 전달하겠습니다.
unclear = 문의해 주셔서 감사합니다. 계정을 확인한 뒤 다시 연락드리겠습니다.
    .plain = 문의해 주셔서 감사합니다. 계정을 확인한 뒤 다시 연락드리겠습니다.

## 아직 문구가 없는 상황
bucket-duplicate_subscription = 같은 항목이 두 번 이상 결제된 것으로 보입니다.
bucket-multi_seat_intent = 금액은 계정의 좌석 수 또는 구독 수에 따른 것입니다.
bucket-payment_failed = 결제가 완료되지 않았습니다.
bucket-self_serve_missing = 구독에 대해 문의해 주셔서 감사합니다.
bucket-product_failure = 죄송합니다. 저희 쪽에서 정상적으로 작동하지 않은 부분이 있었습니다.
bucket-not_billing = 문의해 주셔서 감사합니다. 결제에 관한 내용이 아니므로 담당 부서에 전달하겠습니다.
bucket-needs_human = 문의해 주셔서 감사합니다. 계정을 확인한 뒤 다시 연락드리겠습니다.

## 조치
step-refund_charge =
    .will = 끝자리 { $last4 } 결제 수단으로 { $amount } 금액을 환불해 드리겠습니다. 은행에 표시되기까지 보통 영업일 기준 5~10일이 걸립니다.
    .will-plain = 사용하신 결제 수단으로 { $amount } 금액을 환불해 드리겠습니다. 은행에 표시되기까지 보통 영업일 기준 5~10일이 걸립니다.
    .done = 끝자리 { $last4 } 결제 수단으로 { $amount } 금액을 환불해 드렸습니다. 은행에 표시되기까지 보통 영업일 기준 5~10일이 걸립니다.
    .done-plain = 사용하신 결제 수단으로 { $amount } 금액을 환불해 드렸습니다. 은행에 표시되기까지 보통 영업일 기준 5~10일이 걸립니다.
    .failed = { $amount } 환불이 완료되지 않았습니다. 다른 환불 방법을 찾아 알려 드리겠습니다.
step-refund_charge-several =
    .will = 사용하신 결제 수단으로 { $count }건, 합계 { $amount } 금액을 환불해 드리겠습니다. 은행에 표시되기까지 보통 영업일 기준 5~10일이 걸립니다.
    .done = 사용하신 결제 수단으로 { $count }건, 합계 { $amount } 금액을 환불해 드렸습니다. 은행에 표시되기까지 보통 영업일 기준 5~10일이 걸립니다.
step-apply_credit =
    .will = 계정 잔액에 { $amount } 금액을 적립해 드리겠습니다. 다음 청구서에서 차감됩니다.
    .done = 계정 잔액에 { $amount } 금액을 적립해 드렸습니다. 다음 청구서에서 차감됩니다.
step-cancel_subscription_now =
    .will = 구독을 지금 종료하겠습니다.
    .done = 구독이 종료되었습니다.
step-cancel_subscription_now-duplicate_subscription =
    .will = 중복된 구독을 종료하여 다시 결제되지 않도록 하겠습니다. { $keep_since }부터 이용하신 구독은 그대로 유지됩니다.
    .will-plain = 중복된 구독을 종료하여 다시 결제되지 않도록 하겠습니다. 다른 구독은 그대로 유지됩니다.
    .done = 중복된 구독이 종료되어 다시 결제되지 않습니다. { $keep_since }부터 이용하신 구독은 그대로 유지됩니다.
    .done-plain = 중복된 구독이 종료되어 다시 결제되지 않습니다. 다른 구독은 그대로 유지됩니다.
step-set_cancel_at_period_end =
    .will = 결제된 기간이 끝날 때 구독이 종료되도록 설정하겠습니다. 더 이상 결제되지 않습니다.
    .done = 구독은 결제된 기간이 끝날 때 종료됩니다. 더 이상 결제되지 않습니다.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = 중복된 구독의 갱신을 중지하여 다시 결제되지 않도록 하겠습니다. { $keep_since }부터 이용하신 구독은 그대로 유지됩니다.
    .will-plain = 중복된 구독의 갱신을 중지하여 다시 결제되지 않도록 하겠습니다. 다른 구독은 그대로 유지됩니다.
    .done = 중복된 구독은 더 이상 갱신되거나 결제되지 않습니다. { $keep_since }부터 이용하신 구독은 그대로 유지됩니다.
    .done-plain = 중복된 구독은 더 이상 갱신되거나 결제되지 않습니다. 다른 구독은 그대로 유지됩니다.
step-undo_cancel_at_period_end =
    .will = 해지를 취소하여 구독이 계속되도록 하겠습니다.
    .done = 해지를 취소했으며 구독이 계속됩니다.
step-stop_invoice_collection =
    .will = 미납 청구서의 수금을 중지하겠습니다.
    .done = 미납 청구서의 수금을 중지했습니다.
step-void_invoice =
    .will = 미납 청구서를 무효로 처리하겠습니다. 납부하실 필요가 없습니다.
    .done = 미납 청구서가 무효로 처리되었습니다. 납부하실 필요가 없습니다.
step-retry_invoice =
    .will = 결제를 다시 시도하겠습니다.
    .done = 결제를 다시 시도했습니다.
step-change_quantity_at_renewal =
    .will = 다음 갱신 시 좌석 수를 변경하겠습니다.
    .done = 다음 갱신 시 좌석 수가 변경됩니다.
step-change_quantity_now =
    .will = 좌석 수를 변경하겠습니다.
    .done = 좌석 수를 변경했습니다.
step-resume_subscription =
    .will = 구독을 다시 시작하겠습니다.
    .done = 구독이 다시 시작되었습니다.
step-verify_contract =
    .will = 먼저 계약 조건을 확인한 뒤 다시 연락드리겠습니다.
    .done = 계약 조건을 확인했습니다.
step-wait_and_recheck =
    .will = 다시 확인한 뒤 결과를 알려 드리겠습니다.
    .done = 다시 확인했습니다.
step-escalate_human = 전문 담당자가 확인하고 있으며 답변드리겠습니다.
step-escalate_engineering = 기술 담당자가 원인을 찾고 있습니다.
step-ask_customer = 해당 날짜와 금액 등 조금 더 자세히 알려 주시겠습니까?
step-ask_customer-multi_seat_intent = 서로 다른 분들이 사용하고 계십니까? 그렇다면 하나의 청구서로 합쳐 드릴 수 있습니다. 답변을 주시기 전에는 아무것도 변경하지 않습니다.
step-ask_customer-checkout_abandoned = 주문을 완료하실 수 있도록 새 링크를 보내 드릴까요?
step-ask_customer-invoice_to_wrong_email = 앞으로 청구서를 어느 주소로 보내 드릴까요? 안전을 위해 변경하기 전에 고객님께 확인하겠습니다.
step-ask_customer-not_our_charge = 날짜, 금액, 명세서에 표시된 이름을 보내 주세요. 카드 번호를 가린 화면 사진도 도움이 됩니다.
step-ask_customer-wants_to_cancel = 어느 구독을 종료할까요?
step-ask_customer-wants_to_cancel_cannot = 어느 구독을 종료할까요?

## 링크
link-send_portal_link = 청구서, 결제 수단, 구독은 아래에서 확인하실 수 있습니다(청구서의 이메일 주소로 로그인): { $url }
    .promised = 결제 페이지 링크를 보내 드리겠습니다.
link-send_portal_payment_update = 결제 수단은 아래에서 변경하실 수 있습니다(청구서의 이메일 주소로 로그인): { $url }
    .promised = 결제 수단을 변경하실 수 있는 링크를 보내 드리겠습니다.
link-send_portal_cancel_flow = 아래에서 직접 해지하실 수 있습니다(청구서의 이메일 주소로 로그인): { $url }
    .promised = 해지하실 수 있는 링크를 보내 드리겠습니다.
link-send_hosted_invoice_link = 청구서는 아래에서 확인하실 수 있습니다: { $url }
    .pay = 청구서는 아래에서 확인하고 납부하실 수 있습니다: { $url }
    .promised = 청구서 링크를 보내 드리겠습니다.
link-send_invoice_pdf = 청구서는 아래에서 내려받으실 수 있습니다: { $url }
    .promised = 청구서를 보내 드리겠습니다.
link-send_checkout_link = 주문은 아래에서 완료하실 수 있습니다: { $url }
    .promised = 주문을 완료하실 수 있는 새 링크를 보내 드리겠습니다.

next-checking = 어떤 조치가 가능한지 확인하고 있으며 다시 연락드리겠습니다.
next-failed = 예정대로 진행되지 않은 단계가 있습니다. 저희가 처리하고 다시 연락드리겠습니다.
