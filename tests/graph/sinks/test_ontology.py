"""What ontology.ttl, plover.ttl and context.jsonld promise, and an export keeps."""

import io
from importlib.resources import files

import pyoxigraph as ox
import rdflib

from graph.archive import Archive
from graph.plover import event_types
from graph.sinks.jsonld import context
from graph.sinks.rdf import FORMS, export
from graph.sinks.vocabulary import PREFIXES


def exported(archive: Archive, form: str) -> bytes:
    stream = io.BytesIO()
    export(archive, stream, form)
    return stream.getvalue()


def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("ontology.ttl", "plover.ttl"):
        graph.parse(data=(files("graph") / name).read_text("utf-8"), format="turtle")
    return graph


def test_every_term_of_an_export_is_declared(archive: Archive) -> None:
    declared = {str(subject) for subject in ontology().subjects()}
    quads = list(ox.parse(exported(archive, "nq"), FORMS["nq"]))

    used = {term.value for quad in quads for term in (quad.predicate, quad.object) if isinstance(term, ox.NamedNode)}
    ours = {iri for iri in used if iri.startswith((PREFIXES["rv"], PREFIXES["plover"]))}
    assert ours - declared == set()
    assert len(ours) > 50


def test_every_property_and_class_is_used(archive: Archive) -> None:
    quads = list(ox.parse(exported(archive, "nq"), FORMS["nq"]))
    used = {term.value for quad in quads for term in (quad.predicate, quad.object) if isinstance(term, ox.NamedNode)}
    declared = {str(subject) for subject in ontology().subjects() if str(subject).startswith(PREFIXES["rv"])}

    of_plover = {PREFIXES["rv"] + name for name in ("EventType", "Mode", "QuadClass")}
    assert declared - used == of_plover


def test_every_term_is_labelled_and_explained_in_both_languages() -> None:
    graph = ontology()
    for subject in {s for s in graph.subjects() if str(s).startswith(PREFIXES["rv"])}:
        for name in ("label", "comment"):
            texts = list(graph.objects(subject, rdflib.RDFS[name]))
            languages = [text.language or "" for text in texts if isinstance(text, rdflib.Literal)]
            assert sorted(languages) == ["en", "fa"], subject


def test_plover_is_there_as_skos_with_its_scores() -> None:
    graph = ontology()
    skos, score = rdflib.SKOS, rdflib.URIRef(PREFIXES["rv"] + "score")
    expected: dict[str, tuple[str, float | None]] = {}
    for event in event_types().values():
        expected[event.name] = (f"quad-{event.quad}", event.score)
        expected |= {f"{event.name}-{mode}": (event.name, own) for mode, own in event.modes.items()}

    told: dict[str, tuple[str, float | None]] = {}
    for concept, notation in graph.subject_objects(skos.notation):
        assert str(concept) == PREFIXES["plover"] + str(notation).removeprefix("quad-") or "quad-" in str(concept)
        assert {label.language for label in graph.objects(concept, skos.prefLabel)} == {"fa", "en"}  # type: ignore[attr-defined]
        if broader := graph.value(concept, skos.broader):
            own = graph.value(concept, score)
            told[str(notation)] = (str(broader).rpartition("/")[2], None if own is None else float(str(own)))
    assert told == expected


def test_the_context_names_every_term_and_prefix() -> None:
    words = context()
    terms = {entry if isinstance(entry, str) else entry["@id"] for name, entry in words.items() if name[0] != "@"}
    declared = {str(s) for s in ontology().subjects() if str(s).startswith(PREFIXES["rv"])}

    missing = {iri for iri in declared if "rv:" + iri.rpartition("#")[2] not in terms}
    assert missing == {PREFIXES["rv"] + name for name in ("EventType", "Mode", "QuadClass")}
    assert {name: words[name] for name in PREFIXES} == PREFIXES
