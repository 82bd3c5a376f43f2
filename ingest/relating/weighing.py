"""How likely a sentence tells each relation that it could tell: the weights of its clues, added up."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp

from ingest.relating import candidates
from ingest.relating.candidates import Cast, Pair
from ingest.relating.clues import Clues, Stage
from ingest.relating.gate import the_gate
from ingest.relating.verdicts import UNREAL, Scored

BIAS = ""  # the clue that every candidate has
HOPELESS = -1.8  # odds of a pair that its grammar does not mend
LEAST = -5.8  # odds, natural logarithm, below which a candidate is not worth remembering

_UNREALS = frozenset(("cneg", "none", "cond", "c:cneg", "c:none", "c:cond"))

type Weights = Mapping[str, Mapping[str, tuple[float, float]]]
"""By type and clue, natural logarithms of odds: of the type itself, and of any type of its quad class."""


@dataclass(frozen=True, slots=True)
class Scales:
    """The weights of clues, and the chance from which a relation is read."""

    acts: Weights
    threshold: float


def weigh(stage: Stage) -> Iterator[Scored]:
    """All that a sentence could tell, by each of its acts."""
    there = list(candidates.pairs(stage))
    for cast in candidates.casts(stage):
        yield from _acted(stage, cast, there)


def _acted(stage: Stage, cast: Cast, there: Sequence[tuple[Pair, bool]]) -> Iterator[Scored]:
    gate = the_gate()
    likely = [told for told in there if gate.passes(cast.pairing(told[0]))]
    if not likely:
        return
    moods = cast.moods
    of_act = {kind: _sums(kind, (BIAS, *cast.clues)) for kind in cast.act.predicate.types}
    unreal = bool(moods & UNREAL)
    for (a, b), in_order in likely:
        groups = (*cast.side("a", a), *cast.side("b", b), *candidates.pair_groups(cast, (a, b)))
        peers = cast.peers((a, b))
        so_far = {kind: _added((of_act[kind], _all(kind, groups))) for kind in candidates.types(cast.act, in_order)}
        hopeless = not unreal and all(max(odds) < HOPELESS for odds in so_far.values())
        grammar = () if hopeless else candidates.grammar_groups(cast, (a, b))
        for kind, odds in so_far.items():
            fine, broad = _added((odds, _all(kind, grammar)))
            bare = _bare(kind, (cast.clues, *groups, *grammar)) if unreal else fine
            if max(fine, broad, bare) >= LEAST:
                chances = _chance(fine), _chance(broad)
                turns = cast.turns((a, b), kind)
                yield Scored(*chances, kind, a, b, stage.index, cast.act, turns, _chance(bare), peers)


def _bare(kind: str, groups: Iterable[Clues]) -> float:
    """The odds of a type but for the turns that deny the act or make it depend."""
    kept = (tuple(clue for clue in group if not _UNREALS.intersection(clue.split("|"))) for group in groups)
    return _all(kind, ((BIAS,), *kept))[0]


def _added(odds: Iterable[tuple[float, float]]) -> tuple[float, float]:
    fine = broad = 0.0
    for one, other in odds:
        fine += one
        broad += other
    return fine, broad


def _all(kind: str, groups: Iterable[Clues]) -> tuple[float, float]:
    return _added([_sums(kind, group) for group in groups])


@lru_cache(maxsize=1 << 13)
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
    return Scales(acts, read["threshold"])
