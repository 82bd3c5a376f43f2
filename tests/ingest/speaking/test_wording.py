"""Words in columns: every word where it was printed, whatever its spelling."""

import pytest

from graph.letters import ZWNJ, fold
from ingest.speaking.wording import Wording, lay_out


def _words(text: str) -> Wording:
    return lay_out(fold(text), [], [(0, len(text))])


def test_words_numbers_and_marks_stand_apart() -> None:
    text = "«آب»، 12متر (ABC)."

    words = _words(text)

    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == (
        ["«", "آب", "»", "،", "12", "متر", "(", "ABC", ")", "."]
    )


@pytest.mark.parametrize("printed", ["رئیس‌جمهور", "رئیس جمهور", "رئیسجمهور", "رئيس  جمهور"])
def test_a_fixed_expression_is_one_word_in_any_spelling(printed: str) -> None:
    words = _words(f"{printed} رفت")

    assert words.sorts == "Rv"
    assert (words.starts[0], words.ends[0]) == (0, len(printed))


def test_a_joiner_at_the_edge_belongs_to_no_word() -> None:
    words = _words(f" {ZWNJ}کتاب")

    assert words.starts == [2]


def test_only_the_spans_asked_for_are_laid_out() -> None:
    text = "یکم دوم سوم چهارم"

    words = lay_out(text, [], [(0, 3), (8, 11)])

    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == ["یکم", "سوم"]


def test_an_expression_does_not_reach_over_what_is_left_out() -> None:
    text = "رئیس باغ بزرگ جمهور"

    words = lay_out(fold(text), [], [(0, 4), (14, 19)])

    assert len(words) == 2


SORTS = {
    "سخنگوی": "S",
    "وی": "W",
    "سیدکامران": "F",
    "هدایت‌الله": "F",
    "حزب‌الله": "o",
    "کلاینفلد": "N",
    "درخت": "x",
    "گفت": "v",
    "کرد": "l",
}


@pytest.mark.parametrize(("word", "sort"), SORTS.items())
def test_a_word_has_its_sort(word: str, sort: str) -> None:
    assert _words(word).sorts == sort
