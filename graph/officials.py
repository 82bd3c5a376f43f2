"""Who held which office, and when: a dated list from the public record.

It lives in graph because reading (for whom does «لاوروف» speak?) and asking (who held this office?) both need it.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph.actors import actors, spellings
from graph.errors import KnowledgeError
from graph.letters import ZWNJ, skeleton_text
from graph.lexicon import entries

_APART = "، "
LISTED = date(2025, 12, 31)
"""The last day that officials.tsv speaks of; who is in office there may have left since."""


class Person(NamedTuple):
    """Somebody who holds or held an office; `name` is the standard Persian one, `spellings` others that are printed."""

    name: str
    english: str
    spellings: tuple[str, ...]


class Tenure(NamedTuple):
    """An office held by a person; `country` a state's or body's code.

    `since` and `until` are years or months, ISO, both within the tenure; "" where not known, or still in office.
    """

    person: str
    office: str
    country: str
    since: str
    until: str
    source: str

    def covers(self, day: date) -> bool:
        """Whether the office was held on a day, as far as the record tells."""
        told = day.isoformat()
        return told[: len(self.since)] >= self.since and (not self.until or told[: len(self.until)] <= self.until)


class SameOffice(NamedTuple):
    """Words of an office and those that say the same: always (spelling), or within an article (reading)."""

    form: str
    means: str
    kind: str


class _PersonRow(NamedTuple):
    name: str
    english: str
    spellings: str


class _TenureRow(NamedTuple):
    name: str
    office: str
    country: str
    since: str
    until: str
    source: str


@cache
def people() -> Mapping[str, Person]:
    """The persons by name.

    Raises: KnowledgeError naming file and line where the list breaks its form.
    """
    rows = entries(files("graph") / "people.tsv", _PersonRow)
    return {row.name: Person(row.name, row.english, _parted(row.spellings)) for _, row in rows}


@cache
def tenures() -> tuple[Tenure, ...]:
    """The tenures, by person.

    Raises: KnowledgeError naming file and line where the list breaks its form.
    """
    return tuple(_tenure(*placed) for placed in entries(files("graph") / "officials.tsv", _TenureRow))


@cache
def same_offices() -> tuple[SameOffice, ...]:
    """Words of offices with those that say the same.

    Raises: KnowledgeError naming file and line where the list breaks its form.
    """
    return tuple(row for _, row in entries(files("graph") / "same_offices.tsv", SameOffice))


def person_of(name: str) -> Person | None:
    """The person of a full name in any spelling, Persian or English; None for one who is not listed."""
    return _by_name().get(_key(name))


def offices_of(name: str, on: date | None = None) -> tuple[Tenure, ...]:
    """The offices of the person of a name, those held on a day where one is given; empty for an unlisted person."""
    person = person_of(name)
    held = _by_person().get(person.name, ()) if person else ()
    return tuple(tenure for tenure in held if on is None or tenure.covers(on))


def holders(office: str, country: str, on: date | None = None) -> tuple[Tenure, ...]:
    """Who held an office of a state or body, in order of time; on a day where one is given."""
    held = (tenure for tenure in tenures() if tenure.country == country and _key(tenure.office) == _key(office))
    return tuple(sorted((t for t in held if on is None or t.covers(on)), key=lambda tenure: tenure.since))


def known_as(role: str, country: str, when: date) -> str | None:
    """The name of who held an office, as it is printed, of a state or body on a day.

    None where nobody is listed, where more than one may have held it then (a month of change), and for an office that
    the words do not make one person's in office («سفیر پیشین», «یک معاون وزیر»); nor on a day that the list is too
    old to know.
    """
    if when > LISTED:
        return None
    held = _by_office().get((_plain(role, country), country), ())
    names = {tenure.person for tenure in held if tenure.covers(when)}
    dated = all(tenure.since for tenure in held if tenure.covers(when))
    return names.pop() if len(names) == 1 and dated else None


def _plain(office: str, country: str) -> str:
    """The skeleton of an office without its own state and the words that tell it from no other."""
    words = [key for key in map(_key, office.replace(ZWNJ, " ").split()) if key not in _IDLE]
    key = "".join(words)
    for name in _own_names(country):
        at = key.find(name, 1)
        if at > 0 and key[:at] not in _UNFINISHED:
            key = key[:at] + key[at + len(name) :]
    for form, means in _spelt_alike():
        key = key.replace(form, means)
    return key


@cache
def _spelt_alike() -> tuple[tuple[str, str], ...]:
    return tuple((_key(one.form), _key(one.means)) for one in same_offices() if one.kind == "spelling")


_IDLE = frozenset(map(skeleton_text, ("امور", "محترم", "کشورمان", "کنونی", "فعلی")))
_UNFINISHED = frozenset(map(skeleton_text, ("رئیس",)))  # «رئیس جمهوری اسلامی ایران» is «رئیس‌جمهور»


@cache
def _own_names(country: str) -> tuple[str, ...]:
    """Skeletons of what a state or body is called, and its demonyms, the longest first."""
    told = (one.surface for one in spellings() if one.code == country and one.kind in ("name", "demonym", "body"))
    return tuple(sorted({_key(name) for name in told if len(name) > 2}, key=lambda name: (-len(name), name)))


def _tenure(place: str, row: _TenureRow) -> Tenure:
    if row.name not in people():
        raise KnowledgeError(place, f"people.tsv does not know «{row.name}»", "add a line there, or mend the name")
    if row.country not in actors():
        raise KnowledgeError(place, f"no actor has the code {row.country!r}", "codes are listed in actors.tsv")
    return Tenure(*row)


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_APART)) if cell else ()


def _key(name: str) -> str:
    return skeleton_text(name).casefold()


@cache
def _by_name() -> Mapping[str, Person]:
    return {
        _key(name): person for person in people().values() for name in (person.name, person.english, *person.spellings)
    }


@cache
def _by_office() -> Mapping[tuple[str, str], tuple[Tenure, ...]]:
    held: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        held[_plain(tenure.office, tenure.country), tenure.country].append(tenure)
    return {office: tuple(theirs) for office, theirs in held.items()}


@cache
def _by_person() -> Mapping[str, tuple[Tenure, ...]]:
    held: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        held[tenure.person].append(tenure)
    return {person: tuple(theirs) for person, theirs in held.items()}
