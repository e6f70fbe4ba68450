"""A plan in pieces, for a database that cannot take it whole.

SQLite's parser keeps at most a hundred symbols, which a plan of three or more nested links can
exceed; Neo4j's planner needs many seconds for a statement of tens of kilobytes. Such a plan is cut
below a depth: what hangs there is asked in one more statement a link, for all nodes at once. The
number of statements grows with the question, never with its rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.schema.errors import StoreUnavailable

FIRST_TICKET = 1_000_000  # apart from the tickets of whoever made the plan


# What may be asked apart: it hangs on one node, and is the deepest that SQL nests.
Taken = p.Hop | p.Citations


@dataclass
class Cut:
    """A plan without what is nested deeper, and what was taken out, by ticket."""

    plan: p.Find
    hops: list[Taken] = field(default_factory=list)


def cut(plan: p.Find, depth: int) -> Cut:
    """The plan with at most `depth` hops inside one another."""
    made = Cut(plan)
    made.plan = replace(plan, take=_take(plan.take, depth, made.hops))
    return made


async def answered(
    plan: p.Find,
    depth: int,
    one: Callable[[p.Find], Awaitable[Any]],
    whole: Callable[[p.Find, int], Awaitable[Any]],
    kinds: tuple[str, ...],
) -> Any:
    """The answer of a plan cut below a depth: `one` asks the piece, `whole` what was cut off, with
    how deep it has to stay together.

    Raises StoreUnavailable where the graph changed in between.
    """
    piece = cut(plan, depth)
    found = await one(piece.plan)
    for ticket, places in open_places(found).items():
        hop = piece.hops[ticket]
        ids = tuple(dict.fromkeys(node for _, _, node in places))
        rows = await whole(rest(hop, ids, kinds), 1)
        by_id = {row[p.ID_KEY]: row[hop.key] for row in rows}
        if by_id.keys() != set(ids):
            raise StoreUnavailable("the graph changed while it was read; ask again")
        for holder, key, node in places:
            # A node of two places is shown twice, and filled in twice: no sharing.
            holder[key] = deepcopy(by_id[node]) if len(places) > 1 else by_id[node]
    return found


def rest(hop: Taken, ids: tuple[str, ...], kinds: tuple[str, ...]) -> p.Find:
    """The plan that fetches what a hop asks of some nodes."""
    shape = p.Shape((((), (p.Leaf(p.ID_KEY, "id"), hop)),))
    return p.Find(p.ById(ids, kinds), p.ListOf(shape, len(ids)))


def open_places(found: Any) -> dict[int, list[tuple[Any, Any, str]]]:
    """Where a piece is still to be put: by ticket, (holder, key, node id)."""
    places: dict[int, list[tuple[Any, Any, str]]] = defaultdict(list)
    for holder, key, ticket, node in laters(found):
        if ticket >= FIRST_TICKET:
            places[ticket - FIRST_TICKET].append((holder, key, node))
    return places


def laters(found: Any) -> Iterator[tuple[Any, Any, int, str]]:
    """Every place that was left for later: (holder, key, ticket, node id)."""
    todo = [found]
    while todo:
        holder = todo.pop()
        entries: list[tuple[Any, Any]] = []
        if isinstance(holder, dict):
            entries = list(holder.items())
        elif isinstance(holder, list):
            entries = list(enumerate(holder))
        for key, value in entries:
            if isinstance(value, dict) and p.LATER in value:
                yield holder, key, value[p.LATER], value["id"]
            elif isinstance(value, dict | list):
                todo.append(value)


def _take(take: Any, depth: int, hops: list[Taken]) -> Any:
    if isinstance(take, p.Connection):
        parts = tuple(
            replace(part, items=_items(part.items, depth, hops, edge=True))
            if isinstance(part, p.Edges)
            else replace(part, shape=_shape(part.shape, depth, hops))
            if isinstance(part, p.NodesOf)
            else part
            for part in take.parts
        )
        return replace(take, parts=parts)
    return replace(take, shape=_shape(take.shape, depth, hops))


def _shape(shape: p.Shape, depth: int, hops: list[Taken]) -> p.Shape:
    branches = ((kinds, _items(items, depth, hops)) for kinds, items in shape.branches)
    return p.Shape(tuple(branches))


def _items(
    items: tuple[p.Item, ...], depth: int, hops: list[Taken], *, edge: bool = False
) -> tuple[p.Item, ...]:
    return tuple(_item(item, depth, hops, edge=edge) for item in items)


def _item(item: p.Item, depth: int, hops: list[Taken], *, edge: bool) -> p.Item:
    match item:
        case p.Citations() if edge:  # of a relation, which cannot be asked for by id
            return item
        case p.Hop() | p.Citations() if depth == 0:
            hops.append(item)
            return p.Later(item.key, FIRST_TICKET + len(hops) - 1)
        case p.Hop():
            return replace(item, take=_take(item.take, depth - 1, hops))
        case p.NodeAt() | p.Shared():
            return replace(item, shape=_shape(item.shape, depth, hops))
        case p.Record():
            return replace(item, items=_items(item.items, depth, hops, edge=edge))
        case _:
            return item
