"""What it costs to load H2020 from its files, beside putting the rows in that come out of it.

Each side runs in a process of its own, one after the other, several times; the value is the median
of the ratios of the pairs. The clock runs from opening the store to closing it, without starting
Python. Ours reads the files, checks, resolves and writes; the peer has the rows of every table in
memory already and inserts them, table by table, with the same indexes and the same settings.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "h2020"
RUNS = 5
MOST_MEMORY = 600  # MB

Cost = dict[str, float]
Rows = dict[str, tuple[Sequence[str], list[Sequence[Any]]]]


@dataclass(frozen=True, slots=True)
class Contest:
    """A kind of store: how ours loads into it, and how the peer does, each at an address."""

    name: str
    ours: Callable[[str], Cost]
    peer: Callable[[str, Rows], Cost]


def load_files(address: str) -> Cost:
    """Ours: from the files to the committed graph."""
    from ledwerk.graph.opening import open_store
    from ledwerk.loaders.mapping import find_mapping
    from ledwerk.loaders.run import check_mapped, load
    from ledwerk.schema.model import MODEL

    start = time.perf_counter()
    with closing(open_store(address)) as store:
        load(store, check_mapped(MODEL, [DATA], find_mapping("h2020"), store))
    return {"seconds": time.perf_counter() - start}


def rows_written(file: Path) -> Rows:
    """Every row of every table of a loaded file, read into memory: what a peer puts in."""
    import sqlite3

    columns = {"text_index": "rowid, name, aliases, body, name_stems, body_stems"}
    tables = (
        "node", "relation", "name", "text_index", "membership", "participation", "statement",
        "event", "revision",
    )  # fmt: skip
    found: Rows = {}
    with closing(sqlite3.connect(file)) as db:
        for table in tables:
            query = f"SELECT {columns.get(table, '*')} FROM {table}"  # noqa: S608  no name from outside
            cursor = db.execute(query)
            found[table] = ([name for name, *_ in cursor.description], cursor.fetchall())
    return found


def insert_into_file(address: str, rows: Rows) -> Cost:
    """The embedded store's peer: the driver's `executemany`, in one transaction."""
    from ledwerk.graph.sqlite_connect import connect
    from ledwerk.graph.sqlite_tables import ddl
    from ledwerk.schema.model import MODEL

    start = time.perf_counter()
    with closing(connect(address.removeprefix("sqlite:"), writer=True)) as db:
        db.execute("BEGIN IMMEDIATE")
        for statement in ddl(MODEL):
            db.execute(statement)
        for table, (columns, cells) in rows.items():
            names = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" for _ in columns)
            insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  as above
            db.executemany(insert, cells)
        db.execute("COMMIT")
    return {"seconds": time.perf_counter() - start}


# Another kind of store is one more line here: its address in `addresses`, and a peer that gets the
# same rows as the embedded store's.
CONTESTS = (Contest("sqlite", load_files, insert_into_file),)


def addresses(name: str, folder: Path) -> Iterator[str]:
    """An address of an empty store for each run."""
    number = 0
    while True:
        number += 1
        yield f"{name}:{folder / f'{number}.sqlite'}"


def one(side: str, name: str, address: str, finished: str) -> Cost:
    """One run, in the process that it is measured in."""
    contest = next(contest for contest in CONTESTS if contest.name == name)
    cost = (
        contest.ours(address)
        if side == "ours"
        else contest.peer(address, rows_written(Path(finished)))
    )
    return {**cost, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def apart(*arguments: str) -> Cost:
    """The same in a fresh process; this one stays small, as memory is inherited in the figures."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    cost: Cost = json.loads(done.stdout.splitlines()[-1])
    return cost


def compared(contest: Contest, folder: Path) -> Iterator[dict[str, Any]]:
    """The lines that a contest prints."""
    finished = folder / "finished.sqlite"
    apart("ours", "sqlite", f"sqlite:{finished}", "")
    free = addresses(contest.name, folder)
    pairs = []
    for _ in range(RUNS):
        ours = apart("ours", contest.name, next(free), "")
        pairs.append((ours, apart("peer", contest.name, next(free), str(finished))))
        for used in folder.glob("[0-9]*"):
            used.unlink()
    seconds = [median(cost["seconds"] for cost in side) for side in zip(*pairs, strict=True)]
    ratio = median(ours["seconds"] / peer["seconds"] for ours, peer in pairs)
    yield {
        "name": f"load/{contest.name}/rows",
        "value": round(ratio, 2),
        "unit": "times",
        "against": {
            "peer": "executemany of the rows finally written, from memory, same indexes",
            "seconds": round(seconds[1], 2),
            "ours": round(seconds[0], 2),
            "runs": RUNS,
            "from": "files, each run a fresh process",
        },
    }
    yield {
        "name": f"load/{contest.name}/memory",
        "value": round(max(ours["memory"] for ours, _ in pairs)),
        "unit": "MB",
        "against": {"most": MOST_MEMORY},
    }


def main() -> None:
    """Print one JSON object a line."""
    if len(sys.argv) > 1:
        print(json.dumps(one(*sys.argv[1:])))
        return
    for contest in CONTESTS:
        if not DATA.is_dir():
            why = {"skipped": f"{DATA.relative_to(ROOT.parent)} is not there"}
            name = f"load/{contest.name}/rows"
            print(json.dumps({"name": name, "value": None, "unit": "times", "against": why}))
            continue
        with tempfile.TemporaryDirectory() as folder:
            for line in compared(contest, Path(folder)):
                print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
