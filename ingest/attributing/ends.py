"""Where a reported clause may end inside its sentence: behind a finite verb, before what opens something else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.attributing.clauses import FINITE, has_verb
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft, Sentence
from ingest.gazetteer import Hit

LOOSE = frozenset({"bare", "that"})
"""The dresses of contents that may end inside their sentence; behind a colon they reach its end."""

_OPENER = "و|اما|ولی|که|درحالی|در|هرچند|هر|اگرچه|بنابراین|چون|زیرا|تا"
_OPENERS = frozenset(_OPENER.split("|"))
_JOINT = re.compile(
    rf"(?P<mark>[،,؛;])[ \u200c]*(?P<next>[\w\u200c]+)?|(?<=[ \u200c])(?P<opener>{_OPENER})(?![\w\u200c])"
)
_VERB_BEFORE = re.compile(rf"(?<![\w\u200c]){FINITE}[ \u200c]*(?P<close>[»\"”]?)[ \u200c]*\Z")
_VERB_ENDS = frozenset("دتمه")  # the letters that finite verbs end in
_LONGEST = 24  # code points of a finite verb with what may stand behind it
_FOLLOWS = re.compile(r"[ \u200c]*(?:[،,؛;]|(?:و|اما|ولی)(?![\w\u200c]))")
_TAKEN_UP = re.compile(
    r"[؛;][ \u200c]*(?!(?:روز|زمان|هنگام|وقت|سال|جا|صورت|حال)یی? )[\w\u200c]+ی[ \u200c]که(?![\w\u200c])"
)
_WORD = re.compile(r"[\w\u200c]+")
_SHORTEST = 8  # code points of a content that ends inside its sentence
_AHEAD = 40  # code points in which the next word is looked for


class _Place(NamedTuple):
    """Where the content may end: the mark, the word behind it and where that word ends."""

    start: int
    end: int
    mark: str
    word: str
    is_cue: bool

    @property
    def joint(self) -> str:
        word = self.word if self.word in _OPENERS else "cue" if self.is_cue else "other"
        return f"{self.mark}{word}"


class Cut(NamedTuple):
    """A place where the content may end, and what speaks for and against it."""

    place: int
    features: list[str]


def quoted(folded: str, draft: Draft, end: int, closing: Mapping[int, int]) -> int | None:
    """Where a content that is one quotation closes inside its sentence, if another clause follows."""
    start = draft.content[-1][0]
    place = closing.get(start - 1)
    if place is None or not start < place < end - 2:
        return None
    return place if _FOLLOWS.match(folded, place + 1, end) else None


def taken_up(folded: str, draft: Draft, end: int) -> int | None:
    """Where the narrator takes an indirect content up: «وی گفت A؛ توافقی که …»."""
    match = _TAKEN_UP.search(folded, draft.content[-1][0], end)
    return match.start() if match else None


def cuts(draft: Draft, sentence: Sentence) -> Iterator[Cut]:
    """The places inside the sentence where an open statement may end, in order."""
    folded, start = sentence.folded, draft.content[-1][0]
    number = 0
    for place in _places(sentence, start):
        if place.start < start + _SHORTEST or sentence.end - place.end < 3:
            continue
        if (verb := _verb_before(folded, start, place.start)) is not None:
            number += 1
            yield Cut(place.start, list(_features(draft, sentence, place, bool(verb["close"]), number)))


def _places(sentence: Sentence, start: int) -> list[_Place]:
    cues = {hit.start: hit for hit in sentence.hits if hit.entry.role == "verb" and hit.start > start}
    found = []
    for match in _JOINT.finditer(sentence.folded, start, sentence.end):
        word = match["opener"] or match["next"] or ""
        at_cue = match.end() - len(word) in cues
        found.append(_Place(match.start(), match.end(), match["mark"] or "-", word, at_cue))
    joined = {place.end - len(place.word) for place in found}
    bare = [_Place(at, hit.end, "-", "", True) for at, hit in cues.items() if at not in joined]
    return sorted([*found, *bare])


def _verb_before(folded: str, start: int, place: int) -> re.Match[str] | None:
    last = place - 1
    while last > start and folded[last] in ' \u200c»"”':
        last -= 1
    if folded[last] not in _VERB_ENDS:
        return None
    return _VERB_BEFORE.search(folded, max(start, place - _LONGEST), place)


def _features(draft: Draft, sentence: Sentence, place: _Place, closes: bool, number: int) -> Iterator[str]:
    joint = place.joint
    word = next(iter(_WORD.findall(sentence.folded, place.end, place.end + _AHEAD)), "-")
    yield f"joint={joint}"
    yield f"joint-frame={joint}/{draft.way}"
    yield f"number={min(number, 4)}"
    yield f"close={closes}/{joint}"
    yield f"mood={draft.form.mood}/{joint}"
    yield f"next={word}"
    yield f"next-frame={word}/{draft.dress}"
    coming = (hit for hit in sentence.hits if hit.start >= place.start and hit.entry.role != "aside")
    if cue := next(coming, None):
        yield from _coming(draft, sentence.folded, place, cue)
    else:
        yield f"no-cue/{joint}"
        yield f"no-cue/{draft.way}"


def _coming(draft: Draft, folded: str, place: _Place, cue: Hit[Form]) -> Iterator[str]:
    """How the next cue stands to the place and to the statement's own."""
    form = cue.entry
    gap = min(8, len(_WORD.findall(folded, place.end, cue.start)))
    verb = "verb" if has_verb(folded, place.end, cue.start) else "plain"
    follows = ":" if ":" in folded[cue.end : cue.end + 2] else folded[cue.end : cue.end + 1] or "$"
    yield f"gap={gap}/{verb}"
    yield f"gap-frame={gap}/{verb}/{draft.dress}"
    yield f"cue={form.cue.id}"
    yield f"cue-mood={form.role}/{form.mood}/{draft.form.mood}"
    yield f"cue-person={form.person}/{draft.form.person}"
    yield f"cue-follows={follows}/{verb}"
    yield f"kind={form.cue.kind}/{draft.form.cue.kind}"


def reaches(draft: Draft, sentence: Sequence[int]) -> bool:
    """Whether a draft's content runs to the end of its sentence (a start and an end)."""
    return not draft.content or draft.content[-1][1] >= sentence[1] - 4
