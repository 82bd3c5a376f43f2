"""A page of HTML: the article in it, with the title, date, outlet and address that the page states."""

import logging
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from trafilatura import bare_extraction
from trafilatura.settings import Document

from graph.errors import SourceError
from graph.facts import Article, When
from graph.letters import fold, skeleton_text
from ingest.dates import published
from ingest.sources.address import canonical, host, is_article
from ingest.sources.boilerplate import without
from ingest.sources.encoding import decoded
from ingest.sources.markup import Seal, charset, plain
from ingest.sources.options import Options, Origin
from ingest.sources.visible import Line, Seen, seen

_LABEL: Final = re.compile(r"(?:تاریخ|زمان|ساعت)? ?(?:انتشار|درج|مخابره) ?(?:خبر|مطلب)? ?:|تاریخ ?(?:خبر|مطلب)? ?:")
_TODAY: Final = re.compile(r"\s*امروز")
_LONGEST_DATE: Final = 80  # characters of a line that shows a date
_NEAR: Final = 12  # lines below the heading in which a date without label is the article's
_SHORTEST: Final = 60  # characters; what is shorter is no article
_CURE: Final = "save it from a browser once its text is shown, or put the article into a text file"

for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def article(raw: bytes, origin: Origin, options: Options, hint: str | None = None) -> Article:
    """The article on a page; `hint` is the encoding that a server claims for it.

    Raises: SourceError when the bytes are no text or the page holds no article.
    """
    html = decoded(raw, origin.source, hint or charset(raw))
    seal = Seal(html)
    found = _extracted(seal.on(plain(html)))
    if not isinstance(found, Document):
        raise SourceError(origin.source, "the page holds no article that can be told from its menus", _CURE)
    title = seal.off(found.title or "").strip() or None
    text = _text(without(seal.off(found.text or "")), title, origin)
    url = _address(found.url, origin)
    return Article(
        id=url or origin.id,
        text=text,
        outlet=seal.off(found.sitename or "") or (host(url) if url else None) or options.outlet,
        title=title,
        published=_published(seen(html), found.date),
        url=url,
        source=origin.source,
    )


def _extracted(html: str) -> object:
    """What trafilatura finds; nothing where the markup is so broken that its own assumptions fail."""
    try:
        return bare_extraction(html, include_comments=False, with_metadata=True)
    except (AssertionError, AttributeError, LookupError, TypeError, ValueError):
        return None


def _text(body: str, title: str | None, origin: Origin) -> str:
    """The article's text, its headline at the top."""
    key = skeleton_text(title or "")
    headed = not key or any(skeleton_text(line) == key for line in body.split("\n")[:3])
    text = body if headed else f"{title}\n{body}"
    if len(body) < _SHORTEST or len(text) - len(title or "") < _SHORTEST:
        raise SourceError(origin.source, "the page has no text below its title", _CURE)
    return text


def _address(stated: str | None, origin: Origin) -> str | None:
    """The address that the page states, else the one it was fetched from; a mere host names no article."""
    return next((canonical(url) for url in (stated, origin.id) if url and is_article(url)), None)


def _published(page: Seen, guess: str | None) -> When | None:
    """The publication date: as stated for machines, else as shown to readers, else as trafilatura has it."""
    shown = (when for line in _shown(page.lines) if (when := published(line)) and when.precision == "day")
    return next(chain(filter(None, map(published, page.stated)), shown, filter(None, [published(guess or "")])), None)


def _shown(lines: tuple[Line, ...]) -> Iterator[str]:
    """Lines that show the date, surest first; a page's top often shows today's, which is not meant."""
    for line in lines:
        label = _LABEL.search(fold(line.text))
        if label:
            yield line.text[label.end() :][:_LONGEST_DATE]
    heading = next((n for n, line in enumerate(lines) if line.heading), None)
    if heading is None:
        return
    short = [line for line in lines[heading + 1 :] if len(line.text) <= _LONGEST_DATE and not _TODAY.match(line.text)]
    yield from (line.text for line in short if line.dated)
    yield from (line.text for line in islice(short, _NEAR) if any(map(str.isdigit, line.text)))
