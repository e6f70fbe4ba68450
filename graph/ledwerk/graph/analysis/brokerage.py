"""Brokerage: who stands between others that have no tie with each other."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.analysis.brokerage_roles import Roles, RoleTally, roles_of
from ledwerk.graph.analysis.grouping import (
    Groups,
    grouping_of,
    neighbours_by_group,
    sum_of_squares,
)
from ledwerk.graph.analysis.tie_matrix import Floats, TieMatrix, matrix_of
from ledwerk.graph.analysis.triangles import Core, RankedTies, Triangles, go_through, ranked

if TYPE_CHECKING:
    import networkx as nx

Measured: TypeAlias = dict[Hashable, float | None]
"""A value by node, None where the measure is not defined."""


@dataclass(frozen=True, slots=True)
class Brokerage:
    """What is asked of brokers, from one pass over the triangles."""

    constraint: Measured
    effective_size: Measured
    roles: dict[Hashable, Roles]


def brokerage(
    graph: TieMatrix | nx.Graph[Any], groups: Groups, *, weighted: bool = False
) -> Brokerage:
    """Constraint, effective size and roles together, for the price of little more than one.

    Definitions, sources and limits are those of `constraint`, `effective_size` and
    `brokerage_roles`; the roles never look at weights. O(ties + triangles).
    """
    matrix = matrix_of(graph)
    grouping = grouping_of(matrix, groups)
    shares = _Shares(matrix, weighted=weighted)
    ways, shared, roles = shares.ways(), shares.shared(), RoleTally(shares.ties, grouping)
    go_through(shares.ties, [ways, shared, roles])
    return Brokerage(
        shares.constraint(ways),
        shares.effective_size(shared),
        roles_of(matrix, grouping, roles.closed(shares.ties)),
    )


def constraint(graph: TieMatrix | nx.Graph[Any], *, weighted: bool = False) -> Measured:
    """How far a node's ties lead back to the same few: Burt's constraint; None without ties.

    Definition: c_i = sum over neighbours j of (p_ij + sum over q of p_iq p_qj)^2, where p_ij is
    the share of j in the strength of all ties of i: 1/degree where ties are equal. The q are all
    nodes tied with both. High: few, tied with each other; low: many, not tied with each other.
    With weights a tie of strength 0 is none.

    Source: Burt (1992), "Structural Holes", ch. 2. O(ties + triangles).

    Not for comparing nodes of one or two ties, of which it says hardly more than the number. The
    members of one large consortium constrain each other because the data tie each with all.
    """
    shares = _Shares(matrix_of(graph), weighted=weighted)
    ways = shares.ways()
    go_through(shares.ties, [ways])
    return shares.constraint(ways)


def effective_size(graph: TieMatrix | nx.Graph[Any], *, weighted: bool = False) -> Measured:
    """How many of a node's neighbours are not redundant: Burt's effective size; None without ties.

    Definition: e_i = n - 2t / n, of n neighbours with t ties among them. With weights:
    e_i = sum over neighbours j of (1 - sum over q of p_iq m_jq), where p_iq is the share of q in
    the strength of i's ties, and m_jq the strength of the tie of j and q over that of j's
    strongest. A tie of strength 0 is then none.

    Source: Burt (1992), "Structural Holes"; the short form Borgatti (1997), "Structural holes:
    unpacking Burt's redundancy measures". O(ties + triangles).

    Grows with the number of ties: divide by it (Burt's efficiency) before comparing the small with
    the large.
    """
    shares = _Shares(matrix_of(graph), weighted=weighted)
    shared = shares.shared()
    go_through(shares.ties, [shared])
    return shares.effective_size(shared)


def participation_coefficient(graph: TieMatrix | nx.Graph[Any], groups: Groups) -> Measured:
    """How evenly a node's ties are spread over groups; None without ties.

    Definition: P_i = 1 - sum over groups s of (k_is / k_i)^2, where k_is of the k_i neighbours
    are in s. 0: all in one group; 1 - 1/s: evenly over s groups. `groups` gives each node's label;
    those without one are a group of their own, "".

    Source: Guimera and Amaral (2005), "Functional cartography of complex metabolic networks".
    O(ties). Not for comparing divisions into different numbers of groups, nor a sign of brokerage
    by itself: the neighbours may well know each other.
    """
    matrix = matrix_of(graph)
    squares = sum_of_squares(neighbours_by_group(matrix, grouping_of(matrix, groups)))
    degrees = np.maximum(matrix.degrees, 1).astype(np.float64)
    return _defined(matrix.nodes, 1 - squares / degrees**2, matrix.degrees > 0)


class _Ways:
    """Per tie of i and j, the sum over their common neighbours q of s_iq s_qj worth_q."""

    def __init__(self, ties: RankedTies, worth: Floats) -> None:
        self._ties = ties
        self._worth = worth[ties.order]
        self.total = np.zeros(len(ties))

    def listed(self, triangles: Triangles) -> None:
        """Add to each tie of a triangle the way over its third node."""
        ab, ac, bc, strength = triangles.ab, triangles.ac, triangles.bc, self._ties.strength
        for tie, one, two, over in (
            (ab, ac, bc, triangles.c), (ac, ab, bc, triangles.b), (bc, ab, ac, triangles.a)
        ):  # fmt: skip
            way = self._worth[over]
            if strength is not None:
                way *= strength[one] * strength[two]
            np.add.at(self.total, tie, way)

    def core(self, core: Core) -> None:
        """Add to each tie of the core the ways over its nodes."""
        tied = core.dense(np.float64, equal=False)
        ways = (tied * self._worth[core.rank :]) @ tied
        self.total[core.first :] += ways[core.low, core.high]


class _Shares:
    """What constraint and effective size have in common: how a node's strength is spread."""

    def __init__(self, matrix: TieMatrix, *, weighted: bool) -> None:
        self.nodes = matrix.nodes
        self.ties = ranked(matrix, weighted=weighted)
        strengths = self.ties.strengths
        self._tied = strengths > 0  # A tie that weighs nothing is none, where weights count.
        self._degrees = self.ties.per_node(self._tied, self._tied)
        self._sums = np.where(self._degrees > 0, self.ties.per_node(strengths, strengths), 1)
        most = np.zeros(len(matrix))
        np.maximum.at(most, self.ties.low, strengths)
        np.maximum.at(most, self.ties.high, strengths)
        self._most = np.where(most > 0, most, 1)

    def ways(self) -> _Ways:
        """What constraint needs."""
        return _Ways(self.ties, 1 / self._sums)

    def shared(self) -> _Ways:
        """What effective size needs."""
        return _Ways(self.ties, np.ones(len(self.nodes)))

    def constraint(self, ways: _Ways) -> Measured:
        """The sum over a node's ties of the squared share that each takes, over others too."""
        squared = self._tied * (self.ties.strengths + ways.total) ** 2
        return self._defined(self.ties.per_node(squared, squared) / self._sums**2)

    def effective_size(self, shared: _Ways) -> Measured:
        """The number of a node's neighbours less the redundant part of each."""
        total = self._tied * shared.total
        redundant = self.ties.per_node(
            total / self._most[self.ties.high], total / self._most[self.ties.low]
        )
        return self._defined(self._degrees - redundant / self._sums)

    def _defined(self, values: Floats) -> Measured:
        return _defined(self.nodes, values, self._degrees > 0)


def _defined(nodes: tuple[Hashable, ...], values: Floats, where: NDArray[np.bool_]) -> Measured:
    pairs = zip(values.tolist(), where.tolist(), strict=True)
    found = (value if known else None for value, known in pairs)
    return dict(zip(nodes, found, strict=True))
