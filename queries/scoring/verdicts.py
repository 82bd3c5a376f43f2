"""Labelled articles held against predictions: for each labelled and each predicted fact the one it agrees with."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from queries.scoring.matching import Key, by_quad, by_type, pairs
from queries.scoring.records import Labelled, Prediction, RelationRecord, StatementRecord


class Verdict[Record](NamedTuple):
    """One fact of one side; `match` is the other side's fact that agrees with it, None where none does."""

    article: Labelled
    record: Record
    match: Record | None


class Sides[Record](NamedTuple):
    """The same facts twice: what people labelled, what was predicted."""

    gold: tuple[Verdict[Record], ...]
    predicted: tuple[Verdict[Record], ...]


class Comparison(NamedTuple):
    """All verdicts over a set of articles; relations of the same key in one article are one."""

    articles: tuple[Labelled, ...]
    statements: Sides[StatementRecord]
    types: Sides[RelationRecord]  # relations, held against each other by their type
    quads: Sides[RelationRecord]  # by their quad class


def compare(articles: Iterable[tuple[Labelled, Prediction]]) -> Comparison:
    """The verdicts on each labelled article and what was predicted of it."""
    told = tuple(articles)
    return Comparison(
        tuple(article for article, _ in told),
        _joined(_statements(article, guess) for article, guess in told),
        _joined(_relations(article, guess, by_type) for article, guess in told),
        _joined(_relations(article, guess, by_quad) for article, guess in told),
    )


def _joined[Record](parts: Iterable[Sides[Record]]) -> Sides[Record]:
    told = tuple(parts)
    return Sides(
        tuple(verdict for part in told for verdict in part.gold),
        tuple(verdict for part in told for verdict in part.predicted),
    )


def _statements(article: Labelled, guess: Prediction) -> Sides[StatementRecord]:
    paired = pairs(article.statements, guess.statements)
    found = {i: guess.statements[j] for i, j in paired}
    right = {j: article.statements[i] for i, j in paired}
    return Sides(
        tuple(Verdict(article, record, found.get(i)) for i, record in enumerate(article.statements)),
        tuple(Verdict(article, record, right.get(j)) for j, record in enumerate(guess.statements)),
    )


def _relations(article: Labelled, guess: Prediction, key: Callable[[RelationRecord], Key]) -> Sides[RelationRecord]:
    gold, predicted = dict(_first(article.relations, key)), dict(_first(guess.relations, key))
    return Sides(
        tuple(Verdict(article, record, predicted.get(same)) for same, record in gold.items()),
        tuple(Verdict(article, record, gold.get(same)) for same, record in predicted.items()),
    )


def _first(
    relations: Iterable[RelationRecord], key: Callable[[RelationRecord], Key]
) -> Iterator[tuple[Key, RelationRecord]]:
    """The first relation of each key, in the order of the record."""
    met = set[Key]()
    for relation in relations:
        if (same := key(relation)) not in met:
            met.add(same)
            yield same, relation
