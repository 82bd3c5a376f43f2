"""What `read`, `retry` and `extract` share: options for sources, and complaints of them on stderr."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypedDict

import click

from graph.errors import SourceError

if TYPE_CHECKING:
    from ingest.sources import Options, Unreadable

_MEGABYTE = 1_000_000


class Given(TypedDict):
    """What the options of `how` say."""

    field: tuple[str, ...]
    outlet: str | None
    allow_private: bool
    timeout: float
    max_size: int


def how[Command: Callable[..., object]](command: Command) -> Command:
    """How sources are to be read."""
    for decorate in (
        click.option("--max-size", default=20, show_default=True, help="Megabytes of one page, file or line."),
        click.option("--timeout", default=20.0, show_default=True, help="Seconds to wait for a server's answer."),
        click.option("--allow-private", is_flag=True, help="Fetch from private addresses too (localhost, 10.…)."),
        click.option("--outlet", metavar="NAME", help="The outlet where a source names none."),
        click.option(
            "--field",
            multiple=True,
            metavar="OURS=THEIRS",
            help="A corpus's own name for id, text, outlet, url, title or date: --field text=body",
        ),
    ):
        command = decorate(command)
    return command


def options(given: Given) -> "Options":
    """The options as sources take them."""
    from ingest.sources import FIELDS, Options

    fields = dict(FIELDS)
    for pair in given["field"]:
        ours, _, theirs = pair.partition("=")
        if not theirs or ours not in FIELDS:
            raise click.BadParameter(f"«{pair}» is not OURS=THEIRS, with OURS one of {', '.join(FIELDS)}.")
        fields[ours] = theirs
    size = given["max_size"] * _MEGABYTE
    return Options(fields, given["outlet"], given["allow_private"], given["timeout"], size)


def complain(unread: "Unreadable | SourceError") -> None:
    """Tells what could not be read, and why."""
    from queries.wording import plain

    click.echo(plain(f"ravabet: {unread if isinstance(unread, SourceError) else unread.error}"), err=True)
