"""The fast spellings agree with the plain ones, and lead back to what was printed."""

from hypothesis import example, given
from hypothesis import strategies as st

from graph.letters import fold, skeleton_text
from ingest.skeleton import folded, skeleton

PERSIAN = st.text(st.sampled_from("ابپتيیكکۀةآأئؤ ‌\xa0ًّـ۱٢3\n«»😀\u200f"))
TEXTS = st.one_of(PERSIAN, st.text(st.characters(exclude_characters="\0")))


@given(TEXTS)
@example("\ud800 lone")
def test_the_fast_spellings_are_the_plain_ones(text: str) -> None:
    assert folded(text) == fold(text)
    assert len(folded(text)) == len(text)
    assert skeleton(text).text == skeleton_text(text)


@given(TEXTS)
def test_every_character_of_a_skeleton_is_found_where_it_was_printed(text: str) -> None:
    bones = skeleton(text)

    assert len(bones.at) == len(bones.text)
    for place, letter in zip(bones.at, bones.text, strict=True):
        assert skeleton_text(text[place]) == letter


def test_a_span_of_the_skeleton_is_shown_as_printed() -> None:
    text = "به گفتهٔ رئيس‌جمهور ايران"
    bones = skeleton(text)
    start = bones.text.index("رییسجمهور")

    shown = text[slice(*bones.span(start, start + len("رییسجمهور")))]

    assert shown == "رئيس‌جمهور"
