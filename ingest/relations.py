"""country–relation–country: each sentence weighed for what it could tell, then the article as a whole judged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.facts import Evidence, Relation, Span, Statement, Status
from graph.plover import MUTUAL
from ingest import dates
from ingest.reading import Reading
from ingest.relating import candidates, parties
from ingest.relating.evidence import clause
from ingest.relating.parties import Company
from ingest.relating.verdicts import UNREAL, Key, Scored, verdicts
from ingest.relating.weighing import the_scales, weigh
from ingest.states import StateMention

_LOCAL = frozenset(("AGREE", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST"))
_ENVOYS = ("سفیر", "سفارت", "سفرا", "کاردار", "نماینده", "سرکنسول", "کنسول")
_POSTED = 5  # words before a place in which an envoy's office may stand
_AROUND = 80  # code points from an act within which its place is named
_PLANS = frozenset(("AGREE", "CONSULT", "COOPERATE", "AID", "RETREAT", "MOBILIZE", "CONCEDE"))


class Judged(NamedTuple):
    """The best that was scored of a relation, with the chance of it in the article; it is read from `threshold` on."""

    scored: Scored
    chance: float
    threshold: float


def find(reading: Reading, states: Sequence[StateMention], statements: Sequence[Statement]) -> list[Relation]:
    """The relations of an article by the place of their evidence; one of a kind between two states."""
    company = parties.company(reading, states, statements)
    if len(company.involved) < 2:
        return []
    could = scored(company)
    against = unreal(company, could)
    held = [one.scored for one in judged(company, could) if one.chance >= one.threshold and not _denied(one, against)]
    known = {one.key for one in held}
    other = [one for key, one in against.items() if key not in known]
    return sorted((_relation(company, one) for one in (*held, *other)), key=_place)


def _denied(judged: Judged, unreal: Mapping[Key, Scored]) -> bool:
    """Whether the very sentence that tells a relation best tells by a likelier act that it is not so."""
    told = judged.scored
    other = unreal.get(told.key)
    return other is not None and other.sentence == told.sentence and other.bare >= told.chance


def unreal(company: Company, could: Iterable[Scored]) -> dict[Key, Scored]:
    """The acts that are told as not done, or as depending on something: of each relation the clearest."""
    threshold, clearest = the_scales().threshold, dict[Key, Scored]()
    for one in could:
        best = clearest.get(one.key)
        if one.moods & UNREAL and one.bare >= threshold and (best is None or one.bare > best.bare):
            clearest[one.key] = one
    return {key: _oriented(company, one) for key, one in clearest.items()}


def judged(company: Company, scored: Sequence[Scored]) -> list[Judged]:
    """What the article as a whole makes of each relation that it could tell."""
    threshold = the_scales().threshold
    return [
        Judged(_oriented(company, verdict.leading), verdict.chance, threshold) for verdict in verdicts(scored).values()
    ]


def scored(company: Company) -> list[Scored]:
    """All that an article's sentences could tell."""
    return [one for stage in candidates.stages(company) for one in weigh(stage)]


def _place(relation: Relation) -> tuple[int, int, str, str, str]:
    return relation.evidence.start, relation.evidence.end, relation.type, relation.source, relation.target


def _relation(company: Company, scored: Scored) -> Relation:
    reading = company.reading
    start, end = clause(company, scored)
    teller, predicate = _teller(company, scored.act.start), scored.act.predicate
    return Relation(
        article=reading.article.id,
        source=scored.a,
        target=scored.b,
        type=scored.type,
        evidence=Evidence(reading.article.id, start, end, reading.text[start:end], predicate.id),
        mode=predicate.mode if predicate.types[0] == scored.type else None,
        status=_status(scored),
        claimed_by=teller.id if teller else None,
        place=_where(company, scored),
        when=next((phrase.when for phrase in _dates(reading, (start, end))), None),
    )


def _oriented(company: Company, scored: Scored) -> Scored:
    """Of a mutual act, first who is named first."""
    if scored.type not in MUTUAL:
        return scored
    named = [code for _, _, code, _ in company.places if code in (scored.a, scored.b)]
    return scored._replace(a=scored.b, b=scored.a) if named[:1] == [scored.b] else scored


def _dates(reading: Reading, clause: Span) -> Iterator[dates.DatePhrase]:
    return iter(dates.inside(reading.folded, clause, reading.article.published))


def _status(scored: Scored) -> Status:
    if scored.moods & UNREAL:
        return "negated" if "denied" in scored.moods else "hypothetical"
    return "planned" if scored.type in _PLANS and "fut" in scored.moods else "actual"


def _teller(company: Company, place: int) -> Statement | None:
    """The innermost statement whose words stand at a place."""
    telling = [
        (end - start, told.evidence.start, told)
        for told in company.statements
        for start, end in told.content
        if start <= place < end
    ]
    return min(telling, key=lambda found: found[:2])[2] if telling else None


def _where(company: Company, scored: Scored) -> str | None:
    """The words for the city or country that an act is told to be in; none where an envoy is posted there."""
    if scored.type not in _LOCAL:
        return None
    reading = company.reading
    start, end = reading.sentences[scored.sentence]
    found = [
        (abs(a - scored.act.start), reading.text[a:b])
        for a, b, _, kind in company.within(start, end)
        if kind in ("name", "capital") and _is_within(reading.folded[start:a].split()[-_POSTED:])
    ]
    return min(found)[1] if found and min(found)[0] <= _AROUND else None


def _is_within(before: Sequence[str]) -> bool:
    return before[-1:] == ["در"] and not any(word.startswith(_ENVOYS) for word in before[:-1])
