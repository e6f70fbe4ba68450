"""What may go wrong around a Neo4j server: it is away, it dies, we die; nothing is lost or halved.

On a server of its own, which is killed as by a power cut and started again on the same port.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.conftest import LED, ROOT, missing
from tests.contract.making import ask, link, listed, node, put, tally
from tests.neo4j import server as neo4j_server

from ledwerk.api.app import create_app
from ledwerk.graph import neo4j_store, neo4j_warning
from ledwerk.graph import plan as p
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Outcome, Store
from ledwerk.schema.errors import StoreError, StoreUnavailable
from ledwerk.schema.statements import Statement

LIMIT = 10.0  # seconds that a question may take
MARGIN = 2.5
LEDWERK = str(Path(sys.executable).parent / "ledwerk")


ALL = (1520, 1500)  # nodes and relations of `rows`


def rows(count: int = 1500) -> list[Statement]:
    """Organisations in projects: two rows each."""
    made = [node(f"project:{i}", name=f"P {i}") for i in range(20)]
    for i in range(count):
        key = f"organisation:{i:05}"
        made.append(node(key, name=f"Org {i}", helix="industry", description_nl=f"Tekst {i}"))
        made.append(link("PARTNER_IN", key, f"project:{i % 20}", role="lead"))
    return made


@dataclass
class Ground:
    """The server, and what is opened on it."""

    server: neo4j_server.Server

    @contextmanager
    def store(self, **options: Any) -> Iterator[Store]:
        """A store on it, which need not be there."""
        environment = options.pop("environment", self.server.environment)
        made = open_store(self.server.address, environment=environment, time_limit=LIMIT, **options)
        try:
            yield made
        finally:
            made.close()

    def empty(self) -> None:
        """Forget everything."""
        neo4j_server.empty(self.server.address, self.server.environment)

    def restart(self) -> None:
        """Kill it, and start it on the same port."""
        self.server.kill()
        self.server.start()

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command line on it."""
        known = {**os.environ, **self.server.environment, **environment}
        return subprocess.run(
            [LEDWERK, *arguments, "--store", self.server.address],
            env=known, cwd=ROOT, text=True, capture_output=True, check=False, timeout=60,
        )  # fmt: skip


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """A server that is not started yet: the first tests are about that."""
    reason = neo4j_server.reason_not_to_start()
    if reason:
        missing(reason)
    made = Ground(neo4j_server.Server(tmp_path_factory.mktemp("faults"), heap="1g"))
    yield made
    if _running(made):
        made.server.kill()  # quicker; nobody wants its data


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one clean load gives, on the embedded store; the contract says it is the same."""
    store = open_store(f"sqlite:{tmp_path_factory.mktemp('clean') / 'clean.sqlite'}")
    put(store, *rows())
    found = _everything(store)
    store.close()
    return found


def _everything(store: Store) -> dict[str, Any]:
    """The history, and what is drawn of it; few questions, since a cold server plans each anew."""
    nodes = listed(("Organisation", "Project"), "id", "name", "helix", "description_nl")
    return {
        "told": [(one.number, one.dataset) for one in store.revisions()],
        "events": [(one.revision, one.sign, one.statement.digest) for one in store.events()],
        "statements": list(store.statements()),
        "nodes": ask(store, nodes),
        "steps": sorted(asyncio.run(store.walks(["PARTNER_IN"])).steps),
        "names": sorted(asyncio.run(store.names())),
        "tally": tally(store),
    }


def _started(ground: Ground) -> None:
    if not _running(ground):
        ground.server.start()


def _running(ground: Ground) -> bool:
    return ground.server._process is not None


def _settles(store: Store, seconds: float = 40.0) -> tuple[int, int]:
    """How many nodes and relations there are, once it can be said."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return tally(store)
        except StoreUnavailable:
            assert time.monotonic() < deadline


# -- away ------------------------------------------------------------------------------------------


def test_a_service_starts_before_its_server_and_needs_no_restart(ground: Ground) -> None:
    assert not _running(ground)
    # One field: of several, the others are cancelled with the first that fails, and the driver
    # then leaves a socket that was being opened to the garbage collector.
    question = {"query": "{ revision }"}
    with ground.store() as store:
        client = TestClient(create_app(store), base_url="http://127.0.0.1:8000")
        assert client.get("/health/live").status_code == 200
        ready = client.get("/health/ready")
        assert (ready.status_code, ready.json()["status"]) == (503, "not ready")
        assert "does not answer" in ready.json()["reason"]
        since = time.monotonic()
        (error,) = client.post("/graphql", json=question).json()["errors"]
        assert time.monotonic() - since < LIMIT + MARGIN
        assert error["extensions"]["code"] == "STORE_UNAVAILABLE"
        assert ground.server.address in error["message"]
        assert client.get("/").status_code == 503
        assert client.get("/health/live").status_code == 200
        _load_fails_at_once(ground)
        ground.server.start()
        assert client.get("/health/ready").json() == {"status": "ready", "revision": 0}
        assert client.post("/graphql", json=question).json()["data"]["revision"] == 0
        put(store, *rows(10))
        assert client.post("/graphql", json=_COUNTS).json()["data"]["statistics"]["nodes"]
        assert client.post("/graphql", json=question).json()["data"]["revision"] == 1


_COUNTS = {"query": "{ statistics { nodes { kind count } } }"}


def _load_fails_at_once(ground: Ground) -> None:
    since = time.monotonic()
    done = ground.run("load", str(LED))
    assert time.monotonic() - since < 15
    assert done.returncode == 1
    assert _one_line(done).startswith("ledwerk: ")
    assert "does not answer" in done.stderr
    assert ground.server.password not in done.stderr + done.stdout


def _one_line(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that a command says; where a store is named it says nothing else."""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return lines[0]


def test_a_wrong_password_is_one_clear_line(ground: Ground) -> None:
    _started(ground)
    wrong = "geheim-en-fout"
    done = ground.run("load", str(LED), LEDWERK_NEO4J_USER="nobody", LEDWERK_NEO4J_PASSWORD=wrong)
    assert done.returncode == 1
    assert "does not let in nobody" in _one_line(done)
    assert "LEDWERK_NEO4J_PASSWORD" in done.stderr
    assert wrong not in done.stderr + done.stdout
    access = {"LEDWERK_NEO4J_USER": "nobody", "LEDWERK_NEO4J_PASSWORD": wrong}
    with ground.store(environment=access) as store:
        for work in (
            lambda: tally(store), lambda: put(store, *rows(1)), lambda: list(store.statements()),
        ):  # fmt: skip
            with pytest.raises(StoreError, match="does not let in nobody") as caught:
                work()
            assert not isinstance(caught.value, StoreUnavailable)
            assert wrong not in _all_told(caught.value)
        assert wrong not in repr(store) + str(vars(store))


def _all_told(error: BaseException | None) -> str:
    """The messages of an error and of everything that caused it."""
    told = ""
    while error is not None:
        told += f"{error!s} {error!r}"
        error = error.__cause__ or error.__context__
    return told


def test_an_unknown_database_is_one_clear_line(ground: Ground) -> None:
    _started(ground)
    done = ground.run("load", str(LED), LEDWERK_NEO4J_DATABASE="nergens")
    assert done.returncode == 1
    assert "no database 'nergens'" in _one_line(done)
    environment = {**ground.server.environment, "LEDWERK_NEO4J_DATABASE": "nergens"}
    with ground.store(environment=environment) as store:
        with pytest.raises(StoreError, match="no database 'nergens'"):
            tally(store)
        with pytest.raises(StoreError, match="no database 'nergens'"):
            put(store, *rows(1))


# -- we are killed ---------------------------------------------------------------------------------

_LOADING = """
import sys, time
from ledwerk.graph import neo4j_warning
from ledwerk.graph.opening import open_store
from tests.contract.making import change
from tests.neo4j.test_faults import rows
neo4j_warning._SECONDS = 3
give = neo4j_warning.CommitWarning.give
def giving(warning):
    give(warning)
    print("committing", flush=True)
neo4j_warning.CommitWarning.give = giving
store = open_store(sys.argv[1])
wanted = change(*rows())
known = store.difference(wanted)
print("loading", flush=True)
store.commit(wanted, known)
print("done", flush=True)
"""


@pytest.mark.parametrize(
    ("moment", "delay"),
    [("loading", 0.5), ("committing", 0.0), ("committing", 0.06)],
)
def test_a_killed_load_leaves_nothing_or_everything(
    ground: Ground, clean: dict[str, Any], moment: str, delay: float
) -> None:
    _started(ground)
    ground.empty()
    roots = os.pathsep.join([str(ROOT), *(str(ROOT / room) for room in _ROOMS)])
    process = subprocess.Popen(
        [sys.executable, "-c", _LOADING, ground.server.address],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, **ground.server.environment, "PYTHONPATH": roots},
    )  # fmt: skip
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == moment:
            break
    time.sleep(delay)
    process.kill()
    process.communicate()
    with ground.store() as store:
        found = _settles(store)
        assert found in {(0, 0), ALL}
        assert put(store, *rows()).revision == 1
        assert _everything(store) == clean


_ROOMS = ("graph", "schema", "api", "loaders", "viz")


# -- the server is killed --------------------------------------------------------------------------


@contextmanager
def _watched(store: Store) -> Iterator[list[Any]]:
    """What a reader sees meanwhile: how much is there, while anybody answers."""
    seen: list[Any] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            try:
                seen.append(tally(store))
            except StoreError:  # away, or too slow while it gets up
                time.sleep(0.1)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join()


def _while_loading(ground: Ground, store: Store, when: Callable[[], None]) -> Future[Outcome]:
    """Load in a thread, and kill and start the server at a moment."""
    with ThreadPoolExecutor(1) as pool:
        loading = pool.submit(put, store, *rows())
        when()
        ground.restart()
        loading.exception(90)
        return loading


def test_a_server_killed_while_a_load_writes(ground: Ground, clean: dict[str, Any]) -> None:
    _started(ground)
    ground.empty()
    delay = random.uniform(0.2, 2.0)
    with ground.store() as store, _watched(store) as seen:
        loading = _while_loading(ground, store, lambda: time.sleep(delay))
        if isinstance(loading.exception(), StoreUnavailable):  # killed before it began to write
            put(store, *rows())
        assert asyncio.run(store.revision()) == 1, f"killed after {delay}"
        assert set(seen) <= {(0, 0), ALL}
        assert _everything(store) == clean


def test_a_server_killed_while_a_load_is_committed(
    ground: Ground, clean: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it came through is not known then: the load looks, and goes on from there."""
    _started(ground)
    ground.empty()
    committing = threading.Event()
    give = neo4j_warning.CommitWarning.give

    def giving(warning: neo4j_warning.CommitWarning) -> None:
        give(warning)
        committing.set()

    monkeypatch.setattr(neo4j_warning.CommitWarning, "give", giving)
    with ground.store() as store:
        loading = _while_loading(ground, store, lambda: _just_after(committing, 0.05))
        assert loading.result().revision == 1
        assert _everything(store) == clean


def _just_after(event: threading.Event, seconds: float) -> None:
    assert event.wait(60)
    time.sleep(seconds)


def test_a_server_that_stays_away_is_one_clear_error(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And reading goes on by itself when it is back: each of many questions is answered or not."""
    _started(ground)
    monkeypatch.setattr(neo4j_store, "_RETRY_SECONDS", 1.0)
    with ground.store() as store:
        put(store, *rows())  # as the tests before leave it
        plans = _questions()
        right = [ask(store, plan) for plan in plans]
        with ThreadPoolExecutor(1) as pool:
            loading = pool.submit(put, store, *rows(3000), dataset="more")
            killing = threading.Timer(0.4, ground.server.kill)
            killing.start()
            answers = asyncio.run(_many(store, plans))
            killing.join()
            with pytest.raises(StoreUnavailable, match="does not answer"):
                loading.result(30)
        _right_or_away(answers, right)
        ground.server.start()
        assert [ask(store, plan) for plan in plans] == right
        assert (store.datasets(), tally(store)) == (["d"], ALL)


def _questions() -> Sequence[p.Plan]:
    step = p.Step("participation", "PARTNER_IN", outgoing=False, to=("Organisation",))
    hop = p.Hop("by", step, p.Connection((p.Total("total"),), p.Page(1)))
    shape = p.Shape((((), (p.Leaf("name", "name"), hop)),))
    return (
        p.Tally(),
        p.Find(p.OfKinds(("Project",)), p.ListOf(shape)),
        p.Find(
            p.Matching("org 4", ("Organisation",)),
            p.ListOf(p.Shape((((), shape.branches[0][1][:1]),))),
        ),
    )


async def _many(store: Store, plans: Sequence[p.Plan]) -> list[tuple[int, Any, float]]:
    """Two hundred questions at once: which, its answer or error, and how long it took."""

    async def one(number: int) -> tuple[int, Any, float]:
        since = time.monotonic()
        try:
            answer = await store.answer(plans[number % len(plans)])
        except StoreUnavailable as error:
            answer = error
        return number % len(plans), answer, time.monotonic() - since

    return await asyncio.gather(*(one(number) for number in range(200)))


def _right_or_away(answers: Sequence[tuple[int, Any, float]], right: Sequence[Any]) -> None:
    assert len(answers) == 200
    away = [answer for _, answer, _ in answers if isinstance(answer, StoreUnavailable)]
    assert away, "it was killed too late to be noticed"
    for number, answer, seconds in answers:
        assert isinstance(answer, StoreUnavailable) or answer == right[number]
        assert seconds < LIMIT + MARGIN


def test_a_server_starts_again_on_data_kept_from_before(tmp_path: Path) -> None:
    """As `make run STORE=neo4j` does the second time: another process, the password from before."""
    if reason := neo4j_server.reason_not_to_start():
        missing(reason)
    password = neo4j_server.Server(tmp_path).password
    for _ in range(2):
        started = neo4j_server.Server(tmp_path, password=password)
        started.start()
        started.stop()
