"""Distances from hundreds of sources at once: one bit a source, one union of rows a level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ledwerk.graph.analysis.path_sums import Progress, Sums, added
from ledwerk.graph.analysis.tie_matrix import Floats, Whole
from ledwerk.graph.analysis.twins import Classes

Bits: TypeAlias = NDArray[np.uint64]

_WORDS = 8  # of 64 sources each
_ROWS = 1024  # so many rows a union: what they gather stays in the processor's caches


@dataclass(frozen=True, eq=False)
class _Batch:
    """Sources by word and bit; those of one word all count equally often."""

    sources: Whole
    words: Whole
    bits: Bits
    weights: Floats


def bit_sums(
    classes: Classes, sources: Whole, counts: Floats, *, progress: Progress | None = None
) -> Sums:
    """Sums of distances over these sources, each counted so often; no dependencies.

    Many breadth-first searches in one, with a bit for each source (Then et al. 2014, "The more the
    merrier: efficient multi-source graph traversal"). Since distances are the same both ways,
    counting the new bits of a row sums over sources. O(sources x ties / 64) for a small diameter.
    """
    n = len(classes)

    def search(batch: _Batch) -> Sums:
        found = Sums.zeros(n)
        for steps, (rows, new) in enumerate(_levels(classes.pattern, batch), start=1):
            found.reach(rows, steps, np.bitwise_count(new) @ batch.weights)
        return found

    return added(n, list(_batches(sources, counts)), search, progress)


def _batches(sources: Whole, counts: Floats) -> Iterator[_Batch]:
    """Sources by how often they count, a word each 64 of those that count equally often."""
    order = np.argsort(counts, kind="stable")
    sources, counts = sources[order], counts[order]
    _, first, sizes = np.unique(counts, return_index=True, return_counts=True)
    place = np.arange(len(sources)) - np.repeat(first, sizes)
    words_before = np.concatenate([[0], np.cumsum(-(-sizes // 64))])[:-1]
    word = np.repeat(words_before, sizes) + place // 64
    bit = np.left_shift(np.uint64(1), (place % 64).astype(np.uint64))
    for start in range(0, int(word[-1]) + 1 if len(word) else 0, _WORDS):
        here = slice(*np.searchsorted(word, [start, start + _WORDS]))
        words = word[here] - start
        weights = np.zeros(int(words[-1]) + 1)
        weights[words] = counts[here]
        yield _Batch(sources[here], words, bit[here], weights)


def levels_from(ties: sparse.csr_array[Any], sources: Whole) -> Iterator[Whole]:
    """The nodes that are so many steps from the nearest of some sources, from 1 step on."""
    one = np.ones(len(sources), dtype=np.uint64)
    batch = _Batch(sources, np.zeros(len(sources), dtype=np.int64), one, np.ones(1))
    for rows, _ in _levels(ties, batch):
        yield rows


def _levels(ties: sparse.csr_array[Any], batch: _Batch) -> Iterator[tuple[Whole, Bits]]:
    """For each number of steps from 1 on: which rows are first reached, and by whom."""
    seen = np.zeros((ties.shape[0], len(batch.weights)), dtype=np.uint64)
    seen[batch.sources, batch.words] = batch.bits
    full = np.zeros(seen.shape[1], dtype=np.uint64)
    np.bitwise_or.at(full, batch.words, batch.bits)
    front = seen.copy()
    ahead = np.flatnonzero(np.diff(ties.indptr))
    while len(ahead):
        new = _union(ties[ahead], front)
        new &= ~seen[ahead]
        some = new.any(axis=1)
        if not some.any():
            return
        yield ahead[some], new[some]
        seen[ahead] |= new
        front[:] = 0
        front[ahead] = new
        ahead = ahead[(seen[ahead] != full).any(axis=1)]


def _union(ties: sparse.csr_array[Any], front: Bits) -> Bits:
    """For each row the union of the bits of its neighbours; no row may be empty."""
    rows, at = ties.shape[0], ties.indptr
    found = np.empty((rows, front.shape[1]), dtype=np.uint64)
    starts = range(0, rows, _ROWS)
    most = max(int(at[min(start + _ROWS, rows)] - at[start]) for start in starts)
    gathered = np.empty((most, front.shape[1]), dtype=np.uint64)
    for start in starts:
        end = min(start + _ROWS, rows)
        near = ties.indices[at[start] : at[end]]
        some = gathered[: len(near)]
        # Clipped, or NumPy copies what it gathers; there is nothing to clip.
        np.take(front, near, axis=0, out=some, mode="clip")
        np.bitwise_or.reduceat(some, at[start:end] - at[start], axis=0, out=found[start:end])
    return found
