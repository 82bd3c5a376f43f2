import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts import Article, When
from ingest.sources import Options, Origin, Unreadable, articles, table


def read(raw: bytes | str, options: Options | None = None) -> list[Article | Unreadable]:
    stream = io.BytesIO(raw if isinstance(raw, bytes) else raw.encode())
    return list(table.articles(stream, Origin("c.csv", "c.csv"), options or Options()))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_no_text_is_altered(text: str) -> None:
    told = io.StringIO(newline="")
    csv.writer(told, quoting=csv.QUOTE_ALL).writerows([["id", "text"], ["1", text]])

    (item,) = read(told.getvalue())

    assert isinstance(item, Article)
    assert item.text == text


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_tables_are_read_with_any_separator_in_any_encoding(separator: str, encoding: str) -> None:
    rows = ["id;date;متن کامل;url", '7;1402/01/23;"خبر ""نو""\nسطر دوم";', "8;;خبر دوم;https://e.org/8"]
    raw = "\r\n".join(rows).replace(";", separator).replace("ی", "ي").encode(encoding)

    items = read(raw, Options(fields={"text": "متن کامل"}))

    assert items == [
        Article("7", 'خبر "نو"\nسطر دوم', None, None, When(date(2023, 4, 12)), None, "c.csv"),
        Article("8", "خبر دوم", None, None, None, "https://e.org/8", "c.csv"),
    ]


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ("2,متن,سه", "3 cells, the first one names 2"),
        ("2", "1 cells"),
        ("2,", "no field «text»"),
        ('2,"متن" دیگر', "not CSV"),
        ("1,متن", "line 2 has the same id, 1"),
    ],
)
def test_a_bad_row_is_named_and_stops_no_other(bad: str, problem: str) -> None:
    first, unreadable, last = read(f"id,text\n1,یک\n{bad}\n\n3,سه\n")

    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(unreadable, Unreadable)
    assert unreadable.place == "c.csv:3"
    assert problem in unreadable.problem
    assert unreadable.cure


def test_a_quote_that_never_closes_is_told_with_its_row() -> None:
    first, unreadable = read('id,text\n1,یک\n2,"دو\nسه\n')

    assert isinstance(first, Article)
    assert isinstance(unreadable, Unreadable)
    assert (unreadable.item, unreadable.cure) == ("3", "close the quote")
    assert "never closed" in unreadable.problem


def test_rows_are_counted_by_the_line_they_begin_in() -> None:
    _, unreadable = read('id,text\n1,"یک\nدو\nسه"\n2\n')

    assert isinstance(unreadable, Unreadable)
    assert unreadable.item == "5"


def test_long_cells_are_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("id,text\n1," + "متن " * 100_000)

    (item,) = articles(str(tmp_path / "c.csv"))

    assert isinstance(item, Article)
    assert len(item.text) == 400_000


@pytest.mark.parametrize("raw", [b"", b"id,text\n"])
def test_a_table_without_rows_holds_nothing(raw: bytes) -> None:
    assert read(raw) == []
