"""What the network sees of a pair of states in a sentence: which words stand for whom, how each stands to the acts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.relating import frames
from ingest.relating.candidates import Cast, Pair
from ingest.relating.clues import BODIES, Stage
from ingest.relating.network.views import LONGEST, Floats
from ingest.relating.parties import Party

_NEAR = 10.0  # words to a state that count as one unit of distance
_FARTHEST = 1.5  # units
_NOWHERE = 2.0  # units to a state that the sentence does not name
_SAID, _FAR, _CLAUSE, _HOST, _SUBJECT, _FIT = 3, 6, 8, 10, 12, 14
PAIR_MARKS = _FIT + frames.WHOLE + 1
FACTS = 14


@dataclass(frozen=True)
class Seen:
    """A sentence with its acts."""

    stage: Stage
    casts: Sequence[Cast]


def pair_marks(seen: Seen, pair: Pair) -> Floats:
    """By word (n, PAIR_MARKS), for a and for b each but in the first two:

    whether it stands for a, b, another; is said by a, b, another; how far they are; whether it is in a clause of
    theirs; an act that holds them («حملهٔ X»); in a clause whose subject they are; an act that fits the pair how well.
    """
    stage = seen.stage
    size = min(len(stage.scenery.keys), LONGEST)
    marks = np.zeros((size, PAIR_MARKS), np.float32)
    for party in stage.scenery.parties:
        marks[party.first : party.last, pair.index(party.code) if party.code in pair else 2] = 1
    _mark_words(stage, pair, marks)
    clauses = np.array(stage.seats.clauses.of[:size])
    for side, code in enumerate(pair):
        marks[:, _FAR + side] = _distance(marks[:, side])
        _mark_side(stage, [party for party in stage.parties.get(code, ()) if party.first < size], clauses, side, marks)
    for cast in seen.casts:
        marks[cast.act.first : cast.act.last, _FIT + cast.fits[pair]] = 1
    return marks


def _mark_words(stage: Stage, pair: Pair, marks: Floats) -> None:
    """Whose words are told where."""
    starts = np.array(stage.scenery.starts[: len(marks)])
    for told in stage.said:
        voices = stage.company.voices(told)
        whose = next((side for side in (0, 1) if pair[side] in voices), 2)
        for start, end in told.content:
            marks[(start <= starts) & (starts < end), _SAID + whose] = 1


def _mark_side(stage: Stage, there: Iterable[Party], clauses: np.ndarray, side: int, marks: Floats) -> None:
    """What a state's mentions, as far as they are looked at, tell of the words around them."""
    seats, leaders = stage.seats, stage.scenery.leaders
    for party in there:
        own = clauses == clauses[party.first]
        marks[own, _CLAUSE + side] = 1
        if seats.subjects.get(int(clauses[party.first])) in (party, leaders.get(party, party)):
            marks[own, _SUBJECT + side] = 1
        if party in seats.hosts:
            act = seats.hosts[party][0]
            marks[act.first : act.last, _HOST + side] = 1


def _distance(there: Floats) -> Floats:
    places = np.flatnonzero(there)
    if not len(places):
        return np.full(len(there), _NOWHERE, np.float32)
    gaps = np.abs(np.arange(len(there))[:, None] - places[None]).min(1)
    return np.clip(gaps / _NEAR, 0, _FARTHEST).astype(np.float32)


def facts(stage: Stage, pair: Pair) -> Floats:
    """What holds of a pair in the sentence (FACTS): each one speaks, is the outlet's own, leads, is unnamed …"""
    each = [_of(stage, code) for code in pair]
    both = [one for told in zip(*each, strict=True) for one in told]
    states = len(stage.codes)
    return np.array([*both, states > 2, states > 4], np.float32)


def _of(stage: Stage, code: str) -> Sequence[bool]:
    times = len(stage.parties.get(code, ()))
    return (
        code in stage.voices,
        code == stage.company.home,
        code == stage.scenery.subject,
        times == 0,
        times > 1,
        code in BODIES,
    )
