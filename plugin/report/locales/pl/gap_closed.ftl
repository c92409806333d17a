# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Mamy dobrą wiadomość w sprawie, w której Państwo napisali.
no_billing_portal = Faktury można teraz przeglądać samodzielnie i samodzielnie zmienić metodę płatności na stronie rozliczeń.
no_usage_visibility = Zużycie w bieżącym okresie można teraz zobaczyć, zanim zostanie naliczone.
no_plan_or_seat_explanation = Przed potwierdzeniem widać teraz, ile kosztuje zmiana planu lub liczby miejsc.
no_cancellation_flow = Subskrypcję można teraz anulować samodzielnie na stronie rozliczeń.
no_duplicate_subscription_guard = Tego samego planu nie można już przez pomyłkę kupić dwa razy.
