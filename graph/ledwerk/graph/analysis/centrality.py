"""Centrality: how many a node is tied to, how near it is to all, and who has to pass by it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import TYPE_CHECKING, Any

import numpy as np

from ledwerk.graph.analysis.connectivity import labels_of
from ledwerk.graph.analysis.cores import cores_of
from ledwerk.graph.analysis.estimates import Estimate, exactly
from ledwerk.graph.analysis.path_sums import Progress
from ledwerk.graph.analysis.shortest_paths import PATH_MEASURES, path_measures
from ledwerk.graph.analysis.spectral import pagerank_of, principal
from ledwerk.graph.analysis.tie_matrix import TieMatrix, matrix_of
from ledwerk.schema.errors import InvalidQuestion

if TYPE_CHECKING:
    import networkx as nx

MEASURES = (
    "degree", "strength", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "core",
)  # fmt: skip


def degree(graph: TieMatrix | nx.Graph[Any]) -> dict[Hashable, int]:
    """The number of neighbours of each node. Freeman (1979). O(nodes).

    In a projection one large meeting gives many: it says how many somebody met, not how well.
    """
    matrix = matrix_of(graph)
    return matrix.by_node(matrix.degrees)


def strength(graph: TieMatrix | nx.Graph[Any]) -> dict[Hashable, float]:
    """The sum of the strengths of each node's ties. Barrat et al. (2004). O(ties).

    Where strengths are budgets it measures money, and unknown budgets count as nothing.
    """
    matrix = matrix_of(graph)
    return matrix.by_node(np.asarray(matrix.strengths.sum(axis=1), dtype=np.float64).ravel())


def betweenness_centrality(
    graph: TieMatrix | nx.Graph[Any],
    *,
    normalized: bool = False,
    weighted: bool = False,
    progress: Progress | None = None,
) -> dict[Hashable, float]:
    """How many pairs of others have a node on their way: exact, of all nodes.

    Definition: B(v) = sum over pairs {s, t} without v, each once, of the share of the shortest
    paths between s and t that visit v. With `normalized` divided by (n-1)(n-2)/2, the number of
    pairs. With `weighted` a tie is 1/strength long, and one without strength cannot be walked.
    Freeman (1977), "A set of measures of centrality based on betweenness"; Brandes (2001).

    O(nodes x ties), with one search for all true twins and all searches of a block in one product
    of matrices. It supposes that what passes takes shortest paths, each as often: not to be read
    as influence, nor compared between networks of different sizes unless normalized.
    """
    matrix = matrix_of(graph)
    return path_measures(
        matrix, ("betweenness",), weighted=weighted, normalized=normalized, progress=progress
    )["betweenness"].values


def closeness_centrality(
    graph: TieMatrix | nx.Graph[Any], *, weighted: bool = False, progress: Progress | None = None
) -> dict[Hashable, float]:
    """How near a node is to all it can reach, times the part of all that it can reach.

    Definition: C(v) = (r-1)/(n-1) x (r-1)/sum of distances, r being the nodes of v's component and
    n those of the graph; 0 for who has no tie. Wasserman and Faust (1994), "Social Network
    Analysis", p. 201. With `weighted` a tie is 1/strength long.

    O(nodes x ties / 64) by searches in bits; weighted, a Dijkstra a node. In a graph of several
    components it mostly tells which one a node is in: rank by harmonic centrality there.
    """
    matrix = matrix_of(graph)
    return path_measures(matrix, ("closeness",), weighted=weighted, progress=progress)[
        "closeness"
    ].values


def harmonic_centrality(
    graph: TieMatrix | nx.Graph[Any], *, weighted: bool = False, progress: Progress | None = None
) -> dict[Hashable, float]:
    """How near a node is to all others, who cannot be reached counting as infinitely far.

    Definition: H(v) = sum over others u of 1/distance(u, v), 0 where there is no path. Marchiori
    and Latora (2000); Boldi and Vigna (2014), "Axioms for centrality". With `weighted` a tie is
    1/strength long. Costs what closeness does. It grows with the graph: not to be compared
    between networks of different sizes.
    """
    matrix = matrix_of(graph)
    return path_measures(matrix, ("harmonic",), weighted=weighted, progress=progress)[
        "harmonic"
    ].values


def eigenvector_centrality(
    graph: TieMatrix | nx.Graph[Any], *, weighted: bool = False
) -> dict[Hashable, float]:
    """How central a node's neighbours are, in the largest component; 0 outside it.

    Definition: the positive vector x of Euclidean norm 1 with A x = lambda x for the largest
    eigenvalue of the adjacency matrix A of the largest component (of equally large ones that with
    the first node of the graph); with `weighted` A has strengths, and ties without any are not
    there. Bonacich (1972). O(ties) a step, some tens of steps.

    Outside one dense core it is near 0 for everybody: no measure for peripheries, nor between
    components.
    """
    matrix = matrix_of(graph)
    ties = matrix.strengths.astype(np.float64) if weighted else matrix.pattern
    if weighted:
        ties.data = np.maximum(ties.data, 0.0)
        ties.eliminate_zeros()
    values = np.zeros(len(matrix))
    places = np.flatnonzero(labels_of(ties) == 0)
    if len(places):
        values[places] = principal(ties[places][:, places])
    return matrix.by_node(values)


def pagerank(
    graph: TieMatrix | nx.Graph[Any], *, alpha: float = 0.85, weighted: bool = False
) -> dict[Hashable, float]:
    """How often a walker is at a node who follows ties at random and at times jumps anywhere.

    Definition: P = alpha (D^-1 A)^T P + (1-alpha)/n, the ties of A chosen alike, or with
    `weighted` in proportion to strength; who has no tie jumps anywhere. Sums to 1. Brin and Page
    (1998). Exact to 1e-12 over all nodes; O(ties) a step, some
    tens of steps.

    On undirected ties it is close to degree (or strength) shared out evenly: no evidence of
    anything that degree does not show, where the two agree.
    """
    if not 0 <= alpha < 1:
        raise InvalidQuestion(f"alpha is {alpha}; it is a part of 1, from 0 up to 1 and not 1")
    matrix = matrix_of(graph)
    ties = matrix.strengths if weighted else matrix.pattern
    return matrix.by_node(pagerank_of(ties, alpha))


def core_number(graph: TieMatrix | nx.Graph[Any]) -> dict[Hashable, int]:
    """The largest k for which a node is in the k-core.

    Definition: the k-core is the largest subgraph in which everybody has k neighbours or more.
    Seidman (1983), "Network structure and minimum degree"; Batagelj and Zaversnik (2003). O(ties).
    In a projection a meeting of m members is an (m-1)-core by itself: a high number may be one
    large project.
    """
    matrix = matrix_of(graph)
    return matrix.by_node(cores_of(matrix))


def measure_of(
    name: str, *, weighted: bool = False, samples: int | None = None, seed: int = 0
) -> Callable[[TieMatrix], dict[Hashable, float]]:
    """One of MEASURES as a function of a graph, for who asks it of many, such as `stability`."""

    def measured(matrix: TieMatrix) -> dict[Hashable, float]:
        found = centralities(
            matrix, (name,), weighted=weighted, samples=samples, distance_samples=samples, seed=seed
        )
        return found[name].values

    return measured


def centralities(
    graph: TieMatrix | nx.Graph[Any],
    measures: Collection[str] = MEASURES,
    *,
    weighted: bool = False,
    samples: int | None = None,
    distance_samples: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> dict[str, Estimate]:
    """Several of MEASURES at once, in their order, those of shortest paths from shared searches.

    Exact, except that with `samples` betweenness is estimated from so many sources, and with
    `distance_samples` closeness and harmonic centrality are; each then has a standard error for
    every node. Sources are drawn at random, by `seed`, in each component in proportion to its
    size, at least ten of each (Brandes and Pich 2007, "Centrality estimation in large networks";
    Eppstein and Wang 2004 for closeness). Degree and core number know no weights. The definitions
    are those of the functions of this module.
    """
    matrix = matrix_of(graph)
    found = path_measures(
        matrix,
        [name for name in measures if name in PATH_MEASURES],
        weighted=weighted,
        samples=samples,
        distance_samples=distance_samples,
        seed=seed,
        progress=progress,
    )
    linked = int((matrix.degrees > 0).sum())
    for name in set(measures) & (set(MEASURES) - set(PATH_MEASURES)):
        found[name] = exactly(_other(matrix, name, weighted), linked)
    return {name: found[name] for name in MEASURES if name in found}


def _other(matrix: TieMatrix, name: str, weighted: bool) -> dict[Hashable, Any]:
    """A measure that needs no shortest paths."""
    values: dict[str, Callable[[], dict[Hashable, Any]]] = {
        "degree": lambda: degree(matrix),
        "strength": lambda: strength(matrix),
        "eigenvector": lambda: eigenvector_centrality(matrix, weighted=weighted),
        "pagerank": lambda: pagerank(matrix, weighted=weighted),
        "core": lambda: core_number(matrix),
    }
    return values[name]()
