"""`read` and `retry`: sources into the archive."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from queries.cli import intake, options
from queries.cli.intake import Given
from queries.cli.outcome import OURS
from queries.cli.progress import counted

if TYPE_CHECKING:
    from graph.archive import Archive
    from graph.facts import Article
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
        again = list(dict.fromkeys(failure.source for failure in opened.failures()))
        if not again:
            click.echo("Nothing to try again: everything could be read.", err=True)
            return
        failed = _take_in(opened, intake.incoming(again, intake.options(given)), context)
    if failed:
        context.exit(OURS)


def _take_in(archive: "Archive", found: "Iterable[Article | Unreadable]", context: click.Context) -> int:
    """Puts articles into the archive, one at a time; the number of those that could not be read."""
    from ingest.pipeline import EXTRACTOR

    intake_ = _Intake(archive, intake.Reader(context.find_root().params["debug"]), EXTRACTOR)
    run = archive.begin_run(EXTRACTOR)
    for one in counted(found, "reading"):
        intake_.take(one)
    intake_.strike_off()
    added, changed, unchanged = (intake_.tally[outcome] for outcome in ("added", "changed", "unchanged"))
    archive.end_run(run, added=added, changed=changed, unchanged=unchanged, failed=intake_.reader.failed)
    unread = f", {intake_.reader.failed} could not be read (see `ravabet status`)" * bool(intake_.reader.failed)
    click.echo(f"{archive.path}: {added} articles added, {changed} changed, {unchanged} unchanged{unread}", err=True)
    return intake_.reader.failed


class _Intake:
    """What has come in so far: `met` are the sources that gave something, `failed` what could not be read this time."""

    def __init__(self, archive: "Archive", reader: intake.Reader, extractor: str) -> None:
        self.archive, self.reader, self.extractor = archive, reader, extractor
        self.before = {(failure.source, failure.item) for failure in archive.failures()}
        self.met: set[str] = set()
        self.failed: set[tuple[str, str]] = set()
        self.tally: Counter[str] = Counter()

    def take(self, one: "Article | Unreadable") -> None:
        """Puts an article with its facts, or keeps the reason why it cannot be read."""
        from graph.facts import Article, Facts

        self.met.add(one.source or "")
        if not isinstance(one, Article):
            self._keep(self.reader.refuse(one))
        elif self.archive.is_current(one, self.extractor):
            self.tally["unchanged"] += 1
        elif isinstance(facts := self.reader.facts(one), Facts):
            self.tally[self.archive.put(one, facts, extractor=self.extractor)] += 1
        else:
            self._keep(facts)

    def strike_off(self) -> None:
        """Forgets the old failures of sources that were read again without them."""
        for source, item in sorted(self.before - self.failed):
            if source in self.met:
                self.archive.resolve_failure(source, item)

    def _keep(self, unreadable: "Unreadable") -> None:
        self.failed.add((unreadable.source, unreadable.item))
        self.archive.fail(unreadable.source, unreadable.item, unreadable.problem, unreadable.cure, unreadable.raw)
