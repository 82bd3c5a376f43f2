"""The skeleton of a text with its way back, a hundred million characters a second.

A skeleton is the text in one spelling (`graph.letters.skeleton_text`); `at` tells for each of its characters where it
was printed, so that what is found in the skeleton is shown in the article's own words.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from graph.facts import Span
from graph.letters import folding

_DROPPED = 0


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """``text[i]`` was printed at code point ``at[i]``."""

    text: str
    at: NDArray[np.int64]

    def span(self, start: int, end: int) -> Span:
        """The printed span, half-open, of the skeleton's characters `start` to `end` (not empty)."""
        return int(self.at[start]), int(self.at[end - 1]) + 1


def skeleton(text: str) -> Skeleton:
    """The skeleton of a text: ``skeleton(text).text == skeleton_text(text)``."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded = _table()[points]
    at = np.flatnonzero(folded != _DROPPED)
    return Skeleton(folded[at].tobytes().decode("utf-32-le", "surrogatepass"), at)


@cache
def _table() -> NDArray[np.uint32]:
    table = np.arange(0x110000, dtype=np.uint32)
    for character, letter in folding().items():
        table[ord(character)] = ord(letter) if letter else _DROPPED
    return table
