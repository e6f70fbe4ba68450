"""Mixing: whether ties go within groups, such as helices, or between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ledwerk.graph.analysis.grouping import Groups, grouping_of
from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole, matrix_of

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, eq=False)
class Mixing:
    """How many ties there are within each group and between each two.

    `counts` is symmetric, in the order of `labels`: the ties between two groups, each once, and on
    the diagonal those within one, each once. The sum of its upper triangle is the number of ties.
    """

    labels: tuple[str, ...]
    counts: Whole

    @cached_property
    def internal(self) -> int:
        """Ties within a group."""
        return int(np.trace(self.counts))

    @cached_property
    def external(self) -> int:
        """Ties between two groups."""
        return (int(self.counts.sum()) - self.internal) // 2

    def between(self, one: str, two: str) -> int:
        """The ties between two groups, or within one; 0 where a label does not occur."""
        if one not in self.labels or two not in self.labels:
            return 0
        return int(self.counts[self.labels.index(one), self.labels.index(two)])

    @property
    def ei_index(self) -> float | None:
        """See `ei_index`."""
        return _ei(self.external, self.internal)

    @property
    def ei_by_group(self) -> dict[str, float | None]:
        """See `ei_index_by_group`."""
        own = np.diagonal(self.counts).tolist()
        ties = self.counts.sum(axis=1).tolist()
        rows = zip(self.labels, own, ties, strict=True)
        return {label: _ei(every - within, within) for label, within, every in rows}

    @property
    def assortativity(self) -> float | None:
        """See `attribute_assortativity_coefficient`."""
        ends = 2 * (self.internal + self.external)
        of_group = (self.counts.sum(axis=1) + np.diagonal(self.counts)).tolist()
        squares = sum(int(count) ** 2 for count in of_group)
        if squares == ends * ends:  # No ties, or all ends in one group: nothing to compare with.
            return None
        return float((2 * self.internal * ends - squares) / (ends * ends - squares))


def mixing_matrix(graph: TieMatrix | nx.Graph[Any], groups: Groups) -> Mixing:
    """The ties within each group and between each two. O(ties + groups squared).

    `groups` gives each node's label; nodes without one are a group of their own, "". All ties count
    as one, whatever their strength. Groups of different size mix by chance alone: compare with
    `attribute_assortativity_coefficient` before calling a cell large. Source: Newman (2003),
    "Mixing patterns in networks".
    """
    matrix = matrix_of(graph)
    grouping = grouping_of(matrix, groups)
    size = len(grouping.labels)
    of_row = np.repeat(grouping.codes, matrix.degrees)
    of_column = grouping.codes[matrix.strengths.indices]
    counts = np.bincount(of_row * size + of_column, minlength=size * size).reshape(size, size)
    return Mixing(grouping.labels, _internal_once(counts))


def mixing_of_members(members: Mapping[str, int]) -> Mixing:
    """The same for one meeting, such as a project, in which each member has a tie with each other.

    `members` says how many there are of each group. O(groups squared).
    """
    labels = tuple(sorted(label for label, count in members.items() if count > 0))
    sizes = np.array([members[label] for label in labels], dtype=np.int64)
    counts = np.outer(sizes, sizes) - np.diag(sizes)
    return Mixing(labels, _internal_once(counts))


def ei_index(graph: TieMatrix | nx.Graph[Any], groups: Groups) -> float | None:
    """Whether ties go outside or stay inside: Krackhardt and Stern's E-I index; None without ties.

    Definition: (external - internal) / (external + internal), of ties between and within groups:
    -1 where all stay inside, 1 where all go outside. Source: Krackhardt and Stern (1988), "Informal
    networks and organizational crises". O(ties).

    It depends on the sizes of the groups: a small group has little inside to have ties with, and a
    negative value of a large one is no sign that it closes itself off. Not for comparing networks
    of different composition; assortativity takes sizes into account.
    """
    return mixing_matrix(graph, groups).ei_index


def ei_index_by_group(graph: TieMatrix | nx.Graph[Any], groups: Groups) -> dict[str, float | None]:
    """The E-I index of the ties of each group's nodes; None for a group without ties.

    Definition, source and limits as `ei_index`, of the ties with one end at least in the group,
    each once.
    """
    return mixing_matrix(graph, groups).ei_by_group


def attribute_assortativity_coefficient(
    graph: TieMatrix | nx.Graph[Any], groups: Groups
) -> float | None:
    """Whether like goes with like more than by chance: Newman's assortativity by category.

    Definition: r = (sum of e_ss - sum of a_s^2) / (1 - sum of a_s^2), where e_st is the share of
    tie ends that join groups s and t, and a_s = sum over t of e_st. 1: ties within groups only; 0:
    as expected of the number of ties of each group; negative: rather with others. None where it is
    not defined: without ties, or with all of them within one group.

    Source: Newman (2003), "Mixing patterns in networks". O(ties). The lowest possible value lies
    between -1 and 0 and depends on the groups, so negative values cannot be compared. Where ties
    come from meetings, one large consortium decides much of it.
    """
    return mixing_matrix(graph, groups).assortativity


def _internal_once(ends: Whole) -> Whole:
    """Counts of ties seen from both ends, with those within a group once."""
    counts = ends.astype(np.int64)
    places = np.arange(len(counts))
    counts[places, places] //= 2
    return counts


def _ei(external: int, internal: int) -> float | None:
    ties = external + internal
    return (external - internal) / ties if ties else None
