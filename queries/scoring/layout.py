"""Figures written out: JSON Lines for programs, tables at a terminal."""

import json
from collections.abc import Iterable
from typing import TextIO

from queries.scoring.breakdowns import Line
from queries.scoring.figures import Tally
from queries.scoring.tables import Table, tables
from queries.scoring.vocabulary import count
from queries.wording import Tongue, isolated

_NAME = 10  # columns that the name of a group has at least
_MANY = 15
"""So many groups of a breakdown are shown where nobody asked for it by name."""


def jsonl(lines: Iterable[Line], out: TextIO) -> None:
    """A line a figure, its shares of 1 to four places."""
    for line in lines:
        out.write(json.dumps(_told(line), ensure_ascii=False) + "\n")


def terminal(lines: Iterable[Line], out: TextIO, tongue: Tongue, *, whole: bool) -> None:
    """A table a breakdown; unless `whole`, of one of many groups the large ones."""
    for table in tables(lines, tongue):
        _draw(table if whole else _cut(table, tongue), out)


def _told(line: Line) -> dict[str, object]:
    figure = line.figure
    told: dict[str, object] = {"by": line.by, "value": line.value or None, "measure": line.measure}
    if isinstance(figure, Tally):
        shares = {"precision": figure.precision, "recall": figure.recall, "f1": figure.f1}
        return told | shares | {"gold": figure.gold, "predicted": figure.predicted}
    return told | {"share": figure.share, "right": figure.right, "of": figure.of}


def _cut(table: Table, tongue: Tongue) -> Table:
    if len(table.rows) <= _MANY:
        return table
    rest = f"… +{count(len(table.rows) - _MANY, tongue)}"
    return table._replace(rows=(*table.rows[:_MANY], (rest, *[""] * (len(table.heads) - 1))))


def _draw(table: Table, out: TextIO) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Drawn
    from rich.text import Text

    from queries.terminal import console

    drawn = Drawn(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    for n, head in enumerate(table.heads):
        if n:
            drawn.add_column(Text(head), justify="right", no_wrap=True)
        else:
            drawn.add_column(Text(head), min_width=_NAME, overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(isolated(cell)) for cell in row))
    to = console(out)
    to.print(Text(table.heading, "bold"))
    to.print(drawn)
    to.print()
