"""`extract`: the facts of sources, printed; no archive is touched."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

import click

from queries.cli import options, sources
from queries.cli.outcome import OURS
from queries.cli.progress import counted
from queries.cli.sources import Given

if TYPE_CHECKING:
    from graph.errors import SourceError
    from graph.facts import Article, Facts
    from ingest.sources import Unreadable
    from queries.wording import Tongue

_FORMS = click.Choice(["jsonl", "text"])


@click.command()
@click.argument("source", nargs=-1, required=True)
@sources.how
@options.lang
@click.option("--format", "form", type=_FORMS, help="By default text on a terminal, else jsonl.")
@click.pass_context
def extract(
    context: click.Context, source: tuple[str, ...], lang: "Tongue", form: str | None, **given: Unpack[Given]
) -> None:
    """Prints the facts of articles, touching no archive.

    As JSON Lines: one record an article, offsets in code points of its text. For JSON Lines input, `id` and `text` are
    used as they are. What cannot be read is told on stderr, the rest goes on, and the exit code is 1.

    \b
    ravabet extract corpus.jsonl > facts.jsonl
    ravabet extract خبر.txt --format text
    """
    from ingest.intake import incoming, readings

    found = incoming(source, sources.options(given))
    if not sys.stdout.isatty():  # there, what is printed shows the progress
        found = counted(found, "extracting")
    unread = _Unread()
    facts = readings(found, unread.add, strict=context.find_root().params["debug"])
    text = form == "text" or (form is None and sys.stdout.isatty())
    for line in _triples(facts, lang) if text else _records(facts):
        click.echo(line)
    if unread.any:
        context.exit(OURS)


class _Unread:
    """Complains of what could not be read, and remembers that there was some."""

    any = False

    def add(self, unread: "Unreadable | SourceError") -> None:
        self.any = True
        sources.complain(unread)


def _triples(found: "Iterator[tuple[Article, Facts]]", tongue: "Tongue") -> Iterator[str]:
    from queries.triples import told

    return (told(article, facts, tongue) for article, facts in found)


def _records(found: "Iterator[tuple[Article, Facts]]") -> Iterator[str]:
    from graph.record import record

    return (json.dumps(record(facts), ensure_ascii=False) for _, facts in found)
