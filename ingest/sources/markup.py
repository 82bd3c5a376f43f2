"""HTML made ready for a library that drops zero-width non-joiners and takes the tables of old layouts for data."""

import re
from typing import Final

from graph.letters import ZWNJ

_WRITTEN: Final = re.compile("\u200c|&zwnj;|&#8204;|&#[xX]200[cC];")
_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([-\w]+)|<\?xml[^>]{0,100}encoding=["']([-\w]+)""", re.I
)
_STAND_INS: Final = "ꙮꚙꛕ"  # letters of no living text
_NO_SCRIPT: Final = re.compile(r"<noscript\b.*?</noscript\s*>", re.S | re.I)
_LAYOUT: Final = re.compile(r"<td\b[^>]*>(?:(?!</?td\b).)*?<(?:p|h1)\b", re.S | re.I)
_TABLE: Final = re.compile(r"<(/?)(?:table|tbody|tr|td)\b[^>]*>", re.I)


def plain(html: str) -> str:
    """The page without what only readers without JavaScript see, and with boxes for the cells of a layout."""
    seen = _NO_SCRIPT.sub("", html)
    return _TABLE.sub(r"<\1div>", seen) if _LAYOUT.search(seen) else seen


class Seal:
    """A stand-in for zero-width non-joiners in one page: put in before, taken out after."""

    def __init__(self, html: str) -> None:
        self._letter = next((letter for letter in _STAND_INS if letter not in html), "")

    def on(self, html: str) -> str:
        return _WRITTEN.sub(self._letter, html) if self._letter else html

    def off(self, text: str) -> str:
        return text.replace(self._letter, ZWNJ) if self._letter else text


def charset(raw: bytes) -> str | None:
    """The encoding that a page says it is written in."""
    found = _CHARSET.search(raw[:4096])
    return next((name.decode("ascii") for name in found.groups() if name), None) if found else None
