"""A stretch of text as words, each told apart by one character: what it is in the grammar of naming."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from graph.letters import ZWNJ, skeleton_text
from ingest.names import sort_of
from ingest.offices import Head, heads, longest_head, particles
from ingest.states import StateMention

_WORD = re.compile(
    rf"[^\W\d_]+(?:[{ZWNJ}\u064b-\u065f\u0670\u0640]+[^\W\d_]+)*[{ZWNJ}\u064b-\u065f]*|\d+|[^\w\s{ZWNJ}]|_"
)
_MARKS = {
    **dict.fromkeys("«»\"“”„'‘’", '"'),
    **dict.fromkeys("،,", ","),
    **dict.fromkeys("-–—", "-"),
    **{mark: mark for mark in "():"},
}


class Word(NamedTuple):
    """A word, a fixed expression or a mark; `sort` is one character (ingest.phrases), `code` a state's or body's."""

    start: int
    end: int
    key: str
    sort: str
    code: str | None = None


def lay_out(folded: str, start: int, end: int, states: Sequence[StateMention]) -> list[Word]:
    """The words of a stretch of folded text; `states` are the article's, in order."""
    raw = [Word(m.start(), m.end(), skeleton_text(m.group()), "") for m in _WORD.finditer(folded, start, end)]
    at = bisect_left(states, (start,))
    found: list[Word] = []
    i = 0
    while i < len(raw):
        word = raw[i]
        while at < len(states) and states[at].start < word.start:
            at += 1
        if at < len(states) and states[at].start < word.end:
            used = _state_words(raw, i, states[at].end)
            found.append(_state(raw, i, used, states[at]))
        else:
            head, used = _head(raw, i)
            sort = head.sort if head else _sort(folded[word.start : word.end], word.key)
            found.append(Word(word.start, raw[i + used - 1].end, _key(raw, i, used), sort, head and head.code))
        i += used
    return found


def _key(raw: Sequence[Word], at: int, used: int) -> str:
    return raw[at].key if used == 1 else "".join(word.key for word in raw[at : at + used])


def _state_words(raw: Sequence[Word], at: int, end: int) -> int:
    stop = at + 1
    while stop < len(raw) and raw[stop].start < end:
        stop += 1
    return stop - at


def _state(raw: Sequence[Word], at: int, used: int, state: StateMention) -> Word:
    sort = {"demonym": "A", "people": "o", "seat": "o", "body": "o"}.get(state.kind, "C")
    return Word(raw[at].start, raw[at + used - 1].end, _key(raw, at, used), sort, state.code)


def _head(raw: Sequence[Word], at: int) -> tuple[Head | None, int]:
    """What the longest head is that begins at a word, and how many words it takes."""
    table, longest = heads(), longest_head()
    key = ""
    best: Head | None = None
    used = 1
    for count, word in enumerate(raw[at : at + 5], 1):
        key += word.key
        if not word.key or len(key) > longest:
            break
        if key in table:
            best, used = table[key], count
    return best, used


def _sort(word: str, key: str) -> str:
    if not key:
        return "."
    if key[0].isalnum():
        return particles().get(key) or sort_of(word, key)
    return _MARKS.get(key[0], ".")
