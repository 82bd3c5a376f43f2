"""An article as sentences with the attributions that each may hold: what the judges of attributions look at."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.facts import Span
from ingest.attributing import acceptance, colons, content, cues
from ingest.attributing.acceptance import Surroundings
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft, Sentence
from ingest.attributing.quotes import Quotes, quotes
from ingest.attributing.signs import signs
from ingest.gazetteer import Hit
from ingest.reading import Reading

_HEADLINES = 3  # lines at the top among which a headline is looked for
_TOP = 2  # passages at the top
_READ_ON = re.compile(r"[ \u200c]*(?:بیشتر|همچنین)[ \u200c]*(?:بخوانید|ببینید)[ \u200c]*:?[ \u200c]*\Z")
_FULL_STOP = re.compile(r"\.\W*\Z")
_LINK = 150  # code points of a link's line at most


class Passage(NamedTuple):
    """A sentence; `breaks` tells what parts it from the one before (none, line, blank, bullet)."""

    span: Span
    paragraph: int
    breaks: str
    hits: tuple[Hit[Form], ...]
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The passages of a folded text, in order; lines without a letter (bullets, flags) are none."""

    folded: str
    quotes: Quotes
    passages: tuple[Passage, ...]
    _signs: dict[int, Set[str]] = field(default_factory=dict)

    def signs(self, at: int) -> Set[str]:
        """What the words of a passage tell."""
        told = self._signs.get(at)
        if told is None:
            start, end = self.passages[at].span
            told = self._signs[at] = signs(self.folded[start:end].split())
        return told

    def is_ours(self, at: int) -> bool:
        """Whether a passage is in the first person."""
        return "ours" in self.signs(at)

    def ends_in_colon(self, at: int) -> bool:
        """Whether a passage announces what comes next."""
        return self.folded[self.passages[at].span[1] - 1] == ":"

    def sentence(self, at: int) -> Sentence:
        """A passage as the sentence that its drafts were read from."""
        passage = self.passages[at]
        return Sentence(self.folded, *passage.span, passage.hits)

    def features(self, at: int, draft: Draft) -> list[str]:
        """What speaks for and against a draft of a passage."""
        passage = self.passages[at]
        number = passage.drafts.index(draft)
        around = (None, *passage.drafts, None)
        return acceptance.features(
            draft,
            Surroundings(
                self.folded,
                passage.span,
                self.signs(at),
                self.quotes.around(draft.cue[0]) is not None,
                at < _TOP,
                around[number],
                around[number + 2],
            ),
        )

    def paragraph(self, at: int) -> tuple[int, int]:
        """The first and the last passage of the paragraph that a passage stands in."""
        number, first, last = self.passages[at].paragraph, at, at
        while first > 0 and self.passages[first - 1].paragraph == number:
            first -= 1
        while last + 1 < len(self.passages) and self.passages[last + 1].paragraph == number:
            last += 1
        return first, last


def page(reading: Reading) -> Page:
    """The article laid out for judging its attributions."""
    return Page(reading.folded, quotes(reading.folded), tuple(_passages(reading)))


def _passages(reading: Reading) -> Iterator[Passage]:
    folded, found = reading.folded, cues.meant(reading.folded, reading.listed.cues)
    links = _links(folded, reading.paragraphs)
    at, previous, breaks = 0, 0, "line"
    for number, sentences in enumerate(reading.paragraph_sentences):
        opening = reading.paragraphs[number][0]
        for span in sentences:
            start, end = span
            if not (folded[start].isalpha() or any(map(str.isalpha, folded[start:end]))):
                breaks = "bullet"
                continue
            if breaks != "bullet" and start == opening:
                breaks = "blank" if folded.count("\n", previous, start) > 1 else "line"
            first = at
            while at < len(found) and found[at].start < end:
                at += 1
            hits = tuple(found[first:at])
            made = () if number in links else _drafts(folded, span, hits, number < _HEADLINES)
            yield Passage(span, number, breaks, hits, made)
            breaks, previous = "none", end


def _links(folded: str, paragraphs: Sequence[Span]) -> Set[int]:
    """The paragraphs that point to other articles: «بیشتر بخوانید:» and short ones beneath it without a full stop."""
    found: set[int] = set()
    if "بخوانید" not in folded and "ببینید" not in folded:
        return found
    for number, (start, end) in enumerate(paragraphs):
        line = folded[start:end].strip()
        is_beneath = number - 1 in found and len(line) <= _LINK and not _FULL_STOP.search(line)
        if is_beneath or _READ_ON.match(line):
            found.add(number)
    return found


def _drafts(folded: str, span: Span, hits: tuple[Hit[Form], ...], is_headline: bool) -> tuple[Draft, ...]:
    if not hits and not colons.may_open(folded, span):
        return ()
    sentence = Sentence(folded, *span, hits)
    made = content.drafts(sentence) if hits else []
    if bare := colons.drafts(sentence, is_headline):
        made = sorted([*made, *bare], key=lambda draft: draft.cue)
    return tuple(made)
