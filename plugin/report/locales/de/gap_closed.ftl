# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Eine gute Nachricht zu dem, wozu Sie uns geschrieben haben.
no_billing_portal = Sie können Ihre Rechnungen jetzt selbst ansehen und Ihre Zahlungsart selbst ändern, auf Ihrer Abrechnungsseite.
no_usage_visibility = Sie sehen Ihren Verbrauch im laufenden Zeitraum jetzt, bevor er berechnet wird.
no_plan_or_seat_explanation = Sie sehen jetzt, was ein Wechsel des Tarifs oder der Plätze kostet, bevor Sie ihn bestätigen.
no_cancellation_flow = Sie können Ihr Abo jetzt selbst kündigen, auf Ihrer Abrechnungsseite.
no_duplicate_subscription_guard = Derselbe Tarif kann nicht mehr versehentlich doppelt gekauft werden.
