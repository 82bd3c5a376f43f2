"""`load`: the archive into a server."""

from pathlib import Path
from typing import Unpack

import click

from queries.cli import options
from queries.cli.options import Server
from queries.cli.outcome import OURS
from queries.cli.progress import watched


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
