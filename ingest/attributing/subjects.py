"""Where a speaker ends and the object of his verb begins: «رئیس‌جمهور آمریکا | این اقدام را … خواند»."""

import re

from ingest.attributing.acceptance import sort
from ingest.attributing.renown import is_known

_WORD = re.compile(r"[\w\u200c]+|[^\w\s]")
_OFFICE = re.compile(
    r"(?:وزیر|رییس(?:\u200cجمهور)?|سخنگو|سخنگوی|معاون|سفیر|نماینده|نمایندگی|مدیر|مدیرکل|دبیر|دبیرکل|فرمانده|نخست\S*|رهبر|"
    r"سناتور|منابع|منبع|مقام\S*|عضو|مشاور|استاد|وزارت|دولت|ارتش|جنبش|حزب|شورای|سازمان|مجلس|یک|این مقام)\Z"
)
TAIL = frozenset((
    "وزارت", "امور", "خارجه", "دفاع", "دولت", "جمهور", "جمهوری", "پیشین", "سابق", "وقت", "ارشد", "عالی", "امنیت", "ملی",
    "مجلس", "اول", "پارلمان", "ارتش", "کاخ", "سفید", "سازمان", "ملل", "متحد", "شورای", "دیپلمات", "مقام", "وزیر",
    "رییس", "بین‌الملل", "اسلامی", "مقاومت", "سفارت", "کل", "ویژه", "دایم", "کشورمان", "خبری",
))  # fmt: skip
_ADVERBS = re.compile(
    r"(?:[ \u200c]*(?:نیز|هم|همچنین|دیروز|امروز|بلافاصله|رسما|رسماً|تلویحا|تلویحاً|هفته گذشته|ماه گذشته|روز گذشته|"
    r"روز \w+|"
    r"در ادامه|در این دیدار|در این نشست|در بیانیه‌ای|در پیامی|در واکنش|پیش از این(?: دیدار)?|در بخش دیگری از \w+|طرفین)"
    r"(?![\w\u200c]))+[ \u200c،]*"
)

_MARK = re.compile(r"(?<![\w\u200c])(?:نیز|همچنین|دیروز)(?![\w\u200c])")
_PLURAL = re.compile(r"\u200c(?:ها|های|هایی|ی)\Z|های\Z")
_JOINTS = frozenset(("و", "که", "،", "در", "با", "از", "به", "بر", "برای"))
_ALONE = frozenset(("یک", "دولت", "اول", "کل", "ملی", "اسلامی"))


def end(folded: str, start: int, stop: int) -> int:
    """Where the object begins in a stretch that may open with its subject; `start` if no subject is told apart."""
    marks = [match.end() for match in _MARK.finditer(folded, start, stop)]
    place = marks[-1] if marks else _named(folded, start, stop)
    if adverbs := _ADVERBS.match(folded, place, stop):
        place = adverbs.end()
    elif place == start:
        return start
    rest = _WORD.search(folded, place, stop)
    return start if rest is None or rest.group() in _JOINTS else rest.start()


def _named(folded: str, start: int, stop: int) -> int:
    """Behind the office or the name that a stretch opens with, if a word that names nobody comes next."""
    words = list(_WORD.finditer(folded, start, stop))
    last = is_state = False
    for at, match in enumerate(words):
        word = match.group()
        last = is_known(word)
        goes_on = last or _is_name(word) or (not is_state and (word in TAIL or _OFFICE.match(word)))
        if not goes_on:
            return words[at - 1].end() if at and words[at - 1].group() not in _ALONE else start
        is_state = is_state or last
    return words[-2].end() if last and len(words) > 1 and words[-2].group() not in _ALONE else start


def _is_name(word: str) -> bool:
    return word[0].isalpha() and not _PLURAL.search(word) and sort(word) == "name"
