"""How likely a sentence tells each relation that it could tell: weights of clues added up, and a network's odds."""

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
from ingest.relating.network.pairs import Seen
from ingest.relating.network.reader import Second, of_type
from ingest.relating.verdicts import UNREAL, Scored

BIAS = ""  # the clue that every candidate has
HOPELESS = -1.8  # odds of a pair that its grammar does not mend
SECOND = 0.3  # share of the odds that the network has; the clues have the rest
ASKED = -3.5  # odds by its clues from which the network is asked of a pair,
UNASKED = -4.0  # and what stands for its answer where it is not
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
    there, casts = list(candidates.pairs(stage)), list(candidates.casts(stage))
    second = Second(Seen(stage, casts))
    for cast in casts:
        yield from _acted(stage, cast, there, second)


def _acted(stage: Stage, cast: Cast, there: Sequence[tuple[Pair, bool]], second: Second) -> Iterator[Scored]:
    gate = the_gate()
    likely = [told for told in there if gate.passes(cast.pairing(told[0]))]
    if not likely:
        return
    of_act = {kind: _sums(kind, (BIAS, *cast.clues)) for kind in cast.act.predicate.types}
    for pair, in_order in likely:
        by_clues = _by_clues(cast, pair, {kind: of_act[kind] for kind in candidates.types(cast.act, in_order)})
        best = max((fine for fine, _, _ in by_clues.values()), default=LEAST)
        answer = second.odds(pair) if best >= ASKED else None
        peers = cast.peers(pair)
        for kind, (fine, broad, bare) in by_clues.items():
            if max(fine, broad, bare) >= LEAST:
                told = None if answer is None else of_type(answer, kind)
                both, turns = agreed((fine, broad), told), cast.turns(pair, kind)
                chances, network = (chance_of(both[0]), chance_of(both[1])), told and told[0]
                yield Scored(*chances, kind, *pair, stage.index, cast.act, turns, chance_of(bare), peers, network)


def _by_clues(
    cast: Cast, pair: Pair, of_act: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float, float]]:
    """By type the odds of it, of its class, and of it but for what denies it; `of_act` are those of the act itself."""
    unreal = bool(cast.moods & UNREAL)
    groups = (*cast.side("a", pair[0]), *cast.side("b", pair[1]), *candidates.pair_groups(cast, pair))
    so_far = {kind: _added((odds, _all(kind, groups))) for kind, odds in of_act.items()}
    hopeless = not unreal and all(max(odds) < HOPELESS for odds in so_far.values())
    grammar = () if hopeless else candidates.grammar_groups(cast, pair)
    found = {}
    for kind, odds in so_far.items():
        fine, broad = _added((odds, _all(kind, grammar)))
        found[kind] = fine, broad, _bare(kind, (cast.clues, *groups, *grammar)) if unreal else fine
    return found


def agreed(clues: tuple[float, float], network: tuple[float, float] | None) -> tuple[float, float]:
    """The odds of a type and of its class by the clues and by the network; None where it was not asked."""
    second = network or (UNASKED, UNASKED)
    fine, broad = ((1 - SECOND) * one + SECOND * other for one, other in zip(clues, second, strict=True))
    return fine, broad


def _bare(kind: str, groups: Iterable[Clues]) -> float:
    """The odds of a type but for the turns that deny the act or make it depend."""
    kept = (tuple(clue for clue in group if not denies(clue)) for group in groups)
    return _all(kind, ((BIAS,), *kept))[0]


def denies(clue: str) -> bool:
    """Whether a clue tells of a turn that denies the act or makes it depend."""
    return not _UNREALS.isdisjoint(clue.split("|"))


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


def chance_of(total: float) -> float:
    """The chance, a share of 1, for odds (natural logarithm)."""
    return 1 / (1 + exp(-max(total, -700.0)))


@cache
def the_scales() -> Scales:
    """The weights of ingest/models."""
    read = json.loads(files("ingest").joinpath("models/relations-clues.json").read_text(encoding="utf-8"))
    acts = {kind: {clue: (fine, broad) for clue, (fine, broad) in read["acts"][kind].items()} for kind in read["acts"]}
    return Scales(acts, read["threshold"])
