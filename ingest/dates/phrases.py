"""When things happened: the date expressions of a text as Gregorian days, told against its day of publication.

Nothing is filled in: a phrase that leans on the day of publication («سه‌شنبه», «ماه گذشته») tells no date without one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from graph.facts import Span, When
from graph.letters import fold
from ingest.dates.forms import phrases
from ingest.dates.reckoning import Clock, reckon

_GAP: Final = re.compile(r"[\s\u200c]*[(\[،,]?[\s\u200c]*")
_SAME_DAY: Final = re.compile(r"\s*(?:[(\[/]|[(\[،,]?\s*(?:برابر|مطابق|مصادف)(?:\s+است)?\s+با)\s*")
_CLOSING: Final = re.compile(r"\s*[)\]]")
_WEIGHTS: Final = {"dated": 3, "numbers": 3, "weekday": 2, "day": 1}
"""Of two phrases for one day the heavier tells it: «امروز (سه‌شنبه)» was printed on Tuesday, whenever it was posted."""


class DatePhrase(NamedTuple):
    """A date expression printed at `start` to `end`, half-open, code points of the text; `when.span` is the same."""

    start: int
    end: int
    when: When


class _Found(NamedTuple):
    form: str
    start: int
    end: int
    when: When | None
    has_year: bool


def find(text: str, published: When | None, *, ahead: bool = False) -> list[DatePhrase]:
    """The dates that a text tells, by place.

    A weekday is the last one before the day of publication, that day included, and a date without a year the last of
    its kind unless the next is less than sixty days off; `ahead` takes the next ones instead, for what is to come.
    «روز دوشنبه ۱۵ مرداد (۶ اوت)» is one date.
    """
    return _dates(fold(text), Clock(published, ahead))


def inside(folded: str, span: Span, published: When | None) -> list[DatePhrase]:
    """The dates that one stretch of a folded text tells; offsets count the whole text's code points."""
    start, end = span
    return [_moved(phrase, start) for phrase in _dates(folded[start:end], Clock(published, False))]


def _dates(folded: str, clock: Clock) -> list[DatePhrase]:
    return [
        DatePhrase(found.start, found.end, replace(found.when, span=(found.start, found.end)))
        for found in _joined(_found(folded, clock), folded)
        if found.when
    ]


def _moved(phrase: DatePhrase, by: int) -> DatePhrase:
    span = (phrase.start + by, phrase.end + by)
    return DatePhrase(*span, replace(phrase.when, span=span))


def _found(folded: str, clock: Clock) -> Iterator[_Found]:
    for form, match in phrases(folded):
        parts = match.groupdict()
        has_year = form == "numbers" or bool(parts.get("year"))
        yield _Found(form, match.start(), match.end(), reckon(form, parts, clock), has_year)


def _joined(found: Iterable[_Found], folded: str) -> Iterator[_Found]:
    """The phrases with neighbours that name the same day as one."""
    open_one: _Found | None = None
    for phrase in found:
        if open_one and _same_day(open_one, phrase, folded[open_one.end : phrase.start]):
            open_one = _both(open_one, phrase, folded)
            continue
        if open_one:
            yield open_one
        open_one = phrase
    if open_one:
        yield open_one


def _same_day(one: _Found, other: _Found, between: str) -> bool:
    if one.form not in _WEIGHTS or other.form not in _WEIGHTS:
        return False
    alike = _WEIGHTS[one.form] == _WEIGHTS[other.form]
    return bool((_SAME_DAY if alike else _GAP).fullmatch(between)) and (not alike or _WEIGHTS[one.form] == 3)


def _both(one: _Found, other: _Found, folded: str) -> _Found:
    closing = _CLOSING.match(folded, other.end) if "(" in folded[one.end : other.start] else None
    best = max(one, other, key=lambda found: (found.when is not None, _WEIGHTS[found.form], found.has_year))
    return best._replace(start=one.start, end=closing.end() if closing else other.end)
