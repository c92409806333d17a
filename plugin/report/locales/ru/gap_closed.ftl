# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = У нас хорошая новость по вашему обращению.
no_billing_portal = Теперь вы можете сами просматривать счета и менять способ оплаты на странице оплаты.
no_usage_visibility = Теперь вы можете видеть использование за текущий период до того, как за него будет выставлен счёт.
no_plan_or_seat_explanation = Теперь перед подтверждением видно, сколько стоит смена тарифа или числа мест.
no_cancellation_flow = Теперь вы можете сами отменить подписку на странице оплаты.
no_duplicate_subscription_guard = Один и тот же тариф больше нельзя случайно купить дважды.
