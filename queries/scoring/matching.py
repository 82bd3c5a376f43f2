"""Which predicted statement is which labelled one, whether their speakers agree, and when two relations are the same.

The definitions are those of the annotation guide's section "Scores".
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from graph.facts import Span
from graph.plover import MUTUAL, quad
from queries.scoring.records import RelationRecord, SpeakerRecord, StatementRecord

OVERLAP: Final = 0.6
"""The least Dice of characters, a share of 1, at which two contents are of the same statement."""

type Pair = tuple[int, int]
"""The place of a statement among the labelled ones, and of its match among the predicted ones."""

type Key = tuple[str, str, str]
"""Source, target and type (or quad class) of a relation; the codes sorted where the type has no direction."""

# The measure's own letters: how the extractor spells for matching may change, what counts as the same name may not.
_LETTERS: Final = str.maketrans("يىئكةۀأإآؤ", "یییکههاااو")
_SILENT: Final = re.compile("[^0-9a-zA-Zء-ۿ]")


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """How much two contents share: Dice of their characters, a share of 1; 0 where both are empty."""
    a, b = _characters(one), _characters(other)
    return _dice(a, b)


def pairs(gold: Sequence[StatementRecord], predicted: Sequence[StatementRecord]) -> list[Pair]:
    """Statements of the same words, one to one, those that overlap best first; of equals the earlier."""
    ours = [_characters(statement.content) for statement in gold]
    theirs = [_characters(statement.content) for statement in predicted]
    near = ((_dice(a, b), (i, j)) for i, a in enumerate(ours) for j, b in enumerate(theirs))
    best_first = sorted((-shared, pair) for shared, pair in near if shared >= OVERLAP)
    return _one_to_one(pair for _, pair in best_first)


def same_speaker(gold: SpeakerRecord, predicted: SpeakerRecord) -> bool:
    """Whether the predicted name is one of the labelled ones, whatever its spaces, marks and letter variants."""
    said = _spelled(predicted.name if predicted.name is not None else next(iter(predicted.names), ""))
    return bool(said) and said in {_spelled(name) for name in gold.names or (gold.name or "",)}


def by_type(relation: RelationRecord) -> Key:
    """What makes two relations the same, type by type."""
    return (*_ends(relation), relation.type)


def by_quad(relation: RelationRecord) -> Key:
    """What makes two relations the same, quad class by quad class."""
    return (*_ends(relation), str(quad(relation.type)))


def _ends(relation: RelationRecord) -> tuple[str, str]:
    ends = relation.source, relation.target
    return (min(ends), max(ends)) if relation.type in MUTUAL else ends


def _characters(content: Iterable[Span]) -> set[int]:
    return {place for start, end in content for place in range(start, end)}


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _one_to_one(best_first: Iterable[Pair]) -> list[Pair]:
    taken: list[Pair] = []
    gold, predicted = set[int](), set[int]()
    for i, j in best_first:
        if i not in gold and j not in predicted:
            gold.add(i)
            predicted.add(j)
            taken.append((i, j))
    return taken


def _spelled(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).translate(_LETTERS)
    return _SILENT.sub("", "".join(letter for letter in text if not unicodedata.combining(letter))).lower()
