"""The archive as RDF: one named graph an article and one of actors, streamed, the same bytes for the same facts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from graph.actors import actors
from graph.archive import Archive
from graph.errors import RavabetError
from graph.sinks.jsonld import write
from graph.sinks.targets import written
from graph.sinks.triples import Properties, codes, node, triples
from graph.sinks.vocabulary import ACTORS, PREFIXES, article_iri, known, term

type Graph = tuple[NamedNode, Iterable[Triple]]

FORMS: Mapping[str, RdfFormat] = {
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "nt": RdfFormat.N_TRIPLES,
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}
"""The forms of an export by the ending of its file; N-Triples and Turtle know no graphs."""

_WIKIDATA = "http://www.wikidata.org/entity/"


def export(archive: Archive, target: BinaryIO | Path, form: str) -> None:
    """Writes all facts of an archive in one of FORMS; a file appears when it is whole.

    Raises: RavabetError for an unknown form, or where the file cannot be written.
    """
    check(form)
    with written(target) as stream:
        if form == "jsonld":
            write(graphs(archive), stream)
        elif form in ("nt", "ttl"):
            serialize(
                (triple for _, told in graphs(archive) for triple in told), stream, FORMS[form], prefixes=PREFIXES
            )
        else:
            serialize(quads(graphs(archive)), stream, FORMS[form], prefixes=PREFIXES)


def check(form: str) -> None:
    """Lets one of FORMS pass. Raises: RavabetError for any other."""
    if form not in FORMS:
        raise RavabetError(f"«{form}»", "is no form of RDF that I know", "it is one of " + ", ".join(FORMS))


def graphs(archive: Archive) -> Iterator[Graph]:
    """A graph an article, in order of their ids, then that of the actors; one in memory at a time."""
    named: set[str] = set()
    for article, facts in archive.all_facts():
        named.update(codes(facts))
        yield article_iri(article.id), triples(article, facts)
    yield ACTORS, _actors(archive, named)


def quads(told: Iterable[Graph]) -> Iterator[Quad]:
    for name, graph in told:
        for triple in graph:
            yield Quad(triple.subject, triple.predicate, triple.object, name)


def _actors(archive: Archive, named: Iterable[str]) -> Iterator[Triple]:
    """What the actors are usually called: the countries and bodies that facts name, and the speakers."""
    for code in sorted(named):
        yield from _coded(code)
    for actor in archive.actors():
        yield Triple(known(actor.id), term("skos:prefLabel"), Literal(actor.name))


def _coded(code: str) -> Iterator[Triple]:
    entry = actors().get(code)
    if entry is None:
        return node(known(code), "rv:Country", {"skos:notation": Literal(code)})
    labels = (Literal(entry.label_fa, language="fa"), Literal(entry.label_en, language="en"))
    same = NamedNode(_WIKIDATA + entry.wikidata) if entry.wikidata else None
    properties: Properties = {"skos:notation": Literal(code), "skos:prefLabel": labels, "skos:exactMatch": same}
    return node(known(code), "rv:Country" if entry.kind == "country" else "rv:Body", properties)
