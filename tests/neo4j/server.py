"""A real Neo4j for tests: one that LEDWERK_TEST_NEO4J names, else one started here.

The one named is emptied by the tests. One started here lives in a folder of its own, listens on
loopback only, and ends with the tests.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import neo4j

HERE = Path(__file__).parent
JARS = HERE / ".jars"
_START_SECONDS = 90.0

_SETTINGS = """\
server.bolt.enabled=true
dbms.security.auth_enabled=true
server.bolt.listen_address=127.0.0.1:{port}
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
db.tx_log.rotation.retention_policy=1 files
"""


def reason_not_to_start() -> str | None:
    """Why no server can be started here, or None."""
    if shutil.which("java") is None:
        return "no Java here (Debian: default-jdk-headless)"
    if not (JARS / ".ready").exists():
        return "Neo4j is not fetched yet: make neo4j-jars"
    return None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A server in a folder; it keeps its data and port over `kill` and `start`."""

    home: Path
    port: int = field(default_factory=free_port)
    password: str = field(default_factory=lambda: secrets.token_hex(12))
    heap: str = "1500m"
    _process: subprocess.Popen[bytes] | None = None
    _has_password: bool = False

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What a store needs to know beside the address."""
        return {"LEDWERK_NEO4J_USER": "neo4j", "LEDWERK_NEO4J_PASSWORD": self.password}

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = self.home / "neo4j.conf"
        self.home.mkdir(parents=True, exist_ok=True)
        settings.write_text(_SETTINGS.format(port=self.port))
        with (self.home / "output.txt").open("ab") as output:
            self._process = subprocess.Popen(
                ["java", f"-Xmx{self.heap}", "-XX:TieredStopAtLevel=4", "-cp", f"{JARS}/*",
                 str(HERE / "Launcher.java"), str(self.home / "data"), str(settings)],
                stdin=subprocess.PIPE, stdout=output, stderr=output,
            )  # fmt: skip
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                said = (self.home / "output.txt").read_text()[-2000:]
                raise RuntimeError(f"Neo4j did not start:\n{said}")
            time.sleep(0.2)

    def kill(self) -> None:
        """End it at once, as a power cut would (kill -9)."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._end()

    def stop(self) -> None:
        """End it in good order."""
        if self._process is not None:
            self._process.terminate()
            self._end()

    def _end(self) -> None:
        assert self._process is not None
        self._process.wait(60)
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process = None

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            # Data kept from before has it already.
            if not self._has_password and not self._lets_in():
                with neo4j.GraphDatabase.driver(self.address, auth=("neo4j", "neo4j")) as driver:
                    driver.execute_query(
                        "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new",
                        new=self.password, database_="system",
                    )  # fmt: skip
            self._has_password = self._lets_in()
        except (OSError, neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
            return False
        return self._has_password

    def _lets_in(self) -> bool:
        auth = ("neo4j", self.password)
        with neo4j.GraphDatabase.driver(self.address, auth=auth) as driver:
            try:
                driver.execute_query("RETURN 1")
            except neo4j.exceptions.AuthError:
                return False
        return True


def named_server() -> tuple[str, dict[str, str]] | None:
    """The server that LEDWERK_TEST_NEO4J names, with its user and password, or None."""
    address = os.environ.get("LEDWERK_TEST_NEO4J")
    if not address:
        return None
    keys = ("LEDWERK_NEO4J_USER", "LEDWERK_NEO4J_PASSWORD", "LEDWERK_NEO4J_DATABASE")
    return address, {key: os.environ[key] for key in keys if key in os.environ}


def empty(address: str, environment: dict[str, str]) -> None:
    """Forget everything in the graph; constraints and indexes stay."""
    auth = (environment["LEDWERK_NEO4J_USER"], environment["LEDWERK_NEO4J_PASSWORD"])
    with neo4j.GraphDatabase.driver(address, auth=auth) as driver, driver.session() as session:
        query = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
        session.run(query).consume()
