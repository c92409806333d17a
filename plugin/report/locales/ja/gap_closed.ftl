# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = お問い合わせいただいた件について、良いお知らせがあります。
no_billing_portal = 請求ページで、請求書の確認とお支払い方法の変更をご自身で行えるようになりました。
no_usage_visibility = 当期のご利用量を、請求前にご確認いただけるようになりました。
no_plan_or_seat_explanation = プランや席数の変更にかかる金額を、確定前にご確認いただけるようになりました。
no_cancellation_flow = 請求ページで、ご自身で解約のお手続きができるようになりました。
no_duplicate_subscription_guard = 同じプランが誤って二重に購入されることはなくなりました。
