"""An article as words, each told apart by one character: what it is in the grammar of naming."""

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from graph.facts import Span
from graph.letters import TATWEEL, ZWNJ, skeleton_text
from ingest.speaking.names import COMMON, sort_of
from ingest.speaking.offices import FORENAME, MEDIUM, Head, heads, particles, trait
from ingest.states import StateMention

_SPACE, _LETTER, _DIGIT, _MARK, _JOINER, _LATIN = range(6)  # what a character is to its neighbours
_JOINERS = frozenset((ZWNJ, TATWEEL, "\u0670", *map(chr, range(0x64B, 0x660))))
STROKE = "\u02c8"  # an agency's quotation mark; by its name a letter
_MOST_WORDS = 1 << 13  # that are kept in mind, and as many of before
_GAP = 3  # the most characters of white space within a fixed expression
_MARKS = {
    **dict.fromkeys(f"«»\"“”„'‘’{STROKE}", '"'),
    **dict.fromkeys("،,", ","),
    **dict.fromkeys("-–—", "-"),
    **{mark: mark for mark in "():"},
}
_GOD = skeleton_text("الله")  # «ذبیح الله», printed apart
_MONTH = skeleton_text("ماه")
_DOERS, _SOURCES = skeleton_text("کنندگان"), "V"
_PERHAPS, _SURNAMES = frozenset("xN"), (["N"], ["K"])
_PART, _NAMES = "b", frozenset("NFKL")
_STATE_SORTS = {"demonym": "A", "people": "o", "seat": "o", "body": "o"}


@dataclass(frozen=True, slots=True)
class Wording:
    """Words, fixed expressions and marks side by side: where each starts and ends, its skeleton, its sort (one
    character, ingest.speaking.phrases tells which), and the state or body that it names."""

    starts: list[int]
    ends: list[int]
    keys: list[str]
    sorts: str
    codes: list[str | None]

    def __len__(self) -> int:
        return len(self.starts)

    def slice(self, first: int, last: int) -> "Wording":
        """The words from one index to another, half-open."""
        return Wording(
            self.starts[first:last],
            self.ends[first:last],
            self.keys[first:last],
            self.sorts[first:last],
            self.codes[first:last],
        )

    def between(self, start: int, end: int) -> "Wording":
        """The words that lie between two code points."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if last > first and self.ends[last - 1] > end:
            last -= 1
        return self.slice(first, last)

    def resorted(self, keys: frozenset[str], among: str, sort: str) -> "Wording":
        """The same with another sort for the words of some skeletons."""
        if keys.isdisjoint(self.keys):
            return self
        sorts = "".join(
            sort if old in among and key in keys else old for old, key in zip(self.sorts, self.keys, strict=True)
        )
        return self if sorts == self.sorts else Wording(self.starts, self.ends, self.keys, sorts, self.codes)

    def span(self, first: int, last: int) -> Span:
        """The code points of the words from one index to another."""
        return self.starts[first], self.ends[last - 1]

    def code(self, first: int, last: int) -> str | None:
        """The first state or body that these words name."""
        return next((code for code in self.codes[first:last] if code), None)

    def index(self, place: int) -> int:
        """The index of the word that starts at a code point, or of the next one."""
        return bisect_left(self.starts, place)


def lay_out(folded: str, states: Sequence[StateMention], spans: Sequence[Span]) -> Wording:
    """The words within some spans of an article; `states` are those that it names, both in order."""
    starts, ends = _cut(folded, spans)
    if not starts:
        return Wording([], [], [], "", [])
    told = [_WORDS[folded[start:end]] for start, end in zip(starts, ends, strict=True)]
    keys, sorts, codes, going_on = map(list, zip(*told, strict=True))
    for state in states:
        at = bisect_left(starts, state.start)
        if at < len(starts) and starts[at] < state.end and sorts[at]:  # «ریاست‌جمهوری عراق» too
            last = bisect_left(starts, state.end)
            _merge(at, last, ends, keys, sorts)
            sorts[at], codes[at] = _STATE_SORTS.get(state.kind, "C"), state.code
    named = {state.start: state.end for state in states}
    for at in compress(range(len(keys) - 1), going_on):
        if keys[at + 1][:1] not in going_on[at]:
            continue
        if sorts[at] and (found := _longest(starts, ends, keys, sorts, at)):
            head, used = found
            if starts[at] in named and (head.sort != MEDIUM or ends[at + used - 1] <= named[starts[at]]):
                continue  # but «بغداد الیوم»
            against = any("علیه" in key for key in keys[at : at + used])
            inner = None if against else next(filter(None, codes[at : at + used]), None)
            _merge(at, at + used, ends, keys, sorts)
            sorts[at], codes[at] = head.sort, head.code or inner
    _join_servants(ends, keys, sorts)
    _join_doers(ends, keys, sorts)
    _tell_months(keys, sorts)
    _tell_forenames(keys, sorts)
    return Wording(
        list(compress(starts, sorts)),
        list(compress(ends, sorts)),
        list(compress(keys, sorts)),
        "".join(sorts),
        list(compress(codes, sorts)),
    )


def _cut(folded: str, spans: Sequence[Span]) -> tuple[list[int], list[int]]:
    """Where words, numbers and single marks within some spans start and end."""
    if not spans:
        return [], []
    pieces = _merged(spans)
    text = "\n".join(["", *[folded[start:end] for start, end in pieces], ""])
    around = _around(text)
    before, kinds, after = around[:-2], around[1:-1], around[2:]
    full, alone = kinds != _SPACE, kinds == _MARK
    starts = (((kinds != before) | alone) & full).nonzero()[0]
    ends = (((kinds != after) | alone) & full).nonzero()[0] + 1
    if len(pieces) > 1:
        lengths = np.array([end - start + 1 for start, end in pieces])
        printed = np.cumsum(lengths) - lengths  # where each piece begins in the text
        moved = np.array([start for start, _ in pieces]) - printed
        moves = moved[np.searchsorted(printed, starts, side="right") - 1]
    else:
        moves = pieces[0][0]
    return (starts + moves).tolist(), (ends + moves).tolist()


def _around(text: str) -> NDArray[np.uint8]:
    """The kind of each character, joiners told apart by what they join."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds().take(points, mode="clip")
    for at in (kinds == _JOINER).nonzero()[0].tolist():
        kinds[at] = _LETTER if kinds[at - 1] == _LETTER else _SPACE
    return kinds


def _merged(spans: Sequence[Span]) -> list[Span]:
    """The same spans, in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


@cache
def _kinds() -> NDArray[np.uint8]:
    """The kind of each character of the basic plane; what lies beyond is a mark."""
    return np.array([_kind(chr(code)) for code in range(0xFFFF)] + [_MARK], dtype=np.uint8)


def _kind(character: str) -> int:
    if character in _JOINERS:
        return _JOINER
    if character.isalpha() and character != STROKE:
        return _LATIN if character < "\u0370" else _LETTER
    if character.isdigit():
        return _DIGIT
    return _SPACE if character.isspace() or not skeleton_text(character) else _MARK


def _merge(first: int, last: int, ends: list[int], keys: list[str], sorts: list[str]) -> None:
    """Makes one word of several; the others lose their sort."""
    if last - first > 1:
        ends[first] = ends[last - 1]
        keys[first] = "".join(keys[first:last])
        sorts[first + 1 : last] = [""] * (last - first - 1)


def _join_servants(ends: list[int], keys: list[str], sorts: list[str]) -> None:
    """Makes given names of «ذبیح الله» and the like."""
    if _GOD in keys:
        for at in range(1, len(keys)):
            if keys[at] == _GOD and sorts[at - 1] in {"x", "N", "F"}:
                _merge(at - 1, at + 1, ends, keys, sorts)
                sorts[at - 1] = FORENAME


def _join_doers(ends: list[int], keys: list[str], sorts: list[str]) -> None:
    """Makes people of «تجمع کنندگان» and the like."""
    if _DOERS in keys:
        for at in range(1, len(keys)):
            if keys[at] == _DOERS and sorts[at - 1] == "x":
                _merge(at - 1, at + 1, ends, keys, sorts)
                sorts[at - 1] = _SOURCES


def _tell_months(keys: Sequence[str], sorts: list[str]) -> None:
    """Makes common words of «۱۵ رجب», «بهمن ماه», which are given names elsewhere."""
    if trait("month").isdisjoint(keys):
        return
    for at in range(len(keys)):
        if keys[at] in trait("month") and ("0" in sorts[at - 1 : at] or _MONTH in keys[max(0, at - 1) : at + 2]):
            sorts[at] = "x"


def _tell_forenames(keys: Sequence[str], sorts: list[str]) -> None:
    """Makes given names of common words that a word of no dictionary follows («میلاد نیک‌پندار»), and common words of
    parts of names that none does («دل ما»)."""
    maybe, weak = trait("maybe-forename"), trait("weak-name")
    if maybe.isdisjoint(keys) and weak.isdisjoint(keys):
        return
    for at, key in enumerate(keys):
        if key in maybe and sorts[at] in _PERHAPS and sorts[at + 1 : at + 2] in _SURNAMES:
            sorts[at] = FORENAME
        elif key in weak and sorts[at] == _PART and "".join(sorts[at + 1 : at + 2]) not in _NAMES:
            sorts[at] = COMMON


type _Told = tuple[str, str, str | None, Set[str]]
"""The skeleton of a folded word, its sort, its state, and the letters that go on in expressions that begin with it."""


class _Words(dict[str, _Told]):
    """What is told of every word that has been read; `older` are those of a while ago, from which some return."""

    older: dict[str, _Told]

    def __missing__(self, word: str) -> _Told:
        if len(self) >= _MOST_WORDS:
            self.older = dict(self)
            self.clear()
        told = self[word] = self.older.get(word) or _told(word)
        return told


_WORDS = _Words()
_WORDS.older = {}
_NO_LETTERS: frozenset[str] = frozenset()


def _told(word: str) -> _Told:
    key = skeleton_text(word)
    if not key:
        return key, ".", None, _NO_LETTERS
    if not key[0].isalnum() or key in _MARKS:
        return key, _MARKS.get(key[0], "."), None, _NO_LETTERS
    head = heads().entries.get(key)
    sort = head.sort if head else particles().get(key) or sort_of(word, key)
    if sort in "xN" and key.endswith(_DOERS) and len(key) > len(_DOERS):
        sort = _SOURCES
    return key, sort, head and head.code, heads().beginnings.get(key, _NO_LETTERS)


def _longest(
    starts: Sequence[int], ends: Sequence[int], keys: Sequence[str], sorts: Sequence[str], at: int
) -> tuple[Head, int] | None:
    """What the longest head is that begins at a word, and how many words it takes."""
    table, beginnings, longest = heads()
    best, key, following = None, keys[at], beginnings.get(keys[at])
    for count, other in enumerate(range(at + 1, min(at + 5, len(keys))), 2):
        if not sorts[other]:
            continue
        more = keys[other]
        if not more or (following and more[0] not in following) or starts[other] - ends[other - 1] > _GAP:
            break
        key += more
        if len(key) > longest:
            break
        following = beginnings.get(key)
        if key in table:
            best = table[key], count
    return best
