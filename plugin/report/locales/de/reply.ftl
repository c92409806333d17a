# Antworten an Kunden, Deutsch (Sie). Aufbau: siehe en/reply.ftl.

greeting = Guten Tag { $name },
greeting-plain = Guten Tag,
closing = Wenn etwas unklar ist, antworten Sie einfach auf diese Nachricht.

charge-full = { $amount } vom { $date } (Endziffern { $last4 })
charge-dated = { $amount } vom { $date }
charge-amount = { $amount }
subscription-named = Ihr Abo „{ $plan }“
subscription-plain = Ihr Abo

## Wenn nicht sicher ist, wer schreibt: nichts über irgendein Konto
ask-intro = Vielen Dank für Ihre Nachricht. Wir helfen gerne. Zum Schutz aller Daten können wir über Rechnungen erst sprechen, wenn wir wissen, dass es um Sie geht. Könnten Sie uns dabei helfen?
ask-write_from_billing_address = Bitte schreiben Sie uns von der E-Mail-Adresse, die Sie für Rechnungen verwenden.
ask-confirm_address = Bitte bestätigen Sie Ihre E-Mail-Adresse in unserem Hilfe-Center (oder melden Sie sich dort an).
ask-invoice_number = Bitte nennen Sie die Nummer einer Rechnung oder Quittung (oben rechts auf dem Dokument).
ask-charge_details = Bitte nennen Sie Datum, Betrag und nur die letzten vier Ziffern der Karte einer Abbuchung. Senden Sie nie die ganze Kartennummer.
ask-which_account = Bitte nennen Sie uns das Konto oder den Arbeitsbereich, um den es geht.
ask-self_serve = Mit der E-Mail-Adresse, die Sie für Rechnungen verwenden, können Sie auch selbst nachsehen: { $url }

## Situationen
duplicate_same_customer = Sie haben recht: Neben dem Abo, das Sie nutzen, lief ein zweites für { $plan } (Abbuchung über { $charge }).
    .less = Sie haben recht: Neben dem Abo, das Sie nutzen, lief ein zweites, gleiches (Abbuchung über { $charge }).
    .plain = Sie haben recht: Neben dem Abo, das Sie nutzen, lief ein zweites, gleiches.
duplicate_across_customers = Sie haben recht: { $plan } war zweimal abonniert, unter zwei Datensätzen mit Ihren Angaben (zweite Abbuchung über { $charge }).
    .less = Sie haben recht: Dasselbe Abo war zweimal abgeschlossen, unter zwei Datensätzen mit Ihren Angaben (zweite Abbuchung über { $charge }).
    .plain = Sie haben recht: Dasselbe Abo war zweimal abgeschlossen, unter zwei Datensätzen mit Ihren Angaben.
charged_twice_minutes_apart = Sie haben recht: Dieselbe Zahlung ging innerhalb weniger Minuten zweimal durch. Die zweite ist { $charge }.
    .plain = Sie haben recht: Dieselbe Zahlung ging innerhalb weniger Minuten zweimal durch.
failed_attempt_taken_for_charge = Sie haben einmal bezahlt: { $charge }. Der andere Eintrag ist ein fehlgeschlagener Versuch. Ihre Bank zeigt ihn vielleicht als vorgemerkt; er wird nicht eingezogen und verschwindet meist nach wenigen Tagen von selbst.
    .plain = Sie haben einmal bezahlt. Der andere Eintrag ist ein fehlgeschlagener Versuch. Ihre Bank zeigt ihn vielleicht als vorgemerkt; er wird nicht eingezogen und verschwindet meist nach wenigen Tagen von selbst.
proration_taken_for_double_charge = Der zweite Betrag ist keine doppelte Abbuchung. Beim Tarifwechsel wurde der Rest des Zeitraums berechnet ({ $charge }) und bereits Bezahltes angerechnet.
    .plain = Der zweite Betrag ist keine doppelte Abbuchung: Beim Tarifwechsel wurde der Rest des Zeitraums berechnet und bereits Bezahltes angerechnet.
    .credit = Angerechnet wurden { $credit }.
many_subscriptions_really_seats = Sie haben { $count } einzelne Abos für { $plan }, zusammen { $total } pro { $interval ->
        [year] Jahr
        [week] Woche
        [day] Tag
       *[month] Monat
    }. Das sieht nach einem Abo je Person aus, nicht nach einem Versehen.
    .less = Sie haben { $count } einzelne Abos desselben Tarifs. Das sieht nach einem je Person aus, nicht nach einem Versehen.
    .plain = Sie haben mehrere einzelne Abos desselben Tarifs. Das sieht nach einem je Person aus, nicht nach einem Versehen.
quantity_changed = Die Abbuchung über { $charge } kommt von einer geänderten Zahl der Plätze.
    .plain = Die Abbuchung kommt von einer geänderten Zahl der Plätze in Ihrem Abo.
    .seats = { $quantity ->
        [one] Sie haben jetzt { $quantity } Platz.
       *[other] Sie haben jetzt { $quantity } Plätze.
    }
annual_renewal_surprise = Die Abbuchung über { $charge } ist die jährliche Verlängerung: { $subscription }.
    .plain = Die Abbuchung ist die jährliche Verlängerung: { $subscription }.
    .until = Der bezahlte Zeitraum läuft bis zum { $end_date }.
trial_converted = Ihre Testzeit endete am { $trial_end }; { $subscription } begann mit der Abbuchung über { $charge }.
    .less = Ihre Testzeit ist zu Ende; { $subscription } begann mit der Abbuchung über { $charge }.
    .plain = Ihre Testzeit ist zu Ende, und { $subscription } hat begonnen.
    .until = Der bezahlte Zeitraum läuft bis zum { $end_date }.
charged_after_cancel = Sie haben recht, und es tut uns leid: { $subscription } war seit dem { $canceled_date } gekündigt; die Abbuchung über { $charge } hätte es nicht geben dürfen.
    .less = Sie haben recht, und es tut uns leid: { $subscription } war gekündigt; die Abbuchung über { $charge } hätte es nicht geben dürfen.
    .plain = Sie haben recht, und es tut uns leid: Nach Ihrer Kündigung wurde noch abgebucht.
cancellation_pending = Die Kündigung ist eingetragen: { $subscription } endet am { $end_date } und wird nicht mehr abgebucht.
    .plain = Die Kündigung ist eingetragen: { $subscription } verlängert sich nicht mehr.
    .since = Gekündigt wurde am { $canceled_date }.
wants_to_cancel_cannot = Sie möchten kündigen: { $subscription }. Der bezahlte Zeitraum läuft bis zum { $end_date }.
    .plain = Sie möchten kündigen: { $subscription }.
pending_update_or_schedule = Eine Änderung wartet noch: { $subscription } wird umgestellt, sobald die offene Zahlung eingeht, spätestens bis zum { $expires_date }.
    .plain = Eine Änderung ist bereits vorgemerkt, aber noch nicht wirksam: { $subscription }.
paused = { $subscription } ist pausiert und läuft am { $resumes_date } weiter.
    .plain = { $subscription } ist pausiert und arbeitet deshalb nicht wie gewohnt.
coupon_ended = Ihr Rabatt endete am { $coupon_end }; die Abbuchung über { $charge } ist der reguläre Preis.
    .less = Ihr Rabatt ist ausgelaufen; die Abbuchung über { $charge } ist der reguläre Preis.
    .plain = Ihr Rabatt ist ausgelaufen; die letzte Abbuchung ist der reguläre Preis.
    .before = Bisher zahlten Sie { $before }.
payment_past_due = Eine Zahlung für { $subscription } ist fehlgeschlagen; offen sind { $amount }.
    .plain = Eine Zahlung für { $subscription } ist fehlgeschlagen.
    .card = Versucht wurde die Zahlungsmethode mit den Endziffern { $last4 }.
    .next = Der nächste Versuch ist am { $next_attempt }.
authentication_required = Ihre Bank möchte, dass Sie die Zahlung über { $amount } für { $subscription } bestätigen.
    .plain = Ihre Bank möchte, dass Sie die Zahlung für { $subscription } bestätigen.
card_expired = Die Karte mit den Endziffern { $last4 } ist abgelaufen ({ $expired }); { $subscription } kann nicht mehr darüber abgebucht werden.
    .less = Die Karte mit den Endziffern { $last4 } ist abgelaufen; { $subscription } kann nicht mehr darüber abgebucht werden.
    .plain = Die hinterlegte Karte ist abgelaufen.
    .open = Offen sind derzeit { $amount }.
    .next = Der nächste Versuch ist am { $next_attempt }.
checkout_incomplete = Die erste Zahlung über { $amount } wurde nicht abgeschlossen, deshalb hat { $subscription } nicht begonnen. Sie kann bis zum { $expires_date } abgeschlossen werden.
    .less = Die erste Zahlung über { $amount } wurde nicht rechtzeitig abgeschlossen, deshalb hat { $subscription } nicht begonnen. Es wurde nichts abgebucht.
    .plain = Die erste Zahlung wurde nicht rechtzeitig abgeschlossen, deshalb hat { $subscription } nicht begonnen. Es wurde nichts abgebucht.
checkout_abandoned = Ihr Bestellvorgang über { $amount } vom { $created_date } wurde nicht abgeschlossen. Es wurde nichts abgebucht.
    .less = Ihr Bestellvorgang vom { $created_date } wurde nicht abgeschlossen. Es wurde nichts abgebucht.
    .plain = Ihr Bestellvorgang wurde nicht abgeschlossen. Es wurde nichts abgebucht.
payment_blocked = Die Zahlung über { $charge } wurde von einer Sicherheitsprüfung gestoppt. Sie wurde nicht abgebucht.
    .plain = Die Zahlung wurde von einer Sicherheitsprüfung gestoppt. Sie wurde nicht abgebucht.
bank_debit_pending = Ihre Zahlung über { $charge } ist unterwegs. Lastschriften brauchen einige Werktage; Sie müssen nicht noch einmal zahlen.
    .plain = Ihre Zahlung ist unterwegs. Lastschriften brauchen einige Werktage; Sie müssen nicht noch einmal zahlen.
invoice_overdue = Die Rechnung { $invoice_number } über { $amount } war am { $due_date } fällig; wir sehen noch keinen Zahlungseingang.
    .plain = Eine Rechnung ist überfällig; wir sehen noch keinen Zahlungseingang.
subscription_unpaid = { $subscription } ruht, weil { $amount } offen sind.
    .plain = { $subscription } ruht, weil Zahlungen fehlen.
dispute_open = Ihre Bank hat eine Rückbuchung eröffnet: { $charge }. Solange sie läuft, entscheidet die Bank, und wir können diesen Betrag nicht selbst erstatten.
    .plain = Ihre Bank hat zu dieser Zahlung eine Rückbuchung eröffnet. Solange sie läuft, entscheidet die Bank, und wir können den Betrag nicht selbst erstatten.
fraud_warning = Danke für den Hinweis auf die Zahlung über { $charge }. Wir prüfen diese Zahlung sorgfältig, bevor etwas anderes geschieht.
    .plain = Danke für den Hinweis auf diese Zahlung. Wir prüfen sie sorgfältig, bevor etwas anderes geschieht.
already_refunded = { $status ->
        [succeeded] Wir haben am { $date } { $amount } erstattet. Banken zeigen das meist nach 5–10 Werktagen.
        [failed] Ihre Bank hat die Erstattung von { $amount } vom { $date } nicht angenommen. Wir suchen einen anderen Weg, das Geld zurückzugeben.
       *[pending] Die Erstattung von { $amount } wurde am { $date } angestoßen. Banken zeigen sie meist nach 5–10 Werktagen.
    }
    .plain = Für diese Zahlung wurde bereits eine Erstattung angestoßen. Wir prüfen, wie weit sie ist.
    .reference = Ihre Bank findet sie unter der Referenz { $reference }.
refund_too_old = Die Zahlung über { $charge } liegt lange zurück. Eine Erstattung auf dasselbe Zahlungsmittel ist vielleicht nicht mehr möglich.
    .plain = Die Zahlung liegt lange zurück. Eine Erstattung auf dasselbe Zahlungsmittel ist vielleicht nicht mehr möglich.
credited_not_refunded = Am { $date } haben wir Ihrem Konto { $amount } gutgeschrieben. Das Guthaben wird mit den nächsten Rechnungen verrechnet und wurde nicht ausgezahlt.
    .plain = Der Betrag wurde Ihrem Konto gutgeschrieben. Das Guthaben wird mit den nächsten Rechnungen verrechnet und wurde nicht ausgezahlt.
metered_overage = Die Abbuchung über { $charge } ist für die Nutzung über Ihren Tarif hinaus vom { $period_start } bis zum { $period_end }.
    .less = Die Abbuchung über { $charge } ist für die Nutzung über Ihren Tarif hinaus.
    .plain = Die Abbuchung ist für die Nutzung über Ihren Tarif hinaus im letzten Zeitraum.
tax_added = Die Rechnung { $invoice_number } enthält { $amount } Steuer; die Summe ist { $total }.
    .less = Die Rechnung enthält { $amount } Steuer.
    .plain = Der höhere Betrag kommt von der Steuer, die nun Teil der Rechnung ist.
currency_differs = Unsere Abbuchung lautet über { $charge }. Zeigt Ihre Bank eine andere Währung, hat die Bank umgerechnet; Kurs und Gebühr erklären den Unterschied.
    .plain = Wir haben den vereinbarten Preis abgebucht. Zeigt Ihre Bank eine andere Währung, hat die Bank umgerechnet.
balance_changed_bill = Die Rechnung betrug { $total }; mit dem Stand Ihres Kundenkontos wurden { $amount } abgebucht.
    .plain = Der abgebuchte Betrag weicht wegen des Stands Ihres Kundenkontos von der Rechnung ab.
overpaid = Zur Rechnung { $invoice_number } wurden { $amount } mehr gezahlt als die Summe von { $total }.
    .plain = Es wurde mehr gezahlt, als die Rechnung verlangt.
not_our_charge = Wir finden diese Abbuchung nicht unter Ihren Zahlungen an uns. Auf dem Kontoauszug heißen unsere { $descriptor }.
    .plain = Wir finden diese Abbuchung nicht unter Ihren Zahlungen an uns.
wallet_card_number = Die Zahlung über { $charge } lief über { $wallet }. Ihr Gerät zeigt für dieselbe Karte vielleicht andere Ziffern ({ $wallet_last4 }).
    .less = Die Zahlung über { $charge } lief über { $wallet }. Ihr Gerät zeigt für dieselbe Karte vielleicht andere Endziffern.
    .plain = Die Zahlung lief über eine Wallet auf Ihrem Gerät, die für dieselbe Karte andere Endziffern zeigt.
invoice_to_wrong_email = Die Rechnung { $invoice_number } vom { $date } ging an die Adresse, die bei der Ausstellung hinterlegt war.
    .plain = Die Rechnung ging an die Adresse, die bei der Ausstellung hinterlegt war.
written_off_but_dunned = Die Rechnung { $invoice_number } über { $amount } ist erledigt. Sie müssen nichts zahlen; bitte ignorieren Sie die Mahnungen, sie tun uns leid.
    .plain = Die Rechnung ist erledigt. Sie müssen nichts zahlen; bitte ignorieren Sie die Mahnungen, sie tun uns leid.
test_data = Das war eine Testzahlung: Es wurde kein Geld abgebucht.
    .plain = Das war eine Testzahlung: Es wurde kein Geld abgebucht.
paid_no_access = Ihre Zahlung über { $charge } ist angekommen, aber { $subscription } wurde nicht freigeschaltet. Das tut uns leid; es ist unser Fehler, nicht Ihrer.
    .plain = Ihre Zahlung ist angekommen, aber { $subscription } wurde nicht freigeschaltet. Das tut uns leid; es ist unser Fehler, nicht Ihrer.
customer_deleted = Ihr Kundenkonto bei uns ist geschlossen. Frühere Zahlungen können wir weiterhin für Sie ansehen.
    .plain = Ihr Kundenkonto bei uns ist geschlossen. Frühere Zahlungen können wir weiterhin für Sie ansehen.
invoice_requested = Sie haben um die Rechnung { $invoice_number } über { $charge } gebeten.
    .less = Sie haben um die Rechnung über { $charge } gebeten.
    .plain = Sie haben um Ihre Rechnungen gebeten.
card_update_requested = Hinterlegt ist die Karte mit den Endziffern { $last4 } ({ $subscription }).
    .plain = Danke für den Hinweis auf Ihre neue Zahlungsmethode ({ $subscription }).
    .next = Die nächste Zahlung ist am { $next_date }.
wants_to_cancel = Sie möchten kündigen: { $subscription }. Der bezahlte Zeitraum läuft bis zum { $end_date }.
    .plain = Sie möchten kündigen: { $subscription }.
billing_unreadable = Vielen Dank für Ihre Nachricht. Gerade sind nicht alle Rechnungsdaten einsehbar; wir melden uns, sobald es geht.
    .plain = Vielen Dank für Ihre Nachricht. Gerade sind nicht alle Rechnungsdaten einsehbar; wir melden uns, sobald es geht.
not_billing = Vielen Dank für Ihre Nachricht. Es geht nicht um Rechnungen, deshalb geben wir sie an die richtigen Kollegen weiter.
    .plain = Vielen Dank für Ihre Nachricht. Es geht nicht um Rechnungen, deshalb geben wir sie an die richtigen Kollegen weiter.
unclear = Vielen Dank für Ihre Nachricht. Wir sehen uns Ihr Konto genau an und melden uns bei Ihnen.
    .plain = Vielen Dank für Ihre Nachricht. Wir sehen uns Ihr Konto genau an und melden uns bei Ihnen.

## Situationen ohne eigenen Text
bucket-duplicate_subscription = Es sieht so aus, als wäre dasselbe mehr als einmal abgebucht worden.
bucket-multi_seat_intent = Der Betrag ergibt sich aus der Zahl der Plätze oder Abos in Ihrem Konto.
bucket-payment_failed = Eine Zahlung ist fehlgeschlagen.
bucket-self_serve_missing = Vielen Dank für Ihre Nachricht zu Ihrem Abo.
bucket-product_failure = Es tut uns leid: Bei uns hat etwas nicht so funktioniert, wie es sollte.
bucket-not_billing = Vielen Dank für Ihre Nachricht. Es geht nicht um Rechnungen, deshalb geben wir sie an die richtigen Kollegen weiter.
bucket-needs_human = Vielen Dank für Ihre Nachricht. Wir sehen uns Ihr Konto genau an und melden uns bei Ihnen.

## Schritte
step-refund_charge =
    .will = Wir werden { $amount } auf das Zahlungsmittel mit den Endziffern { $last4 } erstatten. Banken zeigen das meist nach 5–10 Werktagen.
    .will-plain = Wir werden { $amount } auf das Zahlungsmittel erstatten, mit dem Sie bezahlt haben. Banken zeigen das meist nach 5–10 Werktagen.
    .done = Wir haben { $amount } auf das Zahlungsmittel mit den Endziffern { $last4 } erstattet. Banken zeigen das meist nach 5–10 Werktagen.
    .done-plain = Wir haben { $amount } auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben. Banken zeigen das meist nach 5–10 Werktagen.
    .failed = Die Erstattung von { $amount } ist nicht gelungen. Wir suchen einen anderen Weg, das Geld zurückzugeben, und geben Ihnen Bescheid.
step-refund_charge-several =
    .will = Wir werden { $count } Zahlungen, zusammen { $amount }, auf das Zahlungsmittel erstatten, mit dem Sie bezahlt haben. Banken zeigen das meist nach 5–10 Werktagen.
    .done = Wir haben { $count } Zahlungen, zusammen { $amount }, auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben. Banken zeigen das meist nach 5–10 Werktagen.
step-apply_credit =
    .will = Wir werden Ihrem Konto { $amount } gutschreiben; das senkt die nächste Rechnung.
    .done = Wir haben Ihrem Konto { $amount } gutgeschrieben; das senkt die nächste Rechnung.
step-cancel_subscription_now =
    .will = Wir werden das Abo jetzt beenden.
    .done = Das Abo ist beendet.
step-cancel_subscription_now-duplicate_subscription =
    .will = Wir werden das überzählige Abo beenden, damit es nicht mehr abgebucht wird; das Abo, das Sie seit dem { $keep_since } haben, bleibt, wie es ist.
    .will-plain = Wir werden das überzählige Abo beenden, damit es nicht mehr abgebucht wird; das andere bleibt, wie es ist.
    .done = Das überzählige Abo ist beendet und wird nicht mehr abgebucht; das Abo, das Sie seit dem { $keep_since } haben, bleibt, wie es ist.
    .done-plain = Das überzählige Abo ist beendet und wird nicht mehr abgebucht; das andere bleibt, wie es ist.
step-set_cancel_at_period_end =
    .will = Wir werden das Abo zum Ende des bezahlten Zeitraums beenden; es wird nicht mehr abgebucht.
    .done = Das Abo endet mit dem bezahlten Zeitraum; es wird nicht mehr abgebucht.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = Wir werden die Verlängerung des überzähligen Abos stoppen, damit es nicht mehr abgebucht wird; das Abo, das Sie seit dem { $keep_since } haben, bleibt, wie es ist.
    .will-plain = Wir werden die Verlängerung des überzähligen Abos stoppen, damit es nicht mehr abgebucht wird; das andere bleibt, wie es ist.
    .done = Das überzählige Abo verlängert sich nicht mehr und wird nicht mehr abgebucht; das Abo, das Sie seit dem { $keep_since } haben, bleibt, wie es ist.
    .done-plain = Das überzählige Abo verlängert sich nicht mehr und wird nicht mehr abgebucht; das andere bleibt, wie es ist.
step-undo_cancel_at_period_end =
    .will = Wir werden die Kündigung zurücknehmen, damit das Abo weiterläuft.
    .done = Wir haben die Kündigung zurückgenommen; das Abo läuft weiter.
step-stop_invoice_collection =
    .will = Wir werden den Einzug der offenen Rechnung stoppen.
    .done = Wir haben den Einzug der offenen Rechnung gestoppt.
step-void_invoice =
    .will = Wir werden die offene Rechnung stornieren; Sie müssen sie nicht zahlen.
    .done = Die offene Rechnung ist storniert; Sie müssen sie nicht zahlen.
step-retry_invoice =
    .will = Wir werden die Zahlung noch einmal versuchen.
    .done = Wir haben die Zahlung noch einmal versucht.
step-change_quantity_at_renewal =
    .will = Wir werden die Zahl der Plätze zur nächsten Verlängerung ändern.
    .done = Die Zahl der Plätze ändert sich zur nächsten Verlängerung.
step-change_quantity_now =
    .will = Wir werden die Zahl der Plätze ändern.
    .done = Wir haben die Zahl der Plätze geändert.
step-resume_subscription =
    .will = Wir werden das Abo wieder aufnehmen.
    .done = Das Abo läuft wieder.
step-verify_contract =
    .will = Wir prüfen zuerst Ihre Vertragsbedingungen und melden uns dann bei Ihnen.
    .done = Wir haben Ihre Vertragsbedingungen geprüft.
step-wait_and_recheck =
    .will = Wir sehen noch einmal nach und sagen Ihnen, wie es ausging.
    .done = Wir haben noch einmal nachgesehen.
step-escalate_human = Eine Fachkraft sieht sich das an und antwortet Ihnen.
step-escalate_engineering = Unsere Technik sucht nach der Ursache.
step-ask_customer = Könnten Sie uns etwas mehr sagen, etwa Datum und Betrag, um die es geht?
step-ask_customer-multi_seat_intent = Werden sie von verschiedenen Personen genutzt? Dann können wir sie auf einer Rechnung zusammenfassen; vor Ihrer Antwort ändert sich nichts.
step-ask_customer-checkout_abandoned = Sollen wir Ihnen einen neuen Link zum Abschließen senden?
step-ask_customer-invoice_to_wrong_email = An welche Adresse sollen künftige Rechnungen gehen? Zu Ihrer Sicherheit bestätigen wir sie mit Ihnen, bevor wir sie ändern.
step-ask_customer-not_our_charge = Bitte nennen Sie uns Datum, Betrag und den Namen auf Ihrem Kontoauszug; ein Bildschirmfoto hilft, mit verdeckter Kartennummer.
step-ask_customer-wants_to_cancel = Welches Ihrer Abos soll enden?
step-ask_customer-wants_to_cancel_cannot = Welches Ihrer Abos soll enden?

## Links
link-send_portal_link = Rechnungen, Zahlungsmethode und Abo finden Sie hier; melden Sie sich mit der E-Mail-Adresse Ihrer Rechnungen an: { $url }
    .promised = Wir senden Ihnen einen Link zu Ihrer Abrechnungsseite.
link-send_portal_payment_update = Die Zahlungsmethode können Sie hier ändern; melden Sie sich mit der E-Mail-Adresse Ihrer Rechnungen an: { $url }
    .promised = Wir senden Ihnen einen Link, um die Zahlungsmethode zu ändern.
link-send_portal_cancel_flow = Hier können Sie selbst kündigen; melden Sie sich mit der E-Mail-Adresse Ihrer Rechnungen an: { $url }
    .promised = Wir senden Ihnen einen Link zum Kündigen.
link-send_hosted_invoice_link = Die Rechnung können Sie hier ansehen: { $url }
    .pay = Die Rechnung können Sie hier ansehen und bezahlen: { $url }
    .promised = Wir senden Ihnen einen Link zur Rechnung.
link-send_invoice_pdf = Die Rechnung können Sie hier herunterladen: { $url }
    .promised = Wir senden Ihnen die Rechnung.
link-send_checkout_link = Hier können Sie die Bestellung abschließen: { $url }
    .promised = Wir senden Ihnen einen neuen Link, um die Bestellung abzuschließen.

next-checking = Wir prüfen noch, was wir tun können, und melden uns bei Ihnen.
next-failed = Ein Schritt hat nicht wie geplant geklappt. Wir kümmern uns darum und melden uns bei Ihnen.
