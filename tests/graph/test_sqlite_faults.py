"""A loading process may be killed at any moment: its load then happened whole or not at all."""

from __future__ import annotations

import os
import pickle
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import pytest

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Change
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, relation_key, said

KILLS = 50  # for each of the two ways of loading
PARTIES, PROJECTS = 1_500, 750
ROOTS = os.pathsep.join(
    str(Path(__file__).parents[2] / room) for room in ("graph", "schema", "api", "loaders", "viz")
)

_LOADING = """
import pickle, sys
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Change
with open(sys.argv[2], "rb") as file:
    statements = pickle.load(file)
store = open_store(sys.argv[1])
print("ready", flush=True)
change = Change("d", statements, "loader", why=sys.argv[3])
store.commit(change, store.difference(change))
print("done", flush=True)
sys.stdin.read()
"""


def world(version: str) -> Iterator[Statement]:
    """Parties in projects; each version says everything a little otherwise."""
    kind = MODEL.relation("PARTNER_IN")
    for number in range(PARTIES):
        party, project = f"organisation:o{number}", f"project:p{number % PROJECTS}"
        name = said({"name": f"Party {number}"})
        yield Statement("d", "Organisation", party, name, cited="source:s", note=version)
        key = relation_key(kind, party, project, {})
        yield Statement("d", kind.name, key, (), party, project, "source:s", note=version)
    for number in range(PROJECTS):
        budget = said({"budget": float(version)})
        yield Statement("d", "Project", f"project:p{number}", budget, cited="source:s")


class Bench:
    """One file that processes load into, and what each version says."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "killed.sqlite"
        self.said = {version: list(world(version)) for version in "12"}
        self.sources = {version: folder / f"{version}.pickle" for version in "12"}
        for version, rows in self.said.items():
            self.sources[version].write_bytes(pickle.dumps(rows))

    def load(self, version: str, delay: float | None = None) -> float:
        """Load a version in a process of its own, killed after a while; the seconds it took."""
        command = [sys.executable, "-c", _LOADING, f"sqlite:{self.file}",
                   str(self.sources[version]), version]  # fmt: skip
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": ROOTS},
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            start = time.perf_counter()
            if delay is None:
                assert process.stdout.readline() == "done\n"
            else:
                time.sleep(delay)
            seconds = time.perf_counter() - start
            process.kill()
        return seconds

    def holds(self) -> str:
        """The version that the file holds, whole in every table; nothing for an empty one."""
        with closing(sqlite3.connect(self.file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            (version,) = db.execute("SELECT max(why) FROM revision WHERE number = "
                                    "(SELECT max(number) FROM revision)").fetchone()  # fmt: skip
            counts = {
                table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("node", "relation", "name", "participation")
            }
            budgets = db.execute("SELECT DISTINCT budget FROM node WHERE budget > 0").fetchall()
        if version is None:
            assert set(counts.values()) == {0}
            return ""
        nodes = PARTIES + PROJECTS
        assert counts == {
            "node": nodes, "relation": PARTIES, "name": nodes, "participation": PARTIES,
        }  # fmt: skip
        assert budgets == [(float(version),)]
        with closing(open_store(f"sqlite:{self.file}")) as store:
            assert set(store.statements()) == set(self.said[version])
        return str(version)

    def forget(self) -> None:
        """Begin with no file at all."""
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.file}{suffix}").unlink(missing_ok=True)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def delays(bench: Bench, versions: str) -> Iterator[float]:
    """Moments spread over a whole load and a little beyond, the same ones on every run."""
    usual = median(bench.load(version) for version in versions)
    chance = random.Random(2016)
    slots = [(slot + chance.random()) / KILLS for slot in range(KILLS)]
    chance.shuffle(slots)
    return (1.1 * usual * slot for slot in slots)


def test_a_first_load_killed(bench: Bench) -> None:
    """Into an empty store, where tables are without their indexes for a while."""
    found = []
    for delay in list(delays(bench, "1")):
        if found[-1:] != [""]:
            bench.forget()
        bench.load("1", delay)
        found.append(bench.holds())
    assert set(found) == {"", "1"}, "no kill came before, or none after, the end of a load"
    bench.load("1")
    assert bench.holds() == "1"


def test_a_load_over_another_killed(bench: Bench) -> None:
    """Over what the dataset said before, whichever version the last process left."""
    found = []
    holds = "1"
    for delay in list(delays(bench, "121")):
        before = holds
        bench.load("2" if before == "1" else "1", delay)
        holds = bench.holds()
        found.append(holds != before)
    assert set(found) == {True, False}, "no kill came before, or none after, the end of a load"
    bench.load("1")
    bench.load("2")
    assert bench.holds() == "2"
    with closing(open_store(f"sqlite:{bench.file}")) as store:
        assert store.commit(Change("d", bench.said["2"], "loader")).difference.empty
