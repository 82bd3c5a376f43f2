"""Names as analysts write them, found among the names that the graph knows: never guessed."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from graph.actors import code_of
from graph.errors import AmbiguousNameError, QuestionError
from graph.letters import fold, skeleton_text

_WITH_COUNTRY = re.compile(r"(?P<name>.*\S)\s*\((?P<country>[A-Z][A-Z0-9]+)\)\s*")
_AND = " و "
_SHOWN = 12  # candidates


class Name(NamedTuple):
    """One form of an actor's name; `name` is his usual one."""

    actor: str
    kind: str
    name: str
    country: str | None
    form: str


type Lookup = Callable[[str | None], Iterable[Name]]
"""The names whose skeleton contains a skeleton; all names for None."""


def country(name: str) -> str:
    """The code of a country or body, by any of its names.

    Raises: AmbiguousNameError where several go by it; QuestionError, with near names, where none does.
    """
    return code_of(name.strip())


def actors(name: str, lookup: Lookup) -> tuple[str, ...]:
    """The ids of the one person, organization or country that goes by a name: in full, else by a part of it.

    «رضایی (IR)» is Rezaei of Iran; an id stands for itself. One actor has several ids where articles give different
    names or countries.

    Raises: AmbiguousNameError where it fits several; QuestionError, with the nearest names, where it fits none.
    """
    try:
        return (country(name),)
    except AmbiguousNameError:
        raise
    except QuestionError as error:
        return _speakers(name.strip(), lookup, error)


def _speakers(name: str, lookup: Lookup, no_country: QuestionError) -> tuple[str, ...]:
    match = _WITH_COUNTRY.fullmatch(name)
    asked, of = (match["name"], match["country"]) if match else (name, None)
    found = [known for known in lookup(skeleton_text(asked)) if of in (None, known.country)]
    found = _exact(asked, found) or _by_part(asked, found)
    if not found:
        return _by_id(name, lookup, no_country)
    candidates = _candidates(found)
    if len(candidates) > 1:
        raise AmbiguousNameError(name, tuple(candidates[:_SHOWN]))
    return tuple(sorted({known.actor for known in found}))


def _exact(asked: str, known: Iterable[Name]) -> list[Name]:
    key = skeleton_text(asked)
    return [one for one in known if skeleton_text(one.form) == key]


def _by_part(asked: str, known: Iterable[Name]) -> list[Name]:
    return [one for one in known if _holds(one.form, asked)]


def _parts(form: str) -> Iterator[str]:
    """The skeletons of all runs of whole words in a name."""
    words = [skeleton_text(word) for word in fold(form).split()]
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            yield "".join(words[first:last])


def _candidates(found: Collection[Name]) -> list[str]:
    """The different actors among them, in words that name each of them alone.

    A shorter name within a longer one of the same country is the same actor; a joint speaker («الف و ب») is nobody
    else than those he joins, where one of them is there too.
    """
    alone = [known for known in found if not any(_joins(known, other) for other in found)]
    fullest = {(skeleton_text(known.name), known.country): known for known in alone}
    distinct = [known for known in fullest.values() if not any(_within(known, other) for other in fullest.values())]
    told = [f"{known.name} ({known.country})" if known.country else known.name for known in distinct]
    return sorted(set(told))


def _joins(joint: Name, known: Name) -> bool:
    """Whether a joint speaker is another one together with somebody else."""
    return _AND in fold(joint.name) and joint.name != known.name and _holds(joint.name, known.name)


def _holds(name: str, part: str) -> bool:
    return skeleton_text(part) in set(_parts(name))


def _within(known: Name, other: Name) -> bool:
    if known.country not in (None, other.country):
        return False
    same_name = skeleton_text(known.name) == skeleton_text(other.name)
    return known.country != other.country if same_name else _holds(other.name, known.name)


def _by_id(name: str, lookup: Lookup, no_country: QuestionError) -> tuple[str, ...]:
    known = list(lookup(None))
    if any(one.actor == name for one in known):
        return (name,)
    cure = _near(name, known) or no_country.cure
    raise QuestionError(f"«{name}»", "is nobody that the graph knows", cure)


def _near(name: str, known: Iterable[Name]) -> str:
    names = {skeleton_text(one.form): one.form for one in known}
    near = get_close_matches(skeleton_text(name), sorted(names), n=5)
    return "did you mean " + "، ".join(f"«{names[key]}»" for key in near) + "?" if near else ""
