"""What a person writes for a question, as the values that its queries get: ids for names, ISO days, skeletons."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from graph.errors import QuestionError
from graph.letters import skeleton_text
from graph.plover import event_types
from queries import names
from queries.days import Edge, day
from queries.engines import Value
from queries.questions import Input, Question

type Given = str | int | date | Iterable[str]
"""A parameter as it is given: names in any spelling, days in any calendar, one fact or several."""


class Known(Protocol):
    """What has to be looked up in the graph before a question can be asked."""

    def names(self, text: str | None) -> Iterable[names.Name]:
        """Names whose skeleton contains a skeleton; all for None."""
        ...

    def outlets(self) -> list[str]: ...

    def newest(self) -> date | None:
        """The day of the newest article."""
        ...


def bind(asked: Question, known: Known, parameters: Mapping[str, Given | None]) -> dict[str, Value]:
    """Every input of a question with the value that its queries get, None where it was not given.

    Raises: QuestionError for an unknown input or name, a missing or malformed value; AmbiguousNameError for a name
    that fits several actors.
    """
    given: dict[str, Given] = {}
    for name, told in parameters.items():
        wanted = asked.input(name).name
        if told is not None and told not in ("", (), []):
            given[wanted] = told
    if lack := lacking(asked, given):
        raise QuestionError(asked.name, lack, f"see `ravabet ask {asked.name} --help`")
    return {wanted.name: value(wanted, known, given.get(wanted.name)) for wanted in asked.inputs}


def lacking(asked: Question, given: Collection[str]) -> str | None:
    """What a question still needs, when these of its inputs are given; None when it can be asked."""
    ways = asked.needs or (tuple(wanted.name for wanted in asked.inputs if wanted.required),)
    if any(set(given).issuperset(way) for way in ways):
        return None
    return "needs " + ", or ".join(" and ".join(way) for way in ways)


def value(wanted: Input, known: Known, given: Given | None) -> Value:
    """One input with the value that queries get.

    Raises: as `bind` does.
    """
    reading = _Reading(wanted, known)
    if given is None:
        return None if wanted.default is None else reading.choice(wanted.default)
    if wanted.kind == "fact":
        return reading.fact(given)
    read: Value = getattr(reading, wanted.kind)(reading.text_of(given))
    return read


@dataclass(frozen=True, slots=True)
class _Reading:
    """How each kind of input is read; a method a kind."""

    wanted: Input
    known: Known

    def text_of(self, given: Given) -> str:
        written = str(given).strip()
        if any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in written):
            raise QuestionError(self.wanted.name, "is no text", "write it in UTF-8")
        return written

    def actor(self, written: str) -> Value:
        return names.actors(written, self.known.names)

    def country(self, written: str) -> Value:
        return names.country(written)

    def fact(self, given: Given) -> Value:
        told = [given] if isinstance(given, str | int | date) else list(given)
        return tuple(dict.fromkeys(word for one in told for word in self.text_of(str(one)).replace(",", " ").split()))

    def text(self, written: str) -> Value:
        return skeleton_text(written)

    def date(self, written: str) -> Value:
        edge: Edge = "last" if self.wanted.name == "until" else "first"
        return day(written, self.known.newest, edge).isoformat()

    def choice(self, written: str) -> Value:
        choices, sent = self.wanted.choices, self.wanted.sent
        if written not in choices:
            raise self._no(written, f"is none of {', '.join(choices)}")
        return sent[choices.index(written)] if sent else written

    def event(self, written: str) -> Value:
        known = (*event_types(), *self.wanted.extra)
        if written.upper() not in known:
            raise self._no(written, "is no event type", "it is one of " + ", ".join(known))
        return written.upper()

    def integer(self, written: str) -> Value:
        if not written.isdecimal():
            raise self._no(written, "is no number of rows", "write 0, 1, 2 …")
        return min(int(written), 2**53)

    def outlet(self, written: str) -> Value:
        known = self.known.outlets()
        fitting = [outlet for outlet in known if _key(outlet) == _key(written)]
        if written in known or len(fitting) == 1:
            return written if written in known else fitting[0]
        cure = "it is one of " + "، ".join(known[:20]) if known else "no article names its outlet"
        raise self._no(written, "is no outlet of the articles read", cure)

    def _no(self, written: str, problem: str, cure: str = "") -> QuestionError:
        return QuestionError(f"{self.wanted.name} «{written}»", problem, cure)


def _key(outlet: str) -> str:
    return skeleton_text(outlet).lower()
