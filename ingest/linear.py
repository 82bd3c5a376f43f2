"""A logistic model over named features: small, readable, and quick where most features have no weight."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

_CERTAIN = 700.0  # odds beyond which exp would overflow


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` by feature, natural logarithms of odds; a feature without a weight counts nothing."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """The share of 1 that the model gives to yes."""
        total, weights = self.bias, self.weights
        for feature in features:
            if feature in weights:
                total += weights[feature]
        return 1 / (1 + exp(-total)) if total > -_CERTAIN else 0.0


@cache
def model(name: str) -> Model:
    """A model of ingest/models by its file name without ending."""
    read = json.loads(files("ingest").joinpath("models", f"{name}.json").read_text(encoding="utf-8"))
    return Model(read["bias"], read["weights"])
