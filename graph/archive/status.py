"""What an archive holds, counted."""

import sqlite3
from dataclasses import dataclass
from typing import Any, NamedTuple


class Run(NamedTuple):
    """One reading of sources; times are UTC, ISO; `ended` is None where it was cut off or still goes on."""

    id: int
    started: str
    ended: str | None
    extractor: str
    added: int
    changed: int
    unchanged: int
    failed: int


@dataclass(frozen=True, slots=True)
class ArchiveStatus:
    """`outlets` are told with the number of their articles, most first, None where unknown.

    `first` and `last` are publication dates, ISO; `size` counts bytes.
    """

    articles: int
    statements: int
    relations: int
    actors: int
    outlets: tuple[tuple[str | None, int], ...]
    first: str | None
    last: str | None
    undated: int
    failures: int
    withdrawn: int
    runs: int
    last_run: Run | None
    size: int


def counted(connection: sqlite3.Connection) -> ArchiveStatus:
    """The status of the archive behind a connection."""

    def one(question: str) -> Any:
        return connection.execute(question).fetchone()[0]

    outlets = connection.execute("SELECT outlet, count(*) AS n FROM articles GROUP BY outlet ORDER BY n DESC, outlet")
    run = connection.execute(f"SELECT {', '.join(Run._fields)} FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    return ArchiveStatus(
        articles=one("SELECT count(*) FROM articles"),
        statements=one("SELECT count(*) FROM statements"),
        relations=one("SELECT count(*) FROM relations"),
        actors=one("SELECT count(*) FROM actors"),
        outlets=tuple((outlet, n) for outlet, n in outlets),
        first=one("SELECT min(published) FROM articles"),
        last=one("SELECT max(published) FROM articles"),
        undated=one("SELECT count(*) FROM articles WHERE published IS NULL"),
        failures=one("SELECT count(*) FROM failures"),
        withdrawn=one("SELECT count(*) FROM withdrawn"),
        runs=one("SELECT count(*) FROM runs"),
        last_run=run and Run._make(run),
        size=one("PRAGMA page_count") * one("PRAGMA page_size"),
    )
