"""The archive loaded into Neo4j: what is new or changed is written, what is gone is swept, what is there is left."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import Neo4jError

from graph.archive import Archive
from graph.errors import RavabetError
from graph.sinks.neo4j.connection import Connection, commit, line, session
from graph.sinks.neo4j.pack import MiscountError, forget, packs, write
from graph.sinks.neo4j.queries import run, schema
from graph.sinks.neo4j.settle import settle
from graph.sinks.neo4j.shape import Shape, mark, shape

type Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many."""

_FORGOTTEN_AT_ONCE = 50
_OF_AN_ARTICLE = (
    "Neo.ClientError.Statement.",
    "Neo.ClientError.Schema.ConstraintValidation",
    "Neo.DatabaseError.Statement.",
)


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that Neo4j does not take, with the reason; what Neo4j had of it before is still there."""

    article: str
    reason: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many articles were loaded, skipped because they had not changed, and swept; how many facts were loaded."""

    loaded: int
    skipped: int
    swept: int
    facts: int
    set_aside: tuple[SetAside, ...]


def load(archive: Archive, connection: Connection, *, progress: Progress | None = None) -> Loaded:
    """Makes Neo4j hold what the archive holds; a load that was cut off goes on where it was.

    Raises: ServerError when the server cannot be used, or is away for longer than the connection's patience.
    """
    with session(connection) as ready:
        _prepare(ready)
        marks = {row["id"]: row["mark"] for row in ready.execute_read(run, "marks")}
        tally = _Tally(archive.status().articles, progress)
        for pack in packs(_changed(archive, marks, tally)):
            _write(ready, pack, tally)
        for gone in batched(sorted(marks), _FORGOTTEN_AT_ONCE):
            commit(ready, forget, gone)
        settle(ready)
    return Loaded(tally.loaded, tally.skipped, len(marks), tally.facts, tuple(tally.set_aside))


@dataclass(slots=True)
class _Tally:
    """What has been done so far."""

    total: int
    progress: Progress | None
    loaded: int = 0
    skipped: int = 0
    facts: int = 0
    set_aside: list[SetAside] = field(default_factory=list)

    def count(self, *, loaded: Sequence[Shape] = (), skipped: int = 0, aside: Sequence[SetAside] = ()) -> None:
        self.loaded += len(loaded)
        self.facts += sum(len(shape.facts) for shape in loaded)
        self.skipped += skipped
        self.set_aside.extend(aside)
        if self.progress:
            self.progress(self.loaded + self.skipped + len(self.set_aside), self.total)


def _prepare(ready: Session) -> None:
    for command in schema():
        commit(ready, ManagedTransaction.run, command)
    ready.run("CALL db.awaitIndexes(300)").consume()


def _changed(archive: Archive, marks: dict[str, str], tally: _Tally) -> Iterator[Shape]:
    """The articles that Neo4j does not have as they are; takes out of the marks those that the archive has."""
    for article, facts in archive.all_facts():
        if marks.pop(article.id, None) == mark(article, facts):
            tally.count(skipped=1)
            continue
        try:
            yield shape(article, facts)
        except RavabetError as error:
            tally.count(aside=[SetAside(article.id, str(error))])


def _write(ready: Session, pack: Sequence[Shape], tally: _Tally) -> None:
    """Writes a pack; one that fails is cut in two, until the article that it fails for stands alone."""
    try:
        commit(ready, write, pack)
    except (Neo4jError, MiscountError) as error:
        if not _is_of_an_article(error):
            raise
        if len(pack) == 1:
            tally.count(aside=[SetAside(pack[0].article, line(error))])
        else:
            middle = len(pack) // 2
            _write(ready, pack[:middle], tally)
            _write(ready, pack[middle:], tally)
    else:
        tally.count(loaded=pack)


def _is_of_an_article(error: Neo4jError | MiscountError) -> bool:
    return isinstance(error, MiscountError) or (error.code or "").startswith(_OF_AN_ARTICLE)
