"""`validate`: RDF held against the shapes of the ontology."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from queries.cli import options
from queries.cli.outcome import OURS
from queries.cli.progress import watched

if TYPE_CHECKING:
    from graph.archive import Archive


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@options.archive
@options.lang
@click.pass_context
def validate(context: click.Context, file: Path | None, archive: Path, lang: str) -> None:
    """Holds an RDF FILE, or what the archive would export, against the shapes of the ontology (SHACL).

    Prints what is amiss, nothing where all is sound; the exit code is then 0.

    \b
    ravabet validate
    ravabet validate graph.nq --lang en
    """
    from graph.sinks.validation import validate as violations

    amiss = 0
    with _archive_unless(file, archive) as exported, watched("validating") as advance:
        for amiss, violation in enumerate(violations(exported, "fa" if lang == "fa" else "en"), 1):
            advance(amiss, None)
            click.echo(_violation(asdict(violation)))
    click.echo(f"{file or archive}: " + (f"{amiss} things amiss" if amiss else "sound"), err=True)
    if amiss:
        context.exit(OURS)


@contextmanager
def _archive_unless(file: Path | None, archive: Path) -> "Iterator[Archive | Path]":
    from graph.archive import Archive

    if file:
        yield file
    else:
        with Archive.open(archive, readonly=True) as opened:
            yield opened


def _violation(told: dict[str, str | None]) -> str:
    from queries.wording import plain

    if not sys.stdout.isatty():
        return json.dumps(told, ensure_ascii=False)
    return plain(
        " · ".join(filter(None, (told["article"], told["focus"], told["property"], told["value"], told["message"])))
    )
