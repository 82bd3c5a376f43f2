"""Who is reported to say something here, told apart from who it is: every cue of the article and the words it opens."""

from dataclasses import dataclass

from graph.facts import QuoteType, Span
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
    frame: str  # verb, according-to, colon, predicate, headline, …
    window: Span
    subject_hint: Span | None = None


def find(reading: Reading) -> list[Attribution]:
    """The article's attributions, in the order of their cues."""
    return []
