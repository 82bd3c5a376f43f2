"""All that the lessons' sentences could tell, with what speaks for and against it as the columns of a table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from graph.facts import Span
from graph.plover import quad
from ingest.relating import candidates
from ingest.relating.clues import Stage
from ingest.relating.gate import Gate
from ingest.relating.verdicts import Scored
from ingest.relating.weighing import BIAS
from training.relation_lessons import Lesson, key_of

SHARED = ("o:", "c:", "b:", "h")  # clues that weigh alike for all types, and besides for each
RARE = 3  # clues seen less often are left out
ALONE = 0.4  # what a sentence of the textbook weighs, where one of an article weighs 1
LOST = 0.03  # of the sentences that tell a relation by an act, the share that the gate may cost
_LEAN, _USUAL = 0.5, 15.0  # what is seen of a trait before anything is seen


@dataclass
class Candidate:
    """One relation that a sentence could tell. `told` 1 where it does, 0 where not, None where nobody knows."""

    lesson: int
    scored: Scored
    clues: Sequence[str]
    told: float | None = None
    told_class: float | None = None
    worth: float = 1.0


@dataclass
class Matter:
    """The candidates with their clues as columns, and what each weighs as a lesson."""

    candidates: list[Candidate] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    table: csr_matrix | None = None

    @cached_property
    def worth(self) -> NDArray[np.float64]:
        return np.array([one.worth for one in self.candidates])


def collect(taught: Sequence[Lesson], gate: Gate) -> Matter:
    """All candidates of all lessons."""
    matter = Matter()
    for index, lesson in enumerate(taught):
        classes = lesson.classes()
        for candidate in _candidates(lesson, index, gate):
            scored, act = candidate.scored, candidate.scored.act
            candidate.told = _told(lesson.gold.get(scored.key), (act.start, act.start + 1))
            candidate.told_class = _told(classes.get(scored.wide), (act.start, act.start + 1))
            if lesson.alone:
                candidate.clues = [clue for clue in candidate.clues if not clue.startswith("b:")]
                candidate.worth = ALONE
            matter.candidates.append(candidate)
    lay_out(matter)
    return matter


def gate_of(taught: Sequence[Lesson]) -> Gate:
    """What each trait of a place speaks for, and how low the odds of those that tell something go."""
    seen: list[tuple[list[str], bool]] = []
    for lesson in taught:
        for stage in candidates.stages(lesson.company):
            seen += _placed(stage, lesson)
    yes, no = Counter[str](), Counter[str]()
    for traits, tells in seen:
        (yes if tells else no).update(traits)
    usual = sum(tells for _, tells in seen) / len(seen)
    odds = {
        trait: round(log((yes[trait] + _LEAN) / (yes[trait] + no[trait] + _USUAL) / usual), 2)
        for trait in sorted(yes | no)
    }
    told = sorted(sum(odds[trait] for trait in traits) for traits, tells in seen if tells)
    return Gate(odds, round(told[int(LOST * len(told))], 2))


def _placed(stage: Stage, lesson: Lesson) -> Iterator[tuple[list[str], bool]]:
    for cast in candidates.casts(stage):
        place = cast.act.start, cast.act.start + 1
        for pair, in_order in candidates.pairs(stage):
            kinds = candidates.types(cast.act, in_order)
            tells = any(_told(lesson.gold.get(key_of(kind, *pair)), place) for kind in kinds)
            yield list(cast.pairing(pair).traits()), tells


def _candidates(lesson: Lesson, index: int, gate: Gate) -> Iterator[Candidate]:
    for stage in candidates.stages(lesson.company):
        there = list(candidates.pairs(stage))
        for cast in candidates.casts(stage):
            for (a, b), in_order in there:
                kinds = candidates.types(cast.act, in_order)
                if not kinds or not gate.passes(cast.pairing((a, b))):
                    continue
                told = candidates.told(cast, (a, b))
                peers = cast.peers((a, b))
                for kind in kinds:
                    turns = cast.turns((a, b), kind)
                    yield Candidate(index, Scored(0.0, 0.0, kind, a, b, stage.index, cast.act, turns, 0.0, peers), told)


def _told(spans: Sequence[Span] | None, place: Span) -> float | None:
    if spans is None:
        return 0.0
    return 1.0 if any(start < place[1] and place[0] < end for start, end in spans) else None


def lay_out(matter: Matter) -> None:
    """Clues as columns: each for its type, for its quad class, and some for all; the rare ones left out."""
    counts, rows = Counter[str](), []
    for candidate in matter.candidates:
        row = sorted(set(_columns(candidate)))
        counts.update(row)
        rows.append(row)
    kept = sorted(column for column, count in counts.items() if count >= RARE)
    matter.columns = {column: index for index, column in enumerate(kept)}
    indices = [[matter.columns[column] for column in row if column in matter.columns] for row in rows]
    flat = np.fromiter((index for row in indices for index in row), dtype=np.int32)
    ends = np.concatenate(([0], np.cumsum([len(row) for row in indices])))
    matter.table = csr_matrix((np.ones(len(flat), np.float32), flat, ends), shape=(len(rows), len(kept)))


def _columns(candidate: Candidate) -> Iterator[str]:
    kind = candidate.scored.type
    for clue in candidate.clues:
        yield f"{kind}|{clue}"
        yield f"{quad(kind)}|{clue}"
        if clue.startswith(SHARED):
            yield clue
    yield f"{kind}|{BIAS}"
