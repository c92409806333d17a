# The follow-up to customers whose gap is closed: one sentence per gap, named by its id.

intro = Goed nieuws over waar u ons over schreef.
no_billing_portal = U kunt uw facturen nu zelf bekijken en uw betaalmethode zelf wijzigen, op uw factuurpagina.
no_usage_visibility = U kunt uw verbruik van de lopende periode nu zien voordat het in rekening wordt gebracht.
no_plan_or_seat_explanation = U ziet nu wat een wijziging van abonnement of aantal plaatsen kost voordat u die bevestigt.
no_cancellation_flow = U kunt uw abonnement nu zelf opzeggen, op uw factuurpagina.
no_duplicate_subscription_guard = Hetzelfde abonnement kan niet meer per ongeluk twee keer worden gekocht.
