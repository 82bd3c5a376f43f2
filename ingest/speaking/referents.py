"""Whom an office, a pronoun, «این مقام» or a dropped subject stands for: a learned choice among those known by then."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.facts import Span
from ingest import linear
from ingest.speaking.cast import Cast, Entity, Office
from ingest.speaking.offices import trait
from ingest.speaking.scenes import Scene
from ingest.speaking.spotting import Mention

MODEL = "speakers-referent"
_PEOPLE = 12  # persons nearest to an office that are considered
_PEOPLE_OF_PRONOUNS = 7
_SPOKEN = 5  # last ones who spoke
_ORGANIZATIONS = 5
_THINGS = frozenset(("this-M", "this-D", "this-O", "this-G", "this-B", "organization"))
_NEAR = (60, 150, 400, 1000, 1 << 40)  # characters


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke at `place`, of which words; `is_top`: not within another's words."""

    entity: Entity
    place: int
    content: tuple[Span, ...]
    is_top: bool


@dataclass(eq=False)
class Search:
    """One mention in its scene (None: dropped), with what is known for finding whom it stands for.

    `seats` are the persons named as subjects, by attribution, `index` that of this one; `itself` stands for the
    mention's own words; `told_of` is the person whom the narration before is about, `issuer` whose document it is.
    """

    scene: Scene
    mention: Mention | None
    index: int
    voices: Sequence[Voice]
    seats: Sequence[Entity | None]
    cast: Cast
    home: str
    itself: Entity | None
    offices: Sequence[Office]
    told_of: Entity | None
    issuer: Entity | None

    @property
    def place(self) -> int:
        """Where the mention stands, or the cue where the subject is dropped."""
        return self.mention.span[0] if self.mention else self.scene.place

    @cached_property
    def type(self) -> str:
        """What kind of stand-in it is."""
        if self.mention is None:
            return "dropped"
        if self.mention.kind in ("this", "thing"):
            return f"this-{'person' if self.mention.sort in 'RSEUPV' else self.mention.sort}"
        return f"pronoun-{self.mention.sort}" if self.mention.kind == "pronoun" else self.mention.kind

    @cached_property
    def recent(self) -> dict[Entity, int]:
        """Those who have spoken, by how many others have since."""
        return _ranks([voice.entity for voice in reversed(self.voices)])

    @cached_property
    def recent_top(self) -> dict[Entity, int]:
        """The same for those not quoted by another."""
        return _ranks([voice.entity for voice in reversed(self.voices) if voice.is_top])

    @cached_property
    def holders(self) -> list[Entity]:
        """Those within whose words the mention stands, outermost first."""
        at = self.scene.place
        return [voice.entity for voice in self.voices if any(start <= at < end for start, end in voice.content)]

    @cached_property
    def here(self) -> list[Entity]:
        """Those who have spoken in the same stretch."""
        starts = self.scene.words.starts
        start = starts[0] if starts else self.place
        return [voice.entity for voice in self.voices if voice.place >= start]

    @cached_property
    def later(self) -> list[Entity]:
        """Persons named as subjects after it, in order."""
        return [seat for seat in self.seats[self.index + 1 :] if seat is not None]

    @cached_property
    def earlier(self) -> list[Entity]:
        """Persons named as subjects before it, in order."""
        return [seat for seat in self.seats[: self.index] if seat is not None]

    @cached_property
    def speaking(self) -> list[Entity]:
        """The persons named as subjects anywhere, each once."""
        return list(dict.fromkeys((*self.earlier, *self.later)))

    @cached_property
    def best_fit(self) -> int:
        """How well the office fits any that the article tells of a person."""
        return max((person.fit(office) for person in self.cast.people for office in self.offices), default=0)

    @property
    def code(self) -> str | None:
        """The state or body that the mention names."""
        return self.mention.code if self.mention else None

    def agreement(self, entity: Entity) -> str:
        """Whether an entity's state can be the mention's; that of a mention without one is home."""
        known = entity.country
        return "unknown" if not known else "same" if known == (self.code or self.home) else "different"

    def could_be(self, person: Entity) -> bool:
        """Whether nothing told of a person's state and offices is against his holding the office."""
        return self.agreement(person) == "same" and (
            not person.offices or any(person.heads(office) for office in self.offices)
        )

    def freedom(self, entity: Entity | None) -> str:
        """Whether a person could hold the office, by what is told of his offices and his state."""
        if entity is None:
            return "nobody"
        return f"{'holds' if entity.offices else 'free'}-{self.agreement(entity)}"


def _ranks(entities: Sequence[Entity]) -> dict[Entity, int]:
    return {entity: rank for rank, entity in enumerate(dict.fromkeys(entities))}


def candidates(search: Search) -> list[Entity]:
    """Those who may be meant."""
    place, kind = search.place, search.type
    spoken = list(search.recent)[:_SPOKEN]
    found = [*_people(search), *spoken]
    if kind not in ("office", "pronoun-W", "dropped"):
        before = [org for org in search.cast.organizations if org.places[0] < place]
        found += sorted(before, key=lambda org: org.farness(place))[:_ORGANIZATIONS]
    if search.mention and kind in ("this-person", "unnamed"):
        found += [one for one in search.cast.unnamed if one.places[0] < place and one.head == search.mention.head]
    if search.issuer:
        found.append(search.issuer)
    if search.itself:
        found.append(search.itself)
    return [
        one
        for one in dict.fromkeys(found)
        if one is search.itself or (_may_be(kind, one, one in spoken) and not _holds_another(search, one))
    ]


def _people(search: Search) -> list[Entity]:
    """The persons nearest to the mention."""
    place = search.place
    people = [person for person in search.cast.people if person.is_sure or person in search.speaking]
    near = _PEOPLE if search.offices else _PEOPLE_OF_PRONOUNS
    return sorted(people, key=lambda person: person.farness(place))[:near]


def _holds_another(search: Search, entity: Entity) -> bool:
    """Whether the office is one state's and the person another's, or the person's own offices are of another kind."""
    if not search.offices:
        return False
    known = entity.country
    if search.code and known and known != search.code and entity.kind == "person":
        return True
    if search.type == "office" and entity.kind == "unnamed" and entity.sort not in "RSEU":
        return True
    if search.type != "office" or not all(office.head in trait("sole") for office in search.offices):
        return False
    if entity.kind != "person":
        return entity.head != search.offices[0].head
    sole = [held for held in entity.offices if held.head in trait("sole")]
    return bool(sole) and not any(held.is_like(office) for held in sole for office in search.offices)


def _may_be(kind: str, entity: Entity, has_spoken: bool) -> bool:
    """Whether «این روزنامه» may be a person, «این مقام» an organization."""
    if kind == "this-M":
        return entity.sort in ("M", "m")
    if kind == "this-D":
        return entity.kind == "organization" or has_spoken
    if kind in ("this-O", "this-G", "organization"):
        return entity.kind == "organization"
    return kind not in ("this-person", "pronoun-W", "office") or entity.kind != "organization"


def choose(search: Search) -> Entity | None:
    """The one that is meant, None where nobody is known."""
    among = candidates(search)
    if len(among) < 2:
        return among[0] if among else None
    weights = linear.model(MODEL).weights
    scores = [sum([weights[told] for told in features(search, one) if told in weights]) for one in among]
    return among[scores.index(max(scores))]


def features(search: Search, entity: Entity) -> list[str]:
    """What speaks for and against an entity, by name."""
    told = f"{search.type}/"
    if entity is search.itself:
        return _itself(f"{told}itself/", search)
    return [
        *_as_voice(told, search, entity),
        *_as_neighbour(told, search, entity),
        *_as_holder(told, search, entity),
        *_as_anyone(search, entity),
    ]


def _as_anyone(search: Search, entity: Entity) -> list[str]:
    """The same for all kinds of stand-in, as some are rare."""
    kind = "thing" if search.type in _THINGS else "person"
    return [
        f"{kind}/recent={min(search.recent.get(entity, 4), 4)}/{entity.kind}",
        f"{kind}/recent-top={min(search.recent_top.get(entity, 4), 4)}/{search.scene.held}",
        f"{kind}/previous={search.earlier[-1:] == [entity]}",
        f"{kind}/agrees={_state(search.code, search.home)}/{search.agreement(entity)}/{entity.kind}",
    ]


def _itself(told: str, search: Search) -> list[str]:
    mention = search.mention
    fitting = [person for person in search.cast.people if search.could_be(person)]
    later, earlier = search.freedom(_first(search.later)), search.freedom(_first(search.earlier[-1:]))
    found = [
        f"{told}here",
        f"{told}fitting={min(len(fitting), 3)}/{min(search.best_fit, 1)}",
        f"{told}fitting-state={min(len(fitting), 2)}/{_state(search.code, search.home)}",
        f"{told}people={min(len(search.cast.people), 4)}",
        f"{told}fit={search.best_fit}",
        f"{told}first={not search.voices}",
        f"{told}next={later}",
        f"{told}previous={earlier}",
        f"{told}either={later}/{earlier}",
    ]
    if mention:
        found += [
            f"{told}sort={mention.sort}",
            f"{told}state={_state(mention.code, search.home)}",
            f"{told}length={min(mention.last - mention.first, 4)}",
            f"{told}quantified={search.scene.words.sorts[mention.first] == 'Q'}",
        ]
    return found


def _first(entities: Sequence[Entity]) -> Entity | None:
    return entities[0] if entities else None


def _state(code: str | None, home: str) -> str:
    return "none" if code is None else "home" if code == home else "other"


def _as_voice(told: str, search: Search, entity: Entity) -> list[str]:
    held, here = search.scene.held, search.here
    recent = min(search.recent.get(entity, 4), 4)
    return [
        f"{told}kind={entity.kind}",
        f"{told}length={min(len(entity.keys), 2)}/{entity.kind}",
        f"{told}recent={recent}",
        f"{told}recent-top={min(search.recent_top.get(entity, 4), 4)}/{held}",
        f"{told}holder={entity in search.holders}/{held}",
        f"{told}inner-holder={search.holders[-1:] == [entity]}/{held}",
        f"{told}spoke-here={entity in here}",
        f"{told}last-here={here[-1:] == [entity]}",
        f"{told}voices={min(sum(voice.entity is entity for voice in search.voices), 3)}/{min(recent, 2)}",
    ]


def _as_neighbour(told: str, search: Search, entity: Entity) -> list[str]:
    later, earlier = search.later, search.earlier
    before = [at for at in entity.places if at < search.place]
    is_next, is_previous = later[:1] == [entity], earlier[-1:] == [entity]
    found = [
        f"{told}before={bool(before)}",
        f"{told}near={_nearness(search.place - before[-1]) if before else 'after'}",
        f"{told}issuer={search.issuer is entity}",
        f"{told}told-of={search.told_of is entity}",
        f"{told}next={is_next}",
        f"{told}next-first={is_next}/{not search.voices}",
        f"{told}previous={is_previous}",
    ]
    if is_next or is_previous:
        found += [
            f"{told}beside={search.freedom(entity)}/{is_next}/{is_previous}",
        ]
    found += [
        f"{told}speaks={entity in later}/{entity in earlier}",
        f"{told}only={search.speaking == [entity]}",
        f"{told}seats={min(len(search.speaking), 3)}/{entity in search.speaking}",
    ]
    if search.mention and entity.kind != "person":
        found += [
            f"{told}head={entity.head == search.mention.head}/{entity.kind}",
            f"{told}sorts={search.mention.sort}/{entity.sort}",
        ]
    return found


def _nearness(distance: int) -> int:
    return next(i for i, limit in enumerate(_NEAR) if distance < limit)


def _as_holder(told: str, search: Search, entity: Entity) -> list[str]:
    agrees, state = search.agreement(entity), _state(search.code, search.home)
    found = [
        f"{told}state={state}/{agrees}",
    ]
    if not search.offices:
        return found
    fit, best, known = max(entity.fit(office) for office in search.offices), search.best_fit, entity.country
    heads = any(held.head == office.head for held in entity.offices for office in search.offices)
    shared = max((held.shared(office) for held in entity.offices for office in search.offices), default=0)
    peers = [person for person in search.speaking if person.country == known]
    holds = bool(entity.offices)
    found += [
        f"{told}fit={fit}",
        f"{told}fit-state={fit}/{agrees}",
        f"{told}best={fit == best and fit > 0}/{min(best, 1)}",
        f"{told}offices={holds}/{heads}/{shared}",
        f"{told}offices-next={holds}/{search.later[:1] == [entity]}/{agrees}",
        f"{told}offices-only={holds}/{peers == [entity]}/{agrees}",
    ]
    if search.code and known == search.code:
        alike = sum(person.country == known for person in search.cast.people)
        found += [
            f"{told}alike={min(alike, 3)}/{state}/{holds}/{min(best, 1)}",
        ]
    if fit == 0:
        found += [
            f"{told}free={not holds}/{agrees}/{min(best, 1)}",
            f"{told}could={search.could_be(entity)}/{entity is search.cast.hero}/{state}",
        ]

    return found
