"""Data flows ingest → graph → queries, imports flow towards graph, and only the command line sees all three."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = {"graph": {"graph"}, "ingest": {"ingest", "graph"}, "queries": {"queries", "graph"}}
FILES = sorted(file for room in ROOMS for file in (HOUSE / room).rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "core", "misc"}


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """The line and the dotted name of everything a file imports, wherever in it; relative ones begin with a dot."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def allowed(file: Path) -> set[str]:
    where = file.relative_to(HOUSE)
    if where.parts[:2] == ("queries", "cli") or where.as_posix() == "queries/cli.py":
        return set(ROOMS)
    return ROOMS[where.parts[0]]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_a_module_imports_only_what_its_room_may_see(file: Path) -> None:
    strange = [
        f"{file.relative_to(HOUSE)}:{line} imports {name}"
        for line, name in imported(file)
        if name.startswith(".") or (name.split(".")[0] in ROOMS and name.split(".")[0] not in allowed(file))
    ]

    assert not strange


def test_hazm_is_imported_in_one_place() -> None:
    users = [file.relative_to(HOUSE).as_posix() for file in FILES if any(n == "hazm" for _, n in imported(file))]

    assert users == ["ingest/words.py"]


def test_no_module_has_a_vague_name() -> None:
    assert not [file for file in FILES if VAGUE.intersection(file.with_suffix("").relative_to(HOUSE).parts)]


def test_the_shape_of_a_fact_needs_the_standard_library_only() -> None:
    outside = {"dataclasses", "datetime", "hashlib", "typing", "graph.letters"}

    assert {name for _, name in imported(HOUSE / "graph" / "facts.py")} <= outside
