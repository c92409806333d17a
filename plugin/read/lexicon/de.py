"""German."""

from plugin.read.lexicon import Examples, Phrases, Words

WHOLE_WORDS = True

_TWICE = r"(?:doppelt\w*|zwei ?mal|2 ?x\b|2 ?mal|zweifach|mehrfach|mehrmals|drei ?mal|3 ?x\b|3 ?mal|gleich zwei|ein zweites mal)"
_MONEY_BACK = r"(?:rueckerstattung|rückerstattung|erstattung|rückzahlung|geld|betrag)"
_NOT_YET = r"(?:noch nicht|noch nichts|immer noch (?:nicht|kein\w*|nichts)|bisher (?:nicht|kein\w*|nichts)|noch kein\w*|nie\b)"

# fmt: off
WORDS: Words = {
    "charge": (
        r"(?:ab|ge)?gebucht", r"abgebucht", r"abbuch\w*", r"abbuchung\w*", r"belastet", r"belastung\w*", r"berechnet", r"(?:ein|ab)gezogen", r"in rechnung gestellt", r"lastschrift\w*", r"kassiert", r"verrechnet", r"abgeknöpft",
        r"(?:mir|uns) (?:\w+ ){0,4}genommen", r"euro (?:weg|abgezogen)", r"zahle ich", r"zahlen muss", r"kreditkartenabrechnung",
    ),
    "twice": (_TWICE,),
    "refund": (
        r"(?:rück)?erstatt\w*", r"rueckerstatt\w*", r"rückzahlung\w*", r"rückbuch\w*", r"zurück ?(?:zahl|erstatt|überweis|buch|geb|bekomm|hol|forder|erhalt)\w*", r"geld (?:\w+ ){0,2}(?:zurück|wieder)", r"(?:betrag|geld|zahlung) (?:\w+ ){0,3}zurück", r"refund\w*", r"wiederhaben",
    ),
    "awaited": (
        _NOT_YET, r"wann\b", r"wo (?:ist|bleibt|sind)\b", r"warte\w*", r"zugesagt", r"versprochen", r"status\b", r"(?:was )?neues", r"seit (?:\w+ )?(?:tagen|wochen|monaten)", r"angekündigt", r"nicht (?:angekommen|da|erhalten|eingegangen|bekommen)", r"dauert", r"bestätigt", r"sollte (?:\w+ ){0,4}(?:sein|kommen)", r"hieß es",
    ),
    "cancel": (
        r"(?:ge)?k(?:ü|ue)ndige?\b", r"k(?:ü|ue)ndig(?:en|t|ung|ungen|ungsbutton|ungslink)?\b(?<!gekündigt)", r"(?:abo|abonnement|vertrag|mitgliedschaft|account|konto|dienst|zugang)\b.{0,30}\b(?:beenden|stornieren|löschen|abmelden|abbestellen|auflösen|loswerden|kündigen)",
        r"abbestell\w*", r"abmelden", r"(?:zum|bis|ab) (?:\w+ ){0,3}beenden", r"beenden\b", r"(?:aus|raus aus) dem (?:vertrag|abo)", r"(?:automatische\w*|auto) ?(?:verlängerung|zahlung|abbuchung)\b.{0,25}(?:ab|aus|stopp|deaktiv)\w*", r"(?:stellt|stellen|schalte\w*|stoppt?|deaktivier\w*) .{0,30}(?:verlängerung|abbuchung\w*|zahlung\w*|abo)", r"nicht (?:mehr )?(?:verlänger\w*|weiterführen)", r"nicht mehr abbuchen", r"hört auf .{0,20}abzubuchen", r"will (?:hier |da )?raus\b", r"stornier\w* .{0,20}(?:abo|vertrag|bestellung)",
    ),
    "ended": (r"gek(?:ü|ue)ndigt", r"(?:nach|trotz|seit) (?:\w+ )?(?:kündigung|abmeldung)", r"storniert", r"abgemeldet", r"abbestellt", r"beendet", r"(?:konto|account) gelöscht"),
    "pay": (r"(?:kredit|bank|ec-?|giro)?karten?\b", r"(?:be)?zahlung\w*", r"(?:be)?zahlen\b", r"bezahlvorgang", r"zahlvorgang", r"transaktion\w*", r"lastschrift\w*", r"überweisung", r"paypal", r"visa\b", r"mastercard", r"checkout", r"kauf\b", r"sepa\b", r"klarna", r"3-?d ?secure"),
    "fail": (r"abgelehnt", r"fehlgeschlagen", r"gescheitert", r"fehlschlag", r"fehler\w*", r"geplatzt", r"zurückgewiesen", r"verweigert", r"nicht (?:\w+ )?(?:akzeptiert|möglich|durch\w*|angenommen|ausgeführt|erfolgreich|autorisiert|verarbeitet)", r"geht nicht", r"funktioniert nicht", r"klappt nicht", r"mahnung\w*", r"überfällig\w*", r"zahlungsverzug", r"hängt\b", r"bricht ab", r"schlägt fehl", r"nicht gedeckt"),
    "card": (r"(?:kredit|bank|ec-?|giro)?karten?(?:daten|nummer)?\b", r"zahlungs(?:methode|mittel|art|daten|weise|informationen)\w*", r"bankverbindung", r"kontodaten", r"iban\b", r"sepa\b", r"paypal", r"lastschrift"),
    "change": (r"änder\w*", r"aendern", r"aktualisier\w*", r"wechsel\w*", r"austausch\w*", r"hinterleg\w*", r"ersetz\w*", r"hinzufüg\w*", r"entfern\w*", r"lösch\w*", r"umstell\w*", r"trage? ich", r"eintragen", r"eingeben", r"neue[nrs]?\b", r"abgelaufen\b(?=.{0,60}(?:änder|neu|wechs|wie|wo))", r"gesperrt\b(?=.{0,60}(?:änder|neu|wechs))", r"verloren", r"statt\b", r"austragen"),
    "document": (r"rechnung(?:en|skopie|skopien|sadresse)?\b", r"belege?n?\b", r"quittung\w*", r"kaufbeleg\w*", r"zahlungsbeleg\w*", r"(?:ust|umsatzsteuer|mwst|steuer)[- ]?(?:id\w*|nummer|nr\w*)", r"ust\b"),
    "want": (r"brauch\w*", r"benötig\w*", r"bräucht\w*", r"schick\w*", r"(?:zu)?send\w*", r"zukommen", r"finde\b", r"finden\b", r"wo\b", r"herunterlad\w*", r"runterlad\w*", r"download\w*", r"bekomm\w*", r"hätte\w*", r"fehl(?:t|en)\b", r"anforder\w*", r"bitte um", r"kopie\w*", r"korrigier\w*", r"pdf\b", r"steuerberater\w*", r"buchhaltung\w*", r"finanzamt\w*", r"ausstell\w*", r"keine (?:rechnung|quittung) (?:bekommen|erhalten)", r"ändern", r"ergänz\w*", r"nochmals?\b"),
    "plan": (r"tarif\w*", r"pläne\w*", r"plan\b", r"pakete?\w*", r"lizenz\w*", r"nutzer\w*", r"benutzer\w*", r"plätze\w*", r"seats?\b", r"kollegen?\b", r"mitarbeiter\w*", r"personen\b", r"mitglieder\w*", r"team\b", r"(?:jahres|monats)abo\w*", r"monatlich\w*", r"jährlich\w*", r"abo\b", r"pro\b", r"premium\b", r"geräte\w*"),
    "move": (r"wechsel\w*", r"hinzufüg\w*", r"dazu\b", r"upgrade?n?\b", r"downgrade?n?\b", r"reduzier\w*", r"erweiter\w*", r"unterschied\w*", r"was kost\w*", r"wie ?viel kost\w*", r"kosten\b", r"kostet\b", r"welche\w*", r"weitere\b", r"zusätzliche\w*", r"mehr (?:lizenz|nutzer|plätze)\w*", r"weniger (?:lizenz|nutzer|plätze)\w*", r"anteilig\w*", r"rabatt\w*", r"umstell\w*", r"umsteigen", r"pro (?:nutzer|person|kopf|platz)", r"enthalten\b", r"entfern\w*"),
    "why": (r"warum\b", r"wieso\b", r"weshalb\b", r"wofür\b", r"was (?:ist|sind|soll) (?:das|die|diese\w*|der)\b", r"kenne (?:ich )?(?:\w+ ){0,2}nicht", r"nicht (?:zuordnen|autorisiert|nachvollzieh\w*|bestellt|beauftragt|genehmigt|erlaubt|zugestimmt|bekannt)", r"unberechtigt\w*", r"unautorisiert\w*", r"unbekannt\w*", r"unerwartet\w*", r"unerklärlich\w*", r"nie (?:bestellt|zugestimmt|abonniert|angemeldet|abgeschlossen)", r"betrug", r"betrüger\w*", r"abzocke\w*", r"frechheit", r"verstehe (?:ich )?nicht", r"erklär\w*", r"komisch\w*", r"keine ahnung"),
    "price": (r"preis\w*", r"rechnung\b", r"betrag\b", r"gebühr\w*", r"beitrag\b", r"kosten\b", r"abbuchung\b"),
    "rose": (r"(?:so|zu|viel|höher) hoch\b", r"höher\b", r"so viel\b", r"gestiegen", r"erhöh\w*", r"teurer", r"mehr als\b", r"falsch\w*", r"doppelt so", r"stimmt nicht", r"statt \d"),
    "trial": (r"probe(?:zeit|abo|monat|phase|version)?\b", r"test(?:phase|zeitraum|version|monat|abo|en)?\b", r"ausprobier\w*"),
    "renewed": (r"verlänger\w*", r"erneuer\w*"),
    "unasked": (r"ohne (?:\w+ ){0,2}(?:zustimmung|erlaubnis|einwilligung|vorwarnung|ankündigung|wissen|hinweis|erinnerung|zu fragen|mich|information)", r"einfach\b", r"ungefragt", r"plötzlich", r"ohne dass", r"niemand (?:\w+ )?(?:informiert|gesagt)", r"nie (?:zugestimmt|bestellt|abgeschlossen)", r"obwohl ich nur", r"stillschweigend", r"automatisch\b"),
    "paid": (r"(?:be|ge)zahlt", r"zahle\b", r"zahlung\b", r"abgebucht", r"gekauft", r"abonniert", r"upgrade\b", r"premium\b", r"pro\b", r"abo\b", r"geld\b", r"lizenz\w*", r"aboniert", r"freigeschaltet", r"euro im (?:monat|jahr)"),
    "locked": (r"kein(?:en|e)? (?:\w+ )?(?:zugang|zugriff)\b", r"nicht (?:freigeschaltet|aktiv\w*|freigegeben|übernommen|gutgeschrieben)", r"(?:immer )?noch (?:\w+ ){0,4}(?:gesperrt|gratis\w*|kostenlos\w*|free|basic|testversion|basis\w*)", r"(?:weiterhin|nur) (?:\w+ ){0,3}(?:gratis\w*|kostenlos\w*|free|basis\w*|testversion)", r"free plan", r"gesperrt\b", r"nichts (?:passiert|freigeschaltet|bekommen)", r"zugang (?:verloren|weg)", r"ungültig", r"aufgefordert .{0,30}(?:kaufen|zahlen|abonnieren)"),
    "broken": (r"(?:funktioniert|geht|läuft|klappt|gehen|funktionieren) (?:\w+ ){0,3}nicht\b", r"nicht(?:s)? (?:mehr )?(?:funktioniert|geht|läuft)", r"nichts (?:geht|funktioniert)", r"kaputt", r"fehlerhaft", r"unbrauchbar", r"abstürz\w*", r"stürzt", r"störung\w*", r"ausfälle?\b", r"ausfall", r"(?:\w+ ){0,3}geht nicht", r"schrott", r"lahm\b"),
    "usage": (r"(?:api|nutzungs?|verbrauchs?|anfrage|monats|tages)-? ?(?:limit\w*|grenze\w*|kontingent\w*|aufrufe?\w*|anfragen)", r"limits?\b", r"kontingent\w*", r"verbrauch\w*", r"nutzung\b", r"guthaben\b", r"credits\b", r"tokens?\b", r"rate[- ]?limit\w*", r"anfragen\b", r"datenvolumen", r"freiminuten"),
    "left": (r"erreicht", r"überschritten", r"aufgebraucht", r"verbraucht", r"sehen\b", r"seh ich", r"einsehen", r"prüfen", r"nachvollzieh\w*", r"wie ?viele?\b", r"übrig", r"frei\b", r"zurückgesetzt", r"erhöhen", r"wo\b", r"leer\b", r"pro (?:stunde|minute|tag|monat)", r"warum", r"wieso", r"gezählt", r"was passiert", r"hoch\b", r"weg\b"),
    "product": (r"passwort\w*", r"einlogg\w*", r"anmelde\w*", r"login\w*", r"app\b", r"dunkelmodus", r"dark ?mode", r"funktion\b", r"export\w*", r"import\w*", r"synchron\w*", r"kalender", r"foto\w*", r"bild\w*", r"code\b", r"in mein (?:konto|account)", r"version\b", r"mac\b|windows\b|android\b|iphone", r"hochlad\w*", r"einricht\w*", r"installier\w*", r"partnerschaft", r"bewerb\w*", r"dsgvo", r"schnittstelle", r"gibt es (?:eine|einen|auch)"),
    "money": (r"geld", r"rechnung\w*", r"\w*zahl\w*", r"abo\w*", r"abgebucht", r"abbuch\w*", r"preis\w*", r"kost\w*", r"euro\b", r"\d+ ?[€$]|[€$]", r"karte\w*", r"kündig\w*", r"lizenz\w*", r"erstatt\w*", r"tarif\w*", r"vertrag\w*", r"rabatt\w*", r"gekauft|kauf\w*", r"beleg\w*", r"steuer\w*", r"limit\w*|kontingent\w*|guthaben", r"premium", r"upgrade"),
    "smalltalk": (r"hallo\b", r"hi\b", r"guten (?:tag|morgen|abend)", r"danke\w*( schön)?", r"vielen dank", r"bitte\b", r"mfg", r"(?:mit )?(?:freundlichen|besten|viele|liebe|beste) grüße?n?", r"lg\b", r"sehr geehrte\w*", r"damen und herren", r"alles (?:gut|klar)", r"liebes team", r"ok\b", r"frage\b", r"jemand da", r"schönen (?:tag|abend)"),
}

ASKS: Phrases = {
    "duplicate_charge": (
        (4, r"doppel(?:abbuchung|zahlung|buchung|belastung|abo|abrechnung|bestellung)\w*"),
        (4, r"(?:zwei|2|drei|3|mehrere) (?:\w+ ){0,2}(?:abos?\b|abonnements?|abbuchungen|rechnungen|zahlungen|mitgliedschaften|verträge|buchungen|lizenzen für)"),
        (3, rf"{_TWICE} (?:\w+ )?(?:bestellt|gezahlt|bezahlt|überwiesen|gekauft|abgeschlossen|rechnung)"),
        (2, r"(?:nochmals?|ein zweites mal|schon wieder) (?:\w+ ){0,2}(?:abgebucht|belastet|berechnet)\b(?=.{0,60}(?:monat|bezahlt))"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:wann|wo) (?:\w+ ){0,3}(?:mein|das|die) (?:\w+ )?(?:geld|rückerstattung|erstattung|rückzahlung|gutschrift)"),
        (3, rf"warte .{{0,25}}auf .{{0,25}}{_MONEY_BACK}"),
        (3, r"(?:geld|gutschrift|betrag) .{0,40}(?:noch nicht|immer noch nicht|nicht angekommen|nicht eingegangen)"),
    ),
    "refund_request": (
        (3, r"(?:will|möchte|verlange|fordere|bitte um|beantrage|hätte gern\w*|wünsche) (?:(?!kein|nicht)\w+ ){0,4}(?:geld (?:zurück|wieder)|(?:rück)?erstattung|rückzahlung|rückbuchung|mein geld)"),
        (3, r"(?:bitte|könnt ihr|können sie) (?:\w+ ){0,6}(?:erstatten|zurückzahlen|zurücküberweisen|zurückbuchen)"),
        (2, r"(?:stornier\w*|rückgängig) .{0,30}(?:abbuchung|zahlung|betrag)"),
        (2, r"(?:abbuchung|zahlung|betrag) .{0,30}(?:stornieren|rückgängig)"),
    ),
    "cancel_request": (
        (2, r"(?:nutze|brauche|benutze|verwende) (?:\w+ ){0,3}nicht mehr"),
        (3, r"aus dem (?:vertrag|abo) (?:\w+ )?(?:raus|heraus|aussteigen)"),
    ),
    "payment_failed": (
        (4, r"(?:kann|konnte|können|lässt mich) (?:\w+ ){0,4}nicht (?:be)?zahlen"),
        (4, r"(?:beim|im) (?:bezahlen|bezahlvorgang|checkout|kauf)\b.{0,50}(?:fehler|abbruch|geht nicht|hängt|bricht)"),
        (3, r"karte (?:\w+ ){0,3}(?:abgelehnt|geht nicht|funktioniert nicht)"),
    ),
    "invoice_or_receipt_request": (
        (3, r"rechnung(?:en)? (?:für|vom|von|zu) (?:\w+ ){0,3}(?:bitte|schicken|senden|zukommen|benötig|brauch)"),
        (2, r"rechnung (?:bitte|fehlt)|keine rechnung"),
    ),
    "update_payment_method": (
        (3, r"neue (?:kredit|bank|ec-?)?karte"),
        (2, r"karte (?:ist |wurde )?(?:abgelaufen|gesperrt|gestohlen)\b"),
    ),
    "plan_or_seat_question": (
        (3, r"(?:mehr|weniger|zusätzliche|weitere|wie viele|ungenutzte|\d+|zwei|drei|fünf) (?:\w+ )?(?:lizenz\w*|plätze|seats)"),
        (3, r"(?:vom|von) (?:jahres|monats)\w*(?: \w+){0,2} (?:auf|aufs|zum|ins) (?:jahres|monats)\w*"),
    ),
    "unexpected_charge": (
        (4, r"(?:unberechtigte?|unautorisierte?|unbekannte?|falsche?|unerwartete?|unerklärliche?) (?:abbuchung|zahlung|belastung|rechnung|betrag|buchung)\w*"),
        (4, r"(?:weiterhin|immer noch|trotzdem|schon wieder|dennoch) (?:\w+ ){0,3}(?:abgebucht|berechnet|belastet|eingezogen)"),
        (4, r"(?:er)?kenne (?:\w+ ){0,3}(?:abbuchung|zahlung|betrag|buchung|rechnung|belastung) (?:\w+ )?nicht"),
        (3, r"kenne (?:euch|sie|ihre firma) (?:\w+ )?nicht"),
        (3, r"(?:automatisch|ungefragt|einfach) (?:\w+ )?verlängert"),
        (3, r"(?:betrug|betrüger|abzocke|abzocker)\w*"),
        (2, r"frechheit\b"),
    ),
    "product_failure_complaint": (
        (3, r"(?:bezahlt|gezahlt|abgebucht|gekauft|abonniert)\b.{0,70}\b(?:kein(?:en)? zugang|keinen zugriff|nicht freigeschaltet|nicht aktiv\w*|nichts)"),
        (3, r"(?:kein(?:en)?|nicht mehr) (?:zugang|zugriff) (?:auf|zu)\b"),
        (2, r"(?:nicht|noch nicht) (?:freigeschaltet|aktiviert)"),
    ),
    "usage_or_rate_limit_question": (
        (3, r"(?:nutzungs?|verbrauchs?|api|anfrage)-? ?(?:limit\w*|grenze\w*|kontingent\w*)|rate[- ]?limit"),
    ),
    "not_billing": ((2, r"passwort (?:\w+ )?(?:vergessen|zurücksetzen|ändern)"),),
}

NEGATED_BEFORE = (
    r"(?:kein(?:e|en|er|es)?|ohne|statt|anstatt|nicht um (?:eine |die )?) ?(?:\w+ )?$",
    r"(?:will|möchte|wollte|brauche|benötige|wünsche|muss|müsst|sollt?) (?:\w+ ){0,3}(?:nicht|kein(?:e|en)?)\b(?! mehr)",
    r"nicht $",
)
NEGATED_AFTER = (
    r" (?:will|möchte|brauche|benötige|wollte|wünsche) ich (?:\w+ ){0,2}(?:nicht|keine)\b",
    r" (?:ist |wäre )?(?:nicht )?(?:nötig|notwendig|erforderlich|gewünscht)",
    r" (?:brauche|braucht|muss) (?:\w+ ){0,2}nicht",
)
# fmt: on
BREAKS = (r"aber\b", r"sondern\b", r"nur\b", r"bitte\b", r"lediglich\b", r"weil\b", r"und\b")

EXAMPLES: Examples = (
    (
        "Mir wurde der Betrag doppelt abgebucht. Bitte erstatten Sie eine Zahlung.",
        ("duplicate_charge", "refund_request"),
    ),
    ("Ihr habt zweimal abgebucht!!", ("duplicate_charge",)),
    ("Ich habe anscheinend zwei Abos, brauche aber nur eins", ("duplicate_charge",)),
    ("kündigung bitte", ("cancel_request",)),
    ("Hiermit kündige ich mein Abo zum nächstmöglichen Zeitpunkt.", ("cancel_request",)),
    ("Wo kann ich mein Abonnement beenden?", ("cancel_request",)),
    ("Ich will keine Rückerstattung, nur kündigen.", ("cancel_request",)),
    ("Kündigen möchte ich nicht, ich brauche nur die Rechnung vom Mai", ("invoice_or_receipt_request",)),
    ("Ich möchte mein Geld zurück", ("refund_request",)),
    ("Wann kommt meine Rückerstattung?", ("refund_status",)),
    ("Meine Kreditkarte wurde abgelehnt, was tun?", ("payment_failed",)),
    ("Die Zahlung ist fehlgeschlagen", ("payment_failed",)),
    ("Bitte senden Sie mir die Rechnung für März für unsere Buchhaltung.", ("invoice_or_receipt_request",)),
    ("Wie kann ich meine Zahlungsmethode ändern?", ("update_payment_method",)),
    ("Wir brauchen 3 zusätzliche Lizenzen", ("plan_or_seat_question",)),
    ("Diese Abbuchung kenne ich nicht!", ("unexpected_charge",)),
    ("Ich habe im April gekündigt und trotzdem wurde im Mai abgebucht", ("unexpected_charge",)),
    ("Warum wurden mir 49 Euro berechnet?", ("unexpected_charge",)),
    ("Ich habe bezahlt, aber habe keinen Zugriff auf Pro", ("product_failure_complaint",)),
    ("Wo sehe ich meinen Verbrauch? Ich habe das Limit erreicht", ("usage_or_rate_limit_question",)),
    ("Passwort vergessen", ("not_billing",)),
    ("Danke schön, alles gut", ()),
    (
        "Danke!\n\nAm Mo., 1. Juni 2026 um 10:02 Uhr schrieb Support <hilfe@shop.example>:\n> Möchten Sie kündigen oder eine Rückerstattung?",
        (),
    ),
)
