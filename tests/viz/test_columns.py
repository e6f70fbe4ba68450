"""Two columns: in an order with few crossings, without overlaps, in columns that can be read."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ledwerk.viz.columns import column_positions, crossing_ties
from ledwerk.viz.layout import Box, Place, Ties


def boxes(letter: str, size: int, *, seed: int = 1) -> list[Box]:
    random = np.random.default_rng(seed)
    sizes = zip(random.integers(20, 190, size), random.integers(15, 80, size), strict=True)
    return [Box(f"{letter}{at:03}", int(w), int(h), False) for at, (w, h) in enumerate(sizes)]


def overlapping(listed: list[Box], places: dict[str, Place]) -> list[tuple[str, str]]:
    return [
        (a.id, b.id)
        for a, b in combinations(listed, 2)
        if abs(places[a.id][0] - places[b.id][0]) < (a.width + b.width) / 2
        and abs(places[a.id][1] - places[b.id][1]) < (a.height + b.height) / 2
    ]


def from_top(letter: str, places: dict[str, Place]) -> list[str]:
    return sorted((one for one in places if one[0] == letter), key=lambda one: places[one][1])


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 40),
    st.integers(0, 40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39), st.booleans()), max_size=60),
)
def test_nothing_overlaps_and_sides_are_apart(
    left: int, right: int, ends: list[tuple[int, int, bool]]
) -> None:
    one, other = boxes("a", left), boxes("b", right, seed=2)
    ties = tuple(
        (f"b{b:03}", f"a{a:03}") if turned else (f"a{a:03}", f"b{b:03}") for a, b, turned in ends
    )
    places = column_positions(one, other, ties)
    assert set(places) == {box.id for box in (*one, *other)}
    assert overlapping([*one, *other], places) == []
    assert all(places[box.id][0] + box.width / 2 <= -150 for box in one)
    assert all(places[box.id][0] - box.width / 2 >= 150 for box in other)
    again = column_positions(one[::-1], other[::-1], ties[::-1])
    assert again == places


def test_ties_that_need_not_cross_do_not() -> None:
    # A path that goes to and fro, its names in no order.
    random = np.random.default_rng(5)
    left, right = random.permutation(20), random.permutation(20)
    pairs = [(left[at], right[at]) for at in range(20)]
    pairs += [(left[at + 1], right[at]) for at in range(19)]
    ties: Ties = tuple((f"a{a:03}", f"b{b:03}") for a, b in pairs)
    places = column_positions(boxes("a", 20), boxes("b", 20), ties)
    near: dict[str, list[str]] = {f"a{at:03}": [] for at in range(20)}
    for one, other in ties:
        near[one].append(other)
    before = crossing_ties(sorted(near), [f"b{at:03}" for at in range(20)], near)
    after = crossing_ties(from_top("a", places), from_top("b", places), near)
    assert before > 100
    assert after <= 5


def test_crossings_are_counted() -> None:
    near = {"a": ["y"], "b": ["x"], "c": ["x", "y"]}
    assert crossing_ties(["a", "b", "c"], ["x", "y"], near) == 2
    assert crossing_ties(["b", "c", "a"], ["x", "y"], near) == 0
    assert crossing_ties([], [], {}) == 0


def test_what_is_tied_stands_at_the_same_height_and_what_is_not_comes_last() -> None:
    left, right = boxes("a", 12), boxes("b", 3)
    ties: Ties = tuple((f"a{at:03}", f"b{at // 4:03}") for at in range(11))
    places = column_positions(left, right, ties)
    for number in range(2):
        heights = [places[f"a{at:03}"][1] for at in range(4 * number, 4 * number + 4)]
        assert min(heights) <= places[f"b{number:03}"][1] <= max(heights)
    assert from_top("a", places)[-1] == "a011"


def test_a_long_side_is_wrapped_in_columns_that_can_be_read() -> None:
    left, right = boxes("a", 200), boxes("b", 5)
    ties: Ties = tuple((f"a{at:03}", f"b{at % 5:03}") for at in range(200))
    places = column_positions(left, right, ties)
    assert overlapping([*left, *right], places) == []
    heights = [places[box.id][1] for box in left]
    assert max(heights) - min(heights) < 60 * 26
    assert len({places[box.id][0] for box in left}) > 3
    assert len({places[box.id][0] for box in right}) == 1
