"""The error report: figures and counts first, then every mistake with its sentence, labels against predictions."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from graph.facts import Span
from queries.scoring.breakdowns import Line, cue, outlet
from queries.scoring.excerpts import Mark, Piece, excerpt
from queries.scoring.mistakes import Kind, Mistake, RelationMistake, StatementMistake, mistakes
from queries.scoring.records import Labelled, RelationRecord, StatementRecord
from queries.scoring.tables import Table, tables
from queries.scoring.verdicts import Comparison
from queries.scoring.vocabulary import count, percent, said
from queries.wording import Tongue, country, plain, word


class Side(NamedTuple):
    """What one side says of a fact, part by part; `code` the rule that says it."""

    head: str
    parts: tuple[str, ...]
    code: str = ""


class Item(NamedTuple):
    """A mistake in its sentence."""

    pieces: tuple[Piece, ...]
    sides: tuple[Side, ...]
    note: str = ""


class Paper(NamedTuple):
    """The mistakes of one article, or of one stretch of them."""

    id: str
    heading: str
    items: tuple[Item, ...]


class Section(NamedTuple):
    """The mistakes of one kind."""

    kind: Kind
    heading: str
    told: str
    number: str
    papers: tuple[Paper, ...]


class Report(NamedTuple):
    """All that a report says, in one tongue."""

    tongue: Tongue
    title: str
    size: str
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]


def report(comparison: Comparison, lines: Iterable[Line], name: str, tongue: Tongue) -> Report:
    """The report on a comparison, headed by the name of what was labelled."""
    sizes = (len(comparison.articles), len(comparison.statements.gold), len(comparison.types.gold))
    return Report(
        tongue,
        f"{said('title', tongue)} · {plain(name)}",
        said("size", tongue).format(*(count(size, tongue) for size in sizes)),
        tuple(tables(lines, tongue)),
        tuple(_section(kind, found, tongue) for kind, found in mistakes(comparison)),
    )


def _section(kind: Kind, found: tuple[Mistake, ...], tongue: Tongue) -> Section:
    papers = tuple(
        Paper(plain(str(article.id)), _heading(article), tuple(_item(mistake, tongue) for mistake in told))
        for article, told in _together(found)
    )
    return Section(kind, said(kind, tongue), said(f"{kind}_told", tongue), count(len(found), tongue), papers)


def _together(found: Iterable[Mistake]) -> Iterator[tuple[Labelled, list[Mistake]]]:
    for _, told in groupby(found, key=lambda mistake: mistake.article.id):
        same = list(told)
        yield same[0].article, same


def _heading(article: Labelled) -> str:
    return " · ".join(plain(part) for part in (article.title or "", outlet(article)) if part)


def _item(mistake: Mistake, tongue: Tongue) -> Item:
    if isinstance(mistake, RelationMistake):
        return _relation(mistake, tongue)
    return _statement(mistake, tongue)


def _statement(mistake: StatementMistake, tongue: Tongue) -> Item:
    article = mistake.article
    both: tuple[tuple[Mark, StatementRecord | None], ...] = (("gold", mistake.gold), ("predicted", mistake.predicted))
    sides = [(side, told) for side, told in both if told]
    marked = [(side, span) for side, told in sides for span in told.content]
    shown = mistake.predicted if mistake.kind == "spurious" else mistake.gold
    note = "" if mistake.overlap is None else f"{said('overlap', tongue)} {percent(mistake.overlap, tongue)}"
    return Item(
        excerpt(article.text, [*marked, *_frame(shown)]),
        tuple(
            Side(said(side, tongue), tuple(_voice(article, told, tongue)), plain(told.rule or ""))
            for side, told in sides
        ),
        note,
    )


def _frame(statement: StatementRecord | None) -> Iterator[tuple[Mark, Span]]:
    """Where the speaker is named, and the cue."""
    if statement and statement.mention:
        yield "speaker", statement.mention
    if statement and statement.cue:
        yield "cue", statement.cue


def _voice(article: Labelled, statement: StatementRecord, tongue: Tongue) -> Iterator[str]:
    speaker = statement.speaker
    names = [speaker.name] if speaker.name is not None else list(speaker.names)
    yield " = ".join(map(plain, names)) or "—"
    if speaker.role:
        yield plain(speaker.role)
    if speaker.country:
        yield country(speaker.country, tongue)
    yield f"«{plain(cue(article, statement))}»"
    if statement.type:
        yield word(statement.type, tongue)


def _relation(mistake: RelationMistake, tongue: Tongue) -> Item:
    marked: list[tuple[Mark, Span]] = []
    shown = mistake.gold if mistake.kind == "relation_missed" else mistake.predicted
    side: Mark = "gold" if mistake.kind == "relation_missed" else "predicted"
    marked.extend((side, relation.evidence) for relation in shown if relation.evidence)
    return Item(
        excerpt(mistake.article.text, marked),
        tuple(
            Side(said(head, tongue), (_act(relation, tongue),), plain(relation.rule or ""))
            for head, told in (("gold", mistake.gold), ("predicted", mistake.predicted))
            for relation in told
        ),
    )


def _act(relation: RelationRecord, tongue: Tongue) -> str:
    arrow = "←" if tongue == "fa" else "→"
    act = word(relation.type, tongue) + (f" ({relation.type})" if tongue == "fa" else "")
    return f" {arrow} ".join((country(relation.source, tongue), act, country(relation.target, tongue)))
