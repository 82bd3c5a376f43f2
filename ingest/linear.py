"""A logistic model over named features, with or without trees upon it: small, readable, and quick."""

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

_CERTAIN = 700.0  # odds beyond which exp would overflow
_DECIDED = 2.0  # logarithms of odds from which on the trees are not asked any more

type Tree = float | tuple[str, Tree, Tree]
"""A value, natural logarithms of odds; or a feature, and the trees where it is told and where it is not."""


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` by feature, natural logarithms of odds; a feature without a weight counts nothing.

    `trees` ask for several features together, and add their values where the weights leave doubt.
    """

    bias: float
    weights: Mapping[str, float]
    trees: Sequence[Tree] = ()

    def probability(self, features: Iterable[str]) -> float:
        """The share of 1 that the model gives to yes."""
        weights = self.weights
        told = list(features)
        total = self.bias + sum([weights[feature] for feature in told if feature in weights])
        if self.trees and abs(total) < _DECIDED:
            total += _added(self.trees, set(told))
        return 1 / (1 + exp(-total)) if total > -_CERTAIN else 0.0


def _added(trees: Iterable[Tree], told: Set[str]) -> float:
    total = 0.0
    for tree in trees:
        node = tree
        while not isinstance(node, float):
            node = node[1] if node[0] in told else node[2]
        total += node
    return total


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
