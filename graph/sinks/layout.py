"""Places for the nodes of a picture: near what they are tied to, and no box over another. The same each time."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

type Points = NDArray[np.float64]

_SEED: Final = 1
_ROUNDS: Final = 400
_GAP: Final = 0.06  # inches between two boxes


class Box(NamedTuple):
    """What a node takes up around its place, in inches: to either side, above and below it."""

    side: float
    above: float
    below: float


class Layout(NamedTuple):
    """Where each node stands, in inches from the lower left corner of a canvas of that size."""

    places: Mapping[str, tuple[float, float]]
    width: float
    height: float


def laid_out(ties: nx.Graph, boxes: Mapping[str, Box], *, shape: float = 1.4) -> Layout:
    """The nodes of a weighted graph, on a canvas as large as their boxes ask for, `shape` times as wide as high."""
    nodes = sorted(ties)
    sizes = [boxes[node] for node in nodes]
    area = sum((2 * box.side + 0.5) * (box.above + box.below + 0.5) for box in sizes)
    near = _unit(_near(ties, nodes))
    for growth in (1.0, 1.15, 1.3, 1.5, 1.75, 2.0):
        height = max(3.2, growth * float(np.sqrt(2.2 * area / shape)))
        width = max(4.6, height * shape)
        points, apart = _apart(near, sizes, width, height)
        if apart:
            break
    return Layout({node: (float(x), float(y)) for node, (x, y) in zip(nodes, points, strict=True)}, width, height)


def _near(ties: nx.Graph, nodes: Sequence[str]) -> Points:
    """Springs between what is tied, on the nodes in order; a weak tie to one middle keeps strangers in the picture."""
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from(
        sorted((*sorted((a, b)), 1 + np.log(weight)) for a, b, weight in ties.edges(data="weight"))
    )
    middle = ""
    graph.add_weighted_edges_from((middle, node, 0.15) for node in nodes)
    found = nx.spring_layout(graph, k=2.2 / np.sqrt(len(graph)), iterations=300, seed=_SEED, weight="weight")
    return np.array([found[node] for node in nodes])


def _unit(points: Points) -> Points:
    """The points spread over the unit square, evenly enough that no corner of it is empty: by rank and by place."""
    low, span = points.min(axis=0), np.ptp(points, axis=0)
    scaled = (points - low) / np.where(span > 0, span, 1)
    ranks = points.argsort(axis=0).argsort(axis=0) / max(1, len(points) - 1)
    return 0.5 * scaled + 0.5 * ranks if len(points) > 2 else np.where(span > 0, scaled, 0.5)


def _apart(near: Points, sizes: Sequence[Box], width: float, height: float) -> tuple[Points, bool]:
    """The points on the canvas, pushed until no boxes meet; False where they still do."""
    side = np.array([box.side for box in sizes]) + _GAP / 2
    above = np.array([box.above for box in sizes]) + _GAP / 2
    below = np.array([box.below for box in sizes]) + _GAP / 2
    low, high = np.stack([side, below], 1), np.stack([width - side, height - above], 1)
    points = low + near * (high - low)
    for _ in range(_ROUNDS):
        push = _push(points, side, above, below)
        if not push.any():
            return points, True
        points = np.clip(points + push, low, high)
    return points, False


def _push(points: Points, side: Points, above: Points, below: Points) -> Points:
    """How far each box is to go to leave those that it meets, the shorter way out, half of it each."""
    middle = points[:, 1] + (above - below) / 2
    half = (above + below) / 2
    dx, dy = points[:, None, 0] - points[None, :, 0], middle[:, None] - middle[None, :]
    over_x, over_y = side[:, None] + side[None, :] - abs(dx), half[:, None] + half[None, :] - abs(dy)
    meet = (over_x > 1e-6) & (over_y > 1e-6)
    np.fill_diagonal(meet, False)
    order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])
    sideways = meet & (over_x < over_y)
    upright = meet & ~sideways
    x = (np.where(sideways, over_x, 0) * np.where(dx == 0, order, np.sign(dx))).sum(axis=1)
    y = (np.where(upright, over_y, 0) * np.where(dy == 0, order, np.sign(dy))).sum(axis=1)
    return np.stack([x, y], 1) * 0.5
