"""What the network sees of a sentence, whatever the pair: its words, the kinds of its states, its acts and clauses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from graph.actors import SpellingKind
from graph.plover import event_types
from ingest.relating.clues import Stage
from ingest.relating.parties import MEANT

TYPES = tuple(sorted(event_types()))
"""The types in the order of the network's odds."""

LONGEST = 90  # words of a sentence that are looked at
_UNNAMED = ("person", *MEANT)
KINDS = (*get_args(SpellingKind.__value__), *_UNNAMED)
_FURTHER = 0.5  # how much a further type of an act's rule marks the act
UNKNOWN, NONE = 1, 0  # numbers of words that are in no vocabulary, and of affixes, rules and seats that are not there
_FIRST, _OTHERS = (1, 4), (3,)  # persons of verbs
_WISHED = ("subjunctive_perfective_present", "perfective_present")

type Floats = NDArray[np.float32]
type Numbers = NDArray[np.int32]


@dataclass(frozen=True)
class Vocabulary:
    """The numbers of words, of affixes, of rules, and of the seats that a state can have in its clause."""

    words: Mapping[str, int]
    affixes: Mapping[str, int]
    rules: Mapping[str, int]
    seats: Mapping[str, int]


@dataclass(frozen=True)
class View:
    """A sentence of n words as numbers: words, rules, seats (n), affixes (n, 4), marks (n, MARKS)."""

    words: Numbers
    affixes: Numbers
    rules: Numbers
    seats: Numbers
    marks: Floats


ACTS, VERBS = len(KINDS), len(KINDS) + len(TYPES)
"""Where the marks of acts and those of verbs begin."""
_OBJECT, _BEGINS = VERBS + 5, VERBS + 6
MARKS = VERBS + 7


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
    """A sentence as the network takes it."""
    found = printed(stage)
    numbers = np.array([vocabulary.words.get(word, UNKNOWN) for word in found], np.int32)
    parts = np.array([_parts(word, vocabulary) for word in found], np.int32).reshape(len(found), 4)
    rules, seats = np.zeros((2, len(found)), np.int32)
    for act in stage.scenery.acts:
        rules[act.first : act.last] = vocabulary.rules.get(act.predicate.id, NONE)
    for party, seat in stage.seats.bases.items():
        seats[party.first : party.last] = vocabulary.seats.get(seat, UNKNOWN)
    return View(numbers, parts, rules, seats, _marks(stage, len(found)))


def _parts(word: str, vocabulary: Vocabulary) -> list[int]:
    if word.startswith("<"):
        return [NONE] * 4
    return [vocabulary.affixes.get(affix, NONE) for affix in affixes(word)]


def _marks(stage: Stage, size: int) -> Floats:
    """By word: the kind of party, the types of an act, a finite verb, «را» behind a party, a clause's beginning."""
    scenery, marks = stage.scenery, np.zeros((size, MARKS), np.float32)
    for party in scenery.parties:
        marks[party.first : party.last, KINDS.index(party.kind)] = 1
    for act in scenery.acts:
        for rank, kind in enumerate(act.predicate.types):
            marks[act.first : act.last, ACTS + TYPES.index(kind)] = _FURTHER if rank else 1
    for verb in scenery.verbs:
        if verb < size:
            marks[verb, VERBS : VERBS + 5] = _of_verb(stage, verb)
    marks[[party.first for party in scenery.objects if party.first < size], _OBJECT] = 1
    clauses = np.array(stage.seats.clauses.of[:size])
    marks[1:, _BEGINS] = clauses[1:] != clauses[:-1]
    return marks


def _of_verb(stage: Stage, verb: int) -> tuple[bool, ...]:
    """That it is one, and whether it is denied, told by us, told of one other, wished."""
    form = stage.scenery.form(verb)
    return True, form.negative, form.person in _FIRST, form.person in _OTHERS, form.tense in _WISHED
