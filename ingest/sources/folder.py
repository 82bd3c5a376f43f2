"""A folder: the files in it and below whose names say that they hold articles."""

from collections.abc import Iterator
from pathlib import Path

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources import file
from ingest.sources.kinds import SUFFIXES, by_name
from ingest.sources.options import Options
from ingest.sources.unreadable import Unreadable


def articles(root: Path, options: Options) -> Iterator[Article | Unreadable]:
    """The articles of a folder, file by file in the order of their paths.

    Hidden files, the folders that browsers save beside a page, and files of other kinds are passed over.
    Raises: SourceError when none is left.
    """
    found = sorted(_files(root), key=lambda path: path.relative_to(root).as_posix())
    if not found:
        raise SourceError(str(root), "there are no articles in this folder", f"it is read for {' '.join(SUFFIXES)}")
    return (item for path in found for item in file.articles(path, root, options))


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
