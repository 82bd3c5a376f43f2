"""The network as GEXF, with the days of every edge, and as GraphML; equal archives give equal bytes."""

from pathlib import Path
from typing import BinaryIO

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from graph.archive import Archive
from graph.errors import RavabetError
from graph.sinks.network import network
from graph.sinks.selection import Selection
from graph.sinks.targets import written
from graph.sinks.xml_text import fit

FORMS = ("gexf", "graphml")


def export(
    archive: Archive, target: BinaryIO | Path, form: str, chosen: Selection | None = None, *, statements: bool = False
) -> None:
    """Writes the network of a selection as GEXF 1.2 or GraphML; a file appears when it is whole.

    Raises: RavabetError for an unknown form, or where the file cannot be written.
    """
    if form not in FORMS:
        raise RavabetError(f"«{form}»", "is no form of a network that I know", "it is one of " + ", ".join(FORMS))
    write(network(archive, chosen, statements=statements), target, form)


def write(graph: nx.MultiDiGraph, target: BinaryIO | Path, form: str) -> None:
    """Writes a network as `network` makes it, in one of FORMS."""
    with written(target) as stream:
        if form == "gexf":
            _write_gexf(graph, stream)
        else:
            _write_graphml(graph, stream)


def _write_gexf(graph: nx.MultiDiGraph, stream: BinaryIO) -> None:
    writer = GEXFWriter(version="1.2draft")  # type: ignore[no-untyped-call]
    del writer.meta_element.attrib["lastmodifieddate"]  # the day of writing is no part of the network
    writer.add_graph(_plain(graph, spells=True))  # type: ignore[no-untyped-call]
    writer.write(stream)  # type: ignore[no-untyped-call]


def _write_graphml(graph: nx.MultiDiGraph, stream: BinaryIO) -> None:
    writer = GraphMLWriter(_plain(graph, spells=False), edge_id_from_attribute="id")  # type: ignore[no-untyped-call]
    writer.dump(stream)  # type: ignore[no-untyped-call]


def _plain(graph: nx.MultiDiGraph, *, spells: bool) -> nx.MultiDiGraph:
    """The same network in the attributes that the formats know, nodes and edges sorted; every edge has an id."""
    plain = nx.MultiDiGraph()
    for node, told in sorted(graph.nodes(data=True)):
        plain.add_node(node, label=fit(told["label_fa"]), label_en=fit(told["label_en"]), kind=told["kind"])
    for source, target, event, told in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        dates = {"spells": told["days"]} if spells and told["days"] else {}
        same = {name: told[name] for name in ("quad", "sign", "weight", "score", "first", "last") if name in told}
        name = f"{source}-{event}-{target}"
        plain.add_edge(source, target, key=event, id=name, label=event, event=event, **same, **dates)
    if spells and any("spells" in told for _, _, told in plain.edges(data=True)):
        plain.graph["mode"] = "dynamic"
    return plain
