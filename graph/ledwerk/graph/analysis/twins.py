"""Nodes that no distance can tell apart, so that a search from one of them serves all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.tie_matrix import Floats, Whole


@dataclass(frozen=True, eq=False)
class Classes:
    """A graph with one node a class of twins, and how many nodes stand behind each.

    `of` has the class of each node; `pattern` the ties between classes, 1 each; `sizes` the number
    of nodes in each class.
    """

    of: Whole
    sizes: Floats
    pattern: sparse.csr_array[Any]

    def __len__(self) -> int:
        return len(self.sizes)


def without_twins(pattern: sparse.csr_array[Any]) -> Classes:
    """The graph that is left when each class of true twins becomes one node.

    Two nodes are true twins when they have a tie and the same other neighbours, as the parties of
    one project that take part in nothing else. Their distance to anybody else is the same, no
    shortest path visits two of them, and a path through the class can go through each: distances
    and numbers of paths follow from those of the classes. Found by sums of random numbers over
    closed neighbourhoods, then compared. O(ties).
    """
    of = _same(pattern)
    first = np.unique(of, return_index=True)[1]
    between = sparse.csr_array(pattern[first][:, first])
    between.sort_indices()
    return Classes(of, np.bincount(of, minlength=len(first)).astype(np.float64), between)


def apart(pattern: sparse.csr_array[Any]) -> Classes:
    """The graph as it is: every node a class of its own."""
    n = pattern.shape[0]
    return Classes(np.arange(n), np.ones(n), pattern)


def _same(pattern: sparse.csr_array[Any]) -> Whole:
    """The class of each node, numbered by the first node of each."""
    n = pattern.shape[0]
    # Whole numbers of 64 bits wrap around, so that sums come out the same in any order.
    marks = np.random.default_rng(7).integers(0, 2**64, n, dtype=np.uint64)
    ones = np.ones(pattern.nnz, dtype=np.uint64)
    near = sparse.csr_array((ones, pattern.indices, pattern.indptr), shape=pattern.shape)
    _, first, found = np.unique(near @ marks + marks, return_index=True, return_inverse=True)
    leader = first[found.ravel()]
    wrong = _unlike(pattern, np.flatnonzero(leader != np.arange(n)), leader)
    leader[wrong] = wrong
    return np.unique(leader, return_inverse=True)[1].ravel()


def _unlike(pattern: sparse.csr_array[Any], members: Whole, leader: Whole) -> Whole:
    """Those members whose closed neighbourhood is not their leader's; only chance makes any."""
    closed = (pattern + sparse.eye_array(pattern.shape[0], format="csr")).tocsr()
    left = sparse.csr_array(closed[members] - closed[leader[members]])
    left.eliminate_zeros()
    return np.asarray(members[np.diff(left.indptr) > 0])
