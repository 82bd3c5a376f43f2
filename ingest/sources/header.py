"""The header block that a text file may begin with: what else is known of the article, a line each.

    عنوان: …
    رسانه: …
    تاریخ: …
    نشانی: …

In any order, each at most once, in Persian or English, from the first line to the first that is something else; blank
lines after it belong to neither header nor text.
"""

import re
from typing import Final, NamedTuple

from graph.letters import skeleton_text

_KEYS: Final = {
    "عنوان": "title",
    "تیتر": "title",
    "title": "title",
    "رسانه": "outlet",
    "منبع": "outlet",
    "outlet": "outlet",
    "تاریخ": "date",
    "تاریخانتشار": "date",
    "date": "date",
    "نشانی": "url",
    "پیوند": "url",
    "url": "url",
}
_LINE: Final = re.compile(r"\s*([^:\n]{2,20}):[ \t]*(\S[^\n]*?)\s*")


class Header(NamedTuple):
    """What the block says; None for what it does not."""

    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None


def parted(text: str) -> tuple[Header, str]:
    """The header of a text file and the text below it; a text without one comes back whole."""
    told: dict[str, str] = {}
    lines = text.split("\n")
    while lines and (found := _entry(lines[0])) and found[0] not in told:
        told[found[0]] = found[1]
        lines.pop(0)
    return Header(**told), "\n".join(lines) if told else text


def _entry(line: str) -> tuple[str, str] | None:
    found = _LINE.fullmatch(line)
    key = found and _KEYS.get(skeleton_text(found[1]).lower())
    return (key, found[2]) if found and key else None
