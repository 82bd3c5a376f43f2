"""What speaks for and against a possible attribution, as named features of its cue and its surroundings."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from graph.facts import Span
from graph.letters import skeleton_text
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft
from ingest.attributing.looks import looks
from ingest.attributing.renown import is_known
from ingest.attributing.signs import MEDIUM, OFFICE, signs
from ingest.words import known_words

_TOKEN = re.compile(r"[\w\u200c]+|[^\w\s]")
_DEICTIC = re.compile(r"(?:این|همین|آن|چنین|هر گونه|هرگونه)(?: \w+)?\Z")
_CARRIER = re.compile(r"(?<![\w\u200c])(?:به نقل از|از قول|به گزارش|بنا ?بر گزارش|به نوشته)(?![\w\u200c])")
_SORTS = ("journalist", "abstract", "document")
_SAME_AS = re.compile(r"همان[ \u200c]?(?:طور|گونه)|چنان[ \u200c]?که|آن[ \u200c]?(?:طور|گونه)|آنچه|آنچنان")
TOLD = frozenset({"past", "present", "perfect", "pluperfect"})
_OTHERS = (3, 6)  # persons
_ONLY_PREDICATE = frozenset({"predicate"})  # what «خواندن», «دانستن» take, which say nothing before a colon
_SIZES = (0, 6, 15, 30, 60, 120, 250)  # upper bounds of the classes of a content's length, code points
_LEADS = (2, 12, 60)  # of a cue's distance from its sentence's start
_NEAR = 40  # code points in which the two words before a cue are looked for


class Surroundings(NamedTuple):
    """Where a draft stands; `signs` are its sentence's, `before` and `behind` the neighbouring drafts in it."""

    folded: str
    sentence: Span
    signs: Set[str]
    is_quoted: bool
    is_headline: bool
    before: Draft | None
    behind: Draft | None


def surely(draft: Draft) -> bool:
    """Whether the rule alone carries the draft: a finite verb of saying before a colon, affirmed, of somebody else."""
    form = draft.form
    return (
        draft.frame.startswith("verb")
        and draft.dress == "colon"
        and form.mood in TOLD
        and form.person in _OTHERS
        and not form.negative
        and form.cue.takes != _ONLY_PREDICATE
    )


def features(draft: Draft, around: Surroundings) -> list[str]:
    """The features of a draft for the acceptance model."""
    return [
        *_form(draft.form, draft.way),
        *_neighbours(draft, around),
        *_clause(draft, around.folded),
        *_words(draft, around),
        *_content(draft, around),
        *_hint(draft, around),
        *looks(draft, around.folded),
    ]


@lru_cache(1 << 12)
def _form(form: Form, way: str) -> list[str]:
    cue = form.cue
    return [
        f"cue={cue.id}",
        f"kind={cue.kind}",
        f"frame={way}",
        f"mood={form.mood}",
        f"cue-frame={cue.id}/{way}",
        f"frame-mood={way}/{form.mood}",
        f"cue-mood={cue.id}/{form.mood}",
        f"person={form.person}/{form.mood}",
        *["negative"] * form.negative,
        *["passive"] * form.passive,
    ]


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
        if _CARRIER.search(folded, *draft.window) or MEDIUM.search(folded, *draft.window):
            yield f"carries={behind.form.mood}/{draft.dress}"


def _clause(draft: Draft, folded: str) -> list[str]:
    """Who may be speaking: how much stands before the cue in its clause, and what it looks like."""
    text = folded[draft.window[0] : min(draft.window[1], draft.cue[0])]
    words, mood = text.split(), draft.form.mood
    if not words:
        return [f"clause=0/{mood}"]
    return [
        f"clause={min(len(words), 8)}/{mood}",
        f"clause-first={words[0]}",
        f"clause-known={min(3, sum(map(is_known, words)))}/{mood}",
        *([f"clause-that/{draft.dress}"] if words[-1] == "که" or " که " in text else ()),
        *_signs(draft, text, signs(words)),
    ]


def _signs(draft: Draft, text: str, told: Set[str]) -> Iterator[str]:
    """What speaks for an official as the clause's subject, and for another one: a medium, a journalist, a thing."""
    if not told:
        return
    if "office" in told:
        yield "clause-office"
    if "pronoun" in told:
        yield "clause-pronoun"
    if "hedge" in told:
        yield f"clause-hedge={draft.form.mood}"
    if "as" in told and _SAME_AS.search(text):
        yield "clause-as"
    if "carrier" in told and _CARRIER.search(text):
        yield "clause-carrier"
    if "medium" in told:
        yield f"clause-medium={draft.form.cue.kind}"
    yield from (f"clause-sort={sort}" for sort in _SORTS if sort in told)


def _words(draft: Draft, around: Surroundings) -> list[str]:
    """The words on both sides of the cue."""
    (start, end), (first, last), way = around.sentence, draft.cue, draft.way
    found = ["^", "^", *_TOKEN.findall(around.folded, max(start, first - _NEAR), first)]
    after = _first(around.folded, last, end)
    return [
        f"before-sort={sort(found[-1])}/{way}",
        f"before={found[-1]}",
        f"before-frame={found[-1]}/{way}",
        f"before2={found[-2]}",
        f"after-sort={sort(after)}/{way}",
        f"lead={bisect_left(_LEADS, first - start + 1)}",
        *(["quoted"] if around.is_quoted else ()),
    ]


def _content(draft: Draft, around: Surroundings) -> Iterator[str]:
    size = sum([end - start for start, end in draft.content])
    yield f"size={bisect_left(_SIZES, size)}/{draft.frame}"
    if not draft.content:
        return
    start, end = draft.content[0][0], draft.content[-1][1]
    text = around.folded[start:end]
    if around.folded.startswith("؟", end):
        yield "question"
    if _DEICTIC.match(text):
        yield f"deictic/{draft.frame}"
    yield f"begins={_first(text, 0, len(text))}"
    ours = "we" in around.signs and "we" in signs(text.split())
    yield f"content-ours={ours}/{draft.is_first_person}/{draft.way}"


def _hint(draft: Draft, around: Surroundings) -> Iterator[str]:
    """What the speaker looks like whom the draft's own frame names."""
    if draft.frame == "colon" and draft.hint:
        yield from _who(draft.hint, around)
    if draft.frame == "according" and draft.hint:
        yield f"hint-words={min(8, around.folded.count(' ', *draft.hint))}"
        yield f"hint={_first(around.folded, *draft.hint)}"


def _who(hint: Span, around: Surroundings) -> Iterator[str]:
    """What a bare colon's speaker looks like."""
    who = around.folded[hint[0] : hint[1]]
    words = who.split()
    yield f"who-words={min(len(words), 9)}"
    yield f"who-first={words[0]}"
    yield f"who-last={words[-1]}"
    if OFFICE.search(who):
        yield "who-office"
    if "«" in who:
        yield "who-quote"
    yield f"who-again={around.folded.count(words[-1]) > 1}/{'first' if around.is_headline else 'later'}"
    yield f"who-line={'first' if around.is_headline else 'later'}"
    yield f"who-start={'line' if hint[0] - around.sentence[0] < 3 else 'inside'}"


@lru_cache(1 << 13)
def sort(printed: str) -> str:
    """The part of speech in hazm's word list; a word that is not in it may be a name."""
    return known_words().get(skeleton_text(printed), "name")


def _first(folded: str, start: int, end: int) -> str:
    match = _TOKEN.search(folded, start, end)
    return match.group() if match else "$"
