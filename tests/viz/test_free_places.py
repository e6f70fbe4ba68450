"""The nearest free place: free, near, and the same every time."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ledwerk.viz.free_places import Taken

Boxes = list[tuple[float, float, float, float]]
SIZES = st.tuples(st.floats(-300, 300), st.floats(-300, 300), st.floats(1, 200), st.floats(1, 100))


def taken(boxes: Boxes, gap_x: float = 6, gap_y: float = 4) -> Taken:
    """Boxes that stand, wherever."""
    made = Taken(len(boxes) + 1, gap_x, gap_y)
    for box in boxes:
        made.put(*box)
    return made


@settings(max_examples=60, deadline=None)
@given(st.lists(SIZES, max_size=25), SIZES, st.sampled_from([(-np.inf, np.inf), (50.0, 400.0)]))
def test_a_place_is_free_and_in_its_strip(
    boxes: Boxes, box: tuple[float, float, float, float], strip: tuple[float, float]
) -> None:
    x, y = taken(boxes).nearest(*box, within=strip)
    assert strip[0] <= y <= strip[1]
    for other_x, other_y, width, height in boxes:
        apart_x = abs(x - other_x) - (box[2] + width) / 2
        apart_y = abs(y - other_y) - (box[3] + height) / 2
        assert apart_x >= 6 or apart_y >= 4
    assert taken(boxes).nearest(*box, within=strip) == (x, y)


def test_what_is_free_stays_and_what_is_not_goes_no_further_than_it_must() -> None:
    standing = taken([(0, 0, 100, 40)])
    assert standing.free(120, 0, 100, 40)
    assert not standing.free(100, 0, 100, 40)
    assert standing.nearest(120, 0, 100, 40) == (120, 0)
    x, y = standing.nearest(0, 10, 100, 40)
    assert x == 0
    assert 44 <= y < 44 + 8


def test_a_full_neighbourhood_sends_it_far_away() -> None:
    standing = taken([(0, 0, 4_000, 4_000)])
    x, y = standing.nearest(0, 0, 100, 40)
    assert max(abs(x) / 2_056, abs(y) / 2_024) >= 1
    assert max(abs(x), abs(y)) < 2_600
