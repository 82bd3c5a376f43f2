"""Where clauses end in Persian: behind a finite verb. Told from the shapes of verbs, without parsing."""

import re
from functools import cache

_VERBAL = "و|که|تا|اما|ولی|است|اند|بود|بودند|باشد|اگر|چون|زیرا|ام|ایم"
# A participle before any other word is an adjective: «گزارش منتشر شده درباره این نشست».
_PARTICIPLE = rf"ن?(?:شد|کرد|داد|گرفت|یافت|رفت)ه(?! (?!(?:{_VERBAL})(?![\w\u200c]))[\w«\"(])"
# The finite verbs that news sentences end in; «می…» covers most presents.
FINITE = (
    rf"(?:{_PARTICIPLE}|"
    r"ن?می[ \u200c]\w{2,}|ن?می(?:کن|شو|ده|گو|توان|خواه|دان|باش|گیر|رو|رس)\w*|است|نیست(?:ند)?|\w+\u200c?اند|"
    r"هست(?:ند|یم|م)?|ن?بود(?:ه|ند|یم|م)?|ن?شد(?:ند|یم)?|ن?کرد(?:ند|یم|م)?|ن?داد(?:ند|یم|م)?|"
    r"ن?داشت(?:ه|ند|یم|م)?|ن?دار(?:د|ند|یم|م)|ن?خواه(?:د|ند|یم|م) \w+|ن?باش(?:د|ند|یم)|ن?شو(?:د|ند|یم)|"
    r"ن?کن(?:د|ند|یم|م)|ن?ده(?:د|ند|یم)|ن?گیر(?:د|ند)|ن?رس(?:د|ید|ند)|ن?یاب(?:د|ند)|ن?گرفت(?:ند|یم)?|"
    r"ن?رفت(?:ند)?|ن?یافت(?:ند)?|ب\w{2,}(?:ند|یم)|گذاشت(?:ند)?|ساخت(?:ند)?|نمود(?:ه|ند)?|آمد(?:ند)?|آورد(?:ند)?|"
    r"باید|زد|زدند|\w{3,}یدند|(?!تحریم|تکریم)\w{2,}ریم|سازد|سازند|آید|آیند|گردد|گردند|گردید|ماند|کشید|پرداخت(?:ند)?)"
)
_VERB = re.compile(rf"(?<![\w\u200c]){FINITE}(?![\w\u200c])")
_AND = re.compile("(?:و|اما|ولی) ")
_JOINTS = ' \u200c»"”،,؛'
_ENDS_IN_VERB = re.compile(rf"(?<![\w\u200c]){FINITE}[ \u200c»\"”]*[،,؛]?[ \u200c]*\Z")
_LONGEST = 24  # code points of a finite verb with what may stand behind it


def has_verb(folded: str, start: int, end: int) -> bool:
    """Whether a finite verb stands in a stretch."""
    return _VERB.search(folded, start, end) is not None


def last_verb(folded: str, start: int, end: int) -> int | None:
    """Where the last finite verb of a stretch ends."""
    return max((match.end() for match in _VERB.finditer(folded, start, end)), default=None)


def follows_verb(folded: str, start: int, place: int) -> bool:
    """Whether a finite verb ends right before a place (marks aside)."""
    return _ENDS_IN_VERB.search(folded, max(start, place - _LONGEST), place) is not None


def clause_start(folded: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins: behind the last «و» that follows a finite verb, else at `start`."""
    places = [match.span() for match in _AND.finditer(folded, start, end)]
    for first, last in reversed(places):
        if first and folded[first - 1] in _JOINTS and follows_verb(folded, start, first):
            return last - 1
    return start


def relative_start(folded: str, start: int, end: int) -> int:
    """Behind the last «که» if no finite verb stands between it and `end`, else at `start`."""
    that = folded.rfind(" که ", start, end)
    return that + 4 if that >= 0 and not has_verb(folded, that + 4, end) else start


@cache
def word(pattern: str) -> re.Pattern[str]:
    """A pattern of whole words; a ZWNJ joins words here."""
    return re.compile(rf"(?<![\w\u200c])(?:{pattern})(?![\w\u200c])")
