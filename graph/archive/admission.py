"""What the archive lets in: articles that can be stored, and facts that can be shown in them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.archive.searching import unfit
from graph.errors import ArchiveError
from graph.facts import Article, Evidence, Facts, Relation, Span, Statement
from graph.plover import event_types

_OURS = "this is a fault of the reading: please report it with the article"


def check(article: Article, facts: Facts) -> None:
    """Lets an article and its facts pass.

    Raises: ArchiveError when the article holds what is no text, or a fact is not its own, is told twice, points to a
    statement that is not there, or rests on words that are not printed where it says.
    """
    for name in ("id", "text", "outlet", "title", "url", "source"):
        flaw = unfit(getattr(article, name) or "")
        if flaw:
            place = ascii(article.id)[1:-1] if name == "id" else article.id
            raise ArchiveError(place, f"the article's {name} holds {flaw}", "take it out and read the article again")
    for problem in _problems(article, facts):
        raise ArchiveError(article.id, problem, _OURS)


def _problems(article: Article, facts: Facts) -> Iterator[str]:
    if facts.article != article.id:
        yield f"these are the facts of another article, {facts.article}"
    known = {statement.id for statement in facts.statements}
    for statement in facts.statements:
        yield from _statement_problems(article, statement, known)
    for relation in facts.relations:
        yield from _relation_problems(article, relation, known)
    yield from _doubles(facts)


def _statement_problems(article: Article, statement: Statement, known: set[str]) -> Iterator[str]:
    spans = [*statement.content, *filter(None, (statement.mention, statement.cue))]
    yield from _evidence_problems(article, statement.article, statement.evidence, spans)
    if not statement.content or not statement.speaker.names:
        yield f"the statement at {statement.evidence.start} lacks its content or its speaker's name"
    if statement.nested_in and statement.nested_in not in known:
        yield f"the statement at {statement.evidence.start} stands in one that is not there"


def _relation_problems(article: Article, relation: Relation, known: set[str]) -> Iterator[str]:
    yield from _evidence_problems(article, relation.article, relation.evidence, ())
    if relation.type not in event_types():
        yield f"{relation.type} is no type of PLOVER"
    if relation.claimed_by and relation.claimed_by not in known:
        yield f"the relation at {relation.evidence.start} is claimed in a statement that is not there"


def _evidence_problems(article: Article, owner: str, evidence: Evidence, spans: Iterable[Span]) -> Iterator[str]:
    at = f"the fact at {evidence.start}, read by {evidence.rule},"
    if {owner, evidence.article} != {article.id}:
        yield f"{at} belongs to another article"
    if article.text[evidence.start : evidence.end] != evidence.exact:
        yield f"{at} rests on words that are not printed there"
    if any(not 0 <= start < end <= len(article.text) for start, end in [(evidence.start, evidence.end), *spans]):
        yield f"{at} has a span outside the text"


def _doubles(facts: Facts) -> Iterator[str]:
    for kind, told in (("statement", facts.statements), ("relation", facts.relations)):
        first = next((fact for fact, n in Counter(fact.id for fact in told).items() if n > 1), None)
        if first:
            at = next(fact.evidence.start for fact in told if fact.id == first)
            yield f"the {kind} at {at} is there twice"
