"""Groups that open: never more marks than asked for, everybody reachable, the same every time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.analysis.small_networks import network

from ledwerk.graph.analysis.projections import TwoMode, two_mode
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network
from ledwerk.viz.cluster_ties import shared
from ledwerk.viz.cluster_tree import Tree, cluster_tree, slices
from ledwerk.viz.cluster_values import values_of
from ledwerk.viz.clusters import Shown, clustered, narrowed
from ledwerk.viz.keeping import Kept
from ledwerk.viz.loaded import Known, Loaded
from ledwerk.viz.state import GROUPINGS

GROUPED = [one for one in GROUPINGS if one not in {"auto", "none"}]
Links = list[tuple[str, ...]]


def many(parties: int, activities: int, *, seed: int = 1) -> Network:
    """Parties in helices and towns, each in some activities, mostly of its own corner."""
    random = np.random.default_rng(seed)
    helices = ("industry", "knowledge", "government", "", "civil")
    nodes: dict[str, dict[str, Any]] = {
        f"o{number:04}": {"helix": helices[int(random.integers(5))]} for number in range(parties)
    }
    nodes |= {f"p{number:03}": {} for number in range(activities)}
    nodes |= {f"l{number:02}": {} for number in range(60)}
    links: Links = []
    for number in range(parties):
        for _ in range(int(random.integers(0, 4))):
            corner = int(number * activities / parties + random.normal() * 3) % activities
            links.append(("PARTNER_IN", f"o{number:04}", f"p{corner:03}"))
        if number % 3:
            links.append(("LOCATED_IN", f"o{number:04}", f"l{int(random.exponential(8)) % 60:02}"))
    return network(nodes, dict.fromkeys(links))


MANY = many(900, 150)
TWO = two_mode(MANY, Lens())


@lru_cache
def tree_of(grouping: str, most: int) -> Tree:
    """The tree of the many."""
    return cluster_tree(MANY, grouping, most=most)


def members_of(shown: Shown) -> list[str]:
    """Everybody who is drawn, alone or in a cluster."""
    inside = [one for cluster in shown.clusters for one in cluster.members]
    return [*inside, *(party for party, _ in shown.parties)]


def count(shown: Shown) -> int:
    """How many marks are drawn."""
    return len(shown.clusters) + len(shown.parties)


def ids(two: TwoMode) -> list[str]:
    """The members of a two-mode network."""
    return [two.network.ids[place] for place in two.members.tolist()]


def ways(tree: Tree, two: TwoMode, most: int) -> Iterable[tuple[tuple[str, ...], Shown]]:
    """What is shown by every chain of clusters opened one in the other."""
    todo: list[tuple[str, ...]] = [()]
    while todo:
        opened = todo.pop()
        shown = clustered(tree, two, opened, most=most)
        yield opened, shown
        around = opened[-1] if opened else ""
        todo += [(*opened, one.id) for one in shown.clusters if one.around == around]


@pytest.mark.parametrize("grouping", GROUPED)
@pytest.mark.parametrize("most", [60, 200, 400])
def test_everybody_is_reached_by_opening_and_never_is_more_drawn(grouping: str, most: int) -> None:
    tree = tree_of(grouping, most)
    seen: set[str] = set()
    for opened, shown in ways(tree, TWO, most):
        assert shown.refused == (), opened
        assert count(shown) <= most
        assert sorted(members_of(shown)) == sorted(ids(TWO))
        assert [one.id for one in shown.opened] == list(opened)
        seen |= {party for party, _ in shown.parties}
    assert seen == set(ids(TWO))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(GROUPED), st.sampled_from([20, 60, 400]), st.data())
def test_whatever_is_opened_nobody_is_lost_or_drawn_twice(
    grouping: str, most: int, data: st.DataObject
) -> None:
    tree = tree_of(grouping, most)
    known = sorted({leaf[: len(leaf) - cut] for leaf in set(tree.leaf.values()) for cut in (0, 2)})
    opened = data.draw(st.lists(st.sampled_from([*known, "community:x", "o0001", ""]), max_size=12))
    shown = clustered(tree, TWO, opened, most=most)
    assert count(shown) <= most
    assert sorted(members_of(shown)) == sorted(ids(TWO))
    assert {one.id for one in shown.opened} | set(shown.refused) <= set(opened)
    assert clustered(tree, TWO, opened[::-1], most=most) == shown
    drawn = {one.id for one in shown.clusters} | {party for party, _ in shown.parties}
    assert {one for frame in shown.frames for one in frame.marks} >= drawn


def small(extra: Links | None = None, **changed: Mapping[str, Any]) -> Network:
    """Two corners: three parties each, in two projects each, and one project between them."""
    nodes: dict[str, Mapping[str, Any]] = {
        "oA": {"helix": "industry"}, "oB": {"helix": "industry"}, "oC": {"helix": "knowledge"},
        "oD": {"helix": "government"}, "oE": {"helix": ""}, "oF": {"helix": "knowledge"},
        "oZ": {}, "cK": {"helix": "hybrid"},
        "p1": {}, "p2": {}, "p3": {}, "p4": {}, "p5": {}, "r1": {}, "r2": {}, "x1": {}, "x2": {},
        "mM": {}, "mN": {}, "lP": {},
    }  # fmt: skip
    pairs = "oA-p1 oB-p1 oC-p1 oA-p2 oB-p2 oC-p2 oD-p3 oE-p3 oF-p3 oD-p4 oE-p4 oF-p4 oC-p5 oD-p5"
    links: Links = [("PARTNER_IN", *pair.split("-")) for pair in pairs.split()]
    links += [("TENANT_OF", "oA", "cK"), ("PART_OF", "p1", "r1"), ("PART_OF", "r1", "r2")]
    links += [("ACTIVE_IN", "oA", "x2"), ("ACTIVE_IN", "oA", "x1"), ("ACTIVE_IN", "p3", "x2")]
    links += [("LOCATED_IN", "oA", "mN"), ("LOCATED_IN", "oA", "mM"), ("LOCATED_IN", "oB", "lP")]
    return network({**nodes, **changed}, [*links, *(extra or [])])


def shown_of(found: Network, grouping: str, *opened: str, tree: Tree | None = None) -> Shown:
    """The small network in groups."""
    tree = tree or cluster_tree(found, grouping)
    return clustered(tree, two_mode(found, Lens()), opened)


def told(shown: Shown) -> dict[str, str]:
    """The members of each closed cluster, in order."""
    return {one.id: " ".join(one.members) for one in shown.clusters}


def test_parties_are_put_together_by_each_grouping() -> None:
    found = small()
    assert told(shown_of(found, "community")) == {
        "community:1": "oA oC oB cK", "community:2": "oD oE oF", "community:unknown": "mM mN oZ",
    }  # fmt: skip
    assert told(shown_of(found, "helix")) == {
        "helix:industry": "oA oB", "helix:knowledge": "oC oF", "helix:government": "oD",
        "helix:hybrid": "cK", "helix:unknown": "oE mM mN oZ",
    }  # fmt: skip
    towns = told(shown_of(found, "municipality"))
    assert {group: who for group, who in towns.items() if group != "municipality:unknown"} == {
        "municipality:mM": "oA mM", "municipality:lP": "oB", "municipality:mN": "mN",
    }  # fmt: skip
    sectors = values_of(found, "sector")
    assert (sectors["oA"], sectors["oD"], sectors["oB"]) == ("x1", "x2", "unknown")
    programmes = values_of(found, "programme")
    assert (programmes["oA"], programmes["oC"], programmes["oD"]) == ("r2", "r2", "unknown")


def test_ties_count_the_activities_that_somebody_of_both_takes_part_in() -> None:
    found = small()

    def tie(one: str, other: str) -> int:
        two = two_mode(found, Lens())
        names = ids(two)
        rows = [[names.index(party) for party in side.split()] for side in (one, other)]
        return sum(weight for _, _, weight in shared(["one", "other"], rows, two))

    assert tie("oA oB oC", "oD oE oF") == 1
    assert tie("oA oB", "oC oF") == 2  # two projects, though three parties are in both
    assert tie("oA", "cK") == tie("cK", "oA oB") == 1  # the tenancy
    assert tie("oA", "oE") == tie("oA", "oZ") == 0
    assert cluster_tree(found, "community").links[""] == (("community:1", "community:2"),)


def test_an_opened_cluster_holds_its_members_and_says_where_they_stand() -> None:
    shown = shown_of(small(), "community", "community:2", "community:9", "oA")
    assert [one.id for one in shown.clusters] == ["community:1", "community:unknown"]
    assert shown.parties == (("oD", "community:2"), ("oE", "community:2"), ("oF", "community:2"))
    assert [one.members for one in shown.opened] == [("oD", "oE", "oF")]
    assert [(frame.id, frame.marks) for frame in shown.frames] == [
        ("", ("community:1", "community:2", "community:unknown")),
        ("community:2", ("oD", "oE", "oF")),
    ]


def test_filters_leave_groups_as_they_are_with_fewer_in_them() -> None:
    found = small()
    parties = np.array([ident in {"oA", "oD", "oE"} for ident in found.ids])
    activities = np.array([ident in {"p3", "p1"} for ident in found.ids])
    two = narrowed(two_mode(found, Lens()), parties, activities)
    shown = clustered(cluster_tree(found, "community"), two)
    assert told(shown) == {"community:2": "oD oE", "community:1": "oA"}


def test_who_came_later_joins_those_whom_it_works_with_and_who_changed_moves() -> None:
    tree = cluster_tree(small(), "community")
    later = small([("PARTNER_IN", "oX", "p3"), ("PARTNER_IN", "oX", "p5")], oX={}, oY={})
    groups = told(shown_of(later, "community", tree=tree))
    assert "oX" in groups["community:2"].split()
    assert "oY" in groups["community:unknown"].split()
    by_helix = cluster_tree(small(), "helix")
    later = small(oA={"helix": "knowledge"}, oX={"helix": "civil"})
    groups = told(shown_of(later, "helix", tree=by_helix))
    assert groups["helix:knowledge"] == "oA oC oF"
    assert groups["helix:civil"] == "oX"


def test_a_tree_is_of_what_loads_said() -> None:
    edits = Loaded(
        added=("oX",),
        removed=(Known("oQ", "Organisation", "Q", "civil"),),
        altered=(Known("oA", "Organisation", "oA", "civil"),),
        new_steps=(("oX", "p1", "PARTNER_IN"),),
        gone_steps=(("oQ", "p1", "PARTNER_IN"),),
    )
    now = small([("PARTNER_IN", "oX", "p1")], oX={"helix": "industry"})
    before = small([("PARTNER_IN", "oQ", "p1")], oQ={"helix": "civil"}, oA={"helix": "civil"})
    for grouping in ("helix", "community"):
        assert cluster_tree(now, grouping, loaded=edits) == cluster_tree(before, grouping)


def test_a_tree_is_made_once_a_load(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    first = cluster_tree(MANY, "community", kept=kept, mark="1")
    assert cluster_tree(small(), "community", kept=kept, mark="1") == first
    assert cluster_tree(small(), "community", kept=kept, mark="2") != first
    assert cluster_tree(MANY, "community", kept=kept, mark="") == first


def test_the_smallest_groups_are_together_and_open_too() -> None:
    shown = clustered(cluster_tree(MANY, "municipality", most=120), TWO, most=120)
    assert len(shown.clusters) <= 30
    assert [one.id for one in shown.clusters][-2:] == [
        "municipality:others",
        "municipality:unknown",
    ]
    assert shown.clusters[-2].value == ""
    sizes = [len(one.members) for one in shown.clusters[:-2]]
    assert sizes == sorted(sizes, reverse=True)


def test_slices_are_even_and_keep_the_order() -> None:
    assert slices("abcdefg", 3) == [["a", "b"], ["c", "d", "e"], ["f", "g"]]
    assert slices("ab", 5) == [["a"], ["b"]]
    assert slices("", 5) == [[]]


def test_nobody_gives_nothing() -> None:
    none = network({"p1": {}}, [])
    for grouping in GROUPED:
        assert count(shown_of(none, grouping)) == 0


def test_many_new_values_do_not_become_more_groups_than_fit() -> None:
    tree = cluster_tree(small(), "municipality", most=40)
    new = {f"m{number:02}": {} for number in range(60)}
    two = two_mode(small(**new), Lens())
    shown = clustered(tree, two, most=40)
    assert count(shown) <= 40
    assert sorted(members_of(shown)) == sorted(ids(two))
