"""Every test of this folder runs on both stores: the embedded one and a real Neo4j."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import LED, asker, missing
from tests.neo4j import server

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

Ask = Callable[..., Any]


@dataclass
class Ground:
    """Where one kind of store is tried: gives empty stores, and one with the LED network."""

    kind: str
    folder: Path
    address: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    _led: Store | None = None
    _ask: Ask | None = None
    _holds_led: bool = False
    _stores: int = 0

    def open(self, **options: Any) -> Store:
        """A store on the same graph."""
        if self.kind == "neo4j":
            return open_store(self.address, environment=self.environment, **options)
        return open_store(f"sqlite:{self.folder / f'store-{self._stores}.sqlite'}", **options)

    def empty(self) -> None:
        """The next store that is opened is empty."""
        self._stores += 1
        if self.kind == "neo4j":
            self._holds_led = False
            server.empty(self.address, self.environment)

    def led(self) -> Store:
        """The LED network, loaded again if another test emptied the graph."""
        if self._led is None:
            path = f"sqlite:{self.folder / 'led.sqlite'}"
            self._led = self.open() if self.kind == "neo4j" else open_store(path)
            self._ask = asker(self._led)
        if not self._holds_led:
            if self.kind == "neo4j":
                server.empty(self.address, self.environment)
            load(self._led, check(MODEL, LED, self._led))
            self._holds_led = True
        return self._led

    def ask(self) -> Ask:
        """Asks GraphQL of the LED network."""
        self.led()
        assert self._ask is not None
        return self._ask

    def close(self) -> None:
        """Let go of the LED network."""
        if self._led is not None:
            self._led.close()


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a real Neo4j, and the user and password for it."""
    named = server.named_server()
    if named is not None:
        yield named
        return
    reason = server.reason_not_to_start()
    if reason:
        missing(reason)
    started = server.Server(tmp_path_factory.mktemp("neo4j"))
    started.start()
    yield started.address, started.environment
    started.stop()


@pytest.fixture(scope="session")
def grounds(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Callable[[str], Ground]]:
    """Makes each ground once."""
    made: dict[str, Ground] = {}

    def ground(kind: str) -> Ground:
        if kind not in made:
            made[kind] = Ground(kind, tmp_path_factory.mktemp(kind))
            if kind == "neo4j":
                address, environment = request.getfixturevalue("neo4j_server")
                made[kind].address, made[kind].environment = address, environment
        return made[kind]

    yield ground
    for one in made.values():
        one.close()


@pytest.fixture(params=["sqlite", "neo4j"])
def ground(request: pytest.FixtureRequest, grounds: Callable[[str], Ground]) -> Ground:
    """The ground that a test runs on: each in turn."""
    return grounds(request.param)


@pytest.fixture
def store(ground: Ground) -> Iterator[Store]:
    """An empty store."""
    ground.empty()
    made = ground.open()
    yield made
    made.close()


@pytest.fixture
def led(ground: Ground) -> Store:
    """A store with the LED network."""
    return ground.led()


@pytest.fixture
def ask(ground: Ground) -> Ask:
    """Asks GraphQL of the LED network."""
    return ground.ask()
