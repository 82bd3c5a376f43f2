"""Three calendars, their months and what Persian news calls them, all of it told in Gregorian days."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from graph.errors import KnowledgeError

type Calendar = Literal["jalali", "gregorian", "lunar"]
type Names = Sequence[Sequence[str]]

_LEXICON = "calendar.toml"


class Naming(msgspec.Struct, frozen=True):
    """`called` are words beside a year that name the calendar; `months` their names, twelve lists."""

    called: tuple[str, ...]
    months: Names


class Words(msgspec.Struct, frozen=True):
    """The other words of dates; `days` and `years` count from the day and year of publication."""

    doubtful: tuple[str, ...]
    plain: tuple[str, ...]
    weekdays: Names
    seasons: Names
    ordinals: Names
    cardinals: Names
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    ago: tuple[str, ...]
    days: Mapping[str, int]
    years: Mapping[str, int]
    never: Mapping[str, tuple[str, ...]]


class Example(msgspec.Struct, frozen=True):
    """What a text, published on a day, tells: phrase, first day, precision."""

    text: str
    finds: tuple[tuple[str, date, str], ...]
    published: date | None = None


class Lexicon(msgspec.Struct, frozen=True):
    jalali: Naming
    afghan: Naming
    gregorian: Naming
    lunar: Naming
    words: Words
    example: tuple[Example, ...]


@cache
def lexicon() -> Lexicon:
    """The words of dates.

    Raises: KnowledgeError where the file breaks its form.
    """
    told = (files("ingest") / "lexicon" / _LEXICON).read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(told), Lexicon)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise KnowledgeError(_LEXICON, str(error), "mend the file") from error


def months() -> dict[str, tuple[Calendar, int]]:
    """Every name of a month, with its calendar and number, 1 to 12."""
    words = lexicon()
    namings: tuple[tuple[Calendar, Naming], ...] = (
        ("jalali", words.jalali),
        ("jalali", words.afghan),
        ("gregorian", words.gregorian),
        ("lunar", words.lunar),
    )
    return {
        name: (calendar, number)
        for calendar, naming in namings
        for number, names in enumerate(naming.months, 1)
        for name in names
    }


def day_of(calendar: Calendar, year: int, month: int = 1, day: int = 1) -> date | None:
    """The Gregorian day of a date, None where the calendar has no such date.

    Lunar dates follow the Umm al-Qura calendar; Iran's moon may be sighted a day later.
    """
    try:
        match calendar:
            case "jalali":
                return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
            case "lunar":
                told = Hijri(year, month, day).to_gregorian()
                return date(told.year, told.month, told.day)
            case "gregorian":
                return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_of(calendar: Calendar, day: date) -> tuple[int, int]:
    """The year and month that a Gregorian day lies in."""
    match calendar:
        case "jalali":
            jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
            return jalali.year, jalali.month
        case "lunar":
            hijri = Gregorian(day.year, day.month, day.day).to_hijri()
            return hijri.year, hijri.month
        case "gregorian":
            return day.year, day.month
