"""Answers laid out: for programs (JSON Lines, CSV), for documents (Markdown), for people at a terminal."""

import csv
import json
from collections.abc import Callable, Mapping
from typing import Literal, TextIO, get_args

from queries.rows import Cell, Rows
from queries.wording import Tongue, header, worded

type Layout = Literal["table", "records", "jsonl", "csv", "md"]

LAYOUTS: tuple[str, ...] = get_args(Layout.__value__)


def write(rows: Rows, layout: Layout, out: TextIO, tongue: Tongue = "fa") -> None:
    """Writes the rows to a stream, in words of a tongue where people read them; jsonl and csv are the same in both."""
    _WRITERS[layout](rows, out, tongue)


def fitting(rows: Rows, *, terminal: bool) -> Layout:
    """The layout for who reads: JSON Lines for a program; for people a table, or records where there is prose."""
    if not terminal:
        return "jsonl"
    prose = any(column.type == "prose" for column in rows.question.columns)
    return "records" if prose else "table"


def _jsonl(rows: Rows, out: TextIO, _tongue: Tongue) -> None:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _csv(rows: Rows, out: TextIO, _tongue: Tongue) -> None:
    writer = csv.writer(out)  # lines end as RFC 4180 has it, so that a bare \r in a cell is quoted
    writer.writerow(rows.columns)
    writer.writerows([_field(cell) for cell in row] for row in rows.cells)


def _field(cell: Cell) -> str | int | float:
    """A cell that no spreadsheet takes for a formula."""
    if cell is None or isinstance(cell, int | float):
        return "" if cell is None else cell
    text = " ".join(cell) if isinstance(cell, tuple) else cell
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) or text.startswith(("\t", "\r")) else text


def _markdown(rows: Rows, out: TextIO, tongue: Tongue) -> None:
    columns = rows.question.columns
    out.write(_line([header(column, tongue) for column in columns]))
    out.write("|" + " --- |" * len(columns) + "\n")
    for row in rows.cells:
        out.write(_line([worded(column, cell, tongue) for column, cell in zip(columns, row, strict=True)]))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |\n"


def _escaped(cell: str) -> str:
    for mark in "\\|<>*_`[]":
        cell = cell.replace(mark, f"\\{mark}")
    return cell


def _table(rows: Rows, out: TextIO, tongue: Tongue) -> None:
    from queries import terminal  # rich only where people read

    terminal.table(rows, out, tongue)


def _records(rows: Rows, out: TextIO, tongue: Tongue) -> None:
    from queries import terminal

    terminal.records(rows, out, tongue)


_WRITERS: Mapping[Layout, Callable[[Rows, TextIO, Tongue], None]] = {
    "table": _table,
    "records": _records,
    "jsonl": _jsonl,
    "csv": _csv,
    "md": _markdown,
}
