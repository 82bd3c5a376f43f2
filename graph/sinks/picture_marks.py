"""The marks of a picture: ties as lines, nodes as squares, triangles and circles with their names below."""

from collections.abc import Iterable, Mapping
from math import log2
from textwrap import wrap
from typing import Final, NamedTuple

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch
from matplotlib.typing import LineStyleType

from graph.plover import MUTUAL
from graph.sinks.layout import Box
from graph.sinks.picture_words import Language
from graph.sinks.xml_text import fit

INK: Final = "#222222"
_GROUND: Final = {"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 0.4}  # what a name stands on
POINTS: Final = 72  # to an inch
_NAME_GAP: Final = 0.04  # inches between a mark and its name
_LEADING: Final = 1.25
_LINE: Final = 18  # letters of a name before it is wrapped


class Look(NamedTuple):
    """How a tie of one sign is drawn: told apart by its dashes as well as by its colour."""

    color: str
    dashes: LineStyleType
    bend: float


LOOKS: Final[Mapping[int, Look]] = {
    1: Look("#0072B2", "-", 0.1),
    -1: Look("#D55E00", (0.0, (4.0, 1.8)), -0.1),
    0: Look("#767676", (0.0, (1.0, 1.6)), 0.0),
}
MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "country": ("s", "#C9D6E2"),
    "body": ("^", "#F0DFA8"),
    "speaker": ("o", "white"),
}


class Mark(NamedTuple):
    """A node as it is drawn; `size` is the width of its mark in inches."""

    kind: str
    name: str
    size: float
    letters: float  # points


class Line(NamedTuple):
    """All facts of one sign between two nodes; `to_a` and `to_b` say whether any of them points that way."""

    a: str
    b: str
    sign: int
    facts: int
    to_a: bool
    to_b: bool


def marks(graph: nx.MultiDiGraph, language: Language) -> Mapping[str, Mark]:
    """The nodes of a network, larger where they have more facts."""
    return {node: _mark(told, graph.degree(node, weight="weight"), language) for node, told in graph.nodes(data=True)}


def _mark(told: Mapping[str, str], facts: int, language: Language) -> Mark:
    kind = told["kind"] if told["kind"] in MARKS else "speaker"
    name = "\n".join(wrap(fit(told[f"label_{language}"]), _LINE, max_lines=3, placeholder="…")) or "?"
    much = min(1.0, log2(1 + facts) / 8)
    return Mark(kind, name, 0.1 + 0.22 * much, 7.5 + 2.5 * much)


def lines(graph: nx.MultiDiGraph) -> list[Line]:
    """The ties of a network: for each two nodes at most one line of each sign, the thinnest last."""
    found: dict[tuple[str, str, int], Line] = {}
    for source, target, kind, told in graph.edges(keys=True, data=True):
        a, b = sorted((source, target))
        before = found.get((a, b, told["sign"]), Line(a, b, told["sign"], 0, to_a=False, to_b=False))
        points = kind not in MUTUAL
        found[a, b, told["sign"]] = before._replace(
            facts=before.facts + told["weight"],
            to_a=before.to_a or (points and target == a),
            to_b=before.to_b or (points and target == b),
        )
    return sorted(found.values(), key=lambda line: (-line.facts, line))


def thickness(facts: int) -> float:
    """The width of a line of so many facts, in points."""
    return 0.7 + 0.55 * log2(facts)


def boxes(figure: Figure, canvas: FigureCanvasAgg, told: Mapping[str, Mark]) -> dict[str, Box]:
    """What each mark takes up with its name below it."""
    return {node: _box(figure, canvas, mark) for node, mark in told.items()}


def _box(figure: Figure, canvas: FigureCanvasAgg, mark: Mark) -> Box:
    text = figure.text(0, 0, mark.name, fontsize=mark.letters, linespacing=_LEADING)
    extent = text.get_window_extent(canvas.get_renderer())  # type: ignore[no-untyped-call]
    text.remove()
    half = mark.size / 2
    return Box(max(half, extent.width / figure.dpi / 2), half, half + _NAME_GAP + extent.height / figure.dpi)


def draw_lines(
    axes: Axes, told: Iterable[Line], places: Mapping[str, tuple[float, float]], sizes: Mapping[str, Mark]
) -> None:
    drawn = list(told)
    alone = {pair for pair, count in _counted(drawn).items() if count == 1}
    for rank, line in enumerate(drawn):
        look = LOOKS[line.sign]
        bend = look.bend * (0.4 if (line.a, line.b) in alone else 1.0)
        axes.add_patch(
            FancyArrowPatch(
                places[line.a],
                places[line.b],
                arrowstyle=_heads(line),
                connectionstyle=f"arc3,rad={bend}",
                linestyle=look.dashes,
                linewidth=thickness(line.facts),
                color=look.color,
                alpha=0.8,
                shrinkA=POINTS * sizes[line.a].size * 0.62,
                shrinkB=POINTS * sizes[line.b].size * 0.62,
                mutation_scale=5 + 1.2 * thickness(line.facts),
                zorder=1 + rank / 10_000,
            )
        )


def _counted(told: Iterable[Line]) -> Mapping[tuple[str, str], int]:
    counted: dict[tuple[str, str], int] = {}
    for line in told:
        counted[line.a, line.b] = counted.get((line.a, line.b), 0) + 1
    return counted


def _heads(line: Line) -> str:
    return ("<|" if line.to_a else "") + "-" + ("|>" if line.to_b else "")


def draw_nodes(axes: Axes, told: Mapping[str, Mark], places: Mapping[str, tuple[float, float]]) -> None:
    for node, mark in told.items():
        x, y = places[node]
        axes.add_line(marker(mark.kind, mark.size, x, y))
        below = y - mark.size / 2 - _NAME_GAP
        name = axes.text(
            x, below, mark.name, ha="center", va="top", fontsize=mark.letters, linespacing=_LEADING, color=INK
        )
        name.set(zorder=4, bbox=_GROUND)


def marker(kind: str, size: float, x: float = 0.0, y: float = 0.0) -> Line2D:
    """The mark of a node, `size` inches wide."""
    shape, fill = MARKS[kind]
    return Line2D(
        [x],
        [y],
        linestyle="",
        marker=shape,
        markersize=size * POINTS,
        markerfacecolor=fill,
        markeredgecolor=INK,
        zorder=3,
    )
