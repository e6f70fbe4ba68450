"""Places that stay: what editors add, remove or rename moves nothing else.

A picture stands upon the layout of what loads said, which is made with care once and kept. What it
looks like follows from the graph alone, not from the order in which it was edited.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from ledwerk.viz.free_places import Strip, Taken
from ledwerk.viz.keeping import NOTHING, Kept
from ledwerk.viz.layout import LOOSE_GAP, Box, Place, Ties, positions, quick_positions

_VERSION = 1  # of how places are made; other ones are not taken from what is kept
_MOST_ADDED = 0.5  # of all boxes; when more are new, everything is laid out anew
_GAP_X, _GAP_Y = 6.0, 4.0

Layout = Callable[[tuple[Box, ...], Ties], dict[str, Place]]


def steady_positions(
    boxes: tuple[Box, ...],
    ties: Ties,
    loaded_boxes: tuple[Box, ...],
    loaded_ties: Ties,
    kept: Kept = NOTHING,
) -> dict[str, Place]:
    """A middle for every box, without overlaps, where what loads said stands as it ever did.

    `loaded_boxes` and `loaded_ties` are what would be drawn had nobody edited anything. Removed
    boxes leave their place free. Added ones stand as near as they can to the middle of those that
    they are tied to, or with the other loose ones; so do those that became loose, or are so no
    more. One whose name grew stays, if it can. When more than half was added, all is laid out
    together: a workshop may add a third to a small network, one by one, before everybody's eyes.
    Places are the same whatever the order of edits was.
    """
    before = {box.id: box for box in loaded_boxes}
    added = [box for box in boxes if box.id not in before]
    if len(added) > _MOST_ADDED * len(boxes):
        return kept_positions(quick_positions, boxes, ties, kept)
    places = kept_positions(positions, loaded_boxes, loaded_ties, kept)
    if not added and all(box == before[box.id] for box in boxes):
        return {box.id: places[box.id] for box in boxes}
    return _Steady(boxes, ties, before, places).placed()


def kept_positions(
    layout: Layout, boxes: tuple[Box, ...], ties: Ties, kept: Kept
) -> dict[str, Place]:
    """The places that a layout gives, computed once and kept."""
    drawn = [(box.id, box.width, box.height, box.loose) for box in boxes]
    text = json.dumps([_VERSION, layout.__name__, drawn, ties], separators=(",", ":"))
    key = f"places {hashlib.sha256(text.encode()).hexdigest()}"
    found = kept.get(key)
    if found is not None:
        return {node: (x, y) for node, (x, y) in json.loads(found).items()}
    places = layout(boxes, ties)
    kept.put(key, json.dumps(places, separators=(",", ":")).encode())
    return places


class _Steady:
    """Boxes that are placed one after the other, beside those that stand."""

    def __init__(
        self,
        boxes: Sequence[Box],
        ties: Ties,
        before: Mapping[str, Box],
        places: Mapping[str, Place],
    ) -> None:
        self._boxes = {box.id: box for box in boxes}
        self._near = neighbours(self._boxes, ties)
        self._before, self._old = before, places
        self._found: dict[str, Place] = {}
        self._stand: set[str] = set()  # what loads said and stays where it is
        self._taken = Taken(len(boxes), _GAP_X, _GAP_Y)
        self._tied, self._loose, self._corner = self._strips()

    def placed(self) -> dict[str, Place]:
        self._stand = {ident for ident in self._boxes if self._stays(ident)}
        for ident in self._stand:  # in the size that it had
            self._put(self._before[ident], self._old[ident])
        others = sorted(self._boxes.keys() - self._stand)
        for ident in [one for one in others if self._boxes[one].loose]:
            self._put_near(self._boxes[ident], self._corner, self._loose)
        self._join([one for one in others if not self._boxes[one].loose])
        grown = [ident for ident in sorted(self._stand) if not self._fits(ident)]
        if grown:
            self._regrow(grown)
        return {ident: self._found[ident] for ident in self._boxes}

    def _regrow(self, grown: list[str]) -> None:
        """Give what grew a place as near to its own as there is, beside all else as it stands."""
        self._taken = Taken(len(self._boxes), _GAP_X, _GAP_Y)
        for ident in self._boxes.keys() - set(grown):
            self._put(self._boxes[ident], self._found[ident])
        for ident in grown:
            box = self._boxes[ident]
            self._put_near(box, self._old[ident], self._loose if box.loose else self._tied)

    def _join(self, others: list[str]) -> None:
        """Place what is tied to something that stands, and then what is tied to that."""
        while others:
            ready = [one for one in others if self._near[one] & self._found.keys()]
            # Tied to each other only: the most tied of them begins, in the middle of the picture.
            for ident in ready or [min(others, key=lambda one: (-len(self._near[one]), one))]:
                self._put_near(self._boxes[ident], self._middle(ident), self._tied)
            others = [one for one in others if one not in self._found]

    def _middle(self, ident: str) -> Place:
        """Where its neighbours are: the median, which one far away hardly moves."""
        near = self._near[ident] & self._stand or self._near[ident] & self._found.keys()
        points = [self._found[one] for one in sorted(near or self._found)]
        if not points:
            return (0, 0)
        x, y = np.median(np.array(points, dtype=float), axis=0)
        return round(float(x)), round(float(y))

    def _stays(self, ident: str) -> bool:
        known = self._before.get(ident)
        return known is not None and known.loose == self._boxes[ident].loose

    def _fits(self, ident: str) -> bool:
        """Whether it is no larger than it was."""
        box, known = self._boxes[ident], self._before[ident]
        return box.width <= known.width and box.height <= known.height

    def _put_near(self, box: Box, wish: Place, strip: Strip) -> None:
        half = box.height / 2
        within = (strip[0] + half, max(strip[1] - half, strip[0] + half))
        x, y = self._taken.nearest(*wish, box.width, box.height, within)
        self._put(box, (round(x), round(y)))

    def _put(self, box: Box, place: Place) -> None:
        self._found[box.id] = place
        self._taken.put(*place, box.width, box.height)

    def _strips(self) -> tuple[Strip, Strip, Place]:
        """Where tied boxes may stand, where loose ones, and the place after the last loose one."""
        tied = [_edges(box, self._old[box.id]) for box in self._before.values() if not box.loose]
        loose = [_edges(box, self._old[box.id]) for box in self._before.values() if box.loose]
        if not loose:
            end = max((bottom for _, _, _, bottom in tied), default=-LOOSE_GAP)
            left = min((one[0] for one in tied), default=0)
            # Below what may still be added to the rest.
            return (-np.inf, end + LOOSE_GAP / 2), (end + LOOSE_GAP, np.inf), (left, end)
        top = min(one[1] for one in loose)
        last = max(loose, key=lambda one: (one[3], one[2]))
        return (-np.inf, top - LOOSE_GAP / 2), (top, np.inf), (last[2], last[3])


def neighbours(boxes: Iterable[str], ties: Ties) -> dict[str, set[str]]:
    """What each of some boxes is tied to among them."""
    near: dict[str, set[str]] = {ident: set() for ident in boxes}
    for one, other in ties:
        if one != other and one in near and other in near:
            near[one].add(other)
            near[other].add(one)
    return near


def _edges(box: Box, place: Place) -> tuple[int, int, int, int]:
    """Left, top, right and bottom."""
    x, y = place
    half_x, half_y = box.width // 2, box.height // 2
    return x - half_x, y - half_y, x + half_x, y + half_y
