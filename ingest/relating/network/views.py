"""What the network sees of a sentence: words and their marks, and for a pair of states which words stand for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from graph.actors import SpellingKind
from graph.plover import event_types
from ingest.relating.clues import BODIES, Stage
from ingest.relating.parties import MEANT

TYPES = tuple(sorted(event_types()))
"""The types in the order of the network's odds."""

LONGEST = 90  # words of a sentence that are looked at
_UNNAMED = ("person", *MEANT)
KINDS = (*get_args(SpellingKind.__value__), *_UNNAMED)
_NEAR = 10.0  # words to a state that count as one unit of distance
_FARTHEST = 1.5  # units
_NOWHERE = 2.0  # units to a state that the sentence does not name
_FURTHER = 0.5  # how much a further type of an act's rule marks the act
UNKNOWN, NONE = 1, 0  # numbers of words that are in no vocabulary, and of affixes and rules that are not there

type Floats = NDArray[np.float32]
type Numbers = NDArray[np.int32]


@dataclass(frozen=True)
class Vocabulary:
    """The numbers of words, of affixes and of rules."""

    words: Mapping[str, int]
    affixes: Mapping[str, int]
    rules: Mapping[str, int]


@dataclass(frozen=True)
class View:
    """A sentence of n words as numbers: words (n), affixes (n, 4), rules (n), marks (n, MARKS)."""

    words: Numbers
    affixes: Numbers
    rules: Numbers
    marks: Floats


MARKS = len(KINDS) + len(TYPES) + 2
PAIR_MARKS = 8
FACTS = 14


def affixes(word: str) -> tuple[str, str, str, str]:
    """The beginnings and ends of a word that the network knows it by."""
    return f"<{word[:3]}", f"<{word[:4]}", f"{word[-3:]}>", f"{word[-2:]}>"


def printed(stage: Stage) -> list[str]:
    """The words of a sentence; the kind of its mention in the place of a state's name."""
    found = list(stage.scenery.keys[:LONGEST])
    for party in stage.scenery.parties:
        if party.kind not in _UNNAMED:
            for index in range(party.first, min(party.last, len(found))):
                found[index] = f"<{party.kind}>"
    return found


def view(stage: Stage, vocabulary: Vocabulary) -> View:
    """A sentence, whatever the pair."""
    found = printed(stage)
    numbers = np.array([vocabulary.words.get(word, UNKNOWN) for word in found], np.int32)
    parts = np.array([_parts(word, vocabulary) for word in found], np.int32).reshape(len(found), 4)
    rules = np.zeros(len(found), np.int32)
    for act in stage.scenery.acts:
        rules[act.first : act.last] = vocabulary.rules.get(act.predicate.id, NONE)
    return View(numbers, parts, rules, _marks(stage, len(found)))


def _parts(word: str, vocabulary: Vocabulary) -> list[int]:
    if word.startswith("<"):
        return [NONE] * 4
    return [vocabulary.affixes.get(affix, NONE) for affix in affixes(word)]


def _marks(stage: Stage, size: int) -> Floats:
    """By word: the kind of party, the types of an act, a finite verb, «را» behind a party."""
    scenery, marks = stage.scenery, np.zeros((size, MARKS), np.float32)
    for party in scenery.parties:
        marks[party.first : party.last, KINDS.index(party.kind)] = 1
    for act in scenery.acts:
        for rank, kind in enumerate(act.predicate.types):
            marks[act.first : act.last, len(KINDS) + TYPES.index(kind)] = _FURTHER if rank else 1
    marks[[verb for verb in scenery.verbs if verb < size], -2] = 1
    marks[[party.first for party in scenery.objects if party.first < size], -1] = 1
    return marks


def pair_marks(stage: Stage, pair: tuple[str, str]) -> Floats:
    """By word (n, PAIR_MARKS): whether it stands for a, b, another; is said by a, b, another; how far a and b are."""
    size = min(len(stage.scenery.keys), LONGEST)
    marks = np.zeros((size, PAIR_MARKS), np.float32)
    for party in stage.scenery.parties:
        marks[party.first : party.last, pair.index(party.code) if party.code in pair else 2] = 1
    starts = np.array(stage.scenery.starts[:size])
    for told in stage.said:
        voices = stage.company.voices(told)
        whose = next((side for side in (0, 1) if pair[side] in voices), 2)
        for start, end in told.content:
            marks[(start <= starts) & (starts < end), 3 + whose] = 1
    for side in (0, 1):
        marks[:, 6 + side] = _distance(marks[:, side])
    return marks


def _distance(there: Floats) -> Floats:
    places = np.flatnonzero(there)
    if not len(places):
        return np.full(len(there), _NOWHERE, np.float32)
    gaps = np.abs(np.arange(len(there))[:, None] - places[None]).min(1)
    return np.clip(gaps / _NEAR, 0, _FARTHEST).astype(np.float32)


def facts(stage: Stage, pair: tuple[str, str]) -> Floats:
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
