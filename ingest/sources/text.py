"""A text file: one article, with a header block if it has one, else its first line for a title."""

from graph.errors import SourceError
from graph.facts import Article
from ingest.dates import published
from ingest.sources.address import canonical, is_article
from ingest.sources.boilerplate import without
from ingest.sources.encoding import decoded
from ingest.sources.header import parted
from ingest.sources.options import Options, Origin

_LONGEST_TITLE = 300  # characters; a longer first line is a paragraph


def article(raw: bytes, origin: Origin, options: Options, hint: str | None = None) -> Article:
    """The article in the bytes of a text file.

    Raises: SourceError when they are no text, or there is nothing below the header.
    """
    header, body = parted(decoded(raw, origin.source, hint).replace("\r\n", "\n").replace("\r", "\n"))
    text = without(body)
    if not text:
        raise SourceError(origin.source, "there is no text in it", "put the article below the header, if there is one")
    url = canonical(header.url) if header.url and is_article(header.url) else None
    return Article(
        id=url or origin.id,
        text=text,
        outlet=header.outlet or options.outlet,
        title=header.title or title(text),
        published=published(header.date or ""),
        url=url or header.url,
        source=origin.source,
    )


def title(text: str) -> str | None:
    """The first line of a text, None where that is a paragraph."""
    first = text.split("\n", 1)[0].strip()
    return first if len(first) <= _LONGEST_TITLE else None
