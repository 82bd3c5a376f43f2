"""A logistic model over named features: small, readable, and quick where most features are absent."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` by feature, natural logarithms of odds; a feature without a weight counts nothing."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """The share of 1 that the model gives to yes."""
        get = self.weights.get
        total = self.bias + sum(get(feature, 0.0) for feature in features)
        return 1 / (1 + exp(-total)) if total > -700 else 0.0


@cache
def model(name: str) -> Model:
    """A model of ingest/models by its file name without ending."""
    read = json.loads(files("ingest").joinpath("models", f"{name}.json").read_text(encoding="utf-8"))
    return Model(read["bias"], read["weights"])
