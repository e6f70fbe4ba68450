"""The five roles of brokerage between groups, such as helices."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ledwerk.graph.analysis.grouping import (
    Grouping,
    Groups,
    grouping_of,
    neighbours_alike,
    neighbours_by_group,
    sum_of_squares,
)
from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole, matrix_of
from ledwerk.graph.analysis.triangles import Core, RankedTies, Triangles, go_through, ranked

if TYPE_CHECKING:
    import networkx as nx

_LIAISON, _BOUNDARY, _ITINERANT, _COORDINATOR, _KINDS = 0, 1, 2, 4, 5
"""A closed pair's kind: how many of its three pairs of nodes share a group, the ends once more."""


@dataclass(frozen=True, slots=True)
class Roles:
    """How often a node is the broker of an ordered pair, by the groups of the three.

    `coordinator`: all three of one group. `itinerant`: both ends of one group, the broker of
    another. `gatekeeper`: the broker of the second end's group, the first of another.
    `representative`: the broker of the first end's group, the second of another. `liaison`: three
    groups. `total`: all of them.
    """

    coordinator: int
    itinerant: int
    gatekeeper: int
    representative: int
    liaison: int
    total: int


def brokerage_roles(graph: TieMatrix | nx.Graph[Any], groups: Groups) -> dict[Hashable, Roles]:
    """The roles of each node between the groups of its neighbours; zeros where it brokers nothing.

    Definition: node j is the broker of an ordered pair (i, k) where j has a tie with both, and i
    and k have none with each other. A tie has no direction and counts as two arcs, so each pair
    counts as (i, k) and as (k, i); gatekeeper and representative are therefore always equal. In
    sna's words: w_I coordinator, w_O itinerant, b_OI gatekeeper, b_IO representative, b_O liaison.
    `groups` gives each node's label; those without one are a group of their own, "".

    Source: Gould and Fernandez (1989), "Structures of mediation". O(ties + triangles): all pairs
    of neighbours by group, less those that are closed.

    Counts grow with the square of the number of ties: they rank brokers of one network, and compare
    neither networks nor periods of different size. A pair without a tie in the data may know each
    other; a party with many ties from one large consortium brokers by size alone.
    """
    matrix = matrix_of(graph)
    grouping = grouping_of(matrix, groups)
    ties = ranked(matrix, weighted=False)
    tally = RoleTally(ties, grouping)
    go_through(ties, [tally])
    return roles_of(matrix, grouping, tally.closed(ties))


class RoleTally:
    """Pairs of neighbours that have a tie with each other: a row a rank, a column a kind."""

    def __init__(self, ties: RankedTies, grouping: Grouping) -> None:
        self._group = grouping.codes[ties.order]
        self._closed = np.zeros((len(ties.order), _KINDS), dtype=np.int64)

    def closed(self, ties: RankedTies) -> Whole:
        """What was counted, by place in the matrix."""
        found: Whole = ties.placed(self._closed)
        return found

    def listed(self, triangles: Triangles) -> None:
        """Count each triangle once at each of its three nodes."""
        a, b, c = triangles.a, triangles.b, triangles.c
        of_a, of_b, of_c = self._group[a], self._group[b], self._group[c]
        ab, ac, bc = of_a == of_b, of_a == of_c, of_b == of_c
        alike = ab.astype(np.int64) + ac + bc
        flat = self._closed.reshape(-1)
        for node, ends_alike in ((a, bc), (b, ac), (c, ab)):
            np.add.at(flat, node * _KINDS + alike + ends_alike, 1)

    def core(self, core: Core) -> None:
        """Count at each node of the core: shared neighbours per tie, then ties per node."""
        tied = core.dense(np.float32, equal=True)  # Exact: counts are far below 2 to the 24th.
        group = self._group[core.rank :]
        alike = group[:, np.newaxis] == group
        shared = (tied @ tied) * tied
        likes_other = (tied @ (tied * alike)) * tied  # Shared neighbours of the column's group.
        both = _sums(likes_other * alike, 1)
        ends = _sums(likes_other, 1) - both
        boundary = _sums(likes_other * ~alike, 0)
        rest = _sums(shared, 1) - both - ends - 2 * boundary
        own = self._closed[core.rank :]
        for kind, ordered in ((_COORDINATOR, both), (_ITINERANT, ends), (_LIAISON, rest)):
            own[:, kind] += ordered // 2
        own[:, _BOUNDARY] += boundary


def roles_of(matrix: TieMatrix, grouping: Grouping, closed: Whole) -> dict[Hashable, Roles]:
    """The roles by node: all ordered pairs of neighbours of each kind, less the closed ones."""
    near = neighbours_by_group(matrix, grouping)
    degree = matrix.degrees
    alike = sum_of_squares(near) - degree  # Ordered pairs of neighbours of one group.
    own = neighbours_alike(matrix, grouping)
    coordinator = own * (own - 1) - 2 * closed[:, _COORDINATOR]
    itinerant = alike - own * (own - 1) - 2 * closed[:, _ITINERANT]
    boundary = own * (degree - own) - closed[:, _BOUNDARY]
    total = degree * (degree - 1) - 2 * closed.sum(axis=1)
    liaison = total - coordinator - itinerant - 2 * boundary
    columns = (coordinator, itinerant, boundary, boundary, liaison, total)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return {node: Roles(*row) for node, row in zip(matrix.nodes, rows, strict=True)}


def _sums(values: Any, axis: int) -> Whole:
    found: Whole = np.rint(values.sum(axis=axis, dtype=np.float64)).astype(np.int64)
    return found
