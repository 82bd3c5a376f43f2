"""Standard input: one article, page, feed or corpus, told by how it begins."""

import io
import sys
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import cast

from graph.facts import Article, digest
from ingest.sources import contents
from ingest.sources.kinds import by_start
from ingest.sources.options import Options, Origin
from ingest.sources.unreadable import Unreadable

_PIECE = 1_000_000  # bytes copied at a time


def articles(options: Options) -> Iterator[Article | Unreadable]:
    """The articles in standard input; JSON Lines come out as they come in."""
    buffer = sys.stdin.buffer
    stream = buffer if isinstance(buffer, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, buffer))
    kind = by_start(stream.peek(2000))
    if kind == "lines":
        yield from contents.articles(kind, stream, Origin("-", "stdin", lasting=False), options)
        return
    with TemporaryFile() as kept:
        name = digest(kind)
        while piece := stream.read(_PIECE):
            kept.write(piece)
            name = digest(name, piece.hex())
        kept.seek(0)
        yield from contents.articles(kind, kept, Origin("-", f"stdin#{name}", lasting=False), options)
