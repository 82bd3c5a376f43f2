"""The server goes away in the middle of a load: nothing is lost, nothing doubled."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from graph.archive import Archive
from graph.errors import ServerError
from graph.facts import Article, Facts
from graph.sinks.neo4j.connection import Connection
from graph.sinks.neo4j.load import load
from graph.sinks.neo4j.reading import read_back
from tests.neo4j.dump import dump
from tests.neo4j.server import Server, empty

type Plain = Callable[[int], tuple[Article, Facts]]

ARTICLES = 200


@pytest.fixture(scope="module")
def big(plain: Plain, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("big") / "big.db", create=True) as archive:
        for n in range(ARTICLES):
            archive.put(*plain(n), extractor="test")
        yield archive


@pytest.fixture(scope="module")
def clean(big: Archive, neo4j_server: Connection) -> list[str]:
    """What an undisturbed load makes."""
    empty(neo4j_server)
    load(big, neo4j_server)
    return dump(neo4j_server)


class Ending:
    """Ends the server a moment after a load has told that it is on its way, when the next pack is being written."""

    def __init__(self, end: Callable[[], None], then: Callable[[], None] = lambda: None) -> None:
        self._thread = threading.Timer(0.02, lambda: (end(), then()))

    def __call__(self, done: int, total: int) -> None:
        if 0 < done < total and not self._thread.ident:
            self._thread.start()

    def wait(self) -> None:
        self._thread.join()


def test_a_load_that_a_killed_server_ended_goes_on_where_it_was(
    own_server: Server, big: Archive, clean: list[str], neo4j: Connection
) -> None:
    ending = Ending(own_server.kill)

    with pytest.raises(ServerError, match="nothing is lost: run the same command again") as told:
        load(big, replace(neo4j, patience=0.2), progress=ending)
    ending.wait()
    own_server.start()
    again = load(big, neo4j)

    assert "\n" not in str(told.value)
    assert 0 < again.skipped < ARTICLES
    assert again.skipped + again.loaded == ARTICLES
    assert dump(neo4j) == clean
    assert list(read_back(neo4j)) == [facts for _, facts in big.all_facts()]


def test_a_load_waits_for_a_server_that_is_stopped_and_comes_back(
    own_server: Server, big: Archive, clean: list[str], neo4j: Connection
) -> None:
    ending = Ending(own_server.stop, then=own_server.start)

    loaded = load(big, neo4j, progress=ending)
    ending.wait()

    assert loaded.loaded == ARTICLES
    assert loaded.set_aside == ()
    assert dump(neo4j) == clean
