"""Which pairs are worth weighing for an act at all: the odds of the places that they hold, from a short table."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

MODEL = "relations-places"
_UNNAMED = -1
_STEP, _FAR = 3, 10  # words of a gap that count as one step, and the farthest step


class Pairing(NamedTuple):
    """The places of two states by an act: their roles' tags, words between (None: not named), and how well they fit."""

    a: str
    b: str
    gap_a: int | None
    gap_b: int | None
    fit: int
    states: int

    def traits(self) -> Iterator[str]:
        yield f"a={self.a}"
        yield f"b={self.b}"
        yield f"gaps={_step(self.gap_a)},{_step(self.gap_b)}"
        yield f"fit={self.fit},{min(self.states, 6)}"


def _step(gap: int | None) -> int:
    return _UNNAMED if gap is None else min(gap // _STEP, _FAR)


@dataclass(frozen=True, slots=True)
class Gate:
    """The natural logarithms of odds of each trait against the usual ones; a pair below `least` is not weighed."""

    traits: Mapping[str, float]
    least: float

    def passes(self, pairing: Pairing) -> bool:
        return total(self.traits, pairing.traits()) >= self.least


def total(odds: Mapping[str, float], traits: Iterable[str]) -> float:
    return sum(odds.get(trait, 0.0) for trait in traits)


@cache
def the_gate() -> Gate:
    """The gate of ingest/models."""
    read = json.loads(files("ingest").joinpath(f"models/{MODEL}.json").read_text(encoding="utf-8"))
    return Gate(read["traits"], read["least"])
