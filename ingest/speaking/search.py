"""What is known for finding whom a mention stands for, when its turn comes in the article."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.facts import Span
from ingest.reading import Reading
from ingest.speaking import records
from ingest.speaking.cast import Cast, Entity
from ingest.speaking.joining import Mention
from ingest.speaking.offices import trait
from ingest.speaking.posts import Office, offices_of
from ingest.speaking.scenes import Scene


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke at `place`, of which words; `is_top`: not within another's words."""

    entity: Entity
    place: int
    content: tuple[Span, ...]
    is_top: bool


@dataclass(eq=False)
class Setting:
    """What an article tells for all its searches; `home` is the outlet's state."""

    reading: Reading
    cast: Cast
    home: str

    @cached_property
    def headings(self) -> list[int]:
        """The places of headlines within the article, in order."""
        return headings(self.reading)


def headings(reading: Reading) -> list[int]:
    """Where the headlines between the paragraphs begin: short lines that no mark ends."""
    text = reading.folded
    return [
        start
        for start, end in reading.paragraphs[_TOP:]
        if end - start <= _HEADLINE and text[start:end].count(" ") > 0 and text[end - 1].isalpha()
    ]


@dataclass(eq=False)
class Search:
    """One mention in its scene (None: dropped), with what is known for finding whom it stands for.

    `seats` are the persons named as subjects, by attribution, `index` that of this one; `itself` stands for the
    mention's own words; `issuer` is whose document it is, `told_of` whom the
    sentence before is about.
    """

    scene: Scene
    mention: Mention | None
    index: int
    voices: Sequence[Voice]
    seats: Sequence[Entity | None]
    setting: Setting
    itself: Entity | None
    offices: Sequence[Office]
    issuer: Entity | None
    told_of: Entity | None

    @property
    def cast(self) -> Cast:
        """The persons and organizations of the article."""
        return self.setting.cast

    @property
    def home(self) -> str:
        """The outlet's state."""
        return self.setting.home

    @cached_property
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
    def times(self) -> Counter[Entity]:
        """How often each has spoken."""
        return Counter(voice.entity for voice in self.voices)

    @cached_property
    def first_later(self) -> Entity | None:
        """The first person named as a subject after it."""
        return next(filter(None, self.seats[self.index + 1 :]), None)

    @cached_property
    def last_earlier(self) -> Entity | None:
        """The last person named as a subject before it."""
        return next(filter(None, reversed(self.seats[: self.index])), None)

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

    @cached_property
    def code(self) -> str | None:
        """The state or body that the mention names."""
        return self.mention.code if self.mention else None

    def agreement(self, entity: Entity) -> str:
        """Whether an entity's state can be the mention's; that of a mention without one is home."""
        known = entity.country
        return "unknown" if not known else "same" if known == (self.code or self.home) else "different"

    def is_beyond_headline(self, entity: Entity) -> bool:
        """Whether a headline stands between an entity, where last told of or heard, and the mention."""
        at = bisect_right(self.setting.headings, self.place) - 1
        if at < 0:
            return False
        places = [at for at in entity.places if at < self.place]
        places += [voice.place for voice in self.voices if voice.entity is entity]
        return bool(places) and max(places) < self.setting.headings[at]

    @cached_property
    def begins_paragraph(self) -> bool:
        """Whether the mention begins a line."""
        return self.mention is not None and self.mention.first == 0 and self.scene.begins_line

    def is_alike(self, entity: Entity) -> bool:
        """Whether an entity is called by the same word as the mention («این وزارتخانه», «وزارت نیرو»)."""
        head = self.mention.head.removesuffix("خانه").removesuffix("ی") if self.mention else ""
        return bool(head) and (entity.head.removesuffix("ی") == head or head in entity.full)

    @property
    def is_private(self) -> bool:
        """Whether the office is a calling that no holder of a state's office is named by («نویسنده»)."""
        return bool(self.offices) and all(office.head in trait("private") for office in self.offices)

    @property
    def is_leader(self) -> bool:
        """Whether the office is «رهبر معظم انقلاب», whom no article needs to name."""
        return any(
            office.head == _LEADER and office.code in (None, self.home) and office.fields <= trait("of-leader")
            for office in self.offices
        )

    def clash(self, person: Entity) -> str:
        """How the office goes with a person's: it fits, has the same word, stands beside others; or he is free."""
        told = [*person.offices, *records.offices(person)]
        if not told:
            return "free"
        if any(one.fit(office) for one in told for office in self.offices):
            return "fits"
        if any(one.head == office.head for one in told for office in self.offices):
            return "same"
        return "sole" if any(one.head in trait("sole") for one in told) else "other"

    @property
    def keeps_its_name(self) -> bool:
        """Whether who speaks is said to want no name told («که نخواست نامش فاش شود»)."""
        end = self.mention.span[1] if self.mention else 0
        return bool(_NAMELESS.match(self.setting.reading.folded, end))

    def told_before(self, entity: Entity) -> str:
        """Where an entity was told of before the mention: in the head of the article, in its body, or nowhere yet."""
        before = [at for at in entity.places if at < self.place]
        return "nowhere" if not before else "head" if max(before) < _HEAD else "body"

    def recorded(self, person: Entity) -> str:
        """How well an office fits those that the list of officials gives to a person; «none» where it knows nobody."""
        held = records.offices(person)
        if not held:
            return "none"
        state = self.code or self.home
        return str(max((one.fit(office) for one in held if one.code == state for office in self.offices), default=0))

    @cached_property
    def best_record(self) -> bool:
        """Whether the list gives the office to a person of the article."""
        return any(self.recorded(person) in "123" for person in self.cast.people)

    def could_be(self, person: Entity) -> bool:
        """Whether nothing told of a person's state and offices is against his holding the office."""
        return self.agreement(person) == "same" and (
            not person.offices or any(person.heads(office) for office in self.offices)
        )

    def serves(self, person: Entity) -> bool:
        """Whether the office is that of one who serves the person («سخنگوی موگرینی»)."""
        mention, words = self.mention, self.scene.words
        if mention is None or mention.sort != _RELATIVE or mention.office is None:
            return False
        if person.keys[-1] in words.keys[mention.first + 1 : mention.last]:
            return True
        return any(person.fit(office) for office in self.masters)

    @cached_property
    def masters(self) -> list[Office]:
        """The offices within the office («وزیر خارجه» in «معاون وزیر خارجه»)."""
        mention, words = self.mention, self.scene.words
        if mention is None or mention.office is None:
            return []
        first, last = words.index(mention.office[0]) + 1, words.index(mention.office[1])
        inner = next((at for at in range(first, last) if words.sorts[at] in "RSE"), last)
        if inner == last:
            return []
        return offices_of(mention._replace(office=(words.starts[inner], mention.office[1])), words)

    def freedom(self, entity: Entity | None) -> str:
        """Whether a person could hold the office, by what is told of his offices and his state."""
        if entity is None:
            return "nobody"
        return f"{'holds' if entity.offices else 'free'}-{self.agreement(entity)}"


_TOP = 2  # paragraphs that the article's own headlines take
_HEADLINE = 80  # the most characters of a headline
_HEAD = 200  # code points at the beginning of an article that its headlines take
_NAMELESS = re.compile(r"[\s،]*که\s[^.!؟\n]{0,30}\bنام")
_LEADER = "رهبر"
LONG_AGO = 4  # others who have spoken since, or more
_RELATIVE = "S"


def _ranks(entities: Sequence[Entity]) -> dict[Entity, int]:
    return {entity: min(rank, LONG_AGO) for rank, entity in enumerate(dict.fromkeys(entities))}
