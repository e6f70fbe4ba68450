"""Mixing, the E-I index and assortativity against values by hand and NetworkX."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledwerk.graph.analysis.mixing import (
    attribute_assortativity_coefficient,
    ei_index,
    ei_index_by_group,
    mixing_matrix,
    mixing_of_members,
)

GROUPS = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "z"}


def graph() -> Any:
    """Two ties within x and y, three between x and y, none to e."""
    found = nx.Graph(["ab", "cd", "ac", "bc", "bd"])
    found.add_node("e")
    return found


def test_a_small_graph_by_hand() -> None:
    """Ends: x has 2 + 3, y 2 + 3 of 10; e_xx = e_yy = 0.2; r = (0.4 - 0.5) / (1 - 0.5)."""
    mixing = mixing_matrix(graph(), GROUPS)
    assert mixing.labels == ("x", "y", "z")
    assert mixing.counts.tolist() == [[1, 3, 0], [3, 1, 0], [0, 0, 0]]
    assert (mixing.internal, mixing.external) == (2, 3)
    assert (mixing.between("x", "y"), mixing.between("y", "y"), mixing.between("x", "?")) == (
        3,
        1,
        0,
    )
    assert ei_index(graph(), GROUPS) == pytest.approx(0.2)
    assert ei_index_by_group(graph(), GROUPS) == {"x": 0.5, "y": 0.5, "z": None}
    assert attribute_assortativity_coefficient(graph(), GROUPS) == pytest.approx(-0.2)


def test_without_ties_nothing_is_defined() -> None:
    for lonely in (nx.Graph(), nx.empty_graph(2)):
        assert ei_index(lonely, {0: "x"}) is None
        assert attribute_assortativity_coefficient(lonely, {0: "x"}) is None
    assert mixing_matrix(nx.Graph(), {}).counts.shape == (0, 0)
    assert ei_index_by_group(nx.empty_graph(2), {0: "x"}) == {"": None, "x": None}


def test_all_in_one_group_is_inside_and_says_nothing_of_likes() -> None:
    assert ei_index(nx.path_graph(3), {}) == -1
    assert attribute_assortativity_coefficient(nx.path_graph(3), {}) is None


def test_parallel_ties_are_one_and_who_has_no_group_is_another() -> None:
    many = nx.MultiGraph([(0, 1), (1, 0), (1, 2), (2, 2)])
    mixing = mixing_matrix(many, {0: "x", 1: "x"})
    assert (mixing.labels, mixing.counts.tolist()) == (("", "x"), [[0, 1], [1, 1]])


def test_in_a_meeting_each_has_a_tie_with_each() -> None:
    members = {"knowledge": 3, "industry": 2, "government": 1, "other": 0}
    names = [label for label, count in members.items() for _ in range(count)]
    one = mixing_of_members(members)
    other = mixing_matrix(nx.complete_graph(6), dict(enumerate(names)))
    assert one.labels == other.labels == ("government", "industry", "knowledge")
    assert one.counts.tolist() == other.counts.tolist() == [[0, 2, 3], [2, 1, 6], [3, 6, 3]]
    assert one.ei_index == pytest.approx((11 - 4) / 15)
    assert mixing_of_members({}).ei_index is None
    assert mixing_of_members({"knowledge": 1}).ei_by_group == {"knowledge": None}


@given(
    st.integers(0, 14), st.floats(0, 1), st.integers(0, 10**6),
    st.lists(st.sampled_from("xyz"), min_size=14, max_size=14),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_graph_as_networkx_has_it(size: int, share: float, seed: int, names: list[str]) -> None:
    graph = nx.gnp_random_graph(size, share, seed=seed)
    groups = dict(enumerate(names[:size]))
    nx.set_node_attributes(graph, groups, "group")
    mixing = mixing_matrix(graph, groups)
    ties = Counter(frozenset((groups[one], groups[two])) for one, two in graph.edges)
    for label in mixing.labels:
        assert mixing.between(label, label) == ties[frozenset(label)]
    for one, two in combinations(mixing.labels, 2):
        assert mixing.between(one, two) == mixing.between(two, one) == ties[frozenset((one, two))]
    assert mixing.internal + mixing.external == graph.number_of_edges()
    found = mixing.assortativity
    if found is None:
        assert len({groups[node] for tie in graph.edges for node in tie}) <= 1
    else:
        theirs = nx.attribute_assortativity_coefficient(graph, "group")
        assert found == pytest.approx(theirs, abs=1e-12)
