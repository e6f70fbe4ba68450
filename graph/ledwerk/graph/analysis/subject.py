"""What an analysis runs on: ties, the group of each node, and the graph that they come from."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ledwerk.graph.analysis.grouping import Groups
from ledwerk.graph.analysis.projections import TwoMode, projection, two_mode
from ledwerk.graph.analysis.ranks import steady
from ledwerk.graph.analysis.tie_matrix import Pair, TieMatrix, matrix_of_pairs
from ledwerk.graph.lens import Lens, Mode
from ledwerk.graph.network import Network
from ledwerk.schema.errors import InvalidQuestion


@dataclass(frozen=True, eq=False)
class Subject:
    """Ties between nodes, and the group that each belongs to ("" where none is known).

    `two` is the two-mode network that they are a projection of; None for a bare list of ties, of
    which only the measures on ties can be asked.
    """

    matrix: TieMatrix
    groups: Groups
    names: Mapping[Hashable, str] = field(default_factory=dict)
    two: TwoMode | None = None
    lens: Lens = field(default_factory=Lens)

    def name(self, node: Hashable) -> str:
        """What a node is called; itself, in a bare list."""
        return self.names.get(node, str(node))

    @cached_property
    def order(self) -> Mapping[Hashable, tuple[str, str]]:
        """What equals are ordered by: sort name, then id."""
        if self.two is None:
            return {node: (str(node), str(node)) for node in self.matrix.nodes}
        network = self.two.network
        return {network.ids[place]: network.order(place) for place in self.two.members.tolist()}

    def ranked(self, *measures: Mapping[Hashable, float]) -> list[Hashable]:
        """The nodes of the last measure from the largest value of the first to the smallest.

        Equals go by the next measure, and then in their order. What differs only by how it was
        added up is equal.
        """
        listed = sorted(measures[-1], key=self.order.__getitem__)
        for values in reversed(measures):
            plain = steady(np.array([values[node] for node in listed], dtype=np.float64))
            listed = [listed[at] for at in np.argsort(-plain, kind="stable").tolist()]
        return listed


def subject_of_network(network: Network, lens: Lens, mode: Mode = Mode.PARTIES) -> Subject:
    """The ties of a graph through a lens, grouped by helix."""
    two = two_mode(network, lens, mode)
    places = two.members.tolist()
    ids = [network.ids[place] for place in places]
    return Subject(
        projection(two, lens.weight),
        dict(zip(ids, (network.helix[place] for place in places), strict=True)),
        dict(zip(ids, (network.name[place] for place in places), strict=True)),
        two,
        lens,
    )


def subject_of_ties(nodes: Iterable[Hashable], ties: Iterable[Pair], groups: Groups) -> Subject:
    """A bare list of ties."""
    return Subject(matrix_of_pairs(nodes, ties), groups)


def two_of(subject: Subject) -> TwoMode:
    """The two-mode network. Raises InvalidQuestion for a bare list of ties."""
    if subject.two is None:
        raise InvalidQuestion("this needs more than a bare list of ties: who met in what")
    return subject.two


class Saying:
    """The names of a graph's nodes."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def __call__(self, ident: str) -> str:
        """The name of a node; the id itself of one that is not there."""
        return self._network.called(ident)

    def all(self, ids: Iterable[str]) -> str:
        """The names of several, in one text."""
        return "; ".join(map(self, ids))
