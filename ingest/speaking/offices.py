"""The words that name speakers by what they are (offices, organs, sources, pronouns), and the little words between."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph.letters import ZWNJ, skeleton_text
from graph.lexicon import entries
from graph.officials import same_offices
from ingest import words
from ingest.organizations import OrganizationName, organization_names

# One character for each sort, so that a phrase is a string and its grammar a regular expression.
SORTS: Mapping[str, str] = {
    "office": "R",
    "relative": "S",
    "envoy": "E",
    "offices": "P",
    "title": "T",
    "organ": "O",
    "organs": "B",
    "society": "G",
    "medium": "M",
    "source": "U",
    "sources": "V",
    "pronoun": "W",
    "pronouns": "Y",
    "document": "D",
    "this": "H",
    "some": "Q",
    "share": "Z",
    "preposition": "p",
    "place": "e",
    "time": "t",
    "clause": "c",
    "adverb": "n",
    "and": "&",
    "object": "r",
    "name": "b",
    "common": "x",
}
ORGANIZATION, MEDIUM, FIGURE, FORENAME, VERB, LIGHT = "o", "m", "K", "F", "v", "l"


class SortedForm(NamedTuple):
    sort: str
    form: str


class Stem(NamedTuple):
    sort: str
    past: str
    present: str


class Figure(NamedTuple):
    form: str
    code: str


class Form(NamedTuple):
    form: str


class Forename(NamedTuple):
    """`bearers` is "abroad" for a name that no Iranian has."""

    form: str
    bearers: str


class Trait(NamedTuple):
    trait: str
    form: str


class Head(NamedTuple):
    """What a word or fixed expression begins: its sort, and the state or body that it belongs to."""

    sort: str
    code: str | None = None


def _rows[Row: tuple[object, ...]](name: str, form: type[Row]) -> list[Row]:
    return [row for _, row in entries(files("ingest") / "lexicon" / name, form)]


class Heads(NamedTuple):
    """`entries` by skeleton, `longest` the most characters of one.

    `beginnings` are the first words of longer ones, each with the letters that go on behind it.
    """

    entries: Mapping[str, Head]
    beginnings: Mapping[str, Set[str]]
    longest: int


@cache
def heads() -> Heads:
    """All words and fixed expressions that begin the name of a speaker."""
    known = {skeleton_text(row.form): Head(FIGURE, row.code or None) for row in _rows("figures.tsv", Figure)}
    known |= {skeleton_text(name.surface): _named(name) for name in organization_names() if not name.is_doubtful}
    known |= {skeleton_text(row.form): Head(SORTS[row.sort]) for row in _rows("offices.tsv", SortedForm)}
    forms = [row.form for row in _rows("figures.tsv", Figure)] + [row.form for row in _rows("offices.tsv", SortedForm)]
    forms += [name.surface for name in organization_names()]
    return Heads(known, _beginnings(known, forms), max(map(len, known)))


def _beginnings(known: Iterable[str], forms: Iterable[str]) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = {start: set() for form in forms for start in _starts(form)}
    for key in known:
        for size in range(1, len(key)):
            if key[:size] in found:
                found[key[:size]].add(key[size])
    return found


def _starts(form: str) -> Iterator[str]:
    """The skeletons of what may be its first word of several: each space or joiner may be printed as another."""
    parts = form.replace(ZWNJ, " ").split(" ")
    return (skeleton_text("".join(parts[:size])) for size in range(1, len(parts)))


def _named(name: OrganizationName) -> Head:
    sort = MEDIUM if name.organization.kind == "medium" else ORGANIZATION
    return Head(sort, name.organization.country or None)


@cache
def particles() -> Mapping[str, str]:
    """Skeleton → the character of its sort, for words that part or join; finite verbs too."""
    found = {
        form: LIGHT if stem.sort == "light" else VERB for stem in _rows("stems.tsv", Stem) for form in _forms(stem)
    }
    found |= {before + form: VERB for before in trait("preverb") for form in tuple(found)}
    found |= dict.fromkeys(trait("copula"), LIGHT)
    return found | {skeleton_text(row.form): SORTS[row.sort] for row in _rows("particles.tsv", SortedForm)}


def _forms(stem: Stem) -> Iterator[str]:
    """The finite forms of a verb; «بری», «دانی» are names sooner than what a newspaper says to its reader."""
    return (key for key, form in words.verb_forms(stem.past, stem.present).items() if form.person != 2)


@cache
def forenames() -> frozenset[str]:
    """Skeletons of given names."""
    return frozenset(skeleton_text(row.form) for row in _rows("forenames.tsv", Forename))


@cache
def foreign_forenames() -> frozenset[str]:
    """Skeletons of given names that no Iranian has."""
    return frozenset(skeleton_text(row.form) for row in _rows("forenames.tsv", Forename) if row.bearers == "abroad")


@cache
def surnames() -> frozenset[str]:
    """Skeletons of surnames that are common words besides."""
    return frozenset(skeleton_text(row.form) for row in _rows("surnames.tsv", Form))


@cache
def newspaper_words() -> frozenset[str]:
    """Skeletons of words that no dictionary has and that name nobody."""
    return frozenset(skeleton_text(row.form) for row in _rows("common_words.tsv", Form))


@cache
def trait(name: str) -> frozenset[str]:
    """Skeletons of the words that have a trait."""
    return frozenset(skeleton_text(row.form) for row in _rows("traits.tsv", Trait) if row.trait == name)


@cache
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """Skeleton of a word or expression of an office → the skeletons of the words it stands for."""
    return {skeleton_text(row.form): tuple(map(skeleton_text, row.means.split(" "))) for row in same_offices()}
