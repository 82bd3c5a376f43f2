"""Answers for people at a terminal: a table, or records down the page; colour only where it is wanted."""

from collections.abc import Mapping
from typing import Literal, TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from queries.questions import ColumnType
from queries.rows import Rows
from queries.wording import Tongue, brief, header, isolated, worded

_PAPER = 100  # columns where the stream is no terminal
_UNBROKEN = 14  # a word up to so long is not broken over lines
_PROSE = 24  # the least width for running text
_GAP = 2  # between two columns of a table

_SIDES: Mapping[ColumnType, Literal["left", "right"]] = {"integer": "right", "score": "right"}


def console(out: TextIO) -> Console:
    """A console that prints text as it is; rich itself heeds NO_COLOR, COLUMNS and what the terminal can do."""
    to = Console(file=out, markup=False, highlight=False, emoji=False)
    return to if to.is_terminal else Console(file=out, markup=False, highlight=False, emoji=False, width=_PAPER)


def table(rows: Rows, out: TextIO, tongue: Tongue) -> None:
    """A line a row, without the columns that stand aside or have no value; records where that is too wide."""
    if not rows.cells:
        return
    to = console(out)
    shown = [n for n, column in enumerate(rows.question.columns) if not column.aside and _has_values(rows, n)]
    columns = [rows.question.columns[n] for n in shown]
    lines = [[brief(column, row[n], tongue) for n, column in zip(shown, columns, strict=True)] for row in rows.cells]
    heads = [header(column, tongue) for column in columns]
    cells = [[head, *down] for head, *down in zip(heads, *lines, strict=True)]
    floors = [_PROSE if column.type == "prose" else 1 for column in columns]
    widths = _widths(to.width - _GAP * len(columns), cells, floors)
    if widths is None:
        records(rows, out, tongue)
        return
    drawn = Table(box=SIMPLE_HEAD, padding=(0, _GAP - 1, 0, 0), show_edge=False, show_lines=True)
    for column, head, width in zip(columns, heads, widths, strict=True):
        drawn.add_column(Text(head), justify=_SIDES.get(column.type, "left"), width=width, overflow="fold")
    for line in lines:
        drawn.add_row(*(Text("\n".join(isolated(part) for part in cell.split("\n"))) for cell in line))
    to.print(drawn)


def _widths(room: int, columns: list[list[str]], floors: list[int]) -> list[int] | None:
    """Widths that break no word that need not be, the short columns in full first; None where there is no room."""
    least = [
        max(floor, min(_UNBROKEN, max(map(cell_len, " ".join(cells).split()), default=1)))
        for floor, cells in zip(floors, columns, strict=True)
    ]
    wanted = [max(cell_len(part) for cell in cells for part in cell.split("\n")) for cells in columns]
    left = room - sum(least)
    for n in sorted(range(len(columns)), key=lambda n: wanted[n]):
        more = min(max(wanted[n] - least[n], 0), max(left, 0))
        least[n] += more
        left -= more
    return least if left >= 0 else None


def records(rows: Rows, out: TextIO, tongue: Tongue) -> None:
    """One line a value, with its column's name; what has no value is left out."""
    to = console(out)
    for n, row in enumerate(rows.cells, 1):
        to.print(Rule(Text(f"{n} / {len(rows)}"), style="dim"))
        for column, cell in zip(rows.question.columns, row, strict=True):
            if told := worded(column, cell, tongue):
                to.print(Text.assemble((header(column, tongue), "bold"), ": ", isolated(told)), soft_wrap=True)


def _has_values(rows: Rows, n: int) -> bool:
    return any(row[n] not in (None, ()) for row in rows.cells)
