"""What an article as a whole makes of a relation: the best that its sentences tell of it and of its quad class."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import NamedTuple

from graph.plover import MUTUAL, quad
from ingest.relating.roles import Act

OWN = 0.8  # share of a verdict that the type itself has; its quad class has the rest
RIVAL = 0.5  # a type is told beside another of its quad class if it is this likely, as a share of the likeliest
PLAIN = 0.5  # chance of what is told plainly, if the weights give it
DOUBT = 0.005  # at least this
SHARE = 0.9  # of the chance of a state that acts, what those joined with it have at least,
SURE = 0.6  # if it is as high as this
FOREIGN = 0.5  # of the chance of a type, what is left where its rule tells another quad class first
UNREAL = frozenset(("denied", "depends"))
"""Turns by which an act is told as not done."""

type Key = tuple[str, str, str]
"""Type, source, target; of a mutual act the two in alphabetical order."""


class Scored(NamedTuple):
    """A relation that one sentence could tell by an act: `chance` of its type and `broad` of its quad class.

    Both are shares of 1; `moods` are turns of the act's clause: cneg, must, fut, denied …; `bare` is the chance of
    the type if the clause did not deny the act or make it depend; `peers` are the states that «و» joins with a and b;
    `network` are the second reader's odds of the type, None where it was not asked.
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
    peers: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    network: float | None = None

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


def _least(scored: Scored) -> float:
    """The least chance of what a sentence tells: one told plainly is hardly ever meant otherwise."""
    return PLAIN if "plain" in scored.moods and scored.chance >= DOUBT else 0.0


def _own(scored: Scored) -> Scored:
    """What is told by a rule of the same quad class as it is, of another with less chance."""
    is_own = quad(scored.act.predicate.types[0]) == quad(scored.type)
    return scored if is_own else scored._replace(chance=FOREIGN * scored.chance)


def _shared(scored: Sequence[Scored]) -> Iterator[Scored]:
    """What is told of one state is told of those whom «و» joins with it («X، Y و Z … را محکوم کردند»)."""
    chances = {(one.sentence, one.act, one.type, one.a, one.b): one.chance for one in scored}
    for one in scored:
        place = one.sentence, one.act, one.type
        doers = [chances.get((*place, peer, one.b), 0.0) for peer in one.peers[0] if peer != one.b]
        others = [chances.get((*place, one.a, peer), 0.0) for peer in one.peers[1] if peer != one.a]
        best = max((*doers, *others), default=0.0)
        plain = DOUBT if "plain" in one.moods and best >= DOUBT else 0.0
        yield one._replace(chance=max(one.chance, plain, SHARE * best if best >= SURE else 0.0))


def verdicts(scored: Iterable[Scored]) -> dict[Key, Verdict]:
    """A verdict on each relation that some sentence tells as done, unless another of its class is much likelier."""
    scored = list(_shared([_own(one) for one in scored]))
    leading: dict[Key, Scored] = {}
    fine, broad = defaultdict[tuple[int, str, str], float](float), defaultdict[tuple[int, str, str], float](float)
    for one in scored:
        if one.moods & UNREAL:
            continue
        best = leading.get(one.key)
        if best is None or (_least(one), one.chance) > (_least(best), best.chance):
            leading[one.key] = one
        fine[one.wide] = max(fine[one.wide], one.chance)
        broad[one.wide] = max(broad[one.wide], one.broad)
    return {
        key: Verdict(one, max(OWN * one.chance + (1 - OWN) * broad[one.wide], _least(one)))
        for key, one in sorted(leading.items())
        if one.chance >= RIVAL * fine[one.wide] or _least(one)
    }
