"""Turkish."""

from plugin.read.lexicon import Examples, Phrases, Words

WHOLE_WORDS = True

_TWICE = r"(?:iki (?:kez|kere|defa)|2 (?:kez|kere|defa)|2 ?x\b|çift\b|çifte|mükerrer|üç (?:kez|kere)|3 (?:kez|kere)|ikinci kez|iki sefer|birden fazla)"

# fmt: off
WORDS: Words = {
    "charge": (r"çek(?:il|ti|miş|iyor|tiniz|im|il(?:di|miş|iyor))\w*", r"tahsil\w*", r"kes(?:ildi|ilmiş|inti|mişsiniz|tiniz|iyorsunuz)\w*", r"ücretlendir\w*", r"fatura(?:landır|land)\w*", r"alındı|almışsınız|aldınız", r"para (?:çek|gitti|alın)\w*", r"ödüyorum", r"yansı(?:dı|mış|tıl)\w*", r"ödeme (?:nedir|alın\w*)"),
    "twice": (_TWICE,),
    "refund": (r"iade\w*(?<!irade)", r"(?:param|para|paranın|ücret|tutar)\w* (?:\w+ ){0,2}geri\b", r"geri (?:öde|ver|al|iste|yatır|gönder)\w*", r"refund"),
    "awaited": (r"hâlâ|hala\b", r"henüz", r"nerede", r"ne zaman", r"bekliyor\w*", r"söz ver\w*", r"demişti\w*|dediniz|denildi", r"gelmedi", r"yatmadı", r"geçmedi", r"ulaşmadı", r"durum\w*", r"haftadır|aydır|gündür", r"onaylan\w*", r"ne oldu"),
    "cancel": (r"iptal\w*(?! (?:etmiştim|ettim|ettik|edilmişti))", r"(?:aboneli|üyeli|hesab|sözleşme|plan|yenileme)\w*.{0,25}(?:sonlandır|kapat|bitir|durdur|sil)\w*", r"(?:sonlandır|kapat|bitir|durdur)\w*.{0,20}(?:aboneli|üyeli|hesab|yenileme)\w*", r"abonelikten (?:çık|ayrıl)\w*", r"(?:para |ücret )?çekme(?:yin|yi bırak\w*)", r"yenile(?:nmesin|meyin|nmesini istemiyorum)", r"devam etmek istemiyorum", r"fesih|feshet\w*"),
    "ended": (r"iptal (?:etmiştim|ettim|ettik|edilmişti|etmeme|ettiğim)\w*", r"iptal(?:den|inden| etmeme) (?:sonra|rağmen)", r"kapattım|kapatmıştım", r"sonlandırdım", r"üyelikten çıktım"),
    "pay": (r"kart\w*", r"ödeme\w*", r"işlem\w*", r"satın al\w*", r"havale|eft", r"paypal|visa|mastercard", r"3d\b", r"ödeyem\w*"),
    "fail": (r"reddedil\w*|reddet\w*|ret\b", r"başarısız\w*", r"hata\w*", r"olmuyor|olmadı", r"geçmiyor", r"kabul (?:etmiyor|edilm)\w*", r"çalışmıyor", r"onaylanm(?:adı|ıyor)", r"gerçekleş(?:medi|miyor)\w*", r"yapamıyorum", r"alınamadı", r"gecikmiş", r"ödenmemiş"),
    "card": (r"kart\w*", r"ödeme (?:yöntem|şekl|bilgi|araç)\w*", r"banka hesab\w*", r"iban\w*", r"paypal"),
    "change": (r"değiş\w*", r"güncelle\w*", r"ekle\w*", r"kaldır\w*", r"sil(?:mek|in|er|ebil)\w*|sil\b", r"yeni\b", r"yerine", r"çıkar\w*", r"tanımla\w*", r"süresi (?:dol|bit)\w*", r"kaybet\w*", r"çalındı"),
    "document": (r"fatura\w*", r"makbuz\w*", r"fiş\w*", r"dekont\w*", r"vergi (?:no|numara)\w*", r"kdv\b", r"e-?fatura"),
    "want": (r"lazım", r"ihtiyac\w*", r"gönder\w*", r"indir\w*", r"nere\w*", r"ist(?:iyorum|iyoruz|eriz|erim)\b", r"alabilir\w*", r"bulam\w*|bulabil\w*", r"kopya\w*", r"eksik", r"düzelt\w*", r"ekle\w*", r"muhasebe\w*", r"gelmedi|ulaşmadı", r"pdf", r"kes(?:er|ebilir)\w*", r"rica"),
    "plan": (r"plan\w*", r"paket\w*", r"lisans\w*", r"kullanıcı\w*", r"koltuk\w*", r"kişi\w*", r"ekip\w*|takım\w*", r"yıllı\w*", r"aylı\w*", r"premium\b", r"pro\b", r"üye\b|üyeler", r"cihaz\w*"),
    "move": (r"geç(?:ebil|iş|mek|er)\w*", r"yükselt\w*", r"düşür\w*", r"ekle\w*", r"artır\w*", r"azalt\w*", r"fark\w*", r"ne kadar", r"kaç (?:para|tl|lira)", r"ücreti (?:ne|kaç)", r"fiyat\w*", r"indirim\w*", r"ek (?:kullanıcı|lisans)", r"kıst\w*|orantılı", r"dahil"),
    "why": (r"neden\b", r"niye\b|niçin", r"nedir\b", r"ne (?:için|bu)\b", r"bu ne\b", r"tanımıyorum", r"bilmiyorum", r"anlam(?:adım|ıyorum)", r"onay (?:vermedim|vermeden)", r"izin (?:vermedim)", r"yetkisiz", r"bilgim (?:dışında|olmadan)", r"haksız", r"beklenmedik", r"dolandır\w*", r"hırsız\w*", r"çaldınız", r"rezalet", r"açıkla\w*", r"abone olmadım", r"satın almadım"),
    "price": (r"fiyat\w*", r"fatura\w*", r"tutar\w*", r"ücret\w*", r"zam\b"),
    "rose": (r"artır\w*|arttır\w*|artmış", r"yüksel(?:di|miş|ttiniz)\w*", r"daha (?:yüksek|pahalı|fazla)", r"(?:bu kadar|çok|neden) (?:yüksek|pahalı)", r"fazla (?:çekil|alın|kesil)\w*", r"yanlış", r"zam\b", r"yerine \d"),
    "trial": (r"deneme\w*", r"denemek"),
    "renewed": (r"yenile(?:n|m)\w*", r"uzat\w*"),
    "unasked": (r"(?:haber|bilgi|izin|onay) (?:ver(?:me|il)me?den|al(?:ma|ın)madan|vermediniz|vermeden)", r"habersiz|izinsiz", r"(?:bana|kimseye) (?:\w+ )?(?:sormadan|haber|söylemeden|sorulmadan)", r"bilgim (?:dışında|olmadan)", r"rızam", r"otomatik (?:olarak )?(?:yenilen|çekil)\w*", r"aniden|birden\b", r"sadece dene\w*"),
    "paid": (r"öde(?:dim|me\b|miştim|dik|yen)\w*", r"satın aldım", r"abone (?:oldum|olduk)", r"çekildi", r"premium\b", r"pro\b", r"abonelik\w*|aboneliğ\w*", r"üyelik\b|üyeliğ\w*", r"para\w*", r"lisans\w*"),
    "locked": (r"erişim(?:im)? yok|erişem\w*|erişeme\w*", r"(?:hâlâ|hala|halen) (?:\w+ ){0,3}(?:kilitli|ücretsiz|bedava|free|kısıtlı|pasif|kapalı)", r"(?:açılmadı|aktif (?:olmadı|değil|edilmedi)|tanımlanmadı|yüklenmedi|etkinleş(?:medi|miyor)|geçmedi)", r"kilitli", r"ücretsiz (?:sürüm|plan|görün)\w*", r"(?:tekrar|yine) (?:öde|satın al)\w* ist\w*", r"geçersiz", r"giremiyorum", r"kullanamıyorum"),
    "broken": (r"çalışmıyor\w*", r"çök\w*", r"bozuk|bozul\w*", r"açılmıyor", r"donuyor", r"kesinti\w*", r"işe yaramaz", r"berbat", r"hiçbir şey"),
    "usage": (r"limit\w*", r"kota\w*", r"kullanım\w*", r"kredi(?:ler|m|lerim)\w*", r"token\w*", r"istek|isteği|istekler\w*", r"api (?:çağrı|istek|isteği)\w*", r"sınır\w*"),
    "left": (r"bitti\w*", r"doldu|dolmuş", r"aş(?:ıl|tım|ıldı|tık)\w*", r"ulaş(?:tı|ıldı|tım)\w*", r"gör(?:ebil|üyor|mek)\w*", r"kaç\b", r"ne kadar", r"kaldı|kalan", r"saatte|dakikada|günde|ayda", r"hesapla\w*", r"nedir", r"artır\w*|yükselt\w*", r"sıfırlan\w*", r"nerede\w*", r"neden", r"tükendi|tüket\w*"),
    "product": (r"şifre\w*|parola\w*", r"giriş\b|oturum", r"uygulama\w*", r"karanlık mod\w*", r"özellik\w*", r"dışa aktar\w*|içe aktar\w*", r"senkron\w*", r"takvim\w*", r"fotoğraf\w*|resim\w*", r"sürümü (?:var|mı)", r"kod\b|kodu\b", r"kur(?:ulum|abil)\w*", r"iş birliği|ortaklık", r"iş ilanı", r"kvkk", r"mod\b"),
    "money": (r"para\w*", r"fatura\w*", r"öde\w*", r"abone\w*|üyelik\w*", r"çekil\w*|çekti\w*", r"fiyat\w*", r"ücret\w*", r"tl\b|lira|euro\b|[€$₺]", r"kart\w*", r"iptal\w*", r"lisans\w*", r"iade\w*", r"plan\w*|paket\w*", r"indirim\w*", r"satın al\w*", r"makbuz\w*|vergi\b|kdv", r"limit\w*|kota\w*|kredi\w*", r"premium", r"yenile\w*"),
    "smalltalk": (r"merhaba\w*|selam\w*", r"iyi (?:günler|akşamlar|çalışmalar|geceler)", r"günaydın", r"teşekkür\w*(?: ederim)?|sağ ?ol\w*", r"lütfen", r"saygılar\w*", r"tamam", r"ok\b", r"sayın", r"soru\w*", r"kimse (?:var mı)?", r"yardım\w*", r"kolay gelsin"),
}

ASKS: Phrases = {
    "duplicate_charge": (
        (4, r"(?:iki|2|üç|birden fazla|çift|mükerrer) (?:\w+ )?(?:abonelik\w*|aboneliğ\w*|ödeme\b|ödemeler|çekim\w*|tahsilat\w*|fatura\w*|işlem)"),
        (4, rf"{_TWICE} (?:\w+ ){{0,3}}(?:öde\w*|çek\w*|al\w*|tahsil\w*|kes\w*)"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"iade\w*.{0,40}(?:nerede|ne zaman|hâlâ|hala|henüz|gelmedi|yatmadı|geçmedi|durum|ne oldu)"),
        (4, r"(?:nerede|ne zaman|hâlâ|hala|henüz)\b.{0,40}iade\w*"),
    ),
    "refund_request": (
        (3, r"(?:para\w*|ücret\w*|tutar\w*) (?:\w+ ){0,2}(?:geri (?:istiyorum|verin|ödeyin|alabilir)|iade (?:edin|istiyorum|edilsin|eder))"),
        (3, r"iade (?:istiyorum|talep|edin|eder misiniz|edilmesini|rica|yapın|alabilir|mümkün)"),
    ),
    "cancel_request": (
        (3, r"iptal (?:etmek|edin|edilsin|ed(?:er|ebilir)\w*|istiyorum|etmem|ediyorum)"),
        (2, r"artık (?:kullanmıyorum|istemiyorum|ihtiyacım)"),
    ),
    "payment_failed": (
        (4, r"öde(?:me)? ?(?:yap(?:a)?m(?:ıyorum|adım)|yemiyorum|yapamıyoruz)"),
        (3, r"kart\w* (?:\w+ ){0,3}(?:reddedil\w*|geçmiyor|kabul edilm\w*|çalışmıyor)"),
        (3, r"ödeme\w* (?:\w+ ){0,2}(?:başarısız|alınamadı|gerçekleşmedi)"),
    ),
    "invoice_or_receipt_request": ((3, r"fatura\w* (?:\w+ ){0,3}(?:lazım|istiyorum|gönder\w*|gerek\w*|indir\w*|alabilir\w*|ihtiyac\w*)"), (2, r"vergi numara\w*")),
    "update_payment_method": ((3, r"yeni (?:kredi )?kart\w*"),),
    "plan_or_seat_question": (
        (3, r"(?:yıllık|aylık)\w* (?:\w+ )?(?:yıllığa|aylığa|yıllık plana|aylık plana)"),
        (3, r"(?:\d+|iki|üç|beş|ek|daha fazla) (?:\w+ )?(?:lisans\w*|kullanıcı\w*|koltuk\w*)"),
    ),
    "unexpected_charge": (
        (4, r"(?:yetkisiz|bilinmeyen|haksız|tanımadığım|beklenmedik|izinsiz) (?:\w+ )?(?:ödeme|çekim|işlem|tahsilat|kesinti|fatura)\w*"),
        (4, r"(?:hâlâ|hala|yine|tekrar|halen) (?:\w+ ){0,2}(?:para çek\w*|çekil\w*|ücret alın\w*|kesil\w*|tahsil\w*)"),
        (4, r"iptal (?:etmiştim|ettim|ettik|etmeme|ettiğim).{0,60}(?:çek\w*|kes\w*|alın\w*|tahsil\w*|devam)"),
        (3, r"dolandır\w*|hırsız\w*"),
        (2, r"sizi tanımıyorum"),
    ),
    "product_failure_complaint": (
        (3, r"(?:ödedim|ödeme yaptım|satın aldım|abone oldum|para çekildi).{0,60}(?:erişemiyorum|çalışmıyor|hâlâ|hala|açılmadı|aktif değil|kilitli)"),
        (2, r"erişimim yok|erişemiyorum"),
    ),
    "usage_or_rate_limit_question": ((3, r"(?:api|kullanım|istek) (?:limit|kota|sınır)\w*|limit\w* (?:aşıldı|doldu|aştım)"),),
    "not_billing": ((2, r"(?:şifre|parola)\w* (?:\w+ )?(?:unuttum|sıfırla\w*|değiştir\w*)"),),
}

NEGATED_BEFORE = (r"(?:ne|yerine) (?:\w+ )?$",)
NEGATED_AFTER = (
    r"(?:\w+)? ?(?:talep )?(?:istemiyorum|istemiyoruz|istemem|gerekmiyor|gerek yok|lazım değil|gerekli değil|etmek istemiyorum)",
)
# fmt: on
BREAKS = (r"ama\b", r"sadece\b", r"fakat\b", r"lütfen\b", r"çünkü\b", r"ve\b")

EXAMPLES: Examples = (
    ("İki kez para çekildi, iade istiyorum", ("duplicate_charge", "refund_request")),
    ("Aboneliğimi iptal etmek istiyorum", ("cancel_request",)),
    ("İade istemiyorum, sadece iptal edin", ("cancel_request",)),
    ("Paramı geri verin", ("refund_request",)),
    ("İadem henüz gelmedi", ("refund_status",)),
    ("Kartım reddedildi", ("payment_failed",)),
    ("Mart faturasını gönderir misiniz?", ("invoice_or_receipt_request",)),
    ("Kredi kartımı nereden değiştirebilirim?", ("update_payment_method",)),
    ("Plana 5 kullanıcı eklemek istiyoruz", ("plan_or_seat_question",)),
    ("Bu çekimi tanımıyorum", ("unexpected_charge",)),
    ("Nisanda iptal ettim ama hâlâ para çekiliyor", ("unexpected_charge",)),
    ("Ödedim ama erişimim yok", ("product_failure_complaint",)),
    ("Kullanımımı nerede görebilirim? API limiti doldu", ("usage_or_rate_limit_question",)),
    ("Şifremi unuttum", ("not_billing",)),
    ("Teşekkürler, iyi günler", ()),
)
