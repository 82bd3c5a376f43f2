"""What the cues of one sentence may attribute: for each cue, where the words it reports stand."""

import re
from typing import NamedTuple

from graph.facts import Span
from ingest.attributing import asides
from ingest.attributing.according import according
from ingest.attributing.clauses import clause_start, has_verb
from ingest.attributing.complements import before
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft, Sentence, trimmed
from ingest.attributing.nominals import TOLD, nominal
from ingest.gazetteer import Hit

_AFTER = re.compile(
    r"[ \u200c]*(?P<mark>[:،,؛;]?)[ \u200c]*(?:(?P<that>که|تا)(?![\w\u200c]))?[ \u200c]*(?P<late>[:،]?)[ \u200c]*"
    r"(?P<quote>[«\"“]*)[ \u200c]*"
)
_AND = re.compile(r"(?:و|اما|ولی|تا|که)(?![\w\u200c])")
# «می‌گویم», «تاکید کرده‌ایم» speak for him whose words they stand in; only «گفتم» and «گفته‌ام» may tell of another day.
_OURS = {1: frozenset({"past", "perfect"}), 4: frozenset[str]()}
_FICTION = re.compile(r"(?<![\w\u200c])(?:داستان|رمان|فیلم|نمایش|نمایشنامه|فیلمنامه|قصه|شعر)(?![\w\u200c])")
# What makes a past stem nobody's word: «می‌توان گفت», «باید آن را پیروزی دانست».
_MODAL = re.compile(r"(?<![\w\u200c])(?:(?:ن?می[ \u200c]?|ب|ن)توان|ن?باید|شاید|(?:می[ \u200c]?)?بایست)(?![\w\u200c])")
_MODAL_FAR = {"colon": 12}  # code points from a modal to the past stem that it governs, by the cue's dress
_MODAL_FARTHEST = 140
_DOCUMENT = re.compile(
    r"(?<!\w)(?:متن|بیانیه|پیام|نامه|سخنان|اظهارات|گزارش|اطلاعیه|یادداشت|توییت|توئیت|اعلامیه|قطعنامه)"
)
_AFTER_TAKES = frozenset({"clause", "that", "colon", "quote", "predicate"})
_CLOSED = frozenset({"end", "and", "semicolon", "comma"})


class _Dress(NamedTuple):
    """How what follows a cue is marked, and where its words begin."""

    name: str
    start: int


def drafts(sentence: Sentence) -> list[Draft]:
    """All that the sentence's cues may attribute, by place."""
    found: list[Draft] = []
    waiting: list[Hit[Form]] = []
    reach = sentence.start
    for hit in sentence.hits:
        if hit.entry.role == "aside":
            waiting.append(hit)
        elif hit.entry.role == "according":
            found.extend(filter(None, [according(sentence, hit)]))
        elif made := _made(sentence, hit, reach):
            made, waiting = _with_asides(sentence, made, waiting)
            found.append(made)
            reach = made.cue[1]
    return [*found, *filter(None, (asides.alone(sentence, aside) for aside in waiting))]


def _made(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    """The draft of a verb, or of a noun whose verb is not beside it."""
    if hit.entry.role == "verb":
        return _verb(sentence, hit, reach)
    cue = hit.entry.cue
    if cue.kind == "text":
        made = _verb(sentence, hit, reach)
        return made if made and made.dress in ("colon", "quote", "that") else None
    if "told" in cue.takes:
        close = TOLD.match(sentence.folded, hit.end, sentence.end)
        return _verb(sentence, Hit(hit.start, close.end(), hit.entry), reach) if close else None
    return nominal(sentence, hit, reach)


def _with_asides(sentence: Sentence, made: Draft, waiting: list[Hit[Form]]) -> tuple[Draft, list[Hit[Form]]]:
    """The draft with the asides before it, and those that still wait since the cue stands inside them."""
    still = [aside for aside in waiting if asides.holds(sentence, aside, made)]
    for aside in waiting:
        if aside not in still:
            made = asides.joined(sentence, made, aside)
    return made, still


def _verb(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    """What follows the verb, if it is marked as said; else what the verb governs before it; else what follows bare."""
    takes = hit.entry.cue.takes
    dress = _dress(sentence, hit.end)
    reach = clause_start(sentence.folded, reach, hit.start)
    if not _attributes(sentence, hit, reach, dress.name):
        return None
    marked = dress.name in ("colon", "that", "quote") and not (dress.name == "that" and "colon" in takes)
    if marked and takes & _AFTER_TAKES:
        return _after(sentence, hit, dress, reach)
    governed = before(sentence, hit, reach)
    if governed and (dress.name in _CLOSED or "clause" not in takes):
        return governed
    if dress.name in ("comma", "bare") and "clause" in takes:
        return _after(sentence, hit, dress, reach)
    return governed


def _attributes(sentence: Sentence, hit: Hit[Form], reach: int, dress: str) -> bool:
    """Whether the verb can report: not «می‌توان گفت», and «آمده است» of a text only."""
    folded, form = sentence.folded, hit.entry
    if form.person in _OURS and dress != "colon" and form.mood not in _OURS[form.person]:
        return False
    if form.mood == "past" and form.person == 3 and _is_impersonal(sentence, hit.start, dress):
        return False
    if form.cue.kind != "text":
        return True
    if dress not in ("colon", "quote", "that", "bare") or _FICTION.search(folded, reach, hit.start):
        return False
    if form.cue.id.startswith("sharh"):
        return _DOCUMENT.search(folded, reach, hit.start) is not None
    return dress != "bare" or "در" in folded[reach : hit.start]


def _is_impersonal(sentence: Sentence, place: int, dress: str) -> bool:
    """Whether a modal governs the past stem at a place: no finite verb stands between them."""
    folded, far = sentence.folded, _MODAL_FAR.get(dress, _MODAL_FARTHEST)
    modals = list(_MODAL.finditer(folded, max(sentence.start, place - far), place))
    return bool(modals) and not has_verb(folded, modals[-1].end(), place)


def _dress(sentence: Sentence, place: int) -> _Dress:
    after = _AFTER.match(sentence.folded, place, sentence.end)
    if after is None:
        return _Dress("end", place)
    return _Dress(_mark(after) or _unmarked(sentence, after), after.end())


def _mark(after: re.Match[str]) -> str | None:
    if ":" in (after["mark"], after["late"]):
        return "colon"
    if after["that"]:
        return "that"
    if after["quote"]:
        return "quote"
    return "semicolon" if after["mark"] in ("؛", ";") else None


def _unmarked(sentence: Sentence, after: re.Match[str]) -> str:
    if after.end() >= sentence.end or sentence.folded[after.end()] in ".!؟?)]»":
        return "end"
    if _AND.match(sentence.folded, after.end()):
        return "and"
    return "comma" if after["mark"] else "bare"


def _after(sentence: Sentence, hit: Hit[Form], dress: _Dress, reach: int) -> Draft | None:
    content = trimmed(sentence.folded, dress.start, sentence.end)
    if content is None and dress.name != "colon":
        return None
    spans: tuple[Span, ...] = (content,) if content else ()
    return Draft((hit.start, hit.end), hit.entry, "verb", dress.name, spans, (reach, hit.end), open=True)
