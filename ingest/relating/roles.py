"""A sentence seen by its predicates: where each party stands towards each of them, by the small words between."""

import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ingest import words
from ingest.gazetteer import Hit
from ingest.relating.parties import MEANT, Party
from ingest.relating.predicates import Predicate
from ingest.words import Token, VerbForm

_YOU = (2, 5)  # news addresses nobody, and «کشتی» is a ship
_REACH = 10  # words back to what governs a noun phrase
_OBJECT = 7  # words ahead to «را»
_OWN = ("خود", "خویش", "خودش", "خودشان")
_CLOSE = 1  # words between an act and what belongs to it
TIGHT = frozenset(
    (
        "gen",
        "R:by",
        "R:به",
        "R:از",
        "R:با",
        "R:علیه",
        "R:میان",
        "L^",
        "Lرا",
        "Lبه",
        "Lاز",
        "Lبا",
        "Lعلیه",
        "Lمیان",
        "Lby",
    )
)


class Act(NamedTuple):
    """A predicate at words `first` to `last` of the sentence, printed from `start` to `end`."""

    first: int
    last: int
    predicate: Predicate
    start: int
    end: int


class Role(NamedTuple):
    """How a party stands to an act: `tag` names the place, `gap` counts words between, a lower `cost` is nearer."""

    cost: int
    tag: str
    gap: int
    party: Party


@dataclass(frozen=True)
class Scenery:
    """A sentence: its words' keys, which of them are finite verbs, its parties and acts.

    `governors` tells for each party the preposition before its phrase (or ^ clause start, p another party, …) and the
    word where that stands, `objects` which are followed by «را», `leaders` the first of those that «و» joins with it,
    `subject` the state that the sentence seems to be told of, `starts` the code points at which the words begin.
    """

    keys: Sequence[str]
    verbs: Sequence[int]
    parties: Sequence[Party]
    acts: Sequence[Act]
    governors: Mapping[Party, tuple[str, int]]
    objects: frozenset[Party]
    leaders: Mapping[Party, Party]
    subject: str | None = field(default=None)
    starts: Sequence[int] = ()

    def between(self, start: int, end: int) -> int:
        """How many finite verbs stand between two words."""
        return bisect_left(self.verbs, end) - bisect_left(self.verbs, start)

    def form(self, index: int) -> VerbForm:
        return finite()[self.keys[index]]

    def verb(self, act: Act) -> int | None:
        """The word that makes one verb with an act («محکوم کرد»), or the act itself where it is one."""
        small = connectives()
        for index in range(act.last - 1, min(len(self.keys), act.last + 3)):
            if self.keys[index] in finite():
                return index
            if index >= act.last and (self.keys[index] in small.marks or self.keys[index] in small.prepositions):
                break
        return None

    def role(self, parties: Sequence[Party], act: Act) -> Role | None:
        """The role of the nearest of a state's parties."""
        return min((self._role(party, act) for party in parties), default=None, key=lambda role: role.cost)

    def _role(self, party: Party, act: Act) -> Role:
        tag = self._tag(party, act)
        gap = party.first - act.last if party.first >= act.last else act.first - party.last
        far = 6 * (tag not in TIGHT) + 6 * (tag[:2] in ("LL", "RR")) + 4 * (party.kind in MEANT)
        return Role(gap + far, tag, gap, party)

    def _tag(self, party: Party, act: Act) -> str:
        governor, place = self.governors[party]
        leader = self.leaders.get(party, party)
        if leader.first >= act.last:
            return self._right(party, act, leader, governor, place)
        if party.last <= act.first:
            return self._left(party, act, governor)
        return "in"

    def _right(self, party: Party, act: Act, leader: Party, governor: str, place: int) -> str:
        crossed = self.between(act.last, leader.first)
        if not crossed:
            if place < act.last:
                loose = "+" if leader.first - act.last > _CLOSE else ""
                return "gen," if governor == "،" else f"gen{loose}"
            return f"R{governor}" if governor in ("^", "،", "-", "p", "را") else f"R:{governor}"
        object_ = party in self.objects
        if crossed == 1 and self.between(act.last, act.last + 3):
            return "Vرا" if object_ else f"V:{governor}"
        return "RRرا" if object_ else "RR"

    def _left(self, party: Party, act: Act, governor: str) -> str:
        crossed = self.between(party.last, act.first)
        side = "L" * min(crossed + 1, 3) if crossed or self.verb(act) is not None else "N"
        if party in self.objects:
            return f"{side}را"
        if crossed:
            return side + (governor if governor in ("^", "by", "از") else "")
        if governor in ("^", "،") and act.first == party.last:
            return "L^0"
        return side + governor


def scenery(tokens: Sequence[Token], parties: Sequence[Party], hits: Sequence[Hit[Predicate]]) -> Scenery:
    """A sentence laid out, given its words, its parties and the predicates printed in it."""
    keys, starts = [token.key for token in tokens], [token.start for token in tokens]
    acts = _acts(tokens, parties, hits)
    inside = {index for act in acts for index in range(act.first, act.last - 1)}  # «گفت و گو» holds no verb
    verbs = [index for index, key in enumerate(keys) if key in finite() and index not in inside]
    governors: dict[Party, tuple[str, int]] = {}
    leaders: dict[Party, Party] = {}
    named = {index for party in parties if party.kind not in MEANT for index in range(party.first, party.last)}
    before: Party | None = None
    for party in parties:
        if before and _joined(keys, before, party):
            governors[party], leaders[party] = governors[before], leaders.get(before, before)
        else:
            governors[party] = _governor(keys, party.first, named)
        before = party
    firsts = {party.first for party in parties if party.kind not in MEANT}
    objects = {party for party in parties if _is_object(keys, party, firsts)}
    objects |= {leaders[party] for party in objects if party in leaders}
    subject = next(
        (p.code for p in parties if governors[p][0] in ("^", "،") and p not in objects and p.kind != "both"), None
    )
    return Scenery(keys, verbs, parties, acts, governors, frozenset(objects), leaders, subject, starts)


def _acts(tokens: Sequence[Token], parties: Sequence[Party], hits: Sequence[Hit[Predicate]]) -> list[Act]:
    starts = [token.start for token in tokens]
    places = [(bisect_left(starts, hit.start + 1) - 1, bisect_left(starts, hit.end), hit) for hit in hits]
    free = [
        (first, last, hit)
        for first, last, hit in places
        if not any(party.first < last and first < party.last and party.kind not in MEANT for party in parties)
    ]
    return [Act(first, last, hit.entry, hit.start, hit.end) for first, last, hit in free]


def _joined(keys: Sequence[str], before: Party, party: Party) -> bool:
    """Whether only «و», a comma and a word or two part two parties."""
    small = connectives()
    between = keys[before.last : party.first]
    rest = [key for key in between if key not in small.joins]
    return (
        len(rest) <= 2
        and len(rest) < len(between)
        and not any(key in finite() or key in small.prepositions or key in small.marks for key in rest)
    )


def _governor(keys: Sequence[str], first: int, named: set[int]) -> tuple[str, int]:
    """What stands before the noun phrase that ends with a word, and where; ~ marks a preposition behind an «و»."""
    loose = ""
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if keys[index] == "و":
            loose = "~"
        elif preposition := _preposition(keys, index):
            return preposition + loose, index
        elif bound := _bound(keys[index], index in named):
            return bound, index
    return ("^", -1) if first <= _REACH else ("-", first - 1 - _REACH)


def _preposition(keys: Sequence[str], index: int) -> str | None:
    """What a word counts as, if it is a preposition here."""
    small, key = connectives(), keys[index]
    if key in small.agents and index and keys[index - 1] == "از":
        return "by"
    if key in small.bound and index and keys[index - 1] not in small.prepositions:
        return None
    return small.prepositions.get(key)


def _bound(key: str, is_named: bool) -> str | None:
    """What ends a noun phrase to its left, other than a preposition."""
    if key in finite() or key in connectives().starts:
        return "^"
    if key in ("،", ","):
        return "،"
    if key == "را":
        return "را"
    return "p" if is_named else None


def _is_object(keys: Sequence[str], party: Party, starts: set[int]) -> bool:
    """Whether «را» follows, with nothing between that ends the phrase; another state does unless «و» joins it.

    «خود» is the subject's («X نیروهای خود را … کرد»).
    """
    small = connectives()
    for index in range(party.last, min(len(keys), party.last + _OBJECT)):
        key = keys[index]
        if key == "را":
            return True
        if key in finite() or key in small.prepositions or (key in small.marks and key not in small.joins):
            return False
        if key in _OWN:
            return False
        if index in starts and keys[index - 1] not in small.joins:
            return False
    return False


class Connectives(NamedTuple):
    """The small words of ingest/lexicon/connectives.toml."""

    prepositions: Mapping[str, str]
    agents: frozenset[str]
    bound: frozenset[str]
    joins: frozenset[str]
    marks: frozenset[str]
    starts: frozenset[str]
    doubts: frozenset[str]
    musts: frozenset[str]


@cache
def connectives() -> Connectives:
    told = _told()
    return Connectives(told["prepositions"], **{name: frozenset(keys) for name, keys in told["words"].items()})


@cache
def finite() -> Mapping[str, VerbForm]:
    """The finite verbs by their keys."""
    told = _told()["verbs"]
    conjugated = (words.verb_forms(*stems.split("/")).items() for stems in told["stems"])
    found = {key: form for forms in conjugated for key, form in forms if form.person not in _YOU}
    found |= {key: VerbForm(key, "بود", "copula", 3, key.startswith("ن"), False) for key in told["copulas"]}
    nouns = {*told["nouns"], *connectives().musts}
    return {key: form for key, form in found.items() if key not in nouns}


@cache
def _told() -> Any:
    return tomllib.loads(files("ingest").joinpath("lexicon/connectives.toml").read_text(encoding="utf-8"))
