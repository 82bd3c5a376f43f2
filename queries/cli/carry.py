"""`load`, `export`, `validate`, `draw`: the archive carried out."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import click

from queries.cli import inputs, options
from queries.cli.inputs import Narrowed
from queries.cli.options import Server
from queries.cli.outcome import OURS
from queries.cli.progress import watched

if TYPE_CHECKING:
    from graph.archive import Archive

_NETWORKS = ("gexf", "graphml")
_FORMS = ("nq", "trig", "nt", "ttl", "jsonld", *_NETWORKS, "csv")


@click.group()
def load() -> None:
    """Loads the archive into a server.

    \b
    NEO4J_PASSWORD=… ravabet load neo4j --uri bolt://localhost:7687
    """


@load.command()
@options.neo4j
@options.archive
@click.pass_context
def neo4j(context: click.Context, archive: Path, **server: Unpack[Server]) -> None:
    """Makes Neo4j hold what the archive holds: writes what is new or changed, sweeps what is gone.

    A load that was cut off goes on where it was; loading twice changes nothing.

    \b
    NEO4J_PASSWORD=… ravabet load neo4j
    ravabet load neo4j --uri neo4j+s://example.org --ask-password --archive اخبار.db
    """
    from graph.archive import Archive
    from graph.sinks.neo4j.load import load as carry

    with Archive.open(archive, readonly=True) as opened, watched("loading") as advance:
        done = carry(opened, options.connection(server), progress=advance)
    click.echo(
        f"{done.loaded} articles loaded with {done.facts} facts, {done.skipped} unchanged, {done.swept} swept", err=True
    )
    for aside in done.set_aside:
        click.echo(f"ravabet: {aside.article}: set aside; {aside.reason}", err=True)
    if done.set_aside:
        context.exit(OURS)


@click.command(cls=Narrowed)
@click.option("--to", required=True, metavar="FILE", help="Where to; - for standard output. The ending tells the form.")
@click.option("--form", type=click.Choice(_FORMS), help="The form, where the ending of FILE does not tell it.")
@click.option("--statements", is_flag=True, help="In a network: speakers too, tied to what they speak about.")
@click.option("--excel", is_flag=True, help="In tables: as Excel likes them, with no cell that it would run.")
@options.archive
def export(to: str, form: str | None, archive: Path, statements: bool, excel: bool, **chosen: Any) -> None:
    """Writes the graph to a file: RDF (nq, trig, nt, ttl, jsonld), a network (gexf, graphml) or tables (csv).

    Equal archives give equal bytes. A file appears when it is whole. For csv, FILE is a folder of tables. A network
    may be narrowed by date, actor, type and outlet; RDF and tables are always whole.

    \b
    ravabet export --to graph.nq
    ravabet export --to - --form ttl | less
    ravabet export --to شبکه.gexf --actor ایران --since 1y
    ravabet export --to tables --form csv --excel
    """
    from graph.archive import Archive

    ending = "" if to == "-" else Path(to).suffix.lstrip(".").lower()
    wanted = form or ending
    if wanted not in _FORMS:
        raise click.UsageError(f"{to}: its ending tells no form; give --form, one of {', '.join(_FORMS)}.")
    _refuse(to, wanted, {"--statements": statements, "--excel": excel} | inputs.given(chosen))
    with Archive.open(archive, readonly=True) as opened, watched("exporting"):
        target = sys.stdout.buffer if to == "-" else Path(to)
        if wanted in _NETWORKS:
            from graph.sinks import network_files

            picked = inputs.selection(opened, chosen)
            network_files.export(opened, target, wanted, picked, statements=statements)
        elif wanted == "csv":
            from graph.sinks import tables

            tables.export(opened, Path(to), excel=excel)
        else:
            from graph.sinks import rdf

            rdf.export(opened, target, wanted)


def _refuse(to: str, form: str, given: Mapping[str, object]) -> None:
    """Turns away options that would have no effect."""
    if form == "csv" and to == "-":
        raise click.UsageError("csv is several tables; give a folder with --to.")
    idle = {name for name, value in given.items() if value} - ({"--excel"} if form == "csv" else set())
    idle = {name for name in idle if form not in _NETWORKS or name == "--excel"}
    if idle:
        told = ", ".join(sorted(f"--{name.removeprefix('--')}" for name in idle))
        raise click.UsageError(f"{told} means nothing for {form}.")


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


@click.command()
def draw() -> None: ...
