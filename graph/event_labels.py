"""What PLOVER's event types are called in Persian and English, read from plover.ttl."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, RdfFormat, parse

type Language = Literal["fa", "en"]

_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")


def event_label(name: str, language: Language = "fa") -> str:
    """The label of an event type, a mode (``CONSULT-visit``) or a quad class (``quad-1``); else the name itself."""
    return _labels().get((name, language), name)


@cache
def _labels() -> Mapping[tuple[str, str], str]:
    told = parse((files("graph") / "plover.ttl").read_bytes(), RdfFormat.TURTLE)
    return {
        (quad.subject.value.rpartition("/")[2], quad.object.language or ""): quad.object.value
        for quad in told
        if quad.predicate == _LABEL and isinstance(quad.object, Text) and isinstance(quad.subject, NamedNode)
    }
