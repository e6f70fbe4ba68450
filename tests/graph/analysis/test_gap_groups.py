"""Gaps counted by group, by hand."""

from __future__ import annotations

from tests.graph.analysis.small_networks import network

from ledwerk.graph.analysis.gap_groups import GroupGaps, gaps_by_group, programmes_of
from ledwerk.graph.analysis.projections import projected
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network, span_of

TAKING = {"p1": "oA oB", "p2": "oB oC", "p3": "oC cT", "p4": "oD", "r1": "oE oF", "r2": "oG"}


def net() -> Network:
    nodes = dict.fromkeys([p for parties in TAKING.values() for p in parties.split()] + [*TAKING])
    taken = [("PARTNER_IN", p, a) for a, parties in TAKING.items() for p in parties.split()]
    parts = [
        ("PART_OF", "p1", "r1"), ("PART_OF", "r1", "r2"), ("PART_OF", "r2", "r1"),
        ("PART_OF", "p2", "r1", {"end": "2015-12-31"}),
    ]  # fmt: skip
    return network({ident: {} for ident in nodes}, [*taken, *parts])


def test_by_distance_and_group() -> None:
    groups = {"east": ["oA", "oB", "oC"], "west": ["oC", "oD", "oE", "nobody"], "none": []}
    found = gaps_by_group(projected(net(), Lens()), ["oA", "oB", "oC", "oD", "oF"], ["cT"], groups)
    assert found == (
        GroupGaps("east", 3, 2, {1: 1, 2: 1, 3: 1}, 0),
        GroupGaps("", 1, 1, {}, 1),
        GroupGaps("west", 2, 1, {1: 1}, 1),
    )
    everybody = gaps_by_group(projected(net(), Lens()), ["oA", "oC"], ["cT"], {})
    assert everybody == (GroupGaps("", 2, 1, {1: 1, 3: 1}, 0),)


def test_programmes_hold_what_is_part_of_them() -> None:
    assert programmes_of(net())["r1"] == ("oA", "oB", "oC", "oE", "oF", "oG")
    assert programmes_of(net())["r2"] == programmes_of(net())["r1"]
    assert programmes_of(net(), span_of("2016"))["r1"] == ("oA", "oB", "oE", "oF", "oG")
    assert programmes_of(network({}, [])) == {}
