"""What a possible attribution looks like: the words where its speaker would be, its verb's voice, what it governs."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.attributing.clauses import has_verb
from ingest.attributing.company import company, stems
from ingest.attributing.cues import Form
from ingest.attributing.drafts import Draft

_FEW = 10  # words of a clause whose company is asked
_KINS = 8  # words of a clause whose kin is told
_RANK = {"name": 3.5, "rare": 1.5}  # of words without a class, among the classes
_GOVERNS = {"of": " از ", "on": " بر ", "to": " به "}
_MARKED = frozenset({"that", "bare", "comma", "quote", "colon"})


def looks(draft: Draft, folded: str) -> Iterator[str]:
    """What speaks for and against a speaker before the cue, or where the draft's frame has him, and for its content."""
    yield from _speaker(_where_named(draft, folded), draft.frame)
    if draft.form.role == "verb":
        yield from voice(draft.form, draft.dress)
        if draft.dress in _MARKED:
            yield from _governed(draft, f" {folded[draft.window[0] : draft.cue[0]]} ")
    if draft.content:
        start, end = draft.content[0][0], draft.content[-1][1]
        yield f"content-verb={has_verb(folded, start, end)}/{draft.way}"
        if draft.frame == "colon":
            yield f"content-start={_sort(folded[start])}"


def _sort(character: str) -> str:
    return "number" if character.isdigit() else "latin" if character.isascii() else "letter"


def _where_named(draft: Draft, folded: str) -> Sequence[str]:
    """The words among which a draft's speaker is looked for."""
    start, end = draft.hint if draft.frame in ("according", "colon") and draft.hint else draft.window
    return stems(folded, start, end if draft.hint else min(end, draft.cue[0]))


def _speaker(words: Sequence[str], frame: str) -> list[str]:
    if not words:
        return [f"nobody={frame}"]
    told = [company(word) for word in words[:_FEW]]
    last = company(words[-1])
    return [
        f"opens={told[0].opens}/{frame}",
        f"closes={last.closes}/{frame}",
        f"near={max([one.near for one in told], key=_rank)}/{frame}",
        f"head={told[0].near}/{frame}/{min(len(words), 3)}",
        f"kin-first={told[0].kin}/{frame}",
        f"kin-last={last.kin}/{frame}",
        *[f"kin={kin}" for kin in sorted({one.kin for one in told[:_KINS]})],
    ]


def _rank(near: str) -> float:
    return _RANK.get(near) or float(near)


@lru_cache(1 << 12)
def voice(form: Form, dress: str) -> Sequence[str]:
    """Whether a verb is passive («اعلام شد») or a participle without its auxiliary («اعلام کرده», «نوشته»)."""
    passive, short = "شد" in form.surface or "شو" in form.surface, form.surface.endswith("ه")
    return (
        f"voice={passive}/{form.mood}",
        f"voice-cue={passive}/{form.cue.id}",
        f"short={short}/{dress}",
        *([f"short-cue={form.cue.id}/{dress}"] if short else ()),
    )


def _governed(draft: Draft, clause: str) -> Iterator[str]:
    """What the verb governs before itself, so that what follows may be something else («کتابی نوشت که …»)."""
    cue, dress = draft.form.cue, draft.dress
    governs = " را " in clause
    yield f"object={governs}/{dress}"
    yield f"object-cue={governs}/{cue.id}"
    yield from (
        f"governs={word in clause}/{take}/{cue.id}/{dress}" for take, word in _GOVERNS.items() if take in cue.takes
    )
    yield f"indefinite={clause.rstrip().endswith('ی')}/{dress}"
