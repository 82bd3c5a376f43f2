"""The grammar of sentences as the trained parser reads it."""

import pytest

from graph.letters import ZWNJ
from ingest import words
from ingest.parsing.grammar import Parse, parse


def _parsed(text: str) -> Parse:
    return parse(words.tokens(text))


def _told(text: str) -> list[tuple[str, str, str]]:
    """Each word but the marks, with its label and its head's word."""
    found = _parsed(text)
    rows = zip(found.keys, found.labels, found.heads, strict=True)
    return [(key, label, found.keys[head] if head >= 0 else "") for key, label, head in rows if label != "punct"]


def test_a_meeting_has_who_meets_and_with_whom() -> None:
    told = _told("وزیر خارجه عمان با همتای مصری خود دیدار کرد.")

    assert ("وزیر", "nsubj", "کرد") in told
    assert ("همتای", "obl", "کرد") in told
    assert ("دیدار", "lvc", "کرد") in told
    assert ("عمان", "nmod", "وزیر") in told or ("عمان", "nmod", "خارجه") in told


def test_what_ra_marks_is_the_object() -> None:
    told = _told("ترکیه این اقدام را محکوم کرد.")

    assert ("اقدام", "obj", "کرد") in told
    assert ("ترکیه", "nsubj", "کرد") in told


@pytest.mark.parametrize(
    "other",
    [
        "عراق اعلام كرد كه در اين نشست شركت مي كند.",
        f"عراق اعلام کرد که در این نشست شرکت می{ZWNJ}کند.",
        "عراق اعلام کرد که در این نشست شرکت می\xa0کند.",
    ],
)
def test_spelling_changes_nothing(other: str) -> None:
    assert _told(other) == _told("عراق اعلام کرد که در این نشست شرکت می کند.")


def test_every_word_but_a_root_has_another_for_its_head() -> None:
    found = _parsed("رئیس‌جمهور فرانسه که به عراق سفر کرده است، با نخست‌وزیر این کشور دیدار کرد؛ آنها گفت‌وگو کردند.")

    assert all(-1 <= head < len(found.keys) and head != at for at, head in enumerate(found.heads))
    assert all(found.heads[list(found.above(at))[-1]] == -1 for at in range(len(found.keys)))


def test_no_words_have_no_grammar() -> None:
    assert _parsed("") == Parse([], [], [], [])
