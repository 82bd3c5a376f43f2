"""`explain`: how each fact of an article was read, and why the rest was not."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from queries.cli import options, sources
from queries.cli.outcome import OURS
from queries.cli.sources import Given

if TYPE_CHECKING:
    from graph.account import Account
    from graph.facts import Article
    from ingest.sources import Options
    from queries.wording import Tongue

_FORMS = click.Choice(["jsonl", "text"])


@click.command()
@click.argument("article", nargs=-1, required=True)
@options.archive
@sources.how
@options.lang
@click.option("--sentence", metavar="N|TEXT", help="Only the sentence with that number, or those with these words.")
@click.option("--fact", metavar="ID", help="Only what led to this statement or relation.")
@click.option("--format", "form", type=_FORMS, help="By default text on a terminal, else jsonl.")
@click.pass_context
def explain(
    context: click.Context,
    /,
    *,
    article: tuple[str, ...],
    archive: Path,
    lang: "Tongue",
    sentence: str | None,
    fact: str | None,
    form: str | None,
    **given: Unpack[Given],
) -> None:
    """Tells how the facts of articles were read: by which rule, from which words, resolved how, and what was refused.

    An ARTICLE is a source as for `extract`, or the id of an article in the archive. Numbers after reasons are natural
    logarithms of odds: above 0 for, below 0 against.

    \b
    ravabet explain خبر.txt
    ravabet explain خبر.txt --sentence "سفیر را احضار کرد"
    ravabet explain https://example.org/news/1402 --fact f0123456789abcdef0123
    """
    from queries import narrowing

    found, unread = _articles(article, archive, sources.options(given))
    text = form == "text" or (form is None and sys.stdout.isatty())
    any_told = False
    for account in _accounts(found, sentence, fact):
        any_told = True
        click.echo(_text(account, lang) if text else _record(account))
    if sentence or fact:
        narrowing.demand(any_told, fact or sentence or "")
    if unread:
        context.exit(OURS)


def _accounts(found: "Iterator[Article]", sentence: str | None, fact: str | None) -> "Iterator[Account]":
    """The accounts, narrowed to what was asked for; those with nothing of it are left out."""
    from ingest.explaining import explain
    from queries import narrowing

    for article in found:
        account = explain(article)
        if sentence:
            account = narrowing.to_sentences(account, sentence)
        if fact:
            account = narrowing.to_fact(account, fact)
        if account.sentences or not (sentence or fact):
            yield account


def _articles(asked: tuple[str, ...], archive: Path, how: "Options") -> "tuple[Iterator[Article], list[bool]]":
    """The articles of the sources and of the archive; in the list, filled on the way, what could not be read."""
    from graph.facts import Article
    from ingest.intake import incoming

    unread: list[bool] = []

    def found() -> "Iterator[Article]":
        for one in asked:
            if kept := _kept(one, archive):
                yield kept
                continue
            for each in incoming([one], how):
                if isinstance(each, Article):
                    yield each
                else:
                    unread.append(True)
                    sources.complain(each)

    return found(), unread


def _kept(name: str, archive: Path) -> "Article | None":
    """The article of that id in the archive, where no file has the name."""
    from graph.archive import Archive

    if name == "-" or Path(name).exists() or not archive.exists():
        return None
    with Archive.open(archive, readonly=True) as opened:
        known = next(opened.rows("SELECT 1 FROM articles WHERE id = :id", {"id": name}), None)
        return opened.article(name) if known else None


def _text(account: "Account", tongue: "Tongue") -> str:
    from queries import accounts

    return accounts.told(account, tongue)


def _record(account: "Account") -> str:
    from queries import account_record

    return json.dumps(account_record.record(account), ensure_ascii=False)
