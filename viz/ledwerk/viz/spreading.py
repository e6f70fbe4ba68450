"""Boxes spread over a rectangle, so that labels can be read and the screen is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ledwerk.viz.crossings import Edges, Floats
from ledwerk.viz.free_places import Taken

GAP_X, GAP_Y = 12.0, 8.0
_FILL = 0.47  # of the rectangle that boxes may take
_EVEN = 0.6  # from 0, places as they come, to 1, places as even as can be
_PULL = 0.1
_ROUNDS = 200  # of spreading
_TRIES = 60  # to push boxes apart
_SHARE = 0.3  # of an overlap, undone at a time
_LOOKS, _MARGIN = 8, 50.0  # rounds between two looks at who is near whom, and how near that is
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
        if step % _LOOKS == 0:
            pairs = _near(room, x, y, _MARGIN)
        push_x, push_y, _ = _pushes(room, x, y, pairs)
        pull = _PULL * (1 - step / _ROUNDS) / degree
        x, y = room.inside(
            x + push_x + _pulls(x, edges) * pull, y + push_y + _pulls(y, edges) * pull
        )
    # Whatever a machine's own arithmetic leaves in the last digits, what follows begins the same.
    return np.round(x, 3), np.round(y, 3)


def settled(room: Room, x: Floats, y: Floats, tries: int = _TRIES) -> tuple[Floats, Floats]:
    """Places without overlaps near these; where pushing does not do, out of the room as well."""
    for step in range(tries):
        if step % _LOOKS == 0:
            pairs = _near(room, x, y, _MARGIN)
        push_x, push_y, apart = _pushes(room, x, y, pairs)
        if apart and _pushes(room, x, y, _near(room, x, y, 0.0))[2]:
            return x, y
        x, y = room.inside(x + push_x, y + push_y)
    x, y = x.copy(), y.copy()
    taken = Taken(len(x), GAP_X, GAP_Y)
    # The large ones first: small ones find a place between them.
    for node in np.argsort(-room.width * room.height, kind="stable").tolist():
        size = float(room.width[node]), float(room.height[node])
        x[node], y[node] = taken.nearest(float(x[node]), float(y[node]), *size)
        taken.put(float(x[node]), float(y[node]), *size)
    return x, y


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


def _near(room: Room, x: Floats, y: Floats, margin: float) -> Edges:
    """Pairs of boxes that overlap, or would if they were so much larger."""
    near = abs(x[:, None] - x) < (room.width[:, None] + room.width) / 2 + (GAP_X + margin)
    near &= abs(y[:, None] - y) < (room.height[:, None] + room.height) / 2 + (GAP_Y + margin)
    one, other = np.nonzero(near)
    upper = one < other
    return np.stack([one[upper], other[upper]])


def _pushes(room: Room, x: Floats, y: Floats, pairs: Edges) -> tuple[Floats, Floats, bool]:
    """What moves overlapping boxes apart along the shorter way, and whether none overlap."""
    one, other = pairs
    dx, dy = x[one] - x[other], y[one] - y[other]
    over_x = (room.width[one] + room.width[other]) / 2 + GAP_X - abs(dx)
    over_y = (room.height[one] + room.height[other]) / 2 + GAP_Y - abs(dy)
    hit = (over_x > 0) & (over_y > 0)
    sideways = over_x < over_y
    push_x = np.where(hit & sideways, np.where(dx >= 0, over_x + 1, -over_x - 1), 0.0) * _SHARE
    push_y = np.where(hit & ~sideways, np.where(dy >= 0, over_y + 1, -over_y - 1), 0.0) * _SHARE
    return _moved(pairs, push_x, len(x)), _moved(pairs, push_y, len(x)), not hit.any()


def _moved(pairs: Edges, pushes: Floats, size: int) -> Floats:
    """What pushes add up to: the first of each pair goes with it, the second against it."""
    one, other = (np.bincount(ends, pushes, size) for ends in pairs)
    return np.asarray(one - other, dtype=float)
