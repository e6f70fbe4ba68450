"""Predicted ties: who will perhaps work together next, and how well such scores have foretold it.

A prediction is never a fact: it has a type of its own, is not stored, and no measure counts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ledwerk.graph.analysis import ranks
from ledwerk.graph.analysis.projections import TwoMode, projection

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Progress: TypeAlias = Callable[[float], None] | None

_PRODUCTS, _ROWS = 8_000_000, 512  # what one block may multiply: some 200 MB
_ALMOST = 1 - 1e-9  # scores that differ by less are told apart by `steady`
_NONE: Whole = np.zeros(0, dtype=np.int64)


class Score(Enum):
    """What speaks for a tie between i and j that have none, but neighbours z in common.

    With parties as neighbours, k(z) is the number of ties of z. ADAMIC_ADAR: sum of 1/log k(z)
    (Adamic and Adar 2003). RESOURCE_ALLOCATION: sum of 1/k(z) (Zhou, Lü and Zhang 2009).

    On the two-mode graph the way is party, activity, party, activity, party, and the activities
    count as z does: n members have met in one (n > 1), and z is in d(z) of those; a tenancy is one
    with two members. ADAMIC_ADAR_MET: sum of l(i,z) l(z,j) / log(1 + d(z)), where l(i,z) is the sum
    of 1/log n over what both are in. RESOURCE_ALLOCATION_MET: sum of w(i,z) w(z,j) / d(z), where
    w(i,z) is the sum of 1/(n-1): what reaches j of what i hands out evenly to those it meets, and
    they do (Zhou, Ren, Medo and Zhang 2007). Both heed how often and in how small a circle they
    met, which the first two do not.

    DEGREES: k(i) k(j), preferential attachment: the baseline, which says nothing of the pair.
    """

    ADAMIC_ADAR = "adamic_adar"
    RESOURCE_ALLOCATION = "resource_allocation"
    ADAMIC_ADAR_MET = "adamic_adar_met"
    RESOURCE_ALLOCATION_MET = "resource_allocation_met"
    DEGREES = "degrees"


@dataclass(frozen=True, slots=True)
class PredictedTie:
    """Two parties that have no tie and may come to have one; `one` is first by name.

    `score` has no unit and is no chance; it only orders. `shared` is how many neighbours they have
    in common, and `through` the ids of those that say most, foremost first.
    """

    one: str
    two: str
    score: float
    shared: int
    through: tuple[str, ...]


def predicted_ties(
    two: TwoMode,
    first: int = 20,
    score: Score = Score.RESOURCE_ALLOCATION,
    *,
    through: int = 5,
    progress: Progress = None,
) -> tuple[PredictedTie, ...]:
    """The pairs without a tie that the score puts first, of those with a neighbour in common.

    Definition: see `Score`; equals are in order of name. O(sum of squared degrees), in blocks of
    rows. Not to be read as advice, nor as a judgement of those who are not named: it repeats what
    the record holds, and so favours who is in it often.
    """
    graph = Scored(two)
    (best,), _ = foremost(graph, [score], first, progress=progress)
    names = [two.network.ids[place] for place in two.members.tolist()]
    found = []
    for a, b, value in zip(*best, strict=True):
        between = graph.between(score, int(a), int(b))
        found.append(
            PredictedTie(
                names[a], names[b], float(value), len(between),
                tuple(names[z] for z in between[:through]),
            )
        )  # fmt: skip
    return tuple(found)


class Scored:
    """The ties of a two-mode network, ready for scores; rows are those of its members."""

    def __init__(self, two: TwoMode) -> None:
        matrix = projection(two)
        self.two = two
        self.degrees = matrix.degrees.astype(np.float64)
        self.pattern = matrix.pattern
        self.rank = two.network.rank[two.members] if len(two.members) else two.members
        one, other = self.pattern.nonzero()
        self._tied = _keys(one, other, len(matrix))

    def __len__(self) -> int:
        return len(self.degrees)

    def sides(self, score: Score) -> tuple[sparse.csr_array[Any], sparse.csr_array[Any]]:
        """Two matrices whose product has the score of each pair with a neighbour in common."""
        size = self.degrees
        ways = self.pattern
        if score in _MET:
            ways = _ways(self.two, _MET[score])
            size = np.asarray(_ways(self.two, _evenly).sum(axis=1)).ravel()
        worth = np.zeros(len(self))
        some = size > 0
        match score:
            case Score.ADAMIC_ADAR:
                some = size > 1  # who has one neighbour is between nobody
                worth[some] = 1 / np.log(size[some])
            case Score.ADAMIC_ADAR_MET:
                worth[some] = 1 / np.log1p(size[some])
            case Score.RESOURCE_ALLOCATION | Score.RESOURCE_ALLOCATION_MET:
                worth[some] = 1 / size[some]
            case Score.DEGREES:
                worth[some] = 1.0
        left = ways.copy()
        left.data = ways.data * worth[ways.indices]
        return left, ways

    def of_pairs(self, score: Score, one: Whole, two: Whole) -> Floats:
        """The score of each pair, 0 without a neighbour in common (but for DEGREES)."""
        if score is Score.DEGREES:
            return self.degrees[one] * self.degrees[two]
        left, right = self.sides(score)
        found = np.zeros(len(one))
        for at in range(0, len(one), 1000):
            part = slice(at, at + 1000)
            both = left[one[part]].multiply(right[two[part]])
            found[part] = np.asarray(both.sum(axis=1)).ravel()
        return ranks.steady(found)

    def near(self, one: Whole, two: Whole) -> NDArray[np.bool_]:
        """Which pairs have a neighbour in common."""
        return np.asarray(self.of_pairs(Score.RESOURCE_ALLOCATION, one, two) > 0)

    def between(self, score: Score, one: int, two: int) -> list[int]:
        """The neighbours that two have in common, those that say most first, then by name."""
        left, right = self.sides(score)
        both = left[[one]].multiply(right[[two]]).tocoo()
        places, said = both.col, ranks.steady(both.data)
        listed: list[int] = places[np.lexsort((self.rank[places], -said))].tolist()
        return listed

    def tied(self, one: Whole, two: Whole) -> NDArray[np.bool_]:
        """Which pairs have a tie."""
        keys = _keys(one, two, len(self))
        at = np.minimum(np.searchsorted(self._tied, keys), max(len(self._tied) - 1, 0))
        found: NDArray[np.bool_] = (
            self._tied[at] == keys if len(self._tied) else np.zeros(len(keys), dtype=bool)
        )
        return found


Best: TypeAlias = tuple[Whole, Whole, Floats]
"""Rows of pairs, and their score."""


def foremost(
    graph: Scored, scores: Sequence[Score], first: int, *, progress: Progress = None
) -> tuple[list[Best], int]:
    """The pairs without a tie that each score puts first, and how many pairs there are in all.

    Only pairs with a neighbour in common count. Each pair and equals are in order of name.
    """
    found: list[Best] = [(_NONE, _NONE, np.zeros(0)) for _ in scores]
    pairs = 0
    listed = np.argsort(-graph.degrees, kind="stable")  # so that a high score is soon known
    listed = listed[: int((graph.degrees > 0).sum())]
    sides = [tuple(side[listed][:, listed] for side in graph.sides(one)) for one in scores]
    tied, degrees = graph.pattern[listed][:, listed], graph.degrees[listed]
    for start, stop, done in _blocks(tied, degrees):
        here = tied[start:stop, start:].toarray() > 0
        product = sparse.coo_array((stop - start, len(listed) - start))
        for number, score in enumerate(scores):
            if score is not Score.DEGREES or not number:  # which are of the same pairs
                left, right = sides[number]
                product = (left[start:stop] @ right[:, start:]).tocoo()
            if not number:
                pairs += len(_open(here, product.row, product.col))
            values = product.data
            if score is Score.DEGREES:
                values = degrees[start:][product.row] * degrees[start:][product.col]
            least = found[number][2][-1] if len(found[number][2]) >= first > 0 else -np.inf
            high = np.flatnonzero(values >= least * _ALMOST)
            high = high[_open(here, product.row[high], product.col[high])]
            one, two = (listed[start + side[high]] for side in (product.row, product.col))
            found[number] = _merged(graph, found[number], (one, two, values[high]), first)
        if progress is not None:
            progress(done)
    return found, pairs


def _open(tied: NDArray[np.bool_], row: NDArray[Any], column: NDArray[Any]) -> NDArray[Any]:
    """Which pairs have no tie, each pair once."""
    return np.flatnonzero((column > row) & ~tied[row, column])


def _blocks(tied: sparse.csr_array[Any], degrees: Floats) -> Iterator[tuple[int, int, float]]:
    """Rows from one to another that can be multiplied at once, and how much is done with them."""
    products = np.cumsum(tied @ degrees)
    start = 0
    while start < len(degrees):
        spent = products[start - 1] if start else 0.0
        stop = int(np.searchsorted(products, spent + _PRODUCTS, side="right"))
        stop = min(max(stop, start + 1), start + _ROWS)
        yield start, stop, float(products[stop - 1] / products[-1])
        start = stop


def _merged(graph: Scored, best: Best, more: Best, first: int) -> Best:
    """The first of both."""
    one, two, values = more
    swapped = graph.rank[one] > graph.rank[two]
    named = (np.where(swapped, two, one), np.where(swapped, one, two), ranks.steady(values))
    a, b, score = (np.concatenate(column) for column in zip(best, named, strict=True))
    listed = np.lexsort((graph.rank[b], graph.rank[a], -score))[:first]
    return a[listed], b[listed], score[listed]


def _evenly(members: Floats) -> Floats:
    return 1 / (members - 1)


def _by_log(members: Floats) -> Floats:
    return 1 / np.log(members)


_MET = {Score.ADAMIC_ADAR_MET: _by_log, Score.RESOURCE_ALLOCATION_MET: _evenly}


def _ways(two: TwoMode, worth: Callable[[Floats], Floats]) -> sparse.csr_array[Any]:
    """How well each two have met: the sum of what each activity is worth by its members."""
    worths = worth(np.maximum(two.sizes, 2).astype(np.float64))
    found = (two.incidence.multiply(worths[np.newaxis, :]).tocsr() @ two.incidence.T).tocoo()
    apart = found.row != found.col
    one, other = (two.direct[:, 0], two.direct[:, 1]) if len(two.direct) else (_NONE, _NONE)
    tenancy = np.full(2 * len(one), float(worth(np.array([2.0]))[0]))
    rows = np.concatenate([found.row[apart], one, other])
    columns = np.concatenate([found.col[apart], other, one])
    data = np.concatenate([found.data[apart], tenancy])
    made = sparse.coo_array((data, (rows, columns)), shape=found.shape).tocsr()
    made.sort_indices()
    return made


def _keys(one: NDArray[Any], two: NDArray[Any], size: int) -> Whole:
    """Each pair as one number."""
    return np.asarray(one.astype(np.int64) * size + two, dtype=np.int64)
