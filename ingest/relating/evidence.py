"""The words that a relation rests on: the clauses that hold its act and its two states."""

from collections.abc import Sequence

from graph.facts import Span
from ingest.relating.clauses import clauses
from ingest.relating.parties import Company
from ingest.relating.roles import finite
from ingest.relating.verdicts import Scored
from ingest.words import Token, tokens

_LINKS = frozenset(("و", "که", "،", ",", "؛", ":", "-", ")", "»", '"', "اما", "ولی"))
"""Words that no evidence begins with."""


def clause(company: Company, scored: Scored) -> Span:
    """From the clause of whichever is first, the act or a state as far as it is named, to a verb behind the last."""
    start, end = company.reading.sentences[scored.sentence]
    act = scored.act
    first, last = act.start, act.end
    for code in (scored.a, scored.b):
        named = [place for place in company.within(start, end) if place[2] == code]
        if named:
            nearest = min(named, key=lambda place: (abs(place[0] - act.start), place))
            first, last = min(first, nearest[0]), max(last, nearest[1])
    there = tokens(company.reading.text, start, end)
    return _clause_start(there, first), _verb_end(there, last)


def _clause_start(there: Sequence[Token], place: int) -> int:
    """Where the clause of a place begins, without the words that link it to what stands before."""
    keys = [token.key for token in there]
    laid = clauses(keys, [index for index, key in enumerate(keys) if key in finite()], finite())
    at = max((index for index, token in enumerate(there) if token.start <= place), default=None)
    if at is None:
        return place
    opening = range(laid.found[laid.of[at]].first, at + 1)
    return next((there[index].start for index in opening if keys[index] not in _LINKS), place)


def _verb_end(there: Sequence[Token], place: int) -> int:
    """Where the first finite verb behind a place ends («خواهد کرد» too); the place where a sentence has none left."""
    found = place
    for token in there:
        if token.start < place:
            continue
        if token.key in finite():
            found = token.end
        elif found > place:
            break
    return found
