"""Tells a word that may be a proper name from a common one, without a list of all names."""

from functools import cache

from graph.letters import ZWNJ, skeleton_text
from ingest.offices import forenames
from ingest.words import common_words

_ENDINGS = (
    "هایی",
    "های",
    "ها",
    "هایش",
    "هایشان",
    "اش",
    "شان",
    "ش",
    "م",
    "مان",
    "ای",
    "ی",
    "یی",
    "تر",
    "ترین",
    "ان",
    "انی",
    "گان",
    "ات",
    "ترینشان",
    "ام",
    "یم",
    "ند",
    "ه",
)
_BEGINNINGS = ("می", "نمی", "نا", "غیر", "هم", "پیش", "بی", "بر")


def sort_of(word: str, key: str) -> str:
    """F a given name, N a word of no dictionary (perhaps a name), L one in Latin letters, x a common word."""
    if key[0] < "\u0600":
        return "L" if key[0].isalpha() else "0"
    if is_forename(key):
        return "F"
    return "x" if is_common(word, key) else "N"


def is_forename(key: str) -> bool:
    """Whether a word is a given name: a listed one, or one made as given names are («سیدعباس»، «هدایت‌الله»)."""
    if key in forenames():
        return True
    if key.endswith(_DIVINE):
        return len(key) > 6 and key not in _NO_NAMES
    return any(key.startswith(first) and key[len(first) :] in forenames() for first in _FIRST)


_DIVINE = ("الله", "الدین")
_FIRST = ("سید", "محمد", "غلام", "امیر", "علی", "عبدال", "ابو")
_NO_NAMES = frozenset(
    map(
        skeleton_text,
        (
            "حزب‌الله",
            "انصارالله",
            "ثارالله",
            "بقیه‌الله",
            "روح‌الله",
            "ان‌شاءالله",
            "انشاالله",
            "ماشاالله",
            "رسول‌الله",
            "عباد‌الله",
            "آیت‌الله",
            "بیت‌الله",
            "جندالله",
            "سیدالله",
        ),
    )
) - {"روحالله"}


def is_common(word: str, key: str) -> bool:
    """Whether the dictionary has the word, or the words it is made of."""
    common = common_words()
    if key in common:
        return True
    if ZWNJ in word and all(_stem_is_common(skeleton_text(part)) for part in word.split(ZWNJ) if part):
        return True
    return _stem_is_common(key)


@cache
def _stem_is_common(key: str) -> bool:
    common = common_words()
    if key in common or key in _ENDINGS or key in _BEGINNINGS:
        return True
    for ending in _ENDINGS:
        stem = key[: -len(ending)]
        if len(stem) > 2 and key.endswith(ending) and (stem in common or stem + "ه" in common):
            return True
    return any(
        key.startswith(begin) and len(key) - len(begin) > 2 and key[len(begin) :] in common for begin in _BEGINNINGS
    )
