"""Which states and bodies an article names, where, and in what manner: by name, capital, demonym, epithet."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from graph import actors
from graph.actors import HOME, Spelling
from graph.letters import skeleton_text
from ingest.gazetteer import Hit
from ingest.reading import Reading

_TALIBAN_GOVERN_SINCE = date(2021, 8, 15)  # GUIDE, relations, rule 1
_BEFORE = 24  # code points in which a word that speaks for a state may stand before its name
_SHOWN = frozenset(("name", "capital", "body", "demonym"))
_AND_BEFORE = re.compile(r"\s+و\s+$")
_AND = re.compile(r"\s+و\s+")
_HEADED = re.compile(r"[:؛;!؟«]\s*$")


class StateMention(NamedTuple):
    """The state or body `code`, named at `start` to `end` (code points of the text, half-open).

    `whose`: within somebody's words it is his own state («کشور ما»), and `code`, the outlet's, only a default.
    """

    start: int
    end: int
    code: str
    kind: actors.SpellingKind
    whose: bool = False


def find(reading: Reading) -> list[StateMention]:
    """Every mention of a state or body, in reading order; «کشورمان» is the outlet's country, look-alikes are none."""
    hits = [Hit(hit.start, hit.end, hit.entry) for hit in reading.listed.states if isinstance(hit.entry, Spelling)]
    around = _Surroundings(reading, [hit for hit in hits if not hit.entry.needs])
    home = home_of(reading.article.outlet)
    named = (hit for hit in hits if _means_it(hit, reading, around))
    return list(_distinct(_mention(hit, home) for hit in named))


@lru_cache(1 << 10)
def home_of(outlet: str | None) -> str:
    """The code of the country that an outlet calls «کشورمان»."""
    name = skeleton_text(outlet or "").casefold()
    found = (code for code, parts in _homes().items() if any(part in name for part in parts))
    return next(found, _knowledge()["default"])


def _mention(hit: Hit[Spelling], home: str) -> StateMention:
    code = hit.entry.code
    whose = hit.entry.needs == "speaker"
    return StateMention(hit.start, hit.end, home if code == HOME else code, hit.entry.kind, whose)


@dataclass(frozen=True)
class _Surroundings:
    """The mentions of an article that are safe as they stand, and what they tell of the words beside them."""

    reading: Reading
    sure: Sequence[Hit[Spelling]]

    @cached_property
    def codes(self) -> Set[str]:
        return {hit.entry.code for hit in self.sure}

    @cached_property
    def _starts(self) -> Mapping[int, Spelling]:
        return {hit.start: hit.entry for hit in self.sure}

    @cached_property
    def _ends(self) -> Mapping[int, Spelling]:
        return {hit.end: hit.entry for hit in self.sure}

    def names_another(self, hit: Hit[Spelling]) -> bool:
        """Whether the sentence names another actor surely."""
        start, end = self.reading.sentences[self.reading.sentence_at(hit.start)]
        others = (sure for sure in self.sure if start <= sure.start < end)
        return any(sure.entry.code != hit.entry.code for sure in others)

    def before(self, hit: Hit[Spelling]) -> str:
        return self.reading.folded[max(0, hit.start - _BEFORE) : hit.start]

    def is_joined(self, hit: Hit[Spelling]) -> bool:
        """Whether «و» joins the word with a sure mention of its sort («شیلی و پرو»)."""
        led, beside = _AND_BEFORE.search(self.before(hit)), _AND.match(self.reading.folded, hit.end)
        neighbours = (
            self._ends.get(hit.start - len(led.group())) if led else None,
            self._starts.get(beside.end()) if beside else None,
        )
        return any(_alike(hit.entry, other) for other in neighbours if other)

    def is_heading(self, hit: Hit[Spelling]) -> bool:
        """Whether a clause begins with the word («آستانه درخواست مسکو را رد کرد»)."""
        start, _ = self.reading.sentences[self.reading.sentence_at(hit.start)]
        return not self.reading.folded[start : hit.start].strip() or _HEADED.search(self.before(hit)) is not None


def _alike(one: Spelling, other: Spelling) -> bool:
    return one.code != other.code and (one.kind == "demonym") == (other.kind == "demonym")


def _means_it(hit: Hit[Spelling], reading: Reading, around: _Surroundings) -> bool:
    """Whether a spelling stands for its actor here, where it could also be another thing."""
    spelling = hit.entry
    if spelling.needs in ("", "speaker"):
        return True
    if _is_taliban(spelling):
        published = reading.article.published
        return published is None or published.day >= _TALIBAN_GOVERN_SINCE
    if spelling.needs == "company" and around.codes - {spelling.code}:
        return True
    if spelling.code in around.codes and spelling.kind != "demonym":
        return True
    if spelling.needs == "choice":
        return _is_meant(spelling, around.codes)
    return spelling.needs == "context" and (_spoken_for(hit, around) or _is_shown(hit, around))


def _is_taliban(spelling: Spelling) -> bool:
    return spelling.code == "AF" and spelling.kind == "epithet"


def _is_meant(spelling: Spelling, sure: Set[str]) -> bool:
    """Whether news means this one of the actors that share a spelling, and the article names none of the others."""
    key = skeleton_text(spelling.surface)
    return key.startswith(_meant().get(spelling.code, ())) and sure.isdisjoint(_sharers()[key] - {spelling.code})


def _spoken_for(hit: Hit[Spelling], around: _Surroundings) -> bool:
    before = skeleton_text(around.before(hit))
    return before.endswith(_words("speaks", "before")) or (
        hit.entry.kind == "demonym" and before.endswith(_words("speaks", "people"))
    )


def _is_shown(hit: Hit[Spelling], around: _Surroundings) -> bool:
    """Whether the words beside it show that a word that is also an ordinary one stands for its actor."""
    spelling = hit.entry
    if spelling.kind not in _SHOWN or skeleton_text(spelling.surface) in _words("ordinary", "always"):
        return False
    if around.is_joined(hit) or (spelling.kind == "body" and _is_topic(spelling.code, around.reading)):
        return True
    return spelling.kind != "demonym" and around.names_another(hit) and _has_part(hit, around)


def _has_part(hit: Hit[Spelling], around: _Surroundings) -> bool:
    """Whether the word stands where an actor does: at the head of a clause, or behind a preposition."""
    surface = skeleton_text(hit.entry.surface)
    if around.is_heading(hit):
        return surface not in _words("ordinary", "heading")
    return hit.entry.kind != "body" and _is_marked(around.before(hit), surface)


def _is_marked(before: str, surface: str) -> bool:
    """Whether a preposition stands before, and not as in «در امان»."""
    last = skeleton_text((before.split() or [""])[-1])
    return last in _words("prepositions", "before") and last + surface not in _words("ordinary", "marked")


def _is_topic(code: str, reading: Reading) -> bool:
    return code in _knowledge()["topics"] and any(word in reading.skeleton.text for word in _words("topics", code))


def _distinct(mentions: Iterable[StateMention]) -> Iterator[StateMention]:
    """One mention a span: the first where a surface that several actors share let more than one through."""
    reach = -1
    for mention in mentions:
        if mention.start >= reach:
            yield mention
            reach = mention.end


@cache
def _knowledge() -> dict[str, Any]:
    return tomllib.loads(files("ingest").joinpath("lexicon/homes.toml").read_text(encoding="utf-8"))


@cache
def _homes() -> dict[str, tuple[str, ...]]:
    return {code: tuple(skeleton_text(part) for part in parts) for code, parts in _knowledge()["homes"].items()}


@cache
def _words(table: str, row: str) -> tuple[str, ...]:
    return tuple(skeleton_text(word) for word in _knowledge()[table][row])


@cache
def _meant() -> Mapping[str, tuple[str, ...]]:
    return {code: _words("meant", code) for code in _knowledge()["meant"]}


@cache
def _sharers() -> Mapping[str, Set[str]]:
    """The actors that share a spelling, by its skeleton."""
    found: dict[str, set[str]] = {}
    for spelling in actors.spellings():
        if spelling.needs == "choice":
            found.setdefault(skeleton_text(spelling.surface), set()).add(spelling.code)
    return found
