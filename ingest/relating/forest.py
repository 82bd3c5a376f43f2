"""Boosted trees over a row of numbers, read from a file; quick for the few rows that an article has."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

type Tree = Sequence[tuple[int, float, int, int]]
"""Nodes, the root first: the number of this column, if at most this edge, leads to the first node, else to the second.

A leaf has column -1, and its value, natural logarithms of odds, for an edge.
"""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose values add up; `threshold` is the share of 1 from which the answer is yes."""

    bias: float
    trees: Sequence[Tree]
    threshold: float

    def chances(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The share of 1 for each row."""
        return [1 / (1 + exp(-self._total(row))) for row in rows]

    def _total(self, row: Sequence[float]) -> float:
        total = self.bias
        for tree in self.trees:
            column, edge, low, high = tree[0]
            while column >= 0:
                column, edge, low, high = tree[low if row[column] <= edge else high]
            total += edge
        return total


@cache
def forest(name: str) -> Forest:
    """A forest of ingest/models by its file name without ending."""
    read: Any = json.loads(files("ingest").joinpath("models", f"{name}.json").read_text(encoding="utf-8"))
    trees = [[(int(c), float(edge), int(low), int(high)) for c, edge, low, high in tree] for tree in read["trees"]]
    return Forest(read["bias"], trees, read["threshold"])
