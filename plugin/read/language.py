"""Which language a message is in, for the fourteen we answer in.

The script tells Russian, Arabic, Japanese, Korean and Chinese apart. Of the languages in Latin letters, the small
words ("the", "und", "pour") decide most messages; lingua, in its light mode, decides the rest. Short messages carry
too little for statistics ("refund pls" looks German): there the requester's own setting decides, then English.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from plugin.read.folding import folded

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr", "ar", "ja", "ko", "zh")
DEFAULT = "en"

_ENOUGH_TEXT = 2_000
"""Characters looked at; more changes nothing but the time."""
_SURE = 0.75
_LIKELY = 0.35
"""Enough when the requester's setting says the same."""
_ALONE = 0.5
"""Enough when nothing else is known."""
_CLEARLY = 2.0
"""How many more small words the first language needs than the second."""

# What looks like words of some language and is none: addresses, links, ids, numbers.
_NOISE = re.compile(r"https?://\S+|\S+@\S+|\b[a-z]{2,4}_[A-Za-z0-9_]+|\d+")
_LETTERS = re.compile(r"[^\W\d_]")
_SCRIPTS = {
    "kana": re.compile("[\u3041-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]"),
    "han": re.compile("[\u4e00-\u9fff\u3400-\u4dbf]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
}
# Words of business Japanese that are written without a single kana and do not exist in Chinese.
_JAPANESE = re.compile("返金|解約|領収|請求|支払|退会|課金|登録|希望|確認|変更方法|願|円")

_SMALL_WORDS = {
    "en": "the and is was my i you your to of for not this that it have has please what why how do does can with are me"
    " from been would get on in at be we our us but when where been did don't i'm it's can't won't i've refund refunds cancel pls plz thx hello charged charge subscription payment you've didn't just still want need there any",
    "de": "der die das und ist nicht ich mir mein meine meinen meiner ihr ihre sie wir uns zu von mit fur auf ein eine"
    " einen habe haben hat wurde wurden bitte warum wie wo kann noch aber wenn den dem im am es war schon auch wird",
    "fr": "le la les et est pas je j'ai mon ma mes vous nous votre de du des un une pour que qui ne sur avec dans ce cette"
    " ai avez merci bonjour pourquoi comment ou mais depuis encore suis ete c'est alors plus svp",
    "es": "el la los las y es no mi mis me yo usted ustedes de del un una por para que con se en lo como cuando donde"
    " porque pero he ha han quiero favor hola sin ya esta este muy su sus hay desde les",
    "pt": "o a os as e nao meu minha meus eu voce voces de do da dos um uma por para que com se em como quando onde porque"
    " mas foi quero favor ola sem ja esta este muito seu ao no na pelo pela fui tenho estou isso",
    "it": "il lo la gli le e non mio mia miei mi io voi di del della un una per che con si in come quando dove perche ma"
    " ho ha hai avete vorrei sono sul nel questo questa anche gia ancora piu posso dal alla grazie",
    "nl": "de het een en is niet ik mijn jullie u wij we te van met voor op aan dat dit heb heeft hebben werd graag waarom"
    " hoe waar kan nog maar als er wordt mij me bij naar al ook dag geen",
    "pl": "i nie jest na w z do moj moja moje mnie mi ja za ze to sie jak gdzie dlaczego prosze czy ale juz jeszcze mam"
    " moge chce zostalo zostala przez od po dla mojej co ten ta tej",
    "tr": "bir ve bu icin mi mu ben benim ile de da ne nasil neden nereden lutfen degil var yok ama cok hala artik daha"
    " sadece olarak gibi kadar musunuz misiniz istiyorum sonra hesabima tekrar",
}


@cache
def _languages_of_small_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _SMALL_WORDS.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), language)
    return found


def language_of(text: str, locale: str | None = None) -> str:
    """The language of the text as ISO 639-1, one of `LANGUAGES`."""
    setting = from_locale(locale)
    plain = _NOISE.sub(" ", text[: 2 * _ENOUGH_TEXT])[:_ENOUGH_TEXT]
    letters = len(_LETTERS.findall(plain))
    if letters < 2:
        return setting or DEFAULT
    return _by_script(plain, letters, setting) or _by_small_words(plain) or _by_statistics(plain, setting)


def other_languages_in(text: str) -> tuple[str, ...]:
    """Languages of other scripts that also speak in the text: a ticket may be written in two."""
    counts = _letters_by_script(text[:_ENOUGH_TEXT])
    found = [script for script in ("ko", "ru", "ar") if counts[script] >= 4]
    if counts["kana"] >= 2:
        found.append("ja")
    elif counts["han"] >= 2:
        found.append("zh")
    return tuple(found)


def from_locale(locale: str | None) -> str | None:
    """ "pt-BR", "de_AT" -> "pt", "de"; None where it is none of ours."""
    code = re.split(r"[-_]", locale or "", maxsplit=1)[0].lower()
    return code if code in LANGUAGES else None


def warm() -> None:
    """Loads what the first message would otherwise wait for."""
    _languages_of_small_word()
    _detector().compute_language_confidence_values("where is the rest")


def _letters_by_script(text: str) -> dict[str, int]:
    return {name: len(script.findall(text)) for name, script in _SCRIPTS.items()}


def _by_script(text: str, letters: int, setting: str | None) -> str | None:
    counts = _letters_by_script(text)
    east = counts["kana"] + counts["han"]
    # A Chinese or Japanese sentence says in two letters what a word of Latin ones says.
    if 2 * east >= letters or (east >= 4 and 4 * east >= letters):
        if counts["kana"]:
            return "ja"
        return "ja" if setting == "ja" or (setting != "zh" and _JAPANESE.search(text)) else "zh"
    return next((script for script in ("ko", "ru", "ar") if 2 * counts[script] >= letters), None)


def _by_small_words(text: str) -> str | None:
    known = _languages_of_small_word()
    seen: Counter[str] = Counter()
    for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", folded(text)):
        for language in known.get(word, ()):
            # A word that three languages share says a third about each.
            seen[language] += 6 // len(known[word])
    if not seen:
        return None
    (first, most), *others = seen.most_common(2)
    second = others[0][1] if others else 0
    return first if most >= 12 and most >= _CLEARLY * second else None


def _by_statistics(text: str, setting: str | None) -> str:
    best, *rest = _detector().compute_language_confidence_values(text)
    code = best.language.iso_code_639_1.name.lower()
    if best.value >= _SURE or (best.value >= _LIKELY and setting == code):
        return code
    if setting:
        return setting
    # Nearly a draw: of two languages equally likely, the one most customers write in.
    close = {v.language.iso_code_639_1.name.lower() for v in rest if v.value >= best.value / 2}
    return DEFAULT if DEFAULT in close or best.value < _ALONE else code


@cache
def _detector() -> LanguageDetector:
    """Built at the first use, not at import. Light mode: 30 MB and a quarter of a second instead of 250 MB and six."""
    codes = [getattr(IsoCode639_1, code.upper()) for code in _SMALL_WORDS]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
