"""A bare list of ties, and of nodes with their groups: what analyses take without a store."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledwerk.loaders.readers import Reading, Table, read_tables
from ledwerk.schema.errors import LoadAborted, Problem

TIE_COLUMNS = ("u", "v")
NODE_COLUMNS = ("node",)


@dataclass(frozen=True, slots=True)
class BareTies:
    """Nodes in the order of the files, ties with their strength, and the group of each node.

    `ties` has every row, also of pairs named before, but none of a node with itself; a node
    that no row gives a group has "". `notices` are what a person should know of the files.
    """

    nodes: tuple[str, ...]
    ties: tuple[tuple[str, str, float], ...]
    groups: dict[str, str]
    notices: tuple[str, ...]


def read_bare_ties(ties: Path, nodes: Path | None = None) -> BareTies:
    """Read `u,v[,weight]`, and `node[,group]` where there is such a file.

    Any table file that can be loaded will do; further columns are not looked at. Raises
    LoadAborted with every problem at its place.
    """
    reading = Reading()
    tied = _only_table(ties, TIE_COLUMNS, reading)
    named = _only_table(nodes, NODE_COLUMNS, reading) if nodes is not None else None
    groups = dict(_groups(named, reading)) if named else {}
    rows = list(_ties(tied, reading)) if tied else []
    if reading.problems:
        raise LoadAborted(reading.problems)
    return _together(rows, groups, reading.notices, listed=named is not None)


def _together(
    rows: Sequence[tuple[str, str, float]],
    groups: dict[str, str],
    notices: list[str],
    *,
    listed: bool,
) -> BareTies:
    every = dict.fromkeys([*groups, *(end for row in rows for end in row[:2])])
    apart = tuple(row for row in rows if row[0] != row[1])
    if len(apart) < len(rows):
        notices.append(f"{len(rows) - len(apart)} ties of a node with itself are left out")
    unlisted = [node for node in every if node not in groups] if listed else []
    if unlisted:
        shown = ", ".join(unlisted[:3])
        notices.append(f"{len(unlisted)} nodes have ties but are not listed: {shown}")
    every_group = {node: groups.get(node, "") for node in every}
    return BareTies(tuple(every), apart, every_group, tuple(notices))


def _only_table(file: Path, wanted: Sequence[str], reading: Reading) -> Table | None:
    found = read_tables(file)
    reading.problems += found.problems
    reading.notices += found.notices
    if not found.tables:
        return None
    table = found.tables[0]
    header = [title.strip().lower() for title in table.header]
    for column in wanted:
        if column not in header:
            message = f"no column {column!r}; the first row has to name {', '.join(wanted)}"
            reading.problems.append(Problem(table.file, 1, None, message))
    if any(column not in header for column in wanted):
        return None
    return table


def _cells(table: Table, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    header = [title.strip().lower() for title in table.header]
    places = [header.index(column) if column in header else None for column in columns]
    for line, cells in table.rows:
        yield line, ["" if place is None else cells[place].strip() for place in places]


def _ties(table: Table, reading: Reading) -> Iterator[tuple[str, str, float]]:
    for line, (u, v, weight) in _cells(table, (*TIE_COLUMNS, "weight")):
        for column, node in zip(TIE_COLUMNS, (u, v), strict=True):
            if not node:
                reading.problems.append(Problem(table.file, line, column, "empty; name a node"))
        strength = _strength(weight)
        if strength is None:
            message = f"{weight!r} is no strength; write a number above 0, such as 2 or 0.5"
            reading.problems.append(Problem(table.file, line, "weight", message))
        elif u and v:
            yield u, v, strength


def _strength(text: str) -> float | None:
    if not text:
        return 1.0
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) and found > 0 else None


def _groups(table: Table, reading: Reading) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for line, (node, group) in _cells(table, (*NODE_COLUMNS, "group")):
        if not node:
            reading.problems.append(Problem(table.file, line, "node", "empty; name a node"))
        elif seen.setdefault(node, group) != group:
            message = f"{node!r} is in group {seen[node]!r} above; a node has one group"
            reading.problems.append(Problem(table.file, line, "group", message))
        else:
            yield node, group
