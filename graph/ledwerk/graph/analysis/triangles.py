"""The triangles of a graph, gone through once for everything that is counted on them.

Every tie points from the node of fewer ties to that of more. A triangle is then two ties out of one
node, and the tie between their ends; each is found once, at its node of the lowest rank (the
compact-forward algorithm; Latapy 2008, "Main-memory triangle computations for very large (sparse
(power-law)) graphs"). The best connected nodes, among which almost everything is tied, are done by
a dense product instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.analysis.tie_matrix import Floats, TieMatrix, Whole

AT_ONCE = 1 << 18
"""Pairs of ties looked at in one step: what keeps the arrays within the processor's cache."""
LARGEST_CORE = 4096
"""Nodes of a dense product at most: three such matrices take 0.4 GB."""
PAIR_COST = 400
"""What a pair of ties costs, in multiplications of a dense product; measured."""


@dataclass(frozen=True, eq=False)
class RankedTies:
    """Each tie once, from the lower rank to the higher, sorted by both.

    A rank is a node's place by number of ties, the fewest first; `order` has the node's place in
    the matrix by rank. `strength` is each tie's, None where all count as 1.
    """

    order: Whole
    low: Whole
    high: Whole
    strength: Floats | None

    def __len__(self) -> int:
        return len(self.low)

    @cached_property
    def key(self) -> Whole:
        """Both ranks in one number, ascending."""
        return self.low * len(self.order) + self.high

    @cached_property
    def strengths(self) -> Floats:
        """The strength of each tie, 1 where all are equal."""
        return np.ones(len(self)) if self.strength is None else self.strength

    @cached_property
    def first(self) -> Whole:
        """The number of each node's first tie to a higher rank; one more closes the last."""
        return np.searchsorted(self.low, np.arange(len(self.order) + 1)).astype(np.int64)

    def per_node(self, from_low: NDArray[Any], from_high: NDArray[Any]) -> Floats:
        """The sum of what each tie gives to its ends, by place in the matrix."""
        count = len(self.order)
        total = np.bincount(self.low, from_low, count) + np.bincount(self.high, from_high, count)
        return self.placed(total)

    def placed(self, by_rank: NDArray[Any]) -> NDArray[Any]:
        """Values by rank as values by place in the matrix."""
        found = np.empty_like(by_rank)
        found[self.order] = by_rank
        return found


@dataclass(frozen=True, eq=False, slots=True)
class Triangles:
    """Triangles of nodes a, b, c of ascending rank, and the numbers of their ties."""

    a: Whole
    b: Whole
    c: Whole
    ab: Whole
    ac: Whole
    bc: Whole


@dataclass(frozen=True, eq=False, slots=True)
class Core:
    """The `size` nodes from a rank on, of which all triangles are taken together.

    `first` is the number of the first tie among them, which are all the rest; `low` and `high`
    are those ties' ends counted from `rank`.
    """

    rank: int
    size: int
    first: int
    low: Whole
    high: Whole
    strengths: Floats

    def dense(self, dtype: type[np.floating[Any]], *, equal: bool) -> NDArray[Any]:
        """Its strengths, or 1 for each tie, as a full symmetric matrix."""
        found = np.zeros((self.size, self.size), dtype=dtype)
        values = 1 if equal else self.strengths
        found[self.low, self.high] = values
        found[self.high, self.low] = values
        return found


class Tally(Protocol):
    """Something that is counted on triangles, which are handed over in parts, each once."""

    def listed(self, triangles: Triangles) -> None:
        """Count some triangles."""

    def core(self, core: Core) -> None:
        """Count all triangles within the core."""


def ranked(matrix: TieMatrix, *, weighted: bool) -> RankedTies:
    """The ties of a matrix by rank, with their strengths if asked for. O(ties log ties)."""
    count = len(matrix)
    order = np.argsort(matrix.degrees, kind="stable")
    rank = np.empty(count, dtype=np.int64)
    rank[order] = np.arange(count)
    one = np.repeat(rank, matrix.degrees)
    two = rank[matrix.strengths.indices]
    up = np.flatnonzero(one < two)
    key = one[up] * count + two[up]
    if weighted:
        turn = np.argsort(key)
        key, strength = key[turn], matrix.strengths.data[up[turn]].astype(np.float64)
    else:
        key.sort()
        strength = None
    low, high = np.divmod(key, max(count, 1))
    return RankedTies(order, low, high, strength)


def go_through(ties: RankedTies, tallies: Sequence[Tally]) -> None:
    """Hand every triangle to every tally, once.

    Time O(ties x the largest number of ties to higher ranks), which is at most the square root of
    twice the ties; memory O(ties + `AT_ONCE`), and `LARGEST_CORE` squared where a core pays.
    """
    rank = _core_rank(ties)
    for triangles in _listed(ties, int(ties.first[rank])):
        for tally in tallies:
            tally.listed(triangles)
    core = _core(ties, rank)
    if len(core.low):
        for tally in tallies:
            tally.core(core)


def _core_rank(ties: RankedTies) -> int:
    """The rank from which on a dense product costs less than listing."""
    count = len(ties.order)
    ahead = np.diff(ties.first).astype(np.float64)
    listing = np.concatenate([[0.0], np.cumsum(ahead * (ahead - 1) / 2)]) * PAIR_COST
    size = np.minimum(np.arange(count, -1, -1, dtype=np.float64), LARGEST_CORE + 1)
    dense = np.where(size > LARGEST_CORE, np.inf, size**3)
    return int(np.argmin(listing + dense))


def _core(ties: RankedTies, rank: int) -> Core:
    first = int(ties.first[rank])
    low, high = ties.low[first:] - rank, ties.high[first:] - rank
    return Core(rank, len(ties.order) - rank, first, low, high, ties.strengths[first:])


def _listed(ties: RankedTies, until: int) -> Iterator[Triangles]:
    """The triangles whose lowest tie is among the first ones, in parts."""
    # By their higher end: the third ties that are looked for are then next to each other.
    first = np.argsort(ties.high[:until], kind="stable")
    beside = ties.first[ties.low[first] + 1] - first - 1
    total = np.concatenate([[0], np.cumsum(beside)])
    start = 0
    while start < until:
        stop = int(np.searchsorted(total, total[start] + AT_ONCE, side="right")) - 1
        stop = max(stop, start + 1)
        yield _closed(ties, first[start:stop], beside[start:stop])
        start = stop


def _closed(ties: RankedTies, first: Whole, beside: Whole) -> Triangles:
    """The pairs of each tie with those beside it, the next of the same node, that are closed."""
    ab = np.repeat(first, beside)
    before = np.cumsum(beside) - beside
    ac = np.arange(len(ab)) + np.repeat(first + 1 - before, beside)
    wanted = ties.high[ab] * len(ties.order) + ties.high[ac]
    bc = np.minimum(np.searchsorted(ties.key, wanted), len(ties) - 1)
    closed = np.flatnonzero(ties.key[bc] == wanted)
    ab, ac, bc = ab[closed], ac[closed], bc[closed]
    return Triangles(ties.low[ab], ties.high[ab], ties.high[ac], ab, ac, bc)
