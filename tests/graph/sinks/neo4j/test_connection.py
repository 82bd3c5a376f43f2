import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.errors import ServerError
from graph.sinks.neo4j import connection as connections
from graph.sinks.neo4j.connection import Connection, rows, session, too_old


def ask(connection: Connection) -> str:
    """The one line that a person gets who connects so."""
    with pytest.raises(ServerError) as told:
        list(rows(connection, "RETURN 1", {}))
    assert "\n" not in str(told.value)
    return str(told.value)


def test_a_wrong_password_is_one_line_that_does_not_print_it(neo4j: Connection) -> None:
    told = ask(replace(neo4j, password="not-the-password"))

    assert "refuses this user with this password" in told
    assert "not-the-password" not in told


def test_a_wrong_database_name_is_one_line(neo4j: Connection) -> None:
    told = ask(replace(neo4j, database="nowhere"))

    assert "database nowhere: has no such database" in told


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt://no-such-host.invalid"])
def test_a_server_that_does_not_answer_is_one_line(uri: str) -> None:
    told = ask(Connection(uri, password="secret"))

    assert told.startswith(f"Neo4j at {uri}, database neo4j: does not answer")
    assert told.endswith("start it, or mend the address")


@pytest.mark.parametrize(
    "uri", ["", "localhost:7687", "http://localhost:7474", "bolt://", "bolt://host:port", "bolt://neo4j:secret@host"]
)
def test_what_is_no_address_is_one_line_with_an_address_to_copy(uri: str) -> None:
    told = ask(Connection(uri, password="secret"))

    assert "is no address of a Neo4j server; an address looks like bolt://localhost:7687" in told
    assert "secret" not in told


@pytest.fixture
def web_server() -> Iterator[str]:
    """The address of something that is no Neo4j."""
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    server.RequestHandlerClass.log_message = lambda *_: None  # type: ignore[method-assign, assignment]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"bolt://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_server_of_another_kind_is_given_up_soon(web_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_ANSWER", 0.3)

    told = ask(Connection(web_server))

    assert "does not answer" in told


@pytest.mark.parametrize(
    ("version", "old"),
    [("4.4.30", True), ("5.25.1", True), ("5.26.30", False), ("5.26-aura", False), ("2026.08.1", False)],
)
def test_servers_before_the_long_term_release_are_too_old(version: str, old: bool) -> None:
    assert too_old(version) is old


def test_a_server_that_is_too_old_is_one_line(neo4j: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "OLDEST", (9999, 1))

    told = ask(neo4j)

    assert "is version" in told
    assert told.endswith("Neo4j 5.26 or later is needed")


def test_a_connection_keeps_its_password_to_itself() -> None:
    connection = Connection("bolt://host", password="secret")

    assert "secret" not in f"{connection} {connection!r} {connection.place}"


def test_a_question_cannot_write(neo4j: Connection) -> None:
    with pytest.raises(ServerError, match="Writing in read access mode not allowed"):
        list(rows(neo4j, "CREATE (n:Person) RETURN n.id", {}))


def test_values_travel_beside_the_query(neo4j: Connection) -> None:
    hostile = "'}) DETACH DELETE n // \" ` $x \\u0027 😀"

    assert list(rows(neo4j, "RETURN $told AS told, $none AS none", {"told": hostile, "none": None})) == [
        {"told": hostile, "none": None}
    ]


def test_what_befalls_a_session_is_told_as_ours(neo4j: Connection) -> None:
    with pytest.raises(ServerError, match="says: Invalid input"), session(neo4j) as ready:
        ready.run("NONSENSE").consume()
