"""Cells in words for people."""

from importlib.resources import files

import pytest

from graph.plover import event_types
from queries.questions import ColumnType, question
from queries.rows import Cell
from queries.wording import Tongue, brief, plain, word, worded

COLUMNS = {column.type: column for name in ("said", "did", "pair", "names") for column in question(name).columns}


@pytest.mark.parametrize(
    ("kind", "cell", "tongue", "told"),
    [
        ("date", "2023-04-12", "fa", "۱۴۰۲/۰۱/۲۳ (2023-04-12)"),
        ("date", "2023-04-12", "en", "2023-04-12 (۱۴۰۲/۰۱/۲۳)"),
        ("date", "0001-01-01", "fa", "0001-01-01"),
        ("bucket", "2023", "fa", "2023 (۱۴۰۱–۱۴۰۲)"),
        ("bucket", "2023-04", "fa", "2023-04 (۱۴۰۲/۰۱–۱۴۰۲/۰۲)"),
        ("bucket", "2023-04-12", "fa", "۱۴۰۲/۰۱/۲۳ (2023-04-12)"),
        ("code", "IR", "fa", "ایران (IR)"),
        ("code", "IR", "en", "Iran (IR)"),
        ("code", "QQ", "fa", "QQ"),
        ("codes", ("IR", "RU"), "fa", "ایران (IR)، روسیه (RU)"),
        ("word", "direct", "fa", "مستقیم"),
        ("word", "direct", "en", "direct"),
        ("word", "unheard-of", "fa", "unheard-of"),
        ("most", "AID", "fa", "کمک"),
        ("score", -2.5, "fa", "−۲.۵"),
        ("score", 4.0, "en", "+4.0"),
        ("score", 0.0, "fa", "۰.۰"),
        ("integer", 12, "fa", "۱۲"),
        ("offset", 12, "fa", "12"),
        ("facts", ("f1", "f2"), "fa", "f1 f2"),
        ("text", None, "fa", ""),
    ],
)
def test_a_cell_is_worded_by_its_type(kind: ColumnType, cell: Cell, tongue: Tongue, told: str) -> None:
    assert worded(COLUMNS[kind], cell, tongue) == told


@pytest.mark.parametrize(
    ("kind", "cell", "told"),
    [
        ("date", "2023-04-12", "۱۴۰۲/۰۱/۲۳\n2023-04-12"),
        ("bucket", "2023", "2023\n۱۴۰۱–۱۴۰۲"),
        ("code", "IR", "ایران"),
        ("codes", ("IR", "RU"), "ایران، روسیه"),
    ],
)
def test_a_cell_of_a_table_is_brief(kind: ColumnType, cell: Cell, told: str) -> None:
    assert brief(COLUMNS[kind], cell, "fa") == told


@pytest.mark.parametrize("kind", event_types())
def test_every_event_type_has_its_label_of_the_ontology(kind: str) -> None:
    ontology = (files("graph") / "plover.ttl").read_text(encoding="utf-8")

    assert word(kind, "fa") != kind
    assert f'skos:prefLabel "{word(kind, "fa")}"@fa' in ontology


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("یک\nدو\tسه", "یک دو سه"),
        ("\x1b[31mقرمز\x07", "[31mقرمز"),
        ("\u202eوارونه\u2069", "وارونه"),
        ("می\u200cرود", "می\u200cرود"),
        ("الف\u2028ب", "الف ب"),
    ],
)
def test_plain_text_is_one_line_that_steers_nothing(text: str, told: str) -> None:
    assert plain(text) == told
