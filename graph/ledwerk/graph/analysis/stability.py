"""How sure a ranking is: where everybody would stand if some of what is recorded were not.

Ties are dropped at random and the measure is computed again (Costenbader and Valente 2003;
Borgatti, Carley and Krackhardt 2006, "On the robustness of centrality measures").
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ledwerk.graph.analysis import ranks
from ledwerk.graph.analysis.projections import TwoMode, projection
from ledwerk.graph.analysis.tie_matrix import TieMatrix, matrix_of, matrix_of_places
from ledwerk.graph.lens import Weight
from ledwerk.schema.errors import InvalidQuestion

if TYPE_CHECKING:
    import networkx as nx

Measure: TypeAlias = Callable[[TieMatrix], Mapping[Any, Any] | NDArray[Any]]
Whole: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class RankInterval:
    """Where one stands by what is recorded, and between which ranks in the resamples.

    `value` is None where the measure has none.
    """

    node: Hashable
    value: float | None
    rank: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Stability:
    """How stable a ranking is when a share of the ties, or activities, is dropped at random.

    Definition: of m ties round(share x m) are dropped, each set equally likely; the nodes stay, and
    the measure ranks them anew, `samples` times. With activities, tenancies among them, what is
    dropped is what is forgotten in practice: a project, with all its ties. A rank is 1 and the
    number of those before, equals sharing one; no value comes last. `low` and `high` of `ranks`
    enclose the middle `level` of the ranks, rounded outwards, and the recorded rank.

    `ranks` go from the first on. `spearman` is the mean rank correlation with the resamples among
    those who have a tie; `jaccard` the mean overlap of the first `top` with those of a resample
    (who is in both, as a share of who is in either). `dropped` is what was: "ties" or "activities".
    """

    ranks: tuple[RankInterval, ...]
    spearman: float
    jaccard: float
    top: int
    dropped: str
    share: float
    samples: int
    level: float
    seed: int


def stability(
    graph: TieMatrix | TwoMode | nx.Graph[Any],
    measure: Measure,
    *,
    share: float = 0.1,
    samples: int = 100,
    top: int = 10,
    level: float = 0.9,
    lowest_first: bool = False,
    weight: Weight = Weight.COUNT,
    seed: int = 1,
    progress: Callable[[float], None] | None = None,
) -> Stability:
    """The rank intervals of a measure, defined as in `Stability`.

    `measure` gives a value a node, by node or in their order; with `lowest_first` small is first,
    as with constraint. Of a two-mode network, whole activities are dropped and the rest is
    projected with `weight`. O(samples x the measure). Raises InvalidQuestion for a share or level
    outside 0 to 1 or fewer than one sample.

    It says what missing records would change, if they were missing at random; who was never asked
    is not missing at random, and no resample brings them in.
    """
    _checked(share, samples, level)
    full, without, parts = _source(graph, weight)
    values = _values(measure, full)
    first = ranks.places(values, lowest_first=lowest_first)
    drawn = np.empty((samples, len(full)), dtype=np.int32)
    for row, kept in enumerate(_kept(parts, share, samples, seed)):
        drawn[row] = ranks.places(_values(measure, without(kept)), lowest_first=lowest_first)
        if progress is not None:
            progress((row + 1) / samples)
    tied = full.degrees > 0
    alike = [ranks.spearman(-first[tied], -row[tied]) for row in drawn]
    same = [_overlap(first, row, top) for row in drawn]
    return Stability(
        _intervals(full, values, first, drawn, level),
        float(np.mean(alike)), float(np.mean(same)), top,
        "activities" if isinstance(graph, TwoMode) else "ties", share, samples, level, seed,
    )  # fmt: skip


def _kept(parts: int, share: float, samples: int, seed: int) -> Iterator[NDArray[np.bool_]]:
    """Which parts are left in each resample."""
    rng = np.random.default_rng(seed)
    for _ in range(samples):
        kept = np.ones(parts, dtype=bool)
        kept[rng.choice(parts, size=round(share * parts), replace=False)] = False
        yield kept


def _checked(share: float, samples: int, level: float) -> None:
    for name, value in (("share", share), ("level", level)):
        if not 0.0 <= value <= 1.0:
            raise InvalidQuestion(f"{name} is {value}; give a number from 0 to 1")
    if samples < 1:
        raise InvalidQuestion(f"samples is {samples}; at least 1 is needed")


def _source(
    graph: TieMatrix | TwoMode | nx.Graph[Any], weight: Weight
) -> tuple[TieMatrix, Callable[[NDArray[Any]], TieMatrix], int]:
    """The whole graph, what is left of it when only some parts are kept, and how many there are."""
    if isinstance(graph, TwoMode):
        meetings = len(graph.meetings)
        return (
            projection(graph, weight),
            lambda kept: projection(_fewer(graph, kept[:meetings], kept[meetings:]), weight),
            meetings + len(graph.direct),
        )
    matrix = matrix_of(graph)
    upper = sparse.triu(matrix.strengths, k=1, format="coo")
    return (
        matrix,
        lambda kept: matrix_of_places(
            matrix.nodes, upper.row[kept], upper.col[kept], upper.data[kept]
        ),
        len(upper.data),
    )


def _fewer(two: TwoMode, meetings: NDArray[Any], direct: NDArray[Any]) -> TwoMode:
    incidence = two.incidence[:, np.flatnonzero(meetings)].tocsr()
    incidence.sort_indices()
    return replace(
        two,
        meetings=two.meetings[meetings],
        incidence=incidence,
        direct=two.direct[direct],
        budgets=two.budgets[meetings],
    )


def _values(measure: Measure, matrix: TieMatrix) -> NDArray[np.float64]:
    found = measure(matrix)
    listed = [found[node] for node in matrix.nodes] if isinstance(found, Mapping) else found
    return np.array(listed, dtype=np.float64)  # which makes nan of None


def _overlap(one: Whole, two: NDArray[Any], top: int) -> float:
    """The Jaccard index of the nodes that two rankings have in their first few, equals included."""
    a, b = one <= top, two <= top
    either = int((a | b).sum())
    return float((a & b).sum()) / either if either else 1.0


def _intervals(
    matrix: TieMatrix,
    values: NDArray[np.float64],
    first: Whole,
    drawn: NDArray[Any],
    level: float,
) -> tuple[RankInterval, ...]:
    tail = (1 - level) / 2
    low = np.quantile(drawn, tail, axis=0, method="lower")
    high = np.quantile(drawn, 1 - tail, axis=0, method="higher")
    columns = (first, np.minimum(low, first), np.maximum(high, first))
    rank, least, most = (column.astype(np.int64).tolist() for column in columns)
    listed = np.argsort(first, kind="stable").tolist()
    known = [None if np.isnan(value) else value for value in values.tolist()]
    return tuple(
        RankInterval(matrix.nodes[at], known[at], rank[at], least[at], most[at]) for at in listed
    )
