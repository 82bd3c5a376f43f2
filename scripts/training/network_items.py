"""What the network is taught: pairs of states in the sentences of lessons, and what each sentence tells of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.relating import candidates, predicates
from ingest.relating.clues import Stage
from ingest.relating.network.reader import Pair
from ingest.relating.network.views import TYPES, Floats, View, Vocabulary, affixes, facts, pair_marks, printed, view
from training.relation_lessons import Lesson, key_of

RARE = 3  # words and affixes seen less often are unknown
STATES = 8  # of a sentence, whose pairs are lessons


@dataclass(frozen=True)
class Item:
    """A pair of states in a sentence of a lesson: what it tells of each type, 1 or 0, and what of that is known."""

    lesson: int
    stage: Stage
    pair: Pair
    told: Floats
    known: Floats


def items(taught: Sequence[Lesson]) -> list[Item]:
    """Every ordered pair of states of every sentence that could tell something."""
    found = []
    for index, lesson in enumerate(taught):
        for stage in candidates.stages(lesson.company):
            there = set(stage.codes[:STATES])
            pairs = [pair for pair, _ in candidates.pairs(stage) if there.issuperset(pair)]
            found += [Item(index, stage, pair, *_told(lesson, stage, pair)) for pair in pairs]
    return found


def _told(lesson: Lesson, stage: Stage, pair: Pair) -> tuple[Floats, Floats]:
    """What a sentence tells; what an article tells elsewhere, it could tell here too."""
    start, end = stage.company.reading.sentences[stage.index]
    told, known = np.zeros(len(TYPES), np.float32), np.ones(len(TYPES), np.float32)
    for at, kind in enumerate(TYPES):
        spans = lesson.gold.get(key_of(kind, *pair))
        if spans is not None:
            told[at] = any(first < end and start < last for first, last in spans)
            known[at] = told[at]
    return told, known


def vocabulary(taught: Sequence[Item]) -> tuple[Vocabulary, dict[str, list[str]]]:
    """The numbers of all that is not rare, and the lists that they are numbered by."""
    stages = {id(item.stage): item.stage for item in taught}
    words = Counter(word for stage in stages.values() for word in printed(stage))
    parts = Counter(affix for word in words if not word.startswith("<") for affix in affixes(word))
    lists = {
        "words": ["<>", "<?>", *sorted(word for word, count in words.items() if count >= RARE)],
        "affixes": ["", *sorted(affix for affix, count in parts.items() if count >= RARE)],
        "rules": ["", *sorted({rule.id for rule in predicates.predicates()})],
    }
    return Vocabulary(**{name: {one: at for at, one in enumerate(told)} for name, told in lists.items()}), lists


@dataclass(frozen=True)
class Seen:
    """An item as the network takes it."""

    view: View
    marks: Floats
    facts: Floats
    told: Floats
    known: Floats


def seen(taught: Sequence[Item], known: Vocabulary) -> list[Seen]:
    views = {id(item.stage): item.stage for item in taught}
    laid = {key: view(stage, known) for key, stage in views.items()}
    return [
        Seen(
            laid[id(item.stage)], pair_marks(item.stage, item.pair), facts(item.stage, item.pair), item.told, item.known
        )
        for item in taught
    ]
