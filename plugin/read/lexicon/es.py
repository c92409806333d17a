"""Spanish."""

from plugin.read.lexicon import Examples, Phrases, Words

WHOLE_WORDS = True

_TWICE = r"(?:dos veces|2 veces|2 ?x\b|doble\w*|por duplicado|duplicad\w*|tres veces|3 veces|varias veces|dobles?|por segunda vez)"

# fmt: off
WORDS: Words = {
    "charge": (r"cobr(?:aron|ado|ando|ar|arme|an|a|aba|ó|é|en|os|o|amos)?\b", r"carg(?:o|os|aron|ado|ó)\b", r"debit\w*", r"descont\w*", r"factur(?:aron|ado|an)\b", r"sac(?:aron|ado|an)\b", r"quit(?:aron|ado)\b", r"retir(?:aron|ado)\b", r"(?:hicieron|hecho) (?:un |el |otro )?(?:cobro|cargo)", r"adeudo\w*", r"estoy pagando"),
    "twice": (_TWICE,),
    "refund": (r"re+mbols\w*", r"devoluci(?:ó|o)n(?:es)?\b", r"(?:devuelv\w+|devolver\w*|devuélv\w+|regres\w+|reintegr\w*)(?: \w+){0,4} ?(?:dinero|importe|pago|monto|cobro|plata)?\b", r"(?:mi|el) dinero (?:\w+ ){0,3}(?:de vuelta|devuelta|atrás)", r"quiero mi (?:dinero|plata)"),
    "awaited": (r"todavía no", r"aún no", r"sigo (?:esperando|sin)", r"esperando", r"nunca\b", r"no (?:me )?(?:ha )?(?:lleg\w+|recib\w+)", r"no he (?:recibido|visto)", r"dónde (?:está|esta)", r"cuándo\b|cuando (?:llega|me|recib)", r"qué pasó", r"tarda\w*", r"prometi\w*", r"dijeron", r"pendiente", r"hace (?:\w+ )?(?:días|semanas|meses)", r"estado de", r"ya van\b", r"nada\b", r"aprob\w*", r"confirm\w*"),
    "cancel": (r"cancel(?:ar|arlo|arla|en|ación|acion|enlo|enla)\b", r"(?:favor|me|que) cancele\b", r"cancele (?:por favor|(?:mi|la|el|esta|nuestra) \w+\b(?! (?:en|el|hace|desde|ayer|la semana|y)\b))", r"cancelo\b", r"dar(?:me|se|nos)? de baja", r"la baja\b", r"anul(?:ar|en|ación|arlo)\b", r"desuscrib\w*", r"(?:terminar|finalizar|cerrar|eliminar|por terminad\w*|desactiv\w*|detener|detengan|parar|cierren|eliminen|borrar).{0,30}\b(?:suscripción|cuenta|plan|servicio|contrato|membresía|renovación)", r"(?:no|ni) (?:se |me )?(?:renuev\w*|renove\w*|cobren más)", r"dej(?:en|ar|a|e) de (?:cobrar\w*|renovar)", r"no (?:quiero|deseo) (?:seguir|continuar|renovar|más|que se renueve)", r"quitar la renovación"),
    "ended": (r"cancelé\b|cancele (?:en|el|hace|mi|la)", r"cancelad[oa]\b", r"cancelamos", r"di de baja", r"dado de baja", r"(?:después|luego|tras|pese|a pesar) (?:de |a )?(?:\w+ )?(?:cancel\w*|la baja|dar\w* de baja)", r"había cancelado", r"anulé"),
    "pay": (r"tarjetas?\b", r"pagos?\b", r"pagar\b", r"cobro\b", r"transacci\w*", r"compra\b", r"transferencia", r"paypal", r"visa\b", r"mastercard", r"suscribirme", r"cargo\b"),
    "fail": (r"rechaz\w*", r"declin\w*", r"fall(?:ó|o|a|ado|ida|ando)\b", r"error\w*", r"no (?:me )?(?:pasa|procesa|se procesó|acepta\w*|funciona|autoriza|se pudo|se completó|fue posible)", r"deneg\w*", r"no me deja", r"vencid[oa]\b(?=.{0,20}pago)", r"pendiente de pago", r"bloquead[oa] por"),
    "card": (r"tarjetas?(?: de crédito| de débito)?\b", r"(?:método|forma|medio|datos) de pago", r"cuenta bancaria", r"datos bancarios", r"paypal", r"domiciliación"),
    "change": (r"cambi\w+", r"actualiz\w+", r"modific\w+", r"reemplaz\w+", r"agreg\w+", r"añad\w+", r"quitar\b", r"eliminar\b", r"borrar\b", r"nueva\b", r"pongo\b", r"poner\b", r"ingres\w+", r"en vez", r"en lugar", r"venci\w*", r"caduc\w*", r"perdí\b", r"robaron"),
    "document": (r"facturas?\b", r"recibos?\b(?! (?:un|el|la|correo|nada))", r"comprobantes?\b", r"rfc\b", r"nif\b", r"cif\b", r"iva\b", r"justificante"),
    "want": (r"necesit\w*", r"envi\w*|envíen\w*", r"mand\w*", r"descarg\w*", r"obten\w*", r"dónde\b|donde\b", r"solicit\w*", r"quiero\b|quisiera", r"copia", r"podrían|pueden|puede\b", r"falta\w*", r"corrij\w*|corregir", r"pdf\b", r"contador|contable|contabilidad|gestor", r"agreg\w*|añad\w*", r"no (?:me )?(?:llegó|recibí|han enviado)", r"favor", r"emit\w*", r"ocupo\b", r"cambiar"),
    "plan": (r"plan(?:es)?\b", r"licencias?\b", r"usuarios?\b", r"asientos?\b", r"paquetes?\b", r"equipo\b", r"personas\b", r"compañeros", r"anual\b", r"mensual\b", r"premium\b", r"pro\b", r"miembros?\b", r"dispositivos?"),
    "move": (r"cambi\w+", r"pasar\b", r"agreg\w+", r"añad\w+", r"aument(?:ar|o)\b", r"reduc\w+", r"diferencia\w*", r"cuánto|cuanto", r"cuesta\w*|costo|coste", r"precio\w*", r"subir\b", r"bajar\b", r"prorrate\w+", r"descuento", r"incluye\w*", r"adicional\w*", r"más (?:usuarios|licencias|personas)", r"quitar", r"mejorar"),
    "why": (r"por ?qué\b|por que\b|porque (?:me|están|hay)", r"de qué\b|de que es", r"qué es (?:este|esto|ese)|que es (?:este|esto|ese)", r"qué (?:cargo|cobro)|que (?:cargo|cobro)", r"no (?:lo |los )?(?:reconozco|entiendo|conozco|autoric\w+|autorizado|recuerdo|pedí|contraté|solicité|me suscribí)", r"nunca (?:autoric\w+|pedí|contraté|me suscribí|compré|acepté)", r"desconoc\w*", r"no autorizad\w*", r"inesperad\w*", r"indebid\w*", r"fraud\w*", r"estaf\w*", r"rob(?:o|aron|an|ando)\b", r"ladrones", r"explic\w*", r"extraño"),
    "price": (r"precio\w*", r"factura\b", r"monto\b", r"importe\b", r"tarifa\w*", r"cobro\b|cargo\b"),
    "rose": (r"sub(?:ieron|ió|en|ido)\b", r"aument(?:aron|ó|ado)\b", r"más (?:alto|caro|alta|cara)", r"tan (?:alto|alta|caro|cara)", r"demasiad\w*", r"incorrect\w*", r"equivocad\w*", r"en vez de \d", r"en lugar de \d", r"de más\b", r"no coincide"),
    "trial": (r"prueba\b", r"probar\b", r"periodo gratis", r"gratuita\b(?= .{0,20}termin)"),
    "renewed": (r"renov\w*", r"renuev\w*"),
    "unasked": (r"sin (?:\w+ ){0,2}(?:permiso|autorización|consentimiento|aviso|avisar\w*|decir\w*|preguntar\w*|notificar\w*|informar\w*|saber|advertir)", r"nadie (?:me|nos)", r"nunca (?:autoric\w*|acepté|pedí)", r"de la nada", r"automáticamente", r"de repente", r"solo quería probar"),
    "paid": (r"pagu[ée]\b", r"pagado\b", r"pag(?:o|amos|ando)\b", r"cobraron", r"cobro\b", r"compr(?:é|e|ado|amos)\b", r"suscrib\w+", r"suscripción\b", r"premium\b", r"pro\b", r"descontaron", r"dinero\b", r"licencia\b", r"plan\b"),
    "locked": (r"no (?:tengo|tenemos|hay|me da) acceso", r"sin acceso", r"no puedo (?:acceder|entrar|usar)", r"(?:sigue|sigo|continúa|aún|todavía) (?:\w+ ){0,4}(?:gratis|gratuit\w*|bloquead\w*|free|limitad\w*|básic\w*)", r"no (?:se |me )?(?:activ\w+|desbloque\w+|actualizó|refleja\w*|aparece\w*|acreditó|habilit\w*)", r"versión (?:gratis|gratuita)", r"bloquead[oa]\b", r"me pide (?:que )?(?:pague|pagar|suscrib\w*)", r"inválid\w*", r"no recibí nada", r"perdí (?:el |mi )?acceso"),
    "broken": (r"no (?:funciona\w*|sirve\w*|anda|jala|carga|abre)\b", r"falla\b|fallas\b|fallos?\b", r"caíd[oa]\b", r"se cierra", r"se traba", r"roto|rota\b", r"basura", r"pésim\w*", r"inservible", r"error(?:es)?\b(?= .{0,20}(?:app|aplicación))", r"nada funciona"),
    "usage": (r"límites?\b", r"cuotas?\b(?= .{0,20}(?:uso|api|mes))", r"consumo\b", r"créditos\b", r"tokens?\b", r"solicitudes\b", r"peticiones\b", r"uso (?:de|del|mensual)\b", r"llamadas a la api", r"rate limit"),
    "left": (r"alcanz\w*", r"super\w*", r"exced\w*", r"acab\w*", r"agot\w*", r"ver\b", r"consultar", r"cuánt[oa]s?|cuant[oa]s?", r"quedan?\b", r"por (?:hora|minuto|día|mes)", r"cuent\w+", r"cuál es|cual es", r"aument\w*", r"reinici\w*", r"dónde|donde", r"por qué|por que", r"gast\w*", r"calcul\w*"),
    "product": (r"contraseñas?", r"iniciar sesión", r"inicio de sesión", r"la app\b", r"aplicación", r"modo oscuro", r"función\b", r"export\w*", r"import(?:o|ar)\b", r"sincroniz\w*", r"calendario", r"fotos?\b", r"imágenes|imagen", r"versión para", r"código para", r"instal\w*", r"configur\w*", r"alianza", r"vacante", r"cómo (?:uso|hago para|creo|comparto)"),
    "money": (r"dinero|plata\b", r"factur\w*", r"pag\w+", r"suscri\w*", r"cobr\w*", r"carg(?:o|os)\b", r"precio\w*", r"cuesta|costo|coste", r"euros?|dólares|pesos|[€$]", r"tarjeta\w*", r"cancel\w*|baja\b", r"licencia\w*", r"reembols\w*|devoluci\w*", r"plan(?:es)?\b", r"descuento\w*", r"compr\w*", r"recibo\w*", r"iva\b|rfc\b", r"créditos|límite\w*|consumo", r"premium", r"renov\w*"),
    "smalltalk": (r"hola", r"buen(?:os|as) (?:días|tardes|noches)", r"(?:muchas )?gracias", r"por favor|porfa\w*", r"saludos(?: cordiales)?", r"estimad\w+", r"ok\b", r"todo bien", r"vale\b", r"pregunta\b", r"alguien (?:ahí|hay)?", r"equipo de soporte", r"ayuda\b", r"buen día"),
}

ASKS: Phrases = {
    "duplicate_charge": (
        (4, r"(?:dos|2|tres|varias|varios|doble) (?:\w+ )?(?:cobros|cargos|pagos|suscripciones|facturas|débitos|membresías|cobro|cargo|pago)"),
        (4, rf"(?:pagu[ée]|pagado|compré|cobrado|cobraron) (?:\w+ ){{0,3}}{_TWICE}"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:dónde|donde|cuándo|cuando|qué pasó|que paso|todavía no|aún no|sigo esperando|nunca)\b.{0,40}\b(?:reembolso|devolución|mi dinero)"),
        (4, r"(?:reembolso|devolución)\b.{0,40}\b(?:todavía|aún no|no (?:ha )?lleg\w+|no (?:he )?recib\w+|pendiente|tarda\w*|días)"),
    ),
    "refund_request": (
        (3, r"(?:quiero|exijo|solicito|pido|necesito|quisiera|deseo) (?:\w+ ){0,5}(?:reembols\w*|devoluci\w*|devuelv\w*|mi dinero)"),
        (3, r"devu[eé]lvan(?:me)?|devuélveme|reg?r[eé]s(?:en|enme) mi dinero|reembols(?:en|enme|ame)\b"),
    ),
    "cancel_request": (
        (3, r"(?:quiero|quisiera|necesito|cómo|como|puedo|favor|deseo) (?:\w+ ){0,4}(?:cancelar|darme de baja|anular|desuscrib\w*)"),
        (2, r"(?:ya )?no (?:uso|utilizo|necesito|quiero) (?:\w+ ){0,2}(?:más|servicio|suscripción|app|plan)"),
    ),
    "payment_failed": (
        (4, r"(?:no puedo|no me deja|imposible|no logro|no he podido) (?:pagar|comprar|suscribirme|completar)"),
        (4, r"(?:intento|trato de|al) (?:pagar|comprar|suscribirme)\b.{0,40}(?:error|rechaz|no deja|falla)"),
        (3, r"tarjeta (?:\w+ ){0,3}(?:rechazada|declinada|no pasa)"),
    ),
    "invoice_or_receipt_request": ((3, r"(?:factura|recibo|comprobante)\b.{0,25}\b(?:pdf|por favor|fiscal|contab\w+|rfc)"),),
    "update_payment_method": ((3, r"tarjeta nueva|nueva tarjeta"), (3, r"cambié de tarjeta")),
    "plan_or_seat_question": (
        (3, r"(?:de|del) (?:plan )?(?:anual|mensual) al? (?:plan )?(?:anual|mensual)"),
        (3, r"(?:\d+|dos|tres|cinco|más|agregar) (?:\w+ )?(?:licencias?|usuarios?|asientos?)\b"),
    ),
    "unexpected_charge": (
        (4, r"(?:cobro|cargo|pago|factura) (?:no autorizado|desconocido|inesperado|indebido|incorrecto|fraudulento)"),
        (4, r"(?:siguen|sigue|continúan|volvieron a|vuelven a) (?:\w+ )?(?:cobr\w*|carg\w*|debit\w*|descont\w*)"),
        (4, r"(?:cancelé|cancele|cancelado|di de baja).{0,60}\b(?:cobr\w+|carg\w+|siguen|igual|factur\w+)"),
        (3, r"(?:estaf\w*|fraude|robo|ladrones)\b"),
        (3, r"no conozco (?:su|esta|a esta) (?:empresa|compañía)"),
    ),
    "product_failure_complaint": (
        (3, r"(?:pagué|pague|pagado|cobraron|compré|suscribí).{0,60}\b(?:no tengo acceso|sin acceso|no funciona|sigue (?:gratis|bloqueado)|no se activó|nada)"),
        (2, r"(?:no tengo acceso|sin acceso)\b"),
    ),
    "usage_or_rate_limit_question": ((3, r"límite de (?:uso|solicitudes|peticiones|la api|api)|(?:límite|cuota) (?:alcanzad\w|excedid\w|superad\w)"),),
    "not_billing": ((2, r"(?:olvidé|restablecer|recuperar|cambiar) (?:mi |la )?contraseña"),),
}

NEGATED_BEFORE = (
    r"no (?:quiero|quisiera|deseo|necesito|pido|busco|solicito) (?:\w+ ){0,2}$",
    r"(?:sin|en vez de|en lugar de|no) (?:un |una |el |la )?$",
)
NEGATED_AFTER = (r" no (?:es|hace) (?:necesari[oa]|falta)",)
# fmt: on
BREAKS = (r"pero\b", r"solo\b", r"sólo\b", r"solamente\b", r"sino\b", r"por favor\b", r"porque\b", r"y\b")

EXAMPLES: Examples = (
    (
        "Me cobraron dos veces este mes, quiero un reembolso",
        ("duplicate_charge", "refund_request"),
    ),
    ("COBRO DOBLE!!!", ("duplicate_charge",)),
    ("Tengo dos suscripciones y solo necesito una", ("duplicate_charge",)),
    ("Quiero cancelar mi suscripción", ("cancel_request",)),
    ("¿Cómo puedo darme de baja?", ("cancel_request",)),
    ("No quiero un reembolso, solo cancelar", ("cancel_request",)),
    ("Devuélvanme mi dinero", ("refund_request",)),
    ("Todavía no llega mi reembolso", ("refund_status",)),
    ("Mi tarjeta fue rechazada", ("payment_failed",)),
    ("Necesito la factura de marzo, por favor", ("invoice_or_receipt_request",)),
    ("¿Dónde cambio mi tarjeta?", ("update_payment_method",)),
    ("Queremos agregar 5 usuarios al plan", ("plan_or_seat_question",)),
    ("No reconozco este cargo", ("unexpected_charge",)),
    ("Cancelé en abril y me siguen cobrando", ("unexpected_charge",)),
    ("Pagué pero no tengo acceso", ("product_failure_complaint",)),
    ("¿Dónde puedo ver mi consumo? Alcancé el límite de la API", ("usage_or_rate_limit_question",)),
    ("Olvidé mi contraseña", ("not_billing",)),
    ("Muchas gracias, saludos", ()),
)
