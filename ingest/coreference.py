"""Whose words they are: the mention that speaks in each attribution, resolved to whom it stands for in the article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from graph.facts import Resolution, Span, Speaker
from graph.letters import skeleton_text
from ingest.attributions import Attribution
from ingest.mentions import THIS_COUNTRY, Mentions, Stretch
from ingest.reading import Reading
from ingest.speaking import records, referents, subjects
from ingest.speaking.cast import Cast, Entity, name_keys, printed
from ingest.speaking.joining import Mention
from ingest.speaking.posts import Office, offices_of
from ingest.speaking.scenes import Scene, scenes
from ingest.speaking.search import Search, Setting, Voice
from ingest.speaking.service import Service
from ingest.states import StateMention, home_of

type Spoken = tuple[Speaker, Span | None, Resolution]
"""Whose words they are, where the clause names them (None: nowhere), and how that was resolved."""


def speakers(reading: Reading, mentions: Mentions, attributions: Sequence[Attribution]) -> list[Spoken | None]:
    """For each attribution its speaker; None where nobody is named who could be it."""
    if not attributions:
        return []
    seen = scenes(reading, mentions, attributions)
    story = Story(reading, mentions, subjects.chosen(seen))
    spoken = [story.spoken(index) for index in range(len(seen))]
    entities = dict.fromkeys(told[0] for told in spoken if told)
    named = {entity: story.speaker(entity) for entity in entities}
    return [told and (named[told[0]], *told[1:]) for told in spoken]


@dataclass
class Story:
    """The attributions of an article in their order, with all who have spoken so far."""

    reading: Reading
    mentions: Mentions
    chosen: Sequence[tuple[Scene, Mention | None]]
    voices: list[Voice] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.home = home_of(self.reading.article.outlet)
        self.cast = Cast(self.mentions)
        self.service = Service(self.reading, self.mentions.states, self.cast.people, self.home)
        self.setting = Setting(self.reading, self.cast, self.home)
        self.seats = [self.named(scene, mention) for scene, mention in self.chosen]

    def spoken(self, index: int) -> tuple[Entity, Span | None, Resolution] | None:
        """The speaker of one attribution, who is then known to the next."""
        mention = self.chosen[index][1]
        entity, resolution = self.meant(index)
        if entity is None:
            return None
        self.heard(index, entity)
        return entity, mention.span if mention else None, resolution

    def heard(self, index: int, entity: Entity) -> None:
        """Takes down who spoke, and the office that was said for the name."""
        scene, mention = self.chosen[index]
        self.voices.append(Voice(entity, scene.place, scene.attribution.content, not scene.held))
        if entity.kind == "person" and mention is not None and not mention.name:
            known = entity.country
            entity.offices.extend(
                office
                for office in offices_of(_first(mention), scene.words)
                if not entity.fit(office)
                and (known is None or office.code in (None, known) or any(map(office.fit, records.offices(entity))))
            )

    def meant(self, index: int) -> tuple[Entity | None, Resolution]:
        """Whom the mention of one attribution stands for."""
        mention = self.chosen[index][1]
        sure = self.sure(index)
        if sure is not None:
            return sure
        evident = self.evident(index)
        if evident is not None:
            return evident, "pronoun" if mention else "dropped"
        search = self.search(index)
        entity = referents.choose(search)
        return entity, "named" if entity is search.itself else _RESOLUTIONS.get(search.type, "pronoun")

    def evident(self, index: int) -> Entity | None:
        """The last speaker, where nothing but his words stands between a pronoun or dropped subject and him."""
        scene, mention = self.chosen[index]
        if scene.of_me:
            return next((voice.entity for voice in reversed(self.voices) if voice.is_top), None)
        if mention is None and scene.words.starts:
            alike = [voice for voice in self.voices if self.is_beside(voice, scene)]
            if alike:
                return alike[-1].entity
        last = self.voices[-1] if self.voices else None
        if last is None or scene.held or not last.is_top or mention is None:
            return None
        alone = mention.sort == "W" and mention.first == 0 and scene.earlier is None
        return last.entity if alone and last.entity.is_somebody else None

    def is_beside(self, voice: Voice, scene: Scene) -> bool:
        """Whether a voice spoke in the same sentence, and within the same words of another, if any."""
        if voice.place < scene.words.starts[0] or voice.is_top == scene.held:
            return False
        return all(start <= voice.place for start, end in scene.others if start <= scene.place < end)

    def sure(self, index: int) -> tuple[Entity, Resolution] | None:
        """The speaker whom the mention itself names, None where it stands for another."""
        scene, mention = self.chosen[index]
        seat = self.seats[index]
        if mention is not None and seat is not None:
            whole = len(name_keys(_first(mention), scene.words)) >= len(seat.keys)
            return seat, "named" if whole else "surname"
        if mention is not None and not _is_stand_in(mention):
            return self.itself(mention), "named"
        this = mention is not None and mention.kind == "this" and mention.sort == "O"
        if mention and this and self.reading.folded[slice(*mention.span)] in _THESE and self.mentions.states:
            return self.itself(mention), "named"
        return None

    def named(self, scene: Scene, mention: Mention | None) -> Entity | None:
        """The person whom a mention names."""
        first = mention and _first(mention)
        if mention is None or first is None or first.name is None:
            return None
        return self.cast.named(name_keys(first, scene.words), first.span[0])

    def search(self, index: int) -> Search:
        """What is known for finding whom a mention stands for."""
        scene, mention = self.chosen[index]
        first = mention and _first(mention)
        return Search(
            scene,
            first,
            index,
            self.voices,
            self.seats,
            self.setting,
            self.itself(first) if first and first.kind != "pronoun" else None,
            self.offices(first, scene) if first else [],
            self.issuer(first) if first and first.sort == "D" else None,
            self.subject(self.mentions.within(*scene.earlier)) if scene.earlier else None,
        )

    def offices(self, mention: Mention, scene: Scene) -> list[Office]:
        """The offices of a mention; for one who serves a person («معاون مهرورز») by that person's office too."""
        told = offices_of(mention, scene.words)
        if mention.sort != "S" or mention.last - mention.first < 2:
            return told
        last = scene.words.keys[mention.last - 1]
        masters = [person for person in self.cast.people if person.keys[-1] == last]
        held = [office for master in masters for office in (*master.offices, *records.offices(master))]
        return told + [
            replace(one, fields=frozenset((office.head, *office.fields)), code=office.code)
            for one in told[:1]
            for office in held
        ]

    def issuer(self, document: Mention) -> Entity | None:
        """The subject of the sentence that tells of a document before."""
        folded, place = self.reading.folded, document.span[0]
        head = document.head.removeprefix("در").removeprefix("این")
        for _ in range(_TELLINGS):
            place = folded.rfind(head, 0, place)
            if place < 0:
                return None
            if not folded[:place].rstrip().endswith("این"):
                start = max(folded.rfind(mark, 0, place) for mark in ".؟!\n") + 1
                found = self.subject(self.mentions.within(start, place))
                if found:
                    return found
        return None

    def subject(self, stretch: Stretch) -> Entity | None:
        """The first person or organization of a stretch that no preposition governs."""
        sorts = stretch.words.sorts.replace('"', "x")
        for mention in map(_first, stretch.mentions):
            if subjects.governed(sorts, mention.first) in "ep" or sorts[mention.last : mention.last + 1] == ":":
                continue
            if mention.kind == "person":
                return self.cast.named(name_keys(mention, stretch.words), mention.span[0])
            if mention.kind == "organization":
                return self.cast.organization(mention)
            if mention.kind in ("office", "unnamed") and not mention.plural:
                return self.cast.holder(mention, stretch.words)
        return None

    def called(self, span: Span) -> tuple[str, StateMention | None]:
        """What is printed, with the state last named for «این کشور» and «این رژیم», and that state."""
        text, folded = self.reading.text, self.reading.folded
        this, at = next(((this, at) for this in _THESE if (at := folded.find(this, *span)) >= 0), ("", 0))
        before = (state for state in reversed(self.mentions.states) if this and state.start < span[0])
        state = next((state for state in before if this == THIS_COUNTRY or self.is_regime(state)), None)
        if state is None:
            return printed(text, span), None
        parts = text[span[0] : at], text[state.start : state.end], text[at + len(this) : span[1]]
        return " ".join("".join(parts).split()), state

    def is_regime(self, state: StateMention) -> bool:
        """Whether a state is called a regime where it is named."""
        return _REGIME in self.reading.folded[state.start : state.end]

    def itself(self, mention: Mention) -> Entity:
        """The mention's own words as a speaker: the one of the cast, or a new one."""
        whole = mention.span if _are_alike(mention.parts) else None
        mention = _first(mention)
        span = whole or mention.core or mention.span
        name, state = self.called(span)
        code = state.code if state else mention.code
        is_state = state is not None and self.reading.folded[slice(*span)] in _THESE
        kind: Literal["person", "organization", "unnamed"] = "person" if mention.name else "unnamed"
        if is_state or mention.kind in ("organization", "state"):
            kind = "organization"
        if kind == "unnamed":
            name = printed(self.reading.text, span)
        known = (voice.entity for voice in self.voices if voice.entity.kind == kind and voice.entity.name == name)
        listed = None if whole else self.cast.listed(mention, name)
        entity = listed or next(known, None) or Entity(kind, (mention.head,), name, code, mention.sort, mention.head)
        entity.places.append(span[0])
        return entity

    def speaker(self, entity: Entity) -> Speaker:
        """The entity as a fact tells it."""
        told = [printed(self.reading.text, office.span) for office in entity.offices]
        return Speaker(entity.kind, entity.names, _longest(told), self.service.country(entity))


_REGIME = "رژیم"
_THESE = (THIS_COUNTRY, "این رژیم")
_TELLINGS = 6  # times a document is looked for before
_THEY = frozenset(map(skeleton_text, ("آنها", "آنان", "این‌ها", "اینان")))
_RESOLUTIONS: dict[str, Resolution] = {
    "dropped": "dropped",
    "office": "role",
    "organization": "role",
    "unnamed": "role",
}


def _first(mention: Mention) -> Mention:
    return mention.parts[0] if mention.parts else mention


def _are_alike(parts: Sequence[Mention]) -> bool:
    """Whether those joined are told by one name («کارشناسان و تحلیلگران»)."""
    return bool(parts) and all(part.plural or part.kind == "organization" for part in parts)


def _is_stand_in(mention: Mention) -> bool:
    """Whether a mention may stand for somebody named elsewhere."""
    first = _first(mention)
    if first.kind in ("this", "thing"):
        return True
    if first.kind == "pronoun":
        return first.sort == "W" or first.head in _THEY
    if first.kind == "office":
        return not first.plural
    if first.kind == "unnamed":
        return not first.plural
    return first.kind == "organization" and first.last - first.first == 1 and first.sort in "OGM"


def _longest(texts: Iterable[str]) -> str | None:
    return max(texts, key=len, default=None)
