"""Who is who in one article: the persons and organizations it names, their full names and the offices they hold."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from graph.facts import Span
from graph.letters import skeleton_text
from ingest.mentions import Mentions
from ingest.speaking.joining import Mention
from ingest.speaking.names import LATIN, UNKNOWN, is_forename, is_surname
from ingest.speaking.offices import FIGURE, FORENAME, foreign_forenames, trait
from ingest.speaking.posts import Office, offices_of
from ingest.speaking.wording import Wording


@dataclass(slots=True, eq=False)
class Entity:
    """Who may speak; `keys` are the skeletons of the words of the name, `places` where it is printed."""

    kind: Literal["person", "organization", "unnamed"]
    keys: tuple[str, ...]
    name: str
    code: str | None = None
    sort: str = ""
    head: str = ""
    offices: list[Office] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    full: str = ""

    def __post_init__(self) -> None:
        self.full = "".join(self.keys)

    @property
    def names(self) -> tuple[str, ...]:
        """The full name, then the name without its first word."""
        parts = self.name.split(" ")
        return (self.name, " ".join(parts[1:])) if self.kind == "person" and len(parts) > 1 else (self.name,)

    @property
    def country(self) -> str | None:
        """The state or body that most of the offices told of it serve, else the one it is known for."""
        told = [office for office in self.offices if office.code]
        codes = [office.code for office in told if office.head in trait("sole")] or [office.code for office in told]
        return max(codes, key=codes.count) if codes else self.code

    def serves(self, code: str) -> bool:
        """Whether any office told of it, or what it is known for, is a state's or body's."""
        return code == self.code or any(office.code == code for office in self.offices)

    @property
    def is_somebody(self) -> bool:
        """Whether «وی» may stand for it: not for an organization, named or not («دو دولت»)."""
        return self.kind == "person" or (self.kind == "unnamed" and self.sort not in "OBGMVPA")

    @property
    def is_sure(self) -> bool:
        """Whether more than one unknown word printed once, or Latin letters, tells that it is a person."""
        if bool(self.offices) or self.sort not in _UNSURE:
            return True
        return self.sort == UNKNOWN and (len(self.keys) > 1 or len(self.places) > 1)

    @property
    def sounds_persian(self) -> bool:
        """Whether an Iranian may have the name: by the forename, where it is told, else by how the surname ends."""
        first, last = self.keys[0], self.keys[-1]
        if last.startswith("ال") or first in foreign_forenames():
            return False
        given = self.keys[:-1] or self.keys
        return any(map(is_forename, given)) or is_surname(last) or last.endswith(tuple(trait("surname-ending")))

    def fit(self, office: Office) -> int:
        """How well an office fits those told of it."""
        return max((office.fit(held) for held in self.offices), default=0)

    def heads(self, office: Office) -> bool:
        """Whether an office told of it begins with the same word."""
        return any(held.head == office.head for held in self.offices)

    def farness(self, place: int) -> int:
        """Characters to its nearest mention before a place; one after counts three times as far."""
        return min((place - at if at <= place else 3 * (at - place) for at in self.places), default=1 << 30)


class Cast:
    """The persons and organizations of an article, gathered from all its mentions."""

    def __init__(self, mentions: Mentions) -> None:
        self._text = mentions.reading.text
        self.people: list[Entity] = []
        self._found: dict[tuple[str, ...], list[Entity]] = {}
        self._by_name: dict[str, Entity] = {}
        self.organizations: list[Entity] = []
        self.unnamed: list[Entity] = []
        told = [
            (part, stretch.words)
            for stretch in mentions.everywhere
            for mention in stretch.mentions
            for part in mention.parts or (mention,)
        ]
        named = [(mention, words, name_keys(mention, words)) for mention, words in told if mention.name]
        for mention, words, keys in sorted(named, key=lambda told: -len(told[2])):
            self._person(mention, words, keys)
        for mention, _ in told:
            if mention.kind == "organization":
                self._organization(mention)
            elif mention.kind == "unnamed" and not mention.plural:
                self._unnamed(mention)
        for mention, words in told:
            if mention.kind == "office" and not mention.plural and not self._is_held(mention, words):
                self._unnamed(mention)
        self.hero = max(self.people, key=lambda person: len(person.places), default=None)

    def _person(self, mention: Mention, words: Wording, keys: tuple[str, ...]) -> None:
        person = self.named(keys, mention.span[0])
        bare = mention.name is not None and mention.name[0] == mention.span[0]
        if person is None and mention.sort == FORENAME and len(keys) == 1 and bare and not mention.office:
            return
        if person is None:
            person = Entity("person", keys, printed(self._text, mention.name or mention.span), sort=mention.sort)
            self.people.append(person)
            self._found.clear()
        person.places.append(mention.span[0])
        person.code = person.code or _figure_code(mention, words)
        offices = offices_of(mention, words)
        person.offices.extend(self._held(office, mention.span[0]) for office in offices)
        person.code = person.code or next((office.code for office in offices if office.code), None)

    def _held(self, office: Office, place: int) -> Office:
        """The office itself; for «همتای روس» that of the person named before, of the other state."""
        if office.head not in trait("counterpart"):
            return office
        before = (person for person in self.people if person.offices and person.farness(place) < _BESIDE)
        nearest = min(before, key=lambda person: person.farness(place), default=None)
        return replace(nearest.offices[0], span=office.span, code=office.code) if nearest else office

    def _organization(self, mention: Mention) -> None:
        name = printed(self._text, mention.core or mention.span)
        key = _key(name)
        if key == _COUNTRY:
            return
        known = self._by_name.get(key) or self._medium(key, mention.sort)
        if known is not None:
            self._by_name[key] = known
        else:
            known = Entity("organization", (key,), name, mention.code, mention.sort, mention.head)
            self.organizations.append(known)
            self._by_name[key] = known
        known.places.append(mention.span[0])

    def _unnamed(self, mention: Mention) -> None:
        name = printed(self._text, mention.core or mention.span)
        known = self.someone(name)
        if known is None:
            known = Entity("unnamed", (mention.head,), name, mention.code, mention.sort, mention.head)
            known.full = _key(name).removeprefix("یک")
            self.unnamed.append(known)
        known.code = known.code or mention.code
        known.places.append(mention.span[0])

    def _is_held(self, mention: Mention, words: Wording) -> bool:
        """Whether a named person is told to hold the office."""
        told = offices_of(mention, words)
        return not told or any(person.fit(office) for person in self.people for office in told)

    def holder(self, mention: Mention, words: Wording) -> Entity | None:
        """The person whom an office fits best, else the one who is only called so."""
        told = offices_of(mention, words)
        fits = [max((person.fit(office) for office in told), default=0) for person in self.people]
        if max(fits, default=0):
            return self.people[fits.index(max(fits))]
        return self.someone(printed(self._text, mention.core or mention.span))

    def someone(self, name: str) -> Entity | None:
        """The unnamed speaker of a phrase, where the article has it."""
        key = _key(name).removeprefix("یک")
        return next((one for one in self.unnamed if one.full == key), None)

    def _medium(self, key: str, sort: str) -> Entity | None:
        """The medium whose name ends in the same words («روزنامه القدس العربی»)."""
        if sort not in MEDIA or len(key) < _SHORTEST_MEDIUM:
            return None
        alike = (one for one in self.organizations if one.sort in MEDIA and _ends_alike(key, one.full))
        return next(alike, None)

    def organization(self, mention: Mention) -> Entity | None:
        """The organization that a mention names, where the article has it."""
        return self._by_name.get(_key(printed(self._text, mention.core or mention.span)))

    def listed(self, mention: Mention, name: str) -> Entity | None:
        """The organization that a mention names, or the unnamed speaker of that name."""
        return self.organization(mention) if mention.kind == "organization" else self.someone(name)

    def named(self, keys: tuple[str, ...], place: int) -> Entity | None:
        """The person whose fullest name ends so (or holds it), the one printed nearest before."""
        found = self._found.get(keys)
        if found is None:
            joined = "".join(keys)
            found = [person for person in self.people if joined in person.full and _part_of(keys, person.keys)]
            found = found or [person for person in self.people if _spelt_alike(keys[-1], person.keys[-1])]
            self._found[keys] = found
        return min(found, key=lambda person: person.farness(place)) if len(found) > 1 else next(iter(found), None)


MEDIA = frozenset("Mm")
_UNSURE = frozenset((UNKNOWN, LATIN))
_COUNTRY = "کشور"  # with no name is nobody
_BESIDE = 150  # characters between two who have the same office in two states
_SHORTEST_MEDIUM = 5  # letters by which a medium is told from others


def _ends_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_MEDIUM and longer.endswith(shorter)


_key = lru_cache(1 << 14)(skeleton_text)


def printed(text: str, span: Span) -> str:
    """The printed words on one line, single spaces between them."""
    return " ".join(text[slice(*span)].split())


def _part_of(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    joined, full = "".join(part), "".join(whole)
    if len(part) > 1 or len(whole) < 2:
        return joined in full if len(part) > 1 else joined == full
    return full.endswith(joined) or joined in whole[1:] or any("ال" + joined == key for key in whole)


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two foreign surnames differ by a vowel within («لاورف»، «لاوروف»)."""
    if abs(len(one) - len(other)) != 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 5 or is_surname(shorter) or is_surname(longer):
        return False
    at = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    return 0 < at < len(shorter) and longer[at] in "اوی" and longer[at + 1 :] == shorter[at:]


def name_keys(mention: Mention, words: Wording) -> tuple[str, ...]:
    """The skeletons of the words of the name."""
    if mention.name is None:
        return ()
    first, last = words.index(mention.name[0]), words.index(mention.name[1])
    return tuple(key for key in words.keys[first:last] if key.isalnum())


def _figure_code(mention: Mention, words: Wording) -> str | None:
    """The state that a well-known bearer of the surname speaks for."""
    last = words.index(mention.name[1]) - 1 if mention.name else -1
    return words.codes[last] if last >= 0 and words.sorts[last] == FIGURE else None
