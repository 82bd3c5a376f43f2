"""Parts of speech: a first choice for each word by its letters and neighbours, a second one that sees the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from ingest.parsing.hashed import Numbers, Templates, Weights, told, unpacked
from ingest.parsing.traits import NOTHING, Traits, Vocabulary

TAGS = (
    "NOUN",
    "ADJ",
    "ADP",
    "POSTP",
    "VERB",
    "AUX",
    "PRON",
    "DET",
    "ADV",
    "NUM",
    "CCONJ",
    "SCONJ",
    "PUNCT",
    "INTJ",
    "X",
)
_AROUND = (-2, -1, 0, 1, 2)
_NAMES = [f"{trait}{place}" for place in _AROUND for trait in Traits._fields]
_FIRST = [
    "word0", "last0", "last20", "last30", "first20", "listed0", "kind0", "first20 last20", "listed0 last20",
    "word-1", "word1", "word-2", "word2", "word0 word-1", "word0 word1", "word-1 word1", "listed0 listed1",
    "listed0 listed-1", "listed-1 listed0 listed1", "last20 word1", "last20 word-1", "last30 listed1",
    "last30 listed-1", "listed0 word1", "listed0 word-1", "last2-1 listed0", "last21 listed0", "word0 listed1",
    "word0 listed-1", "word-1 word-2", "word1 word2", "kind-1 listed0 kind1", "listed1", "listed-1", "last2-1",
    "last21", "fine0", "coarse0", "fine0 fine-1", "fine0 fine1", "fine-1", "fine1", "coarse-1 coarse0 coarse1",
    "fine0 last20", "coarse0 listed0", "fine-1 word0", "fine1 word0", "fine-1 fine0 fine1", "fine-2", "fine2",
    "coarse-2 coarse-1 coarse0", "coarse0 coarse1 coarse2",
]  # fmt: skip
_SEEN = [
    "tag-1", "tag1", "tag0", "tag-1 tag1", "tag-2 tag-1", "tag1 tag2", "tag-1 tag0 tag1", "word0 tag-1",
    "word0 tag1", "word0 tag-1 tag1", "word0 tag0", "last20 tag0", "last20 tag-1 tag1", "word-1 tag0 tag1",
    "word1 tag0 tag-1", "tag0 tag1 tag2", "tag0 tag-1 tag-2", "last30 tag-1", "last30 tag1", "fine0 tag-1",
    "fine0 tag1", "coarse0 tag-1 tag1", "listed0 tag-1 tag1", "word0 tag1 tag2",
]  # fmt: skip
FIRST = Templates(_NAMES, _FIRST)
SECOND = Templates([*_NAMES, *(f"tag{place}" for place in _AROUND)], [*_FIRST, *_SEEN])
_UNTAGGED = len(TAGS)


def seen(traits: Sequence[Traits]) -> Numbers:
    """The facts of each word's traits and its neighbours', for `FIRST`."""
    padded = np.array([NOTHING, NOTHING, *traits, NOTHING, NOTHING], dtype=np.uint64)
    size = len(traits)
    columns = [padded[place : place + size] for place in range(len(_AROUND))]
    return np.concatenate([*columns, np.zeros((size, 1), dtype=np.uint64)], axis=1)


def seen_tagged(facts: Numbers, tags: Sequence[int]) -> Numbers:
    """The facts with the tags of the words around, for `SECOND`."""
    padded = np.array([_UNTAGGED, _UNTAGGED, *tags, _UNTAGGED, _UNTAGGED], dtype=np.uint64) + np.uint64(3)
    columns = [padded[place : place + len(tags), None] for place in range(len(_AROUND))]
    return np.concatenate([facts[:, :-1], *columns, facts[:, -1:]], axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    first: Weights
    second: Weights

    def tags(self, traits: Sequence[Traits]) -> list[int]:
        """The place in `TAGS` of each word's tag."""
        if not traits:
            return []
        facts = seen(traits)
        guessed = self.first.scores(FIRST.slots(facts)).argmax(axis=1)
        facts = seen_tagged(facts, guessed.tolist())
        found: list[int] = self.second.scores(SECOND.slots(facts)).argmax(axis=1).tolist()
        return found


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(told("parser")["frequent"], told("parser")["classes"])


@cache
def tagger() -> Tagger:
    """The tagger of ingest/models."""
    read = told("parser")
    return Tagger(unpacked(read["first"], len(TAGS)), unpacked(read["second"], len(TAGS)))
