"""Which states and bodies an article names, where, and in what manner: by name, capital, demonym, epithet."""

import tomllib
from collections.abc import Iterable, Iterator, Set
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from graph import actors
from graph.actors import HOME, Spelling
from graph.letters import skeleton_text
from ingest.gazetteer import Hit
from ingest.reading import Reading

_TALIBAN_GOVERN_SINCE = date(2021, 8, 15)  # GUIDE, relations, rule 1
_BEFORE = 24  # code points in which a word that speaks for a state may stand before its name


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
    safe = {hit.entry.code for hit in hits if not hit.entry.needs}
    home = home_of(reading.article.outlet)
    named = (hit for hit in hits if _means_it(hit, reading, safe))
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


def _means_it(hit: Hit[Spelling], reading: Reading, safe: Set[str]) -> bool:
    """Whether a spelling stands for its actor here, where it could also be another thing."""
    spelling = hit.entry
    if spelling.needs in ("", "speaker"):
        return True
    if _is_taliban(spelling):
        published = reading.article.published
        return published is None or published.day >= _TALIBAN_GOVERN_SINCE
    if spelling.needs == "company" and safe - {spelling.code}:
        return True
    if spelling.code in safe and spelling.kind != "demonym":
        return True
    return spelling.needs == "context" and _spoken_for(hit, reading)


def _is_taliban(spelling: Spelling) -> bool:
    return spelling.code == "AF" and spelling.kind == "epithet"


def _spoken_for(hit: Hit[Spelling], reading: Reading) -> bool:
    before = skeleton_text(reading.folded[max(0, hit.start - _BEFORE) : hit.start])
    return before.endswith(_speaks())


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
def _speaks() -> tuple[str, ...]:
    return tuple(skeleton_text(word) for word in _knowledge()["speaks"]["before"])
