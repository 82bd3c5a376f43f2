"""The sentences that facts stand in, cut out of an article, with the facts' words marked."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from graph.facts import Span
from graph.letters import BIDI_MARKS

type Mark = Literal["gold", "predicted", "cue", "speaker"]

_CLEAN = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ") | dict.fromkeys(map(ord, BIDI_MARKS))
_CLOSER = re.compile(r"[.!؟?]+[»\"”]?(?=\s)|\n")
_REACH = 160  # characters of its sentence that stand before and after what is marked, at most
_LONG = 360  # a stretch under the same marks that is longer loses its middle
_LEFT_OUT = " […] "


class Piece(NamedTuple):
    """A stretch of text under the same marks, without characters that steer what shows it."""

    text: str
    marks: frozenset[Mark]


def excerpt(text: str, marked: Iterable[tuple[Mark, Span]]) -> tuple[Piece, ...]:
    """The sentences around the marked spans, in pieces; nothing where nothing is marked."""
    spans = [(mark, span) for mark, span in marked if span[0] < span[1]]
    if not spans:
        return ()
    start, whole = _opening(text, min(start for _, (start, _) in spans))
    end = _closing(text, max(end for _, (_, end) in spans))
    before = () if whole else (Piece("… ", frozenset()),)
    return (*before, *_pieces(text, spans, start, end))


def _pieces(text: str, spans: list[tuple[Mark, Span]], start: int, end: int) -> Iterator[Piece]:
    edges = sorted({start, end, *(edge for _, span in spans for edge in span)})
    for a, b in pairwise(edges):
        marks = frozenset(mark for mark, (first, last) in spans if first <= a and b <= last)
        yield Piece(_shortened(text[a:b]).translate(_CLEAN), marks)


def _opening(text: str, place: int) -> tuple[int, bool]:
    """Where the sentence of a place begins, as far back as an excerpt reaches, and whether it does begin there."""
    least = max(0, place - _REACH)
    closers = [closer.end() for closer in _CLOSER.finditer(text, least, place)]
    start = closers[-1] if closers else least
    return start + len(text[start:place]) - len(text[start:place].lstrip()), bool(closers) or not least


def _closing(text: str, place: int) -> int:
    """Where the sentence that ends at or after a place does, as far on as an excerpt reaches."""
    most = min(len(text), place + _REACH)
    closer = _CLOSER.search(text, place, most)
    return closer.end() if closer else most


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG // 2] + _LEFT_OUT + text[-_LONG // 2 :]
