import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from graph.archive import Archive
from tests.graph.putting import article, facts

ROUNDS = 20
ROOT = Path(__file__).parents[3]


def killed(path: Path, seconds: float, *, working: bool) -> tuple[int, int] | None:
    """The last article and version that a run told to be in before it was killed, seconds after it began, or worked."""
    command = [sys.executable, "-m", "tests.graph.putting", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline() if working else ""
        time.sleep(seconds)
        process.kill()
        told = [first, *process.stdout.readlines()]
    whole = [line.split() for line in told if line.endswith("\n")]
    return (int(whole[-1][0]), int(whole[-1][1])) if whole else None


def test_kills_at_any_moment_lose_no_article_and_halve_none(tmp_path: Path) -> None:
    path, chance, last = tmp_path / "x.db", random.Random(3), 0

    for kill in range(ROUNDS):
        working = kill % 2 == 1
        told = killed(path, chance.uniform(0, 0.08 if working else 0.25), working=working)
        with Archive.open(path, create=True) as archive:
            held = list(archive.all_facts())
        n, version = told or (max(len(held) - 1, 0), 1)
        assert [one.id for one, _ in held] == [article(k, 2).id for k in range(len(held))]
        assert all(read == facts(one) for one, read in held)
        assert [one for one, _ in held[:n]] == [article(k, 2) for k in range(n)]
        assert all(one in (article(n, version), article(n, 2)) for one, _ in held[n : n + 1])
        assert len(held) in (n + 1, n + 2) or not told  # the one in hand when it was killed may be in, untold
        assert len(held) >= last  # it went on where it was
        last = len(held)

    assert last > 3
    check(path)


def check(path: Path) -> None:
    """Asserts that the file, its keys and its full text are whole."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("articles", "statements"):
            connection.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('integrity-check')")
            held, found = (
                connection.execute(f"SELECT rowid, id FROM {t} ORDER BY id") for t in (table, f"{table}_fts")
            )
            assert held.fetchall() == found.fetchall()
