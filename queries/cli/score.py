"""`score`: how well Ravabet reads the articles that somebody has labelled."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from queries.cli import options, sources
from queries.cli.outcome import OURS
from queries.cli.progress import counted

if TYPE_CHECKING:
    from graph.errors import SourceError
    from graph.facts import Article
    from ingest.sources import Unreadable
    from queries.scoring.breakdowns import Line
    from queries.scoring.records import Labelled, Placed, Prediction, StatementRecord
    from queries.scoring.verdicts import Comparison
    from queries.wording import Tongue

_FORMS = click.Choice(["table", "jsonl"])
_BY = (
    "speaker_kind", "quote_type", "cue_kind", "cue", "rule", "outlet", "quad", "relation_type", "relation_rule",
)  # fmt: skip
_ENDINGS = (".html", ".htm", ".md")


@click.command()
@click.argument("gold", type=click.File("rb"))
@click.argument("predicted", required=False, type=click.File("rb"))
@click.option("--by", multiple=True, type=click.Choice(_BY), help="Only these breakdowns, whole. May be repeated.")
@click.option("--report", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Writes every mistake with its sentence to an .html or .md.")  # fmt: skip
@options.lang
@click.option("--format", "form", type=_FORMS, help="By default a table on a terminal, else jsonl.")
@click.pass_context
def score(
    context: click.Context,
    gold: BinaryIO,
    predicted: BinaryIO | None,
    *,
    by: tuple[str, ...],
    report: Path | None,
    lang: "Tongue",
    form: str | None,
) -> None:
    """Measures what is read against GOLD, articles that people labelled.

    GOLD is JSON Lines, one article a line: `id`, `text` (and `outlet`, `title`, `date` where known), and the
    `statements` and `relations` that are in it, written as `ravabet extract` writes them; of a speaker all acceptable
    `names`. PREDICTED holds records of the same articles; without it they are read now. - is standard input.

    span: statements whose words overlap (Dice of characters at least 0.6), one to one; attribution: those whose
    speaker is right too; country and kind of quotation: of the statements found; relations: by source, target and
    type, or quad class.

    \b
    ravabet extract mine.jsonl > draft.jsonl      # to begin labelling with
    ravabet score mine.jsonl
    ravabet score mine.jsonl --report errors.html
    ravabet score mine.jsonl other.jsonl --by rule --format jsonl
    """
    from queries.scoring.breakdowns import lines
    from queries.scoring.records import labelled

    _check_ending(report)
    articles = labelled(gold, _name(gold))
    unread = _Unread()
    strict = bool(context.find_root().params["debug"])
    guesses = _given(predicted, articles) if predicted else _read(articles, unread, strict=strict)
    comparison = _compared(articles, guesses)
    _print(list(lines(comparison, by or None)), form, lang, whole=bool(by))
    if report:
        _write(report, comparison, list(lines(comparison)), Path(_name(gold)).name, lang)
    if unread.any:
        context.exit(OURS)


def _name(stream: BinaryIO) -> str:
    """Where the lines come from; standard input need not have a name."""
    return str(getattr(stream, "name", "<stdin>"))


class _Unread:
    """Complains of what could not be read, and remembers that there was some."""

    any = False

    def add(self, unread: "Unreadable | SourceError") -> None:
        self.any = True
        sources.complain(unread)


def _check_ending(report: Path | None) -> None:
    if report and report.suffix.lower() not in _ENDINGS:
        raise click.UsageError(f"{report}: its ending tells no form; call it {report.stem}.html or {report.stem}.md.")


def _given(stream: BinaryIO, articles: "Placed[Labelled]") -> "dict[str, Prediction]":
    """The predictions of a file; says what has no counterpart."""
    from queries.scoring.records import predictions

    found = predictions(stream, _name(stream), articles)
    lacking = [place for id, (_, place) in articles.items() if id not in found]
    beside = [place for id, (_, place) in found.items() if id not in articles]
    if lacking:
        click.echo(f"ravabet: {lacking[0]}: no prediction for this article{_more(lacking)}; counted as empty", err=True)
    if beside:
        click.echo(f"ravabet: {beside[0]}: nobody labelled this article{_more(beside)}; left aside", err=True)
    return {id: record for id, (record, _) in found.items()}


def _more(places: list[str]) -> str:
    return f" and {len(places) - 1} more" if len(places) > 1 else ""


def _read(articles: "Placed[Labelled]", unread: _Unread, *, strict: bool) -> "dict[str, Prediction]":
    """What Ravabet reads in the labelled articles now."""
    from graph.record import record
    from ingest.intake import readings
    from queries.scoring.records import prediction

    found = (_article(id, told, place) for id, (told, place) in articles.items())
    facts = readings(counted(found, "reading"), unread.add, strict=strict)
    return {article.id: prediction(record(told)) for article, told in facts}


def _article(id: str, told: "Labelled", place: str) -> "Article":
    from graph.facts import Article
    from ingest.dates import published

    when = published(told.date or "")
    return Article(id, told.text, told.outlet or None, told.title or None, when, source=place)


def _compared(articles: "Placed[Labelled]", guesses: "dict[str, Prediction]") -> "Comparison":
    from queries.scoring.records import Prediction
    from queries.scoring.verdicts import compare

    both = ((told, guesses.get(id, Prediction(id))) for id, (told, _) in articles.items())
    return compare((_kinds(told, told.text), _kinds(guess, told.text)) for told, guess in both)


def _kinds[Record: (Labelled, Prediction)](record: Record, text: str) -> Record:
    """The record with the kind that the lexicon gives to each cue, where it tells none."""
    from msgspec.structs import replace

    told = (replace(one, cue_kind=one.cue_kind or _kind(text, one)) for one in record.statements)
    return replace(record, statements=tuple(told))


def _kind(text: str, statement: "StatementRecord") -> str | None:
    from ingest.attributing import cues
    from ingest.skeleton import skeleton

    if statement.cue is None:
        return "say"  # a colon
    printed = text[slice(*statement.cue)]
    return next((hit.entry.cue.kind for hit in cues.find(printed, skeleton(printed))), None)


def _print(lines: "list[Line]", form: str | None, tongue: "Tongue", *, whole: bool) -> None:
    from queries.scoring import layout

    if form == "table" or (form is None and sys.stdout.isatty()):
        layout.terminal(lines, sys.stdout, tongue, whole=whole)
    else:
        layout.jsonl(lines, sys.stdout)


def _write(path: Path, comparison: "Comparison", lines: "list[Line]", name: str, tongue: "Tongue") -> None:
    from graph.sinks.targets import written
    from queries.scoring.report import report
    from queries.scoring.report_html import html
    from queries.scoring.report_markdown import markdown

    told = report(comparison, lines, name, tongue)
    with written(path) as stream:
        stream.write((markdown(told) if path.suffix.lower() == ".md" else html(told)).encode("utf-8", "replace"))
