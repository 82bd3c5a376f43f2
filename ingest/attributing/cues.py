"""The words that attribute words: every cue of the lexicon in every conjugation, found in one pass over the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, product
from typing import Literal, NamedTuple

from graph.letters import ZWNJ, skeleton_text
from graph.lexicon import entries
from ingest import words
from ingest.gazetteer import Gazetteer, Hit
from ingest.skeleton import Skeleton

type Role = Literal["verb", "noun", "according", "aside", "not"]

_MOODS = {
    "perfective_past": "past",
    "imperfective_past": "imperfect",
    "past_precedent": "pluperfect",
    "present_perfect": "perfect",
    "imperfective_present": "present",
    "perfective_present": "present",
    "perfective_future": "future",
    "subjunctive_perfective_present": "subjunctive",
}
_BARE_PRESENT = {"داشت"}  # «دارد», not «می‌دارد», is everyday; «کند», «دهد» without می are subjunctive in effect
_COPULA = {
    "است": "present",
    "هست": "present",
    "هستند": "present",
    "هستیم": "present",
    "هستم": "present",
    "ند": "present",
    "اند": "present",
    "م": "present",
    "یم": "present",
    "بود": "past",
    "بودند": "past",
    "بوده": "perfect",
    "بوده است": "perfect",
    "شده": "perfect",
}
_PERSONS = {"یم": 4, "هستیم": 4, "م": 1, "هستم": 1, "ند": 6, "اند": 6, "هستند": 6, "بودند": 6, "نیستند": 6}
_NEGATED_COPULA = {"نیست": "present", "نیستند": "present", "نبود": "past", "نبودند": "past"}
_ENCLITIC = {"معتقد", "مدعی", "امیدوار", "خواستار", "خواهان"}
_JOINTS = ("اینکه", "آنکه", "این مطلب که", "این موضوع که", "این نکته که", "این ادعا که", "این مساله که", "این مسئله که")
_OPENERS = ("با", "ضمن")
_GLUED = frozenset({"ند", "اند", "م", "یم"})
# What goes on behind a hit and makes another word of it; of folded text.
_SEEMS = re.compile(r"[ \u200c]*(?:ن?می[ \u200c]?|ن?ب?)رس")
_FUTURE = re.compile(r"[ \u200c]+\w+[دت](?![\w\u200c])")  # «نخواهد کرد»
_DIALOGUE = re.compile(r"[ \u200c:]*و[ \u200c]*(?:گو|شنود)")
_PLURAL = re.compile(r"[ \u200c]*(?:ها|های|هایی|ای|شان|اش|ی)(?![\w\u200c])")


class CueRow(NamedTuple):
    """A line of cues.tsv."""

    id: str
    noun: str
    verbs: str
    kind: str
    takes: str
    example: str
    never: str


class AccordingRow(NamedTuple):
    """A line of according.tsv."""

    before: str
    after: str
    kind: str
    example: str
    never: str


class AsideRow(NamedTuple):
    """A line of asides.tsv."""

    noun: str
    kind: str
    noun_phrase: Literal["yes", "no"]
    example: str


class _Stems(NamedTuple):
    past: str
    present: str


class _LookAlike(NamedTuple):
    form: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A lexicon entry: `takes` tells where its content may stand (see cues.tsv)."""

    id: str
    noun: str
    kind: str
    takes: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One printed shape of a cue, the same only as itself; `person` 0 where the shape has none."""

    surface: str
    cue: Cue
    role: Role
    mood: str
    person: int = 0
    negative: bool = False
    passive: bool = False


def find(folded: str, skeleton: Skeleton) -> list[Hit[Form]]:
    """Every cue, opener of an aside and according-phrase of a folded text, by place; look-alikes are left out."""
    return meant(folded, gazetteer().find(folded, skeleton))


def meant(folded: str, hits: Iterable[Hit[Form]]) -> list[Hit[Form]]:
    """The hits that are no look-alikes."""
    return [hit for hit in hits if hit.entry.role != "not" and not _goes_on(folded, hit)]


def _goes_on(folded: str, hit: Hit[Form]) -> bool:
    """Whether the word does not end where the hit does («گفته‌های», «گفت‌وگو», «به نظر می‌رسد»)."""
    end, form = hit.end, hit.entry
    if form.role == "according":
        return form.cue.noun == "نظر" and _SEEMS.match(folded, end) is not None
    if form.role != "verb":
        return False
    if form.cue.id == "goft" and _DIALOGUE.match(folded, end):
        return True
    if form.cue.id == "khast" and form.negative and form.mood == "subjunctive" and _FUTURE.match(folded, end):
        return True
    if form.mood == "participle" and _PLURAL.match(folded, end):
        return True
    return folded.startswith(ZWNJ, end) and folded[end + 1 : end + 2].isalpha()


@cache
def gazetteer() -> Gazetteer[Form]:
    """The forms, to be found in any text."""
    return Gazetteer(forms(), lambda form: form.surface)


@cache
def forms() -> tuple[Form, ...]:
    """All that the lexicon files say, conjugated, each shape of a cue once.

    Raises: KnowledgeError naming file and line where a file breaks its form.
    """
    said = chain(_verbs(), _according(), _asides(), _look_alikes())
    return tuple({(skeleton_text(form.surface), form.cue.id, form.role): form for form in said}.values())


def rows[Row: tuple[object, ...]](name: str, form: type[Row]) -> list[Row]:
    """The rows of a file of ingest/lexicon."""
    return [row for _, row in entries(files("ingest") / "lexicon" / name, form)]


def _verbs() -> Iterator[Form]:
    stems = dict(rows("verbs.tsv", _Stems))
    for row in rows("cues.tsv", CueRow):
        cue = Cue(row.id, row.noun, row.kind, frozenset(row.takes.split()))
        if cue.noun:
            yield Form(cue.noun, cue, "noun", "noun")
        for verb in row.verbs.split():
            past, _, present = verb.partition("/")
            lead = f"{cue.noun} " if cue.noun else ""
            yield from (
                _copulas(cue, lead) if past in ("است", "بود") else _conjugated(cue, lead, past, present or stems[past])
            )


def _conjugated(cue: Cue, lead: str, past: str, present: str) -> Iterator[Form]:
    yield Form(f"{lead}{past}ه", cue, "verb", "participle")
    yield Form(f"{lead}{past}ن", cue, "verb", "infinitive")
    for form in words.verb_forms(past, present).values():
        if form.passive and lead and past != "داد":
            continue
        if form.tense != "perfective_present" or past in _BARE_PRESENT:
            yield Form(lead + form.form, cue, "verb", _MOODS[form.tense], form.person, form.negative, form.passive)


def _copulas(cue: Cue, lead: str) -> Iterator[Form]:
    for negative, table in ((False, _COPULA), (True, _NEGATED_COPULA)):
        for surface, mood in table.items():
            if surface not in _GLUED or cue.noun in _ENCLITIC:
                yield Form(lead + surface, cue, "verb", mood, _PERSONS.get(surface, 3), negative)


def _according() -> Iterator[Form]:
    for row in rows("according.tsv", AccordingRow):
        for before, after in product(row.before.split("|"), row.after.split("|")):
            cue = Cue(f"according-{row.kind}", after, row.kind, frozenset({"according"}))
            yield Form(f"{before} {after}", cue, "according", before)


def _asides() -> Iterator[Form]:
    for row in rows("asides.tsv", AsideRow):
        cue = Cue(f"aside-{row.kind}", row.noun, row.kind, frozenset({"aside"}))
        for opener, joint in product(_OPENERS, _JOINTS):
            yield Form(f"{opener} {row.noun} {joint}", cue, "aside", "clause")
        if row.noun_phrase == "yes":
            yield from (Form(f"{opener} {row.noun}", cue, "aside", "noun") for opener in _OPENERS)


def _look_alikes() -> Iterator[Form]:
    nothing = Cue("look-alike", "", "none", frozenset())
    return (Form(row.form, nothing, "not", "") for row in rows("cue_lookalikes.tsv", _LookAlike))
