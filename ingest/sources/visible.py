"""What a reader sees of HTML, line by line, and the dates that the page states for machines."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Final, NamedTuple

_BLOCKS: Final = re.compile(
    "address|article|aside|blockquote|br|d[dtlv]|div|fig(ure|caption)|footer|form|h[1-6r]|header|li|main|nav|[ou]l|option|"
    "p|pre|section|t(able|[dhr]|itle)"
)
_MARKED: Final = re.compile(r"<!\[[^>]*>?")  # Word's conditions and the like, on which html.parser may fall over
_UNSEEN: Final = re.compile("script|style|noscript|template|svg")
_STATED: Final = re.compile(
    r"(og:)?(article:)?published_time|datepublished|date|dc(terms)?\.(date|created)(\.(issued|created))?|"
    r"publish[-_]?date|pubdate|sailthru\.date"
)
_STRUCTURED: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_DATED: Final = re.compile(r"(?:^|[\s_-])(?:date|time|datetime|published?|tarikh|zaman)(?:$|[\s_-])")


class Line(NamedTuple):
    """`dated`: the page marks it as a date; `heading`: it is the main heading."""

    text: str
    dated: bool = False
    heading: bool = False


class Seen(NamedTuple):
    """The lines of a page and the publication dates stated in it, as they are printed, surest first."""

    lines: tuple[Line, ...]
    stated: tuple[str, ...]


def seen(html: str) -> Seen:
    """What a reader, and what a machine, sees."""
    reader = _Reader()
    reader.feed(_MARKED.sub("", html))
    reader.close()
    reader.end_line()
    return Seen(tuple(reader.lines), (*reader.stated, *_STRUCTURED.findall(html), *reader.times))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.stated: list[str] = []
        self.times: list[str] = []
        self._words: list[str] = []
        self._unseen = self._depth = 0
        self._dated = self._was_dated = self._heading = False
        self._mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if _BLOCKS.fullmatch(tag):
            self.end_line()
        self._unseen += _UNSEEN.fullmatch(tag) is not None
        self._heading = self._heading or tag == "h1"
        self._note_stated(tag, told)
        self._enter(tag, told)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= self._unseen > 0 and _UNSEEN.fullmatch(tag) is not None
        if _BLOCKS.fullmatch(tag):
            self.end_line()
        if tag == "h1":
            self._heading = False
        if tag == self._mark:
            self._depth -= 1
            self._dated = self._depth > 0
            self._mark = self._mark if self._dated else ""

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data)
            self._was_dated = self._was_dated or (self._dated and bool(data.strip()))

    def end_line(self) -> None:
        text = " ".join("".join(self._words).replace("\xa0", " ").split())
        if text:
            self.lines.append(Line(text, self._was_dated, self._heading))
        self._words.clear()
        self._was_dated = False

    def _enter(self, tag: str, told: Mapping[str, str]) -> None:
        """Notes the outermost element that the page marks as a date."""
        if tag == self._mark:
            self._depth += 1
        elif not self._dated and (
            tag == "time" or _DATED.search(f"{told.get('class', '')} {told.get('id', '')}".lower())
        ):
            self._mark, self._depth, self._dated = tag, 1, True

    def _note_stated(self, tag: str, told: Mapping[str, str]) -> None:
        names = [told.get(key, "").lower() for key in ("property", "name", "itemprop")]
        if told.get("content") and any(map(_STATED.fullmatch, names)):
            self.stated.append(told["content"])
        if tag == "time" and told.get("datetime"):
            self.times.append(told["datetime"])
