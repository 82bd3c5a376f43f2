"""What a question can be asked on: the archive, a Neo4j server, an RDF file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from graph.archive import Archive
from queries.questions import Language

if TYPE_CHECKING:
    from graph.sinks.neo4j.connection import Connection

type Value = str | int | tuple[str, ...] | None
"""What a query gets for an input: see the README of the catalogue."""


class Engine(Protocol):
    """Runs queries of one language; values go beside the text of the query, by name."""

    @property
    def language(self) -> Language: ...

    def rows(self, query: str, parameters: Mapping[str, Value]) -> Iterable[Mapping[str, object]]: ...


@dataclass(frozen=True, slots=True)
class ArchiveEngine:
    """The archive itself; lists travel as JSON."""

    archive: Archive
    language: ClassVar[Language] = "sql"

    def rows(self, query: str, parameters: Mapping[str, Value]) -> Iterable[Mapping[str, object]]:
        return self.archive.rows(query, {name: _json(value) for name, value in parameters.items()})


@dataclass(frozen=True, slots=True)
class Neo4jEngine:
    """A Neo4j database that the archive was loaded into."""

    connection: "Connection"
    language: ClassVar[Language] = "cypher"

    def rows(self, query: str, parameters: Mapping[str, Value]) -> Iterable[Mapping[str, object]]:
        from graph.sinks.neo4j.connection import rows  # the driver is slow to import

        bound = {name: list(value) if isinstance(value, tuple) else value for name, value in parameters.items()}
        return rows(self.connection, query, bound)


@dataclass(frozen=True, slots=True)
class RdfEngine:
    """An RDF file that the archive was exported to; lists travel as one string with a space round each word."""

    path: Path
    language: ClassVar[Language] = "rq"

    def rows(self, query: str, parameters: Mapping[str, Value]) -> Iterable[Mapping[str, object]]:
        from graph.sinks.rdf_reading import rows  # rdf libraries are slow to import

        bound = {
            name: f" {' '.join(value)} " if isinstance(value, tuple) else value for name, value in parameters.items()
        }
        return rows(self.path, query, bound)


def _json(value: Value) -> str | int | None:
    return json.dumps(value) if isinstance(value, tuple) else value
