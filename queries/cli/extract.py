"""`extract`: the facts of sources, printed; no archive is touched."""

import json
import sys
from typing import Unpack

import click

from queries.cli import intake, options
from queries.cli.intake import Given
from queries.cli.outcome import OURS
from queries.cli.progress import counted


@click.command()
@intake.sources
@options.lang
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "text"]), help="By default text on a terminal, else jsonl."
)
@click.pass_context
def extract(
    context: click.Context, source: tuple[str, ...], lang: str, form: str | None, **given: Unpack[Given]
) -> None:
    """Prints the facts of articles, touching no archive.

    As JSON Lines: one record an article, offsets in code points of its text. For JSON Lines input, `id` and `text` are
    used as they are. What cannot be read is told on stderr, the rest goes on, and the exit code is 1.

    \b
    ravabet extract corpus.jsonl > facts.jsonl
    ravabet extract خبر.txt --format text
    """
    from graph.record import record
    from queries.triples import told
    from queries.wording import Tongue

    tongue: Tongue = "fa" if lang == "fa" else "en"
    text = form == "text" or (form is None and sys.stdout.isatty())
    reader = intake.Reader(context.find_root().params["debug"])
    found = counted(intake.incoming(source, intake.options(given)), "extracting")
    for article, facts in reader.readings(found):
        click.echo(told(article, facts, tongue) if text else json.dumps(record(facts), ensure_ascii=False))
    if reader.failed:
        context.exit(OURS)
