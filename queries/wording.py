"""Cells of an answer in words for people: Persian or English, both calendars, names of countries beside their codes."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from graph.actors import actors, label
from graph.letters import BIDI_MARKS, ZWNJ
from graph.lexicon import entries
from graph.plover import event_types
from queries.days import Edge, jalali
from queries.days import day as day_of
from queries.questions import Column, ColumnType
from queries.rows import Cell

type Tongue = Literal["fa", "en"]

ISOLATE, ISOLATE_END = "\u2068", "\u2069"
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
_CLEAN = _CONTROLS | dict.fromkeys(map(ord, BIDI_MARKS))
_ERA = 622  # the Gregorian year that the Jalali calendar begins in
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


class _Word(NamedTuple):
    word: str
    fa: str


def header(column: Column, tongue: Tongue) -> str:
    """The name of a column."""
    return column.fa if tongue == "fa" else column.name


def worded(column: Column, cell: Cell, tongue: Tongue) -> str:
    """One cell, on one line, without characters that steer a terminal; "" for None."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return _list(column, cell, tongue)
    if isinstance(cell, int | float):
        return str(cell) if column.type == "offset" else number(cell, tongue)
    return _TEXTS[column.type](cell, tongue) if column.type in _TEXTS else plain(cell)


def brief(column: Column, cell: Cell, tongue: Tongue) -> str:
    """One cell of a table: the name of a country alone, the calendars one under the other."""
    if column.type == "date" and isinstance(cell, str):
        return "\n".join(_calendars(cell, tongue))
    if column.type == "bucket" and isinstance(cell, str):
        return bucket(cell, tongue).replace(" (", "\n").removesuffix(")")
    if column.type == "code" and isinstance(cell, str):
        return name_of(cell, tongue)
    if column.type == "codes" and isinstance(cell, tuple):
        return _joined([name_of(code, tongue) for code in cell], tongue)
    return worded(column, cell, tongue)


def plain(text: str) -> str:
    """The text on one line, as printed but for control characters: they steer terminals and reorder lines."""
    return " ".join(text.translate(_CLEAN).split()).strip(ZWNJ)


def isolated(text: str) -> str:
    """The text in marks that keep its direction to itself, for lines that mix Persian and Latin."""
    return f"{ISOLATE}{text}{ISOLATE_END}" if text else ""


def name_of(code: str, tongue: Tongue) -> str:
    """What a country or body is called; a code that nobody knows stands for itself."""
    return label(code, tongue) if code in actors() else plain(code)


def country(code: str, tongue: Tongue) -> str:
    """«ایران (IR)»."""
    return f"{label(code, tongue)} ({code})" if code in actors() else plain(code)


def day(iso: str, tongue: Tongue) -> str:
    """Both calendars: «۱۴۰۲/۰۱/۲۳ (2023-04-12)»."""
    first, *second = _calendars(iso, tongue)
    return f"{first} ({second[0]})" if second else first


def _calendars(iso: str, tongue: Tongue) -> list[str]:
    """The day in both calendars, the tongue's own first; Gregorian alone before the Jalali one begins."""
    told = date.fromisoformat(iso)
    if told.year <= _ERA:
        return [iso]
    return [jalali(told), iso] if tongue == "fa" else [iso, jalali(told)]


def bucket(told: str, tongue: Tongue) -> str:
    """A Gregorian year, month or day beside the Jalali ones it falls into: «2023-04 (۱۴۰۲/۰۱–۱۴۰۲/۰۲)»."""
    if len(told) == len("2023-04-12"):
        return day(told, tongue)
    edges: tuple[Edge, Edge] = ("first", "last")
    first, last = (jalali(day_of(told, lambda: None, edge))[: len(told)] for edge in edges)
    return f"{told} ({first}–{last})"


def word(told: str, tongue: Tongue) -> str:
    """A word of the graph: «رایزنی» for CONSULT in Persian, itself in English."""
    return plain(told) if tongue == "en" else _persian_words().get(told, plain(told))


def _list(column: Column, cells: tuple[str, ...], tongue: Tongue) -> str:
    if column.type == "codes":
        return _joined([country(code, tongue) for code in cells], tongue)
    return " ".join(cells)


def _joined(words: list[str], tongue: Tongue) -> str:
    return ("، " if tongue == "fa" else ", ").join(words)


def number(count: float, tongue: Tongue) -> str:
    """A count in the tongue's digits; one with a fraction is told with its sign."""
    told = f"{count:{'+' if count else ''}.1f}" if isinstance(count, float) else str(count)
    return told.replace("-", "−").translate(_PERSIAN) if tongue == "fa" else told


@cache
def _persian_words() -> Mapping[str, str]:
    return {entry.word: entry.fa for _, entry in entries(files("queries") / "words.tsv", _Word)} | _plover_words()


def _plover_words() -> dict[str, str]:
    """PLOVER's types («رایزنی») and modes («سفر»)."""
    from graph.event_labels import event_label  # reads RDF: only where somebody reads Persian

    types = event_types().values()
    modes = {mode: event_label(f"{kind.name}-{mode}").rpartition(": ")[2] for kind in types for mode in kind.modes}
    return modes | {kind.name: event_label(kind.name) for kind in types}


_TEXTS: Mapping[ColumnType, Callable[[str, Tongue], str]] = {
    "code": country,
    "date": day,
    "bucket": bucket,
    "word": word,
    "most": word,
}
