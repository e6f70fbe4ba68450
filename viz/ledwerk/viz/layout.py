"""Positions, computed here so that the picture is legible at once and the same for everybody."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_SEED = 7
_EXACT = 400  # above this many nodes the exact layout takes too long
_ROUNDS = 400
_GAP = 12
_PER_NODE = 112.0  # pixels of width and height that a node gets on average

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A mark's room in pixels, label included; a loose one goes to the edge of the picture."""

    id: str
    width: int
    height: int
    loose: bool


def positions(boxes: Sequence[Box], ties: Sequence[tuple[str, str]]) -> dict[str, Place]:
    """A place for every box, in whole pixels, without overlaps.

    Kamada and Kawai's layout (1989) per connected part, the largest in the middle; then boxes
    are pushed apart. The same input gives the same places.
    """
    tied = [box for box in boxes if not box.loose]
    placed = _tied(tied, ties) if tied else {}
    placed = _apart(tied, placed)
    placed |= _loose([box for box in boxes if box.loose], placed)
    return {box.id: (round(placed[box.id][0]), round(placed[box.id][1])) for box in boxes}


def _tied(boxes: Sequence[Box], ties: Sequence[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(box.id for box in boxes)
    graph.add_edges_from(ties)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    placed: dict[str, tuple[float, float]] = {}
    right = 0.0
    for number, part in enumerate(parts):
        span = _PER_NODE * math.sqrt(len(part)) / 2 + 60
        middle = 0.0 if number == 0 else right + span
        for node, (x, y) in _laid(graph.subgraph(sorted(part))).items():
            placed[node] = (middle + x * span * 1.6, y * span)
        right = max(right, middle + span * (1.6 if number == 0 else 1.2))
    return placed


def _laid(part: Any) -> dict[str, tuple[float, float]]:
    import networkx as nx

    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(part.nodes))
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in part.edges))
    if len(ordered) <= _EXACT:
        found = nx.kamada_kawai_layout(ordered)
    else:
        found = nx.spring_layout(ordered, seed=_SEED, iterations=50)
    return {node: (float(x), float(y)) for node, (x, y) in found.items()}


def _apart(
    boxes: Sequence[Box], placed: dict[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Push overlapping boxes apart along the shorter way, a little at a time."""
    import numpy as np

    if len(boxes) < 2:
        return placed
    x = np.array([placed[box.id][0] for box in boxes])
    y = np.array([placed[box.id][1] for box in boxes])
    width = np.array([box.width + _GAP for box in boxes], dtype=float)
    height = np.array([box.height + _GAP for box in boxes], dtype=float)
    wide = (width[:, None] + width[None, :]) / 2
    high = (height[:, None] + height[None, :]) / 2
    order = np.sign(np.arange(len(boxes))[:, None] - np.arange(len(boxes))[None, :])
    for _ in range(_ROUNDS):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        over_x, over_y = wide - abs(dx), high - abs(dy)
        hit = (over_x > 0) & (over_y > 0) & (order != 0)
        if not hit.any():
            break
        sideways = hit & (over_x < over_y)
        upright = hit & ~sideways
        sign_x = np.where(dx == 0, order, np.sign(dx))
        sign_y = np.where(dy == 0, order, np.sign(dy))
        x = x + np.where(sideways, sign_x * (over_x / 2 + 0.5), 0).sum(axis=1) * 0.6
        y = y + np.where(upright, sign_y * (over_y / 2 + 0.5), 0).sum(axis=1) * 0.6
    return {box.id: (float(x[i]), float(y[i])) for i, box in enumerate(boxes)}


def _loose(
    boxes: Sequence[Box], placed: dict[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Rows below the picture, as wide as it is."""
    left = min((x for x, _ in placed.values()), default=-600.0)
    right = max((x for x, _ in placed.values()), default=600.0)
    y = max((y for _, y in placed.values()), default=0.0) + 120
    found: dict[str, tuple[float, float]] = {}
    x, tallest = left, 0
    for box in boxes:
        if x > left and x + box.width > max(right, left + 1200):
            x, y, tallest = left, y + tallest + _GAP, 0
        found[box.id] = (x + box.width / 2, y)
        x += box.width + _GAP
        tallest = max(tallest, box.height)
    return found
