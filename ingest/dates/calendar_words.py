"""What the words of a date phrase mean: the number, month, weekday or shift that each stands for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from graph.letters import skeleton_text
from ingest.dates.calendars import Calendar, lexicon, months

type Parts = Mapping[str, str | None]
"""The printed parts of a phrase by name, None (or absent) where the phrase lacks them."""


def key(parts: Parts, part: str) -> str:
    """A part without spelling variants, "" where there is none."""
    return skeleton_text(parts.get(part) or "")


def number(parts: Parts, part: str) -> int | None:
    """A number in figures or words, None where it is none."""
    told = key(parts, part)
    return int(told) if told.isdecimal() else _numbers().get(told)


def month(parts: Parts) -> tuple[Calendar, int]:
    """The calendar and number of the month."""
    return _months()[key(parts, "month")]


def weekday(parts: Parts) -> int:
    """The day of the week, Monday 0."""
    return _weekdays()[key(parts, "weekday")]


def season(parts: Parts) -> int:
    """The season, spring 0."""
    return _seasons()[key(parts, "season")]


def shift(parts: Parts, part: str = "of") -> int:
    """−1 for «گذشته», 1 for «آینده», 0 for «جاری» and where nothing is said."""
    return _shifts().get(key(parts, part), 0)


def day_shift(parts: Parts) -> int:
    """Days from the day of publication."""
    return _day_words()[key(parts, "word")]


def year_shift(parts: Parts) -> int:
    """Years from the year of publication."""
    return _year_words()[key(parts, "annual")] if parts.get("annual") else shift(parts)


def calendar(parts: Parts, usual: Calendar) -> Calendar:
    """The calendar that the phrase calls by name, or else the usual one."""
    return _callings().get(key(parts, "called"), usual)


def is_doubtful(parts: Parts) -> bool:
    """Whether the words may mean something else («۲ صفر», «سه تیر») and nothing beside them tells of a month."""
    if any(parts.get(part) for part in ("before", "after", "year", "short", "of", "annual")):
        return False
    name = key(parts, "month")
    return name in _doubtful() or (key(parts, "day") in _small_counts() and name not in _plain())


def _keyed[Value](pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    return {skeleton_text(form): value for form, value in pairs}


def _keys(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(map(skeleton_text, forms))


@cache
def _months() -> dict[str, tuple[Calendar, int]]:
    return _keyed(months().items())


@cache
def _numbers() -> dict[str, int]:
    lists = (lexicon().words.ordinals, lexicon().words.cardinals)
    return _keyed((form, number) for told in lists for number, forms in enumerate(told, 1) for form in forms)


@cache
def _weekdays() -> dict[str, int]:
    return _keyed((form, number) for number, forms in enumerate(lexicon().words.weekdays) for form in forms)


@cache
def _seasons() -> dict[str, int]:
    return _keyed((form, number) for number, forms in enumerate(lexicon().words.seasons) for form in forms)


@cache
def _shifts() -> dict[str, int]:
    words = lexicon().words
    return _keyed((form, by) for by, forms in ((-1, words.last), (0, words.this), (1, words.next)) for form in forms)


@cache
def _day_words() -> dict[str, int]:
    return _keyed(lexicon().words.days.items())


@cache
def _year_words() -> dict[str, int]:
    return _keyed(lexicon().words.years.items())


@cache
def _callings() -> dict[str, Calendar]:
    words = lexicon()
    kinds: tuple[tuple[Calendar, Sequence[str]], ...] = (
        ("jalali", words.jalali.called),
        ("gregorian", words.gregorian.called),
        ("lunar", words.lunar.called),
    )
    return _keyed((form, calendar) for calendar, forms in kinds for form in forms)


@cache
def _doubtful() -> frozenset[str]:
    return _keys(lexicon().words.doubtful)


@cache
def _plain() -> frozenset[str]:
    return _keys(lexicon().words.plain)


@cache
def _small_counts() -> frozenset[str]:
    return _keys(form for forms in lexicon().words.cardinals[:10] for form in forms)
