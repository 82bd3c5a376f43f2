"""Where a reported clause may end inside its sentence: behind a finite verb, before what opens something else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.facts import Span
from ingest.content import FINITE, Draft
from ingest.cues import Form
from ingest.gazetteer import Hit

_CUT = re.compile(
    rf"(?<![\w\u200c]){FINITE}(?![\w\u200c])[ \u200c]*(?P<close>[»\"”]?)[ \u200c]*"
    r"(?P<cut>(?P<mark>[،,؛;])?[ \u200c]*(?P<word>[\w\u200c]+)?)"
)
_JOINTS = frozenset(["و", "اما", "ولی", "که", "درحالی", "در", "هرچند", "هر", "اگرچه", "بنابراین", "چون", "زیرا", "تا"])
_FOLLOWS = re.compile(r"[ \u200c]*(?:[،,؛;]|(?:و|اما|ولی)(?![\w\u200c]))")
_WORD = re.compile(r"[\w\u200c]+")


class Cut(NamedTuple):
    """A place where the content may end, and what stands around it."""

    place: int
    features: list[str]


def cuts(folded: str, draft: Draft, sentence: Span, hits: Sequence[Hit[Form]]) -> Iterator[Cut]:
    """The places inside the sentence where an open statement may end, in order."""
    start = draft.content[-1][0]
    number = 0
    for match in _CUT.finditer(folded, start, sentence[1]):
        word, mark = match["word"] or "", match["mark"] or ""
        place = match.start("cut")
        at_cue = next((hit for hit in hits if hit.entry.role == "verb" and hit.start == match.start("word")), None)
        if not mark and word not in _JOINTS and not at_cue:
            continue
        if place < start + 8 or sentence[1] - match.end() < 3:
            continue
        number += 1
        yield Cut(place, list(_features(folded, draft, match, sentence, hits, number, at_cue is not None)))


def quoted(folded: str, draft: Draft, sentence: Span, closing: Mapping[int, int]) -> int | None:
    """Where a content that is one quotation closes inside its sentence, if another clause follows."""
    start = draft.content[-1][0]
    place = closing.get(start - 1)
    if place is None or not start < place < sentence[1] - 2:
        return None
    return place if _FOLLOWS.match(folded, place + 1, sentence[1]) else None


def _features(
    folded: str,
    draft: Draft,
    match: re.Match[str],
    sentence: Span,
    hits: Sequence[Hit[Form]],
    number: int,
    at_cue: bool,
) -> Iterator[str]:
    mark, word = match["mark"] or "-", match["word"] or ""
    joint = f"{mark}{word if word in _JOINTS else 'cue' if at_cue else 'other'}"
    where = f"{draft.frame}/{draft.dress}"
    after = next((hit for hit in hits if hit.start >= match.start("cut") and hit.entry.role != "aside"), None)
    words = _WORD.findall(folded, match.end(), match.end() + 40)
    yield f"joint={joint}"
    yield f"joint-frame={joint}/{where}"
    yield f"number={min(number, 4)}"
    yield f"close={bool(match['close'])}/{joint}"
    yield f"mood={draft.form.mood}/{joint}"
    yield f"next={words[0] if words else '-'}"
    yield f"next-frame={words[0] if words else '-'}/{draft.dress}"
    if after is None:
        yield f"no-cue/{joint}"
        yield f"no-cue/{where}"
        return
    gap = len(_WORD.findall(folded, match.end(), after.start))
    verb = (
        "verb" if re.search(rf"(?<![\w\u200c]){FINITE}(?![\w\u200c])", folded[match.end() : after.start]) else "plain"
    )
    follows = folded[after.end : after.end + 1] or "$"
    yield f"gap={min(gap, 8)}/{verb}"
    yield f"gap-frame={min(gap, 8)}/{verb}/{draft.dress}"
    yield f"cue={after.entry.cue.id}"
    yield f"cue-mood={after.entry.role}/{after.entry.mood}/{draft.form.mood}"
    yield f"cue-person={after.entry.person}/{draft.form.person}"
    yield f"cue-follows={':' if ':' in folded[after.end : after.end + 2] else follows}/{verb}"
    yield f"kind={after.entry.cue.kind}/{draft.form.cue.kind}"
