# Réponses aux clients, français (vouvoiement). Structure : voir en/reply.ftl.

greeting = Bonjour { $name },
greeting-plain = Bonjour,
closing = Si quelque chose n'est pas clair, répondez simplement à ce message.

charge-full = { $amount } du { $date } (carte ou compte se terminant par { $last4 })
charge-dated = { $amount } du { $date }
charge-amount = { $amount }
subscription-named = votre abonnement « { $plan } »
subscription-plain = votre abonnement

## Quand l'identité n'est pas certaine : rien sur aucun compte
ask-intro = Merci pour votre message. Nous voulons vous aider. Pour protéger les données de chacun, nous ne parlons de facturation qu'une fois certains qu'il s'agit de vous. Pourriez-vous nous aider sur ce point ?
ask-write_from_billing_address = Écrivez-nous depuis l'adresse e-mail que vous utilisez pour la facturation.
ask-confirm_address = Confirmez votre adresse e-mail dans notre centre d'aide (ou connectez-vous-y).
ask-invoice_number = Indiquez le numéro d'une facture ou d'un reçu (en haut à droite du document).
ask-charge_details = Indiquez la date, le montant et seulement les quatre derniers chiffres de la carte pour un prélèvement. N'envoyez jamais le numéro entier.
ask-which_account = Indiquez de quel compte ou espace de travail il s'agit.
ask-self_serve = Vous pouvez aussi consulter la facturation ici, avec l'adresse e-mail que vous utilisez pour elle : { $url }

## Situations
duplicate_same_customer = Vous avez raison : à côté de l'abonnement que vous utilisez, un second pour { $plan } était actif (prélèvement de { $charge }).
    .less = Vous avez raison : un second abonnement identique était actif à côté de celui que vous utilisez (prélèvement de { $charge }).
    .plain = Vous avez raison : un second abonnement identique était actif à côté de celui que vous utilisez.
duplicate_across_customers = Vous avez raison : { $plan } a été souscrit deux fois, sous deux fiches à votre nom (second prélèvement de { $charge }).
    .less = Vous avez raison : la même formule a été souscrite deux fois, sous deux fiches à votre nom (second prélèvement de { $charge }).
    .plain = Vous avez raison : la même formule a été souscrite deux fois, sous deux fiches à votre nom.
charged_twice_minutes_apart = Vous avez raison : le même paiement a été fait deux fois en quelques minutes. Le second est de { $charge }.
    .plain = Vous avez raison : le même paiement a été fait deux fois en quelques minutes.
failed_attempt_taken_for_charge = Vous avez payé une fois : { $charge }. L'autre ligne est une tentative échouée. Votre banque peut l'afficher en attente, mais elle n'est pas encaissée et disparaît d'elle-même, en général sous quelques jours.
    .plain = Vous avez payé une fois. L'autre ligne est une tentative échouée. Votre banque peut l'afficher en attente, mais elle n'est pas encaissée et disparaît d'elle-même, en général sous quelques jours.
proration_taken_for_double_charge = Le second montant n'est pas un double prélèvement. Lors du changement de formule, le reste de la période a été facturé ({ $charge }) et ce que vous aviez déjà payé en a été déduit.
    .plain = Le second montant n'est pas un double prélèvement : lors du changement de formule, le reste de la période a été facturé et ce que vous aviez déjà payé en a été déduit.
    .credit = La déduction est de { $credit }.
many_subscriptions_really_seats = Vous avez { $count } abonnements distincts à { $plan }, soit { $total } par { $interval ->
        [year] an
        [week] semaine
        [day] jour
       *[month] mois
    }. Cela ressemble à un abonnement par personne plutôt qu'à une erreur.
    .less = Vous avez { $count } abonnements distincts à la même formule. Cela ressemble à un par personne plutôt qu'à une erreur.
    .plain = Vous avez plusieurs abonnements distincts à la même formule. Cela ressemble à un par personne plutôt qu'à une erreur.
quantity_changed = Le prélèvement de { $charge } vient d'un changement du nombre de places.
    .plain = Le prélèvement vient d'un changement du nombre de places de votre abonnement.
    .seats = { $quantity ->
        [one] Vous avez maintenant { $quantity } place.
       *[other] Vous avez maintenant { $quantity } places.
    }
annual_renewal_surprise = Le prélèvement de { $charge } est le renouvellement annuel : { $subscription }.
    .plain = Le prélèvement est le renouvellement annuel : { $subscription }.
    .until = La période payée court jusqu'au { $end_date }.
trial_converted = Votre essai s'est terminé le { $trial_end } et { $subscription } a commencé par le prélèvement de { $charge }.
    .less = Votre essai est terminé et { $subscription } a commencé par le prélèvement de { $charge }.
    .plain = Votre essai est terminé et { $subscription } a commencé.
    .until = La période payée court jusqu'au { $end_date }.
charged_after_cancel = Vous avez raison, et nous en sommes désolés : { $subscription } était résilié depuis le { $canceled_date } ; le prélèvement de { $charge } n'aurait pas dû avoir lieu.
    .less = Vous avez raison, et nous en sommes désolés : { $subscription } était résilié ; le prélèvement de { $charge } n'aurait pas dû avoir lieu.
    .plain = Vous avez raison, et nous en sommes désolés : un prélèvement a eu lieu après votre résiliation.
cancellation_pending = La résiliation est enregistrée : { $subscription } se termine le { $end_date } et ne sera plus prélevé.
    .plain = La résiliation est enregistrée : { $subscription } ne sera pas renouvelé.
    .since = La résiliation date du { $canceled_date }.
wants_to_cancel_cannot = Vous souhaitez résilier { $subscription }. La période payée court jusqu'au { $end_date }.
    .plain = Vous souhaitez résilier { $subscription }.
pending_update_or_schedule = Un changement est en attente d'un paiement pour { $subscription }, jusqu'au { $expires_date }.
    .plain = Un changement est déjà prévu pour { $subscription }, mais n'a pas encore pris effet.
paused = En ce moment, { $subscription } est en pause ; il reprend le { $resumes_date }.
    .plain = En ce moment, { $subscription } est en pause et ne fonctionne donc pas comme d'habitude.
coupon_ended = Votre remise s'est terminée le { $coupon_end } ; le prélèvement de { $charge } est le prix normal.
    .less = Votre remise est terminée ; le prélèvement de { $charge } est le prix normal.
    .plain = Votre remise est terminée ; le dernier prélèvement est le prix normal.
    .before = Auparavant, vous payiez { $before }.
payment_past_due = Un paiement pour { $subscription } n'a pas abouti ; il reste { $amount } à régler.
    .plain = Un paiement pour { $subscription } n'a pas abouti.
    .card = Le moyen de paiement essayé se termine par { $last4 }.
    .next = La prochaine tentative aura lieu le { $next_attempt }.
authentication_required = Votre banque vous demande de confirmer le paiement de { $amount } pour { $subscription }.
    .plain = Votre banque vous demande de confirmer le paiement pour { $subscription }.
card_expired = La carte se terminant par { $last4 } a expiré ({ $expired }) ; { $subscription } ne peut plus y être prélevé.
    .less = La carte se terminant par { $last4 } a expiré ; { $subscription } ne peut plus y être prélevé.
    .plain = La carte enregistrée a expiré.
    .open = Il reste actuellement { $amount } à régler.
    .next = La prochaine tentative aura lieu le { $next_attempt }.
checkout_incomplete = Le premier paiement de { $amount } n'a pas été terminé, donc { $subscription } n'a pas commencé. Il peut l'être jusqu'au { $expires_date }.
    .less = Le premier paiement de { $amount } n'a pas été terminé à temps, donc { $subscription } n'a pas commencé. Rien n'a été prélevé.
    .plain = Le premier paiement n'a pas été terminé à temps, donc { $subscription } n'a pas commencé. Rien n'a été prélevé.
checkout_abandoned = Votre commande de { $amount } du { $created_date } n'a pas été terminée. Rien n'a été prélevé.
    .less = Votre commande du { $created_date } n'a pas été terminée. Rien n'a été prélevé.
    .plain = Votre commande n'a pas été terminée. Rien n'a été prélevé.
payment_blocked = Le paiement de { $charge } a été arrêté par un contrôle de sécurité. Il n'a pas été prélevé.
    .plain = Le paiement a été arrêté par un contrôle de sécurité. Il n'a pas été prélevé.
bank_debit_pending = Votre paiement de { $charge } est en cours. Un prélèvement bancaire prend quelques jours ouvrés ; inutile de payer à nouveau.
    .plain = Votre paiement est en cours. Un prélèvement bancaire prend quelques jours ouvrés ; inutile de payer à nouveau.
invoice_overdue = La facture { $invoice_number } de { $amount } était due le { $due_date } ; nous n'en voyons pas encore le paiement.
    .plain = Une facture a dépassé son échéance ; nous n'en voyons pas encore le paiement.
subscription_unpaid = En ce moment, { $subscription } est suspendu car { $amount } restent à régler.
    .plain = En ce moment, { $subscription } est suspendu car des paiements manquent.
dispute_open = Votre banque a ouvert une contestation : { $charge }. Tant qu'elle est ouverte, la banque décide et nous ne pouvons pas rendre ce montant nous-mêmes.
    .plain = Votre banque a ouvert une contestation sur ce paiement. Tant qu'elle est ouverte, la banque décide et nous ne pouvons pas rendre le montant nous-mêmes.
fraud_warning = Merci de nous avoir signalé le paiement de { $charge }. Nous le vérifions soigneusement avant toute chose.
    .plain = Merci de nous avoir signalé ce paiement. Nous le vérifions soigneusement avant toute chose.
already_refunded = { $status ->
        [succeeded] Nous avons remboursé { $amount } le { $date }. Les banques l'affichent en général sous 5 à 10 jours ouvrés.
        [failed] Votre banque n'a pas accepté le remboursement de { $amount } du { $date }. Nous cherchons un autre moyen de rendre l'argent.
       *[pending] Le remboursement de { $amount } a été lancé le { $date }. Les banques l'affichent en général sous 5 à 10 jours ouvrés.
    }
    .plain = Un remboursement de ce paiement a déjà été lancé. Nous vérifions où il en est.
    .reference = Votre banque peut le retrouver sous la référence { $reference }.
refund_too_old = Le paiement de { $charge } est ancien. Un remboursement sur le même moyen de paiement n'est peut-être plus possible.
    .plain = Le paiement est ancien. Un remboursement sur le même moyen de paiement n'est peut-être plus possible.
credited_not_refunded = Le { $date }, nous avons crédité { $amount } sur votre compte. Ce crédit sert aux prochaines factures et n'a pas été versé.
    .plain = Le montant a été crédité sur votre compte. Ce crédit sert aux prochaines factures et n'a pas été versé.
metered_overage = Le prélèvement de { $charge } correspond à l'utilisation au-delà de votre formule du { $period_start } au { $period_end }.
    .less = Le prélèvement de { $charge } correspond à l'utilisation au-delà de votre formule.
    .plain = Le prélèvement correspond à l'utilisation au-delà de votre formule sur la dernière période.
tax_added = La facture { $invoice_number } comprend { $amount } de taxes ; le total est de { $total }.
    .less = La facture comprend { $amount } de taxes.
    .plain = Le montant plus élevé vient de la taxe désormais comprise dans la facture.
currency_differs = Notre prélèvement est de { $charge }. Si votre banque affiche une autre devise, elle l'a convertie ; son taux et ses frais expliquent l'écart.
    .plain = Nous avons prélevé le prix convenu. Si votre banque affiche une autre devise, elle l'a convertie.
balance_changed_bill = La facture était de { $total } ; avec le solde de votre compte, { $amount } ont été prélevés.
    .plain = Le montant prélevé diffère de la facture à cause du solde de votre compte.
overpaid = Pour la facture { $invoice_number }, { $amount } de plus que son total de { $total } ont été payés.
    .plain = Il a été payé plus que la facture ne le demandait.
not_our_charge = Nous ne trouvons pas ce prélèvement parmi vos paiements. Sur un relevé, les nôtres s'appellent { $descriptor }.
    .plain = Nous ne trouvons pas ce prélèvement parmi vos paiements.
wallet_card_number = Le paiement de { $charge } a été fait avec { $wallet }. Votre appareil peut afficher d'autres chiffres ({ $wallet_last4 }) pour la même carte.
    .less = Le paiement de { $charge } a été fait avec { $wallet }. Votre appareil peut afficher d'autres derniers chiffres pour la même carte.
    .plain = Le paiement a été fait avec un portefeuille de votre appareil, qui affiche d'autres derniers chiffres pour la même carte.
invoice_to_wrong_email = La facture { $invoice_number } du { $date } est partie à l'adresse enregistrée au moment de son établissement.
    .plain = La facture est partie à l'adresse enregistrée au moment de son établissement.
written_off_but_dunned = La facture { $invoice_number } de { $amount } est close. Vous n'avez rien à payer ; ignorez les rappels, nous en sommes désolés.
    .plain = La facture est close. Vous n'avez rien à payer ; ignorez les rappels, nous en sommes désolés.
test_data = C'était un paiement d'essai : rien n'a été prélevé.
    .plain = C'était un paiement d'essai : rien n'a été prélevé.
paid_no_access = Votre paiement de { $charge } est bien arrivé, mais { $subscription } n'a pas été activé. Nous en sommes désolés : l'erreur vient de nous.
    .plain = Votre paiement est bien arrivé, mais { $subscription } n'a pas été activé. Nous en sommes désolés : l'erreur vient de nous.
customer_deleted = Votre compte de facturation chez nous a été fermé. Nous pouvons toujours consulter les paiements passés pour vous.
    .plain = Votre compte de facturation chez nous a été fermé. Nous pouvons toujours consulter les paiements passés pour vous.
invoice_requested = Vous avez demandé la facture { $invoice_number } : { $charge }.
    .less = Vous avez demandé la facture de { $charge }.
    .plain = Vous avez demandé vos factures.
card_update_requested = La carte enregistrée pour { $subscription } se termine par { $last4 }.
    .plain = Merci de nous avoir signalé votre nouveau moyen de paiement pour { $subscription }.
    .next = Le prochain paiement est prévu le { $next_date }.
wants_to_cancel = Vous souhaitez résilier { $subscription }. La période payée court jusqu'au { $end_date }.
    .plain = Vous souhaitez résilier { $subscription }.
billing_unreadable = Merci pour votre message. Nous ne voyons pas toutes les données de facturation en ce moment et revenons vers vous dès que possible.
    .plain = Merci pour votre message. Nous ne voyons pas toutes les données de facturation en ce moment et revenons vers vous dès que possible.
not_billing = Merci pour votre message. Il ne concerne pas la facturation ; nous le transmettons aux bons collègues.
    .plain = Merci pour votre message. Il ne concerne pas la facturation ; nous le transmettons aux bons collègues.
unclear = Merci pour votre message. Nous examinons votre compte et revenons vers vous.
    .plain = Merci pour votre message. Nous examinons votre compte et revenons vers vous.

## Situations sans texte propre
bucket-duplicate_subscription = Il semble que la même chose ait été prélevée plus d'une fois.
bucket-multi_seat_intent = Le montant vient du nombre de places ou d'abonnements de votre compte.
bucket-payment_failed = Un paiement n'a pas abouti.
bucket-self_serve_missing = Merci pour votre message au sujet de votre abonnement.
bucket-product_failure = Nous sommes désolés : quelque chose n'a pas fonctionné de notre côté.
bucket-not_billing = Merci pour votre message. Il ne concerne pas la facturation ; nous le transmettons aux bons collègues.
bucket-needs_human = Merci pour votre message. Nous examinons votre compte et revenons vers vous.

## Étapes
step-refund_charge =
    .will = Nous allons rembourser { $amount } sur le moyen de paiement se terminant par { $last4 }. Les banques l'affichent en général sous 5 à 10 jours ouvrés.
    .will-plain = Nous allons rembourser { $amount } sur le moyen de paiement utilisé. Les banques l'affichent en général sous 5 à 10 jours ouvrés.
    .done = Nous avons remboursé { $amount } sur le moyen de paiement se terminant par { $last4 }. Les banques l'affichent en général sous 5 à 10 jours ouvrés.
    .done-plain = Nous avons remboursé { $amount } sur le moyen de paiement utilisé. Les banques l'affichent en général sous 5 à 10 jours ouvrés.
    .failed = Le remboursement de { $amount } n'a pas abouti. Nous cherchons un autre moyen de rendre l'argent et vous tiendrons au courant.
step-refund_charge-several =
    .will = Nous allons rembourser { $count } paiements, soit { $amount } en tout, sur le moyen de paiement utilisé. Les banques les affichent en général sous 5 à 10 jours ouvrés.
    .done = Nous avons remboursé { $count } paiements, soit { $amount } en tout, sur le moyen de paiement utilisé. Les banques les affichent en général sous 5 à 10 jours ouvrés.
step-apply_credit =
    .will = Nous allons créditer { $amount } sur votre compte ; cela réduit la prochaine facture.
    .done = Nous avons crédité { $amount } sur votre compte ; cela réduit la prochaine facture.
step-cancel_subscription_now =
    .will = Nous allons mettre fin à l'abonnement maintenant.
    .done = L'abonnement est terminé.
step-cancel_subscription_now-duplicate_subscription =
    .will = Nous allons mettre fin à l'abonnement en trop, pour qu'il ne soit plus prélevé ; celui que vous avez depuis le { $keep_since } reste tel quel.
    .will-plain = Nous allons mettre fin à l'abonnement en trop, pour qu'il ne soit plus prélevé ; l'autre reste tel quel.
    .done = L'abonnement en trop est terminé et ne sera plus prélevé ; celui que vous avez depuis le { $keep_since } reste tel quel.
    .done-plain = L'abonnement en trop est terminé et ne sera plus prélevé ; l'autre reste tel quel.
step-set_cancel_at_period_end =
    .will = Nous allons faire en sorte que l'abonnement s'arrête à la fin de la période payée ; il ne sera plus prélevé.
    .done = L'abonnement s'arrête à la fin de la période payée ; il ne sera plus prélevé.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = Nous allons arrêter le renouvellement de l'abonnement en trop, pour qu'il ne soit plus prélevé ; celui que vous avez depuis le { $keep_since } reste tel quel.
    .will-plain = Nous allons arrêter le renouvellement de l'abonnement en trop, pour qu'il ne soit plus prélevé ; l'autre reste tel quel.
    .done = L'abonnement en trop ne se renouvelle plus et ne sera plus prélevé ; celui que vous avez depuis le { $keep_since } reste tel quel.
    .done-plain = L'abonnement en trop ne se renouvelle plus et ne sera plus prélevé ; l'autre reste tel quel.
step-undo_cancel_at_period_end =
    .will = Nous allons annuler la résiliation pour que l'abonnement continue.
    .done = Nous avons annulé la résiliation ; l'abonnement continue.
step-stop_invoice_collection =
    .will = Nous allons arrêter le recouvrement de la facture ouverte.
    .done = Nous avons arrêté le recouvrement de la facture ouverte.
step-void_invoice =
    .will = Nous allons annuler la facture ouverte ; vous n'avez pas à la payer.
    .done = La facture ouverte est annulée ; vous n'avez pas à la payer.
step-retry_invoice =
    .will = Nous allons relancer le paiement.
    .done = Nous avons relancé le paiement.
step-change_quantity_at_renewal =
    .will = Nous allons changer le nombre de places au prochain renouvellement.
    .done = Le nombre de places change au prochain renouvellement.
step-change_quantity_now =
    .will = Nous allons changer le nombre de places.
    .done = Nous avons changé le nombre de places.
step-resume_subscription =
    .will = Nous allons reprendre l'abonnement.
    .done = L'abonnement est de nouveau actif.
step-verify_contract =
    .will = Nous vérifions d'abord les conditions de votre contrat et revenons vers vous.
    .done = Nous avons vérifié les conditions de votre contrat.
step-wait_and_recheck =
    .will = Nous vérifierons à nouveau et vous dirons ce qu'il en est.
    .done = Nous avons vérifié à nouveau.
step-escalate_human = Un spécialiste examine votre demande et vous répondra.
step-escalate_engineering = Nos ingénieurs en cherchent la cause.
step-ask_customer = Pourriez-vous nous en dire un peu plus, par exemple la date et le montant concernés ?
step-ask_customer-multi_seat_intent = Sont-ils utilisés par des personnes différentes ? Nous pouvons alors les réunir sur une facture ; rien ne change avant votre réponse.
step-ask_customer-checkout_abandoned = Voulez-vous un nouveau lien pour la terminer ?
step-ask_customer-invoice_to_wrong_email = À quelle adresse envoyer les prochaines factures ? Pour votre sécurité, nous la confirmons avec vous avant de la changer.
step-ask_customer-not_our_charge = Envoyez-nous la date, le montant et le nom affiché sur votre relevé ; une capture aide, numéro de carte masqué.
step-ask_customer-wants_to_cancel = Lequel de vos abonnements doit s'arrêter ?
step-ask_customer-wants_to_cancel_cannot = Lequel de vos abonnements doit s'arrêter ?

## Liens
link-send_portal_link = Factures, moyen de paiement et abonnement se trouvent ici ; connectez-vous avec l'adresse e-mail de vos factures : { $url }
    .promised = Nous vous enverrons un lien vers votre page de facturation.
link-send_portal_payment_update = Vous pouvez changer le moyen de paiement ici ; connectez-vous avec l'adresse e-mail de vos factures : { $url }
    .promised = Nous vous enverrons un lien pour changer le moyen de paiement.
link-send_portal_cancel_flow = Vous pouvez résilier vous-même ici ; connectez-vous avec l'adresse e-mail de vos factures : { $url }
    .promised = Nous vous enverrons un lien pour résilier.
link-send_hosted_invoice_link = Vous pouvez consulter la facture ici : { $url }
    .pay = Vous pouvez consulter et payer la facture ici : { $url }
    .promised = Nous vous enverrons un lien vers la facture.
link-send_invoice_pdf = Vous pouvez télécharger la facture ici : { $url }
    .promised = Nous vous enverrons la facture.
link-send_checkout_link = Vous pouvez terminer la commande ici : { $url }
    .promised = Nous vous enverrons un nouveau lien pour terminer la commande.

next-checking = Nous vérifions encore ce que nous pouvons faire et revenons vers vous.
next-failed = Une étape ne s'est pas déroulée comme prévu. Nous nous en occupons et revenons vers vous.
