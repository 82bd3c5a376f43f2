"""Tells a word that may be a proper name from a common one, without a list of all names."""

from functools import cache, lru_cache

from graph.letters import ZWNJ, skeleton_text
from ingest.speaking.offices import (
    FORENAME,
    LIGHT,
    VERB,
    forenames,
    heads,
    newspaper_words,
    particles,
    surnames,
    trait,
)
from ingest.words import common_words

_TANWIN = "\u064b"  # «خصوصاً»: an adverb
_TO = "به" + ZWNJ  # «به‌نام», which is no «بهنام»
UNKNOWN, LATIN, NUMBER, COMMON = "N", "L", "0", "x"


def sort_of(word: str, key: str) -> str:
    """F a given name, N a word of no dictionary (perhaps a name), L Latin letters, 0 a number, x a common word."""
    if key[0] < "\u0600":
        return LATIN if key[0].isalpha() else NUMBER
    if is_forename(key) and not word.startswith(_TO):
        return FORENAME
    return COMMON if is_common(word, key) and not is_surname(key) else UNKNOWN


@lru_cache(1 << 13)
def is_forename(key: str) -> bool:
    """Whether a word is a given name: a listed one, or one made as given names are («سیدعباس»، «هدایت‌الله»)."""
    if key in forenames():
        return True
    if key.endswith(tuple(trait("forename-ending"))):
        return len(key) > 6 and key not in trait("no-forename")
    return any(key.startswith(first) and key[len(first) :] in forenames() for first in trait("forename-beginning"))


@lru_cache(1 << 13)
def is_surname(key: str) -> bool:
    """Whether a word is a surname in spite of the dictionary: a listed one, or one made as surnames are («علیزاده»)."""
    made = len(key) > 6 and key.endswith(tuple(trait("surname-made"))) and key not in newspaper_words()
    return made or key in surnames()


def is_common(word: str, key: str) -> bool:
    """Whether the dictionary has the word, or the words it is made of."""
    if _stem_is_common(key) or _TANWIN in word:
        return True
    return ZWNJ in word and all(_stem_is_common(skeleton_text(part)) for part in word.split(ZWNJ) if part)


@cache
def _stem_is_common(key: str) -> bool:
    common = common_words()
    if key in common or key in newspaper_words() or key in trait("word-ending") or key in trait("word-beginning"):
        return True
    if key.endswith("ه") and particles().get(key[:-1]) in (VERB, LIGHT):
        return True
    if key.endswith(tuple(trait("no-name"))):
        return True
    for ending in trait("word-ending"):
        stem = key[: -len(ending)]
        if len(stem) > 2 and key.endswith(ending) and (stem in common or stem + "ه" in common):
            return True
    glued = [key[len(word) :] for word in trait("glued") if key.startswith(word) and len(key) > len(word) + 3]
    if any(rest in common or rest in heads().entries for rest in glued):
        return True
    rests = (key[len(begin) :] for begin in trait("word-beginning") if key.startswith(begin))
    return any(len(rest) > 2 and rest in common for rest in rests)
