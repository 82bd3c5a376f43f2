"""What annotated articles teach about attributions: every decision that the judges take, with its answer."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from graph.facts import Article
from ingest.attributing import acceptance, continuation, ends
from ingest.attributing.drafts import Draft
from ingest.attributing.passages import Page, page
from ingest.reading import read

type Examples = list[tuple[list[str], bool]]

_NEAR = 3  # code points between two ends that are one


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated article, laid out."""

    record: dict[str, Any]
    laid: Page

    @property
    def statements(self) -> list[dict[str, Any]]:
        return list(self.record["statements"])

    def meant(self, draft: Draft) -> dict[str, Any] | None:
        """The annotated statement that has the draft's cue."""
        found = [s for s in self.statements if _same_cue(draft, s)]
        return found[-1] if found else None


def _same_cue(draft: Draft, statement: dict[str, Any]) -> bool:
    cue = statement["cue"]
    if draft.frame != "colon":
        return bool(cue) and cue[0] < draft.cue[1] and cue[1] > draft.cue[0]
    start = draft.content[0][0] if draft.content else draft.cue[1]
    return (not cue or cue[1] <= draft.cue[1] + 1) and abs(int(statement["content"][0][0]) - start) < 12


@dataclass(frozen=True, slots=True)
class Labelled:
    """Single decisions of an outlet's article: whether a draft of it is a statement, and where that one ends."""

    outlet: str
    examples: Examples
    ends: Examples


def lesson(record: dict[str, Any]) -> Lesson:
    """An annotated article ready for learning."""
    return Lesson(record, page(read(Article(record["id"], record["text"]))))


def acceptances(taught: Lesson) -> tuple[Examples, list[list[Draft]]]:
    """Every draft with whether it is a statement, and by passage those that are."""
    examples: Examples = []
    right: list[list[Draft]] = []
    for at, passage in enumerate(taught.laid.passages):
        kept = []
        for draft in passage.drafts:
            good = _good(taught, draft, passage.span[1])
            if not acceptance.surely(draft):
                examples.append((taught.laid.features(at, draft), good))
            if good:
                kept.append(draft)
        right.append(kept)
    return examples, right


def _good(taught: Lesson, draft: Draft, end: int) -> bool:
    statement = taught.meant(draft)
    if statement is None:
        return False
    if not draft.content:
        return True
    gold = {place for a, b in statement["content"] for place in range(a, min(b, end))}
    drafted = {place for a, b in draft.content for place in range(a, b)}
    return 2 * len(gold & drafted) >= 0.5 * (len(gold) + len(drafted))


def endings(taught: Lesson, right: Sequence[Sequence[Draft]]) -> Examples:
    """Every place where a right draft might end, up to the one where it does."""
    return [
        example
        for at, drafts in enumerate(right)
        for draft in drafts
        for example in _cuts(taught.laid, at, draft, _end(taught, draft))
    ]


def _cuts(laid: Page, at: int, draft: Draft, end: int) -> Examples:
    if not draft.open or not draft.content or draft.dress not in ends.LOOSE or end <= draft.content[-1][0]:
        return []
    places = takewhile(lambda cut: cut.place <= end + _NEAR, ends.cuts(draft, laid.sentence(at)))
    return [(cut.features, abs(cut.place - end) <= _NEAR) for cut in places]


def _end(taught: Lesson, draft: Draft) -> int:
    statement = taught.meant(draft)
    return int(statement["content"][-1][1]) if statement else -1


def goings_on(taught: Lesson, right: Sequence[Sequence[Draft]]) -> Examples:
    """Every sentence behind an open statement, up to the first that is not the speaker's any more."""
    examples: Examples = []
    laid = taught.laid
    said = [[_closed(taught, d, p.span[1]) for d in drafts] for p, drafts in zip(laid.passages, right, strict=True)]
    for at, passage in enumerate(laid.passages):
        opened = [d for d in said[at] if d.open and ends.reaches(d, passage.span)]
        if not opened:
            continue
        growing = continuation.Opened(opened[0])
        end = _end(taught, opened[0])
        for later in range(at + 1, len(laid.passages)):
            start, stop = laid.passages[later].span
            quote = continuation.quotation(laid, growing.draft, (start, stop))
            belongs = end > start + 0.5 * (stop - start)
            if growing.is_document or growing.surely(laid, said, later, quote) is None:
                examples.append((list(growing.features(laid, said, later, quote)), belongs))
            if not belongs:
                break
            growing.take(laid, later)
    return examples


def _closed(taught: Lesson, draft: Draft, end: int) -> Draft:
    return replace(draft, open=False) if draft.content and _end(taught, draft) < end - 6 else draft


def labelled(labels: Path, texts: Path) -> list[Labelled]:
    """The decisions that a file of labels holds about the articles of a corpus."""
    with labels.open(encoding="utf-8") as lines:
        told = {record["id"]: record for record in map(json.loads, lines)}
    with texts.open(encoding="utf-8") as lines:
        records = [record for record in map(json.loads, lines) if record["id"] in told]
    return [_labelled(lesson(record), told[record["id"]]) for record in records]


def _labelled(taught: Lesson, told: dict[str, Any]) -> Labelled:
    return Labelled(str(taught.record["outlet"]), _decisions(taught, told), _ends(taught, told.get("ends", ())))


def _decisions(taught: Lesson, told: dict[str, Any]) -> Examples:
    answers = {tuple(cue): answer for answer in (True, False) for cue in told["accepted" if answer else "refused"]}
    return [
        (taught.laid.features(at, draft), answers[draft.cue])
        for at, passage in enumerate(taught.laid.passages)
        for draft in passage.drafts
        if draft.cue in answers and not acceptance.surely(draft)
    ]


def _ends(taught: Lesson, told: Sequence[Sequence[int | None]]) -> Examples:
    """Where labelled drafts might end: a cue's start and end, and where its words end, None at the sentence's end."""
    meant = {(first, last): end for first, last, end in told}
    return [
        example
        for at, passage in enumerate(taught.laid.passages)
        for draft in passage.drafts
        if draft.cue in meant
        for example in _cuts(taught.laid, at, draft, meant[draft.cue] or passage.span[1])
    ]


def others(labels: Iterable[Labelled], outlets: frozenset[str]) -> list[Labelled]:
    """The labels of other outlets than these."""
    return [one for one in labels if one.outlet not in outlets]
