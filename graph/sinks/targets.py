"""A file appears whole or not at all: it is written beside its place and then renamed into it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from graph.errors import RavabetError


@contextmanager
def written(target: BinaryIO | Path) -> Iterator[BinaryIO]:
    """A stream to write to; a path keeps what it held until the block ends without an error.

    Raises:
        RavabetError: the path cannot be written.
    """
    if not isinstance(target, Path):
        yield target
    elif target.exists() and not target.is_file():
        with _told(target), target.open("wb") as stream:  # a pipe or a device: there is nothing to rename
            yield stream
    else:
        with _told(target), _renamed(target) as stream:
            yield stream


@contextmanager
def _renamed(path: Path) -> Iterator[BinaryIO]:
    place = path.resolve()
    handle, name = mkstemp(dir=place.parent, prefix=f".{place.name[:80]}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(handle)
        draft.chmod(_mode(place))
        draft.replace(place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions that the file has, or that an ordinary new one would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        cure = "name another file, or make room and permission for this one"
        raise RavabetError(str(path), f"cannot be written: {error.strerror or error}", cure) from error
