# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Boas notícias sobre o assunto da sua mensagem.
no_billing_portal = Agora você pode ver suas faturas e trocar a forma de pagamento por conta própria, na sua página de cobrança.
no_usage_visibility = Agora você pode ver o seu consumo do período atual antes de ele ser cobrado.
no_plan_or_seat_explanation = Agora você pode ver quanto custa uma mudança de plano ou de assentos antes de confirmá-la.
no_cancellation_flow = Agora você pode cancelar a sua assinatura por conta própria, na sua página de cobrança.
no_duplicate_subscription_guard = O mesmo plano não pode mais ser comprado duas vezes por engano.
