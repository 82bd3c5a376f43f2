"""What went wrong, fact by fact and kind by kind; as many of each kind as the figures count."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from queries.scoring.figures import same_country, same_voice
from queries.scoring.matching import overlap
from queries.scoring.records import Labelled, RelationRecord, StatementRecord
from queries.scoring.verdicts import Comparison, Verdict

type Kind = Literal[
    "missed", "spurious", "speaker", "boundary", "country", "type", "relation_missed", "relation_spurious"
]

KINDS: tuple[Kind, ...] = get_args(Kind.__value__)


@dataclass(frozen=True, slots=True)
class StatementMistake:
    """`gold` beside `predicted`; of a missed or spurious one the other is the one that shares most words, if any."""

    kind: Kind
    article: Labelled
    gold: StatementRecord | None
    predicted: StatementRecord | None

    @property
    def overlap(self) -> float | None:
        """What the two contents share, Dice of characters; None where there is one only."""
        return overlap(self.gold.content, self.predicted.content) if self.gold and self.predicted else None


@dataclass(frozen=True, slots=True)
class RelationMistake:
    """The missed or spurious relation, and what the other side has between the same two."""

    kind: Kind
    article: Labelled
    gold: tuple[RelationRecord, ...]
    predicted: tuple[RelationRecord, ...]


type Mistake = StatementMistake | RelationMistake


def mistakes(comparison: Comparison) -> Iterator[tuple[Kind, tuple[Mistake, ...]]]:
    """Every kind with its mistakes, in the order of the articles; boundaries with the farthest off first."""
    yield "missed", tuple(_missed(comparison))
    yield "spurious", tuple(_spurious(comparison))
    yield "speaker", tuple(_found(comparison, "speaker", same_voice))
    yield "boundary", _farthest_first(_found(comparison, "boundary", _same_words))
    yield "country", tuple(_found(comparison, "country", _right_country))
    yield "type", tuple(_found(comparison, "type", lambda gold, guess: gold.type == guess.type))
    yield "relation_missed", tuple(_relations_missed(comparison))
    yield "relation_spurious", tuple(_relations_spurious(comparison))


def _missed(comparison: Comparison) -> Iterator[StatementMistake]:
    others = _by_article(comparison.statements.predicted)
    for article, gold, match in comparison.statements.gold:
        if match is None:
            yield StatementMistake("missed", article, gold, _nearest(gold, others.get(article.id, ())))


def _spurious(comparison: Comparison) -> Iterator[StatementMistake]:
    others = _by_article(comparison.statements.gold)
    for article, guess, match in comparison.statements.predicted:
        if match is None:
            yield StatementMistake("spurious", article, _nearest(guess, others.get(article.id, ())), guess)


def _found(
    comparison: Comparison, kind: Kind, agree: Callable[[StatementRecord, StatementRecord], bool]
) -> Iterator[StatementMistake]:
    for article, gold, match in comparison.statements.gold:
        if match and not agree(gold, match):
            yield StatementMistake(kind, article, gold, match)


def _farthest_first(found: Iterable[StatementMistake]) -> tuple[Mistake, ...]:
    return tuple(sorted(found, key=lambda mistake: mistake.overlap or 0))


def _same_words(gold: StatementRecord, guess: StatementRecord) -> bool:
    return overlap(gold.content, guess.content) == 1


def _right_country(gold: StatementRecord, guess: StatementRecord) -> bool:
    """As the figure has it: only a labelled country can be missed."""
    return not gold.speaker.country or same_country(gold, guess)


def _relations_missed(comparison: Comparison) -> Iterator[RelationMistake]:
    others = _by_article(comparison.types.predicted)
    for article, gold, match in comparison.types.gold:
        if match is None:
            yield RelationMistake("relation_missed", article, (gold,), _between(gold, others.get(article.id, ())))


def _relations_spurious(comparison: Comparison) -> Iterator[RelationMistake]:
    others = _by_article(comparison.types.gold)
    for article, guess, match in comparison.types.predicted:
        if match is None:
            yield RelationMistake("relation_spurious", article, _between(guess, others.get(article.id, ())), (guess,))


def _by_article[Record](verdicts: Iterable[Verdict[Record]]) -> dict[str | int, list[Record]]:
    found: dict[str | int, list[Record]] = {}
    for told in verdicts:
        found.setdefault(told.article.id, []).append(told.record)
    return found


def _nearest(statement: StatementRecord, others: Iterable[StatementRecord]) -> StatementRecord | None:
    shared = [(overlap(statement.content, other.content), other) for other in others]
    most, nearest = max(shared, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if most else None


def _between(relation: RelationRecord, others: Iterable[RelationRecord]) -> tuple[RelationRecord, ...]:
    ends = {relation.source, relation.target}
    return tuple(other for other in others if {other.source, other.target} == ends)
