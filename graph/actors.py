"""Who can act: the states and international bodies, and what Persian news calls each of them."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from graph.errors import AmbiguousNameError, KnowledgeError, QuestionError
from graph.letters import ZWNJ, skeleton_text
from graph.lexicon import entries

type SpellingKind = Literal["name", "capital", "place", "seat", "demonym", "epithet", "people", "body"]
type Need = Literal["", "context", "company", "choice", "speaker"]
type Language = Literal["fa", "en"]

HOME = "HOME"
"""The code of «کشورمان»: whoever uses the spelling puts the outlet's country in its stead."""

_GUIDE_CODES = {"LAS": "AL"}


class ActorEntry(NamedTuple):
    """`wikidata` is an item id, "" where none is known."""

    code: str
    kind: Literal["country", "body"]
    label_fa: str
    label_en: str
    wikidata: str


class Spelling(NamedTuple):
    """One way to name the actor `code`, or HOME.

    `needs` "": safe as it stands; "context": also an ordinary word or another thing, to be taken only beside a word
    that speaks for the actor; "company": where the article names another actor too; "choice": several actors are
    called so and this one is not meant by default; "speaker": the country of whoever says it.
    """

    code: str
    kind: SpellingKind
    surface: str
    needs: Need = ""


class Lookalike(NamedTuple):
    """A longer expression that holds a spelling but does not stand for the actor; `why` says what it is."""

    surface: str
    why: str


@cache
def actors() -> Mapping[str, ActorEntry]:
    """The actors by code, sorted.

    Raises: KnowledgeError naming file and line where the lexicon breaks its form.
    """
    return {entry.code: entry for _, entry in entries(files("graph") / "actors.tsv", ActorEntry)}


@cache
def spellings() -> tuple[Spelling, ...]:
    """Every spelling, written and inflected (plurals of demonyms, ezafe after a vowel), sorted; each form once.

    Raises: KnowledgeError naming file and line where the lexicon breaks its form.
    """
    written = [_known(*placed) for placed in entries(files("graph") / "spellings.tsv", Spelling)]
    inflected = [form for spelling in written for form in _inflected(spelling)]
    return tuple(sorted(_distinct([*written, *inflected])))


@cache
def lookalikes() -> tuple[Lookalike, ...]:
    """What swallows a spelling inside it: matched together with the spellings, the longest match wins."""
    return tuple(entry for _, entry in entries(files("graph") / "lookalikes.tsv", Lookalike))


def label(code: str, language: Language = "fa") -> str:
    """What people call the actor.

    Raises: QuestionError for a code that is none.
    """
    entry = actors().get(code)
    if entry is None:
        raise QuestionError(f"«{code}»", "is no actor's code", "codes are listed in graph/actors.tsv")
    return entry.label_fa if language == "fa" else entry.label_en


def guide_code(code: str) -> str:
    """The code that the annotation guide writes: its AL is the Arab League's as well as Albania's."""
    return _GUIDE_CODES.get(code, code)


def code_of(name: str) -> str:
    """The code of an actor named in any spelling, by its English label or by its code.

    Raises: AmbiguousNameError where several actors are called so, QuestionError (with near names) where none is.
    """
    if name in actors():
        return name
    codes = _codes().get(_key(name))
    if not codes:
        raise QuestionError(f"«{name}»", "names no country or body", _near(name))
    if len(codes) > 1:
        raise AmbiguousNameError(name, tuple(label(code) for code in codes))
    return codes[0]


def _known(place: str, spelling: Spelling) -> Spelling:
    if spelling.code not in actors() and spelling.code != HOME:
        raise KnowledgeError(place, f"no actor has the code {spelling.code!r}", "add it to actors.tsv, or mend it")
    return spelling


def _inflected(spelling: Spelling) -> Iterator[Spelling]:
    """Plurals of a demonym («ایرانی‌ها», «ایرانیان»); what a final vowel glues on («آمریکای», «آمریکاست», «ترکیه‌ی»)."""
    stem = spelling.surface
    if spelling.kind == "demonym":
        endings = [ZWNJ + "ها", ZWNJ + "های", ZWNJ + "هایی"] + ["ان"] * (stem.endswith("ی") and ZWNJ not in stem)
    elif spelling.needs or not stem.endswith(("ا", "و", "ه")):
        endings = []
    elif stem.endswith("ه"):
        endings = [ZWNJ + "ی"]
    else:
        endings = ["ی"] + ["ست"] * (spelling.kind in {"name", "body", "capital"})
    return (spelling._replace(surface=stem + ending) for ending in endings)


def _distinct(forms: Iterable[Spelling]) -> Iterable[Spelling]:
    """The first of the forms that share code, kind and skeleton."""
    first: dict[tuple[str, str, str], Spelling] = {}
    for form in forms:
        first.setdefault((form.code, form.kind, skeleton_text(form.surface)), form)
    return first.values()


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    """Codes by key: the default reading alone where there is one, every reading where there is none."""
    default: dict[str, dict[str, None]] = {}
    other: dict[str, dict[str, None]] = {}
    for spelling in spellings():
        if spelling.code != HOME:
            readings = other if spelling.needs == "choice" else default
            readings.setdefault(_key(spelling.surface), {})[spelling.code] = None
    for entry in actors().values():
        for name in (entry.code, entry.label_fa, entry.label_en):
            default.setdefault(_key(name), {})[entry.code] = None
    return {key: tuple(codes) for key, codes in (other | default).items()}


def _key(name: str) -> str:
    return skeleton_text(name).casefold()


def _near(name: str) -> str:
    """A cure: what the name may have been meant for."""
    shown = {_key(spelling.surface): spelling.surface for spelling in reversed(spellings())}
    shown |= {_key(entry.label_en): entry.label_en for entry in actors().values()}
    near = [shown[key] for key in get_close_matches(_key(name), shown, n=3, cutoff=0.6)]
    return f"did you mean {'، '.join(near)}?" if near else "names are listed in graph/spellings.tsv"
