"""What became of every cue: whether it attributes words, to where they run, and what ended them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from graph.account import Attempt, End, Ending, Fate
from graph.facts import Span
from ingest import attributions
from ingest.attributing import acceptance, ends
from ingest.attributing.continuation import Opened, quotation
from ingest.attributing.cues import Form, forms
from ingest.attributing.drafts import Draft
from ingest.attributing.passages import Page, Passage
from ingest.attributions import Judges
from ingest.explaining.reasons import judged
from ingest.gazetteer import Hit


@dataclass(frozen=True, slots=True)
class Stood:
    """A draft that stood, as first made, as ended inside its sentence (`at`), and with all of its content."""

    at: int
    made: Draft
    ended: Draft
    grown: Draft


def stood(laid: Page, judges: Judges) -> list[Stood]:
    """The drafts that hold, in the order in which the pipeline tells them; those without content too."""
    passages = range(len(laid.passages))
    made = [(at, draft) for at in passages for draft in attributions.held(laid, at, judges.accept)]
    said = [attributions.accepted(laid, at, judges) for at in passages]
    grown = attributions.continued(laid, said, judges.go_on)
    return [Stood(*each, *cut) for each, *cut in zip(made, chain.from_iterable(said), grown, strict=True)]


def attempt(laid: Page, at: int, draft: Draft, judges: Judges) -> Attempt:
    """A draft as it was judged, not yet what became of it."""
    sure = acceptance.surely(draft)
    accepted = attributions.holds(laid, at, draft, judges.accept)
    judgement = None if sure else judged("accept", judges.accept, laid.features(at, draft), accepted)
    rule = f"{draft.form.cue.id}/{draft.way}"
    fate: Fate = "no-words" if accepted else "refused"
    return Attempt(draft.cue, rule, draft.form.cue.kind, fate, sure, judgement, draft.content)


def silent(passage: Passage) -> Iterator[Attempt]:
    """The cues of a sentence that have no words to attribute."""
    for hit in passage.hits:
        if not any(_covers(draft, hit) for draft in passage.drafts):
            cue = hit.entry.cue
            yield Attempt((hit.start, hit.end), f"{cue.id}/{hit.entry.role}", cue.kind, "no-words", False, None)


def _covers(draft: Draft, hit: Hit[Form]) -> bool:
    """Whether a draft was made of a cue, or has it as its aside or its noun."""
    return draft.cue[0] < hit.end and hit.start < draft.cue[1]


def end(laid: Page, one: Stood, said: Sequence[Sequence[Draft]], judges: Judges) -> End | None:
    """Where the words of a draft end, and what ended them; None where there are none."""
    if not one.grown.content:
        return None
    if one.made.content and one.ended.content != one.made.content:
        return _inside(laid, one, judges)
    place = one.grown.content[-1][1]
    if not one.made.open:
        return End(place, "frame")
    opened = Opened(one.ended)
    grown, many = opened.grown(laid, said, one.at + 1, judges.go_on)
    if grown.content != one.grown.content or not ends.reaches(one.ended, laid.passages[one.at].span):
        return End(place, "sentence")
    return _behind(laid, one, said, many, judges)


def _inside(laid: Page, one: Stood, judges: Judges) -> End:
    """An end within the first sentence."""
    sentence, place = laid.sentence(one.at), one.ended.content[-1][1]
    if ends.quoted(laid.folded, one.made, sentence.end, laid.quotes.closing) is not None:
        return End(place, "quote")
    cut = next(cut for cut in ends.cuts(one.made, sentence) if attributions.cuts_here(cut, judges.end))
    return End(place, "clause", 0, (cut.place, sentence.end), judged("end", judges.end, cut.features, True))


def _behind(laid: Page, one: Stood, said: Sequence[Sequence[Draft]], many: int, judges: Judges) -> End:
    """An end at the end of a sentence; asks once more whether the next one belongs."""
    place, at = one.grown.content[-1][1], one.at + 1 + many
    if at >= len(laid.passages):
        return End(place, "text", many)
    opened = Opened(one.ended)
    for later in range(one.at + 1, at):
        opened.take(laid, later)
    behind = laid.passages[at].span
    quote = quotation(laid, opened.draft, behind)
    sure = opened.surely(laid, said, at, quote)
    if sure is not None:
        why: Ending = "fit" if sure else "quote-closed" if quote == "closed" else "next-cue"
        return End(place, why, many, behind)
    features = list(opened.features(laid, said, at, quote))
    belongs = judged("go-on", judges.go_on, features, False)
    return End(place, "judged" if belongs.chance < belongs.threshold else "fit", many, behind, belongs)


def lies_in(span: Span, content: Sequence[Span]) -> bool:
    """Whether a span lies within some words."""
    return any(start <= span[0] and span[1] <= stop for start, stop in content)


@cache
def lemmas() -> Mapping[str, str]:
    """The cues by their ids, each in its commonest shape («تاکید کرد»)."""
    shapes = sorted(forms(), key=_oddness)
    return {form.cue.id: form.surface for form in reversed(shapes)}


def _oddness(form: Form) -> tuple[bool, bool, bool]:
    """Sorts the third person of the affirmed past first."""
    return form.mood not in ("past", "noun", "به"), form.person != 3, form.negative or form.passive
