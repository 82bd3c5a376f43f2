"""Every field of every fact, told in triples and found again."""

import io
from datetime import date
from pathlib import Path

import pytest
import rdflib

from graph.archive import Archive
from graph.facts import Article, Evidence, Facts, Relation, Span, Speaker, Statement, When
from graph.sinks.rdf import export
from graph.sinks.triples import triples
from graph.sinks.vocabulary import PREFIXES

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

RDFLIB = {"nq": "nquads", "ttl": "turtle", "jsonld": "json-ld"}


def exported(archive: Archive, form: str) -> bytes:
    stream = io.BytesIO()
    export(archive, stream, form)
    return stream.getvalue()


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
            known_as=self.text(node, "rv:knownAs"),
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


def test_a_path_stays_on_the_machine_it_was_read_from() -> None:
    article = Article("a", "متن", source="/home/somebody/private/a.txt")

    assert not [each for each in triples(article, Facts("a")) if "somebody" in str(each.object)]
