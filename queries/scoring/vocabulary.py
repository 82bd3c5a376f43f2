"""The measure's words in Persian and English, and its numbers as people write them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from graph.event_labels import event_label
from graph.lexicon import entries
from queries.wording import Tongue, plain, word

_DIGITS: Final = str.maketrans("0123456789.%", "۰۱۲۳۴۵۶۷۸۹٫٪")


class _Word(NamedTuple):
    word: str
    en: str
    fa: str


def said(told: str, tongue: Tongue) -> str:
    """A word of the measure.

    Raises: KeyError for one that words.tsv does not have.
    """
    return _words()[told].fa if tongue == "fa" else _words()[told].en


def group(by: str, value: str, tongue: Tongue) -> str:
    """The name of a group of a breakdown."""
    if by == "quad":
        return f"{value} {event_label(f'quad-{value}', tongue)}"
    if by == "relation_type":
        return f"{value} {event_label(value, tongue)}"
    return word(value, tongue) if by in ("speaker_kind", "quote_type") else plain(value)


def count(number: int, tongue: Tongue) -> str:
    """A number of things."""
    return _digits(str(number), tongue)


def share(number: float | None, tongue: Tongue, places: int = 2) -> str:
    """A share of 1; "" for None."""
    return "" if number is None else _digits(f"{number:.{places}f}", tongue)


def percent(number: float, tongue: Tongue) -> str:
    """A share of 1 in whole per cent, cut off: 100 % means all."""
    return _digits(f"{int(round(number * 100, 6))}%", tongue)


def _digits(told: str, tongue: Tongue) -> str:
    return told.translate(_DIGITS) if tongue == "fa" else told


@cache
def _words() -> Mapping[str, _Word]:
    return {entry.word: entry for _, entry in entries(files("queries.scoring") / "words.tsv", _Word)}
