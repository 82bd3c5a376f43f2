"""The server is killed in the middle of a load: nothing is lost, nothing doubled."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.archive import Archive
from graph.errors import ServerError
from graph.sinks.neo4j.connection import Connection, session
from graph.sinks.neo4j.load import load
from graph.sinks.neo4j.reading import read_back
from tests.neo4j.dump import dump
from tests.neo4j.server import Server

ARTICLES = 300


@pytest.fixture
def big(filled: Callable[[int], Archive]) -> Archive:
    return filled(ARTICLES)


@pytest.fixture
def clean(big: Archive, neo4j: Connection) -> list[str]:
    """What an undisturbed load makes; the database is empty again."""
    load(big, neo4j)
    made = dump(neo4j)
    with session(neo4j) as ready:
        ready.run("MATCH (n) DETACH DELETE n").consume()
    return made


class Killing:
    """Kills the server a moment after a load has told that it is on its way, when the next pack is being written."""

    def __init__(self, server: Server, then: Callable[[], None]) -> None:
        self.server, self.then = server, then
        self.thread = threading.Timer(0.05, self._kill)

    def __call__(self, done: int, total: int) -> None:
        if 0 < done < total and not self.thread.ident:
            self.thread.start()

    def _kill(self) -> None:
        self.server.kill()
        self.then()


def test_a_load_that_a_killed_server_ended_goes_on_where_it_was(
    own_server: Server, neo4j: Connection, big: Archive, clean: list[str]
) -> None:
    killing = Killing(own_server, then=lambda: None)

    with pytest.raises(ServerError, match="nothing is lost: run the same command again") as told:
        load(big, replace(neo4j, patience=0.2), progress=killing)
    killing.thread.join()
    own_server.start()
    again = load(big, neo4j)

    assert "\n" not in str(told.value)
    assert 0 < again.skipped < ARTICLES
    assert again.skipped + again.loaded == ARTICLES
    assert dump(neo4j) == clean
    assert list(read_back(neo4j)) == [facts for _, facts in big.all_facts()]


def test_a_load_waits_for_a_server_that_comes_back(
    own_server: Server, neo4j: Connection, big: Archive, clean: list[str]
) -> None:
    killing = Killing(own_server, then=own_server.start)

    loaded = load(big, neo4j, progress=killing)
    killing.thread.join()

    assert loaded.loaded == ARTICLES
    assert dump(neo4j) == clean
