"""Which quotation mark closes which: guillemets nest, straight marks take turns within a line, some never close."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.facts import Span

_MARKS = re.compile(r"[«»“”\"\n]")
_CLOSES = {"»": "«", "”": "“"}


@dataclass(frozen=True, slots=True)
class Quotes:
    """`closing` maps the offset of an opening mark to that of its closing one; `spans` are the outermost, by place."""

    closing: Mapping[int, int]
    spans: tuple[Span, ...]

    def around(self, place: int) -> Span | None:
        """The outermost quotation that a code point stands inside of."""
        at = bisect_right(self.spans, (place, 1 << 40)) - 1
        if at >= 0 and self.spans[at][0] < place <= self.spans[at][1]:
            return self.spans[at]
        return None


def quotes(text: str) -> Quotes:
    """The pairs of quotation marks of a text."""
    closing = dict(_pairs(text))
    spans = sorted(closing.items())
    outer: list[Span] = []
    for span in spans:
        if not outer or span[0] > outer[-1][1]:
            outer.append(span)
    return Quotes(closing, tuple(outer))


def _pairs(text: str) -> Iterator[Span]:
    open_marks: list[tuple[str, int]] = []
    straight: int | None = None
    for match in _MARKS.finditer(text):
        mark, place = match.group(), match.start()
        if mark == "\n":
            straight = None
        elif mark == '"':
            if straight is None:
                straight = place
            else:
                yield straight, place
                straight = None
        elif mark in _CLOSES:
            while open_marks:
                opened, start = open_marks.pop()
                if opened == _CLOSES[mark]:
                    yield start, place
                    break
        else:
            open_marks.append((mark, place))
