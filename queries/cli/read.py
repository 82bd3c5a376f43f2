"""`read` and `retry`: sources into the archive."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from queries.cli import options, sources
from queries.cli.outcome import OURS
from queries.cli.progress import counted
from queries.cli.sources import Given

if TYPE_CHECKING:
    from graph.archive import Archive
    from ingest.intake import Incoming


@click.command()
@click.argument("source", nargs=-1, required=True)
@sources.how
@options.archive
@click.pass_context
def read(context: click.Context, source: tuple[str, ...], archive: Path, **given: Unpack[Given]) -> None:
    """Reads articles into the archive.

    A SOURCE is a text file, a folder, a saved page, a JSON Lines or CSV corpus, a feed, a URL, or - for standard input.
    Reading again changes nothing; a changed article replaces its facts. What cannot be read is kept with its reason
    (`ravabet status`), never stops the rest, and makes the exit code 1.

    \b
    ravabet read news/ corpus.jsonl --archive 1402.db
    ravabet read corpus.csv --field text=body --field date=published
    ravabet read اخبار/ --outlet ایسنا
    """
    from graph.archive import Archive
    from ingest.intake import incoming

    with Archive.open(archive, create=True) as opened:
        _take_in(context, opened, incoming(source, sources.options(given)))


@click.command()
@sources.how
@options.archive
@click.pass_context
def retry(context: click.Context, archive: Path, **given: Unpack[Given]) -> None:
    """Tries again what could not be read.

    \b
    ravabet retry
    ravabet retry --field text=body
    """
    from graph.archive import Archive
    from ingest.intake import again

    with Archive.open(archive) as opened:
        failures = list(opened.failures())
        if failures:
            _take_in(context, opened, again(failures, sources.options(given)))
        else:
            click.echo("Nothing to try again: everything could be read.", err=True)


def _take_in(context: click.Context, archive: "Archive", found: "Iterable[Incoming]") -> None:
    from ingest.intake import take_in

    debug = context.find_root().params["debug"]
    tally = take_in(archive, counted(found, "reading"), sources.complain, strict=debug)
    unread = f"; {tally.failed} could not be read, see `ravabet status`" if tally.failed else ""
    told = f"{tally.added} added, {tally.changed} changed, {tally.unchanged} unchanged"
    click.echo(f"{archive.path}: articles: {told}{unread}", err=True)
    if tally.failed:
        context.exit(OURS)
