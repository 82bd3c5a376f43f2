"""The words that attribute words: every cue of the lexicon in every conjugation, found in one pass over the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, product
from typing import Literal

from graph.errors import KnowledgeError
from graph.letters import ZWNJ, skeleton_text
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
_NEGATED_COPULA = {"نیست": "present", "نیستند": "present", "نبود": "past", "نبودند": "past"}
_ENCLITIC = {"معتقد", "مدعی", "امیدوار", "خواستار", "خواهان"}
_JOINTS = ("اینکه", "آنکه", "این مطلب که", "این موضوع که", "این نکته که", "این ادعا که", "این مساله که", "این مسئله که")
_OPENERS = ("با", "ضمن")
_BLOCKERS = (
    "گفت و گو", "گفت و گوی", "گفت و گوها", "گفت و گوهای", "گفت و گویی", "گفت و شنود", "خواست های", "خواست ها",
    "خواسته ها", "خواسته های", "خواسته شان", "خواسته اش", "گفته می شود", "گفته شد", "نوشته ها", "نوشته های",
    "ارزش افزوده", "مالیات بر ارزش افزوده", "رد و بدل", "در عنوان", "به عنوان", "تحت عنوان", "با عنوان",
    "به خواست", "باز خواست", "درخواست ها", "چه گفت", "به یاد", "رد پای", "به نظر می رسد", "به نظر می رسید",
    "به گفته خود", "خواست نامش", "خواست نامشان", "خواستند نامشان", "نخواست نامش", "نخواستند نامشان", "خواست نام او",
    "از نظر فنی", "از نظر سیاسی", "از نظر اقتصادی", "از نظر نظامی", "به باور نشست", "به قول معروف",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A lexicon entry: `takes` tells where its content may stand (see cues.tsv)."""

    id: str
    noun: str
    kind: str
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One printed shape of a cue; `person` 0 where the shape has none."""

    surface: str
    cue: Cue
    role: Role
    mood: str
    person: int = 0
    negative: bool = False
    passive: bool = False


def find(text: str, skeleton: Skeleton) -> list[Hit[Form]]:
    """Every cue, opener of an aside and according-phrase of a text, by place; look-alikes are left out."""
    return [hit for hit in _gazetteer().find(text, skeleton) if hit.entry.role != "not" and not _goes_on(text, hit)]


_SEEMS = re.compile(f"[ {ZWNJ}\\xa0]*(?:[نب]?[مم][یي][ {ZWNJ}\\xa0]?|ن?ب?)ر[سی]")
_DIALOGUE = re.compile(f"[ {ZWNJ}\\xa0]*و[ {ZWNJ}\\xa0]*(?:گو|شنود)")
_PLURAL = re.compile(f"[ {ZWNJ}\\xa0]*(?:ها|های|هایی|هاي|هايي|ای|اي|شان|اش|ی|ي)(?![\\w{ZWNJ}])")


def _goes_on(text: str, hit: Hit[Form]) -> bool:
    """Whether the word does not end where the hit does («گفته‌های», «گفت‌وگو»)."""
    end, form = hit.end, hit.entry
    if form.role == "according" and form.cue.noun == "نظر" and _SEEMS.match(text, end):
        return True
    if form.cue.id == "goft" and _DIALOGUE.match(text, end):
        return True
    if form.role == "verb" and form.mood == "participle" and _PLURAL.match(text, end):
        return True
    return form.role == "verb" and text[end : end + 1] == ZWNJ and text[end + 1 : end + 2].isalpha()


@cache
def _gazetteer() -> Gazetteer[Form]:
    return Gazetteer(forms(), lambda form: form.surface)


@cache
def forms() -> tuple[Form, ...]:
    """All that the lexicon files say, conjugated."""
    said = chain(_verbs(), _according(), _asides(), _look_alikes())
    return tuple({(skeleton_text(form.surface), form.cue.id, form.role): form for form in said}.values())


def rows(name: str) -> list[dict[str, str]]:
    """The lines of a lexicon file by its column names."""
    lines = files("ingest").joinpath("lexicon", name).read_text(encoding="utf-8").splitlines()
    head, *body = (line.split("\t") for line in lines if line and not line.startswith("#"))
    if wrong := next((row for row in body if len(row) != len(head)), None):
        raise KnowledgeError(name, f"{len(wrong)} columns in «{wrong[0]}»", f"give it {len(head)}")
    return [dict(zip(head, row, strict=True)) for row in body]


def _verbs() -> Iterator[Form]:
    stems = {row["past"]: row["present"] for row in rows("verbs.tsv")}
    for row in rows("cues.tsv"):
        cue = Cue(row["id"], row["noun"], row["kind"], frozenset(row["takes"].split()))
        if cue.noun:
            yield Form(cue.noun, cue, "noun", "noun")
        for verb in row["verbs"].split():
            past, _, present = verb.partition("/")
            yield from _conjugated(cue, past, present or stems.get(past, ""))


def _conjugated(cue: Cue, past: str, present: str) -> Iterator[Form]:
    lead = f"{cue.noun} " if cue.noun else ""
    if past in ("است", "بود"):
        yield from _copulas(cue, lead)
        return
    yield Form(f"{lead}{past}ه", cue, "verb", "participle")
    yield Form(f"{lead}{past}ن", cue, "verb", "infinitive")
    for form in words.verb_forms(past, present).values():
        if form.passive and cue.noun and past != "داد":
            continue
        if form.tense == "perfective_present" and past not in _BARE_PRESENT:
            continue
        yield Form(lead + form.form, cue, "verb", _MOODS[form.tense], form.person, form.negative, form.passive)


def _copulas(cue: Cue, lead: str) -> Iterator[Form]:
    for negative, table in ((False, _COPULA), (True, _NEGATED_COPULA)):
        for surface, mood in table.items():
            if surface in ("ند", "اند", "م", "یم") and cue.noun not in _ENCLITIC:
                continue
            yield Form(lead + surface, cue, "verb", mood, 3, negative)


def _according() -> Iterator[Form]:
    for row in rows("according.tsv"):
        for before, after in product(row["before"].split("|"), row["after"].split("|")):
            cue = Cue(f"according-{row['kind']}", after, row["kind"], frozenset({"according"}))
            yield Form(f"{before} {after}", cue, "according", before)


def _asides() -> Iterator[Form]:
    for row in rows("asides.tsv"):
        cue = Cue(f"aside-{row['kind']}", row["noun"], row["kind"], frozenset({"aside"}))
        for opener, joint in product(_OPENERS, _JOINTS):
            yield Form(f"{opener} {row['noun']} {joint}", cue, "aside", "clause")
        if row["noun_phrase"] == "yes":
            for opener in _OPENERS:
                yield Form(f"{opener} {row['noun']}", cue, "aside", "noun")
        if row["noun"].startswith("طرح"):
            yield Form("با طرح این ادعا که", cue, "aside", "clause")


def _look_alikes() -> Iterator[Form]:
    nothing = Cue("look-alike", "", "none", frozenset())
    for surface in _BLOCKERS:
        yield Form(surface, nothing, "not", "")


def surfaces(found: Iterable[Hit[Form]]) -> list[str]:
    """What the hits look like in the lexicon, for a person to read."""
    return [hit.entry.surface for hit in found]
