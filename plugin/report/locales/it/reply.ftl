# Risposte ai clienti, italiano (Lei). Struttura: vedi en/reply.ftl.
# $subscription è solo il nome del piano: articolo e sostantivo stanno nella frase. Date sempre con "in data":
# "il 12" ma "l'8" e "l'11" non si lasciano scrivere in un modello.

greeting = Gentile { $name },
greeting-plain = Buongiorno,
closing = Se qualcosa non fosse chiaro, risponda semplicemente a questo messaggio.

charge-full = { $amount } in data { $date } (ultime cifre { $last4 })
charge-dated = { $amount } in data { $date }
charge-amount = { $amount }
subscription-named = { $plan }
subscription-plain = { "" }

## Quando non è certo chi scrive: nulla su alcun conto
ask-intro = Grazie per il Suo messaggio. Vogliamo aiutarLa. Per proteggere i dati di tutti, possiamo parlare di addebiti solo quando sappiamo che riguardano Lei. Può aiutarci con quanto segue?
ask-write_from_billing_address = Ci scriva dall'indirizzo e-mail che usa per la fatturazione.
ask-confirm_address = Confermi il Suo indirizzo e-mail nel nostro centro assistenza (oppure acceda da lì).
ask-invoice_number = Ci indichi il numero di una fattura o di una ricevuta (in alto a destra nel documento).
ask-charge_details = Ci indichi la data, l'importo e solo le ultime quattro cifre della carta di un addebito. Non invii mai il numero completo.
ask-which_account = Ci indichi di quale account o spazio di lavoro si tratta.
ask-self_serve = Può consultare la fatturazione anche qui, con l'indirizzo e-mail che usa per essa: { $url }

## Situazioni
duplicate_same_customer = Ha ragione: oltre all'abbonamento che usa ne era attivo un secondo per { $plan }, e abbiamo addebitato { $charge }.
    .less = Ha ragione: oltre all'abbonamento che usa ne era attivo un secondo identico, e abbiamo addebitato { $charge }.
    .plain = Ha ragione: oltre all'abbonamento che usa ne era attivo un secondo identico.
duplicate_across_customers = Ha ragione: { $plan } è stato sottoscritto due volte, in due schede con i Suoi dati, e per il secondo abbonamento abbiamo addebitato { $charge }.
    .less = Ha ragione: lo stesso piano è stato sottoscritto due volte, in due schede con i Suoi dati, e per il secondo abbonamento abbiamo addebitato { $charge }.
    .plain = Ha ragione: lo stesso piano è stato sottoscritto due volte, in due schede con i Suoi dati.
charged_twice_minutes_apart = Ha ragione: lo stesso pagamento è stato eseguito due volte nel giro di pochi minuti. Il secondo è di { $charge }.
    .plain = Ha ragione: lo stesso pagamento è stato eseguito due volte nel giro di pochi minuti.
failed_attempt_taken_for_charge = Lei ha pagato una sola volta: { $charge }. L'altra voce è un tentativo non riuscito. La Sua banca può mostrarlo come in sospeso, ma non viene incassato e scompare da solo, di solito entro pochi giorni.
    .plain = Lei ha pagato una sola volta. L'altra voce è un tentativo non riuscito. La Sua banca può mostrarlo come in sospeso, ma non viene incassato e scompare da solo, di solito entro pochi giorni.
proration_taken_for_double_charge = Il secondo importo non è un doppio addebito. Al cambio di piano abbiamo addebitato { $charge } per il resto del periodo, detraendo quanto aveva già pagato.
    .plain = Il secondo importo non è un doppio addebito: al cambio di piano è stato fatturato il resto del periodo, detraendo quanto aveva già pagato.
    .credit = La detrazione è di { $credit }.
many_subscriptions_really_seats = Lei ha { $count } abbonamenti separati a { $plan }, in totale { $total } { $interval ->
        [year] all'anno
        [week] alla settimana
        [day] al giorno
       *[month] al mese
    }. Sembra un abbonamento per persona, più che un errore.
    .less = Lei ha { $count } abbonamenti separati allo stesso piano. Sembra uno per persona, più che un errore.
    .plain = Lei ha più abbonamenti separati allo stesso piano. Sembra uno per persona, più che un errore.
quantity_changed = L'addebito di { $charge } dipende da una modifica del numero di postazioni.
    .plain = L'addebito dipende da una modifica del numero di postazioni del Suo abbonamento.
    .seats = { $quantity ->
        [one] Ora ha { $quantity } postazione.
       *[other] Ora ha { $quantity } postazioni.
    }
annual_renewal_surprise = L'addebito di { $charge } è il rinnovo annuale dell'abbonamento { $subscription }.
    .plain = L'addebito è il rinnovo annuale dell'abbonamento { $subscription }.
    .until = Il periodo pagato termina in data { $end_date }.
trial_converted = Il Suo periodo di prova è terminato in data { $trial_end } e l'abbonamento { $subscription } è iniziato con l'addebito di { $charge }.
    .less = Il Suo periodo di prova è terminato e l'abbonamento { $subscription } è iniziato con l'addebito di { $charge }.
    .plain = Il Suo periodo di prova è terminato e l'abbonamento { $subscription } è iniziato.
    .until = Il periodo pagato termina in data { $end_date }.
charged_after_cancel = Ha ragione, e ci scusiamo: l'abbonamento { $subscription } è stato disdetto in data { $canceled_date } e abbiamo comunque addebitato { $charge }.
    .less = Ha ragione, e ci scusiamo: l'abbonamento { $subscription } era disdetto e abbiamo comunque addebitato { $charge }.
    .plain = Ha ragione, e ci scusiamo: dopo la Sua disdetta c'è stato un addebito.
cancellation_pending = La disdetta dell'abbonamento { $subscription } è registrata. Termina in data { $end_date } e non ci saranno altri addebiti.
    .plain = La disdetta dell'abbonamento { $subscription } è registrata e non ci sarà alcun rinnovo.
    .since = La disdetta è stata fatta in data { $canceled_date }.
wants_to_cancel_cannot = Abbiamo capito che desidera disdire l'abbonamento { $subscription }. Il periodo pagato termina in data { $end_date }.
    .plain = Abbiamo capito che desidera disdire l'abbonamento { $subscription }.
pending_update_or_schedule = Una modifica dell'abbonamento { $subscription } è in attesa di un pagamento ancora aperto; resta valida fino a questa data: { $expires_date }.
    .plain = Una modifica dell'abbonamento { $subscription } è già programmata ma non è ancora attiva.
paused = Al momento l'abbonamento { $subscription } è in pausa; riprende in data { $resumes_date }.
    .plain = Al momento l'abbonamento { $subscription } è in pausa e per questo non funziona come al solito.
coupon_ended = Il Suo sconto è terminato in data { $coupon_end }; l'addebito di { $charge } è il prezzo normale.
    .less = Il Suo sconto è terminato; l'addebito di { $charge } è il prezzo normale.
    .plain = Il Suo sconto è terminato; l'ultimo addebito è il prezzo normale.
    .before = Prima pagava { $before }.
payment_past_due = Un pagamento per l'abbonamento { $subscription } non è andato a buon fine e restano da pagare { $amount }.
    .plain = Un pagamento per l'abbonamento { $subscription } non è andato a buon fine.
    .card = Il tentativo è stato fatto con il metodo di pagamento che termina con { $last4 }.
    .next = Il prossimo tentativo è previsto in data { $next_attempt }.
authentication_required = La Sua banca chiede che Lei confermi il pagamento di { $amount } per l'abbonamento { $subscription }.
    .plain = La Sua banca chiede che Lei confermi il pagamento per l'abbonamento { $subscription }.
card_expired = La carta che termina con { $last4 } è scaduta ({ $expired }), quindi l'abbonamento { $subscription } non può più esservi addebitato.
    .less = La carta che termina con { $last4 } è scaduta, quindi l'abbonamento { $subscription } non può più esservi addebitato.
    .plain = La carta registrata è scaduta.
    .open = Al momento restano da pagare { $amount }.
    .next = Il prossimo tentativo è previsto in data { $next_attempt }.
checkout_incomplete = Il primo pagamento di { $amount } non è stato completato, quindi l'abbonamento { $subscription } non è iniziato. Può essere completato fino a questa data: { $expires_date }.
    .less = Il primo pagamento di { $amount } non è stato completato in tempo, quindi l'abbonamento { $subscription } non è iniziato. Non è stato addebitato nulla.
    .plain = Il primo pagamento non è stato completato in tempo, quindi l'abbonamento { $subscription } non è iniziato. Non è stato addebitato nulla.
checkout_abandoned = Il Suo acquisto di { $amount } in data { $created_date } non è stato concluso. Non è stato addebitato nulla.
    .less = Il Suo acquisto in data { $created_date } non è stato concluso. Non è stato addebitato nulla.
    .plain = Il Suo acquisto non è stato concluso. Non è stato addebitato nulla.
payment_blocked = Il pagamento di { $charge } è stato fermato da un controllo di sicurezza. Non è stato addebitato.
    .plain = Il pagamento è stato fermato da un controllo di sicurezza. Non è stato addebitato.
bank_debit_pending = Il Suo pagamento di { $charge } è in corso. Gli addebiti bancari richiedono alcuni giorni lavorativi; non occorre pagare di nuovo.
    .plain = Il Suo pagamento è in corso. Gli addebiti bancari richiedono alcuni giorni lavorativi; non occorre pagare di nuovo.
invoice_overdue = La fattura { $invoice_number } di { $amount } è scaduta in data { $due_date } e non risulta ancora alcun pagamento.
    .plain = Una fattura è scaduta e non risulta ancora alcun pagamento.
subscription_unpaid = Al momento l'abbonamento { $subscription } è sospeso perché restano da pagare { $amount }.
    .plain = Al momento l'abbonamento { $subscription } è sospeso perché mancano dei pagamenti.
dispute_open = La Sua banca ha aperto una contestazione su { $charge }. Finché è aperta decide la banca e noi non possiamo restituire questo importo.
    .plain = La Sua banca ha aperto una contestazione su questo pagamento. Finché è aperta decide la banca e noi non possiamo restituire l'importo.
fraud_warning = Grazie per la segnalazione su { $charge }. Prima di ogni altra cosa verifichiamo con cura questo pagamento.
    .plain = Grazie per la segnalazione su questo pagamento. Prima di ogni altra cosa lo verifichiamo con cura.
already_refunded = { $status ->
        [succeeded] Abbiamo rimborsato { $amount } in data { $date }. Le banche lo mostrano di solito entro 5–10 giorni lavorativi.
        [failed] La Sua banca non ha accettato il rimborso di { $amount } in data { $date }. Stiamo cercando un altro modo per restituire il denaro.
       *[pending] Il rimborso di { $amount } è stato avviato in data { $date }. Le banche lo mostrano di solito entro 5–10 giorni lavorativi.
    }
    .plain = Un rimborso di questo pagamento è già stato avviato. Stiamo verificando a che punto è.
    .reference = La Sua banca può trovarlo con il riferimento { $reference }.
refund_too_old = Il pagamento di { $charge } risale a molto tempo fa. Un rimborso sullo stesso metodo di pagamento potrebbe non essere più possibile.
    .plain = Il pagamento risale a molto tempo fa. Un rimborso sullo stesso metodo di pagamento potrebbe non essere più possibile.
credited_not_refunded = In data { $date } abbiamo accreditato { $amount } sul Suo conto cliente. Il credito viene usato per le prossime fatture e non è stato versato.
    .plain = L'importo è stato accreditato sul Suo conto cliente. Il credito viene usato per le prossime fatture e non è stato versato.
metered_overage = L'addebito di { $charge } riguarda l'utilizzo oltre il Suo piano nel periodo { $period_start } – { $period_end }.
    .less = L'addebito di { $charge } riguarda l'utilizzo oltre il Suo piano.
    .plain = L'addebito riguarda l'utilizzo oltre il Suo piano nell'ultimo periodo.
tax_added = La fattura { $invoice_number } comprende { $amount } di imposte; il totale è { $total }.
    .less = La fattura comprende { $amount } di imposte.
    .plain = L'importo maggiore dipende dall'imposta ora compresa nella fattura.
currency_differs = Abbiamo addebitato { $charge }. Se la Sua banca mostra un'altra valuta, l'ha convertita la banca; il cambio e le commissioni spiegano la differenza.
    .plain = Abbiamo addebitato il prezzo concordato. Se la Sua banca mostra un'altra valuta, l'ha convertita la banca.
balance_changed_bill = La fattura era di { $total }; con il saldo del Suo conto cliente sono stati addebitati { $amount }.
    .plain = L'importo addebitato differisce dalla fattura per via del saldo del Suo conto cliente.
overpaid = Per la fattura { $invoice_number } sono stati pagati { $amount } in più rispetto al totale di { $total }.
    .plain = È stato pagato più di quanto la fattura chiedesse.
not_our_charge = Non troviamo questo addebito tra i Suoi pagamenti a noi. Sull'estratto conto i nostri compaiono come { $descriptor }.
    .plain = Non troviamo questo addebito tra i Suoi pagamenti a noi.
wallet_card_number = Il pagamento di { $charge } è stato fatto con { $wallet }. Il Suo dispositivo può mostrare altre cifre ({ $wallet_last4 }) per la stessa carta.
    .less = Il pagamento di { $charge } è stato fatto con { $wallet }. Il Suo dispositivo può mostrare altre ultime cifre per la stessa carta.
    .plain = Il pagamento è stato fatto con un portafoglio digitale del Suo dispositivo, che mostra altre ultime cifre per la stessa carta.
invoice_to_wrong_email = La fattura { $invoice_number } in data { $date } è stata inviata all'indirizzo registrato al momento dell'emissione.
    .plain = La fattura è stata inviata all'indirizzo registrato al momento dell'emissione.
written_off_but_dunned = La fattura { $invoice_number } di { $amount } è chiusa. Non deve pagare nulla; ignori i solleciti, per i quali ci scusiamo.
    .plain = La fattura è chiusa. Non deve pagare nulla; ignori i solleciti, per i quali ci scusiamo.
test_data = Era un pagamento di prova: non è stato prelevato denaro.
    .plain = Era un pagamento di prova: non è stato prelevato denaro.
paid_no_access = Il Suo pagamento di { $charge } è arrivato, ma l'abbonamento { $subscription } non è stato attivato. Ci scusiamo: l'errore è nostro, non Suo.
    .plain = Il Suo pagamento è arrivato, ma l'abbonamento { $subscription } non è stato attivato. Ci scusiamo: l'errore è nostro, non Suo.
customer_deleted = Il Suo conto di fatturazione presso di noi è stato chiuso. Possiamo comunque consultare per Lei i pagamenti passati.
    .plain = Il Suo conto di fatturazione presso di noi è stato chiuso. Possiamo comunque consultare per Lei i pagamenti passati.
invoice_requested = Ha chiesto la fattura { $invoice_number } relativa a { $charge }.
    .less = Ha chiesto la fattura relativa a { $charge }.
    .plain = Ha chiesto le Sue fatture.
card_update_requested = La carta registrata per l'abbonamento { $subscription } termina con { $last4 }.
    .plain = Grazie per averci comunicato il nuovo metodo di pagamento per l'abbonamento { $subscription }.
    .next = Il prossimo pagamento è previsto in data { $next_date }.
wants_to_cancel = Abbiamo capito che desidera disdire l'abbonamento { $subscription }. Il periodo pagato termina in data { $end_date }.
    .plain = Abbiamo capito che desidera disdire l'abbonamento { $subscription }.
billing_unreadable = Grazie per il Suo messaggio. Al momento non vediamo tutti i dati di fatturazione; Le risponderemo appena possibile.
    .plain = Grazie per il Suo messaggio. Al momento non vediamo tutti i dati di fatturazione; Le risponderemo appena possibile.
not_billing = Grazie per il Suo messaggio. Non riguarda la fatturazione, quindi lo passiamo ai colleghi competenti.
    .plain = Grazie per il Suo messaggio. Non riguarda la fatturazione, quindi lo passiamo ai colleghi competenti.
unclear = Grazie per il Suo messaggio. Stiamo esaminando il Suo account e Le risponderemo.
    .plain = Grazie per il Suo messaggio. Stiamo esaminando il Suo account e Le risponderemo.

## Situazioni ancora senza un testo proprio
bucket-duplicate_subscription = Sembra che la stessa cosa sia stata addebitata più di una volta.
bucket-multi_seat_intent = L'importo dipende dal numero di postazioni o di abbonamenti del Suo account.
bucket-payment_failed = Un pagamento non è andato a buon fine.
bucket-self_serve_missing = Grazie per il Suo messaggio sull'abbonamento.
bucket-product_failure = Ci scusiamo: qualcosa da parte nostra non ha funzionato come doveva.
bucket-not_billing = Grazie per il Suo messaggio. Non riguarda la fatturazione, quindi lo passiamo ai colleghi competenti.
bucket-needs_human = Grazie per il Suo messaggio. Stiamo esaminando il Suo account e Le risponderemo.

## Passi
step-refund_charge =
    .will = Rimborseremo { $amount } sul metodo di pagamento che termina con { $last4 }. Le banche lo mostrano di solito entro 5–10 giorni lavorativi.
    .will-plain = Rimborseremo { $amount } sul metodo di pagamento che ha usato. Le banche lo mostrano di solito entro 5–10 giorni lavorativi.
    .done = Abbiamo rimborsato { $amount } sul metodo di pagamento che termina con { $last4 }. Le banche lo mostrano di solito entro 5–10 giorni lavorativi.
    .done-plain = Abbiamo rimborsato { $amount } sul metodo di pagamento che ha usato. Le banche lo mostrano di solito entro 5–10 giorni lavorativi.
    .failed = Il rimborso di { $amount } non è andato a buon fine. Stiamo cercando un altro modo per restituire il denaro e La informeremo.
step-refund_charge-several =
    .will = Rimborseremo { $count } pagamenti, in totale { $amount }, sul metodo di pagamento che ha usato. Le banche li mostrano di solito entro 5–10 giorni lavorativi.
    .done = Abbiamo rimborsato { $count } pagamenti, in totale { $amount }, sul metodo di pagamento che ha usato. Le banche li mostrano di solito entro 5–10 giorni lavorativi.
step-apply_credit =
    .will = Accrediteremo { $amount } sul Suo conto cliente; riducono la prossima fattura.
    .done = Abbiamo accreditato { $amount } sul Suo conto cliente; riducono la prossima fattura.
step-cancel_subscription_now =
    .will = Chiuderemo ora l'abbonamento.
    .done = L'abbonamento è terminato.
step-cancel_subscription_now-duplicate_subscription =
    .will = Chiuderemo l'abbonamento in più, così non verrà addebitato di nuovo; quello che ha dalla data { $keep_since } resta com'è.
    .will-plain = Chiuderemo l'abbonamento in più, così non verrà addebitato di nuovo; l'altro resta com'è.
    .done = L'abbonamento in più è terminato e non verrà addebitato di nuovo; quello che ha dalla data { $keep_since } resta com'è.
    .done-plain = L'abbonamento in più è terminato e non verrà addebitato di nuovo; l'altro resta com'è.
step-set_cancel_at_period_end =
    .will = Faremo terminare l'abbonamento con il periodo già pagato; non ci saranno altri addebiti.
    .done = L'abbonamento termina con il periodo già pagato; non ci saranno altri addebiti.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = Fermeremo il rinnovo dell'abbonamento in più, così non verrà addebitato di nuovo; quello che ha dalla data { $keep_since } resta com'è.
    .will-plain = Fermeremo il rinnovo dell'abbonamento in più, così non verrà addebitato di nuovo; l'altro resta com'è.
    .done = L'abbonamento in più non si rinnova più e non verrà addebitato di nuovo; quello che ha dalla data { $keep_since } resta com'è.
    .done-plain = L'abbonamento in più non si rinnova più e non verrà addebitato di nuovo; l'altro resta com'è.
step-undo_cancel_at_period_end =
    .will = Annulleremo la disdetta, così l'abbonamento continua.
    .done = Abbiamo annullato la disdetta; l'abbonamento continua.
step-stop_invoice_collection =
    .will = Fermeremo l'incasso della fattura aperta.
    .done = Abbiamo fermato l'incasso della fattura aperta.
step-void_invoice =
    .will = Annulleremo la fattura aperta; non deve pagarla.
    .done = La fattura aperta è annullata; non deve pagarla.
step-retry_invoice =
    .will = Tenteremo di nuovo il pagamento.
    .done = Abbiamo tentato di nuovo il pagamento.
step-change_quantity_at_renewal =
    .will = Modificheremo il numero di postazioni al prossimo rinnovo.
    .done = Il numero di postazioni cambia al prossimo rinnovo.
step-change_quantity_now =
    .will = Modificheremo il numero di postazioni.
    .done = Abbiamo modificato il numero di postazioni.
step-resume_subscription =
    .will = Riattiveremo l'abbonamento.
    .done = L'abbonamento è di nuovo attivo.
step-verify_contract =
    .will = Verifichiamo prima le condizioni del Suo contratto e poi Le rispondiamo.
    .done = Abbiamo verificato le condizioni del Suo contratto.
step-wait_and_recheck =
    .will = Controlleremo di nuovo e Le faremo sapere com'è andata.
    .done = Abbiamo controllato di nuovo.
step-escalate_human = Uno specialista sta esaminando il caso e Le risponderà.
step-escalate_engineering = I nostri tecnici stanno cercando la causa.
step-ask_customer = Può dirci qualcosa in più, ad esempio la data e l'importo in questione?
step-ask_customer-multi_seat_intent = Sono usati da persone diverse? In tal caso possiamo riunirli in un'unica fattura; nulla cambia prima della Sua risposta.
step-ask_customer-checkout_abandoned = Desidera che Le inviamo un nuovo link per concluderlo?
step-ask_customer-invoice_to_wrong_email = A quale indirizzo devono arrivare le prossime fatture? Per la Sua sicurezza lo confermiamo con Lei prima di cambiarlo.
step-ask_customer-not_our_charge = Ci invii la data, l'importo e il nome che appare sull'estratto conto; è utile una schermata, con il numero della carta coperto.
step-ask_customer-wants_to_cancel = Quale dei Suoi abbonamenti deve terminare?
step-ask_customer-wants_to_cancel_cannot = Quale dei Suoi abbonamenti deve terminare?

## Link
link-send_portal_link = Fatture, metodo di pagamento e abbonamento si trovano qui; acceda con l'indirizzo e-mail delle Sue fatture: { $url }
    .promised = Le invieremo un link alla Sua pagina di fatturazione.
link-send_portal_payment_update = Può cambiare il metodo di pagamento qui; acceda con l'indirizzo e-mail delle Sue fatture: { $url }
    .promised = Le invieremo un link per cambiare il metodo di pagamento.
link-send_portal_cancel_flow = Può disdire qui; acceda con l'indirizzo e-mail delle Sue fatture: { $url }
    .promised = Le invieremo un link per disdire.
link-send_hosted_invoice_link = Può vedere la fattura qui: { $url }
    .pay = Può vedere e pagare la fattura qui: { $url }
    .promised = Le invieremo un link alla fattura.
link-send_invoice_pdf = Può scaricare la fattura qui: { $url }
    .promised = Le invieremo la fattura.
link-send_checkout_link = Può concludere l'acquisto qui: { $url }
    .promised = Le invieremo un nuovo link per concludere l'acquisto.

next-checking = Stiamo ancora verificando che cosa possiamo fare e Le risponderemo.
next-failed = Un passaggio non è andato come previsto. Ce ne stiamo occupando e Le risponderemo.
