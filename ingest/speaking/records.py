"""Which offices the dated list of officials gives to a person of an article, told as the article's own offices are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from graph import officials
from graph.letters import skeleton_text
from ingest.speaking.cast import Entity
from ingest.speaking.posts import Office, offices_of
from ingest.speaking.spotting import read
from ingest.speaking.wording import lay_out


def offices(person: Entity) -> Sequence[Office]:
    """The offices of the listed bearer of a full name, or of the only ones of a surname who serve one state."""
    return _told(person.name, person.full if len(person.keys) == 1 else "") if person.kind == "person" else ()


@lru_cache(1 << 12)
def _told(name: str, surname: str) -> Sequence[Office]:
    listed = officials.person_of(name)
    return _held((listed.name,) if listed else _bearers().get(surname, ()))


@cache
def _held(names: Sequence[str]) -> Sequence[Office]:
    tenures = dict.fromkeys((one.office, one.country) for name in names for one in officials.offices_of(name))
    if len(names) > 1 and len({country for _, country in tenures}) > 1:
        return ()
    return tuple(office for told, country in tenures for office in _office(told, country))


@cache
def _bearers() -> Mapping[str, Sequence[str]]:
    """The listed persons by surname."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for person in officials.people().values():
        for name in (person.name, *person.spellings):
            found[skeleton_text(name.split(" ")[-1])][person.name] = None
    return {surname: tuple(names) for surname, names in found.items()}


@cache
def _office(told: str, country: str) -> Sequence[Office]:
    """An office of the list, by the words that tell it from others."""
    words = lay_out(told, (), [(0, len(told))])
    first = next(iter(read(words)), None)
    return [Office(held.span, held.head, held.fields, country) for held in offices_of(first, words)] if first else []
