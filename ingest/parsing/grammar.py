"""Which word each word of a sentence belongs to, and as what: Universal Dependencies of our own tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from ingest.parsing import arcs
from ingest.parsing.arcs import CHOICES, LABELS
from ingest.parsing.hashed import Weights, told, unpacked
from ingest.parsing.tagging import TAGS, tagger, vocabulary
from ingest.words import Token

_HOME = 0  # of the two treebanks' manners the larger one's


@dataclass(frozen=True)
class Parse:
    """Each token's key, tag (of `tagging.TAGS`), head (its index, -1 for a root) and label (of `arcs.LABELS`)."""

    keys: Sequence[str]
    tags: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]

    @cached_property
    def below(self) -> Sequence[Sequence[int]]:
        """The tokens that hang on each, from left to right."""
        found: list[list[int]] = [[] for _ in self.heads]
        for token, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(token)
        return found

    def above(self, token: int) -> Iterator[int]:
        """The token, its head, and so on to the root."""
        while token >= 0:
            yield token
            token = self.heads[token]


def parse(tokens: Sequence[Token]) -> Parse:
    """The grammar of a sentence; of none for no tokens."""
    return parsed([token.key for token in tokens])


def parsed(keys: Sequence[str]) -> Parse:
    """The grammar of the words that keys stand for."""
    traits = [vocabulary().traits(key) for key in keys]
    tags = tagger().tags(traits)
    heads, labels = arcs.parse(_weights(), traits, tags, _HOME)
    rooted = [head if head < len(keys) else -1 for head in heads]
    return Parse(keys, [TAGS[tag] for tag in tags], rooted, [LABELS[label] for label in labels])


@cache
def _weights() -> Weights:
    return unpacked(told("parser")["arcs"], CHOICES)
