"""Who is reported to say something here, told apart from who it is: every cue of the article and the words it opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.facts import QuoteType, Span
from ingest import continuation, ends, linear
from ingest.content import Draft, trimmed
from ingest.passages import Page, Passage, page
from ingest.reading import Reading


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
    return [_attribution(draft) for draft in told(page(reading), judges())]


def told(laid: Page, judge: Judges) -> list[Draft]:
    """The drafts that stand, each with all of its content."""
    said = [accepted(laid, at, judge) for at in range(len(laid.passages))]
    return [draft for draft in _continued(laid, said, judge.go_on) if draft.content]


def accepted(laid: Page, at: int, judge: Judges) -> list[Draft]:
    """The drafts of a passage that hold, ended where they end inside it."""
    passage = laid.passages[at]
    if not passage.drafts:
        return []
    scored = zip(passage.drafts, laid.features(at), strict=True)
    return [ended(laid, passage, draft, judge.end) for draft, told in scored if judge.accept.probability(told) >= 0.5]


def ended(laid: Page, passage: Passage, draft: Draft, end: linear.Model) -> Draft:
    """The draft with its content cut where another clause begins."""
    if draft.open and draft.content:
        if place := ends.quoted(laid.folded, draft, passage.span, laid.quotes.closing):
            return replace(draft, content=(*draft.content[:-1], (draft.content[-1][0], place)), open=False)
        for cut in ends.cuts(laid.folded, draft, passage.span, passage.hits):
            if end.probability(cut.features) >= 0.5:
                content = trimmed(laid.folded, draft.content[-1][0], cut.place)
                return replace(draft, content=(*draft.content[:-1], content), open=False) if content else draft
    return draft


def _continued(laid: Page, said: Sequence[Sequence[Draft]], go_on: linear.Model) -> Iterator[Draft]:
    """Each draft once; an open one grows over the sentences that go on with it."""
    busy = 0
    for at, passage in enumerate(laid.passages):
        for draft in said[at]:
            if at >= busy and draft.open and continuation.reaches(draft, passage.span):
                grown, many = continuation.Opened(draft).grown(laid, said, at + 1, go_on)
                busy = at + 1 + many if many else at + 1
                yield grown
            else:
                yield draft


def _attribution(draft: Draft) -> Attribution:
    cue = draft.form.cue
    return Attribution(
        cue=draft.cue if draft.cue[0] < draft.cue[1] else None,
        cue_kind=cue.kind,
        content=draft.content,
        quote_type=_quote_type(draft),
        rule=f"{cue.id}/{draft.frame}/{draft.dress}",
        frame=draft.frame.removesuffix("+aside"),
        window=draft.window,
        subject_hint=draft.hint,
    )


def _quote_type(draft: Draft) -> QuoteType:
    if draft.frame.endswith("+aside"):
        return "mixed"
    return "direct" if draft.dress in ("colon", "quote") else "indirect"
