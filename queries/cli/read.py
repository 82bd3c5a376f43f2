"""`read` and `retry`: sources into the archive."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from graph.errors import SourceError
from queries.cli import intake, options
from queries.cli.intake import Given
from queries.cli.outcome import OURS
from queries.cli.progress import counted

if TYPE_CHECKING:
    from graph.archive import Archive, Failure
    from graph.facts import Article
    from ingest.sources.options import Options
    from ingest.sources.unreadable import Unreadable


@click.command()
@intake.sources
@options.archive
@click.pass_context
def read(context: click.Context, source: tuple[str, ...], archive: Path, **given: Unpack[Given]) -> None:
    """Reads sources into the archive: text files, folders, saved pages, JSON Lines and CSV corpora, feeds, URLs, or -
    for standard input.

    Reading again changes nothing; a changed article replaces its facts. What cannot be read is kept with its reason
    (`ravabet status`), never stops the rest, and makes the exit code 1.

    \b
    ravabet read news/ corpus.jsonl --archive 1402.db
    ravabet read corpus.csv --field text=body --field date=published
    ravabet read اخبار/ --outlet ایسنا
    """
    from graph.archive import Archive

    with Archive.open(archive, create=True) as opened:
        failed = _take_in(opened, intake.incoming(source, intake.options(given)), context)
    if failed:
        context.exit(OURS)


@click.command()
@intake.how
@options.archive
@click.pass_context
def retry(context: click.Context, archive: Path, **given: Unpack[Given]) -> None:
    """Tries again what could not be read.

    \b
    ravabet retry
    ravabet retry --field text=body
    """
    from graph.archive import Archive

    with Archive.open(archive) as opened:
        again = list(opened.failures())
        if not again:
            click.echo("Nothing to try again: everything could be read.", err=True)
            return
        failed = _take_in(opened, _again(again, intake.options(given)), context)
    if failed:
        context.exit(OURS)


def _again(failures: "Iterable[Failure]", how: "Options") -> "Iterator[Article | Unreadable | SourceError]":
    """What the sources of failures hold now; of standard input, what was kept of it."""
    from ingest.sources import STDIN

    found = list(failures)
    yield from intake.incoming(dict.fromkeys(failure.source for failure in found if failure.source != STDIN), how)
    for failure in found:
        if failure.source == STDIN:
            yield from _from_kept(failure, how)


def _from_kept(failure: "Failure", how: "Options") -> "Iterator[Article | Unreadable]":
    from ingest.sources import contents
    from ingest.sources.kinds import by_start
    from ingest.sources.options import Origin
    from ingest.sources.unreadable import Unreadable

    raw = failure.raw or b""
    origin = Origin(failure.source, f"stdin#{failure.item}", lasting=False)
    for one in contents.articles(by_start(raw), io.BytesIO(raw), origin, how):
        yield replace(one, item=failure.item) if isinstance(one, Unreadable) else one


def _take_in(archive: "Archive", found: "Iterable[Article | Unreadable | SourceError]", context: click.Context) -> int:
    """Puts articles into the archive, one at a time; the number of those that could not be read."""
    from ingest.pipeline import EXTRACTOR

    taken = _Intake(archive, intake.Reader(context.find_root().params["debug"]), EXTRACTOR)
    run = archive.begin_run(EXTRACTOR)
    for one in counted(found, "reading"):
        taken.take(one)
    taken.strike_off()
    failed = taken.reader.failed
    added, changed, unchanged = (taken.tally[outcome] for outcome in ("added", "changed", "unchanged"))
    archive.end_run(run, added=added, changed=changed, unchanged=unchanged, failed=failed)
    unread = f"; {failed} could not be read, see `ravabet status`" if failed else ""
    click.echo(f"{archive.path}: articles: {added} added, {changed} changed, {unchanged} unchanged{unread}", err=True)
    return failed


def _taken(article: "Article", holder: str) -> "Unreadable":
    from ingest.sources.unreadable import Unreadable

    problem = f"another article called «{article.id}» was read from {holder}"
    cure = "give this one an id of its own, or `ravabet forget` the other and read again"
    return Unreadable(article.source or article.id, article.id, problem, cure)


class _Intake:
    """What has come in so far: `met` are the sources that gave something, `failed` what could not be read this time."""

    def __init__(self, archive: "Archive", reader: intake.Reader, extractor: str) -> None:
        self.archive, self.reader, self.extractor = archive, reader, extractor
        self.before = {(failure.source, failure.item) for failure in archive.failures()}
        self.met: set[str] = set()
        self.failed: set[tuple[str, str]] = set()
        self.tally: Counter[str] = Counter()

    def take(self, one: "Article | Unreadable | SourceError") -> None:
        """Puts an article with its facts, or keeps the reason why it cannot be read; of no source nothing is kept."""
        from graph.facts import Article, Facts

        if isinstance(one, SourceError):
            self.reader.refuse(one)
            return
        self.met.add(one.source or "")
        if not isinstance(one, Article):
            self._keep(one)
        elif self.archive.is_current(one, self.extractor):
            self.tally["unchanged"] += 1
        elif holder := self._holder(one):
            self._keep(_taken(one, holder))
        elif isinstance(facts := self.reader.facts(one), Facts):
            self.tally[self.archive.put(one, facts, extractor=self.extractor)] += 1
        else:
            self._keep(facts)

    def _holder(self, article: "Article") -> str | None:
        """Another source, still there, that an article of this id came from; an address is the same everywhere."""
        if "://" in article.id:
            return None
        question = "SELECT source FROM articles WHERE id = :id AND source <> :source"
        for row in self.archive.rows(question, {"id": article.id, "source": article.source}):
            if Path(str(row["source"])).exists():
                return str(row["source"])
        return None

    def strike_off(self) -> None:
        """Forgets the old failures of sources that were read again without them."""
        for source, item in sorted(self.before - self.failed):
            if source in self.met:
                self.archive.resolve_failure(source, item)

    def _keep(self, unread: "Unreadable") -> None:
        self.reader.refuse(unread)
        item = f"line {unread.item}" if unread.item.isdecimal() else unread.item  # an article may be called 12
        self.failed.add((unread.source, item))
        self.archive.fail(unread.source, item, unread.problem, unread.cure, unread.raw)
