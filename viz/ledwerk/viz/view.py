"""The view model: what to draw and what to say of it. No HTML and no positions by hand."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from ledwerk.graph.plan import Tally
from ledwerk.graph.store import Store
from ledwerk.schema.kinds import Model
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import sort_key
from ledwerk.viz.facts import Facts, facts_of, facts_plans
from ledwerk.viz.keeping import NOTHING, Kept
from ledwerk.viz.state import PLAIN, ViewState
from ledwerk.viz.style import LegendEntry, Shade, Style

CLUSTER = "Cluster"
DRAWN = ("Organisation", "Campus", "Municipality", "Group", "Project", "Programme")
_ROUNDS = 3
_ALL = 3_000  # nodes of which all facts are read

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as drawn, or a cluster of them, whose kind is `CLUSTER`.

    `label` is the name on lines. `loose` marks stand apart, since nothing drawn ties them. A
    cluster has `members`, and is opened by adding its id to `ViewState.open`. `fresh` is new since
    the revision asked for; `lit` are the ends and steps of a path, and introducers of gaps. What
    only a program says is `unreviewed` until somebody has looked at it. `value` is what the mark is
    sized by, where a measure was asked for.
    """

    id: str
    label: str
    kind: str
    style: Style
    x: int
    y: int
    loose: bool
    name: str = ""
    kind_label: str = ""
    helix: str = ""
    members: int = 0
    fresh: bool = False
    lit: bool = False
    value: float | None = None
    unreviewed: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two marks. `weight` counts what stands behind it; a `gap` is a tie that is not
    there, and `via` are the ids and names of who could introduce its ends, the likeliest first.
    """

    source: str
    target: str
    look: Shade
    title: str
    weight: int = 1
    gap: bool = False
    fresh: bool = False
    lit: bool = False
    via: tuple[tuple[str, str], ...] = ()
    unreviewed: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture with a word above it: what stands apart, or an opened cluster.

    `closes` is the id of the cluster that it shows the members of; x and y are its corner.
    """

    x: int
    y: int
    width: int
    height: int
    label: str
    closes: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A picture with its legend, and the facts behind every node, also of those not drawn.

    `detail` says what its marks are: `activities` (parties beside what they take part in),
    `parties` (their ties alone) or `clusters`. `left_out` counts what passes the filters and is not
    drawn, not even in a cluster; `notes` are sentences to the reader; `sources` and `date` say
    where all this is from and of which day it is. `facts` are empty in a view that is served: they
    are asked for.
    """

    title: str
    lang: str
    revision: int
    marks: tuple[Mark, ...]
    ties: tuple[Tie, ...]
    legend: tuple[LegendEntry, ...]
    facts: tuple[Facts, ...]
    left_out: int = 0
    state: ViewState = PLAIN
    detail: str = "activities"
    regions: tuple[Region, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    date: str = ""


async def network_view(
    store: Store,
    *,
    state: ViewState = PLAIN,
    lang: str = "nl",
    facts: bool = True,
    kept: Kept = NOTHING,
) -> View:
    """The view of a store's newest revision, with the facts behind it if asked for.

    It is the same, byte for byte, whether or not anything was `kept`. Facts are those of every node
    of a small network, of a large one those of the nodes drawn. Raises InvalidQuestion for what is
    not there.
    """
    from ledwerk.graph.analysis.reckoning import Reckoning
    from ledwerk.graph.network import network_of
    from ledwerk.viz.scene import scene
    from ledwerk.viz.scene_asking import around

    for _ in range(_ROUNDS):
        rows = await store.network()
        beside = await around(store, rows.revision, state, lang, kept)
        if await store.revision() == rows.revision:
            break
    reckoning = Reckoning(network_of(rows))
    view = await asyncio.to_thread(
        scene,
        reckoning,
        state=state,
        lang=lang,
        standing=beside.standing,
        fresh=beside.fresh,
        origin=beside.origin,
        unreviewed=beside.unreviewed,
    )
    return replace(view, facts=await view_facts(store, view)) if facts else view


async def view_facts(store: Store, view: View, model: Model = MODEL) -> tuple[Facts, ...]:
    """The facts behind a view: of everything in the store, if it is small, else of what is drawn.

    In the order of names.
    """
    counts = (await store.answer(Tally(("nodes",))))["nodes"]
    drawn = tuple(mark.id for mark in view.marks if mark.kind != CLUSTER)
    ids = drawn if sum(counts.values()) > _ALL else None
    found: dict[str, Json] = defaultdict(dict)
    for plan in facts_plans(model, ids):
        for row in await store.answer(plan):
            found[row["id"]].update(row)
    rows = sorted(found.values(), key=lambda row: (sort_key(row["name"]), row["id"]))
    return tuple(facts_of(model, row, view.lang) for row in rows)
