"""Shortest paths from many sources at once, level by level, by products of matrices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ledwerk.graph.analysis.path_sums import Progress, Sums, added
from ledwerk.graph.analysis.tie_matrix import Floats, Whole
from ledwerk.graph.analysis.twins import Classes

Ties: TypeAlias = "sparse.csr_array[Any] | Floats"

# A product of dense matrices does about fifty times as many operations a second as one of a sparse
# with a dense matrix, but also those with the zeros; and a matrix of 8 bytes a pair must fit.
_DENSE = 0.02
_DENSE_NODES = 8_000
_DENSE_WIDTH = 512
# Numbers in one column block: a few megabytes, which the processor's caches hold.
_BLOCK = 500_000


@dataclass(frozen=True, eq=False)
class _Level:
    """The nodes that some source of a batch reaches in so many steps.

    `paths` has the number of shortest paths to each (row) from each source (column), 0 where a
    source does not reach the node in just that many steps.
    """

    rows: Whole
    paths: Floats


def level_sums(
    classes: Classes,
    sources: Whole,
    counts: Floats,
    *,
    dense: bool | None = None,
    progress: Progress | None = None,
) -> Sums:
    """Sums over these sources, each counted so often, by Brandes's algorithm in blocks.

    Brandes (2001), "A faster algorithm for betweenness centrality", with the search and the
    accumulation done for a block of sources at a time, one product with the matrix of ties a
    level: O(sources x ties) for a small diameter. A class of several nodes is walked through in as
    many ways. Numbers of paths are floats: exact up to 2^53, and no more than 10^308 of them.
    `dense` says whether the matrix is written out with its zeros; None: whatever costs less.
    """
    n = len(classes)
    if dense is None:
        dense = n <= _DENSE_NODES and classes.pattern.nnz > _DENSE * n * n
    ties: Ties = classes.pattern.toarray() if dense else classes.pattern
    width = _DENSE_WIDTH if dense else int(np.clip(_BLOCK // max(n, 1), 8, 128))
    order = np.argsort(_hubs(classes.pattern)[sources], kind="stable")
    sources, counts = sources[order], counts[order]
    batches = [slice(at, at + width) for at in range(0, len(sources), width)]

    def search(batch: slice) -> Sums:
        found = Sums.zeros(n)
        weights = counts[batch]
        levels = _forward(ties, classes.sizes, sources[batch])
        for steps, level in enumerate(levels, start=1):
            found.reach(level.rows, steps, (level.paths > 0) @ weights)
        _backward(ties, classes.sizes, levels, weights, found)
        return found

    # Products of dense matrices use all cores by themselves.
    return added(n, batches, search, progress, 1 if dense else None)


def _hubs(ties: sparse.csr_array[Any]) -> Whole:
    """The neighbour of most ties of each node: those who share it reach the same nodes at once."""
    hubs = np.zeros(ties.shape[0], dtype=np.int64)
    degrees = np.diff(ties.indptr).astype(np.int64)
    some = np.flatnonzero(degrees)
    if len(some):
        near = np.asarray(ties.indices, dtype=np.int64)
        keys = degrees[near] * len(hubs) + near
        hubs[some] = np.maximum.reduceat(keys, ties.indptr[some]) % len(hubs)
    return hubs


def _forward(ties: Ties, sizes: Floats, sources: Whole) -> list[_Level]:
    """The levels from 1 on."""
    n, width = len(sizes), len(sources)
    unseen = np.ones((n, width), dtype=np.bool_)
    unseen[sources, np.arange(width)] = False
    ahead = np.arange(n)
    paths = ties[sources].T if isinstance(ties, np.ndarray) else ties[sources].T.toarray()
    levels: list[_Level] = []
    while len(ahead):
        if levels:
            values = levels[-1].paths * sizes[levels[-1].rows, np.newaxis]
            paths = _spread(ties, levels[-1].rows, values, ahead)
        paths = paths * unseen[ahead]
        some = paths.any(axis=1)
        if not some.any():
            break
        levels.append(_Level(ahead[some], paths[some]))
        left = unseen[ahead] & (paths == 0)
        unseen[ahead] = left
        ahead = ahead[left.any(axis=1)]
    return levels


def _backward(
    ties: Ties, sizes: Floats, levels: list[_Level], weights: Floats, found: Sums
) -> None:
    """Add the dependencies of the sources, from the last level to the first."""
    depends = np.zeros(levels[-1].paths.shape if levels else 0)
    for level, before in zip(reversed(levels[1:]), reversed(levels[:-1]), strict=True):
        share = (depends + 1) / np.maximum(level.paths, 1)
        share *= level.paths > 0
        share *= sizes[level.rows, np.newaxis]
        depends = _spread(ties, level.rows, share, before.rows)
        depends *= before.paths
        found.through[before.rows] += depends @ weights
        found.through2[before.rows] += depends**2 @ weights


def _spread(ties: Ties, rows: Whole, values: Floats, into: Whole) -> Floats:
    """What some rows, times the ties, give to others: the smaller of both sides is walked."""
    n = ties.shape[0]
    if isinstance(ties, np.ndarray):
        some = ties if len(into) == n else ties[into]
        return np.asarray((some if len(rows) == n else some[:, rows]) @ values)
    if _ends(ties, rows) < _ends(ties, into):
        found: NDArray[Any] = ties[rows].T @ values
        return np.asarray(found if len(into) == n else found[into])
    full = np.zeros((n, values.shape[1]))
    full[rows] = values
    return np.asarray((ties if len(into) == n else ties[into]) @ full)


def _ends(ties: sparse.csr_array[Any], rows: Whole) -> int:
    return int((ties.indptr[rows + 1] - ties.indptr[rows]).sum())
