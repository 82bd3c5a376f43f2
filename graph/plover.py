"""PLOVER's event types: what one state can do to another, with quad class and score."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types without a direction: A–B and B–A are the same relation."""


class EventType(NamedTuple):
    """`quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.

    `score` runs from −10 (conflict) to 10 (cooperation); `modes` maps a mode to its own score, None where PLOVER
    has none.
    """

    name: str
    quad: int
    score: float
    modes: Mapping[str, float | None]


@cache
def event_types() -> Mapping[str, EventType]:
    """The event types by name."""
    told = json.loads(files("graph").joinpath("plover.json").read_text(encoding="utf-8"))["types"]
    return {name: EventType(name, entry["quad"], entry["score"], entry["modes"]) for name, entry in told.items()}


def quad(name: str) -> int:
    """The quad class of an event type, 1 to 4."""
    return event_types()[name].quad


def score(name: str, mode: str | None = None) -> float:
    """PLOVER's score of an event type, or of its mode where it has one of its own; −10 to 10."""
    kind = event_types()[name]
    of_mode = kind.modes.get(mode) if mode else None
    return kind.score if of_mode is None else of_mode
