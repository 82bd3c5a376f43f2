"""Figures laid out for people, a table a breakdown."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from queries.scoring.breakdowns import WHOLE, Line
from queries.scoring.figures import Tally
from queries.scoring.vocabulary import count, group, said, share
from queries.wording import Tongue

_WHOLE = ("figure", "precision", "recall", "f1_share", "gold", "predicted")
_TALLY = ("gold_brief", "predicted_brief", "precision_brief", "recall_brief", "f1")

_EXACT = 4  # places of the guide's own figures


class Table(NamedTuple):
    """A heading, the heads of the columns, and rows of as many cells; the first cell of a row names it."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(lines: Iterable[Line], tongue: Tongue) -> Iterator[Table]:
    """The whole, a row a figure; then the breakdowns, a row a group."""
    for by, told in groupby(lines, key=lambda line: line.by):
        one = list(told)
        yield _whole(one, tongue) if by == WHOLE else _breakdown(by, one, tongue)


def _whole(lines: Iterable[Line], tongue: Tongue) -> Table:
    heads = tuple(said(head, tongue) for head in _WHOLE)
    return Table(said(WHOLE, tongue), heads, tuple((said(line.measure, tongue), *_row(line, tongue)) for line in lines))


def _row(line: Line, tongue: Tongue) -> tuple[str, ...]:
    if isinstance(line.figure, Tally):
        gold, predicted, *shares = _numbers(line.figure, tongue, places=_EXACT)
        return (*shares, gold, predicted)
    return ("", "", share(line.figure.share, tongue, _EXACT), count(line.figure.of, tongue), "")


def _breakdown(by: str, lines: Iterable[Line], tongue: Tongue) -> Table:
    """Of a group's first figure all numbers, of its others the one that sums them up."""
    groups = [(value, list(told)) for value, told in groupby(lines, key=lambda line: line.value)]
    first, *others = groups[0][1]
    whole = _TALLY if isinstance(first.figure, Tally) else ("told_of", first.measure)
    heads = (*whole, *(f"{line.measure}_brief" for line in others))
    rows = tuple((group(by, value, tongue), *_cells(told, tongue)) for value, told in groups)
    return Table(said(by, tongue), ("", *(said(head, tongue) for head in heads)), rows)


def _cells(lines: list[Line], tongue: Tongue) -> Iterator[str]:
    first, *others = (line.figure for line in lines)
    if isinstance(first, Tally):
        yield from _numbers(first, tongue)
    else:
        yield from (count(first.of, tongue), share(first.share, tongue))
    for figure in others:
        yield share(_f1(figure) if isinstance(figure, Tally) else figure.share, tongue)


def _numbers(tally: Tally, tongue: Tongue, places: int = 2) -> tuple[str, ...]:
    """Counts and shares; a share of nothing is blank."""
    gold, predicted = tally.gold, tally.predicted
    shares = (tally.precision if predicted else None, tally.recall if gold else None, _f1(tally))
    return (count(gold, tongue), count(predicted, tongue), *(share(number, tongue, places) for number in shares))


def _f1(tally: Tally) -> float | None:
    return tally.f1 if tally.gold or tally.predicted else None
