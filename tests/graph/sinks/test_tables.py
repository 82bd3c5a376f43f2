import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.errors import RavabetError
from graph.sinks.tables import COLUMNS, export, write


def table(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def test_there_is_a_file_a_table(archive: Archive, tmp_path: Path) -> None:
    export(archive, tmp_path / "جدول‌ها" / "تازه")

    files = sorted((tmp_path / "جدول‌ها" / "تازه").iterdir())
    assert [file.name for file in files] == sorted(f"{name}.csv" for name in COLUMNS)
    assert [tuple(table(file)[0]) for file in files] == [COLUMNS[file.stem] for file in files]


def test_every_article_statement_and_relation_is_a_row(archive: Archive, tmp_path: Path) -> None:
    export(archive, tmp_path)

    facts = list(archive.all_facts())
    assert [row["text"] for row in table(tmp_path / "articles.csv")] == [article.text for article, _ in facts]
    assert [row["id"] for row in table(tmp_path / "statements.csv")] == [s.id for _, f in facts for s in f.statements]
    assert [row["exact"] for row in table(tmp_path / "relations.csv")] == [
        relation.evidence.exact for _, f in facts for relation in f.relations
    ]


def test_a_statement_tells_whom_it_is_about_in_order(archive: Archive, tmp_path: Path) -> None:
    export(archive, tmp_path)

    assert "IR RU AZ AM" in [row["about"] for row in table(tmp_path / "statements.csv")]


def test_edges_are_as_gephi_wants_them(filled: Callable[[int], Archive], tmp_path: Path) -> None:
    export(filled(6), tmp_path)

    assert (tmp_path / "edges.csv").read_text().splitlines()[:2] == [
        "Source,Target,Type,Weight,Event,Quad,Sign,Score,First,Last",
        "CN,SA,Directed,1,AID,2,1,10.0,2020-01-05,2020-01-05",
    ]
    assert {"Id": "IR", "Label": "ایران", "LabelEn": "Iran", "Kind": "country"} in table(tmp_path / "nodes.csv")


def test_two_exports_are_the_same_bytes(archive: Archive, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        export(archive, tmp_path / folder)

    for name in COLUMNS:
        assert (tmp_path / "one" / f"{name}.csv").read_bytes() == (tmp_path / "two" / f"{name}.csv").read_bytes()


def test_for_excel_files_open_with_its_mark(archive: Archive, tmp_path: Path) -> None:
    export(archive, tmp_path, excel=True)

    assert all((tmp_path / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf") for name in COLUMNS)
    assert table(tmp_path / "edges.csv", "utf-8-sig")[0]["Source"] == "CN"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])
def test_for_excel_no_text_is_a_formula(formula: str, tmp_path: Path) -> None:
    with (tmp_path / "table.csv").open("wb") as file:
        write(["text", "number"], [{"text": formula, "number": -3.0}], file, excel=True)

    assert table(tmp_path / "table.csv", "utf-8-sig") == [{"text": "'" + formula, "number": "-3.0"}]


def test_otherwise_texts_are_as_printed(tmp_path: Path) -> None:
    printed = '=1, "2"\r\nسه\u200cچهار'
    with (tmp_path / "table.csv").open("wb") as file:
        write(["text"], [{"text": printed}], file)

    assert table(tmp_path / "table.csv") == [{"text": printed}]


def test_an_archive_without_facts_gives_the_names_of_the_columns(
    filled: Callable[[int], Archive], tmp_path: Path
) -> None:
    export(filled(0), tmp_path / "empty")

    assert (tmp_path / "empty" / "statements.csv").read_text() == ",".join(COLUMNS["statements"]) + "\n"


def test_a_file_in_the_folders_place_is_told(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()

    with pytest.raises(RavabetError, match="taken: is no folder"):
        export(archive, tmp_path / "taken")
