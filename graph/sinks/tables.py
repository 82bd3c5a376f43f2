"""The archive as CSV tables: articles, statements, relations, and the network's nodes and edges as Gephi opens them."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final

from graph.archive import Archive
from graph.errors import RavabetError
from graph.sinks.network import network
from graph.sinks.targets import written

type Row = Mapping[str, object]

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "articles": ("id", "outlet", "title", "url", "source", "published", "published_precision", "text"),
    "statements": (
        *("id", "article", "outlet", "url", "date", "date_precision", "actor", "speaker", "speaker_kind", "names"),
        *("role", "country", "cue", "cue_kind", "quote_type", "text", "about", "addressee", "nested_in", "resolution"),
        *("known_as", "start", "end", "exact", "rule"),
    ),
    "relations": (
        *("id", "article", "outlet", "url", "date", "date_precision", "source", "type", "mode", "target", "quad"),
        *("score", "status", "claimed_by", "place", "start", "end", "exact", "rule"),
    ),
    "nodes": ("Id", "Label", "LabelEn", "Kind"),
    "edges": ("Source", "Target", "Type", "Weight", "Event", "Quad", "Sign", "Score", "First", "Last"),
}
"""The tables and their columns; in `edges`, Type is Gephi's and Event PLOVER's."""

_ARTICLES: Final = """
    SELECT id, outlet, title, url, source, published, published_precision, text FROM articles ORDER BY id
"""
_STATEMENTS: Final = """
    SELECT s.id, s.article, a.outlet, a.url, s.date, s.date_precision, s.actor, s.speaker, s.speaker_kind,
        (SELECT group_concat(value, '، ') FROM json_each(s.names)) AS names,
        s.role, s.country, s.cue, s.cue_kind, s.quote_type, s.text,
        (SELECT group_concat(country, ' ') FROM
            (SELECT country FROM statement_about WHERE statement = s.id ORDER BY n)) AS about,
        s.addressee, s.nested_in, s.resolution, s.known_as, s.start, s."end", s.exact, s.rule
    FROM statements AS s JOIN articles AS a ON a.id = s.article
    ORDER BY s.article, s.n
"""
_RELATIONS: Final = """
    SELECT r.id, r.article, a.outlet, a.url, r.date, r.date_precision, r.source, r.type, r.mode, r.target, r.quad,
        r.score, r.status, r.claimed_by, r.place, r.start, r."end", r.exact, r.rule
    FROM relations AS r JOIN articles AS a ON a.id = r.article
    ORDER BY r.article, r.n
"""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export(archive: Archive, folder: Path, *, excel: bool = False) -> None:
    """Writes the tables of an archive into a folder, made if it is not there; each file appears when it is whole.

    `excel` opens each file with the mark by which Excel knows UTF-8, and puts an apostrophe before a text that Excel
    would run as a formula.

    Raises: RavabetError where a file or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RavabetError(str(folder), f"is no folder: {error.strerror}", "name a folder for the tables") from error
    for name, rows in _tables(archive).items():
        with written(folder / f"{name}.csv") as stream:
            write(COLUMNS[name], rows, stream, excel=excel)


def write(columns: Iterable[str], rows: Iterable[Row], stream: BinaryIO, *, excel: bool = False) -> None:
    """Writes rows as CSV in UTF-8, the first line the names of their columns."""
    text = TextIOWrapper(stream, encoding="utf-8-sig" if excel else "utf-8", newline="", write_through=True)
    # Lines end as RFC 4180 has it; with \n alone, csv leaves a \r in a cell unquoted.
    table = csv.DictWriter(text, tuple(columns), lineterminator="\r\n")
    table.writeheader()
    for row in rows:
        table.writerow({name: _safe(cell) for name, cell in row.items()} if excel else row)
    text.detach()


def _tables(archive: Archive) -> Mapping[str, Iterable[Row]]:
    return {
        "articles": archive.rows(_ARTICLES),
        "statements": archive.rows(_STATEMENTS),
        "relations": archive.rows(_RELATIONS),
        "nodes": _nodes(archive),
        "edges": _edges(archive),
    }


def _nodes(archive: Archive) -> Iterator[Row]:
    for code, told in sorted(network(archive).nodes(data=True)):
        yield {"Id": code, "Label": told["label_fa"], "LabelEn": told["label_en"], "Kind": told["kind"]}


def _edges(archive: Archive) -> Iterator[Row]:
    found = network(archive).edges(keys=True, data=True)
    for source, target, event, told in sorted(found, key=lambda edge: edge[:3]):
        ends = {"Source": source, "Target": target, "Type": "Directed", "Weight": told["weight"]}
        dates = {"First": told.get("first"), "Last": told.get("last")}
        yield ends | {"Event": event, "Quad": told["quad"], "Sign": told["sign"], "Score": told["score"]} | dates


def _safe(cell: object) -> object:
    """The cell as Excel shows it, never runs it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
