"""What one article is in Neo4j: nodes and edges with a closed set of labels, types and property names.

::

    (:Person|Organization|Unnamed)-[:SAID]->(:Statement)-[:ABOUT|ADDRESSED_TO]->(:Country|Body)
    (:Person|Organization|Unnamed)-[:SERVES]->(:Country|Body)<-[:OF]-(:Office)<-[:SPOKEN_AS]-(:Statement)
    (:Country|Body)-[:SOURCE_OF]->(:Relation)-[:TOWARDS]->(:Country|Body)
    (:Relation)-[:CLAIMED_IN]->(:Statement)-[:NESTED_IN]->(:Statement)
    (:Statement|Relation)-[:REPORTED_IN]->(:Article)-[:PUBLISHED_BY]->(:Outlet)

and, made of these by `settle`, (:Person)-[:HOLDS]->(:Office) and (:Country|Body)-[:RELATES]->(:Country|Body). Whoever
speaks or acts is an :Actor too; every node of ours is a :Ravabet, and nothing else is ever taken out.

Property names keep away from words that query languages use themselves: a title is a `headline`, a PLOVER type an
`event`. Spans are flat lists of numbers, [start, end, start, end …]. Dates are ISO, with `year` and `month` beside.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, NamedTuple

from graph.actors import actors, label
from graph.facts import ActorKind, Article, Evidence, Facts, Relation, Span, Speaker, Statement, When, digest
from graph.letters import skeleton_text
from graph.plover import quad, score
from graph.sinks.neo4j.connection import Value

FORM = 1
"""Changes whenever the same facts make other nodes or edges than before; a load then writes all articles anew."""

type Label = Literal[
    "Article", "Body", "Country", "Office", "Organization", "Outlet", "Person", "Relation", "Statement", "Unnamed"
]
type KeyLabel = Literal["Actor", "Article", "Office", "Outlet", "Relation", "Statement"]
"""The labels that ids are unique under: an actor is a person, organization, unnamed speaker, country or body."""
type EdgeType = Literal[
    "ABOUT", "ADDRESSED_TO", "CLAIMED_IN", "NESTED_IN", "OF", "PUBLISHED_BY", "REPORTED_IN", "SAID", "SERVES",
    "SOURCE_OF", "SPOKEN_AS", "TOWARDS",
]  # fmt: skip

KEY_LABELS: dict[Label, KeyLabel] = {
    "Article": "Article",
    "Body": "Actor",
    "Country": "Actor",
    "Office": "Office",
    "Organization": "Actor",
    "Outlet": "Outlet",
    "Person": "Actor",
    "Relation": "Relation",
    "Statement": "Statement",
    "Unnamed": "Actor",
}
SHARED: frozenset[KeyLabel] = frozenset({"Actor", "Office", "Outlet"})
"""What many articles may point to; all else belongs to one article."""

_LABELS: dict[ActorKind, Label] = {
    "person": "Person",
    "organization": "Organization",
    "unnamed": "Unnamed",
    "country": "Country",
    "body": "Body",
}


class Key(NamedTuple):
    label: KeyLabel
    id: str


class Node(NamedTuple):
    label: Label
    id: str
    properties: dict[str, Value]

    @property
    def key(self) -> Key:
        return Key(KEY_LABELS[self.label], self.id)


class Edge(NamedTuple):
    type: EdgeType
    start: Key
    end: Key


class Shape(NamedTuple):
    """An article as Neo4j has it; `mark` changes exactly when any of it does."""

    article: str
    mark: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def rows(self) -> int:
        return len(self.nodes) + len(self.edges)

    @property
    def facts(self) -> list[str]:
        return [node.id for node in self.nodes if node.label in ("Relation", "Statement")]


def mark(article: Article, facts: Facts) -> str:
    """Changes exactly when something that is written of an article does."""
    return digest(FORM, article, facts)


def shape(article: Article, facts: Facts) -> Shape:
    """The nodes and edges of an article, each once and in order.

    Raises: QuestionError for the code of an actor that nobody knows.
    """
    told = mark(article, facts)
    parts = chain(
        _article(article, told),
        chain.from_iterable(_statement(n, statement, article) for n, statement in enumerate(facts.statements)),
        chain.from_iterable(_relation(n, relation, article) for n, relation in enumerate(facts.relations)),
    )
    distinct = {part if isinstance(part, Edge) else part.key: part for part in parts}.values()
    nodes = sorted((part for part in distinct if isinstance(part, Node)), key=lambda node: node.key)
    return Shape(article.id, told, tuple(nodes), tuple(sorted(part for part in distinct if isinstance(part, Edge))))


def _article(article: Article, told: str) -> Iterator[Node | Edge]:
    published = article.published
    properties: dict[str, Value] = {
        "headline": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "source": article.source,
        "text": article.text,
        "published": published.day.isoformat() if published else None,
        "published_precision": published.precision if published else None,
        "published_span": _spans([published.span] if published and published.span else []),
        "content_hash": article.content_hash,
        "mark": told,
    }
    yield Node("Article", article.id, properties)
    if article.outlet is not None:
        outlet = Node("Outlet", article.outlet, {"name": article.outlet})
        yield from (outlet, Edge("PUBLISHED_BY", Key("Article", article.id), outlet.key))


def _statement(n: int, statement: Statement, article: Article) -> Iterator[Node | Edge]:
    speaker = _speaker(statement.speaker)
    said = Node("Statement", statement.id, _statement_properties(n, statement, article))
    yield from (said, Edge("REPORTED_IN", said.key, Key("Article", article.id)))
    yield from (speaker, Edge("SAID", speaker.key, said.key))
    yield from _served(speaker, "SERVES", statement.speaker.country)
    yield from _office(statement.speaker, said.key)
    for code in statement.about:
        yield from _towards(said.key, "ABOUT", code)
    if statement.addressee:
        yield from _towards(said.key, "ADDRESSED_TO", statement.addressee)
    if statement.nested_in:
        yield Edge("NESTED_IN", said.key, Key("Statement", statement.nested_in))


def _statement_properties(n: int, statement: Statement, article: Article) -> dict[str, Value]:
    speaker, text = statement.speaker, " … ".join(article.text[start:end] for start, end in statement.content)
    return {
        "n": n,
        "article": article.id,
        "speaker": speaker.name,
        "speaker_kind": speaker.kind,
        "names": list(speaker.names),
        "role": speaker.role,
        "country": speaker.country,
        "mention": _spans([statement.mention] if statement.mention else []),
        "cue_span": _spans([statement.cue] if statement.cue else []),
        "cue": statement.cue_text,
        "cue_kind": statement.cue_kind,
        "content": _spans(statement.content),
        "text": text,
        "skeleton": skeleton_text(text),
        "quote_type": statement.quote_type,
        "about": list(statement.about),
        "resolution": statement.resolution,
        "addressee": statement.addressee,
        "nested_in": statement.nested_in,
        "known_as": statement.known_as,
        **_dated(statement.when, article),
        **_evidence(statement.evidence),
    }


def _relation(n: int, relation: Relation, article: Article) -> Iterator[Node | Edge]:
    properties: dict[str, Value] = {
        "n": n,
        "article": article.id,
        "source": relation.source,
        "target": relation.target,
        "event": relation.type,
        "mode": relation.mode,
        "quad": quad(relation.type),
        "score": float(score(relation.type, relation.mode)),
        "status": relation.status,
        "claimed_by": relation.claimed_by,
        "place": relation.place,
        **_dated(relation.when, article),
        **_evidence(relation.evidence),
    }
    done = Node("Relation", relation.id, properties)
    source = _country(relation.source)
    yield from (done, Edge("REPORTED_IN", done.key, Key("Article", article.id)))
    yield from (source, Edge("SOURCE_OF", source.key, done.key))
    yield from _towards(done.key, "TOWARDS", relation.target)
    if relation.claimed_by:
        yield Edge("CLAIMED_IN", done.key, Key("Statement", relation.claimed_by))


def _speaker(speaker: Speaker) -> Node:
    actor = speaker.actor
    return Node(_LABELS[actor.kind], actor.id, {"kind": actor.kind, "country": actor.country})


def _office(speaker: Speaker, said: Key) -> Iterator[Node | Edge]:
    """The office that a person speaks from."""
    if speaker.kind == "person" and speaker.role:
        id = digest("office", skeleton_text(speaker.role), speaker.country)
        office = Node("Office", id, {"country": speaker.country})
        yield from (office, Edge("SPOKEN_AS", said, office.key))
        yield from _served(office, "OF", speaker.country)


def _served(who: Node, how: EdgeType, code: str | None) -> Iterator[Node | Edge]:
    if code:
        yield from _towards(who.key, how, code)


def _towards(start: Key, how: EdgeType, code: str) -> Iterator[Node | Edge]:
    country = _country(code)
    yield from (country, Edge(how, start, country.key))


def _country(code: str) -> Node:
    names: dict[str, Value] = {"name": label(code, "fa"), "name_en": label(code, "en")}
    kind = actors()[code].kind
    return Node(_LABELS[kind], code, {"kind": kind, **names})


def _dated(when: When | None, article: Article) -> dict[str, Value]:
    """The date of a fact, else of its article; `dated` tells which."""
    known = when or article.published
    day = known.day.isoformat() if known else None
    return {
        "date": day,
        "month": day and day[:7],
        "year": known.day.year if known else None,
        "date_precision": known.precision if known else None,
        "date_span": _spans([when.span] if when and when.span else []),
        "dated": when is not None,
    }


def _evidence(evidence: Evidence) -> dict[str, Value]:
    return {
        "evidence_start": evidence.start,
        "evidence_end": evidence.end,
        "exact": evidence.exact,
        "rule": evidence.rule,
    }


def _spans(spans: Iterable[Span]) -> list[int]:
    return [place for span in spans for place in span]
