"""Clusters stand by their ties, and opening one keeps the arrangement of the others."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.viz.test_clusters import MANY, TWO, shown_of, small

from ledwerk.viz.cluster_ties import strong_ties
from ledwerk.viz.cluster_tree import cluster_tree
from ledwerk.viz.clusters import Frame, Shown, clustered, narrowed
from ledwerk.viz.keeping import NOTHING, Kept
from ledwerk.viz.layout import Box, Place
from ledwerk.viz.layout_clusters import Rect, cluster_positions

TREE = cluster_tree(MANY, "community", most=200)
KEPT = Kept(Path(tempfile.mkdtemp(prefix="ledwerk-test-")))  # what is inside is laid out once


def boxes_of(frames: Iterable[Frame]) -> dict[str, Box]:
    """Room for every mark, of several sizes."""
    marks = {one for frame in frames for one in frame.marks}
    return {one: Box(one, 60 + len(one) % 5 * 30, 40 + len(one) % 3 * 25, False) for one in marks}


def placed(shown: Shown, kept: Kept | None = None) -> tuple[dict[str, Place], tuple[Rect, ...]]:
    """Where everything stands."""
    boxes = boxes_of(shown.frames)
    return cluster_positions(shown.frames, boxes, kept or KEPT)


def right(shown: Shown) -> None:
    """Nothing overlaps, all marks of an opened cluster are in its rectangle, and no other is."""
    boxes = boxes_of(shown.frames)
    places, rects = placed(shown)
    around = {one.id: one.around for one in shown.clusters} | dict(shown.parties)
    assert set(places) == set(around)
    assert [rect.id for rect in rects] == [one.id for one in shown.opened] or (
        {rect.id for rect in rects} == {one.id for one in shown.opened}
    )
    for a, b in combinations([boxes[one] for one in around], 2):
        (ax, ay), (bx, by) = places[a.id], places[b.id]
        apart = abs(ax - bx) >= (a.width + b.width) / 2 or abs(ay - by) >= (a.height + b.height) / 2
        assert apart, (a.id, b.id)
    outer = {one.id: one.around for one in shown.opened}
    for rect in rects:
        for one, at in around.items():
            inside = at == rect.id or rect.id in chain(at, outer)
            assert is_in(rect, places[one], boxes[one], whole=inside) == inside, (rect.id, one)


def chain(ident: str, outer: dict[str, str]) -> Iterable[str]:
    """A cluster and those around it."""
    while ident:
        yield ident
        ident = outer[ident]


def is_in(rect: Rect, place: Place, box: Box, *, whole: bool) -> bool:
    """Whether a box is wholly in a rectangle, or at least in part."""
    left, top = place[0] - box.width / 2, place[1] - box.height / 2
    end_x, end_y = left + box.width, top + box.height
    if whole:
        return (
            left >= rect.x and top >= rect.y
            and end_x <= rect.x + rect.width and end_y <= rect.y + rect.height
        )  # fmt: skip
    return (
        left < rect.x + rect.width and end_x > rect.x
        and top < rect.y + rect.height and end_y > rect.y
    )  # fmt: skip


def test_closed_clusters_do_not_overlap() -> None:
    right(clustered(TREE, TWO, most=200))


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(sorted({*TREE.parties, *TREE.links} - {""})), max_size=5))
def test_whatever_is_opened_nothing_overlaps(opened: list[str]) -> None:
    right(clustered(TREE, TWO, opened, most=200))


def test_opening_keeps_the_arrangement_of_the_others() -> None:
    before, _ = placed(clustered(TREE, TWO, most=200))
    for ident in ("community:1", "community:4"):
        shown = clustered(TREE, TWO, [ident], most=200)
        after, (rect,) = placed(shown)
        middle = np.array([rect.x + rect.width / 2, rect.y + rect.height / 2])
        others = [one for one in before if one != ident]
        turns = [
            angle(np.array(before[one]) - before[ident], np.array(after[one]) - middle)
            for one in others
        ]
        assert np.median(turns) < 0.35  # radians: seen from the opened one, all stay where they are
        for axis in (0, 1):
            ranks = np.corrcoef([before[one][axis] for one in others], [
                after[one][axis] for one in others])[0, 1]  # fmt: skip
            assert ranks > 0.8


def angle(one: np.ndarray, other: np.ndarray) -> float:
    """Between two directions, in radians."""
    lengths = float(np.hypot(*one) * np.hypot(*other)) or 1.0
    return float(np.arccos(np.clip(one @ other / lengths, -1, 1)))


@pytest.mark.parametrize("away", ["every third", "community:unknown", "community:2"])
def test_filters_leave_clusters_where_they_are(away: str, tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    every, _ = placed(clustered(TREE, TWO, most=200), kept)
    there = np.ones(len(MANY), dtype=bool)
    if away == "every third":
        there[TWO.members[::3]] = False
    else:
        inside = {party for party, leaf in TREE.leaf.items() if leaf.split("/")[0] == away}
        there[[MANY.numbers[party] for party in inside]] = False
    two = narrowed(TWO, there, np.ones(len(MANY), dtype=bool))
    fewer, _ = placed(clustered(TREE, two, most=200), kept)
    assert fewer.keys() == every.keys() - {away}
    before, after = (np.array([found[one] for one in fewer]) for found in (every, fewer))
    # The middle of the picture may be elsewhere; how they stand to each other is as it was.
    assert abs((after - after[0]) - (before - before[0])).max() <= 2


def test_who_joins_an_opened_cluster_moves_nobody_in_it() -> None:
    tree = cluster_tree(small(), "community")
    later = small([("PARTNER_IN", "oX", "p3"), ("PARTNER_IN", "oX", "p4")], oX={}, oY={})
    before, _ = placed(shown_of(small(), "community", "community:2", tree=tree))
    after, _ = placed(shown_of(later, "community", "community:2", tree=tree))
    assert after.keys() - before.keys() == {"oX"}
    for one in ("oE", "oF"):
        was, now = (np.array(found[one]) - found["oD"] for found in (before, after))
        assert abs(now - was).max() <= 2
    beside = min(np.hypot(*(np.array(after["oX"]) - after[one])) for one in ("oD", "oE", "oF"))
    assert beside < 200


def test_the_same_is_placed_the_same() -> None:
    shown = clustered(TREE, TWO, ["community:1", "community:2"], most=200)
    assert placed(shown, NOTHING) == placed(shown, NOTHING) == placed(shown)


def test_nothing_gives_nothing() -> None:
    assert cluster_positions((), {}) == ({}, ())
    assert cluster_positions((Frame("", (), (), whole=True),), {}) == ({}, ())


def test_strong_ties_are_those_of_the_largest_share() -> None:
    ties: Sequence[tuple[str, str, int]] = [
        ("big", "a", 9), ("big", "b", 9), ("big", "c", 9), ("a", "b", 8), ("b", "c", 1),
    ]  # fmt: skip
    assert strong_ties(["a", "b", "c"], ties) == (("a", "b"), ("b", "c"))
    assert strong_ties(["a", "b", "c", "big"], ties) == (
        ("a", "b"), ("a", "big"), ("b", "big"), ("b", "c"), ("big", "c"),
    )  # fmt: skip
    assert strong_ties(["a"], ties) == ()
