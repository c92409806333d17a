"""Dutch."""

from plugin.read.lexicon import Examples, Phrases, Words

WHOLE_WORDS = True

_TWICE = (
    r"(?:twee ?keer|tweemaal|2 ?keer|2 ?x\b|dubbel\w*|drie ?keer|3 ?keer|meerdere keren|nogmaals|twee maal)"
)

# fmt: off
WORDS: Words = {
    "charge": (r"afgeschreven", r"afschrijv\w*", r"afschrijft", r"geïncasseerd", r"incasso\w*", r"in rekening gebracht", r"gefactureerd", r"afgeboekt", r"afboek\w*", r"berekend", r"gedebiteerd", r"(?:van mijn|mijn) rekening (?:gehaald|genomen)", r"(?:betaal ik|betalen wij|betaal nog)"),
    "twice": (_TWICE,),
    "refund": (r"terug ?betal\w*", r"terugbetaling\w*", r"geld (?:\w+ ){0,2}terug", r"terug ?(?:stort|krijg|gestort|gekregen|geven|geef|boek)\w*", r"restitutie", r"refund\w*", r"vergoed\w*", r"terugkrijgen", r"crediteren"),
    "awaited": (r"nog (?:steeds )?(?:niet|niks|geen|niets)", r"nog steeds", r"wanneer", r"waar (?:blijft|is)", r"wacht\w*", r"beloofd", r"toegezegd", r"status\b", r"al (?:\w+ )?(?:dagen|weken|maanden)", r"nooit (?:ontvangen|gekregen)", r"niet (?:ontvangen|binnen|gekregen|gezien)", r"zouden\b", r"duurt", r"bevestigd"),
    "cancel": (r"op ?zeg(?:gen|ging|ge|t)?\b", r"zeg (?:\w+ ){0,3}op\b", r"annul(?:eren|ering|eer)\b", r"stop ?zet\w*", r"(?:be[eë]indig\w*|stop\w*|verwijder\w*|afmeld\w*|uitzet\w*|uitschakel\w*|sluit\w*).{0,30}\b(?:abonnement|account|contract|verlenging|incasso|lidmaatschap|proefversie|betalingen)", r"(?:abonnement|account|contract|verlenging|incasso|lidmaatschap)\b.{0,30}(?:be[eë]indig\w*|stop\w*|afmeld\w*|uitzet\w*|uitschakel\w*|afsluit\w*|opheff\w*|verwijder\w*)", r"uitschrijv\w*", r"niet (?:meer )?(?:verleng\w*|afschrijven)", r"wil (?:er )?(?:van ?af|niet verder|stoppen)", r"af van (?:dit|het|mijn) abonnement"),
    "ended": (r"opgezegd", r"geannuleerd", r"stopgezet", r"beëindigd", r"afgemeld", r"uitgeschreven", r"(?:na|ondanks) (?:\w+ ){0,2}opzegging"),
    "pay": (r"(?:bank|krediet|credit)?(?:kaart|card|pas)\b", r"creditcard", r"betaling\w*", r"betalen\b", r"afrekenen", r"transactie", r"aankoop", r"ideal\b", r"incasso\b", r"paypal", r"visa\b", r"mastercard", r"bestelling"),
    "fail": (r"geweigerd", r"mislukt", r"afgewezen", r"gefaald", r"foutmelding\w*", r"fout\b", r"error", r"lukt niet", r"niet (?:\w+ )?(?:geaccepteerd|gelukt|verwerkt|doorgegaan|goedgekeurd|mogelijk)", r"werkt niet", r"gaat niet door", r"komt niet door", r"gestorneerd", r"achterstallig", r"openstaand\w*", r"aanmaning", r"herinnering"),
    "card": (r"(?:bank|krediet|credit)?(?:kaart|card|pas)\b", r"creditcard\w*", r"betaal(?:methode|wijze|gegevens|middel)", r"bankrekening", r"rekeningnummer", r"iban\b", r"incasso\b", r"paypal"),
    "change": (r"wijzig\w*", r"verander\w*", r"aanpass\w*", r"bijwerk\w*", r"updat\w*", r"vervang\w*", r"toevoeg\w*", r"verwijder\w*", r"invul\w*|vul (?:ik )?", r"nieuwe?\b", r"ipv\b|in plaats van", r"verlopen\b(?=.{0,50}(?:wijzig|nieuw|hoe|aanpas))", r"kwijt", r"gestolen", r"overstap\w*", r"koppel\w*"),
    "document": (r"factu(?:ur|ren)\b", r"bon(?:netje)?\b", r"betaalbewij\w*", r"kwitantie", r"btw[- ]?(?:nummer|factuur|nr)?", r"aankoopbewijs", r"rekeningoverzicht"),
    "want": (r"nodig", r"stur\w*|stuur", r"mail(?:en)?\b", r"download\w*", r"vind\b|vinden", r"waar\b", r"ontvang\w*", r"kopie", r"kunnen jullie|kunt u|kun je|kan iemand", r"ontbreekt|mist", r"corrigeer\w*|aanpassen|wijzigen", r"pdf\b", r"boekhoud\w*|administratie", r"graag", r"niet (?:gekregen|ontvangen)", r"zetten\b", r"opvragen", r"belasting\w*"),
    "plan": (r"pakket\w*|teampakket", r"abonnement\b", r"licenties?\b", r"gebruikers?\b", r"plekken|seats?\b", r"personen|mensen\b", r"collega'?s?", r"team\b", r"jaarlijks\w*|jaarabonnement", r"maandelijks\w*|maandabonnement", r"premium\b", r"pro\b", r"plan\b", r"apparaten"),
    "move": (r"overstap\w*", r"wijzig\w*", r"upgrad\w*", r"downgrad\w*", r"toevoeg\w*", r"uitbreid\w*", r"verminder\w*", r"verschil\w*", r"wat kost\w*", r"hoeveel (?:kost|is)", r"kosten\b|kost\b", r"prijs\b|prijzen", r"extra\b", r"naar (?:maandelijks|jaarlijks|maand|jaar|pro|premium|een)", r"korting", r"inbegrepen", r"naar rato|pro rata", r"erbij", r"minder (?:gebruikers|licenties)"),
    "why": (r"waarom", r"waarvoor", r"wat is (?:dit|deze|dat)", r"(?:her)?ken (?:\w+ ){0,3}niet", r"herken niet", r"begrijp (?:\w+ ){0,2}niet", r"snap (?:\w+ ){0,2}niet", r"geen toestemming", r"niet (?:besteld|geautoriseerd|aangevraagd|goedgekeurd|afgesloten|toegestaan)", r"nooit (?:besteld|toestemming|aangevraagd|afgesloten|akkoord)", r"onbekend\w*", r"onterecht\w*", r"onverwacht\w*", r"ongeautoriseerd\w*", r"fraude", r"oplicht\w*", r"diefstal|dieven", r"schandalig", r"leg .{0,10}uit|uitleg\w*", r"vreemd\w*"),
    "price": (r"prijs\b", r"factuur\b", r"bedrag\b", r"tarief", r"kosten\b", r"rekening\b"),
    "rose": (r"verhoogd", r"gestegen", r"hoger\b", r"zo (?:hoog|duur|veel)", r"te (?:hoog|veel|duur)", r"duurder", r"onjuist", r"klopt niet", r"verkeerd\w*(?= bedrag)", r"in plaats van \d", r"verdubbeld", r"omhoog"),
    "trial": (r"proef\w*", r"gratis (?:maand|periode)", r"alleen (?:wilde|wou) proberen", r"uitproberen|proberen"),
    "renewed": (r"verlengd", r"verleng\w*"),
    "unasked": (r"zonder (?:\w+ ){0,3}(?:toestemming|waarschuwing|bericht|melding|aankondiging|overleg|te vragen|iets|zei)", r"zonder dat", r"niemand", r"zomaar", r"ineens|opeens", r"automatisch\b", r"ongevraagd", r"nooit (?:toestemming|om gevraagd)", r"terwijl ik alleen"),
    "paid": (r"betaald", r"betaal\b", r"betaling\b", r"afgeschreven", r"gekocht", r"geabonneerd", r"abonnement\b", r"premium\b", r"pro\b", r"geld\b", r"licentie\b", r"aangeschaft"),
    "locked": (r"geen toegang", r"kan (?:\w+ ){0,3}niet (?:in|gebruiken|openen)", r"(?:nog (?:steeds|altijd)?|staat) (?:\w+ ){0,4}(?:gratis|op slot|vergrendeld|free|geblokkeerd|basis|beperkt)", r"niet (?:geactiveerd|actief|ontgrendeld|bijgewerkt|vrijgegeven|omgezet)", r"op slot\b", r"gratis versie", r"vergrendeld", r"vraagt (?:\w+ ){0,3}te (?:betalen|abonneren)", r"ongeldig\w*", r"toegang (?:kwijt|verloren)"),
    "broken": (r"werkt (?:\w+ ){0,2}niet", r"doet het niet", r"niets werkt|niks werkt", r"kapot", r"loopt vast", r"crasht\w*", r"storing\w*", r"onbruikbaar", r"ligt eruit|plat\b", r"bug\w*", r"waardeloos"),
    "usage": (r"limiet\w*", r"quota\b|quotum", r"verbruik\b", r"tegoed\b", r"credits\b", r"tokens?\b", r"verzoeken\b", r"gebruik\b", r"api[- ](?:verzoeken|calls|aanroepen)", r"datalimiet"),
    "left": (r"bereikt", r"overschreden", r"op\b(?=[ ,.?!]|$)", r"opgebruikt|verbruikt", r"zien\b|zie ik", r"bekijken|controleren", r"hoeveel", r"over\b", r"per (?:uur|minuut|dag|maand)", r"geteld|tellen|teller", r"wat is de|wat zijn de", r"verhogen", r"gereset|reset", r"waar\b", r"waarom", r"berekend"),
    "product": (r"wachtwoord\w*", r"inlog\w*", r"aanmelden", r"app\b", r"donkere modus", r"functie\b", r"export\w*", r"import\w*", r"synchron\w*", r"agenda|kalender", r"foto\w*", r"afbeelding\w*", r"versie voor", r"code\b", r"install\w*", r"instell\w*", r"samenwerking", r"vacature\w*", r"avg\b", r"komt er (?:nog )?een"),
    "money": (r"geld", r"factu\w*", r"betal\w*|betaal\w*", r"abonnement\w*", r"afgeschreven|afschrijv\w*|incasso", r"prijs|prijzen", r"kost\w*", r"euro\b|[€$]", r"kaart\b|creditcard|pas\b", r"opzeg\w*|opgezegd", r"licentie\w*", r"korting", r"gekocht|aankoop", r"btw|bon\b", r"limiet|tegoed|verbruik", r"premium", r"verleng\w*", r"pakket"),
    "smalltalk": (r"hallo|hoi\b|hey", r"goede(?:morgen|middag|navond| dag)", r"(?:hartelijk )?(?:dank|bedankt)(?: je| u)?(?: wel)?", r"alsjeblieft|alstublieft|aub\b", r"(?:met )?vriendelijke groet\w*|mvg|groet\w*", r"fijne dag", r"geachte|beste\b", r"ok[eé]?\b", r"opgelost", r"vraag\b", r"iemand", r"hulp\b"),
}

ASKS: Phrases = {
    "duplicate_charge": (
        (4, r"dubbel(?:e)? (?:\w+ )?(?:afschrijving|betaling|incasso|abonnement|factuur|betaald|afgeschreven)"),
        (4, r"(?:twee|2|drie|3|meerdere) (?:\w+ )?(?:abonnementen|afschrijvingen|betalingen|facturen|incasso's|licenties voor)"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:waar (?:blijft|is)|wanneer|nog steeds|wacht\w*)\b.{0,40}\b(?:terugbetaling|geld|restitutie|refund)"),
        (4, r"(?:terugbetaling|restitutie|refund)\b.{0,40}\b(?:nog niet|niet (?:ontvangen|binnen)|beloofd|status)"),
    ),
    "refund_request": (
        (3, r"(?:wil|wilde|graag|verzoek|eis|kan ik|kunnen jullie) (?:(?!geen|niet)\w+ ){0,5}(?:geld terug|terugbetal\w*|terugkrijg\w*|restitutie|terugstort\w*)"),
        (3, r"geld terug\b"),
    ),
    "cancel_request": (
        (3, r"(?:wil|hoe|waar|graag|kan|kunnen) (?:\w+ ){0,4}(?:opzeggen|annuleren|stopzetten|stoppen|beëindigen|op\b$)"),
        (2, r"gebruik (?:\w+ )?niet meer"),
    ),
    "payment_failed": (
        (4, r"(?:kan|lukt) (?:\w+ ){0,3}niet (?:\w+ )?(?:te )?(?:betalen|afrekenen)"),
        (4, r"(?:betalen|afrekenen|betaling) (?:\w+ ){0,3}(?:lukt niet|werkt niet|mislukt)"),
        (3, r"(?:kaart|pas|creditcard) (?:\w+ ){0,3}geweigerd"),
    ),
    "invoice_or_receipt_request": ((3, r"factuur (?:\w+ ){0,4}(?:nodig|pdf|sturen|ontvangen)"), (2, r"btw[- ]?nummer")),
    "update_payment_method": ((3, r"nieuwe (?:credit ?card|kaart|bankpas|pas|rekening)"),),
    "plan_or_seat_question": (
        (3, r"van (?:een )?(?:jaar|maand)\w* naar (?:een )?(?:jaar|maand)\w*"),
        (3, r"(?:\d+|twee|drie|vijf|extra|meer|minder) (?:\w+ )?(?:licenties?|gebruikers|plekken)"),
    ),
    "unexpected_charge": (
        (4, r"(?:onbekende|onterechte|onverwachte|ongeautoriseerde|verkeerde) (?:afschrijving|betaling|incasso|factuur|kosten)"),
        (4, r"(?:blijven|blijft|toch|nog steeds) (?:\w+ ){0,3}(?:afschrijven|afgeschreven|incasseren|in rekening)"),
        (4, r"(?:opgezegd|geannuleerd|stopgezet).{0,60}\b(?:afgeschreven|toch|nog steeds|in rekening|factuur)"),
        (4, r"(?:her)?ken (?:\w+ ){0,2}(?:afschrijving|betaling|bedrag|incasso|transactie|factuur) (?:\w+ )?niet"),
        (3, r"oplicht\w*|fraude|diefstal|dieven"),
        (2, r"ken jullie niet"),
    ),
    "product_failure_complaint": (
        (3, r"(?:betaald|afgeschreven|gekocht|geabonneerd).{0,60}\b(?:geen toegang|werkt niet|nog (?:steeds )?(?:gratis|op slot)|niet geactiveerd|niks|niets)"),
        (2, r"geen toegang\b"),
    ),
    "usage_or_rate_limit_question": ((3, r"(?:api|gebruiks|dag|maand)[- ]?limiet\w*|limiet (?:bereikt|overschreden|voor api)"),),
    "not_billing": ((2, r"wachtwoord (?:\w+ )?(?:vergeten|resetten|wijzigen)|(?:vergeten|resetten) wachtwoord"),),
}

NEGATED_BEFORE = (
    r"(?:geen|zonder|in plaats van|niet om) (?:een |de |het )?(?:\w+ )?$",
    r"(?:wil|hoef|wilde|vraag|zoek) (?:\w+ ){0,2}(?:geen|niet)\b",
)
NEGATED_AFTER = (r" (?:hoeft|is) (?:\w+ )?niet(?: nodig)?", r" niet nodig")
# fmt: on
BREAKS = (r"maar\b", r"alleen\b", r"gewoon\b", r"alstublieft\b", r"want\b", r"en\b")

EXAMPLES: Examples = (
    ("Er is twee keer afgeschreven, ik wil mijn geld terug", ("duplicate_charge", "refund_request")),
    ("Ik wil mijn abonnement opzeggen", ("cancel_request",)),
    ("Ik wil geen terugbetaling, alleen opzeggen", ("cancel_request",)),
    ("Geld terug graag", ("refund_request",)),
    ("Mijn terugbetaling is nog niet binnen", ("refund_status",)),
    ("Mijn creditcard werd geweigerd", ("payment_failed",)),
    ("Ik heb de factuur van maart nodig", ("invoice_or_receipt_request",)),
    ("Waar wijzig ik mijn creditcard?", ("update_payment_method",)),
    ("We willen 5 extra licenties toevoegen", ("plan_or_seat_question",)),
    ("Ik herken deze afschrijving niet", ("unexpected_charge",)),
    ("In april opgezegd en er wordt nog steeds afgeschreven", ("unexpected_charge",)),
    ("Betaald maar geen toegang", ("product_failure_complaint",)),
    ("Waar zie ik mijn verbruik? De limiet is bereikt", ("usage_or_rate_limit_question",)),
    ("Wachtwoord vergeten", ("not_billing",)),
    ("Bedankt, fijne dag", ()),
)
