import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.archive.searching import all_words, printable, searchable, unfit
from graph.letters import skeleton_text


def test_searchable_text_has_one_spelling_and_spaces() -> None:
    assert searchable("آن «كَنعاني» مي\u200cرود\n\u2028به\xa0تهـران ۱۲") == "ان «کنعانی» می رود به تهران 12"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_searchable_text_says_what_the_skeleton_says(text: str) -> None:
    spaced = searchable(text)

    assert skeleton_text(spaced) == skeleton_text(text)
    assert searchable(spaced) == spaced


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20))
def test_any_text_is_a_question(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    connection.execute("INSERT INTO words VALUES (?)", (searchable(text),))

    found = connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (all_words(text),)).fetchone()[0]

    assert found == 1 or not any(map(str.isalnum, text))


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("سلام 😀", None),
        ("", None),
        ("آب\0", "a NUL at character 2"),
        ("\udc80", "half a surrogate pair (U+DC80) at character 0"),
    ],
)
def test_what_is_no_text_is_named(text: str, flaw: str | None) -> None:
    assert unfit(text) == flaw


def test_what_has_no_utf_8_is_written_out() -> None:
    assert printable("سلام\udcff") == "سلام\\udcff"
