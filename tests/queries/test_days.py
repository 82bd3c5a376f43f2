"""Days as people write them."""

from datetime import date

import pytest

from graph.errors import QuestionError
from queries.days import Edge, day, jalali

NEWEST = date(2024, 5, 31)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-04-12", date(2023, 4, 12)),
        ("2023/4/12", date(2023, 4, 12)),
        ("1402-01-01", date(2023, 3, 21)),
        ("۱۴۰۲/۰۱/۰۱", date(2023, 3, 21)),
        ("١٤٠٢/١/١", date(2023, 3, 21)),
        ("1399/12/30", date(2021, 3, 20)),
        (" 1402.1.23 ", date(2023, 4, 12)),
        ("90d", date(2024, 3, 2)),
        ("2w", date(2024, 5, 17)),
        ("3m", date(2024, 2, 29)),
        ("1y", date(2023, 5, 31)),
        ("۹۰ روز", date(2024, 3, 2)),
        ("۶ ماه", date(2023, 11, 30)),
        ("۱ سال", date(2023, 5, 31)),
    ],
)
def test_a_day_is_read_in_either_calendar_or_backwards(written: str, meant: date) -> None:
    assert day(written, lambda: NEWEST) == meant


@pytest.mark.parametrize(
    ("written", "edge", "meant"),
    [
        ("2023", "first", date(2023, 1, 1)),
        ("2023", "last", date(2023, 12, 31)),
        ("2024-02", "last", date(2024, 2, 29)),
        ("1402", "first", date(2023, 3, 21)),
        ("1402", "last", date(2024, 3, 19)),
        ("1399", "last", date(2021, 3, 20)),
        ("1402-06", "last", date(2023, 9, 22)),
        ("1402-12", "last", date(2024, 3, 19)),
    ],
)
def test_a_month_or_year_has_a_first_and_a_last_day(written: str, edge: Edge, meant: date) -> None:
    assert day(written, lambda: NEWEST, edge) == meant


@pytest.mark.parametrize(
    "written", ["", "دیروز", "2023-02-30", "1402-13", "1402-00", "1400/12/30", "12-04-2023", "90", "5x", "99999y", "٫"]
)
def test_what_is_no_day_is_refused_with_a_cure(written: str) -> None:
    for edge in ("first", "last"):
        with pytest.raises(QuestionError, match="write 2023-03-21, 1402-01-01"):
            day(written, lambda: NEWEST, "first" if edge == "first" else "last")


def test_counting_back_from_nothing_says_so() -> None:
    with pytest.raises(QuestionError, match="no article has a date"):
        day("90d", lambda: None)


def test_the_newest_article_is_asked_for_only_when_counting_back() -> None:
    def never() -> date | None:
        raise AssertionError

    assert day("2023-04-12", never) == date(2023, 4, 12)


def test_jalali_is_written_in_persian_digits() -> None:
    assert jalali(date(2023, 4, 12)) == "۱۴۰۲/۰۱/۲۳"
