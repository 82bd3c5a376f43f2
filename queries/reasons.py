"""Features of judgements in plain words: «the cue is followed by …» for after=…, in Persian and English."""

import re
from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from graph.lexicon import entries
from queries.wording import Tongue, plain

_PLACE = re.compile(r"\{(\d)(?::([\w-]+))?\}")
_NAME = re.compile(r"(?:(?:dropped|itself)/)?[^=/]+")
_CLUE = re.compile("^[obc]:")  # what the clue of a relation is about
_TELLS = re.compile(r"\w*[A-Za-z]\w*[:=]|[A-Za-z-]+\Z(?<!True)(?<!False)")
_COUNT = re.compile(r"(?:x(\d+))?to(\d+)")
_SCENED = {"subject", "referent"}  # judges whose features open with the kind of scene that they are of
_NOTHING: Mapping[str, str] = MappingProxyType({})
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


class _FeatureWords(NamedTuple):
    judge: str
    feature: str
    fa: str
    en: str


class _ValueWords(NamedTuple):
    table: str
    value: str
    fa: str
    en: str


def reason(judge: str, feature: str, tongue: Tongue, lemmas: Mapping[str, str] = _NOTHING) -> str:
    """What a feature says, cues by their `lemmas`; one that nobody worded stands for itself."""
    told = [_piece(judge, piece, tongue, lemmas) for piece in _pieces(judge, feature)]
    return " + ".join(dict.fromkeys(told)) if all(told) else plain(feature)


def is_worded(judge: str, feature: str) -> bool:
    """Whether there are words for a feature."""
    return all(_template(judge, *_parts(judge, piece)) for piece in _pieces(judge, feature))


def _piece(judge: str, feature: str, tongue: Tongue, lemmas: Mapping[str, str]) -> str:
    """The words of one piece of a feature; "" where there are none."""
    name, values = _parts(judge, feature)
    template = _template(judge, name, values)
    if template is None:
        return ""
    told = template.fa if tongue == "fa" else template.en
    return " ".join(_PLACE.sub(partial(_filled, values, tongue, lemmas), told).split())


def _pieces(judge: str, feature: str) -> list[str]:
    """The pieces of a feature of relations, which goes together of several; others are one."""
    return [piece for piece in feature.split("|") if _TELLS.match(piece)] if judge == "relation" else [feature]


def _parts(judge: str, feature: str) -> tuple[str, list[str]]:
    """A feature's name and its values."""
    if judge == "relation":
        name, value = re.split("[:=]|\\Z", _CLUE.sub("", feature), maxsplit=1)
        return name, [value or "none"]
    told = feature.partition("/")[2] if judge in _SCENED else feature
    named = _NAME.match(told)
    name = named.group() if named else told
    rest = told[len(name) + 1 :]
    return name, rest.split("/") if rest else []


def _template(judge: str, name: str, values: list[str]) -> _FeatureWords | None:
    known = _features()
    exact = known.get((judge, f"{name}={values[0]}")) if values else None
    return exact or known.get((judge, name))


def _filled(values: list[str], tongue: Tongue, lemmas: Mapping[str, str], place: re.Match[str]) -> str:
    at, table = int(place[1]), place[2] or ""
    value = plain(values[at]) if at < len(values) else ""
    if table == "cue":
        return plain(lemmas.get(value, value))
    if table == "n":
        return _digits(value, tongue)
    if count := _COUNT.fullmatch(table):
        return _counted(value, int(count[1] or 1), count[2], tongue)
    return " / ".join(dict.fromkeys(_worded(table, one, tongue) for one in _split(table, value)))


def _split(table: str, value: str) -> list[str]:
    if table == "sorts":
        return list(value)
    return value.split(",") if table == "pos" else [value]


def _worded(table: str, value: str, tongue: Tongue) -> str:
    table = "sort" if table == "sorts" else table
    for size in range(len(value), -1, -1):  # the value itself, then what it begins with
        known = _values().get((table, value if size == len(value) else f"{value[:size]}*"))
        if known:
            return (known.fa if tongue == "fa" else known.en).replace("*", _worded("edge", value[size:], tongue))
    return value


def _counted(value: str, step: int, highest: str, tongue: Tongue) -> str:
    """A count in steps of so many, of which the highest stands for more: «۱۰ تا ۱۴», «۴۰ یا بیشتر»."""
    if not value.isdecimal():
        return value
    least = int(value) * step
    if value == highest:
        return _digits(f"{least} or more" if tongue == "en" else f"{least} یا بیشتر", tongue)
    if step == 1:
        return _digits(value, tongue)
    return _digits(f"{least} to {least + step - 1}" if tongue == "en" else f"{least} تا {least + step - 1}", tongue)


def _digits(text: str, tongue: Tongue) -> str:
    return text.translate(_PERSIAN) if tongue == "fa" else text


@cache
def _features() -> Mapping[tuple[str, str], _FeatureWords]:
    rows = entries(files("queries") / "feature_words.tsv", _FeatureWords)
    return {(row.judge, row.feature): row for _, row in rows}


@cache
def _values() -> Mapping[tuple[str, str], _ValueWords]:
    rows = entries(files("queries") / "feature_values.tsv", _ValueWords)
    return {(row.table, row.value): row for _, row in rows}
