"""The error report as one HTML page that needs nothing else: no script, no font, no network."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from queries.scoring.excerpts import Mark, Piece
from queries.scoring.report import Item, Paper, Report, Section, Side
from queries.scoring.tables import Table
from queries.scoring.vocabulary import said

_ORDER: tuple[Mark, ...] = ("gold", "predicted", "cue", "speaker")
_WORDS: frozenset[Mark] = frozenset({"gold", "predicted"})


def html(report: Report) -> str:
    """The page; every text in it is escaped, every name keeps its direction to itself."""
    return "\n".join(_page(report)) + "\n"


def _page(report: Report) -> Iterator[str]:
    tongue, direction = report.tongue, "rtl" if report.tongue == "fa" else "ltr"
    yield f'<!DOCTYPE html>\n<html lang="{tongue}" dir="{direction}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"{_tag('title', report.title)}\n<style>\n{_style()}</style>\n</head>\n<body>"
    yield f"<header>\n<h1>{_bdi(report.title)}</h1>\n{_tag('p', report.size)}\n<p>{_legend(report)}</p>\n</header>"
    whole, *parts = report.tables
    yield _table(whole)
    yield f"<nav>\n<h2>{escape(said('errors', tongue))}</h2>\n<ul>"
    yield from (_link(section) for section in report.sections)
    yield "</ul>\n</nav>"
    if parts:
        yield f"<details>\n{_tag('summary', said('breakdowns', tongue))}"
        yield from map(_table, parts)
        yield "</details>"
    yield "<main>"
    for section in report.sections:
        yield from _section(section)
    yield "</main>\n</body>\n</html>"


def _style() -> str:
    return files("queries.scoring").joinpath("report.css").read_text(encoding="utf-8")


def _legend(report: Report) -> str:
    told = escape(said("legend", report.tongue))
    for mark, (opens, closes) in {"gold": ("[[", "]]"), "predicted": ("{{", "}}")}.items():
        told = told.replace(opens, f'<mark class="{mark}">').replace(closes, "</mark>")
    return told


def _link(section: Section) -> str:
    return f'<li><a href="#{section.kind}">{escape(section.heading)}<b>{section.number}</b></a></li>'


def _table(table: Table) -> str:
    head = "".join(_tag("th", cell, ' scope="col"') for cell in table.heads)
    rows = "\n".join(f"<tr>{_row(row)}</tr>" for row in table.rows)
    caption = _tag("caption", table.heading)
    body = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
    return f'<div class="wide"><table>\n{caption}\n{body}\n</table></div>'


def _row(cells: tuple[str, ...]) -> str:
    first, *rest = cells
    return f'<th scope="row">{_bdi(first)}</th>' + "".join(_tag("td", cell) for cell in rest)


def _section(section: Section) -> Iterator[str]:
    yield f'<section id="{section.kind}">\n<h2>{escape(section.heading)} <small>{section.number}</small></h2>'
    yield _tag("p", section.told, ' class="faint"')
    for paper in section.papers:
        yield from _paper(paper)
    yield "</section>"


def _paper(paper: Paper) -> Iterator[str]:
    yield f"<article>\n<h3>{_bdi(paper.heading)} <code>{escape(paper.id)}</code></h3>"
    yield from map(_item, paper.items)
    yield "</article>"


def _item(item: Item) -> str:
    text = f'<p lang="fa" dir="auto">{_marked(item.pieces)}</p>' if item.pieces else ""
    sides = "".join(f"<li>{_side(side)}</li>" for side in item.sides)
    note = _tag("p", item.note, ' class="note"') if item.note else ""
    return f'<div class="item">{text}<ul>{sides}</ul>{note}</div>'


def _marked(pieces: Iterable[Piece]) -> str:
    return "".join(
        _tag("mark" if piece.marks & _WORDS else "span", piece.text, f' class="{_classes(piece)}"')
        if piece.marks
        else escape(piece.text)
        for piece in pieces
    )


def _classes(piece: Piece) -> str:
    return " ".join(mark for mark in _ORDER if mark in piece.marks)


def _side(side: Side) -> str:
    rule = f" · {_tag('code', side.code)}" if side.code else ""
    return f'<span class="side">{escape(side.head)}</span> ' + " · ".join(map(_bdi, side.parts)) + rule


def _bdi(text: str) -> str:
    return _tag("bdi", text)


def _tag(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text)}</{name}>"
