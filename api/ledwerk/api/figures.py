"""Where figures are counted: numbers in memory that the processes of one service may share.

Each process counts in cells of its own, so that nobody waits for anybody; whoever is asked adds up.
What a process counted stays when it dies, and the one that takes its place counts on from there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import Array

# The first cells of a process; the others belong to groups of paths.
IN_FLIGHT, OPEN_SOCKETS, PID, FIRST = range(4)

# What a group has: a count for each status, one for each bucket of durations, and their sum.
STATUSES, BUCKETS = 600, 16
SUM = STATUSES + BUCKETS
GROUP = SUM + 1
MOST_GROUPS = 16

CELLS = FIRST + MOST_GROUPS * GROUP


def room(processes: int) -> Array[c_double]:
    """Cells for so many processes, which may be handed to those when they are started."""
    from multiprocessing.sharedctypes import RawArray

    return RawArray(c_double, processes * CELLS)


@dataclass(frozen=True, slots=True)
class Figures:
    """The cells of all processes, and which of them are this one's.

    `parent` is the process that the others are started by, where there is one.
    """

    cells: memoryview[float]
    own: memoryview[float]
    parent: int | None = None

    def totals(self, first: int, count: int) -> list[float]:
        """So many cells from that one on, each added up over the processes."""
        starts = range(first, len(self.cells), CELLS)
        parts = (self.cells[start : start + count].tolist() for start in starts)
        return [sum(column) for column in zip(*parts, strict=True)]

    def processes(self) -> Iterator[int]:
        """The processes that are alive: the parent, and those that answer."""
        if self.parent is not None:
            yield self.parent
        for start in range(PID, len(self.cells), CELLS):
            if self.cells[start]:
                yield int(self.cells[start])


def alone() -> Figures:
    """Figures of this process only."""
    return counted_in((c_double * CELLS)(), 0)


def counted_in(cells: Array[c_double], slot: int, parent: int | None = None) -> Figures:
    """Figures of this process at that place among others; what is no longer so is forgotten."""
    everything = memoryview(cells).cast("B").cast("d")
    own = everything[slot * CELLS : (slot + 1) * CELLS]
    forget(cells, slot)
    own[PID] = os.getpid()
    return Figures(everything, own, parent)


def forget(cells: Array[c_double], slot: int) -> None:
    """Set back what was only so while the process there was alive; its counts stay."""
    for one in (IN_FLIGHT, OPEN_SOCKETS, PID):
        cells[slot * CELLS + one] = 0.0
