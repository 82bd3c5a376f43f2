"""A picture of the diplomatic network, SVG or PNG: the same archive gives the same picture, to the byte."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import BinaryIO, Final
from warnings import catch_warnings, filterwarnings

import matplotlib as mpl
import networkx as nx
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.typing import RcKeyType

from graph.archive import Archive
from graph.errors import QuestionError, RavabetError
from graph.sinks import picture_words as words
from graph.sinks.layout import laid_out
from graph.sinks.network import network
from graph.sinks.picture_marks import (
    INK,
    LOOKS,
    Line,
    Mark,
    boxes,
    draw_lines,
    draw_nodes,
    lines,
    marker,
    marks,
    thickness,
)
from graph.sinks.picture_words import Language
from graph.sinks.selection import Selection
from graph.sinks.targets import written
from graph.sinks.xml_text import fit

type Key = tuple[Line2D, str]
"""A line of the legend: a mark and what it means."""

FORMS = ("svg", "png")

MOST: Final = 150
"""How many nodes are drawn; of more, those with the most facts."""

_LOOK: Final[dict[RcKeyType, object]] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib, Persian letters and all
    "svg.hashsalt": "ravabet",
    "svg.fonttype": "path",
    "text.parse_math": False,  # a dollar in a name is a dollar
}
_NOTHING: Final[Key] = (Line2D([], [], linestyle=""), "")
_DPI: Final = 160
_LETTERS: Final = 14  # of a subtitle, to an inch
_HEAD, _FOOT, _RIM = 0.8, 0.7, 0.2  # inches above, below and beside the network


def draw(
    archive: Archive,
    target: BinaryIO | Path,
    form: str,
    chosen: Selection | None = None,
    *,
    language: Language = "fa",
    statements: bool = False,
) -> None:
    """Draws the network of a selection as SVG or PNG, with `statements` speakers too; a file appears when it is whole.

    Raises: QuestionError when nothing fits the selection; RavabetError for an unknown form, or where the file cannot
    be written.
    """
    if form not in FORMS:
        raise RavabetError(f"«{form}»", "is no form of a picture that I know", "it is one of " + ", ".join(FORMS))
    chosen = chosen or Selection()
    whole = _tied(network(archive, chosen, statements=statements))
    if not whole:
        sought = words.selected(chosen, "en") or "the whole archive"
        raise QuestionError(
            "the picture", f"would be empty: no relation fits {sought}", "select more, or read more articles"
        )
    metadata = {"Date": None} if form == "svg" else {"Software": None}
    with mpl.rc_context(_LOOK), catch_warnings(), written(target) as stream:
        filterwarnings("ignore", "Glyph .* missing")  # a letter that the font lacks is drawn as a box
        figure = _figure(_busiest(whole), len(whole), chosen, language)
        figure.savefig(stream, format=form, dpi=_DPI, metadata=metadata)


def _busiest(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network of the nodes with the most facts, MOST of them at most."""
    facts = sorted(graph.degree(weight="weight"), key=lambda told: (-told[1], told[0]))
    return _tied(graph.subgraph([node for node, _ in facts[:MOST]]))


def _tied(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network without what is tied to nobody else."""
    tied = nx.MultiDiGraph(graph)
    tied.remove_edges_from([(a, b, key) for a, b, key in tied.edges(keys=True) if a == b])
    tied.remove_nodes_from(list(nx.isolates(tied)))
    return tied


def _figure(graph: nx.MultiDiGraph, of: int, chosen: Selection, language: Language) -> Figure:
    """The network on a canvas of its size, what it shows above it, what the marks mean below."""
    figure = Figure(facecolor="white")
    nodes, ties = marks(graph, language), lines(graph)
    layout = laid_out(_undirected(ties), boxes(figure, FigureCanvasAgg(figure), nodes))
    subtitle = _wrapped(_subtitle(nodes, ties, of, chosen, language), layout.width)
    width, height = layout.width + 2 * _RIM, layout.height + _HEAD + 0.19 * subtitle.count("\n") + _FOOT
    figure.set_size_inches(width, height)
    axes = figure.add_axes((_RIM / width, _FOOT / height, layout.width / width, layout.height / height))
    axes.set(xlim=(0, layout.width), ylim=(0, layout.height))
    axes.axis("off")
    draw_lines(axes, ties, layout.places, nodes)
    draw_nodes(axes, nodes, layout.places)
    _head(figure, subtitle, language)
    _legend(figure, nodes, ties, language)
    return figure


def _subtitle(nodes: Mapping[str, Mark], ties: list[Line], of: int, chosen: Selection, language: Language) -> str:
    facts, speakers = sum(tie.facts for tie in ties), any(mark.kind == "speaker" for mark in nodes.values())
    counts = words.counts(len(nodes), facts, of, language, speakers=speakers)
    return " · ".join(filter(None, (counts, words.selected(chosen, language))))


def _wrapped(text: str, width: float) -> str:
    """The text in lines that fit so many inches at the size of a subtitle."""
    return "\n".join(wrap(fit(text), int(width * _LETTERS)))


def _undirected(ties: Iterable[Line]) -> nx.Graph:
    graph = nx.Graph()
    for tie in ties:
        before = graph.get_edge_data(tie.a, tie.b, {"weight": 0})["weight"]
        graph.add_edge(tie.a, tie.b, weight=before + tie.facts)
    return graph


def _head(figure: Figure, subtitle: str, language: Language) -> None:
    width, height = figure.get_size_inches()
    x, side = (1 - _RIM / width, "right") if language == "fa" else (_RIM / width, "left")
    figure.text(x, 1 - 0.18 / height, words.title(language), ha=side, va="top", fontsize=15, weight="bold", color=INK)
    figure.text(x, 1 - 0.5 / height, subtitle, ha=side, va="top", fontsize=9, linespacing=1.5, color=INK)


def _legend(figure: Figure, nodes: Mapping[str, Mark], ties: list[Line], language: Language) -> None:
    keys = [*_tie_keys(ties, language), *_node_keys(nodes, language)]
    width, _ = figure.get_size_inches()
    legend = _keys(figure, keys, len(keys), language)
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    if legend.get_window_extent(renderer).width > (width - 2 * _RIM) * figure.dpi:
        legend.remove()
        _keys(figure, keys, (len(keys) + 1) // 2, language)


def _keys(figure: Figure, keys: list[Key], columns: int, language: Language) -> Legend:
    """The keys in reading order, in rows of so many columns; Persian ones from the right."""
    width, height = figure.get_size_inches()
    rows = [keys[first : first + columns] for first in range(0, len(keys), columns)]
    rows = [row + [_NOTHING] * (columns - len(row)) for row in rows]
    shown = [row[::-1] for row in rows] if language == "fa" else rows
    by_column = [key for column in zip(*shown, strict=True) for key in column]
    return figure.legend(
        [handle for handle, _ in by_column],
        [name for _, name in by_column],
        loc="lower right" if language == "fa" else "lower left",
        bbox_to_anchor=(1 - _RIM / width if language == "fa" else _RIM / width, 0.08 / height),
        borderaxespad=0,
        ncols=columns,
        fontsize=8,
        frameon=False,
        handlelength=2.6,
        columnspacing=1.3,
        markerfirst=language == "en",
    )


def _tie_keys(ties: list[Line], language: Language) -> Iterator[Key]:
    names = {1: words.COOPERATION, -1: words.CONFLICT, 0: words.STATEMENTS}
    for sign in (1, -1, 0):
        if any(tie.sign == sign for tie in ties):
            look = LOOKS[sign]
            yield (
                Line2D([], [], color=look.color, linestyle=look.dashes, linewidth=1.8),
                words.told(names[sign], language),
            )
    for count in (1, ties[0].facts) if ties[0].facts > 1 else ():
        yield Line2D([], [], color=INK, linewidth=thickness(count)), words.times(count, language)


def _node_keys(nodes: Mapping[str, Mark], language: Language) -> Iterator[Key]:
    for kind, name in words.KINDS.items():
        if any(mark.kind == kind for mark in nodes.values()):
            yield marker(kind, 0.12), words.told(name, language)
