"""What a view needs of a store besides its network: what loads said, what is new, its sources."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass

from ledwerk.graph import plan as p
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL
from ledwerk.viz.keeping import Kept, load_mark_of
from ledwerk.viz.loaded import loaded_of
from ledwerk.viz.scene_fresh import NOTHING_NEW, Fresh
from ledwerk.viz.scene_standing import Origin, Spot, Standing
from ledwerk.viz.scene_unreviewed import Unreviewed, unreviewed_in
from ledwerk.viz.state import ViewState
from ledwerk.viz.texts_scene import scene_text

_MOST_SOURCES = 6  # that are named
_MOST_KEYS = 2_000  # looked up one by one; of more, everything is gone through once
_MOST_SPOTS = 100_000
_SPOT = p.Shape((((), tuple(p.Leaf(one, one) for one in ("id", "latitude", "longitude"))),))
_NAME = p.Shape((((), (p.Leaf("name", "name"),)),))


@dataclass(frozen=True, slots=True)
class Around:
    """What goes into a view besides the network."""

    standing: Standing
    fresh: Fresh
    origin: Origin
    unreviewed: Unreviewed


async def around(
    store: Store,
    revision: int,
    state: ViewState,
    lang: str,
    kept: Kept,
    unreviewed: Unreviewed | None = None,
) -> Around:
    """What a state needs of a store at a revision, `unreviewed` where it is known already."""
    loaded, mark = await asyncio.to_thread(lambda: (loaded_of(store), load_mark_of(store)))
    spots = await spots_of(store) if state.layout == "map" else ()
    fresh = await asyncio.to_thread(fresh_since, store, state.fresh) if state.fresh else NOTHING_NEW
    origin = await origin_of(store, revision, lang)
    if unreviewed is None:
        unreviewed = await asyncio.to_thread(unreviewed_in, store)
    return Around(Standing(loaded, kept, mark, spots), fresh, origin, unreviewed)


async def spots_of(store: Store) -> tuple[Spot, ...]:
    """The places and municipalities whose coordinates are known."""
    plan = p.Find(p.OfKinds(("Municipality", "Place")), p.ListOf(_SPOT, _MOST_SPOTS))
    rows = await store.answer(plan)
    return tuple(
        sorted(
            (row["id"], float(row["latitude"]), float(row["longitude"]))
            for row in rows
            if row["latitude"] is not None and row["longitude"] is not None
        )
    )


async def origin_of(store: Store, revision: int, lang: str) -> Origin:
    """The sources by name, the datasets where no source is named, and the revision's day."""
    plan = p.Find(
        p.OfKinds(("Source",)), p.ListOf(_NAME, 10 * _MOST_SOURCES), order=(p.Order("name"),)
    )
    names = [row["name"] for row in await store.answer(plan)]

    def read() -> tuple[list[str], str]:
        newest = list(store.revisions(max(revision - 1, 0)))[:1]
        return list(store.datasets()), newest[0].at[:10] if newest else ""

    datasets, day = await asyncio.to_thread(read)
    return Origin(_listed(names or datasets, lang), day)


def _listed(names: list[str], lang: str) -> tuple[str, ...]:
    if len(names) <= _MOST_SOURCES:
        return tuple(names)
    return (*names[: _MOST_SOURCES - 1], scene_text("and_more_sources", lang))


def fresh_since(store: Store, revision: int) -> Fresh:
    """The nodes and relations that came after a revision: no statement about them stood then."""
    begun: defaultdict[str, set[str]] = defaultdict(set)
    ends: dict[str, tuple[str, str, str]] = {}
    older: set[str] = set()  # keys that something stood of that has ceased since
    for event in store.events(revision):
        said = event.statement
        if event.sign == "+":
            begun[said.key].add(said.digest)
            if said.source_id:
                ends[said.key] = (said.source_id, said.target_id, said.kind)
        elif said.digest not in begun[said.key]:
            older.add(said.key)
    keys = [key for key, new in begun.items() if new and key not in older]
    standing = _standing(store, keys)
    came = {key for key in keys if standing[key] and standing[key] <= begun[key]}
    nodes = frozenset(key for key in came if key not in ends and MODEL.kind_of(key) is not None)
    return Fresh(nodes, frozenset(ends[key] for key in came if key in ends))


def _standing(store: Store, keys: list[str]) -> defaultdict[str, set[str]]:
    """The statements that stand about each of some keys."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    if len(keys) <= _MOST_KEYS:
        for key in keys:
            found[key] = {said.digest for said in store.statements(key=key)}
        return found
    wanted = set(keys)
    for said in store.statements():
        if said.key in wanted:
            found[said.key].add(said.digest)
    return found
