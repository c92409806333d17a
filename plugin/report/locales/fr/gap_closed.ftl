# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Une bonne nouvelle au sujet de votre message.
no_billing_portal = Vous pouvez désormais consulter vos factures et changer de moyen de paiement vous-même, sur votre page de facturation.
no_usage_visibility = Vous pouvez désormais voir votre consommation de la période en cours avant qu'elle ne soit facturée.
no_plan_or_seat_explanation = Vous voyez désormais ce que coûte un changement de formule ou de nombre de places avant de le confirmer.
no_cancellation_flow = Vous pouvez désormais résilier votre abonnement vous-même, sur votre page de facturation.
no_duplicate_subscription_guard = La même formule ne peut plus être achetée deux fois par erreur.
