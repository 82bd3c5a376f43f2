"""Who stands for a state in a sentence: its names, its people, «این کشور», «ما», and whoever speaks."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from graph.facts import Span, Speaker, Statement
from graph.letters import ZWNJ, fold, skeleton_text
from graph.lexicon import entries
from ingest import words
from ingest.gazetteer import Hit
from ingest.reading import Reading
from ingest.relating import stand_ins
from ingest.relating.stand_ins import StandIn
from ingest.states import StateMention, home_of
from ingest.words import Token

_THIS = {"این", "ان"}
_OURS = {"ما", "کشورش", "کشورم", "دولتما"}
_THEY = {"انها", "انان"}
_DEEDS = {"حمله", "حملات", "حملهها", "اقدام", "اقدامات", "تجاوز", "تجاوزات", "جنایت", "جنایات", "رفتار", "تصمیم"}
_DEED = re.compile("این (?:" + "|".join(sorted(_DEEDS, key=len, reverse=True)) + r")\b")
_TELLING = _THIS | _OURS | _THEY | {"طرفین", "دو"}
MEANT = ("this", "we", "they", "both", "deed")
"""The kinds of party that mean a state without naming it."""
_BACK = 24  # code points in which such a word may stand before a state's name
_NEAR = 10  # mentions back that «این کشور» and «دو کشور» look


@dataclass(frozen=True, slots=True)
class Party:
    """Words `first` to `last` (half-open, of the sentence) that stand for `code`.

    `kind` is that of the state's mention (name, capital, demonym …), person, or one of MEANT.
    """

    first: int
    last: int
    code: str
    kind: str


@dataclass(frozen=True)
class Company:
    """All who stand for a state in an article: `named` by place, and the statements."""

    reading: Reading
    named: Sequence[StateMention]
    persons: Sequence[Hit[StandIn]]
    statements: Sequence[Statement]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each state is named, or a person of its."""
        return Counter(code for _, _, code, _ in self.places)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The states by how often they are named, 0 first."""
        return {code: rank for rank, (code, _) in enumerate(self.counts.most_common())}

    @cached_property
    def involved(self) -> set[str]:
        """The states that are named or speak."""
        return {*self.counts, *(told.speaker.country for told in self.statements if told.speaker.country)}

    @cached_property
    def home(self) -> str:
        return home_of(self.reading.article.outlet)

    @cached_property
    def places(self) -> list[tuple[int, int, str, str]]:
        """Start, end, code and kind of every mention of a state or of who stands for it, none inside another."""
        states = {(state.start, state.end, self._meant(state), str(state.kind)) for state in self.named}
        free = {
            (hit.start, hit.end, hit.entry.code, hit.entry.kind)
            for hit in self.persons
            if not _covered(hit, self.named)
        }
        return sorted(states | free)

    def _meant(self, state: StateMention) -> str:
        """The state's code; of «کشور ما» that of whoever says it."""
        if state.whose:
            voices = (told.speaker.country for told in self.speakers(state.start, state.end))
            return next((code for code in voices if code), state.code)
        return state.code

    def within(self, start: int, end: int) -> Sequence[tuple[int, int, str, str]]:
        """The places from one code point to another."""
        return self.places[bisect_left(self.places, (start,)) : bisect_left(self.places, (end,))]

    def before(self, place: int) -> list[str]:
        """The codes named before a place, the nearest first."""
        index = bisect_left(self.places, (place,))
        return [code for _, _, code, _ in reversed(self.places[max(0, index - _NEAR) : index])]

    def speakers(self, start: int, end: int) -> list[Statement]:
        """The statements of a state's people whose words run through a stretch."""
        return [
            statement
            for statement in self.statements
            if statement.speaker.country and any(a < end and start < b for a, b in statement.content)
        ]

    def voices(self, told: Statement) -> list[str]:
        """The countries of who speaks: the first speaker's, and those that «و» joins with it."""
        first = [told.speaker.country] if told.speaker.country else []
        if (
            told.mention is None
            or len(told.speaker.names) < 2
            or " و " not in self.reading.folded[slice(*told.mention)]
        ):
            return first
        return [*first, *(code for _, _, code, _ in self.within(*told.mention) if code not in first)]


def standing(speaker: Speaker) -> str:
    """Whether somebody speaks for a state or a body («state»), in another office («other»), or in none («none»)."""
    told = words.tokens(f"{speaker.role or ''} {speaker.name if speaker.kind != 'person' else ''}".strip())
    if any(token.key in _state_offices() for token in told):
        return "state"
    return "other" if told else "none"


class StateOffice(NamedTuple):
    word: str


@cache
def _state_offices() -> frozenset[str]:
    rows = entries(files("ingest") / "lexicon/state_offices.tsv", StateOffice)
    return frozenset(skeleton_text(row.word) for _, row in rows)


def tells_of_a_deed(folded: str) -> bool:
    """Whether words point back to what somebody did («این حمله»)."""
    return _DEED.search(folded) is not None


def company(reading: Reading, states: Sequence[StateMention], statements: Sequence[Statement]) -> Company:
    """Who stands for a state in an article; persons are known from the lexicon, from what they say, from full names."""
    spoken = {
        (name, country)
        for statement in statements
        if statement.speaker.kind == "person" and (country := statement.speaker.country)
        for name in statement.speaker.names
    }
    states = [state for state in states if not _is_stateless(reading, state.start)]
    known = stand_ins.find(reading, states, home_of(reading.article.outlet))
    spoken |= {(name, told.code) for _, _, told in known if (name := stand_ins.surname(told))}
    said = [hit for entry in sorted(spoken) for hit in _printed(reading, entry)]
    persons = [*_longest(_whole(reading, known)), *_longest(_whole(reading, said))]
    return Company(reading, states, sorted(_apart(persons)), statements)


def _whole(reading: Reading, hits: Iterable[Hit[StandIn]]) -> Iterator[Hit[StandIn]]:
    """The hits that end a word."""
    return (hit for hit in set(hits) if reading.text[hit.end : hit.end + 1] != ZWNJ)


def _apart(hits: Iterable[Hit[StandIn]]) -> list[Hit[StandIn]]:
    """The hits of which none lies in one before."""
    kept: list[Hit[StandIn]] = []
    taken: set[int] = set()
    for hit in hits:
        if taken.isdisjoint(range(hit.start, hit.end)):
            kept.append(hit)
            taken.update(range(hit.start, hit.end))
    return kept


def _is_stateless(reading: Reading, start: int) -> bool:
    """Whether the word or two before a state's name take the state out of it («حزب‌الله لبنان»)."""
    before = reading.folded[max(0, start - _BACK) : start].split()[-2:]
    return any(skeleton_text("".join(before[-size:])) in _stateless() for size in range(1, len(before) + 1))


class Stateless(NamedTuple):
    word: str


@cache
def _stateless() -> frozenset[str]:
    return frozenset(
        skeleton_text(row.word) for _, row in entries(files("ingest") / "lexicon/stateless.tsv", Stateless)
    )


def _printed(reading: Reading, entry: tuple[str, str]) -> Iterator[Hit[StandIn]]:
    """Where a name is printed as a whole word, as it was printed first."""
    name, text = fold(entry[0]), reading.folded
    place = text.find(name) if name else -1
    while place >= 0:
        end = place + len(name)
        if not text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum():
            yield Hit(place, end, StandIn(*entry, "person"))
        place = text.find(name, end)


def _longest(hits: Iterable[Hit[StandIn]]) -> Iterator[Hit[StandIn]]:
    reach = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.entry)):
        if hit.start >= reach:
            yield hit
            reach = hit.end


def _covered(hit: Hit[StandIn], named: Sequence[StateMention]) -> bool:
    index = bisect_left(named, (hit.end,))
    return index > 0 and named[index - 1].end > hit.start


def parties(company: Company, tokens: Sequence[Token], said: Sequence[Statement]) -> list[Party]:
    """The parties of a sentence in order, given its words and the statements that run through it."""
    start, end = tokens[0].start, tokens[-1].end
    starts = [token.start for token in tokens]
    named = [
        Party(bisect_left(starts, a + 1) - 1, bisect_left(starts, b), code, kind)
        for a, b, code, kind in company.within(start, end)
    ]
    taken = {index for party in named for index in range(party.first, party.last)}
    meant = _meant(company, tokens, said, named, taken)
    return sorted([*named, *meant], key=lambda party: (party.first, party.last))


def _meant(
    company: Company, tokens: Sequence[Token], said: Sequence[Statement], named: Sequence[Party], taken: Set[int]
) -> Iterator[Party]:
    """The parties that a word means without naming them."""
    for index, token in enumerate(tokens):
        if index in taken:
            continue
        if token.key not in _TELLING:
            continue
        follows = tokens[index + 1].key if index + 1 < len(tokens) else ""
        nearest = _nearest(company, tokens, named, index)
        if token.key in _THIS and follows in ("کشور", "رژیم"):
            yield from (Party(index, index + 2, code, "this") for code in nearest[:1])
        elif token.key in _THIS and follows in _DEEDS:
            others = [code for code in nearest if code not in {told.speaker.country for told in said}]
            yield from (Party(index, index + 2, code, "deed") for code in others[:1])
        elif token.key in _OURS:
            yield from (Party(index, index + 1, code, "we") for code in _voice(said, (token.start, token.end))[:1])
        elif token.key in _THEY and said:
            others = [code for code in nearest if code not in {told.speaker.country for told in said}]
            yield from (Party(index, index + 1, code, "they") for code in others[:1])
        elif token.key == "طرفین" or (token.key == "دو" and follows in ("کشور", "طرف")):
            last = index + 1 if token.key == "طرفین" else index + 2
            yield from (Party(index, last, code, "both") for code in reversed(nearest[:2]))


def _nearest(company: Company, tokens: Sequence[Token], named: Sequence[Party], index: int) -> list[str]:
    here = (party.code for party in reversed(named) if party.last <= index and party.kind != "demonym")
    return list(dict.fromkeys(chain(here, company.before(tokens[0].start))))


def _voice(said: Sequence[Statement], place: Span) -> list[str]:
    """The countries of those who speak at a place, the innermost first."""
    holds = [told for told in said if any(a <= place[0] < b for a, b in told.content)] or said
    return [told.speaker.country for told in holds if told.speaker.country]
