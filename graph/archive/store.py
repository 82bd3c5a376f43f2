"""The archive: articles with their facts in one file, whole or not at all."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, Self

from graph.archive import actors, rows, status
from graph.archive.admission import check
from graph.archive.file import complaints, connect, opened
from graph.archive.searching import printable
from graph.archive.status import ArchiveStatus
from graph.errors import ArchiveError
from graph.facts import Actor, Article, Facts
from graph.near import near

type Outcome = Literal["added", "changed", "unchanged"]
type Parameters = Mapping[str, object] | Sequence[object]


class Failure(NamedTuple):
    """What could not be read, as it was told; `tries` counts how often."""

    source: str
    item: str
    problem: str
    cure: str
    raw: bytes | None
    tries: int


class Archive:
    """An open archive. One process writes at a time, and any number read meanwhile.

    What streams (`articles`, `all_facts`, `actors`, `withdrawn`, `failures`, `rows`) shows the archive as it was when
    its first item was taken, whatever is written meanwhile, and holds one item at a time.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = False, readonly: bool = False) -> Self:
        """The archive at a path; with `create`, made if nothing is there.

        Raises: ArchiveError when there is none, when it is something else, damaged, or newer than this Ravabet.
        """
        return cls(path, opened(path, create=create, readonly=readonly))

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing

    def put(self, article: Article, facts: Facts, *, extractor: str) -> Outcome:
        """Stores an article with its facts in place of what was known of it, and takes it for read.

        The same text and metadata read by the same extractor write nothing.
        Raises: ArchiveError when one of the facts cannot be shown in the article; then nothing has changed.
        """
        check(article, facts)
        with self._writing() as write:
            before = self._version(article.id)
            if before != (article.content_hash, extractor):
                self._replace(write, article, facts, extractor)
            self._take_for_read(write, article)
        if before is None:
            return "added"
        return "unchanged" if before == (article.content_hash, extractor) else "changed"

    def is_current(self, article: Article, extractor: str) -> bool:
        """Whether the archive holds this very article with the facts of this extractor."""
        with complaints(self.path):
            return self._version(article.id) == (article.content_hash, extractor)

    def forget(self, article: str) -> bool:
        """Takes an article out with its facts, and out of the sinks at their next load; True when it was there.

        Raises: ArchiveError naming near ids when the archive never had it.
        """
        with self._writing() as write:
            if self._version(article) is None:
                if write.execute("SELECT 1 FROM withdrawn WHERE article = ?", (article,)).fetchone():
                    return False
                raise self._unknown(article)
            self._remove(write, article)
            write.execute("INSERT INTO withdrawn (article) VALUES (?) ON CONFLICT DO NOTHING", (article,))
        return True

    def fail(self, source: str, item: str, problem: str, cure: str, raw: bytes | str | None = None) -> None:
        """Keeps what could not be read, with its reason, until an article of that name is put or it is resolved."""
        kept = raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw
        told = [printable(text) for text in (source, item, problem, cure)]
        with self._writing() as write:
            write.execute(
                "INSERT INTO failures (source, item, problem, cure, raw) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (source, item) DO UPDATE SET problem = excluded.problem, cure = excluded.cure, "
                "raw = coalesce(excluded.raw, raw), tries = tries + 1",
                (*told, kept),
            )

    def resolve_failure(self, source: str, item: str = "") -> bool:
        """Strikes a failure off; True when it was there."""
        with self._writing() as write:
            done = write.execute(
                "DELETE FROM failures WHERE source = ? AND item = ?", (printable(source), printable(item))
            )
        return done.rowcount > 0

    def begin_run(self, extractor: str) -> int:
        """The number of a run that begins now."""
        with self._writing() as write:
            begun = write.execute(
                "INSERT INTO runs (started, extractor) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)", (extractor,)
            )
        return int(begun.lastrowid or 0)

    def end_run(self, run: int, *, added: int = 0, changed: int = 0, unchanged: int = 0, failed: int = 0) -> None:
        """Closes a run with how many articles it added, changed, found unchanged and could not read."""
        with self._writing() as write:
            write.execute(
                "UPDATE runs SET ended = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), "
                "added = ?, changed = ?, unchanged = ?, failed = ? WHERE id = ?",
                (added, changed, unchanged, failed, run),
            )

    # Reading

    def article(self, article: str) -> Article:
        """The article of an id. Raises: ArchiveError naming near ids when there is none."""
        with complaints(self.path):
            row = self._connection.execute("SELECT * FROM articles WHERE id = ?", (article,)).fetchone()
        if row is None:
            raise self._unknown(article)
        return rows.article_of(row)

    def facts(self, article: str) -> Facts:
        """The facts of an article, as they were put. Raises: ArchiveError naming near ids when there is none."""
        with complaints(self.path):
            if self._version(article) is None:
                raise self._unknown(article)
            return rows.facts_of(self._connection, article)

    def articles(self) -> Iterator[Article]:
        """All articles, in order of their ids."""
        with self._reading() as read:
            yield from map(rows.article_of, read.execute("SELECT * FROM articles ORDER BY id"))

    def all_facts(self) -> Iterator[tuple[Article, Facts]]:
        """All articles with their facts, in order of their ids."""
        with self._reading() as read:
            for row in read.execute("SELECT * FROM articles ORDER BY id"):
                yield rows.article_of(row), rows.facts_of(read, row["id"])

    def actors(self) -> Iterator[Actor]:
        """All actors that statements name, in order of their ids, each under the spelling most often printed."""
        with self._reading() as read:
            yield from map(rows.actor_of, read.execute("SELECT * FROM actors ORDER BY id"))

    def withdrawn(self) -> Iterator[str]:
        """The ids of the articles that were taken out and have not come back."""
        with self._reading() as read:
            yield from (row["article"] for row in read.execute("SELECT article FROM withdrawn ORDER BY article"))

    def failures(self) -> Iterator[Failure]:
        """What could not be read, in order of source and item."""
        columns = ", ".join(Failure._fields)
        with self._reading() as read:
            yield from map(Failure._make, read.execute(f"SELECT {columns} FROM failures ORDER BY source, item"))

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[dict[str, object]]:
        """The rows that answer a question in SQL; it cannot change anything."""
        with self._reading() as read:
            yield from map(dict, read.execute(sql, parameters))

    def status(self) -> ArchiveStatus:
        """What the archive holds, counted."""
        with self._reading() as read:
            return status.counted(read)

    # Inside

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all that the block writes is there after it, or nothing."""
        with complaints(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """A view of its own, as the archive is now, that sees nothing of what is written later."""
        with complaints(self.path), closing(connect(self.path, "ro")) as connection:
            connection.execute("BEGIN")
            yield connection

    def _version(self, article: str) -> tuple[str, str] | None:
        row = self._connection.execute(
            "SELECT content_hash, extractor FROM articles WHERE id = ?", (article,)
        ).fetchone()
        return row and tuple(row)

    def _replace(self, write: sqlite3.Connection, article: Article, facts: Facts, extractor: str) -> None:
        gone = actors.forms_in(write, article.id)
        rows.take_out(write, article.id)
        actors.settle(write, gone, facts.statements)
        rows.put_in(write, article, facts, extractor)

    def _remove(self, write: sqlite3.Connection, article: str) -> None:
        gone = actors.forms_in(write, article)
        rows.take_out(write, article)
        actors.settle(write, gone, ())

    def _take_for_read(self, write: sqlite3.Connection, article: Article) -> None:
        write.execute("DELETE FROM withdrawn WHERE article = ?", (article.id,))
        write.execute("DELETE FROM failures WHERE source = ? AND item IN ('', ?)", (article.source, article.id))

    def _unknown(self, article: str) -> ArchiveError:
        candidates = near(self._connection, article)
        cure = "near it: " + "، ".join(candidates) if candidates else "`ravabet status` shows what the archive holds"
        return ArchiveError(printable(article), "no article of this id is in the archive", cure)
