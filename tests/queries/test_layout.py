"""Answers laid out: what programs read is exact, what people read steers no terminal and no spreadsheet."""

import csv
import io
import json

import pytest

from graph.letters import ZWNJ
from queries.ask import ask
from queries.engines import ArchiveEngine
from queries.layout import LAYOUTS, Layout, fitting, write
from queries.questions import question
from queries.rows import Rows, rows
from queries.wording import ISOLATE, ISOLATE_END, Tongue


def laid(answer: Rows, layout: Layout, tongue: Tongue = "fa") -> str:
    out = io.StringIO(newline="")
    write(answer, layout, out, tongue)
    return out.getvalue()


@pytest.fixture
def said(engine: ArchiveEngine) -> Rows:
    return ask("said", engine)


def test_json_lines_are_the_rows_themselves(said: Rows) -> None:
    lines = laid(said, "jsonl").splitlines()

    assert [json.loads(line) for line in lines] == [{**row, "about": list(row["about"])} for row in said]  # type: ignore[arg-type]
    assert "محسن رضایی" in lines[0], "Persian is written as Persian"


def test_csv_has_the_frozen_names_and_every_row(said: Rows) -> None:
    header, *body = csv.reader(io.StringIO(laid(said, "csv")))

    assert tuple(header) == said.columns
    assert len(body) == len(said)
    assert body[4][header.index("about")] == "AZ IR"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"])
def test_no_text_in_csv_is_a_formula(cell: str) -> None:
    told = {"actor": cell, "kind": "person", "name": cell, "country": None, "form": cell}

    _, row = csv.reader(io.StringIO(laid(rows(question("names"), [told]), "csv")))

    assert row[0] == "'" + cell
    assert row[3] == ""


def test_negative_numbers_in_csv_stay_numbers(engine: ArchiveEngine) -> None:
    _, row = csv.reader(io.StringIO(laid(ask("did", engine, actor="US"), "csv")))

    assert float(row[5]) < 0


def test_markdown_has_persian_headers_and_no_broken_cells(said: Rows) -> None:
    header, rule, *body = laid(said, "md").splitlines()

    assert header.startswith("| تاریخ | گوینده |")
    assert rule.count("---") == len(said.columns)
    assert len(body) == len(said)
    assert all(line.replace("\\|", "").count("|") == len(said.columns) + 1 for line in body)


def test_a_table_has_persian_headers_both_calendars_and_names_of_countries(said: Rows) -> None:
    told = laid(said, "table")

    assert "گوینده" in told.splitlines()[0]
    assert f"{ISOLATE}۱۴۰۲/۰۱/۲۳{ISOLATE_END}" in told
    assert f"{ISOLATE}2023-04-12{ISOLATE_END}" in told
    assert "ایران" in told


def test_a_table_that_is_too_wide_becomes_records(engine: ArchiveEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ask("pair", engine, a="IR", b="AZ")
    monkeypatch.setattr("queries.terminal._PAPER", 40)

    assert laid(answer, "table") == laid(answer, "records")


def test_records_tell_what_has_a_value_and_nothing_else(said: Rows) -> None:
    first = laid(said, "records").split("2 / 8")[0]

    assert f"گوینده: {ISOLATE}محسن رضایی{ISOLATE_END}" in first
    assert f"تاریخ: {ISOLATE}۱۴۰۲/۱۲/۱۰ (2024-02-29){ISOLATE_END}" in first
    assert "نشانی" not in first
    assert "None" not in first


def test_english_labels_are_there_for_the_asking(said: Rows) -> None:
    told = laid(said, "records", "en")

    assert f"speaker: {ISOLATE}محسن رضایی{ISOLATE_END}" in told
    assert "2024-02-29 (۱۴۰۲/۱۲/۱۰)" in told
    assert "Iran (IR)" in told


def test_words_of_the_graph_are_said_in_persian(engine: ArchiveEngine) -> None:
    told = laid(ask("did", engine, actor="IR", target="AZ"), "records")

    for line in ("گونه: رایزنی", "شیوه: سفر", "وضع: واقع‌شده", "امتیاز: +۴.۰"):
        assert line in told.replace(ISOLATE, "").replace(ISOLATE_END, "")


@pytest.mark.parametrize("layout", ["table", "records", "md"])
def test_a_hostile_name_steers_no_terminal(layout: Layout, said: Rows) -> None:
    told = laid(said, layout)

    assert "\x1b" not in told
    assert "[bold]" in told.replace("\\", ""), "what looks like markup is printed as it is"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_lays_out_nothing(layout: Layout, engine: ArchiveEngine) -> None:
    told = laid(ask("said", engine, limit=0), layout)

    assert len(told.splitlines()) <= 3


def test_people_get_records_of_prose_and_tables_of_the_rest(engine: ArchiveEngine, said: Rows) -> None:
    assert fitting(said, terminal=True) == "records"
    assert fitting(ask("coverage", engine), terminal=True) == "table"
    assert fitting(said, terminal=False) == "jsonl"


def test_what_holds_words_together_is_kept(said: Rows) -> None:
    assert f"الهام علی{ZWNJ}اف" in laid(said, "records")
