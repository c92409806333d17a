"""Italian."""

from plugin.read.lexicon import Examples, Phrases, Words

WHOLE_WORDS = True

_TWICE = r"(?:due volte|2 volte|2 ?x\b|doppi\w*|duplicat\w*|tre volte|3 volte|più volte|una seconda volta)"

# fmt: off
WORDS: Words = {
    "charge": (r"addebit\w*", r"prelev\w*", r"preliev\w*", r"scalat[oi]\b", r"fatturat[oi]\b", r"tolto\b", r"preso\b(?= .{0,30}(?:euro|soldi|\d))", r"(?:avete|hanno) (?:preso|tolto|scalato|sottratto)", r"pago\b", r"sto pagando", r"trattenut[oi]", r"transazione\b"),
    "twice": (_TWICE,),
    "refund": (r"rimbors\w*", r"indietro (?:\w+ ){0,3}(?:soldi|denaro|importo)", r"(?:soldi|denaro) (?:\w+ ){0,4}indietro", r"restitu\w*", r"ridatemi", r"ridare", r"storn\w*", r"riavere (?:\w+ ){0,2}(?:soldi|denaro)"),
    "awaited": (r"ancora (?:non|nulla|niente|aspett\w*)", r"non (?:ancora|è (?:ancora )?arrivat\w*|ho (?:ancora )?ricevuto|ho visto)", r"quando\b", r"dov'è|dove (?:è|sono)", r"aspett\w*", r"attes\w*", r"promess\w*", r"avevate detto", r"mi avevate", r"stato del", r"passat[eio]\b", r"settimane", r"non arriva", r"mai arrivat\w*", r"novità", r"confermat\w*", r"tempi\b"),
    "cancel": (r"disd(?:ire|ici|ite|etta|ico|etto)\b(?<!disdetto)", r"annull(?:are|ate|a|amento|atemi|arlo)\b", r"cancell(?:are|ate|azione|atemi|arlo)\b", r"(?:interromp|chiud|termin|disattiv|sospend|ferm|elimin|cess)\w*.{0,30}\b(?:abbonamento|account|contratto|piano|rinnovo|servizio|pagamenti)", r"recedere|recesso", r"non (?:rinnov\w*|voglio (?:più|rinnovare|continuare))", r"smett\w* di (?:\w+ )?(?:addebit\w*|prelev\w*)", r"disiscri\w*", r"rinnovo automatico\b.{0,20}disattiv\w*"),
    "ended": (r"ho disdetto|disdetto\b", r"ho (?:annullato|cancellato|chiuso|disattivato)", r"annullato\b|cancellato\b", r"(?:dopo|nonostante) (?:\w+ ){0,2}(?:disdetta|cancellazione|annullamento|recesso)", r"già disdetto"),
    "pay": (r"cart[ae]\b", r"pagament[oi]\b", r"pagare\b", r"transazion\w*", r"acquisto\b", r"bonifico", r"paypal", r"visa\b", r"mastercard", r"abbonarmi", r"addebito\b", r"3d ?secure"),
    "fail": (r"rifiutat\w*", r"respint\w*", r"fallit\w*", r"error[ei]\b", r"non (?:\w+ )?(?:passa|va a buon fine|andat\w* a buon fine|accettat\w*|accetta|funziona|riuscit\w*|autorizzat\w*|elaborat\w*)", r"negat[oa]", r"scadut\w*(?= .{0,20}pagamento)", r"insolut\w*", r"in ritardo", r"non riesco", r"si blocca"),
    "card": (r"cart[ae](?: di credito| di debito)?\b", r"(?:metodo|modalità|dati) di pagamento", r"conto (?:bancario|corrente)", r"iban\b", r"paypal", r"coordinate bancarie"),
    "change": (r"cambi\w+", r"modific\w+", r"aggiorn\w+", r"sostitu\w+", r"aggiung\w+", r"toglier\w*", r"rimuov\w+|rimozione", r"eliminare", r"inser\w+", r"nuov[oa]\b", r"invece", r"al posto", r"scadut\w*(?=.{0,50}(?:cambi|nuov|aggiorn|come))", r"pers[oa]\b", r"rubat\w*"),
    "document": (r"fattur[ae]\b", r"ricevut[ae]\b(?! (?:la|il|un|mail|alcun))", r"partita iva|p\.? ?iva\b", r"codice (?:fiscale|sdi|destinatario)", r"scontrin\w*", r"giustificativ\w*"),
    "want": (r"serv\w*", r"bisogno", r"invi\w*", r"mand\w*", r"scaric\w*", r"ottenere|avere\b", r"dove\b", r"richied\w*|richiesta", r"vorrei|voglio", r"copia", r"potete|potreste|può\b", r"manca\w*", r"corregg\w*", r"pdf\b", r"commercialista|contabilità", r"emett\w*", r"non (?:\w+ )?(?:ricevuto|arrivat\w*)", r"aggiung\w*|inserire", r"trov\w+"),
    "plan": (r"pian[oi]\b", r"licenz[ae]\b", r"utent[ei]\b", r"postazion[ei]\b", r"pacchett[oi]\b", r"team\b", r"persone\b", r"colleghi", r"annuale\b", r"mensile\b", r"premium\b", r"pro\b", r"membri", r"dispositiv[oi]"),
    "move": (r"cambiare\b", r"passare\b", r"aggiung\w+", r"aument(?:are|o)\b", r"ridurre|riduzione", r"differenz\w*", r"quanto", r"costa\w*|costo|costi", r"prezz[oi]\b", r"upgrade|downgrade", r"proporzional\w*|pro ?rata", r"sconto", r"inclu\w*", r"in più\b", r"togliere", r"quale\b"),
    "why": (r"perch[eé]\b", r"come mai", r"che cos'è|cos'è|cosa è|che cosa è", r"di cosa si tratta", r"a cosa (?:si riferisce|corrisponde)", r"non (?:\w+ )?(?:riconosco|capisco|conosco|ho autorizzato|ricordo|ho richiesto|ho sottoscritto|ho mai)", r"mai (?:autorizzat\w*|richiest\w*|sottoscritt\w*|ordinat\w*|acquistat\w*)", r"sconosciut\w*", r"non autorizzat\w*", r"indebit\w*", r"inaspettat\w*", r"frod\w*", r"truff\w*", r"ladri", r"furto", r"vergogn\w*", r"spieg\w*", r"stran[oa]"),
    "price": (r"prezz[oi]\b", r"fattura\b", r"importo\b", r"tariff\w*", r"costo\b", r"canone"),
    "rose": (r"aument(?:ato|ati|ata)\b", r"salit[oa]\b", r"più (?:alt[oa]|car[oa])", r"così alt[oa]", r"tropp[oa] (?:alt[oa]|car[oa])?", r"sbagliat\w*", r"errat\w*", r"invece di \d", r"raddoppiat\w*", r"non corrisponde"),
    "trial": (r"prova\b", r"provarlo|provare", r"periodo gratuito"),
    "renewed": (r"rinnov\w*",),
    "unasked": (r"senza (?:\w+ ){0,3}(?:permesso|autorizzazione|consenso|avviso|preavviso|avvisar\w*|dire|chiedere|saperlo|comunicazione)", r"nessuno (?:mi|ci)", r"mai (?:autorizzato|richiesto|chiesto)", r"automaticamente", r"all'improvviso", r"volevo solo provar\w*"),
    "paid": (r"pagat[oi]\b", r"pago\b", r"addebitat\w*", r"acquistat\w*|comprat\w*", r"abbonat\w*", r"abbonamento\b", r"premium\b", r"pro\b", r"pagamento\b", r"soldi\b", r"licenza\b", r"sottoscritto"),
    "locked": (r"non (?:ho|abbiamo) (?:\w+ )?accesso", r"senza accesso", r"nessun accesso", r"non (?:posso|riesco a) (?:accedere|entrare|usar\w*)", r"(?:ancora|sempre|continua) (?:\w+ ){0,4}(?:gratuit[oa]|gratis|bloccat\w*|free|limitat\w*|base)", r"non (?:\w+ )?(?:attivat\w*|sbloccat\w*|aggiornat\w*|accreditat\w*)", r"versione gratuita", r"bloccat[oia]\b", r"mi chiede (?:di )?(?:pagare|abbonarmi)", r"non valid\w*", r"perso l'accesso"),
    "broken": (r"non (?:funziona\w*|va\b|si apre|carica)", r"si blocca", r"crash\w*", r"guast\w*", r"fuori servizio", r"inutilizzabile", r"pessim\w*", r"bug\w*", r"rott[oa]\b", r"niente funziona"),
    "usage": (r"limit[ei]\b", r"quot[ae]\b", r"consum[oi]\b", r"crediti\b", r"token\b", r"richieste\b", r"utilizzo\b", r"chiamate (?:api|alle api)", r"soglia"),
    "left": (r"raggiunt\w*", r"superat\w*", r"finit[oi]\b|esaurit\w*", r"vedere\b|vedo\b", r"controllare|verificare", r"quant[oiae]\b", r"riman\w+|rest\w+", r"(?:al|per) (?:ora|minuto|giorno|mese)|all'ora", r"cont(?:ate|ato|eggi)\w*", r"qual è|quale è", r"aument\w*", r"azzer\w*", r"dove", r"perché", r"calcol\w*"),
    "product": (r"password", r"accedere\b", r"login\b", r"l'app\b|app\b|applicazione", r"modalità scura|tema scuro", r"funzionalità|funzione\b", r"esport\w*", r"import(?:o|are)\b", r"sincronizz\w*", r"calendario", r"foto\b", r"immagin\w*", r"versione per", r"codice per", r"install\w*", r"configur\w*", r"collaborazione|partnership", r"posizioni aperte|assum\w*"),
    "money": (r"soldi|denaro", r"fattur\w*", r"pag(?:are|ato|ati|amento|amenti|o)\b", r"abbonament\w*", r"addebit\w*", r"prezz\w*", r"cost[aio]\w*", r"euro\b|[€$]", r"cart[ae]\b", r"disdi\w*|disdett\w*", r"licenz\w*", r"rimbors\w*", r"pian[oi]\b", r"scont\w*", r"acquist\w*|comprat\w*", r"ricevut\w*|iva\b", r"crediti|limit[ei]\b|consumo", r"premium", r"rinnov\w*", r"contratto"),
    "smalltalk": (r"ciao|salve", r"buon(?:giorno|asera| giorno)", r"grazie(?: mille)?", r"per favore|cortesemente", r"(?:cordiali |distinti )?saluti", r"buona (?:giornata|serata)", r"gentil[ei]", r"ok\b", r"tutto (?:bene|ok)", r"risolto", r"domanda\b", r"qualcuno", r"aiuto\b"),
}

ASKS: Phrases = {
    "duplicate_charge": (
        (4, r"(?:due|2|tre|più|doppio|doppia) (?:\w+ )?(?:addebiti|pagamenti|abbonamenti|fatture|prelievi|addebito|pagamento|abbonamento|fatturazione)"),
        (4, rf"(?:pagato|acquistato|comprato|addebitato|addebitata) (?:\w+ ){{0,3}}{_TWICE}"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:dov'è|quando|ancora|aspett\w*|non ho ricevuto)\b.{0,40}\b(?:rimborso|miei soldi|i soldi)"),
        (4, r"rimborso\b.{0,40}\b(?:non (?:è )?(?:ancora )?(?:arrivat\w*|arriva)|ancora|in attesa|promesso|stato)"),
    ),
    "refund_request": (
        (3, r"(?:voglio|vorrei|chiedo|esigo|pretendo|richiedo|potete) (?:\w+ ){0,5}(?:rimbors\w*|restitu\w*|miei soldi|i soldi indietro|indietro i)"),
        (3, r"rimborsatemi|ridatemi|restituitemi|rimborso immediato"),
    ),
    "cancel_request": (
        (3, r"(?:voglio|vorrei|come|posso|devo|desidero|dove) (?:\w+ ){0,4}(?:disdire|annullare|cancellare|recedere|disdico)"),
        (2, r"non (?:lo |la )?(?:uso|utilizzo|voglio|mi serve) più"),
    ),
    "payment_failed": (
        (4, r"non (?:riesco a|posso|mi fa|mi lascia) (?:pagare|acquistare|abbonarmi|completare)"),
        (3, r"carta (?:\w+ ){0,3}(?:rifiutata|respinta|non accettata|non passa)"),
        (3, r"non è andato a buon fine"),
    ),
    "invoice_or_receipt_request": ((3, r"fattura (?:\w+ ){0,4}(?:partita iva|pdf|elettronica)"), (2, r"partita iva")),
    "update_payment_method": ((3, r"carta nuova|nuova carta"),),
    "plan_or_seat_question": (
        (3, r"(?:dal|dall'|da) ?(?:piano )?(?:annuale|mensile) (?:al|a|all') ?(?:piano )?(?:annuale|mensile)"),
        (3, r"(?:\d+|due|tre|cinque|altre|aggiungere) (?:\w+ )?(?:licenz[ae]|utenti|postazioni)\b"),
    ),
    "unexpected_charge": (
        (4, r"(?:addebito|pagamento|prelievo|importo|fattura) (?:non autorizzat[oa]|sconosciut[oa]|indebit[oa]|inaspettat[oa]|errat[oa]|fraudolent[oa])"),
        (4, r"(?:continuate|continua|continuano) (?:\w+ )?(?:addebit\w*|prelev\w*|scalare)"),
        (4, r"(?:disdetto|annullato|cancellato).{0,60}\b(?:addebit\w+|prelev\w+|continuate|ancora|fatturato)"),
        (3, r"truff\w*|frode|ladri\b|furto"),
        (2, r"non (?:vi|la) conosco"),
    ),
    "product_failure_complaint": (
        (3, r"(?:pagato|acquistato|comprato|abbonato|addebitato).{0,60}\b(?:non ho accesso|senza accesso|non funziona|ancora (?:gratis|bloccato)|non (?:attivo|attivato)|niente)"),
        (2, r"(?:non ho accesso|senza accesso)\b"),
    ),
    "usage_or_rate_limit_question": ((3, r"limite (?:di (?:utilizzo|richieste|chiamate)|api|delle api)|limite raggiunto"),),
    "not_billing": ((2, r"(?:dimenticato|reimpostare|recuperare|cambiare) (?:la |mia |la mia )?password"),),
}

NEGATED_BEFORE = (
    r"non (?:voglio|desidero|chiedo|mi serve|ho bisogno di|serve|vorrei) (?:\w+ ){0,2}$",
    r"(?:senza|invece di|al posto di|nessun\w*|non) (?:un |una |il |la )?$",
)
NEGATED_AFTER = (r" non (?:è|sarebbe|serve) ?(?:necessari[oa])?",)
# fmt: on
BREAKS = (r"ma\b", r"solo\b", r"soltanto\b", r"basta\b", r"per favore\b", r"perché\b", r"e\b")

EXAMPLES: Examples = (
    ("Mi è stato addebitato due volte, chiedo il rimborso", ("duplicate_charge", "refund_request")),
    ("Vorrei disdire l'abbonamento", ("cancel_request",)),
    ("Non voglio un rimborso, solo disdire", ("cancel_request",)),
    ("Ridatemi i soldi", ("refund_request",)),
    ("Il rimborso non è ancora arrivato", ("refund_status",)),
    ("La mia carta è stata rifiutata", ("payment_failed",)),
    ("Mi serve la fattura di marzo", ("invoice_or_receipt_request",)),
    ("Dove cambio la carta di credito?", ("update_payment_method",)),
    ("Vogliamo aggiungere 5 utenti al piano", ("plan_or_seat_question",)),
    ("Non riconosco questo addebito", ("unexpected_charge",)),
    ("Ho disdetto ad aprile e continuate ad addebitare", ("unexpected_charge",)),
    ("Ho pagato ma non ho accesso", ("product_failure_complaint",)),
    ("Dove vedo il consumo? Ho raggiunto il limite delle API", ("usage_or_rate_limit_question",)),
    ("Ho dimenticato la password", ("not_billing",)),
    ("Grazie, buona giornata", ()),
)
