"""What an article as a whole makes of a relation: the best that its sentences tell of it and of its quad class."""

from collections import defaultdict
from collections.abc import Iterable
from math import log
from typing import NamedTuple

from graph.plover import MUTUAL, quad
from ingest.relating.roles import Act

OWN = 0.8  # share of a verdict that the type itself has; its quad class has the rest
RIVAL = 0.5  # a type is told beside another of its quad class if it is this likely, as a share of the likeliest

UNREAL = frozenset(("denied", "depends"))
"""Turns by which an act is told as not done."""

type Key = tuple[str, str, str]
"""Type, source, target; of a mutual act the two in alphabetical order."""


class Scored(NamedTuple):
    """A relation that one sentence could tell by an act: `chance` of its type and `broad` of its quad class.

    Both are shares of 1; `moods` are turns of the act's clause: cneg, must, fut, denied …; `bare` is the chance of
    the type if the clause did not deny the act or make it depend.
    """

    chance: float
    broad: float
    type: str
    a: str
    b: str
    sentence: int
    act: Act
    moods: frozenset[str]
    bare: float = 0.0

    @property
    def key(self) -> Key:
        a, b = sorted((self.a, self.b)) if self.type in MUTUAL else (self.a, self.b)
        return self.type, a, b

    @property
    def wide(self) -> tuple[int, str, str]:
        """The key by quad class."""
        kind, a, b = self.key
        return quad(kind), a, b


class Verdict(NamedTuple):
    """The sentence that tells a relation best, and the chance that the article does."""

    leading: Scored
    chance: float


def odds(chance: float) -> float:
    """The natural logarithm of odds."""
    held = min(max(chance, 1e-5), 1 - 1e-5)
    return log(held / (1 - held))


def verdicts(scored: Iterable[Scored]) -> dict[Key, Verdict]:
    """A verdict on each relation that some sentence tells as done, unless another of its class is much likelier."""
    leading: dict[Key, Scored] = {}
    fine, broad = defaultdict[tuple[int, str, str], float](float), defaultdict[tuple[int, str, str], float](float)
    for one in scored:
        if one.moods & UNREAL:
            continue
        best = leading.get(one.key)
        if best is None or one.chance > best.chance:
            leading[one.key] = one
        fine[one.wide] = max(fine[one.wide], one.chance)
        broad[one.wide] = max(broad[one.wide], one.broad)
    return {
        key: Verdict(one, OWN * one.chance + (1 - OWN) * broad[one.wide])
        for key, one in sorted(leading.items())
        if one.chance >= RIVAL * fine[one.wide]
    }
