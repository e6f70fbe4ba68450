"""Answers made in memory: connections over rows that no statement lists, filled in by one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.schema.errors import InvalidQuestion

Json = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One entry: its node, what the edge says, the nodes it leads to by role, and of a gap its
    introducers.
    """

    node: str
    says: Mapping[str, Any] = field(default_factory=dict)
    nodes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    introducers: Sequence[Row] = ()


class Fill:
    """Collects which shapes of which nodes are shown, to ask for all of them in one statement."""

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}
        self._shapes: dict[p.Shape, str] = {}
        self._found: dict[str, Json] = {}

    def want(self, ids: Sequence[str], shape: p.Shape) -> None:
        """These nodes will be shown in this shape."""
        self._ids.update(dict.fromkeys(ids))
        self._shapes.setdefault(shape, f"s{len(self._shapes)}")

    def plan(self, kinds: tuple[str, ...]) -> p.Find | None:
        """The one plan that fetches everything wanted, or None for nothing."""
        if not self._ids:
            return None
        items: list[p.Item] = [p.Leaf(p.ID_KEY, "id")]
        items += [p.NodeAt(key, shape) for shape, key in self._shapes.items()]
        ids = tuple(self._ids)
        shape = p.Shape((((), tuple(items)),))
        return p.Find(p.ById(ids, kinds), p.ListOf(shape, len(ids)))

    def put(self, rows: Sequence[Json]) -> None:
        """Take the plan's answer."""
        self._found = {row[p.ID_KEY]: row for row in rows}

    def get(self, node: str, shape: p.Shape) -> Any:
        """A node in a shape; None if it went away meanwhile."""
        return self._found.get(node, {}).get(self._shapes[shape])


def cut(rows: Sequence[Row], page: p.Page) -> tuple[list[Row], bool, bool]:
    """The rows of a page, whether more comes after it, and whether something comes before."""
    start, end = 0, len(rows)
    places = {row.node: place for place, row in enumerate(rows)}
    if page.after is not None:
        start = _place(places, page.after) + 1
    if page.before is not None:
        end = _place(places, page.before)
    if page.backwards:
        first = max(start, end - page.size)
        return list(rows[first:end]), end < len(rows), first > 0
    last = min(end, start + page.size)
    return list(rows[start:last]), last < len(rows), start > 0


def cursor(row: Row) -> str:
    """The cursor of a row."""
    return json.dumps([row.node])


def _place(places: Mapping[str, int], cursor: tuple[Any, ...]) -> int:
    if len(cursor) != 1 or cursor[0] not in places:
        raise InvalidQuestion("the cursor is not of this list, or its entry is no longer in it")
    return places[cursor[0]]


def want(rows: Sequence[Row], take: p.Connection, fill: Fill) -> None:
    """Note everything that a connection over these rows (already cut) will show."""
    for part in take.parts:
        if isinstance(part, p.NodesOf):
            fill.want([row.node for row in rows], part.shape)
        elif isinstance(part, p.Edges):
            for row in rows:
                _want_items(row, part.items, fill)


def _want_items(row: Row, items: Sequence[p.Item], fill: Fill) -> None:
    for item in items:
        if isinstance(item, p.NodeAt):
            fill.want(row.nodes.get(item.role, [row.node]), item.shape)
        elif isinstance(item, p.Record):
            for inner in row.introducers:
                _want_items(inner, item.items, fill)


def connection(
    rows: Sequence[Row], take: p.Connection, page: tuple[bool, bool, int], fill: Fill
) -> Json:
    """A connection over the rows of a page; `page` says more after, more before, and the total."""
    made: Json = {}
    for part in take.parts:
        match part:
            case p.Edges(key, items):
                made[key] = [_edge(row, items, fill) for row in rows]
            case p.NodesOf(key, shape):
                made[key] = [fill.get(row.node, shape) for row in rows]
            case p.Total(key):
                made[key] = page[2]
            case p.Constant(key, value):
                made[key] = value
            case p.PageInfo(key, items):
                made[key] = _page_info(rows, items, page)
    return made


def _edge(row: Row, items: Sequence[p.Item], fill: Fill) -> Json:
    made: Json = {}
    for item in items:
        match item:
            case p.Leaf(key, name):
                made[key] = row.says[name]
            case p.Constant(key, value):
                made[key] = value
            case p.Cursor(key):
                made[key] = cursor(row)
            case p.NodeAt(key, shape, role) if role in row.nodes:
                made[key] = [fill.get(node, shape) for node in row.nodes[role]]
            case p.NodeAt(key, shape, role):
                found = fill.get(row.node, shape)
                only = role.removeprefix("only ")
                made[key] = found if only == role or found is None else found[only]
            case p.Record(key, inner):
                made[key] = [_edge(one, inner, fill) for one in row.introducers]
    return made


def _page_info(rows: Sequence[Row], items: Sequence[p.Item], page: tuple[bool, bool, int]) -> Json:
    fields = {
        "hasNextPage": page[0],
        "hasPreviousPage": page[1],
        "startCursor": cursor(rows[0]) if rows else None,
        "endCursor": cursor(rows[-1]) if rows else None,
    }
    return {
        item.key: item.value if isinstance(item, p.Constant) else fields[item.name]
        for item in items
        if isinstance(item, p.Constant | p.Leaf)
    }
