import pytest

from ingest import stops


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in stops.sentences(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("او آمد. ما رفتیم!", ["او آمد.", "ما رفتیم!"]),
        ("او گفت: «بس است.» و رفت.", ["او گفت: «بس است.»", "و رفت."]),
        ("این خبر درست است .وی آن را تایید کرد.", ["این خبر درست است .", "وی آن را تایید کرد."]),
        ("این خبر درست است.وی آن را تایید کرد", ["این خبر درست است.", "وی آن را تایید کرد"]),
        ("کشتی بازداشت شد.سخنگو چیزی نگفت.", ["کشتی بازداشت شد.", "سخنگو چیزی نگفت."]),
        ("جی. دی. ونس به تهران آمد.", ["جی. دی. ونس به تهران آمد."]),
        ("رشد 3.5 درصدی ثبت شد.", ["رشد 3.5 درصدی ثبت شد."]),
        ("چرا نه؟ بله...", ["چرا نه؟", "بله..."]),
    ],
)
def test_sentences_end_at_their_marks(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_the_spans_lie_inside_the_paragraph() -> None:
    text = "یک. دو.\nسه. چهار."

    assert [text[a:b] for a, b in stops.sentences(text, (8, len(text)))] == ["سه.", "چهار."]
