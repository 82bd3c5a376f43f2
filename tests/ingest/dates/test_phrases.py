from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from graph.facts import When
from graph.letters import NBSP, ZWNJ
from ingest.dates import DatePhrase, find
from ingest.dates.calendars import Example, day_of, lexicon, month_of, months

PUBLISHED = When(date(2023, 4, 12))
PERSIAN_FIGURES = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
ARABIC_LETTERS = str.maketrans("یک", "يك")

jalali_days = st.dates(date(1921, 4, 1), date(2071, 1, 1)).map(JalaliDate)
letters = st.sampled_from([{}, PERSIAN_FIGURES, ARABIC_LETTERS, PERSIAN_FIGURES | ARABIC_LETTERS])
separators = st.sampled_from(["", " ", "  ", NBSP, ZWNJ, "\n"])


def told(text: str, phrases: list[DatePhrase]) -> list[tuple[str, date, str]]:
    return [(text[phrase.start : phrase.end], phrase.when.day, phrase.when.precision) for phrase in phrases]


@pytest.mark.parametrize("example", lexicon().example, ids=lambda example: example.text[:50])
def test_every_example_of_the_lexicon_is_read_as_it_says(example: Example) -> None:
    published = When(example.published) if example.published else None

    phrases = find(example.text, published)

    assert told(example.text, phrases) == list(example.finds)


@given(jalali_days, separators, separators, letters, st.sampled_from(["", "ماه"]))
def test_a_jalali_date_is_read_back_from_every_spelling(
    day: JalaliDate, before: str, after: str, spelling: dict[int, int], word: str
) -> None:
    month = lexicon().jalali.months[day.month - 1][0]
    printed = f"{day.day}{before}{month}{after}{word}{after if word else ''}{day.year}".translate(spelling)
    text = f"سفیر در {printed} به تهران بازگشت."

    phrases = find(text, None)

    assert told(text, phrases) == [(printed, day.to_gregorian(), "day")]


@given(jalali_days, st.sampled_from("/-."), st.booleans())
def test_a_jalali_date_in_figures_is_read_back(day: JalaliDate, mark: str, padded: bool) -> None:
    printed = (
        f"{day.year}{mark}{day.month:02d}{mark}{day.day:02d}"
        if padded
        else mark.join(str(part) for part in (day.year, day.month, day.day))
    )
    text = f"نامهٔ {printed}، بی‌پاسخ ماند"

    assert told(text, find(text, None)) == [(printed, day.to_gregorian(), "day")]


@given(jalali_days)
def test_a_jalali_date_in_words_is_read_back(day: JalaliDate) -> None:
    printed = f"{lexicon().words.ordinals[day.day - 1][0]} {lexicon().jalali.months[day.month - 1][0]} {day.year}"

    assert told(printed, find(printed, None)) == [(printed, day.to_gregorian(), "day")]


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 6), st.booleans())
def test_a_weekday_is_at_most_six_days_off(published: date, weekday: int, ahead: bool) -> None:
    name = lexicon().words.weekdays[weekday][0]

    (phrase,) = find(f"روز {name} گفت", When(published), ahead=ahead)

    assert phrase.when.day.weekday() == weekday
    assert timedelta(0) <= (phrase.when.day - published) * (1 if ahead else -1) <= timedelta(6)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.sampled_from(sorted(months())), st.integers(1, 29))
def test_a_date_without_a_year_is_near_its_publication(published: date, month: str, day: int) -> None:
    calendar, number = months()[month]

    phrases = find(f"در {day} ماه {month} گفت", When(published))

    for phrase in phrases:
        assert month_of(calendar, phrase.when.day)[1] == number
        assert timedelta(-366) <= phrase.when.day - published <= timedelta(60)


@given(st.text(st.sampled_from("۱۲۳۴۰12/-. \n\u200c()،سهشنبهروزماهگتجیآدفخمتیر"), max_size=60))
def test_no_text_breaks_the_reading_and_every_phrase_lies_in_it(text: str) -> None:
    phrases = find(text, PUBLISHED)

    assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in phrases)
    assert all(one.end <= other.start for one, other in pairwise(phrases))
    assert all(phrase.when.span == (phrase.start, phrase.end) for phrase in phrases)


def test_offsets_count_the_text_as_printed() -> None:
    text = "\u200fسفير\xa0 ايران\xa0 روز\xa0 سه\xa0شنبه\xa0 آمد"

    (phrase,) = find(text, PUBLISHED)

    assert text[phrase.start : phrase.end] == "روز\xa0 سه\xa0شنبه"
    assert phrase.when == When(date(2023, 4, 11), "day", (phrase.start, phrase.end))


def test_what_is_to_come_is_read_ahead() -> None:
    text = "روز سه‌شنبه و ۲۰ فروردین"

    assert [phrase.when.day for phrase in find(text, PUBLISHED, ahead=True)] == [date(2023, 4, 18), date(2024, 4, 8)]


def test_a_publication_known_only_by_its_year_tells_a_date_without_one() -> None:
    only_a_year = When(date(2019, 1, 1), "year")
    text = "۲۳ تیر، ۵ ژوئن، ماه گذشته، روز دوشنبه"

    assert told(text, find(text, only_a_year)) == [
        ("۲۳ تیر", date(2019, 7, 14), "day"),
        ("۵ ژوئن", date(2019, 6, 5), "day"),
    ]


def test_calendars_agree_with_the_known_new_years() -> None:
    assert day_of("jalali", 1403) == date(2024, 3, 20)
    assert day_of("jalali", 1403, 12, 30) == date(2025, 3, 20)
    assert day_of("jalali", 1404, 12, 30) is None
    assert day_of("lunar", 1445, 9) == date(2024, 3, 11)
    assert month_of("lunar", date(2024, 3, 11)) == (1445, 9)
    assert month_of("jalali", date(2024, 3, 19)) == (1402, 12)


def test_every_month_has_a_name_in_every_calendar() -> None:
    words = lexicon()

    for naming in (words.jalali, words.afghan, words.gregorian, words.lunar):
        assert len(naming.months) == 12
    assert set(words.words.doubtful) | set(words.words.plain) <= set(months())
