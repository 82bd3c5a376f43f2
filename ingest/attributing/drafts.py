"""A possible attribution, before it is judged, and the sentence that it is read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.facts import Span
from ingest.attributing.cues import Form
from ingest.gazetteer import Hit

_HEAD = " \u200c:،,؛;.«\"“'"
_TAIL = " \u200c.،,؛;:"
_CLOSING = '»"”'


@dataclass(frozen=True, slots=True)
class Draft:
    """A possible attribution; `open` says that its content may run on behind its sentence.

    `frame` tells how cue and content stand to each other, `dress` how the content is marked (colon, that, quote …).
    """

    cue: Span
    form: Form
    frame: str
    dress: str
    content: tuple[Span, ...]
    window: Span
    hint: Span | None = None
    open: bool = False

    @property
    def way(self) -> str:
        """Frame and dress in one word."""
        return f"{self.frame}/{self.dress}"

    @property
    def is_first_person(self) -> bool:
        """Whether the cue is «می‌گویم», «تاکید می‌کنیم»: the speaker of the words around it, not another one."""
        return self.form.person in (1, 4)


class Sentence(NamedTuple):
    """A sentence of folded text with what the lexicon found in it."""

    folded: str
    start: int
    end: int
    hits: Sequence[Hit[Form]]

    @property
    def is_finished(self) -> bool:
        """Whether a mark ends it; headlines have none."""
        return self.folded[self.end - 1] in ".!؟»"


def trimmed(folded: str, start: int, end: int) -> Span | None:
    """A content span without outer marks: a closing quotation mark goes only if it opened before; None if empty."""
    while start < end and folded[start] in _HEAD:
        start += 1
    while end > start and folded[end - 1] in _TAIL:
        end -= 1
    while end > start and folded[end - 1] in _TAIL + _CLOSING and not _closes(folded, start, end - 1):
        end -= 1
    return (start, end) if end - start > 1 else None


def _closes(folded: str, start: int, place: int) -> bool:
    """Whether the mark at a place closes a quotation that the content itself opens."""
    if folded[place] == "»":
        return folded.count("«", start, place) > folded.count("»", start, place)
    return folded[place] == '"' and folded.count('"', start, place) % 2 == 1
