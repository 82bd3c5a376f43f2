"""JSON-LD for people: graphs told in the words of context.jsonld, a node a line, streamed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import BinaryIO, NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from graph.sinks.vocabulary import PREFIXES, term

type Value = str | int | bool | dict[str, str]
type Node = dict[str, Value | list[Value]]


class Word(NamedTuple):
    """A word of the context, and the datatype that its values have unless they say otherwise; "@id" for IRIs."""

    name: str
    datatype: str


def write(graphs: Iterable[tuple[NamedNode, Iterable[Triple]]], stream: BinaryIO) -> None:
    """Writes one document of named graphs with its context in it, holding one graph at a time."""
    stream.write(f'{{"@context": {_shown(context())},\n"@graph": ['.encode())
    comma = "\n"
    for name, triples in graphs:
        nodes = ",\n".join(map(_shown, _nodes(triples)))
        stream.write(f'{comma}{{"@id": {_shown(_short(name))}, "@graph": [\n{nodes}\n]}}'.encode())
        comma = ",\n"
    stream.write(b"\n]}\n")


@cache
def context() -> Mapping[str, str | Mapping[str, str]]:
    """What the words of an export stand for."""
    read: dict[str, dict[str, str | dict[str, str]]] = json.loads(
        (files("graph") / "context.jsonld").read_text("utf-8")
    )
    return read["@context"]


@cache
def _words() -> Mapping[str, Word]:
    """The words of the context by the IRIs that they stand for."""
    told = {name: {"@id": entry} if isinstance(entry, str) else entry for name, entry in context().items()}
    named = {name: entry for name, entry in told.items() if name not in PREFIXES and not name.startswith("@")}
    return {term(entry["@id"]).value: Word(name, entry.get("@type", "")) for name, entry in named.items()}


def _nodes(triples: Iterable[Triple]) -> Iterator[Node]:
    """One node a subject, in the order of their first triples."""
    found: dict[NamedNode, Node] = {}
    for subject, predicate, value in triples:
        _add(found.setdefault(subject, {"@id": _short(subject)}), predicate, value)
    return iter(found.values())


def _add(node: Node, predicate: NamedNode, value: NamedNode | Literal) -> None:
    told: Value
    if predicate == term("rdf:type"):
        name, told = "@type", _words()[value.value].name
    else:
        word = _words()[predicate.value]
        name, told = word.name, _value(value, word.datatype)
    before = node.setdefault(name, told)
    if before is not told:
        node[name] = [*(before if isinstance(before, list) else [before]), told]


def _value(value: NamedNode | Literal, datatype: str) -> Value:
    if isinstance(value, NamedNode):
        return _short(value) if datatype == "@id" else {"@id": _short(value)}
    if value.language:
        return {"@language": value.language, "@value": value.value}
    given = _short(value.datatype)
    if given == "xsd:integer":
        return int(value.value)
    if given == "xsd:boolean":
        return value.value == "true"
    if given == (datatype or "xsd:string"):
        return value.value
    return {"@type": given, "@value": value.value}


def _short(iri: NamedNode) -> str:
    for prefix, long in PREFIXES.items():
        if iri.value.startswith(long):
            return f"{prefix}:{iri.value.removeprefix(long)}"
    return iri.value


def _shown(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)
