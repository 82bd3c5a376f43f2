"""Which state or body a speaker serves: by his offices, by the list of officials, or by what is told around him."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graph import officials
from graph.letters import skeleton_text
from ingest.reading import Reading
from ingest.speaking import records
from ingest.speaking.cast import Entity
from ingest.speaking.offices import trait
from ingest.states import StateMention

_BEFORE = 300  # code points before those who are of a state in which it may be told
_COUNTRY, _THAT = skeleton_text("کشور"), frozenset(map(skeleton_text, ("این", "آن")))
_AROUND = 200  # code points about a person's name in which his state may be told


@dataclass(frozen=True, eq=False)
class Service:
    """The states that an article names, its people, and the state of its outlet."""

    reading: Reading
    states: Sequence[StateMention]
    people: Sequence[Entity]
    home: str

    def country(self, entity: Entity) -> str | None:
        """The state or body of an entity; its own is told of those at home least."""
        if entity.country:
            return entity.country
        if entity.kind == "person":
            return self.of_person(entity)
        if entity.head in trait("sides"):
            codes = [state.code for state in self.states]
            return self.home if self.home in codes or not codes else codes[0]
        if self.is_native(entity):
            before = [state.code for state in self.states if 0 < entity.places[0] - state.start < _BEFORE]
            return before[-1] if before else None
        master = self.master_country(entity) if entity.sort == "S" else None
        if master or self.only:
            return master or self.only
        return self.home if entity.sort in "REOPS" else None

    @cached_property
    def only(self) -> str | None:
        """The one state that an article is about: its outlet's where it names no other, or the only foreign one."""
        codes = {state.code for state in self.states}
        if codes <= {self.home}:
            return self.home
        return next(iter(codes)) if len(codes) == 1 else None

    def of_person(self, person: Entity) -> str | None:
        """The state of a person of whom no office tells it; nobody's for a foreign name beside no state."""
        listed = self.on_record(person)
        if listed or person.sounds_persian:
            return listed or self.home
        return self.nearest_abroad(person) or (self.only_abroad if len(person.keys) > 1 else self.home)

    def is_native(self, entity: Entity) -> bool:
        """Whether it is of the state told of before («رسانه‌های محلی»، «مقامات بانک»، «یک نماینده این کشور»)."""
        words = [skeleton_text(word) for word in entity.name.split(" ")]
        if words[-1] == _COUNTRY and len(words) > 2 and words[-2] in _THAT:
            return True
        return not trait("native").isdisjoint(words) or (entity.head in trait("authorities") and len(words) > 1)

    def master_country(self, servant: Entity) -> str | None:
        """The state of the person in whose name the servant's office ends («سخنگوی موگرینی»)."""
        last = skeleton_text(servant.name.split(" ")[-1])
        master = next((person for person in self.people if person.keys[-1] == last), None)
        return self.country(master) if master else None

    def on_record(self, person: Entity) -> str | None:
        """The state or body that a person of the list serves, on the article's day where it has one.

        For a bare surname, one that the article names.
        """
        published = self.reading.article.published
        held = officials.offices_of(person.name, published.day) if published else ()
        codes = {one.country for one in held} or {one.code for one in records.offices(person) if one.code}
        code = next(iter(codes)) if len(codes) == 1 else None
        named = len(person.keys) > 1 or any(state.code == code for state in self.states)
        return code if named else None

    @property
    def only_abroad(self) -> str | None:
        """The only state that an article names, if it is not the outlet's."""
        return self.only if self.only != self.home else None

    def nearest_abroad(self, entity: Entity) -> str | None:
        """The foreign state named nearest to where an entity is told of."""
        around = (
            (abs(state.start - place), state.code)
            for place in entity.places
            for state in self.states
            if state.code != self.home and abs(state.start - place) < _AROUND
        )
        return min(around, default=(0, None))[1]
