"""Shortest paths by length, from Dijkstra's distances: for weighted ties and for long graphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from ledwerk.graph.analysis.path_sums import Progress, Sums, added
from ledwerk.graph.analysis.tie_matrix import Floats, Whole

# Two paths are equally long when their lengths differ by less than so many parts: sums of 1/3 and
# 1/6 in another order differ in the last bit, and are the same length all the same.
_SAME = 1e-12
_BLOCK = 4_000_000  # numbers of a block of searches


@dataclass(frozen=True, eq=False)
class _Steps:
    """The last steps of the shortest paths from a block of sources.

    Nodes of all the searches are numbered together: `before` and `after` are the ends of each
    step, sorted by `before`, and `at` says where the steps of a node begin.
    """

    before: Whole
    after: Whole
    at: Whole


def length_sums(
    lengths: sparse.csr_array[Any],
    sources: Whole,
    counts: Floats,
    *,
    through: bool = True,
    progress: Progress | None = None,
) -> Sums:
    """Sums over these sources, each counted so often; `lengths` are those of ties, above 0.

    Dijkstra (1959) from each source, then Brandes (2001) over the ties that are last steps of
    shortest paths. O(sources x (ties + nodes log nodes)). Paths whose lengths differ by less than
    1 part in 10^12 are equally long; there may be no more than 10^308 of them.
    """
    n = lengths.shape[0]
    row = np.repeat(np.arange(n), np.diff(lengths.indptr))
    width = int(np.clip(_BLOCK // max(lengths.nnz + n, 1), 1, 256))
    batches = [slice(at, at + width) for at in range(0, len(sources), width)]

    def search(batch: slice) -> Sums:
        found = Sums.zeros(n)
        distances = csgraph.dijkstra(lengths, indices=sources[batch])
        weights = counts[batch]
        if through:
            _dependencies(_steps(lengths, row, distances), sources[batch], weights, found)
        apart = np.isfinite(distances) & (distances > 0)
        steps = np.where(apart, distances, 1.0)
        shown = apart * weights[:, np.newaxis]
        found.far[:] = (shown * steps).sum(axis=0)
        found.far2[:] = (shown * steps**2).sum(axis=0)
        found.near[:] = (shown / steps).sum(axis=0)
        found.near2[:] = (shown / steps**2).sum(axis=0)
        return found

    return added(n, batches, search, progress)


def _steps(lengths: sparse.csr_array[Any], row: Whole, distances: Floats) -> _Steps:
    """The ties (v, w) of each search for which distance(v) + length = distance(w)."""
    searches, n = distances.shape
    one, two = [], []
    for search, distance in enumerate(distances):
        reached = np.where(np.isfinite(distance), distance, -1.0)
        end = reached[lengths.indices]
        # Nearer at all, or two ends of a tie too short to matter would each come after the other.
        last = (reached[row] < end) & (reached[row] + lengths.data <= end * (1 + _SAME))
        one.append(row[last] + search * n)
        two.append(lengths.indices[last].astype(np.int64) + search * n)
    before, after = np.concatenate(one), np.concatenate(two)
    return _Steps(before, after, np.searchsorted(before, np.arange(searches * n + 1)))


def _dependencies(steps: _Steps, sources: Whole, weights: Floats, found: Sums) -> None:
    n, searches = len(found.through), len(sources)
    starts = sources + n * np.arange(searches)
    paths, rank = _paths(steps, starts, n * searches)
    depends = np.zeros(n * searches)
    # By the rank of its end, each step is looked at when all that comes after it is known.
    order = np.argsort(rank[steps.after], kind="stable")
    ranks = rank[steps.after][order]
    cuts = np.searchsorted(ranks, np.arange(2, ranks[-1] + 2 if len(ranks) else 2))
    for low, high in zip(cuts[-2::-1], cuts[:0:-1], strict=True):
        chosen = order[low:high]
        before, after = steps.before[chosen], steps.after[chosen]
        np.add.at(depends, before, paths[before] / paths[after] * (1 + depends[after]))
    each = depends.reshape(searches, n)
    each[np.arange(searches), sources] = 0
    found.through[:] = weights @ each
    found.through2[:] = weights @ each**2


def _paths(steps: _Steps, starts: Whole, n: int) -> tuple[Floats, Whole]:
    """How many shortest paths lead to each node, and the most steps that one of them has."""
    paths, rank = np.zeros(n), np.zeros(n, dtype=np.int64)
    paths[starts] = 1
    front, hops = starts, 0
    ways: Floats = np.ones(len(starts))
    while len(front):
        hops += 1
        counts = steps.at[front + 1] - steps.at[front]
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        after = steps.after[np.repeat(steps.at[front], counts) + within]
        front, place = np.unique(after, return_inverse=True)
        ways = _summed(place.ravel(), np.repeat(ways, counts), len(front))
        paths[front] += ways
        rank[front] = hops
    return paths, rank


def _summed(places: Whole, values: Floats, n: int) -> Floats:
    return np.asarray(np.bincount(places, values, minlength=n), dtype=np.float64)
