"""What words tell of their clause, whatever stands beside them."""

import pytest

from ingest.attributing.signs import signs


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("وزیر نیرو، دیروز", "office"),
        ("سپس وی افزود", "pronoun"),
        ("شاید برگردد", "hedge"),
        ("خبرگزاری آسمان", "medium"),
        ("در بیانیه‌ای", "document"),
        ("پیشنهاد داده‌ایم.", "ours"),
        ("نظر ما این است", "we"),
    ],
)
def test_a_word_tells_of_its_clause(text: str, sign: str) -> None:
    assert sign in signs(text.split())


@pytest.mark.parametrize("text", ["", "باران بارید", "شمار زیادی آمدند"])
def test_other_words_tell_nothing(text: str) -> None:
    assert not signs(text.split())
