"""What the cues of one sentence may attribute: for each cue, where the words it reports stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.facts import Span
from ingest.cues import Cue, Form
from ingest.gazetteer import Hit
from ingest.quotes import Quotes

_AFTER = re.compile(
    r"[ \u200c]*(?P<mark>[:،,؛;]?)[ \u200c]*(?:(?P<that>که|تا)(?![\w\u200c]))?[ \u200c]*(?P<late>[:،]?)[ \u200c]*"
    r"(?P<quote>[«\"“]*)[ \u200c]*"
)
_AND = re.compile(r"(?:و|اما|ولی|تا|که)(?![\w\u200c])")
FINITE = (
    r"(?:ن?می[ \u200c]\w{2,}|ن?می(?:کن|شو|ده|گو|توان|خواه|دان|باش|گیر|رو|رس)\w*|است|نیست(?:ند)?|\w+\u200c?اند|"
    r"هست(?:ند|یم|م)?|ن?بود(?:ه|ند|یم|م)?|ن?شد(?:ه|ند|یم)?|ن?کرد(?:ه|ند|یم|م)?|ن?داد(?:ه|ند|یم|م)?|ن?داشت(?:ه|ند|یم|م)?|ن?دار(?:د|ند|یم|م)|"
    r"ن?خواه(?:د|ند|یم|م) \w+|ن?باش(?:د|ند|یم)|ن?شو(?:د|ند|یم)|ن?کن(?:د|ند|یم|م)|ن?ده(?:د|ند|یم)|ن?گیر(?:د|ند)|ن?رس(?:د|ید|ند)|"
    r"ن?یاب(?:د|ند)|ن?گرفت(?:ه|ند|یم)?|ن?رفت(?:ه|ند)?|ن?یافت(?:ه|ند)?|ب\w{2,}(?:ند|یم)|گذاشت(?:ند)?|ساخت(?:ند)?|نمود(?:ه|ند)?|آمد(?:ند)?|آورد(?:ند)?|"
    r"باید|زد|زدند|\w{3,}یدند|\w{2,}ریم|سازد|سازند|آید|آیند|گردد|گردند|گردید|ماند|کشید|پرداخت(?:ند)?)"
)
_CLAUSE_END_AND = re.compile(rf"(?<![\w\u200c]){FINITE}[ \u200c»\"”]*(?P<cut>[،,؛]?[ \u200c]*(?:و|اما|ولی)(?= ))")
_PRONOUN_OBJECT = re.compile(r"(?<![\w\u200c])(?:آن|او|آنها|آن\u200cها|آنان|وی|این|ایشان)[ \u200c]*\Z")
_SUBORDINATE = re.compile(
    r"(?<![\w\u200c])(?:آنکه|اینکه|آن که|این که|که|در حالی|اگرچه|هرچند|گرچه|وقتی|زمانی|هنگامی)(?![\w\u200c])"
)
ANY_FINITE = re.compile(rf"(?<![\w\u200c]){FINITE}(?![\w\u200c])")
_ON = re.compile(r"(?<![\w\u200c])(?<!علاوه )(?<!مبنی )(?<!بنا )(?<!افزون )بر(?![\w\u200c])")
_OF = re.compile(r"(?<![\w\u200c])(?<!پس )(?<!پیش )(?<!قبل )(?<!بعد )(?<!یکی )(?<!غیر )از(?![\w\u200c])")
_TO = re.compile(r"(?<![\w\u200c])(?<!با توجه )(?<!نسبت )(?<!با اشاره )(?<!راجع )به(?![\w\u200c])")
_RA = re.compile(r"(?<![\w\u200c])را(?![\w\u200c])")
_TRIM_HEAD = " \u200c:،,؛;.«\"“'"
_LEAD = re.compile(
    r"(?:(?:وی|او|ایشان|نیز|هم|همچنین|سپس|اما|و|در ادامه|در پایان|بار دیگر|این مقام|نامبرده|همه|ضمن آن|البته|در عین حال"
    r"|در این دیدار|پیش از این|پیشتر|روز \w+|امروز|دیروز)(?![\w\u200c])[ \u200c،]*)+"
)
_BETWEEN = re.compile(
    r"(?<![\w\u200c])(?:ن?می[ \u200c]?)?(?:شد(?:ه|ند)?|شو(?:د|ند)|است|بود(?:ه|ند)?|گردید(?:ه|ند)?|هست(?:ند|یم|م)?|"
    r"نیست(?:ند)?|نشد(?:ه|ند)?)(?:[ \u200c](?:است|اند|بود|بودند))?(?![\w\u200c])"
)
_GIVEN = re.compile(
    r"(?<![\w\u200c])(?:ن?می[ \u200c]?)?(?:داد(?:ه|ند)?|ده(?:د|ند))(?:[ \u200c](?:است|اند|بود|بودند))?(?![\w\u200c])"
)
_DONE = re.compile(
    r"(?<![\w\u200c])(?:ن?می[ \u200c]?)?(?:کرد(?:ه|ند)?|کن(?:د|ند)|نمود(?:ه|ند)?|داشت(?:ه|ند)?|دار(?:د|ند))"
    r"(?:[ \u200c](?:است|اند|بود|بودند))?(?![\w\u200c])"
)
_THAT_BEFORE = re.compile(
    r"(?<![\w\u200c])(?:از|به|بر|نسبت به|درباره) (?:این[ \u200c]?که|آن[ \u200c]?که)(?![\w\u200c])"
)
_CLAIM = re.compile(
    r"[ \u200c\"«]*(?:لزوم|ضرورت|اهمیت|تداوم|ادامه|حمایت|پشتیبانی|آمادگی|عزم|اراده|حق|پایبندی|تعهد|مخالفت|موافقت|نقش|حفظ|"
    r"تقویت|گسترش|توسعه|تمایل|انتصاب|به|عدم|توقف|پایان|آغاز|کاهش|افزایش|اینکه|این که|خروج|بازگشت|وجود|نیاز)(?![\w])"
)
_MODAL = re.compile(r"(?:توان|باید|نباید|شاید|نتوان|بتوان)[ \u200c]*\Z")
_TEXT = re.compile(r"(?<![\w])(?:متن|بیانیه|پیام|نامه|سخنان|اظهارات|گزارش|اطلاعیه|یادداشت|توییت|توئیت|اعلامیه|قطعنامه)")
_SHARED = re.compile(r"[ \u200c]+و(?= )")
_TOLD = re.compile(
    r"(?: [\w\u200c]+){0,7}? (?:ن?می[ \u200c]?)?(?:رساند(?:ه|ند)?|رسانید|رسیده?)(?:[ \u200c](?:است|اند|بود|بودند))?(?![\w\u200c])"
)
_BASED = re.compile(r"(?<![\w\u200c])مبنی بر(?P<that> (?:این[ \u200c]?که|آن[ \u200c]?که))?")
_BASED_END = re.compile(r"[،؛]| را(?= )| (?:گفت|افزود|اظهار|تاکید|تصریح|خاطرنشان|اعلام|بیان)(?![\w\u200c])")
_FOR = re.compile(r"(?<![\w\u200c])برای(?![\w\u200c])")
_WORDS = re.compile(r"[\w\u200c]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A possible attribution; `open` says that its content reaches its sentence's end and may run on."""

    cue: Span
    form: Form
    frame: str
    dress: str
    content: tuple[Span, ...]
    window: Span
    hint: Span | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of folded text with what the lexicon found in it."""

    folded: str
    start: int
    end: int
    hits: Sequence[Hit[Form]]
    quotes: Quotes


def drafts(sentence: Sentence) -> list[Draft]:
    """All that the sentence's cues may attribute, by place."""
    folded = sentence.folded
    found: list[Draft] = []
    asides: list[Hit[Form]] = []
    reach = sentence.start
    for at, hit in enumerate(sentence.hits):
        role = hit.entry.role
        if role == "aside":
            asides.append(hit)
        elif role == "according":
            found.extend(_according(sentence, hit, at))
        else:
            made = _verb(sentence, hit, at, reach) if role == "verb" else _noun(sentence, hit, reach)
            if made:
                inside = [aside for aside in asides if _holds(folded, aside, made)]
                for aside in asides:
                    made = made if aside in inside else _with_aside(sentence, made, aside)
                asides = inside
                found.append(made)
                reach = made.cue[1]
    found.extend(alone for aside in asides if (alone := _alone(sentence, aside)))
    return found


def _next(sentence: Sentence, place: int) -> int:
    return min((hit.start for hit in sentence.hits if hit.start >= place), default=sentence.end)


def _verb(sentence: Sentence, hit: Hit[Form], at: int, reach: int) -> Draft | None:
    folded, takes = sentence.folded, hit.entry.cue.takes
    after = _AFTER.match(folded, hit.end, sentence.end)
    dress = _dress(folded, after, sentence.end) if after else "end"
    start = after.end() if after else hit.end
    reach = _clause_start(folded, reach, hit.start)
    window = (reach, hit.end)
    if _MODAL.search(folded, max(reach, hit.start - 12), hit.start) and hit.entry.mood == "past":
        return None
    if hit.entry.cue.kind == "text" and not _document(folded, reach, hit, dress):
        return None
    if after and dress in ("colon", "that", "quote") and takes & {"clause", "that", "colon", "quote", "predicate"}:
        if dress != "that" or not takes & {"colon"}:
            return _after(sentence, hit, dress, start, window)
    before = _before(sentence, hit, reach)
    if before and (dress in ("end", "and", "semicolon", "comma") or "clause" not in takes):
        return before
    if dress in ("comma", "bare") and takes & {"clause"} and start < sentence.end:
        return _after(sentence, hit, dress, start, window)
    return before or _inverse(sentence, hit, dress, reach)


def _document(folded: str, reach: int, hit: Hit[Form], dress: str) -> bool:
    """Whether «آمده است», «به شرح زیر است» can tell what a text says rather than who has come or what follows."""
    if dress not in ("colon", "quote", "that", "bare"):
        return False
    text = folded[reach : hit.start]
    return bool(_TEXT.search(text)) if hit.entry.cue.id.startswith("sharh") else dress != "bare" or "در" in text


def _clause_start(folded: str, reach: int, end: int) -> int:
    """Where the clause of a cue begins: after the last «و» that follows a finite verb."""
    for match in _CLAUSE_END_AND.finditer(folded, reach, end):
        reach = match.end()
    return reach


def _relative_start(folded: str, reach: int, end: int) -> int:
    """Where the clause of a cue begins if it is a «که» clause without a verb before the cue."""
    that = folded.rfind(" که ", reach, end)
    if that >= 0 and not ANY_FINITE.search(folded, that + 4, end):
        return that + 4
    return reach


def _dress(folded: str, after: re.Match[str], end: int) -> str:
    if ":" in (after["mark"], after["late"]):
        return "colon"
    if after["that"]:
        return "that"
    if after["quote"]:
        return "quote"
    if after["mark"] in ("؛", ";"):
        return "semicolon"
    if after.end() >= end or folded[after.end()] in ".!؟?)]»":
        return "end"
    if _AND.match(folded, after.end()):
        return "and"
    return "comma" if after["mark"] else "bare"


def _after(sentence: Sentence, hit: Hit[Form], dress: str, start: int, window: Span) -> Draft | None:
    content = trimmed(sentence.folded, start, sentence.end)
    if content is None:
        return (
            Draft((hit.start, hit.end), hit.entry, "verb", dress, (), window, open=True) if dress == "colon" else None
        )
    return Draft((hit.start, hit.end), hit.entry, "verb", dress, (content,), window, open=True)


def _before(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    folded, takes, span = sentence.folded, hit.entry.cue.takes, (hit.start, hit.end)
    reach = _relative_start(folded, reach, hit.start)
    if "that" in takes and (match := _THAT_BEFORE.search(folded, reach, hit.start)):
        content = trimmed(folded, match.end(), hit.start)
        if content:
            return Draft(span, hit.entry, "that-before", "before", (content,), (reach, match.start()))
    for name, pattern in (("on", _ON), ("of", _OF), ("to", _TO)):
        if name in takes and (match := _opener(pattern, folded, reach, hit.start)):
            content = trimmed(folded, match.end(), hit.start)
            if content:
                return Draft(span, hit.entry, name, "before", (content,), (reach, match.start()))
    if takes & {"predicate", "object"}:
        ra = list(_RA.finditer(folded, reach, hit.start))
        if ra:
            start = _object_start(folded, reach, ra[-1].start())
            predicate = len(_WORDS.findall(folded, ra[-1].end(), hit.start)) > 0 and "predicate" in takes
            end = hit.start if predicate else ra[-1].start()
            content = trimmed(folded, start, end)
            if content and (predicate or "object" in takes):
                return Draft(
                    span, hit.entry, "predicate" if predicate else "object", "before", (content,), (reach, start)
                )
    if "as" in takes and (match := _opener(_OF, folded, reach, hit.start)):
        content = trimmed(folded, match.end(), hit.start)
        if content and "عنوان" in folded[match.end() : hit.start]:
            return Draft(span, hit.entry, "as", "before", (content,), (reach, match.start()))
    return None


def _opener(pattern: re.Pattern[str], folded: str, reach: int, end: int) -> re.Match[str] | None:
    comma = folded.rfind("،", reach, end)
    if comma > 0:
        late = pattern.search(folded, comma, end)
        if late and end - late.end() > 3:
            first = pattern.search(folded, reach, comma)
            return late if late.start() - comma < 25 or first is None else first
    return pattern.search(folded, reach, end)


def _object_start(folded: str, reach: int, ra: int) -> int:
    if pronoun := _PRONOUN_OBJECT.search(folded, reach, ra):
        return pronoun.start()
    start = reach
    for match in ANY_FINITE.finditer(folded, reach, ra):
        if ra - match.end() > 4:
            start = match.end()
    reach = start
    comma = folded.rfind("،", reach, ra)
    if comma > 0 and ra - comma > 4:
        start = comma + 1
    while start < ra and folded[start] in _TRIM_HEAD:
        start += 1
    lead = _LEAD.match(folded, start, ra)
    return lead.end() if lead else start


def _inverse(sentence: Sentence, hit: Hit[Form], dress: str, reach: int) -> Draft | None:
    return None


def _noun(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    """A noun whose light verb stands further on, is shared with the next («تاکید و … کرد») or is missing."""
    folded, takes = sentence.folded, hit.entry.cue.takes
    reach = _clause_start(folded, reach, hit.start)
    if hit.entry.cue.kind == "text":
        made = _verb(sentence, hit, 0, reach)
        return made if made and made.dress in ("colon", "quote", "that") else None
    if "between" in takes and (made := _between(sentence, hit, reach, hit.end, _closing(hit.entry.cue))):
        return made
    if hit.entry.cue.id == "khabar" and (of := _OF.match(folded, hit.end + 1)):
        return _between(sentence, hit, reach, of.end(), _GIVEN)
    if takes & {"on", "predicate", "object"} and _SHARED.match(folded, hit.end, sentence.end):
        before = _before(sentence, hit, reach)
        return replace(before, dress="shared") if before else None
    if "told" in takes and (close := _TOLD.match(folded, hit.end, sentence.end)):
        return _verb(sentence, Hit(hit.start, close.end(), hit.entry), 0, reach)
    return _nominal(sentence, hit, reach)


def _closing(cue: Cue) -> re.Pattern[str]:
    """The light verbs that close «خواستار … شد», «وعده … داد», «درخواست … کرد»."""
    if cue.id in ("dastur", "vade"):
        return _GIVEN
    return _DONE if "clause" in cue.takes and cue.id != "moddai" else _BETWEEN


def _between(sentence: Sentence, hit: Hit[Form], reach: int, start: int, closing: re.Pattern[str]) -> Draft | None:
    folded = sentence.folded
    close = closing.search(folded, start, sentence.end)
    headline = close is None and closing is _BETWEEN and folded[sentence.end - 1] not in ".!؟»"
    end = close.start() if close else sentence.end
    content = trimmed(folded, start, end) if close or headline else None
    if not content or (close and closing is not _BETWEEN and _foreign(sentence, hit, close.start())):
        return None
    dress = "between" if close else "headline"
    return Draft((hit.start, hit.end), hit.entry, "between", dress, (content,), (reach, hit.start))


def _foreign(sentence: Sentence, hit: Hit[Form], close: int) -> bool:
    """Whether a closing light verb belongs to another noun, or lies behind another clause."""
    taken = any(other.start < close < other.end for other in sentence.hits if other.entry.role == "verb")
    return taken or ANY_FINITE.search(sentence.folded, hit.end, close) is not None


def _nominal(sentence: Sentence, hit: Hit[Form], reach: int) -> Draft | None:
    """«اظهارات X مبنی بر A», and the headlines «درخواست X برای A», «تاکید X بر A»."""
    folded, takes = sentence.folded, hit.entry.cue.takes
    if "nominal" not in takes:
        return None
    based = _BASED.search(folded, hit.end, min(sentence.end, hit.end + 110))
    if based:
        stop = _BASED_END.search(folded, based.end(), sentence.end)
        content = trimmed(folded, based.end(), stop.start() if stop else sentence.end)
        dress = "based-that" if based["that"] else "based"
        start = based.start()
    else:
        opener = _FOR if "for" in takes else _ON if "on" in takes else None
        if opener is None or hit.start - sentence.start > 3 or folded[sentence.end - 1] in ".!؟»":
            return None
        match = opener.search(folded, hit.end, sentence.end)
        if match is None or ANY_FINITE.search(folded, hit.end, sentence.end):
            return None
        content, dress, start = trimmed(folded, match.end(), sentence.end), "headline", match.start()
    if not content:
        return None
    hint = trimmed(folded, hit.end, start)
    return Draft((hit.start, hit.end), hit.entry, "nominal", dress, (content,), (hit.start, start), hint)


def _holds(folded: str, aside: Hit[Form], made: Draft) -> bool:
    """Whether the cue stands inside the aside's own clause, which has had no verb yet."""
    if aside.entry.mood != "clause":
        return False
    return not ANY_FINITE.search(folded, aside.end, made.cue[0])


def _with_aside(sentence: Sentence, made: Draft, aside: Hit[Form]) -> Draft:
    span = _aside_span(sentence, aside, made.cue[0])
    if span is None or (made.content and span[1] > made.content[0][0] and made.dress != "before"):
        return made
    if made.content and made.content[0][0] < span[1]:
        start = max(made.content[0][0], span[1])
        clipped = trimmed(sentence.folded, start, made.content[0][1])
        return replace(made, content=(span, clipped), frame=made.frame + "+aside") if clipped else made
    return replace(made, content=(span, *made.content), frame=made.frame + "+aside")


def _aside_span(sentence: Sentence, aside: Hit[Form], end: int) -> Span | None:
    folded = sentence.folded
    if aside.entry.mood == "noun" and not _CLAIM.match(folded, aside.end):
        return None
    if aside.entry.mood == "noun":
        comma = folded.find("،", aside.end, end)
        stop = comma if comma > 0 else end
    else:
        stop = end
        comma = folded.rfind("،", aside.end, end)
        while comma > 0:
            if ANY_FINITE.search(folded, comma, stop if stop == end else end):
                break
            stop = comma
            comma = folded.rfind("،", aside.end, comma)
        if stop == end and (finite := _last_finite(folded, aside.end, end)):
            stop = finite
    return trimmed(folded, aside.end, stop)


def _last_finite(folded: str, start: int, end: int) -> int | None:
    last = None
    for match in ANY_FINITE.finditer(folded, start, end):
        last = match.end()
    return last


def _alone(sentence: Sentence, aside: Hit[Form]) -> Draft | None:
    span = _aside_span(sentence, aside, sentence.end)
    if span is None:
        return None
    return Draft((aside.start, aside.end), aside.entry, "aside", "aside", (span,), (sentence.start, aside.end))


def _according(sentence: Sentence, hit: Hit[Form], at: int) -> Iterator[Draft]:
    folded = sentence.folded
    comma = re.compile("[،,:]").search(folded, hit.end, min(sentence.end, hit.end + 160))
    if comma:
        hint = trimmed(folded, hit.end, comma.start())
        start = comma.end()
    else:
        words = list(_WORDS.finditer(folded, hit.end, sentence.end))
        if len(words) < 6:
            return
        hint = trimmed(folded, hit.end, words[2].end())
        start = words[2].end()
    content = trimmed(folded, start, sentence.end)
    if content and hint:
        span = (hit.start, hit.end)
        yield Draft(
            span, hit.entry, "according", "comma" if comma else "bare", (content,), (hit.start, start), hint, True
        )


def trimmed(folded: str, start: int, end: int) -> Span | None:
    """A content span without outer marks: closing quotation marks go only with the opening one."""
    while start < end and folded[start] in _TRIM_HEAD:
        start += 1
    while end > start and folded[end - 1] in " \u200c.،,؛;:":
        end -= 1
    while end > start and folded[end - 1] in ' \u200c.،,؛;:»"”':
        mark = folded[end - 1]
        inside = folded[start : end - 1]
        if mark == "»" and inside.count("«") > inside.count("»"):
            break
        if mark == '"' and inside.count('"') % 2:
            break
        end -= 1
    return (start, end) if end - start > 1 else None


def cue_of(draft: Draft) -> Cue:
    """The lexicon entry behind a draft."""
    return draft.form.cue
