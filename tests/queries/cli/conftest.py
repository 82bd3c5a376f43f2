"""The command line as a user meets it: in the same process, as a process of its own, at a terminal."""

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from queries.cli import main

type Run = Callable[..., Result]
type Process = Callable[..., subprocess.CompletedProcess[str]]
type Terminal = Callable[..., str]


@pytest.fixture
def run() -> Run:
    """Runs a command in this process."""

    def run(*args: str | Path, stdin: bytes | str | None = None, **env: str) -> Result:
        return CliRunner(env=env).invoke(main, [str(arg) for arg in args], input=stdin)

    return run


def script() -> str:
    found = shutil.which("ravabet", path=str(Path(sys.executable).parent))
    assert found, "ravabet is not installed beside this Python"
    return found


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Runs a command as a process of its own, in an empty folder."""

    def run(*args: str | Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [script(), *map(str, args)],
            check=False,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | env,
            cwd=tmp_path,
            timeout=60,
        )

    return run


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Runs a command whose output is a terminal, and gives what it shows."""

    def run(*args: str | Path, **env: str) -> str:
        ours, theirs = pty.openpty()
        told = [script(), *map(str, args)]
        with subprocess.Popen(told, stdout=theirs, stderr=theirs, env=os.environ | env, cwd=tmp_path):
            os.close(theirs)
            shown = b""
            while piece := _piece(ours):
                shown += piece
        os.close(ours)
        return shown.decode()

    return run


def _piece(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end was closed
        return b""
