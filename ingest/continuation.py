"""Whether the sentence after an open statement is still the speaker's words, as named features."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.facts import Span
from ingest.acceptance import sort
from ingest.content import Draft, trimmed
from ingest.linear import Model

if TYPE_CHECKING:
    from ingest.passages import Page

_FIRST_PERSON = re.compile(
    r"(?<![\w\u200c])(?:ما|من|مان|خودمان|کشورمان|بنده|اینجانب|[\w\u200c]{2,}یم|می\u200c?\w+م|کردم|هستم|دارم)(?![\w\u200c])"
)
_NARRATION = re.compile(
    r"به گزارش|گفتنی است|لازم به ذکر|شایان ذکر|یادآوری می|انتهای پیام|به نقل از|خبرگزاری|این گزارش|در همین حال|از سوی دیگر|"
    r"پیش از این|پیشتر|این در حالی است|همچنین در|در همین راستا|در ادامه این|در این دیدار|در این نشست|به این ترتیب"
)
_PAST = re.compile(
    r"(?:کرد|کردند|شد|شدند|داد|دادند|بود|بودند|گرفت|گرفتند|داشت|یافت|پرداخت|پرداختند|رفت|آمد|گذشت|رسید)[ .»\"]*$"
)
_PRESENT = re.compile(r"(?:است|هستند|دارد|دارند|نیست|می\S+|می \S+|باشد|شود|کند|کنند|خواهد \S+|باید\b.*)[ .»\"]*$")
_FOOTER = re.compile(r"^\W*(?:@|https?:|#|انتهای پیام|بیشتر بخوانید|عکس|ویدیو|فیلم|لینک|کد خبر|منبع|\[)")
_WORD = re.compile(r"[\w\u200c]+")

_HOPELESS = 0.08
_FITS = 3 / 7  # of two stretches with one start, the shorter shares six tenths (Dice) with the longer from here on


@dataclass(slots=True)
class Opened:
    """A statement that has not ended: `taken` sentences were added, over `crossed` line breaks."""

    draft: Draft
    taken: int = 0
    crossed: int = 0

    def grown(self, laid: "Page", said: Sequence[Sequence[Draft]], at: int, go_on: Model) -> tuple[Draft, int]:
        """The statement with the sentences from `at` on that most likely are its own, and how many those are.

        Chosen is the end that fits best whatever the true end is, by the odds that each sentence still belongs.
        """
        start = self.draft.content[0][0] if self.draft.content else laid.passages[at].span[0]
        here = sum(b - a for a, b in self.draft.content)
        sizes, odds, alive = [here], [], 1.0
        while at + self.taken < len(laid.passages):
            passage = laid.passages[at + self.taken]
            belongs = self.belongs(laid, said, at + self.taken, go_on)
            odds.append(alive * (1 - belongs))
            alive *= belongs
            if alive < _HOPELESS:
                break
            self.taken += 1
            self.crossed += passage.breaks != "none"
            sizes.append(passage.span[1] - start)
            if not self.draft.content:
                self.draft = self._with(laid, at, 1)
        odds = [*odds, alive][: len(sizes)]
        many = max(range(len(sizes)), key=lambda end: (_fit(sizes, odds, end), -end))
        return (self._with(laid, at, many) if many else self.draft), many

    def belongs(self, laid: "Page", said: Sequence[Sequence[Draft]], at: int, go_on: Model) -> float:
        """How likely a passage is the speaker's: surely so behind a bare colon and inside the open quotation."""
        quote = quotation(laid, self.draft, laid.passages[at].span)
        if quote == "open" or not self.draft.content:
            return 1.0
        return go_on.probability(self.features(laid, said, at, quote))

    def _with(self, laid: "Page", at: int, many: int) -> Draft:
        last = laid.passages[at + many - 1].span[1]
        spans = self.draft.content
        start = spans[-1][0] if spans else laid.passages[at].span[0]
        whole = trimmed(laid.folded, start, last) or (start, last)
        return replace(self.draft, content=(*spans[:-1], whole))

    def features(self, laid: "Page", said: Sequence[Sequence[Draft]], at: int, quote: str) -> Iterator[str]:
        """What speaks for and against the passage's belonging to the statement."""
        passage = laid.passages[at]
        before = laid.passages[at - 1].span
        told, coming = said[at], ahead(said, at)
        yield from _paragraph(laid, said, at, self.draft)
        yield from features(
            laid.folded, self.draft, passage.span, before, self.taken, passage.breaks, quote, told, coming, self.crossed
        )


def _paragraph(laid: "Page", said: Sequence[Sequence[Draft]], at: int, draft: Draft) -> Iterator[str]:
    """How the passage's paragraph is built: whose attribution opens it, and whether another one follows in it."""
    number = laid.passages[at].paragraph
    first = at
    while first > 0 and laid.passages[first - 1].paragraph == number:
        first -= 1
    last = at
    while last + 1 < len(laid.passages) and laid.passages[last + 1].paragraph == number:
        last += 1
    rest = "said" if any(said[at + 1 : last + 1]) else "silent"
    size = min(last - first, 6)
    leads = draft.cue[0] < laid.passages[first].span[1] and draft.cue[0] >= laid.passages[first].span[0]
    inside = "in" if draft.cue[0] >= laid.passages[first].span[0] else "before"
    yield f"paragraph={leads}/{inside}/{rest}/{size}"
    yield f"paragraph-leads={leads}/{inside}"
    yield f"paragraph-rest={inside}/{rest}/{draft.frame}/{draft.dress}"
    yield f"paragraph-own={inside}/{leads}/{bool(said[at])}/{rest}"


def _fit(sizes: Sequence[int], odds: Sequence[float], end: int) -> float:
    """How likely a statement that ends there has enough in common with the true one."""
    size = sizes[end]
    return sum(odd for other, odd in zip(sizes, odds, strict=True) if min(size, other) >= _FITS * max(size, other))


def reaches(draft: Draft, sentence: Span) -> bool:
    """Whether a draft's content runs to the end of its sentence."""
    return not draft.content or draft.content[-1][1] >= sentence[1] - 4


def ahead(said: Sequence[Sequence[Draft]], at: int) -> str:
    """How far and what the next attribution behind a passage is."""
    for gap, drafts in enumerate(said[at + 1 : at + 12]):
        if drafts and drafts[0].form.person not in (1, 4):
            return f"{min(gap, 4)}/{drafts[0].frame}/{drafts[0].dress}"
    return "none" if at + 12 >= len(said) else "far"


def quotation(laid: "Page", draft: Draft, sentence: Span) -> str:
    """Whether the statement's own quotation is still open at a sentence: open, closed, unclosed, inside, none."""
    place = draft.content[-1][0] if draft.content else sentence[0]
    while place > 0 and laid.folded[place - 1] in " \u200c":
        place -= 1
    if place == 0 or laid.folded[place - 1] not in '«"“':
        return "inside" if laid.quotes.around(sentence[0]) else "none"
    closing = laid.quotes.closing.get(place - 1)
    if closing is None:
        return "unclosed"
    return "open" if closing > sentence[0] else "closed"


def features(
    folded: str,
    opened: Draft,
    sentence: Span,
    before: Span,
    taken: int,
    breaks: str,
    quote: str,
    said: Sequence[Draft],
    ahead: str,
    crossed: int,
) -> Iterator[str]:
    """`taken` sentences follow already; `breaks` tells what parts the sentence from the one before it; `quote` whether
    the statement's quotation is open, closed or none; `said` are the sentence's own attributions."""
    words = _WORD.findall(folded, *sentence)
    text = folded[sentence[0] : sentence[1]]
    narrated = bool(_NARRATION.search(text))
    if any(draft.form.person in (1, 4) for draft in said):
        yield f"own-first-person/{breaks}"
    said = [draft for draft in said if draft.form.person not in (1, 4)]
    own = f"{said[0].frame}/{said[0].dress}" if said else "none"
    yield f"breaks={breaks}"
    yield f"quote={quote}"
    yield f"quote-breaks={quote}/{breaks}"
    yield f"own={own}"
    yield f"own-quote={own}/{quote}"
    yield f"own-breaks={bool(said)}/{breaks}"
    if said:
        yield f"own-mood={said[0].form.mood}"
        yield f"own-person={said[0].form.person}"
        lead = said[0].cue[0] - sentence[0]
        yield f"own-lead={min(lead // 25, 5)}"
        yield f"own-kind={said[0].form.cue.kind}"
    yield f"ahead={ahead}/{breaks}"
    yield f"ahead-frame={ahead}/{opened.frame}/{opened.dress}"
    yield f"crossed={min(crossed, 3)}/{breaks}"
    yield f"crossed-frame={min(crossed, 3)}/{breaks}/{opened.frame}/{opened.dress}"
    yield f"frame={opened.frame}/{opened.dress}"
    yield f"frame-breaks={opened.frame}/{opened.dress}/{breaks}"
    yield f"mood={opened.form.mood}"
    yield f"cue={opened.form.cue.id}"
    yield f"taken={min(taken, 4)}"
    yield f"taken-breaks={min(taken, 4)}/{breaks}"
    yield f"first={words[0] if words else '-'}"
    yield f"first2={' '.join(words[:2])}"
    yield f"first-sort={sort(words[0]) if words else '-'}/{breaks}"
    yield f"last={words[-1] if words else '-'}"
    yield f"size={min(len(words) // 5, 8)}"
    if _FIRST_PERSON.search(text):
        yield "first-person"
        yield f"first-person/{breaks}"
    if narrated:
        yield "narration"
    if _PAST.search(text):
        yield f"past/{breaks}"
    elif _PRESENT.search(text):
        yield f"present/{breaks}"
    else:
        yield f"verbless/{breaks}"
    if _FOOTER.search(text):
        yield "footer"
    mark = text.rstrip()[-1:]
    yield f"end={mark if not mark.isalnum() else 'letter'}"
    yield f"start={text[0] if not text[0].isalnum() else 'letter'}"
    previous = folded[before[0] : before[1]]
    yield f"previous-end={previous[-1] if not previous[-1].isalnum() else 'letter'}"
    if _FIRST_PERSON.search(previous):
        yield "previous-first-person"
