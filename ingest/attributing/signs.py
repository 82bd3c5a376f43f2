"""What single words tell of the clause they stand in: an office, a pronoun, a medium, a doubt; each word asked once."""

import re
from collections.abc import Iterable, Mapping, Set

from ingest.attributing.clauses import word

OFFICE = re.compile(
    r"(?<![\w\u200c])(?:وزیر|رییس|رئیس|سخنگو\w*|معاون|سفیر|نماینده|مدیر\w*|دبیر\w*|فرمانده|نخست\S*|رهبر|سناتور|کارشناس\w*|"
    r"منبع|مقام\S*|عضو|مشاور|استاد)(?![\w])"
)
MEDIUM = re.compile(
    r"(?<![\w\u200c])(?:خبرگزاری|روزنامه|شبکه|نشریه|رادیو|تلویزیون|رسانه\S*|وبگاه|پایگاه|مجله|هفته\u200cنامه|سایت)(?![\w])"
)
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "office": OFFICE,
    "pronoun": word("وی|او|ایشان|نامبرده"),
    "hedge": word("اگر|باید|نباید|چه|شاید|ممکن|بتواند|آیا|تا"),
    "as": re.compile("طور|گونه|چنان|آنچه"),
    "carrier": re.compile("نقل|قول|گزارش|نوشته"),
    "medium": MEDIUM,
    "journalist": re.compile(r"(?<![\w\u200c])خبرنگار"),
    "abstract": re.compile(
        r"(?<![\w\u200c])(?:بند|ماده|قانون|روند|امر|اقدام|موضوع|مسا?ئ?له|مسیله|تصمیم|طرح|سند|توافق\w*|قرارداد)(?![\w])"
    ),
    "document": re.compile(r"(?<![\w\u200c])(?:بیانیه|نامه|پیام|گزارش\w*|یادداشت|متن|اطلاعیه|قطعنامه|مقاله)(?![\w])"),
    "we": re.compile(r"[\w\u200c]{2}یم(?![\w\u200c])|(?<![\w\u200c])(?:ما|من)(?![\w\u200c])"),
    "ours": re.compile(
        r"[\w\u200c]{2}یم(?![\w\u200c])|(?<![\w\u200c])(?:می\u200c?\w+م|ما|من|مان|خودمان|کشورمان|بنده|اینجانب|کردم|هستم|دارم)(?![\w\u200c])"
    ),
}


class _Words(dict[str, Set[str]]):
    """What every word tells that has been read."""

    def __missing__(self, word: str) -> Set[str]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        told = self[word] = frozenset(sign for sign, pattern in _SIGNS.items() if pattern.search(word))
        return told


_WORDS = _Words()
_MOST_WORDS = 1 << 13  # that are kept in mind


def signs(words: Iterable[str]) -> Set[str]:
    """What some words (as white space parts them) tell; "as" and "carrier" only that a phrase may be there."""
    return frozenset().union(*filter(None, map(_WORDS.__getitem__, words)))
