"""How commands end: exit codes, one line on stderr, quick help, quiet when nobody listens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from queries.cli import main


def test_help_shows_examples_one_of_them_in_persian(run) -> None:
    told = run("--help")

    assert told.exit_code == 0
    assert "ravabet ask said --country ایران --about آذربایجان" in told.stdout
    assert all(name in told.stdout for name in ("read", "extract", "load", "export", "validate", "ask", "draw"))


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help_with_an_example(command: str, run) -> None:
    told = run(command, "--help")

    assert told.exit_code == 0
    assert "ravabet " in told.stdout


def test_the_version_is_told(run) -> None:
    told = run("--version")

    assert told.exit_code == 0
    assert told.stdout.startswith("ravabet ")


@pytest.mark.parametrize(
    "args", [["foo"], ["ask", "foo"], ["ask", "did"], ["ask", "said", "--quote-type", "loud"], ["read"], ["--foo"]]
)
def test_wrong_usage_exits_with_2_and_says_how(args: list[str], run) -> None:
    told = run(*args)

    assert told.exit_code == 2
    assert told.stdout == ""
    assert "Usage: ravabet" in told.stderr


def test_what_the_user_can_mend_is_one_line_with_place_and_cure(run, tmp_path: Path) -> None:
    told = run("status", "--archive", tmp_path / "none.db")

    assert told.exit_code == 1
    assert told.stdout == ""
    assert told.stderr.count("\n") == 1
    assert told.stderr.startswith(f"ravabet: {tmp_path / 'none.db'}: ")


def test_a_defect_of_ours_says_so_and_keeps_its_traceback(run, archive_file: Path, monkeypatch) -> None:
    def broken(*_args: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("graph.archive.Archive.status", broken)

    told = run("status", "--archive", archive_file)

    assert told.exit_code == 1
    assert told.stderr.count("\n") == 1
    assert "ZeroDivisionError: by zero; this is a defect of Ravabet" in told.stderr


@pytest.mark.parametrize(("args", "env"), [(["--debug"], {}), ([], {"RAVABET_DEBUG": "1"})])
def test_debug_shows_the_traceback(args: list[str], env: dict[str, str], run, archive_file: Path, monkeypatch) -> None:
    def broken(*_args: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("graph.archive.Archive.status", broken)

    told = run(*args, "status", "--archive", archive_file, **env)

    assert told.exit_code == 1
    assert "Traceback (most recent call last)" in told.stderr


def test_an_interrupt_ends_with_130_and_no_traceback(run, archive_file: Path, monkeypatch) -> None:
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.archive.Archive.status", interrupted)

    told = run("status", "--archive", archive_file)

    assert told.exit_code == 130
    assert "Traceback" not in told.stderr


def test_ctrl_c_ends_a_real_process_with_130(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.jsonl")
    command = [Path(sys.executable).parent / "ravabet", "extract", tmp_path / "endless.jsonl"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        (tmp_path / "endless.jsonl").open("w"),  # opens when the process reads
    ):
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "Traceback" not in told


def test_a_reader_that_goes_away_is_no_error(archive_file: Path) -> None:
    command = [Path(sys.executable).parent / "ravabet", "ask", "names", "--archive", archive_file]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        told = process.stderr.read()

    assert process.returncode == 141
    assert told == ""


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def test_help_is_quick() -> None:
    python, script = sys.executable, str(Path(sys.executable).parent / "ravabet")

    nothing = min(seconds([python, "-c", "pass"]) for _ in range(5))
    helped = min(seconds([script, "--help"]) for _ in range(5))

    assert helped - nothing < 0.3


def test_help_imports_nothing_heavy() -> None:
    heavy = "hazm matplotlib rdflib pyoxigraph neo4j networkx rich msgspec httpx trafilatura sqlite3 ingest.pipeline"
    code = (
        "import sys; sys.argv = ['ravabet', '--help']\n"
        "from queries.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print(*(set({heavy.split()!r}) & set(sys.modules)), file=sys.stderr, end='')"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stderr == ""
