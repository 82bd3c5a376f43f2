"""Sources into the archive: what is known already is passed over, what cannot be read is kept with its reason."""

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.archive import Archive, Failure
from graph.archive.admission import check
from graph.errors import ArchiveError, KnowledgeError, SourceError
from graph.facts import Article, Facts
from ingest import pipeline
from ingest.sources import STDIN, Options, Origin, Unreadable, articles, contents
from ingest.sources.kinds import by_start

type Incoming = Article | Unreadable | SourceError
"""What comes out of sources; an error is a source that is none."""

type Refuse = Callable[[Unreadable | SourceError], None]
"""Told what could not be read."""

_REPORT = "run it again with `ravabet --debug …` and report what it says with the article"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles came in as what."""

    added: int
    changed: int
    unchanged: int
    failed: int


def incoming(sources: Iterable[str], options: Options) -> Iterator[Incoming]:
    """All that the sources hold, one after another."""
    for source in sources:
        try:
            yield from articles(source, options)
        except SourceError as error:
            yield error


def again(failures: Iterable[Failure], options: Options) -> Iterator[Incoming]:
    """What the sources of failures hold now; of standard input, what was kept of it."""
    found = list(failures)
    yield from incoming(dict.fromkeys(failure.source for failure in found if failure.source != STDIN), options)
    for failure in found:
        if failure.source == STDIN:
            yield from _kept(failure, options)


def _kept(failure: Failure, options: Options) -> Iterator[Article | Unreadable]:
    raw = failure.raw or b""
    origin = Origin(failure.source, f"stdin#{failure.item}", lasting=False)
    for one in contents.articles(by_start(raw), io.BytesIO(raw), origin, options):
        yield replace(one, item=failure.item) if isinstance(one, Unreadable) else one


def readings(found: Iterable[Incoming], refuse: Refuse, *, strict: bool = False) -> Iterator[tuple[Article, Facts]]:
    """The articles with their facts; `strict` stops at the first that trips us up."""
    for one in found:
        read = _facts(one, strict=strict) if isinstance(one, Article) else one
        if isinstance(one, Article) and isinstance(read, Facts):
            yield one, read
        elif not isinstance(read, Facts):
            refuse(read)


def take_in(archive: Archive, found: Iterable[Incoming], refuse: Refuse, *, strict: bool = False) -> Tally:
    """Puts articles into the archive, one at a time, as one run; `strict` stops at the first that trips us up.

    Failures of before that do not come back when their source is read again are forgotten. Of a source that is none
    nothing is kept.
    """
    run = archive.begin_run(pipeline.EXTRACTOR)
    taken = _Intake(archive, refuse, strict)
    for one in found:
        taken.take(one)
    taken.strike_off()
    counted = {outcome: taken.outcomes[outcome] for outcome in ("added", "changed", "unchanged", "failed")}
    archive.end_run(run, **counted)
    return Tally(**counted)


class _Intake:
    """What has come in so far: `met` are the sources that gave something, `failed` what could not be read of them."""

    def __init__(self, archive: Archive, refuse: Refuse, strict: bool) -> None:
        self.archive, self.refuse, self.strict = archive, refuse, strict
        self.before = {(failure.source, failure.item) for failure in archive.failures()}
        self.met: set[str] = set()
        self.failed: set[tuple[str, str]] = set()
        self.outcomes: Counter[str] = Counter()

    def take(self, one: Incoming) -> None:
        if isinstance(one, SourceError):
            self._refuse(one)
            return
        self.met.add(one.source or "")
        if isinstance(one, Unreadable):
            line = one.item.isdecimal()  # an article may be called 12 too
            self._keep(one, item=f"line {one.item}" if line else one.item)
        elif self.archive.is_current(one, pipeline.EXTRACTOR):
            self.outcomes["unchanged"] += 1
        else:
            self._put(one)

    def strike_off(self) -> None:
        for source, item in sorted(self.before - self.failed):
            if source in self.met:
                self.archive.resolve_failure(source, item)

    def _put(self, article: Article) -> None:
        holder = _holder(self.archive, article)
        read = _taken(article, holder) if holder else _facts(article, strict=self.strict)
        if isinstance(read, Facts):
            self.outcomes[self.archive.put(article, read, extractor=pipeline.EXTRACTOR)] += 1
        else:
            self._keep(read, item=read.item)

    def _keep(self, unread: Unreadable, *, item: str) -> None:
        self.failed.add((unread.source, item))
        self.archive.fail(unread.source, item, unread.problem, unread.cure, unread.raw)
        self._refuse(unread)

    def _refuse(self, unread: Unreadable | SourceError) -> None:
        self.outcomes["failed"] += 1
        self.refuse(unread)


def _facts(article: Article, *, strict: bool) -> Facts | Unreadable:
    """The facts of an article that can be shown in it; one that trips us up stops nobody else, unless `strict`."""
    source = article.source or article.id
    try:
        facts = pipeline.extract(article)
        check(article, facts)
        return facts
    except KnowledgeError:
        raise  # no article could be read
    except ArchiveError as error:
        return Unreadable(source, article.id, error.problem, error.cure)
    except Exception as error:
        if strict:
            raise
        return Unreadable(source, article.id, f"reading it failed ({error!r})", _REPORT)


def _holder(archive: Archive, article: Article) -> str | None:
    """Another source, still there, that an article of this id came from; an address is the same everywhere."""
    if "://" in article.id:
        return None
    question = "SELECT source FROM articles WHERE id = :id AND source <> :source"
    found = [str(row["source"]) for row in archive.rows(question, {"id": article.id, "source": article.source})]
    return next((source for source in found if Path(source).exists()), None)


def _taken(article: Article, holder: str) -> Unreadable:
    problem = f"another article called «{article.id}» was read from {holder}"
    cure = "give this one an id of its own, or `ravabet forget` the other and read again"
    return Unreadable(article.source or article.id, article.id, problem, cure)
