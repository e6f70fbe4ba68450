"""Loading Horizon 2020 into Neo4j, against UNWIND batches of the rows finally written.

The peer has those rows in memory and sends them, by hand-written statements, in one transaction to
the same server with the same constraints and indexes. Ours reads the files, maps, checks and
resolves first. Both begin with an empty graph; runs are interleaved.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import neo4j  # noqa: E402 - the project's folder is no package
from load import DATA, MOST_MEMORY, Cost, load_files  # noqa: E402
from tests.neo4j import server  # noqa: E402

from ledwerk.graph import neo4j_store  # noqa: E402

RUNS = 3

Batch = tuple[str, list[Any]]


@contextmanager
def running_server(folder: Path) -> Iterator[server.Server]:
    """A server with memory for the whole of it in one transaction."""
    started = server.Server(folder, heap="6g")
    started.start()
    try:
        yield started
    finally:
        started.stop()


def recorded(address: str, file: Path) -> Cost:
    """The batches that a load writes, into a file; that load warms the server as well."""
    batches: list[Batch] = []
    runner = neo4j_store._runner  # noqa: SLF001 - what goes through it is what is written

    def recording(tx: neo4j.Transaction) -> Any:
        run = runner(tx)

        def taken(text: str, **values: Any) -> Iterable[Sequence[Any]]:
            if "rows" in values:
                batches.append((text, list(values["rows"])))  # it forgets them
            return run(text, **values)

        return taken

    with patch.object(neo4j_store, "_runner", recording):
        cost = load_files(address)
    file.write_bytes(pickle.dumps(batches))
    return cost


def send_rows(address: str, file: Path) -> Cost:
    """The peer: the rows themselves, from memory, in one transaction."""
    batches: list[Batch] = pickle.loads(file.read_bytes())  # noqa: S301 - written by `recorded`
    auth = (os.environ["LEDWERK_NEO4J_USER"], os.environ["LEDWERK_NEO4J_PASSWORD"])
    start = time.perf_counter()
    with (
        neo4j.GraphDatabase.driver(address, auth=auth) as driver,
        driver.session() as session,
        session.begin_transaction() as tx,
    ):
        for text, rows in batches:
            tx.run(text, rows=rows).consume()
        tx.commit()
    return {"seconds": time.perf_counter() - start}


def apart(*arguments: str) -> Cost:
    """One run in a fresh process, on an empty graph."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    cost: Cost = json.loads(done.stdout.splitlines()[-1])
    return cost


def compared(folder: Path) -> Iterator[dict[str, Any]]:
    """The lines that are printed."""
    rows = folder / "rows.pickle"
    pairs = []
    with running_server(folder / "neo4j") as at:
        os.environ.update(at.environment)
        # In a process of its own as well: a child's figure of memory begins with its parent's.
        apart("record", at.address, str(rows))
        for _ in range(RUNS):
            server.empty(at.address, at.environment)
            ours = apart("ours", at.address)
            server.empty(at.address, at.environment)
            pairs.append((ours, apart("peer", at.address, str(rows))))
    seconds = [median(cost["seconds"] for cost in side) for side in zip(*pairs, strict=True)]
    against = {
        "peer": "UNWIND batches of the rows finally written, from memory, same constraints",
        "seconds": round(seconds[1], 1),
        "ours": round(seconds[0], 1),
        "runs": RUNS,
        "from": "files, each run a fresh process",
    }
    ratio = median(ours["seconds"] / peer["seconds"] for ours, peer in pairs)
    yield {"name": "load/neo4j/rows", "value": round(ratio, 2), "unit": "times", "against": against}
    most = round(max(ours["memory"] for ours, _ in pairs))
    yield {
        "name": "load/neo4j/memory", "value": most, "unit": "MB", "against": {"most": MOST_MEMORY}
    }  # fmt: skip


def main() -> None:
    """Print one JSON object a line."""
    if len(sys.argv) > 1:
        side, address, *files = sys.argv[1:]
        sides = {"record": recorded, "peer": send_rows}
        cost = load_files(address) if side == "ours" else sides[side](address, Path(files[0]))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({**cost, "memory": memory}))
        return
    missing = None if DATA.is_dir() else f"{DATA.relative_to(ROOT.parent)} is not there"
    reason = missing or server.reason_not_to_start()
    if reason:
        line = {"name": "load/neo4j/rows", "value": None, "unit": "times"}
        print(json.dumps({**line, "against": {"skipped": reason}}))
        return
    with tempfile.TemporaryDirectory(prefix="ledwerk-bench-") as folder:
        for line in compared(Path(folder)):
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
