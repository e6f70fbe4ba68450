"""Ties, distances and introducers on a small graph worked out by hand.

s1 - p1 - a - p2 - a, c1         a takes part with s1 once and with campus c1 twice
s1 - p1 - b - p4 - c1            b with c1 once
s2 - p5 alone                    unreachable
s3 - p2                          at distance 1
"""

from __future__ import annotations

from ledwerk.graph.analysis.gaps import gaps
from ledwerk.graph.analysis.paths import shortest_path
from ledwerk.graph.analysis.within import within
from ledwerk.graph.projection import Ties, Walks
from ledwerk.graph.store import TieRows

PARTIES = ("s1", "s2", "s3", "a", "b", "c1")
JOINED = {
    "p1": ("s1", "a", "b"), "p2": ("a", "c1", "s3"), "p3": ("a", "c1"), "p4": ("b", "c1"),
    "p5": ("s2",),
}  # fmt: skip


def graph(tenancies: tuple[tuple[str, str], ...] = ()) -> tuple[Ties, dict[str, int]]:
    names = [*PARTIES, *JOINED]
    number = {name: place for place, name in enumerate(names, 1)}
    rows = tuple((number[p], number[a]) for a, parties in JOINED.items() for p in parties)
    tied = tuple((number[a], number[b]) for a, b in tenancies)
    nodes = {number[name]: (name, name, "Organisation") for name in names}
    return Ties(TieRows(1, rows, tied, nodes)), number


def test_weights_count_what_is_shared() -> None:
    ties, n = graph()
    assert ties.near(n["a"]) == {n["s1"]: 1, n["b"]: 1, n["c1"]: 2, n["s3"]: 1}


def test_tenancy_and_ownership_of_one_campus_count_once() -> None:
    ties, n = graph((("a", "c1"), ("a", "c1")))
    assert ties.near(n["a"])[n["c1"]] == 3
    assert ties.near(n["c1"])[n["a"]] == 3


def test_gaps_with_their_introducers() -> None:
    ties, n = graph()
    found = gaps(ties, [n["s1"], n["s2"], n["s3"]], [n["c1"]])
    assert [(ties.id(g.party), g.distance) for g in found] == [("s1", 2), ("s2", None)]
    assert [(ties.id(i.party), i.strength) for i in found[0].introducers] == [("a", 1), ("b", 1)]
    assert [ties.id(one) for one in found[0].nearest] == ["c1"]
    assert found[1].nearest == found[1].introducers == ()


def test_a_party_is_no_target_for_itself() -> None:
    ties, n = graph()
    (gap,) = gaps(ties, [n["c1"]], [n["c1"], n["s1"]])
    assert (gap.distance, [ties.id(one) for one in gap.nearest]) == (2, ["s1"])


def test_strength_is_the_weakest_tie_of_the_strongest_way() -> None:
    """X - m (3 projects), m - k1 (1), m - k2 (2), k1 - t (5), k2 - t (2): the best is 2."""
    joined = {}
    for one, other, times in (("x", "m", 3), ("m", "k1", 1), ("m", "k2", 2), ("k1", "t", 5),
                              ("k2", "t", 2)):  # fmt: skip
        for turn in range(times):
            joined[f"{one}{other}{turn}"] = (one, other)
    names = ["x", "m", "k1", "k2", "t", *joined]
    number = {name: place for place, name in enumerate(names, 1)}
    rows = tuple((number[p], number[a]) for a, both in joined.items() for p in both)
    nodes = {number[name]: (name, name, "Organisation") for name in names}
    ties = Ties(TieRows(1, rows, (), nodes))
    (gap,) = gaps(ties, [number["x"]], [number["t"]])
    assert gap.distance == 3
    assert [(ties.id(i.party), i.strength) for i in gap.introducers] == [("m", 2)]


def test_within_two_ties() -> None:
    ties, n = graph()
    assert [(ties.id(p), d) for p, d in within(ties, n["c1"], 2)] == [
        ("a", 1), ("b", 1), ("s3", 1), ("s1", 2),
    ]  # fmt: skip


def test_the_path_of_smallest_ids() -> None:
    near = {
        "a": [("m", "ON", True), ("n", "ON", True)],
        "m": [("a", "ON", False), ("z", "FROM", True), ("z", "ON", True)],
        "n": [("a", "ON", False), ("z", "ON", True)],
        "z": [("m", "FROM", False), ("m", "ON", False), ("n", "ON", False)],
    }
    path = shortest_path(Walks(near), "a", "z")
    assert path is not None
    assert path.nodes == ("a", "m", "z")
    assert [(s.relation, s.outgoing) for s in path.steps] == [("ON", True), ("FROM", True)]
    assert shortest_path(Walks(near), "a", "nowhere") is None
    itself = shortest_path(Walks(near), "a", "a")
    assert itself is not None
    assert itself.steps == ()
