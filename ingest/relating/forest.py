"""Boosted trees over rows of numbers, read from a file and asked with numpy alone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """At node i: go to `low[i]` where the number `column[i]` is at most `edge[i]`, else to `high[i]`.

    A leaf is its own `low` and `high`; `value` counts natural logarithms of odds.
    """

    column: NDArray[np.intp]
    edge: NDArray[np.float64]
    low: NDArray[np.intp]
    high: NDArray[np.intp]
    value: NDArray[np.float64]
    depth: int


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose values add up; `threshold` is the share of 1 from which the answer is yes."""

    bias: float
    trees: Sequence[Tree]
    threshold: float

    def chances(self, rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
        """The share of 1 for each row."""
        table = np.asarray(rows, dtype=np.float64)
        total = np.full(len(table), self.bias)
        every = np.arange(len(table))
        for tree in self.trees:
            node = np.zeros(len(table), dtype=np.intp)
            for _ in range(tree.depth):
                goes_low = table[every, tree.column[node]] <= tree.edge[node]
                node = np.where(goes_low, tree.low[node], tree.high[node])
            total += tree.value[node]
        return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float64)


@cache
def forest(name: str) -> Forest:
    """A forest of ingest/models by its file name without ending."""
    read = json.loads(files("ingest").joinpath("models", f"{name}.json").read_text(encoding="utf-8"))
    return Forest(read["bias"], [_tree(tree) for tree in read["trees"]], read["threshold"])


def _tree(read: dict[str, list[float]]) -> Tree:
    whole = {name: np.asarray(read[name], dtype=np.intp) for name in ("column", "low", "high")}
    return Tree(
        whole["column"], np.asarray(read["edge"]), whole["low"], whole["high"], np.asarray(read["value"]), _depth(read)
    )


def _depth(read: dict[str, list[float]]) -> int:
    depths = [0] * len(read["low"])
    for node, children in enumerate(zip(read["low"], read["high"], strict=True)):
        for child in children:
            if int(child) != node:
                depths[int(child)] = depths[node] + 1
    return max(depths)
