# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Bize yazdığınız konuda iyi bir haberimiz var.
no_billing_portal = Artık faturalarınızı kendiniz görebilir ve ödeme yönteminizi faturalandırma sayfanızdan kendiniz değiştirebilirsiniz.
no_usage_visibility = Artık içinde bulunduğunuz dönemdeki kullanımınızı faturalandırılmadan önce görebilirsiniz.
no_plan_or_seat_explanation = Artık plan veya koltuk değişikliğinin ne kadar tutacağını onaylamadan önce görebilirsiniz.
no_cancellation_flow = Artık aboneliğinizi faturalandırma sayfanızdan kendiniz iptal edebilirsiniz.
no_duplicate_subscription_guard = Aynı plan artık yanlışlıkla iki kez satın alınamaz.
