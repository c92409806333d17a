# お客様への返信、日本語。構成は en/reply.ftl を参照。

greeting = { $name } 様
greeting-plain = お問い合わせありがとうございます。
closing = ご不明な点がございましたら、このメッセージにご返信ください。

charge-full = { $date }の{ $amount }(末尾 { $last4 })
charge-dated = { $date }の{ $amount }
charge-amount = { $amount }
subscription-named = 「{ $plan }」のご契約
subscription-plain = ご契約

## ご本人と確認できないとき:アカウントについては何も述べない
ask-intro = ご連絡ありがとうございます。お力になりたいのですが、情報保護のため、ご本人に関するものと確認できてからでないと請求についてお答えできません。次の点にご協力いただけますか。
ask-write_from_billing_address = 請求にお使いのメールアドレスからご連絡ください。
ask-confirm_address = ヘルプセンターでメールアドレスを確認するか、ログインしてください。
ask-invoice_number = 請求書または領収書の番号(書類の右上)をお知らせください。
ask-charge_details = ご請求 1 件の日付、金額、カード番号の末尾 4 桁のみをお知らせください。カード番号全体は送らないでください。
ask-which_account = どのアカウントまたはワークスペースについてかをお知らせください。
ask-self_serve = 請求にお使いのメールアドレスで、こちらからご自身でもご確認いただけます: { $url }

## 状況
duplicate_same_customer = ご指摘のとおり、ご利用中のものとは別に「{ $plan }」の契約がもう一つ有効になっており、{ $charge }を請求しておりました。
    .plain = ご指摘のとおり、ご利用中のものと同じ契約がもう一つ有効になっておりました。
duplicate_across_customers = ご指摘のとおり、お客様の情報で登録が二つあり、「{ $plan }」が二重に契約されておりました。二つ目の請求は{ $charge }です。
    .plain = ご指摘のとおり、お客様の情報で登録が二つあり、同じプランが二重に契約されておりました。
charged_twice_minutes_apart = ご指摘のとおり、同じお支払いが数分のうちに二度行われておりました。二件目は{ $charge }です。
    .plain = ご指摘のとおり、同じお支払いが数分のうちに二度行われておりました。
failed_attempt_taken_for_charge = お支払いは{ $charge }の 1 件のみです。もう一方は失敗した決済で、明細に一時的に表示されることがありますが、引き落とされず、通常は数日で自然に消えます。
    .plain = お支払いは 1 件のみです。もう一方は失敗した決済で、明細に一時的に表示されることがありますが、引き落とされず、通常は数日で自然に消えます。
proration_taken_for_double_charge = 二件目は二重請求ではありません。プラン変更に伴い、残り期間分として{ $charge }を請求し、お支払い済みの分を差し引いております。
    .plain = 二件目は二重請求ではありません。プラン変更に伴い残り期間分を請求し、お支払い済みの分を差し引いております。
many_subscriptions_really_seats = 「{ $plan }」の契約が { $count } 件あり、合計は{ $interval ->
        [year] 年
       *[month] 月
    }額{ $total }です。誤りではなく、お一人ずつのご契約のように見受けられます。
    .plain = 同じプランの契約が複数あります。誤りではなく、お一人ずつのご契約のように見受けられます。
quantity_changed = { $charge }のご請求は席数の変更によるものです。現在の席数は { $quantity } です。
    .plain = ご請求は席数の変更によるものです。
annual_renewal_surprise = { $charge }のご請求は、{ $subscription }の年次更新です。
    .plain = ご請求は、{ $subscription }の年次更新です。
trial_converted = { $trial_end }に無料期間が終了し、{ $subscription }が始まりました。ご請求は{ $charge }です。
    .plain = 無料期間が終了し、{ $subscription }が始まりました。
charged_after_cancel = ご指摘のとおりです。{ $subscription }は{ $canceled_date }に解約済みでしたが、{ $charge }を請求しておりました。申し訳ございません。
    .plain = ご指摘のとおり、解約後に請求が発生しておりました。申し訳ございません。
cancellation_pending = { $subscription }の解約は承っております。{ $end_date }に終了し、以後の請求はございません。
    .plain = { $subscription }の解約は承っております。更新されません。
wants_to_cancel_cannot = { $subscription }の解約をご希望とのこと、承知いたしました。お支払い済みの期間は{ $end_date }までです。
    .plain = { $subscription }の解約をご希望とのこと、承知いたしました。
pending_update_or_schedule = { $subscription }の変更は、未払い分のお支払い待ちです。期限は{ $expires_date }です。
    .plain = { $subscription }の変更は予約済みで、まだ反映されておりません。
paused = { $subscription }は一時停止中で、{ $resumes_date }に再開します。
    .plain = { $subscription }は一時停止中のため、通常どおりご利用いただけません。
coupon_ended = 割引は{ $coupon_end }に終了しました。これまでは{ $before }でしたが、{ $charge }が通常料金です。
    .plain = 割引が終了し、直近のご請求は通常料金です。
payment_past_due = { $subscription }のお支払いが完了せず、{ $amount }が未払いです。
    .plain = { $subscription }のお支払いが完了しておりません。
authentication_required = { $subscription }の{ $amount }のお支払いについて、銀行での本人認証が必要です。
    .plain = { $subscription }のお支払いについて、銀行での本人認証が必要です。
card_expired = 末尾 { $last4 } のカードの有効期限({ $expired })が切れているため、{ $subscription }の請求ができません。
    .plain = 登録されているカードの有効期限が切れています。
checkout_incomplete = 初回のお支払い{ $amount }が完了しておらず、{ $subscription }は始まっておりません。{ $expires_date }まで手続きできます。
    .plain = 初回のお支払いが期限内に完了せず、{ $subscription }は始まっておりません。請求は発生しておりません。
checkout_abandoned = { $created_date }のお手続き({ $amount })は完了しておりません。請求は発生しておりません。
    .plain = お手続きは完了しておりません。請求は発生しておりません。
payment_blocked = { $charge }のお支払いは安全確認により停止されました。請求は発生しておりません。
    .plain = お支払いは安全確認により停止されました。請求は発生しておりません。
bank_debit_pending = { $charge }のお支払いは処理中です。口座振替の完了には数営業日かかります。再度のお支払いは不要です。
    .plain = お支払いは処理中です。口座振替の完了には数営業日かかります。再度のお支払いは不要です。
invoice_overdue = 請求書 { $invoice_number }({ $amount })の支払期日は{ $due_date }でしたが、まだ入金を確認できておりません。
    .plain = 支払期日を過ぎた請求書があり、まだ入金を確認できておりません。
subscription_unpaid = { $amount }が未払いのため、{ $subscription }は停止しております。
    .plain = 未払いがあるため、{ $subscription }は停止しております。
dispute_open = { $charge }について、銀行で異議申し立てが開始されています。その間は銀行が判断するため、当方からこの金額を返金できません。
    .plain = このお支払いについて、銀行で異議申し立てが開始されています。その間は銀行が判断するため、当方から返金できません。
fraud_warning = { $charge }についてお知らせいただきありがとうございます。まずこのお支払いを慎重に確認いたします。
    .plain = このお支払いについてお知らせいただきありがとうございます。まずこのお支払いを慎重に確認いたします。
already_refunded = { $status ->
        [pending] { $amount }の返金手続きを{ $date }に開始しております。反映まで通常 5~10 営業日かかります。
        [failed] { $date }の{ $amount }の返金は銀行で受け付けられませんでした。別の方法をご案内いたします。
       *[succeeded] { $date }に{ $amount }を返金済みです。反映まで通常 5~10 営業日かかります。
    }
    .plain = このお支払いは返金済みです。反映まで通常 5~10 営業日かかります。
already_refunded-reference = 銀行では参照番号 { $reference } で確認できます。
refund_too_old = { $charge }のお支払いから時間が経っているため、同じお支払い方法への返金ができない場合があります。
    .plain = お支払いから時間が経っているため、同じお支払い方法への返金ができない場合があります。
credited_not_refunded = { $date }に{ $amount }をアカウントの残高に加算しました。次回以降の請求に充当され、現金での返金ではありません。
    .plain = 金額はアカウントの残高に加算されました。次回以降の請求に充当され、現金での返金ではありません。
metered_overage = { $charge }のご請求は、{ $period_start }から{ $period_end }までのプランを超えたご利用分です。
    .plain = ご請求は、前期間にプランを超えてご利用いただいた分です。
tax_added = 請求書 { $invoice_number } には税金{ $amount }が含まれ、合計は{ $total }です。
    .plain = 金額の差は、請求書に加わった税金によるものです。
currency_differs = ご請求は{ $charge }です。明細に別の通貨で表示される場合は、銀行による換算と手数料のためです。
    .plain = ご請求は合意した料金です。明細に別の通貨で表示される場合は、銀行による換算です。
balance_changed_bill = 請求額は{ $total }で、アカウント残高を反映し{ $amount }を請求いたしました。
    .plain = アカウント残高を反映したため、請求書の金額と異なります。
overpaid = 請求書 { $invoice_number } の合計{ $total }に対し、{ $amount }多くお支払いいただいております。
    .plain = 請求額より多くお支払いいただいております。
not_our_charge = お客様のお支払いの中に、このご請求は見つかりませんでした。当方の明細表示名は { $descriptor } です。
    .plain = お客様のお支払いの中に、このご請求は見つかりませんでした。
wallet_card_number = { $charge }は { $wallet } でのお支払いです。端末では同じカードでも別の末尾番号({ $wallet_last4 })が表示されることがあります。
    .plain = 端末のウォレットでのお支払いのため、同じカードでも別の末尾番号が表示されることがあります。
invoice_to_wrong_email = { $date }の請求書 { $invoice_number } は、発行時に登録されていた宛先に送られました。
    .plain = 請求書は、発行時に登録されていた宛先に送られました。
written_off_but_dunned = 請求書 { $invoice_number }({ $amount })は処理済みです。お支払いは不要です。督促のご連絡は無視してください。申し訳ございません。
    .plain = 請求書は処理済みです。お支払いは不要です。督促のご連絡は無視してください。申し訳ございません。
test_data = こちらはテスト決済で、実際の引き落としはございません。
    .plain = こちらはテスト決済で、実際の引き落としはございません。
paid_no_access = { $charge }のお支払いは確認できておりますが、{ $subscription }が有効になっておりませんでした。当方の不備です。申し訳ございません。
    .plain = お支払いは確認できておりますが、{ $subscription }が有効になっておりませんでした。当方の不備です。申し訳ございません。
customer_deleted = お客様の請求アカウントは閉鎖されています。過去のお支払いは引き続き確認できます。
    .plain = お客様の請求アカウントは閉鎖されています。過去のお支払いは引き続き確認できます。
invoice_requested = { $charge }の請求書 { $invoice_number } をご案内いたします。
    .plain = 請求書についてのお問い合わせを承りました。
card_update_requested = { $subscription }には末尾 { $last4 } のカードが登録されています。
    .plain = { $subscription }の新しいお支払い方法についてのご連絡を承りました。
wants_to_cancel = { $subscription }の解約をご希望とのこと、承知いたしました。お支払い済みの期間は{ $end_date }までです。
    .plain = { $subscription }の解約をご希望とのこと、承知いたしました。
billing_unreadable = ご連絡ありがとうございます。現在すべての請求情報を確認できないため、確認でき次第ご連絡いたします。
    .plain = ご連絡ありがとうございます。現在すべての請求情報を確認できないため、確認でき次第ご連絡いたします。
not_billing = ご連絡ありがとうございます。請求以外のご用件のため、担当者に引き継ぎます。
    .plain = ご連絡ありがとうございます。請求以外のご用件のため、担当者に引き継ぎます。
unclear = ご連絡ありがとうございます。担当者がアカウントを確認し、改めてご連絡いたします。
    .plain = ご連絡ありがとうございます。担当者がアカウントを確認し、改めてご連絡いたします。

## まだ文面のない状況
bucket-duplicate_subscription = 同じものが重ねて請求されているようです。
bucket-multi_seat_intent = 金額は、席数または契約数によるものです。
bucket-payment_failed = お支払いが完了しておりません。
bucket-self_serve_missing = ご契約についてのお問い合わせを承りました。
bucket-product_failure = 当方の不備により、正しく動作しておりませんでした。申し訳ございません。
bucket-not_billing = ご連絡ありがとうございます。請求以外のご用件のため、担当者に引き継ぎます。
bucket-needs_human = ご連絡ありがとうございます。担当者がアカウントを確認し、改めてご連絡いたします。

## 対応
step-refund_charge =
    .will = { $amount }をお支払い方法に返金いたします。反映まで通常 5~10 営業日かかります。
    .done = { $amount }をお支払い方法に返金いたしました。反映まで通常 5~10 営業日かかります。
step-apply_credit =
    .will = { $amount }をアカウント残高に加算し、次回の請求に充当いたします。
    .done = { $amount }をアカウント残高に加算しました。次回の請求に充当されます。
step-cancel_subscription_now =
    .will = 契約をただちに終了いたします。
    .done = 契約を終了いたしました。
step-cancel_subscription_now-duplicate_subscription =
    .will = 余分な契約を終了いたします。もう一方はそのままです。
    .done = 余分な契約を終了いたしました。もう一方はそのままです。
step-set_cancel_at_period_end =
    .will = お支払い済みの期間の終わりに契約が終了するよう設定いたします。以後の請求はございません。
    .done = 契約はお支払い済みの期間の終わりに終了します。以後の請求はございません。
step-set_cancel_at_period_end-duplicate_subscription =
    .will = 余分な契約の更新を停止いたします。もう一方はそのままです。
    .done = 余分な契約の更新を停止いたしました。もう一方はそのままです。
step-undo_cancel_at_period_end =
    .will = 解約を取り消し、契約を継続いたします。
    .done = 解約を取り消しました。契約は継続します。
step-stop_invoice_collection =
    .will = 未払い請求書の回収を停止いたします。
    .done = 未払い請求書の回収を停止いたしました。
step-void_invoice =
    .will = 未払い請求書を無効にいたします。お支払いは不要です。
    .done = 未払い請求書を無効にいたしました。お支払いは不要です。
step-retry_invoice =
    .will = お支払いを再度処理いたします。
    .done = お支払いを再度処理いたしました。
step-change_quantity_at_renewal =
    .will = 次回更新時に席数を変更いたします。
    .done = 次回更新時に席数が変更されます。
step-change_quantity_now =
    .will = 席数を変更いたします。
    .done = 席数を変更いたしました。
step-resume_subscription =
    .will = 契約を再開いたします。
    .done = 契約を再開いたしました。
step-verify_contract =
    .will = まずご契約条件を確認し、改めてご連絡いたします。
    .done = ご契約条件を確認いたしました。
step-wait_and_recheck =
    .will = 改めて状況を確認し、ご連絡いたします。
    .done = 改めて状況を確認いたしました。
step-escalate_human =
    .will = 専門の担当者が確認し、ご返信いたします。
    .done = 専門の担当者が確認し、ご返信いたします。
step-escalate_engineering =
    .will = 技術担当が原因を調べております。
    .done = 技術担当が原因を調べております。
step-ask_customer =
    .will = 該当する日付や金額など、もう少し詳しくお知らせいただけますか。
    .done = 該当する日付や金額など、もう少し詳しくお知らせいただけますか。
step-ask_customer-multi_seat_intent =
    .will = それぞれ別の方がお使いでしょうか。その場合は一つの請求にまとめられます。ご返信があるまで変更はいたしません。
    .done = それぞれ別の方がお使いでしょうか。その場合は一つの請求にまとめられます。ご返信があるまで変更はいたしません。

step-ask_customer-checkout_abandoned =
    .will = お手続きを続けるための新しいリンクをお送りしましょうか。
    .done = お手続きを続けるための新しいリンクをお送りしましょうか。
step-ask_customer-invoice_to_wrong_email =
    .will = 今後の請求書の送付先をお知らせください。安全のため、変更前にご本人に確認いたします。
    .done = 今後の請求書の送付先をお知らせください。安全のため、変更前にご本人に確認いたします。
step-ask_customer-not_our_charge =
    .will = 日付、金額、明細に表示された名称をお知らせください。カード番号を隠した画面の写真もお役に立ちます。
    .done = 日付、金額、明細に表示された名称をお知らせください。カード番号を隠した画面の写真もお役に立ちます。
step-ask_customer-wants_to_cancel =
    .will = どのご契約を終了しますか。
    .done = どのご契約を終了しますか。
step-ask_customer-wants_to_cancel_cannot =
    .will = どのご契約を終了しますか。
    .done = どのご契約を終了しますか。

## リンク
link-send_portal_link = 請求書、お支払い方法、ご契約はこちらでご確認いただけます(請求書のメールアドレスでログイン): { $url }
    .promised = 請求ページへのリンクをお送りいたします。
link-send_portal_payment_update = お支払い方法はこちらで変更できます(請求書のメールアドレスでログイン): { $url }
    .promised = お支払い方法を変更するリンクをお送りいたします。
link-send_portal_cancel_flow = こちらからご自身で解約できます(請求書のメールアドレスでログイン): { $url }
    .promised = 解約用のリンクをお送りいたします。
link-send_hosted_invoice_link = 請求書の確認はこちら: { $url }
    .pay = 請求書の確認とお支払いはこちら: { $url }
    .promised = 請求書へのリンクをお送りいたします。
link-send_invoice_pdf = 請求書のダウンロードはこちら: { $url }
    .promised = 請求書をお送りいたします。
link-send_checkout_link = お手続きの続きはこちら: { $url }
    .promised = お手続き用の新しいリンクをお送りいたします。

next-checking = 対応方法を確認しており、改めてご連絡いたします。
