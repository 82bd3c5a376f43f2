"""Where a speaker is looked for: the sentence of the cue up to it, and the mentions that may be its subject."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from graph.facts import Span
from ingest.attributions import Attribution
from ingest.mentions import Mentions, Stretch
from ingest.reading import Reading
from ingest.speaking.joining import Mention
from ingest.speaking.offices import FORENAME
from ingest.speaking.spotting import read
from ingest.speaking.wording import Wording

_END = re.compile(
    r"[.!?؟](?!\d)(?<! ا\.)(?<! ا\.\.)(?<! ا\.\.\.)(?<!\.\w\.)(?<!\.\w\w\.)|\n"
)  # no end: «آیت ا...», «سی.بی.اس.»
_WRITTEN = "amade"  # rules of «آمده است», which only a document can be the place of
_MARKS = ' «»"،)\u200c'
_LEAD = 300  # code points at the beginning of an article, where most are introduced
_DENSE = 200  # code points to a state's name, at most, in news of states
_NO_VERBS = ("nominal", "according")  # frames of cues that have no subject
_MANY = ("ات", "ها", "های")
_LONE = re.compile("[nt&,]*(x{1,2})(?=[pe]|$)")
_NO_PERSON = "اعلام"  # a noun that ends as verbs of the first person do
_TOLD = "according"
_FURTHER = 150  # code points that the phrase of a speaker may go on
_BEFORE = 6  # words that may stand before a subject, «در همین حال، …»


@dataclass(frozen=True, slots=True)
class Scene:
    """An attribution, the stretch before its cue (or the phrase its rule names) and who may be its subject.

    `earlier` is the sentence before, where the narrator speaks; among `candidates` None is a dropped subject; `before`
    are attributions whose cues stand in the stretch already;
    `held` tells whether the cue stands within the words of another attribution, `of_me` whether he who speaks there
    tells of himself («گفتم»).
    """

    attribution: Attribution
    place: int
    stretch: Stretch
    earlier: Span | None
    candidates: tuple[Mention | None, ...]
    before: tuple[Attribution, ...]
    others: tuple[Span, ...]
    held: bool
    plural: bool
    of_me: bool
    begins_line: bool

    @property
    def words(self) -> Wording:
        """The words of the stretch."""
        return self.stretch.words


def place_of(attribution: Attribution) -> int:
    """Where the cue begins, or the words where there is none."""
    return attribution.cue[0] if attribution.cue else attribution.content[0][0]


def scenes(reading: Reading, mentions: Mentions, attributions: Sequence[Attribution]) -> list[Scene]:
    """A scene for each attribution."""
    ends = sentence_ends(reading)
    dense = len(mentions.states) * _DENSE > len(reading.folded)
    contents = [span for attribution in attributions for span in attribution.content]
    searched = [_search_span(reading.folded, attribution, ends) for attribution in attributions]
    mentions.attend(_regions(reading.folded, searched, contents, ends, dense))
    setting = _Setting(reading, mentions, attributions, ends, contents)
    return [_scene(setting, attribution, span) for attribution, span in zip(attributions, searched, strict=True)]


class _Setting(NamedTuple):
    """What the scenes of an article have in common."""

    reading: Reading
    mentions: Mentions
    attributions: Sequence[Attribution]
    ends: Sequence[int]
    contents: Sequence[Span]


def _regions(
    folded: str, spans: Iterable[Span], contents: Sequence[Span], ends: Sequence[int], dense: bool
) -> list[Span]:
    """The spans that tell who speaks: the sentences up to cues, those before them, and the first ones; all sentences
    where states are named so often that it pays to know everyone."""
    lead = None if dense else bisect_right(ends, _LEAD) + 1
    searched = set(spans)
    sentences = set(pairwise((0, *ends[:lead])))
    sentences.update(filter(None, (_earlier(folded, start, contents, ends) for start, _ in searched)))
    reached: dict[int, int] = {}
    for start, end in searched:
        reached[start] = max(end, reached.get(start, 0))
    rests = {(reached.get(start, start), end) for start, end in sentences}
    return sorted(searched | {(start, end) for start, end in rests if start < end})


def _earlier(folded: str, start: int, contents: Sequence[Span], ends: Sequence[int]) -> Span | None:
    """The sentence before a place, unless it is somebody's words."""
    at = bisect_right(ends, start)
    while at:
        at -= 1
        first, last = ends[at - 1] if at else 0, ends[at]
        if folded[first:last].strip(_MARKS + ".\n"):
            return None if lies_in((first, last), contents) else (first, last)
    return None


def _search_span(folded: str, attribution: Attribution, ends: Sequence[int]) -> Span:
    """Where the speaker is looked for: the phrase that the rule names, or the sentence up to the cue."""
    hint = attribution.subject_hint
    if hint is None:
        return _sentence_start(folded, attribution, ends), place_of(attribution)
    if not attribution.frame.startswith(_TOLD):
        return hint
    at = bisect_left(ends, hint[1])
    return hint[0], min(ends[at] if at < len(ends) else hint[1], hint[1] + _FURTHER)


def _scene(setting: _Setting, attribution: Attribution, searched: Span) -> Scene:
    reading, mentions, attributions, ends, contents = setting
    place, hint = place_of(attribution), attribution.subject_hint
    start, end = searched
    told = attribution.frame.startswith(_TOLD) and hint is not None
    stretch = mentions.within(start, end)
    if hint and told and stretch.words.starts:
        end = hint[1]
        stretch = _whole(*stretch, end)
    before = [
        other for other in attributions if other.cue and start <= other.cue[0] < place and other.frame not in _NO_VERBS
    ]
    spans = tuple(span for span in contents if span[0] <= place and start < span[1] and span not in attribution.content)
    cuts = [span[0] for span in contents if start < span[0] < end and not told]
    cuts += [other.cue[0] for other in before if other.cue]
    candidates: list[Mention | None] = [
        mention
        for mention in (_cut_short(one, cuts, stretch.words) for one in stretch.mentions)
        if _may_speak(mention, attribution, stretch)
    ]
    if not hint and len(candidates) > 1 and _is_dateline(candidates[0], stretch):
        del candidates[0]
    if attribution.rule.startswith(_WRITTEN):
        candidates = [one for one in candidates if one and _is_written(one, stretch)] or candidates
    unknown = None if hint or candidates else _unknown(stretch)
    if unknown:
        candidates.append(unknown)
    of_me = not hint and _is_of_me(reading, attribution)
    if of_me:
        candidates.clear()
    if not hint or not candidates:
        candidates.append(None)
    return Scene(
        attribution,
        place,
        stretch,
        _earlier(reading.folded, start, contents, ends),
        tuple(candidates),
        tuple(before),
        spans,
        held=any(first <= place < last for first, last in spans),
        plural=_is_plural(reading, attribution),
        of_me=of_me,
        begins_line=start == 0 or reading.folded[start - 1] == "\n",
    )


def _whole(words: Wording, found: Sequence[Mention], end: int) -> Stretch:
    """The stretch of a phrase that the rule names, up to where its last mention ends («به گفته دبیر | انجمن …»)."""
    kept = [mention for mention in found if mention.span[0] < end]
    if kept and kept[-1].name is None and words.sorts[words.index(end) :][:1] == FORENAME:
        words = words.between(words.starts[0], end)  # «طبق اعلام وزارت | آرش مهرورز …»
        return Stretch(words, read(words))
    return Stretch(words.between(words.starts[0], max([end, *(mention.span[1] for mention in kept)])), kept)


def _unknown(stretch: Stretch) -> Mention | None:
    """Common words that alone begin a sentence, before a preposition or the cue: perhaps a surname («شایق گفت»)."""
    words = stretch.words
    found = _LONE.match(words.sorts)
    if not found or "r" in words.sorts:
        return None
    first, last = found.span(1)
    if words.keys[first].endswith(_MANY):
        return None
    span = words.span(first, last)
    return Mention(span, "person", "x", words.keys[first], first, last, name=span)


def _cut_short(mention: Mention, cuts: Sequence[int], words: Wording) -> Mention:
    """The mention up to where somebody's words or another cue begin («بانک مرکزی | نرخ دلار را»)."""
    first, last = mention.span
    cut = min((cut for cut in cuts if first < cut < last), default=None)
    if cut is None or mention.parts:
        return mention
    shorter = read(words.slice(0, words.index(cut)))
    return next((one for one in shorter if one.span[0] == first), mention)


def _may_speak(mention: Mention, attribution: Attribution, stretch: Stretch) -> bool:
    if mention.kind == "thing" and mention.sort != "D":
        return False
    return not lies_in(mention.span, attribution.content) or begins(mention, attribution, stretch)


def _is_dateline(mention: Mention | None, stretch: Stretch) -> bool:
    """Whether a medium only hands on what follows («ایسنا: وزیر خارجه …»)."""
    if mention is None or mention.first or mention.sort not in "mM":
        return False
    return stretch.words.sorts.startswith(":", mention.last)


def _is_written(mention: Mention, stretch: Stretch) -> bool:
    """Whether a mention is a document, or whose document it is («در بیانیه وزارت خارجه»)."""
    return "D" in (mention.sort, stretch.words.sorts[mention.first])


def begins(mention: Mention, attribution: Attribution, stretch: Stretch) -> bool:
    """Whether a mention within the words themselves stands at their beginning, before the cue.

    «X را Y دانست»: where X begins is for the speaker's mention to tell.
    """
    start = attribution.content[0][0]
    if mention.span[0] < start or start >= place_of(attribution):
        return False
    return mention.first - stretch.words.index(start) <= _BEFORE


def lies_in(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span lies within one of the spans."""
    first, last = span
    return bool(spans) and any(start <= first and last <= end + 1 for start, end in spans)


def _is_plural(reading: Reading, attribution: Attribution) -> bool:
    return bool(attribution.cue) and reading.folded[slice(*(attribution.cue or (0, 0)))].rstrip().endswith("ند")


def _is_of_me(reading: Reading, attribution: Attribution) -> bool:
    cue = reading.folded[slice(*(attribution.cue or (0, 0)))].rstrip()
    return cue.endswith("م") and not cue.endswith(_NO_PERSON)


def _sentence_start(folded: str, attribution: Attribution, ends: Sequence[int]) -> int:
    """Where the sentence of the cue begins, the words themselves jumped over."""
    at = place_of(attribution)
    inside = sorted(span for span in attribution.content if span[1] <= at)
    while True:
        floor = inside[-1][1] if inside else 0
        index = bisect_right(ends, at) - 1
        while index >= 0 and not folded[ends[index] : at].strip(_MARKS) and folded[ends[index] - 1] != "\n":
            index -= 1
        if index >= 0 and ends[index] > floor:
            return ends[index]
        if not inside:
            return 0
        at = inside.pop()[0]


def sentence_ends(reading: Reading) -> list[int]:
    """The places right after the marks that end the article's sentences and paragraphs, in order."""
    folded, begins = reading.folded, [start for start, _ in reading.paragraphs]
    ends = [match.end() for match in _END.finditer(folded)]
    return [end for end in ends if folded[end - 1] != "\n" or not _is_within(reading.paragraphs, begins, end)]


def _is_within(paragraphs: Sequence[Span], begins: Sequence[int], place: int) -> bool:
    """Whether a break of line stands within a paragraph, as in old files."""
    at = bisect_left(begins, place) - 1
    return at >= 0 and place < paragraphs[at][1]
