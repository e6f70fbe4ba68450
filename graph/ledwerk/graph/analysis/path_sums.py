"""What searches for shortest paths add up to, and how many of them run at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np

from ledwerk.graph.analysis.tie_matrix import Floats, Whole

Progress: TypeAlias = Callable[[float], None]
_Batch = TypeVar("_Batch")
_Found = TypeVar("_Found")


@dataclass(frozen=True, eq=False)
class Sums:
    """Sums over the sources of a search, for every node v, and sums of the squares.

    `through` is the sum of Brandes's dependencies of a source on v, `far` that of the distances
    between a source and v, `near` that of 1/distance; a source that does not reach v adds nothing.
    """

    through: Floats
    through2: Floats
    far: Floats
    far2: Floats
    near: Floats
    near2: Floats

    @staticmethod
    def zeros(n: int) -> Sums:
        """Sums over no source at all."""
        return Sums(*(np.zeros(n) for _ in range(6)))

    def add(self, other: Sums) -> None:
        """Add the sums over other sources to these."""
        self.through[:] += other.through
        self.through2[:] += other.through2
        self.far[:] += other.far
        self.far2[:] += other.far2
        self.near[:] += other.near
        self.near2[:] += other.near2

    def reach(self, rows: Whole, steps: float, counts: Floats) -> None:
        """So many sources are at so many steps from these nodes."""
        self.far[rows] += counts * steps
        self.far2[rows] += counts * steps**2
        self.near[rows] += counts / steps
        self.near2[rows] += counts / steps**2


def added(
    n: int,
    batches: Sequence[_Batch],
    search: Callable[[_Batch], Sums],
    progress: Progress | None = None,
    threads: int | None = None,
) -> Sums:
    """The sums over all batches of sources, each searched by itself, on all cores.

    They are added in the order of the batches, so that the outcome does not depend on which is
    done first. An interrupt ends it after the batches that are under way.
    """
    total = Sums.zeros(n)
    for done, found in enumerate(_in_order(batches, search, threads or cores()), start=1):
        total.add(found)
        if progress is not None:
            progress(done / len(batches))
    return total


def cores() -> int:
    """How many threads can run at a time."""
    return os.cpu_count() or 1


def _in_order(
    batches: Sequence[_Batch], search: Callable[[_Batch], _Found], threads: int
) -> Iterator[_Found]:
    if threads == 1 or len(batches) < 2:
        yield from map(search, batches)
        return
    pool = ThreadPoolExecutor(threads)
    ahead: list[Future[_Found]] = []
    try:
        for batch in batches:
            ahead.append(pool.submit(search, batch))
            if len(ahead) > 2 * threads:  # not all at once: what waits holds memory
                yield ahead.pop(0).result()
        for one in ahead:
            yield one.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
