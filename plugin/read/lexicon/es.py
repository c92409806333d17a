"""Spanish."""

from plugin.read.lexicon import Examples, Phrases

WHOLE_WORDS = True

_CHARGED = r"(?:cobr\w+|carg(?:o|os|ado|aron|ó)\b|pag(?:o|os|ué|ado|ar)\b|factur\w+|debit\w+)"
_TWICE = r"(?:dos veces|2 veces|doble\w*|duplicad\w+|tres veces|varias veces)"

# fmt: off
ASKS: Phrases = {
    "duplicate_charge": (
        (4, rf"{_CHARGED}.{{0,35}}\b{_TWICE}"),
        (4, rf"{_TWICE}.{{0,25}}\b{_CHARGED}"),
        (4, r"(?:dos|2|tres|varias|varios) (?:suscripciones|cobros|cargos|pagos|facturas)"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:dónde|donde|cuándo|cuando|todavía no|aún no|sigo esperando|nunca)\b.{0,40}\b(?:reembolso|devolución|mi dinero)"),
        (4, r"(?:reembolso|devolución)\b.{0,40}\b(?:todavía|aún no|no (?:ha )?lleg\w+|no (?:he )?recib\w+|pendiente)"),
    ),
    "refund_request": (
        (3, r"(?:reembols\w+|devoluci(?:ón|ones))\b"),
        (3, r"(?:devuelv\w+|devolver|devuélv\w+|regres\w+).{0,25}\b(?:dinero|importe|pago|monto|cobro)"),
        (3, r"devuélvanme|devuélveme"),
    ),
    "cancel_request": (
        (3, r"(?:cancel(?:ar|en|e|a|ación|o)|dar(?:me)? de baja|darse de baja|anular|terminar|baja)\b.{0,25}\b(?:suscripción|cuenta|plan|servicio|contrato|membresía|renovación)"),
        (3, r"(?:quiero|quisiera|necesito|cómo|como|puedo|favor|deseo) .{0,20}\b(?:cancelar|darme de baja|anular)"),
        (2, r"cancel(?:ar|ación|en)\b|darme de baja"),
        (3, r"dej(?:en|ar|a) de cobrar\w*"),
    ),
    "payment_failed": (
        (4, r"(?:tarjeta|pago|cobro|transacción)\b.{0,30}\b(?:rechaz\w+|declin\w+|fall\w+|no (?:pasa|funciona|se procesó)|deneg\w+|error)"),
        (3, r"(?:no puedo|no me deja|imposible) pagar"),
        (2, r"tarjeta (?:vencida|caducada)|pago pendiente"),
    ),
    "invoice_or_receipt_request": (
        (3, r"(?:necesito|enviar\w*|envíen\w*|mandar\w*|descargar|obtener|dónde|solicito|quiero|copia|podrían).{0,35}\b(?:facturas?|recibos?|comprobantes?)\b"),
        (3, r"(?:factura|recibo|comprobante)\b.{0,25}\b(?:pdf|por favor|fiscal|contab\w+)"),
        (1, r"facturas?\b"),
    ),
    "update_payment_method": (
        (4, r"(?:cambi\w+|actualiz\w+|modific\w+|reemplaz\w+|agregar|añadir).{0,25}\b(?:tarjeta|método de pago|forma de pago|datos de pago|cuenta bancaria)"),
        (2, r"nueva tarjeta"),
    ),
    "plan_or_seat_question": (
        (3, r"(?:cambi\w+|agreg\w+|añad\w+|aument\w+|reduc\w+|diferencia|cuánto|subir|bajar).{0,30}\b(?:plan(?:es)?|licencias?|usuarios?|asientos?|paquete)\b"),
        (3, r"prorrate\w+"),
    ),
    "unexpected_charge": (
        (4, r"(?:no reconozco|no entiendo|no autoric\w+|nunca autoric\w+|desconozco).{0,40}\b(?:cobro|cargo|pago|factura|monto|importe|suscripción)"),
        (4, r"(?:por qué|porque|por que).{0,30}\b(?:cobr\w+|carg\w+|factur\w+|debit\w+)"),
        (4, r"(?:cobro|cargo|pago|factura) (?:no autorizado|desconocido|inesperado|indebido|incorrecto|fraudulento)"),
        (4, r"sin (?:mi |ningún )?(?:permiso|autorización|consentimiento|aviso|avisar)"),
        (4, r"(?:cancelé|cancelado|di de baja).{0,50}\b(?:cobr\w+|carg\w+|siguen|igual|factur\w+)"),
        (3, r"(?:estafa|fraude|robo|ladrones)\b"),
        (2, r"me (?:han )?(?:cobr\w+|cargaron|debitaron)"),
    ),
    "product_failure_complaint": (
        (4, r"(?:pagué|pagado|cobraron|compré|suscribí).{0,50}\b(?:no tengo acceso|sin acceso|no funciona|sigue (?:gratis|bloqueado)|no se activó|nada)"),
        (3, r"(?:no tengo acceso|sin acceso|no puedo (?:acceder|entrar|usar))"),
        (3, r"no (?:funciona|sirve)\b"),
    ),
    "usage_or_rate_limit_question": (
        (3, r"(?:límite|cuota|consumo)\b.{0,30}\b(?:alcanz\w+|super\w+|exced\w+|ver|api|de uso)"),
        (3, r"(?:ver|consultar|dónde).{0,25}\b(?:consumo|uso|cuota)\b"),
    ),
    "not_billing": (
        (2, r"(?:olvidé|restablecer|recuperar) (?:mi |la )?contraseña"),
        (2, r"cómo (?:instalo|uso|configuro|exporto|importo)"),
    ),
}
# fmt: on

NEGATED_BEFORE = (
    r"no (?:quiero|quisiera|deseo|necesito|pido|busco|solicito) (?:\w+ ){0,2}$",
    r"(?:sin|en vez de|en lugar de|no) (?:un |una |el |la )?$",
)
NEGATED_AFTER = (r" no (?:es|hace) (?:necesari[oa]|falta)",)
BREAKS = (r"pero\b", r"solo\b", r"sólo\b", r"solamente\b", r"sino\b", r"por favor\b", r"porque\b")

EXAMPLES: Examples = (
    (
        "Me cobraron dos veces este mes, quiero un reembolso",
        ("duplicate_charge", "refund_request", "unexpected_charge"),
    ),
    ("COBRO DOBLE!!!", ("duplicate_charge",)),
    ("Tengo dos suscripciones y solo necesito una", ("duplicate_charge",)),
    ("Quiero cancelar mi suscripción", ("cancel_request",)),
    ("¿Cómo puedo darme de baja?", ("cancel_request",)),
    ("No quiero un reembolso, solo cancelar", ("cancel_request",)),
    ("Devuélvanme mi dinero", ("refund_request",)),
    ("Todavía no llega mi reembolso", ("refund_status", "refund_request")),
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
