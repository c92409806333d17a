# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Una buona notizia su ciò di cui ci ha scritto.
no_billing_portal = Ora può vedere le sue fatture e cambiare il metodo di pagamento da solo, nella sua pagina di fatturazione.
no_usage_visibility = Ora può vedere il suo consumo del periodo in corso prima che venga fatturato.
no_plan_or_seat_explanation = Ora può vedere quanto costa un cambio di piano o di posti prima di confermarlo.
no_cancellation_flow = Ora può disdire il suo abbonamento da solo, nella sua pagina di fatturazione.
no_duplicate_subscription_guard = Lo stesso piano non può più essere acquistato due volte per errore.
