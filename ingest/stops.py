"""Where sentences stop, quickly: marks that end one, also where old newspapers print no space after them."""

import re

from graph.facts import Span

_MARK = re.compile(r"[.!?؟]+(?:[ \u200c]?[»”\"')\]])*")
_WORD = re.compile(r"[\w\u200c]*\Z")
# Latin letters spelt out in Persian: «جی. دی. ونس» is one name.
_LETTERS = frozenset((
    "ای", "بی", "سی", "دی", "اف", "جی", "اچ", "آی", "کی", "ال", "ام", "ان", "پی", "کیو", "آر", "اس", "تی", "یو", "وی",
    "ایکس",
))  # fmt: skip
_SHORT_ENDS = frozenset(("شد", "زد", "اند", "ام"))


def sentences(folded: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph of folded text, without the white space around them."""
    start, end = paragraph
    found: list[Span] = []
    for match in _MARK.finditer(folded, start, end):
        if match.end() > start and _stops(folded, match, end):
            _append(found, folded, start, match.end())
            start = match.end()
    _append(found, folded, start, end)
    return found


def _stops(folded: str, match: re.Match[str], end: int) -> bool:
    """Before white space a mark ends a sentence unless initials stand before it; before a letter, after a real word."""
    at, after = match.span()
    spaced = after >= end or folded[after].isspace()
    if spaced and (folded[at] != "." or folded[at - 3 : at].isalpha()):
        return True
    word = _WORD.search(folded, max(0, at - 12), at)
    before = word.group() if word else ""
    if folded[at] == "." and (len(before) == 1 or before in _LETTERS):
        return False
    if spaced:
        return True
    if "\u0621" <= folded[after] <= "\u06cc" or folded[after] in '«"':
        return len(before) >= 3 or before in _SHORT_ENDS or after - at > 1 or (at > 0 and folded[at - 1] in ' )»"')
    return False


def _append(found: list[Span], folded: str, start: int, end: int) -> None:
    while start < end and folded[start] in " \u200c\n":
        start += 1
    while end > start and folded[end - 1] in " \u200c\n":
        end -= 1
    if start < end:
        found.append((start, end))
