"""What a broken file is to a test: how it is made, how it is given, and what has to be said of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Path], Path]
Whole = str | bytes
Content = Whole | Callable[[], Whole]  # what is large is made when it is tried

SOURCES = "id,name\nsource:s,Bron\n"


@dataclass(frozen=True)
class Case:
    """A broken file. `make` writes it into an empty folder and gives the path to load.

    `place` has to stand in the error, and `says` as well: a part of a sentence. With `mapping` it
    is loaded by that mapping file, a name relative to the folder. `command` is what is done with
    it; `unread` takes the right to read the folder's files away.
    """

    name: str
    make: Make
    place: str
    says: str
    mapping: str = ""
    command: str = "load"
    unread: bool = False


def folder(tables: Mapping[str, Content], about: Content | None = None) -> Make:
    """A folder of tables by name, such as `people` or `people.csv.gz`, with one source."""

    def make(place: Path) -> Path:
        whole = {"sources": SOURCES, **tables}
        for name, content in whole.items():
            put(place / (name if "." in name else f"{name}.csv"), content)
        put(place / "datapackage.json", about if about is not None else '{"name": "broken"}')
        return place

    return make


def alone(name: str, content: Content) -> Make:
    """One file by itself."""

    def make(place: Path) -> Path:
        put(place / name, content)
        return place / name

    return make


def put(file: Path, content: Content) -> None:
    """Write a file whatever is in it."""
    if callable(content):
        content = content()
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    file.write_bytes(raw)


def cuts(whole: bytes, shares: Iterable[float]) -> list[tuple[str, bytes]]:
    """The beginnings of a file, by how much of it is left."""
    return [(f"{share:.0%}", whole[: int(len(whole) * share)]) for share in shares]


MAPPING = """mapping: 1
dataset: broken
tables:
  rows:
    file: "*"
    source: {id: bron, name: Bron}
nodes:
  - kind: Organisation
    from: rows
    id: "{name|slug}"
    set: {name: name}
"""


def mapped(name: str, content: Content, mapping: Content = MAPPING) -> Make:
    """One file, and beside it the mapping file that says what it means."""

    def make(place: Path) -> Path:
        put(place / "m.yaml", mapping)
        put(place / name, content)
        return place / name

    return make


def as_json(value: object) -> str:
    """JSON as a program writes it."""
    return json.dumps(value)
