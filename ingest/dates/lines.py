"""The date on which a page says it was published, in whichever shape it prints it."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Final

from graph.facts import Precision, When
from graph.letters import fold
from ingest.dates.calendars import Calendar, day_of, months
from ingest.dates.forms import GAP, either

_OLDEST: Final = date(1901, 1, 1)
_STAND_INS: Final = frozenset({date(1970, 1, 1)})
_SIDE_NOTE: Final = re.compile(r"\(.*?\)")
_YEAR: Final = r"(?P<year>(?:1[2-4]|19|20)\d\d)(?!\d)"
_MARK: Final = r"\s?(?P<mark>[-/.])\s?"
_SHAPES: Final = (
    rf"(?<!\d){_YEAR}{_MARK}(?P<month>\d\d?)\s?(?P=mark)\s?(?P<day>\d\d?)(?!\d)",
    rf"(?<!\d)(?P<day>\d\d?){_MARK}(?P<month>\d\d?)\s?(?P=mark)\s?{_YEAR}",
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
    r"(?<!\d)(?P<short>[3-9]\d)/(?P<month>\d\d?)/(?P<day>\d\d?)(?!\d)",
    rf"(?<!\d){_YEAR}-(?P<month>\d\d)/(?P<until>\d\d)(?![\d/-])",
    rf"(?<!\d){_YEAR}[-/](?P<month>\d\d?)(?![\d/-])",
    rf"(?<!\d){_YEAR}(?![/.-]\d)",
)


def published(text: str) -> When | None:
    """The date that a page's metadata tells, as precise as it tells it; the day printed, whatever the hour or zone.

    None where the text tells no date, an impossible or a doubtful one (04/05/2019), or one that only stands for none
    (1900-01-01, 1970-01-01): never a guess.
    """
    told = fold(text)
    found = _found(_SIDE_NOTE.sub(" ", told)) or _found(told)
    when = _when(found) if found else None
    return when if when and when.day >= _OLDEST and when.day not in _STAND_INS else None


def _found(text: str) -> re.Match[str] | None:
    return next((found for shape in _shapes() if (found := shape.search(text))), None)


@cache
def _shapes() -> Sequence[re.Pattern[str]]:
    """The shapes, the most telling first: with a month's name, in numbers, without a day, the year alone."""
    name, year = rf"(?P<name>{either(months())})", rf"{GAP}(?:سال{GAP})?{_YEAR}"
    nth = r"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?"
    worded = (
        rf"{nth}{GAP}-?{name}\.?(?:{GAP}ماه)?[،,-]?{year}",
        rf"{name}\.?{GAP}{nth}[،,]?(?:{GAP}\d\d?:\d\d(?::\d\d)?)?(?:{GAP}[A-Z]{{2,4}})?{year}",
        *_SHAPES[:4],
        rf"(?<!\w){name}(?:{GAP}ماه)?[،,]?{year}",
        *_SHAPES[4:],
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in worded)


def _when(found: re.Match[str]) -> When | None:
    part = found.groupdict()
    calendar, month = _month(part)
    year = int(part["year"]) if part.get("year") else 1300 + int(part["short"])
    if _doubtful(part, found):
        return None
    day = day_of(calendar, year, month, int(part.get("day") or 1))
    return When(day, _precision(part)) if day else None


def _month(part: dict[str, str | None]) -> tuple[Calendar, int]:
    if name := part.get("name"):
        return _named()[name.casefold()]
    return "jalali" if (part.get("year") or "13").startswith(("12", "13", "14")) else "gregorian", int(
        part.get("month") or 1
    )


@cache
def _named() -> dict[str, tuple[Calendar, int]]:
    return {fold(name).casefold(): month for name, month in months().items()}


def _precision(part: dict[str, str | None]) -> Precision:
    if part.get("day"):
        return "day"
    if part.get("until"):
        return "season"
    return "month" if part.get("month") or part.get("name") else "year"


def _doubtful(part: dict[str, str | None], found: re.Match[str]) -> bool:
    """Whether day and month of 04/05/2019 cannot be told apart."""
    backwards = part.get("mark") and found.start("year") > found.start("day")
    return bool(backwards) and (part["year"] or "")[:2] in {"19", "20"} and int(part["day"] or 0) <= 12
