"""Who held which office, and when: a dated list from the public record.

It lives in graph because reading (for whom does «لاوروف» speak?) and asking (who held this office?) both need it.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph.actors import actors
from graph.errors import KnowledgeError
from graph.letters import skeleton_text
from graph.lexicon import entries

_APART = "، "


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
def _by_person() -> Mapping[str, tuple[Tenure, ...]]:
    held: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        held[tenure.person].append(tenure)
    return {person: tuple(theirs) for person, theirs in held.items()}
