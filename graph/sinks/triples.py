"""One article and its facts, told in triples."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from pyoxigraph import Literal, NamedNode, Triple

from graph.facts import Article, Evidence, Facts, Relation, Span, Speaker, Statement, When
from graph.plover import quad, score
from graph.sinks.vocabulary import article_iri, event_iri, known, office_iri, outlet_iri, part, quad_iri, term

type Term = NamedNode | Literal
type Properties = Mapping[str, Term | Iterable[Term] | None]

JOINT = " … "
"""What stands between two content spans where they are shown as one text."""

_AROUND = 32  # code points of the text that a quote selector repeats on either side
_KINDS = {"person": "rv:Person", "organization": "rv:Organization", "unnamed": "rv:UnnamedSpeaker"}


def triples(article: Article, facts: Facts) -> Iterator[Triple]:
    """Everything that is known of one article, each triple once, subject by subject."""
    told = chain(
        _article(article), _speakers(facts.statements), _statements(article, facts), _relations(article, facts)
    )
    return iter(dict.fromkeys(told))


def codes(facts: Facts) -> Iterator[str]:
    """The codes of all countries and bodies that the facts of one article name, with repetitions."""
    for statement in facts.statements:
        yield from filter(None, (statement.speaker.country, statement.addressee, *statement.about))
    for relation in facts.relations:
        yield from (relation.source, relation.target)


def node(subject: NamedNode, kind: str, properties: Properties) -> Iterator[Triple]:
    """The triples of one node; a property without a value leaves none."""
    yield Triple(subject, term("rdf:type"), term(kind))
    for name, value in properties.items():
        values = () if value is None else (value,) if isinstance(value, NamedNode | Literal) else value
        for each in values:
            yield Triple(subject, term(name), each)


def _article(article: Article) -> Iterator[Triple]:
    iri, when = article_iri(article.id), article.published
    properties = {
        "dcterms:identifier": Literal(article.id),
        "dcterms:source": _text(article.source if _is_public(article.source) else None),
        "schema:headline": _text(article.title),
        "schema:url": _text(article.url),
        "schema:inLanguage": Literal("fa"),
        "schema:publisher": outlet_iri(article.outlet) if article.outlet is not None else None,
        "schema:datePublished": _date(when.day) if when else None,
        "rv:precision": Literal(when.precision) if when else None,
        "rv:dateSpan": part(iri, "date") if when and when.span else None,
        "rv:contentHash": Literal(article.content_hash),
        "schema:articleBody": Literal(article.text),
    }
    yield from node(iri, "rv:Article", properties)
    if when and when.span:
        yield from _span(article, part(iri, "date"), when.span)
    if article.outlet is not None:
        yield from node(outlet_iri(article.outlet), "rv:Outlet", {"schema:name": Literal(article.outlet)})


def _is_public(source: str | None) -> bool:
    """Whether a source is an address; a path tells of somebody's machine, and stays on it."""
    return source is not None and source.startswith(("http://", "https://"))


def _speakers(statements: Iterable[Statement]) -> Iterator[Triple]:
    """The actors behind the statements, sorted so that each stands in one place, then their offices."""
    speakers = sorted((statement.speaker for statement in statements), key=lambda speaker: speaker.actor.id)
    for speaker in speakers:
        held = office_iri(speaker.role, speaker.country) if speaker.role is not None else None
        properties = {
            "schema:name": map(Literal, speaker.names),
            "rv:country": _known(speaker.country),
            "org:holds": held,
        }
        yield from node(known(speaker.actor.id), _KINDS[speaker.kind], properties)
    for speaker in speakers:
        yield from _office(speaker)


def _office(speaker: Speaker) -> Iterator[Triple]:
    if speaker.role is not None:
        properties = {"skos:prefLabel": Literal(speaker.role), "org:postIn": _known(speaker.country)}
        yield from node(office_iri(speaker.role, speaker.country), "rv:Office", properties)


def _statements(article: Article, facts: Facts) -> Iterator[Triple]:
    for position, statement in enumerate(facts.statements):
        iri, speaker = known(statement.id), statement.speaker
        properties = {
            "rv:reportedIn": article_iri(article.id),
            "rv:position": Literal(position),
            "rv:speaker": known(speaker.actor.id),
            "rv:speakerName": Literal(speaker.name),
            "rv:names": part(iri, "name-0"),
            "rv:role": _text(speaker.role),
            "rv:office": office_iri(speaker.role, speaker.country) if speaker.role is not None else None,
            "rv:country": _known(speaker.country),
            "rv:mention": part(iri, "mention") if statement.mention else None,
            "rv:cue": part(iri, "cue") if statement.cue else None,
            "rv:cueText": Literal(statement.cue_text),
            "rv:cueKind": Literal(statement.cue_kind),
            "rv:quoteType": Literal(statement.quote_type),
            "rv:text": Literal(JOINT.join(article.text[start:end] for start, end in statement.content)),
            "rv:content": [part(iri, f"content-{n}") for n in range(len(statement.content))],
            "rv:about": [known(code) for code in statement.about],
            "rv:aboutCodes": Literal(" ".join(statement.about)),
            "rv:addressee": _known(statement.addressee),
            "rv:nestedIn": _known(statement.nested_in),
            "rv:resolution": Literal(statement.resolution),
            "rv:knownAs": _text(statement.known_as),
            **_dated(iri, statement.when, article),
            "rv:evidence": part(iri, "evidence"),
        }
        yield from node(iri, "rv:Statement", properties)
        yield from _list(iri, "name", speaker.names)
        yield from _statement_spans(article, iri, statement)


def _statement_spans(article: Article, iri: NamedNode, statement: Statement) -> Iterator[Triple]:
    yield from _evidence(article, iri, statement.evidence)
    if statement.mention:
        yield from _span(article, part(iri, "mention"), statement.mention)
    if statement.cue:
        yield from _span(article, part(iri, "cue"), statement.cue)
    for n, span in enumerate(statement.content):
        yield from _span(article, part(iri, f"content-{n}"), span, {"rv:position": Literal(n)})
    if statement.when and statement.when.span:
        yield from _span(article, part(iri, "date"), statement.when.span)


def _relations(article: Article, facts: Facts) -> Iterator[Triple]:
    for position, relation in enumerate(facts.relations):
        iri = known(relation.id)
        properties = {
            "rv:reportedIn": article_iri(article.id),
            "rv:position": Literal(position),
            **_act(relation),
            "rv:status": Literal(relation.status),
            "rv:claimedBy": _known(relation.claimed_by),
            "rv:place": _text(relation.place),
            **_dated(iri, relation.when, article),
            "rv:evidence": part(iri, "evidence"),
        }
        yield from node(iri, "rv:Relation", properties)
        yield from _evidence(article, iri, relation.evidence)
        if relation.when and relation.when.span:
            yield from _span(article, part(iri, "date"), relation.when.span)


def _act(relation: Relation) -> dict[str, Term | None]:
    return {
        "rv:source": known(relation.source),
        "rv:target": known(relation.target),
        "rv:eventType": event_iri(relation.type),
        "rv:mode": event_iri(relation.type, relation.mode) if relation.mode is not None else None,
        "rv:quadClass": quad_iri(quad(relation.type)),
        "rv:score": Literal(f"{score(relation.type, relation.mode)}", datatype=term("xsd:decimal")),
    }


def _dated(iri: NamedNode, when: When | None, article: Article) -> dict[str, Term | None]:
    told = when or article.published
    return {
        "rv:date": _date(told.day) if told else None,
        "rv:precision": Literal(told.precision) if told else None,
        "rv:dated": Literal(when is not None) if told else None,
        "rv:dateSpan": part(iri, "date") if when and when.span else None,
    }


def _evidence(article: Article, iri: NamedNode, evidence: Evidence) -> Iterator[Triple]:
    place = part(iri, "evidence")
    rule: Properties = {"rv:rule": Literal(evidence.rule)}
    return _span(article, place, (evidence.start, evidence.end), rule, exact=evidence.exact, kind="rv:Evidence")


def _span(
    article: Article,
    iri: NamedNode,
    span: Span,
    more: Properties | None = None,
    *,
    exact: str = "",
    kind: str = "rv:Span",
) -> Iterator[Triple]:
    """A span of the article's text, told twice as the Web Annotation model wants it: by place and by words."""
    start, end = span
    place, words, text = part(iri, "position"), part(iri, "quote"), article.text
    properties = {"oa:hasSource": article_iri(article.id), "oa:hasSelector": (place, words), **(more or {})}
    yield from node(iri, kind, properties)
    yield from node(place, "oa:TextPositionSelector", {"oa:start": Literal(start), "oa:end": Literal(end)})
    around = {
        "oa:prefix": Literal(text[max(0, start - _AROUND) : start]),
        "oa:exact": Literal(exact or text[start:end]),
        "oa:suffix": Literal(text[end : end + _AROUND]),
    }
    yield from node(words, "oa:TextQuoteSelector", around)


def _list(iri: NamedNode, name: str, values: tuple[str, ...]) -> Iterator[Triple]:
    """An RDF list whose cells have IRIs, so that no export holds a blank node."""
    for n, value in enumerate(values):
        rest = part(iri, f"{name}-{n + 1}") if n + 1 < len(values) else term("rdf:nil")
        yield Triple(part(iri, f"{name}-{n}"), term("rdf:first"), Literal(value))
        yield Triple(part(iri, f"{name}-{n}"), term("rdf:rest"), rest)


def _known(name: str | None) -> NamedNode | None:
    return None if name is None else known(name)


def _text(value: str | None) -> Literal | None:
    return None if value is None else Literal(value)


def _date(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=term("xsd:date"))
