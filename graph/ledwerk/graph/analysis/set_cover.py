"""The fewest sets that hold everything: greedy, with how far from the best it can be at most."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.tie_matrix import Floats, Whole

EXACT_UP_TO = 30_000
"""How many (thing, set) pairs there may be for the smallest cover to be looked for."""
# How far: so many branches, fewer where each costs more. A number and not a time, so that answers
# stay the same; covers of real networks are found at the root, random ones are what it is for.
_EFFORT = 2e8
_SURE = 1e-6


@dataclass(frozen=True, eq=False, slots=True)
class Cover:
    """Sets that hold everything. No cover has fewer than `bound` sets; `exact` where these are it.

    `ratio` is what the greedy choice promises: at most so many times the fewest.
    """

    chosen: tuple[int, ...]
    bound: int
    ratio: float

    @property
    def exact(self) -> bool:
        """Whether no cover is smaller."""
        return len(self.chosen) == self.bound


def smallest_cover(holds: sparse.csr_array[Any], rank: Whole) -> Cover:
    """Few sets (columns) that hold every thing (row); each row has an entry at least.

    A set that is the only one to hold something is in every cover; for the rest a greedy choice
    (Chvatal 1979): at most H(d) times the fewest, d the size of the largest set; of equals the set
    whose entries are together the strongest, then the first by `rank`. What proves superfluous
    goes out again. Up to EXACT_UP_TO entries of the rest, branch and bound (HiGHS; Huangfu and
    Hall 2018) looks for the fewest, and where it stops early its bound holds. Without it
    O(entries + sets x chosen).
    """
    if not holds.shape[0]:
        return Cover((), 0, 1.0)
    by_set = sparse.csc_array(holds)
    needed = np.unique(holds.indices[holds.indptr[:-1]][np.diff(holds.indptr) == 1])
    open_ = np.ones(holds.shape[0], dtype=bool)
    open_[by_set[:, needed].indices] = False
    rest = sparse.csr_array(holds[np.flatnonzero(open_)])
    others, bound = _cover_rest(rest, rank)
    chosen = _without_superfluous(by_set, [*needed.tolist(), *others])
    sizes = np.diff(by_set.indptr)
    ratio = float(np.sum(1.0 / np.arange(1, sizes.max() + 1)))
    in_order = tuple(sorted(chosen, key=lambda at: int(rank[at])))
    return Cover(in_order, len(needed) + bound, ratio)


def _cover_rest(holds: sparse.csr_array[Any], rank: Whole) -> tuple[list[int], int]:
    """A cover where no set is needed for one thing alone, and how many it takes at least."""
    if not holds.shape[0]:
        return [], 0
    by_set = sparse.csc_array(holds)
    sizes = np.diff(by_set.indptr)
    picked = greedy_cover(holds, rank)
    harmonic = float(np.sum(1.0 / np.arange(1, sizes.max() + 1)))
    bound = max(_fitted(holds, sizes), ceil(len(picked) / harmonic - _SURE))
    chosen = _without_superfluous(by_set, picked)
    if len(chosen) > bound and holds.nnz <= EXACT_UP_TO:
        better, proved = _branch_and_bound(holds, rank)
        bound = max(bound, proved)
        if better is not None and len(better) < len(chosen):
            chosen = better
    return chosen, bound


def greedy_cover(holds: sparse.csr_array[Any], rank: Whole) -> list[int]:
    """The sets in the order in which the greedy choice takes them."""
    by_set = sparse.csc_array(holds)
    counts = np.diff(by_set.indptr).astype(np.int64)
    worth = np.asarray(holds.sum(axis=0), dtype=np.float64).ravel()
    open_ = np.ones(holds.shape[0], dtype=bool)
    picked: list[int] = []
    while open_.any():
        most = np.flatnonzero(counts == counts.max())
        # Rounded, so that sums that differ in the last digit only are equals.
        at = int(most[np.lexsort((rank[most], -np.round(worth[most], 9)))[0]])
        picked.append(at)
        things = by_set.indices[by_set.indptr[at] : by_set.indptr[at + 1]]
        taken = holds[things[open_[things]]]
        open_[things] = False
        np.subtract.at(counts, taken.indices, 1)
        np.subtract.at(worth, taken.indices, taken.data)
    return picked


def _fitted(holds: sparse.csr_array[Any], sizes: Whole) -> int:
    """A bound from below: each thing costs 1/(size of the largest set that holds it).

    No set's things cost more than 1 together, so no cover is smaller than their sum (a feasible
    solution of the dual; Williamson and Shmoys 2011, section 1.6).
    """
    largest = np.maximum.reduceat(sizes[holds.indices], holds.indptr[:-1])
    return ceil(float(np.sum(1.0 / largest)) - _SURE)


def _without_superfluous(by_set: sparse.csc_array[Any], picked: list[int]) -> list[int]:
    """Without those whose things are all in others, the last picked first."""
    times = np.zeros(by_set.shape[0], dtype=np.int64)
    members = {at: by_set.indices[by_set.indptr[at] : by_set.indptr[at + 1]] for at in picked}
    for things in members.values():
        times[things] += 1
    kept = list(picked)
    for at in reversed(picked):
        if (times[members[at]] > 1).all():
            times[members[at]] -= 1
            kept.remove(at)
    return kept


def _branch_and_bound(holds: sparse.csr_array[Any], rank: Whole) -> tuple[list[int] | None, int]:
    """The fewest sets if they were found, and how many there must be at least."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    ones = sparse.csr_array((np.ones(holds.nnz), holds.indices, holds.indptr), shape=holds.shape)
    found = milp(
        _costs(holds, rank),
        integrality=np.ones(holds.shape[1]),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(ones, lb=1),
        options={"node_limit": 1 + int(_EFFORT / holds.nnz**2), "mip_rel_gap": 0.0},
    )
    bound = 0 if found.mip_dual_bound is None else ceil(found.mip_dual_bound - _SURE)
    chosen = None if found.x is None else np.flatnonzero(found.x > 0.5).tolist()
    return chosen, max(bound, 0)


def _costs(holds: sparse.csr_array[Any], rank: Whole) -> Floats:
    """A little less than 1 for the strong, so that of the smallest covers one of them is taken.

    All that is taken off comes to less than a half, so that it never buys another set.
    """
    worth = np.asarray(holds.sum(axis=0), dtype=np.float64).ravel()
    order = np.lexsort((rank, -np.round(worth, 9)))
    off = np.empty(len(order))
    off[order] = np.linspace(0.5, 0.0, len(order)) / (len(order) + 1)
    return 1.0 - off
