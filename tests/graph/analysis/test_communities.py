"""Communities: as good as a peer's, exact where there is no doubt, the same every time."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations, pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.analysis.small_networks import network

from ledwerk.graph.analysis.communities import communities, meeting_ties, modularity
from ledwerk.graph.analysis.projections import two_mode
from ledwerk.graph.analysis.tie_matrix import TieMatrix, matrix_of, matrix_of_pairs
from ledwerk.graph.lens import Lens

KNOWN = {
    "karate": nx.karate_club_graph,
    "davis": nx.davis_southern_women_graph,
    "miserables": nx.les_miserables_graph,
}
PRINTED = """
from ledwerk.graph.analysis.communities import communities
from ledwerk.graph.analysis.tie_matrix import matrix_of_pairs
ends = [(f"n{i}", f"n{(i * i + 3) % 40}", 1.0) for i in range(40)]
nodes = {node for tie in ends for node in tie[:2]}
print(communities(matrix_of_pairs(nodes, [tie for tie in ends if tie[0] != tie[1]])))
"""


def cliques(*sizes: int) -> TieMatrix:
    """Cliques in a ring, each tied to the next by one tie."""
    groups = [[f"{number}:{one:02}" for one in range(size)] for number, size in enumerate(sizes)]
    ties = [(a, b, 1.0) for group in groups for a, b in combinations(group, 2)]
    ties += [(one[0], two[1], 1.0) for one, two in pairwise(groups)]
    return matrix_of_pairs([node for group in groups for node in group], ties)


@pytest.mark.parametrize("name", KNOWN)
def test_modularity_is_at_least_that_of_a_peer(name: str) -> None:
    graph = KNOWN[name]()
    matrix = matrix_of(graph)
    found = communities(matrix)
    ours = modularity(matrix, found)
    assert ours == pytest.approx(nx.community.modularity(graph, [set(one) for one in found]))
    peers = [nx.community.louvain_communities(graph, seed=seed) for seed in range(10)]
    assert ours >= max(nx.community.modularity(graph, peer) for peer in peers) - 0.01


def test_planted_cliques_are_found_exactly() -> None:
    found = communities(cliques(5, 8, 6, 7))
    assert [len(one) for one in found] == [8, 7, 6, 5]
    assert all(len({str(node)[0] for node in one}) == 1 for one in found)


def test_equals_go_by_their_smallest_member_and_members_are_sorted() -> None:
    found = communities(cliques(4, 4, 4))
    assert [one[0] for one in found] == ["0:00", "1:00", "2:00"]
    assert all(list(one) == sorted(one, key=str) for one in found)


def test_a_node_without_ties_is_alone_and_nothing_gives_nothing() -> None:
    assert communities(matrix_of_pairs(["a", "b", "c"], [("a", "b", 2.0)])) == (("a", "b"), ("c",))
    assert communities(matrix_of_pairs([], [])) == ()
    assert modularity(matrix_of_pairs(["a"], []), [["a"]]) == 0.0


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24), st.integers(1, 9)), max_size=60),
    st.randoms(use_true_random=False),
)
def test_the_order_of_nodes_does_not_count_and_each_part_hangs_together(
    ends: list[tuple[int, int, int]], random: np.random.Generator
) -> None:
    ties = {(min(a, b), max(a, b)): float(w) for a, b, w in ends if a != b}
    listed = [(f"n{a:02}", f"n{b:02}", w) for (a, b), w in ties.items()]
    nodes = [f"n{number:02}" for number in range(25)]
    found = communities(matrix_of_pairs(nodes, listed))
    random.shuffle(nodes)
    random.shuffle(listed)
    assert communities(matrix_of_pairs(nodes, listed)) == found
    assert sorted(node for one in found for node in one) == sorted(nodes)
    graph = nx.Graph([tie[:2] for tie in listed])
    graph.add_nodes_from(nodes)
    assert all(nx.is_connected(graph.subgraph(one)) for one in found)


def test_no_single_move_to_a_neighbour_is_better() -> None:
    matrix = matrix_of(KNOWN["karate"]())
    found = [set(one) for one in communities(matrix)]
    best = modularity(matrix, found)
    for node in matrix.nodes:
        for target in found:
            moved = [(one - {node}) | ({node} if one is target else set()) for one in found]
            assert modularity(matrix, moved) <= best + 1e-12


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
    assert "n0" in runs[0]


def test_thousands_of_parts_are_found() -> None:
    # Were all pairs of nodes looked at, this would take minutes.
    ties = [
        (f"{number}:{a}", f"{number}:{b}", 1.0)
        for number in range(4_000)
        for a, b in combinations("abc", 2)
    ]
    found = communities(matrix_of_pairs({end for tie in ties for end in tie[:2]}, ties))
    assert len(found) == 4_000


def test_meetings_and_tenancies_are_ties_of_one_graph() -> None:
    nodes = {one: {} for one in ("oA", "oB", "cC", "p1", "p2")}
    links = [
        ("PARTNER_IN", "oA", "p1"), ("PARTNER_IN", "oB", "p1"), ("TENANT_OF", "oB", "cC"),
        ("PARTNER_IN", "oA", "p2"),
    ]  # fmt: skip
    matrix = meeting_ties(two_mode(network(nodes, links), Lens()))
    found = {
        frozenset((str(matrix.nodes[a]), str(matrix.nodes[b]))): weight
        for a, b, weight in zip(*_cells(matrix), strict=True)
    }
    pairs = [("oA", "p1"), ("oB", "p1"), ("oB", "cC"), ("oA", "p2")]
    assert found == {frozenset(pair): 1.0 for pair in pairs}


def _cells(matrix: TieMatrix) -> tuple[list[int], list[int], list[float]]:
    cells = matrix.strengths.tocoo()
    return cells.row.tolist(), cells.col.tolist(), cells.data.tolist()
