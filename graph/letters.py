"""One spelling for matching, without moving the evidence.

Persian news writes one word in many ways: Arabic or Persian ye and kaf, with a zero-width non-joiner, a space, a
no-break space or nothing between its parts, with or without diacritics. `fold` unifies letters and keeps the length;
`skeleton_text` also drops everything invisible.
"""

import unicodedata

ZWNJ = "\u200c"
NBSP = "\xa0"
TATWEEL = "\u0640"
BIDI_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200d\u2060\xad\u061c"

_LETTERS = dict(zip("يىئېكڪةۀەہھۂأإٱؤۇ", "ییییککههههههاااوو", strict=True))
_DIGITS = {chr(base + n): str(n) for base in (0x660, 0x6F0) for n in range(10)}
_SPACES = dict.fromkeys(chr(c) for c in (0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000, 9, 11, 12))
_FOLDED = _LETTERS | _DIGITS | dict.fromkeys(_SPACES, " ")

_INVISIBLE = {ZWNJ, TATWEEL, *BIDI_MARKS}
_DIACRITICS = {chr(c) for c in range(0x600, 0x700) if unicodedata.combining(chr(c))}
_DROPPED = _INVISIBLE | _DIACRITICS | set(" \n\r\t\x0b\x0c\x85\u2028\u2029")
_BARE = _LETTERS | _DIGITS | {"آ": "ا"} | dict.fromkeys((*_SPACES, *_DROPPED), None)

_USUAL = {chr(code): chr(code) for code in range(0x700)}  # tables are far faster for characters that they know
_FOLD, _SKELETON = str.maketrans(_USUAL | _FOLDED), str.maketrans(_USUAL | _BARE)


def fold(text: str) -> str:
    """The text with one form for each letter, digit and space; of the same length, so offsets hold."""
    return text.translate(_FOLD)


def skeleton_text(text: str) -> str:
    """The folded text without spaces and invisible marks, «آ» as «ا»: two spellings of one word have the same."""
    return text.translate(_SKELETON)


def folded_letters() -> dict[str, str]:
    """What `fold` makes of single characters; others stay."""
    return dict(_FOLDED)


def skeleton_letters() -> dict[str, str | None]:
    """What `skeleton_text` makes of single characters: the letter it becomes, None where it goes; others stay."""
    return dict(_BARE)
