"""Where articles come from; one module a kind of source, and one way in."""

import re
from collections.abc import Iterator
from pathlib import Path

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources import file, folder, stdin
from ingest.sources.options import FIELDS, Options, Origin
from ingest.sources.unreadable import Unreadable

__all__ = ["FIELDS", "Options", "Origin", "Unreadable", "articles"]

STDIN = "-"


def articles(source: str, options: Options | None = None) -> Iterator[Article | Unreadable]:
    """The articles of a source, told by its form: «-», a web address, a folder, or a file of any kind that is read.

    What cannot be read takes its place among them as Unreadable.
    Raises: SourceError when the source is none of these, or may not be reached.
    """
    options = options or Options()
    path = Path(source)
    if source == STDIN:
        return stdin.articles(options)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", source):
        return _web(source, options)
    if source and _exists(path):
        return folder.articles(path, options) if path.is_dir() else file.articles(path, path.parent, options)
    raise SourceError(source, "there is no such file or folder", _hint(source))


def _web(url: str, options: Options) -> Iterator[Article | Unreadable]:
    scheme = url.partition("://")[0].lower()
    if scheme not in ("http", "https"):
        raise SourceError(url, f"«{scheme}» is no way to read from", "give an http or https address, or a path")
    from ingest.sources import web

    return web.articles(url, options)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that no file can have
        return False


def _hint(source: str) -> str:
    looks_web = re.match(r"(?:www\.|[\w-]+\.(?:ir|com|org|net|news|info)\b)", source)
    return f"for the web write https://{source}" if looks_web else "check its spelling and the folder you are in"
