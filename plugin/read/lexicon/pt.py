"""Portuguese."""

from plugin.read.lexicon import Examples, Phrases, Words

WHOLE_WORDS = True

_TWICE = r"(?:duas vezes|2 vezes|2 ?x\b|em dobro|dobrad\w*|em duplicidade|duplicad\w*|três vezes|3 vezes|várias vezes|duplo|dupla)"

# fmt: off
WORDS: Words = {
    "charge": (r"cobr(?:ado|ada|aram|ança|anças|ou|am|ando|ar|em|aria|o|a|ei)\b", r"debit\w*", r"descont(?:aram|ado|ou|ando)\b", r"fatur(?:ado|aram)\b", r"tiraram", r"levaram", r"(?:foi|foram) (?:retirad|descontad)\w*", r"lançament\w*", r"caiu (?:na|no) (?:minha|meu) (?:fatura|cartão)", r"pagando\b", r"puxaram"),
    "twice": (_TWICE,),
    "refund": (r"re+mbols\w*", r"estorn\w*", r"ressarc\w*", r"devol(?:u[çc]ão|ver|vam|va|vido|vida|veram|ução)\w*", r"dinheiro (?:\w+ ){0,2}(?:de volta|devolvido)", r"meu dinheiro\b"),
    "awaited": (r"ainda não", r"até agora", r"cad[eê]\b", r"onde (?:está|esta|tá)", r"quando\b", r"aguard\w*", r"esperando", r"nunca\b", r"não (?:\w+ )?(?:chegou|recebi|caiu|apareceu|entrou)", r"falaram", r"prome\w*", r"disseram", r"prazo", r"status\b", r"faz (?:\w+ )?(?:dias|semanas|meses|mês|um mês)", r"já faz", r"pendente", r"aprovad\w*", r"previsão"),
    "cancel": (r"cancel(?:ar|em|a|amento|e|ando|o|arem)\b(?!d)", r"(?:encerr|desativ|desligu?|interromp|finaliz|par|exclu|termin|suspend|fech)\w*.{0,30}\b(?:assinatura|conta|plano|serviço|contrato|renovação|cobranças?)", r"(?:par|deix)(?:em|ar|a|e) de (?:me )?(?:cobrar|renovar|descontar)", r"desinscrev\w*", r"não (?:quero|desejo) (?:mais|continuar|renovar|que renove)", r"não renov\w*", r"me (?:descadastr|desinscr)\w*"),
    "ended": (r"cancelei", r"cancelad[oa]\b", r"cancelamos", r"encerrei", r"(?:depois|após|mesmo após|apesar) (?:de |do |o )?(?:\w+ )?cancel\w*", r"tinha cancelado", r"desativei"),
    "pay": (r"cart(?:ão|ões|ao)\b", r"pagamentos?\b", r"pagar\b", r"transaç\w*", r"compra\b", r"pix\b", r"boleto\w*", r"paypal", r"visa\b", r"mastercard", r"débito\b", r"assinar\b"),
    "fail": (r"recusad\w*", r"recusa\b", r"negad[oa]", r"falh(?:ou|a|ado)\b", r"erro\b|erros\b", r"não (?:\w+ )?(?:passa|passou|aceita|aceitou|funciona|processa\w*|autoriz\w*|foi aprovad\w*|concl\w*)", r"rejeitad\w*", r"não deu certo", r"em atraso", r"vencid[oa]\b", r"pendente de pagamento", r"inadimpl\w*"),
    "card": (r"cart(?:ão|ões|ao)(?: de crédito| de débito)?\b", r"(?:forma|método|meio|dados) de pagamento", r"conta bancária", r"dados bancários", r"pix\b", r"boleto\b", r"paypal"),
    "change": (r"troc\w+", r"mud(?:o|ar|ança|ei)\b", r"atualiz\w+", r"alter\w+", r"substitu\w+", r"adicion\w+", r"remov\w+", r"tirar\b", r"excluir", r"cadastr\w*", r"novo\b", r"em vez", r"ao invés", r"venceu\b(?=.{0,40}(?:troc|mud|novo))", r"perdi\b", r"coloc\w*"),
    "document": (r"nota(?:s)? fisca(?:l|is)", r"nf-?e?\b", r"faturas?\b(?! do cartão)", r"recibos?\b", r"comprovantes?\b", r"cnpj\b", r"nif\b", r"iva\b"),
    "want": (r"precis\w*", r"envi\w*", r"mand\w*", r"baix\w*", r"obter", r"onde\b", r"solicit\w*", r"quero\b|gostaria", r"cópia", r"podem|poderiam|pode\b", r"falt\w*", r"corrig\w*", r"pdf\b", r"contador\w*|contabilidade", r"emit\w*|emissão", r"não (?:recebi|chegou|veio)", r"segunda via", r"acrescent\w*|adicion\w*"),
    "plan": (r"planos?\b", r"licenças?\b", r"usuários?\b|utilizadores", r"assentos?\b", r"pacotes?\b", r"equipe\b|equipa\b", r"pessoas\b", r"anual\b", r"mensal\b", r"premium\b", r"pro\b", r"membros?\b", r"dispositivos?", r"colegas?"),
    "move": (r"mudar\b", r"trocar\b", r"migrar", r"passar\b", r"adicion\w+", r"aument(?:ar|o)\b", r"reduz\w+", r"diferença\w*", r"quanto", r"custa\w*|custo", r"preço\w*", r"upgrade|downgrade", r"proporcional\w*", r"desconto", r"inclu\w*", r"a mais\b", r"remover\b", r"incluir", r"qual\b"),
    "why": (r"por ?qu[eê]\b|porqu[eê]\b", r"que (?:cobrança|valor|débito|pagamento) é ess[ea]", r"o que é (?:isso|essa|esse|esta)|oque é", r"do que se trata|de que se trata|referente a qu[eê]", r"não (?:\w+ )?(?:reconheço|entendo|entendi|conheço|autorizei|lembro|pedi|contratei|assinei|solicitei|sei)", r"nunca (?:autorizei|pedi|contratei|assinei|comprei|aceitei)", r"desconhecid\w*", r"não autorizad\w*", r"indevid\w*", r"inesperad\w*", r"fraud\w*", r"golpe\b", r"roubo|roubad\w*|ladrões", r"absurdo", r"explic\w*", r"estranh\w*"),
    "price": (r"preço\w*", r"fatura\b", r"valor\b", r"mensalidade", r"conta\b", r"cobrança\b"),
    "rose": (r"aument(?:ou|aram|ado)\b", r"subi(?:u|ram)\b", r"mais (?:alto|caro|alta|cara)", r"tão (?:alto|alta|caro|cara)", r"errad\w*", r"incorret\w*", r"em vez de \d", r"a mais do que", r"muito alt[oa]", r"não bate", r"acima do"),
    "trial": (r"teste\b", r"testar\b", r"experimentar", r"período grátis", r"experimental"),
    "renewed": (r"renov\w*",),
    "unasked": (r"sem (?:\w+ ){0,2}(?:permissão|autorização|consentimento|aviso|avisar\w*|perguntar|notificar|consultar|saber)", r"ninguém (?:me|nos)", r"nunca (?:autorizei|aceitei|pedi)", r"do nada", r"automaticamente", r"de repente", r"só queria (?:testar|experimentar)"),
    "paid": (r"pag(?:uei|o|amos|ando|ou)\b", r"pago\b", r"cobraram", r"compr(?:ei|ado|amos)\b", r"assin(?:ei|atura|ante)\b", r"premium\b", r"pro\b", r"pagamento\b", r"descontaram", r"dinheiro\b", r"licença\b", r"plano\b"),
    "locked": (r"não (?:tenho|temos|consigo ter) acesso", r"sem acesso", r"não consigo (?:acessar|entrar|usar)", r"(?:continua|ainda|segue|permanece) (?:\w+ ){0,4}(?:grátis|gratuit[oa]|bloquead\w*|free|limitad\w*|básic\w*|trancad\w*)", r"não (?:foi )?(?:ativ\w+|liber\w+|desbloque\w+|atualizou|apareceu|creditad\w*)", r"versão (?:grátis|gratuita)", r"bloquead[oa]\b", r"pede (?:pra|para) (?:pagar|assinar)", r"inválid\w*", r"perdi (?:o )?acesso", r"nada foi liberado"),
    "broken": (r"não (?:funciona\w*|abre|carrega|presta|está funcionando)\b", r"trava\w*", r"fora do ar", r"bug\w*", r"caiu\b", r"quebrad\w*", r"porcaria", r"péssim\w*", r"lixo", r"nada funciona"),
    "usage": (r"limites?\b(?! do cartão| sobrando)", r"cotas?\b|quotas?\b", r"consumo\b", r"créditos\b", r"tokens?\b", r"requisições|requests\b", r"uso (?:mensal|da api|do plano)", r"chamadas (?:à|a|da|de) api", r"franquia"),
    "left": (r"ating\w*", r"exced\w*|ultrapass\w*", r"acab\w*", r"esgot\w*", r"ver\b", r"consultar|acompanhar", r"quant[oa]s?", r"rest\w+", r"por (?:hora|minuto|dia|mês)", r"cont(?:a|am|ado|abiliz)\w*", r"qual é|qual o", r"aument\w*", r"renova\b|reinici\w*", r"onde", r"por que|porque", r"gast\w*|consumi\w*", r"calcul\w*"),
    "product": (r"senhas?\b", r"login\b|logar", r"entrar na (?:minha )?conta", r"aplicativo|app\b", r"modo escuro", r"funcionalidade|recurso\b", r"export\w*", r"import(?:o|ar)\b", r"sincroniz\w*", r"calendário|agenda", r"fotos?\b", r"imagem|imagens", r"versão para", r"código de", r"instal\w*", r"configur\w*", r"parceria", r"vaga\b", r"pretendem lançar"),
    "money": (r"dinheiro", r"fatur\w*", r"pag\w+", r"assinatur\w*", r"cobr\w*", r"preço\w*", r"cust\w+", r"reais|euros?|dólares|r?\$|€", r"cart(?:ão|ao)", r"cancel\w*", r"licença\w*", r"reembols\w*|estorno", r"planos?\b", r"desconto\w*", r"compr\w*", r"recibo|nota fiscal|cnpj", r"créditos|limite\w*|consumo", r"premium", r"renov\w*", r"pix\b|boleto"),
    "smalltalk": (r"ol[aá]\b|oi\b", r"bom dia|boa (?:tarde|noite)", r"(?:muito )?obrigad[oa]", r"por favor|por gentileza|pfv?\b", r"att\b|atenciosamente", r"abraços?", r"ok\b", r"tudo (?:bem|certo|bom)", r"resolvido", r"dúvida\b|pergunta\b", r"alguém (?:aí)?", r"ajuda\b", r"prezad\w+"),
}

ASKS: Phrases = {
    "duplicate_charge": (
        (4, r"(?:duas|dois|2|três|várias|vários|dupla|duplo) (?:\w+ )?(?:cobranças|pagamentos|assinaturas|faturas|débitos|lançamentos|cobrança|compras)"),
        (4, rf"(?:paguei|pago|comprei|cobrado|cobrada|cobraram|assinei) (?:\w+ ){{0,3}}{_TWICE}"),
        (1, _TWICE),
    ),
    "refund_status": (
        (4, r"(?:cad[eê]|onde|quando|ainda não|até agora|aguardando|esperando)\b.{0,40}\b(?:reembolso|estorno|meu dinheiro|devolução)"),
        (4, r"(?:reembolso|estorno|devolução)\b.{0,40}\b(?:ainda não|não (?:chegou|caiu|apareceu|recebi)|pendente|prazo|status)"),
    ),
    "refund_request": (
        (3, r"(?:quero|exijo|solicito|peço|preciso|gostaria|desejo) (?:\w+ ){0,5}(?:reembols\w*|estorn\w*|devoluç\w*|dinheiro de volta|meu dinheiro)"),
        (3, r"me (?:reembols\w*|devolv\w*)|devolvam|reembolsem|estornem"),
    ),
    "cancel_request": (
        (3, r"(?:quero|queria|preciso|como|posso|favor|gostaria|onde) (?:\w+ ){0,3}cancel(?:ar|o|amento)"),
        (2, r"não (?:uso|utilizo|preciso|quero) mais"),
    ),
    "payment_failed": (
        (4, r"não (?:consigo|consegui|posso|dá para|deixa) (?:pagar|comprar|assinar|finalizar|concluir)"),
        (3, r"cartão (?:\w+ ){0,3}(?:recusado|negado|não passa)"),
        (2, r"(?:aparece|dá|deu) erro .{0,30}(?:compra|pagamento)"),
    ),
    "invoice_or_receipt_request": ((3, r"nota fiscal|segunda via"), (2, r"cnpj\b.{0,30}(?:nota|fatura|recibo)|(?:nota|fatura|recibo).{0,30}cnpj")),
    "update_payment_method": ((3, r"(?:troquei|mudei) de cartão|cartão novo|novo cartão"),),
    "plan_or_seat_question": (
        (3, r"(?:do|de|da) (?:plano )?(?:anual|mensal) (?:para|pra|pro|ao) ?(?:o )?(?:plano )?(?:anual|mensal)"),
        (3, r"(?:\d+|duas|três|cinco|mais|adicionar) (?:\w+ )?(?:licenças?|usuários?|assentos?)\b"),
    ),
    "unexpected_charge": (
        (4, r"(?:cobrança|pagamento|débito|valor|fatura) (?:não autorizad[oa]|desconhecid[oa]|indevid[oa]|inesperad[oa]|errad[oa]|incorret[oa])"),
        (4, r"(?:continuam|continua|seguem|voltaram a) (?:\w+ )?(?:cobr\w*|descont\w*|debit\w*)"),
        (4, r"(?:cancelei|cancelado|encerrei).{0,60}\b(?:cobr\w+|descont\w+|debit\w+|continuam|fatur\w+)"),
        (3, r"não reconheço|fraude|golpe\b|roubo|ladrões"),
    ),
    "product_failure_complaint": (
        (3, r"(?:paguei|pago|comprei|assinei|cobraram).{0,60}\b(?:não tenho acesso|sem acesso|não funciona|continua (?:grátis|bloqueado)|não (?:ativou|liberou)|nada)"),
        (2, r"(?:não tenho acesso|sem acesso)\b"),
    ),
    "usage_or_rate_limit_question": ((3, r"limite de (?:uso|requisições|chamadas|api)|(?:limite|cota) (?:atingid\w|excedid\w)"),),
    "not_billing": ((2, r"(?:esqueci|redefinir|recuperar|trocar) (?:a |minha |a minha )?senha"),),
}

NEGATED_BEFORE = (
    r"não (?:quero|desejo|preciso de|preciso|peço|estou pedindo|solicito) (?:\w+ ){0,2}$",
    r"(?:sem|em vez de|ao invés de|não) (?:um |uma |o |a )?$",
)
NEGATED_AFTER = (r" não (?:é|seria) (?:necessári[oa]|preciso)",)
# fmt: on
BREAKS = (r"mas\b", r"só\b", r"apenas\b", r"somente\b", r"por favor\b", r"porque\b", r"e\b")

EXAMPLES: Examples = (
    ("Fui cobrado duas vezes este mês, quero o reembolso", ("duplicate_charge", "refund_request")),
    ("Quero cancelar minha assinatura", ("cancel_request",)),
    ("Não quero reembolso, só cancelar", ("cancel_request",)),
    ("Devolvam meu dinheiro", ("refund_request",)),
    ("Meu reembolso ainda não chegou", ("refund_status",)),
    ("Meu cartão foi recusado", ("payment_failed",)),
    ("Preciso da fatura de março em PDF", ("invoice_or_receipt_request",)),
    ("Onde eu troco o cartão de crédito?", ("update_payment_method",)),
    ("Queremos adicionar 5 usuários ao plano", ("plan_or_seat_question",)),
    ("Não reconheço essa cobrança", ("unexpected_charge",)),
    ("Cancelei em abril e continuam cobrando", ("unexpected_charge",)),
    ("Paguei mas não tenho acesso", ("product_failure_complaint",)),
    ("Onde vejo meu consumo? Atingi o limite da API", ("usage_or_rate_limit_question",)),
    ("Esqueci minha senha", ("not_billing",)),
    ("Obrigada, tenha um bom dia", ()),
)
