"""Persian words, by hazm: the only module that imports it, lazily and once.

hazm answers what is Persian grammar (how verbs are conjugated, which words there are); offsets into the printed text
are ours, since evidence must not move.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from graph.facts import Span
from graph.letters import ZWNJ, fold, skeleton_text

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
# «گفت‌وگو», diplomacy's commonest compound, has a conjunction inside: it is joined by its own pattern, not by two parts.
_TALKS = rf"(?<!\w)گفت[ {ZWNJ}]?و[ {ZWNJ}]?گو(?:یی?|{ZWNJ}?ها(?:یی?)?)?(?![^\W\d_])|"
_TOKEN = re.compile(
    rf"{_TALKS}[^\W\d_]+(?:[{ZWNJ}\u064b-\u065f\u0640]+[^\W\d_]+)*[{ZWNJ}\u064b-\u065f]*|\d+|[^\w\s{ZWNJ}]|_"
)


@cache
def _hazm() -> Any:
    import hazm

    return hazm


def paragraphs(text: str) -> list[Span]:
    """The non-empty lines of a text, without the white space around them."""
    return [span for match in _PARAGRAPH.finditer(text) if (span := _stripped(text, *match.span()))]


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


class Token(NamedTuple):
    """A word, a number or one mark; `key` is its skeleton. Offsets count code points of the printed text."""

    start: int
    end: int
    key: str


_BEFORE_VERB = frozenset(("می", "نمی"))
_ENDINGS = frozenset(
    ["ها", "های", "هایی", "هایش", "هایشان", "ام", "ای", "اند", "ایم", "اید", "اش", "اشان", "شان", "مان", "ترین", "تری"]
)
_JOINTS = (" ", ZWNJ)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text; what a joiner joins is one also where a space is printed for it («می کند»)."""
    folded = fold(text[start:end])
    found = [Token(m.start(), m.end(), skeleton_text(m.group())) for m in _TOKEN.finditer(folded)]
    return [Token(one.start + start, one.end + start, one.key) for one in _joined(found, folded)]


def _joined(found: Iterable[Token], folded: str) -> Iterator[Token]:
    held: Token | None = None
    for token in found:
        if held and folded[held.end : token.start] in _JOINTS and _is_one_word(held.key, token.key):
            held = Token(held.start, token.end, held.key + token.key)
            continue
        if held:
            yield held
        held = token
    if held:
        yield held


def _is_one_word(first: str, second: str) -> bool:
    """Whether Persian spelling joins the two: a verb's prefix, an ending, the parts of a compound («نخست‌وزیر»)."""
    return first in _BEFORE_VERB or second in _ENDINGS or first + second in compounds()


@cache
def compounds() -> frozenset[str]:
    """The skeletons of the words that are spelt with a joiner, and of their beginnings up to a further one."""
    parts = (row[0].split(ZWNJ) for row in _word_list())
    return frozenset(
        skeleton_text("".join(part[:size])) for part in parts if len(part) > 1 for size in range(2, len(part) + 1)
    )


class VerbForm(NamedTuple):
    """One conjugated form of a verb: `lemma` is its past stem (گفت), `person` 1–6 (3 is he/she, 6 they)."""

    form: str
    lemma: str
    tense: str
    person: int
    negative: bool
    passive: bool


# hazm's conjugation tables that news uses as main verbs; each gives six persons in order.
_TENSES = (
    "perfective_past",
    "imperfective_past",
    "past_precedent",
    "present_perfect",
    "imperfective_present",
    "perfective_future",
    "subjunctive_perfective_present",
    "perfective_present",
)


_PERSONS = {6: (1, 2, 3, 4, 5, 6), 7: (1, 2, 3, 3, 4, 5, 6)}  # «گفته است» and «گفته» are one person


@cache
def verb_forms(past: str, present: str) -> Mapping[str, VerbForm]:
    """The finite forms of a simple verb by their skeleton, active and passive, positive and negative.

    `present` is the stem as it stands before an ending: «گوی» (می‌گویم), «خواه», «کن».
    """
    conjugation = _hazm().Conjugation()
    found: dict[str, VerbForm] = {}
    for tense, negative, passive in product(_TENSES, (False, True), (False, True)):
        table = getattr(conjugation, f"{'negative_' * negative}{'passive_' * passive}{tense}")
        root = present if tense.endswith("_present") and not passive else past
        forms = table(root)
        for person, form in zip(_PERSONS[len(forms)], forms, strict=True):
            found.setdefault(skeleton_text(form), VerbForm(form, past, tense, person, negative, passive))
    return found


@cache
def known_words() -> Mapping[str, str]:
    """hazm's word list: skeleton → comma-joined part-of-speech tags (N, V, AJ, ADV …); a word absent may be a name."""
    return {skeleton_text(row[0]): row[2] if len(row) > 2 else "" for row in _word_list()}


@cache
def common_words() -> frozenset[str]:
    """The skeletons of words that hazm's list counts a hundred times or more: of these few are proper names."""
    counted = (row for row in _word_list() if len(row) > 2 and row[2] != "0")
    return frozenset(skeleton_text(word) for word, count, *_ in counted if int(count) >= 100)


@cache
def _word_list() -> list[list[str]]:
    """hazm's words, each with how often it was counted and its tags."""
    lines = files("hazm").joinpath("data/words.dat").read_text(encoding="utf-8").splitlines()
    return [row for line in lines if (row := line.split("\t"))[0]]
