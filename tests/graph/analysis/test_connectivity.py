"""Components, articulation points and bridges against values by hand and NetworkX."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from tests.graph.analysis.random_graphs import SHAPES, any_graphs

from ledwerk.graph.analysis.connectivity import articulation_points, bridges, components


def agree(graph: Any) -> None:
    """All three are NetworkX's."""
    found = components(graph)
    assert {frozenset(part) for part in found} == set(
        map(frozenset, nx.connected_components(graph))
    )
    place = {node: number for number, node in enumerate(graph)}
    assert found == sorted(found, key=lambda part: (-len(part), place[part[0]]))
    assert all(list(part) == sorted(part, key=place.__getitem__) for part in found)
    points = articulation_points(graph)
    assert len(points) == len(set(points))
    assert set(points) == set(nx.articulation_points(graph))
    ties = bridges(graph)
    assert len(ties) == len(set(ties))
    assert {frozenset(tie) for tie in ties} == {frozenset(tie) for tie in nx.bridges(graph)}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_come_out_as_in_networkx(shape: str) -> None:
    agree(SHAPES[shape])


@settings(max_examples=100, deadline=None)
@given(any_graphs())
def test_random_graphs_come_out_as_in_networkx(graph: Any) -> None:
    agree(graph)


@pytest.mark.parametrize("seed", range(5))
def test_larger_sparse_graphs_come_out_as_in_networkx(seed: int) -> None:
    agree(nx.gnm_random_graph(400, 420, seed=seed))


def test_two_triangles_that_share_a_node_and_carry_a_tail() -> None:
    graph = nx.Graph(["ab", "bc", "ca", "cd", "de", "ec", "ef"])
    assert articulation_points(graph) == ["c", "e"]
    assert bridges(graph) == [("e", "f")]
    assert components(graph) == [("a", "b", "c", "d", "e", "f")]


def test_the_larger_component_comes_first_and_of_equals_that_of_the_first_node() -> None:
    graph = nx.Graph(["xy", "pq", "ab", "bc"])
    graph.add_node("z")
    assert components(graph) == [("a", "b", "c"), ("x", "y"), ("p", "q"), ("z",)]


def test_a_tie_without_strength_holds_a_network_together_too() -> None:
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=0.0)
    assert components(graph) == [("a", "b")]
    assert bridges(graph) == [("a", "b")]


def test_a_tie_of_a_node_with_itself_is_none() -> None:
    graph = nx.Graph([("a", "a"), ("a", "b")])
    assert bridges(graph) == [("a", "b")]
    assert articulation_points(graph) == []


def test_a_long_chain_needs_no_deep_recursion() -> None:
    n = 20_000
    graph = nx.path_graph(n)
    assert len(bridges(graph)) == n - 1
    assert articulation_points(graph) == list(range(1, n - 1))
