import io
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graph.archive import Archive
from graph.errors import RavabetError
from graph.facts import Article, Evidence, Facts, Relation, Span, Speaker, Statement, When
from graph.plover import event_types
from graph.sinks.jsonld import context
from graph.sinks.rdf import FORMS, export
from graph.sinks.vocabulary import PREFIXES

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

RDFLIB = {"nq": "nquads", "trig": "trig", "nt": "nt11", "ttl": "turtle", "jsonld": "json-ld"}
GRAPHLESS = ("nt", "ttl")


def exported(archive: Archive, form: str) -> bytes:
    stream = io.BytesIO()
    export(archive, stream, form)
    return stream.getvalue()


def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("ontology.ttl", "plover.ttl"):
        graph.parse(data=(files("graph") / name).read_text("utf-8"), format="turtle")
    return graph


def by_pyoxigraph(content: bytes, form: str, *, graphs: bool) -> set[str]:
    quads = ox.parse(content, FORMS[form])
    return {str(quad) if graphs else str(quad.triple) for quad in quads}


def by_rdflib(content: bytes, form: str, *, graphs: bool) -> set[str]:
    """What rdflib reads, written by it as N-Quads or N-Triples, read again so that both look the same."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=content, format=RDFLIB[form])
    written = dataset.serialize(format="nquads", encoding="utf-8")
    return by_pyoxigraph(written, "nq", graphs=graphs)


# The same facts, the same bytes


@pytest.mark.parametrize("form", FORMS)
def test_two_exports_are_the_same_bytes(archive: Archive, form: str) -> None:
    assert exported(archive, form) == exported(archive, form)


def test_equal_archives_are_the_same_bytes_whatever_the_order_they_were_filled_in(
    archive: Archive, tmp_path: Path
) -> None:
    with Archive.open(tmp_path / "other.db", create=True) as other:
        for article, facts in reversed(list(archive.all_facts())):
            other.put(article, facts, extractor="another")

        assert exported(other, "trig") == exported(archive, "trig")


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_another_process_writes_the_same_bytes(archive: Archive, form: str) -> None:
    told = (
        "import sys; from pathlib import Path; from graph.archive import Archive; from graph.sinks.rdf import export;"
    )
    told += "export(Archive.open(Path(sys.argv[1])), sys.stdout.buffer, sys.argv[2])"
    command = [sys.executable, "-c", told, str(archive.path), form]
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(Path(__file__).parents[3])}

    done = subprocess.run(command, capture_output=True, check=True, env=env)

    assert done.stdout == exported(archive, form)


# Every form tells the same, to every reader


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_the_same_triples(archive: Archive, form: str) -> None:
    graphs = form not in GRAPHLESS
    expected = by_pyoxigraph(exported(archive, "nq"), "nq", graphs=graphs)

    assert by_pyoxigraph(exported(archive, form), form, graphs=graphs) == expected


@pytest.mark.parametrize("form", FORMS)
def test_rdflib_and_pyoxigraph_read_the_same(archive: Archive, form: str) -> None:
    content = exported(archive, form)
    graphs = form not in GRAPHLESS

    assert by_rdflib(content, form, graphs=graphs) == by_pyoxigraph(content, form, graphs=graphs)


def test_there_is_a_graph_an_article_and_one_of_actors(archive: Archive) -> None:
    graphs = {str(quad.graph_name) for quad in ox.parse(exported(archive, "nq"), ox.RdfFormat.N_QUADS)}

    assert len(graphs) == len(list(archive.articles())) + 1


def test_no_node_is_blank(archive: Archive) -> None:
    assert not any(isinstance(term, ox.BlankNode) for q in ox.parse(exported(archive, "nq"), FORMS["nq"]) for term in q)


# Everything is in it


class Reading:
    """Facts read back from a graph, to be compared with what went in."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self.graph = graph

    def all_facts(self) -> list[tuple[Article, Facts]]:
        articles = {self.article(node).id: node for node in self.of_class("rv:Article")}
        return [(self.article(node), self.facts(node)) for _, node in sorted(articles.items())]

    def article(self, node: rdflib.term.Node) -> Article:
        outlet = self.value(node, "schema:publisher")
        return Article(
            id=self.required(node, "dcterms:identifier"),
            text=self.required(node, "schema:articleBody"),
            outlet=self.text(outlet, "schema:name") if outlet else None,
            title=self.text(node, "schema:headline"),
            published=self.when(node, "schema:datePublished"),
            url=self.text(node, "schema:url"),
            source=self.text(node, "dcterms:source"),
        )

    def facts(self, article: rdflib.term.Node) -> Facts:
        told = sorted(
            self.graph.subjects(self.iri("rv:reportedIn"), article),
            key=lambda node: int(self.required(node, "rv:position")),
        )
        of = {kind: set(self.of_class(kind)) for kind in ("rv:Statement", "rv:Relation")}
        return Facts(
            self.required(article, "dcterms:identifier"),
            tuple(self.statement(node) for node in told if node in of["rv:Statement"]),
            tuple(self.relation(node) for node in told if node in of["rv:Relation"]),
        )

    def statement(self, node: rdflib.term.Node) -> Statement:
        contents = sorted(self.values(node, "rv:content"), key=lambda span: int(self.required(span, "rv:position")))
        return Statement(
            article=self.evidence(node).article,
            speaker=self.speaker(node),
            mention=self.span(self.value(node, "rv:mention")),
            cue=self.span(self.value(node, "rv:cue")),
            cue_text=self.required(node, "rv:cueText"),
            cue_kind=self.required(node, "rv:cueKind"),
            content=tuple(span for span in map(self.span, contents) if span),
            quote_type=self.required(node, "rv:quoteType"),  # type: ignore[arg-type]
            about=tuple(self.required(node, "rv:aboutCodes").split()),
            evidence=self.evidence(node),
            resolution=self.required(node, "rv:resolution"),  # type: ignore[arg-type]
            when=self.own_date(node),
            addressee=self.name(node, "rv:addressee"),
            nested_in=self.name(node, "rv:nestedIn"),
        )

    def speaker(self, node: rdflib.term.Node) -> Speaker:
        actor = self.value(node, "rv:speaker")
        kinds = {"rv:Person": "person", "rv:Organization": "organization", "rv:UnnamedSpeaker": "unnamed"}
        kind = next(kind for name, kind in kinds.items() if actor in set(self.of_class(name)))
        first = self.value(node, "rv:names")
        names = tuple(str(name) for name in self.graph.items(first)) if first else ()
        return Speaker(kind, names, self.text(node, "rv:role"), self.name(node, "rv:country"))  # type: ignore[arg-type]

    def relation(self, node: rdflib.term.Node) -> Relation:
        kind, mode = self.name(node, "rv:eventType"), self.name(node, "rv:mode")
        assert kind
        return Relation(
            article=self.evidence(node).article,
            source=str(self.name(node, "rv:source")),
            target=str(self.name(node, "rv:target")),
            type=kind,
            evidence=self.evidence(node),
            mode=mode and mode.removeprefix(f"{kind}-"),
            status=self.required(node, "rv:status"),  # type: ignore[arg-type]
            claimed_by=self.name(node, "rv:claimedBy"),
            when=self.own_date(node),
            place=self.text(node, "rv:place"),
        )

    def evidence(self, node: rdflib.term.Node) -> Evidence:
        told = self.value(node, "rv:evidence")
        span = self.span(told)
        assert told
        assert span
        article = self.value(told, "oa:hasSource")
        exact = next(
            text for s in self.values(told, "oa:hasSelector") if (text := self.text(s, "oa:exact")) is not None
        )
        rule = self.required(told, "rv:rule")
        return Evidence(self.required(article, "dcterms:identifier"), *span, exact, rule)

    def own_date(self, node: rdflib.term.Node) -> When | None:
        return self.when(node, "rv:date") if self.text(node, "rv:dated") == "true" else None

    def when(self, node: rdflib.term.Node, name: str) -> When | None:
        day = self.text(node, name)
        precision = self.text(node, "rv:precision")
        span = self.span(self.value(node, "rv:dateSpan"))
        return When(date.fromisoformat(day), precision, span) if day and precision else None  # type: ignore[arg-type]

    def span(self, node: rdflib.term.Node | None) -> Span | None:
        for selector in self.values(node, "oa:hasSelector") if node else ():
            if start := self.text(selector, "oa:start"):
                return int(start), int(self.required(selector, "oa:end"))
        return None

    def iri(self, name: str) -> rdflib.URIRef:
        prefix, local = name.split(":")
        return rdflib.URIRef(PREFIXES[prefix] + local)

    def of_class(self, name: str) -> list[rdflib.term.Node]:
        return list(self.graph.subjects(rdflib.RDF.type, self.iri(name)))

    def values(self, node: rdflib.term.Node, name: str) -> list[rdflib.term.Node]:
        return list(self.graph.objects(node, self.iri(name)))

    def value(self, node: rdflib.term.Node, name: str) -> rdflib.term.Node | None:
        found = self.values(node, name)
        assert len(found) <= 1
        return found[0] if found else None

    def text(self, node: rdflib.term.Node, name: str) -> str | None:
        value = self.value(node, name)
        return None if value is None else str(value)

    def required(self, node: rdflib.term.Node | None, name: str) -> str:
        assert node
        text = self.text(node, name)
        assert text is not None
        return text

    def name(self, node: rdflib.term.Node, name: str) -> str | None:
        value = self.value(node, name)
        return None if value is None else str(value).rpartition("/")[2]


@pytest.mark.parametrize("form", ["nq", "ttl", "jsonld"])
def test_every_field_of_every_fact_is_found_again(archive: Archive, form: str) -> None:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=exported(archive, form), format=RDFLIB[form])

    assert Reading(dataset).all_facts() == list(archive.all_facts())


def test_the_score_and_quad_class_of_a_relation_are_plovers(archive: Archive) -> None:
    content = exported(archive, "trig").decode()

    threat = content[content.index("plover:THREATEN ") :]
    assert "rv:mode plover:THREATEN-relations" in threat[:200]
    assert "rv:quadClass plover:quad-3" in threat[:200]
    assert "rv:score -3.5" in threat[:200]


def test_countries_and_bodies_are_labelled_in_both_languages(archive: Archive) -> None:
    content = exported(archive, "ttl").decode()

    assert "id:AZ a rv:Country" in content
    assert 'skos:prefLabel "جمهوری آذربایجان"@fa , "Azerbaijan"@en' in content
    assert "id:IAEA a rv:Body" in content


def test_an_unknown_code_is_told_as_it_is(tmp_path: Path, rich: tuple[Article, Facts]) -> None:
    article = Article("odd", "الف ب را ستود")
    praise = Relation("odd", "XX1", "Y Y", "SUPPORT", Evidence("odd", 0, 13, article.text, "act/praise"))
    with Archive.open(tmp_path / "odd.db", create=True) as archive:
        archive.put(article, Facts("odd", (), (praise,)), extractor="test")

        content = exported(archive, "nq").decode()

    assert '<https://w3id.org/ravabet/id/Y%20Y> <http://www.w3.org/2004/02/skos/core#notation> "Y Y"' in content


# What the ontology promises


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


# How it behaves


def test_memory_does_not_grow_with_the_archive(filled: Callable[[int], Archive]) -> None:
    def peak(archive: Archive) -> int:
        tracemalloc.start()
        with Path(os.devnull).open("wb") as sink:
            export(archive, sink, "nq")
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    few, many = filled(100), filled(1000)
    peak(few)  # what is read once

    assert peak(many) < 3 * peak(few)


def test_an_archive_without_articles_is_an_empty_export(filled: Callable[[int], Archive]) -> None:
    assert exported(filled(0), "nq") == b""
    assert by_rdflib(exported(filled(0), "jsonld"), "jsonld", graphs=True) == set()


def test_an_unknown_form_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(RavabetError, match="«rdfxml»: is no form of RDF that I know; it is one of nq, trig"):
        export(archive, tmp_path / "export.rdf", "rdfxml")
