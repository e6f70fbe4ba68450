"""The ties between groups of parties, and which of them say best who belongs beside whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.projections import TwoMode
from ledwerk.viz.layout import Ties

WeightedTie: TypeAlias = tuple[str, str, int]
Pairs: TypeAlias = "np.ndarray[Any, np.dtype[np.int64]]"

STRONGEST = 2  # ties of each mark that it is placed by


def shared(
    names: Sequence[str], rows: Sequence[Sequence[int]], two: TwoMode
) -> tuple[WeightedTie, ...]:
    """The ties between groups of members: how many activities somebody of both takes part in, and
    one more for each tenancy or ownership between them. By the groups' order; no group with itself.
    """
    found = sparse.triu(between(rows, two), k=1, format="coo")
    columns = (found.row, found.col, found.data)
    pairs = zip(*(column.tolist() for column in columns), strict=True)
    return tuple((names[a], names[b], round(weight)) for a, b, weight in pairs)


def between(rows: Sequence[Sequence[int]], two: TwoMode) -> sparse.csr_array[Any]:
    """The weights of these ties, in both directions."""
    size = len(two.members)
    flat = np.array([row for part in rows for row in part], dtype=np.int64)
    group = np.repeat(np.arange(len(rows)), [len(part) for part in rows])
    members = sparse.csr_array((np.ones(len(flat)), (group, flat)), shape=(len(rows), size))
    taking = sparse.csr_array(members @ two.incidence)
    taking.data = np.ones(taking.nnz)
    ends = (two.direct[:, 0], two.direct[:, 1])
    direct = sparse.csr_array((np.ones(len(two.direct)), ends), shape=(size, size))
    own = members @ direct @ members.T
    found = sparse.csr_array(taking @ taking.T + own + own.T)
    found.setdiag(0)
    found.eliminate_zeros()
    found.sort_indices()
    return found


def strongest(weights: sparse.csr_array[Any], each: int = STRONGEST) -> Pairs:
    """Of every node its strongest ties, as pairs of places in order.

    The strongest is not the heaviest, since then everything would stand beside the largest: it is
    the one of the largest share of what both nodes have, w / sqrt(s t) for strengths s and t.
    Of equals the first counts.
    """
    ties = weights.tocoo()
    total = np.asarray(weights.sum(axis=1), dtype=np.float64).ravel()
    share = np.round(ties.data / np.sqrt(total[ties.row] * total[ties.col]), 12)
    order = np.lexsort((ties.col, -share, ties.row))
    row, column = ties.row[order].astype(np.int64), ties.col[order].astype(np.int64)
    place = np.arange(len(row)) - np.searchsorted(row, row)
    kept = place < each
    ends = np.stack([row[kept], column[kept]], axis=1)
    found: Pairs = np.unique(np.sort(ends, axis=1), axis=0)
    return found


def strong_ties(names: Iterable[str], ties: Iterable[WeightedTie]) -> Ties:
    """The strongest of ties between names; see `strongest`."""
    listed = sorted(names)
    number = {name: place for place, name in enumerate(listed)}
    cells = [(number[a], number[b], weight) for a, b, weight in ties if a in number and b in number]
    if not cells:
        return ()
    one, other, weight = (np.array(column) for column in zip(*cells, strict=True))
    both = (np.concatenate([one, other]), np.concatenate([other, one]))
    data = np.concatenate([weight, weight]).astype(np.float64)
    size = (len(listed), len(listed))
    matrix = sparse.csr_array(sparse.coo_array((data, both), shape=size))
    return tuple((listed[a], listed[b]) for a, b in strongest(matrix).tolist())
