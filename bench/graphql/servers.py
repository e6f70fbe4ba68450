"""The servers that are compared, each a process of its own, started when first asked for.

Ours on the embedded store, ours on Neo4j, and the peer on that same Neo4j with indexes of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path

import neo4j
from filling import fill
from tests.http.service import Service, at_rest, served
from tests.neo4j import server as neo4j_server

HERE = Path(__file__).parent
PEER = HERE / "peer"
PEER_NAME = "@neo4j/graphql"
PEER_STOP_SECONDS = 20

# What serves the peer's questions. `id` is unique in the drawn graph, which is an index as well.
PEER_INDEXES = (
    "CREATE INDEX peer_list FOR (n:Organisation) ON (n.helix, n.sme, n.name)",
    "CREATE FULLTEXT INDEX peer_names FOR (n:Organisation) ON EACH [n.name]",
    "CALL db.awaitIndexes(300)",
)


def wanting() -> str | None:
    """What is to be installed before anything can be measured, or None."""
    for tool, package in (("wrk", "wrk"), ("node", "nodejs npm")):
        if shutil.which(tool) is None:
            return f"{tool} is missing: sudo apt install {package}"
    version = subprocess.run(["node", "--version"], check=True, stdout=subprocess.PIPE, text=True)
    if int(version.stdout.strip().lstrip("v").partition(".")[0]) < 20:
        return f"Node.js 20 or newer is needed; this is {version.stdout.strip()}"
    if not (PEER / "node_modules" / ".ready").exists():
        return "the peer is not fetched yet: make node-packages"
    return neo4j_server.reason_not_to_start()


def peer_version() -> str:
    """The peer's name and the version that is installed."""
    package = PEER / "node_modules" / PEER_NAME / "package.json"
    return f"{PEER_NAME} {json.loads(package.read_text())['version']}"


class Servers:
    """The servers and the graphs that they stand on; each ends with `ending`."""

    def __init__(self, folder: Path, ending: ExitStack) -> None:
        self._folder = folder
        self._ending = ending

    @cached_property
    def embedded(self) -> Service:
        """Ours on the embedded store."""
        return self.embedded_of(1)

    def embedded_of(self, times: int) -> Service:
        """A process of its own on the embedded store with a network so many times as large."""
        file = self._folder / f"{times}.sqlite"
        if not file.exists():
            say(f"filling an embedded store, {times} times the network")
            fill(f"sqlite:{file}", times)
        return self._ours(f"sqlite:{file}", {})

    @cached_property
    def neo4j(self) -> Service:
        """Ours on Neo4j."""
        return self._ours(self._graph.address, self._graph.environment)

    @cached_property
    def peer(self) -> str:
        """Where the peer takes questions."""
        say(f"starting {peer_version()}")
        return self._ending.enter_context(_peer(self._graph))

    @cached_property
    def _graph(self) -> neo4j_server.Server:
        say("starting Neo4j and filling it")
        graph = neo4j_server.Server(self._folder / "neo4j", heap="4g")
        graph.start()
        self._ending.callback(graph.stop)
        try:
            fill(graph.address, 1, graph.environment)
        except subprocess.CalledProcessError as error:
            said = (graph.home / "output.txt").read_text()[-2000:]
            raise RuntimeError(f"Neo4j could not be filled; it said:\n{said}") from error
        auth = ("neo4j", graph.password)
        with neo4j.GraphDatabase.driver(graph.address, auth=auth) as driver:
            for statement in PEER_INDEXES:
                driver.execute_query(statement)
        return graph

    def _ours(self, address: str, environment: dict[str, str]) -> Service:
        say(f"starting ledwerk on {address}")
        service = self._ending.enter_context(served(address, environment))
        # It starts other processes and draws its page after starting, which must not fall into
        # what is measured.
        with urllib.request.urlopen(service.address, timeout=600) as page:
            page.read()
        at_rest(service.pid)
        return service


def say(text: str) -> None:
    """Tell whoever waits what is happening."""
    print(text, file=sys.stderr, flush=True)


@contextmanager
def _peer(graph: neo4j_server.Server) -> Iterator[str]:
    environment = {"PEER_NEO4J": graph.address, "NODE_ENV": "production", **graph.environment}
    process = subprocess.Popen(
        ["node", str(PEER / "server.mjs")],
        env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        url = process.stdout.readline().strip()
        if not url:
            raise RuntimeError(f"the peer ended with code {process.wait()} before it answered")
        yield url
    finally:
        process.terminate()
        try:
            process.wait(PEER_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
