"""RSS and Atom: the entries of a feed, each as much of an article as the feed itself gives."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from feedparser.api import parse

from graph.errors import SourceError
from graph.facts import Article, When
from graph.letters import skeleton_text
from ingest.dates import published
from ingest.sources.address import canonical, host, is_article
from ingest.sources.boilerplate import without
from ingest.sources.options import Options, Origin
from ingest.sources.unreadable import Unreadable
from ingest.sources.visible import seen

type Entry = Mapping[str, object]

_ENDS: Final = (b"</rss>", b"</feed>", b"</rdf:rdf>")
_ENTRY_ENDS: Final = re.compile(rb"</(?:item|entry)\s*>", re.I)


def articles(raw: bytes, origin: Origin, options: Options) -> Iterator[Article | Unreadable]:
    """The articles of a feed, in its order; an entry without words, or there twice, comes out as Unreadable.

    Raises: SourceError when the bytes are no feed.
    """
    try:
        told = parse(io.BytesIO(raw))  # type: ignore[no-untyped-call]
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:  # it knows many ways to fall over
        raise SourceError(origin.source, f"the feed is broken ({error})", "tell the publisher, and try later") from None
    if not told.get("version"):
        raise SourceError(origin.source, "this is no RSS or Atom feed", "give the address or file of the feed itself")
    outlet = _plain(told.get("feed", {}), "title") or None
    entries: list[Entry] = [dict(entry) for entry in told.get("entries", [])]  # bare: its own fills in what is missing
    if not _is_whole(raw):
        del entries[len(_ENTRY_ENDS.findall(raw)) :]
        yield Unreadable(origin.source, str(len(entries) + 1), "the feed is cut off here", "read it again", raw)
    seen_ids: set[str] = set()
    for number, entry in enumerate(entries, 1):
        article = _article(entry, number, outlet, origin, options)
        if article is None or article.id in seen_ids:
            problem = "the entry has no words" if article is None else f"the feed has {article.id} twice"
            yield Unreadable(origin.source, article.id if article else str(number), problem, "tell the publisher", None)
        else:
            seen_ids.add(article.id)
            yield article


def _is_whole(raw: bytes) -> bool:
    return any(end in raw[-200:].lower() for end in _ENDS)


def _article(entry: Entry, number: int, outlet: str | None, origin: Origin, options: Options) -> Article | None:
    title = _plain(entry, "title")
    text = _headed(title, without(_body(entry)))
    if not text:
        return None
    link = str(entry.get("link") or "")
    url = canonical(link) if is_article(link) else None
    return Article(
        id=url or str(entry.get("id") or f"{origin.id}#{number}"),
        text=text,
        outlet=outlet or (host(url) if url else None) or options.outlet,
        title=title or None,
        published=_published(entry),
        url=url,
        source=origin.source,
    )


def _headed(title: str, body: str) -> str:
    if not title or skeleton_text(body.split("\n", 1)[0]) == skeleton_text(title):
        return body
    return f"{title}\n{body}".strip()


def _body(entry: Entry) -> str:
    """The longest text that the entry carries, a paragraph a line."""
    contents = entry.get("content")
    details = [*(contents if isinstance(contents, list) else ()), entry.get("summary_detail")]
    return max((_lines(detail) for detail in details if isinstance(detail, Mapping)), key=len, default="")


def _lines(detail: Mapping[str, object]) -> str:
    value = str(detail.get("value") or "")
    if detail.get("type") == "text/plain":
        return value.strip()
    return "\n".join(line.text for line in seen(value).lines)


def _plain(entry: Entry, name: str) -> str:
    detail = entry.get(f"{name}_detail")
    return " ".join(_lines(detail).split()) if isinstance(detail, Mapping) else ""


def _published(entry: Entry) -> When | None:
    return next(filter(None, (published(str(entry.get(name) or "")) for name in ("published", "updated"))), None)
