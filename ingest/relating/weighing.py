"""How likely a sentence tells each relation that it could tell: the weights of its clues, added up."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp

from ingest.relating import candidates, clues
from ingest.relating.candidates import Cast, Pair
from ingest.relating.clues import Clues, Stage
from ingest.relating.verdicts import Scored

BIAS = ""  # the clue that every candidate has
_HOPELESS = -7.0  # odds that the places of a pair together do not mend
MOODS = {"c:cneg": "cneg", "c:fut": "fut", "c:cond": "cond", "c:q": "q", "c:must": "must", "c:subj": "subj"}

type Weights = Mapping[str, Mapping[str, tuple[float, float]]]
"""By type and clue, natural logarithms of odds; for acts two: of the type itself, and of any type of its quad class."""


@dataclass(frozen=True, slots=True)
class Scales:
    """The weights of clues about acts, and of hints."""

    acts: Weights
    hint_biases: Mapping[str, float]
    hints: Mapping[str, Mapping[str, float]]


def weigh(stage: Stage) -> Iterator[tuple[Scored, Scored]]:
    """All that a sentence could tell, each with the chance of its type and that of its quad class."""
    there = list(candidates.pairs(stage))
    for cast in candidates.casts(stage):
        yield from _acted(stage, cast, there)
    yield from _hinted(stage, there)


def _acted(stage: Stage, cast: Cast, there: Sequence[tuple[Pair, bool]]) -> Iterator[tuple[Scored, Scored]]:
    kinds = cast.act.predicate.types
    moods = frozenset(MOODS[clue] for clue in cast.clues if clue in MOODS)
    of_act = {kind: _sums(kind, (BIAS, *cast.clues)) for kind in kinds}
    of_side = {(kind, *side): _all(kind, told) for kind in kinds for side, told in cast.sides.items()}
    for (a, b), in_order in there:
        so_far = {
            kind: _added((of_act[kind], of_side[kind, "a", a], of_side[kind, "b", b]))
            for kind in candidates.types(cast.act, in_order)
        }
        if all(max(odds) < _HOPELESS for odds in so_far.values()):
            continue
        told = candidates.pair_groups(stage, cast, (a, b))
        for kind, odds in so_far.items():
            fine, broad = _added((odds, _all(kind, told)))
            scored = Scored(_chance(fine), kind, a, b, stage.index, cast.act, moods)
            yield scored, scored._replace(chance=_chance(broad))


def _hinted(stage: Stage, there: Sequence[tuple[Pair, bool]]) -> Iterator[tuple[Scored, Scored]]:
    scales, words = the_scales(), clues.sentence_hints(stage)
    of_words = {kind: scales.hint_biases[kind] + _sum(scales.hints[kind], words) for kind in candidates.HINTED}
    sides = {(side, code): clues.state_hints(stage, code, side) for side in "ab" for code in stage.codes}
    of_sides = {(kind, *side): _sum(scales.hints[kind], told) for kind in of_words for side, told in sides.items()}
    for (a, b), in_order in there:
        told = clues.couple_hints(stage, (a, b))
        for kind in candidates.hinted(in_order):
            total = of_words[kind] + of_sides[kind, "a", a] + of_sides[kind, "b", b] + _sum(scales.hints[kind], told)
            scored = Scored(_chance(total), kind, a, b, stage.index, None, frozenset())
            yield scored, scored


def _added(odds: Iterable[tuple[float, float]]) -> tuple[float, float]:
    fine = broad = 0.0
    for one, other in odds:
        fine += one
        broad += other
    return fine, broad


def _all(kind: str, groups: Iterable[Clues]) -> tuple[float, float]:
    return _added([_sums(kind, group) for group in groups])


@lru_cache(maxsize=1 << 16)
def _sums(kind: str, group: Clues) -> tuple[float, float]:
    weights = the_scales().acts[kind]
    return _added([weights[clue] for clue in group if clue in weights])


def _sum(weights: Mapping[str, float], told: Iterable[str]) -> float:
    total = 0.0
    for clue in told:
        if clue in weights:
            total += weights[clue]
    return total


def _chance(total: float) -> float:
    return 1 / (1 + exp(-max(total, -700.0)))


@cache
def the_scales() -> Scales:
    """The weights of ingest/models."""
    read = json.loads(files("ingest").joinpath("models/relations-clues.json").read_text(encoding="utf-8"))
    acts = {kind: {clue: (fine, broad) for clue, (fine, broad) in read["acts"][kind].items()} for kind in read["acts"]}
    return Scales(acts, read["hint_biases"], read["hints"])
