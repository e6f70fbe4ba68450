"""What is drawn of what passes: the finest detail that fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.network import Mask, Places
from ledwerk.viz.clusters import Frame
from ledwerk.viz.scene_asked import Asked
from ledwerk.viz.scene_clusters import Named, clusters_of
from ledwerk.viz.scene_filter import Passing
from ledwerk.viz.scene_ground import Ground
from ledwerk.viz.scene_standing import Standing
from ledwerk.viz.state import ViewState

_APART = 4  # a part of so many marks shows those nearest to a focus, where not all fit
_LEAST_CLUSTERS = 8  # that there is room for, however much was asked for by name
DETAILS = ("activities", "parties")


@dataclass(frozen=True, eq=False, slots=True)
class Chosen:
    """What is drawn: nodes by place, in the order of ids, and clusters.

    `cut` says that a focus reaches further than is drawn one by one. `coarse` that nothing finer
    fits. `left_out` counts what passes and is neither drawn nor in a cluster; `refused` clusters
    that there is no room to open. `frames` say what stands beside what, of clusters.
    """

    detail: str
    nodes: tuple[int, ...]
    clusters: tuple[Named, ...] = ()
    opened: tuple[Named, ...] = ()
    frames: tuple[Frame, ...] = ()
    refused: int = 0
    left_out: int = 0
    coarse: bool = False
    cut: bool = False


def chosen_of(
    reckoning: Reckoning,
    ground: Ground,
    passing: Passing,
    asked: Asked,
    state: ViewState,
    standing: Standing,
    lang: str,
) -> Chosen:
    """Parties beside activities if they fit, else parties alone, else clusters of them.

    A map shows parties only, as activities are nowhere. A grouping asked for is drawn whatever
    would fit; where none may be, only as many parties as fit are drawn: those nearest to a focus,
    else the most tied.
    """
    if state.group in {"auto", "none"}:
        for detail in DETAILS[state.layout == "map" :]:
            found = _sorted(scope_of(passing, asked, detail), asked.named(detail))
            if len(found) <= state.most:
                coarse = detail != "activities" and state.layout != "map"
                return Chosen(detail, found, coarse=coarse)
    if state.group == "none":
        return _cut(ground, passing, asked, state)
    near, named = _singles(asked, state)
    members = scope_of(passing, asked, "clusters")
    single = {*near, *named}
    rest = np.array([one for one in members.tolist() if one not in single], dtype=np.int64)
    room = max(state.most - len(single), _LEAST_CLUSTERS)
    put = clusters_of(reckoning, (rest, passing.activities), state, standing, most=room, lang=lang)
    return Chosen(
        "clusters",
        _sorted((*near, *put.single), named),
        put.closed,
        put.opened,
        put.frames,
        put.refused,
        coarse=state.group == "auto",
        cut=bool(near),
    )


def scope_of(passing: Passing, asked: Asked, detail: str) -> Places:
    """Everything that passes and is within reach of a focus, in a detail."""
    near = asked.near
    members = passing.members if near is None else near.members
    if detail != "activities":
        return members
    if near is None:
        return np.flatnonzero(passing.drawn)
    found = near.activities | near.groups
    found[members] = True
    return np.flatnonzero(found & passing.drawn)


def whole_of(ground: Ground, detail: str) -> Mask:
    """Everything that a detail draws of a network that nothing is filtered of."""
    parties = ground.parties & ~ground.bare_towns
    if detail == "activities":
        return parties | ground.activities
    return parties & ~ground.stood_for


def _cut(ground: Ground, passing: Passing, asked: Asked, state: ViewState) -> Chosen:
    named = asked.named("parties")
    ranked = _ranked(ground, passing, asked)
    room = max(state.most - len(named), 0)
    others = [one for one in ranked if one not in set(named)]
    nodes = _sorted(others[:room], named)
    return Chosen("parties", nodes, left_out=max(len(others) - room, 0), coarse=True)


def _singles(asked: Asked, state: ViewState) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who stands apart from clusters: those nearest to a focus, and what was asked for by name."""
    near: tuple[int, ...] = ()
    if asked.near is not None and len(asked.near.members) > state.most:
        near = tuple(asked.near.members[: state.most // _APART].tolist())
    return near, asked.named("clusters")


def _ranked(ground: Ground, passing: Passing, asked: Asked) -> list[int]:
    """Parties in the order in which they are drawn as long as there is room."""
    if asked.near is not None:
        nearest: list[int] = asked.near.members.tolist()
        return nearest
    degrees = np.diff(passing.weights.indptr)
    order = np.lexsort((ground.network.rank[passing.members], -degrees))
    ranked: list[int] = passing.members[order].tolist()
    return ranked


def _sorted(places: Iterable[int], named: Iterable[int]) -> tuple[int, ...]:
    # Places are in the order of ids.
    return tuple(sorted({*(int(one) for one in places), *named}))
