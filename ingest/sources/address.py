"""The one form of a web address that names an article, so that a link from anywhere leads to the same one."""

import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING: Final = re.compile("utm_.*|fbclid|gclid|yclid|ref_src")


def canonical(url: str) -> str:
    """The address without fragment and tracking, its scheme and host in lower case."""
    parts = urlsplit(url.strip())
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(key)]
    query = parts.query if len(kept) == parts.query.count("&") + 1 else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", query, ""))


def _tracks(key: str) -> bool:
    return _TRACKING.fullmatch(key) is not None


def is_article(url: str) -> bool:
    """Whether an address can name one article: of the web, and not only a host."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and (parts.path.strip("/") or parts.query) != ""


def host(url: str) -> str | None:
    """The host of an address as people say it: without «www.»."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None
