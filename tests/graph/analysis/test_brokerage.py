"""Brokerage against values by hand, an independent implementation, NetworkX and a plain count."""

from __future__ import annotations

import csv
import math
from dataclasses import astuple
from itertools import permutations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import SHARED, missing

from ledwerk.graph.analysis import triangles
from ledwerk.graph.analysis.brokerage import (
    brokerage,
    constraint,
    effective_size,
    participation_coefficient,
)
from ledwerk.graph.analysis.brokerage_roles import Roles, brokerage_roles
from ledwerk.graph.analysis.grouping import grouping_of
from ledwerk.graph.analysis.tie_matrix import matrix_of, matrix_of_pairs

NOTHING = Roles(0, 0, 0, 0, 0, 0)
REFERENCES = SHARED / "data" / "reference_values"
LISTED, DENSE = 0, 10**12
"""What a listed pair costs decides which triangles are listed and which are multiplied out."""


def plain_roles(graph: Any, groups: dict[Any, str]) -> dict[Any, Roles]:
    """Every ordered pair of neighbours without a tie, looked at one by one."""
    found = {}
    for broker in graph:
        counts = dict.fromkeys(
            ("coordinator", "itinerant", "gatekeeper", "representative", "liaison"), 0
        )
        near = [node for node in graph[broker] if node != broker]
        for one, two in permutations(near, 2):
            if graph.has_edge(one, two):
                continue
            i, j, k = (groups.get(node, "") for node in (one, broker, two))
            if i == k:
                counts["coordinator" if i == j else "itinerant"] += 1
            elif j == k:
                counts["gatekeeper"] += 1
            elif i == j:
                counts["representative"] += 1
            else:
                counts["liaison"] += 1
        found[broker] = Roles(**counts, total=sum(counts.values()))
    return found


def agree(ours: dict[Any, float | None], theirs: dict[Any, float]) -> None:
    """The same nodes and values; where the others have nan, ours is None."""
    assert ours.keys() == theirs.keys()
    for node, value in theirs.items():
        if math.isnan(value):
            assert ours[node] is None
        else:
            assert ours[node] == pytest.approx(value, abs=1e-9)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Any, dict[int, str]]:
    """A graph of up to 14 nodes with weights, and groups for some of its nodes."""
    size = draw(st.integers(0, 14))
    graph = nx.gnp_random_graph(size, draw(st.floats(0, 1)), seed=draw(st.integers(0, 10**6)))
    weights = np.random.default_rng(size).integers(1, 9, graph.number_of_edges())
    for (one, two), weight in zip(graph.edges, weights.tolist(), strict=True):
        graph[one][two]["weight"] = weight
    labels = st.sampled_from(("knowledge", "industry", "government"))
    return graph, draw(st.dictionaries(st.integers(0, 14), labels))


def test_a_square_with_one_diagonal_by_hand() -> None:
    """a-b, b-c, c-d, d-a, a-c: b and d are the only two without a tie, a and c broker them.

    For b, with p = 1/2 to a and c, which each give a third to each other: 2 (1/2 + 1/6)^2 = 8/9.
    For a, with p = 1/3: to b and d 1/3 + 1/9, to c 1/3 + 2/6: 2 (4/9)^2 + (2/3)^2 = 68/81.
    """
    graph = nx.Graph(["ab", "bc", "cd", "da", "ac"])
    groups = {"a": "x", "b": "x", "c": "y", "d": "y"}
    found = brokerage(graph, groups)
    third = 68 / 81
    assert found.constraint == pytest.approx({"a": third, "b": 8 / 9, "c": third, "d": 8 / 9})
    assert found.effective_size == pytest.approx({"a": 3 - 4 / 3, "b": 1, "c": 3 - 4 / 3, "d": 1})
    assert found.roles == {
        "a": Roles(0, 0, 1, 1, 0, 2),
        "b": NOTHING,
        "c": Roles(0, 0, 1, 1, 0, 2),
        "d": NOTHING,
    }


@pytest.mark.parametrize(
    ("ends", "broker", "role"),
    [
        ("xx", "x", "coordinator"),
        ("xx", "y", "itinerant"),
        ("xz", "y", "liaison"),
    ],
)
def test_a_role_counts_each_pair_twice(ends: str, broker: str, role: str) -> None:
    roles = brokerage_roles(nx.path_graph(3), {0: ends[0], 1: broker, 2: ends[1]})
    assert getattr(roles[1], role) == roles[1].total == 2
    assert roles[0] == roles[2] == NOTHING


def test_between_two_groups_a_broker_lets_in_once_and_speaks_for_once() -> None:
    roles = brokerage_roles(nx.path_graph(3), {0: "x", 1: "x", 2: "y"})
    assert roles[1] == Roles(0, 0, gatekeeper=1, representative=1, liaison=0, total=2)


def test_nodes_without_a_group_are_a_group_of_their_own() -> None:
    assert brokerage_roles(nx.path_graph(3), {})[1].coordinator == 2
    assert brokerage_roles(nx.path_graph(3), {1: "x"})[1].itinerant == 2
    assert brokerage_roles(nx.path_graph(3), {1: "x", 2: "y", 9: "z"})[1].liaison == 2
    grouping = grouping_of(matrix_of(nx.path_graph(3)), {1: "x", 9: "z"})
    assert (grouping.labels, grouping.codes.tolist()) == (("", "x"), [0, 1, 0])


def test_nothing_and_nobody_and_nobody_known() -> None:
    empty = brokerage(nx.Graph(), {})
    assert (empty.constraint, empty.effective_size, empty.roles) == ({}, {}, {})
    assert participation_coefficient(nx.Graph(), {}) == {}
    alone = brokerage(nx.empty_graph(2), {0: "x"}, weighted=True)
    assert alone.constraint == alone.effective_size == {0: None, 1: None}
    assert alone.roles == {0: NOTHING, 1: NOTHING}
    assert participation_coefficient(nx.empty_graph(1), {0: "x"}) == {0: None}


def test_a_star_brokers_all_pairs_and_parallel_ties_are_one() -> None:
    star = nx.MultiGraph(nx.star_graph(4))
    star.add_edge(0, 1)
    star.add_edge(0, 0)
    found = brokerage(star, dict.fromkeys(range(5), "x"))
    assert found.constraint[0] == pytest.approx(1 / 4)
    assert found.effective_size[0] == 4
    assert found.roles[0] == Roles(12, 0, 0, 0, 0, 12)
    assert constraint(star, weighted=True)[0] == pytest.approx((4 + 3) / 25)


def test_a_tie_that_weighs_nothing_is_one_only_where_ties_are_equal() -> None:
    matrix = matrix_of_pairs("abc", [("a", "b", 2.0), ("b", "c", 3.0), ("a", "c", 0.0)])
    without = matrix_of_pairs("abc", [("a", "b", 2.0), ("b", "c", 3.0)])
    assert constraint(matrix, weighted=True) == constraint(without, weighted=True)
    assert effective_size(matrix, weighted=True) == effective_size(without, weighted=True)
    assert brokerage(matrix, {}, weighted=True).roles["b"] == NOTHING
    assert constraint(matrix) == constraint(nx.complete_graph("abc"))
    nothing = matrix_of_pairs("ab", [("a", "b", 0.0)])
    assert constraint(nothing, weighted=True) == {"a": None, "b": None}
    assert constraint(nothing) == {"a": 1, "b": 1}


def test_participation_by_hand() -> None:
    """The middle has two neighbours in x, one in y, one of unknown group: 1 - 4/16 - 1/16 - 1/16."""
    found = participation_coefficient(nx.star_graph(4), {0: "x", 1: "x", 2: "x", 3: "y"})
    assert found == {0: pytest.approx(0.625), 1: 0, 2: 0, 3: 0, 4: 0}


@pytest.mark.parametrize("cost", [LISTED, triangles.PAIR_COST, DENSE])
@given(graphs())
@settings(max_examples=60, deadline=None)
def test_any_graph_as_networkx_and_a_plain_count_have_it(
    cost: int, drawn: tuple[Any, dict[int, str]]
) -> None:
    graph, groups = drawn
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(triangles, "PAIR_COST", cost)
        patch.setattr(triangles, "AT_ONCE", 5)
        equal, weighted = brokerage(graph, groups), brokerage(graph, groups, weighted=True)
        assert constraint(graph) == equal.constraint
        assert effective_size(graph, weighted=True) == weighted.effective_size
    # Node by node: with nodes=None NetworkX 3.6 divides by the wrong maxima (networkx#8906).
    every = list(graph)
    agree(equal.constraint, nx.constraint(graph, every))
    agree(weighted.constraint, nx.constraint(graph, every, weight="weight"))
    agree(equal.effective_size, nx.effective_size(graph, every))
    agree(weighted.effective_size, nx.effective_size(graph, every, weight="weight"))
    assert equal.roles == weighted.roles == plain_roles(graph, groups)


@pytest.mark.parametrize("largest", [0, 40, 4096])
def test_a_core_and_what_surrounds_it_are_counted_once(
    largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clique of 60 in a thin graph: all of it, a part of it, or nothing is multiplied out."""
    monkeypatch.setattr(triangles, "LARGEST_CORE", largest)
    graph = nx.compose(nx.gnm_random_graph(150, 600, seed=1), nx.complete_graph(60))
    groups = {node: "xyz"[node % 3] for node in graph}
    found = brokerage(graph, groups)
    agree(found.constraint, nx.constraint(graph))
    agree(found.effective_size, nx.effective_size(graph))
    assert found.roles == plain_roles(graph, groups)


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_participation_as_the_shares_of_the_neighbours_give_it(
    drawn: tuple[Any, dict[int, str]],
) -> None:
    graph, groups = drawn
    found = participation_coefficient(graph, groups)
    for node in graph:
        near = [groups.get(other, "") for other in graph[node]]
        shares = [near.count(label) / len(near) for label in set(near)]
        assert found[node] == (pytest.approx(1 - sum(s * s for s in shares)) if near else None)


def _rows(name: str) -> list[dict[str, str]]:
    if not REFERENCES.is_dir():
        missing("no ../shared/data/reference_values")
    with (REFERENCES / name).open(newline="") as lines:
        return list(csv.DictReader(lines))


def _reference(name: str) -> tuple[Any, dict[str, str], list[dict[str, str]]]:
    graph = nx.Graph()
    groups = {row["node"]: row["group"] for row in _rows(f"{name}_nodes.csv")}
    graph.add_nodes_from(groups)
    graph.add_edges_from((row["u"], row["v"]) for row in _rows(f"{name}_edges.csv"))
    return graph, groups, _rows(f"{name}_reference.csv")


@pytest.mark.shared
@pytest.mark.parametrize("name", ["florentine_marriage", "davis_women", "h2020_limburg_47"])
def test_constraint_is_that_of_an_independent_implementation(name: str) -> None:
    graph, _, reference = _reference(name)
    found = constraint(graph)
    assert len(found) == len(reference) > 0
    for row in reference:
        node, text = next(iter(row.values())), row["constraint"]
        value = found[node]
        assert (value is None) == (text in {"", "NA"}), node
        assert value is None or value == pytest.approx(float(text), abs=1e-6), node


@pytest.mark.shared
def test_roles_are_exactly_those_of_an_independent_implementation() -> None:
    graph, groups, reference = _reference("h2020_limburg_47")
    names = ("gf_w_I", "gf_w_O", "gf_b_OI", "gf_b_IO", "gf_b_O", "gf_t")
    expected = {next(iter(row.values())): tuple(int(row[n]) for n in names) for row in reference}
    found = brokerage_roles(graph, groups)
    assert {node: astuple(roles) for node, roles in found.items()} == expected
    assert max(roles.total for roles in found.values()) == 102
