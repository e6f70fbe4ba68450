"""Answers made in memory from plain values, under the keys that were asked for.

A value is a mapping by field name, a list, a scalar, or a `Ref` to a node, which is shown as it was
asked: everything that an answer shows of nodes is fetched by one statement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.api import conditions, memory
from ledwerk.api.answering import Desk
from ledwerk.api.fields_asked import TYPENAME, Asked
from ledwerk.api.selection import Compiler
from ledwerk.graph import plan as p

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ref:
    """A node, by its id."""

    node: str


@dataclass(frozen=True, slots=True)
class _Hole:
    node: str
    shape: p.Shape


async def told(desk: Desk, compiler: Compiler, asked: Asked, given: Any) -> Any:
    """The value as the field asks for it, nodes filled in."""
    telling = _Telling(compiler)
    shaped = telling.shaped(asked, given)
    await desk.fetch(telling.fill)
    return await desk.later(compiler, telling.filled(shaped))


class _Telling:
    def __init__(self, compiler: Compiler) -> None:
        self._compiler = compiler
        self.fill = memory.Fill()
        self._below: dict[int, list[Asked]] = {}
        self._shapes: dict[int, p.Shape] = {}

    def shaped(self, asked: Asked, given: Any) -> Any:
        if isinstance(given, Ref):
            shape = self._shape(asked)
            self.fill.want([given.node], shape)
            return _Hole(given.node, shape)
        if isinstance(given, Mapping):
            return {
                one.key: asked.type_name
                if one.name == TYPENAME
                else self.shaped(one, given[one.name])
                for one in self._inside(asked)
            }
        if isinstance(given, list | tuple):
            return [self.shaped(asked, one) for one in given]
        return given

    def _inside(self, asked: Asked) -> list[Asked]:
        # The fields below one field are the same for every entry of a list.
        if id(asked) not in self._below:
            self._below[id(asked)] = self._compiler.request.below([asked], asked.type_name)
        return self._below[id(asked)]

    def _shape(self, asked: Asked) -> p.Shape:
        if id(asked) not in self._shapes:
            self._shapes[id(asked)] = self._compiler.shape([asked], asked.type_name)
        return self._shapes[id(asked)]

    def filled(self, shaped: Any) -> Any:
        if isinstance(shaped, _Hole):
            return self.fill.get(shaped.node, shaped.shape)
        if isinstance(shaped, dict):
            return {key: self.filled(value) for key, value in shaped.items()}
        if isinstance(shaped, list):
            return [self.filled(one) for one in shaped]
        return shaped


def paged(asked: Asked, rows: Sequence[tuple[str, Json]]) -> Json:
    """The fields of a connection over rows, each with the key that its cursor is made of.

    What a row says of `node` is a Ref, and is listed in `nodes` too.
    """
    keyed = [memory.Row(key) for key, _ in rows]
    shown, after, before = memory.cut(keyed, conditions.page(asked.arguments))
    entries = dict(rows)
    cursors = [memory.cursor(row) for row in shown]
    edges = [
        {**entries[row.node], "cursor": cursor} for row, cursor in zip(shown, cursors, strict=True)
    ]
    return {
        "edges": edges,
        "nodes": [edge["node"] for edge in edges if "node" in edge],
        "totalCount": len(rows),
        "pageInfo": {
            "hasNextPage": after,
            "hasPreviousPage": before,
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
        },
    }
