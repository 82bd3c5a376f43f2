"""An export held against shapes.ttl, one article's graph at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import pyoxigraph as ox
import pyshacl
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as Text
from rdflib.namespace import DCTERMS, RDF, SH, XSD
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from graph.archive import Archive
from graph.errors import KnowledgeError, SourceError
from graph.sinks.rdf import graphs
from graph.sinks.rdf_reading import parsed
from graph.sinks.vocabulary import PREFIXES, term

type Language = Literal["fa", "en"]

_OWNERS = tuple(URIRef(term(name).value) for name in ("rv:reportedIn", "oa:hasSource"))
_ARTICLE = URIRef(term("rv:Article").value)


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong at one node; `article` is an article's id, None where no single one is concerned.

    `property` is the prefixed name of the property that is amiss, `value` the value that it should not have.
    """

    article: str | None
    focus: str
    property: str | None
    value: str | None
    message: str


def validate(exported: Archive | Path, language: Language = "en") -> Iterator[Violation]:
    """What an archive's RDF, or an RDF file, has amiss; nothing where it is sound.

    Memory is flat where the file names graphs (N-Quads, TriG, JSON-LD); one without is held whole.

    Raises: SourceError when the file is no RDF, or scatters a graph over several places.
    """
    told = _pieces(exported) if isinstance(exported, Path) else (triples for _, triples in graphs(exported))
    for triples in told:
        yield from sorted(_violations(_graph(triples), language), key=_order)


def _pieces(path: Path) -> Iterator[Iterable[ox.Triple]]:
    """The graphs of a file, one after the other."""
    seen: set[str] = set()
    for name, quads in groupby(parsed(path), key=lambda quad: quad.graph_name):
        if str(name) in seen:
            raise SourceError(
                str(path), f"the graph {name} lies in several places", "sort the file by graph, or export it again"
            )
        seen.add(str(name))
        yield (quad.triple for quad in quads)


class _Data(Graph):
    """A graph that parses each query of the shapes once, not once a node."""

    def query(self, query_object: str | Query, *args: Any, **more: Any) -> Result:
        return super().query(_prepared(query_object) if isinstance(query_object, str) else query_object, *args, **more)


@cache
def _prepared(query: str) -> Query:
    return prepareQuery(query)


@cache
def _shapes() -> Graph:
    return Graph().parse(data=(files("graph") / "shapes.ttl").read_text(encoding="utf-8"), format="turtle")


def _violations(graph: Graph, language: Language) -> Iterator[Violation]:
    sound, report, text = pyshacl.validate(graph, shacl_graph=_shapes(), inplace=True)
    if not isinstance(report, Graph):
        raise KnowledgeError("graph/shapes.ttl", text)
    for result in () if sound else report.objects(None, SH.result):
        focus = report.value(result, SH.focusNode)
        path = report.value(result, SH.resultPath)
        yield Violation(
            article=_article(graph, focus),
            focus=str(focus),
            property=_shown(path),
            value=_shown(report.value(result, SH.value)),
            message=_message(report, result, language),
        )


def _article(graph: Graph, focus: Node | None) -> str | None:
    """The id of the article that a node belongs to, or of the only one that the graph tells of."""
    owners = [owner for link in _OWNERS for owner in graph.objects(focus, link)]
    if focus and (focus, RDF.type, _ARTICLE) in graph:
        owners = [focus]
    owners = owners or list(graph.subjects(RDF.type, _ARTICLE))
    ids = {str(graph.value(owner, DCTERMS.identifier, default=owner)) for owner in owners}
    return ids.pop() if len(ids) == 1 else None


def _message(report: Graph, result: Node, language: Language) -> str:
    """The complaint of the constraint or shape that is broken, in the language; every one of them has one."""
    broken = [*report.objects(result, SH.sourceConstraint), *report.objects(result, SH.sourceShape)]
    told = [text for source in broken for text in _shapes().objects(source, SH.message) if isinstance(text, Text)]
    return next(str(text) for text in told if text.language == language)


def _short(iri: Node) -> str:
    for prefix, long in PREFIXES.items():
        if isinstance(iri, URIRef) and iri.startswith(long):
            return f"{prefix}:{iri.removeprefix(long)}"
    return str(iri)


def _shown(value: Node | None) -> str | None:
    return None if value is None or isinstance(value, BNode) else _short(value)


def _order(violation: Violation) -> tuple[str, ...]:
    return violation.focus, violation.property or "", violation.message, violation.value or ""


def _graph(triples: Iterable[ox.Triple]) -> Graph:
    graph = _Data()
    for subject, predicate, value in triples:
        graph.add((_node(subject), URIRef(predicate.value), _node(value)))
    return graph


def _node(told: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> URIRef | BNode | Text:
    if isinstance(told, ox.NamedNode):
        return URIRef(told.value)
    if isinstance(told, ox.BlankNode):
        return BNode(told.value)
    if isinstance(told, ox.Triple):
        raise SourceError(str(told), "is a triple in a triple, which RDF 1.1 does not know", "export it again")
    datatype = URIRef(told.datatype.value)
    if told.language:
        return Text(told.value, lang=told.language)
    return Text(told.value) if datatype == XSD.string else Text(told.value, datatype=datatype, normalize=False)
