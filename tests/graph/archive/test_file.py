import resource
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.archive.file import APPLICATION, VERSION
from graph.errors import ArchiveError
from graph.facts import Article, Facts

ARTICLE = Article("a", "ایران و عراق گفت‌وگو کردند.")


def filled(path: Path) -> Path:
    with Archive.open(path, create=True) as archive:
        archive.put(ARTICLE, Facts("a"), extractor="1")
    return path


def other_database(path: Path) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    return path


def newer(path: Path) -> Path:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    return path


def damaged(path: Path) -> Path:
    whole = filled(path).read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    return path


def text(path: Path) -> Path:
    path.write_text("این بایگانی نیست. " * 100, encoding="utf-8")
    return path


def empty(path: Path) -> Path:
    path.touch()
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.parametrize("readonly", [True, False])
@pytest.mark.parametrize(
    ("make", "problem", "cure"),
    [
        (other_database, "not an archive of Ravabet", "another file"),
        (newer, "newer Ravabet (format 99", "update"),
        (text, "is not an archive", "another file"),
        (empty, "is empty", "ravabet read"),
        (folder, "is a folder", "a file in it"),
        (lambda path: path, "no archive here", "ravabet read"),
        (lambda path: path / "below", "no archive here", "ravabet read"),
    ],
)
def test_what_is_no_archive_is_told_so(tmp_path: Path, make: object, problem: str, cure: str, readonly: bool) -> None:
    path: Path = make(tmp_path / "x.db")  # type: ignore[operator]

    with pytest.raises(ArchiveError) as caught:
        Archive.open(path, readonly=readonly)

    assert caught.value.place == str(path)
    assert problem in caught.value.problem
    assert cure in caught.value.cure
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("make", [other_database, newer, text, folder])
def test_nothing_that_is_no_archive_is_written_to(tmp_path: Path, make: object) -> None:
    path: Path = make(tmp_path / "x.db")  # type: ignore[operator]
    before = path.is_file() and path.read_bytes()

    with pytest.raises(ArchiveError):
        Archive.open(path, create=True)

    assert (path.is_file() and path.read_bytes()) == before


def test_a_damaged_archive_says_so_when_it_is_met(tmp_path: Path) -> None:
    path = damaged(tmp_path / "x.db")

    with pytest.raises(ArchiveError, match="damaged") as caught, Archive.open(path) as archive:
        archive.put(ARTICLE, Facts("a"), extractor="2")

    assert "restore a copy" in caught.value.cure


def test_an_empty_file_becomes_an_archive_where_one_is_asked_for(tmp_path: Path) -> None:
    with Archive.open(empty(tmp_path / "x.db"), create=True) as archive:
        assert archive.status().articles == 0
    with sqlite3.connect(tmp_path / "x.db") as connection:
        told = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "journal_mode")]

    assert told == [APPLICATION, "wal"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no folder") as caught:
        Archive.open(tmp_path / "no" / "x.db", create=True)

    assert str(tmp_path / "no") in caught.value.problem


def test_a_readonly_archive_refuses_to_be_written(tmp_path: Path) -> None:
    with Archive.open(filled(tmp_path / "x.db"), readonly=True) as archive:
        assert list(archive.articles()) == [ARTICLE]
        with pytest.raises(ArchiveError, match="may only be read") as caught:
            archive.put(Article("b", "متن"), Facts("b"), extractor="1")

    assert "right to write" in caught.value.cure


def test_names_with_signs_of_addresses_are_only_names(tmp_path: Path) -> None:
    path = filled(tmp_path / "یک ?mode=ro#%20&.db")

    with Archive.open(path) as archive:
        assert list(archive.articles()) == [ARTICLE]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


AS_GUEST = """
import os, sys
from pathlib import Path
from graph.archive import Archive
from graph.errors import ArchiveError
from graph.facts import Article, Facts
if os.getuid() == 0:
    os.setuid(65534)
try:
    with Archive.open(Path(sys.argv[1]), create="create" in sys.argv, readonly="readonly" in sys.argv) as archive:
        print([article.id for article in archive.articles()])
        archive.put(Article("b", "متن"), Facts("b"), extractor="1")
except ArchiveError as error:
    print(error)
"""
PUT = """
import sys
from pathlib import Path
from graph.archive import Archive
from graph.facts import Article, Facts
with Archive.open(Path(sys.argv[1]), create=True) as archive:
    archive.put(Article(sys.argv[2], "متن بلند. " * int(sys.argv[3])), Facts(sys.argv[2]), extractor="1")
"""
ROOT = Path(__file__).parents[3]


def as_guest(path: Path, *how: str) -> str:
    """What somebody without the right to write there is told."""
    command = [sys.executable, "-c", AS_GUEST, str(path), *how]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A folder with an archive that others may read and nobody may write."""
    path = filled(tmp_path / "x.db")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    return path


def test_an_archive_in_a_place_that_may_only_be_read_can_be_read(locked: Path) -> None:
    told = as_guest(locked, "readonly")

    assert told.splitlines()[0] == "['a']"
    assert "may only be read" in told.splitlines()[1]


def test_an_archive_cannot_be_made_where_nobody_may_write(locked: Path) -> None:
    told = as_guest(locked.with_name("new.db"), "create")

    assert "cannot be opened" in told
    assert "may be read and written" in told


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "x.db")
    large = Article("large", "متن بلند. " * 40_000)

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    command = [sys.executable, "-c", PUT, str(path), "large", "40000"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, preexec_fn=no_room, check=False)
    with Archive.open(path) as archive:
        survivors = list(archive.articles())
        outcome = archive.put(large, Facts("large"), extractor="1")

    assert "graph.errors.ArchiveError" in done.stderr
    assert "full or failing disk" in done.stderr
    assert survivors == [ARTICLE]
    assert outcome == "added"


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = filled(tmp_path / "x.db")
    writer = sqlite3.connect(path, autocommit=True)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE articles SET title = 'نیمه‌کاره'")
    began = time.monotonic()

    with Archive.open(path, readonly=True) as archive:
        seen = (
            list(archive.articles()),
            archive.facts("a"),
            archive.status().articles,
            list(archive.rows("SELECT 1 AS x")),
        )

    assert seen == ([ARTICLE], Facts("a"), 1, [{"x": 1}])
    assert time.monotonic() - began < 1
    writer.close()


def test_a_writer_waits_for_another(tmp_path: Path) -> None:
    path = filled(tmp_path / "x.db")
    writer = sqlite3.connect(path, autocommit=True, check_same_thread=False)
    writer.execute("BEGIN IMMEDIATE")
    threading.Timer(0.3, writer.close).start()

    with Archive.open(path) as archive:
        outcome = archive.put(Article("b", "متن"), Facts("b"), extractor="1")

    assert outcome == "added"


def test_those_that_make_an_archive_at_once_make_one(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    started = [subprocess.Popen([sys.executable, "-c", PUT, str(path), f"a{n}", "1"], cwd=ROOT) for n in range(4)]

    codes = [process.wait(60) for process in started]

    assert codes == [0] * 4
    with Archive.open(path) as archive:
        assert [article.id for article in archive.articles()] == ["a0", "a1", "a2", "a3"]


@pytest.mark.parametrize("readonly", [True, False])
def test_an_archive_of_the_first_format_is_made_one_of_today(tmp_path: Path, readonly: bool) -> None:
    path = filled(tmp_path / "x.db")
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE statements DROP COLUMN known_as")
        connection.execute("PRAGMA user_version = 1")
    connection.close()

    with Archive.open(path, readonly=readonly) as archive:
        held = [(article.id, facts) for article, facts in archive.all_facts()]

    assert held == [("a", Facts("a"))]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()
