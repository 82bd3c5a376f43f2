"""`ravabet load neo4j`."""

from pathlib import Path

import pytest


@pytest.fixture
def carry(run, archive_file: Path):
    def carry(*args: str | Path, **env: str):
        return run(*args, "--archive", archive_file, **env)

    return carry


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:1", "what://ever"])
def test_a_server_that_is_not_there_is_one_line_without_the_password(uri: str, carry) -> None:
    told = carry("load", "neo4j", "--uri", uri, NEO4J_PASSWORD="top-secret")

    assert told.exit_code == 1
    assert told.stderr.count("\n") == 1
    assert "top-secret" not in told.output


def test_the_password_is_not_shown_in_help(run) -> None:
    told = run("load", "neo4j", "--help", NEO4J_PASSWORD="top-secret")

    assert "NEO4J_PASSWORD" in told.stdout
    assert "top-secret" not in told.stdout


def test_an_archive_is_loaded_and_asked_on_neo4j(carry, neo4j) -> None:
    server = {"NEO4J_URI": neo4j.uri, "NEO4J_USER": neo4j.user, "NEO4J_DATABASE": neo4j.database}

    loaded = carry("load", "neo4j", NEO4J_PASSWORD=neo4j.password, **server)
    again = carry("load", "neo4j", "--ask-password", stdin=f"{neo4j.password}\n", **server)
    on_neo4j = carry("ask", "pair", "IR", "RU", "--on", "neo4j", NEO4J_PASSWORD=neo4j.password, **server)

    assert loaded.exit_code == 0, loaded.stderr
    assert "3 articles loaded with 14 facts" in loaded.stderr
    assert "0 articles loaded with 0 facts, 3 unchanged" in again.stderr
    assert on_neo4j.stdout == carry("ask", "pair", "IR", "RU").stdout != ""
