"""The fourteen languages: the same state, told in the customer's own words and answered in them."""

from tests.judge.labels import GUARD, Book, Desk, Label

BOOK = Book("languages")
TWICE = Label(
    "duplicate_subscription", "duplicate_same_customer", "set_cancel_at_period_end", gaps=(GUARD,), refunds=2000,
    never=("cancel_subscription_now", "void_invoice"),
)  # fmt: skip
LEAVES = Label(
    "self_serve_missing",
    ("wants_to_cancel_cannot",),
    "set_cancel_at_period_end",
    gaps=("no_cancellation_flow",),
)

_TWICE = {
    "es": ("Cobro doble", "Me habéis cobrado dos veces la suscripción. Devolvedme una por favor."),
    "pt-BR": ("Cobrança dupla", "Fui cobrado duas vezes este mês, quero o reembolso de uma."),
    "it": ("Doppio addebito", "Mi avete addebitato due volte l'abbonamento, vorrei il rimborso di uno."),
    "nl": (
        "Dubbel betaald",
        "Er is twee keer afgeschreven voor hetzelfde abonnement. Graag één terugbetalen.",
    ),
    "pl": ("Podwójna opłata", "Pobraliście opłatę dwa razy. Proszę o zwrot jednej płatności."),
    "ru": ("Двойное списание", "С меня дважды списали деньги за подписку. Верните один платёж."),
    "tr": ("Çift ödeme", "Benden iki kez ücret alındı, birini iade edin lütfen."),
    "ar": ("خصم مرتين", "تم خصم المبلغ مرتين من بطاقتي، أرجو استرداد أحدهما."),
    "ko": ("이중 결제", "구독료가 두 번 결제되었습니다. 하나 환불해 주세요."),
    "zh": ("重复扣款", "我被扣了两次款，请退还其中一笔。"),
}
_LEAVES = {
    "es": ("Cancelar", "Quiero cancelar mi suscripción y no encuentro cómo."),
    "pt-BR": ("Cancelar", "Quero cancelar a minha assinatura."),
    "it": ("Disdetta", "Vorrei disdire l'abbonamento."),
    "nl": ("Opzeggen", "Ik wil mijn abonnement opzeggen."),
    "pl": ("Anulowanie", "Chcę anulować subskrypcję."),
    "ru": ("Отмена", "Хочу отменить подписку."),
    "tr": ("İptal", "Aboneliğimi iptal etmek istiyorum."),
    "ar": ("إلغاء", "أريد إلغاء اشتراكي."),
    "ja": ("解約", "サブスクリプションを解約したいです。"),
    "ko": ("해지", "구독을 해지하고 싶습니다."),
    "zh": ("取消订阅", "我想取消订阅。"),
}


def _twice(d: Desk) -> None:
    me = d.customer(days=7)
    d.keep(d.plan(me, days=6, checkout=True))
    d.plan(me, days=6 - 3 / 1440, checkout=True)


def _runs(d: Desk) -> None:
    d.plan(d.customer(days=33), days=33)


def _all() -> None:
    for label, staged, texts in ((TWICE, _twice, _TWICE), (LEAVES, _runs, _LEAVES)):
        for locale, (subject, body) in texts.items():

            def stage(d: Desk, staged=staged) -> None:
                staged(d)

            stage.__name__ = f"{staged.__name__.strip('_')}_in_{_NAMES[locale]}"
            BOOK.ticket(label, subject, body, locale=locale)(stage)


_NAMES = {"es": "spanish", "pt-BR": "portuguese", "it": "italian", "nl": "dutch", "pl": "polish", "ru": "russian", "tr": "turkish",
          "ar": "arabic", "ja": "japanese", "ko": "korean", "zh": "chinese"}  # fmt: skip
_all()
