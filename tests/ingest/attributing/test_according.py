"""Where the speaker of «به گفتهٔ …» ends, and where his words do."""

import pytest

from graph.facts import Article
from ingest.attributing.passages import page
from ingest.reading import read


def told(text: str) -> tuple[str, str]:
    """The speaker and the words of the first according-phrase."""
    laid = page(read(Article("test", f"تیتر نخست\n{text}")))
    drafts = (draft for passage in laid.passages for draft in passage.drafts)
    draft = next(draft for draft in drafts if draft.frame == "according")
    assert draft.hint
    return laid.folded[slice(*draft.hint)], laid.folded[slice(*draft.content[0])]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("به گفته سخنگوی ارتش، پل ویران شد.", "سخنگوی ارتش", "پل ویران شد"),
        (
            "به گفته وی شمار کشته‌ها، که زن و کودک بودند، بالا رفت.",
            "وی",
            "شمار کشته\u200cها، که زن و کودک بودند، بالا رفت",
        ),
        ("به گفته مقامی که نخواست نامش فاش شود، پل ویران شد.", "مقامی که نخواست نامش فاش شود", "پل ویران شد"),
        ("این پل که به گفته او ویران شده است، فردا باز می‌شود.", "او", "ویران شده است"),
    ],
)
def test_speaker_and_words_are_told_apart(text: str, speaker: str, words: str) -> None:
    assert told(text) == (speaker, words)


def test_one_s_own_opinion_is_no_attribution() -> None:
    laid = page(read(Article("test", "تیتر نخست\nبه نظر من این طرح درست است و باید اجرا شود.")))

    assert [draft for passage in laid.passages for draft in passage.drafts] == []
