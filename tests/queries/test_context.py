"""The sentence round a span, and its neighbours."""

import pytest

from queries.context import in_context

TEXT = "تیتر خبر\nاو گفت: «می‌آییم.» رشد ۳.۵ درصد بود. پایان\n\nبند دیگر؟ آخر"


@pytest.mark.parametrize(
    ("words", "sentence", "before", "after"),
    [
        ("تیتر", "تیتر خبر", "", "او گفت: «می‌آییم.»"),
        ("می‌آییم", "او گفت: «می‌آییم.»", "تیتر خبر", "رشد ۳.۵ درصد بود."),
        ("۵ درصد", "رشد ۳.۵ درصد بود.", "او گفت: «می‌آییم.»", "پایان"),
        ("پایان", "پایان", "رشد ۳.۵ درصد بود.", "بند دیگر؟"),
        ("آخر", "آخر", "بند دیگر؟", ""),
        ("بود. پایان\n\nبند", "رشد ۳.۵ درصد بود. پایان\n\nبند دیگر؟", "او گفت: «می‌آییم.»", "آخر"),
    ],
)
def test_a_span_stands_in_its_sentence_between_its_neighbours(
    words: str, sentence: str, before: str, after: str
) -> None:
    start = TEXT.index(words)

    assert in_context(TEXT, start, start + len(words)) == (sentence, before, after)


def test_a_span_on_white_space_alone_is_shown_as_it_is() -> None:
    assert in_context("الف\n \nب", 4, 5) == ("", "", "")
