"""Who is who in one article: the persons and organizations it names, their full names and the offices they hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from graph.facts import Span
from graph.letters import skeleton_text
from ingest.mentions import Mention, Mentions
from ingest.offices import FIGURE, FORENAME
from ingest.wording import Word

_EMPTY = frozenset(map(skeleton_text, ("امور", "اسلامی", "کل", "وقت", "کنونی", "فعلی", "جدید", "محترم", "این", "خود")))
_FOREIGN_MINISTER = frozenset(map(skeleton_text, ("وزیر خارجه", "وزیر امورخارجه", "رئیس دستگاه دیپلماسی")))
_FIELDS = {"امورخارجه": "خارجه", "سابق": "پیشین", "اسبق": "پیشین"}
_LIKE_ANOTHERS = frozenset(("همتا", "همتای"))  # the office is the other's of whom the sentence tells
_SAME = {
    skeleton_text(form): skeleton_text(standard)
    for form, standard in (
        ("رئیس‌جمهوری", "رئیس‌جمهور"),
        ("نخست‌وزیری", "نخست‌وزیر"),
        ("نماینده ویژه", "نماینده"),
        ("نماینده دائم", "نماینده"),
        ("نماینده خاص", "نماینده"),
        ("سفیر جدید", "سفیر"),
        ("مشاور ارشد", "مشاور"),
        ("گزارشگر ویژه", "گزارشگر"),
        ("مذاکره‌کننده ارشد", "مذاکره‌کننده"),
        ("سرمذاکره‌کننده", "مذاکره‌کننده"),
    )
}


@dataclass(frozen=True, slots=True)
class Office:
    """`fields` are the skeletons of the words that tell it from other offices; `code` the state or body it serves."""

    span: Span
    head: str
    fields: frozenset[str]
    code: str | None

    def fit(self, other: "Office") -> int:
        """How well one may be said for the other, 0 (not at all) to 3 (word for word)."""
        if self.head != other.head or (self.code and other.code and self.code != other.code):
            return 0
        if not (self.fields <= other.fields or other.fields <= self.fields):
            return 0
        return 1 + (self.fields == other.fields) + (self.code == other.code)


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

    @property
    def names(self) -> tuple[str, ...]:
        """The full name, then the name without its first word."""
        parts = self.name.split(" ")
        return (self.name, " ".join(parts[1:])) if self.kind == "person" and len(parts) > 1 else (self.name,)

    @property
    def country(self) -> str | None:
        """The state or body that the offices told of it serve, else the one it is known for."""
        return next((office.code for office in self.offices if office.code), self.code)

    def fit(self, office: Office) -> int:
        """How well an office fits those told of it."""
        return max((office.fit(held) for held in self.offices), default=0)

    def farness(self, place: int) -> int:
        """Characters to its nearest mention before a place; one after counts three times as far."""
        return min((place - at if at <= place else 3 * (at - place) for at in self.places), default=1 << 30)


class Cast:
    """The persons and organizations of an article, gathered from all its mentions."""

    def __init__(self, mentions: Mentions) -> None:
        self._text = mentions.reading.text
        self.people: list[Entity] = []
        self.organizations: list[Entity] = []
        told = [(part, words) for mention, words in mentions.everywhere for part in mention.parts or (mention,)]
        named = [(mention, words, name_keys(mention, words)) for mention, words in told if mention.name]
        for mention, words, keys in sorted(named, key=lambda told: -len(told[2])):
            self._person(mention, words, keys)
        for mention, _ in told:
            if mention.kind in ("organization", "state"):
                self._organization(mention)

    def _person(self, mention: Mention, words: Sequence[Word], keys: tuple[str, ...]) -> None:
        person = self.named(keys, mention.span[0])
        if person is None and mention.sort == FORENAME and len(keys) == 1 and not mention.office:
            return
        if person is None:
            person = Entity("person", keys, printed(self._text, mention.name or mention.span), sort=mention.sort)
            self.people.append(person)
        person.places.append(mention.span[0])
        person.code = person.code or _figure_code(mention, words)
        offices = offices_of(mention, words)
        person.offices.extend(office for office in offices if office.head not in _LIKE_ANOTHERS)
        person.code = person.code or next((office.code for office in offices if office.code), None)

    def _organization(self, mention: Mention) -> None:
        name = printed(self._text, mention.core or mention.span)
        key = skeleton_text(name)
        known = next((org for org in self.organizations if org.keys == (key,)), None)
        if known is None:
            sort = "C" if mention.kind == "state" else mention.sort
            known = Entity("organization", (key,), name, mention.code, sort, mention.head)
            self.organizations.append(known)
        known.places.append(mention.span[0])

    def named(self, keys: tuple[str, ...], place: int) -> Entity | None:
        """The person whose fullest name ends so (or holds it), the one printed nearest before."""
        found = [person for person in self.people if _part_of(keys, person.keys)]
        return min(found, key=lambda person: person.farness(place), default=None)


def printed(text: str, span: Span) -> str:
    """The printed words on one line, single spaces between them."""
    return " ".join(text[slice(*span)].split())


def _part_of(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    joined, full = "".join(part), "".join(whole)
    if len(part) > 1 or len(whole) < 2:
        return joined in full if len(part) > 1 else joined == full
    return full.endswith(joined) or joined in whole[1:] or any("ال" + joined == key for key in whole)


def _within(words: Sequence[Word], span: Span | None) -> Iterator[Word]:
    return (word for word in words if span and span[0] <= word.start < span[1])


def name_keys(mention: Mention, words: Sequence[Word]) -> tuple[str, ...]:
    """The skeletons of the words of the name."""
    return tuple(word.key for word in _within(words, mention.name) if word.key.isalnum())


def _figure_code(mention: Mention, words: Sequence[Word]) -> str | None:
    """The state that a well-known bearer of the name speaks for."""
    last = list(_within(words, mention.name))[-1:]
    return next((word.code for word in last if word.sort == FIGURE), None)


def offices_of(mention: Mention, words: Sequence[Word]) -> list[Office]:
    """The offices that a mention gives: none, one, or those that «و» joins."""
    groups: list[list[Word]] = [[]]
    previous = ""
    for word in _within(words, mention.office):
        if word.sort in "RSE" and previous == "&":
            groups.append([])
        groups[-1].append(word)
        previous = word.sort
    return [office for group in groups if (office := _office(mention, group))]


def _office(mention: Mention, words: Iterable[Word]) -> Office | None:
    keys = list(_field_keys(words))
    if not keys:
        return None
    head, fields = _SAME.get(keys[0], keys[0].removesuffix("ی") if len(keys[0]) > 3 else keys[0]), keys[1:]
    if keys[0] in _FOREIGN_MINISTER:
        head, fields = "وزیر", ["خارجه", *fields]
    told = frozenset(_FIELDS.get(key, key.removesuffix("ی")) for key in fields if key not in _EMPTY)
    return Office(mention.office or mention.span, head, told, mention.code)


def _field_keys(words: Iterable[Word]) -> Iterator[str]:
    """The words of an office up to the place it is held at, without its state."""
    for word in words:
        if word.sort == "e":
            return
        if word.code is None and word.key.isalnum() and word.sort not in "&Q":
            yield word.key
