"""`status` and `forget`: what is in the archive, and out of it."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from queries.cli import options

if TYPE_CHECKING:
    from graph.archive import Failure
    from graph.archive.status import ArchiveStatus


@click.command()
@options.archive
def status(archive: Path) -> None:
    """Shows what the archive holds, and what could not be read and why.

    \b
    ravabet status
    ravabet status --archive 1402.db | jq .failures
    """
    from graph.archive import Archive

    with Archive.open(archive, readonly=True) as opened:
        told, failures = opened.status(), list(opened.failures())
    if sys.stdout.isatty():
        _show(archive, told, failures)
    else:
        click.echo(json.dumps(_record(told, failures), ensure_ascii=False))


def _record(told: "ArchiveStatus", failures: "list[Failure]") -> dict[str, object]:
    unread = [{name: cell for name, cell in failure._asdict().items() if name != "raw"} for failure in failures]
    outlets = [{"outlet": outlet, "articles": n} for outlet, n in told.outlets]
    last_run = told.last_run and told.last_run._asdict()
    return asdict(told) | {"outlets": outlets, "last_run": last_run, "failures": unread}


def _show(archive: Path, told: "ArchiveStatus", failures: "list[Failure]") -> None:
    from queries.wording import day, plain

    span = f", {day(told.first, 'en')} to {day(told.last, 'en')}" if told.first and told.last else ""
    click.echo(f"{archive}: {told.articles} articles{span}, {told.undated} without a date; {told.size / 1e6:.1f} MB")
    click.echo(f"{told.statements} statements by {told.actors} speakers, {told.relations} relations")
    for outlet, n in told.outlets:
        click.echo(f"{n:7}  {plain(outlet) if outlet else '(outlet unknown)'}")
    if told.withdrawn:
        click.echo(f"{told.withdrawn} forgotten articles leave Neo4j at its next load")
    if failures:
        click.echo(f"\n{len(failures)} could not be read; `ravabet retry` tries again:")
    for failure in failures:
        place = f"{failure.source}, {failure.item}" if failure.item else failure.source
        told_again = f" ({failure.tries} times)" if failure.tries > 1 else ""
        click.echo(plain(f"  {place}: {failure.problem}; {failure.cure}{told_again}"))


@click.command()
@click.argument("article", nargs=-1, required=True)
@options.archive
def forget(article: tuple[str, ...], archive: Path) -> None:
    """Takes articles and their facts out of the archive, and out of Neo4j at its next load.

    \b
    ravabet forget https://example.org/news/1402
    ravabet forget "اخبار/یک خبر.txt"
    """
    from graph.archive import Archive

    with Archive.open(archive) as opened:
        for one in article:
            gone = opened.forget(one)
            click.echo(f"{one}: {'forgotten' if gone else 'was forgotten before'}", err=True)
