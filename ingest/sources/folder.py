"""A folder: the files in it and below whose names say that they hold articles."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources import file
from ingest.sources.kinds import SUFFIXES, by_name
from ingest.sources.options import Options
from ingest.sources.unreadable import Unreadable


def articles(root: Path, options: Options) -> Iterator[Article | Unreadable]:
    """The articles of a folder, file by file in the order of their paths.

    Hidden files, the folders that browsers save beside a page, and files of other kinds are passed over; of two
    different articles under one id the second comes out as Unreadable.
    Raises: SourceError when no file is left.
    """
    found = sorted(_files(root), key=lambda path: path.relative_to(root).as_posix())
    if not found:
        raise SourceError(str(root), "there are no articles in this folder", f"it is read for {' '.join(SUFFIXES)}")
    return _told_apart(item for path in found for item in file.articles(path, root, options))


def _told_apart(items: Iterable[Article | Unreadable]) -> Iterator[Article | Unreadable]:
    first: dict[str, tuple[str, str | None]] = {}
    for item in items:
        if isinstance(item, Article):
            known, source = first.setdefault(item.id, (item.content_hash, item.source))
            if known != item.content_hash:
                problem = f"another article has the same id, {item.id}, in {source}"
                yield Unreadable(item.source or "", item.id, problem, "remove one, or give it an id of its own")
                continue
        yield item


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink() and not _belongs_to_page(path):
                yield from _files(path)
        elif by_name(path):
            yield path


def _belongs_to_page(folder: Path) -> bool:
    stem = folder.name.removesuffix("_files")
    return stem != folder.name and any((folder.parent / f"{stem}{end}").exists() for end in (".html", ".htm"))
