"""What the lists of states and of cues have of a text, found in one pass over it."""

from functools import cache
from typing import NamedTuple

from graph import actors
from graph.actors import Lookalike, Spelling
from ingest.attributing import cues
from ingest.attributing.cues import Form
from ingest.gazetteer import Gazetteer, Hit, Pair
from ingest.skeleton import Skeleton


class Listed(NamedTuple):
    """The hits of each list, by place."""

    states: list[Hit[Spelling | Lookalike]]
    cues: list[Hit[Form]]


def listed(text: str, skeleton: Skeleton) -> Listed:
    """The spellings of states (and their look-alikes) and the forms of cues that a text may have."""
    return Listed(*_lists().find(text, skeleton))


@cache
def _lists() -> Pair[Spelling | Lookalike, Form]:
    return Pair(Gazetteer([*actors.spellings(), *actors.lookalikes()], _surface, tight=True), cues.gazetteer())


def _surface(entry: Spelling | Lookalike) -> str:
    return entry.surface
