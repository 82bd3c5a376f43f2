"""A logistic model over named features, with or without trees upon it: small, readable, and quick."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import repeat
from math import exp
from typing import Any

_CERTAIN = 700.0  # odds beyond which exp would overflow
_DECIDED = 2.0  # logarithms of odds from which on the trees are not asked any more

type Tree = float | tuple[str, Tree, Tree]
"""A value, natural logarithms of odds; or a feature, and the trees where it is told and where it is not."""


class _Forest:
    """Trees that remember: each asks for few features, so that most of what it is asked it was asked before."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        asked = [frozenset(_features(tree)) for tree in trees]
        self._bits = {feature: 1 << at for at, feature in enumerate(sorted(frozenset().union(*asked)))}
        masks = (sum(self._bits[feature] for feature in features) for features in asked)
        self._trees: list[tuple[int, dict[int, float], Tree]] = [
            (mask, {}, tree) for mask, tree in zip(masks, trees, strict=True)
        ]

    def value(self, told: Sequence[str]) -> float:
        """The sum of the trees' values."""
        bits = sum([self._bits[feature] for feature in self._bits.keys() & told])
        total = 0.0
        for mask, known, tree in self._trees:
            value = known.get(bits & mask)
            if value is None:
                value = known[bits & mask] = _value(tree, set(told))
            total += value
        return total


def _features(tree: Tree) -> Iterator[str]:
    if not isinstance(tree, float):
        feature, yes, no = tree
        yield feature
        yield from _features(yes)
        yield from _features(no)


def _value(tree: Tree, told: Set[str]) -> float:
    while not isinstance(tree, float):
        tree = tree[1] if tree[0] in told else tree[2]
    return tree


@dataclass(frozen=True)
class Model:
    """`weights` by feature, natural logarithms of odds; a feature without a weight counts nothing.

    `trees` ask for several features together, and add their values where the weights leave doubt.
    """

    bias: float
    weights: Mapping[str, float]
    trees: Sequence[Tree] = ()

    def probability(self, features: Iterable[str]) -> float:
        """The share of 1 that the model gives to yes."""
        told = list(features)
        total = self.bias + self.weighed(told)
        if self.trees and abs(total) < _DECIDED:
            total += self._forest.value(told)
        return 1 / (1 + exp(-total)) if total > -_CERTAIN else 0.0

    @cached_property
    def _forest(self) -> _Forest:
        return _Forest(self.trees)

    def weighed(self, told: Iterable[str]) -> float:
        """The sum of the features' weights."""
        return sum(map(self.weights.get, told, repeat(0.0)))


@cache
def model(name: str) -> Model:
    """A model of ingest/models by its file name without ending."""
    read = json.loads(files("ingest").joinpath("models", f"{name}.json").read_text(encoding="utf-8"))
    return Model(read["bias"], read["weights"], [_tree(tree) for tree in read.get("trees", ())])


def _tree(read: Any) -> Tree:
    if isinstance(read, list):
        feature, yes, no = read
        return feature, _tree(yes), _tree(no)
    return float(read)
