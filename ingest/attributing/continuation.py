"""How far a statement runs on: the sentences behind it that are still the speaker's words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.facts import Span
from ingest.attributing.acceptance import sort
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft, trimmed
from ingest.attributing.passages import Page, Passage
from ingest.linear import Model

type Said = Sequence[Sequence[Draft]]
"""The attributions that hold, by passage."""

_NARRATION = (
    "به گزارش", "گفتنی است", "لازم به ذکر", "شایان ذکر", "یادآوری می", "انتهای پیام", "به نقل از", "خبرگزاری",
    "این گزارش", "در همین حال", "از سوی دیگر", "پیش از این", "پیشتر", "این در حالی است", "همچنین در", "در همین راستا",
    "در ادامه این", "در این دیدار", "در این نشست", "به این ترتیب", "در پایان این", "در پایان دیدار", "پس از این دیدار",
    "در جریان این دیدار", "در این مراسم", "دو طرف همچنین", "در حاشیه این",
)  # fmt: skip
_TAIL = r"[ .»\"]*\Z"
_PAST = re.compile(
    r"(?:کرد|کردند|شد|شدند|داد|دادند|بود|بودند|گرفت|گرفتند|داشت|یافت|پرداخت|پرداختند|رفت|آمد|گذشت|رسید)" + _TAIL
)
_PRESENT = re.compile(r"(?:است|هستند|دارد|دارند|نیست|می\S+|می \S+|باشد|شود|کند|کنند|خواهد \S+|باید\b.*)" + _TAIL)
_OPENING = 60  # code points of a sentence in which a phrase of narration is looked for
_VERB_SPAN = 40  # code points at a sentence's end in which its verb stands
_FOOTER = re.compile(r"\W*(?:@|https?:|#|انتهای پیام|بیشتر بخوانید|عکس|ویدیو|فیلم|لینک|کد خبر|منبع|\[)")
_WORD = re.compile(r"[\w\u200c]+")
_CLOSES = re.compile(r"\W*(?:@|https?:|انتهای پیام|کد خبر|بیشتر بخوانید)")
_NUMBERED = re.compile(r"\d{1,2}[-.) ]")
_FAR = 12  # passages ahead in which the next attribution is looked for
_HOPELESS = 0.08  # odds of belonging below which no further sentence is asked
_FITS = 3 / 7  # of two stretches with one start, the shorter shares six tenths (Dice) with the longer from here on


@dataclass(slots=True)
class Opened:
    """A statement that has not ended: `taken` sentences were added, over `crossed` line breaks."""

    draft: Draft
    taken: int = 0
    crossed: int = 0
    style: int | None = None

    @property
    def is_document(self) -> bool:
        """Whether the statement is a text that stands whole in the article: «متن بیانیه به شرح زیر است:»."""
        return self.draft.form.cue.id.startswith("sharh")

    def grown(self, laid: Page, said: Said, at: int, go_on: Model) -> tuple[Draft, int]:
        """The statement with the sentences from `at` on that most likely are its own, and how many those are.

        Chosen is the end that fits best whatever the true end is, by the odds that each sentence still belongs.
        """
        sizes, odds = self._course(laid, said, at, go_on)
        if len(sizes) == 1:
            return self.draft, 0
        many = max(range(len(sizes)), key=lambda end: (round(_fit(sizes, odds, end), 6), odds[end]))
        return (_with(self.draft, laid, at, many) if many else self.draft), many

    def _course(self, laid: Page, said: Said, at: int, go_on: Model) -> tuple[list[int], list[float]]:
        """The statement's size after each sentence that may belong to it, and how likely it ends there."""
        start = self.draft.content[0][0] if self.draft.content else None
        sizes, odds, alive = [sum(b - a for a, b in self.draft.content)], [], 1.0
        for later in range(at, len(laid.passages)):
            belongs = self.belongs(laid, said, later, go_on)
            odds.append(alive * (1 - belongs))
            alive *= belongs
            if alive < _HOPELESS:
                return sizes, odds
            start = laid.passages[later].span[0] if start is None else start
            sizes.append(laid.passages[later].span[1] - start)
            self.take(laid, later)
        return sizes, [*odds, alive]

    def take(self, laid: Page, at: int) -> None:
        """Counts a passage as the speaker's; what a colon announced begins with it."""
        self.taken += 1
        self.crossed += laid.passages[at].breaks != "none"
        if not self.draft.content:
            self.draft = _with(self.draft, laid, at, 1)

    def belongs(self, laid: Page, said: Said, at: int, go_on: Model) -> float:
        """How likely a passage is the speaker's, where no rule tells."""
        quote = quotation(laid, self.draft, laid.passages[at].span)
        sure = self.surely(laid, said, at, quote)
        return go_on.probability(self.features(laid, said, at, quote)) if sure is None else float(sure)

    def surely(self, laid: Page, said: Said, at: int, quote: str) -> bool | None:
        """What the rules say: what a colon announced and an open quotation belong; a closed one and «وی افزود:» end.

        A list belongs as well that a taken passage announced («به شرح زیر است:»): its first passage, and numbers.
        """
        if quote == "open" or not self.draft.content:
            return True
        if quote == "closed" or _CLOSES.match(laid.folded, *laid.passages[at].span):
            return False
        own = next((draft for draft in said[at] if not draft.is_first_person), None)
        if self.is_document and not own:
            return True
        if own and own.dress == "colon" and quote == "none" and laid.passages[at].breaks != "bullet":
            return False
        return True if self._lists(laid, at, bool(said[at])) else None

    def _lists(self, laid: Page, at: int, attributes: bool) -> bool:
        """Whether a passage is of a list that one taken before it announced by a colon at its end."""
        announced = [laid.ends_in_colon(other) for other in range(max(0, at - 1 - self.taken), at)]
        passage = laid.passages[at]
        is_item = passage.breaks == "bullet" or _NUMBERED.match(laid.folded, *passage.span) is not None
        return announced[-1] or (not attributes and any(announced) and is_item)

    def features(self, laid: Page, said: Said, at: int, quote: str) -> list[str]:
        """What speaks for and against the passage's belonging to the statement, whose quotation is open, closed …"""
        passage, form = laid.passages[at], self.draft.form
        breaks, way = passage.breaks, self.draft.way
        before = laid.folded[laid.passages[at - 1].span[1] - 1]
        return [
            *_own(laid.folded, said[at], passage, quote),
            *_began(form, way, min(self.taken, 4)),
            *_came(way, breaks, min(self.crossed, 3), _ahead(said, at)),
            *_ours_ahead(laid, said, at),
            *_looks(laid.folded, passage.span, breaks, laid.is_ours(at)),
            f"previous-end={_mark(before)}",
            *(["previous-first-person"] if laid.is_ours(at - 1) else ()),
            f"style={self.told_of(laid, said)}/{breaks}",
            *self._paragraph(laid, said, at),
        ]

    def told_of(self, laid: Page, said: Said) -> int:
        """How many fourths of the article's paragraphs attribute words: most of an interview's, few of an essay's."""
        if self.style is None:
            telling = {passage.paragraph for passage, drafts in zip(laid.passages, said, strict=True) if drafts}
            self.style = 4 * len(telling) // (laid.passages[-1].paragraph + 1)
        return self.style

    def _paragraph(self, laid: Page, said: Said, at: int) -> Sequence[str]:
        """How the passage's paragraph is built: whose attribution opens it, and whether another one follows in it."""
        first, last = laid.paragraph(at)
        start, end = laid.passages[first].span
        rest, cue = "said" if any(said[at + 1 : last + 1]) else "silent", self.draft.cue[0]
        stands = ("before", "in", "leads")[(cue >= start) + (start <= cue < end)]
        return _built(stands, rest, self.draft.way, bool(said[at]), min(last - first, 6))


@lru_cache(1 << 12)
def _began(form: Form, way: str, taken: int) -> Sequence[str]:
    """How the statement began, and how far it has come."""
    return f"frame={way}", f"mood={form.mood}", f"cue={form.cue.id}", f"taken={taken}"


@lru_cache(1 << 12)
def _came(way: str, breaks: str, crossed: int, ahead: str) -> Sequence[str]:
    """What lies between the statement's beginning and the passage, and how far the next one is."""
    return (
        f"ahead={ahead}/{breaks}",
        f"ahead-frame={ahead}/{way}",
        f"crossed={crossed}/{breaks}",
        f"crossed-frame={crossed}/{breaks}/{way}",
    )


@lru_cache(1 << 12)
def _built(stands: str, rest: str, way: str, own: bool, size: int) -> Sequence[str]:
    leads, inside = stands == "leads", "before" if stands == "before" else "in"
    return (
        f"paragraph={leads}/{inside}/{rest}/{size}",
        f"paragraph-leads={leads}/{inside}",
        f"paragraph-rest={inside}/{rest}/{way}",
        f"paragraph-own={inside}/{leads}/{own}/{rest}",
    )


def _with(draft: Draft, laid: Page, at: int, many: int) -> Draft:
    """The draft with `many` passages from `at` on in its content."""
    last = laid.passages[at + many - 1].span[1]
    start = draft.content[-1][0] if draft.content else laid.passages[at].span[0]
    whole = trimmed(laid.folded, start, last) or (start, last)
    return replace(draft, content=(*draft.content[:-1], whole))


def _fit(sizes: Sequence[int], odds: Sequence[float], end: int) -> float:
    """How likely a statement that ends there has enough in common with the true one."""
    size = sizes[end]
    least = _FITS * size
    return sum([odd for other, odd in zip(sizes, odds, strict=True) if least <= other and _FITS * other <= size])


def quotation(laid: Page, draft: Draft, sentence: Span) -> str:
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


def is_quoted_on(laid: Page, draft: Draft, at: int) -> bool:
    """Whether the statement's own quotation is still open at a passage."""
    return at < len(laid.passages) and bool(draft.content) and quotation(laid, draft, laid.passages[at].span) == "open"


def _ahead(said: Said, at: int) -> str:
    """How far and what the next attribution behind a passage is."""
    for gap, drafts in enumerate(said[at + 1 : at + _FAR]):
        if drafts and not drafts[0].is_first_person:
            return f"{min(gap, 4)}/{drafts[0].way}"
    return "none" if at + _FAR >= len(said) else "far"


def _ours_ahead(laid: Page, said: Said, at: int) -> Sequence[str]:
    """Whether the first person speaks on before the next attribution."""
    breaks = laid.passages[at].breaks
    for gap in range(at + 1, min(at + _FAR, len(said))):
        if said[gap] and not all(draft.is_first_person for draft in said[gap]):
            break
        if laid.is_ours(gap) and laid.quotes.around(laid.passages[gap].span[0]) is None:
            return f"ours-ahead/{breaks}", f"ours-ahead={min(gap - at, 4)}"
    return (f"nothing-ours-ahead/{breaks}",)


def _own(folded: str, drafts: Sequence[Draft], passage: Passage, quote: str) -> Iterator[str]:
    """The passage's own attributions; in the first person they are the speaker's."""
    own = next((draft for draft in drafts if not draft.is_first_person), None) if drafts else None
    if drafts and any(draft.is_first_person for draft in drafts):
        yield f"own-first-person/{passage.breaks}"
    yield from _parted(passage.breaks, quote, own.way if own else "none")
    if own:
        yield f"own-mood={own.form.mood}"
        yield f"own-person={own.form.person}"
        yield f"own-lead={min((own.cue[0] - passage.span[0]) // 25, 5)}"
        yield f"own-kind={own.form.cue.kind}"
        yield f"own-cue={own.form.cue.id}"
        yield from _own_clause(folded[own.window[0] : own.cue[0]].split())


@lru_cache(1 << 12)
def _parted(breaks: str, quote: str, way: str) -> Sequence[str]:
    """What parts the passage from the one before."""
    return f"breaks={breaks}", f"quote={quote}", f"own={way}", f"own-breaks={way != 'none'}/{breaks}"


def _own_clause(words: Sequence[str]) -> Sequence[str]:
    """How the clause of a passage's own attribution begins, where its speaker may stand."""
    first = words[0] if words else "-"
    return f"own-first={first}", f"own-first-sort={sort(first)}", f"own-words={min(len(words), 6)}"


def _looks(folded: str, sentence: Span, breaks: str, is_ours: bool) -> list[str]:
    """The passage's words: how it begins and ends, in which person and tense, whether it narrates."""
    text = folded[sentence[0] : sentence[1]]
    words = _WORD.findall(text) or ["-"]
    first, opening = words[0], text[:_OPENING]
    return [
        f"first={first}",
        f"first2={' '.join(words[:2])}",
        f"first-sort={sort(first)}/{breaks}",
        f"last={words[-1]}",
        f"size={min(len(words) // 5, 8)}",
        *(("first-person", f"first-person/{breaks}") if is_ours else ()),
        *(["narration"] if any(map(opening.__contains__, _NARRATION)) else ()),
        f"{_tense(text)}/{breaks}",
        *(["footer"] if _FOOTER.match(text) else ()),
        f"end={_mark(text[-1])}",
        f"start={_mark(text[0])}",
    ]


def _tense(text: str) -> str:
    tail = text[-_VERB_SPAN:]
    return "past" if _PAST.search(tail) else "present" if _PRESENT.search(tail) else "verbless"


def _mark(character: str) -> str:
    return "letter" if character.isalnum() else character
