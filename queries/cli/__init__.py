"""`ravabet`: the command line parses, wires and prints; the only room that sees all three packages.

A sub-command imports what it needs when it runs, so that help is quick. Data goes to stdout, all else to stderr.
"""

import click

from queries.cli.archive import forget, status
from queries.cli.ask import ask
from queries.cli.draw import draw
from queries.cli.explain import explain
from queries.cli.export import export
from queries.cli.extract import extract
from queries.cli.load import load
from queries.cli.outcome import Ravabet
from queries.cli.read import read, retry
from queries.cli.score import score
from queries.cli.validate import validate


@click.group("ravabet", cls=Ravabet, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ravabet", message="ravabet %(version)s")
@click.option("--debug", is_flag=True, envvar="RAVABET_DEBUG", help="Show the whole traceback of a defect of ours.")
def main(debug: bool) -> None:
    """Turns Persian diplomatic news into a graph of who said what, and which country did what to which.

    \b
    ravabet read news/ corpus.jsonl https://example.org/feed.xml
    ravabet ask said --country ایران --about آذربایجان --since ۱۴۰۲/۰۱/۰۱
    ravabet ask pair ایران آمریکا --bucket year
    ravabet load neo4j
    ravabet export --to graph.nq

    Exit codes: 0 done, 1 something could not be done (stderr says what, and the cure), 2 wrong usage,
    130 interrupted.
    """


for command in (read, extract, explain, ask, status, retry, forget, load, export, validate, draw, score):
    main.add_command(command)
