# Antwoorden aan klanten, Nederlands (u). Opbouw: zie en/reply.ftl.

greeting = Beste { $name },
greeting-plain = Goedendag,
closing = Als iets niet duidelijk is, kunt u gewoon op dit bericht antwoorden.

charge-full = { $amount } op { $date } (eindigend op { $last4 })
charge-dated = { $amount } op { $date }
charge-amount = { $amount }
subscription-named = uw abonnement { $plan }
subscription-plain = uw abonnement

## Als niet zeker is wie schrijft: niets over enig account
ask-intro = Bedankt voor uw bericht. We helpen u graag. Om ieders gegevens te beschermen kunnen we pas over betalingen spreken als we weten dat het om u gaat. Kunt u ons met het volgende helpen?
ask-write_from_billing_address = Schrijf ons vanaf het e-mailadres dat u voor facturen gebruikt.
ask-confirm_address = Bevestig uw e-mailadres in ons helpcentrum (of log daar in).
ask-invoice_number = Stuur het nummer van een factuur of betaalbewijs (rechtsboven op het document).
ask-charge_details = Stuur de datum, het bedrag en alleen de laatste vier cijfers van de kaart van één afschrijving. Stuur nooit het hele kaartnummer.
ask-which_account = Laat ons weten om welk account of welke werkruimte het gaat.
ask-self_serve = U kunt uw facturen ook hier bekijken, met het e-mailadres dat u ervoor gebruikt: { $url }

## Situaties
duplicate_same_customer = U hebt gelijk: naast het abonnement dat u gebruikt liep er een tweede voor { $plan }, en daarvoor hebben we { $charge } afgeschreven.
    .less = U hebt gelijk: naast het abonnement dat u gebruikt liep er een tweede, gelijk abonnement, en daarvoor hebben we { $charge } afgeschreven.
    .plain = U hebt gelijk: naast het abonnement dat u gebruikt liep er een tweede, gelijk abonnement.
duplicate_across_customers = U hebt gelijk: { $plan } was twee keer afgesloten, onder twee registraties met uw gegevens, en voor de tweede hebben we { $charge } afgeschreven.
    .less = U hebt gelijk: hetzelfde abonnement was twee keer afgesloten, onder twee registraties met uw gegevens, en voor de tweede hebben we { $charge } afgeschreven.
    .plain = U hebt gelijk: hetzelfde abonnement was twee keer afgesloten, onder twee registraties met uw gegevens.
charged_twice_minutes_apart = U hebt gelijk: dezelfde betaling is binnen enkele minuten twee keer gedaan. De tweede is { $charge }.
    .plain = U hebt gelijk: dezelfde betaling is binnen enkele minuten twee keer gedaan.
failed_attempt_taken_for_charge = U hebt één keer betaald: { $charge }. De andere regel is een mislukte poging. Uw bank toont die misschien als in behandeling, maar het bedrag wordt niet geïnd en verdwijnt vanzelf, meestal binnen enkele dagen.
    .plain = U hebt één keer betaald. De andere regel is een mislukte poging. Uw bank toont die misschien als in behandeling, maar het bedrag wordt niet geïnd en verdwijnt vanzelf, meestal binnen enkele dagen.
proration_taken_for_double_charge = Het tweede bedrag is geen dubbele afschrijving. Bij de wijziging van uw abonnement hebben we { $charge } afgeschreven voor de rest van de periode en is verrekend wat u al had betaald.
    .plain = Het tweede bedrag is geen dubbele afschrijving: bij de wijziging van uw abonnement is de rest van de periode in rekening gebracht en is verrekend wat u al had betaald.
    .credit = Verrekend is { $credit }.
many_subscriptions_really_seats = U hebt { $count } losse abonnementen op { $plan }, samen { $total } per { $interval ->
        [year] jaar
        [week] week
        [day] dag
       *[month] maand
    }. Dat lijkt op één abonnement per persoon, niet op een vergissing.
    .less = U hebt { $count } losse abonnementen van dezelfde soort. Dat lijkt op één per persoon, niet op een vergissing.
    .plain = U hebt meerdere losse abonnementen van dezelfde soort. Dat lijkt op één per persoon, niet op een vergissing.
quantity_changed = De afschrijving van { $charge } komt door een wijziging van het aantal plaatsen.
    .plain = De afschrijving komt door een wijziging van het aantal plaatsen in uw abonnement.
    .seats = { $quantity ->
        [one] U hebt nu { $quantity } plaats.
       *[other] U hebt nu { $quantity } plaatsen.
    }
annual_renewal_surprise = De afschrijving van { $charge } is de jaarlijkse verlenging van { $subscription }.
    .plain = De afschrijving is de jaarlijkse verlenging van { $subscription }.
    .until = De betaalde periode loopt tot en met { $end_date }.
trial_converted = Uw proefperiode eindigde op { $trial_end } en { $subscription } begon met de afschrijving van { $charge }.
    .less = Uw proefperiode is voorbij en { $subscription } begon met de afschrijving van { $charge }.
    .plain = Uw proefperiode is voorbij en { $subscription } is begonnen.
    .until = De betaalde periode loopt tot en met { $end_date }.
charged_after_cancel = U hebt gelijk, en het spijt ons: { $subscription } was opgezegd op { $canceled_date } en toch hebben we { $charge } afgeschreven.
    .less = U hebt gelijk, en het spijt ons: { $subscription } was opgezegd en toch hebben we { $charge } afgeschreven.
    .plain = U hebt gelijk, en het spijt ons: na uw opzegging is er nog afgeschreven.
cancellation_pending = De opzegging van { $subscription } is verwerkt. Het eindigt op { $end_date } en wordt niet meer afgeschreven.
    .plain = De opzegging van { $subscription } is verwerkt; het wordt niet verlengd.
    .since = De opzegging was op { $canceled_date }.
wants_to_cancel_cannot = We begrijpen dat u { $subscription } wilt opzeggen. De betaalde periode loopt tot en met { $end_date }.
    .plain = We begrijpen dat u { $subscription } wilt opzeggen.
pending_update_or_schedule = Een wijziging van { $subscription } wacht op een openstaande betaling, tot uiterlijk { $expires_date }.
    .plain = Een wijziging van { $subscription } staat al gepland maar is nog niet ingegaan.
paused = Op dit moment is { $subscription } gepauzeerd; het gaat verder op { $resumes_date }.
    .plain = Op dit moment is { $subscription } gepauzeerd en werkt het daarom niet zoals gewoonlijk.
coupon_ended = Uw korting liep af op { $coupon_end }; de afschrijving van { $charge } is de normale prijs.
    .less = Uw korting is afgelopen; de afschrijving van { $charge } is de normale prijs.
    .plain = Uw korting is afgelopen; de laatste afschrijving is de normale prijs.
    .before = Eerder betaalde u { $before }.
payment_past_due = Een betaling voor { $subscription } is niet gelukt en { $amount } staat nog open.
    .plain = Een betaling voor { $subscription } is niet gelukt.
    .card = We hebben het geprobeerd met de betaalmethode die eindigt op { $last4 }.
    .next = De volgende poging is op { $next_attempt }.
authentication_required = Uw bank vraagt u de betaling van { $amount } voor { $subscription } te bevestigen.
    .plain = Uw bank vraagt u de betaling voor { $subscription } te bevestigen.
card_expired = De kaart die eindigt op { $last4 } is verlopen ({ $expired }), dus { $subscription } kan er niet meer van worden afgeschreven.
    .less = De kaart die eindigt op { $last4 } is verlopen, dus { $subscription } kan er niet meer van worden afgeschreven.
    .plain = De opgegeven kaart is verlopen.
    .open = Op dit moment staat { $amount } open.
    .next = De volgende poging is op { $next_attempt }.
checkout_incomplete = De eerste betaling van { $amount } is niet afgerond, dus { $subscription } is niet begonnen. U kunt deze afronden tot en met { $expires_date }.
    .less = De eerste betaling van { $amount } is niet op tijd afgerond, dus { $subscription } is niet begonnen. Er is niets afgeschreven.
    .plain = De eerste betaling is niet op tijd afgerond, dus { $subscription } is niet begonnen. Er is niets afgeschreven.
checkout_abandoned = Uw bestelling van { $amount } van { $created_date } is niet afgerond. Er is niets afgeschreven.
    .less = Uw bestelling van { $created_date } is niet afgerond. Er is niets afgeschreven.
    .plain = Uw bestelling is niet afgerond. Er is niets afgeschreven.
payment_blocked = De betaling van { $charge } is door een veiligheidscontrole tegengehouden. Er is niets afgeschreven.
    .plain = De betaling is door een veiligheidscontrole tegengehouden. Er is niets afgeschreven.
bank_debit_pending = Uw betaling van { $charge } is onderweg. Een incasso duurt enkele werkdagen; u hoeft niet nog eens te betalen.
    .plain = Uw betaling is onderweg. Een incasso duurt enkele werkdagen; u hoeft niet nog eens te betalen.
invoice_overdue = Factuur { $invoice_number } van { $amount } moest op { $due_date } betaald zijn; we zien nog geen betaling.
    .plain = Een factuur is over de betaaldatum; we zien nog geen betaling.
subscription_unpaid = Op dit moment is { $subscription } opgeschort, omdat { $amount } openstaat.
    .plain = Op dit moment is { $subscription } opgeschort, omdat er betalingen ontbreken.
dispute_open = Uw bank heeft een betwisting geopend over { $charge }. Zolang die loopt beslist de bank en kunnen wij dit bedrag niet zelf terugbetalen.
    .plain = Uw bank heeft een betwisting geopend over deze betaling. Zolang die loopt beslist de bank en kunnen wij het bedrag niet zelf terugbetalen.
fraud_warning = Bedankt voor uw melding over { $charge }. We controleren deze betaling eerst zorgvuldig.
    .plain = Bedankt voor uw melding over deze betaling. We controleren die eerst zorgvuldig.
already_refunded = { $status ->
        [succeeded] We hebben { $amount } terugbetaald op { $date }. Banken tonen dit meestal binnen 5–10 werkdagen.
        [failed] Uw bank heeft de terugbetaling van { $amount } van { $date } niet geaccepteerd. We zoeken een andere manier om het geld terug te geven.
       *[pending] De terugbetaling van { $amount } is gestart op { $date }. Banken tonen dit meestal binnen 5–10 werkdagen.
    }
    .plain = Voor deze betaling is al een terugbetaling gestart. We controleren hoe ver die is.
    .reference = Uw bank kan deze vinden onder referentie { $reference }.
refund_too_old = De betaling van { $charge } is lang geleden. Terugbetalen via dezelfde betaalmethode is misschien niet meer mogelijk.
    .plain = De betaling is lang geleden. Terugbetalen via dezelfde betaalmethode is misschien niet meer mogelijk.
credited_not_refunded = Op { $date } hebben we { $amount } als tegoed op uw account gezet. Het wordt met de volgende facturen verrekend en is niet uitbetaald.
    .plain = Het bedrag is als tegoed op uw account gezet. Het wordt met de volgende facturen verrekend en is niet uitbetaald.
metered_overage = De afschrijving van { $charge } is voor gebruik boven uw abonnement van { $period_start } tot en met { $period_end }.
    .less = De afschrijving van { $charge } is voor gebruik boven uw abonnement.
    .plain = De afschrijving is voor gebruik boven uw abonnement in de afgelopen periode.
tax_added = Factuur { $invoice_number } bevat { $amount } belasting; het totaal is { $total }.
    .less = De factuur bevat { $amount } belasting.
    .plain = Het hogere bedrag komt door belasting die nu op de factuur staat.
currency_differs = We hebben { $charge } afgeschreven. Als uw bank een andere valuta toont, heeft de bank omgerekend; haar koers en kosten verklaren het verschil.
    .plain = We hebben de afgesproken prijs afgeschreven. Als uw bank een andere valuta toont, heeft de bank omgerekend.
balance_changed_bill = De factuur was { $total }; met het saldo op uw account is { $amount } afgeschreven.
    .plain = Het afgeschreven bedrag wijkt af van de factuur door het saldo op uw account.
overpaid = Voor factuur { $invoice_number } is { $amount } meer betaald dan het totaal van { $total }.
    .plain = Er is meer betaald dan de factuur vroeg.
not_our_charge = We vinden deze afschrijving niet bij uw betalingen aan ons. Op een afschrift heten de onze { $descriptor }.
    .plain = We vinden deze afschrijving niet bij uw betalingen aan ons.
wallet_card_number = De betaling van { $charge } is gedaan met { $wallet }. Uw toestel toont voor dezelfde kaart misschien andere cijfers ({ $wallet_last4 }).
    .less = De betaling van { $charge } is gedaan met { $wallet }. Uw toestel toont voor dezelfde kaart misschien andere laatste cijfers.
    .plain = De betaling is gedaan met een wallet op uw toestel, die voor dezelfde kaart andere laatste cijfers toont.
invoice_to_wrong_email = Factuur { $invoice_number } van { $date } is gestuurd naar het adres dat bij het opmaken bekend was.
    .plain = De factuur is gestuurd naar het adres dat bij het opmaken bekend was.
written_off_but_dunned = Factuur { $invoice_number } van { $amount } is gesloten. U hoeft niets te betalen; negeer de herinneringen, onze excuses daarvoor.
    .plain = De factuur is gesloten. U hoeft niets te betalen; negeer de herinneringen, onze excuses daarvoor.
test_data = Dit was een testbetaling: er is geen geld afgeschreven.
    .plain = Dit was een testbetaling: er is geen geld afgeschreven.
paid_no_access = Uw betaling van { $charge } is ontvangen, maar { $subscription } is niet vrijgegeven. Het spijt ons: dit is onze fout, niet de uwe.
    .plain = Uw betaling is ontvangen, maar { $subscription } is niet vrijgegeven. Het spijt ons: dit is onze fout, niet de uwe.
customer_deleted = Uw klantaccount bij ons is gesloten. Eerdere betalingen kunnen we nog wel voor u bekijken.
    .plain = Uw klantaccount bij ons is gesloten. Eerdere betalingen kunnen we nog wel voor u bekijken.
invoice_requested = U vroeg om factuur { $invoice_number } voor { $charge }.
    .less = U vroeg om de factuur voor { $charge }.
    .plain = U vroeg om uw facturen.
card_update_requested = De kaart die bij { $subscription } bekend is, eindigt op { $last4 }.
    .plain = Bedankt dat u ons uw nieuwe betaalmethode voor { $subscription } laat weten.
    .next = De volgende betaling is op { $next_date }.
wants_to_cancel = We begrijpen dat u { $subscription } wilt opzeggen. De betaalde periode loopt tot en met { $end_date }.
    .plain = We begrijpen dat u { $subscription } wilt opzeggen.
billing_unreadable = Bedankt voor uw bericht. We zien nu niet alle betaalgegevens en komen zo snel mogelijk bij u terug.
    .plain = Bedankt voor uw bericht. We zien nu niet alle betaalgegevens en komen zo snel mogelijk bij u terug.
not_billing = Bedankt voor uw bericht. Het gaat niet over facturen, daarom geven we het door aan de juiste collega's.
    .plain = Bedankt voor uw bericht. Het gaat niet over facturen, daarom geven we het door aan de juiste collega's.
unclear = Bedankt voor uw bericht. We bekijken uw account en komen bij u terug.
    .plain = Bedankt voor uw bericht. We bekijken uw account en komen bij u terug.

## Situaties nog zonder eigen tekst
bucket-duplicate_subscription = Het lijkt erop dat hetzelfde meer dan één keer is afgeschreven.
bucket-multi_seat_intent = Het bedrag komt door het aantal plaatsen of abonnementen in uw account.
bucket-payment_failed = Een betaling is niet gelukt.
bucket-self_serve_missing = Bedankt voor uw bericht over uw abonnement.
bucket-product_failure = Het spijt ons: bij ons heeft iets niet gewerkt zoals het hoort.
bucket-not_billing = Bedankt voor uw bericht. Het gaat niet over facturen, daarom geven we het door aan de juiste collega's.
bucket-needs_human = Bedankt voor uw bericht. We bekijken uw account en komen bij u terug.

## Stappen
step-refund_charge =
    .will = We betalen { $amount } terug naar de betaalmethode die eindigt op { $last4 }. Banken tonen dit meestal binnen 5–10 werkdagen.
    .will-plain = We betalen { $amount } terug naar de betaalmethode die u hebt gebruikt. Banken tonen dit meestal binnen 5–10 werkdagen.
    .done = We hebben { $amount } terugbetaald naar de betaalmethode die eindigt op { $last4 }. Banken tonen dit meestal binnen 5–10 werkdagen.
    .done-plain = We hebben { $amount } terugbetaald naar de betaalmethode die u hebt gebruikt. Banken tonen dit meestal binnen 5–10 werkdagen.
    .failed = De terugbetaling van { $amount } is niet gelukt. We zoeken een andere manier om het geld terug te geven en laten het u weten.
step-refund_charge-several =
    .will = We betalen { $count } betalingen terug, samen { $amount }, naar de betaalmethode die u hebt gebruikt. Banken tonen dit meestal binnen 5–10 werkdagen.
    .done = We hebben { $count } betalingen terugbetaald, samen { $amount }, naar de betaalmethode die u hebt gebruikt. Banken tonen dit meestal binnen 5–10 werkdagen.
step-apply_credit =
    .will = We zetten { $amount } als tegoed op uw account; dat verlaagt uw volgende factuur.
    .done = We hebben { $amount } als tegoed op uw account gezet; dat verlaagt uw volgende factuur.
step-cancel_subscription_now =
    .will = We beëindigen het abonnement nu.
    .done = Het abonnement is beëindigd.
step-cancel_subscription_now-duplicate_subscription =
    .will = We beëindigen het extra abonnement, zodat het niet meer wordt afgeschreven; het abonnement dat u sinds { $keep_since } hebt, blijft zoals het is.
    .will-plain = We beëindigen het extra abonnement, zodat het niet meer wordt afgeschreven; het andere blijft zoals het is.
    .done = Het extra abonnement is beëindigd en wordt niet meer afgeschreven; het abonnement dat u sinds { $keep_since } hebt, blijft zoals het is.
    .done-plain = Het extra abonnement is beëindigd en wordt niet meer afgeschreven; het andere blijft zoals het is.
step-set_cancel_at_period_end =
    .will = We laten het abonnement eindigen met de betaalde periode; het wordt niet meer afgeschreven.
    .done = Het abonnement eindigt met de betaalde periode; het wordt niet meer afgeschreven.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = We stoppen de verlenging van het extra abonnement, zodat het niet meer wordt afgeschreven; het abonnement dat u sinds { $keep_since } hebt, blijft zoals het is.
    .will-plain = We stoppen de verlenging van het extra abonnement, zodat het niet meer wordt afgeschreven; het andere blijft zoals het is.
    .done = Het extra abonnement wordt niet meer verlengd of afgeschreven; het abonnement dat u sinds { $keep_since } hebt, blijft zoals het is.
    .done-plain = Het extra abonnement wordt niet meer verlengd of afgeschreven; het andere blijft zoals het is.
step-undo_cancel_at_period_end =
    .will = We draaien de opzegging terug, zodat het abonnement doorloopt.
    .done = We hebben de opzegging teruggedraaid; het abonnement loopt door.
step-stop_invoice_collection =
    .will = We stoppen de inning van de openstaande factuur.
    .done = We hebben de inning van de openstaande factuur gestopt.
step-void_invoice =
    .will = We laten de openstaande factuur vervallen; u hoeft die niet te betalen.
    .done = De openstaande factuur is vervallen; u hoeft die niet te betalen.
step-retry_invoice =
    .will = We proberen de betaling opnieuw.
    .done = We hebben de betaling opnieuw geprobeerd.
step-change_quantity_at_renewal =
    .will = We wijzigen het aantal plaatsen bij de volgende verlenging.
    .done = Het aantal plaatsen wijzigt bij de volgende verlenging.
step-change_quantity_now =
    .will = We wijzigen het aantal plaatsen.
    .done = We hebben het aantal plaatsen gewijzigd.
step-resume_subscription =
    .will = We hervatten het abonnement.
    .done = Het abonnement loopt weer.
step-verify_contract =
    .will = We controleren eerst de voorwaarden van uw contract en komen dan bij u terug.
    .done = We hebben de voorwaarden van uw contract gecontroleerd.
step-wait_and_recheck =
    .will = We kijken er nog eens naar en laten u weten hoe het is afgelopen.
    .done = We hebben er nog eens naar gekeken.
step-escalate_human = Een specialist bekijkt dit en zal u antwoorden.
step-escalate_engineering = Onze technici zoeken de oorzaak.
step-ask_customer = Kunt u ons iets meer vertellen, zoals de datum en het bedrag waar het om gaat?
step-ask_customer-multi_seat_intent = Worden ze door verschillende mensen gebruikt? Dan kunnen we ze op één factuur samenvoegen; er verandert niets voordat u antwoordt.
step-ask_customer-checkout_abandoned = Zullen we u een nieuwe link sturen om die af te ronden?
step-ask_customer-invoice_to_wrong_email = Naar welk adres moeten volgende facturen gaan? Voor uw veiligheid bevestigen we het met u voordat we het wijzigen.
step-ask_customer-not_our_charge = Stuur ons de datum, het bedrag en de naam op uw afschrift; een schermafdruk helpt, met het kaartnummer afgedekt.
step-ask_customer-wants_to_cancel = Welk van uw abonnementen moet eindigen?
step-ask_customer-wants_to_cancel_cannot = Welk van uw abonnementen moet eindigen?

## Links
link-send_portal_link = Facturen, betaalmethode en abonnement vindt u hier; log in met het e-mailadres van uw facturen: { $url }
    .promised = We sturen u een link naar uw factuurpagina.
link-send_portal_payment_update = De betaalmethode kunt u hier wijzigen; log in met het e-mailadres van uw facturen: { $url }
    .promised = We sturen u een link om de betaalmethode te wijzigen.
link-send_portal_cancel_flow = U kunt hier zelf opzeggen; log in met het e-mailadres van uw facturen: { $url }
    .promised = We sturen u een link om op te zeggen.
link-send_hosted_invoice_link = U kunt de factuur hier bekijken: { $url }
    .pay = U kunt de factuur hier bekijken en betalen: { $url }
    .promised = We sturen u een link naar de factuur.
link-send_invoice_pdf = U kunt de factuur hier downloaden: { $url }
    .promised = We sturen u de factuur.
link-send_checkout_link = U kunt de bestelling hier afronden: { $url }
    .promised = We sturen u een nieuwe link om de bestelling af te ronden.

next-checking = We kijken nog wat we kunnen doen en komen bij u terug.
next-failed = Eén stap is niet gegaan zoals gepland. We zorgen ervoor en komen bij u terug.
