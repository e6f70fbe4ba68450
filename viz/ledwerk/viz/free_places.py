"""The free place nearest to where a box should stand, beside boxes that stand already."""

from __future__ import annotations

import numpy as np

from ledwerk.viz.crossings import Floats

_STEP = 8.0  # pixels between two places that are tried, at first
_REACH = 40  # of those in every direction
_AT_ONCE = 256

Strip = tuple[float, float]  # from one y to another
EVERYWHERE: Strip = (-np.inf, np.inf)


def _rings() -> tuple[Floats, Floats]:
    """Steps to every side, the nearest first; equals from the right round to above."""
    steps = np.arange(-_REACH, _REACH + 1)
    x, y = (grid.ravel() for grid in np.meshgrid(steps, steps))
    far = x * x + y * y
    order = np.lexsort((y, -x, far))
    order = order[far[order] <= _REACH * _REACH]
    return x[order].astype(float), y[order].astype(float)


_RINGS = _rings()


class Taken:
    """Boxes that stand; each is at least a gap away from the next."""

    def __init__(self, room: int, gap_x: float, gap_y: float) -> None:
        """Room for so many boxes at most."""
        self._boxes = np.zeros((4, room))  # middles, then sizes
        self._count = 0
        self._gap_x, self._gap_y = gap_x, gap_y

    def put(self, x: float, y: float, width: float, height: float) -> None:
        """A box stands there, whether or not it is free."""
        self._boxes[:, self._count] = x, y, width, height
        self._count += 1

    def free(self, x: float, y: float, width: float, height: float) -> bool:
        """Whether a box would stand free there."""
        mid_x, mid_y, wide, high = self._boxes[:, : self._count]
        near_x = abs(mid_x - x) < (wide + width) / 2 + self._gap_x
        near_y = abs(mid_y - y) < (high + height) / 2 + self._gap_y
        return not bool((near_x & near_y).any())

    def nearest(
        self, x: float, y: float, width: float, height: float, within: Strip = EVERYWHERE
    ) -> tuple[float, float]:
        """The nearest place where it would, to within some pixels; its middle lies in the strip."""
        y = min(max(y, within[0]), within[1])
        if self.free(x, y, width, height):
            return x, y
        scale = _STEP
        while True:
            found = self._tried(x, y, width, height, scale, within)
            if found is not None:
                return found
            scale *= 2

    def _tried(
        self, x: float, y: float, width: float, height: float, scale: float, within: Strip
    ) -> tuple[float, float] | None:
        mid_x, mid_y, wide, high = self._boxes[:, : self._count]
        wide, high = (wide + width) / 2 + self._gap_x, (high + height) / 2 + self._gap_y
        reach = scale * _REACH
        near = (abs(mid_x - x) < wide + reach) & (abs(mid_y - y) < high + reach)
        mid_x, mid_y, wide, high = mid_x[near], mid_y[near], wide[near], high[near]
        for start in range(0, len(_RINGS[0]), _AT_ONCE):
            try_x = x + _RINGS[0][start : start + _AT_ONCE] * scale
            try_y = y + _RINGS[1][start : start + _AT_ONCE] * scale
            hit = (abs(try_x[:, None] - mid_x) < wide) & (abs(try_y[:, None] - mid_y) < high)
            inside = (try_y >= within[0]) & (try_y <= within[1])
            free = np.flatnonzero(~hit.any(axis=1) & inside)
            if len(free):
                return float(try_x[free[0]]), float(try_y[free[0]])
        return None
