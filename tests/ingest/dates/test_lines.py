from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from ingest.dates.lines import published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1385/08/18", date(2006, 11, 9)),
        ("۱۳۹۷/۹/۱۰", date(2018, 12, 1)),
        ("۱۶:۰۰\r\n                  ۱۴۰۲-۵-۳", date(2023, 7, 25)),
        ("۱۴۰۴/۰۶/۱۴ - ۲۳:۲۶:۱۵", date(2025, 9, 5)),
        ("22/1/1402", date(2023, 4, 11)),
        ("98/07/14 12:20", date(2019, 10, 6)),
        ("16:38 · 04 Tir 1405", date(2026, 6, 25)),
        ("۱۴ شهریور ۱۴۰۴ - ۱۸:۲۹", date(2025, 9, 5)),
        ("۱۴ مرداد ۱۴۰۴ / ۱۰:۴۱", date(2025, 8, 5)),
        ("پنجشنبه ۳۰ مرداد ۱۴۰۴ - ۱۵:۰۱", date(2025, 8, 21)),
        ("شنبه، 7 بهمن‌ماه 1396", date(2018, 1, 27)),
        ("تاریخ انتشار:  ۱۴:۳۴ - ۲۷ تير ۱۳۹۷ - 18 July 2018", date(2018, 7, 18)),
        ("November 7th 2019, 00:01:00.000", date(2019, 11, 7)),
        ("April 11, 2023", date(2023, 4, 11)),
        ("11 Apr 2023", date(2023, 4, 11)),
        ("11-Apr-2023", date(2023, 4, 11)),
        ("Tue, 11 Apr 2023 20:45:00 +0330", date(2023, 4, 11)),
        ("Tue Apr 11 12:00:00 IRST 2023", date(2023, 4, 11)),
        ("2023-04-11", date(2023, 4, 11)),
        ("2023-9-5", date(2023, 9, 5)),
        ("2023-04-11T23:59:59Z", date(2023, 4, 11)),
        ("2023-04-11T08:00:00.000+03:30", date(2023, 4, 11)),
        ("2010-05-06 00:00:00", date(2010, 5, 6)),
        ("20230411T080000", date(2023, 4, 11)),
        ("25/12/2019", date(2019, 12, 25)),
        ("۱۵ شعبان ۱۴۴۴", date(2023, 3, 7)),
    ],
)
def test_a_day_is_read_from_every_shape(text: str, day: date) -> None:
    when = published(text)

    assert when
    assert (when.day, when.precision) == (day, "day")


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2016-05 (scraped 2016-05-17/19)", date(2016, 5, 1), "month"),
        ("تیر ۱۳۹۸", date(2019, 6, 22), "month"),
        ("Tir 1405", date(2026, 6, 22), "month"),
        ("June 2019", date(2019, 6, 1), "month"),
        ("2020-04/06 (repo date)", date(2020, 4, 1), "season"),
        ("2019 (repo committed 2019-07)", date(2019, 1, 1), "year"),
        ("سال ۱۳۹۸", date(2019, 3, 21), "year"),
        ("(2019-07-04)", date(2019, 7, 4), "day"),
    ],
)
def test_a_date_is_as_precise_as_it_is_printed(text: str, day: date, precision: str) -> None:
    when = published(text)

    assert when
    assert (when.day, when.precision) == (day, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "ساعت ۱۲:۳۰",
        "1900-01-01 00:00:00",
        "1970-01-01T00:00:00Z",
        "2019-13-45",
        "۳۱ مهر ۱۴۰۲",
        "04/05/2019",
        "1681171200",
    ],
)
def test_what_tells_no_date_or_a_doubtful_one_is_none(text: str) -> None:
    assert published(text) is None


@given(st.dates(date(1925, 1, 1), date(2050, 1, 1)), st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y"]))
def test_a_gregorian_date_is_read_back(day: date, shape: str) -> None:
    when = published(day.strftime(shape))

    if day != date(1970, 1, 1):
        assert when
        assert when.day == day


@given(st.dates(date(1925, 1, 1), date(2050, 1, 1)), st.sampled_from(["%Y/%m/%d", "%d %B %Y", "%A %d %B %Y"]))
def test_a_jalali_date_is_read_back(day: date, shape: str) -> None:
    when = published(JalaliDate(day).strftime(shape, locale="fa"))

    if day != date(1970, 1, 1):
        assert when
        assert when.day == day
