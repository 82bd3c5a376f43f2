"""Where a speaker is looked for: the sentence of the cue up to it, and the mentions that may be its subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.facts import Span
from ingest.attributions import Attribution
from ingest.mentions import Mention, Mentions, Stretch
from ingest.reading import Reading
from ingest.wording import Word

_END = re.compile(r"[.!?؟](?!\d)|\n")
_WRAP = re.compile(r"(?<![.!?؟:»])\n(?=[^\W\d_])")
_MARKS = ' «»"،)\u200c'
_LEAD = 6  # words that may stand before a subject, «در همین حال، …»
_AFTER = 80  # code points after a cue in which «اظهارات X» names its subject


@dataclass(frozen=True, slots=True)
class Scene:
    """An attribution, the stretch before its cue (or the phrase its rule names) and who may be its subject.

    Among `candidates` None is a dropped subject; `before` are attributions whose cues stand in the stretch already;
    `held` tells whether the cue stands within the words of another attribution.
    """

    attribution: Attribution
    place: int
    stretch: Stretch
    after: Stretch | None
    candidates: tuple[Mention | None, ...]
    before: tuple[Attribution, ...]
    others: tuple[Span, ...]
    held: bool
    plural: bool

    def words_of(self, mention: Mention) -> Sequence[Word]:
        """The words of the stretch that a candidate stands in."""
        return self.after.words if self.after and mention.span[0] >= self.after.words[0].start else self.stretch.words


def place_of(attribution: Attribution) -> int:
    """Where the cue begins, or the words where there is none."""
    return attribution.cue[0] if attribution.cue else attribution.content[0][0]


def scenes(reading: Reading, mentions: Mentions, attributions: Sequence[Attribution]) -> list[Scene]:
    """A scene for each attribution."""
    wrapped = _is_wrapped(reading)
    return [_scene(reading, mentions, attributions, attribution, wrapped) for attribution in attributions]


def _scene(
    reading: Reading, mentions: Mentions, attributions: Sequence[Attribution], attribution: Attribution, wrapped: bool
) -> Scene:
    place, hint = place_of(attribution), attribution.subject_hint
    start, end = hint or (_sentence_start(reading.folded, attribution, wrapped), place)
    stretch = mentions.within(start, end)
    after = None if hint or not attribution.cue else _after(reading, mentions, attribution.cue)
    others = [other for other in attributions if other is not attribution]
    before = [other for other in others if other.cue and start <= other.cue[0] < place]
    spans = tuple(span for other in others for span in other.content)
    candidates: list[Mention | None] = [
        mention for mention in stretch.mentions if _may_speak(mention, attribution, stretch)
    ]
    if after:
        candidates.append(after.mentions[0])
    if not hint or not candidates:
        candidates.append(None)
    return Scene(
        attribution, place, stretch, after, tuple(candidates), tuple(before), spans,
        held=any(first <= place < last for first, last in spans), plural=_is_plural(reading, attribution),
    )  # fmt: skip


def _may_speak(mention: Mention, attribution: Attribution, stretch: Stretch) -> bool:
    if mention.kind == "thing" and mention.sort != "D":
        return False
    return not lies_in(mention.span, attribution.content) or begins(mention, attribution, stretch)


def begins(mention: Mention, attribution: Attribution, stretch: Stretch) -> bool:
    """Whether a mention within the words themselves stands at their beginning, before the cue.

    «X را Y دانست»: where X begins is for the speaker's mention to tell.
    """
    start = attribution.content[0][0]
    if mention.span[0] < start or start >= place_of(attribution):
        return False
    return sum(word.start >= start for word in stretch.words[: mention.first]) <= _LEAD


def lies_in(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span lies within one of the spans."""
    return any(start <= span[0] and span[1] <= end + 1 for start, end in spans)


def _after(reading: Reading, mentions: Mentions, cue: Span) -> Stretch | None:
    """The stretch after a cue, where a mention stands right at its beginning («اظهارات X»)."""
    end = min(cue[1] + _AFTER, len(reading.text))
    while end < len(reading.text) and reading.text[end].isalnum():
        end += 1
    stretch = mentions.within(cue[1], end)
    first = stretch.mentions[0] if stretch.mentions else None
    return stretch if first and first.first == 0 and first.kind not in ("thing", "this") else None


def _is_plural(reading: Reading, attribution: Attribution) -> bool:
    return bool(attribution.cue) and reading.folded[slice(*(attribution.cue or (0, 0)))].rstrip().endswith("ند")


def _sentence_start(folded: str, attribution: Attribution, wrapped: bool) -> int:
    """Where the sentence of the cue begins, the words themselves jumped over."""
    at = place_of(attribution)
    inside = sorted(span for span in attribution.content if span[1] <= at)
    while True:
        floor = inside[-1][1] if inside else 0
        ends = [end for end in sentence_ends(folded, floor, at) if not (wrapped and _WRAP.match(folded, end - 1))]
        while ends and not folded[ends[-1] : at].strip(_MARKS) and folded[ends[-1] - 1] != "\n":
            ends.pop()
        if ends or not inside:
            return ends[-1] if ends else 0
        at = inside.pop()[0]


def sentence_ends(folded: str, start: int, end: int) -> Iterator[int]:
    """The places right after the marks that end sentences and lines."""
    return (match.end() for match in _END.finditer(folded, start, end))


def _is_wrapped(reading: Reading) -> bool:
    """Whether the article's lines break inside its sentences, as old files do."""
    lines = [reading.folded[start:end] for start, end in reading.paragraphs[1:]]
    long = [line for line in lines if 50 < len(line) < 140]
    open_ended = [line for line in long if line[-1] not in ".!?؟:»…"]
    return len(long) > 3 and len(long) > 0.6 * len(lines) and len(open_ended) > 0.6 * len(long)
