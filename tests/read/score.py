"""How well messages are read: macro-F1 per language, beside the ordered list of expressions people write first.

`python -m tests.read.score` prints the table; `--errors en` prints what went wrong in the half one may learn from.
The half held back is never printed message by message: its number is worth something only as long as nobody tunes
on it.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugin.facts import Intent
from plugin.read import read
from plugin.read.reading import INTENTS

MESSAGES = Path(__file__).with_name("messages")
Said = frozenset[Intent]


@dataclass(frozen=True)
class Message:
    text: str
    language: str
    intents: Said

    @property
    def held_back(self) -> bool:
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1


def messages(language: str) -> tuple[Message, ...]:
    """The messages of one language, as labelled."""
    listed = tomllib.loads((MESSAGES / f"{language}.toml").read_text(encoding="utf-8"))["messages"]
    return tuple(Message(text, language, frozenset(labels.split())) for labels, text in listed)


def languages() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in MESSAGES.glob("*.toml")))


def macro_f1(pairs: Iterable[tuple[Said, Said]]) -> float:
    """The mean of the F1 of each intent that occurs; `pairs` are (expected, read)."""
    seen = list(pairs)
    scores = [
        f1([(intent in want, intent in got) for want, got in seen])
        for intent in INTENTS
        if any(intent in want or intent in got for want, got in seen)
    ]
    return sum(scores) / len(scores) if scores else 0.0


def f1(marks: Sequence[tuple[bool, bool]]) -> float:
    right = sum(want and got for want, got in marks)
    wrong = sum(want != got for want, got in marks)
    return 2 * right / (2 * right + wrong) if right or wrong else 1.0


# ---------------------------------------------------------------- what people write first
ORDERED: tuple[tuple[Intent, str], ...] = (
    ("duplicate_charge", r"twice|double|duplicate|two (?:charges|subscriptions)|doppelt|zweimal|deux fois|dos veces|doble|duas vezes|dobro|due volte|twee keer|dubbel|dwa razy|дважды|два раза|iki k|مرتين|二重|二回|두 번|两次"),
    ("refund_status", r"where.{0,20}refund|waiting.{0,20}refund|refund.{0,20}(?:status|yet)|noch.{0,20}erstattung|où.{0,20}remboursement|dónde.{0,20}reembolso|где.{0,10}возврат|返金.{0,8}(?:いつ|まだ)|환불.{0,8}언제|退款.{0,8}(?:什么时候|没)"),
    ("refund_request", r"refund|money back|erstattung|geld zurück|rembours|reembols|devol|estorno|rimbors|geld terug|zwrot|возврат|верн|iade|استرداد|返金|환불|退款|退钱"),
    ("cancel_request", r"cancel|unsubscribe|kündig|résili|annul|désabonn|disdi|opzeg|anulowa|отмен|отпис|iptal|إلغاء|解約|退会|해지|취소|取消|退订"),
    ("payment_failed", r"declined|failed|rejected|abgelehnt|refusé|échou|rechaz|recusad|falhou|rifiutat|geweigerd|mislukt|odrzuc|отклон|не прош|reddedil|başarısız|فشل|失敗|エラー|거절|실패|失败|被拒"),
    ("update_payment_method", r"(?:update|change|new).{0,20}card|payment method|neue.{0,10}karte|nouvelle carte|tarjeta nueva|nov[oa] cart|nuova carta|nieuwe.{0,10}kaart|nową kartę|нов.{0,5}карт|yeni kart|بطاقة جديدة|新しいカード|카드.{0,5}변경|新卡"),
    ("invoice_or_receipt_request", r"invoice|receipt|rechnung|beleg|facture|reçu|factura|recibo|nota fiscal|fattura|ricevuta|factuur|faktur|чек|квитанц|fatura|makbuz|فاتور|إيصال|請求書|領収書|영수증|세금계산서|发票|收据"),
    ("usage_or_rate_limit_question", r"limit|quota|usage|kontingent|límite|limite|лимит|kota|上限|한도|额度"),
    ("plan_or_seat_question", r"plan\b|seats?|upgrade|downgrade|licen|tarif|forfait|プラン|요금제|套餐"),
    ("unexpected_charge", r"charged|unauthorized|scam|abgebucht|prélev|cobr|addebit|afgeschreven|pobran|списа|çekil|خصم|請求|引き落と|결제됐|扣"),
    ("product_failure_complaint", r"not work|broken|no access|still free|funktioniert nicht|ne marche pas|no funciona|não funciona|non funziona|werkt niet|nie działa|не работает|çalışmıyor|لا يعمل|使えない|안 돼|不能用"),
    ("not_billing", r"password|login|app|how do i|passwort|mot de passe|contraseña|senha|wachtwoord|hasł|парол|şifre|كلمة المرور|パスワード|비밀번호|密码"),
)  # fmt: skip
"""The first expression that is found names the one intent."""


def by_ordered_list(text: str) -> Said:
    for intent, expression in ORDERED:
        if re.search(expression, text, re.IGNORECASE):
            return frozenset({intent})
    return frozenset()


def by_lexicon(text: str) -> Said:
    return frozenset(read(text).intents)


def score(said_by: Callable[[str], Said], chosen: Iterable[Message]) -> float:
    return macro_f1((message.intents, said_by(message.text)) for message in chosen)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", metavar="LANGUAGE", help="print the mistakes of the open half")
    asked = arguments.parse_args()
    if asked.errors:
        _print_errors(asked.errors)
        return
    print(f"{'':6}{'open half':>22}{'held back':>26}")
    print(f"{'':6}{'n':>6}{'ordered':>9}{'ours':>7}{'n':>10}{'ordered':>9}{'ours':>7}")
    elsewhere: list[Message] = []
    for language in languages():
        _print_row(language, messages(language))
        elsewhere += messages(language) if language != "en" else ()
    _print_row("not en", elsewhere)


def _print_row(name: str, listed: Sequence[Message]) -> None:
    halves = [[m for m in listed if not m.held_back], [m for m in listed if m.held_back]]
    cells = [
        f"{len(half):6}{score(by_ordered_list, half):9.2f}{score(by_lexicon, half):7.2f}" for half in halves
    ]
    print(f"{name:6}{cells[0]}    {cells[1]}")


def _print_errors(language: str) -> None:
    for message in messages(language):
        got = by_lexicon(message.text)
        if not message.held_back and got != message.intents:
            missing, extra = sorted(message.intents - got), sorted(got - message.intents)
            print(f"- {message.text!r}\n    missing {missing}  extra {extra}")


if __name__ == "__main__":
    main()
