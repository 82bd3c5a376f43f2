"""The shape of a fact, as it travels through the house. Standard library only.

Ids are hashes of what was printed where (article, span, kind), never of a run, a confidence or a resolved identity:
reading the same page again yields the same ids.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Final, Literal

from graph.letters import skeleton_text

type Span = tuple[int, int]
"""Half-open, in code points of the article's text as published."""

type ActorKind = Literal["person", "organization", "unnamed", "country", "body"]
type Precision = Literal["day", "week", "month", "season", "year"]
type QuoteType = Literal["direct", "indirect", "mixed"]
type Status = Literal["actual", "planned", "negated", "hypothetical"]
REAL: Final = frozenset(("actual", "planned"))
"""What was done or will be, as against what was denied or depends on something."""

type Resolution = Literal["named", "surname", "role", "pronoun", "dropped", "headline"]


def digest(*parts: object) -> str:
    """A short, stable, letter-first name for what the parts say (80 bits, hexadecimal)."""
    told = "\x1f".join(str(part) for part in parts)
    return "f" + blake2b(told.encode(), digest_size=10).hexdigest()


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as the text gives it.

    `day` is the first day of it, Gregorian; `span` the phrase it was read from, None where the article's own
    publication date stands for it.
    """

    day: date
    precision: Precision = "day"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was published; `text` is never normalised, and every offset counts its code points.

    `id` outlives a change of the text (a corpus id, an URL, a path); `content_hash` does not.
    """

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: When | None = None
    url: str | None = None
    source: str | None = None

    @property
    def content_hash(self) -> str:
        """Changes exactly when something that facts depend on does."""
        when = self.published
        return digest(self.text, self.outlet, self.title, when and (when.day, when.precision), self.url)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The printed words that a fact rests on: ``article.text[start:end] == exact``."""

    article: str
    start: int
    end: int
    exact: str
    rule: str  # the id of the rule that read it, so that a wrong fact leads to its cause


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that speaks or acts. Countries and bodies have the codes of GUIDE as `country` too."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are, as far as the article itself tells.

    `names` are the acceptable forms, fullest first, as printed; `role` the office; `country` a state or body code.
    """

    kind: Literal["person", "organization", "unnamed"]
    names: tuple[str, ...]
    role: str | None = None
    country: str | None = None

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def actor(self) -> Actor:
        """The actor these words are filed under: by kind, name without spelling variants, and country."""
        name = skeleton_text(self.name)
        return Actor(f"{self.kind[0]}-{digest(name, self.country)}", self.kind, self.name, self.country)


@dataclass(frozen=True, slots=True)
class Statement:
    """official–said–statement: one attribution of words to a speaker.

    `mention` names the speaker for this cue (None: subject dropped); `cue` is None for a bare colon; `cue_text` is the
    cue as printed; `content` one or more spans, in reading order; `about` country codes in order of first mention.
    """

    article: str
    speaker: Speaker
    mention: Span | None
    cue: Span | None
    cue_text: str
    cue_kind: str
    content: tuple[Span, ...]
    quote_type: QuoteType
    about: tuple[str, ...]
    evidence: Evidence  # the whole of it: from the first character of mention, cue or content to the last
    resolution: Resolution = "named"
    when: When | None = None
    addressee: str | None = None  # a country or body code
    nested_in: str | None = None  # the id of the statement that reports this one
    known_as: str | None = None  # who held the speaker's office, by the dated list: never what the article says

    @property
    def id(self) -> str:
        return digest("statement", self.article, self.content)


@dataclass(frozen=True, slots=True)
class Relation:
    """country–relation–country: an act or stance of one state or body towards another, in PLOVER's terms.

    `source` and `target` are codes; `score` is PLOVER's, −10 to 10; `claimed_by` the id of the statement that it
    stands in, None where the narrator tells it.
    """

    article: str
    source: str
    target: str
    type: str
    evidence: Evidence
    mode: str | None = None
    status: Status = "actual"
    claimed_by: str | None = None
    when: When | None = None
    place: str | None = None

    @property
    def id(self) -> str:
        return digest("relation", self.article, self.source, self.target, self.type)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article yields."""

    article: str
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
