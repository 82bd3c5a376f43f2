"""Names that stand for a state without being its own: people, cities and sites, organs that it alone has."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph import officials
from graph.actors import HOME
from graph.lexicon import entries
from ingest.gazetteer import Gazetteer, Hit
from ingest.reading import Reading
from ingest.speaking.offices import Figure
from ingest.states import StateMention

_OWNED = ("این", "آن", "ان", "کشورش")
_LEAST = 3  # letters of a surname that stands by itself
_NUMBER = ("دوم", "سوم", "ششم", "دهم")
_SPACES = " \u200c\xa0"


class StandIn(NamedTuple):
    """A form that stands for the state `code`, or HOME; `kind` as those of a state's mention, or person."""

    form: str
    code: str
    kind: str


def find(reading: Reading, named: Sequence[StateMention], home: str) -> list[Hit[StandIn]]:
    """All that stands for a state in an article; an organ whose owner follows stands for none («دولت عراق»)."""
    starts = {state.start for state in named}
    day = reading.article.published.day if reading.article.published else None
    hits = _gazetteer().find(reading.text, reading.skeleton)
    found = [Hit(hit.start, hit.end, told) for hit in hits if (told := _meant(hit.entry, home, day))]
    return [hit for hit in found if hit.entry.kind != "people" or not _is_owned(reading, hit.end, starts)]


def surname(told: StandIn) -> str | None:
    """The last of the words of a person's name; none of a title or a king's number («رهبر انقلاب», «عبدالله دوم»)."""
    rest, _, last = told.form.rpartition(" ")
    is_name = rest and told.kind == "person" and told.form not in _titles()
    return last if is_name and len(last) >= _LEAST and not last.endswith(_NUMBER) else None


def _meant(told: StandIn, home: str, day: date | None) -> StandIn | None:
    if told.code == HOME:
        return told._replace(code=home)
    if told.code:
        return told
    code = _code_on(told.form, day)
    return told._replace(code=code) if code else None


def _is_owned(reading: Reading, end: int, starts: set[int]) -> bool:
    text = reading.folded
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return end in starts or text[end:].split(maxsplit=1)[:1] in ([word] for word in _OWNED)


def _code_on(form: str, day: date | None) -> str | None:
    """Whom somebody who served several served on a day; the last one where no day is given or covered."""
    held = officials.offices_of(form)
    covering = [tenure for tenure in held if day and tenure.covers(day)]
    return max(((tenure.since, tenure.country) for tenure in covering or held), default=("", None))[1]


@cache
def _gazetteer() -> Gazetteer[StandIn]:
    return Gazetteer(list(_forms().values()), _form)


def _form(told: StandIn) -> str:
    return told.form


def _forms() -> Mapping[str, StandIn]:
    """By form: the lexicon's before those of officials."""
    told = [StandIn(form, code, "person") for form, code in _served()]
    figures = (row for _, row in entries(files("ingest") / "lexicon/figures.tsv", Figure))
    told += [StandIn(row.form, row.code, "person") for row in figures if row.code]
    told += stand_ins()
    return {one.form: one for one in told}


@cache
def stand_ins() -> tuple[StandIn, ...]:
    """The cities, sites and organs of ingest/lexicon."""
    return tuple(row for _, row in entries(files("ingest") / "lexicon/stand_ins.tsv", StandIn))


@cache
def _titles() -> frozenset[str]:
    return frozenset(one.form for one in stand_ins())


def _served() -> Iterator[tuple[str, str]]:
    """Whole names of officials, in any spelling, with whom they served; "" for those who served several."""
    served: dict[str, set[str]] = {}
    for tenure in officials.tenures():
        served.setdefault(tenure.person, set()).add(tenure.country)
    for name, codes in served.items():
        for form in (name, *officials.people()[name].spellings):
            if " " in form:
                yield form, min(codes) if len(codes) == 1 else ""
