"""Graphs of every shape for the tests of the measures: random, projected, and with no ties."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
from hypothesis import strategies as st

SHAPES = {
    "empty": nx.empty_graph(0),
    "one node": nx.empty_graph(1),
    "no ties": nx.empty_graph(4),
    "one tie": nx.path_graph(2),
    "path": nx.path_graph(7),
    "long path": nx.path_graph(100),
    "ring": nx.cycle_graph(8),
    "star": nx.star_graph(6),
    "complete": nx.complete_graph(6),
    "two halves": nx.complete_bipartite_graph(3, 4),
    "barbell": nx.barbell_graph(4, 2),
    "tree": nx.balanced_tree(2, 4),
    "grid": nx.grid_2d_graph(4, 5),
    "apart": nx.disjoint_union_all([nx.path_graph(4), nx.complete_graph(4), nx.empty_graph(2)]),
    "club": nx.karate_club_graph(),
}


@st.composite
def tied_graphs(draw: st.DrawFn, strengths: tuple[float, ...] = (1.0,)) -> Any:
    """Up to twelve nodes with any ties between them."""
    n = draw(st.integers(0, 12))
    pairs = list(combinations(range(n), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=30)) if pairs else []
    return _with_ties(draw, range(n), chosen, strengths)


@st.composite
def projected_graphs(draw: st.DrawFn, strengths: tuple[float, ...] = (1.0,)) -> Any:
    """Up to sixteen parties who meet in up to six projects: full of twins."""
    n = draw(st.integers(1, 16))
    meeting = st.lists(st.integers(0, n - 1), min_size=1, max_size=6, unique=True)
    pairs = {
        pair
        for members in draw(st.lists(meeting, max_size=6))
        for pair in combinations(sorted(members), 2)
    }
    return _with_ties(draw, range(n), sorted(pairs), strengths)


def any_graphs(strengths: tuple[float, ...] = (1.0,)) -> st.SearchStrategy[Any]:
    """Either of both."""
    return st.one_of(tied_graphs(strengths), projected_graphs(strengths))


def _with_ties(draw: st.DrawFn, nodes: Any, pairs: Any, strengths: tuple[float, ...]) -> Any:
    graph: Any = nx.Graph()
    graph.add_nodes_from(nodes)
    weights = draw(
        st.lists(st.sampled_from(strengths), min_size=len(pairs), max_size=len(pairs))
        if len(strengths) > 1
        else st.just([strengths[0]] * len(pairs))
    )
    graph.add_weighted_edges_from((a, b, w) for (a, b), w in zip(pairs, weights, strict=True))
    return graph
