"""The order in which equals are listed: by name, then id."""

from __future__ import annotations

import numpy as np

from ledwerk.graph.analysis.projections import TwoMode
from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole


def rank_of(matrix: TieMatrix, met: TwoMode | None) -> Whole:
    """Each place in the order of names, then ids; of ids alone where names are not known."""
    if met is not None:
        numbers, order = met.network.numbers, met.network.rank
        return np.array([order[numbers[str(node)]] for node in matrix.nodes], dtype=np.int64)
    found = np.empty(len(matrix), dtype=np.int64)
    found[sorted(range(len(matrix)), key=lambda at: str(matrix.nodes[at]))] = range(len(matrix))
    return found
