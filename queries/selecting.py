"""What a network is narrowed to, as a person writes it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from msgspec import structs

from graph.archive import Archive
from graph.sinks.selection import Selection
from queries.ask import Index
from queries.engines import ArchiveEngine, Value
from queries.parameters import value
from queries.questions import Input, inputs

_ONCE = ("since", "until", "outlet")


@cache
def narrowing() -> tuple[Input, ...]:
    """The inputs that narrow a network; those that are `shared` are given once, the others as often as one likes."""
    folder = files("queries")
    every = inputs(folder / "catalogue" / "every.toml")
    once = (structs.replace(given, shared=True) for given in every if given.name in _ONCE)
    return (*inputs(folder / "selection.toml"), *once)


def selection(archive: Archive, given: Mapping[str, Iterable[str]]) -> Selection:
    """The selection that is meant, by the names of its inputs; none of them shows everything.

    Raises: QuestionError for what means nothing, AmbiguousNameError for a name that fits several actors.
    """
    known = Index(ArchiveEngine(archive))
    read = {
        wanted.name: [value(wanted, known, one) for one in given.get(wanted.name, ()) if one] for wanted in narrowing()
    }
    since, until, outlet = (next(iter(read[name]), None) for name in _ONCE)
    return Selection(
        since=_day(since),
        until=_day(until),
        actors=frozenset(id for ids in read["actor"] if isinstance(ids, tuple) for id in ids),
        types=frozenset(map(str, read["type"])),
        quads=frozenset(quad for quad in read["quad"] if isinstance(quad, int)),
        outlet=None if outlet is None else str(outlet),
    )


def _day(iso: Value) -> date | None:
    return None if iso is None else date.fromisoformat(str(iso))
