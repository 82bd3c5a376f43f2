"""How likely a sentence tells each relation that it could tell: the weights of its clues, added up."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from ingest.relating import candidates, clues
from ingest.relating.candidates import Cast, Pair
from ingest.relating.clues import Stage
from ingest.relating.verdicts import Scored

MOODS = {"c:cneg": "cneg", "c:fut": "fut", "c:cond": "cond", "c:q": "q", "c:must": "must", "c:subj": "subj"}

type Weights = Mapping[str, Mapping[str, Sequence[float]]]
"""By type and clue, natural logarithms of odds; for acts two: of the type itself, and of any type of its quad class."""


@dataclass(frozen=True, slots=True)
class Scales:
    """The weights of clues about acts, and of hints."""

    biases: Mapping[str, Sequence[float]]
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
    scales = the_scales()
    moods = frozenset(MOODS[clue] for clue in cast.clues if clue in MOODS)
    of_act = {kind: _sums(scales.acts[kind], cast.clues) for kind in cast.act.predicate.types}
    of_a = {(kind, code): _sums(scales.acts[kind], told) for kind in of_act for code, told in cast.a.items()}
    of_b = {(kind, code): _sums(scales.acts[kind], told) for kind in of_act for code, told in cast.b.items()}
    for (a, b), in_order in there:
        told = candidates.pair_clues(stage, cast, (a, b))
        for kind in candidates.types(cast.act, in_order):
            parts = (scales.biases[kind], of_act[kind], of_a[kind, a], of_b[kind, b], _sums(scales.acts[kind], told))
            fine, broad = (_chance(total) for total in map(sum, zip(*parts, strict=True)))
            scored = Scored(fine, kind, a, b, stage.index, cast.act, moods)
            yield scored, scored._replace(chance=broad)


def _hinted(stage: Stage, there: Sequence[tuple[Pair, bool]]) -> Iterator[tuple[Scored, Scored]]:
    scales, words = the_scales(), clues.sentence_hints(stage)
    of_words = {kind: _sum(scales.hints[kind], words) for kind in candidates.HINTED}
    sides = {(side, code): clues.state_hints(stage, code, side) for side in "ab" for code in stage.codes}
    of_sides = {(kind, *side): _sum(scales.hints[kind], told) for kind in of_words for side, told in sides.items()}
    for (a, b), in_order in there:
        told = clues.couple_hints(stage, (a, b))
        for kind in candidates.hinted(in_order):
            total = of_words[kind] + of_sides[kind, "a", a] + of_sides[kind, "b", b] + _sum(scales.hints[kind], told)
            chance = _chance(scales.hint_biases[kind] + total)
            scored = Scored(chance, kind, a, b, stage.index, None, frozenset())
            yield scored, scored


def _sums(weights: Mapping[str, Sequence[float]], told: Iterable[str]) -> tuple[float, float]:
    fine = broad = 0.0
    for clue in told:
        if clue in weights:
            one, other = weights[clue]
            fine += one
            broad += other
    return fine, broad


def _sum(weights: Mapping[str, float], told: Iterable[str]) -> float:
    return sum(weights[clue] for clue in told if clue in weights)


def _chance(total: float) -> float:
    return 1 / (1 + exp(-max(total, -700.0)))


@cache
def the_scales() -> Scales:
    """The weights of ingest/models."""
    read = json.loads(files("ingest").joinpath("models/relations-clues.json").read_text(encoding="utf-8"))
    return Scales(read["biases"], read["acts"], read["hint_biases"], read["hints"])
