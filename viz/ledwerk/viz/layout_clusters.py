"""Where clusters stand: by their ties, and where they stood while some of them are opened.

What an opened cluster holds is laid out by itself and stands where the cluster was; everything
around is pushed outward from there, as far as that takes and no further.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ledwerk.viz.cluster_ties import strong_ties
from ledwerk.viz.clusters import Frame
from ledwerk.viz.crossings import Floats
from ledwerk.viz.free_places import Taken
from ledwerk.viz.keeping import NOTHING, Kept
from ledwerk.viz.layout import Box, Place, quick_positions
from ledwerk.viz.layout_steady import kept_positions, neighbours
from ledwerk.viz.spreading import GAP_X, GAP_Y, Room, settled

_CLUSTER, _PARTY = (230, 150), (140, 70)  # pixels that either takes, more or less
_EDGE, _HEAD = 22, 34  # free space in an opened cluster, and that for its name above


@dataclass(frozen=True, slots=True)
class Rect:
    """The part of the picture that an opened cluster takes; x and y are its corner."""

    id: str
    x: int
    y: int
    width: int
    height: int


def cluster_positions(
    frames: Sequence[Frame], boxes: Mapping[str, Box], kept: Kept = NOTHING
) -> tuple[dict[str, Place], tuple[Rect, ...]]:
    """A middle for every mark that is drawn, and the rectangle of every opened cluster.

    `frames` are those of `clusters.Shown`; `boxes` has the room of every mark in them, also that
    of clusters that are opened, as if they were closed. Nothing overlaps, and nothing that is not
    in an opened cluster stands in its rectangle. The same frames and boxes give the same places.
    """
    by_id = {frame.id: frame for frame in frames}
    if "" not in by_id or not by_id[""].marks:
        return {}, ()
    outer = _Laid.of(by_id[""], by_id, boxes, kept)
    places: dict[str, Place] = {}
    rects: list[Rect] = []
    outer.tell(0.0, 0.0, places, rects)
    return {ident: places[ident] for ident in sorted(places)}, tuple(rects)


@dataclass(frozen=True, eq=False, slots=True)
class _Laid:
    """A frame whose marks have places around its middle; `opened` are laid out themselves."""

    id: str
    marks: tuple[str, ...]
    x: Floats
    y: Floats
    width: float
    height: float
    opened: Mapping[str, _Laid]

    @classmethod
    def of(
        cls, frame: Frame, frames: Mapping[str, Frame], boxes: Mapping[str, Box], kept: Kept
    ) -> _Laid:
        opened = {
            one: cls.of(frames[one], frames, boxes, kept) for one in frame.marks if one in frames
        }
        wide = np.array([float(boxes[one].width) for one in frame.marks])
        high = np.array([float(boxes[one].height) for one in frame.marks])
        x, y = _closed(frame, boxes, kept)
        for at, one in enumerate(frame.marks):
            if one in opened:
                x, y = _pushed(x, y, at, (wide[at], high[at]), opened[one])
                wide[at], high[at] = opened[one].width, opened[one].height
        if opened:
            x, y = settled(_unbound(wide, high, x, y), x, y)
        left, right = float((x - wide / 2).min()), float((x + wide / 2).max())
        top, bottom = float((y - high / 2).min()), float((y + high / 2).max())
        x, y = x - (left + right) / 2, y - (top + bottom) / 2
        size = (right - left + 2 * _EDGE, bottom - top + 2 * _EDGE + _HEAD)
        return cls(frame.id, frame.marks, x, y, *size, opened)

    def tell(self, x: float, y: float, places: dict[str, Place], rects: list[Rect]) -> None:
        """Add the places of all marks in here to others, and the rectangles of the opened."""
        if self.id:
            corner = round(x - self.width / 2), round(y - self.height / 2)
            rects.append(Rect(self.id, *corner, round(self.width), round(self.height)))
            y += _HEAD / 2
        for at, one in enumerate(self.marks):
            own = x + float(self.x[at]), y + float(self.y[at])
            if one in self.opened:
                self.opened[one].tell(*own, places, rects)
            else:
                places[one] = (round(own[0]), round(own[1]))


def _closed(frame: Frame, boxes: Mapping[str, Box], kept: Kept) -> tuple[Floats, Floats]:
    """Where the marks of a frame stand while all are closed, without overlaps.

    Of a whole frame that follows from what loads said, so that no filter and no edit moves them;
    what came since stands beside what it is tied to.
    """
    if not frame.whole:
        own = tuple(boxes[one] for one in sorted(frame.marks))
        places = kept_positions(quick_positions, own, strong_ties(frame.marks, frame.ties), kept)
        found = np.array([places[one] for one in frame.marks], dtype=float)
        return found[:, 0], found[:, 1]
    nominal = tuple(Box(one, *_nominal(one, frame), loose=False) for one in sorted(frame.known))
    places = kept_positions(quick_positions, nominal, frame.links, kept)
    there = [one for one in frame.marks if one in places]
    first = np.array([places[one] for one in there], dtype=float)
    x, y = _apart([boxes[one] for one in there], first[:, 0], first[:, 1])
    stand = dict(zip(there, zip(x.tolist(), y.tolist(), strict=True), strict=True))
    _join(frame, boxes, stand)
    found = np.array([stand[one] for one in frame.marks], dtype=float)
    return found[:, 0], found[:, 1]


def _nominal(ident: str, frame: Frame) -> tuple[int, int]:
    """What a mark takes, whatever it is called and however many there are in it today."""
    return _CLUSTER if ident.startswith(f"{frame.id}/") or not frame.id else _PARTY


def _join(frame: Frame, boxes: Mapping[str, Box], stand: dict[str, tuple[float, float]]) -> None:
    """Put what came since beside what it is tied to, by id; `stand` is added to."""
    taken = Taken(len(frame.marks), GAP_X, GAP_Y)
    for ident, (x, y) in stand.items():
        taken.put(x, y, boxes[ident].width, boxes[ident].height)
    near = neighbours(frame.marks, tuple((one, other) for one, other, _ in frame.ties))
    before = dict(stand)
    for ident in sorted(set(frame.marks) - before.keys()):
        tied = near[ident] & before.keys() or before.keys()
        middle = np.median(np.array([before[one] for one in sorted(tied)]), axis=0)
        box = boxes[ident]
        stand[ident] = taken.nearest(float(middle[0]), float(middle[1]), box.width, box.height)
        taken.put(*stand[ident], box.width, box.height)


def _apart(boxes: Sequence[Box], x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The nearest places without overlaps."""
    wide = np.array([float(box.width) for box in boxes])
    high = np.array([float(box.height) for box in boxes])
    return settled(_unbound(wide, high, x, y), x, y)


def _pushed(
    x: Floats, y: Floats, at: int, old: tuple[float, float], opened: _Laid
) -> tuple[Floats, Floats]:
    """Everything moved away from a mark that grows, straight outward from its middle."""
    dx, dy = x - x[at], y - y[at]
    far = np.hypot(dx, dy)
    far[at] = 1.0
    far = np.maximum(far, 1e-6)
    more = _reach(dx, dy, opened.width, opened.height) - _reach(dx, dy, *old)
    more = np.where(np.arange(len(x)) == at, 0.0, np.maximum(more, 0.0))
    return x + dx / far * more, y + dy / far * more


def _reach(dx: Floats, dy: Floats, width: float, height: float) -> Floats:
    """How far it is from the middle of a rectangle to its edge, by direction."""
    far = np.maximum(np.hypot(dx, dy), 1e-6)
    across = width / 2 * far / np.maximum(abs(dx), 1e-9)
    down = height / 2 * far / np.maximum(abs(dy), 1e-9)
    return np.asarray(np.minimum(across, down))


def _unbound(wide: Floats, high: Floats, x: Floats, y: Floats) -> Room:
    """A room that everything has space in where it stands."""
    across = float(2 * (abs(x) + wide).max()) + 1.0
    down = float(2 * (abs(y) + high).max()) + 1.0
    return Room(wide, high, across, down)
