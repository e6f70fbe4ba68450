"""What makes a drawing hard to read, counted: ties that cross, and ties that run behind a mark.

Coordinates may have axes before that of the nodes: several drawings are then compared at once.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Edges = NDArray[np.intp]
Flags = NDArray[np.bool_]


def crossings(x: Floats, y: Floats, edges: Edges) -> int:
    """How many pairs of ties cross."""
    return int(crossing(x, y, edges, edges).sum()) // 2


def crossing(x: Floats, y: Floats, some: Edges, edges: Edges) -> Flags:
    """Which of `some` ties cross which of all ties; sharing an end is no crossing."""
    ax, ay, bx, by = (ends[..., :, None] for ends in _ends(x, y, some))
    cx, cy, dx, dy = (ends[..., None, :] for ends in _ends(x, y, edges))
    x_ab, y_ab, x_cd, y_cd = bx - ax, by - ay, dx - cx, dy - cy
    x_ac, y_ac = cx - ax, cy - ay
    # On which side of one tie the ends of the other lie.
    c, d = x_ab * y_ac - y_ab * x_ac, x_ab * (dy - ay) - y_ab * (dx - ax)
    a, b = y_cd * x_ac - x_cd * y_ac, x_cd * (by - cy) - y_cd * (bx - cx)
    return np.asarray((c * d < 0) & (a * b < 0))


def behind(x: Floats, y: Floats, edges: Edges, nodes: Any, width: Floats, height: Floats) -> Flags:
    """Which ties run behind which of `nodes`, other than their own ends (Liang and Barsky)."""
    ax, ay, bx, by = (ends[..., :, None] for ends in _ends(x, y, edges))
    mid_x, mid_y = x[..., None, nodes] - ax, y[..., None, nodes] - ay
    half_x, half_y = width[nodes] / 2, height[nodes] / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        slope_x, slope_y = 1 / (bx - ax), 1 / (by - ay)
        near_x, far_x = (mid_x - half_x) * slope_x, (mid_x + half_x) * slope_x
        near_y, far_y = (mid_y - half_y) * slope_y, (mid_y + half_y) * slope_y
    enter = np.maximum(np.minimum(near_x, far_x), np.minimum(near_y, far_y))
    leave = np.minimum(np.maximum(near_x, far_x), np.maximum(near_y, far_y))
    hit = (enter < leave) & (leave > 0) & (enter < 1)
    names = np.arange(x.shape[-1])[nodes]
    return np.asarray(hit & (edges[:, :1] != names) & (edges[:, 1:] != names))


def _ends(x: Floats, y: Floats, edges: Edges) -> tuple[Floats, Floats, Floats, Floats]:
    a, b = edges[:, 0], edges[:, 1]
    return x[..., a], y[..., a], x[..., b], y[..., b]
