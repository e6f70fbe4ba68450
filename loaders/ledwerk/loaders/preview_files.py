"""A file that somebody hands in, read in a process of its own.

It may be broken or made to do harm: a few kilobytes can unpack to more than a machine has. What
reads it may use so much memory and time and no more; when it ends otherwise than it should, the
file is said to be unreadable, and nothing else is touched.

`python -m ledwerk.loaders.preview_files FILE` writes what it read as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from ledwerk.loaders.readers import Reading, Table, read_tables
from ledwerk.schema.errors import Problem

ENDINGS = (".xlsx", ".ods", ".csv", ".zip")
MOST_ROWS = 20_000  # of a file; larger ones are loaded by the command line
MOST_UNPACKED = 128 * 2**20
_MOST_FILES = 100
_MOST_MEMORY = 2 * 2**30
_MOST_SECONDS = 60
_DESCRIPTOR = "datapackage.json"

_UNREADABLE = (
    "cannot be read; it is damaged, or unpacks to more than fits. Open it in a spreadsheet and "
    "save it anew"
)
_TOO_MANY = "{:,} rows; at most {:,} are taken here. Load a larger file with: ledwerk load FILE"


def read_apart(file: Path, *, seconds: float = _MOST_SECONDS) -> Reading:
    """The tables of a file, whatever is in it; what is wrong with it is among the problems."""
    command = [sys.executable, "-m", "ledwerk.loaders.preview_files", str(file)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file's path is its argument
            command, capture_output=True, timeout=seconds, check=False
        )
        found = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        found = None
    if found is None:
        return Reading(problems=[Problem(file.name, None, None, _UNREADABLE)])
    return from_json(found)


def read_here(file: Path) -> Reading:
    """The same in this process: for files that are known to be harmless."""
    if file.suffix not in ENDINGS:
        right = ", ".join(ENDINGS)
        message = f"not a kind of file that can be read here; give one of {right}"
        return Reading(problems=[Problem(file.name, None, None, message)])
    if file.suffix == ".csv":
        return _counted(file.name, read_tables(file))
    trouble = _packed_trouble(file)
    if trouble:
        return Reading(problems=[Problem(file.name, None, None, trouble)])
    if file.suffix != ".zip":
        return _counted(file.name, read_tables(file))
    with tempfile.TemporaryDirectory() as folder:
        return _counted(file.name, _read_zip(file, Path(folder)))


def _packed_trouble(file: Path) -> str:
    """What is wrong with a packed file; every byte is unpacked and checked, and none is kept."""
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                return f"larger than {MOST_UNPACKED // 2**20} MB unpacked; split it"
            return _UNREADABLE if packed.testzip() else ""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return _UNREADABLE


def _read_zip(file: Path, folder: Path) -> Reading:
    """The tables of a zip file, wherever they lie in it, as long as it is one folder."""
    with zipfile.ZipFile(file) as packed:
        inside = [entry for entry in packed.infolist() if _is_table(entry.filename)]
        folders = {PurePosixPath(entry.filename).parent for entry in inside}
        if not inside or len(folders) > 1 or len(inside) > _MOST_FILES:
            message = (
                f"holds several datasets ({', '.join(sorted(map(str, folders)))}); "
                "hand in a zip file of one"
                if len(folders) > 1
                else "no tables here; put .csv files in this zip file"
            )
            return Reading(problems=[Problem(file.name, None, None, message)])
        for entry in inside:
            target = folder / PurePosixPath(entry.filename).name
            target.write_bytes(packed.read(entry))
    reading = read_tables(folder)
    about = folder / _DESCRIPTOR
    if about.exists():
        reading.tables.append(_described(about, reading))
    return reading


def _is_table(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return not hidden and (path.suffix == ".csv" or path.name == _DESCRIPTOR)


def _described(file: Path, reading: Reading) -> Table:
    """The descriptor's name and title as the sheet that a workbook has for them."""
    from ledwerk.loaders.datapackage import read_descriptor

    found = read_descriptor(file.parent, reading.problems)
    rows = [(line, (key, str(found.get(key) or ""))) for line, key in enumerate(("title",), 2)]
    return Table("datapackage", file.name, ("name", str(found.get("name") or "")), tuple(rows))


def _counted(name: str, reading: Reading) -> Reading:
    rows = sum(len(table.rows) for table in reading.tables)
    if rows > MOST_ROWS:
        message = _TOO_MANY.format(rows, MOST_ROWS)
        return Reading(problems=[Problem(name, None, None, message)])
    return reading


def as_json(reading: Reading) -> dict[str, Any]:
    """What was read, to be handed on or kept."""
    return {
        "tables": [[t.name, t.file, t.header, t.rows] for t in reading.tables],
        "problems": [[p.file, p.line, p.column, p.message] for p in reading.problems],
        "notices": reading.notices,
    }


def from_json(found: dict[str, Any]) -> Reading:
    """The reverse of `as_json`."""
    return Reading(
        list(_tables(found)), [Problem(*row) for row in found["problems"]], found["notices"]
    )


def _tables(found: dict[str, Any]) -> Iterator[Table]:
    for name, file, header, rows in found["tables"]:
        yield Table(name, file, tuple(header), tuple((line, tuple(cells)) for line, cells in rows))


def _bounded() -> None:
    """So much memory and no more, where the system knows limits."""
    try:
        import resource
    except ImportError:  # Windows; the time limit holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _bounded()
    json.dump(as_json(read_here(Path(sys.argv[1]))), sys.stdout)
