"""Where the phrase of an office, an organ or a medium ends: a grammar over one character a word."""

import re

from ingest.speaking.naming import fit, name_at
from ingest.speaking.offices import trait
from ingest.speaking.wording import Wording

# Sorts: ingest.speaking.offices has those of the lexicon. Besides: F given name, K known figure, N word of no
# dictionary, L Latin letters, x common word, C state, A demonym, o organization and m medium by their own names,
# v verb, l light verb, 0 number, and marks as themselves.
_ADJECTIVE = r"(?:x(?!l)|A)"
_ADJECTIVES = re.compile(f"{_ADJECTIVE}*")
_AND_MORE = r"(?:(?<=[xA])&(?:(?=x(?!l)|A)|[FN](?=[OG])))"
_PROPER = r'(?:"[^"]{1,6}"|T?[FKNLb]+|T[xK])'
_SOCIETY = rf"[GM]{_ADJECTIVE}*{_PROPER}?"
_THIS = r"H(?:[OGM]|x(?![xrN]))"
_OWN = r"(?:[om]C?|C(?:&C)*)?A*"
_BRACKET = r"(?:\([^()]{1,5}\))?"
_OFFICE = re.compile(
    rf"(?:&[RSE])?(?:{_ADJECTIVE}|{_AND_MORE}|[RSEPUVOBYD]|{_THIS}|{_SOCIETY}|(?<=[xODU])0|,(?=x&x))*{_OWN}"
)
_ORGAN = re.compile(
    rf"(?:{_ADJECTIVE}|{_AND_MORE}|[OBD]|{_THIS}|{_SOCIETY}|(?<=[xOBD])0|(?<=[xO]),(?=xx?&x))*{_OWN}{_BRACKET}"
)
_OWN_NAME = re.compile(rf"(?:{_THIS})?{_OWN}")
_MEMBERS = re.compile(rf"(?:[PV]{_ADJECTIVE}*{_OWN})?")
_NAMED = re.compile(rf"{_ADJECTIVE}*{_PROPER}?(?:{_ADJECTIVE}|{_AND_MORE}|[OB])*{_OWN}{_BRACKET}")
_PLACE = re.compile(rf"e(?:C|(?:{_ADJECTIVE}|[OB]|{_SOCIETY})*{_OWN})(?:(?<=[omxC])&x(?:{_ADJECTIVE})*)?")
_AND_OFFICE = re.compile("&(?=[RSE])")
_PLACES_NAMED = re.compile("[NFK]x?(?:[,&][NFKx](?=[&,e]|$))*")
_LONGEST_TITLE = 8  # words and marks of a quoted title
_FOREIGN_DESK = re.compile("C[OG]")
_LONE_NAME = re.compile("[NL](?![FNKLxb])")
_LONE_FIGURE = re.compile("K(?![FNKLxbRSE,])")
_PLACES = ("eC", "eo")
_SOME = "هایی"  # «پژوهشگران آلمانی | داروهایی ساختند»
_OFFICES = tuple("RSEP")
_ORGANS = re.compile("[OGMBom]")
_HOLDING = frozenset("RSEP")


def phrase_end(words: Wording, head: int) -> int:
    """Where the phrase ends that a word begins."""
    sort = words.sorts[head]
    if sort in "omCA":
        return head + 1
    end = office_end(words, head) if sort in "RSEPUV" else organ_end(words, head)
    end = _adjectives_end(words, head, end) if sort in "UVGP" else end
    return end + (sort in "UV" and words.keys[end : end + 1] == ["خود"])


def _adjectives_end(words: Wording, head: int, end: int) -> int:
    """The end moved back to where common words after a demonym describe no more («مقام آمریکایی | وضعیت …»)."""
    for at in range(head + 2, end):
        if words.sorts[at - 1] == "A" and words.sorts[at] == "x" and not _describes(words.keys[at]):
            return at
    return end


def _describes(key: str) -> bool:
    return (key.endswith("ی") and not key.endswith(_SOME)) or key in trait("quality")


def office_end(words: Wording, head: int, after_name: bool = False) -> int:
    """Where an office ends: its field, its organ, its state, the place it is held at.

    `after_name`: in apposition, where another office of the same person may be joined.
    """
    sorts, keys = words.sorts, words.keys
    desk = keys[head] in trait("desk") and bool(_FOREIGN_DESK.match(sorts, head + 1))
    end = _with_field(words, head, fit(_OFFICE, sorts, head + 1 + desk))
    while end > head + 1 and keys[end - 1] in trait("open-ended") and _goes_on(words, end):
        end -= 1
    end = _placed(words, head, end)
    while after_name and _AND_OFFICE.match(sorts, end):
        end = office_end(words, end + 1)
    return end


def _goes_on(words: Wording, end: int) -> bool:
    """Whether a complement follows («مطلع از مذاکرات»), and not where somebody is («مطلع در دولت»)."""
    return words.sorts[end : end + 1] in {"p", "e"} and not (words.keys[end] == "در" and words.keys[end - 1] == "مطلع")


def _with_field(words: Wording, head: int, end: int) -> int:
    """The end moved over a proper name that is the field of the office («رئیس گازپروم»، «مشاور ظریف»)."""
    sorts, keys = words.sorts, words.keys
    if _LONE_NAME.match(sorts, end) and (keys[end - 1] in trait("squad") or _is_fieldless(words, head, end)):
        return end + 1
    if keys[end - 1] in trait("locality") or (sorts[head] == "E" and sorts[end - 1] == "V"):
        return _places_end(sorts, end)
    if keys[end - 1] in trait("government") and (sorts[head] in "UVP" or _LONE_FIGURE.match(sorts, end)):
        return _whose(words, end)
    if keys[end - 1] in trait("work") and sorts.startswith('"', end):
        return sorts.find('"', end + 1, end + _LONGEST_TITLE) + 1 or end
    served = all(key in trait("quality") for key in keys[head + 1 : end])
    if (sorts[head] in "SE" and served) or keys[end - 1] in trait("of-another"):
        return _whose(words, end) if sorts[end : end + 1] not in {"T", '"'} else end
    return end


def _is_fieldless(words: Wording, head: int, end: int) -> bool:
    return end == head + 1 and words.keys[head] in trait("fieldless")


def _places_end(sorts: str, end: int) -> int:
    """The end moved over the names of places («نماینده مردم خوی و ماکو»)."""
    return fit(_PLACES_NAMED, sorts, end)


def _whose(words: Wording, at: int) -> int:
    """The end of the name that begins at a word, with its bearer's own office («دولت جرج بوش رئیس‌جمهور …»)."""
    whose = name_at(words, at) if at < len(words) else None
    if whose is None:
        return at
    head = whose.close + words.sorts.startswith(",", whose.close)
    head += is_of_many(words, head)
    return office_end(words, head) if words.sorts[head : head + 1] in _HOLDING else whose.close


def is_of_many(words: Wording, at: int) -> bool:
    """Whether one of several is told («، از نمایندگان مجلس …»)."""
    return words.keys[at : at + 1] == ["از"] and words.sorts[at - 1] == "," and words.sorts.startswith("P", at + 1)


def _placed(words: Wording, head: int, end: int) -> int:
    """The end moved over «در عمان», «نزد سازمان ملل», where the office is an envoy's (or it is «در امور …»)."""
    sorts = words.sorts
    envoy = "E" in sorts[head:end]
    free = words.keys[head] not in trait("sole") and not _ORGANS.search(sorts, head, end)
    for _ in range(2):
        if not sorts.startswith("e", end) or end + 1 >= len(sorts):
            break
        next_ = sorts[end + 1]
        source = sorts[head] in "UV" and next_ in "omO" and words.keys[end] == "در"
        abroad = words.keys[end] == "در" and next_ == "C" and not trait("stationed").isdisjoint(words.keys[head:end])
        known = words.keys[end + 1] in trait("place") or (free and words.keys[end + 1] in trait("workplace"))
        seated = envoy and next_ == "O" and words.keys[end + 1] == "مجلس"
        if not (source or abroad or seated or (envoy and next_ in "ComG") or known):
            break
        end = fit(_PLACE, sorts, end)
    return end


def organ_end(words: Wording, head: int) -> int:
    """Where the name of an organ, a society or a medium ends."""
    if "".join(words.keys[head : head + 2]) in trait("closed-name"):
        return fit(_OWN_NAME, words.sorts, head + 2)
    return _open_end(words, head)


def _open_end(words: Wording, head: int) -> int:
    sorts, key = words.sorts, words.keys[head]
    inner = fit(_ADJECTIVES, sorts, head + 1)
    if sorts[head] in "GM" and sorts[inner : inner + 1] in {"G", "M"}:
        return organ_end(words, inner)  # «پایگاه اینترنتی روزنامه …»
    end = fit(_NAMED if sorts[head] in "GM" else _ORGAN, sorts, head + 1)
    if sorts[end : end + 2] in _PLACES and not trait("mission").isdisjoint(words.keys[head:end]):
        return end + 2
    if key in trait("guild"):
        end = fit(_MEMBERS, sorts, end)
    if end > head + 1:
        return end
    if key in trait("holds-offices") and sorts[end : end + 1] in _OFFICES:
        return office_end(words, end)
    if key in trait("holds-offices") or key in trait("government"):
        return _whose(words, end)
    return end
