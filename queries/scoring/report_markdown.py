"""The error report as Markdown, to be read as it stands or laid out."""

from collections.abc import Iterable, Iterator

from queries.scoring.excerpts import Mark, Piece
from queries.scoring.report import Item, Report, Section
from queries.scoring.tables import Table
from queries.scoring.vocabulary import said

_BRACKETS: dict[Mark, tuple[str, str]] = {"gold": ("⟦", "⟧"), "predicted": ("⟨", "⟩")}


def markdown(report: Report) -> str:
    """The report; what Markdown would take for its own in a text is escaped."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {_escaped(report.title)}\n\n{report.size}\n\n{_legend(report)}\n"
    whole, *parts = report.tables
    yield from _table(whole)
    yield f"## {said('errors', report.tongue)}\n"
    yield from (f"- [{section.heading}](#{section.kind}): {section.number}" for section in report.sections)
    if parts:
        yield f"\n## {said('breakdowns', report.tongue)}\n"
        for part in parts:
            yield from _table(part)
    for section in report.sections:
        yield from _section(section)


def _legend(report: Report) -> str:
    return said("legend", report.tongue).replace("[[", "⟦").replace("]]", "⟧").replace("{{", "⟨").replace("}}", "⟩")


def _table(table: Table) -> Iterator[str]:
    yield f"\n### {table.heading}\n"
    yield _cells(table.heads)
    yield "|" + " --- |" * len(table.heads)
    yield from map(_cells, table.rows)
    yield ""


def _cells(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_escaped, cells)) + " |"


def _section(section: Section) -> Iterator[str]:
    yield f'\n## <a id="{section.kind}"></a>{section.heading} ({section.number})\n\n{section.told}'
    for paper in section.papers:
        yield f"\n### {_escaped(paper.heading)} ({_escaped(paper.id)})\n"
        for item in paper.items:
            yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    note = f" ({item.note})" if item.note else ""
    yield f"- {_marked(item.pieces)}{note}"
    for side in item.sides:
        rule = f" · {_escaped(side.code)}" if side.code else ""
        yield f"  - {side.head}: {_escaped(' · '.join(side.parts))}{rule}"


def _marked(pieces: Iterable[Piece]) -> str:
    """The text with brackets where marks begin and end; they may cross."""
    told: list[str] = []
    before: frozenset[Mark] = frozenset()
    for text, marks in (*pieces, Piece("", frozenset())):
        told += [closes for mark, (_, closes) in _BRACKETS.items() if mark in before - marks]
        told += [opens for mark, (opens, _) in _BRACKETS.items() if mark in marks - before]
        told.append(text)
        before = marks
    return _escaped(" ".join("".join(told).split()))


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|~!&" else letter for letter in text)
