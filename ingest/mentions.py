"""Who an article names, in any stretch of it, the surnames that its full names tell known as names."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from graph.facts import Span
from ingest.reading import Reading
from ingest.speaking.joining import Mention
from ingest.speaking.names import is_forename
from ingest.speaking.offices import FIGURE, trait
from ingest.speaking.spotting import read
from ingest.speaking.wording import Wording, lay_out
from ingest.states import StateMention

THIS_COUNTRY = "این کشور"


class Stretch(NamedTuple):
    """A stretch of text: its words and the mentions in them."""

    words: Wording
    mentions: Sequence[Mention]


@dataclass
class Mentions:
    """The mentions of any stretch of an article.

    The surnames that its full names tell are known as names everywhere, if they stand in what is read: all of it, or
    the `spans` that are attended to.
    """

    reading: Reading
    states: Sequence[StateMention]
    spans: Sequence[Span]
    _read: dict[Span, Stretch] = field(default_factory=dict)

    def attend(self, spans: Sequence[Span]) -> None:
        """Tells beforehand which spans will be asked for, so that the rest need not be read."""
        self.spans = spans

    def within(self, start: int, end: int) -> Stretch:
        """The stretch from one code point to another, read once."""
        span = (start, end)
        if span not in self._read:
            self._read[span] = self._known(self._raw.get(span) or self._apart(span))
        return self._read[span]

    def opening(self, start: int, end: int) -> Stretch:
        """The stretch, or as much of it from its beginning as is attended to."""
        after = bisect_left(self.spans, (start, end + 1))
        before = self.spans[after - 1] if after else (start, end)
        return self.within(*before) if before[0] == start else self.within(start, end)

    def _known(self, raw: Stretch) -> Stretch:
        words = raw.words.resorted(self.surnames, "xNFb", FIGURE)
        mentions = raw.mentions if words is raw.words else read(words)
        return Stretch(words, [self._placed(mention) for mention in mentions] if self._tells_this_country else mentions)

    def _placed(self, mention: Mention) -> Mention:
        """The mention with the state that «این کشور» in it stands for."""
        if mention.code is None and THIS_COUNTRY in self.reading.folded[slice(*mention.span)]:
            before = bisect_left(self.states, (mention.span[0],))
            return mention._replace(code=self.states[before - 1].code) if before else mention
        return mention

    @cached_property
    def _tells_this_country(self) -> bool:
        return THIS_COUNTRY in self.reading.folded

    def _apart(self, span: Span) -> Stretch:
        words = lay_out(self.reading.folded, self.states, [span])
        return Stretch(words, read(words))

    @cached_property
    def _raw(self) -> dict[Span, Stretch]:
        words = lay_out(self.reading.folded, self.states, self.spans)
        pieces = ((span, words.between(*span)) for span in self.spans)
        return {span: Stretch(piece, read(piece)) for span, piece in pieces}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Skeletons of the words that full names tell to be names."""
        return _surnames(_full_names(self._raw.values()))

    @cached_property
    def everywhere(self) -> list[Stretch]:
        """All that is read, in order."""
        return [self.within(*span) for span in self.spans]


def find(reading: Reading, states: Sequence[StateMention]) -> Mentions:
    """The mentions of an article."""
    return Mentions(reading, states, reading.paragraphs)


def _full_names(stretches: Iterable[Stretch]) -> Iterator[tuple[list[str], str, bool]]:
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
            alone = sorts in ("x", "N") and words.keys[mention.first] not in trait("of-the-dead")
            if len(keys) > 1 or (alone and (mention.office or title == "T")):
                yield keys, sorts, strong


def _surnames(names: Iterator[tuple[list[str], str, bool]]) -> frozenset[str]:
    """Words that are names wherever they stand in the article."""
    told = list(names)
    sure = {key for keys, _, strong in told if strong for key in keys[1:] if key == keys[-1] or not is_forename(key)}
    weak = {keys[1] for keys, _, strong in told if not strong and keys[0] not in sure}
    lone = {keys[0] for keys, _, strong in told if strong and len(keys) == 1}
    return frozenset(sure | weak | lone)
