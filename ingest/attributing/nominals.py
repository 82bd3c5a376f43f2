"""Cues whose verb is apart, shared or missing: «خواستار A شد», «اظهارات X مبنی بر A», «درخواست X برای A»."""

import re
from dataclasses import replace

from graph.facts import Span
from ingest.attributing.clauses import clause_start, has_verb, word
from ingest.attributing.complements import OF, ON, before
from ingest.attributing.cues import Cue, Form
from ingest.attributing.drafts import Draft, Sentence, trimmed
from ingest.gazetteer import Hit

_AUXILIARY = r"(?:[ \u200c](?:است|اند|بود|بودند))?"
_BECAME = word(
    r"(?:ن?می[ \u200c]?)?(?:شد(?:ه|ند)?|شو(?:د|ند)|است|بود(?:ه|ند)?|گردید(?:ه|ند)?|هست(?:ند)?|نیست(?:ند)?|"
    rf"نشد(?:ه|ند)?){_AUXILIARY}"
)
_GAVE = word(rf"(?:ن?می[ \u200c]?)?(?:داد(?:ه|ند)?|ده(?:د|ند)){_AUXILIARY}")
_DID = word(r"(?:ن?می[ \u200c]?)?(?:کرد(?:ه|ند)?|کن(?:د|ند)|نمود(?:ه|ند)?|داشت(?:ه|ند)?|دار(?:د|ند))" + _AUXILIARY)
TOLD = re.compile(
    r"(?: [\w\u200c]+){0,7}? (?:ن?می[ \u200c]?)?(?:رساند(?:ه|ند)?|رسانید|رسیده?)" + _AUXILIARY + r"(?![\w\u200c])"
)
_SHARED = re.compile(r"[ \u200c]+و(?= )")
_BASED = re.compile(r"(?<![\w\u200c])مبنی بر(?P<that> (?:این[ \u200c]?که|آن[ \u200c]?که))?")
_BASED_END = re.compile(r"[،؛]| را(?= )| (?:گفت|افزود|اظهار|تاکید|تصریح|خاطرنشان|اعلام|بیان)(?![\w\u200c])")
# A participle that another noun follows: «دیپلمات ربوده شده ایرانی».
_ADJECTIVE = re.compile(r"[\w\u200c]ه[ \u200c]+(?!(?:و|که|تا|اما|ولی|است|اند|بود|بودند)(?![\w\u200c]))[\w«\"(]")
_RA_AT_END = re.compile(r"[ \u200c]را(?:[ \u200c]+(?:ارایه|مطرح|تکرار))?[ \u200c]*\Z")
_FOR = word("برای")
_FAR = 110  # code points from the noun within which «مبنی بر» still belongs to it


def nominal(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    """The attribution that a noun without its verb beside it makes."""
    folded, cue = sentence.folded, hit.entry.cue
    reach = clause_start(folded, reach, hit.start)
    if "between" in cue.takes and (made := _between(sentence, hit, (reach, hit.end), _closing(cue))):
        return made
    if cue.id == "khabar" and (of := OF.match(folded, hit.end + 1)):
        return _between(sentence, hit, (reach, of.end()), _GAVE)
    if cue.takes & {"on", "predicate", "object"} and _SHARED.match(folded, hit.end, sentence.end):
        made = before(sentence, hit, reach)
        return replace(made, dress="shared") if made else None
    if "nominal" not in cue.takes:
        return None
    based = _BASED.search(folded, hit.end, min(sentence.end, hit.end + _FAR))
    return _based(sentence, hit, based) if based else _headline(sentence, hit)


def _closing(cue: Cue) -> re.Pattern[str]:
    """The light verbs that close «خواستار … شد», «وعده … داد», «درخواست … کرد»."""
    if cue.id in ("dastur", "vade"):
        return _GAVE
    return _DID if "clause" in cue.takes and cue.id != "moddai" else _BECAME


def _between(sentence: Sentence, hit: Hit[Form], bounds: Span, closing: re.Pattern[str]) -> Draft | None:
    """Content between noun and verb; `bounds` are where the clause and where the content begins."""
    folded, (reach, start) = sentence.folded, bounds
    closes = closing.finditer(folded, start, sentence.end)
    close = next((close for close in closes if not _ADJECTIVE.match(folded, close.end() - 2, sentence.end)), None)
    if close is None and (closing is not _BECAME or sentence.is_finished):
        return None
    if close and closing is not _BECAME and _is_foreign(sentence, hit, close.start()):
        return None
    content = trimmed(folded, start, _object_end(folded, start, close.start()) if close else sentence.end)
    dress = "between" if close else "headline"
    return content and Draft((hit.start, hit.end), hit.entry, "between", dress, (content,), (reach, hit.start))


def _object_end(folded: str, start: int, end: int) -> int:
    """Where the object before a closing light verb ends: «درخواست A را مطرح کرد»."""
    mark = _RA_AT_END.search(folded, start, end)
    return mark.start() if mark else end


def _is_foreign(sentence: Sentence, hit: Hit[Form], close: int) -> bool:
    """Whether a closing light verb belongs to another noun, or lies behind another clause."""
    taken = any(other.start < close < other.end for other in sentence.hits if other.entry.role == "verb")
    return taken or has_verb(sentence.folded, hit.end, close)


def _based(sentence: Sentence, hit: Hit[Form], based: re.Match[str]) -> Draft | None:
    stop = _BASED_END.search(sentence.folded, based.end(), sentence.end)
    content = (based.end(), stop.start() if stop else sentence.end)
    return _noun(sentence, hit, "based-that" if based["that"] else "based", content, based.start())


def _headline(sentence: Sentence, hit: Hit[Form]) -> Draft | None:
    """A verbless line that begins with the noun."""
    opener = _FOR if "for" in hit.entry.cue.takes else ON if "on" in hit.entry.cue.takes else None
    if opener is None or hit.start - sentence.start > 3 or sentence.is_finished:
        return None
    match = opener.search(sentence.folded, hit.end, sentence.end)
    if match is None or has_verb(sentence.folded, hit.end, sentence.end):
        return None
    return _noun(sentence, hit, "headline", (match.end(), sentence.end), match.start())


def _noun(sentence: Sentence, hit: Hit[Form], dress: str, content: Span, opener: int) -> Draft | None:
    """The draft whose speaker stands between the noun and what opens the content."""
    span = trimmed(sentence.folded, *content)
    hint = trimmed(sentence.folded, hit.end, opener)
    return span and Draft((hit.start, hit.end), hit.entry, "nominal", dress, (span,), (hit.start, opener), hint)
