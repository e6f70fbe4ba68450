"""Fewer crossings: boxes are moved and exchanged as long as that makes ties easier to follow.

Simulated annealing (Davidson and Harel 1996) with a fixed seed and a fixed number of tries, so
that the same drawing always ends up the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ledwerk.viz.crossings import Edges, Floats, behind, crossing
from ledwerk.viz.spreading import GAP_X, GAP_Y, Room

_SEED = 7
_HIDDEN = 1.5  # a tie behind a label is worse than a crossing
_CROWDED, _PACKED = 0.5, 8.0  # an overlap, when all is open yet, and more of it at the end
_HOPELESS = 20.0  # so much worse is never accepted, and the rest need not be counted
_LONG = 100.0  # this many pixels of tie are as bad as a crossing

Places = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class _Drawing:
    room: Room
    edges: Edges
    at: tuple[Edges, ...]  # numbers of the ties at each box
    wide: Floats  # how near the middles of two boxes may come
    high: Floats

    def worse(self, x: Floats, y: Floats, moved: list[int], left: float) -> float:
        """How much harder the second of two drawings is to read, which differ in moved boxes."""
        crowded = self._overlaps(x, y, moved) * (_CROWDED + _PACKED * (1 - left))
        if crowded[1] - crowded[0] > _HOPELESS:
            return math.inf
        trouble = crowded + self._trouble(x, y, moved)
        return float(trouble[1] - trouble[0])

    def _overlaps(self, x: Floats, y: Floats, moved: list[int]) -> Floats:
        near_x = abs(x[:, moved, None] - x[:, None, :]) < self.wide[moved]
        near_y = abs(y[:, moved, None] - y[:, None, :]) < self.high[moved]
        return np.asarray((near_x & near_y).sum(axis=(1, 2)), dtype=float)

    def _trouble(self, x: Floats, y: Floats, moved: list[int]) -> Floats:
        own = self.at[moved[0]] if len(moved) == 1 else np.concatenate([self.at[i] for i in moved])
        some = self.edges[own]
        width, height = self.room.width, self.room.height
        hidden = behind(x, y, some, slice(None), width, height).sum(axis=(1, 2))
        hidden += behind(x, y, self.edges, moved, width, height).sum(axis=(1, 2))
        a, b = some[:, 0], some[:, 1]
        length = np.hypot(x[:, a] - x[:, b], y[:, a] - y[:, b]).sum(axis=1)
        crossed = crossing(x, y, some, self.edges).sum(axis=(1, 2))
        return np.asarray(crossed + _HIDDEN * hidden + length / _LONG)


def untangled(room: Room, x: Floats, y: Floats, edges: Edges, *, tries: int, warm: float) -> Places:
    """Places in the same room whose ties cross and hide less, with hardly any overlaps.

    At first a change that makes it worse by `warm` is taken about once in three times: the warmer,
    the more tries it takes to come to something better.
    """
    at = tuple(np.flatnonzero((edges == node).any(axis=1)) for node in range(len(x)))
    wide = (room.width[:, None] + room.width) / 2 + GAP_X
    high = (room.height[:, None] + room.height) / 2 + GAP_Y
    drawing = _Drawing(room, edges, at, wide, high)
    random = np.random.default_rng(_SEED)
    for number in range(tries):
        left = 1 - number / tries
        node = int(random.integers(len(x)))
        moved, (new_x, new_y) = _tried(drawing, x, y, node, left, random)
        worse = drawing.worse(np.stack([x, new_x]), np.stack([y, new_y]), moved, left)
        if worse < 0 or random.random() < math.exp(-worse / (warm * left * left)):
            x, y = new_x, new_y
    return x, y


def _tried(
    drawing: _Drawing, x: Floats, y: Floats, node: int, left: float, random: np.random.Generator
) -> tuple[list[int], Places]:
    """Another place for a box: an exchange, somewhere near, or beside a neighbour."""
    new_x, new_y = x.copy(), y.copy()
    room, way = drawing.room, random.random()
    moved = [node]
    if way < 0.4:
        other = int(random.integers(len(x)))
        moved = [node] if other == node else [node, other]
        new_x[moved], new_y[moved] = x[moved[::-1]], y[moved[::-1]]
    elif way < 0.7:
        reach = 0.25 * left + 0.03
        new_x[node] += random.normal() * room.across * reach
        new_y[node] += random.normal() * room.down * reach
    else:
        ends = drawing.edges[drawing.at[node]].ravel()
        near = int(random.choice(ends[ends != node]))
        new_x[node] = x[near] + random.normal() * 160
        new_y[node] = y[near] + random.normal() * 110
    return moved, room.inside(new_x, new_y)
