"""One file of whatever kind."""

from collections.abc import Iterator
from pathlib import Path

from graph.facts import Article
from ingest.sources import contents
from ingest.sources.kinds import by_name, by_start
from ingest.sources.options import Options, Origin
from ingest.sources.unreadable import Unreadable


def articles(path: Path, root: Path, options: Options) -> Iterator[Article | Unreadable]:
    """The articles in a file; what states no id of its own is called by its path below `root`."""
    source, name = str(path.absolute()), path.relative_to(root).as_posix()
    if _unwritable(source):
        yield Unreadable(source, "", "its name is not UTF-8", "rename it")
        return
    try:
        with path.open("rb") as stream:
            kind = by_name(path) or by_start(stream.peek(2000))
            yield from contents.articles(kind, stream, Origin(source, name), options)
    except OSError as error:
        yield Unreadable(source, "", f"cannot be opened ({error.strerror})", "check that you may read it")


def _unwritable(name: str) -> bool:
    """Whether a file name holds bytes that are no text."""
    return any("\ud800" <= letter <= "\udfff" for letter in name)
