"""What a source is, told from its name, from what a server calls it, or from how it begins."""

import re
from pathlib import PurePath
from typing import Final, Literal

type Kind = Literal["text", "page", "feed", "lines", "table"]

SUFFIXES: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "lines",
    ".csv": "table",
    ".tsv": "table",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
_MEDIA: Final[dict[str, Kind]] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/json": "lines",
    "application/jsonl": "lines",
    "application/x-ndjson": "lines",
    "text/csv": "table",
    "text/tab-separated-values": "table",
}
_OPEN: Final = ("application/xml", "text/xml", "text/plain", "application/octet-stream", "")  # say little or nothing
_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:rdf)\b", re.I)


def by_name(path: PurePath) -> Kind | None:
    """The kind that a file's suffix promises."""
    return SUFFIXES.get(path.suffix.lower())


def by_media(media: str, start: bytes) -> Kind | None:
    """The kind of what a server calls so, None where it is nothing that is read."""
    if media in _OPEN:
        return by_start(start)
    return _MEDIA.get(media)


def by_start(start: bytes) -> Kind:
    """The kind of what begins so."""
    shown = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000]
    if shown.startswith((b"{", b"[")):
        return "lines"
    if shown.startswith(b"<"):
        return "feed" if _FEED.search(shown) else "page"
    return "text"
