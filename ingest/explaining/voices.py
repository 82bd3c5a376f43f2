"""How the speaker of each attribution was found: the same story told once more, by one who takes notes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import override

from graph.account import Choice, CountrySource, Voice, Way
from graph.facts import Resolution, Span, Speaker
from ingest import linear
from ingest.attributions import Attribution
from ingest.coreference import Story
from ingest.explaining.reasons import strongest
from ingest.mentions import Mentions
from ingest.reading import Reading
from ingest.speaking import clues, referents, subjects
from ingest.speaking.cast import Entity, printed
from ingest.speaking.joining import Mention
from ingest.speaking.scenes import Scene, scenes
from ingest.speaking.search import Search
from ingest.states import StateMention


@dataclass
class Noted(Story):
    """A story that takes down how each speaker was known, among whom, and where that one was named before."""

    ways: dict[int, Way] = field(default_factory=dict)
    persons: dict[int, tuple[Choice, ...]] = field(default_factory=dict)
    before: dict[int, Span | None] = field(default_factory=dict)

    @override
    def sure(self, index: int) -> tuple[Entity, Resolution] | None:
        return self._noted(index, "mention", super().sure(index))

    @override
    def evident(self, index: int) -> Entity | None:
        return self._noted(index, "evident", super().evident(index))

    @override
    def search(self, index: int) -> Search:
        search = super().search(index)
        persons = tuple(_weighed(search))
        itself = any(person.chosen and person.kind == "itself" for person in persons)
        self.persons[index] = persons
        self.ways[index] = "itself" if itself else "judged" if persons else "nobody"
        return search

    @override
    def heard(self, index: int, entity: Entity) -> None:
        scene, mention = self.chosen[index]
        self.before[index] = self._earlier(entity, mention.span[0] if mention else scene.place)
        super().heard(index, entity)

    def _noted[Found](self, index: int, way: Way, found: Found | None) -> Found | None:
        if found is not None:
            self.ways[index] = way
        return found

    def _earlier(self, entity: Entity, place: int) -> Span | None:
        """Where an entity is named before a place, by its whole name if it is, else after it; the nearest such."""
        named = [
            part.span
            for stretch in self.mentions.everywhere
            for mention in stretch.mentions
            for part in mention.parts or (mention,)
            if {part.span[0], (part.core or part.span)[0]} & set(entity.places) and part.span[0] != place
        ]
        text = self.reading.text
        return min(
            named,
            key=lambda span: (span[0] > place, entity.name not in printed(text, span), abs(place - span[0])),
            default=None,
        )


def voices(
    reading: Reading, mentions: Mentions, said: Sequence[Attribution], states: Sequence[StateMention]
) -> list[Voice]:
    """For each attribution how its speaker was found."""
    if not said:
        return []
    seen = scenes(reading, mentions, said)
    chosen = subjects.chosen(seen)
    story = Noted(reading, mentions, chosen)
    spoken = [story.spoken(index) for index in range(len(chosen))]
    found = []
    for index, told in enumerate(spoken):
        scene, mention = chosen[index]
        choices = tuple(_candidates(reading, scene, mention, subjects.last_subject(scene, chosen[:index])))
        span = mention.span if mention else None
        if told is None:
            found.append(Voice(None, span, None, "nobody", choices, story.persons.get(index, ())))
            continue
        entity, _, resolution = told
        speaker = story.speaker(entity)
        found.append(
            Voice(
                speaker,
                span,
                resolution,
                story.ways[index],
                choices,
                story.persons.get(index, ()),
                story.before.get(index),
                *_country(entity, speaker, states),
            )
        )
    return found


def _candidates(reading: Reading, scene: Scene, chosen: Mention | None, last: Mention | None) -> Iterator[Choice]:
    """The mentions among which the subject was chosen, best first; one that stands alone is not weighed."""
    weights = linear.model(subjects.MODEL).weights
    told = subjects.features(scene, last)
    alone = len(scene.candidates) == 1
    scores = [0.0 if alone else sum(weights.get(one, 0.0) for one in each) for each in told]
    told = _telling(told)
    ranked = sorted(zip(scene.candidates, told, scores, strict=True), key=lambda each: -each[2])
    for mention, features, score in ranked:
        span = mention.span if mention else None
        name = reading.text[slice(*span)] if span else ""
        kind = mention.kind if mention else "dropped"
        reasons = () if alone else strongest("subject", weights, features)
        yield Choice(kind, span, name, mention is chosen, None if alone else round(score, 3), reasons)


def _telling(told: Sequence[Sequence[str]]) -> list[list[str]]:
    """The features of each candidate without those that several have and that tell them apart from one at most."""
    times = Counter(feature for each in told for feature in set(each))
    shared = {feature for feature, many in times.items() if many > 1 and many >= len(told) - 1}
    return [[feature for feature in each if feature not in shared] for each in told]


def _weighed(search: Search) -> Iterator[Choice]:
    """Those whom a mention may stand for, best first, as they are weighed now."""
    weights = linear.model(referents.MODEL).weights
    among = referents.candidates(search)
    told = [clues.features(search, entity) for entity in among] if len(among) > 1 else [[] for _ in among]
    scores = [sum(weights.get(one, 0.0) for one in each) for each in told]
    chosen = referents.choose(search)
    ranked = sorted(zip(among, _telling(told), scores, strict=True), key=lambda each: -each[2])
    for entity, features, score in ranked:
        kind = "itself" if entity is search.itself else entity.kind
        weighed = round(score, 3) if len(among) > 1 else None
        reasons = strongest("referent", weights, features)
        yield Choice(kind, None, entity.name, entity is chosen, weighed, reasons)


def _country(entity: Entity, speaker: Speaker, states: Sequence[StateMention]) -> tuple[CountrySource, Span | None]:
    """Where a speaker's country is from, and the words that say it."""
    office = next((office for office in entity.offices if office.code), None)
    if office:
        return "office", _names(states, office.span, office.code) or office.span
    if entity.code:
        if entity.kind == "person":
            return "figure", None
        spans = (_names(states, (at, at + len(entity.name)), entity.code) for at in entity.places)
        printed = next(filter(None, spans), None)
        return ("name", printed) if printed else ("figure", None)
    return ("outlet", None) if speaker.country else ("none", None)


def _names(states: Sequence[StateMention], span: Span, code: str | None) -> Span | None:
    """Where a state is named within a span."""
    found = ((one.start, one.end) for one in states if one.code == code and span[0] <= one.start < span[1])
    return next(found, None)
