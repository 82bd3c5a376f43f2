"""The guide's figures: precision, recall and F1 of statements, attributions and relations, accuracy of what goes along.

Counts are summed over the articles first (micro-averaged); shares are of 1, to four places.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from queries.scoring.matching import same_speaker
from queries.scoring.records import RelationRecord, StatementRecord
from queries.scoring.verdicts import Comparison, Sides, Verdict

type Measure = Literal[
    "span", "attribution", "country_accuracy", "type_accuracy", "relation_quad", "relation_type",
    "span_recall", "attribution_recall", "span_precision", "attribution_precision", "relation_precision",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """Of `gold` labelled facts `found` were predicted, of `predicted` ones `right` are labelled.

    Over whole articles `found` and `right` are equal; among statements that are called direct they need not be.
    """

    gold: int
    found: int
    predicted: int
    right: int

    @property
    def precision(self) -> float:
        return round(_share(self.right, self.predicted), 4)

    @property
    def recall(self) -> float:
        return round(_share(self.found, self.gold), 4)

    @property
    def f1(self) -> float:
        precision, recall = _share(self.right, self.predicted), _share(self.found, self.gold)
        return round(2 * precision * recall / (precision + recall), 4) if precision and recall else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many facts that tell what is asked, those that tell it right."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """None where no fact tells it."""
        return round(self.right / self.of, 4) if self.of else None


type Figure = Tally | Share


def figures(comparison: Comparison) -> Iterator[tuple[Measure, Figure]]:
    """The guide's figures over all that was compared."""
    yield from statement_figures(comparison.statements)
    yield "relation_quad", found(comparison.quads)
    yield "relation_type", found(comparison.types)


def statement_figures(statements: Sides[StatementRecord]) -> Iterator[tuple[Measure, Figure]]:
    """The figures of some statements; the accuracies are those of the labelled ones that were found."""
    yield "span", found(statements)
    yield "attribution", found(statements, same_voice)
    matched = [(told.record, told.match) for told in statements.gold if told.match]
    states = [(gold, guess) for gold, guess in matched if gold.speaker.country]
    yield "country_accuracy", Share(sum(same_country(gold, guess) for gold, guess in states), len(states))
    yield "type_accuracy", Share(sum(gold.type == guess.type for gold, guess in matched), len(matched))


def found[Record: (StatementRecord, RelationRecord)](
    sides: Sides[Record], agree: Callable[[Record, Record], bool] = lambda _gold, _guess: True
) -> Tally:
    """How many of either side have a match that also agrees in what is asked."""

    def right(verdict: Verdict[Record], *, labelled: bool) -> bool:
        if verdict.match is None:
            return False
        return agree(verdict.record, verdict.match) if labelled else agree(verdict.match, verdict.record)

    return Tally(
        len(sides.gold),
        sum(right(verdict, labelled=True) for verdict in sides.gold),
        len(sides.predicted),
        sum(right(verdict, labelled=False) for verdict in sides.predicted),
    )


def same_voice(gold: StatementRecord, predicted: StatementRecord) -> bool:
    """Whether two statements are given to the same speaker."""
    return same_speaker(gold.speaker, predicted.speaker)


def same_country(gold: StatementRecord, predicted: StatementRecord) -> bool:
    """Whether their speakers belong to the same state or body."""
    return gold.speaker.country == predicted.speaker.country


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
