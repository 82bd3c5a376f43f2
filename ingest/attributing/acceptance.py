"""What speaks for and against a possible attribution, as named features of its cue and its surroundings."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from graph.facts import Span
from graph.letters import skeleton_text
from ingest.attributing.clauses import word
from ingest.attributing.drafts import Draft
from ingest.attributing.renown import is_known
from ingest.words import known_words

_TOKEN = re.compile(r"[\w\u200c]+|[^\w\s]")
_DEICTIC = re.compile(r"(?:این|همین|آن|چنین|هر گونه|هرگونه)(?: \w+)?\Z")
_OFFICE = re.compile(
    r"(?<![\w\u200c])(?:وزیر|رییس|رئیس|سخنگو\w*|معاون|سفیر|نماینده|مدیر\w*|دبیر\w*|فرمانده|نخست\S*|رهبر|سناتور|کارشناس\w*|"
    r"منبع|مقام\S*|عضو|مشاور|استاد)(?![\w])"
)
_PRONOUN = word("وی|او|ایشان|نامبرده")
_CARRIER = re.compile(r"(?<![\w\u200c])(?:به نقل از|از قول|به گزارش|بنا ?بر گزارش|به نوشته)(?![\w\u200c])")
_MEDIUM = re.compile(
    r"(?<![\w\u200c])(?:خبرگزاری|روزنامه|شبکه|نشریه|رادیو|تلویزیون|رسانه\S*|وبگاه|پایگاه|مجله|هفته\u200cنامه|سایت)(?![\w])"
)
_SORTS: Mapping[str, re.Pattern[str]] = {
    "journalist": re.compile(r"(?<![\w\u200c])خبرنگار"),
    "abstract": re.compile(
        r"(?<![\w\u200c])(?:بند|ماده|قانون|روند|امر|اقدام|موضوع|مسا?ئ?له|مسیله|تصمیم|طرح|سند|توافق\w*|قرارداد)(?![\w])"
    ),
    "document": re.compile(r"(?<![\w\u200c])(?:بیانیه|نامه|پیام|گزارش\w*|یادداشت|متن|اطلاعیه|قطعنامه|مقاله)(?![\w])"),
}
_OURS = re.compile(r"[\w\u200c]{2}یم(?![\w\u200c])|(?<![\w\u200c])(?:ما|من)(?![\w\u200c])")
_HEDGE = word("اگر|باید|نباید|چه|شاید|ممکن|بتواند|آیا|تا")
_SAME_AS = re.compile(r"همان[ \u200c]?(?:طور|گونه)|چنان[ \u200c]?که|آن[ \u200c]?(?:طور|گونه)|آنچه|آنچنان")
_TOLD = frozenset({"past", "present", "perfect", "pluperfect"})
_SIZES = (0, 6, 15, 30, 60, 120, 250)  # upper bounds of the classes of a content's length, code points
_LEADS = (2, 12, 60)  # of a cue's distance from its sentence's start
_NEAR = 40  # code points in which the two words before a cue are looked for


class Surroundings(NamedTuple):
    """Where a draft stands; `before` and `behind` are its sentence's neighbouring drafts."""

    folded: str
    sentence: Span
    is_quoted: bool
    is_headline: bool
    before: Draft | None
    behind: Draft | None


def surely(draft: Draft) -> bool:
    """Whether the rule alone carries the draft: a finite verb of saying before a colon, affirmed."""
    return (
        draft.frame.startswith("verb")
        and draft.dress == "colon"
        and draft.form.mood in _TOLD
        and not draft.form.negative
    )


def features(draft: Draft, around: Surroundings) -> Iterator[str]:
    """The features of a draft for the acceptance model."""
    yield from _form(draft)
    yield from _neighbours(draft, around)
    yield from _clause(draft, around.folded)
    yield from _words(draft, around)
    yield from _content(draft, around)
    if draft.frame == "colon" and draft.hint:
        yield from _who(draft.hint, around)
    if draft.frame == "according" and draft.hint:
        yield f"hint-words={min(8, around.folded.count(' ', *draft.hint))}"
        yield f"hint={_first(around.folded, *draft.hint)}"


def _form(draft: Draft) -> Iterator[str]:
    form, cue, way = draft.form, draft.form.cue, draft.way
    yield f"cue={cue.id}"
    yield f"kind={cue.kind}"
    yield f"frame={way}"
    yield f"mood={form.mood}"
    yield f"cue-frame={cue.id}/{way}"
    yield f"frame-mood={way}/{form.mood}"
    yield f"cue-mood={cue.id}/{form.mood}"
    yield f"person={form.person}/{form.mood}"
    if form.negative:
        yield "negative"
    if form.passive:
        yield "passive"


def _neighbours(draft: Draft, around: Surroundings) -> Iterator[str]:
    """Whether the cue stands in what another one reports, and whether it reports another one."""
    folded, before, behind = around.folded, around.before, around.behind
    if before and before.open and before.content and before.content[-1][0] <= draft.cue[0]:
        gap = len(_TOKEN.findall(folded, before.content[-1][0], draft.cue[0]))
        same = "same" if before.form.person == draft.form.person else "other"
        yield f"inside={before.dress}/{min(gap, 10)}"
        yield f"inside-cue={draft.form.cue.id}/{min(gap, 3)}"
        yield f"inside-mood={before.form.mood}/{draft.form.mood}/{same}"
    else:
        yield f"outside/{draft.way}"
    if behind and draft.content and draft.open and behind.cue[0] >= draft.content[-1][0]:
        gap = len(_TOKEN.findall(folded, draft.content[-1][0], behind.cue[0]))
        yield f"holds={draft.form.cue.kind}/{min(gap // 3, 8)}"
        yield f"holds-frame={draft.way}/{behind.way}"
        yield f"holds-mood={draft.form.cue.id}/{behind.form.mood}"
        if _CARRIER.search(folded, *draft.window) or _MEDIUM.search(folded, *draft.window):
            yield f"carries={behind.form.mood}/{draft.dress}"


def _clause(draft: Draft, folded: str) -> Iterator[str]:
    """Who may be speaking: how much stands before the cue in its clause, and what it looks like."""
    text = folded[draft.window[0] : min(draft.window[1], draft.cue[0])]
    words = text.split()
    yield f"clause={min(len(words), 8)}/{draft.form.mood}"
    if not words:
        return
    if _OFFICE.search(text):
        yield "clause-office"
    if _PRONOUN.search(text):
        yield "clause-pronoun"
    if _HEDGE.search(text):
        yield f"clause-hedge={draft.form.mood}"
    if _SAME_AS.search(text):
        yield "clause-as"
    yield f"clause-first-sort={sort(words[0])}/{draft.frame}"
    yield f"clause-names={min(3, sum(sort(one) == 'name' for one in words[:8]))}/{draft.form.mood}"
    yield f"clause-first={words[0]}"
    yield f"clause-known={min(3, sum(map(is_known, words)))}/{draft.form.mood}"
    if words[-1] == "که" or " که " in text:
        yield f"clause-that/{draft.dress}"
    yield from _sources(draft, text)


def _sources(draft: Draft, text: str) -> Iterator[str]:
    """What else than an official the clause may have for a subject: a medium, a journalist, a thing."""
    if _CARRIER.search(text):
        yield "clause-carrier"
    if _MEDIUM.search(text):
        yield f"clause-medium={draft.form.cue.kind}"
    yield from (f"clause-sort={sort}" for sort, words in _SORTS.items() if words.search(text))


def _words(draft: Draft, around: Surroundings) -> Iterator[str]:
    """The words on both sides of the cue."""
    start, end = around.sentence
    found = ["^", "^", *_TOKEN.findall(around.folded, max(start, draft.cue[0] - _NEAR), draft.cue[0])]
    yield f"before-sort={sort(found[-1])}/{draft.way}"
    yield f"before={found[-1]}"
    yield f"before-frame={found[-1]}/{draft.way}"
    yield f"before2={found[-2]}"
    after = _first(around.folded, draft.cue[1], end)
    yield f"after={after}/{draft.frame}"
    yield f"after-sort={sort(after)}/{draft.way}"
    yield f"lead={_class(draft.cue[0] - start + 1, _LEADS)}"
    if around.is_quoted:
        yield "quoted"


def _content(draft: Draft, around: Surroundings) -> Iterator[str]:
    size = sum(end - start for start, end in draft.content)
    yield f"size={_class(size, _SIZES)}/{draft.frame}"
    if not draft.content:
        return
    start, end = draft.content[0][0], draft.content[-1][1]
    if around.folded.startswith("؟", end):
        yield "question"
    if _DEICTIC.match(around.folded, start, end):
        yield f"deictic/{draft.frame}"
    yield f"begins={_first(around.folded, start, end)}"
    ours, own = _OURS.search(around.folded, start, end) is not None, draft.is_first_person
    yield f"content-ours={ours}/{own}/{draft.way}"


def _who(hint: Span, around: Surroundings) -> Iterator[str]:
    """What a bare colon's speaker looks like."""
    who = around.folded[hint[0] : hint[1]]
    words = who.split()
    yield f"who-words={min(len(words), 9)}"
    yield f"who-first={words[0]}"
    yield f"who-last={words[-1]}"
    if _OFFICE.search(who):
        yield "who-office"
    if "«" in who:
        yield "who-quote"
    yield f"who-line={'first' if around.is_headline else 'later'}"
    yield f"who-start={'line' if hint[0] - around.sentence[0] < 3 else 'inside'}"


@lru_cache(1 << 16)
def sort(printed: str) -> str:
    """The part of speech in hazm's word list; a word that is not in it may be a name."""
    return known_words().get(skeleton_text(printed), "name")


def _class(size: int, bounds: tuple[int, ...]) -> int:
    return next((at for at, bound in enumerate(bounds) if size <= bound), len(bounds))


def _first(folded: str, start: int, end: int) -> str:
    match = _TOKEN.search(folded, start, end)
    return match.group() if match else "$"
