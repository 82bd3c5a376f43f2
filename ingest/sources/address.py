"""The one form of a web address that names an article, so that a link from anywhere leads to the same one."""

import re
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

_PRINTED: Final = "/%:@!$&'()*+,;=?~[]"
_TRACKING: Final = re.compile("utm_.*|fbclid|gclid|yclid|ref_src")


def canonical(url: str) -> str:
    """The address without fragment and tracking, its scheme and host in lower case, other letters than ASCII as %XX."""
    parts = urlsplit(url.strip())
    kept = [part for part in parts.query.split("&") if not _TRACKING.fullmatch(part.partition("=")[0])]
    path, query = quote(parts.path or "/", _PRINTED), quote("&".join(kept), _PRINTED)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, query, ""))


def is_article(url: str) -> bool:
    """Whether an address can name one article: of the web, and not only a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and (parts.path.strip("/") or parts.query) != ""


def host(url: str) -> str | None:
    """The host of an address as people say it: without «www.»."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None
