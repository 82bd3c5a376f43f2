"""The archive as a file: opened, checked and made, and SQLite's complaints told with place and cure."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from time import monotonic, sleep
from typing import Literal
from urllib.parse import quote

from graph.archive.searching import all_words, searchable
from graph.errors import ArchiveError
from graph.letters import skeleton_text

APPLICATION = 0x52564254  # "RVBT", in the header of the file
VERSION = 2
_GROWTH = {1: "ALTER TABLE statements ADD COLUMN known_as TEXT"}
"""What makes an archive of a format one of the next."""
_PATIENCE = 30_000  # milliseconds that one writer waits for another
_PAUSE = 0.02  # seconds between two tries where SQLite does not wait by itself

_CURES = {
    "SQLITE_BUSY": ("another process is writing to it", "wait until that ends, or end it"),
    "SQLITE_CANTOPEN": ("cannot be opened", "check that its folder exists and may be read and written"),
    "SQLITE_CORRUPT": ("is damaged", "restore a copy, or read the sources into a new archive"),
    "SQLITE_FULL": ("no room is left", "free some space on the disk and run the same command again"),
    "SQLITE_IOERR": ("the disk does not answer as it should", "look for a full or failing disk, then run it again"),
    "SQLITE_NOTADB": ("is not an archive", "name another file"),
    "SQLITE_PERM": ("may not be opened", "ask for the right to read and write it"),
    "SQLITE_READONLY": ("may only be read", "give yourself the right to write it and its folder, or work on a copy"),
}


@contextmanager
def complaints(path: Path) -> Iterator[None]:
    """Tells what SQLite complains of inside the block as an ArchiveError about the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(path, error) from error


def _told(path: Path, error: sqlite3.Error) -> ArchiveError:
    name = getattr(error, "sqlite_errorname", "")
    for family, (problem, cure) in _CURES.items():
        if name.startswith(family):
            return ArchiveError(str(path), f"{problem} ({error})", cure)
    return ArchiveError(str(path), f"SQLite says: {error}", "")


def connect(path: Path, mode: Literal["ro", "rw", "rwc"]) -> sqlite3.Connection:
    """A connection that commits each statement by itself unless told BEGIN, with the archive's own SQL functions."""
    whole = "&immutable=1" if mode == "ro" and _lies_still(path) else ""
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}{whole}"
    connection = sqlite3.connect(uri, uri=True, autocommit=True, timeout=_PATIENCE / 1000)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    _register(connection, skeleton_text, "skeleton")
    _register(connection, searchable, "searchable")
    _register(connection, all_words, "all_words")
    return connection


def _lies_still(path: Path) -> bool:
    """SQLite keeps two files beside an archive in use; where none can be made, a whole file is read as it lies."""
    log = path.with_name(path.name + "-wal")
    waits = log.exists() and log.stat().st_size > 0
    return not waits and not os.access(path.parent, os.W_OK)


def _register(connection: sqlite3.Connection, function: Callable[[str], str], name: str) -> None:
    def answer(text: str | None) -> str | None:
        return None if text is None else function(text)

    connection.create_function(name, 1, answer, deterministic=True)


def opened(path: Path, *, create: bool, readonly: bool) -> sqlite3.Connection:
    """A connection to the archive at a path, made there first if asked for.

    Raises: ArchiveError when there is none, when it is something else, damaged, or newer than this Ravabet.
    """
    _check_place(path, create=create and not readonly)
    with complaints(path):
        connection = connect(path, "ro" if readonly else "rwc" if create else "rw")
        try:
            if create and not readonly:
                _make(connection)
            _check(connection, path)
            _grow(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise ArchiveError(str(path), "is a folder", "name a file in it")
    if create and not path.parent.is_dir():
        raise ArchiveError(str(path), f"there is no folder {path.parent}", "make it first, or name another place")
    if not create and not path.exists():
        raise ArchiveError(str(path), "there is no archive here", "`ravabet read SOURCE --archive FILE` makes one")


def _grow(connection: sqlite3.Connection, path: Path) -> None:
    """Makes an archive of an earlier format one of today's, whole or not at all; what it holds stays."""
    if _number(connection, "PRAGMA user_version") == VERSION:
        return
    with closing(connect(path, "rw")) as writer:
        writer.execute("BEGIN IMMEDIATE")
        for version in range(_number(writer, "PRAGMA user_version"), VERSION):
            writer.execute(_GROWTH[version])
            writer.execute(f"PRAGMA user_version = {version + 1}")
        writer.execute("COMMIT")


def _make(connection: sqlite3.Connection) -> None:
    """Lays the tables into an empty file, whole or not at all."""
    if not _is_blank(connection):
        return
    _write_ahead(connection)
    connection.execute("BEGIN IMMEDIATE")
    if _is_blank(connection):  # another process may have been faster
        connection.executescript(files("graph.archive").joinpath("schema.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keeps changes in a log of their own; SQLite itself does not wait for another process that does the same."""
    until = monotonic() + _PATIENCE / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or monotonic() > until:
                raise
            sleep(_PAUSE)
        else:
            return


def _is_blank(connection: sqlite3.Connection) -> bool:
    return _number(connection, "SELECT count(*) FROM sqlite_schema") == 0 and not _number(
        connection, "PRAGMA application_id"
    )


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if _is_blank(connection):
        raise ArchiveError(str(path), "is empty", "`ravabet read SOURCE --archive FILE` fills it")
    if _number(connection, "PRAGMA application_id") != APPLICATION:
        raise ArchiveError(str(path), "is a database, but not an archive of Ravabet", "name another file")
    version = _number(connection, "PRAGMA user_version")
    if version > VERSION:
        problem = f"was written by a newer Ravabet (format {version}; this one knows {VERSION})"
        raise ArchiveError(str(path), problem, "update Ravabet")
    connection.execute("PRAGMA synchronous = NORMAL")  # safe against kill; a power cut may cost the last articles
