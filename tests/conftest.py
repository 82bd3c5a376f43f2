"""What the tests of all rooms share: a real Neo4j, and a mark on the tests that use it."""

import os

import pytest
from hypothesis import settings

from tests.neo4j.server import neo4j, neo4j_server, own_server

# A busy machine is no failure, and in CI the same examples are tried each time.
settings.register_profile("calm", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("calm")

__all__ = ["neo4j", "neo4j_server", "own_server"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "neo4j: needs a real Neo4j server")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and {"neo4j_server", "own_server"} & set(item.fixturenames):
            item.add_marker("neo4j")
