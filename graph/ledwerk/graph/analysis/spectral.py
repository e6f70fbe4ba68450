"""Eigenvectors of the matrix of ties: the principal one, and PageRank's."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.tie_matrix import Floats

_SMALL = 64  # nodes; up to there a dense decomposition is quicker
_RESTARTS = 300
_POLISH = 30
_ROUNDS = 60
_PAGERANK_ERROR = 1e-12
_PAGERANK_ROUNDS = 10_000


def principal(ties: sparse.csr_array[Any]) -> Floats:
    """The positive eigenvector, of norm 1, of a connected symmetric matrix of positive ties.

    Lanczos with restarts (ARPACK; Lehoucq, Sorensen and Yang 1998); where that does not converge,
    as on a long chain, Noda's iteration. A few plain iterations then make small values right
    relative to themselves.
    """
    n = ties.shape[0]
    found = np.abs(np.linalg.eigh(ties.toarray())[1][:, -1] if n <= _SMALL else _lanczos(ties))
    for _ in range(_POLISH):
        found = ties @ found + found
        found /= np.linalg.norm(found)
    return np.asarray(found)


def pagerank_of(ties: sparse.csr_array[Any], alpha: float) -> Floats:
    """The stationary distribution of a walk along the ties that jumps anywhere at times.

    Solved as a linear system first, then iterated until what may be missing adds up to less than
    1e-12 over all nodes.
    """
    n = ties.shape[0]
    if not n:
        return np.zeros(0)
    strengths = np.asarray(ties.sum(axis=1)).ravel()
    dangling = strengths <= 0
    share = np.divide(alpha, strengths, out=np.zeros(n), where=~dangling)
    found = _solved(ties, strengths, alpha)
    for _ in range(_PAGERANK_ROUNDS):
        jumps = (1 - alpha + alpha * found[dangling].sum()) / n
        after = ties @ (found * share) + jumps
        after /= after.sum()
        change = np.abs(after - found).sum()
        found = after
        # What is left shrinks by alpha a round.
        if change * alpha <= _PAGERANK_ERROR * (1 - alpha):
            break
    return np.asarray(found)


def _solved(ties: sparse.csr_array[Any], strengths: Floats, alpha: float) -> Floats:
    """PageRank of undirected ties, by conjugate gradients: a third of the steps of iterating.

    With D the strengths, p = j + alpha A D^-1 p for a jump j that is the same everywhere (who has
    no tie sends it anywhere); sqrt(D) scales this to a symmetric, positive definite system.
    """
    from scipy.sparse.linalg import LinearOperator, cg

    root = np.sqrt(np.maximum(strengths, 0.0))
    back = np.divide(1.0, root, out=np.zeros(len(root)), where=root > 0)

    def times(x: Floats) -> Floats:
        return np.asarray(x - alpha * back * (ties @ (back * x)))

    system = LinearOperator(ties.shape, matvec=times, dtype=np.float64)
    scaled, _ = cg(system, back, rtol=1e-14, atol=0.0, maxiter=200)
    found = np.where(root > 0, scaled * root, 1.0)
    return np.asarray(found / found.sum())


def _lanczos(ties: sparse.csr_array[Any]) -> Floats:
    from scipy.sparse.linalg import ArpackNoConvergence, eigsh

    start = np.sqrt(np.asarray(ties.sum(axis=1)).ravel())
    try:
        return np.asarray(eigsh(ties, 1, which="LA", v0=start, maxiter=_RESTARTS)[1][:, 0])
    except ArpackNoConvergence:
        return _noda(ties, start)


def _noda(ties: sparse.csr_array[Any], start: Floats) -> Floats:
    """Inverse iteration from above, which stays positive and converges quadratically.

    Noda (1971), "Note on the computation of the maximal eigenvalue of a non-negative irreducible
    matrix". Each round solves a sparse system: cheap where the graph is chain-like.
    """
    from scipy.sparse.linalg import splu

    found = start / np.linalg.norm(start)
    unit = sparse.eye_array(ties.shape[0], format="csc")
    for _ in range(_ROUNDS):
        bounds = (ties @ found) / found
        high, low = bounds.max(), bounds.min()
        if high - low <= 1e-14 * high:
            break
        # A little more than the bound, or the system may have no solution in floats.
        solved = splu(unit * (high * (1 + 1e-15)) - ties.tocsc()).solve(found)
        found = np.abs(solved) / np.linalg.norm(solved)
    return np.asarray(found)
