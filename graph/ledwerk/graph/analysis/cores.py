"""Cores: what is left when those with few ties are taken away, again and again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole


def cores_of(matrix: TieMatrix) -> Whole:
    """The core number of each place, by taking away layer after layer of the weakest: O(ties)."""
    indptr, indices = matrix.strengths.indptr, matrix.strengths.indices
    degree = matrix.degrees.copy()
    core = np.zeros(len(matrix), dtype=np.int64)
    left = np.arange(len(matrix))
    gone: NDArray[np.bool_] = np.zeros(len(matrix), dtype=np.bool_)
    while len(left):
        k = int(degree[left].min())
        front = left[degree[left] == k]
        while len(front):
            core[front] = k
            gone[front] = True
            near = _neighbours(indptr, indices, front)
            near, lost = np.unique(near[~gone[near]], return_counts=True)
            degree[near] -= lost
            front = near[degree[near] <= k]
        left = left[~gone[left]]
    return core


def _neighbours(indptr: Whole, indices: Whole, rows: Whole) -> Whole:
    counts = indptr[rows + 1] - indptr[rows]
    skipped = np.repeat(indptr[rows] - np.cumsum(counts) + counts, counts)
    return np.asarray(indices[np.arange(len(skipped)) + skipped])
