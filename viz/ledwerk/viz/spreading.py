"""Boxes spread over a rectangle, so that labels can be read and the screen is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ledwerk.viz.crossings import Edges, Flags, Floats

GAP_X, GAP_Y = 12.0, 8.0
_FILL = 0.47  # of the rectangle that boxes may take
_EVEN = 0.6  # from 0, places as they come, to 1, places as even as can be
_PULL = 0.1
_ROUNDS = 200
_WIDEST = 2.6  # times as wide as high


@dataclass(frozen=True, slots=True)
class Room:
    """The boxes' sizes and the rectangle that holds their middles, itself around (0, 0)."""

    width: Floats
    height: Floats
    across: float
    down: float

    @classmethod
    def of(cls, width: Sequence[float], height: Sequence[float], across: float) -> Room:
        """A rectangle that is large enough for these boxes, and no wider than need be."""
        area = sum(area_of(*size) for size in zip(width, height, strict=True))
        wide = max(min(across, (area * _WIDEST) ** 0.5), max(width) * 2)
        down = max(area / wide, max(height) * 2)
        return cls(np.array(width, dtype=float), np.array(height, dtype=float), wide, down)

    def inside(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """The places nearest to these where whole boxes stand inside."""
        wide, high = (self.across - self.width) / 2, (self.down - self.height) / 2
        return np.clip(x, -wide, wide), np.clip(y, -high, high)


def area_of(width: float, height: float) -> float:
    """What a box takes of a picture, the free space about it included."""
    return (width + GAP_X) * (height + GAP_Y) / _FILL


def spread(room: Room, x: Floats, y: Floats, edges: Edges) -> tuple[Floats, Floats]:
    """Places all over the room that keep the drawing's shape; a few boxes may still overlap."""
    x, y = _even(x) * room.across / 2, _even(y) * room.down / 2
    degree = np.maximum(np.bincount(edges.ravel(), minlength=len(x)), 1)
    for step in range(_ROUNDS):
        push_x, push_y, _ = _pushes(room, x, y)
        pull = _PULL * (1 - step / _ROUNDS) / degree
        x, y = room.inside(
            x + push_x + _pulls(x, edges) * pull, y + push_y + _pulls(y, edges) * pull
        )
    return x, y


def settled(room: Room, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Places without overlaps near these, in a larger room where this one is too small."""
    for _ in range(_ROUNDS):
        push_x, push_y, apart = _pushes(room, x, y)
        if apart:
            return x, y
        x, y = room.inside(x + push_x, y + push_y)
    x, y = x.copy(), y.copy()
    while not _settled(room, x, y):
        room = replace(room, across=room.across * 1.03, down=room.down * 1.03)
        x, y = x * 1.03, y * 1.03
    return x, y


def _settled(room: Room, x: Floats, y: Floats) -> bool:
    """Boxes that still overlap go to the nearest free place, the large ones first; the places are
    changed in hand. False where one finds none.
    """
    steps = np.arange(-1, 1.0001, 0.02)
    grid_x, grid_y = (g.ravel() for g in np.meshgrid(steps, steps))
    placed: list[int] = []
    for node in np.argsort(-room.width * room.height, kind="stable"):
        if not _free(room, x, y, placed, int(node), x[node : node + 1], y[node : node + 1])[0]:
            try_x = grid_x * (room.across - room.width[node]) / 2
            try_y = grid_y * (room.down - room.height[node]) / 2
            far = np.hypot(try_x - x[node], try_y - y[node])
            far[~_free(room, x, y, placed, int(node), try_x, try_y)] = np.inf
            best = int(far.argmin())
            if not np.isfinite(far[best]):
                return False
            x[node], y[node] = try_x[best], try_y[best]
        placed.append(int(node))
    return True


def _free(
    room: Room, x: Floats, y: Floats, placed: list[int], node: int, try_x: Floats, try_y: Floats
) -> Flags:
    """At which of the places tried a box would overlap none that is placed."""
    wide = (room.width[placed] + room.width[node]) / 2 + GAP_X
    high = (room.height[placed] + room.height[node]) / 2 + GAP_Y
    hit = (abs(try_x[:, None] - x[placed]) < wide) & (abs(try_y[:, None] - y[placed]) < high)
    return np.asarray(~hit.any(axis=1))


def columns(room: Room, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Many boxes in columns, from left to right and from top to bottom as they lie."""
    count = max(1, round(room.across / (float(room.width.mean()) + GAP_X)))
    made_x, made_y = x.copy(), y.copy()
    left = 0.0
    for column in np.array_split(np.argsort(x, kind="stable"), count):
        inner = column[np.argsort(y[column], kind="stable")]
        heights = room.height[inner] + GAP_Y
        widest = float(room.width[inner].max(initial=0))
        made_x[inner] = left + widest / 2
        made_y[inner] = np.cumsum(heights) - heights / 2 - heights.sum() / 2
        left += widest + GAP_X
    return made_x, made_y


def _even(values: Floats) -> Floats:
    """From -1 to 1: in part as they are, in part by rank alone."""
    span = float(values.max() - values.min()) or 1.0
    plain = 2 * (values - values.min()) / span - 1
    ranks = np.empty(len(values))
    ranks[np.argsort(values, kind="stable")] = np.linspace(-1, 1, len(values))
    return np.asarray((1 - _EVEN) * plain + _EVEN * ranks)


def _pulls(values: Floats, edges: Edges) -> Floats:
    """What its ties together pull each end by."""
    strain = values[edges[:, 1]] - values[edges[:, 0]]
    size = len(values)
    pulled = np.bincount(edges[:, 0], strain, size) - np.bincount(edges[:, 1], strain, size)
    return pulled.astype(float)


def _pushes(room: Room, x: Floats, y: Floats) -> tuple[Floats, Floats, bool]:
    """What moves overlapping boxes apart along the shorter way, and whether none overlap."""
    dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
    over_x = (room.width[:, None] + room.width[None, :]) / 2 + GAP_X - abs(dx)
    over_y = (room.height[:, None] + room.height[None, :]) / 2 + GAP_Y - abs(dy)
    numbers = np.arange(len(x))
    order = np.sign(numbers[:, None] - numbers[None, :])
    hit = (over_x > 0) & (over_y > 0) & (order != 0)
    sideways = hit & (over_x < over_y)
    sign_x = np.where(dx == 0, order, np.sign(dx))
    sign_y = np.where(dy == 0, order, np.sign(dy))
    push_x = np.where(sideways, sign_x * (over_x + 1), 0).sum(axis=1)
    push_y = np.where(hit & ~sideways, sign_y * (over_y + 1), 0).sum(axis=1)
    return push_x * 0.3, push_y * 0.3, not hit.any()
