"""The way to a Neo4j server, and one clear line where there is none."""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session
from neo4j.exceptions import (
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.errors import ServerError

OLDEST = (5, 26)
_ADDRESS = re.compile(r"(?:bolt|neo4j)(?:\+ssc|\+s)?://(?:\[[\da-fA-F:]+\]|[\w.-]+)(?::\d+)?/?(?:\?\S*)?")
_VERSION = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"
_ANSWER = 15.0  # seconds for a server to answer at all
_AGAIN = "nothing is lost: run the same command again when it is back"
_REFUSALS = {
    "Security.Unauthorized": ("refuses this user with this password", "give the ones that it knows"),
    "Security.AuthenticationRateLimit": (
        "was given wrong passwords too often",
        "wait a minute, then give the right one",
    ),
    "Security.CredentialsExpired": ("wants its first password changed", "run ALTER CURRENT USER SET PASSWORD there"),
    "Security.Forbidden": ("does not let this user do that", "give a user who may write"),
    "Database.DatabaseNotFound": ("has no such database", "SHOW DATABASES tells which it has; most have neo4j"),
    "Schema.ConstraintCreationFailed": ("has nodes of its own that ours cannot live with", "give an empty database"),
    "General.ForbiddenOnReadOnlyDatabase": ("has a database that cannot be written", "give another"),
}

type Value = str | int | float | bool | list[str] | list[int] | None

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what the driver has to say reaches the user as ours


@dataclass(frozen=True, slots=True)
class Connection:
    """A database of a server. For `patience` seconds a transaction is tried again while the server is away."""

    uri: str
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"
    patience: float = 30.0

    @property
    def place(self) -> str:
        """Its name in messages: the address, without what may stand before the host."""
        return f"Neo4j at {re.sub('(?<=//).*@', '', self.uri)}, database {self.database}"


@contextmanager
def session(connection: Connection, access: Literal["READ", "WRITE"] = "WRITE") -> Iterator[Session]:
    """A session with a server that answers, lets us in, has the database and is new enough.

    Raises: ServerError, also for what befalls the session while it is used.
    """
    with _driver(connection) as driver:
        with _told(connection, "start it, or mend the address"), driver.session(database=connection.database) as first:
            _refuse_old(connection, first)
        with (
            _told(connection, _AGAIN),
            driver.session(database=connection.database, default_access_mode=access) as ready,
        ):
            yield ready


def rows(connection: Connection, cypher: str, parameters: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    """What a query gives, row by row; it may read only."""
    with session(connection, "READ") as ready:
        for record in ready.run(cypher, dict(parameters)):
            yield record.data()


def commit[*Given](ready: Session, work: Callable[[ManagedTransaction, *Given], object], *given: *Given) -> None:
    """Does the work in one transaction, again while the server is away; done twice it must do no more than once."""

    def whole(transaction: ManagedTransaction, /) -> None:
        work(transaction, *given)

    try:
        ready.execute_write(whole)
    except IncompleteCommit:  # the server went away in the middle, and may have it or not
        ready.execute_write(whole)


def _driver(connection: Connection) -> Driver:
    if not _ADDRESS.fullmatch(connection.uri):
        cure = "an address looks like bolt://localhost:7687 or neo4j+s://example.org"
        raise ServerError(connection.place, "is no address of a Neo4j server", cure)
    return GraphDatabase.driver(
        connection.uri,
        auth=(connection.user, connection.password),
        max_transaction_retry_time=connection.patience,
        connection_timeout=_ANSWER,
        connection_acquisition_timeout=_ANSWER,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
        user_agent="ravabet",
    )


def _refuse_old(connection: Connection, first: Session) -> None:
    version = first.run(_VERSION).single(strict=True)["version"]
    if too_old(version):
        raise ServerError(connection.place, f"is version {version}", "Neo4j 5.26 or later is needed")


def too_old(version: str) -> bool:
    """Whether a server of that version, such as 5.26.30 or 2026.08.1, is older than what the sink is tested on."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2]) < OLDEST


@contextmanager
def _told(connection: Connection, cure_of_silence: str) -> Iterator[None]:
    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise ServerError(connection.place, *_diagnosis(error, cure_of_silence)) from error


def _diagnosis(error: DriverError | Neo4jError, cure_of_silence: str) -> tuple[str, str]:
    """What is wrong, and the cure."""
    if isinstance(error, Neo4jError):
        kind = ".".join((error.code or "").split(".")[-2:])
        cure = _AGAIN if error.is_retryable() else "its own logs tell more"
        return _REFUSALS.get(kind) or (f"says: {line(error)}", cure)
    if isinstance(error, ConfigurationError):  # the driver's word for a server that it cannot talk to
        return f"is too old, or no Neo4j ({line(error)})", "Neo4j 5.26 or later is needed"
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return f"does not answer ({line(error)})", cure_of_silence
    return f"fails: {line(error)}", _AGAIN


def line(error: Exception) -> str:
    """What an error says, short enough for one line of a message."""
    told = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return " ".join(told.split())[:300]
