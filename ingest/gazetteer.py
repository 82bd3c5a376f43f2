"""Finds every form of a lexicon in a text at once, whatever its spelling, at its printed place.

Aho–Corasick over the skeleton: «رئیس‌جمهور», «رئيس جمهور» and «رئیسجمهور» are one string there. A hit must begin and
end where a printed word does, so that a name inside a longer word is none.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

import ahocorasick

from graph.letters import ZWNJ, skeleton_text
from ingest.skeleton import Skeleton

_PARTED = re.compile(rf"[\s{ZWNJ}]")
_SPACE = re.compile(r"[^\S\xa0]")  # a no-break space is what some newspapers print for a ZWNJ, or by accident
_MARKED, _MARKING = "\u064b", "\u065f"  # the first and the last of the vowel signs, which glue as letters do
_LINE_END = re.compile(r"[\n\r]")


class Hit[Entry](NamedTuple):
    """`entry` printed at `start` to `end`, half-open, code points."""

    start: int
    end: int
    entry: Entry


type _Surface[Entry] = tuple[int, re.Pattern[str], tuple[Entry, ...]]
"""How long a skeleton is, what must not stand within it as printed, and the entries that have it."""


class Gazetteer[Entry]:
    """Entries by their surfaces; two entries may share one surface, and then both are found.

    `tight`: a surface of one word is found only where it is printed as one («آن دو را» is no «آندورا»).
    """

    def __init__(self, entries: Iterable[Entry], surface: Callable[[Entry], str], *, tight: bool = False) -> None:
        by_key: dict[str, list[Entry]] = {}
        for entry in entries:
            by_key.setdefault(skeleton_text(surface(entry)), []).append(entry)
        self.surfaces: dict[str, _Surface[Entry]] = {}
        for key, same in by_key.items():
            one_word = tight and not any(_PARTED.search(surface(entry)) for entry in same)
            self.surfaces[key] = len(key), _SPACE if one_word else _LINE_END, tuple(same)

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        return _automaton(self.surfaces)

    def find(self, text: str, skeleton: Skeleton) -> list[Hit[Entry]]:
        """The hits that are whole printed words, longest only: none inside another; by place."""
        return _whole(text, skeleton, self._automaton.iter(skeleton.text))


class Pair[One, Other]:
    """Two gazetteers that share one pass over a text."""

    def __init__(self, one: Gazetteer[One], other: Gazetteer[Other]) -> None:
        keys = dict.fromkeys((*one.surfaces, *other.surfaces))
        self._automaton = _automaton({key: (one.surfaces.get(key), other.surfaces.get(key)) for key in keys})

    def find(self, text: str, skeleton: Skeleton) -> tuple[list[Hit[One]], list[Hit[Other]]]:
        """The hits of each, as it finds them alone."""
        ones: list[tuple[int, _Surface[One]]] = []
        others: list[tuple[int, _Surface[Other]]] = []
        for last, (one, other) in self._automaton.iter(skeleton.text):
            if one:
                ones.append((last, one))
            if other:
                others.append((last, other))
        return _whole(text, skeleton, ones), _whole(text, skeleton, others)


def _automaton(surfaces: Mapping[str, object]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for key, surface in surfaces.items():
        automaton.add_word(key, surface)
    automaton.make_automaton()
    return automaton


def _whole[Entry](text: str, skeleton: Skeleton, seen: Iterable[tuple[int, _Surface[Entry]]]) -> list[Hit[Entry]]:
    """Of surfaces seen in a skeleton, each with its last character, the outermost that are whole printed words."""
    at = skeleton.at.data
    found: list[tuple[int, int, tuple[Entry, ...]]] = []
    for last, (length, broken, entries) in seen:
        end = at[last] + 1
        after = text[end : end + 1]
        if after.isalnum() or _MARKED <= after <= _MARKING:
            continue
        start = at[last - length + 1]
        before = text[start - 1 : start]
        if before.isalpha() or (before.isdigit() and text[start].isdigit()) or _MARKED <= before <= _MARKING:
            continue
        if end - start > length and broken.search(text, start, end):
            continue
        found.append((start, -end, entries))
    found.sort(key=_place)
    return [Hit(start, end, entry) for start, end, entries in _outermost(found) for entry in entries]


def _place(found: tuple[int, int, object]) -> tuple[int, int]:
    return found[:2]


def _outermost[Entries](found: list[tuple[int, int, Entries]]) -> Iterable[tuple[int, int, Entries]]:
    """Of hits sorted by start, longest first, those that lie in no earlier one; ends come negated."""
    reach = 0
    for start, minus_end, entries in found:
        if -minus_end > reach:
            yield start, -minus_end, entries
            reach = -minus_end
