"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

if TYPE_CHECKING:
    from graph.sinks.neo4j.connection import Connection


class Server(TypedDict):
    """What the options of `neo4j` say."""

    uri: str
    user: str
    password: str | None
    ask_password: bool
    database: str


def archive[Command: Callable[..., object]](command: Command) -> Command:
    """`--archive FILE`."""
    return click.option(
        "--archive",
        type=click.Path(dir_okay=False, path_type=Path),
        default=Path("ravabet.db"),
        show_default=True,
        envvar="RAVABET_ARCHIVE",
        show_envvar=True,
        metavar="FILE",
        help="The archive.",
    )(command)


def lang[Command: Callable[..., object]](command: Command) -> Command:
    """`--lang fa|en`."""
    return click.option(
        "--lang",
        type=click.Choice(["fa", "en"]),
        default="fa",
        show_default=True,
        envvar="RAVABET_LANG",
        show_envvar=True,
        help="The language of headings and labels where people read.",
    )(command)


def neo4j[Command: Callable[..., object]](command: Command) -> Command:
    """Where the server is, and who we are there."""
    command = _told("--database", "NEO4J_DATABASE", "The database.", "neo4j")(command)
    command = click.option("--ask-password", is_flag=True, help="Ask for the password, unseen.")(command)
    command = _told("--password", "NEO4J_PASSWORD", "Better set in the environment: others can see options.")(command)
    command = _told("--user", "NEO4J_USER", "Its user.", "neo4j")(command)
    return _told("--uri", "NEO4J_URI", "The Neo4j server.", "bolt://localhost:7687")(command)


def _told[Command: Callable[..., object]](
    name: str, variable: str, told: str, default: str | None = None
) -> Callable[[Command], Command]:
    shown = default is not None
    return click.option(name, default=default, envvar=variable, show_envvar=True, show_default=shown, help=told)


def connection(server: Server) -> "Connection":
    """The database that the options of `neo4j` name, with a password asked for where it should be."""
    from graph.sinks.neo4j.connection import Connection

    password = server["password"] or ""
    if server["ask_password"]:
        password = click.prompt("Password", hide_input=True, err=True, default=password, show_default=False)
    return Connection(server["uri"], server["user"], password, server["database"])
