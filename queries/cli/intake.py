"""What `read`, `retry` and `extract` share: sources given, articles coming in, complaints going out."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import click

from graph.errors import SourceError

if TYPE_CHECKING:
    from graph.facts import Article, Facts
    from ingest.sources.options import Options
    from ingest.sources.unreadable import Unreadable

_MEGABYTE = 1_000_000
_DEFECT = "run it again with `ravabet --debug …` and report what it says with the article"


class Given(TypedDict):
    """What the options of `sources` say."""

    field: tuple[str, ...]
    outlet: str | None
    allow_private: bool
    timeout: float
    max_size: int


def sources[Command: Callable[..., object]](command: Command) -> Command:
    """SOURCE… and how it is to be read."""
    command = click.argument("source", nargs=-1, required=True)(command)
    return how(command)


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
    from ingest.sources.options import FIELDS, Options

    fields = dict(FIELDS)
    for pair in given["field"]:
        ours, equals, theirs = pair.partition("=")
        if not equals or not theirs or ours not in FIELDS:
            raise click.BadParameter(f"«{pair}» is not OURS=THEIRS, with OURS one of {', '.join(FIELDS)}.")
        fields[ours] = theirs
    size = given["max_size"] * _MEGABYTE
    return Options(fields, given["outlet"], given["allow_private"], given["timeout"], size)


def incoming(given: Iterable[str], how: "Options") -> "Iterator[Article | Unreadable | SourceError]":
    """All that the sources hold, one after another; an error is a source that is none."""
    from ingest.sources import articles

    for source in given:
        try:
            yield from articles(source, how)
        except SourceError as error:
            yield error


@dataclass(slots=True)
class Reader:
    """Takes facts out of articles and complains, on stderr, of what it cannot read; `failed` counts that."""

    debug: bool
    failed: int = 0

    def readings(self, found: "Iterable[Article | Unreadable | SourceError]") -> "Iterator[tuple[Article, Facts]]":
        """The articles with their facts; the rest is refused."""
        from graph.facts import Article, Facts

        for one in found:
            facts = self.facts(one) if isinstance(one, Article) else one
            if isinstance(one, Article) and isinstance(facts, Facts):
                yield one, facts
            elif not isinstance(facts, Facts):
                self.refuse(facts)

    def facts(self, article: "Article") -> "Facts | Unreadable":
        """The facts of an article that can be shown in it; one that trips us up comes out as Unreadable."""
        from graph.admission import check
        from graph.errors import ArchiveError
        from ingest.pipeline import extract
        from ingest.sources.unreadable import Unreadable

        source = article.source or article.id
        try:
            facts = extract(article)
            check(article, facts)
            return facts
        except ArchiveError as error:
            return Unreadable(source, article.id, error.problem, error.cure)
        except Exception as error:
            if self.debug:
                traceback.print_exc()
            return Unreadable(source, article.id, f"reading it failed ({error!r})", _DEFECT)

    def refuse(self, unread: "Unreadable | SourceError") -> None:
        """Tells what could not be read."""
        from queries.wording import plain

        self.failed += 1
        click.echo(plain(f"ravabet: {unread if isinstance(unread, SourceError) else unread.error}"), err=True)
