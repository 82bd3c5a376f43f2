"""Content that stands before its cue: «بر A تاکید کرد», «از A خبر داد», «A را رد کرد», «A را B دانست»."""

import re
from collections.abc import Callable, Mapping

from graph.facts import Span
from ingest.attributing import subjects
from ingest.attributing.acceptance import sort
from ingest.attributing.clauses import FINITE, has_verb, relative_start, word
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft, Sentence, trimmed
from ingest.attributing.renown import is_known
from ingest.gazetteer import Hit

ON = re.compile(r"(?<![\w\u200c])(?<!علاوه )(?<!مبنی )(?<!بنا )(?<!افزون )بر(?![\w\u200c])")
OF = re.compile(r"(?<![\w\u200c])(?<!پس )(?<!پیش )(?<!قبل )(?<!بعد )(?<!یکی )(?<!غیر )از(?![\w\u200c]| (?:قول|زبان) )")
_TO = re.compile(r"(?<![\w\u200c])(?<!با توجه )(?<!نسبت )(?<!با اشاره )(?<!راجع )به(?![\w\u200c])")
_RA = word("را")
_THAT = word(r"(?:از|به|بر|نسبت به|درباره) (?:این[ \u200c]?که|آن[ \u200c]?که)")
_PRONOUN = re.compile(r"(?<![\w\u200c])(?:آن|او|آنها|آن\u200cها|آنان|وی|این|ایشان)[ \u200c]*\Z")
# What somebody said or did, taken up: an object by itself, whoever stands before it.
_TAKEN_UP = (
    r"موضوع|اقدام\w*|حمل\w*|درخواست\w*|خبر|ادعا\w*|سخنان|اظهارات?|تصمیم|قطعنامه|سفر|اتهام\w*|گزارش\w*|مطلب|پیشنهاد\w*|"
    r"طرح|امر|مس[ای]له|تحریم\w*|توافق\w*|تهدید\w*|دیدار|نشست|روند|رفتار\w*|گفته\w*"
)
_THIS = re.compile(
    rf"(?<![\w\u200c])(?:این|همین)[ \u200c]+(?:{_TAKEN_UP})(?:\u200c\w+)?(?:[ \u200c]+[\w\u200c]+)?[ \u200c]*\Z"
)
# What somebody did or does: behind a name it begins an object, since no name governs a noun.
_DEED = word(
    r"(?:تهدید|پیشرفت|ادعا|اتهام|اقدام|تحریم|تلاش|دخالت|همکاری|نگرانی|درخواست|پیشنهاد)(?:ات|\u200c?ها|\u200c?های)?|"
    r"خروج|ورود|عبور|اعزام|حمل(?:ه|ات|ه\u200cهای)|رفع|لغو|تعامل|مخالفت|موافقت|حمایت|اظهارات|سخنان|گفته\u200cهای|تصمیم|حضور|"
    r"مداخله|نقض|ادامه|تداوم|توقف|آغاز|پایان|برگزاری|انتخاب|استقرار|افزایش|کاهش|توسعه|گسترش|تقویت|روابط|مذاکر(?:ه|ات)|سفر|"
    r"تشکیل|ایجاد|حفظ|رعایت|اجرای|امضای|تصویب|بازگشت|عملیات|تحولات|وضعیت|شرایط|بازداشت|آزادی"
)
_OF_WHICH = re.compile(r"(?<![\w\u200c])(?:علت|دلیل|دلایل|هدف|نتیجه)[ \u200c]+\Z")
_BEFORE_THIS = re.compile(r"(?P<word>[\w\u200c]+)?(?P<comma>[،,]?)[ \u200c]*\Z")
_ADVERBS = frozenset(("نیز", "هم", "همچنین", "شدت", "دیروز", "امروز"))
_VERB = word(FINITE)
_WORD = re.compile(r"[\w\u200c]+")
# What opens a clause before its object: the speaker as a pronoun, adverbs.
_LEAD = re.compile(
    r"[ \u200c:،,؛;.«\"“']*(?:(?:وی|او|ایشان|آنها|آن\u200cها|آنان|طرفین|نیز|هم|همچنین|سپس|اما|و|در ادامه|در پایان|"
    r"به گزارش [\w\u200c]+|بار دیگر|این مقام|نامبرده|همه|ضمن آن|البته|در عین حال|در این دیدار|پیش از این|پیشتر|"
    r"روز \w+|امروز|دیروز)(?![\w\u200c])[ \u200c،]*)*"
)
_NEAR = 25  # code points behind a comma within which a preposition opens what the cue governs


def before(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    """The attribution whose content stands between `reach` and the cue, if the cue takes one there."""
    reach = relative_start(sentence.folded, reach, hit.start)
    takes = hit.entry.cue.takes
    found = (read(sentence, hit, reach) for name, read in _FRAMES.items() if name in takes)
    if draft := next(filter(None, found), None):
        return draft
    return _object(sentence, hit, reach) if takes & {"object", "predicate"} else None


def _behind(frame: str, opener: re.Pattern[str]) -> Callable[[Sentence, Hit[Form], int], Draft | None]:
    """Reads a content that a preposition opens."""

    def read(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
        match = _opener(opener, sentence.folded, reach, hit.start)
        return match and _draft(sentence, hit, frame, (match.end(), hit.start), (reach, match.start()))

    return read


def _that(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    match = _THAT.search(sentence.folded, reach, hit.start)
    return match and _draft(sentence, hit, "that-before", (match.end(), hit.start), (reach, match.start()))


def _as(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    """«از A به عنوان B یاد کرد»."""
    match = _opener(OF, sentence.folded, reach, hit.start)
    if match is None or "عنوان" not in sentence.folded[match.end() : hit.start]:
        return None
    return _draft(sentence, hit, "as", (match.end(), hit.start), (reach, match.start()))


_FRAMES: Mapping[str, Callable[[Sentence, Hit[Form], int], Draft | None]] = {
    "that": _that,
    "on": _behind("on", ON),
    "of": _behind("of", OF),
    "to": _behind("to", _TO),
    "as": _as,
}


def _draft(sentence: Sentence, hit: Hit[Form], frame: str, content: Span, window: Span) -> Draft | None:
    span = trimmed(sentence.folded, *content)
    return Draft((hit.start, hit.end), hit.entry, frame, "before", (span,), window) if span else None


def _opener(pattern: re.Pattern[str], folded: str, reach: int, end: int) -> re.Match[str] | None:
    """The preposition that opens the content: the first one, or one right behind the last comma."""
    comma = folded.rfind("،", reach, end)
    late = pattern.search(folded, comma, end) if comma > 0 else None
    if late is None or end - late.end() <= 3:
        return pattern.search(folded, reach, end)
    first = pattern.search(folded, reach, comma)
    return late if first is None or late.start() - comma < _NEAR else first


def _object(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    """«A را رد کرد» and, with words between «را» and the cue, the small clause «A را B دانست»."""
    folded, takes = sentence.folded, hit.entry.cue.takes
    marks = list(_RA.finditer(folded, reach, hit.start))
    if not marks:
        return None
    ra = marks[-1]
    is_predicate = "predicate" in takes and _WORD.search(folded, ra.end(), hit.start) is not None
    if not is_predicate and "object" not in takes:
        return None
    start = _object_start(folded, reach, ra.start())
    content = (start, hit.start if is_predicate else ra.start())
    return _draft(sentence, hit, "predicate" if is_predicate else "object", content, (reach, start))


def _is_begun(folded: str, reach: int, place: int) -> bool:
    """Whether a phrase begins at a place, by what stands before it: nothing, a name, an adverb, «در بیانیه‌ای»."""
    before = _BEFORE_THIS.search(folded, reach, place)
    word = before and before["word"]
    if not before or not word or before["comma"]:
        return True
    return word in _ADVERBS | subjects.TAIL or word.endswith("\u200cای") or is_known(word) or sort(word) == "name"


def _object_start(folded: str, reach: int, ra: int) -> int:
    """Where the object before «را» begins: a pronoun is one by itself; no finite verb and no adverb belongs to it."""
    if pronoun := _PRONOUN.search(folded, reach, ra):
        noun = _OF_WHICH.search(folded, reach, pronoun.start())
        return noun.start() if noun else pronoun.start()
    if (this := _THIS.search(folded, reach, ra)) and _is_begun(folded, reach, this.start()):
        return this.start()
    start = reach
    if has_verb(folded, reach, ra):
        start = max((m.end() for m in _VERB.finditer(folded, reach, ra) if ra - m.end() > 4), default=reach)
    comma = folded.rfind("،", start, ra)
    if comma > 0 and ra - comma > 4:
        start = comma + 1
    lead = _LEAD.match(folded, start, ra)
    return _deed(folded, subjects.end(folded, lead.end() if lead else start, ra), ra)


def _deed(folded: str, start: int, ra: int) -> int:
    """Where what somebody did begins behind his name; `start` where it begins there or nowhere."""
    if _DEED.match(folded, start, ra):
        return start
    deeds = (match.start() for match in _DEED.finditer(folded, start, ra))
    return next((place for place in deeds if _names(_BEFORE_THIS.search(folded, start, place))), start)


def _names(before: re.Match[str] | None) -> bool:
    word = before and before["word"]
    return bool(word) and (word in subjects.TAIL or is_known(word) or sort(word) == "name")
