"""How dates are printed: a pattern for each form of phrase, built from the words of the calendar lexicon.

The patterns read folded text; a gap between words may be spaces, line ends, joiners, or nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from graph.letters import ZWNJ, fold
from ingest.dates.calendars import Words, lexicon, months

GAP: Final = r"[\s\u200c\u200e\u200f]{0,4}"
_START: Final = r"(?<![\w/.])"
_END: Final = r"(?:(?<=\d)(?!\d)|(?!\u200c?\w))"
_YEAR: Final = r"(?:1[2-4]|19|20)\d\d(?!\d)"
_SHORT: Final = r"(?P<short>(?:0|[3-9])\d(?!\d))"
_CLOSING: Final = r"(?=\s*(?:[.،؛:,;)\]»\"\n]|$|(?:و|در|به|که|با|از|تا|را|بود|شد|نیز)\b))"
_COUNTED: Final = "هزار|میلیون|میلیارد|نفر|درصد|تن|دلار|تومان|ریال|مورد|بار|کشور|روز|سال|ماه|کیلو|متر|عدد|واحد|فقره"
_PARTS: Final = ("نیمه اول", "نیمه دوم", "اوایل", "اواسط", "اواخر", "نیمه", "ابتدای", "آغاز", "پایان", "میانه")
_OPENERS: Final = (*_PARTS, "روز", "مورخ", "هفته", "ماه", "سال", "فصل", "این", "همین", "چند")


def phrases(folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The date expressions of a folded text, each with its form; «never» ones are passed over."""
    if not any(map(_may_open, folded.split())):
        return
    known = _forms()
    for found in _anything().finditer(folded):
        form = found.lastgroup or ""
        if form != "never" and (parts := known[form].match(folded, found.start())):
            yield form, parts


def either(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first, whatever stands between their parts."""
    return "(?:" + "|".join(sorted({_spelled(form) for form in forms}, key=lambda form: (-len(form), form))) + ")"


@lru_cache(1 << 13)
def _may_open(printed: str) -> bool:
    """Whether a phrase may begin in a word, as white space parts words."""
    return _beginning().search(printed) is not None


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile(_START + _opening())


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """The patterns by form; named groups are the parts of a date."""
    return {form: re.compile(pattern) for form, pattern in _patterns(lexicon().words).items()}


@cache
def _anything() -> re.Pattern[str]:
    """All forms in one pattern, in the order in which they are tried at a place; its only groups are the forms."""
    nameless = re.compile(r"\(\?P<\w+>")
    told = (f"(?P<{form}>{nameless.sub('(?:', pattern)})" for form, pattern in _patterns(lexicon().words).items())
    return re.compile(_START + _opening() + "(?:" + "|".join(told) + ")")


def _opening() -> str:
    """What every phrase begins with, to leave the other words of a text at once."""
    words = lexicon().words
    lists = (*words.weekdays, *words.seasons, *words.ordinals, *words.cardinals, *words.never.values())
    forms = chain(months(), words.days, words.years, _OPENERS, *lists)
    return r"(?=\d|" + "|".join(sorted({_spelled(form[:3]) for form in forms})) + ")"


def _patterns(words: Words) -> dict[str, str]:
    month, weekday, shift = either(months()), either(chain(*words.weekdays)), _shifts(words)
    count, called = either(chain(*words.cardinals)), either(_called())
    ordinal = either(chain(*words.ordinals))
    nth = rf"(?:\d{{1,2}}|{either([*chain(*words.ordinals), *chain(*words.cardinals)])})"
    annual, part = rf"(?P<annual>{either(words.years)})", rf"(?:{either(_PARTS)}{GAP})?"
    tail = (
        rf"(?:{GAP}[،,]?{GAP}(?:(?:سال{GAP})?(?:(?P<year>{_YEAR})|{_SHORT}{_CLOSING})|سال{GAP}(?P<of>{shift})"
        rf"|(?P<near>گذشته|جاری|آینده)|{annual})(?:{GAP}(?P<called>{called}))?)"
    )
    return {
        "never": rf"(?:{either(chain(*words.never.values()))}|{_duration(count)}){_END}",
        "dated": (
            rf"(?:(?:روز{GAP})?{weekday}{GAP}(?:شب{GAP})?[،,]?{GAP})?(?:روز{GAP}|مورخ{GAP})?"
            rf"(?P<day>{nth})(?:{GAP}(?:تا|الی|و|-|–){GAP}{nth})?{GAP}(?P<before>ماه{GAP})?(?P<month>{month})"
            rf"(?P<after>{GAP}ماه)?{tail}?{_END}"
        ),
        "of_month": (
            rf"(?P<day>{ordinal}|\d{{1,2}}(?={GAP}ماه{GAP}جاری)){GAP}ماه{GAP}(?P<of>گذشته|جاری|آینده)"
            rf"(?:{GAP}(?P<called>{called}))?{_END}"
        ),
        "numbers": r"(?P<first>\d{1,4})[/.-](?P<second>\d{1,2})[/.-](?P<third>\d{1,4})(?![/.-]?\d)",
        "ago": rf"(?P<count>\d{{1,3}}|{count}){GAP}(?P<unit>روز|هفته|ماه|سال){GAP}{either(words.ago)}{_OF_NO_EVENT}",
        "day": rf"(?P<word>{either(words.days)}){_END}",
        "weekday": (
            rf"(?:روز{GAP})?(?P<weekday>{weekday})(?:{GAP}شب)?"
            rf"(?:{GAP}(?:(?P<week>هفته{GAP})?(?P<of>{shift})|(?P<within>(?:این|همین){GAP}هفته)))?(?!{GAP}ها){_END}"
        ),
        "period": rf"(?P<unit>هفته|ماه|سال){GAP}(?P<of>{shift})(?:{GAP}(?P<called>{called}))?{_END}",
        "this_period": rf"(?:این|همین){GAP}(?P<unit>هفته|ماه){_END}",
        "annual": rf"{annual}{_END}",
        "season": rf"(?:فصل{GAP})?(?P<season>{either(chain(*words.seasons))}){tail}{_END}",
        "month": rf"{part}(?P<before>ماه{GAP})(?P<month>{month}){tail}?{_END}",
        "month_after": rf"{part}(?P<month>{month})(?P<after>{GAP}ماه){tail}?{_END}",
        "month_year": rf"{part}(?P<month>{month}){tail}{_END}",
        "month_plain": rf"{part}(?P<month>{either(words.plain)}){_END}",
        "month_part": rf"(?P<before>{either(_PARTS)}{GAP})(?P<month>{month}){_END}",
        "year": (
            rf"سال{GAP}(?:(?P<year>{_YEAR})|{_SHORT}(?!{GAP}(?:{_COUNTED})))"
            rf"(?:{GAP}(?P<called>{called}))?{_END}"
        ),
        "year_of": rf"(?P<year>{_YEAR}){GAP}(?P<called>{called}){_END}",
    }


_OF_NO_EVENT: Final = rf"(?!{GAP}از(?!{GAP}این)){_END}"
"""After «پیش»: not «پیش از انقلاب», but «پیش از این»."""


def _shifts(words: Words) -> str:
    return either([*words.last, *words.this, *words.next]) + _OF_NO_EVENT


def _duration(count: str) -> str:
    """«سه روز گذشته», «چند سال اخیر»: a length of time, not a day."""
    return rf"(?:\d+|{count}|چند|چندین){GAP}(?:روز|شب|هفته|ماه|سال|دهه){GAP}(?:گذشته|اخیر|آینده)"


def _spelled(form: str) -> str:
    letters = {" ": GAP, ZWNJ: GAP, "آ": "[آا]"}
    return "".join(letters.get(letter) or re.escape(letter) for letter in fold(form))


def _called() -> Sequence[str]:
    words = lexicon()
    return [*words.jalali.called, *words.gregorian.called, *words.lunar.called]
