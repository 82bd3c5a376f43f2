"""The names that an export is written in: its namespaces, and the IRIs of what the facts speak of.

IRIs are opaque and begin with a letter: fact ids as they are, hashes of what an article, outlet or office is called,
and the codes of countries and bodies.
"""

from functools import cache
from urllib.parse import quote

from pyoxigraph import NamedNode

from graph.facts import digest
from graph.letters import skeleton_text

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "id": "https://w3id.org/ravabet/id/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "plover": "https://w3id.org/ravabet/plover/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rv": "https://w3id.org/ravabet/ns#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@cache
def term(name: str) -> NamedNode:
    """The IRI of a prefixed name, such as ``rv:speaker``."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


ACTORS = term("id:actors")
"""The graph that holds the labels of all countries and bodies of an export."""


def known(name: str) -> NamedNode:
    """The IRI of a fact id, an actor id, or the code of a country or body."""
    return NamedNode(PREFIXES["id"] + quote(name, safe=""))


def part(whole: NamedNode, name: str) -> NamedNode:
    """The IRI of one part of a fact or span, such as its cue."""
    return NamedNode(f"{whole.value}-{name}")


def article_iri(article: str) -> NamedNode:
    """The IRI of an article, and of the graph that holds its facts."""
    return known(f"article-{digest('article', article)}")


def outlet_iri(outlet: str) -> NamedNode:
    return known(f"outlet-{digest('outlet', outlet)}")


def office_iri(role: str, country: str | None) -> NamedNode:
    """The IRI of an office: one for all spellings of a role in the service of one country."""
    return known(f"office-{digest('office', skeleton_text(role), country)}")


def event_iri(kind: str, mode: str | None = None) -> NamedNode:
    """The SKOS concept of a PLOVER event type, or of one of its modes."""
    return NamedNode(PREFIXES["plover"] + quote(f"{kind}-{mode}" if mode else kind, safe=""))


def quad_iri(number: int) -> NamedNode:
    return term(f"plover:quad-{number}")
