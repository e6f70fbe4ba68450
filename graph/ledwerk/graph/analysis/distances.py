"""How far parties are from a set of others, and along which ties: for all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ledwerk.graph.analysis.tie_matrix import Floats, TieMatrix, Whole, matrix_of

if TYPE_CHECKING:
    import networkx as nx

UNREACHED = -1


@dataclass(frozen=True, eq=False, slots=True)
class Ways:
    """The shortest ways from everybody to the nearest of some aims.

    `steps` is the number of ties, UNREACHED where there is no way; `width` the weakest tie of the
    strongest such way (the widest shortest path; Pollack 1960 for the bottleneck). Both are by
    place; an aim is at 0 from itself.
    """

    matrix: TieMatrix
    steps: Whole
    width: Floats

    def introducers(self, place: int) -> tuple[Whole, Floats]:
        """The next on a shortest way from somebody, and how strong each of those ways is."""
        strengths = self.matrix.strengths
        start, end = strengths.indptr[place : place + 2]
        near = np.asarray(strengths.indices[start:end], dtype=np.int64)
        ahead = self.steps[near] == self.steps[place] - 1
        # From who is not reached, "one nearer" would be nobody reached either.
        ahead &= self.steps[near] >= 0
        near, ties = near[ahead], np.asarray(strengths.data[start:end], dtype=np.float64)[ahead]
        return near, np.minimum(ties, self.width[near])

    def nearest(self, place: int) -> Whole:
        """All aims at the smallest distance from somebody; none if there is no way."""
        front = np.array([place], dtype=np.int64)
        for step in range(int(self.steps[place]) - 1, -1, -1):
            _, near, _ = ties_from(self.matrix, front)
            front = np.unique(near[self.steps[near] == step])
        return front if self.steps[place] != UNREACHED else front[:0]


def ways_to(matrix: TieMatrix, aims: Whole, until: int | None = None) -> Ways:
    """The ways to some places, by one breadth-first search from all of them: O(ties).

    With `until`, no further than that place is away: those beyond are UNREACHED then.
    """
    steps = np.full(len(matrix), UNREACHED, dtype=np.int64)
    width = np.zeros(len(matrix))
    front, step = np.asarray(aims, dtype=np.int64), 0
    steps[front] = 0
    width[front] = np.inf
    while len(front):
        of, near, strengths = ties_from(matrix, front)
        if step:
            back = steps[near] == step - 1
            ways = np.minimum(strengths[back], width[near[back]])
            np.maximum.at(width, of[back], ways)
        if until is not None and steps[until] != UNREACHED:
            break
        step += 1
        front = np.unique(near[steps[near] == UNREACHED])
        steps[front] = step
    return Ways(matrix, steps, width)


def distances(
    graph: TieMatrix | nx.Graph[Any],
    sources: Iterable[Hashable],
    targets: Collection[Hashable],
) -> dict[Hashable, int | None]:
    """How many ties each of some parties is away from the nearest of others; None: no way.

    Definition: the length of a shortest path, every tie counting as 1, to the nearest party of
    `targets` other than itself: no party is a target for itself. Parties that are not in the
    graph are left out. For all at once: O(ties), by one breadth-first search from the targets
    (a target's nearest other one is found where their regions meet). Short says that
    somebody could introduce them, not that they know of each other.
    """
    matrix = matrix_of(graph)
    found = other_steps(matrix, ways_to(matrix, places_of(matrix, targets)))
    return {
        matrix.nodes[place]: int(found[place]) if found[place] != UNREACHED else None
        for place in places_of(matrix, sources).tolist()
    }


def other_steps(matrix: TieMatrix, ways: Ways) -> Whole:
    """The steps from each place to the nearest aim other than itself. O(ties)."""
    steps = ways.steps
    # Whose region each place is in: that of one of its nearest aims.
    region = np.where(steps == 0, np.arange(len(matrix)), UNREACHED)
    rows = np.repeat(np.arange(len(matrix)), matrix.degrees)
    near = np.asarray(matrix.strengths.indices, dtype=np.int64)
    closer = (steps[near] >= 0) & (steps[near] == steps[rows] - 1)
    below, above = near[closer], rows[closer]
    order = np.argsort(steps[above], kind="stable")
    below, above = below[order], above[order]
    for part in np.split(np.arange(len(above)), np.flatnonzero(np.diff(steps[above])) + 1):
        region[above[part]] = region[below[part]]
    # A shortest way from one aim to another passes from its region into another's.
    apart = (steps[rows] >= 0) & (region[rows] != region[near])
    far = np.full(len(matrix), np.iinfo(np.int64).max)
    np.minimum.at(far, region[rows[apart]], steps[rows[apart]] + 1 + steps[near[apart]])
    far[far == np.iinfo(np.int64).max] = UNREACHED
    return np.where(steps == 0, far, steps)


def tied_to(matrix: TieMatrix, aims: Whole) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Who has a tie with one of some places at least; never by being one of them. O(ties)."""
    there = np.zeros(len(matrix))
    there[aims] = 1.0
    return np.asarray(matrix.pattern @ there > 0)


def ties_from(matrix: TieMatrix, places: Whole) -> tuple[Whole, Whole, Floats]:
    """The ties of some places: whose each is, with whom, and how strong."""
    counts = matrix.degrees[places]
    starts = np.asarray(matrix.strengths.indptr, dtype=np.int64)[places]
    ends = np.cumsum(counts)
    at = np.repeat(starts - ends + counts, counts) + np.arange(counts.sum())
    of = np.repeat(np.asarray(places, dtype=np.int64), counts)
    near = np.asarray(matrix.strengths.indices, dtype=np.int64)[at]
    return of, near, np.asarray(matrix.strengths.data, dtype=np.float64)[at]


def places_of(matrix: TieMatrix, nodes: Iterable[Hashable]) -> Whole:
    """The places of some nodes in order, each once; those that are not there are left out."""
    numbers = matrix.numbers
    return np.array(sorted({numbers[node] for node in nodes if node in numbers}), dtype=np.int64)


def gap_places(matrix: TieMatrix, sources: Iterable[Hashable], aims: Whole) -> Whole:
    """Which of some parties have no tie with an aim (other than themselves, if they are one)."""
    places = places_of(matrix, sources)
    return places[~tied_to(matrix, aims)[places]]


def ways_of(matrix: TieMatrix, place: int, aims: Whole, shared: Ways) -> Ways:
    """The ways on which somebody's gap is crossed: `shared`, or its own where it is an aim too."""
    if shared.steps[place] != 0:
        return shared
    return ways_to(matrix, aims[aims != place], until=place)
