"""CSV and TSV: one article a row under a row of names, its text kept exactly as it is given."""

import csv
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources.encoding import decoded_lines
from ingest.sources.options import Options, Origin
from ingest.sources.records import Records
from ingest.sources.unreadable import Unreadable

_SEPARATORS = ",;\t|"


def articles(stream: BinaryIO, origin: Origin, options: Options) -> Iterator[Article | Unreadable]:
    """The articles of a table, a row at a time; bad rows come out as Unreadable."""
    csv.field_size_limit(max(csv.field_size_limit(), options.limit))
    records = Records(origin, options)
    lines = iter(decoded_lines(stream, origin.source))
    first = next(lines, "")
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(chain([first], lines), delimiter=separator, strict=True)
    names: list[str] = []
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
            if names and row:
                yield records.article(_named(names, row, f"{origin.source}:{line}"), line)
            names = names or [name.strip() for name in row]
        except StopIteration:
            return
        except csv.Error as error:
            yield _broken(error, line, origin)
        except SourceError as error:
            yield Unreadable(origin.source, str(line), error.problem, error.cure)


def _named(names: list[str], row: list[str], place: str) -> dict[str, object]:
    if len(row) != len(names):
        problem = f"the row has {len(row)} cells, the first one names {len(names)}"
        raise SourceError(place, problem, "put cells with separators or line ends in them into quotes")
    return {name: cell for name, cell in zip(names, row, strict=True) if cell}


def _broken(error: csv.Error, line: int, origin: Origin) -> Unreadable:
    if "unexpected end" in str(error):
        return Unreadable(
            origin.source, str(line), "the row is cut off: a quote in it is never closed", "close the quote"
        )
    return Unreadable(
        origin.source, str(line), f"the row is not CSV ({error})", "double the quotes inside quoted cells"
    )
