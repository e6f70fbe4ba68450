"""Communities: parts of a network whose ties mostly stay within, found by modularity.

A graph of tens of thousands of nodes takes a few seconds: local moves by a queue over plain lists.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from ledwerk.graph.analysis.projections import TwoMode
from ledwerk.graph.analysis.tie_matrix import TieMatrix, matrix_of_places

_LEAST = 1e-12  # a gain smaller than this is one of rounding
_ROUNDS = 10  # from the top down again; two or three are usual

Communities = tuple[tuple[Hashable, ...], ...]


def communities(matrix: TieMatrix) -> Communities:
    """The communities of a graph, the largest first, equals by their smallest member; each sorted.

    Definition: a division of the nodes whose modularity no move of one node to the community of a
    neighbour raises, and each of whose parts is connected. Modularity is the share of the strength
    of ties that lies within communities, less what would if ties were drawn at random between nodes
    of the same strengths (Newman and Girvan 2004). Found by Blondel et al. (2008), "Fast unfolding
    of communities in large networks", with the queue of Traag, Waltman and Van Eck (2019), "From
    Louvain to Leiden", starting again from the nodes until nothing changes; parts of a community
    that hang together by nothing are divided. A node without ties is a community of its own.
    O(ties) a pass.

    The same graph gives the same communities, in whatever order its nodes are given. Limits: the
    best division is not known and seldom the only one that is nearly as good, so a node at a border
    may belong elsewhere as well; in a large network, small communities with a tie or more between
    them are put together (the resolution limit, Fortunato and Barthelemy 2007). Nodes are compared
    by their text.
    """
    order = sorted(range(len(matrix)), key=lambda place: str(matrix.nodes[place]))
    ties = _plain(matrix.strengths)[order][:, order]
    label = _connected(ties, _best(ties))
    members: dict[int, list[int]] = {}
    for place, community in enumerate(label.tolist()):
        members.setdefault(community, []).append(place)
    listed = sorted(members.values(), key=lambda places: (-len(places), places[0]))
    return tuple(tuple(matrix.nodes[order[place]] for place in places) for places in listed)


def modularity(matrix: TieMatrix, parts: Iterable[Iterable[Hashable]]) -> float:
    """How much more of the strength of ties lies within parts than by chance; 0 without ties.

    Newman and Girvan (2004). Every node has to be in one part.
    """
    ties = _plain(matrix.strengths)
    total = float(ties.sum())
    if not total:
        return 0.0
    label = np.zeros(len(matrix), dtype=np.int64)
    for number, part in enumerate(parts):
        label[[matrix.numbers[node] for node in part]] = number
    between = ties.tocoo()
    inside = float(between.data[label[between.row] == label[between.col]].sum())
    strength = np.bincount(label, np.asarray(ties.sum(axis=1)).ravel())
    return float(inside / total - ((strength / total) ** 2).sum())


def meeting_ties(two: TwoMode) -> TieMatrix:
    """Members and what they meet in as one graph: a tie of strength 1 where one is in the other,
    and between members that have a tie without a meeting.

    Communities are looked for in this graph and not in its projection, since in that a project of
    forty is 780 ties, and drowns out all smaller ones.
    """
    nodes = tuple(two.network.ids[place] for place in (*two.members, *two.meetings))
    pairs = two.incidence.tocoo()
    rows = np.concatenate([pairs.row, two.direct[:, 0]])
    columns = np.concatenate([pairs.col + len(two.members), two.direct[:, 1]])
    apart = rows != columns
    return matrix_of_places(nodes, rows[apart], columns[apart], np.ones(int(apart.sum())))


@dataclass(frozen=True, eq=False, slots=True)
class _Level:
    """A graph as plain lists, which Python goes through faster than arrays."""

    starts: list[int]
    ends: list[int]
    weights: list[float]
    strengths: list[float]
    total: float

    @classmethod
    def of(cls, ties: sparse.csr_array[Any]) -> _Level:
        strengths = np.asarray(ties.sum(axis=1), dtype=np.float64).ravel()
        return cls(
            ties.indptr.tolist(),
            ties.indices.tolist(),
            ties.data.tolist(),
            strengths.tolist(),
            float(strengths.sum()) or 1.0,
        )

    def __len__(self) -> int:
        return len(self.strengths)

    def moved(self, label: list[int]) -> bool:
        """Whether a node found a better community; labels are changed in hand.

        A node whose neighbour went elsewhere is looked at again (the queue of Traag et al.).
        """
        inside = [0.0] * len(self)  # the strength of each community's nodes
        for node, community in enumerate(label):
            inside[community] += self.strengths[node]
        queue, waiting, changed = deque(range(len(self))), [True] * len(self), False
        while queue:
            node = queue.popleft()
            waiting[node] = False
            old = label[node]
            inside[old] -= self.strengths[node]
            new = self._better(node, old, label, inside)
            inside[new] += self.strengths[node]
            if new == old:
                continue
            label[node], changed = new, True
            for near in self.ends[self.starts[node] : self.starts[node + 1]]:
                if not waiting[near] and label[near] != new:
                    waiting[near] = True
                    queue.append(near)
        return changed

    def _better(self, node: int, old: int, label: Sequence[int], inside: Sequence[float]) -> int:
        """The community that a node gains most by; its own where none is better."""
        start, end = self.starts[node], self.starts[node + 1]
        towards: dict[int, float] = {old: 0.0}
        for near, weight in zip(self.ends[start:end], self.weights[start:end], strict=True):
            if near != node:
                community = label[near]
                towards[community] = towards.get(community, 0.0) + weight
        share = self.strengths[node] / self.total
        best, most = old, towards[old] - share * inside[old]
        for community, weight in towards.items():
            gain = weight - share * inside[community]
            if gain > most + _LEAST or (best != old and gain > most - _LEAST and community < best):
                best, most = community, gain
        return best


def _best(ties: sparse.csr_array[Any]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """A community for each node that no single move betters."""
    bottom = _Level.of(ties)
    label = np.arange(len(bottom))
    for _ in range(_ROUNDS):
        found = label.tolist()
        if not bottom.moved(found):
            break
        label = _renumbered(found)
        label = _risen(_joined(ties, label))[label]
    return label


def _risen(ties: sparse.csr_array[Any]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Communities of communities, as long as putting them together is better."""
    label = np.arange(ties.shape[0])
    while True:
        found = list(range(ties.shape[0]))
        if not _Level.of(ties).moved(found):
            return label
        upper = _renumbered(found)
        ties, label = _joined(ties, upper), upper[label]


def _joined(
    ties: sparse.csr_array[Any], label: np.ndarray[Any, np.dtype[np.int64]]
) -> sparse.csr_array[Any]:
    """The graph with each community as one node; what lies within one is its tie with itself."""
    there = (np.ones(len(label)), (np.arange(len(label)), label))
    members = sparse.csr_array(there, shape=(len(label), int(label.max(initial=-1)) + 1))
    return _plain(sparse.csr_array(members.T @ ties @ members))


def _connected(
    ties: sparse.csr_array[Any], label: np.ndarray[Any, np.dtype[np.int64]]
) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The same communities, divided where one is in pieces; that never lowers modularity."""
    pairs = ties.tocoo()
    same = label[pairs.row] == label[pairs.col]
    inner = (pairs.data[same], (pairs.row[same], pairs.col[same]))
    _, found = csgraph.connected_components(sparse.coo_array(inner, shape=ties.shape))
    return np.asarray(found, dtype=np.int64)


def _renumbered(label: Sequence[int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Labels from 0 up, in the order of the first node of each."""
    numbers: dict[int, int] = {}
    return np.array([numbers.setdefault(one, len(numbers)) for one in label], dtype=np.int64)


def _plain(ties: sparse.csr_array[Any]) -> sparse.csr_array[Any]:
    """In the order of places, without ties that have no strength: those hold nothing together."""
    found = sparse.csr_array(ties, dtype=np.float64, copy=True)
    found.eliminate_zeros()
    found.sort_indices()
    return found
