"""What speaks for and against a relation, as named features: about the act, each party's role, and the pair."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.facts import Statement
from graph.letters import skeleton_text
from ingest.relating.parties import Company, Party
from ingest.relating.roles import TIGHT, Act, Role, Scenery, connectives, finite

BODIES = frozenset(["UN", "UNSC", "IAEA", "EU", "NATO", "OIC", "LAS", "GCC", "SCO", "BRICS", "ECO", "OPEC", "G7", "E3"])
_MEANT = frozenset(("this", "we", "they", "both"))
_BENDS = frozenset(("c:cneg", "c:cond", "c:q", "c:must", "c:fut", "c:main=self", "c:subj"))
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
        return list(dict.fromkeys(told.speaker.country for told in self.said if told.speaker.country))

    @cached_property
    def parties(self) -> dict[str, list[Party]]:
        """The parties by state."""
        found: dict[str, list[Party]] = {code: [] for code in self.codes}
        for party in self.scenery.parties:
            found[party.code].append(party)
        return found

    @cached_property
    def ids(self) -> list[str]:
        """The rules of all acts here."""
        return sorted({f"s:{act.predicate.id}" for act in self.scenery.acts})

    def inside(self, place: int) -> set[str]:
        """The countries whose words stand at a code point."""
        return {
            told.speaker.country
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
        form = scenery.form(verb)
        turns.append(f"cv={form.lemma}")
        turns += ["cneg"] if form.negative else []
        turns += ["fut"] if form.tense == "perfective_future" else []
        turns += ["subj"] if form.tense == "subjunctive_perfective_present" else []
        turns.append(_main(scenery, act, verb))
    window = keys[max(0, act.first - _NEAR) : act.first]
    turns += ["cond"] if any(key in small.doubts for key in window) else []
    turns += ["must"] if any(key in small.musts for key in keys[max(0, act.first - _NEAR) : act.last + 8]) else []
    return [*turns, *(["q"] if "؟" in keys else [])]


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


def role_clues(stage: Stage, act: Act, code: str, roles: Mapping[str, Role | None], side: str) -> list[str]:
    """What a state's place says, on `side` a (who acts) or b (towards whom), beside the places of all others."""
    role, rule = roles[code], act.predicate
    place = tag(stage, code, role)
    verb, before = light_verb(stage.scenery, act), stage.scenery.keys[act.first - 1] if act.first else "^"
    told = [
        f"o:s{side}={place}",
        f"o:fr={rule.frame}|s{side}={place}",
        f"o:lv={verb}|s{side}={place}",
        f"o:pt={_class_of(before)}|s{side}={place}",
        f"P={rule.id}|s{side}={place}",
    ]
    if role:
        told += [f"o:g{side}={_gap(role.gap)}", f"o:k{side}={role.party.kind}"]
        told += [f"h{side}:{head}" for head in heads(stage.scenery, role.party)] or [f"h{side}:0"]
    return [*told, *_rivals(code, roles, f"o:s{side}={place}"), *state_clues(stage, code, side)]


def _rivals(code: str, roles: Mapping[str, Role | None], place: str) -> list[str]:
    """Which good places other states hold, and how many of them stand as this one does, nearer."""
    mine = roles[code]
    others = {role.tag for other, role in roles.items() if role and other != code}
    told = [f"{place}|rv={tag}" for tag in sorted(others & TIGHT)]
    if not mine:
        return told
    nearer = sum(role.tag == mine.tag and role.cost < mine.cost for role in roles.values() if role)
    return [*told, f"{place}|nth={min(nearer, 3)}"]


def state_clues(stage: Stage, code: str, side: str) -> list[str]:
    """What a state is to the article and to the sentence."""
    told = [
        f"b:r{side}={min(stage.company.ranks.get(code, 9), 4)}",
        f"b:n{side}={min(len(stage.parties.get(code, ())), 2)}",
    ]
    told += [f"b:home{side}"] if code == stage.company.home else []
    told += [f"b:body{side}"] if code in BODIES else []
    told += [f"b:spk{side}"] if code in stage.voices else []
    return [*told, f"b:subj{side}"] if code == stage.scenery.subject else told


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


def fit_clues(act: Act, turns: Iterable[str], pair: tuple[str, str], fits: Mapping[tuple[str, str], int]) -> list[str]:
    """How well the pair fills the act's places, beside all other pairs; `turns` are the clues of the act."""
    fit, rule = fits[pair], act.predicate.id
    rank = sum(other > fit for other in fits.values())
    ties = sum(other == fit for other in fits.values())
    told = f"o:fit={fit}"
    bent = [f"{told}|{turn}" for turn in turns if turn in _BENDS]
    return [
        told,
        f"{told}|{min(rank, 2)}",
        f"{told}|{min(rank, 2)}|{min(ties, 4)}",
        f"P={rule}|fit={fit}",
        f"P={rule}|fit={fit}|{min(rank, 2)}",
        *bent,
    ]


def pair_clues(stage: Stage, act: Act, codes: tuple[str, str], roles: tuple[Role | None, Role | None]) -> list[str]:
    """What the places of both together say."""
    a, b = (tag(stage, code, role) for code, role in zip(codes, roles, strict=True))
    rule, verb = act.predicate, light_verb(stage.scenery, act)
    inside = stage.inside(act.start)
    whose = "".join(side for side, code in zip("AB", codes, strict=True) if code in inside)
    whose += "O" if inside - set(codes) else ""
    subject = "".join(side for side, code in zip("st", codes, strict=True) if code == stage.scenery.subject)
    told = [
        f"o:sa={a}|sb={b}",
        f"o:fr={rule.frame}|sa={a}|sb={b}",
        f"o:lv={verb}|sa={a}|sb={b}",
        f"P={rule.id}|sa={a}|sb={b}",
        f"o:in={whose}",
        f"o:subj={subject}",
        f"o:subj={subject}|sa={a}|sb={b}",
    ]
    return [*told, *_order(stage, act, codes, roles), *couple_clues(stage, codes)]


def _order(stage: Stage, act: Act, codes: tuple[str, str], roles: tuple[Role | None, Role | None]) -> Iterable[str]:
    a, b = roles
    if not a or not b:
        return ()
    one, other = a.party, b.party
    low, high = min(one.first, other.first, act.first), max(one.last, other.last, act.last)
    others = {p.code for p in stage.scenery.parties if low <= p.first < high} - set(codes)
    around = "p" if min(one.first, other.first) < act.first < max(one.first, other.first) else ""
    return (
        *_company(stage, one, other),
        f"o:o={'a' if one.first < other.first else 'b'}{around}",
        f"o:oth={min(len(others), 3)}",
    )


def _company(stage: Stage, one: Party, other: Party) -> Iterable[str]:
    """Whether «و» joins the two, how many it joins in all, and whether one of the two leads them."""
    leaders = stage.scenery.leaders
    leader = leaders.get(one, one)
    if leader != leaders.get(other, other):
        return ("o:same=0",)
    size = len({party.code for party in stage.scenery.parties if leaders.get(party, party) == leader})
    return "o:same=1", f"o:same={min(size, 4)}|{leader in (one, other)}"


def couple_clues(stage: Stage, codes: tuple[str, str]) -> list[str]:
    """What the two are to each other in the sentence, whatever the act."""
    spoken = "".join(side for side, code in zip("AB", codes, strict=True) if code in stage.voices)
    told = [f"b:nc={min(len(stage.codes), 6)}", f"b:sent={min(stage.index, 3)}", f"b:spk={spoken}"]
    return [*told, "b:IR-US"] if set(codes) == {"IR", "US"} else told


def sentence_hints(stage: Stage) -> list[str]:
    """The words and acts of a sentence, which may tell what it does even where no act has its parties in place."""
    small = connectives()
    words = {key for key in stage.scenery.keys if key not in small.prepositions and key not in small.joins}
    return [*sorted(f"w:{key}" for key in words if len(key) > 1), *stage.ids]


def state_hints(stage: Stage, code: str, side: str) -> list[str]:
    """The words around a state's parties, and what governs them."""
    scenery = stage.scenery
    told = set(state_clues(stage, code, side))
    for party in stage.parties.get(code, ()):
        told |= {f"{side}r:{key}" for key in scenery.keys[party.last : party.last + 6]}
        told |= {f"{side}l:{key}" for key in scenery.keys[max(0, party.first - 4) : party.first]}
        told.add(f"{side}g:{scenery.governors[party][0]}{'را' if party in scenery.objects else ''}")
    told |= {f"{side}c:{told_.cue_kind}" for told_ in stage.said if told_.speaker.country == code}
    return sorted(told)


def couple_hints(stage: Stage, codes: tuple[str, str]) -> list[str]:
    """How the two are ordered, with the acts of the sentence."""
    a, b = (stage.parties.get(code) for code in codes)
    order = "S" if not a else "T" if not b else "a" if a[0].first < b[0].first else "b"
    return [f"o{order}", *(f"{act}{order}" for act in stage.ids), *couple_clues(stage, codes)]
