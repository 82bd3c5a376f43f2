"""How likely a sentence tells each relation that it could tell: the weights of its clues, added up."""

import json
from collections import defaultdict
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
LEAST = -5.8  # odds, natural logarithm, below which a candidate is not worth remembering
_HOPELESS = -7.5  # odds that the places of a pair together do not mend
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
            if max(fine, broad) < LEAST:
                continue
            scored = Scored(_chance(fine), kind, a, b, stage.index, cast.act, moods)
            yield scored, scored._replace(chance=_chance(broad))


def _hinted(stage: Stage, there: Sequence[tuple[Pair, bool]]) -> Iterator[tuple[Scored, Scored]]:
    biases = the_scales().hint_biases
    words = _hints(clues.sentence_hints(stage))
    sides = {(side, code): _hints(clues.state_hints(stage, code, side)) for side in "ab" for code in stage.codes}
    for (a, b), in_order in there:
        of_a, of_b, of_both = sides["a", a], sides["b", b], _hints(clues.couple_hints(stage, (a, b)))
        for kind in candidates.hinted(in_order):
            total = biases[kind] + words[kind] + of_a[kind] + of_b[kind] + of_both[kind]
            if total < LEAST:
                continue
            scored = Scored(_chance(total), kind, a, b, stage.index, None, frozenset())
            yield scored, scored


def _hints(told: Iterable[str]) -> dict[str, float]:
    """The weights of hints added up by type."""
    totals, known = dict.fromkeys(candidates.HINTED, 0.0), _by_hint()
    for clue in told:
        for kind, weight in known.get(clue, ()):
            totals[kind] += weight
    return totals


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


def _chance(total: float) -> float:
    return 1 / (1 + exp(-max(total, -700.0)))


@cache
def the_scales() -> Scales:
    """The weights of ingest/models."""
    read = json.loads(files("ingest").joinpath("models/relations-clues.json").read_text(encoding="utf-8"))
    acts = {kind: {clue: (fine, broad) for clue, (fine, broad) in read["acts"][kind].items()} for kind in read["acts"]}
    return Scales(acts, read["hint_biases"], read["hints"])


@cache
def _by_hint() -> Mapping[str, Sequence[tuple[str, float]]]:
    found = defaultdict[str, list[tuple[str, float]]](list)
    for kind, weights in the_scales().hints.items():
        for clue, weight in weights.items():
            found[clue].append((kind, weight))
    return found
