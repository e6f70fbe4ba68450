"""Who could close which gap by one introduction: everybody who knows both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.distances import UNREACHED, ties_from
from ledwerk.graph.analysis.tie_matrix import Floats, TieMatrix, Whole


@dataclass(frozen=True, eq=False, slots=True)
class Chances:
    """Who could close which gap: for each chance the gap's row, introducer, strength, target."""

    gaps: Whole
    size: int
    row: Whole
    introducer: Whole
    strength: Floats
    target: Whole

    def by_introducer(self) -> tuple[Whole, sparse.csr_array[Any]]:
        """The introducers' places, and a matrix of gaps by introducers that holds strengths."""
        names, columns = np.unique(self.introducer, return_inverse=True)
        shape = (len(self.gaps), len(names))
        entries = (self.strength, (self.row, columns.ravel()))
        return names, sparse.csr_array(sparse.coo_array(entries, shape=shape).tocsr())

    def could_close(self) -> Whole:
        """How many gaps each place could close."""
        return np.bincount(self.introducer, minlength=self.size).astype(np.int64)


def chances_of(matrix: TieMatrix, aims: Whole, gaps: Whole, rank: Whole) -> Chances:
    """Who could close some gaps at distance 2 by one introduction; O(ties).

    An introducer's target is that to whom it has the strongest tie, of equals the first by rank.
    """
    best, second = _best_targets(matrix, aims, rank)
    of, near, ties = ties_from(matrix, gaps)
    # Nobody is a target for itself: then it is the introducer's next best.
    itself = best.target[near] == of
    target = np.where(itself, second.target[near], best.target[near])
    strength = np.where(itself, second.strength[near], best.strength[near])
    there = target != UNREACHED
    row = np.repeat(np.arange(len(gaps)), matrix.degrees[gaps])
    weaker = np.minimum(ties, strength)
    return Chances(gaps, len(matrix), row[there], near[there], weaker[there], target[there])


@dataclass(frozen=True, eq=False, slots=True)
class Targets:
    """A target of each place, UNREACHED where there is none, and how strong the tie with it is."""

    target: Whole
    strength: Floats


def _best_targets(matrix: TieMatrix, aims: Whole, rank: Whole) -> tuple[Targets, Targets]:
    """The target to whom each place has the strongest tie, and the next one."""
    target, of, ties = ties_from(matrix, aims)
    order = np.lexsort((rank[target], -ties, of))
    target, of, ties = target[order], of[order], ties[order]
    nth = np.arange(len(of)) - np.searchsorted(of, of)
    found = []
    for turn in (0, 1):
        who, chosen = np.full(len(matrix), UNREACHED, dtype=np.int64), nth == turn
        strength = np.zeros(len(matrix))
        who[of[chosen]], strength[of[chosen]] = target[chosen], ties[chosen]
        found.append(Targets(who, strength))
    return found[0], found[1]
