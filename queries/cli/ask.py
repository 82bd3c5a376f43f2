"""`ask`: every question of the catalogue as a sub-command, on the archive, on Neo4j or on RDF."""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack, cast, override

import click

from queries.cli import inputs, options
from queries.cli.options import Server

if TYPE_CHECKING:
    from queries.engines import Engine
    from queries.parameters import Given
    from queries.questions import Question

_FACT = re.compile(r"f[0-9a-f]{20}")
_LAYOUTS = ("table", "records", "jsonl", "csv", "md")


class _Catalogue(click.Group):
    """One command a question, made when it is wanted."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        from queries.questions import catalogue

        return list(catalogue())

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from queries.questions import catalogue

        asked = catalogue().get(cmd_name)
        return _command(asked) if asked else None


@click.group(cls=_Catalogue)
def ask() -> None:
    """Asks a question: on the archive, on Neo4j, on an RDF file; the rows are the same.

    Names go in any spelling; a name that fits several is answered with the candidates. Values may stand without their
    options, in the order that the question's help lists them.

    \b
    ravabet ask said --about آذربایجان --since 90d
    ravabet ask did ایران روسیه --type AGREE --on neo4j
    ravabet ask pair ایران آمریکا --bucket year --format csv
    ravabet ask evidence ایران روسیه --on graph.nq
    """


def _command(asked: "Question") -> click.Command:
    values = click.Argument(["values"], nargs=-1, metavar=_metavar(asked))
    callback = _on(_form(options.lang(options.archive(options.neo4j(_Asking(asked))))))
    return click.command(
        asked.name,
        params=[values, *(inputs.option(given) for given in asked.inputs)],
        help=_help(asked),
        short_help=f"{asked.title.en} · {asked.title.fa}",
    )(callback)


def _metavar(asked: "Question") -> str:
    own = [given for given in asked.inputs if not given.shared]
    return " ".join(given.name.upper() if given.required else f"[{given.name.upper()}]" for given in own)


def _help(asked: "Question") -> str:
    examples = [f"  {example.fa}\n  ravabet ask {asked.name} {_told(example.parameters)}" for example in asked.examples]
    told = [asked.title.fa, asked.title.en, asked.description.fa, asked.description.en, "\b\n" + "\n".join(examples)]
    return "\n\n".join(told)


def _told(parameters: "dict[str, str | int]") -> str:
    return " ".join(f'--{name.replace("_", "-")} "{value}"' for name, value in parameters.items())


_on = click.option(
    "--on",
    default="archive",
    show_default=True,
    metavar="archive|neo4j|FILE",
    help="What to ask: the archive, Neo4j, or an exported RDF file.",
)
_form = click.option(
    "--format",
    "form",
    type=click.Choice(_LAYOUTS),
    help="Layout; by default what reads best on a terminal, and jsonl where the output goes elsewhere.",
)


class _Asking:
    """What a question's command does when it is called."""

    def __init__(self, asked: "Question") -> None:
        self.asked = asked

    def __call__(
        self, values: tuple[str, ...], archive: Path, lang: str, form: str | None, on: str, **more: Any
    ) -> None:
        from queries.ask import ask
        from queries.layout import Layout, fitting, write
        from queries.parameters import lacking
        from queries.wording import Tongue

        server = cast(Server, {name: more.pop(name) for name in Server.__annotations__})
        given = _filled(self.asked, values, inputs.given(more))
        if lack := lacking(self.asked, given):
            raise click.UsageError(f"{self.asked.name} {lack}.")
        with _engine(on, archive, **server) as engine:
            answer = ask(self.asked.name, engine, **given)
        layout = cast(Layout, form) if form else fitting(answer, terminal=sys.stdout.isatty())
        write(answer, layout, sys.stdout, cast(Tongue, lang))
        if not answer and (layout in ("table", "records") or sys.stderr.isatty()):
            click.echo("No rows: nothing in the graph answers this. · هیچ سطری یافت نشد.", err=True)


def _filled(asked: "Question", values: Sequence[str], given: "dict[str, Any]") -> "dict[str, Given]":
    """The inputs that were given, with bare values put into the free ones in their order; facts know themselves."""
    filled = {name: value for name, value in given.items() if value not in (None, ())}
    free = [wanted for wanted in asked.inputs if wanted.name not in filled and not wanted.shared]
    facts: list[str] = []
    for value in values:
        takes_facts = any(wanted.kind == "fact" for wanted in asked.inputs)
        if takes_facts and _FACT.fullmatch(value):
            facts.append(value)
            continue
        wanted = next((wanted for wanted in free if wanted.kind != "fact"), None)
        if wanted is None:
            raise click.UsageError(f"{asked.name} has no place for «{value}».")
        filled[wanted.name] = value
        free.remove(wanted)
    return filled | ({"fact": (*filled.get("fact", ()), *facts)} if facts else {})


@contextmanager
def _engine(on: str, archive: Path, **server: Unpack[Server]) -> "Iterator[Engine]":
    from queries.engines import ArchiveEngine, Neo4jEngine, RdfEngine

    if on == "neo4j":
        yield Neo4jEngine(options.connection(server))
    elif on == "archive" or on.endswith(".db"):
        from graph.archive import Archive

        with Archive.open(archive if on == "archive" else Path(on), readonly=True) as opened:
            yield ArchiveEngine(opened)
    else:
        yield RdfEngine(Path(on))
