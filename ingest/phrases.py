"""The grammar of naming: where an office, an organ or a name ends, as regular expressions over one character a word."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from graph.letters import skeleton_text
from ingest.offices import forenames
from ingest.wording import Word

# Sorts: see ingest.offices; besides, F given name, K known figure, N word of no dictionary, L Latin letters, x common
# word, C state, A demonym, o organization by its own name, v verb, l light verb, 0 number, and marks as themselves.
_ADJECTIVE = r"(?:x(?!l)|A)"
_AND_MORE = r"(?:(?<=[xA])&(?=x(?!l)|A))"
_PROPER = r'(?:"[^"]{1,6}"|T?[FKNLb]+|T[xK])'
_SOCIETY = rf"[GM]{_ADJECTIVE}*{_PROPER}?"
_OWN = r"(?:[om]C?|C(?:&C)*)?A*"
_BRACKET = r"(?:\([^()]{1,5}\))?"
_OFFICE = re.compile(
    rf"(?:&[RSE])?(?:{_ADJECTIVE}|{_AND_MORE}|[RSEPUVOBYD]|H(?=[OGM])|{_SOCIETY}|(?<=[xOD])0|,(?=x&x))*{_OWN}"
)
_ORGAN = re.compile(
    rf"(?:{_ADJECTIVE}|{_AND_MORE}|[OBD]|H(?=O)|{_SOCIETY}|(?<=[xOBD])0|(?<=[xO]),(?=x&x))*{_OWN}{_BRACKET}"
)
_NAMED = re.compile(rf"{_ADJECTIVE}*{_PROPER}?(?:{_ADJECTIVE}|{_AND_MORE}|[OB])*{_OWN}{_BRACKET}")
_PLACE = re.compile(rf"e(?:C|(?:{_ADJECTIVE}|[OB]|{_SOCIETY})*{_OWN})(?:(?<=[omxC])&x(?:{_ADJECTIVE})*)?")
_MORE = re.compile(r"&(?=[RSE])")
_PLACES = frozenset(
    map(skeleton_text, ("امور", "سازمان", "سازمان‌های", "آژانس", "خاورمیانه", "مقر", "اروپا", "پرونده", "حوزه"))
)
_QUALITIES = frozenset(
    map(
        skeleton_text,
        (
            "ویژه",
            "جدید",
            "خاص",
            "ارشد",
            "دائم",
            "سابق",
            "پیشین",
            "اسبق",
            "نظامی",
            "سیاسی",
            "رسانه‌ای",
            "مطبوعاتی",
            "شخصی",
            "اول",
        ),
    )
)
_DESKS = frozenset(map(skeleton_text, ("مدیرکل", "مدیر", "مسئول", "معاون")))
_FIELDLESS = frozenset(
    map(
        skeleton_text,
        (
            "رئیس",
            "مدیر",
            "دبیرکل",
            "دبیر",
            "مسئول",
            "فرمانده",
            "عضو",
            "مدیرعامل",
            "رهبر",
            "فرماندار",
            "استاندار",
            "شهردار",
        ),
    )
)
_OPEN_ENDED = frozenset(
    map(skeleton_text, ("نزدیک", "مطلع", "وابسته", "مستقر", "ساکن", "مقیم", "موسوم", "معروف", "حاضر", "منسوب", "مربوط"))
)
_HOLDS_OFFICES = frozenset(map(skeleton_text, ("دفتر", "شورای", "نهاد", "اجلاس", "نشست", "کابینه")))
_SURNAME_ENDS = ("ی", "نژاد", "زاده", "پور", "نیا", "فر", "یان", "ف", "فرد", "راد", "منش", "خواه")


def office_end(words: Sequence[Word], sorts: str, head: int, after_name: bool = False) -> int:
    """Where the phrase of an office ends: its field, its organ, its state, the place it is held at."""
    desk = words[head].key in _DESKS and sorts[head + 1 : head + 3] in ("CO", "CG")  # «مدیرکل آمریکای وزارت …»
    end = _fit(_OFFICE, sorts, head + 1 + desk)
    if words[head].key in _FIELDLESS and end == head + 1 and re.match(r"[NL](?![FNKLxb])", sorts[end:]):
        end += 1  # «رئیس گازپروم»
    if sorts[head] in "SE" and all(word.key in _QUALITIES for word in words[head + 1 : end]):
        whose = name_at(words, sorts, end)  # «مشاور ظریف»: another's name is the field
        end = whose.close if whose and sorts[end] not in 'T"' else end
    while end > head + 1 and words[end - 1].key in _OPEN_ENDED and sorts[end : end + 1] in tuple("pe"):
        end -= 1  # «منبع آگاه نزدیک به …»
    end = _placed(words, sorts, head, end)
    while after_name and _MORE.match(sorts, end):
        end = office_end(words, sorts, end + 1)
    return end


def _placed(words: Sequence[Word], sorts: str, head: int, end: int) -> int:
    """The end moved over «در عمان», «نزد سازمان ملل», where the office is an envoy's (or it is «در امور …»)."""
    envoy = "E" in sorts[head:end]
    for _ in range(2):
        if not sorts.startswith("e", end) or end + 1 >= len(sorts):
            break
        key = words[end + 1].key
        if not (
            key in _PLACES
            or (sorts[head] in "UV" and sorts[end + 1] in "omO" and words[end].key == "در")
            or (envoy and sorts[end + 1] in "ComG")
        ):
            break
        end = _fit(_PLACE, sorts, end)
    return end


def organ_end(words: Sequence[Word], sorts: str, head: int) -> int:
    """Where the name of an organ, society or medium ends."""
    end = _fit(_NAMED if sorts[head] in "GM" else _ORGAN, sorts, head + 1)
    if words[head].key in _MISSIONS and sorts.startswith("eC", end):
        return end + 2
    if end == head + 1 and sorts[end : end + 1] in tuple("RSEP") and words[head].key in _HOLDS_OFFICES:
        return office_end(words, sorts, end)
    if end == head + 1 and sorts[head] == "O" and words[head].key in _HOLDS_OFFICES | _GOVERNMENTS:
        found = name_at(words, sorts, end)
        return found.close if found else end
    return end


_MISSIONS = frozenset(map(skeleton_text, ("سفارت", "سفارتخانه", "سرکنسولگری", "کنسولگری", "نمایندگی")))
_GOVERNMENTS = frozenset(map(skeleton_text, ("دولت", "حکومت", "رژیم", "کابینه")))


def _fit(pattern: re.Pattern[str], sorts: str, at: int) -> int:
    match = pattern.match(sorts, at)
    return match.end() if match else at


class Name(NamedTuple):
    """Words `first` to `last` (half-open) are a proper name; `close` is where its closing mark ends."""

    first: int
    last: int
    close: int


_TITLES = re.compile("T*")
_QUOTED = re.compile(r'"([TbFKNLxRWUEOAC&-]{1,6})"')
_PLAIN = re.compile(r"(?:b(?=[FKNLx])x?|[FKNL])+")
_UNLISTED = re.compile(r"x(?=F[NKx]|b[FKN])|(?:xx|xxx|xN|Nx)(?=,[RSE])")
_TITLED = re.compile(r"(?:x(?=[FKNLb]))?(?:b(?=[FKNLx])x?|[FKNL])+|x(?!l)(?=[,RSEQPUptcenr\"(:\-vx&]|$)")
_BOUNDARY = re.compile(r'[,RSEQPUptcenr"(:-]|$')
_APPOSED = re.compile(r"[,(-][RSEQ]|[RSE]")
_ENCLOSED = re.compile(",")


def name_at(words: Sequence[Word], sorts: str, at: int, strong: bool = False) -> Name | None:
    """The proper name that begins at a word, titles passed over.

    `strong`: an office stands before it, so that a word no dictionary has may be a forename.
    """
    start = _fit(_TITLES, sorts, at)
    if sorts.startswith('"', start):
        return _quoted(sorts, start, strong or start > at)
    match = (_TITLED if start > at else _PLAIN).match(sorts, start)
    if not match and (at == 0 or strong or sorts[at - 1] in ",:"):
        rare = _UNLISTED.match(sorts, start)
        match = rare and (re.compile("x" + _PLAIN.pattern).match(sorts, start) or rare)
    if not match:
        return None
    end = _surname(words, sorts, match.group(), match.end(), strong or start > at)
    if sorts.startswith("C", end) and words[end].key.startswith("ال"):
        end += 1
    return Name(start, end, end)


def _quoted(sorts: str, start: int, strong: bool) -> Name | None:
    match = _QUOTED.match(sorts, start)
    if not match:
        return None
    inside, close = match.group(1), match.end()
    if not re.search("[FKNLx]", inside):
        return None
    if not (strong or re.search("[FKNL]", inside) or sorts[close : close + 1] in tuple("RSEQP")):
        return None
    titles = _fit(_TITLES, inside, 0)
    return Name(start + 1 + titles % len(inside), close - 1, close)


def _surname(words: Sequence[Word], sorts: str, run: str, end: int, strong: bool) -> int:
    """The end of a name moved over a surname made of common words («نواف سلام»)."""
    common = _fit(_COMMON, sorts, end)
    if common == end:
        return end
    apposed = _APPOSED.match(sorts, common) or (_ENCLOSED.match(sorts, common) and (strong or "F" in run))
    if apposed and run.strip("b") in ("F", "FF", "N") and common - end <= 3:
        return common
    if run == "K" and words[end - 1].key in forenames() and common - end < 3 and re.match(r",?[RSE]", sorts[common:]):
        return common
    likely = words[end].key.endswith(_SURNAME_ENDS)
    bounded = bool(_BOUNDARY.match(sorts, end + 1))
    if (
        run in ("F", "bF", "bFF")
        or (run == "FF" and (bounded or likely))
        or (strong and run == "N" and bounded and len(words[end].key) > 2)
    ):
        end += 1
        if (
            sorts[end : end + 1] == "x"
            and words[end].key.endswith("ی")
            and _BOUNDARY.match(sorts, end + 1)
            and run == "F"
        ):
            end += 1
        if sorts[end : end + 2] == "xx" and words[end + 1].key in _SURNAME_PARTS:
            end += 2
        while end < len(sorts) and (sorts[end] in "NKb" or (sorts[end] == "x" and words[end].key in _SURNAME_PARTS)):
            end += 1
    return end


_COMMON = re.compile(r"(?:x(?!l))*")
_SURNAME_PARTS = frozenset(
    map(
        skeleton_text,
        (
            "فر",
            "پور",
            "نژاد",
            "زاده",
            "نیا",
            "وند",
            "راد",
            "منش",
            "کیا",
            "آبادی",
            "قمی",
            "تهرانی",
            "یزدی",
            "اصفهانی",
            "تبریزی",
            "جهرمی",
            "کنی",
            "فرد",
            "دوست",
            "خواه",
        ),
    )
)
