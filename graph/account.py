"""The shape of an account: how each fact of an article was read, and why there is none where there is none.

Spans are half-open, in code points of the article's text as published; codes and names of features stand as they are,
whoever shows them to people puts them in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from graph.facts import Article, Facts, Resolution, Span, Speaker, Status

type Judge = Literal["accept", "end", "go-on", "subject", "referent", "relation"]
"""The learned decisions: is it an attribution, does it end here, go on there, who is the subject, who is meant, …"""

type Ending = Literal["frame", "quote", "clause", "sentence", "quote-closed", "next-cue", "judged", "fit", "text"]
"""What ended the words. In their first sentence: the cue's own frame, a closing quotation mark, a cut before another
clause, its end. Behind it: the quotation's end, the next cue, a sentence that the judge refused, the likeliest of
several ends, the text's end."""

type Fate = Literal["stated", "refused", "no-words", "nobody", "same-words"]
"""What became of a possible attribution."""

type Way = Literal["mention", "evident", "judged", "itself", "nobody"]
"""How a speaker was known: named by the mention, evidently the last one who spoke, chosen by the judge among those
known, or by him not taken for any of them; not at all."""

type CountrySource = Literal["office", "name", "figure", "outlet", "none"]
"""Where a speaker's country is from: the office, a state in the name, the lexicon that knows the name, the outlet."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature by the name that its judge has for it; `weight` is a natural logarithm of odds, negative against."""

    judge: Judge
    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision with its strongest reasons; `chance` is a share of 1, from `threshold` on the answer is yes."""

    accepted: bool
    chance: float
    reasons: tuple[Reason, ...] = ()
    threshold: float = 0.5


@dataclass(frozen=True, slots=True)
class End:
    """Where the words of an attribution end and why; `sentences` more than the first are in them.

    `judgement` is the judge's of the cut, or of the sentence behind the end, which `behind` spans.
    """

    place: int
    why: Ending
    sentences: int = 0
    behind: Span | None = None
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of those among whom a judge chose: a mention (`span`; None: a subject left out), or somebody by `name`.

    `score` is a natural logarithm of odds up to a constant, None where nothing had to be weighed.
    """

    kind: str
    span: Span | None
    name: str
    chosen: bool
    score: float | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """How the speaker of an attribution was found.

    `mentions` are the candidates for the subject, best first; `persons` those whom the chosen one may stand for;
    `earlier` is where that person was named before; `country_span` the words that the country is from.
    """

    speaker: Speaker | None
    mention: Span | None
    resolution: Resolution | None
    way: Way
    mentions: tuple[Choice, ...]
    persons: tuple[Choice, ...] = ()
    earlier: Span | None = None
    country_from: CountrySource = "none"
    country_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """A cue and what became of it. `cue` is empty at a bare colon; `within` is the fact whose words it stands in."""

    cue: Span
    rule: str
    kind: str
    fate: Fate
    sure: bool
    judgement: Judgement | None
    content: tuple[Span, ...] = ()
    end: End | None = None
    voice: Voice | None = None
    statement: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a relation: `kind` tells how its words stand for the code (name, capital, demonym, person, …)."""

    code: str
    kind: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Tried:
    """A relation that was weighed: the act's words and rule (None: mere words told it), its parties, the verdict.

    `chance` is what its sentence alone gave it, `judgement` the article's verdict, with the sentence's reasons;
    `leading` tells whether this sentence is the one that the article is best judged by, `sentences` in how many it was
    weighed; `rival` is the likeliest other pair for the same act here, source and target, with its chance.
    """

    type: str
    rule: str | None
    act: Span | None
    source: Side
    target: Side
    chance: float
    judgement: Judgement
    leading: bool = True
    sentences: int = 1
    rival: tuple[str, str, float] | None = None
    status: Status | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """One sentence, counted from 1; `holders` are the statements whose words run through it; `states` named in it."""

    number: int
    span: Span
    attempts: tuple[Attempt, ...]
    tried: tuple[Tried, ...]
    holders: tuple[str, ...]
    states: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The whole working of an article, and the facts that it came to; `lemmas` are the cues' words by their ids."""

    article: Article
    sentences: tuple[SentenceAccount, ...]
    facts: Facts
    lemmas: Mapping[str, str]
