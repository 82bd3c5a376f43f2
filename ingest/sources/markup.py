"""HTML kept whole on its way through libraries that drop zero-width non-joiners."""

import re
from typing import Final

from graph.letters import ZWNJ

_WRITTEN: Final = re.compile("\u200c|&zwnj;|&#8204;|&#[xX]200[cC];")
_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([-\w]+)|<\?xml[^>]{0,100}encoding=["']([-\w]+)""", re.I
)
_STAND_INS: Final = "ꙮꚙꛕ"  # letters of no living text


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
