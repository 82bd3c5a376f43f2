"""`draw`: a picture of the diplomatic network."""

import sys
from pathlib import Path
from typing import Any

import click

from queries.cli import inputs, options
from queries.cli.inputs import Narrowed
from queries.cli.progress import watched

_FORMS = ("svg", "png")


@click.command(cls=Narrowed)
@click.option("--to", required=True, metavar="FILE", help="An .svg or .png; - for standard output.")
@click.option("--form", type=click.Choice(_FORMS), help="The form, where the ending of FILE does not tell it.")
@click.option("--statements", is_flag=True, help="Speakers too, tied to what they speak about.")
@options.lang
@options.archive
def draw(to: str, form: str | None, statements: bool, lang: str, archive: Path, **chosen: Any) -> None:
    """Draws the network of who did what to whom: cooperation solid, conflict dashed.

    \b
    ravabet draw --to network.svg
    ravabet draw --to ایران.png --actor ایران --since ۱۴۰۲/۰۱/۰۱ --quad 3 --quad 4
    """
    from graph.archive import Archive

    wanted = form or ("" if to == "-" else Path(to).suffix.lstrip(".").lower())
    if wanted not in _FORMS:
        raise click.UsageError(f"{to}: its ending tells no form; give --form, one of {', '.join(_FORMS)}.")
    with Archive.open(archive, readonly=True) as opened, watched("drawing"):
        picked = inputs.selection(opened, chosen)
        from graph.sinks import picture

        target = sys.stdout.buffer if to == "-" else Path(to)
        picture.draw(opened, target, wanted, picked, language="fa" if lang == "fa" else "en", statements=statements)
