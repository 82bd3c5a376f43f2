"""Rows as the catalogue promises them, whichever engine answered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.errors import QuestionError
from queries.context import in_context
from queries.questions import Column, Question

type Cell = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a question: cells in the order of its columns."""

    question: Question
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.question.columns)

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """Each row as a dict by column name."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.cells)


def rows(question: Question, answered: Iterable[Mapping[str, object]]) -> Rows:
    """The rows of a query in the catalogue's columns and types.

    Raises: QuestionError where the query lacks a column of the question.
    """
    return Rows(question, tuple(_row(question, row) for row in answered))


def _row(question: Question, row: Mapping[str, object]) -> tuple[Cell, ...]:
    try:
        made = _in_context(row) if any(column.made_from for column in question.columns) else {}
        return tuple(_cell(column, made.get(column.name, row.get(column.name))) for column in question.columns)
    except (KeyError, TypeError, ValueError) as error:
        raise QuestionError(question.name, f"its query gives a row that is none: {error!r}") from error


def _in_context(row: Mapping[str, object]) -> dict[str, str]:
    places = in_context(str(row["text"]), _integer(row["start"]), _integer(row["end"]))
    return dict(zip(("sentence", "before", "after"), places, strict=True))


def _cell(column: Column, told: object) -> Cell:
    match column.type:
        case "codes" | "facts":
            return tuple(sorted(set(_words(told))))
        case "most":
            return _most(_words(told))
        case _ if told is None or told == "":
            return None
        case "integer" | "offset":
            return _integer(told)
        case "score":
            return round(float(str(told)), 1) + 0.0  # no minus zero
        case _:
            return str(told)


def _integer(told: object) -> int:
    return told if isinstance(told, int) else int(str(told))


def _words(told: object) -> list[str]:
    if told is None:
        return []
    return told.split() if isinstance(told, str) else [str(word) for word in told]  # type: ignore[attr-defined]


def _most(words: list[str]) -> str | None:
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word), default=None)
