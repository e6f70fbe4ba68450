"""JSON into tables: every list of objects is one, wherever it stands.

A list at the top is the table `records`; one under a key is called by that key, or by the keys that
lead to it where two would be called the same. Objects within a row are columns such as
`address.city`. A list within a row is a table of its own, whose rows also have the columns of the
row that it stands in, as `parent.id`; a list of plain values is one cell as well, with ` | `
between them. An object whose values are all objects of one form is a list too, with its keys as
`key`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ledwerk.loaders.encodings import encoding_of
from ledwerk.loaders.readers import MAX_CELL, MAX_COLUMNS, Raw, Reading, bytes_of, plain
from ledwerk.schema.errors import Problem
from ledwerk.schema.fields import LIST

JSON_ENDINGS = (".json", ".json.gz", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz", ".geojson")
RECORDS = "records"
PARENT = "parent."
KEY, VALUE = "key", "value"
MAX_BYTES = 64 * 1024 * 1024  # in memory it takes some times as much
MOST_OBJECTS, MOST_VALUES = 400_000, 2_000_000  # each takes some hundred bytes
MAX_DEPTH = 40
_FEW = 3  # objects beside each other that have one form are a list


@dataclass(slots=True)
class Item:
    """A row: its own cells, and those of the row that it stands in."""

    cells: dict[str, str]
    above: Item | None = None

    def cell(self, title: str) -> str:
        """The text under a title; of the rows above under `parent.` and so on."""
        if title in self.cells:
            return self.cells[title]
        if self.above is not None and title.startswith(PARENT):
            return self.above.cell(title.removeprefix(PARENT))
        return ""


@dataclass(slots=True)
class Listed:
    """The rows of one list in all places where it stands, and their columns in order."""

    path: tuple[str, ...]
    above: Listed | None = None
    items: list[Item] = field(default_factory=list)
    titles: dict[str, None] = field(default_factory=dict)

    def header(self) -> tuple[str, ...]:
        """Its own columns, then those of the rows that it stands in."""
        above = tuple(f"{PARENT}{title}" for title in self.above.header()) if self.above else ()
        return (*self.titles, *above)

    def __iter__(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The header, then the rows by their number."""
        header = self.header()
        if len(header) > MAX_COLUMNS:
            header = tuple(self.titles)
        yield 0, header
        for number, item in enumerate(self.items, start=1):
            yield number, [item.cell(title) for title in header]


def raw_json(file: Path, reading: Reading) -> Iterator[Raw]:
    """The tables of a JSON file, or of one with an object on every line."""
    try:
        document = _document(bytes_of(file, MAX_BYTES), file)
        lists: dict[tuple[str, ...], Listed] = {}
        _into(document, (), None, None, lists)
    except (OSError, EOFError, ValueError, RecursionError) as error:
        reading.problems.append(_problem(file, error))
        return
    found = [one for one in lists.values() if one.titles]
    if not found:
        message = "no list of objects in it, which a table is made of"
        reading.problems.append(Problem(file.name, None, None, message))
    called = Counter(one.path[-1:] for one in found)
    for one in found:
        short = one.path[-1:] if called[one.path[-1:]] == 1 else one.path
        name = ".".join(short) or RECORDS
        yield Raw(name, f"{file.name} [{name}]", one, escaped=False, unit="item")


def _problem(file: Path, error: BaseException) -> Problem:
    if isinstance(error, json.JSONDecodeError):
        message = f"not JSON: {error.msg} in column {error.colno}; is the file cut off?"
        return Problem(file.name, error.lineno, None, message)
    if isinstance(error, RecursionError):
        return Problem(file.name, None, None, f"nested more than {MAX_DEPTH} deep")
    return Problem(file.name, None, None, plain(error))


def _document(raw: bytes, file: Path) -> Any:
    encoding, _ = encoding_of(raw)
    if not encoding:
        raise ValueError("not readable as text; save it as JSON in UTF-8")
    if raw.count(b"{") + raw.count(b"[") > MOST_OBJECTS or raw.count(b",") > MOST_VALUES:
        raise ValueError(
            f"more than {MOST_OBJECTS:,} objects and lists, or {MOST_VALUES:,} values; split it"
        )
    text = raw.decode(encoding)
    if ".jsonl" in file.name or ".ndjson" in file.name:
        return [_parsed(line, at) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    return _parsed(text, 1)


def _parsed(text: str, line: int) -> Any:
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except json.JSONDecodeError as error:
        error.lineno += line - 1
        raise


def _into(
    value: Any,
    path: tuple[str, ...],
    above: Item | None,
    owner: Listed | None,
    lists: dict[tuple[str, ...], Listed],
) -> None:
    """Take every list out of a value. Within an object the words of `path` go on."""
    if len(path) > MAX_DEPTH:
        raise ValueError(f"nested more than {MAX_DEPTH} deep")
    if isinstance(value, dict) and (listed := _keyed(value)):
        value = listed
    if isinstance(value, dict):
        for word, inner in value.items():
            if isinstance(inner, dict | list):
                _into(inner, (*path, word), above, owner, lists)
    elif isinstance(value, list):
        mine = lists.setdefault(path, Listed(path, owner))
        for entry in value:
            item = Item({}, above)
            if isinstance(entry, dict):
                _flat(entry, "", item, mine)
                inside = (e for e in entry.items() if isinstance(e[1], dict | list))
                for word, inner in inside:
                    _into(inner, (*path, word), item, mine, lists)
            elif isinstance(entry, list):
                _into(entry, (*path, VALUE), item, mine, lists)
                continue
            else:
                _put(VALUE, entry, item, mine)
            mine.items.append(item)


def _keyed(value: dict[str, Any]) -> list[Any] | None:
    """The objects of an object as a list, where their keys say that they are alike."""
    inner = list(value.values())
    if len(inner) < _FEW or not all(isinstance(one, dict) and one for one in inner):
        return None
    seen = Counter(word for one in inner for word in one)
    if max(seen.values()) < len(inner) or not any(
        not isinstance(one[word], dict | list) for one in inner for word in one
    ):
        return None
    return [{KEY: word, **one} for word, one in value.items()]


def _flat(entry: dict[str, Any], before: str, item: Item, mine: Listed) -> None:
    for word, value in entry.items():
        title = f"{before}{word}"
        if isinstance(value, dict):
            if _keyed(value) is None:
                _flat(value, f"{title}.", item, mine)
        elif isinstance(value, list):
            if value and not any(isinstance(one, dict | list) for one in value):
                _put(title, LIST.write(tuple(map(_text, value))), item, mine)
        else:
            _put(title, value, item, mine)


def _put(title: str, value: Any, item: Item, mine: Listed) -> None:
    if title not in mine.titles and len(mine.titles) >= MAX_COLUMNS:
        raise ValueError(f"more than {MAX_COLUMNS} different keys in one list")
    mine.titles[title.strip()] = None
    text = _text(value)
    if len(text) > MAX_CELL:
        raise ValueError(f"a value has more than {MAX_CELL:,} characters")
    item.cells[title.strip()] = text


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case _:
            # Half a letter, which no file can hold, is shown as lost.
            return str(value).encode("utf-8", "replace").decode("utf-8")
