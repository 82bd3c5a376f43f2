"""A logistic model over named features, with or without trees upon it: small, readable, and quick."""

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

_CERTAIN = 700.0  # odds beyond which exp would overflow

type Tree = float | Sequence[str | Tree]
"""A value, natural logarithms of odds; or a feature, and the trees where it is told and where it is not."""


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` by feature, natural logarithms of odds; a feature without a weight counts nothing.

    `trees` ask for several features together, and add their values.
    """

    bias: float
    weights: Mapping[str, float]
    trees: Sequence[Tree] = ()

    def probability(self, features: Iterable[str]) -> float:
        """The share of 1 that the model gives to yes."""
        total, weights = self.bias, self.weights
        if self.trees:
            features = list(features)
            total += _added(self.trees, set(features))
        for feature in features:
            if feature in weights:
                total += weights[feature]
        return 1 / (1 + exp(-total)) if total > -_CERTAIN else 0.0


def _added(trees: Iterable[Tree], told: Set[str]) -> float:
    return sum(_value(tree, told) for tree in trees)


def _value(tree: Tree, told: Set[str]) -> float:
    while not isinstance(tree, float):
        feature, yes, no = tree
        tree = yes if feature in told else no
    return tree


@cache
def model(name: str) -> Model:
    """A model of ingest/models by its file name without ending."""
    read = json.loads(files("ingest").joinpath("models", f"{name}.json").read_text(encoding="utf-8"))
    return Model(read["bias"], read["weights"], read.get("trees", ()))
