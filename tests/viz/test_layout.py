"""Positions: without overlaps, the same every time, and affordable for many nodes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledwerk.viz.crossings import behind, crossings
from ledwerk.viz.layout import Box, Place, Ties, positions, quick_positions

GRID = """
from ledwerk.viz.layout import Box, positions
boxes = tuple(Box(f"n{i}", 60 + 7 * (i % 5), 30, i > 27) for i in range(32))
ties = tuple((f"n{i}", f"n{(i * i + 1) % 28}") for i in range(28))
print(positions(boxes, ties))
"""


Layout = Callable[[tuple[Box, ...], Ties], dict[str, Place]]


def overlapping(
    boxes: tuple[Box, ...], ties: Ties, layout: Layout = positions
) -> list[tuple[str, str]]:
    places = layout(boxes, ties)
    assert set(places) == {box.id for box in boxes}
    return [
        (a.id, b.id)
        for a, b in combinations(boxes, 2)
        if abs(places[a.id][0] - places[b.id][0]) < (a.width + b.width) / 2
        and abs(places[a.id][1] - places[b.id][1]) < (a.height + b.height) / 2
    ]


def network(size: int, *, seed: int = 1) -> tuple[tuple[Box, ...], tuple[tuple[str, str], ...]]:
    random = np.random.default_rng(seed)
    boxes = tuple(
        Box(f"n{i:05}", int(random.integers(30, 190)), int(random.integers(20, 80)), loose=False)
        for i in range(size)
    )
    ends = [int(random.integers(0, max(1, i // 3))) for i in range(1, size)]
    return boxes, tuple((f"n{end:05}", f"n{i:05}") for i, end in enumerate(ends, 1))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 300), st.integers(1, 120), st.booleans()), max_size=14),
    st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=20),
)
def test_no_boxes_overlap(sizes: list[tuple[int, int, bool]], ends: list[tuple[int, int]]) -> None:
    boxes = tuple(Box(f"n{i}", *size) for i, size in enumerate(sizes))
    known = {box.id for box in boxes if not box.loose}
    ties = tuple((f"n{a}", f"n{b}") for a, b in ends if {f"n{a}", f"n{b}"} <= known)
    assert overlapping(boxes, ties) == []
    assert overlapping(boxes, ties, quick_positions) == []


@pytest.mark.parametrize("size", [60, 250, 450, 1200])
def test_no_boxes_overlap_in_larger_networks(size: int) -> None:
    assert overlapping(*network(size)) == []


@pytest.mark.parametrize("size", [60, 150, 400])
def test_a_quick_layout_has_no_overlaps_either_and_is_the_same_every_time(size: int) -> None:
    boxes, ties = network(size)
    assert overlapping(boxes, ties, quick_positions) == []
    first = quick_positions(boxes, ties)
    quick_positions.cache_clear()
    assert quick_positions(boxes, ties) == first


def test_a_quick_layout_of_a_full_picture_takes_little_time() -> None:
    boxes, ties = network(400, seed=3)
    began = time.process_time()
    quick_positions(boxes, ties)
    assert time.process_time() - began < 5  # some 0.6 s, on a machine with nothing else to do


def test_two_thousand_nodes_are_placed_within_seconds() -> None:
    boxes, ties = network(2000)
    began = time.perf_counter()
    places = positions(boxes, ties)
    assert time.perf_counter() - began < 10
    assert len(set(places.values())) == len(boxes)


def test_nothing_gives_nothing() -> None:
    assert positions((), ()) == {}


@pytest.mark.parametrize("seed", ["0", "1"])
def test_places_do_not_hang_on_the_hash_seed(seed: str) -> None:
    found: dict[str, object] = {}
    exec(GRID.replace("print(", "found.update(places="), {"found": found})  # noqa: S102
    run = subprocess.run(
        [sys.executable, "-c", GRID],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == str(found["places"])


def test_loose_boxes_stand_below_the_others() -> None:
    boxes = (*network(12)[0], Box("loose", 50, 20, loose=True))
    places = positions(boxes, network(12)[1])
    assert places["loose"][1] > max(places[box.id][1] for box in boxes[:-1])


def test_crossings_are_counted_once_and_shared_ends_not() -> None:
    x, y = np.array([0.0, 10, 0, 10]), np.array([0.0, 10, 10, 0])
    assert crossings(x, y, np.array([[0, 1], [2, 3]])) == 1
    assert crossings(x, y, np.array([[0, 1], [0, 2]])) == 0
    assert crossings(x, y, np.array([[0, 2], [1, 3]])) == 0


def test_a_tie_behind_a_box_is_seen_and_its_own_ends_are_not_in_the_way() -> None:
    x, y = np.array([0.0, 100, 50, 50]), np.array([0.0, 0, 5, 60])
    size = np.full(4, 20.0)
    hit = behind(x, y, np.array([[0, 1]]), slice(None), size, size)
    assert hit.tolist() == [[False, False, True, False]]
