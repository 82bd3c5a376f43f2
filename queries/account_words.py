"""The fixed words of an account of reading, in Persian and English."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph.lexicon import entries
from queries.wording import Tongue

_PERSIAN = str.maketrans("0123456789.", "۰۱۲۳۴۵۶۷۸۹٫")


class _Phrase(NamedTuple):
    word: str
    fa: str
    en: str


def phrase(name: str, tongue: Tongue, /, **told: object) -> str:
    """The words of that name, filled in."""
    known = _phrases()[name]
    return (known.fa if tongue == "fa" else known.en).format(**told)


def percent(share: float, tongue: Tongue) -> str:
    """A share of 1: «۸۷٪», 87%."""
    told = f"{100 * share:.{1 if share > 0.99 or share < 0.01 else 0}f}"
    return f"{told.translate(_PERSIAN)}٪" if tongue == "fa" else f"{told}%"


@cache
def _phrases() -> Mapping[str, _Phrase]:
    return {row.word: row for _, row in entries(files("queries") / "account_words.tsv", _Phrase)}
