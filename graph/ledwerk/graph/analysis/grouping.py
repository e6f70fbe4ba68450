"""Nodes by group, such as a helix: what brokerage and mixing are told apart by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole

Groups: TypeAlias = Mapping[Any, str]


@dataclass(frozen=True, eq=False, slots=True)
class Grouping:
    """The labels in order, and the place among them of each node's label, by place of the node."""

    labels: tuple[str, ...]
    codes: Whole


def grouping_of(matrix: TieMatrix, groups: Groups) -> Grouping:
    """The groups of a matrix's nodes.

    A node without a label has the label "": those whose group nobody knows are a group of their
    own. Labels of nodes that are not in the matrix are not looked at.
    """
    names = [groups.get(node, "") for node in matrix.nodes]
    labels = tuple(sorted(set(names)))
    places = {label: place for place, label in enumerate(labels)}
    return Grouping(labels, np.array([places[name] for name in names], dtype=np.int64))


def neighbours_by_group(matrix: TieMatrix, grouping: Grouping) -> sparse.csr_array[Any]:
    """How many neighbours each node has in each group: a row a node, a column a group. O(ties)."""
    shape = (len(matrix), len(grouping.labels))
    rows = np.arange(len(matrix))
    member = sparse.coo_array((np.ones(len(matrix)), (rows, grouping.codes)), shape=shape)
    return sparse.csr_array(matrix.pattern @ member.tocsr())


def neighbours_alike(matrix: TieMatrix, grouping: Grouping) -> Whole:
    """How many neighbours each node has in its own group, by place. O(ties)."""
    rows = np.repeat(np.arange(len(matrix)), matrix.degrees)
    alike = grouping.codes[rows] == grouping.codes[matrix.strengths.indices]
    return np.bincount(rows[alike], minlength=len(matrix)).astype(np.int64)


def sum_of_squares(near: sparse.csr_array[Any]) -> Whole:
    """The squares of such counts, summed by node."""
    found: Whole = np.asarray(near.multiply(near).sum(axis=1), dtype=np.int64).ravel()
    return found
