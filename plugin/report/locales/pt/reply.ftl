# Respostas a clientes, português (tratamento por "você", escrita brasileira). Estrutura: ver en/reply.ftl.
# $subscription é só o nome do plano: o substantivo fica na frase, porque "sua", "da sua" e "na sua" mudam.

greeting = Olá, { $name },
greeting-plain = Olá,
closing = Se algo não estiver claro, basta responder a esta mensagem.

charge-full = { $amount } em { $date } (final { $last4 })
charge-dated = { $amount } em { $date }
charge-amount = { $amount }
subscription-named = { $plan }
subscription-plain = { "" }

## Quando não é certo quem escreve: nada sobre nenhuma conta
ask-intro = Agradecemos sua mensagem e queremos ajudar. Para proteger os dados de todos, só podemos falar de cobranças quando sabemos que elas dizem respeito a você. Você poderia nos ajudar com o seguinte?
ask-write_from_billing_address = Escreva para nós do endereço de e-mail que você usa para as faturas.
ask-confirm_address = Confirme seu endereço de e-mail na nossa central de ajuda (ou entre na sua conta lá).
ask-invoice_number = Informe o número de uma fatura ou de um recibo (no canto superior direito do documento).
ask-charge_details = Informe a data, o valor e apenas os quatro últimos dígitos do cartão de uma cobrança. Nunca envie o número completo.
ask-which_account = Informe de qual conta ou espaço de trabalho se trata.
ask-self_serve = Você também pode consultar as cobranças aqui, com o endereço de e-mail que usa para elas: { $url }

## Situações
duplicate_same_customer = Você tem razão: além da assinatura que você usa, havia uma segunda de { $plan } ativa, e cobramos { $charge } por ela.
    .less = Você tem razão: havia uma segunda assinatura igual à que você usa, e cobramos { $charge } por ela.
    .plain = Você tem razão: havia uma segunda assinatura igual à que você usa.
duplicate_across_customers = Você tem razão: { $plan } foi contratado duas vezes, em dois cadastros com seus dados, e cobramos { $charge } pela segunda assinatura.
    .less = Você tem razão: o mesmo plano foi contratado duas vezes, em dois cadastros com seus dados, e cobramos { $charge } pela segunda assinatura.
    .plain = Você tem razão: o mesmo plano foi contratado duas vezes, em dois cadastros com seus dados.
charged_twice_minutes_apart = Você tem razão: o mesmo pagamento foi feito duas vezes em poucos minutos. O segundo é de { $charge }.
    .plain = Você tem razão: o mesmo pagamento foi feito duas vezes em poucos minutos.
failed_attempt_taken_for_charge = Você pagou uma única vez: { $charge }. O outro lançamento é uma tentativa que falhou. Seu banco pode mostrá-la como pendente, mas ela não é cobrada e desaparece sozinha, normalmente em poucos dias.
    .plain = Você pagou uma única vez. O outro lançamento é uma tentativa que falhou. Seu banco pode mostrá-la como pendente, mas ela não é cobrada e desaparece sozinha, normalmente em poucos dias.
proration_taken_for_double_charge = O segundo valor não é uma cobrança repetida. Na troca de plano, cobramos { $charge } pelo restante do período e descontamos o que você já tinha pago.
    .plain = O segundo valor não é uma cobrança repetida: na troca de plano, o restante do período foi cobrado e o que você já tinha pago foi descontado.
    .credit = O desconto foi de { $credit }.
many_subscriptions_really_seats = Você tem { $count } assinaturas separadas de { $plan }, no total de { $total } por { $interval ->
        [year] ano
        [week] semana
        [day] dia
       *[month] mês
    }. Parece ser uma assinatura por pessoa, e não um engano.
    .less = Você tem { $count } assinaturas separadas do mesmo plano. Parece ser uma por pessoa, e não um engano.
    .plain = Você tem várias assinaturas separadas do mesmo plano. Parece ser uma por pessoa, e não um engano.
quantity_changed = A cobrança de { $charge } vem de uma mudança no número de licenças.
    .plain = A cobrança vem de uma mudança no número de licenças da sua assinatura.
    .seats = { $quantity ->
        [one] Agora você tem { $quantity } licença.
       *[other] Agora você tem { $quantity } licenças.
    }
annual_renewal_surprise = A cobrança de { $charge } é a renovação anual da sua assinatura { $subscription }.
    .plain = A cobrança é a renovação anual da sua assinatura { $subscription }.
    .until = O período pago vai até { $end_date }.
trial_converted = Seu período de teste terminou em { $trial_end }, e sua assinatura { $subscription } começou com a cobrança de { $charge }.
    .less = Seu período de teste terminou, e sua assinatura { $subscription } começou com a cobrança de { $charge }.
    .plain = Seu período de teste terminou, e sua assinatura { $subscription } começou.
    .until = O período pago vai até { $end_date }.
charged_after_cancel = Você tem razão, e pedimos desculpas: sua assinatura { $subscription } foi cancelada em { $canceled_date }, e mesmo assim cobramos { $charge }.
    .less = Você tem razão, e pedimos desculpas: sua assinatura { $subscription } estava cancelada, e mesmo assim cobramos { $charge }.
    .plain = Você tem razão, e pedimos desculpas: houve uma cobrança depois do seu cancelamento.
cancellation_pending = O cancelamento da sua assinatura { $subscription } está registrado. Ela termina em { $end_date } e não será mais cobrada.
    .plain = O cancelamento da sua assinatura { $subscription } está registrado, e ela não será renovada.
    .since = O cancelamento foi feito em { $canceled_date }.
wants_to_cancel_cannot = Entendemos que você quer cancelar sua assinatura { $subscription }. O período pago vai até { $end_date }.
    .plain = Entendemos que você quer cancelar sua assinatura { $subscription }.
pending_update_or_schedule = Uma mudança na sua assinatura { $subscription } aguarda um pagamento em aberto, até { $expires_date }.
    .plain = Uma mudança na sua assinatura { $subscription } já está programada, mas ainda não foi aplicada.
paused = No momento, sua assinatura { $subscription } está pausada; ela volta em { $resumes_date }.
    .plain = No momento, sua assinatura { $subscription } está pausada e por isso não funciona como de costume.
coupon_ended = Seu desconto terminou em { $coupon_end }; a cobrança de { $charge } é o preço normal.
    .less = Seu desconto terminou; a cobrança de { $charge } é o preço normal.
    .plain = Seu desconto terminou; a última cobrança é o preço normal.
    .before = Antes, você pagava { $before }.
payment_past_due = Um pagamento da sua assinatura { $subscription } não foi concluído, e { $amount } está em aberto.
    .plain = Um pagamento da sua assinatura { $subscription } não foi concluído.
    .card = A tentativa foi feita com o meio de pagamento de final { $last4 }.
    .next = A próxima tentativa será em { $next_attempt }.
authentication_required = Seu banco pede que você confirme o pagamento de { $amount } da sua assinatura { $subscription }.
    .plain = Seu banco pede que você confirme o pagamento da sua assinatura { $subscription }.
card_expired = O cartão de final { $last4 } venceu ({ $expired }), e por isso sua assinatura { $subscription } não pode mais ser cobrada nele.
    .less = O cartão de final { $last4 } venceu, e por isso sua assinatura { $subscription } não pode mais ser cobrada nele.
    .plain = O cartão cadastrado venceu.
    .open = No momento, { $amount } está em aberto.
    .next = A próxima tentativa será em { $next_attempt }.
checkout_incomplete = O primeiro pagamento, de { $amount }, não foi concluído, e sua assinatura { $subscription } não começou. Ele pode ser concluído até { $expires_date }.
    .less = O primeiro pagamento, de { $amount }, não foi concluído a tempo, e sua assinatura { $subscription } não começou. Nada foi cobrado.
    .plain = O primeiro pagamento não foi concluído a tempo, e sua assinatura { $subscription } não começou. Nada foi cobrado.
checkout_abandoned = Sua compra de { $amount }, iniciada em { $created_date }, não foi finalizada. Nada foi cobrado.
    .less = Sua compra iniciada em { $created_date } não foi finalizada. Nada foi cobrado.
    .plain = Sua compra não foi finalizada. Nada foi cobrado.
payment_blocked = O pagamento de { $charge } foi interrompido por uma verificação de segurança. Ele não foi cobrado.
    .plain = O pagamento foi interrompido por uma verificação de segurança. Ele não foi cobrado.
bank_debit_pending = Seu pagamento de { $charge } está em andamento. Débitos bancários levam alguns dias úteis; não é preciso pagar de novo.
    .plain = Seu pagamento está em andamento. Débitos bancários levam alguns dias úteis; não é preciso pagar de novo.
invoice_overdue = A fatura { $invoice_number } de { $amount } venceu em { $due_date }, e ainda não identificamos o pagamento.
    .plain = Há uma fatura vencida, e ainda não identificamos o pagamento.
subscription_unpaid = No momento, sua assinatura { $subscription } está suspensa porque { $amount } está em aberto.
    .plain = No momento, sua assinatura { $subscription } está suspensa porque há pagamentos em aberto.
dispute_open = Seu banco abriu uma contestação sobre { $charge }. Enquanto ela estiver aberta, quem decide é o banco, e nós não podemos devolver esse valor.
    .plain = Seu banco abriu uma contestação sobre este pagamento. Enquanto ela estiver aberta, quem decide é o banco, e nós não podemos devolver o valor.
fraud_warning = Agradecemos o aviso sobre { $charge }. Vamos verificar esse pagamento com cuidado antes de qualquer outra coisa.
    .plain = Agradecemos o aviso sobre este pagamento. Vamos verificá-lo com cuidado antes de qualquer outra coisa.
already_refunded = { $status ->
        [succeeded] Reembolsamos { $amount } em { $date }. Os bancos costumam levar de 5 a 10 dias úteis para mostrar o valor.
        [failed] Seu banco não aceitou o reembolso de { $amount } de { $date }. Estamos buscando outra forma de devolver o dinheiro.
       *[pending] O reembolso de { $amount } foi iniciado em { $date }. Os bancos costumam levar de 5 a 10 dias úteis para mostrar o valor.
    }
    .plain = Um reembolso deste pagamento já foi iniciado. Estamos verificando em que ponto ele está.
    .reference = Seu banco pode localizá-lo pela referência { $reference }.
refund_too_old = O pagamento de { $charge } é antigo. Talvez um reembolso no mesmo meio de pagamento não seja mais possível.
    .plain = O pagamento é antigo. Talvez um reembolso no mesmo meio de pagamento não seja mais possível.
credited_not_refunded = Em { $date }, creditamos { $amount } na sua conta. O crédito é usado nas próximas faturas e não foi pago em dinheiro.
    .plain = O valor foi creditado na sua conta. O crédito é usado nas próximas faturas e não foi pago em dinheiro.
metered_overage = A cobrança de { $charge } é pelo uso acima do seu plano entre { $period_start } e { $period_end }.
    .less = A cobrança de { $charge } é pelo uso acima do seu plano.
    .plain = A cobrança é pelo uso acima do seu plano no último período.
tax_added = A fatura { $invoice_number } inclui { $amount } de impostos; o total é { $total }.
    .less = A fatura inclui { $amount } de impostos.
    .plain = O valor maior vem do imposto que agora faz parte da fatura.
currency_differs = Cobramos { $charge }. Se o seu banco mostra outra moeda, foi ele que fez a conversão; a taxa de câmbio e a tarifa dele explicam a diferença.
    .plain = Cobramos o preço combinado. Se o seu banco mostra outra moeda, foi ele que fez a conversão.
balance_changed_bill = A fatura era de { $total }; com o saldo da sua conta, foram cobrados { $amount }.
    .plain = O valor cobrado é diferente da fatura por causa do saldo da sua conta.
overpaid = Na fatura { $invoice_number }, foram pagos { $amount } a mais que o total de { $total }.
    .plain = Foi pago mais do que a fatura pedia.
not_our_charge = Não encontramos essa cobrança entre os seus pagamentos a nós. No extrato, as nossas aparecem como { $descriptor }.
    .plain = Não encontramos essa cobrança entre os seus pagamentos a nós.
wallet_card_number = O pagamento de { $charge } foi feito com { $wallet }. Seu aparelho pode mostrar outros dígitos ({ $wallet_last4 }) para o mesmo cartão.
    .less = O pagamento de { $charge } foi feito com { $wallet }. Seu aparelho pode mostrar outros últimos dígitos para o mesmo cartão.
    .plain = O pagamento foi feito com uma carteira digital do seu aparelho, que mostra outros últimos dígitos para o mesmo cartão.
invoice_to_wrong_email = A fatura { $invoice_number } de { $date } foi enviada ao endereço que estava cadastrado quando ela foi emitida.
    .plain = A fatura foi enviada ao endereço que estava cadastrado quando ela foi emitida.
written_off_but_dunned = A fatura { $invoice_number } de { $amount } está encerrada. Você não precisa pagar nada; desconsidere os lembretes, pelos quais pedimos desculpas.
    .plain = A fatura está encerrada. Você não precisa pagar nada; desconsidere os lembretes, pelos quais pedimos desculpas.
test_data = Foi um pagamento de teste: nenhum dinheiro foi cobrado.
    .plain = Foi um pagamento de teste: nenhum dinheiro foi cobrado.
paid_no_access = Seu pagamento de { $charge } chegou, mas sua assinatura { $subscription } não foi liberada. Pedimos desculpas: o erro é nosso, não seu.
    .plain = Seu pagamento chegou, mas sua assinatura { $subscription } não foi liberada. Pedimos desculpas: o erro é nosso, não seu.
customer_deleted = Sua conta de cobrança conosco foi encerrada. Ainda podemos consultar pagamentos anteriores para você.
    .plain = Sua conta de cobrança conosco foi encerrada. Ainda podemos consultar pagamentos anteriores para você.
invoice_requested = Você pediu a fatura { $invoice_number } referente a { $charge }.
    .less = Você pediu a fatura referente a { $charge }.
    .plain = Você pediu suas faturas.
card_update_requested = O cartão cadastrado na sua assinatura { $subscription } é o de final { $last4 }.
    .plain = Agradecemos o aviso sobre o novo meio de pagamento da sua assinatura { $subscription }.
    .next = O próximo pagamento será em { $next_date }.
wants_to_cancel = Entendemos que você quer cancelar sua assinatura { $subscription }. O período pago vai até { $end_date }.
    .plain = Entendemos que você quer cancelar sua assinatura { $subscription }.
billing_unreadable = Agradecemos sua mensagem. No momento não vemos todos os dados de cobrança e voltaremos a falar com você assim que possível.
    .plain = Agradecemos sua mensagem. No momento não vemos todos os dados de cobrança e voltaremos a falar com você assim que possível.
not_billing = Agradecemos sua mensagem. Ela não trata de cobranças, por isso vamos passá-la à equipe certa.
    .plain = Agradecemos sua mensagem. Ela não trata de cobranças, por isso vamos passá-la à equipe certa.
unclear = Agradecemos sua mensagem. Estamos analisando sua conta e voltaremos a falar com você.
    .plain = Agradecemos sua mensagem. Estamos analisando sua conta e voltaremos a falar com você.

## Situações ainda sem texto próprio
bucket-duplicate_subscription = Parece que a mesma coisa foi cobrada mais de uma vez.
bucket-multi_seat_intent = O valor vem do número de licenças ou de assinaturas da sua conta.
bucket-payment_failed = Um pagamento não foi concluído.
bucket-self_serve_missing = Agradecemos sua mensagem sobre a assinatura.
bucket-product_failure = Pedimos desculpas: algo do nosso lado não funcionou como deveria.
bucket-not_billing = Agradecemos sua mensagem. Ela não trata de cobranças, por isso vamos passá-la à equipe certa.
bucket-needs_human = Agradecemos sua mensagem. Estamos analisando sua conta e voltaremos a falar com você.

## Passos
step-refund_charge =
    .will = Vamos reembolsar { $amount } no meio de pagamento de final { $last4 }. Os bancos costumam levar de 5 a 10 dias úteis para mostrar o valor.
    .will-plain = Vamos reembolsar { $amount } no meio de pagamento que você usou. Os bancos costumam levar de 5 a 10 dias úteis para mostrar o valor.
    .done = Reembolsamos { $amount } no meio de pagamento de final { $last4 }. Os bancos costumam levar de 5 a 10 dias úteis para mostrar o valor.
    .done-plain = Reembolsamos { $amount } no meio de pagamento que você usou. Os bancos costumam levar de 5 a 10 dias úteis para mostrar o valor.
    .failed = O reembolso de { $amount } não pôde ser concluído. Estamos buscando outra forma de devolver o dinheiro e avisaremos você.
step-refund_charge-several =
    .will = Vamos reembolsar { $count } pagamentos, no total de { $amount }, no meio de pagamento que você usou. Os bancos costumam levar de 5 a 10 dias úteis para mostrar os valores.
    .done = Reembolsamos { $count } pagamentos, no total de { $amount }, no meio de pagamento que você usou. Os bancos costumam levar de 5 a 10 dias úteis para mostrar os valores.
step-apply_credit =
    .will = Vamos creditar { $amount } na sua conta; isso reduz a próxima fatura.
    .done = Creditamos { $amount } na sua conta; isso reduz a próxima fatura.
step-cancel_subscription_now =
    .will = Vamos encerrar a assinatura agora.
    .done = A assinatura foi encerrada.
step-cancel_subscription_now-duplicate_subscription =
    .will = Vamos encerrar a assinatura extra, para que não seja mais cobrada; a que você tem desde { $keep_since } continua como está.
    .will-plain = Vamos encerrar a assinatura extra, para que não seja mais cobrada; a outra continua como está.
    .done = A assinatura extra foi encerrada e não será mais cobrada; a que você tem desde { $keep_since } continua como está.
    .done-plain = A assinatura extra foi encerrada e não será mais cobrada; a outra continua como está.
step-set_cancel_at_period_end =
    .will = Vamos programar o fim da assinatura para o final do período pago; ela não será mais cobrada.
    .done = A assinatura termina no final do período pago; ela não será mais cobrada.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = Vamos interromper a renovação da assinatura extra, para que não seja mais cobrada; a que você tem desde { $keep_since } continua como está.
    .will-plain = Vamos interromper a renovação da assinatura extra, para que não seja mais cobrada; a outra continua como está.
    .done = A assinatura extra não será renovada nem cobrada novamente; a que você tem desde { $keep_since } continua como está.
    .done-plain = A assinatura extra não será renovada nem cobrada novamente; a outra continua como está.
step-undo_cancel_at_period_end =
    .will = Vamos desfazer o cancelamento, para que a assinatura continue.
    .done = Desfizemos o cancelamento; a assinatura continua.
step-stop_invoice_collection =
    .will = Vamos interromper a cobrança da fatura em aberto.
    .done = Interrompemos a cobrança da fatura em aberto.
step-void_invoice =
    .will = Vamos anular a fatura em aberto; você não precisa pagá-la.
    .done = A fatura em aberto foi anulada; você não precisa pagá-la.
step-retry_invoice =
    .will = Vamos tentar o pagamento novamente.
    .done = Tentamos o pagamento novamente.
step-change_quantity_at_renewal =
    .will = Vamos mudar o número de licenças na próxima renovação.
    .done = O número de licenças muda na próxima renovação.
step-change_quantity_now =
    .will = Vamos mudar o número de licenças.
    .done = Mudamos o número de licenças.
step-resume_subscription =
    .will = Vamos retomar a assinatura.
    .done = A assinatura está ativa novamente.
step-verify_contract =
    .will = Primeiro vamos verificar as condições do seu contrato e depois voltaremos a falar com você.
    .done = Verificamos as condições do seu contrato.
step-wait_and_recheck =
    .will = Vamos verificar de novo e contar a você como ficou.
    .done = Verificamos de novo.
step-escalate_human = Um especialista está analisando o caso e vai responder a você.
step-escalate_engineering = Nossa equipe técnica está procurando a causa.
step-ask_customer = Você poderia nos contar um pouco mais, como a data e o valor em questão?
step-ask_customer-multi_seat_intent = Elas são usadas por pessoas diferentes? Nesse caso, podemos reuni-las em uma só fatura; nada muda antes da sua resposta.
step-ask_customer-checkout_abandoned = Quer que enviemos um novo link para finalizá-la?
step-ask_customer-invoice_to_wrong_email = Para qual endereço devem ir as próximas faturas? Para sua segurança, vamos confirmá-lo com você antes de alterar.
step-ask_customer-not_our_charge = Envie-nos a data, o valor e o nome que aparece no extrato; uma captura de tela ajuda, com o número do cartão coberto.
step-ask_customer-wants_to_cancel = Qual das suas assinaturas deve terminar?
step-ask_customer-wants_to_cancel_cannot = Qual das suas assinaturas deve terminar?

## Links
link-send_portal_link = Suas faturas, seu meio de pagamento e sua assinatura estão aqui; entre com o endereço de e-mail das suas faturas: { $url }
    .promised = Vamos enviar um link para a sua página de cobrança.
link-send_portal_payment_update = Você pode trocar o meio de pagamento aqui; entre com o endereço de e-mail das suas faturas: { $url }
    .promised = Vamos enviar um link para trocar o meio de pagamento.
link-send_portal_cancel_flow = Você mesmo pode cancelar aqui; entre com o endereço de e-mail das suas faturas: { $url }
    .promised = Vamos enviar um link para cancelar.
link-send_hosted_invoice_link = Você pode ver a fatura aqui: { $url }
    .pay = Você pode ver e pagar a fatura aqui: { $url }
    .promised = Vamos enviar um link para a fatura.
link-send_invoice_pdf = Você pode baixar a fatura aqui: { $url }
    .promised = Vamos enviar a fatura.
link-send_checkout_link = Você pode finalizar a compra aqui: { $url }
    .promised = Vamos enviar um novo link para finalizar a compra.

next-checking = Ainda estamos verificando o que podemos fazer e voltaremos a falar com você.
next-failed = Uma etapa não saiu como planejado. Estamos cuidando disso e voltaremos a falar com você.
