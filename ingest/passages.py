"""An article as sentences with the attributions that each may hold: what the judges of attributions look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.facts import Span
from ingest import acceptance, colons, content, cues, stops
from ingest.content import Draft
from ingest.cues import Form
from ingest.gazetteer import Hit
from ingest.quotes import Quotes, quotes
from ingest.reading import Reading


_HEADLINES = 3  # lines at the top among which a headline is looked for


@dataclass(frozen=True, slots=True)
class Passage:
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

    def features(self, at: int) -> list[list[str]]:
        """For each draft of a passage what speaks for and against it."""
        passage = self.passages[at]
        drafts = (None, *passage.drafts, None)
        return [
            list(
                acceptance.features(
                    self.folded,
                    draft,
                    passage.span,
                    self.quotes.around(draft.cue[0]) is not None,
                    at < 2,
                    drafts[number],
                    drafts[number + 2],
                )
            )
            for number, draft in enumerate(passage.drafts)
        ]


def page(reading: Reading) -> Page:
    """The article laid out for judging its attributions."""
    folded = reading.folded
    marks = quotes(folded)
    found = cues.find(reading.text, reading.skeleton)
    return Page(folded, marks, tuple(_passages(reading, found, marks)))


def _passages(reading: Reading, found: list[Hit[Form]], marks: Quotes) -> Iterator[Passage]:
    folded, at, breaks = reading.folded, 0, "line"
    previous = 0
    for number, paragraph in enumerate(reading.paragraphs):
        for span in stops.sentences(folded, paragraph):
            if not any(map(str.isalpha, folded[span[0] : span[1]])):
                breaks = "bullet"
                continue
            if breaks != "bullet" and span[0] == paragraph[0]:
                breaks = "blank" if folded.count("\n", previous, span[0]) > 1 else "line"
            first = at
            while at < len(found) and found[at].start < span[1]:
                at += 1
            hits = tuple(found[first:at])
            yield Passage(span, number, breaks, hits, _drafts(folded, span, hits, marks, number < _HEADLINES))
            breaks, previous = "none", span[1]


def _drafts(folded: str, span: Span, hits: tuple[Hit[Form], ...], marks: Quotes, headline: bool) -> tuple[Draft, ...]:
    made = content.drafts(content.Sentence(folded, *span, hits, marks)) if hits else []
    made.extend(colons.drafts(folded, span, hits, headline))
    return tuple(sorted(made, key=lambda draft: draft.cue))
