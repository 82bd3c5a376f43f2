"""`export`: the archive as RDF, as a network, as tables."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from queries.cli import inputs, options
from queries.cli.inputs import Narrowed
from queries.cli.progress import watched

_NETWORKS = ("gexf", "graphml")
_FORMS = ("nq", "trig", "nt", "ttl", "jsonld", *_NETWORKS, "csv")


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
