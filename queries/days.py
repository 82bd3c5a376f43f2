"""Days as analysts write them: ISO or Jalali, whole months and years, or so long before the newest article."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from persiantools.jdatetime import JalaliDate

from graph.errors import QuestionError
from graph.letters import fold

type Edge = Literal["first", "last"]

_JALALI_BEFORE = 1700  # a smaller year is Jalali
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_BACK = re.compile(r"(\d{1,5}) ?([a-z]+|[^\W\d]+)")
_UNITS = dict(zip("dwmy", ("day", "week", "month", "year"), strict=True))
_UNITS |= {"روز": "day", "هفته": "week", "ماه": "month", "سال": "year"}
_CURE = "write 2023-03-21, 1402-01-01, 1402, or 90d, 6m, 1y back from the newest article"


def day(written: str, newest: Callable[[], date | None], edge: Edge = "first") -> date:
    """The day that is meant, Gregorian; of a month or year its first or last day.

    `newest` is called only where the words count back from the newest article.

    Raises: QuestionError where they mean no day.
    """
    told = fold(written.strip().lower())
    if match := _DAY.fullmatch(told):
        return _edge_of(written, [int(part) for part in match.groups() if part], edge)
    if (match := _BACK.fullmatch(told)) and match[2] in _UNITS:
        return _back(written, newest(), int(match[1]), _UNITS[match[2]])
    raise QuestionError(f"«{written}»", "is no date", _CURE)


def jalali(told: date) -> str:
    """The same day in the Jalali calendar, in Persian digits: «۱۴۰۲/۰۱/۲۳»."""
    return JalaliDate(told).strftime("%Y/%m/%d", locale="fa")  # type: ignore[no-untyped-call]


def _edge_of(written: str, parts: list[int], edge: Edge) -> date:
    try:
        if parts[0] < _JALALI_BEFORE:
            return _jalali_edge(parts, edge)
        return _gregorian_edge(parts, edge)
    except ValueError as error:
        raise QuestionError(f"«{written}»", "is no day of the calendar", _CURE) from error


def _gregorian_edge(parts: list[int], edge: Edge) -> date:
    year, *rest = parts
    month = rest[0] if rest else (1 if edge == "first" else 12)
    last = monthrange(year, month)[1] if 1 <= month <= 12 else 1
    return date(year, month, rest[1] if len(rest) > 1 else (1 if edge == "first" else last))


def _jalali_edge(parts: list[int], edge: Edge) -> date:
    year, *rest = parts
    month = rest[0] if rest else (1 if edge == "first" else 12)
    first = _from_jalali(year, month, rest[1] if len(rest) > 1 else 1)
    if len(rest) > 1 or edge == "first":
        return first
    following = _from_jalali(year, month + 1, 1) if month < 12 else _from_jalali(year + 1, 1, 1)
    return following - timedelta(days=1)


def _from_jalali(year: int, month: int, of_month: int) -> date:
    return date.fromordinal(JalaliDate(year, month, of_month).to_gregorian().toordinal())  # type: ignore[no-untyped-call]


def _back(written: str, newest: date | None, count: int, unit: str) -> date:
    if newest is None:
        raise QuestionError(f"«{written}»", "counts back from the newest article, and no article has a date", _CURE)
    try:
        if unit in ("day", "week"):
            return newest - timedelta(days=count * (7 if unit == "week" else 1))
        return _months_before(newest, count * (12 if unit == "year" else 1))
    except (OverflowError, ValueError) as error:
        raise QuestionError(f"«{written}»", "goes back before all calendars", _CURE) from error


def _months_before(newest: date, months: int) -> date:
    year, month = divmod(newest.year * 12 + newest.month - 1 - months, 12)
    return date(year, month + 1, min(newest.day, monthrange(year, month + 1)[1]))
