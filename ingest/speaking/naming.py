"""Where a proper name begins and ends, titles and quotation marks apart: a grammar over one character a word."""

import re
from typing import NamedTuple

from ingest.speaking.offices import forenames, surnames, trait
from ingest.speaking.wording import Wording

# A surname may be a common word («نواف سلام»): then a forename before it, or what follows it, must speak for it.
_TITLES = re.compile("T*")
_QUOTED = re.compile(r'"(T*)([TbFKNLxRWUEOAC&-]{1,6})"')
_NAMELIKE = re.compile("[FKNL]")
_RUN = r"(?:(?:b(?=[FKNx])x?|[FKN])+|L+)"
_PLAIN = re.compile(_RUN)
_LATIN = re.compile("L*")  # the same name in Latin letters behind it
_TITLED = re.compile(rf'(?:x(?=[FKNLb]))?{_RUN}|x(?!l)(?=[,RSEQPUptcenr"(:\-vx&]|$)')
_UNLISTED = re.compile(rf"x(?=F[NKx]|b[FKN]){_RUN}(?=[,RSEQv(:]|$)|(?:xx|xxx|xN|Nx)(?=,[RSE])")
_COMMON = re.compile(r"(?:x(?!l))*")
_BOUNDARY = re.compile(r'[,RSEQPUptcenr"(:-]|$')
_ENDED = re.compile(r'[,RSEQPUptcenr0v"(:-]|$')
_APPOSED = re.compile(r"[,(-][RSEQ]|[RSE]|Q[RSE]")
_ENCLOSED = re.compile(",")
_SURNAMES = frozenset("NFK")
_AND_OFFICE = re.compile(",?[RSE]")


class Name(NamedTuple):
    """Words `first` to `last` (half-open) are a proper name; `close` is where its closing mark ends."""

    first: int
    last: int
    close: int

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word."""
        return self.last - self.first > 1


def fit(pattern: re.Pattern[str], sorts: str, at: int) -> int:
    """Where a pattern that begins at a word ends; there, if it does not fit."""
    match = pattern.match(sorts, at)
    return match.end() if match else at


def name_at(words: Wording, at: int, strong: bool = False) -> Name | None:
    """The proper name that begins at a word, titles passed over.

    `strong`: an office stands before it, so that a word no dictionary has may be a forename.
    """
    sorts = words.sorts
    start = fit(_TITLES, sorts, at)
    strong = strong or start > at
    if sorts.startswith('"', start):
        return _quoted(sorts, start, strong)
    match = (_TITLED if start > at else _PLAIN).match(sorts, start + _is_patronymic(words, start))
    if not match and (strong or at == 0 or sorts[at - 1] in ",:-"):
        match = _UNLISTED.match(sorts, start)
    if not match:
        return None
    double = "F" in match.group() and (_is_double(words, match.end()) or _is_titled(words, match.end()))
    run = match.group()
    if run.startswith("KF") and words.keys[match.start()] in forenames():
        run = "F" + run[1:]
    end = match.end() + 2 if double else _surname(words, run, match.end(), strong)
    if run == "F" and end == match.end() and _is_whole(words, end):
        end += 1
    if sorts[end : end + 1] in {"b", "x"} and words.keys[end] in trait("surname-part"):
        end += sorts[end] == "b" or bool(_ENDED.match(sorts, end + 1))  # «جلال جلالی زاده»، «احمدی کیا»
    if sorts.startswith("C", end) and words.keys[end].startswith("ال"):
        end += 1  # «بن احمد آل خلیفه»
    return Name(start, end, fit(_LATIN, sorts, end) if sorts.startswith("L", end) else end)


def _is_double(words: Wording, at: int) -> bool:
    """Whether a surname of two words begins, of which the first may be any («محمود دولت آبادی»)."""
    return at + 1 < len(words) and words.sorts[at] in "xOGU" and words.keys[at + 1] in trait("surname-part")


def _is_titled(words: Wording, at: int) -> bool:
    """Whether a surname begins with what is a title elsewhere («آرش حاجی نیک‌پندار»)."""
    return (
        words.keys[at : at + 1] != []
        and words.keys[at] in trait("surname-title")
        and words.sorts[at + 1 : at + 2] in _SURNAMES
    )


def _is_whole(words: Wording, at: int) -> bool:
    """Whether a surname is a word that is a title or an adverb elsewhere («مهدی گویا»)."""
    return (
        words.keys[at : at + 1] != []
        and words.keys[at] in trait("surname-whole")
        and bool(_ENDED.match(words.sorts, at + 1))
    )


def _is_patronymic(words: Wording, at: int) -> bool:
    """Whether a common word begins a name of Arabia («سالم بن حمد»)."""
    return words.sorts.startswith("xb", at) and words.keys[at + 1] in trait("patronymic")


def _quoted(sorts: str, start: int, strong: bool) -> Name | None:
    match = _QUOTED.match(sorts, start)
    if not match or not re.search("[FKNLx]", match.group(2)):
        return None
    apposed = sorts[match.end() : match.end() + 1] in {"R", "S", "E", "Q", "P"}
    if strong or apposed or _NAMELIKE.search(match.group(2)):
        return Name(match.start(2), match.start(2) + len(_without_latin(match.group(2))), match.end())
    return None


def _without_latin(run: str) -> str:
    """The sorts of a name without those of its Latin form behind it."""
    return run.rstrip("L") or run


def _surname(words: Wording, run: str, end: int, strong: bool) -> int:
    """The end of a name moved over a surname made of common words."""
    sorts = words.sorts
    common = fit(_COMMON, sorts, end)
    if common == end:
        return end
    if common - end <= 3 and _holds_together(words, run, end, common, strong):
        return common
    bounded = bool(_BOUNDARY.match(sorts, end + 1))
    if run in ("F", "bF", "bFF"):
        return _compound(words, end + 1, run == "F")
    if run == "FF" and (bounded or words.keys[end].endswith(tuple(trait("surname-ending")))):
        return _compound(words, end + 1, False)
    if run == "N" and strong and bounded and len(words.keys[end]) > 2:
        return _compound(words, end + 1, False)
    return _second(words, end, common) if run == "FN" and words.keys[end - 1] in surnames() else end


def _second(words: Wording, end: int, common: int) -> int:
    """The end moved over the second half of a surname («رحیمی جهان آبادی»)."""
    keys, ended = words.keys, words.keys[common - 1].endswith(tuple(trait("surname-ending")))
    if keys[end] in trait("surname-part"):
        return end + 1
    bounded = bool(_BOUNDARY.match(words.sorts, common)) and common - end < 3
    return common if bounded and (ended or keys[common - 1] in trait("surname-part")) else end


def _holds_together(words: Wording, run: str, end: int, common: int, strong: bool) -> bool:
    """Whether an office in apposition behind the common words tells that they are a surname."""
    sorts = words.sorts
    if run == "K":
        return words.keys[end - 1] in forenames() and common - end < 3 and bool(_AND_OFFICE.match(sorts, common))
    enclosed = _ENCLOSED.match(sorts, common) and (strong or "F" in run)
    return run.strip("b") in ("F", "FF", "N", "FN") and bool(_APPOSED.match(sorts, common) or enclosed)


def _compound(words: Wording, end: int, after_forename: bool) -> int:
    """The end moved over the second part of a surname («کاظمی قمی»، «جهان آبادی»)."""
    sorts, keys, parts = words.sorts, words.keys, trait("surname-part")
    if after_forename and sorts.startswith("x", end) and keys[end].endswith("ی") and _BOUNDARY.match(sorts, end + 1):
        end += 1
    if sorts.startswith("xx", end) and keys[end + 1] in parts:
        end += 2
    while end < len(sorts) and (sorts[end] in "NKb" or (sorts[end] == "x" and keys[end] in parts)):
        end += 1
    return end
