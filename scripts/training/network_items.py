"""What the network is taught: pairs of states in the sentences of lessons, and what each sentence tells of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.relating import candidates, predicates
from ingest.relating.candidates import Pair
from ingest.relating.clues import Stage
from ingest.relating.network.pairs import Seen, facts, pair_marks
from ingest.relating.network.views import TYPES, Floats, View, Vocabulary, affixes, printed, view
from training.relation_lessons import Lesson, key_of

RARE = 3  # words and affixes seen less often are unknown
RARE_SEAT = 60
STATES = 8  # of a sentence, whose pairs are lessons


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of a lesson; `view` as the network takes it."""

    lesson: int
    index: int
    view: View


@dataclass(frozen=True)
class Item:
    """A pair of states in a sentence as the network takes it: what is told of each type, and what of that is known."""

    sentence: Sentence
    pair: Pair
    marks: Floats
    facts: Floats
    told: Floats
    known: Floats


def laid(taught: Sequence[Lesson]) -> tuple[list[Item], Vocabulary, dict[str, list[str]]]:
    """Every ordered pair of states of every sentence that could tell something; the vocabulary, and as lists."""
    seen = [
        (index, Seen(stage, list(candidates.casts(stage))))
        for index, lesson in enumerate(taught)
        for stage in candidates.stages(lesson.company)
    ]
    known, lists = vocabulary([one.stage for _, one in seen])
    return [item for index, one in seen for item in _items(taught[index], index, one, known)], known, lists


def _items(lesson: Lesson, index: int, seen: Seen, known: Vocabulary) -> Iterator[Item]:
    stage, there = seen.stage, set(seen.stage.codes[:STATES])
    sentence = Sentence(index, stage.index, view(stage, known))
    for pair, _ in candidates.pairs(stage):
        if there.issuperset(pair):
            marks = pair_marks(seen, pair)
            yield Item(sentence, pair, marks, facts(stage, pair), *_told(lesson, stage, pair))


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


def vocabulary(stages: Sequence[Stage]) -> tuple[Vocabulary, dict[str, list[str]]]:
    """The numbers of all that is not rare, and the lists that they are numbered by."""
    words = Counter(word for stage in stages for word in printed(stage))
    parts = Counter(affix for word in words if not word.startswith("<") for affix in affixes(word))
    seats = Counter(seat for stage in stages for seat in stage.seats.bases.values())
    lists = {
        "words": ["<>", "<?>", *sorted(word for word, count in words.items() if count >= RARE)],
        "affixes": ["", *sorted(affix for affix, count in parts.items() if count >= RARE)],
        "rules": ["", *sorted({rule.id for rule in predicates.predicates()})],
        "seats": ["", "?", *sorted(seat for seat, count in seats.items() if count >= RARE_SEAT)],
    }
    return Vocabulary(**{name: {one: at for at, one in enumerate(told)} for name, told in lists.items()}), lists
