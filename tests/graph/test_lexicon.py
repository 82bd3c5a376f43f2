from pathlib import Path
from typing import NamedTuple

import pytest

from graph.errors import KnowledgeError
from graph.lexicon import entries


class River(NamedTuple):
    name: str
    length: str


def lexicon(folder: Path, text: str) -> Path:
    file = folder / "rivers.tsv"
    file.write_text(text, encoding="utf-8")
    return file


def test_rows_come_as_entries_after_their_place(tmp_path: Path) -> None:
    file = lexicon(tmp_path, "# By hand.\n# name\tlength\nارس\t1072\nکارون\t\n")

    assert list(entries(file, River)) == [
        ("rivers.tsv:3", River("ارس", "1072")),
        ("rivers.tsv:4", River("کارون", "")),
    ]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("# By hand.\nارس\t1072\n", "rivers.tsv:2", "columns"),
        ("# name\tlength\nارس\n", "rivers.tsv:2", "length"),
        ("# name\tlength\nارس\t1072\t5\n", "rivers.tsv:2", "length"),
        ("# name\tlength\nارس \t1072\n", "rivers.tsv:2", "spaces"),
        ("# name\tlength\nکارون\t950\nارس\t1072\n", "rivers.tsv:3", "out of order"),
        ("# name\tlength\nارس\t1072\nارس\t1072\n", "rivers.tsv:3", "twice"),
    ],
)
def test_a_broken_line_is_named_with_its_file(tmp_path: Path, text: str, place: str, told: str) -> None:
    file = lexicon(tmp_path, text)

    with pytest.raises(KnowledgeError) as caught:
        list(entries(file, River))
    assert caught.value.place == place
    assert told in str(caught.value)
