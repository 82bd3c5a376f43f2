"""Text as the archive searches it, and text that it refuses."""

import re

from graph.letters import ZWNJ, skeleton_letters

_SEARCHABLE = str.maketrans({**skeleton_letters(), **{c: " " for c in skeleton_letters() if c.isspace()}, ZWNJ: " "})
_UNFIT = re.compile("[\0\ud800-\udfff]")


def searchable(text: str) -> str:
    """The words of a text in one spelling of every letter, without marks, a space between each two.

    Both sides of a full-text search go through it, so that «كنعاني» finds «کنعانی».
    """
    return " ".join(text.translate(_SEARCHABLE).split())


def all_words(text: str) -> str:
    """The FTS5 question for what holds every word of a text, in any order; operators in it are words too."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in searchable(text).split() or [""])


def unfit(text: str) -> str | None:
    """What keeps a text out of the archive, None when it is fit.

    Half a surrogate pair is no character and has no UTF-8; SQLite's own functions stop reading at a NUL.
    """
    found = _UNFIT.search(text)
    if found is None:
        return None
    kind = "a NUL" if found[0] == "\0" else f"half a surrogate pair (U+{ord(found[0]):X})"
    return f"{kind} at character {found.start()}"


def printable(text: str) -> str:
    """The text with what has no UTF-8 (bytes of a strange file name, half a surrogate pair) written out as \\udc80."""
    return text.encode("utf-8", "backslashreplace").decode()
