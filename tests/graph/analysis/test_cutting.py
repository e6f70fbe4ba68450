"""Whose leaving cuts whom off: by hand, and against NetworkX with everybody taken out in turn."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.analysis.small_networks import joined, network

from ledwerk.graph.analysis.cutting import single_points
from ledwerk.graph.analysis.projections import projection, two_mode
from ledwerk.graph.analysis.tie_matrix import matrix_of_pairs
from ledwerk.graph.lens import Lens


def parts_of(graph: nx.Graph[str], party: str) -> list[set[str]]:
    """What a party's component falls into without it, the largest (or first of equals) first."""
    inside = nx.node_connected_component(graph, party) - {party}
    parts = [set(part) for part in nx.connected_components(graph.subgraph(inside))]
    return sorted(parts, key=lambda part: (-len(part), min(part)))


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 14), st.floats(0, 0.4), st.integers(0, 10**6))
def test_everybody_taken_out_in_turn(size: int, share: float, seed: int) -> None:
    drawn = nx.gnp_random_graph(size, share, seed=seed)
    graph = nx.relabel_nodes(drawn, {n: f"{n:02}" for n in drawn})
    found = single_points(graph)
    assert {cut.party for cut in found.cuts} == set(nx.articulation_points(graph))
    assert found.total == len(found.cuts)
    for cut in found.cuts:
        assert [set(part) for part in cut.parts] == parts_of(graph, cut.party)[1:]
        assert cut.count == len(cut.cut_off) == len(set(cut.cut_off))
    order = [(-cut.count, cut.party) for cut in found.cuts]
    assert order == sorted(order)


def test_a_star_a_path_and_a_circle() -> None:
    star = single_points(nx.relabel_nodes(nx.star_graph(4), dict(enumerate("habcd"))))
    assert [(cut.party, cut.count, cut.parts) for cut in star.cuts] == [
        ("h", 3, (("b",), ("c",), ("d",)))
    ]
    path = single_points(nx.relabel_nodes(nx.path_graph(5), dict(enumerate("abcde"))), first=1)
    assert path.total == 3
    assert [(cut.party, cut.cut_off) for cut in path.cuts] == [("c", ("d", "e"))]
    assert single_points(nx.cycle_graph(5)).total == 0


@pytest.mark.parametrize("nodes", [[], ["a"], ["a", "b"]])
def test_nobody_to_cut_off(nodes: list[str]) -> None:
    assert single_points(matrix_of_pairs(nodes, [])).cuts == ()


def test_names_decide_who_of_equals_stays() -> None:
    """Without its one go-between either side is alone; Aad stays, though his id comes last."""
    net = network(
        {"oX": {}, "oB": {"name": "Bea"}, "oZ": {"name": "Aad"}, "p1": {}, "p2": {}},
        [("PARTNER_IN", p, a) for p, a in (("oX", "p1"), ("oB", "p1"), ("oX", "p2"), ("oZ", "p2"))],
    )
    two = two_mode(net, Lens())
    (cut,) = single_points(projection(two), met=two).cuts
    assert (cut.party, cut.cut_off) == ("oX", ("oB",))


def test_a_long_chain_does_not_run_out_of_stack() -> None:
    chain = joined({f"p{n:05}": f"o{n:05} o{n + 1:05}" for n in range(3000)})
    found = single_points(projection(two_mode(chain, Lens())), first=2)
    assert found.total == 2999
    assert [(cut.party, cut.count) for cut in found.cuts] == [("o01500", 1500), ("o01499", 1499)]
