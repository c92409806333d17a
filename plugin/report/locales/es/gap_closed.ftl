# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Buenas noticias sobre lo que nos escribió.
no_billing_portal = Ahora puede ver sus facturas y cambiar su método de pago usted mismo, en su página de facturación.
no_usage_visibility = Ahora puede ver su consumo del período en curso antes de que se facture.
no_plan_or_seat_explanation = Ahora puede ver cuánto cuesta un cambio de plan o de plazas antes de confirmarlo.
no_cancellation_flow = Ahora puede cancelar su suscripción usted mismo, en su página de facturación.
no_duplicate_subscription_guard = Ya no es posible comprar el mismo plan dos veces por error.
