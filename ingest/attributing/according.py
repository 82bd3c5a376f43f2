"""«به گفتهٔ X، A»: where the speaker ends, where the words stand, and where they end inside another clause."""

import re

from ingest.attributing import subjects
from ingest.attributing.clauses import follows_verb, has_verb
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft, Sentence, trimmed
from ingest.gazetteer import Hit

_COMMA = re.compile("[،,:]")
_WORD = re.compile(r"[\w\u200c]+")
_PRONOUN = re.compile(r"[ \u200c]*(?:وی|او|ایشان|آنان|آنها|آن\u200cها|نامبرده)(?![\w\u200c])")
_OURS = re.compile(r"[ \u200c]*(?:من|ما|بنده|اینجانب|شما|تو)(?![\w\u200c])")
_RELATIVE = re.compile(r"(?<![\w\u200c])که[ \u200c]*\Z")
_FAR = 160  # code points within which a comma ends the speaker
_NAMED = 110  # code points within which a speaker without a comma ends
_SHORTEST = 6  # words that «به گفتهٔ X A» needs without a comma


def according(sentence: Sentence, hit: Hit[Form]) -> Draft | None:
    """The attribution of an according-phrase, if words come behind its speaker; «به نظر من» is nobody else's."""
    folded = sentence.folded
    if _OURS.match(folded, hit.end):
        return None
    dress, end, start = _speaker(sentence, hit.end)
    hint, content = trimmed(folded, hit.end, end), trimmed(folded, start, sentence.end)
    if not content or not hint:
        return None
    place = _within(sentence, hit.start, content[0])
    content = (trimmed(folded, content[0], place) if place else None) or content
    return Draft(
        (hit.start, hit.end), hit.entry, "according", dress, (content,), (hit.start, start), hint, place is None
    )


def _speaker(sentence: Sentence, place: int) -> tuple[str, int, int]:
    """How the speaker's end is marked, where he ends and where the words begin."""
    folded = sentence.folded
    comma = _COMMA.search(folded, place, min(sentence.end, place + _FAR))
    pronoun = _PRONOUN.match(folded, place, sentence.end)
    if pronoun and (comma is None or comma.start() > pronoun.end() + 1):
        return "bare", pronoun.end(), pronoun.end()
    if comma and (" که " in folded[place : comma.start()] or not has_verb(folded, place, comma.start())):
        return "comma", comma.start(), comma.end()
    end = _unmarked(sentence, place)
    return "bare", end, end


def _unmarked(sentence: Sentence, place: int) -> int:
    """Behind the office or name that comes first; else behind the third word, if enough come behind it."""
    named = subjects.end(sentence.folded, place, min(sentence.end, place + _NAMED))
    if named > place + 1:
        return named
    words = list(_WORD.finditer(sentence.folded, place, sentence.end))
    return words[2].end() if len(words) >= _SHORTEST else place


def _within(sentence: Sentence, place: int, start: int) -> int | None:
    """Where the words end that stand inside a relative clause: «… که به گفتهٔ او A است، …»."""
    folded = sentence.folded
    if not _RELATIVE.search(folded, sentence.start, place):
        return None
    ends = (match.start() for match in _COMMA.finditer(folded, start, sentence.end))
    return next((end for end in ends if follows_verb(folded, start, end)), None)
