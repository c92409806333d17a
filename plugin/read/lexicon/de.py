"""German."""

from plugin.read.lexicon import Examples, Phrases

WHOLE_WORDS = True

_CHARGED = r"(?:abgebucht|belastet|berechnet|eingezogen|in rechnung gestellt|bezahlt|gezahlt|abgezogen|abbuchung\w*|zahlung\w*|abrechnung\w*|rechnung\w*|lastschrift\w*)"
_TWICE = r"(?:doppelt\w*|zweimal|zwei mal|2 ?x|2 ?mal|zweifach|mehrfach|dreimal)"

# fmt: off
ASKS: Phrases = {
    "duplicate_charge": (
        (4, rf"{_TWICE}\b.{{0,40}}{_CHARGED}"),
        (4, rf"{_CHARGED}.{{0,30}}\b{_TWICE}"),
        (4, r"doppel(?:abbuchung|zahlung|buchung|belastung|abo|abrechnung)\w*"),
        (4, r"(?:zwei|2|drei|3|mehrere) (?:\w+ )?(?:abos?\b|abonnements?|abbuchungen|rechnungen|zahlungen|mitgliedschaften|verträge)"),
        (2, r"(?:schon wieder|erneut|nochmals?) (?:\w+ ){0,2}(?:abgebucht|belastet|berechnet)"),
        (1, rf"{_TWICE}\b"),
    ),
    "refund_status": (
        (4, r"(?:wo|wann|was)\b.{0,30}\b(?:rückerstattung|erstattung|rückzahlung|gutschrift|mein geld)"),
        (4, r"(?:noch nicht|immer noch nicht|bisher nicht|noch keine?|immer noch keine?|nie) .{0,40}(?:erstattung|rückerstattung|erstattet|geld zurück|rückzahlung|erhalten)"),
        (4, r"(?:erstattung|rückerstattung|rückzahlung|geld) .{0,40}(?:noch nicht|immer noch|nicht angekommen|nicht da|nicht erhalten|status)"),
        (3, r"warte .{0,20}auf .{0,20}(?:erstattung|rückerstattung|rückzahlung|geld)"),
    ),
    "refund_request": (
        (3, r"geld (?:\w+ )?(?:zurück|wieder)"),
        (3, r"(?:rück)?erstattung|rückzahlung|zurück ?(?:zahl|erstatt|überweis|buch)\w*"),
        (3, r"erstatten|erstattet|zurückerhalten"),
        (2, r"(?:stornier\w*|rückgängig) .{0,30}(?:abbuchung|zahlung|betrag|rechnung)"),
        (2, r"(?:abbuchung|zahlung|betrag|rechnung) .{0,30}stornier\w*"),
    ),
    "cancel_request": (
        (3, r"(?:kündig(?:e|en|t|ung|ungen|ungsbestätigung)?)\b"),
        (3, r"(?:abo|abonnement|vertrag|mitgliedschaft|account|konto)\b.{0,30}\b(?:beenden|kündigen|stornieren|löschen|abmelden|abbestellen|auflösen)"),
        (3, r"(?:abbestellen|abmelden|auto(?:matische)? ?verlängerung (?:\w+ )?(?:aus|stopp|abstell)\w*)"),
        (3, r"(?:hört|hören sie|stoppt?|stoppen sie) .{0,20}\babzubuchen"),
    ),
    "payment_failed": (
        (4, r"(?:karte|kreditkarte|zahlung|bezahlung|abbuchung|lastschrift|transaktion)\b.{0,40}\b(?:abgelehnt|fehlgeschlagen|gescheitert|geht nicht|funktioniert nicht|klappt nicht|nicht durch\w*|nicht akzeptiert|nicht möglich|zurückgewiesen)"),
        (4, r"(?:fehlgeschlagene|abgelehnte) (?:zahlung|karte|abbuchung)"),
        (3, r"(?:kann|konnte|können) (?:\w+ ){0,3}nicht (?:be)?zahlen"),
        (3, r"zahlung(?:sfehler|sverzug| überfällig)|mahnung|überfällig"),
        (2, r"abgelehnt|karte (?:ist )?abgelaufen"),
    ),
    "invoice_or_receipt_request": (
        (3, r"(?:brauche|benötige|bräuchte|benötigen|brauchen|schick\w*|senden?|zusenden|finde|wo|herunterladen|download|bekomme|hätte|erhalte|fehlt|fehlen|anfordern|bitte um) .{0,40}\b(?:rechnung(?:en)?|beleg\w*|quittung\w*|rechnungskopie)\b"),
        (3, r"(?:rechnung(?:en)?|belege?|quittung)\b.{0,40}\b(?:zusenden|schicken|senden|herunterladen|finden|fehlt|benötige|brauche|als pdf|zukommen)"),
        (3, r"(?:ust|umsatzsteuer|mwst|steuer)[- ]?(?:id\w*|nummer)\b"),
        (2, r"(?:steuerberater|buchhaltung)\b"),
        (1, r"rechnung(?:en)?\b|beleg\b|quittung\b"),
    ),
    "update_payment_method": (
        (4, r"(?:zahlungs(?:methode|mittel|art|daten|weise)|kreditkarte|karte|kartendaten|bankverbindung|kontodaten|iban)\b.{0,40}\b(?:ändern|aktualisieren|wechseln|austauschen|hinterlegen|ersetzen|aktualisiere|ändere|hinzufügen)"),
        (4, r"(?:ändern|aktualisieren|wechseln|neue|andere) .{0,20}\b(?:zahlungs(?:methode|mittel|art|daten)|kreditkarte|karte|bankverbindung)\b"),
    ),
    "plan_or_seat_question": (
        (3, r"(?:tarif|plan|paket|lizenz\w*|nutzer\w*|plätze?|seats?|abo)\b.{0,30}\b(?:wechseln|ändern|hinzufügen|upgraden|downgraden|reduzieren|erweitern|unterschied)"),
        (3, r"(?:mehr|weniger|zusätzliche|weitere|wie viele|ungenutzte) (?:\w+ )?(?:lizenz\w*|nutzer\w*|plätze|seats|benutzer\w*)"),
        (3, r"(?:unterschied|was kostet|welche\w*) .{0,30}\b(?:tarif\w*|pläne?n?|pakete?n?|lizenz\w*)"),
        (3, r"anteilig\w*"),
        (2, r"(?:upgrade|downgrade)\b"),
    ),
    "unexpected_charge": (
        (4, r"(?:abbuchung|zahlung|belastung|betrag|rechnung|buchung)\b.{0,50}\b(?:kenne ich nicht|nicht zuordnen|nicht autorisiert|nicht nachvollziehen|verstehe ich nicht|nicht bestellt|falsch|zu hoch)"),
        (4, r"(?:unberechtigte?|unautorisierte?|unbekannte?|falsche?|unerwartete?|unerklärliche?) (?:abbuchung|zahlung|belastung|rechnung|betrag|buchung)\w*"),
        (4, r"(?:warum|wieso|weshalb|wofür)\b.{0,40}\b(?:abgebucht|belastet|berechnet|gezahlt|bezahlt|abbuchung|rechnung|zahlen|so viel)"),
        (4, r"(?:ohne (?:meine )?(?:zustimmung|erlaubnis|einwilligung|vorwarnung|ankündigung))"),
        (4, r"(?:trotz|nach) (?:meiner |der )?kündigung\b"),
        (4, r"(?:gekündigt|storniert)\b.{0,50}\b(?:trotzdem|dennoch|weiterhin|abgebucht|berechnet|belastet|noch immer|immer noch)"),
        (3, r"probe(?:zeit|abo|monat|phase)\b.{0,50}\b(?:abgebucht|berechnet|belastet|bezahlt|umgewandelt)"),
        (3, r"(?:automatisch|ungefragt) verlängert"),
        (3, r"(?:betrug|betrüger|abzocke|frechheit)\w*"),
        (2, r"(?:wurde\w*|habt ihr|haben sie) .{0,40}\babgebucht"),
    ),
    "product_failure_complaint": (
        (4, r"(?:bezahlt|gezahlt|abgebucht|gekauft|abonniert)\b.{0,60}\b(?:kein(?:en)? zugang|keinen zugriff|nicht freigeschaltet|nicht aktiv\w*|funktioniert nicht|geht nicht|immer noch (?:gratis|kostenlos|free)|nichts)"),
        (3, r"(?:kein(?:en)?|nicht mehr) (?:zugang|zugriff)\b"),
        (3, r"(?:funktioniert|geht|läuft|klappt) (?:\w+ ){0,2}nicht\b"),
        (3, r"(?:nicht|noch nicht) (?:freigeschaltet|aktiviert)"),
        (2, r"(?:kaputt|fehlerhaft|unbrauchbar|absturz|stürzt ab|störung|ausfall)"),
    ),
    "usage_or_rate_limit_question": (
        (3, r"(?:nutzungs?|verbrauchs?|api|anfrage)-? ?(?:limit\w*|grenze\w*|kontingent\w*)|rate[- ]?limit"),
        (3, r"(?:limit|kontingent|grenze)\b.{0,25}\b(?:erreicht|überschritten|aufgebraucht)"),
        (3, r"(?:verbrauch|nutzung)\b.{0,25}\b(?:sehen|einsehen|prüfen|angezeigt|nachvollziehen)"),
        (3, r"(?:wie viel|wo sehe ich|wo kann ich) .{0,30}\b(?:verbrauch\w*|nutzung|verbraucht)"),
    ),
    "not_billing": (
        (2, r"passwort (?:\w+ )?(?:vergessen|zurücksetzen|ändern)"),
        (2, r"wie (?:kann ich|benutze|installiere|richte) .{0,30}\b(?:einrichten|installieren|benutzen|exportieren|importieren|ein)\b"),
    ),
}
# fmt: on

NEGATED_BEFORE = (
    r"(?:kein(?:e|en|er|es)?|ohne|statt|anstatt|nicht um (?:eine |die )?) ?(?:\w+ )?$",
    r"(?:will|möchte|wollte|brauche|benötige|wünsche|muss|müsst|sollt?|bitte) (?:\w+ ){0,3}(?:nicht|kein(?:e|en)?)\b",
    r"nicht $",
)
NEGATED_AFTER = (
    r" (?:will|möchte|brauche|benötige|wollte|wünsche) ich (?:\w+ ){0,2}nicht\b",
    r" (?:ist|wäre) nicht (?:nötig|notwendig|erforderlich|gewünscht)",
    r" (?:möchte|will|wollte) ich (?:aber |eigentlich )?(?:nicht|keine)",
)
BREAKS = (r"aber\b", r"sondern\b", r"nur\b", r"bitte\b", r"lediglich\b", r"weil\b", r"und dann\b")

EXAMPLES: Examples = (
    (
        "Mir wurde der Betrag doppelt abgebucht. Bitte erstatten Sie eine Zahlung.",
        ("duplicate_charge", "refund_request", "unexpected_charge"),
    ),
    ("Ihr habt zweimal abgebucht!!", ("duplicate_charge",)),
    ("Ich habe anscheinend zwei Abos, brauche aber nur eins", ("duplicate_charge",)),
    ("kündigung bitte", ("cancel_request",)),
    ("Hiermit kündige ich mein Abo zum nächstmöglichen Zeitpunkt.", ("cancel_request",)),
    ("Wo kann ich mein Abonnement beenden?", ("cancel_request",)),
    ("Ich will keine Rückerstattung, nur kündigen.", ("cancel_request",)),
    ("Kündigen möchte ich nicht, ich brauche nur die Rechnung vom Mai", ("invoice_or_receipt_request",)),
    ("Ich möchte mein Geld zurück", ("refund_request",)),
    ("Wann kommt meine Rückerstattung?", ("refund_status", "refund_request")),
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
