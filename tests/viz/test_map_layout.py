"""A map: north above, marks around their municipality, nothing on top of anything."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledwerk.viz.layout import Box
from ledwerk.viz.map_layout import Degrees, MapLayout, map_positions

POINTS: dict[str, Degrees] = {
    "groningen": (53.22, 6.57), "maastricht": (50.85, 5.69), "vlissingen": (51.44, 3.57),
    "enschede": (52.22, 6.89), "utrecht": (52.09, 5.12), "heerlen": (50.88, 5.98),
    "kerkrade": (50.87, 6.06), "landgraaf": (50.91, 6.02),
}  # fmt: skip
TOWNS = tuple(POINTS)


def right(boxes: list[Box], found: MapLayout, town_of: dict[str, str]) -> None:
    """Nothing overlaps, and each mark is in its own municipality's rectangle."""
    assert set(found.places) == {box.id for box in boxes}
    for a, b in combinations(boxes, 2):
        (ax, ay), (bx, by) = found.places[a.id], found.places[b.id]
        apart = abs(ax - bx) >= (a.width + b.width) / 2 or abs(ay - by) >= (a.height + b.height) / 2
        assert apart, (a.id, b.id)
    rects = {town.id: (town.x, town.y, town.width, town.height) for town in found.towns}
    if found.unknown:
        rects[""] = found.unknown
    for (ax, ay, aw, ah), (bx, by, bw, bh) in combinations(rects.values(), 2):
        assert ax + aw <= bx or bx + bw <= ax or ay + ah <= by or by + bh <= ay
    for box in boxes:
        town = town_of.get(box.id, "")
        x, y, width, height = rects[town if town in POINTS else ""]
        left, top = (
            found.places[box.id][0] - box.width / 2,
            found.places[box.id][1] - box.height / 2,
        )
        assert x <= left <= x + width - box.width
        assert y <= top <= y + height - box.height


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(10, 190), st.integers(10, 80), st.sampled_from([*TOWNS, "atlantis", ""])
        ),
        max_size=60,
    )
)
def test_marks_stand_in_their_municipality_without_overlaps(
    made: list[tuple[int, int, str]],
) -> None:
    boxes = [Box(f"n{at:02}", w, h, False) for at, (w, h, _) in enumerate(made)]
    town_of = {f"n{at:02}": town for at, (_, _, town) in enumerate(made) if town}
    found = map_positions(boxes, town_of, POINTS)
    right(boxes, found, town_of)
    assert {town.id for town in found.towns} == set(town_of.values()) & POINTS.keys()
    assert (found.unknown is None) == all(one in POINTS for _, _, one in made)
    assert map_positions(boxes[::-1], town_of, POINTS) == found


def test_north_is_above_and_east_to_the_right_at_one_scale() -> None:
    boxes = [Box(town, 40, 30, False) for town in TOWNS]
    found = map_positions(boxes, {town: town for town in TOWNS}, POINTS)
    point = {town.id: town.point for town in found.towns}
    assert point["groningen"][1] < point["utrecht"][1] < point["maastricht"][1]
    assert point["vlissingen"][0] < point["utrecht"][0] < point["enschede"][0]
    # Groningen to Maastricht is 271 km as the crow flies, Vlissingen to Enschede 243.
    long, wide = (
        far(point["groningen"], point["maastricht"]),
        far(point["vlissingen"], point["enschede"]),
    )
    assert long / wide == pytest.approx(271 / 243, rel=0.02)


def far(one: tuple[int, int], other: tuple[int, int]) -> float:
    return float(np.hypot(one[0] - other[0], one[1] - other[1]))


def test_municipalities_stay_near_their_point_and_keep_their_order() -> None:
    town_of = {f"n{at:03}": TOWNS[at % len(TOWNS)] for at in range(100)}
    boxes = [Box(ident, 110, 40, False) for ident in town_of]
    found = map_positions(boxes, town_of, POINTS)
    right(boxes, found, town_of)
    middle = {
        town.id: (town.x + town.width // 2, town.y + town.height // 2) for town in found.towns
    }
    points = {town.id: town.point for town in found.towns}
    across = far(points["groningen"], points["maastricht"])
    assert all(far(middle[one], points[one]) < 0.25 * across for one in points)
    assert middle["maastricht"][0] < middle["heerlen"][0]
    assert middle["groningen"][1] < middle["utrecht"][1] < middle["heerlen"][1]


def test_a_municipality_stands_in_the_middle_of_its_own() -> None:
    boxes = [Box("utrecht", 60, 30, False), *(Box(f"n{at}", 60, 30, False) for at in range(8))]
    found = map_positions(boxes, {box.id: "utrecht" for box in boxes}, POINTS)
    places = np.array(list(found.places.values()), dtype=float)
    assert far(found.places["utrecht"], tuple(places.mean(axis=0).round().astype(int))) < 40


def test_there_is_room_for_the_name_of_every_municipality() -> None:
    towns = ("heerlen", "kerkrade", "landgraaf")
    boxes = [Box(town, 40, 30, False) for town in towns]
    town_of = {town: town for town in towns}
    found = map_positions(boxes, town_of, POINTS, {"heerlen": 400, "kerkrade": 300})
    right(boxes, found, town_of)
    widths = {town.id: town.width for town in found.towns}
    assert widths["heerlen"] >= 400
    assert widths["kerkrade"] >= 300
    assert widths["landgraaf"] < 100


def test_one_place_alone_and_nothing_at_all() -> None:
    found = map_positions([Box("a", 50, 20, False)], {"a": "utrecht"}, POINTS)
    assert found.towns[0].point == (0, 0)
    assert map_positions([], {}, POINTS) == MapLayout({}, (), None)
    found = map_positions([Box("a", 50, 20, False)], {}, {})
    assert found.unknown is not None
    assert found.towns == ()
