"""Polish."""

from plugin.read.lexicon import Examples, Phrases, Words

WHOLE_WORDS = True

_TWICE = r"(?:dwa razy|2 razy|2 ?x\b|podwójn\w*|dwukrotn\w*|trzy razy|zdublowan\w*|duplikat\w*|drugi raz|kilka razy)"

# fmt: off
WORDS: Words = {
    "charge": (r"pobra(?:no|ne|liście|ło|li|nie|ny)\b", r"pobier\w*", r"obciąż\w*", r"ściągn\w*|ściąga\w*", r"opłat[ayęę]\w*", r"naliczon\w*|naliczy\w*", r"zabra(?:no|liście|li)", r"płacę", r"potrąc\w*", r"skasowa(?:li|no)"),
    "twice": (_TWICE,),
    "refund": (r"zwrot\w*", r"zwróc\w*|zwraca\w*", r"odda(?:jcie|ć|cie)\b.{0,20}(?:pieniądz\w*|kas\w*)?", r"odzyska\w*", r"pieniądze (?:\w+ )?(?:z powrotem|spowrotem)", r"refund\w*", r"refundacj\w*"),
    "awaited": (r"nadal (?:nie|czekam)", r"wciąż (?:nie|czekam)", r"jeszcze nie", r"do tej pory", r"gdzie jest", r"kiedy", r"czekam", r"obiecal\w*|obiecan\w*", r"mia(?:ł|ło) być", r"nie (?:dotar\w*|dosta\w*|otrzyma\w*|przysz\w*|wpłyn\w*)", r"status\b", r"minęł\w*", r"od (?:\w+ )?(?:tygodni|miesięcy|dni)", r"co z (?:moim|moją)"),
    "cancel": (r"anulow(?:ać|anie|ania)\b", r"anuluj\w*", r"zrezygnować", r"rezygnacj\w*", r"rezygnuj\w*", r"wypowied\w*|wypowiadam", r"(?:zakończ\w*|wyłącz\w*|usun\w*|zamkn\w*|dezaktyw\w*|zatrzym\w*|rozwiąz\w*).{0,30}\b(?:subskrypcj\w*|konto|kont[ae]|umow\w*|plan\w*|odnawiani\w*|członkostw\w*|abonament\w*)", r"(?:przestańcie|proszę nie|nie) (?:\w+ )?(?:pobiera\w*|odnawia\w*)", r"wypisać", r"nie chcę (?:już |dalej |więcej )?(?:kontynuować|przedłużać|korzystać|odnawiać)", r"odnawiani\w*.{0,20}wyłącz\w*"),
    "ended": (r"zrezygnowa(?:łem|łam|liśmy)", r"anulowa(?:łem|łam|liśmy|na|ne|ny)\b", r"wypowiedzia(?:łem|łam)", r"(?:po|mimo) (?:\w+ )?(?:anulowani\w*|rezygnacji|wypowiedzeni\w*)", r"zakończy(?:łem|łam)", r"usun(?:ąłem|ęłam) konto"),
    "pay": (r"kart[ay]\b|kartą|kartę", r"płatnoś\w*", r"zapłacić", r"zapłat\w*", r"transakcj\w*", r"przelew\w*", r"blik\b", r"paypal", r"visa\b", r"mastercard", r"zakup\w*", r"kupić"),
    "fail": (r"odrzuc\w*", r"odmow\w*|odmówi\w*", r"nie (?:\w+ )?(?:powiod\w*|przechodz\w*|przesz\w*|działa|udał\w*|udaje|akceptuj\w*|zaakceptow\w*|zrealizow\w*)", r"błąd|błędy|błędem", r"nieudan\w*", r"zaleg\w*", r"nieopłacon\w*", r"przetermin\w*", r"wyskakuje"),
    "card": (r"kart[ayęąe]\b|kartą", r"metod[ayęę] płatności", r"dane (?:do )?płatności", r"dane karty", r"konto bankowe|konta bankowego", r"paypal", r"blik\b"),
    "change": (r"zmieni\w*", r"zmian\w*", r"zaktualizow\w*|aktualizacj\w*", r"wymieni\w*", r"podmieni\w*", r"doda\w*", r"usun\w*", r"wpisać", r"now[aąeę]\b", r"zamiast", r"wygas\w*(?=.{0,50}(?:zmien|now|jak))", r"zgubi\w*", r"skradzion\w*", r"odpiąć", r"podłączyć"),
    "document": (r"faktur\w*", r"paragon\w*", r"potwierdzen\w* (?:zakupu|płatności|zapłaty)", r"rachun(?:ek|ku|ki)\b", r"nip\b", r"vat\b"),
    "want": (r"potrzeb\w*", r"prosz\w*", r"wyśl\w*|wysłan\w*|przesł\w*|prześl\w*", r"pobrać", r"gdzie", r"znale\w*", r"otrzyma\w*|dosta\w*", r"kopi\w*", r"brak\w*", r"popraw\w*", r"wystaw\w*", r"księg\w*", r"czy moż\w*|mogę|możecie", r"dopisan\w*|dopisać", r"pdf\b", r"zmienić"),
    "plan": (r"plan\w*", r"pakiet\w*", r"licencj\w*", r"użytkownik\w*", r"osób|osoby", r"miejsc\w*", r"zespoł\w*|zespół", r"roczn\w*", r"miesięczn\w*", r"premium\b", r"pro\b", r"stanowisk\w*", r"urządze\w*"),
    "move": (r"zmienić|zmiana", r"przejść", r"przejście", r"doda\w*", r"dokupić", r"zwiększ\w*", r"zmniejsz\w*", r"różni\w*", r"ile (?:kosztuje|kosztują|za)", r"kosztuj\w*|koszt\b", r"cena\b|ceny\b", r"zniżk\w*|rabat\w*", r"proporcjonal\w*", r"upgrade|downgrade", r"dodatkow\w*", r"zawiera\b", r"usunąć"),
    "why": (r"dlaczego", r"czemu", r"co to (?:za|jest)", r"za co\b", r"z jakiej racji", r"nie (?:\w+ )?(?:rozpozna\w*|rozumiem|znam|autoryzowa\w*|zgadza\w*|zamawia\w*|pamiętam|wyraża\w*|zleca\w*)", r"nigdy (?:\w+ )?(?:nie )?(?:zgadza\w*|zamawia\w*|subskryb\w*|kupowa\w*)", r"nieznan\w*", r"nieautoryzowan\w*", r"niespodziewan\w*", r"bezpraw\w*", r"oszust\w*|oszukuj\w*", r"złodziej\w*", r"kradzież", r"skandal", r"wyjaśni\w*", r"dziwn\w*"),
    "price": (r"cen[aęey]\b", r"faktur[aę]\b", r"kwot[aęy]\b", r"rachunek\b", r"opłat[aęy]\b"),
    "rose": (r"podnieśliście|podniesion\w*|podniosł\w*", r"wzrosł\w*|wzrost\w*", r"wyższ\w*", r"tak (?:wysok\w*|dużo|drogo)", r"za (?:wysok\w*|dużo|drogo)", r"drożej|droższ\w*", r"błędn\w*", r"nieprawidłow\w*", r"zamiast \d", r"podwyżk\w*", r"nie zgadza się"),
    "trial": (r"prób\w*", r"wypróbowa\w*", r"testow\w*|okres darmowy"),
    "renewed": (r"odnow\w*|odnawia\w*", r"przedłuż\w*"),
    "unasked": (r"bez (?:\w+ ){0,2}(?:zgody|pozwolenia|uprzedzenia|ostrzeżenia|wiedzy|powiadomienia|słowa|pytania|informacji)", r"nikt (?:mnie|nas|nie)", r"nagle", r"automatycznie", r"nigdy się nie zgadza\w*", r"samoczynnie"),
    "paid": (r"zapłaci(?:łem|łam|liśmy)", r"opłaci(?:łem|łam)|opłacon\w*", r"płatność\b", r"kupi(?:łem|łam|liśmy)", r"wykupi\w*", r"premium\b", r"pro\b", r"pobran\w*", r"subskrypcj\w*", r"pieniądze", r"licencj\w*", r"płacę"),
    "locked": (r"(?:nie mam|brak|bez|straciłem|straciłam) (?:\w+ )?dostępu", r"(?:dalej|nadal|wciąż|ciągle) (?:\w+ ){0,3}(?:zablokowan\w*|darmow\w*|free|ograniczon\w*|bezpłatn\w*|nieaktywn\w*)", r"nie (?:\w+ )?(?:aktywow\w*|odblokow\w*|działa dostęp|zaktualizow\w*|dosta\w* (?:dostęp|premium))", r"zablokowan\w*", r"darmow\w* (?:wersj\w*|konto|plan)", r"nieprawidłowy klucz", r"każe (?:mi )?(?:płacić|zapłacić|kupić)"),
    "broken": (r"nie działa\w*", r"zawiesza", r"awari\w*", r"zepsut\w*", r"bezużyteczn\w*", r"crash\w*", r"dno\b|tragedia", r"nic nie działa"),
    "usage": (r"limit\w*", r"zużyci\w*", r"kredyt(?:y|ów)\b", r"token\w*", r"zapyta\w*", r"wykorzystani\w*", r"transfer\w*", r"kwota api"),
    "left": (r"skończy\w*", r"wyczerpa\w*", r"przekroczon\w*|przekroczy\w*", r"osiągn\w*", r"sprawdz\w*|zobaczyć|widzę", r"ile\b", r"zostało|pozostało", r"na (?:godzinę|minutę|dzień|miesiąc)", r"licz\w*", r"jaki(?:e)? (?:jest|są)", r"zwiększ\w*", r"odnawia się|resetuj\w*", r"gdzie", r"dlaczego"),
    "product": (r"hasł\w*", r"zalogowa\w*|logowani\w*", r"aplikacj\w*", r"tryb ciemny", r"funkcj\w*", r"eksport\w*", r"import\w*", r"synchroniz\w*", r"kalendarz\w*", r"zdjęci\w*", r"wersj\w* na", r"kod\b", r"instal\w*", r"współprac\w*", r"ofert\w* pracy", r"rodo\b", r"jak (?:zainstalować|używać|skonfigurować)"),
    "money": (r"pieniądz\w*|kas[ayę]\b", r"faktur\w*", r"płac\w*|płatno\w*|zapłac\w*", r"subskrypcj\w*|abonament\w*", r"pobra\w*|obciąż\w*", r"cen\w+", r"koszt\w*", r"zł\b|złotych|euro\b|[€$]", r"kart\w*", r"anulow\w*|rezygn\w*", r"licencj\w*", r"zwrot\w*", r"kupi\w*|zakup\w*", r"paragon\w*|nip\b|vat\b", r"limit\w*|kredyt\w*", r"premium", r"odnow\w*|odnawia\w*", r"zniżk\w*|rabat\w*", r"opłat\w*"),
    "smalltalk": (r"cześć|hej|witam|dzień dobry|dobry wieczór", r"dzięk\w*|dziękuj\w*", r"proszę\b", r"pozdrawiam|z poważaniem", r"miłego (?:dnia|wieczoru)", r"ok\b", r"szanown\w+ (?:państwo)?", r"pytanie\b", r"ktoś", r"pomoc\w*"),
}

ASKS: Phrases = {
    "duplicate_charge": (
        (4, r"(?:dwie|dwa|2|trzy|podwójn\w+|kilka) (?:\w+ )?(?:subskrypcje|płatności|opłaty|obciążenia|faktury|płatność|opłata|obciążenie|transakcje|abonamenty|pobrania)"),
        (4, rf"(?:zapłaci\w+|kupi\w+|opłaci\w+|płacę) (?:\w+ ){{0,2}}{_TWICE}|{_TWICE} (?:\w+ ){{0,2}}(?:zapłaci\w+|kupi\w+|opłaci\w+)"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:gdzie jest|kiedy|czekam na|nadal nie|wciąż nie|co z)\b.{0,40}\bzwrot\w*"),
        (4, r"zwrot\w*.{0,40}\b(?:nie (?:dotarł|otrzyma\w*|dosta\w*|przyszedł|wpłyn\w*)|jeszcze nie|status|obieca\w*)"),
    ),
    "refund_request": (
        (3, r"(?:chcę|żądam|proszę o|domagam się|chciał\w*|wnoszę o|poproszę) (?:\w+ ){0,4}(?:zwrot\w*|zwróc\w*|odzyska\w*|pieniądz\w*)"),
        (3, r"oddajcie (?:\w+ )?(?:pieniądze|kasę)|zwróćcie"),
    ),
    "cancel_request": (
        (3, r"(?:chcę|jak|gdzie|proszę|chciał\w*|mogę) (?:\w+ ){0,3}(?:anulować|zrezygnować|wypowiedzieć|zakończyć)"),
        (2, r"nie (?:korzystam|używam|potrzebuję) już|już nie (?:korzystam|używam|potrzebuję)"),
    ),
    "payment_failed": (
        (4, r"nie (?:mogę|da się|mogłem|udaje się) (?:zapłacić|kupić|opłacić|dokończyć)"),
        (3, r"kart\w+ (?:\w+ ){0,3}(?:odrzucona|odrzucana|nie przechodzi|nie działa)"),
    ),
    "invoice_or_receipt_request": ((3, r"(?:potrzebuję|proszę o|wystawienie|prosić o) (?:\w+ )?(?:faktur\w+|paragon\w*|rachun\w+)"), (2, r"nip\b.{0,30}faktur|faktur.{0,30}nip\b")),
    "update_payment_method": ((3, r"now(?:ą|a|ej) kart\w+"),),
    "plan_or_seat_question": (
        (3, r"z (?:planu )?(?:roczn|miesięczn)\w+ na (?:roczn|miesięczn)\w+"),
        (3, r"(?:\d+|dwie|dwa|trzy|pięć|dodać|dodatkow\w+) (?:\w+ )?(?:licencj\w+|użytkownik\w+|miejsc\w*)"),
    ),
    "unexpected_charge": (
        (4, r"(?:nieznan\w+|nieautoryzowan\w+|nieuprawnion\w+|bezprawn\w+|błędn\w+) (?:opłat\w+|płatnoś\w+|obciążeni\w+|transakcj\w+|kwot\w+)"),
        (4, r"(?:nadal|dalej|wciąż|znowu|znów) (?:\w+ )?(?:pobier\w+|pobra\w+|obciąż\w+|ściąg\w+)"),
        (4, r"(?:zrezygnowa\w+|anulowa\w+|wypowiedzia\w+).{0,60}\b(?:pobra\w+|pobier\w+|obciąż\w+|ściąg\w+|znowu)"),
        (3, r"oszust\w*|złodziej\w*|kradzież"),
        (2, r"nie znam (?:waszej|tej|państwa) firmy"),
    ),
    "product_failure_complaint": (
        (3, r"(?:zapłaci\w+|opłaci\w+|kupi\w+|wykupi\w+).{0,60}\b(?:nie mam dostępu|brak dostępu|nie działa|(?:dalej|nadal) (?:zablokowan\w+|darmow\w+)|nic)"),
        (2, r"(?:nie mam|brak) dostępu"),
    ),
    "usage_or_rate_limit_question": ((3, r"limit\w* (?:api|zapytań|zużycia|użycia)|przekroczon\w+ limit|limit\w* (?:został )?(?:przekroczon\w+|osiągnięt\w+|skończ\w+)"),),
    "not_billing": ((2, r"(?:zapomnia\w+|zresetować|zmienić) (?:\w+ )?hasł\w+"),),
}

NEGATED_BEFORE = (
    r"nie (?:chcę|potrzebuję|proszę o|oczekuję|żądam|szukam) (?:\w+ ){0,2}$",
    r"(?:bez|zamiast|nie) (?:\w+ )?$",
)
NEGATED_AFTER = (r" nie jest (?:potrzebn\w+|konieczn\w+|wymagan\w+)",)
# fmt: on
BREAKS = (r"ale\b", r"tylko\b", r"po prostu\b", r"proszę\b", r"lecz\b", r"bo\b", r"i\b", r"a\b")

EXAMPLES: Examples = (
    ("Pobrano opłatę dwa razy, proszę o zwrot pieniędzy", ("duplicate_charge", "refund_request")),
    ("Chcę anulować subskrypcję", ("cancel_request",)),
    ("Nie chcę zwrotu, tylko anulować", ("cancel_request",)),
    ("Oddajcie pieniądze", ("refund_request",)),
    ("Zwrot nadal nie dotarł", ("refund_status",)),
    ("Moja karta została odrzucona", ("payment_failed",)),
    ("Potrzebuję faktury za marzec", ("invoice_or_receipt_request",)),
    ("Gdzie zmienić kartę kredytową?", ("update_payment_method",)),
    ("Chcemy dodać 5 użytkowników do planu", ("plan_or_seat_question",)),
    ("Nie rozpoznaję tego obciążenia", ("unexpected_charge",)),
    ("Zrezygnowałam w kwietniu, a nadal pobieracie opłaty", ("unexpected_charge",)),
    ("Zapłaciłem, ale nie mam dostępu", ("product_failure_complaint",)),
    ("Gdzie sprawdzę zużycie? Limit API przekroczony", ("usage_or_rate_limit_question",)),
    ("Zapomniałam hasła", ("not_billing",)),
    ("Dziękuję, miłego dnia", ()),
)
