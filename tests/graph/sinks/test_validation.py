import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graph.archive import Archive
from graph.errors import SourceError
from graph.facts import Article, Facts, digest
from graph.plover import event_types
from graph.sinks.rdf import export
from graph.sinks.validation import Violation, validate
from graph.sinks.vocabulary import PREFIXES, term

SH = "http://www.w3.org/ns/shacl#"
INTEGER = f'"-1"^^<{PREFIXES["xsd"]}integer>'

# What is broken (class of the node, property), what stands there instead (None: nothing; +: added), the complaint.
BREAKS: list[tuple[str, str, str | None, str]] = [
    ("rv:Article", "dcterms:identifier", None, "An article has one id, not empty."),
    ("rv:Article", "schema:articleBody", None, "An article has one text."),
    ("rv:Article", "rv:contentHash", None, "An article has one content hash."),
    ("rv:Article", "schema:headline", '+"another"', "An article has at most one title."),
    ("rv:Article", "schema:url", '+"another"', "An article has at most one address."),
    ("rv:Article", "dcterms:source", '+"another"', "An article has at most one source."),
    ("rv:Article", "schema:publisher", "id:nobody", "An article has at most one outlet, and the outlet is described."),
    ("rv:Article", "schema:datePublished", '"yesterday"', "An article is published on at most one day, a real one."),
    ("rv:Article", "rv:precision", '"hour"', "A date is known to the day, week, month, season or year."),
    ("oa:TextQuoteSelector", "oa:exact", '"other words"', "A span does not quote what the article prints there."),
    ("rv:Outlet", "schema:name", None, "An outlet has a name."),
    ("rv:Person", "schema:name", '""', "A speaker has a name, not empty."),
    ("rv:Person", "rv:country", "id:iran", "A speaker serves at most one state or body, told by its code."),
    ("rv:Person", "org:holds", "id:nobody", "What a speaker holds is an office that is described."),
    ("rv:Office", "skos:prefLabel", None, "An office has a name."),
    ("rv:Office", "org:postIn", "id:iran", "An office is in the service of at most one state or body."),
    ("rv:Country", "skos:notation", '"iran"', "A country or body has one code."),
    ("rv:Country", "skos:prefLabel", '"Iran"@en', "A country or body has a Persian and an English name."),
    (
        "rv:Statement",
        "rv:reportedIn",
        "id:nobody",
        "A fact is reported in one article, which is described in the same graph.",
    ),
    ("rv:Statement", "rv:position", INTEGER, "A fact has one place in reading order, from 0."),
    ("rv:Relation", "rv:evidence", None, "A fact rests on one piece of evidence."),
    ("rv:Relation", "rv:date", '"2023-02-30"', "A fact has at most one date, a real one."),
    ("rv:Relation", "rv:dated", '"perhaps"', "A date is the fact's own, or it is not."),
    ("rv:Relation", "rv:dateSpan", "id:nobody", "A date is read from at most one span."),
    ("rv:Relation", "rv:precision", None, "A date comes with its precision, and with whether it is the fact's own."),
    (
        "rv:Statement",
        "rv:speaker",
        "id:IR",
        "A statement has one speaker: a person, an organization or somebody unnamed.",
    ),
    ("rv:Statement", "rv:speakerName", '""', "A statement gives the speaker's name once, not empty."),
    ("rv:Statement", "rv:names", '"a name"', "A statement has one list of the speaker's names."),
    ("rv:Statement", "rv:names", "rdf:nil", "The list of names is not empty."),
    ("rv:Statement", "rv:role", '+"another"', "A speaker speaks in at most one role."),
    ("rv:Statement", "rv:office", "id:nobody", "A speaker speaks in at most one office, which is described."),
    ("rv:Statement", "rv:country", '"IR"', "A statement has at most one country, told by its code."),
    ("rv:Statement", "rv:mention", "id:nobody", "A statement has at most one mention of the speaker, a span."),
    ("rv:Statement", "rv:cue", "id:nobody", "A statement has at most one cue, a span."),
    ("rv:Statement", "rv:cueText", None, "A statement gives its cue as printed, once."),
    ("rv:Statement", "rv:cueKind", '""', "A statement says of what kind its cue is."),
    ("rv:Statement", "rv:quoteType", '"oblique"', "A quotation is direct, indirect or mixed."),
    ("rv:Statement", "rv:text", '""', "A statement gives what was said once, not empty."),
    ("rv:Statement", "rv:content", None, "A statement has at least one span of content."),
    ("rv:Span", "rv:position", INTEGER, "The spans of the content are numbered from 0."),
    ("rv:Statement", "rv:about", "id:iran", "What a statement is about is told by its code."),
    ("rv:Statement", "rv:aboutCodes", '"IR, RU"', "What a statement is about is listed once, in order."),
    ("rv:Statement", "rv:addressee", "id:iran", "A statement has at most one addressee, told by its code."),
    ("rv:Statement", "rv:nestedIn", "id:nobody", "A statement is nested in at most one other, of the same article."),
    (
        "rv:Statement",
        "rv:resolution",
        '"guessed"',
        "The way to the speaker is named, surname, role, pronoun, dropped or headline.",
    ),
    (
        "rv:Statement",
        "rv:mention",
        f"id:article-{digest('article', 'rich/«۱»')}-date",
        "The mention, cue or content lies outside the evidence.",
    ),
    ("rv:Statement", "rv:knownAs", '""', "A statement's speaker is known by at most one further name."),
    ("rv:Relation", "rv:source", "id:iran", "A relation has one source, told by its code."),
    ("rv:Relation", "rv:target", None, "A relation has one target, told by its code."),
    ("rv:Relation", "rv:target", "id:IR", "Nobody has a relation with himself."),
    ("rv:Relation", "rv:eventType", "plover:LOVE", "A relation has one type, PLOVER's."),
    ("rv:Relation", "rv:mode", "plover:THREATEN-poem", "A relation has at most one mode, PLOVER's."),
    ("rv:Relation", "rv:mode", "plover:CONSULT-visit", "The mode belongs to another type."),
    ("rv:Relation", "rv:quadClass", "plover:quad-5", "A relation has one quad class."),
    ("rv:Relation", "rv:quadClass", "plover:quad-1", "The quad class is that of another type."),
    ("rv:Relation", "rv:score", '"11.0"^^xsd:decimal', "A relation has one score, from −10 to 10."),
    ("rv:Relation", "rv:status", '"rumoured"', "A relation is actual, planned, negated or hypothetical."),
    (
        "rv:Relation",
        "rv:claimedBy",
        "id:nobody",
        "A relation is claimed in at most one statement, of the same article.",
    ),
    ("rv:Relation", "rv:place", '+"another"', "A relation has at most one place."),
    ("rv:Span", "oa:hasSource", "id:nobody", "A span stands in one article."),
    ("rv:Span", "oa:hasSelector", "+id:nobody", "A span is told twice: by its place and by its words."),
    ("rv:Span", "oa:hasSelector", "id:nobody", "A span has a place."),
    ("rv:Span", "oa:hasSelector", "id:nobody", "A span has words."),
    ("rv:Evidence", "rv:rule", None, "Evidence names the rule that read it."),
    ("oa:TextPositionSelector", "oa:start", INTEGER, "A place has one start, from 0."),
    ("oa:TextPositionSelector", "oa:end", None, "A place has one end."),
    ("oa:TextPositionSelector", "oa:end", '"0"^^xsd:integer', "A place ends after it starts."),
    ("oa:TextQuoteSelector", "oa:exact", None, "A quotation gives the printed words once, not empty."),
    ("oa:TextQuoteSelector", "oa:prefix", '+"another"', "A quotation has at most one text before it."),
    ("oa:TextQuoteSelector", "oa:suffix", '+"another"', "A quotation has at most one text after it."),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, rich: tuple[Article, Facts]) -> Path:
    """An export of the rich article with some of its facts."""
    article, facts = rich
    facts = replace(facts, statements=facts.statements[:2], relations=facts.relations[:1])
    folder = tmp_path_factory.mktemp("sound")
    with Archive.open(folder / "archive.db", create=True) as archive:
        archive.put(article, facts, extractor="test")
        export(archive, folder / "sound.nq", "nq")
    return folder / "sound.nq"


def read(path: Path) -> list[ox.Quad]:
    return list(ox.parse(path=path, format=ox.RdfFormat.N_QUADS))


def node(told: str) -> ox.NamedNode | ox.Literal:
    turtle = f"{''.join(f'@prefix {p}: <{iri}> .' for p, iri in PREFIXES.items())} [] rv:is {told} ."
    value = next(iter(ox.parse(turtle, ox.RdfFormat.TURTLE))).object
    assert isinstance(value, ox.NamedNode | ox.Literal)
    return value


def broken(quads: list[ox.Quad], kind: str, name: str, instead: str | None) -> Iterator[ox.Quad]:
    """The quads with that property of the first node of that class, where there is one, changed."""
    of_kind = {quad.subject for quad in quads if quad.predicate == term("rdf:type") and quad.object == term(kind)}
    having = [quad for quad in quads if quad.subject in of_kind and quad.predicate == term(name)]
    place = (having or [quad for quad in quads if quad.subject in of_kind])[0]
    subject = place.subject
    adds = instead is not None and instead.startswith("+")
    for quad in quads:
        if adds or (quad.subject, quad.predicate) != (subject, term(name)):
            yield quad
    if instead is not None:
        yield ox.Quad(subject, term(name), node(instead.removeprefix("+")), place.graph_name)


def written(path: Path, quads: list[ox.Quad]) -> Path:
    ox.serialize(sorted(quads, key=lambda quad: str(quad.graph_name)), path, ox.RdfFormat.N_QUADS)
    return path


@pytest.mark.parametrize("form", ["nq", "trig", "nt", "ttl", "jsonld"])
def test_an_export_is_sound_in_every_form(archive: Archive, tmp_path: Path, form: str) -> None:
    export(archive, tmp_path / f"export.{form}", form)

    assert list(validate(tmp_path / f"export.{form}")) == []


def test_an_archive_is_held_against_the_shapes_without_a_file(archive: Archive) -> None:
    assert list(validate(archive)) == []


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case[-1])
def test_every_shape_complains(sound: Path, tmp_path: Path, case: tuple[str, str, str | None, str]) -> None:
    kind, name, instead, complaint = case

    path = written(tmp_path / "broken.nq", list(broken(read(sound), kind, name, instead)))

    assert complaint in {violation.message for violation in validate(path)}


def test_every_complaint_of_the_shapes_has_a_case() -> None:
    shapes = rdflib.Graph().parse(data=(files("graph") / "shapes.ttl").read_text("utf-8"), format="turtle")
    messages = {
        text for text in shapes.objects(None, rdflib.URIRef(SH + "message")) if isinstance(text, rdflib.Literal)
    }

    assert {str(text) for text in messages if text.language == "en"} == {complaint for *_, complaint in BREAKS}
    assert len([text for text in messages if text.language == "fa"]) == len(
        [text for text in messages if text.language == "en"]
    )


def test_a_violation_names_article_node_property_and_value(sound: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "broken.nq", list(broken(read(sound), "rv:Relation", "rv:status", '"rumoured"')))

    found = list(validate(path, "fa"))

    focus = found[0].focus
    message = "رابطه یا واقع است یا برنامه‌ریزی‌شده یا نفی‌شده یا فرضی."
    assert found == [Violation("rich/«۱»", focus, "rv:status", "rumoured", message)]
    assert re.fullmatch(r"https://w3id\.org/ravabet/id/f[0-9a-f]{20}", focus)


def test_a_violation_in_the_graph_of_actors_is_no_articles(sound: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "broken.nq", list(broken(read(sound), "rv:Country", "skos:notation", None)))

    assert [violation.article for violation in validate(path)] == [None]


def test_a_graph_in_pieces_is_refused(sound: Path, tmp_path: Path) -> None:
    quads = read(sound)
    ox.serialize([*quads, quads[0]], tmp_path / "pieces.nq", ox.RdfFormat.N_QUADS)

    with pytest.raises(SourceError, match="lies in several places"):
        list(validate(tmp_path / "pieces.nq"))


def test_what_is_no_rdf_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "torn.nq").write_text("<https://example.org/a> <https://exam")

    with pytest.raises(SourceError, match=r"torn\.nq: is no N-Quads"):
        list(validate(tmp_path / "torn.nq"))


def test_the_shapes_know_all_of_plover() -> None:
    text = (files("graph") / "shapes.ttl").read_text("utf-8")
    known = set(re.findall(r"plover:([A-Z]+(?:-[a-z-]+)?)(?=[\s,)])", text))

    assert known == {*event_types(), *(f"{e.name}-{mode}" for e in event_types().values() for mode in e.modes)}


def test_the_shapes_agree_with_plover_on_quad_classes() -> None:
    text = (files("graph") / "shapes.ttl").read_text("utf-8")
    told = re.findall(r"quad-(\d) && \?type NOT IN \(([^)]*)\)", text)

    by_quad: dict[int, set[str]] = {int(n): set(re.findall(r"plover:(\w+)", names)) for n, names in told}
    assert by_quad == {n: {e.name for e in event_types().values() if e.quad == n} for n in (1, 2, 3, 4)}


def test_complaints_come_before_the_rest_is_read(sound: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "torn.nq", list(broken(read(sound), "rv:Relation", "rv:status", None)))
    with path.open("a") as file:
        file.write("<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n<https://exam")

    complaints = validate(path)

    assert next(complaints).property == "rv:status"
    with pytest.raises(SourceError):
        list(complaints)
