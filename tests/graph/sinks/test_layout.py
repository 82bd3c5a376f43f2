import random

import networkx as nx
import pytest

from graph.sinks.layout import Box, Layout, laid_out

SIZES = (1, 2, 3, 4, 10, 40, 150)


def invented(nodes: int) -> tuple[nx.Graph, dict[str, Box]]:
    """A tangle of nodes with names short and long, the same each time."""
    chance = random.Random(nodes)
    graph = nx.Graph()
    names = [f"n{number}" for number in range(nodes)]
    graph.add_nodes_from(names)
    for name in names[1:]:
        for other in chance.sample(names, min(nodes, 3)):
            if name != other:
                graph.add_edge(name, other, weight=chance.randint(1, 40))
    boxes = {
        name: Box(chance.uniform(0.1, 0.7), chance.uniform(0.05, 0.16), chance.uniform(0.2, 0.6)) for name in names
    }
    return graph, boxes


def sides(layout: Layout, name: str, box: Box) -> tuple[float, float, float, float]:
    x, y = layout.places[name]
    return x - box.side, x + box.side, y - box.below, y + box.above


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


@pytest.mark.parametrize("nodes", SIZES)
def test_no_box_lies_over_another(nodes: int) -> None:
    graph, boxes = invented(nodes)

    layout = laid_out(graph, boxes)

    places = [sides(layout, name, boxes[name]) for name in sorted(graph)]
    assert [(n, m) for n in range(nodes) for m in range(n) if meet(places[n], places[m])] == []


@pytest.mark.parametrize("nodes", SIZES)
def test_every_box_lies_on_the_canvas(nodes: int) -> None:
    graph, boxes = invented(nodes)

    layout = laid_out(graph, boxes)

    for left, right, low, high in (sides(layout, name, boxes[name]) for name in graph):
        assert min(left, low) >= 0
        assert right <= layout.width
        assert high <= layout.height


def test_the_same_graph_is_laid_out_the_same_whatever_its_order() -> None:
    graph, boxes = invented(40)
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from(reversed([(b, a, told) for a, b, told in graph.edges(data=True)]))

    assert laid_out(turned, boxes) == laid_out(graph, boxes)


def test_what_is_tied_stands_nearer_than_what_is_not() -> None:
    ring = [f"{side}{n}" for side in "ab" for n in range(5)]
    graph = nx.Graph()
    for side in (ring[:5], ring[5:]):
        graph.add_edges_from((a, b, {"weight": 9}) for a in side for b in side if a < b)
    graph.add_edge("a0", "b0", weight=1)

    places = laid_out(graph, dict.fromkeys(ring, Box(0.1, 0.1, 0.2))).places

    def apart(a: str, b: str) -> float:
        return float(((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5)

    within = [apart(a, b) for a in ring for b in ring if a < b and a[0] == b[0]]
    between = [apart(a, b) for a in ring for b in ring if a < b and a[0] != b[0]]
    assert sum(within) / len(within) < 0.7 * sum(between) / len(between)
