"""Every relation that a sentence could tell: each act with each pair of states."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain, permutations
from typing import NamedTuple

from graph.letters import skeleton_text
from graph.lexicon import entries
from graph.plover import MUTUAL
from ingest import words
from ingest.gazetteer import Gazetteer, Hit
from ingest.reading import Reading
from ingest.relating import clues, frames, parties, predicates, roles
from ingest.relating.clues import Clues, Stage
from ingest.relating.gate import Pairing
from ingest.relating.parties import Company
from ingest.relating.roles import Act, Role
from ingest.relating.seats import missed_seats, seat_clues, seats_clues
from ingest.relating.syntax import Standing, standing_clues, standings_clues
from ingest.words import Token

_MOODS = frozenset(("c:cneg", "c:none", "c:fut", "c:cond", "c:q", "c:must", "c:subj"))
_BENT = frozenset(("denied", "depends", "q", "subj", "must", "cond"))
_REFUSED = ("REJECT", "REQUEST")  # what a refusal tells: that it was one, and that it was asked
_MARKED = ("obj", "obl", "gen")
_OFTEN = 3  # words of pastimes that make an article one about them, if as many as
_PLAY = 2  # different ones that make a sentence one about them
_DENSE = 650  # one in so many code points
_CROWD = 12  # states in a sentence, beyond which it is a list

type Pair = tuple[str, str]


@dataclass(frozen=True)
class Cast:
    """An act with the states that could have a part in it: their roles, seats, standings, how well each pair fits."""

    stage: Stage
    act: Act
    roles: Mapping[str, Role | None]
    fits: Mapping[Pair, int]
    _sides: dict[tuple[str, str], tuple[Clues, ...]] = field(default_factory=dict, compare=False)

    @cached_property
    def clues(self) -> Clues:
        return tuple(clues.act_clues(self.stage, self.act))

    @cached_property
    def moods(self) -> frozenset[str]:
        """The turns of the act's clause; denied or depends where its own verb has it so («محکوم نکرد», «اگر کند»).

        «هیچ» with any verb denied denies the act too («هیچ مذاکره‌ای نداریم»).
        """
        scenery, turns = self.stage.scenery, {clue.removeprefix("c:") for clue in self.clues if clue in _MOODS}
        verb = scenery.verb(self.act)
        if turns.issuperset(("none", "cneg")) or (verb is not None and scenery.form(verb).negative):
            turns.add("denied")
        elif verb is not None and turns.issuperset(("cond", "subj")):
            turns.add("depends")
        return frozenset(turns)

    @cached_property
    def seats(self) -> Mapping[str, str]:
        return {code: self.stage.seat(code, self.act) for code in self.stage.codes}

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        return {code: self.stage.standing(code, self.act) for code in self.stage.codes}

    def peers(self, pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
        """The states that «و» joins with each of a pair, as far as they are named nearest to the act."""
        return self._joined(pair[0], pair[1]), self._joined(pair[1], pair[0])

    def _joined(self, code: str, other: str) -> frozenset[str]:
        role, leaders = self.roles[code], self.stage.scenery.leaders
        if role is None:
            return frozenset()
        group = self.stage.groups[leaders.get(role.party, role.party)]
        return frozenset() if other in group else frozenset(group - {code})

    def turns(self, pair: Pair, kind: str) -> frozenset[str]:
        """The moods of the act; plain where a pair does nothing else by it («X، Y را محکوم کرد»)."""
        moods = self.moods - {"denied"} if kind in _REFUSED and self._is_refused else self.moods
        plain = kind == self.act.predicate.types[0] and self._is_plain(*pair)
        return moods | {"plain"} if plain else moods

    @cached_property
    def _is_refused(self) -> bool:
        """Whether the act's verb is one that refuses by being denied («درخواست X را نپذیرفت»)."""
        scenery = self.stage.scenery
        verb = scenery.verb(self.act)
        refusals = (act for act in scenery.acts if act.predicate.types[0] == "REJECT" and act.last == act.first + 1)
        return any(act.first == verb for act in refusals)

    def _is_plain(self, a: str, b: str) -> bool:
        """Whether by clause and grammar a is the subject of the act's own verb, and b stands where the act wants it."""
        if self.moods & _BENT or self.stage.scenery.verb(self.act) is None or not self.seats[a].startswith("=<S"):
            return False
        wants_object = self.act.predicate.frame == "object"
        if self.fits[a, b] != frames.WHOLE and not wants_object:
            return False
        doer, other = self.standings[a], self.standings[b]
        placed = other.label == "obj" if wants_object else other.label.startswith(_MARKED)
        return placed and doer.label == "subj" and not doer.crossed and not other.crossed

    def side(self, side: str, code: str) -> tuple[Clues, ...]:
        """The clues of a state as a (who acts) or b (towards whom), in groups."""
        if (side, code) not in self._sides:
            seat = self.seats[code]
            alike = sum(other == seat for other in self.seats.values()) - 1
            seated = seat_clues(self.act.predicate, side, seat, alike)
            told = clues.role_clues(self.stage, code, self.roles[code], side)
            self._sides[side, code] = (*told, seated)
        return self._sides[side, code]

    def pairing(self, pair: Pair) -> Pairing:
        a, b = (self.roles[code] for code in pair)
        tags = [clues.tag(self.stage, code, self.roles[code]) for code in pair]
        states = len(self.stage.codes)
        return Pairing(tags[0], tags[1], a.gap if a else None, b.gap if b else None, self.fits[pair], states)

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
        tokens = words.tokens(reading.text, start, end) if acts else []
        if tokens and not _plays(tokens):
            said = company.speakers(start, end)
            there = parties.parties(company, tokens, said)
            yield Stage(company, roles.scenery(tokens, there, acts), said, index)


def _plays(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is about sport or art: one word may be by the way («ورزشگاه»), two are not."""
    return len({token.key for token in tokens} & pastimes()) >= _PLAY


class Pastime(NamedTuple):
    word: str


@cache
def pastimes() -> frozenset[str]:
    """The keys of words that show that a sentence is about sport or art."""
    return frozenset(map(skeleton_text, _pastimes()))


def is_pastime(reading: Reading) -> bool:
    """Whether a whole article is about sport or art."""
    hits = len(_playing().find(reading.text, reading.skeleton))
    return hits >= _OFTEN and hits * _DENSE >= len(reading.text)


def _pastimes() -> list[str]:
    return [row.word for _, row in entries(files("ingest") / "lexicon/pastimes.tsv", Pastime)]


@cache
def _playing() -> Gazetteer[str]:
    return Gazetteer(_pastimes(), str)


def _crowded(company: Company) -> Iterator[int]:
    """The sentences that name two states, or one while another speaks or «این حمله» tells of what another did."""
    reading = company.reading
    if len(company.involved) < 2 or is_pastime(reading):
        return
    named: dict[int, set[str]] = {}
    for start, _, code, _ in company.places:
        named.setdefault(reading.sentence_at(start), set()).add(code)
    for index in sorted(named):
        start, end = reading.sentences[index]
        voices = {told.speaker.country for told in company.speakers(start, end)} - {None}
        if len(named[index] | voices) > 1 or parties.tells_of_a_deed(reading.folded[start:end]):
            yield index


def casts(stage: Stage) -> Iterator[Cast]:
    """Each act of a sentence with all states there."""
    for act in stage.scenery.acts:
        found = {code: stage.scenery.role(stage.parties[code], act) for code in stage.codes}
        fits = {pair: _fit(stage, act, found[pair[0]], found[pair[1]]) for pair in permutations(found, 2)}
        yield Cast(stage, act, found, fits)


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


def pair_groups(cast: Cast, pair: Pair) -> tuple[Clues, ...]:
    """What speaks for and against one pair as those of an act, in groups."""
    a, b = pair
    fitting = clues.fit_clues(cast.act, cast.bends, cast.fits[pair], cast.counted_fits)
    verb = clues.light_verb(cast.stage.scenery, cast.act)
    missed = missed_seats(cast.seats, pair)
    seated = seats_clues(cast.act.predicate, verb, cast.seats[a], cast.seats[b], missed)
    return (*clues.pair_clues(cast.stage, cast.act, pair, (cast.roles[a], cast.roles[b])), fitting, seated)


def grammar_groups(cast: Cast, pair: Pair) -> tuple[Clues, ...]:
    """What the grammar of the sentence says of a pair, in groups; it is asked last, for it is slow."""
    rule, a, b = cast.act.predicate, cast.standings[pair[0]], cast.standings[pair[1]]
    return standing_clues(rule, "a", a), standing_clues(rule, "b", b), standings_clues(rule, a, b)


def told(cast: Cast, pair: Pair) -> list[str]:
    """All that speaks for and against a pair as those of an act."""
    groups = (*cast.side("a", pair[0]), *cast.side("b", pair[1]), *pair_groups(cast, pair), *grammar_groups(cast, pair))
    return [*cast.clues, *chain.from_iterable(groups)]


def _first(stage: Stage, code: str) -> tuple[int, str]:
    there = stage.parties[code]
    return there[0].first if there else -1, code


def types(act: Act, in_order: bool) -> tuple[str, ...]:
    """What the act can tell of a pair: mutual acts have one direction."""
    return tuple(kind for kind in act.predicate.types if in_order or kind not in MUTUAL)
