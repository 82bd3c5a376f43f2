"""The company that words keep in unlabelled news: how often they stand where speakers do, and which are of a kind."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from graph.letters import skeleton_text
from ingest.words import known_words

_WORD = re.compile(r"\w+")
# What a ZWNJ, a space or nothing may part from its word.
_AFFIXES = frozenset(("ها", "های", "هایی", "ای", "ی", "می", "نمی", "تر", "ترین", "ام", "ات", "اش", "مان", "شان", "اند"))
_OTHER = {True: "rare", False: "name"}  # of a word that the news seldom has: whether the word list has it


class Company(NamedTuple):
    """Classes of a word, as scripts/word_company.py learns them; words of one `kin` (its first word) are used alike.

    `near` tells how often it stands in the clause before a verb of saying, `opens` and `closes` how often as its first
    and its last word.
    """

    near: str
    opens: str
    closes: str
    kin: str


def stems(folded: str, start: int, end: int) -> Sequence[str]:
    """The words of a stretch without what is joined to them."""
    return [word for word in _WORD.findall(folded, start, end) if word not in _AFFIXES]


@lru_cache(1 << 13)
def company(printed: str) -> Company:
    """The company of a printed word."""
    key = skeleton_text(printed)
    kins, classes = _learnt()
    told = classes.get(key)
    if told is None:
        other = _OTHER[key in known_words()]
        return Company(other, other, other, "-")
    return Company(told[0], told[1], told[2], kins[int(told[3:])])


@cache
def _learnt() -> tuple[Sequence[str], Mapping[str, str]]:
    """The kins by number, and by a word's skeleton three digits and the number of its kin."""
    read = json.loads(files("ingest").joinpath("models", "word-company.json").read_text("utf-8"))
    return read["kins"], read["words"]
