"""What a word shows by itself, as numbers: itself where it is frequent, its letters, what hazm's list calls it."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from ingest import words

_RARE = 1 << 33


class Traits(NamedTuple):
    """Numbers that stand for a word: itself, its last letter, last two, last three and first two, hazm's tags, the kind
    of its letters, and the fine and the coarse class of words that stand among the same neighbours."""

    word: int
    last: int
    last2: int
    last3: int
    first2: int
    listed: int
    kind: int
    fine: int
    coarse: int

    def unknown(self) -> "Traits":
        """The same for a word that is told by its class only."""
        return self._replace(word=self.fine | _RARE)


NOTHING = Traits(*[1] * 9)
ROOT = Traits(*[2] * 9)


class Vocabulary:
    """The traits of words, of which only the frequent ones are told by themselves."""

    def __init__(self, frequent: Collection[str], classes: Sequence[Sequence[Sequence[str]]]) -> None:
        """`classes` are coarse ones of fine ones of words that stand among the same neighbours."""
        self._frequent = frozenset(frequent)
        self._classes: dict[str, tuple[int, int]] = {}
        for coarse, within in enumerate(classes):
            for fine, keys in enumerate(within):
                self._classes.update(dict.fromkeys(keys, (number(f"{coarse}.{fine}"), number(f"{coarse}."))))
        self.traits = lru_cache(maxsize=1 << 13)(self._traits)

    def _traits(self, key: str) -> Traits:
        key = "0" if key.isdigit() else key
        ends = number("2" + key[-2:])
        fine, coarse = self._classes.get(key) or (ends, number(kind(key)))
        return Traits(
            number(key) if key in self._frequent else fine | _RARE,
            number("1" + key[-1:]),
            ends,
            number("3" + key[-3:]),
            number("^" + key[:2]),
            number(listed(key)),
            number(kind(key)),
            fine,
            coarse,
        )


def number(text: str) -> int:
    """A number for a text, the same always and everywhere; none that stands for nothing or for the root."""
    return crc32(text.encode()) | 4


def listed(key: str) -> str:
    """hazm's tags of a word; - for none, and for a plural those of its singular."""
    known = words.known_words()
    for ending in ("", "ها", "های", "هایی", "ی", "ان", "ات"):
        if ending and not key.endswith(ending):
            continue
        tags = known.get(key[: len(key) - len(ending)])
        if tags is not None:
            return f"{tags}+{ending}"
    return "-"


def kind(key: str) -> str:
    """Whether a token is a number, a mark (each its own), or of which letters."""
    if key.isdigit():
        return "0"
    if not key[:1].isalpha():
        return key
    return "a" if key.isascii() else f"w{min(len(key), 5)}"
