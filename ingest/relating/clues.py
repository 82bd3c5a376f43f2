"""What speaks for and against a relation, as named features: about the act, each party's role, and the pair."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from graph.facts import Statement
from graph.letters import skeleton_text
from ingest.relating import parties
from ingest.relating.parties import Company, Party
from ingest.relating.roles import Act, Role, Scenery, connectives, finite
from ingest.relating.seats import Seats
from ingest.relating.syntax import Standing, Syntax

type Clues = tuple[str, ...]
"""Names of features that come together often enough for their weights to be added up once."""

BODIES = frozenset(["UN", "UNSC", "IAEA", "EU", "NATO", "OIC", "LAS", "GCC", "SCO", "BRICS", "ECO", "OPEC", "G7", "E3"])
_BENDS = frozenset(("c:cneg", "c:cond", "c:none", "c:q", "c:must", "c:fut", "c:main=self", "c:subj"))
_WISHED = ("subjunctive_perfective_present", "perfective_present")  # «بکند» and, in a compound verb, «کند»
_NEAR = 12  # words before an act in which a doubt or a «باید» bears on it


def _gap(words: int) -> int:
    return next((edge for edge in (0, 2, 5, 10, 20) if words <= edge), 99)


@dataclass(frozen=True)
class Stage:
    """A sentence with all that its clues are read from: `index` its place in the article, `said` whose words it is."""

    company: Company
    scenery: Scenery
    said: Sequence[Statement]
    index: int

    @cached_property
    def codes(self) -> list[str]:
        """The states that may act here: whoever speaks, then whoever is named."""
        return list(dict.fromkeys([*self.voices, *(party.code for party in self.scenery.parties)]))

    @cached_property
    def voices(self) -> list[str]:
        """The countries of those who speak here."""
        return list(dict.fromkeys(code for told in self.said for code in self.company.voices(told)))

    @cached_property
    def parties(self) -> dict[str, list[Party]]:
        """The parties by state."""
        found: dict[str, list[Party]] = {code: [] for code in self.codes}
        for party in self.scenery.parties:
            found[party.code].append(party)
        return found

    @cached_property
    def groups(self) -> Mapping[Party, set[str]]:
        """The states that «و» joins, by the party that leads them."""
        found = defaultdict[Party, set[str]](set)
        for party in self.scenery.parties:
            found[self.scenery.leaders.get(party, party)].add(party.code)
        return found

    @cached_property
    def ids(self) -> list[str]:
        """The rules of all acts here."""
        return sorted({f"s:{act.predicate.id}" for act in self.scenery.acts})

    @cached_property
    def seats(self) -> Seats:
        return Seats(self.scenery)

    def seat(self, code: str, act: Act) -> str:
        """Where a state sits as an act sees it."""
        found = self.seats.seat(self.parties.get(code, ()), act)
        return self._absent(code, act) if found is None else found

    @cached_property
    def syntax(self) -> Syntax:
        return Syntax(self.scenery)

    def standing(self, code: str, act: Act) -> Standing:
        """How a state stands to an act by grammar."""
        found = self.syntax.standing(self.parties.get(code, ()), act)
        return found or Standing(self._absent(code, act), "-", 0, "")

    def _absent(self, code: str, act: Act) -> str:
        """A state that is not named here: SPK and the verb's person for who speaks."""
        return f"SPK{self.seats.person(act)}" if code in self.voices else "PREV"

    def inside(self, place: int) -> dict[str, str]:
        """The countries whose words stand at a code point, with what they speak for."""
        return {
            told.speaker.country: parties.standing(told.speaker)
            for told in self.said
            if told.speaker.country and any(a <= place < b for a, b in told.content)
        }


def act_clues(stage: Stage, act: Act) -> list[str]:
    """How the act itself is told: its verb, denied or not, what stands beside it."""
    scenery, keys, rule = stage.scenery, stage.scenery.keys, act.predicate.id
    before = keys[act.first - 1] if act.first else "^"
    told = [f"c:lv={light_verb(scenery, act)}", f"c:pt={_class_of(before)}", f"c:ptw={before}"]
    told.append(f"c:ntw={keys[act.last] if act.last < len(keys) else '$'}")
    told.append(f"c:pt2={keys[act.first - 2] if act.first > 1 else '^'}")
    turns = [*_mood(scenery, act), *_neighbours(scenery, act)]
    told += [f"c:{turn}" for turn in turns]
    told += [f"P={rule}|{turn}" for turn in turns]
    return [*told, f"P={rule}", f"P={rule}|lv={light_verb(scenery, act)}", *stage.ids, _printed(stage, act)]


def _printed(stage: Stage, act: Act) -> str:
    return f"w:{skeleton_text(stage.company.reading.text[act.start : act.end])}"


def light_verb(scenery: Scenery, act: Act) -> str:
    """The past stem of the verb that makes one with the act («محکوم کرد»); - where none does."""
    verb = scenery.verb(act)
    return "-" if verb is None else scenery.form(verb).lemma


def _class_of(key: str) -> str:
    small = connectives()
    if key in small.prepositions or key in small.joins or key in small.marks or key == "^":
        return key
    return "V" if key in finite() else "w"


def _mood(scenery: Scenery, act: Act) -> list[str]:
    small, keys, turns = connectives(), scenery.keys, []
    verb = next((index for index in scenery.verbs if index >= max(act.first, act.last - 1)), None)
    if verb is not None:
        form, is_future = scenery.form(verb), _is_future(scenery, verb)
        turns.append(f"cv={scenery.form(verb + is_future).lemma}")
        turns += ["cneg"] if form.negative else []
        turns += ["fut"] if is_future else []
        turns += ["subj"] if not is_future and form.tense in _WISHED else []
        turns.append(_main(scenery, act, verb))
    window = keys[max(0, act.first - _NEAR) : act.first]
    doubtful = (*window, *keys[act.last : act.last + 2])
    turns += ["cond"] if any(key in small.doubts for key in doubtful) else []
    turns += ["none"] if "هیچ" in window or "هیچگونه" in window else []
    turns += ["must"] if any(key in small.musts for key in keys[max(0, act.first - _NEAR) : act.last + 8]) else []
    return [*turns, *(["q"] if "؟" in keys else [])]


def _is_future(scenery: Scenery, verb: int) -> bool:
    """Whether a verb is the auxiliary of the next («خواهد کرد»)."""
    form = scenery.form(verb)
    return form.lemma == "خواست" and form.tense in _WISHED and verb + 1 in scenery.verbs


def _main(scenery: Scenery, act: Act, verb: int) -> str:
    """What the clause's verb does: this act, another, or nothing that we know."""
    doers = [other for other in scenery.acts if other.last <= verb <= other.last + 2]
    if not doers:
        return "main=-"
    return "main=self" if doers[-1].first == act.first else f"main={doers[-1].predicate.types[0]}"


def _neighbours(scenery: Scenery, act: Act) -> list[str]:
    before = [other for other in scenery.acts if other.last <= act.first <= other.last + 2]
    after = [other for other in scenery.acts if act.last <= other.first <= act.last + 2]
    turns = [f"pp={before[-1].predicate.id}"] if before else []
    return [*turns, f"np={after[0].predicate.id}"] if after else turns


def tag(stage: Stage, code: str, role: Role | None) -> str:
    """The role's tag; SPK for a speaker whom the sentence does not name, PREV for a state named elsewhere."""
    if role:
        return role.tag
    return "SPK" if code in stage.voices else "PREV"


def role_clues(stage: Stage, code: str, role: Role | None, side: str) -> tuple[Clues, ...]:
    """What a state's nearest party says, on `side` a (who acts) or b (towards whom)."""
    state = state_clues(stage, code, side)
    if not role:
        return (state,)
    return _near(side, _gap(role.gap), role.party.kind), _headed(stage.scenery, role.party, side), state


@lru_cache(maxsize=1 << 12)
def _near(side: str, gap: int, kind: str) -> Clues:
    return f"o:g{side}={gap}", f"o:k{side}={kind}"


def _headed(scenery: Scenery, party: Party, side: str) -> Clues:
    return tuple(f"h{side}:{head}" for head in heads(scenery, party)) or (f"h{side}:0",)


def state_clues(stage: Stage, code: str, side: str) -> Clues:
    """What a state is to the article and to the sentence."""
    company = stage.company
    traits = (code == company.home, code in BODIES, code in stage.voices, code == stage.scenery.subject)
    return _state(side, min(company.ranks.get(code, 9), 4), min(len(stage.parties.get(code, ())), 2), traits)


@lru_cache(maxsize=1 << 12)
def _state(side: str, rank: int, times: int, traits: tuple[bool, ...]) -> Clues:
    named = zip(("home", "body", "spk", "subj"), traits, strict=True)
    return f"b:r{side}={rank}", f"b:n{side}={times}", *(f"b:{name}{side}" for name, holds in named if holds)


def heads(scenery: Scenery, party: Party) -> list[str]:
    """The two words before a party that it belongs to («حملات … اسرائیل», «وزیر خارجهٔ …»)."""
    small, found = connectives(), list[str]()
    for index in range(party.first - 1, max(-1, party.first - 3), -1):
        key = scenery.keys[index]
        if key in finite() or key in small.prepositions or key in small.marks or key in ("که", "و", "را"):
            break
        found.append(key)
    leader = scenery.leaders.get(party)
    return heads(scenery, leader) if not found and leader and leader != party else found


def fit_clues(act: Act, bends: Clues, fit: int, fits: Mapping[int, int]) -> Clues:
    """How well a pair fills the act's places beside all others; `fits` counts the pairs by how well they do.

    `bends` are turns of the act that matter here.
    """
    rank = sum(pairs for other, pairs in fits.items() if other > fit)
    return _fit(act.predicate.id, fit, min(rank, 2), min(fits[fit], 4), bends)


@lru_cache(maxsize=1 << 12)
def _fit(rule: str, fit: int, rank: int, ties: int, bends: Clues) -> Clues:
    return (
        f"o:fit={fit}",
        f"o:fit={fit}|{rank}",
        f"o:fit={fit}|{rank}|{ties}",
        f"P={rule}|fit={fit}",
        f"P={rule}|fit={fit}|{rank}",
        *(f"o:fit={fit}|{bend}" for bend in bends),
    )


def bends(clues: Iterable[str]) -> Clues:
    """The turns of an act that bend how its places read."""
    return tuple(clue for clue in clues if clue in _BENDS)


def pair_clues(
    stage: Stage, act: Act, codes: tuple[str, str], roles: tuple[Role | None, Role | None]
) -> tuple[Clues, ...]:
    """What the places of both together say."""
    inside = stage.inside(act.start)
    whose = "A" * (codes[0] in inside) + "B" * (codes[1] in inside) + "O" * bool(inside.keys() - set(codes))
    spoken = next((inside[code] for code in codes if code in inside), min(inside.values(), default="nobody"))
    subject = "s" * (codes[0] == stage.scenery.subject) + "t" * (codes[1] == stage.scenery.subject)
    return (
        _tellers(whose, subject, spoken),
        _order(stage, act, codes, roles),
        couple_clues(stage, codes),
        _known(*codes),
    )


@lru_cache(maxsize=1 << 12)
def _known(a: str, b: str) -> Clues:
    """Who the two are: what states of the world are wont to do to each other."""
    return f"b:isa={a}", f"b:isb={b}", f"b:pair={a}>{b}"


@lru_cache(maxsize=1 << 12)
def _tellers(whose: str, subject: str, spoken: str) -> Clues:
    return f"o:in={whose}", f"o:in={whose}|off={spoken}", f"o:subj={subject}"


def _order(stage: Stage, act: Act, codes: tuple[str, str], roles: tuple[Role | None, Role | None]) -> Clues:
    a, b = roles
    if not a or not b:
        return ()
    one, other = a.party, b.party
    low, high = min(one.first, other.first, act.first), max(one.last, other.last, act.last)
    others = {p.code for p in stage.scenery.parties if low <= p.first < high} - set(codes)
    around = min(one.first, other.first) < act.first < max(one.first, other.first)
    return _ordered(*_company(stage, one, other), one.first < other.first, around, min(len(others), 3))


@lru_cache(maxsize=1 << 12)
def _ordered(joined: int, leads: bool, is_first: bool, around: bool, others: int) -> Clues:
    same = ("o:same=1", f"o:same={joined}|{leads}") if joined else ("o:same=0",)
    return (*same, f"o:o={'a' if is_first else 'b'}{'p' * around}", f"o:oth={others}")


def _company(stage: Stage, one: Party, other: Party) -> tuple[int, bool]:
    """How many states «و» joins with the two, 0 where it does not join them, and whether one of the two leads them."""
    leaders = stage.scenery.leaders
    leader = leaders.get(one, one)
    if leader != leaders.get(other, other):
        return 0, False
    return min(len(stage.groups[leader]), 4), leader in (one, other)


def couple_clues(stage: Stage, codes: tuple[str, str]) -> Clues:
    """What the two are to each other in the sentence, whatever the act."""
    spoken = "A" * (codes[0] in stage.voices) + "B" * (codes[1] in stage.voices)
    return _couple(min(len(stage.codes), 6), min(stage.index, 3), spoken)


@lru_cache(maxsize=1 << 12)
def _couple(states: int, sentence: int, spoken: str) -> Clues:
    return f"b:nc={states}", f"b:sent={sentence}", f"b:spk={spoken}"
