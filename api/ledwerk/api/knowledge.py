"""What the pages of nodes and of a search are made of, asked of a store."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph.excerpt import MARK
from ledwerk.graph.searching import words_in
from ledwerk.graph.spelling import as_meant, looks_empty
from ledwerk.graph.store import Revision, Store
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import fold
from ledwerk.viz.knowledge import (
    Hit,
    Knowledge,
    Results,
    knowledge_of,
    knowledge_plans,
    shared_plan,
)

PAGE_OF_HITS = 20
_LONGEST = 200  # letters looked at
_MOST_HISTORY = 50
_MOST_MEANT = 3
_SEARCHED = tuple(kind.name for kind in MODEL.nodes if kind.named)
_FOUND = p.Shape((((), tuple(p.Leaf(name, name) for name in ("id", "name", "label"))),))

Json = dict[str, Any]


class NoSuchPage(InvalidQuestion):
    """There is no node with that id or name."""

    status = 404


@dataclass(frozen=True, slots=True)
class Touched:
    """The newest changes of a node and of its relations, and how many there were."""

    revisions: Sequence[Revision]
    total: int


async def knowledge(store: Store, node: str, lang: str) -> Knowledge:
    """The page of a node. Raises NoSuchPage."""
    revision = await store.revision()  # as seen: what comes after it may be on the page already
    found: Json = {}
    plans = knowledge_plans(MODEL, node)
    for rows in await asyncio.gather(*(store.answer(plan) for plan in plans)):
        for row in rows:
            found.update(row)
    if not found:
        raise NoSuchPage(f"nothing here has the id {node!r}; look it up by name")
    together = shared_plan(MODEL, node, found)
    shared = await store.answer(together) if together else []
    return knowledge_of(MODEL, found, shared, lang, revision)


async def nodes_called(store: Store, name: str) -> list[str]:
    """The ids of what has a name, an alias or an id that is this one."""
    shape = p.Shape((((), (p.Leaf("id", "id"),)),))
    plan = p.Find(p.ByName(name[:_LONGEST], _SEARCHED), p.ListOf(shape, 2))
    return [row["id"] for row in await store.answer(plan)]


async def page_of_seat(store: Store, seat: str) -> str:
    """The id of who holds a seat, or else of the board it is on. Raises NoSuchPage."""
    hops = tuple(
        p.Hop(key, p.Step("relation", relation, out, to), p.ListOf(_FOUND, 1))
        for key, relation, out, to in (
            ("holder", "HOLDS", False, ("Person", *MODEL.parties)),
            ("board", "ON", True, ("Board",)),
        )
    )
    rows = await store.answer(p.Find(p.ById((seat,), ("Seat",)), p.ListOf(_shape(hops), 1)))
    ends = [end["id"] for row in rows for key in ("holder", "board") for end in row[key]]
    if not ends:
        raise NoSuchPage(f"nothing here has the id {seat!r}; look it up by name")
    return str(ends[0])


def _shape(items: tuple[p.Item, ...]) -> p.Shape:
    return p.Shape((((), items),))


async def touched(store: Store, node: str) -> Touched:
    """Which changes touched a node and the relations that it has, the newest first."""
    return await asyncio.to_thread(_touched, store, node)


def _touched(store: Store, node: str) -> Touched:
    keys = {node, *(row.key for row in store.statements(end=node))}
    numbers = set(store.changed(keys).values())
    if not numbers:
        return Touched((), 0)
    since = sorted(numbers)[-_MOST_HISTORY:][0] - 1
    newest = [one for one in store.revisions(since) if one.number in numbers]
    return Touched(tuple(reversed(newest)), len(numbers))


async def search_results(store: Store, text: str, kind: str, after: str, start: int) -> Results:
    """A page of what a search finds, mistakes forgiven. Raises InvalidQuestion."""
    asked = text[:_LONGEST]
    if kind and kind not in _SEARCHED:
        raise InvalidQuestion(f"kind={kind!r} is not known; it is one of {', '.join(_SEARCHED)}")
    if not words_in(asked):
        return Results(text.strip(), kind=kind)
    plan = p.Find(p.Matching(asked, (kind,) if kind else _SEARCHED), _taken(after))
    found = await store.answer(plan)
    meant: Sequence[str] = ()
    if looks_empty(plan, found):
        near = await as_meant(store, MODEL, plan)
        if near is not None:
            found = await store.answer(near)
            assert isinstance(near.start, p.Matching)
            meant = _meant(near.start.near, [edge["marked"] for edge in found["edges"]])
    hits = tuple(_hit(edge) for edge in found["edges"])
    info = found["info"]
    further = info["end"] if info["more"] else ""
    return Results(asked, hits, found["total"], kind, start, further, meant)


def _taken(after: str) -> p.Connection:
    leaves = (p.Leaf("marked", "marked"), p.Leaf("matched", "matched"))
    edge: tuple[p.Item, ...] = (p.NodeAt("node", _FOUND), *leaves)
    info = p.PageInfo("info", (p.Leaf("more", "hasNextPage"), p.Leaf("end", "endCursor")))
    page = p.Page(PAGE_OF_HITS, _cursor(after))
    return p.Connection((p.Edges("edges", edge), p.Total("total"), info), page)


def _cursor(after: str) -> tuple[Any, ...] | None:
    if not after:
        return None
    try:
        keys = json.loads(after)
    except (ValueError, RecursionError):
        keys = None
    plain = isinstance(keys, list) and all(isinstance(key, str | int) for key in keys)
    if not plain or len(keys) != 3:  # class, name, id
        raise InvalidQuestion(f"after={after[:40]!r} is no place in a list; begin at its start")
    return tuple(keys)


def _hit(edge: Json) -> Hit:
    node = edge["node"]
    return Hit(node["id"], node["name"], node["label"], edge["marked"], edge["matched"])


def _meant(near: Sequence[Sequence[str]], marked: Iterable[str]) -> list[str]:
    """What was probably typed wrong, as it would be right: words of the first hits."""
    said: dict[str, None] = {}
    for text in marked:
        stands = {fold(part) for part in text.split(MARK)[1::2]}
        words = [_nearest(some, stands) for some in near]
        said[" ".join(words)] = None
    said.pop(" ".join(some[0] for some in near), None)
    return list(said)[:_MOST_MEANT]


def _nearest(some: Sequence[str], stands: set[str]) -> str:
    typed, *others = some
    if typed in stands:
        return typed
    return next((one for one in others if one in stands), typed)
