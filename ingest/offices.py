"""The words that name speakers by what they are (offices, organs, sources, pronouns), and the little words between."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph.letters import skeleton_text
from graph.lexicon import entries
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

_COPULAS = ("است", "نیست", "هست", "هستند", "نیستند", "باید", "نباید", "باشد", "باشند")


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


class Forename(NamedTuple):
    form: str


class Head(NamedTuple):
    """What a word or fixed expression begins: its sort, and the state or body that it belongs to."""

    sort: str
    code: str | None = None


def _rows[Row: tuple[object, ...]](name: str, form: type[Row]) -> list[Row]:
    return [row for _, row in entries(files("ingest") / "lexicon" / name, form)]


@cache
def heads() -> Mapping[str, Head]:
    """Skeleton → what it begins."""
    known = {skeleton_text(row.form): Head(FIGURE, row.code or None) for row in _rows("figures.tsv", Figure)}
    known |= {skeleton_text(name.surface): _named(name) for name in organization_names() if not name.is_doubtful}
    return known | {skeleton_text(row.form): Head(SORTS[row.sort]) for row in _rows("offices.tsv", SortedForm)}


def _named(name: OrganizationName) -> Head:
    sort = MEDIUM if name.organization.kind == "medium" else ORGANIZATION
    return Head(sort, name.organization.country or None)


@cache
def particles() -> Mapping[str, str]:
    """Skeleton → the character of its sort, for words that part or join; finite verbs too."""
    found = {
        form: LIGHT if stem.sort == "light" else VERB for stem in _rows("stems.tsv", Stem) for form in _forms(stem)
    }
    found |= dict.fromkeys(map(skeleton_text, _COPULAS), LIGHT)
    return found | {skeleton_text(row.form): SORTS[row.sort] for row in _rows("particles.tsv", SortedForm)}


def _forms(stem: Stem) -> Iterator[str]:
    """The finite forms of a verb; «بری», «دانی» are names sooner than what a newspaper says to its reader."""
    return (key for key, form in words.verb_forms(stem.past, stem.present).items() if form.person != 2)


@cache
def longest_head() -> int:
    """The most characters that a skeleton of `heads` has."""
    return max(map(len, heads()))


@cache
def forenames() -> frozenset[str]:
    """Skeletons of given names."""
    return frozenset(skeleton_text(row.form) for row in _rows("forenames.tsv", Forename))
