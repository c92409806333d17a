# Respuestas a clientes, español (usted). Estructura: véase en/reply.ftl.

greeting = Hola, { $name }:
greeting-plain = Hola:
closing = Si algo no queda claro, responda a este mensaje.

charge-full = { $amount } del { $date } (terminación { $last4 })
charge-dated = { $amount } del { $date }
charge-amount = { $amount }
subscription-named = su suscripción «{ $plan }»
subscription-plain = su suscripción

## Cuando no es seguro quién escribe: nada sobre ninguna cuenta
ask-intro = Gracias por su mensaje. Queremos ayudarle. Para proteger los datos de todos, solo podemos hablar de cobros cuando sabemos que se trata de usted. ¿Podría ayudarnos con lo siguiente?
ask-write_from_billing_address = Escríbanos desde la dirección de correo que usa para la facturación.
ask-confirm_address = Confirme su dirección de correo en nuestro centro de ayuda (o inicie sesión allí).
ask-invoice_number = Indíquenos el número de una factura o recibo (arriba a la derecha del documento).
ask-charge_details = Indíquenos la fecha, el importe y solo los cuatro últimos dígitos de la tarjeta de un cobro. No envíe nunca el número completo.
ask-which_account = Indíquenos de qué cuenta o espacio de trabajo se trata.
ask-self_serve = También puede consultar la facturación aquí, con la dirección de correo que usa para ella: { $url }

## Situaciones
duplicate_same_customer = Tiene razón: además de la suscripción que usa, había otra activa de { $plan } (cobro de { $charge }).
    .less = Tiene razón: había una segunda suscripción igual además de la que usa (cobro de { $charge }).
    .plain = Tiene razón: había una segunda suscripción igual además de la que usa.
duplicate_across_customers = Tiene razón: { $plan } se contrató dos veces, en dos registros con sus datos (segundo cobro de { $charge }).
    .less = Tiene razón: el mismo plan se contrató dos veces, en dos registros con sus datos (segundo cobro de { $charge }).
    .plain = Tiene razón: el mismo plan se contrató dos veces, en dos registros con sus datos.
charged_twice_minutes_apart = Tiene razón: el mismo pago se hizo dos veces en pocos minutos. El segundo es de { $charge }.
    .plain = Tiene razón: el mismo pago se hizo dos veces en pocos minutos.
failed_attempt_taken_for_charge = Usted pagó una vez: { $charge }. La otra línea es un intento fallido. Su banco puede mostrarlo como pendiente, pero no se cobra y desaparece solo, normalmente en unos días.
    .plain = Usted pagó una vez. La otra línea es un intento fallido. Su banco puede mostrarlo como pendiente, pero no se cobra y desaparece solo, normalmente en unos días.
proration_taken_for_double_charge = El segundo importe no es un cobro repetido. Al cambiar de plan se facturó el resto del periodo ({ $charge }) y se descontó lo que ya había pagado.
    .plain = El segundo importe no es un cobro repetido: al cambiar de plan se facturó el resto del periodo y se descontó lo que ya había pagado.
    .credit = El descuento es de { $credit }.
many_subscriptions_really_seats = Tiene { $count } suscripciones separadas a { $plan }, en total { $total } { $interval ->
        [year] al año
        [week] a la semana
        [day] al día
       *[month] al mes
    }. Parece una suscripción por persona más que un error.
    .less = Tiene { $count } suscripciones separadas al mismo plan. Parece una por persona más que un error.
    .plain = Tiene varias suscripciones separadas al mismo plan. Parece una por persona más que un error.
quantity_changed = El cobro de { $charge } se debe a un cambio en el número de puestos.
    .plain = El cobro se debe a un cambio en el número de puestos de su suscripción.
    .seats = { $quantity ->
        [one] Ahora tiene { $quantity } puesto.
       *[other] Ahora tiene { $quantity } puestos.
    }
annual_renewal_surprise = El cobro de { $charge } es la renovación anual: { $subscription }.
    .plain = El cobro es la renovación anual: { $subscription }.
    .until = El periodo pagado llega hasta el { $end_date }.
trial_converted = Su prueba terminó el { $trial_end } y { $subscription } empezó con el cobro de { $charge }.
    .less = Su prueba terminó y { $subscription } empezó con el cobro de { $charge }.
    .plain = Su prueba terminó y { $subscription } empezó.
    .until = El periodo pagado llega hasta el { $end_date }.
charged_after_cancel = Tiene razón, y lo sentimos: { $subscription } estaba cancelada desde el { $canceled_date }; el cobro de { $charge } no debió hacerse.
    .less = Tiene razón, y lo sentimos: { $subscription } estaba cancelada; el cobro de { $charge } no debió hacerse.
    .plain = Tiene razón, y lo sentimos: hubo un cobro después de su cancelación.
cancellation_pending = La cancelación está registrada: { $subscription } termina el { $end_date } y no se cobrará más.
    .plain = La cancelación está registrada: { $subscription } no se renovará.
    .since = Se canceló el { $canceled_date }.
wants_to_cancel_cannot = Quiere cancelar { $subscription }. El periodo pagado llega hasta el { $end_date }.
    .plain = Quiere cancelar { $subscription }.
pending_update_or_schedule = Hay un cambio a la espera de un pago en { $subscription }, hasta el { $expires_date }.
    .plain = Ya hay un cambio previsto en { $subscription }, pero aún no se ha aplicado.
paused = En este momento { $subscription } está en pausa; se reanuda el { $resumes_date }.
    .plain = En este momento { $subscription } está en pausa y por eso no funciona como siempre.
coupon_ended = Su descuento terminó el { $coupon_end }; el cobro de { $charge } es el precio normal.
    .less = Su descuento terminó; el cobro de { $charge } es el precio normal.
    .plain = Su descuento terminó; el último cobro es el precio normal.
    .before = Antes pagaba { $before }.
payment_past_due = Un pago de { $subscription } no se completó y quedan { $amount } pendientes.
    .plain = Un pago de { $subscription } no se completó.
    .card = Se intentó con el medio de pago terminado en { $last4 }.
    .next = El próximo intento será el { $next_attempt }.
authentication_required = Su banco le pide confirmar el pago de { $amount } de { $subscription }.
    .plain = Su banco le pide confirmar el pago de { $subscription }.
card_expired = La tarjeta terminada en { $last4 } caducó ({ $expired }); ya no se puede cobrar en ella { $subscription }.
    .less = La tarjeta terminada en { $last4 } caducó; ya no se puede cobrar en ella { $subscription }.
    .plain = La tarjeta registrada ha caducado.
    .open = Ahora mismo quedan { $amount } pendientes.
    .next = El próximo intento será el { $next_attempt }.
checkout_incomplete = El primer pago de { $amount } no se completó, así que { $subscription } no empezó. Puede completarse hasta el { $expires_date }.
    .less = El primer pago de { $amount } no se completó a tiempo, así que { $subscription } no empezó. No se ha cobrado nada.
    .plain = El primer pago no se completó a tiempo, así que { $subscription } no empezó. No se ha cobrado nada.
checkout_abandoned = Su compra de { $amount } del { $created_date } no se terminó. No se ha cobrado nada.
    .less = Su compra del { $created_date } no se terminó. No se ha cobrado nada.
    .plain = Su compra no se terminó. No se ha cobrado nada.
payment_blocked = El pago de { $charge } fue detenido por un control de seguridad. No se le ha cobrado.
    .plain = El pago fue detenido por un control de seguridad. No se le ha cobrado.
bank_debit_pending = Su pago de { $charge } está en curso. Los débitos bancarios tardan unos días hábiles; no hace falta pagar de nuevo.
    .plain = Su pago está en curso. Los débitos bancarios tardan unos días hábiles; no hace falta pagar de nuevo.
invoice_overdue = La factura { $invoice_number } de { $amount } vencía el { $due_date } y aún no vemos el pago.
    .plain = Hay una factura vencida y aún no vemos el pago.
subscription_unpaid = En este momento { $subscription } está suspendida porque quedan { $amount } por pagar.
    .plain = En este momento { $subscription } está suspendida porque faltan pagos.
dispute_open = Su banco abrió una disputa: { $charge }. Mientras esté abierta decide el banco y no podemos devolver ese importe nosotros.
    .plain = Su banco abrió una disputa sobre este pago. Mientras esté abierta decide el banco y no podemos devolver el importe nosotros.
fraud_warning = Gracias por avisarnos del pago de { $charge }. Lo comprobamos con cuidado antes que nada.
    .plain = Gracias por avisarnos de este pago. Lo comprobamos con cuidado antes que nada.
already_refunded = { $status ->
        [succeeded] Reembolsamos { $amount } el { $date }. Los bancos suelen mostrarlo en 5 a 10 días hábiles.
        [failed] Su banco no aceptó el reembolso de { $amount } del { $date }. Estamos buscando otra forma de devolver el dinero.
       *[pending] El reembolso de { $amount } se inició el { $date }. Los bancos suelen mostrarlo en 5 a 10 días hábiles.
    }
    .plain = Ya se inició un reembolso de este pago. Estamos comprobando en qué punto está.
    .reference = Su banco puede encontrarlo con la referencia { $reference }.
refund_too_old = El pago de { $charge } es antiguo. Es posible que ya no se pueda reembolsar en el mismo medio de pago.
    .plain = El pago es antiguo. Es posible que ya no se pueda reembolsar en el mismo medio de pago.
credited_not_refunded = El { $date } abonamos { $amount } en su cuenta. Se usa para las próximas facturas y no se pagó en efectivo.
    .plain = El importe se abonó en su cuenta. Se usa para las próximas facturas y no se pagó en efectivo.
metered_overage = El cobro de { $charge } es por el uso por encima de su plan del { $period_start } al { $period_end }.
    .less = El cobro de { $charge } es por el uso por encima de su plan.
    .plain = El cobro es por el uso por encima de su plan en el último periodo.
tax_added = La factura { $invoice_number } incluye { $amount } de impuestos; el total es { $total }.
    .less = La factura incluye { $amount } de impuestos.
    .plain = El importe mayor se debe al impuesto que ahora incluye la factura.
currency_differs = Nuestro cobro es de { $charge }. Si su banco muestra otra moneda, la convirtió él; su tipo y su comisión explican la diferencia.
    .plain = Cobramos el precio acordado. Si su banco muestra otra moneda, la convirtió él.
balance_changed_bill = La factura era de { $total }; con el saldo de su cuenta se cobraron { $amount }.
    .plain = El importe cobrado difiere de la factura por el saldo de su cuenta.
overpaid = Por la factura { $invoice_number } se pagaron { $amount } más que su total de { $total }.
    .plain = Se pagó más de lo que pedía la factura.
not_our_charge = No encontramos este cobro entre sus pagos. En un extracto, los nuestros se llaman { $descriptor }.
    .plain = No encontramos este cobro entre sus pagos.
wallet_card_number = El pago de { $charge } se hizo con { $wallet }. Su dispositivo puede mostrar otros dígitos ({ $wallet_last4 }) para la misma tarjeta.
    .less = El pago de { $charge } se hizo con { $wallet }. Su dispositivo puede mostrar otros últimos dígitos para la misma tarjeta.
    .plain = El pago se hizo con una cartera de su dispositivo, que muestra otros últimos dígitos para la misma tarjeta.
invoice_to_wrong_email = La factura { $invoice_number } del { $date } se envió a la dirección registrada cuando se emitió.
    .plain = La factura se envió a la dirección registrada cuando se emitió.
written_off_but_dunned = La factura { $invoice_number } de { $amount } está cerrada. No tiene que pagar nada; ignore los avisos, lo sentimos.
    .plain = La factura está cerrada. No tiene que pagar nada; ignore los avisos, lo sentimos.
test_data = Era un pago de prueba: no se cobró dinero.
    .plain = Era un pago de prueba: no se cobró dinero.
paid_no_access = Su pago de { $charge } llegó, pero { $subscription } no se activó. Lo sentimos: el error es nuestro.
    .plain = Su pago llegó, pero { $subscription } no se activó. Lo sentimos: el error es nuestro.
customer_deleted = Su cuenta de facturación con nosotros está cerrada. Aún podemos consultar pagos anteriores por usted.
    .plain = Su cuenta de facturación con nosotros está cerrada. Aún podemos consultar pagos anteriores por usted.
invoice_requested = Nos pidió la factura { $invoice_number }: { $charge }.
    .less = Nos pidió la factura de { $charge }.
    .plain = Nos pidió sus facturas.
card_update_requested = La tarjeta registrada para { $subscription } termina en { $last4 }.
    .plain = Gracias por avisarnos de su nuevo medio de pago para { $subscription }.
    .next = El próximo pago será el { $next_date }.
wants_to_cancel = Quiere cancelar { $subscription }. El periodo pagado llega hasta el { $end_date }.
    .plain = Quiere cancelar { $subscription }.
billing_unreadable = Gracias por su mensaje. Ahora no vemos todos los datos de facturación; le responderemos en cuanto podamos.
    .plain = Gracias por su mensaje. Ahora no vemos todos los datos de facturación; le responderemos en cuanto podamos.
not_billing = Gracias por su mensaje. No trata de facturación, así que lo pasamos a los compañeros adecuados.
    .plain = Gracias por su mensaje. No trata de facturación, así que lo pasamos a los compañeros adecuados.
unclear = Gracias por su mensaje. Estamos revisando su cuenta y le responderemos.
    .plain = Gracias por su mensaje. Estamos revisando su cuenta y le responderemos.

## Situaciones sin texto propio
bucket-duplicate_subscription = Parece que lo mismo se cobró más de una vez.
bucket-multi_seat_intent = El importe se debe al número de puestos o suscripciones de su cuenta.
bucket-payment_failed = Un pago no se completó.
bucket-self_serve_missing = Gracias por su mensaje sobre su suscripción.
bucket-product_failure = Lo sentimos: algo no funcionó como debía por nuestra parte.
bucket-not_billing = Gracias por su mensaje. No trata de facturación, así que lo pasamos a los compañeros adecuados.
bucket-needs_human = Gracias por su mensaje. Estamos revisando su cuenta y le responderemos.

## Pasos
step-refund_charge =
    .will = Reembolsaremos { $amount } en el medio de pago terminado en { $last4 }. Los bancos suelen mostrarlo en 5 a 10 días hábiles.
    .will-plain = Reembolsaremos { $amount } en el medio de pago que usó. Los bancos suelen mostrarlo en 5 a 10 días hábiles.
    .done = Hemos reembolsado { $amount } en el medio de pago terminado en { $last4 }. Los bancos suelen mostrarlo en 5 a 10 días hábiles.
    .done-plain = Hemos reembolsado { $amount } en el medio de pago que usó. Los bancos suelen mostrarlo en 5 a 10 días hábiles.
    .failed = El reembolso de { $amount } no se pudo completar. Estamos buscando otra forma de devolver el dinero y le avisaremos.
step-refund_charge-several =
    .will = Reembolsaremos { $count } pagos, { $amount } en total, en el medio de pago que usó. Los bancos suelen mostrarlos en 5 a 10 días hábiles.
    .done = Hemos reembolsado { $count } pagos, { $amount } en total, en el medio de pago que usó. Los bancos suelen mostrarlos en 5 a 10 días hábiles.
step-apply_credit =
    .will = Abonaremos { $amount } en su cuenta; reduce la próxima factura.
    .done = Hemos abonado { $amount } en su cuenta; reduce la próxima factura.
step-cancel_subscription_now =
    .will = Terminaremos la suscripción ahora.
    .done = La suscripción ha terminado.
step-cancel_subscription_now-duplicate_subscription =
    .will = Terminaremos la suscripción sobrante para que no se vuelva a cobrar; la que tiene desde el { $keep_since } queda como está.
    .will-plain = Terminaremos la suscripción sobrante para que no se vuelva a cobrar; la otra queda como está.
    .done = La suscripción sobrante ha terminado y no se volverá a cobrar; la que tiene desde el { $keep_since } queda como está.
    .done-plain = La suscripción sobrante ha terminado y no se volverá a cobrar; la otra queda como está.
step-set_cancel_at_period_end =
    .will = Haremos que la suscripción termine con el periodo pagado; no se cobrará más.
    .done = La suscripción termina con el periodo pagado; no se cobrará más.
step-set_cancel_at_period_end-duplicate_subscription =
    .will = Detendremos la renovación de la suscripción sobrante para que no se vuelva a cobrar; la que tiene desde el { $keep_since } queda como está.
    .will-plain = Detendremos la renovación de la suscripción sobrante para que no se vuelva a cobrar; la otra queda como está.
    .done = La suscripción sobrante ya no se renueva ni se volverá a cobrar; la que tiene desde el { $keep_since } queda como está.
    .done-plain = La suscripción sobrante ya no se renueva ni se volverá a cobrar; la otra queda como está.
step-undo_cancel_at_period_end =
    .will = Retiraremos la cancelación para que la suscripción continúe.
    .done = Hemos retirado la cancelación; la suscripción continúa.
step-stop_invoice_collection =
    .will = Detendremos el cobro de la factura abierta.
    .done = Hemos detenido el cobro de la factura abierta.
step-void_invoice =
    .will = Anularemos la factura abierta; no tiene que pagarla.
    .done = La factura abierta está anulada; no tiene que pagarla.
step-retry_invoice =
    .will = Intentaremos el pago de nuevo.
    .done = Hemos intentado el pago de nuevo.
step-change_quantity_at_renewal =
    .will = Cambiaremos el número de puestos en la próxima renovación.
    .done = El número de puestos cambia en la próxima renovación.
step-change_quantity_now =
    .will = Cambiaremos el número de puestos.
    .done = Hemos cambiado el número de puestos.
step-resume_subscription =
    .will = Reanudaremos la suscripción.
    .done = La suscripción está activa de nuevo.
step-verify_contract =
    .will = Primero comprobamos las condiciones de su contrato y luego le respondemos.
    .done = Hemos comprobado las condiciones de su contrato.
step-wait_and_recheck =
    .will = Lo miraremos de nuevo y le diremos cómo ha ido.
    .done = Lo hemos mirado de nuevo.
step-escalate_human = Un especialista lo está mirando y le responderá.
step-escalate_engineering = Nuestros ingenieros buscan la causa.
step-ask_customer = ¿Podría contarnos un poco más, como la fecha y el importe de que se trata?
step-ask_customer-multi_seat_intent = ¿Las usan personas distintas? Entonces podemos reunirlas en una factura; nada cambia antes de su respuesta.
step-ask_customer-checkout_abandoned = ¿Quiere que le enviemos un enlace nuevo para terminarla?
step-ask_customer-invoice_to_wrong_email = ¿A qué dirección deben ir las próximas facturas? Por su seguridad la confirmamos con usted antes de cambiarla.
step-ask_customer-not_our_charge = Envíenos la fecha, el importe y el nombre que aparece en su extracto; una captura ayuda, con el número de tarjeta oculto.
step-ask_customer-wants_to_cancel = ¿Cuál de sus suscripciones debe terminar?
step-ask_customer-wants_to_cancel_cannot = ¿Cuál de sus suscripciones debe terminar?

## Enlaces
link-send_portal_link = Aquí están sus facturas, medio de pago y suscripción; entre con la dirección de correo de sus facturas: { $url }
    .promised = Le enviaremos un enlace a su página de facturación.
link-send_portal_payment_update = Puede cambiar el medio de pago aquí; entre con la dirección de correo de sus facturas: { $url }
    .promised = Le enviaremos un enlace para cambiar el medio de pago.
link-send_portal_cancel_flow = Puede cancelar aquí; entre con la dirección de correo de sus facturas: { $url }
    .promised = Le enviaremos un enlace para cancelar.
link-send_hosted_invoice_link = Puede ver la factura aquí: { $url }
    .pay = Puede ver y pagar la factura aquí: { $url }
    .promised = Le enviaremos un enlace a la factura.
link-send_invoice_pdf = Puede descargar la factura aquí: { $url }
    .promised = Le enviaremos la factura.
link-send_checkout_link = Puede terminar la compra aquí: { $url }
    .promised = Le enviaremos un enlace nuevo para terminar la compra.

next-checking = Seguimos comprobando qué podemos hacer y le responderemos.
next-failed = Un paso no salió como estaba previsto. Nos ocupamos de ello y le responderemos.
