"""All that one file, answer or stream holds, once it is known what it is."""

from collections.abc import Iterator
from typing import BinaryIO

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources.kinds import Kind
from ingest.sources.options import Options, Origin
from ingest.sources.unreadable import Unreadable


def articles(
    kind: Kind, stream: BinaryIO, origin: Origin, options: Options, hint: str | None = None
) -> Iterator[Article | Unreadable]:
    """The articles in a stream of a kind; what is wrong with the whole of it comes out as one Unreadable.

    A table needs a stream that can be rewound. `hint` is the encoding that a server claims.
    """
    raw = b""
    try:
        if kind in ("lines", "table"):
            yield from _corpus(kind, stream, origin, options)
        else:
            raw = stream.read(options.limit + 1)
            yield from _document(kind, raw, origin, options, hint)
    except SourceError as error:
        kept = raw[: options.limit] if kind == "page" or not origin.lasting else None
        yield Unreadable(origin.source, "", error.problem, error.cure, kept)
    except OSError as error:
        yield Unreadable(origin.source, "", f"cannot be read ({error.strerror})", "check the disk and your rights")


def _corpus(kind: Kind, stream: BinaryIO, origin: Origin, options: Options) -> Iterator[Article | Unreadable]:
    if kind == "lines":
        from ingest.sources import lines

        return lines.articles(stream, origin, options)
    from ingest.sources import table

    return table.articles(stream, origin, options)


def _document(
    kind: Kind, raw: bytes, origin: Origin, options: Options, hint: str | None
) -> Iterator[Article | Unreadable]:
    if len(raw) > options.limit:
        raise SourceError(origin.source, f"is larger than {options.limit:,} bytes", "raise the limit, or split it")
    if kind == "feed":
        from ingest.sources import feed

        yield from feed.articles(raw, origin, options)
    elif kind == "page":
        from ingest.sources import page

        yield page.article(raw, origin, options, hint)
    else:
        from ingest.sources import text

        yield text.article(raw, origin, options, hint)
