"""The sink's own Cypher: files in cypher/, each opening with its question; the place of a label is held by LABEL."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from neo4j import ManagedTransaction

from graph.sinks.neo4j.connection import Value
from graph.sinks.neo4j.shape import KeyLabel

type Parameter = Sequence[str] | Sequence[Mapping[str, Value]] | None


@cache
def text(name: str, label: KeyLabel | None = None) -> str:
    """The query of a name, about nodes of a label."""
    told = files("graph.sinks.neo4j").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    return told.replace(":LABEL", f":{label}") if label else told


def run(
    transaction: ManagedTransaction, /, name: str, label: KeyLabel | None = None, **parameters: Parameter
) -> list[dict[str, Any]]:
    """All rows that the query of a name gives."""
    return transaction.run(text(name, label), dict(parameters)).data()


def schema() -> Sequence[str]:
    """The commands that make the constraints and indexes, those that are there left alone."""
    return [command for command in text("schema").split(";") if command.strip()]
