"""An article laid out for reading: its text once folded, cut into paragraphs and sentences, every offset as printed."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from graph.facts import Article, Span
from ingest import lines, stops, words
from ingest.listed import Listed, listed
from ingest.skeleton import Skeleton, folded, skeleton


@dataclass(frozen=True)
class Reading:
    """`skeleton` maps back to the text; spans are half-open code points of the text."""

    article: Article
    skeleton: Skeleton = field(repr=False)
    paragraphs: Sequence[Span]

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def folded(self) -> str:
        """The text with one form for each letter, digit and space; as long as the text."""
        return folded(self.text)

    @cached_property
    def listed(self) -> Listed:
        """What the lists of states and of cues have of the text."""
        return listed(self.text, self.skeleton)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of all paragraphs, in order."""
        return list(chain.from_iterable(self.paragraph_sentences))

    @cached_property
    def paragraph_sentences(self) -> list[list[Span]]:
        """The sentences of each paragraph."""
        return [stops.sentences(self.folded, paragraph) for paragraph in self.paragraphs]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, place: int) -> int:
        """The index in `sentences` of the sentence that a code point stands in (or follows)."""
        return max(0, bisect_right(self._starts, place) - 1)


def read(article: Article) -> Reading:
    """Lays an article out."""
    return Reading(article, skeleton(article.text), lines.joined(article.text, words.paragraphs(article.text)))
