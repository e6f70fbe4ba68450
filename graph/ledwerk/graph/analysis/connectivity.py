"""What holds a network together: components, and the nodes and ties whose loss splits one."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole, matrix_of

if TYPE_CHECKING:
    import networkx as nx


def components(graph: TieMatrix | nx.Graph[Any]) -> list[tuple[Hashable, ...]]:
    """The connected components, the largest first.

    Definition: two nodes are in one component when ties lead from the one to the other. Equally
    large ones come in the order of their first nodes; within one, nodes keep the graph's order.
    O(ties). A component says who could hear of each other, not that anybody did.
    """
    matrix = matrix_of(graph)
    labels = labels_of(matrix.pattern)
    order = np.argsort(labels, kind="stable")
    parts = np.split(order, np.cumsum(np.bincount(labels))[:-1]) if len(labels) else []
    return [tuple(matrix.nodes[place] for place in part.tolist()) for part in parts]


def articulation_points(graph: TieMatrix | nx.Graph[Any]) -> list[Hashable]:
    """The nodes without which a component falls apart, in the order of the graph.

    Definition: v is one when two other nodes are connected by ties, but by none that avoid v.
    Hopcroft and Tarjan (1973), "Efficient algorithms for graph manipulation": from a depth-first
    search, O(nodes + ties). Losing one cuts ties of this network only; the parties may well know
    each other from elsewhere.
    """
    matrix = matrix_of(graph)
    tree = _tree(matrix)
    below = tree.parent >= 0
    cut: NDArray[np.bool_] = np.zeros(len(matrix), dtype=np.bool_)
    child = np.flatnonzero(below)
    above = tree.parent[child]
    cut[above[tree.low[child] >= tree.time[above]]] = True
    # Whoever the search began with has to have two children that only meet in it.
    children = np.bincount(above, minlength=len(matrix))
    cut[~below] = children[~below] > 1
    return [matrix.nodes[place] for place in np.flatnonzero(cut).tolist()]


def bridges(graph: TieMatrix | nx.Graph[Any]) -> list[tuple[Hashable, Hashable]]:
    """The ties without which a component falls apart, in the order of the graph.

    Definition: a tie is one when no other path joins its ends. The node that comes first in the
    graph's order is named first. Tarjan (1974), "A note on finding the bridges of a graph":
    from a depth-first search, O(nodes + ties). In a projection a bridge is a single meeting of
    two parties alone; that it is recorded once does not make it weak.
    """
    matrix = matrix_of(graph)
    tree = _tree(matrix)
    child = np.flatnonzero(tree.parent >= 0)
    child = child[tree.low[child] > tree.time[tree.parent[child]]]
    ends = np.sort(np.stack([child, tree.parent[child]], axis=1), axis=1)
    ends = ends[np.lexsort((ends[:, 1], ends[:, 0]))]
    return [(matrix.nodes[one], matrix.nodes[two]) for one, two in ends.tolist()]


def labels_of(ties: sparse.csr_array[Any]) -> Whole:
    """The component of each node: 0 is the largest, or of equals the one with the first node."""
    if not ties.shape[0]:
        return np.zeros(0, dtype=np.int64)
    # Each tie is there both ways, so that strong components are all there is, and found quickest.
    _, found = csgraph.connected_components(ties, directed=True, connection="strong")
    _, first, found = np.unique(found, return_index=True, return_inverse=True)
    sizes = np.bincount(found.ravel())
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(first))
    return np.asarray(rank[found.ravel()])


@dataclass(frozen=True, eq=False)
class _Tree:
    """A depth-first search of all components.

    By place: when it was met, from whom (-1: it was the first of its component), and the earliest
    time met by a tie from it or from anybody met after it and through it.
    """

    time: Whole
    parent: Whole
    low: Whole


def _tree(matrix: TieMatrix) -> _Tree:
    n = len(matrix)
    order, parent = _depth_first(matrix)
    time = np.empty(n, dtype=np.int64)
    time[order] = np.arange(n)
    row = np.repeat(np.arange(n), matrix.degrees)
    near = np.asarray(matrix.strengths.indices)
    back = near != parent[row]
    low = time.copy()
    np.minimum.at(low, row[back], time[near[back]])
    # A plain loop over the nodes, from the last met: each passes its earliest time on.
    early, above = low.tolist(), parent.tolist()
    for place in order[::-1].tolist():
        up = above[place]
        if up >= 0 and early[place] < early[up]:
            early[up] = early[place]
    return _Tree(time, parent, np.asarray(early, dtype=np.int64))


def _depth_first(matrix: TieMatrix) -> tuple[Whole, Whole]:
    """The order of a depth-first search, and from whom each node was met."""
    n = len(matrix)
    if not n:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    # One more node, with a tie to one of each component, makes it a single search.
    first = np.unique(labels_of(matrix.pattern), return_index=True)[1]
    start = sparse.csr_array(
        (np.ones(len(first)), (np.zeros(len(first), dtype=np.int64), first)), shape=(1, n)
    )
    whole = sparse.vstack([matrix.pattern, start], format="csr")
    whole = sparse.csr_array((whole.data, whole.indices, whole.indptr), shape=(n + 1, n + 1))
    order, parent = csgraph.depth_first_order(whole, n, directed=True)
    parent = parent[:n].astype(np.int64)
    parent[parent == n] = -1
    return order[1:].astype(np.int64), parent
