"""Places that stay: edits move nothing but what was edited, and the graph alone decides."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledwerk.viz import layout_steady
from ledwerk.viz.keeping import Kept
from ledwerk.viz.layout import Box, Place, Ties, positions, quick_positions
from ledwerk.viz.layout_steady import kept_positions, steady_positions

PRINTED = """
from ledwerk.viz.layout import Box
from ledwerk.viz.layout_steady import steady_positions
boxes = tuple(Box(f"n{i:02}", 60 + 7 * (i % 5), 30, i > 27) for i in range(32))
ties = tuple((f"n{i:02}", f"n{(i * i + 1) % 28:02}") for i in range(28))
more = (*boxes, Box("new", 90, 40, False), Box("newer", 90, 40, False), Box("apart", 90, 40, True))
print(steady_positions(more, (*ties, ("new", "n03"), ("newer", "new")), boxes, ties))
"""


def base(size: int, *, seed: int = 1) -> tuple[tuple[Box, ...], Ties]:
    """A network of some boxes, the last tenth of them loose."""
    random = np.random.default_rng(seed)
    tied = size - size // 10
    boxes = tuple(
        Box(f"n{i:03}", int(random.integers(40, 170)), int(random.integers(25, 70)), i >= tied)
        for i in range(size)
    )
    ends = [(i, int(random.integers(0, max(1, i // 3)))) for i in range(1, tied)]
    return boxes, tuple((f"n{a:03}", f"n{b:03}") for a, b in ends)


BOXES, TIES = base(60)
PLACES = positions(BOXES, TIES)


def overlapping(boxes: Iterable[Box], places: Mapping[str, Place]) -> list[tuple[str, str]]:
    """Which boxes overlap."""
    return [
        (a.id, b.id)
        for a, b in combinations(boxes, 2)
        if abs(places[a.id][0] - places[b.id][0]) < (a.width + b.width) / 2
        and abs(places[a.id][1] - places[b.id][1]) < (a.height + b.height) / 2
    ]


def far(places: Mapping[str, Place], one: str, other: str) -> float:
    """How far two middles are apart."""
    (ax, ay), (bx, by) = places[one], places[other]
    return float(np.hypot(ax - bx, ay - by))


def test_what_nobody_edited_stands_where_the_careful_layout_puts_it() -> None:
    assert steady_positions(BOXES, TIES, BOXES, TIES) == PLACES


def test_removed_boxes_leave_their_place_free() -> None:
    rest = tuple(box for box in BOXES if box.id not in {"n000", "n007", "n059"})
    found = steady_positions(rest, TIES, BOXES, TIES)
    assert found == {box.id: PLACES[box.id] for box in rest}


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(20, 220), st.integers(10, 90), st.lists(st.integers(0, 70), max_size=3)
        ),
        max_size=12,
    ),
    st.sets(st.integers(0, 59), max_size=20),
)
def test_added_boxes_move_nothing_and_overlap_nothing(
    added: list[tuple[int, int, list[int]]], removed: set[int]
) -> None:
    names = [box.id for box in BOXES] + [f"x{number:02}" for number in range(len(added))]
    ties = [
        (f"x{number:02}", names[end % len(names)])
        for number, (_, _, ends) in enumerate(added)
        for end in ends
    ]
    gone = {f"n{number:03}" for number in removed}
    left = [box for box in BOXES if box.id not in gone]
    every = [tie for tie in (*TIES, *ties) if not gone & set(tie) and tie[0] != tie[1]]
    tied = {end for tie in every for end in tie}
    new = [Box(f"x{n:02}", w, h, loose=False) for n, (w, h, _) in enumerate(added)]
    boxes = tuple(replace(box, loose=box.id not in tied) for box in (*left, *new))
    found = steady_positions(boxes, tuple(every), BOXES, TIES)
    assert set(found) == {box.id for box in boxes}
    assert overlapping(boxes, found) == []
    if len(new) <= 0.25 * len(boxes):
        before = {box.id: box for box in BOXES}
        same = [box for box in boxes if before.get(box.id) == box]
        assert all(found[box.id] == PLACES[box.id] for box in same)


def test_an_added_box_stands_beside_what_it_is_tied_to() -> None:
    new = Box("new", 80, 40, loose=False)
    for end in ("n003", "n020", "n041"):
        found = steady_positions((*BOXES, new), (*TIES, ("new", end)), BOXES, TIES)
        nearer = [box.id for box in BOXES if far(found, box.id, end) < far(found, "new", end)]
        assert len(nearer) < 25
        assert far(found, "new", end) < 450


def test_what_is_tied_to_something_new_stands_beside_that() -> None:
    new = tuple(Box(name, 80, 40, loose=False) for name in ("x1", "x2", "x3"))
    ties = (("x3", "n003"), ("x2", "x3"), ("x1", "x2"))
    found = steady_positions((*BOXES, *new), (*TIES, *ties), BOXES, TIES)
    assert far(found, "x1", "x2") < 350
    assert far(found, "x2", "x3") < 350


def test_loose_boxes_are_added_among_the_loose_ones_and_leave_when_they_are_tied() -> None:
    new = Box("new", 80, 40, loose=True)
    found = steady_positions((*BOXES, new), TIES, BOXES, TIES)
    lowest = max(found[box.id][1] + box.height / 2 for box in BOXES if not box.loose)
    assert found["new"][1] - 20 > lowest
    tied = tuple(replace(box, loose=False) if box.id == "n059" else box for box in BOXES)
    found = steady_positions(tied, (*TIES, ("n059", "n003")), BOXES, TIES)
    assert found["n059"] != PLACES["n059"]
    assert found["n059"][1] + 30 < PLACES["n058"][1]
    assert all(found[one] == PLACES[one] for one in PLACES if one != "n059")


def test_a_longer_name_stays_if_it_can_and_moves_nobody() -> None:
    wider = tuple(replace(box, width=box.width + 300) if box.id == "n010" else box for box in BOXES)
    found = steady_positions(wider, TIES, BOXES, TIES)
    assert overlapping(wider, found) == []
    assert all(found[one] == PLACES[one] for one in PLACES if one != "n010")
    shorter = tuple(replace(box, width=20) if box.id == "n010" else box for box in BOXES)
    assert steady_positions(shorter, TIES, BOXES, TIES) == PLACES


def test_when_much_was_added_all_is_laid_out_together() -> None:
    few, ties = BOXES[:6], TIES[:4]
    assert steady_positions(BOXES, TIES, few, ties) == quick_positions(BOXES, TIES)
    assert steady_positions(BOXES, TIES, (), ()) == quick_positions(BOXES, TIES)
    assert steady_positions((), (), (), ()) == {}
    assert steady_positions((), (), BOXES, TIES) == {}


def test_the_order_in_which_things_are_given_does_not_count() -> None:
    new = tuple(Box(name, 80, 40, loose=False) for name in ("x1", "x2", "x3"))
    ties = (*TIES, ("x1", "n003"), ("x2", "n003"), ("x3", "x2"))
    one = steady_positions((*BOXES, *new), ties, BOXES, TIES)
    other = steady_positions((*BOXES, *new[::-1]), ties[::-1], BOXES, TIES)
    assert one == other


def test_places_are_kept_and_damage_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counted(boxes: tuple[Box, ...], ties: Ties) -> dict[str, Place]:
        asked.append(len(boxes))
        return quick_positions(boxes, ties)

    kept = Kept(tmp_path)
    first = kept_positions(counted, BOXES, TIES, kept)
    assert kept_positions(counted, BOXES, TIES, kept) == first
    assert kept_positions(counted, BOXES[1:], TIES, kept) != first
    assert asked == [60, 59]
    for path in tmp_path.iterdir():
        path.write_bytes(b"damaged")
    assert kept_positions(counted, BOXES, TIES, kept) == first
    assert len(asked) == 3
    monkeypatch.setattr(layout_steady, "_VERSION", 0)
    kept_positions(counted, BOXES, TIES, kept)
    assert len(asked) == 4


def test_the_hash_seed_does_not_count() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", PRINTED],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert runs[0] == runs[1]
    assert "newer" in runs[0]


def test_an_edit_of_a_full_picture_is_placed_at_once(tmp_path: Path) -> None:
    boxes, ties = base(400)
    kept = Kept(tmp_path)
    steady_positions(boxes, ties, boxes, ties, kept)
    new = tuple(Box(f"x{number}", 90, 50, loose=False) for number in range(10))
    more = (*ties, *((box.id, f"n{number * 7:03}") for number, box in enumerate(new)))
    took = []
    for _ in range(3):
        began = time.perf_counter()
        found = steady_positions((*boxes, *new), more, boxes, ties, kept)
        took.append(time.perf_counter() - began)
    assert overlapping((*boxes, *new), found) == []
    assert min(took) < 2  # some 20 ms, on a machine with nothing else to do
