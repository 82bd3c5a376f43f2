"""Whom an office, a pronoun, «این مقام» or a dropped subject stands for: a learned choice among those known by then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.facts import Span
from ingest import linear
from ingest.cast import Cast, Entity, Office, name_keys, offices_of
from ingest.mentions import Mention, Mentions
from ingest.scenes import Scene, sentence_ends
from ingest.subjects import governed

MODEL = "speakers-referent"
_PEOPLE = 14  # persons nearest to the mention that are considered
_ORGANIZATIONS = 5


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke at `place`, of which words; `is_top`: not within another's words."""

    entity: Entity
    place: int
    content: tuple[Span, ...]
    is_top: bool


@dataclass(slots=True)
class Search:
    """One mention in its scene (None: dropped), with what the features need to know.

    `seats` are the persons named as subjects, by attribution; `itself` stands for the mention's own words.
    """

    scene: Scene
    mention: Mention | None
    index: int
    voices: Sequence[Voice]
    seats: Sequence[Entity | None]
    cast: Cast
    home: str
    itself: Entity | None
    offices: list[Office]
    told_of: Entity | None

    @property
    def place(self) -> int:
        return self.mention.span[0] if self.mention else self.scene.place

    @property
    def type(self) -> str:
        """What kind of stand-in it is."""
        if self.mention is None:
            return "dropped"
        if self.mention.kind in ("this", "thing"):
            return f"this-{'person' if self.mention.sort in 'RSEUPV' else self.mention.sort}"
        return f"pronoun-{self.mention.sort}" if self.mention.kind == "pronoun" else self.mention.kind


def candidates(search: Search) -> list[Entity]:
    """Those who may be meant."""
    place, kind = search.place, search.type
    people = sorted(search.cast.people, key=lambda person: person.farness(place))[:_PEOPLE]
    spoken = list(dict.fromkeys(voice.entity for voice in reversed(search.voices)))[:6]
    found = [*people, *spoken]
    if kind not in ("office", "pronoun-W"):
        before = [org for org in search.cast.organizations if min(org.places) < place and org.sort != "C"]
        found += sorted(before, key=lambda org: org.farness(place))[:_ORGANIZATIONS]
    if search.itself:
        found.append(search.itself)
    return [
        entity for entity in dict.fromkeys(found) if entity is search.itself or _may_be(kind, entity, entity in spoken)
    ]


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
    return max(among, key=lambda entity: sum(weights.get(told, 0.0) for told in features(search, entity)))


def features(search: Search, entity: Entity) -> Iterator[str]:
    """What speaks for and against an entity, by name."""
    kind = search.type
    if entity is search.itself:
        return (f"{kind}/itself/{told}" for told in _itself(search))
    return (f"{kind}/{told}" for told in _other(search, entity))


def _itself(search: Search) -> Iterator[str]:
    mention = search.mention
    yield "here"
    yield f"people={min(len(search.cast.people), 4)}"
    yield f"fit={max((person.fit(office) for person in search.cast.people for office in search.offices), default=0)}"
    yield f"first={not search.voices}"
    later = next((seat for seat in search.seats[search.index + 1 :] if seat), None)
    earlier = next((seat for seat in reversed(search.seats[: search.index]) if seat), None)
    yield f"next={_free(search, later)}"
    yield f"previous={_free(search, earlier)}"
    yield f"either={_free(search, later)}/{_free(search, earlier)}"
    if mention:
        yield f"sort={mention.sort}"
        yield f"state={_state(mention.code, search.home)}"
        yield f"length={min(mention.last - mention.first, 4)}"
        yield f"quantified={search.scene.words_of(mention)[mention.first].sort == 'Q'}"


def _free(search: Search, entity: Entity | None) -> str:
    """Whether a person could hold the office in question, by what is told of his offices and his state."""
    if entity is None:
        return "nobody"
    code = search.mention.code if search.mention else None
    agrees = "unknown" if not entity.country else "same" if entity.country == (code or search.home) else "different"
    return f"{'holds' if entity.offices else 'free'}-{agrees}"


def _state(code: str | None, home: str) -> str:
    return "none" if code is None else "home" if code == home else "other"


def _other(search: Search, entity: Entity) -> Iterator[str]:
    yield f"kind={entity.kind}"
    yield f"length={min(len(entity.keys), 2)}/{entity.kind}"
    yield from _as_voice(search, entity)
    yield from _as_neighbour(search, entity)
    yield from _as_holder(search, entity)


def _as_voice(search: Search, entity: Entity) -> Iterator[str]:
    place = search.scene.place
    voices = search.voices
    order = list(dict.fromkeys(voice.entity for voice in reversed(voices)))
    top = list(dict.fromkeys(voice.entity for voice in reversed(voices) if voice.is_top))
    recent = order.index(entity) if entity in order else 4
    yield f"recent={min(recent, 4)}"
    yield f"recent-top={min(top.index(entity) if entity in top else 4, 4)}/{search.scene.held}"
    holders = [voice.entity for voice in voices if any(start <= place < end for start, end in voice.content)]
    yield f"holder={entity in holders}/{search.scene.held}"
    yield f"inner-holder={bool(holders) and holders[-1] is entity}/{search.scene.held}"
    start = search.scene.stretch.words[0].start if search.scene.stretch.words else place
    yield f"spoke-here={any(voice.entity is entity and voice.place >= start for voice in voices)}"
    yield f"last-here={bool(voices) and voices[-1].entity is entity and voices[-1].place >= start}"
    yield f"voices={min(sum(voice.entity is entity for voice in voices), 3)}/{min(recent, 2)}"


def _as_neighbour(search: Search, entity: Entity) -> Iterator[str]:
    place = search.place
    before = [at for at in entity.places if at < place]
    yield f"before={bool(before)}"
    yield f"near={_bin(place - before[-1]) if before else 'after'}"
    yield f"told-of={search.told_of is entity}"
    later = [seat for seat in search.seats[search.index + 1 :] if seat is not None]
    earlier = [seat for seat in search.seats[: search.index] if seat is not None]
    yield f"next={later[:1] == [entity]}"
    yield f"next-first={later[:1] == [entity]}/{not search.voices}"
    if later[:1] == [entity] or earlier[-1:] == [entity]:
        yield f"beside={_free(search, entity)}/{later[:1] == [entity]}/{earlier[-1:] == [entity]}"
    yield f"previous={earlier[-1:] == [entity]}"
    yield f"speaks={entity in later}/{entity in earlier}"
    speakers = {id(seat) for seat in search.seats if seat is not None}
    yield f"only={speakers == {id(entity)}}"
    yield f"seats={min(len(speakers), 3)}/{id(entity) in speakers}"
    mention = search.mention
    if mention and entity.kind == "organization":
        yield f"head={entity.head == mention.head}"
        yield f"sorts={mention.sort}/{entity.sort}"


def _bin(distance: int) -> int:
    return next(i for i, limit in enumerate((60, 150, 400, 1000, 1 << 40)) if distance < limit)


def _as_holder(search: Search, entity: Entity) -> Iterator[str]:
    mention = search.mention
    code = mention.code if mention else None
    known = entity.country
    agrees = "unknown" if not known else "same" if known == (code or search.home) else "different"
    yield f"state={_state(code, search.home)}/{agrees}"
    if not search.offices:
        return
    fit = max(entity.fit(office) for office in search.offices)
    heads = any(held.head == office.head for held in entity.offices for office in search.offices)
    shared = max((_shared(held, office) for held in entity.offices for office in search.offices), default=0)
    yield f"fit={fit}"
    yield f"fit-state={fit}/{agrees}"
    best = max((person.fit(office) for person in search.cast.people for office in search.offices), default=0)
    yield f"best={fit == best and fit > 0}/{min(best, 1)}"
    yield f"offices={bool(entity.offices)}/{heads}/{shared}"
    speakers = [seat for seat in dict.fromkeys(seat for seat in search.seats if seat) if seat.country == known]
    later = [seat for seat in search.seats[search.index + 1 :] if seat is not None]
    yield f"offices-next={bool(entity.offices)}/{later[:1] == [entity]}/{agrees}"
    yield f"offices-only={bool(entity.offices)}/{speakers == [entity]}/{agrees}"
    if code and known == code:
        alike = sum(person.country == code for person in search.cast.people)
        yield f"alike={min(alike, 3)}/{_state(code, search.home)}/{bool(entity.offices)}/{min(best, 1)}"
    if fit == 0:
        yield f"free={not entity.offices}/{agrees}/{min(best, 1)}"


def _shared(one: Office, other: Office) -> int:
    """Thirds of the words of two offices that both have."""
    either = len(one.fields | other.fields)
    return 3 * len(one.fields & other.fields) // either if either else 3


def subject_told_of(mentions: Mentions, cast: Cast, since: int, place: int) -> Entity | None:
    """Whom the narration between two places is about: the person that begins one of its last sentences."""
    folded = mentions.reading.folded
    starts = [since, *sentence_ends(folded, since, place), place]
    for start, end in list(pairwise(starts))[:-5:-1]:
        stretch = mentions.within(start, end)
        for mention in stretch.mentions:
            if mention.kind == "person" and governed(stretch.sorts, mention.first) in "^,-:":
                return cast.named(name_keys((mention.parts or (mention,))[0], stretch.words), mention.span[0])
    return None


def offices_in(search_mention: Mention | None, scene: Scene) -> list[Office]:
    """The offices that a mention gives in its scene."""
    return offices_of(search_mention, scene.words_of(search_mention)) if search_mention else []
