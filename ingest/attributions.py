"""Who is reported to say something here, told apart from who it is: every cue of the article and the words it opens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.facts import QuoteType, Span
from ingest import linear
from ingest.attributing import acceptance, asides, continuation, ends
from ingest.attributing.drafts import Draft, Sentence, trimmed
from ingest.attributing.passages import Page, page
from ingest.reading import Reading

_QUOTED = re.compile(r"«[^»]*»?|\"[^\"]*\"|“[^”]*”?")
_SOME = 0.1  # share of an indirect content in quotation marks from which on it is mixed
_CARRY = frozenset({"write", "report", "announce"})  # kinds of «به نوشته», «بر اساس گزارش», «بنا بر اعلام»
_SUBJECT = 12  # spaces from a report's first word to the verb of him whose words it carries
_EVEN = 0.5  # odds, a share of 1, from which on a judge's answer is yes


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution of words: spans are half-open code points of the text.

    `cue` is None for a bare colon; `window` is the attribution's own clause, where the speaker's mention is to be
    looked for; `subject_hint` the speaker phrase where the rule itself knows it («به گفتهٔ X», the words before :).
    """

    cue: Span | None
    cue_kind: str  # say, stress, announce, write, claim, warn, demand, deny, ask, promise, hope, consider, …
    content: tuple[Span, ...]
    quote_type: QuoteType
    rule: str  # its id, or "learned/…"
    frame: str  # verb, according, colon, predicate, object, on, of, to, as, between, aside, nominal …
    window: Span
    subject_hint: Span | None = None


@dataclass(frozen=True, slots=True)
class Judges:
    """The three learned decisions: is it an attribution, does it end here, does it go on in the next sentence."""

    accept: linear.Model
    end: linear.Model
    go_on: linear.Model


@cache
def judges() -> Judges:
    """The judges trained by scripts/train_attributions.py."""
    return Judges(*(linear.model(f"attributions-{name}") for name in ("accept", "end", "go-on")))


def find(reading: Reading) -> list[Attribution]:
    """The article's attributions, in the order of their cues."""
    laid = page(reading)
    return [_attribution(laid, draft) for draft in told(laid, judges())]


def told(laid: Page, judge: Judges) -> list[Draft]:
    """The drafts that stand, each with all of its content."""
    said = [accepted(laid, at, judge) for at in range(len(laid.passages))]
    return [draft for draft in continued(laid, said, judge.go_on) if draft.content]


def accepted(laid: Page, at: int, judge: Judges) -> list[Draft]:
    """The drafts of a passage that hold, ended where they end inside it."""
    return [ended(laid, at, draft, judge.end) for draft in held(laid, at, judge.accept)]


def held(laid: Page, at: int, accept: linear.Model) -> list[Draft]:
    """The drafts of a passage that hold and carry no other one's words."""
    passage = laid.passages[at]
    told = bequeathed(laid, at, [draft for draft in passage.drafts if holds(laid, at, draft, accept)])
    return [draft for draft in told if not carries(laid.folded, draft, told, passage.span)]


def bequeathed(laid: Page, at: int, told: list[Draft]) -> list[Draft]:
    """The drafts that hold, with the asides of those before them that do not: «با بیان اینکه A شرط شد، گفت: B»."""
    passage, sentence = laid.passages[at], laid.sentence(at)
    lost = [draft for draft in passage.drafts if draft.frame.endswith("+aside") and draft not in told]
    for draft in lost:
        aside = next(hit for hit in reversed(passage.hits) if hit.entry.role == "aside" and hit.start < draft.cue[0])
        place = next((n for n, heir in enumerate(told) if heir.cue[0] > draft.cue[0] and asides.may_have(heir)), None)
        if place is not None:
            told[place] = asides.joined(sentence, told[place], aside)
    return told


def holds(laid: Page, at: int, draft: Draft, accept: linear.Model) -> bool:
    """Whether a draft of a passage attributes words: by the rule alone, else by the judge's odds."""
    return acceptance.surely(draft) or accept.probability(laid.features(at, draft)) >= _EVEN


def carries(folded: str, draft: Draft, told: Sequence[Draft], sentence: Span) -> bool:
    """Whether a draft only carries another one's words: «به نوشته الف، ب گفت …», «الف گزارش داد که ب گفت …»."""
    if not draft.content or not _may_carry(draft):
        return False
    start = draft.content[-1][0]
    inner = (other for other in told if other.frame.startswith("verb") and other.cue[0] > start and other.open)
    return any(
        ends.reaches(other, sentence)
        and (draft.frame == "according" or folded.count(" ", start, other.cue[0]) <= _SUBJECT)
        for other in inner
    )


def _may_carry(draft: Draft) -> bool:
    kind = draft.form.cue.kind
    return kind in _CARRY if draft.frame == "according" else draft.frame.startswith("verb") and kind == "report"


def ended(laid: Page, at: int, draft: Draft, end: linear.Model) -> Draft:
    """The draft with its content cut where its quotation closes or another clause begins."""
    if not draft.open or not draft.content:
        return draft
    start = draft.content[-1][0]
    place = _end(laid, draft, laid.sentence(at), end)
    content = place and trimmed(laid.folded, start, place)
    return replace(draft, content=(*draft.content[:-1], content), open=False) if content else draft


def _end(laid: Page, draft: Draft, sentence: Sentence, end: linear.Model) -> int | None:
    """Where an open draft's content ends before its sentence does."""
    place = ends.quoted(laid.folded, draft, sentence.end, laid.quotes.closing)
    if place is not None or draft.dress not in ends.LOOSE:
        return place
    cuts = (cut.place for cut in ends.cuts(draft, sentence) if cuts_here(cut, end))
    taken_up = ends.taken_up(laid.folded, draft, sentence.end)
    return min((place for place in (next(cuts, None), taken_up) if place is not None), default=None)


def cuts_here(cut: ends.Cut, end: linear.Model) -> bool:
    """Whether the words end at a place where they may."""
    return end.probability(cut.features) >= _EVEN


def continued(laid: Page, said: Sequence[Sequence[Draft]], go_on: linear.Model) -> Iterator[Draft]:
    """Each draft once; an open one grows over the sentences that go on with it."""
    busy, style = 0, None
    for at, passage in enumerate(laid.passages):
        for draft in said[at]:
            reaches = draft.open and ends.reaches(draft, passage.span)
            if reaches and (at >= busy or continuation.is_quoted_on(laid, draft, at + 1)):
                opened = continuation.Opened(draft, style=style)
                grown, many = opened.grown(laid, said, at + 1, go_on)
                busy, style = max(busy, at + 1 + many), opened.style
                yield grown
            else:
                yield draft


def _attribution(laid: Page, draft: Draft) -> Attribution:
    cue = draft.form.cue
    return Attribution(
        cue=draft.cue if draft.cue[0] < draft.cue[1] else None,
        cue_kind=cue.kind,
        content=draft.content,
        quote_type=_quote_type(laid.folded, draft),
        rule=f"{cue.id}/{draft.frame}/{draft.dress}",
        frame=draft.frame.removesuffix("+aside"),
        window=draft.window,
        subject_hint=draft.hint,
    )


def _quote_type(folded: str, draft: Draft) -> QuoteType:
    """Words behind a colon or in quotation marks are direct, with an indirect part, or as one, mixed."""
    if draft.dress in ("colon", "quote"):
        return "mixed" if draft.frame.endswith("+aside") else "direct"
    quoted = sum(
        end - start for span in draft.content for start, end in map(re.Match.span, _QUOTED.finditer(folded, *span))
    )
    return "mixed" if quoted >= _SOME * sum(end - start for start, end in draft.content) else "indirect"
