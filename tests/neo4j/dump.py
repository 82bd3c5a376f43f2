"""Everything that a Neo4j database holds, as lines that can be compared."""

import json

from graph.sinks.neo4j.connection import Connection, rows

_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
_EDGES = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS start_labels, a.id AS start, type(r) AS type, properties(r) AS properties,
  labels(b) AS end_labels, b.id AS end
"""


def dump(connection: Connection) -> list[str]:
    """One line a node and one an edge, sorted; equal graphs have equal lines."""
    return sorted(line for query in (_NODES, _EDGES) for line in map(_line, rows(connection, query, {})))


def _line(row: dict[str, object]) -> str:
    told = {name: sorted(value) if name.endswith("labels") else value for name, value in row.items()}  # type: ignore[call-overload]
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
