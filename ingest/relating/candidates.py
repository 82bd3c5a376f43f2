"""Every relation that a sentence could tell: each act with each pair of states, and each pair whatever the act."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain, permutations
from typing import NamedTuple

from graph.letters import skeleton_text
from graph.lexicon import entries
from graph.plover import MUTUAL
from ingest import words
from ingest.gazetteer import Hit
from ingest.relating import clues, frames, parties, predicates, roles
from ingest.relating.clues import Clues, Stage
from ingest.relating.parties import Company
from ingest.relating.roles import Act, Role

HINTED = ("ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
"""The types that words can tell without an act that has its parties in place."""

_CROWD = 12  # states in a sentence, beyond which it is a list

type Pair = tuple[str, str]


@dataclass(frozen=True)
class Cast:
    """An act with the states that could have a part in it: their roles, how well each pair fits, and all their clues.

    `sides` has the clues of each state as a and as b, in groups.
    """

    act: Act
    clues: Clues
    roles: Mapping[str, Role | None]
    sides: Mapping[tuple[str, str], tuple[Clues, ...]]
    fits: Mapping[Pair, int]

    @cached_property
    def a(self) -> Mapping[str, Clues]:
        """The clues of each state as who acts."""
        return {code: tuple(chain.from_iterable(told)) for (side, code), told in self.sides.items() if side == "a"}

    @cached_property
    def b(self) -> Mapping[str, Clues]:
        """The clues of each state as towards whom."""
        return {code: tuple(chain.from_iterable(told)) for (side, code), told in self.sides.items() if side == "b"}

    @cached_property
    def counted_fits(self) -> Mapping[int, int]:
        """How many pairs fit how well."""
        return Counter(self.fits.values())

    @cached_property
    def bends(self) -> Clues:
        return clues.bends(self.clues)


def stages(company: Company) -> Iterator[Stage]:
    """The sentences that tell an act, and in which two states or more have a part, laid out; none about pastimes."""
    reading = company.reading
    for index in _crowded(company):
        start, end = reading.sentences[index]
        acts = [Hit(a + start, b + start, rule) for a, b, rule in predicates.find(reading.text[start:end])]
        tokens = _tokens(reading.text, start, end) if acts else []
        if tokens and not any(token.key in pastimes() for token in tokens):
            said = company.speakers(start, end)
            there = parties.parties(company, tokens, said)
            yield Stage(company, roles.scenery(tokens, there, acts), said, index)


class Pastime(NamedTuple):
    word: str


@cache
def pastimes() -> frozenset[str]:
    """The keys of words that show that a sentence is about sport or art."""
    return frozenset(skeleton_text(row.word) for _, row in entries(files("ingest") / "lexicon/pastimes.tsv", Pastime))


def _tokens(text: str, start: int, end: int) -> list[words.Token]:
    """The words of a stretch, without a look at the rest of the text."""
    return [words.Token(token.start + start, token.end + start, token.key) for token in words.tokens(text[start:end])]


def _crowded(company: Company) -> Iterator[int]:
    """The sentences that name two states, or one while another speaks or «این کشور», «ما» … may mean one."""
    reading = company.reading
    if len(company.involved) < 2:
        return
    named: dict[int, set[str]] = {}
    for start, _, code, _ in company.places:
        named.setdefault(reading.sentence_at(start), set()).add(code)
    for index in sorted(named):
        start, end = reading.sentences[index]
        voices = {told.speaker.country for told in company.speakers(start, end)} - {None}
        if len(named[index] | voices) > 1:
            yield index


def casts(stage: Stage) -> Iterator[Cast]:
    """Each act of a sentence with all states there."""
    for act in stage.scenery.acts:
        found = {code: stage.scenery.role(stage.parties[code], act) for code in stage.codes}
        yield Cast(
            act,
            tuple(clues.act_clues(stage, act)),
            found,
            {(side, code): clues.role_clues(stage, act, code, found, side) for side in "ab" for code in found},
            {pair: _fit(stage, act, found[pair[0]], found[pair[1]]) for pair in permutations(found, 2)},
        )


def _fit(stage: Stage, act: Act, a: Role | None, b: Role | None) -> int:
    leaders = stage.scenery.leaders
    joined = bool(a and b and leaders.get(a.party, a.party) == leaders.get(b.party, b.party))
    return frames.fit(act.predicate.frame, a, b, joined)


def pairs(stage: Stage) -> Iterator[tuple[Pair, bool]]:
    """The ordered pairs of states of which one is named at least; whether the pair is in the order of mutual acts.

    Of a long list of states only the first two, and whom the sentence is told of, are paired with all others.
    """
    leading = set(stage.codes) if len(stage.codes) <= _CROWD else {*stage.codes[:2], stage.scenery.subject}
    for a, b in permutations(stage.codes, 2):
        if (stage.parties[a] or stage.parties[b]) and (a in leading or b in leading):
            yield (a, b), _first(stage, a) <= _first(stage, b)


def pair_groups(stage: Stage, cast: Cast, pair: Pair) -> tuple[Clues, ...]:
    """What speaks for and against one pair as those of an act, in groups."""
    roles = cast.roles[pair[0]], cast.roles[pair[1]]
    fitting = clues.fit_clues(cast.act, cast.bends, cast.fits[pair], cast.counted_fits)
    return (*clues.pair_clues(stage, cast.act, pair, roles), fitting)


def pair_clues(stage: Stage, cast: Cast, pair: Pair) -> list[str]:
    """What speaks for and against one pair as those of an act."""
    return list(chain.from_iterable(pair_groups(stage, cast, pair)))


def _first(stage: Stage, code: str) -> tuple[int, str]:
    there = stage.parties[code]
    return there[0].first if there else -1, code


def types(act: Act, in_order: bool) -> tuple[str, ...]:
    """What the act can tell of a pair: mutual acts have one direction."""
    return tuple(kind for kind in act.predicate.types if in_order or kind not in MUTUAL)


def hinted(in_order: bool) -> tuple[str, ...]:
    """What mere words can tell of a pair."""
    return tuple(kind for kind in HINTED if in_order or kind not in MUTUAL)
