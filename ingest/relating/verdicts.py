"""What an article as a whole says of a possible relation: all that was scored of it and of its rivals, as numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from graph.plover import MUTUAL, event_types, quad
from ingest.relating.parties import Company
from ingest.relating.roles import Act

TYPES = tuple(sorted(event_types()))
CLASSES = {kind: quad(kind) for kind in TYPES}
ALIKE = {kind: tuple(other for other in TYPES if CLASSES[other] == CLASSES[kind]) for kind in TYPES}
FLOOR = 0.03  # share of 1 below which no sentence gives an article reason to ask further
_NOTHING = -12.0  # natural logarithm of odds of what was not scored

type Key = tuple[str, str, str]
"""Type, source, target; of a mutual act the two in alphabetical order."""


class Scored(NamedTuple):
    """A relation that one sentence could tell: `chance` a share of 1, `act` None where mere words tell it.

    `moods` are turns of the act's clause: cneg, cond, must, fut, q …
    """

    chance: float
    type: str
    a: str
    b: str
    sentence: int
    act: Act | None
    moods: frozenset[str]

    @property
    def key(self) -> Key:
        a, b = sorted((self.a, self.b)) if self.type in MUTUAL else (self.a, self.b)
        return self.type, a, b


def odds(chance: float) -> float:
    """The natural logarithm of odds."""
    held = min(max(chance, 1e-5), 1 - 1e-5)
    return log(held / (1 - held))


@dataclass(frozen=True)
class Docket:
    """All that was scored in an article, laid out for comparing.

    `best` is the highest chance of each relation; the same from one state to another by type (`directed`), of a type
    and who acts by whom towards (`sources`), of a type and towards whom by who acts (`targets`); `sentences` those
    that a pair meets in; `acts` what one act, by its sentence, word and type, could tell; `places` the best chances
    in a sentence from one state to another by type.
    """

    company: Company
    scored: Sequence[Scored]
    by_key: Mapping[Key, list[Scored]]
    best: Mapping[Key, float]
    directed: Mapping[tuple[str, str], Mapping[str, float]]
    sources: Mapping[tuple[str, str], Mapping[str, float]]
    targets: Mapping[tuple[str, str], Mapping[str, float]]
    sentences: Mapping[frozenset[str], set[int]]
    acts: Mapping[tuple[int, int, str], list[Scored]]
    places: Mapping[tuple[int, str, str], Mapping[str, float]]

    def relations(self) -> list[Key]:
        """What some sentence could tell."""
        return sorted(key for key, chance in self.best.items() if chance >= FLOOR)

    def leading(self, key: Key) -> Scored:
        """The best that was scored of a relation, by an act if any."""
        return max(self.by_key[key], key=lambda one: (one.act is not None, one.chance, -one.sentence))

    def near(self, key: Key) -> list[float]:
        """What the best place of a relation says, and its rivals there."""
        leading = self.leading(key)
        return [*self._own(key), *self._rivals(leading), *self._clause(leading)]

    def far(self, key: Key) -> list[float]:
        """What the whole article says of a relation's two states."""
        return [*self._places(key, self.leading(key)), *self._pair(key)]

    def alike(self, key: Key) -> list[float]:
        """The chances of all of its quad class between the two, the highest first."""
        kind, a, b = key
        found = (
            one.chance for other in TYPES if quad(other) == quad(kind) for one in self.by_key.get((other, a, b), ())
        )
        return sorted(found, reverse=True)

    def _own(self, key: Key) -> list[float]:
        told = sorted((one.chance for one in self.by_key[key] if one.act), reverse=True)
        hinted = sorted((one.chance for one in self.by_key[key] if not one.act), reverse=True)
        firsts = [odds(chance) for chance in told[:2]], [odds(chance) for chance in hinted[:2]]
        padded = [value for found in firsts for value in (*found, _NOTHING, _NOTHING)[:2]]
        return [*padded, sum(told), sum(hinted), len(told), len(hinted), self.best[key]]

    def _rivals(self, leading: Scored) -> list[float]:
        """What else the same act could tell: of other pairs, of the same doer, of the same other, the other way."""
        if not leading.act:
            return [-1.0] * 6
        others = self.acts[leading.sentence, leading.act.first, leading.type]
        a, b = leading.a, leading.b
        return [
            _most(one.chance for one in others if (one.a, one.b) != (a, b)),
            sum(one.chance > leading.chance for one in others),
            _most(one.chance for one in others if one.a == a and one.b != b),
            _most(one.chance for one in others if one.a != a and one.b == b),
            _most(one.chance for one in others if (one.a, one.b) == (b, a)),
            len(others),
        ]

    def _clause(self, leading: Scored) -> list[float]:
        moods = [float(mood in leading.moods) for mood in ("cneg", "fut", "cond", "q", "must", "subj")]
        a, b = leading.a, leading.b
        there, back = self.places.get((leading.sentence, a, b), {}), self.places.get((leading.sentence, b, a), {})
        hinted = [one.chance for one in self.by_key[leading.key] if one.sentence == leading.sentence and not one.act]
        return [
            *moods,
            _most(chance for kind, chance in there.items() if kind != leading.type),
            _most(chance for kind, chance in back.items() if kind != leading.type),
            _most(hinted),
        ]

    def _places(self, key: Key, leading: Scored) -> list[float]:
        company, (_, a, b) = self.company, key
        total = company.counts.total() or 1
        said = [told for told in company.statements if told.speaker.country]
        return [
            leading.sentence,
            len(company.reading.sentences),
            len(self.sentences[frozenset((a, b))]),
            company.counts[a] / total,
            company.counts[b] / total,
            company.ranks.get(a, 20),
            company.ranks.get(b, 20),
            len(company.counts),
            a == company.home,
            b == company.home,
            sum(told.speaker.country == a for told in said),
            sum(told.speaker.country == b for told in said),
            sum(told.speaker.country == a and b in told.about for told in said),
            sum(told.speaker.country == b and a in told.about for told in said),
            len(said),
        ]

    def _pair(self, key: Key) -> list[float]:
        kind, a, b = key
        there = {other: chance for other, chance in self.directed.get((a, b), {}).items() if other != kind}
        back = {other: chance for other, chance in self.directed.get((b, a), {}).items() if other != kind}
        by_class = [
            _most(chance for other, chance in told.items() if CLASSES[other] == number)
            for number in (1, 2, 3, 4)
            for told in (there, back)
        ]
        return [
            _most(there.values()),
            _most(back.values()),
            0.0 if kind in MUTUAL else self.best.get((kind, b, a), 0.0),
            *by_class,
            _most(chance for other, chance in self.sources.get((kind, a), {}).items() if other != b),
            _most(chance for other, chance in self.targets.get((kind, b), {}).items() if other != a),
            sum(chance > self.best[key] for chance in there.values()),
            max(self.best.values()),
            CLASSES[kind],
            *(kind == other for other in TYPES),
        ]


def docket(company: Company, scored: Sequence[Scored]) -> Docket:
    """Lays out what was scored in an article."""
    by_key, acts = defaultdict[Key, list[Scored]](list), defaultdict[tuple[int, int, str], list[Scored]](list)
    sentences = defaultdict[frozenset[str], set[int]](set)
    places = defaultdict[tuple[int, str, str], dict[str, float]](dict)
    for one in scored:
        by_key[one.key].append(one)
        sentences[frozenset((one.a, one.b))].add(one.sentence)
        here = places[one.sentence, one.a, one.b]
        here[one.type] = max(one.chance, here.get(one.type, 0.0))
        if one.act:
            acts[one.sentence, one.act.first, one.type].append(one)
    best = {key: max(one.chance for one in found) for key, found in by_key.items()}
    return Docket(company, scored, by_key, best, *_crossed(best), sentences, acts, places)


_Table = defaultdict[tuple[str, str], dict[str, float]]


def _crossed(best: Mapping[Key, float]) -> tuple[_Table, _Table, _Table]:
    """The best chances by the two states, by type and doer, by type and the other; mutual acts go both ways."""
    directed, sources, targets = _Table(dict), _Table(dict), _Table(dict)
    for (kind, a, b), chance in best.items():
        for doer, other in ((a, b), (b, a))[: 1 + (kind in MUTUAL)]:
            directed[doer, other][kind] = chance
            sources[kind, doer][other] = chance
            targets[kind, other][doer] = chance
    return directed, sources, targets


def rows(fine: Docket, broad: Docket) -> list[list[float]]:
    """The numbers from which each of `fine.relations()` is judged.

    `fine` has the chances of the type itself, `broad` of any type of its quad class.
    """
    return [_row(fine, broad, key) for key in fine.relations()]


def _row(fine: Docket, broad: Docket, key: Key) -> list[float]:
    alike = fine.alike(key)
    classes = [broad.alike(key)[0], alike[0], sum(alike[:3])]
    return [*fine.near(key), *fine.far(key), *broad.near(key), *classes]


def _most(chances: Iterable[float]) -> float:
    return max(chances, default=0.0)
