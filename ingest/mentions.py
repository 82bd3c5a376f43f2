"""Who an article names, in any stretch of it, the surnames that its full names tell known as names."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.facts import Span
from ingest.offices import FIGURE
from ingest.reading import Reading
from ingest.spotting import Mention, read
from ingest.states import StateMention
from ingest.wording import Wording, lay_out

THIS_COUNTRY = "این کشور"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text: its words and the mentions in them."""

    words: Wording
    mentions: Sequence[Mention]


@dataclass
class Mentions:
    """The article in words, and the mentions of any stretch of it."""

    reading: Reading
    states: Sequence[StateMention]
    _read: dict[Span, Stretch] = field(default_factory=dict)

    def within(self, start: int, end: int) -> Stretch:
        """The stretch from one code point to another, read once."""
        stretch = self._read.get((start, end))
        if stretch is None:
            stretch = self._stretch(self.words.between(start, end))
            self._read[start, end] = stretch
        return stretch

    def _stretch(self, words: Wording) -> Stretch:
        return Stretch(words, self._placed(read(words)))

    def _placed(self, mentions: Sequence[Mention]) -> Sequence[Mention]:
        """The mentions, each with the state that «این کشور» in it stands for."""
        if not self._tells_this_country:
            return mentions
        return [self._in_this_country(mention) for mention in mentions]

    def _in_this_country(self, mention: Mention) -> Mention:
        if mention.code is None and THIS_COUNTRY in self.reading.folded[slice(*mention.span)]:
            before = bisect_left(self.states, (mention.span[0],))
            return replace(mention, code=self.states[before - 1].code) if before else mention
        return mention

    @cached_property
    def _tells_this_country(self) -> bool:
        return THIS_COUNTRY in self.reading.folded

    @cached_property
    def words(self) -> Wording:
        """The whole article, the surnames that its full names tell known as names."""
        surnames = _surnames(_full_names(self._raw))
        return self._laid_out.resorted(surnames, "xNFb", FIGURE) if surnames else self._laid_out

    @cached_property
    def _laid_out(self) -> Wording:
        return lay_out(self.reading.folded, self.states)

    @cached_property
    def _raw(self) -> list[Stretch]:
        pieces = (self._laid_out.between(start, end) for start, end in self.reading.paragraphs)
        return [Stretch(piece, read(piece)) for piece in pieces]

    @cached_property
    def everywhere(self) -> list[Stretch]:
        """The paragraphs of the article in order."""
        if self.words is self._laid_out:
            return [Stretch(raw.words, self._placed(raw.mentions)) for raw in self._raw]
        return [self._stretch(self.words.between(start, end)) for start, end in self.reading.paragraphs]


def find(reading: Reading, states: Sequence[StateMention]) -> Mentions:
    """The mentions of an article."""
    return Mentions(reading, states)


def _full_names(stretches: Sequence[Stretch]) -> Iterator[tuple[list[str], str, bool]]:
    """Full names: the skeletons of their words, the sorts, and whether more than a forename speaks for each."""
    for stretch in stretches:
        words = stretch.words
        for mention in stretch.mentions:
            if mention.name is None:
                continue
            first, last = words.index(mention.name[0]), words.index(mention.name[1])
            keys, sorts = words.keys[first:last], words.sorts[first:last]
            title = words.sorts[mention.first]
            strong = mention.office is not None or sorts[0] == "N" or title in 'T"' or len(keys) > 2
            if len(keys) > 1 or (sorts in ("x", "N") and (mention.office or title == "T")):
                yield keys, sorts, strong


def _surnames(names: Iterator[tuple[list[str], str, bool]]) -> frozenset[str]:
    """Words that are names wherever they stand in the article."""
    told = list(names)
    sure = {key for keys, _, strong in told if strong for key in keys[1:]}
    weak = {keys[1] for keys, _, strong in told if not strong and keys[0] not in sure}
    lone = {keys[0] for keys, _, strong in told if strong and len(keys) == 1}
    return frozenset(sure | weak | lone)
