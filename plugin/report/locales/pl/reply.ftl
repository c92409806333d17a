# Odpowiedzi dla klientów, polski (forma grzecznościowa „Państwo”). Budowa: zobacz en/reply.ftl.
# $subscription to tylko nazwa planu: rzeczownik „subskrypcja” stoi w zdaniu, bo się odmienia.
# Bez imienia w powitaniu: wołacza („Panie Janie”, „Pani Anno”) nie da się wyprowadzić z imienia.

greeting = Dzień dobry,
greeting-plain = Dzień dobry,
closing = Jeśli coś jest niejasne, prosimy po prostu odpowiedzieć na tę wiadomość.

charge-full = { $amount } z dnia { $date } (ostatnie cyfry { $last4 })
charge-dated = { $amount } z dnia { $date }
charge-amount = { $amount }
subscription-named = { $plan }
subscription-plain = { "" }

## Gdy nie wiadomo na pewno, kto pisze: nic o żadnym koncie
ask-intro = Dziękujemy za wiadomość. Chętnie pomożemy. Aby chronić dane wszystkich, możemy rozmawiać o płatnościach dopiero wtedy, gdy wiemy, że dotyczą one Państwa. Prosimy o pomoc w następującej sprawie:
ask-write_from_billing_address = Prosimy napisać do nas z adresu e-mail używanego do rozliczeń.
ask-confirm_address = Prosimy potwierdzić swój adres e-mail w naszym centrum pomocy (lub się tam zalogować).
ask-invoice_number = Prosimy podać numer faktury lub potwierdzenia płatności (w prawym górnym rogu dokumentu).
ask-charge_details = Prosimy podać datę, kwotę i tylko cztery ostatnie cyfry karty jednego obciążenia. Prosimy nigdy nie wysyłać całego numeru karty.
ask-which_account = Prosimy napisać, o które konto lub którą przestrzeń roboczą chodzi.
ask-self_serve = Rozliczenia można też sprawdzić tutaj, używając adresu e-mail podanego do rozliczeń: { $url }

## Sytuacje
duplicate_same_customer = Mają Państwo rację: oprócz używanej subskrypcji działała druga na plan { $plan } i pobraliśmy za nią { $charge }.
    .less = Mają Państwo rację: oprócz używanej subskrypcji działała druga, taka sama, i pobraliśmy za nią { $charge }.
    .plain = Mają Państwo rację: oprócz używanej subskrypcji działała druga, taka sama.
duplicate_across_customers = Mają Państwo rację: plan { $plan } został wykupiony dwa razy, w dwóch kartotekach z Państwa danymi, i za drugą subskrypcję pobraliśmy { $charge }.
    .less = Mają Państwo rację: ten sam plan został wykupiony dwa razy, w dwóch kartotekach z Państwa danymi, i za drugą subskrypcję pobraliśmy { $charge }.
    .plain = Mają Państwo rację: ten sam plan został wykupiony dwa razy, w dwóch kartotekach z Państwa danymi.
charged_twice_minutes_apart = Mają Państwo rację: ta sama płatność przeszła dwa razy w ciągu kilku minut. Druga to { $charge }.
    .plain = Mają Państwo rację: ta sama płatność przeszła dwa razy w ciągu kilku minut.
failed_attempt_taken_for_charge = Płatność była jedna: { $charge }. Druga pozycja to nieudana próba. Bank może ją pokazywać jako oczekującą, ale kwota nie zostanie pobrana, a wpis zniknie sam, zwykle w ciągu kilku dni.
    .plain = Płatność była jedna. Druga pozycja to nieudana próba. Bank może ją pokazywać jako oczekującą, ale kwota nie zostanie pobrana, a wpis zniknie sam, zwykle w ciągu kilku dni.
proration_taken_for_double_charge = Druga kwota nie jest podwójnym obciążeniem. Przy zmianie planu pobraliśmy { $charge } za resztę okresu i zaliczyliśmy to, co było już zapłacone.
    .plain = Druga kwota nie jest podwójnym obciążeniem: przy zmianie planu naliczono resztę okresu i zaliczono to, co było już zapłacone.
    .credit = Zaliczona kwota to { $credit }.
many_subscriptions_really_seats = { $count ->
        [one] Mają Państwo { $count } osobną subskrypcję
        [few] Mają Państwo { $count } osobne subskrypcje
        [many] Mają Państwo { $count } osobnych subskrypcji
       *[other] Mają Państwo { $count } osobnej subskrypcji
    } planu { $plan }, razem { $total } { $interval ->
        [year] rocznie
        [week] tygodniowo
        [day] dziennie
       *[month] miesięcznie
    }. Wygląda to na jedną subskrypcję na osobę, a nie na pomyłkę.
    .less = { $count ->
        [one] Mają Państwo { $count } osobną subskrypcję
        [few] Mają Państwo { $count } osobne subskrypcje
        [many] Mają Państwo { $count } osobnych subskrypcji
       *[other] Mają Państwo { $count } osobnej subskrypcji
    } tego samego planu. Wygląda to na jedną na osobę, a nie na pomyłkę.
    .plain = Mają Państwo kilka osobnych subskrypcji tego samego planu. Wygląda to na jedną na osobę, a nie na pomyłkę.
quantity_changed = Obciążenie { $charge } wynika ze zmiany liczby stanowisk.
    .plain = Obciążenie wynika ze zmiany liczby stanowisk w Państwa subskrypcji.
    .seats = { $quantity ->
        [one] Teraz mają Państwo { $quantity } stanowisko.
        [few] Teraz mają Państwo { $quantity } stanowiska.
        [many] Teraz mają Państwo { $quantity } stanowisk.
       *[other] Teraz mają Państwo { $quantity } stanowiska.
    }
annual_renewal_surprise = Obciążenie { $charge } to roczne odnowienie subskrypcji { $subscription }.
    .plain = Obciążenie to roczne odnowienie subskrypcji { $subscription }.
    .until = Opłacony okres trwa do { $end_date }.
trial_converted = Okres próbny skończył się { $trial_end }, a subskrypcja { $subscription } zaczęła się od obciążenia { $charge }.
    .less = Okres próbny się skończył, a subskrypcja { $subscription } zaczęła się od obciążenia { $charge }.
    .plain = Okres próbny się skończył i zaczęła się subskrypcja { $subscription }.
    .until = Opłacony okres trwa do { $end_date }.
charged_after_cancel = Mają Państwo rację i przepraszamy: subskrypcja { $subscription } została anulowana { $canceled_date }, a mimo to pobraliśmy { $charge }.
    .less = Mają Państwo rację i przepraszamy: subskrypcja { $subscription } była anulowana, a mimo to pobraliśmy { $charge }.
    .plain = Mają Państwo rację i przepraszamy: po anulowaniu pobrano jeszcze opłatę.
cancellation_pending = Anulowanie subskrypcji { $subscription } jest zapisane. Kończy się ona { $end_date } i nie będzie już opłacana.
    .plain = Anulowanie subskrypcji { $subscription } jest zapisane i nie zostanie ona odnowiona.
    .since = Anulowano ją { $canceled_date }.
wants_to_cancel_cannot = Rozumiemy, że chcą Państwo anulować subskrypcję { $subscription }. Opłacony okres trwa do { $end_date }.
    .plain = Rozumiemy, że chcą Państwo anulować subskrypcję { $subscription }.
pending_update_or_schedule = Zmiana subskrypcji { $subscription } czeka na zaległą płatność, najdłużej do { $expires_date }.
    .plain = Zmiana subskrypcji { $subscription } jest już zaplanowana, ale jeszcze nie obowiązuje.
paused = Obecnie subskrypcja { $subscription } jest wstrzymana; zostanie wznowiona { $resumes_date }.
    .plain = Obecnie subskrypcja { $subscription } jest wstrzymana i dlatego nie działa jak zwykle.
coupon_ended = Państwa rabat skończył się { $coupon_end }; obciążenie { $charge } to zwykła cena.
    .less = Państwa rabat się skończył; obciążenie { $charge } to zwykła cena.
    .plain = Państwa rabat się skończył; ostatnie obciążenie to zwykła cena.
    .before = Wcześniej płacili Państwo { $before }.
payment_past_due = Płatność za subskrypcję { $subscription } nie powiodła się; do zapłaty pozostaje { $amount }.
    .plain = Płatność za subskrypcję { $subscription } nie powiodła się.
    .card = Próbowaliśmy pobrać ją metodą płatności z końcówką { $last4 }.
    .next = Następna próba nastąpi { $next_attempt }.
authentication_required = Państwa bank prosi o potwierdzenie płatności { $amount } za subskrypcję { $subscription }.
    .plain = Państwa bank prosi o potwierdzenie płatności za subskrypcję { $subscription }.
card_expired = Karta z końcówką { $last4 } straciła ważność ({ $expired }), więc nie można z niej już opłacać subskrypcji { $subscription }.
    .less = Karta z końcówką { $last4 } straciła ważność, więc nie można z niej już opłacać subskrypcji { $subscription }.
    .plain = Zapisana karta straciła ważność.
    .open = Obecnie do zapłaty pozostaje { $amount }.
    .next = Następna próba nastąpi { $next_attempt }.
checkout_incomplete = Pierwsza płatność { $amount } nie została dokończona, więc subskrypcja { $subscription } się nie zaczęła. Można ją dokończyć do { $expires_date }.
    .less = Pierwsza płatność { $amount } nie została dokończona na czas, więc subskrypcja { $subscription } się nie zaczęła. Nic nie zostało pobrane.
    .plain = Pierwsza płatność nie została dokończona na czas, więc subskrypcja { $subscription } się nie zaczęła. Nic nie zostało pobrane.
checkout_abandoned = Państwa zamówienie na { $amount } z dnia { $created_date } nie zostało dokończone. Nic nie zostało pobrane.
    .less = Państwa zamówienie z dnia { $created_date } nie zostało dokończone. Nic nie zostało pobrane.
    .plain = Państwa zamówienie nie zostało dokończone. Nic nie zostało pobrane.
payment_blocked = Płatność { $charge } została zatrzymana przez kontrolę bezpieczeństwa. Kwota nie została pobrana.
    .plain = Płatność została zatrzymana przez kontrolę bezpieczeństwa. Kwota nie została pobrana.
bank_debit_pending = Państwa płatność { $charge } jest w toku. Polecenie zapłaty trwa kilka dni roboczych; nie trzeba płacić ponownie.
    .plain = Państwa płatność jest w toku. Polecenie zapłaty trwa kilka dni roboczych; nie trzeba płacić ponownie.
invoice_overdue = Termin płatności faktury { $invoice_number } na { $amount } minął { $due_date }, a wpłaty jeszcze nie widzimy.
    .plain = Termin płatności faktury minął, a wpłaty jeszcze nie widzimy.
subscription_unpaid = Obecnie subskrypcja { $subscription } jest zawieszona, ponieważ do zapłaty pozostaje { $amount }.
    .plain = Obecnie subskrypcja { $subscription } jest zawieszona z powodu brakujących płatności.
dispute_open = Państwa bank otworzył reklamację dotyczącą kwoty { $charge }. Dopóki trwa, decyduje bank i nie możemy sami zwrócić tej kwoty.
    .plain = Państwa bank otworzył reklamację dotyczącą tej płatności. Dopóki trwa, decyduje bank i nie możemy sami zwrócić tej kwoty.
fraud_warning = Dziękujemy za zgłoszenie kwoty { $charge }. Najpierw dokładnie sprawdzimy tę płatność.
    .plain = Dziękujemy za zgłoszenie tej płatności. Najpierw dokładnie ją sprawdzimy.
already_refunded = { $status ->
        [succeeded] Zwróciliśmy { $amount } dnia { $date }. Banki pokazują zwrot zwykle w ciągu 5–10 dni roboczych.
        [failed] Państwa bank nie przyjął zwrotu { $amount } z dnia { $date }. Szukamy innego sposobu zwrotu pieniędzy.
       *[pending] Zwrot { $amount } został zlecony dnia { $date }. Banki pokazują go zwykle w ciągu 5–10 dni roboczych.
    }
    .plain = Zwrot tej płatności został już zlecony. Sprawdzamy, na jakim jest etapie.
    .reference = Bank może go odnaleźć pod numerem { $reference }.
refund_too_old = Płatność { $charge } była dawno temu. Zwrot tą samą metodą płatności może już nie być możliwy.
    .plain = Płatność była dawno temu. Zwrot tą samą metodą płatności może już nie być możliwy.
credited_not_refunded = Dnia { $date } zapisaliśmy { $amount } na Państwa koncie jako środki na kolejne faktury; kwota nie została wypłacona.
    .plain = Kwota została zapisana na Państwa koncie jako środki na kolejne faktury; nie została wypłacona.
metered_overage = Obciążenie { $charge } dotyczy użycia ponad plan w okresie od { $period_start } do { $period_end }.
    .less = Obciążenie { $charge } dotyczy użycia ponad plan.
    .plain = Obciążenie dotyczy użycia ponad plan w ostatnim okresie.
tax_added = Faktura { $invoice_number } zawiera { $amount } podatku; suma to { $total }.
    .less = Faktura zawiera { $amount } podatku.
    .plain = Wyższa kwota wynika z podatku, który jest teraz częścią faktury.
currency_differs = Pobraliśmy { $charge }. Jeśli bank pokazuje inną walutę, sam ją przeliczył; różnicę wyjaśniają jego kurs i prowizja.
    .plain = Pobraliśmy uzgodnioną cenę. Jeśli bank pokazuje inną walutę, sam ją przeliczył.
balance_changed_bill = Faktura wynosiła { $total }; po uwzględnieniu salda Państwa konta pobrano { $amount }.
    .plain = Pobrana kwota różni się od faktury z powodu salda Państwa konta.
overpaid = Za fakturę { $invoice_number } zapłacono o { $amount } więcej niż jej suma { $total }.
    .plain = Zapłacono więcej, niż wymagała faktura.
not_our_charge = Nie znajdujemy tego obciążenia wśród Państwa płatności dla nas. Na wyciągu nasze mają nazwę { $descriptor }.
    .plain = Nie znajdujemy tego obciążenia wśród Państwa płatności dla nas.
wallet_card_number = Płatność { $charge } wykonano przez { $wallet }. Urządzenie może pokazywać dla tej samej karty inne cyfry ({ $wallet_last4 }).
    .less = Płatność { $charge } wykonano przez { $wallet }. Urządzenie może pokazywać dla tej samej karty inne ostatnie cyfry.
    .plain = Płatność wykonano portfelem w Państwa urządzeniu, który dla tej samej karty pokazuje inne ostatnie cyfry.
invoice_to_wrong_email = Faktura { $invoice_number } z dnia { $date } została wysłana na adres zapisany w chwili jej wystawienia.
    .plain = Faktura została wysłana na adres zapisany w chwili jej wystawienia.
written_off_but_dunned = Faktura { $invoice_number } na { $amount } jest zamknięta. Nie trzeba nic płacić; prosimy zignorować przypomnienia, za które przepraszamy.
    .plain = Faktura jest zamknięta. Nie trzeba nic płacić; prosimy zignorować przypomnienia, za które przepraszamy.
test_data = To była płatność testowa: nie pobrano żadnych pieniędzy.
    .plain = To była płatność testowa: nie pobrano żadnych pieniędzy.
paid_no_access = Państwa płatność { $charge } dotarła, ale subskrypcja { $subscription } nie została odblokowana. Przepraszamy: to nasz błąd, nie Państwa.
    .plain = Państwa płatność dotarła, ale subskrypcja { $subscription } nie została odblokowana. Przepraszamy: to nasz błąd, nie Państwa.
customer_deleted = Państwa konto rozliczeniowe u nas zostało zamknięte. Nadal możemy sprawdzić dla Państwa wcześniejsze płatności.
    .plain = Państwa konto rozliczeniowe u nas zostało zamknięte. Nadal możemy sprawdzić dla Państwa wcześniejsze płatności.
invoice_requested = Proszą Państwo o fakturę { $invoice_number } za { $charge }.
    .less = Proszą Państwo o fakturę za { $charge }.
    .plain = Proszą Państwo o faktury.
card_update_requested = Karta zapisana dla subskrypcji { $subscription } ma końcówkę { $last4 }.
    .plain = Dziękujemy za informację o nowej metodzie płatności za subskrypcję { $subscription }.
    .next = Następna płatność nastąpi { $next_date }.
wants_to_cancel = Rozumiemy, że chcą Państwo anulować subskrypcję { $subscription }. Opłacony okres trwa do { $end_date }.
    .plain = Rozumiemy, że chcą Państwo anulować subskrypcję { $subscription }.
billing_unreadable = Dziękujemy za wiadomość. W tej chwili nie widzimy wszystkich danych rozliczeniowych i odezwiemy się, gdy tylko będzie to możliwe.
    .plain = Dziękujemy za wiadomość. W tej chwili nie widzimy wszystkich danych rozliczeniowych i odezwiemy się, gdy tylko będzie to możliwe.
not_billing = Dziękujemy za wiadomość. Nie dotyczy ona rozliczeń, dlatego przekazujemy ją właściwym osobom.
    .plain = Dziękujemy za wiadomość. Nie dotyczy ona rozliczeń, dlatego przekazujemy ją właściwym osobom.
unclear = Dziękujemy za wiadomość. Sprawdzamy Państwa konto i odezwiemy się.
    .plain = Dziękujemy za wiadomość. Sprawdzamy Państwa konto i odezwiemy się.

## Sytuacje jeszcze bez własnego tekstu
bucket-duplicate_subscription = Wygląda na to, że za to samo pobrano opłatę więcej niż raz.
bucket-multi_seat_intent = Kwota wynika z liczby stanowisk lub subskrypcji na Państwa koncie.
bucket-payment_failed = Płatność nie powiodła się.
bucket-self_serve_missing = Dziękujemy za wiadomość w sprawie subskrypcji.
bucket-product_failure = Przepraszamy: po naszej stronie coś nie zadziałało tak, jak powinno.
bucket-not_billing = Dziękujemy za wiadomość. Nie dotyczy ona rozliczeń, dlatego przekazujemy ją właściwym osobom.
bucket-needs_human = Dziękujemy za wiadomość. Sprawdzamy Państwa konto i odezwiemy się.

## Kroki
step-refund_charge =
    .will = Zwrócimy { $amount } na metodę płatności z końcówką { $last4 }. Banki pokazują zwrot zwykle w ciągu 5–10 dni roboczych.
    .will-plain = Zwrócimy { $amount } na użytą metodę płatności. Banki pokazują zwrot zwykle w ciągu 5–10 dni roboczych.
    .done = Zwróciliśmy { $amount } na metodę płatności z końcówką { $last4 }. Banki pokazują zwrot zwykle w ciągu 5–10 dni roboczych.
    .done-plain = Zwróciliśmy { $amount } na użytą metodę płatności. Banki pokazują zwrot zwykle w ciągu 5–10 dni roboczych.
    .failed = Zwrot { $amount } nie powiódł się. Szukamy innego sposobu zwrotu pieniędzy i damy Państwu znać.
step-refund_charge-several =
    .will = { $count ->
        [one] Zwrócimy { $count } płatność
        [few] Zwrócimy { $count } płatności
        [many] Zwrócimy { $count } płatności
       *[other] Zwrócimy { $count } płatności
    }, razem { $amount }, na użytą metodę płatności. Banki pokazują zwrot zwykle w ciągu 5–10 dni roboczych.
    .done = { $count ->
        [one] Zwróciliśmy { $count } płatność
        [few] Zwróciliśmy { $count } płatności
        [many] Zwróciliśmy { $count } płatności
       *[other] Zwróciliśmy { $count } płatności
    }, razem { $amount }, na użytą metodę płatności. Banki pokazują zwrot zwykle w ciągu 5–10 dni roboczych.
step-apply_credit =
    .will = Zapiszemy { $amount } na Państwa koncie; kwota obniży następną fakturę.
    .done = Zapisaliśmy { $amount } na Państwa koncie; kwota obniży następną fakturę.
step-cancel_subscription_now =
    .will = Zakończymy subskrypcję teraz.
    .done = Subskrypcja została zakończona.
step-cancel_subscription_now-duplicate_subscription =
    .will = Zakończymy dodatkową subskrypcję, aby nie była już opłacana; ta, którą mają Państwo od { $keep_since }, pozostaje bez zmian.
    .will-plain = Zakończymy dodatkową subskrypcję, aby nie była już opłacana; druga pozostaje bez zmian.
    .done = Dodatkowa subskrypcja została zakończona i nie będzie już opłacana; ta, którą mają Państwo od { $keep_since }, pozostaje bez zmian.
    .done-plain = Dodatkowa subskrypcja została zakończona i nie będzie już opłacana; druga pozostaje bez zmian.
step-set_cancel_at_period_end =
    .will = Ustawimy zakończenie subskrypcji na koniec opłaconego okresu; nie będzie już opłacana.
    .done = Subskrypcja kończy się z opłaconym okresem; nie będzie już opłacana.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = Zatrzymamy odnawianie dodatkowej subskrypcji, aby nie była już opłacana; ta, którą mają Państwo od { $keep_since }, pozostaje bez zmian.
    .will-plain = Zatrzymamy odnawianie dodatkowej subskrypcji, aby nie była już opłacana; druga pozostaje bez zmian.
    .done = Dodatkowa subskrypcja nie będzie już odnawiana ani opłacana; ta, którą mają Państwo od { $keep_since }, pozostaje bez zmian.
    .done-plain = Dodatkowa subskrypcja nie będzie już odnawiana ani opłacana; druga pozostaje bez zmian.
step-undo_cancel_at_period_end =
    .will = Cofniemy anulowanie, aby subskrypcja trwała dalej.
    .done = Cofnęliśmy anulowanie; subskrypcja trwa dalej.
step-stop_invoice_collection =
    .will = Zatrzymamy pobieranie należności z otwartej faktury.
    .done = Zatrzymaliśmy pobieranie należności z otwartej faktury.
step-void_invoice =
    .will = Unieważnimy otwartą fakturę; nie trzeba jej płacić.
    .done = Otwarta faktura jest unieważniona; nie trzeba jej płacić.
step-retry_invoice =
    .will = Ponowimy płatność.
    .done = Ponowiliśmy płatność.
step-change_quantity_at_renewal =
    .will = Zmienimy liczbę stanowisk przy następnym odnowieniu.
    .done = Liczba stanowisk zmieni się przy następnym odnowieniu.
step-change_quantity_now =
    .will = Zmienimy liczbę stanowisk.
    .done = Zmieniliśmy liczbę stanowisk.
step-resume_subscription =
    .will = Wznowimy subskrypcję.
    .done = Subskrypcja znów działa.
step-verify_contract =
    .will = Najpierw sprawdzimy warunki Państwa umowy, a potem się odezwiemy.
    .done = Sprawdziliśmy warunki Państwa umowy.
step-wait_and_recheck =
    .will = Sprawdzimy to ponownie i napiszemy, jaki jest wynik.
    .done = Sprawdziliśmy to ponownie.
step-escalate_human = Sprawą zajmuje się specjalista, który Państwu odpowie.
step-escalate_engineering = Nasi inżynierowie szukają przyczyny.
step-ask_customer = Czy mogą Państwo podać nieco więcej szczegółów, na przykład datę i kwotę?
step-ask_customer-multi_seat_intent = Czy używają ich różne osoby? Wtedy możemy połączyć je na jednej fakturze; przed Państwa odpowiedzią nic się nie zmieni.
step-ask_customer-checkout_abandoned = Czy wysłać nowy link do jego dokończenia?
step-ask_customer-invoice_to_wrong_email = Na jaki adres mają przychodzić kolejne faktury? Dla bezpieczeństwa potwierdzimy go z Państwem przed zmianą.
step-ask_customer-not_our_charge = Prosimy o datę, kwotę i nazwę widoczną na wyciągu; pomoże zrzut ekranu z zakrytym numerem karty.
step-ask_customer-wants_to_cancel = Którą z subskrypcji zakończyć?
step-ask_customer-wants_to_cancel_cannot = Którą z subskrypcji zakończyć?

## Linki
link-send_portal_link = Faktury, metodę płatności i subskrypcję znajdą Państwo tutaj; prosimy zalogować się adresem e-mail z faktur: { $url }
    .promised = Wyślemy link do Państwa strony rozliczeń.
link-send_portal_payment_update = Metodę płatności można zmienić tutaj; prosimy zalogować się adresem e-mail z faktur: { $url }
    .promised = Wyślemy link do zmiany metody płatności.
link-send_portal_cancel_flow = Subskrypcję można samodzielnie anulować tutaj; prosimy zalogować się adresem e-mail z faktur: { $url }
    .promised = Wyślemy link do anulowania.
link-send_hosted_invoice_link = Fakturę można zobaczyć tutaj: { $url }
    .pay = Fakturę można zobaczyć i opłacić tutaj: { $url }
    .promised = Wyślemy link do faktury.
link-send_invoice_pdf = Fakturę można pobrać tutaj: { $url }
    .promised = Wyślemy fakturę.
link-send_checkout_link = Zamówienie można dokończyć tutaj: { $url }
    .promised = Wyślemy nowy link do dokończenia zamówienia.

next-checking = Sprawdzamy jeszcze, co możemy zrobić, i odezwiemy się.
next-failed = Jeden z kroków nie przebiegł zgodnie z planem. Zajmujemy się tym i odezwiemy się.
