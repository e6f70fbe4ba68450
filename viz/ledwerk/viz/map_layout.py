"""A map: parties at their municipality, north above, without anything fetched from elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians

import numpy as np

from ledwerk.viz.crossings import Floats
from ledwerk.viz.free_places import Taken
from ledwerk.viz.layout import Box, Place
from ledwerk.viz.spreading import Room, settled

_ACROSS, _DOWN = 1_500.0, 900.0  # of the picture, at least
_FILL = 0.4  # of the rectangle around all points, that marks may take
_TRIES = 400  # to push municipalities apart
_EDGE, _HEAD = 10, 26  # free space around the marks of a municipality, and for its name above
_GAP_X, _GAP_Y = 8.0, 6.0
_BELOW = 90  # between the map and those whose place is not known

Degrees = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality on the map: the corner and size of what it takes, and its own point."""

    id: str
    x: int
    y: int
    width: int
    height: int
    point: Place


@dataclass(frozen=True, slots=True)
class MapLayout:
    """A middle for every mark, the municipalities, and where those stand whose place is unknown:
    left, top, width and height, or None where there are none.
    """

    places: dict[str, Place]
    towns: tuple[Town, ...]
    unknown: tuple[int, int, int, int] | None


def map_positions(
    boxes: Sequence[Box],
    town_of: Mapping[str, str],
    points: Mapping[str, Degrees],
    widths: Mapping[str, int] | None = None,
) -> MapLayout:
    """Marks around the point of their municipality, without overlaps.

    `town_of` gives the municipality of a mark, `points` latitude and longitude of municipalities in
    degrees, `widths` the pixels that a municipality's name takes above its marks. The projection is
    equirectangular: x is the longitude times the cosine of the latitude in the middle between north
    and south, y the latitude, so that there a kilometre is as long in both directions; in a country
    of the size of the Netherlands it is so within three percent everywhere. The marks of one
    municipality stand in a rectangle around its point, which moves as little as it can where others
    are in the way. The same input gives the same places.
    """
    known: defaultdict[str, list[Box]] = defaultdict(list)
    apart: list[Box] = []
    for box in sorted(boxes, key=lambda one: one.id):
        town = town_of.get(box.id, "")
        (known[town] if town in points else apart).append(box)
    heads = widths or {}
    blocks = [_Block.of(town, known[town], heads.get(town, 0)) for town in sorted(known)]
    places: dict[str, Place] = {}
    towns = _mapped(blocks, points, places)
    bottom = max((town.y + town.height for town in towns), default=-_BELOW)
    left = min((town.x for town in towns), default=0)
    span = max((town.x + town.width for town in towns), default=0) - left
    unknown = _rows(apart, left, bottom + _BELOW, max(span, round(_ACROSS)), places)
    return MapLayout({one: places[one] for one in sorted(places)}, tuple(towns), unknown)


@dataclass(frozen=True, slots=True)
class _Block:
    """The marks of a municipality around its middle."""

    town: str
    marks: tuple[tuple[str, float, float], ...]
    width: float
    height: float

    @classmethod
    def of(cls, town: str, boxes: Sequence[Box], head: int) -> _Block:
        taken = Taken(len(boxes), _GAP_X, _GAP_Y)
        found: list[tuple[Box, float, float]] = []
        # Its own mark in the middle, then the large ones, since small ones fit in between.
        order = sorted(boxes, key=lambda box: (box.id != town, -box.width * box.height, box.id))
        for box in order:
            x, y = taken.nearest(0.0, 0.0, box.width, box.height)
            taken.put(x, y, box.width, box.height)
            found.append((box, x, y))
        left = min(x - box.width / 2 for box, x, _ in found)
        right = max(x + box.width / 2 for box, x, _ in found)
        top = min(y - box.height / 2 for box, _, y in found)
        bottom = max(y + box.height / 2 for box, _, y in found)
        mid_x, mid_y = (left + right) / 2, (top + bottom) / 2
        return cls(
            town,
            tuple((box.id, x - mid_x, y - mid_y) for box, x, y in found),
            max(right - left, head) + 2 * _EDGE,
            bottom - top + 2 * _EDGE + _HEAD,
        )

    def told(self, x: int, y: int, point: Place, places: dict[str, Place]) -> Town:
        """Put the marks on the map with the block's middle at a place."""
        for ident, own_x, own_y in self.marks:
            places[ident] = (round(x + own_x), round(y + own_y + _HEAD / 2))
        left, top = round(x - self.width / 2), round(y - self.height / 2)
        return Town(self.town, left, top, round(self.width), round(self.height), point)


def _mapped(
    blocks: Sequence[_Block], points: Mapping[str, Degrees], places: dict[str, Place]
) -> list[Town]:
    """Put every block as near to its point as there is room."""
    if not blocks:
        return []
    wide = np.array([block.width for block in blocks])
    high = np.array([block.height for block in blocks])
    own = _projected([points[block.town] for block in blocks], float((wide * high).sum()))
    room = Room(wide, high, *(4 * (float(np.ptp(one)) + _ACROSS) for one in own))
    x, y = settled(room, *own, _TRIES)
    return [
        block.told(
            round(float(x[at])), round(float(y[at])),
            (round(float(own[0][at])), round(float(own[1][at]))), places,
        )
        for at, block in enumerate(blocks)
    ]  # fmt: skip


def _projected(points: Sequence[Degrees], area: float) -> tuple[Floats, Floats]:
    """Where points are in the picture, around (0, 0): at least as large as a screen, and so large
    that marks of such an area together have room.
    """
    degrees = np.array(points, dtype=float)
    low, high = degrees.min(axis=0), degrees.max(axis=0)
    middle = (low + high) / 2
    x = (degrees[:, 1] - middle[1]) * cos(radians(float(middle[0])))
    y = middle[0] - degrees[:, 0]
    across, down = max(float(np.ptp(x)), 1e-3), max(float(np.ptp(y)), 1e-3)
    fitting = min(_ACROSS / across, _DOWN / down)
    # Points in a line have hardly an area: no side counts as less than a third of the other.
    ground = max(across, down / 3) * max(down, across / 3)
    scale = max(fitting, (area / _FILL / ground) ** 0.5)
    return np.round(x * scale, 3), np.round(y * scale, 3)


def _rows(
    boxes: Sequence[Box], left: int, top: int, across: int, places: dict[str, Place]
) -> tuple[int, int, int, int] | None:
    """Put marks below the map in rows; returns what they take."""
    if not boxes:
        return None
    x, y, tallest, widest = left + _EDGE, top + _EDGE + _HEAD, 0, 0
    for box in boxes:
        if x > left + _EDGE and x + box.width > left + across - _EDGE:
            x, y, tallest = left + _EDGE, y + tallest + round(_GAP_Y), 0
        places[box.id] = (x + (box.width + 1) // 2, y + (box.height + 1) // 2)
        x += box.width + round(_GAP_X)
        tallest, widest = max(tallest, box.height), max(widest, x)
    return left, top, widest - left + _EDGE, y + tallest + _EDGE - top
