"""A pack: whole articles, written in one transaction in place of what Neo4j had of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from neo4j import ManagedTransaction

from graph.sinks.neo4j.connection import Value
from graph.sinks.neo4j.queries import run
from graph.sinks.neo4j.shape import KEY_LABELS, SHARED, Edge, EdgeType, KeyLabel, Label, Node, Shape

ROWS = 1_000


class MiscountError(Exception):
    """Neo4j has other rows than it was sent."""


def packs(shapes: Iterable[Shape], rows: int = ROWS) -> Iterator[tuple[Shape, ...]]:
    """The articles, in their order, in packs of about so many nodes and edges; none is cut."""
    pack: list[Shape] = []
    for shape in shapes:
        if pack and sum(packed.rows for packed in pack) + shape.rows > rows:
            yield tuple(pack)
            pack = []
        pack.append(shape)
    if pack:
        yield tuple(pack)


def write(transaction: ManagedTransaction, pack: Sequence[Shape]) -> None:
    """Writes the articles of a pack, and sweeps what they no longer say.

    Raises: MiscountError; the transaction must then be given up.
    """
    _sweep(transaction, {shape.article: shape.facts for shape in pack})
    nodes = {node.key: node for shape in pack for node in shape.nodes}
    for label, alike in groupby(sorted(nodes.values(), key=_order), lambda node: node.label):
        _merge_nodes(transaction, label, list(alike))
    edges = sorted({edge for shape in pack for edge in shape.edges}, key=lambda edge: (_kind(edge), edge))
    for kind, of_a_kind in groupby(edges, _kind):
        _merge_edges(transaction, kind, list(of_a_kind))


def _order(node: Node) -> tuple[Label, str]:
    return node.label, node.id


def forget(transaction: ManagedTransaction, articles: Sequence[str]) -> None:
    """Takes articles out with all that they say."""
    _sweep(transaction, dict.fromkeys(articles, ()))
    run(transaction, "forget", ids=articles)


def _sweep(transaction: ManagedTransaction, facts: Mapping[str, Sequence[str]]) -> None:
    """Unties the facts that these articles have in Neo4j, and takes out those that they are not to keep."""
    articles: list[dict[str, Value]] = [{"id": article, "facts": list(kept)} for article, kept in facts.items()]
    for step in ("disturb", "disturb_outlets", "unbind", "sweep"):
        run(transaction, step, articles=articles)


def _merge_nodes(transaction: ManagedTransaction, label: Label, nodes: Sequence[Node]) -> None:
    key = KEY_LABELS[label]
    labels = "Ravabet" if key == label else f"Ravabet:{label}"
    told = "n += row.properties, n.stale = true" if key in SHARED else "n = row.properties, n.id = row.id"
    cypher = f"UNWIND $rows AS row MERGE (n:{key}:{labels} {{id: row.id}}) SET {told} RETURN count(DISTINCT n) AS n"
    rows = [{"id": node.id, "properties": node.properties} for node in nodes]
    _send(transaction, cypher, rows, f"{label} nodes")


def _kind(edge: Edge) -> tuple[EdgeType, KeyLabel, KeyLabel]:
    return edge.type, edge.start.label, edge.end.label


def _merge_edges(
    transaction: ManagedTransaction, kind: tuple[EdgeType, KeyLabel, KeyLabel], edges: Sequence[Edge]
) -> None:
    type_, start, end = kind
    cypher = (
        f"UNWIND $rows AS row MATCH (a:{start}:Ravabet {{id: row.start}}) MATCH (b:{end}:Ravabet {{id: row.end}}) "
        f"MERGE (a)-[edge:{type_}]->(b) RETURN count(DISTINCT edge) AS n"
    )
    rows = [{"start": edge.start.id, "end": edge.end.id} for edge in edges]
    _send(transaction, cypher, rows, f"{type_} edges")


def _send(transaction: ManagedTransaction, cypher: str, rows: Sequence[Mapping[str, object]], what: str) -> None:
    written = transaction.run(cypher, rows=rows).single(strict=True)["n"]
    if written != len(rows):
        raise MiscountError(f"{len(rows)} {what} were sent and {written} are there")
