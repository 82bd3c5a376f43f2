"""A real Neo4j Community server for the tests: its jars by Maven, started, killed and started again; no container.

`NEO4J_TEST_URI` (with `_USER`, `_PASSWORD`, `_DATABASE`) names a running server to use instead; its database must be
empty. `NEO4J_TEST_VERSION` picks another release; from 2025 on they need Java 21, found in `NEO4J_TEST_JAVA_HOME`,
`JAVA_HOME`, on the path, or among the machine's JDKs.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.sinks.neo4j.connection import Connection

HERE = Path(__file__).parent
LTS = "5.26.30"
PASSWORD = "a-password-of-the-tests"
PATIENCE = 90.0  # seconds for the server to answer
OPENED = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch")]
SETTINGS = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.max_size=512m
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
dbms.cypher.min_replan_interval=1h
"""


class Server:
    """One server with its own home; `kill` is kill -9, `start` goes on with what the disk holds."""

    def __init__(self, home: Path, version: str = LTS) -> None:
        self.home, self.version = home, version
        self.jars = jars(version)
        self.java = java(21 if calendar_version(version) else 17)
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None
        furnish(home, self.port)
        self._set_password()

    @property
    def connection(self) -> Connection:
        return Connection(f"bolt://127.0.0.1:{self.port}", "neo4j", PASSWORD)

    def start(self) -> None:
        name = "Neo4jCommunity" if calendar_version(self.version) else "CommunityEntryPoint"
        folders = (f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}")
        command = self._command(f"org.neo4j.server.{name}", *folders)
        with (self.home / "logs" / "console.log").open("ab") as log:
            self.process = subprocess.Popen(command, env=self._env(), stdout=log, stderr=log)
        self._wait()

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _set_password(self) -> None:
        admin = "org.neo4j.server.startup.Neo4jAdminCommand"
        command = self._command(admin, "dbms", "set-initial-password", PASSWORD)
        subprocess.run(command, env=self._env(), check=True, timeout=120, capture_output=True)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(timeout=60)
            self.process = None

    def _wait(self) -> None:
        """Return when Bolt answers."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process is None or self.process.poll() is not None:
                break
            with suppress(DriverError, Neo4jError), driver(self.connection) as opened:
                opened.verify_connectivity()
                return
            time.sleep(0.1)
        told = "\n".join(log.read_text(errors="replace")[-2000:] for log in sorted((self.home / "logs").glob("*.log")))
        self.kill()
        raise RuntimeError(f"Neo4j {self.version} did not start:\n{told}")

    def _command(self, entry: str, *arguments: str) -> list[str]:
        quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"]
        return [str(self.java), *quick, *OPENED, "-cp", f"{self.jars}/*", entry, *arguments]

    def _env(self) -> dict[str, str]:
        return os.environ | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}


def driver(connection: Connection) -> Driver:
    return GraphDatabase.driver(connection.uri, auth=(connection.user, connection.password))


def calendar_version(version: str) -> bool:
    return int(version.partition(".")[0]) >= 2025


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def furnish(home: Path, port: int) -> None:
    for folder in ("conf", "data", "logs", "run", "import", "plugins"):
        (home / folder).mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(port=port))


def jars(version: str) -> Path:
    """The folder with the server's jars, fetched once."""
    folder = HERE / "lib" / version
    if not folder.exists():
        maven = shutil.which("mvn") or missing("Maven", "apt-get install maven")
        folder.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as fresh:
            options = ["-DincludeScope=runtime", f"-Dneo4j.version={version}", f"-DoutputDirectory={fresh}/jars"]
            command = [maven, "-B", "-q", "-f", HERE / "pom.xml", "dependency:copy-dependencies", *options]
            if subprocess.run(command, check=False).returncode:
                missing(f"the jars of Neo4j {version}", "let Maven reach Maven Central (what it says stands above)")
            with suppress(OSError):  # somebody else was quicker
                Path(fresh, "jars").rename(folder)
    return folder


def java(least: int) -> Path:
    """A Java of at least that version."""
    homes = [os.environ[name] for name in ("NEO4J_TEST_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    named = [Path(home, "bin", "java") for home in homes]
    on_path = [Path(found)] if (found := shutil.which("java")) else []
    installed = sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    for candidate in (*named, *on_path, *installed):
        if candidate.exists() and java_version(candidate) >= least:
            return candidate
    return missing(f"Java {least} or later", f"apt-get install openjdk-{least}-jre-headless")


def java_version(executable: Path) -> int:
    told = subprocess.run([executable, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0


def missing(what: str, cure: str) -> NoReturn:
    """End the test: nothing may be skipped where everything is to be checked."""
    line = (
        f"the tests against a real Neo4j need {what}: {cure}, or set NEO4J_TEST_URI to a server with an empty database"
    )
    if os.environ.get("CI") == "true":
        pytest.fail(line, pytrace=False)
    pytest.skip(line)


def empty(connection: Connection) -> None:
    """Removes all nodes of the database."""
    with driver(connection) as opened:
        opened.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)


def nodes(connection: Connection) -> int:
    """How many nodes the database holds."""
    with driver(connection) as opened:
        found = opened.execute_query("MATCH (n) RETURN count(n) AS n", database_=connection.database)
    return int(found.records[0]["n"])


def lent() -> Connection | None:
    """The user's own server, where one is named."""
    uri = os.environ.get("NEO4J_TEST_URI")
    if not uri:
        return None
    told = {name: os.environ.get(f"NEO4J_TEST_{name.upper()}", "") for name in ("user", "password", "database")}
    return Connection(uri, told["user"] or "neo4j", told["password"], told["database"] or "neo4j")


@pytest.fixture(scope="session")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that a test may kill and start again."""
    if lent() is not None:
        pytest.skip("this test kills its server; the one that NEO4J_TEST_URI names is not ours to kill")
    server = Server(tmp_path_factory.mktemp("neo4j") / "home", os.environ.get("NEO4J_TEST_VERSION", LTS))
    server.start()
    yield server
    server.kill()
    shutil.rmtree(server.home)


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """Where the tests' server answers; shared by the session."""
    theirs = lent()
    if theirs is None:
        server: Server = request.getfixturevalue("own_server")
        yield server.connection
        return
    if held := nodes(theirs):
        pytest.fail(f"the database of NEO4J_TEST_URI holds {held} nodes, which the tests would remove", pytrace=False)
    yield theirs
    empty(theirs)


@pytest.fixture
def neo4j(neo4j_server: Connection) -> Connection:
    """An empty database; constraints and indexes may be there."""
    empty(neo4j_server)
    return neo4j_server
