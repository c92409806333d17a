# Müşterilere yanıtlar, Türkçe (siz). Yapı: bkz. en/reply.ftl.
# $subscription yalnızca planın adıdır: "aboneliğiniz" sözcüğü ek aldığı için cümlenin içindedir.
# Tutar ve tarihler ek almasın diye "tutarındaki", "tarihinde" gibi sözcüklerle bağlanır.

greeting = Merhaba { $name },
greeting-plain = Merhaba,
closing = Açık olmayan bir nokta varsa bu mesajı yanıtlamanız yeterli.

charge-full = { $date } tarihli { $amount } (son haneler { $last4 })
charge-dated = { $date } tarihli { $amount }
charge-amount = { $amount }
subscription-named = { $plan }
subscription-plain = { "" }

## Yazanın kim olduğu kesin değilse: hiçbir hesap hakkında hiçbir şey
ask-intro = Mesajınız için teşekkür ederiz. Size yardımcı olmak isteriz. Herkesin verilerini korumak için ödemeler hakkında ancak konunun sizinle ilgili olduğunu bildiğimizde konuşabiliyoruz. Şu konuda bize yardımcı olabilir misiniz?
ask-write_from_billing_address = Lütfen bize faturalandırma için kullandığınız e-posta adresinden yazın.
ask-confirm_address = Lütfen e-posta adresinizi destek merkezimizde doğrulayın (veya orada oturum açın).
ask-invoice_number = Lütfen bir faturanın veya makbuzun numarasını gönderin (belgenin sağ üst köşesinde).
ask-charge_details = Lütfen bir çekimin tarihini, tutarını ve kartın yalnızca son dört hanesini gönderin. Kart numarasının tamamını asla göndermeyin.
ask-which_account = Lütfen hangi hesap veya çalışma alanıyla ilgili olduğunu belirtin.
ask-self_serve = Faturalandırma için kullandığınız e-posta adresiyle ödemelerinize buradan kendiniz de bakabilirsiniz: { $url }

## Durumlar
duplicate_same_customer = Haklısınız: Kullandığınız aboneliğin yanında { $plan } için ikinci bir abonelik daha vardı ve bunun için çekim yaptık: { $charge }.
    .less = Haklısınız: Kullandığınız aboneliğin yanında aynısından bir tane daha vardı ve bunun için çekim yaptık: { $charge }.
    .plain = Haklısınız: Kullandığınız aboneliğin yanında aynısından bir tane daha vardı.
duplicate_across_customers = Haklısınız: { $plan }, sizin bilgilerinizi taşıyan iki kayıtta iki kez satın alınmış ve ikincisi için çekim yaptık: { $charge }.
    .less = Haklısınız: Aynı plan, sizin bilgilerinizi taşıyan iki kayıtta iki kez satın alınmış ve ikincisi için çekim yaptık: { $charge }.
    .plain = Haklısınız: Aynı plan, sizin bilgilerinizi taşıyan iki kayıtta iki kez satın alınmış.
charged_twice_minutes_apart = Haklısınız: Aynı ödeme birkaç dakika içinde iki kez alınmış. İkinci ödeme: { $charge }.
    .plain = Haklısınız: Aynı ödeme birkaç dakika içinde iki kez alınmış.
failed_attempt_taken_for_charge = Bir kez ödeme yaptınız: { $charge }. Diğer kayıt başarısız bir denemedir. Bankanız onu beklemede gösterebilir; ancak tahsil edilmez ve genellikle birkaç gün içinde kendiliğinden kaybolur.
    .plain = Bir kez ödeme yaptınız. Diğer kayıt başarısız bir denemedir. Bankanız onu beklemede gösterebilir; ancak tahsil edilmez ve genellikle birkaç gün içinde kendiliğinden kaybolur.
proration_taken_for_double_charge = İkinci tutar mükerrer bir çekim değildir. Planınız değiştiğinde dönemin kalanı için çekim yaptık ({ $charge }) ve daha önce ödediğiniz kısmı düştük.
    .plain = İkinci tutar mükerrer bir çekim değildir: Planınız değiştiğinde dönemin kalanı faturalandırıldı ve daha önce ödediğiniz kısım düşüldü.
    .credit = Düşülen tutar: { $credit }.
many_subscriptions_really_seats = { $plan } için { $count } ayrı aboneliğiniz var; toplam { $interval ->
        [year] yıllık
        [week] haftalık
        [day] günlük
       *[month] aylık
    } tutar { $total }. Bu, bir hatadan çok kişi başına bir abonelik gibi görünüyor.
    .less = Aynı plan için { $count } ayrı aboneliğiniz var. Bu, bir hatadan çok kişi başına bir abonelik gibi görünüyor.
    .plain = Aynı plan için birden fazla ayrı aboneliğiniz var. Bu, bir hatadan çok kişi başına bir abonelik gibi görünüyor.
quantity_changed = Bu çekim kullanıcı sayısındaki değişiklikten kaynaklanıyor: { $charge }.
    .plain = Bu çekim, aboneliğinizdeki kullanıcı sayısının değişmesinden kaynaklanıyor.
    .seats = Şu anda { $quantity } kullanıcınız var.
annual_renewal_surprise = Bu çekim, { $subscription } aboneliğinizin yıllık yenilemesidir: { $charge }.
    .plain = Bu çekim, { $subscription } aboneliğinizin yıllık yenilemesidir.
    .until = Ödenmiş dönem { $end_date } tarihine kadar sürüyor.
trial_converted = Deneme süreniz { $trial_end } tarihinde bitti ve { $subscription } aboneliğiniz şu çekimle başladı: { $charge }.
    .less = Deneme süreniz bitti ve { $subscription } aboneliğiniz şu çekimle başladı: { $charge }.
    .plain = Deneme süreniz bitti ve { $subscription } aboneliğiniz başladı.
    .until = Ödenmiş dönem { $end_date } tarihine kadar sürüyor.
charged_after_cancel = Haklısınız, özür dileriz: { $subscription } aboneliğiniz { $canceled_date } tarihinde iptal edildiği hâlde çekim yaptık: { $charge }.
    .less = Haklısınız, özür dileriz: { $subscription } aboneliğiniz iptal edildiği hâlde çekim yaptık: { $charge }.
    .plain = Haklısınız, özür dileriz: İptalinizden sonra sizden çekim yapıldı.
cancellation_pending = İptal talebiniz kayıtlı: { $subscription } aboneliğiniz { $end_date } tarihinde sona eriyor ve bir daha çekim yapılmayacak.
    .plain = İptal talebiniz kayıtlı: { $subscription } aboneliğiniz yenilenmeyecek.
    .since = İptal tarihi: { $canceled_date }.
wants_to_cancel_cannot = Anladığımız kadarıyla { $subscription } aboneliğinizi iptal etmek istiyorsunuz. Ödenmiş dönem { $end_date } tarihine kadar sürüyor.
    .plain = Anladığımız kadarıyla { $subscription } aboneliğinizi iptal etmek istiyorsunuz.
pending_update_or_schedule = Şu anda { $subscription } aboneliğinizdeki bir değişiklik, en geç { $expires_date } tarihine kadar açık bir ödemeyi bekliyor.
    .plain = Şu anda { $subscription } aboneliğiniz için planlanmış bir değişiklik var, ancak henüz yürürlüğe girmedi.
paused = Şu anda { $subscription } aboneliğiniz duraklatılmış durumda; { $resumes_date } tarihinde devam edecek.
    .plain = Şu anda { $subscription } aboneliğiniz duraklatılmış durumda, bu yüzden her zamanki gibi çalışmıyor.
coupon_ended = İndiriminiz { $coupon_end } tarihinde sona erdi; şu çekim normal fiyattır: { $charge }.
    .less = İndiriminiz sona erdi; şu çekim normal fiyattır: { $charge }.
    .plain = İndiriminiz sona erdi; son çekim normal fiyattır.
    .before = Daha önce ödediğiniz tutar: { $before }.
payment_past_due = Bir ödeme alınamadı: { $subscription } aboneliğiniz için { $amount } ödenmemiş durumda.
    .plain = Bir ödeme alınamadı: { $subscription } aboneliğiniz için ödeme bekleniyor.
    .card = Sonu { $last4 } olan ödeme yöntemi denendi.
    .next = Bir sonraki deneme { $next_attempt } tarihinde.
authentication_required = Bankanız, { $subscription } aboneliğiniz için { $amount } tutarındaki ödemeyi onaylamanızı istiyor.
    .plain = Bankanız, { $subscription } aboneliğinizin ödemesini onaylamanızı istiyor.
card_expired = Sonu { $last4 } olan kartın süresi doldu ({ $expired }); bu yüzden { $subscription } aboneliğiniz artık bu karttan çekilemiyor.
    .less = Sonu { $last4 } olan kartın süresi doldu; bu yüzden { $subscription } aboneliğiniz artık bu karttan çekilemiyor.
    .plain = Kayıtlı kartın süresi doldu.
    .open = Şu anda ödenmemiş tutar: { $amount }.
    .next = Bir sonraki deneme { $next_attempt } tarihinde.
checkout_incomplete = İlk ödeme ({ $amount }) tamamlanmadığı için { $subscription } aboneliğiniz başlamadı. Ödeme { $expires_date } tarihine kadar tamamlanabilir.
    .less = İlk ödeme ({ $amount }) zamanında tamamlanmadığı için { $subscription } aboneliğiniz başlamadı. Sizden para çekilmedi.
    .plain = İlk ödeme zamanında tamamlanmadığı için { $subscription } aboneliğiniz başlamadı. Sizden para çekilmedi.
checkout_abandoned = Siparişiniz ({ $created_date }, { $amount }) tamamlanmadı. Sizden para çekilmedi.
    .less = { $created_date } tarihli siparişiniz tamamlanmadı. Sizden para çekilmedi.
    .plain = Siparişiniz tamamlanmadı. Sizden para çekilmedi.
payment_blocked = Ödeme bir güvenlik kontrolü nedeniyle durduruldu: { $charge }. Sizden para çekilmedi.
    .plain = Ödeme bir güvenlik kontrolü nedeniyle durduruldu. Sizden para çekilmedi.
bank_debit_pending = Ödemeniz işlemde: { $charge }. Banka hesabından çekim birkaç iş günü sürer; yeniden ödeme yapmanıza gerek yok.
    .plain = Ödemeniz işlemde. Banka hesabından çekim birkaç iş günü sürer; yeniden ödeme yapmanıza gerek yok.
invoice_overdue = { $amount } tutarındaki { $invoice_number } numaralı faturanın son ödeme tarihi { $due_date } idi; ödemeyi henüz görmüyoruz.
    .plain = Bir faturanın son ödeme tarihi geçti; ödemeyi henüz görmüyoruz.
subscription_unpaid = Şu anda { $subscription } aboneliğiniz, { $amount } ödenmediği için askıda.
    .plain = Şu anda { $subscription } aboneliğiniz, eksik ödemeler nedeniyle askıda.
dispute_open = Bankanız bir itiraz süreci başlattı: { $charge }. Süreç açık olduğu sürece kararı banka verir ve bu tutarı biz iade edemeyiz.
    .plain = Bankanız bu ödeme için bir itiraz süreci başlattı. Süreç açık olduğu sürece kararı banka verir ve tutarı biz iade edemeyiz.
fraud_warning = Bize bildirdiğiniz için teşekkür ederiz: { $charge }. Her şeyden önce bu ödemeyi dikkatle inceleyeceğiz.
    .plain = Bu ödemeyi bize bildirdiğiniz için teşekkür ederiz. Her şeyden önce onu dikkatle inceleyeceğiz.
already_refunded = { $status ->
        [succeeded] { $date } tarihinde { $amount } iade ettik. Bankaların bunu göstermesi genellikle 5–10 iş günü sürer.
        [failed] Bankanız { $date } tarihli { $amount } tutarındaki iadeyi kabul etmedi. Parayı geri vermek için başka bir yol arıyoruz.
       *[pending] { $amount } tutarındaki iade { $date } tarihinde başlatıldı. Bankaların bunu göstermesi genellikle 5–10 iş günü sürer.
    }
    .plain = Bu ödeme için daha önce bir iade başlatıldı. Hangi aşamada olduğunu kontrol ediyoruz.
    .reference = Bankanız onu { $reference } referansıyla bulabilir.
refund_too_old = Bu ödemenin üzerinden uzun zaman geçti: { $charge }. Aynı ödeme yöntemine iade artık mümkün olmayabilir.
    .plain = Bu ödemenin üzerinden uzun zaman geçti. Aynı ödeme yöntemine iade artık mümkün olmayabilir.
credited_not_refunded = { $date } tarihinde hesabınıza { $amount } alacak kaydettik. Bu tutar sonraki faturalarınızda kullanılır; nakit olarak ödenmedi.
    .plain = Tutar hesabınıza alacak olarak kaydedildi. Sonraki faturalarınızda kullanılır; nakit olarak ödenmedi.
metered_overage = Bu çekim, { $period_start } – { $period_end } arasında planınızı aşan kullanım içindir: { $charge }.
    .less = Bu çekim, planınızı aşan kullanım içindir: { $charge }.
    .plain = Bu çekim, son dönemde planınızı aşan kullanım içindir.
tax_added = { $invoice_number } numaralı fatura { $amount } vergi içeriyor; toplam { $total }.
    .less = Fatura { $amount } vergi içeriyor.
    .plain = Tutarın artması, artık faturaya dahil olan vergiden kaynaklanıyor.
currency_differs = Yaptığımız çekim: { $charge }. Bankanız başka bir para birimi gösteriyorsa dönüştürmeyi banka yapmıştır; aradaki fark bankanın kuru ve ücretidir.
    .plain = Anlaşılan fiyatı çektik. Bankanız başka bir para birimi gösteriyorsa dönüştürmeyi banka yapmıştır.
balance_changed_bill = Fatura { $total } idi; hesabınızdaki bakiyeyle birlikte { $amount } çekildi.
    .plain = Çekilen tutar, hesabınızdaki bakiye nedeniyle faturadan farklı.
overpaid = { $invoice_number } numaralı fatura için toplam tutardan ({ $total }) { $amount } daha fazla ödendi.
    .plain = Faturada istenenden fazla ödendi.
not_our_charge = Bu çekimi bize yaptığınız ödemeler arasında bulamıyoruz. Bizim çekimlerimiz ekstrede şu adla görünür: { $descriptor }.
    .plain = Bu çekimi bize yaptığınız ödemeler arasında bulamıyoruz.
wallet_card_number = Bu ödeme { $wallet } ile yapıldı: { $charge }. Cihazınız aynı kart için başka haneler gösterebilir ({ $wallet_last4 }).
    .less = Bu ödeme { $wallet } ile yapıldı: { $charge }. Cihazınız aynı kart için başka son haneler gösterebilir.
    .plain = Bu ödeme, aynı kart için başka son haneler gösteren cihazınızdaki bir cüzdanla yapıldı.
invoice_to_wrong_email = { $date } tarihli { $invoice_number } numaralı fatura, düzenlendiği sırada kayıtlı olan adrese gönderildi.
    .plain = Fatura, düzenlendiği sırada kayıtlı olan adrese gönderildi.
written_off_but_dunned = { $amount } tutarındaki { $invoice_number } numaralı fatura kapandı. Ödemeniz gereken bir şey yok; lütfen hatırlatmaları dikkate almayın, bunlar için özür dileriz.
    .plain = Fatura kapandı. Ödemeniz gereken bir şey yok; lütfen hatırlatmaları dikkate almayın, bunlar için özür dileriz.
test_data = Bu bir test ödemesiydi: Para çekilmedi.
    .plain = Bu bir test ödemesiydi: Para çekilmedi.
paid_no_access = Ödemeniz bize ulaştı ({ $charge }), ancak { $subscription } aboneliğiniz açılmadı. Özür dileriz: Bu sizin değil, bizim hatamız.
    .plain = Ödemeniz bize ulaştı, ancak { $subscription } aboneliğiniz açılmadı. Özür dileriz: Bu sizin değil, bizim hatamız.
customer_deleted = Bizdeki fatura hesabınız kapatılmış. Geçmiş ödemelerinize sizin için yine de bakabiliriz.
    .plain = Bizdeki fatura hesabınız kapatılmış. Geçmiş ödemelerinize sizin için yine de bakabiliriz.
invoice_requested = { $invoice_number } numaralı faturayı istediniz: { $charge }.
    .less = Şu ödemenin faturasını istediniz: { $charge }.
    .plain = Faturalarınızı istediniz.
card_update_requested = Şu anda { $subscription } aboneliğiniz için kayıtlı kartın son haneleri: { $last4 }.
    .plain = Bize { $subscription } aboneliğiniz için yeni ödeme yönteminizi bildirdiğiniz için teşekkür ederiz.
    .next = Bir sonraki ödeme { $next_date } tarihinde.
wants_to_cancel = Anladığımız kadarıyla { $subscription } aboneliğinizi iptal etmek istiyorsunuz. Ödenmiş dönem { $end_date } tarihine kadar sürüyor.
    .plain = Anladığımız kadarıyla { $subscription } aboneliğinizi iptal etmek istiyorsunuz.
billing_unreadable = Mesajınız için teşekkür ederiz. Şu anda tüm ödeme verilerini göremiyoruz; en kısa sürede size döneceğiz.
    .plain = Mesajınız için teşekkür ederiz. Şu anda tüm ödeme verilerini göremiyoruz; en kısa sürede size döneceğiz.
not_billing = Mesajınız için teşekkür ederiz. Konu ödemelerle ilgili olmadığı için mesajınızı ilgili arkadaşlarımıza iletiyoruz.
    .plain = Mesajınız için teşekkür ederiz. Konu ödemelerle ilgili olmadığı için mesajınızı ilgili arkadaşlarımıza iletiyoruz.
unclear = Mesajınız için teşekkür ederiz. Hesabınızı inceliyoruz ve size döneceğiz.
    .plain = Mesajınız için teşekkür ederiz. Hesabınızı inceliyoruz ve size döneceğiz.

## Henüz kendi metni olmayan durumlar
bucket-duplicate_subscription = Aynı şey için birden fazla kez çekim yapılmış gibi görünüyor.
bucket-multi_seat_intent = Tutar, hesabınızdaki kullanıcı veya abonelik sayısından kaynaklanıyor.
bucket-payment_failed = Bir ödeme alınamadı.
bucket-self_serve_missing = Aboneliğinizle ilgili mesajınız için teşekkür ederiz.
bucket-product_failure = Özür dileriz: Bizim tarafımızda bir şey olması gerektiği gibi çalışmadı.
bucket-not_billing = Mesajınız için teşekkür ederiz. Konu ödemelerle ilgili olmadığı için mesajınızı ilgili arkadaşlarımıza iletiyoruz.
bucket-needs_human = Mesajınız için teşekkür ederiz. Hesabınızı inceliyoruz ve size döneceğiz.

## Adımlar
step-refund_charge =
    .will = Sonu { $last4 } olan ödeme yöntemine { $amount } iade edeceğiz. Bankaların bunu göstermesi genellikle 5–10 iş günü sürer.
    .will-plain = Kullandığınız ödeme yöntemine { $amount } iade edeceğiz. Bankaların bunu göstermesi genellikle 5–10 iş günü sürer.
    .done = Sonu { $last4 } olan ödeme yöntemine { $amount } iade ettik. Bankaların bunu göstermesi genellikle 5–10 iş günü sürer.
    .done-plain = Kullandığınız ödeme yöntemine { $amount } iade ettik. Bankaların bunu göstermesi genellikle 5–10 iş günü sürer.
    .failed = { $amount } tutarındaki iade gerçekleşmedi. Parayı geri vermek için başka bir yol arıyoruz ve size bilgi vereceğiz.
step-refund_charge-several =
    .will = Kullandığınız ödeme yöntemine { $count } ödemeyi, toplam { $amount }, iade edeceğiz. Bankaların bunu göstermesi genellikle 5–10 iş günü sürer.
    .done = Kullandığınız ödeme yöntemine { $count } ödemeyi, toplam { $amount }, iade ettik. Bankaların bunu göstermesi genellikle 5–10 iş günü sürer.
step-apply_credit =
    .will = Hesabınıza { $amount } alacak kaydedeceğiz; bu, bir sonraki faturanızı düşürür.
    .done = Hesabınıza { $amount } alacak kaydettik; bu, bir sonraki faturanızı düşürür.
step-cancel_subscription_now =
    .will = Aboneliği şimdi sonlandıracağız.
    .done = Abonelik sonlandırıldı.
step-cancel_subscription_now-duplicate_subscription =
    .will = Fazla aboneliği, bir daha çekim yapılmaması için sonlandıracağız; { $keep_since } tarihinden beri kullandığınız abonelik olduğu gibi kalıyor.
    .will-plain = Fazla aboneliği, bir daha çekim yapılmaması için sonlandıracağız; diğeri olduğu gibi kalıyor.
    .done = Fazla abonelik sonlandırıldı, bir daha çekim yapılmayacak; { $keep_since } tarihinden beri kullandığınız abonelik olduğu gibi kalıyor.
    .done-plain = Fazla abonelik sonlandırıldı, bir daha çekim yapılmayacak; diğeri olduğu gibi kalıyor.
step-set_cancel_at_period_end =
    .will = Aboneliğin ödenmiş dönemin sonunda bitmesini sağlayacağız; bir daha çekim yapılmayacak.
    .done = Abonelik ödenmiş dönemin sonunda bitiyor; bir daha çekim yapılmayacak.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = Fazla aboneliğin yenilenmesini, bir daha çekim yapılmaması için durduracağız; { $keep_since } tarihinden beri kullandığınız abonelik olduğu gibi kalıyor.
    .will-plain = Fazla aboneliğin yenilenmesini, bir daha çekim yapılmaması için durduracağız; diğeri olduğu gibi kalıyor.
    .done = Fazla abonelik artık yenilenmiyor, bir daha çekim yapılmayacak; { $keep_since } tarihinden beri kullandığınız abonelik olduğu gibi kalıyor.
    .done-plain = Fazla abonelik artık yenilenmiyor, bir daha çekim yapılmayacak; diğeri olduğu gibi kalıyor.
step-undo_cancel_at_period_end =
    .will = Aboneliğin devam etmesi için iptali geri alacağız.
    .done = İptali geri aldık; abonelik devam ediyor.
step-stop_invoice_collection =
    .will = Açık faturanın tahsilatını durduracağız.
    .done = Açık faturanın tahsilatını durdurduk.
step-void_invoice =
    .will = Açık faturayı geçersiz kılacağız; ödemeniz gerekmiyor.
    .done = Açık fatura geçersiz kılındı; ödemeniz gerekmiyor.
step-retry_invoice =
    .will = Ödemeyi yeniden deneyeceğiz.
    .done = Ödemeyi yeniden denedik.
step-change_quantity_at_renewal =
    .will = Kullanıcı sayısını bir sonraki yenilemede değiştireceğiz.
    .done = Kullanıcı sayısı bir sonraki yenilemede değişecek.
step-change_quantity_now =
    .will = Kullanıcı sayısını değiştireceğiz.
    .done = Kullanıcı sayısını değiştirdik.
step-resume_subscription =
    .will = Aboneliği yeniden başlatacağız.
    .done = Abonelik yeniden etkin.
step-verify_contract =
    .will = Önce sözleşme koşullarınızı kontrol edecek, sonra size döneceğiz.
    .done = Sözleşme koşullarınızı kontrol ettik.
step-wait_and_recheck =
    .will = Tekrar bakacak ve sonucu size bildireceğiz.
    .done = Tekrar baktık.
step-escalate_human = Bir uzman konuyu inceliyor ve size yanıt verecek.
step-escalate_engineering = Mühendislerimiz nedenini araştırıyor.
step-ask_customer = Söz konusu tarih ve tutar gibi biraz daha bilgi verebilir misiniz?
step-ask_customer-multi_seat_intent = Bunları farklı kişiler mi kullanıyor? Öyleyse hepsini tek bir faturada birleştirebiliriz; siz yanıt vermeden hiçbir şey değişmez.
step-ask_customer-checkout_abandoned = Tamamlamanız için size yeni bir bağlantı gönderelim mi?
step-ask_customer-invoice_to_wrong_email = Bundan sonraki faturalar hangi adrese gitsin? Güvenliğiniz için değiştirmeden önce adresi sizinle doğrularız.
step-ask_customer-not_our_charge = Lütfen bize tarihi, tutarı ve ekstrenizde görünen adı gönderin; kart numarası kapatılmış bir ekran görüntüsü işimizi kolaylaştırır.
step-ask_customer-wants_to_cancel = Aboneliklerinizden hangisi sona ersin?
step-ask_customer-wants_to_cancel_cannot = Aboneliklerinizden hangisi sona ersin?

## Bağlantılar
link-send_portal_link = Faturalarınızı, ödeme yönteminizi ve aboneliğinizi burada görebilirsiniz; faturalarınızdaki e-posta adresiyle oturum açın: { $url }
    .promised = Size fatura sayfanızın bağlantısını göndereceğiz.
link-send_portal_payment_update = Ödeme yöntemini buradan değiştirebilirsiniz; faturalarınızdaki e-posta adresiyle oturum açın: { $url }
    .promised = Size ödeme yöntemini değiştirmeniz için bir bağlantı göndereceğiz.
link-send_portal_cancel_flow = Buradan kendiniz iptal edebilirsiniz; faturalarınızdaki e-posta adresiyle oturum açın: { $url }
    .promised = Size iptal için bir bağlantı göndereceğiz.
link-send_hosted_invoice_link = Faturayı burada görebilirsiniz: { $url }
    .pay = Faturayı burada görebilir ve ödeyebilirsiniz: { $url }
    .promised = Size faturanın bağlantısını göndereceğiz.
link-send_invoice_pdf = Faturayı buradan indirebilirsiniz: { $url }
    .promised = Size faturayı göndereceğiz.
link-send_checkout_link = Siparişi buradan tamamlayabilirsiniz: { $url }
    .promised = Size siparişi tamamlamanız için yeni bir bağlantı göndereceğiz.

next-checking = Neler yapabileceğimizi hâlâ kontrol ediyoruz ve size döneceğiz.
next-failed = Bir adım planlandığı gibi gitmedi. Konuyla ilgileniyoruz ve size döneceğiz.
