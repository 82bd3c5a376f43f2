"""What speaks for and against a possible attribution, as named features of its cue and its surroundings."""

import re
from collections.abc import Iterator

from graph.letters import skeleton_text
from ingest.content import Draft
from ingest.words import known_words

_WORD_BEFORE = re.compile(r"([\w\u200c]+)[^\w]*\Z")
_WORDS = re.compile(r"[\w\u200c]+|[^\w\s]")
_DEICTIC = re.compile(r"(?:این|همین|آن|چنین|هر گونه|هرگونه)(?: \w+)?\Z")
_DIGIT = re.compile(r"\d")
_PERSON = re.compile(
    r"(?<![\w\u200c])(?:وزیر|رییس|رئیس|سخنگو\w*|معاون|سفیر|نماینده|مدیر\w*|دبیر\w*|فرمانده|نخست\S*|رهبر|سناتور|کارشناس\w*|منبع|مقام\S*|عضو|مشاور|استاد)(?![\w])"
)

_PRONOUN = re.compile(r"(?<![\w\u200c])(?:وی|او|ایشان|نامبرده)(?![\w\u200c])")
_HEDGE = re.compile(r"(?<![\w\u200c])(?:اگر|باید|نباید|چه|شاید|ممکن|بتواند|آیا|تا)(?![\w\u200c])")
_SAME_AS = re.compile(r"همان[ \u200c]?(?:طور|گونه)|چنان[ \u200c]?که|آن[ \u200c]?(?:طور|گونه)|آنچه|آنچنان")


def features(
    folded: str,
    draft: Draft,
    sentence: tuple[int, int],
    quoted: bool,
    first: bool,
    before: Draft | None = None,
    behind: Draft | None = None,
) -> Iterator[str]:
    """The features of a draft for the acceptance model; `quoted` if its cue stands within quotation marks; `before` and
    `behind` are the sentence's neighbouring drafts."""
    yield from _neighbours(folded, draft, before, behind)
    yield from _clause(folded, draft)
    form, cue = draft.form, draft.form.cue
    where = f"{draft.frame}/{draft.dress}"
    yield f"cue={cue.id}"
    yield f"kind={cue.kind}"
    yield f"frame={where}"
    yield f"mood={form.mood}"
    yield f"cue-frame={cue.id}/{where}"
    yield f"frame-mood={where}/{form.mood}"
    yield f"cue-mood={cue.id}/{form.mood}"
    yield f"person={form.person}/{form.mood}"
    if form.negative:
        yield "negative"
    if form.passive:
        yield "passive"
    if quoted:
        yield "quoted"
    words = _words_before(folded, draft.cue[0], sentence[0])
    yield f"before-sort={sort(words[0])}/{where}"
    yield f"before={words[0]}"
    yield f"before-frame={words[0]}/{where}"
    yield f"before2={words[1]}"
    after = _words_after(folded, draft.cue[1], sentence[1])
    yield f"after={after}/{draft.frame}"
    yield f"after-sort={sort(after)}/{where}"
    lead = draft.cue[0] - sentence[0]
    yield f"lead={'0' if lead < 2 else '1' if lead < 12 else '2' if lead < 60 else '3'}"
    size = sum(end - start for start, end in draft.content)
    yield f"size={_bucket(size)}/{draft.frame}"
    if draft.content:
        last = draft.content[-1][1]
        if folded[last : last + 1] == "؟":
            yield "question"
        if _DEICTIC.match(folded[draft.content[0][0] : draft.content[-1][1]]):
            yield f"deictic/{draft.frame}"
        begins = _words_after(folded, draft.content[0][0], draft.content[-1][1])
        yield f"begins={begins}"
    if draft.frame == "colon" and draft.hint:
        yield from _who(folded, draft.hint, sentence, first)
    if draft.frame == "according" and draft.hint:
        yield f"hint-words={min(8, folded[slice(*draft.hint)].count(' '))}"
        yield f"hint={_words_after(folded, *draft.hint)}"


def _neighbours(folded: str, draft: Draft, before: Draft | None, behind: Draft | None) -> Iterator[str]:
    where = f"{draft.frame}/{draft.dress}"
    if before and before.open and before.content and before.content[-1][0] <= draft.cue[0]:
        gap = len(_WORDS.findall(folded, before.content[-1][0], draft.cue[0]))
        same = "same" if before.form.person == draft.form.person else "other"
        yield f"inside={before.dress}/{min(gap, 10)}"
        yield f"inside-cue={draft.form.cue.id}/{min(gap, 3)}"
        yield f"inside-mood={before.form.mood}/{draft.form.mood}/{same}"
    else:
        yield f"outside/{where}"
    if behind and draft.content and draft.open and behind.cue[0] >= draft.content[-1][0]:
        gap = len(_WORDS.findall(folded, draft.content[-1][0], behind.cue[0]))
        yield f"holds={draft.form.cue.kind}/{min(gap // 3, 8)}"
        yield f"holds-frame={where}/{behind.frame}/{behind.dress}"
        yield f"holds-mood={draft.form.cue.id}/{behind.form.mood}"


def _clause(folded: str, draft: Draft) -> Iterator[str]:
    """Who may be speaking: how much stands before the cue in its clause, and what it looks like."""
    text = folded[draft.window[0] : min(draft.window[1], draft.cue[0])]
    words = text.split()
    yield f"clause={min(len(words), 8)}/{draft.form.mood}"
    if _PERSON.search(text):
        yield "clause-office"
    if _PRONOUN.search(text):
        yield "clause-pronoun"
    if _HEDGE.search(text):
        yield f"clause-hedge={draft.form.mood}"
    if _SAME_AS.search(text):
        yield "clause-as"
    if words:
        yield f"clause-first-sort={sort(words[0])}/{draft.frame}"
        yield f"clause-names={min(3, sum(sort(w) == 'name' for w in words[:8]))}/{draft.form.mood}"
        yield f"clause-first={words[0]}"
    if text.rstrip().endswith("که") or " که " in text:
        yield f"clause-that/{draft.dress}"


def sort(word: str) -> str:
    """The part of speech in hazm's word list; a word that is not in it may be a name."""
    return known_words().get(skeleton_text(word), "name")


def _bucket(size: int) -> int:
    return next((at for at, limit in enumerate((0, 6, 15, 30, 60, 120, 250)) if size <= limit), 7)


def _words_before(folded: str, place: int, limit: int) -> tuple[str, str]:
    found = _WORDS.findall(folded, max(limit, place - 40), place)
    return (found[-1] if found else "^", found[-2] if len(found) > 1 else "^")


def _words_after(folded: str, place: int, limit: int) -> str:
    match = _WORDS.search(folded, place, limit)
    return match.group() if match else "$"


def _who(folded: str, hint: tuple[int, int], sentence: tuple[int, int], first: bool) -> Iterator[str]:
    who = folded[hint[0] : hint[1]]
    words = who.split()
    yield f"who-words={min(len(words), 9)}"
    yield f"who-first={words[0]}"
    yield f"who-last={words[-1]}"
    if _DIGIT.search(who):
        yield "who-digit"
    if _PERSON.search(who):
        yield "who-office"
    if "«" in who:
        yield "who-quote"
    yield f"who-line={'first' if first else 'later'}"
    yield f"who-start={'line' if hint[0] - sentence[0] < 3 else 'inside'}"
