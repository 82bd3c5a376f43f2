"""From the parts of a date phrase to its first day, reckoned from the day of publication."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from graph.facts import Precision, When
from ingest.dates import calendar_words as words
from ingest.dates.calendar_words import Parts
from ingest.dates.calendars import Calendar, day_of, month_of

type OfYear = Callable[[int], date | None]

_SOON: Final = timedelta(days=60)
_LENGTHS: Final[Mapping[Precision, int]] = {"day": 1, "week": 7, "month": 31, "season": 92, "year": 365}
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """What a phrase is reckoned from; `ahead`: weekdays and dates without a year are those to come."""

    published: When | None
    ahead: bool = False

    @property
    def today(self) -> date | None:
        """The day of publication, None where it is not known to the day."""
        return self.published.day if self.published and self.published.precision == "day" else None


def reckon(form: str, parts: Parts, clock: Clock) -> When | None:
    """The date that a phrase of a form tells, None where it tells none or leans on a day that is not known."""
    if form in _LEANING:
        return _LEANING[form](parts, clock.today, clock.ahead) if clock.today else None
    return _STANDING[form](parts, clock)


def _dated(parts: Parts, clock: Clock) -> When | None:
    calendar, month = words.month(parts)
    day = words.number(parts, "day")
    if words.is_doubtful(parts) or day is None:
        return None
    return _in_its_year(parts, calendar, lambda year: day_of(calendar, year, month, day), "day", clock)


def _month(parts: Parts, clock: Clock) -> When | None:
    calendar, month = words.month(parts)
    if words.is_doubtful(parts):
        return None
    return _in_its_year(parts, calendar, lambda year: day_of(calendar, year, month), "month", clock)


def _season(parts: Parts, clock: Clock) -> When | None:
    month = 3 * words.season(parts) + 1

    def begin(year: int) -> date | None:
        if year < 1500:
            return day_of("jalali", year, month)
        return day_of("jalali", year - 621, month) if month < 10 else None  # a Gregorian year has two winters

    return _in_its_year(parts, "jalali", begin, "season", clock)


def _numbers(parts: Parts, clock: Clock) -> When | None:
    first, second, third = (int(parts[part] or 0) for part in ("first", "second", "third"))
    if first > 1000:
        day = _full(first, second, third)
    elif third > 1000:
        day = _full(third, second, first) if first > 12 or third < 1500 else None
    else:
        day = _short(first, second, third)
    return When(day) if day else None


def _short(first: int, second: int, third: int) -> date | None:
    """«85/8/18» and «18/8/85», where the year cannot be a day."""
    if first < 32:
        first, third = third, first
    return _full(1300 + first, second, third) if 31 < first < 100 and third < 32 else None


def _year(parts: Parts, clock: Clock) -> When | None:
    year = _year_told(parts, "jalali", clock.today)
    if year is None:
        return None
    day = _day(words.calendar(parts, "jalali" if year < 1500 else "gregorian"), year)
    return When(day, "year") if day else None


def _day_word(parts: Parts, today: date, ahead: bool) -> When | None:
    return When(today + timedelta(days=words.day_shift(parts)))


def _weekday(parts: Parts, today: date, ahead: bool) -> When | None:
    weekday = words.weekday(parts)
    shift = words.shift(parts) if parts.get("of") else None
    if parts.get("within") or parts.get("week") or shift == 0:
        return When(_week(today, shift or 0) + timedelta(days=(weekday - _SATURDAY) % 7))
    back, on = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
    if shift is not None:
        return When(today + timedelta(days=-(back or 7) if shift < 0 else on or 7))
    return When(today + timedelta(days=on if ahead else -back))


def _ago(parts: Parts, today: date, ahead: bool) -> When | None:
    count = words.number(parts, "count")
    return None if count is None else _moved(parts, today, -count)


def _period(parts: Parts, today: date, ahead: bool) -> When | None:
    return _moved(parts, today, words.shift(parts) if parts.get("of") else 0)


def _annual(parts: Parts, today: date, ahead: bool) -> When | None:
    year = _year_told(parts, "jalali", today)
    day = day_of("jalali", year) if year else None
    return When(day, "year") if day else None


def _of_month(parts: Parts, today: date, ahead: bool) -> When | None:
    calendar, day = words.calendar(parts, "jalali"), words.number(parts, "day")
    year, month = _months_on(calendar, today, words.shift(parts))
    told = day_of(calendar, year, month, day) if day else None
    return When(told) if told else None


_STANDING: Final[Mapping[str, Callable[[Parts, Clock], When | None]]] = {
    "dated": _dated,
    "month": _month,
    "month_after": _month,
    "month_year": _month,
    "month_plain": _month,
    "month_part": _month,
    "season": _season,
    "numbers": _numbers,
    "year": _year,
    "year_of": _year,
}
_LEANING: Final[Mapping[str, Callable[[Parts, date, bool], When | None]]] = {
    "day": _day_word,
    "weekday": _weekday,
    "ago": _ago,
    "period": _period,
    "this_period": _period,
    "annual": _annual,
    "of_month": _of_month,
}


def _moved(parts: Parts, today: date, by: int) -> When | None:
    """Today's day, week, month or year moved by so many of its kind."""
    calendar = words.calendar(parts, "jalali")
    match words.key(parts, "unit"):
        case "روز":
            return When(today + timedelta(days=by))
        case "هفته":
            return When(_week(today, by), "week")
        case "ماه":
            day = day_of(calendar, *_months_on(calendar, today, by))
            return When(day, "month") if day else None
        case _:
            day = day_of(calendar, month_of(calendar, today)[0] + by)
            return When(day, "year") if day else None


def _in_its_year(parts: Parts, calendar: Calendar, of_year: OfYear, precision: Precision, clock: Clock) -> When | None:
    """The date in the year that the phrase tells, or else in the one that the day of publication makes likely."""
    if any(parts.get(part) for part in ("year", "short", "of", "annual")):
        year = _year_told(parts, calendar, clock.today)
        day = of_year(year) if year and _is_sound(calendar, year, precision) else None
    else:
        day = _likely(_candidates(calendar, of_year, clock.published), parts, precision, clock)
    return When(day, precision) if day else None


def _candidates(calendar: Calendar, of_year: OfYear, published: When | None) -> Sequence[date]:
    """The date in the years around publication, in order."""
    if published is None:
        return ()
    year, _ = month_of(calendar, published.day)
    return [day for near in (year - 1, year, year + 1) if (day := of_year(near))]


def _likely(days: Sequence[date], parts: Parts, precision: Precision, clock: Clock) -> date | None:
    """Of a date's years the one meant: the last, unless the next one is near; the only one in a vague publication."""
    if clock.published is None:
        return None
    today, shift = clock.today, words.shift(parts, "near")
    length = timedelta(days=_LENGTHS[precision])
    if today is None:
        end = clock.published.day + timedelta(days=_LENGTHS[clock.published.precision])
        inside = [day for day in days if clock.published.day <= day < end]
        return inside[0] if len(inside) == 1 and not shift else None
    if shift < 0:
        return max((day for day in days if day + length <= today), default=None)
    if shift > 0 or clock.ahead:
        return min((day for day in days if day >= today), default=None)
    return max((day for day in days if day <= today + _SOON), default=None)


def _year_told(parts: Parts, calendar: Calendar, today: date | None) -> int | None:
    """The year of a phrase that tells one, None where it leans on a day that is not known."""
    calendar = words.calendar(parts, calendar)
    if year := parts.get("year"):
        return int(year)
    if short := parts.get("short"):
        return _long_year(int(short), calendar)
    if today is None:
        return None
    return month_of(calendar, today)[0] + words.year_shift(parts)


def _long_year(short: int, calendar: Calendar) -> int:
    """A year told by two figures: «۸۵», «۰۲»."""
    if calendar == "gregorian":
        return 1900 + short if short > 40 else 2000 + short
    return 1300 + short if short >= 30 else 1400 + short


def _is_sound(calendar: Calendar, year: int, precision: Precision) -> bool:
    return precision == "season" or (year < 1500) == (calendar != "gregorian")


def _full(year: int, month: int, day: int) -> date | None:
    return day_of("jalali" if year < 1500 else "gregorian", year, month, day)


def _day(calendar: Calendar, year: int) -> date | None:
    return day_of(calendar, year) if _is_sound(calendar, year, "year") else None


def _week(today: date, by: int) -> date:
    """The Saturday that opens today's week, or one so many weeks away."""
    return today - timedelta(days=(today.weekday() - _SATURDAY) % 7 - 7 * by)


def _months_on(calendar: Calendar, today: date, by: int) -> tuple[int, int]:
    year, month = month_of(calendar, today)
    whole = 12 * year + month - 1 + by
    return whole // 12, whole % 12 + 1
