"""An undirected graph as a sparse matrix: what every measure is computed on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

if TYPE_CHECKING:  # slow to import, and not needed where a matrix comes from the store
    import networkx as nx

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Pair: TypeAlias = tuple[Hashable, Hashable, float]


@dataclass(frozen=True, eq=False)
class TieMatrix:
    """Nodes in an order of their own, and the strength of the tie between each two.

    `strengths` is symmetric, has sorted indices and an empty diagonal; whatever is stored in it is
    a tie, also where its strength is 0 (a budget that nobody knows). A measure that takes ties as
    equal looks at `pattern`.
    """

    nodes: tuple[Hashable, ...]
    strengths: sparse.csr_array[Any]

    def __len__(self) -> int:
        return len(self.nodes)

    @cached_property
    def pattern(self) -> sparse.csr_array[Any]:
        """The same with every tie as 1."""
        found = self.strengths.copy()
        found.data = np.ones(found.nnz)
        return found

    @cached_property
    def degrees(self) -> Whole:
        """How many ties each node has."""
        return np.asarray(np.diff(self.strengths.indptr), dtype=np.int64)

    @cached_property
    def numbers(self) -> dict[Hashable, int]:
        """The place of each node."""
        return {node: place for place, node in enumerate(self.nodes)}

    @property
    def ties(self) -> int:
        """How many ties there are, each counted once."""
        return int(self.strengths.nnz) // 2

    def near(self, place: int) -> NDArray[Any]:
        """The places of a node's neighbours."""
        start, end = self.strengths.indptr[place : place + 2]
        return np.asarray(self.strengths.indices[start:end])

    def by_node(self, values: NDArray[Any]) -> dict[Hashable, Any]:
        """One value a node, as NetworkX gives it: by node, in plain numbers."""
        return dict(zip(self.nodes, values.tolist(), strict=True))

    def part(self, places: NDArray[Any]) -> TieMatrix:
        """The subgraph of some nodes, in the order given."""
        nodes = tuple(self.nodes[place] for place in places)
        return TieMatrix(nodes, _clean(self.strengths[places][:, places]))

    def to_networkx(self) -> nx.Graph[Any]:
        """The graph for NetworkX, with `weight` on its edges."""
        import networkx as nx

        graph: nx.Graph[Any] = nx.Graph()
        graph.add_nodes_from(self.nodes)
        upper = sparse.triu(self.strengths, format="coo")
        graph.add_weighted_edges_from(
            (self.nodes[a], self.nodes[b], float(weight))
            for a, b, weight in zip(upper.row, upper.col, upper.data, strict=True)
        )
        return graph


def matrix_of_pairs(nodes: Iterable[Hashable], pairs: Iterable[Pair]) -> TieMatrix:
    """A matrix of (node, node, strength), each tie named once.

    Nodes come first in the order given, then others as they occur. Ties named again add up;
    a tie of a node with itself is left out.
    """
    numbers = {node: place for place, node in enumerate(dict.fromkeys(nodes))}
    rows, columns, strengths = list[int](), list[int](), list[float]()
    for one, two, strength in pairs:
        a, b = (numbers.setdefault(node, len(numbers)) for node in (one, two))
        if a != b:
            rows.append(a)
            columns.append(b)
            strengths.append(strength)
    return matrix_of_places(tuple(numbers), rows, columns, strengths)


def matrix_of_places(
    nodes: tuple[Hashable, ...],
    rows: Sequence[int] | NDArray[Any],
    columns: Sequence[int] | NDArray[Any],
    strengths: Sequence[float] | NDArray[Any],
) -> TieMatrix:
    """The same of places of nodes; no tie of a node with itself may be among them."""
    a, b = np.asarray(rows, dtype=np.int32), np.asarray(columns, dtype=np.int32)
    both = (np.concatenate([a, b]), np.concatenate([b, a]))
    data = np.concatenate([np.asarray(strengths, dtype=np.float64)] * 2)
    # Not eliminate_zeros: a tie without strength is a tie.
    found = sparse.coo_array((data, both), shape=(len(nodes), len(nodes))).tocsr()
    found.sort_indices()
    return TieMatrix(nodes, found)


def matrix_of(graph: TieMatrix | nx.Graph[Any], weight: str = "weight") -> TieMatrix:
    """The matrix itself, or that of a NetworkX graph, whose direction is not looked at.

    A missing weight is 1; parallel edges add up.
    """
    if isinstance(graph, TieMatrix):
        return graph
    pairs = ((a, b, float(data.get(weight, 1.0))) for a, b, data in graph.edges(data=True))
    return matrix_of_pairs(graph.nodes, pairs)


def _clean(matrix: sparse.csr_array[Any]) -> sparse.csr_array[Any]:
    found = sparse.csr_array(matrix)
    found.sort_indices()
    return found
