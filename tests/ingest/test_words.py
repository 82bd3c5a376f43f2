"""Words by hazm's grammar, with offsets of ours."""

import pytest

from ingest import words


@pytest.mark.parametrize(
    "printed",
    ["نخست‌وزیر می‌گوید گفت‌وگوها رفته‌اند", "نخست وزیر می گوید گفت و گوها رفته اند", "نخستوزیر میگوید گفتوگوها رفتهاند"],
    ids=["joiners", "spaces", "nothing"],
)
def test_a_word_is_one_token_however_its_parts_are_joined(printed: str) -> None:
    assert [token.key for token in words.tokens(printed)] == ["نخستوزیر", "میگوید", "گفتوگوها", "رفتهاند"]


def test_words_that_belong_apart_stay_apart() -> None:
    assert [token.key for token in words.tokens("وی گفت و رفت.")] == ["وی", "گفت", "و", "رفت", "."]


def test_tokens_lie_where_they_are_printed() -> None:
    text = "او  می گوید: ۱۲ نفر"

    assert [text[token.start : token.end] for token in words.tokens(text)] == ["او", "می گوید", ":", "۱۲", "نفر"]


def test_tokens_of_a_stretch_keep_their_places_in_the_text() -> None:
    text = "دیروز او می گوید: ۱۲ نفر"

    assert words.tokens(text, 6, 17) == [one for one in words.tokens(text) if 6 <= one.start < 17]


def test_a_verb_is_known_in_its_forms() -> None:
    forms = words.verb_forms("گفت", "گوی")

    assert forms["میگوید"].lemma == "گفت"
    assert (forms["گفتهاند"].tense, forms["گفتهاند"].person) == ("present_perfect", 6)
    assert forms["نگفت"].negative
    assert forms["گفتهشد"].passive
