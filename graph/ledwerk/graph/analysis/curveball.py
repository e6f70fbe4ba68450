"""Who meets where at random, everybody keeping the number of meetings and each meeting its size."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.tie_matrix import Whole


class Curveball:
    """Random two-mode networks with the margins of one, a chain of global trades.

    In a trade all members are paired at random, and each pair shares out anew, at random, the
    meetings that only one of the two was in; both keep their number, and so does each meeting.
    The chain's limit is the uniform distribution over all networks with these margins (Strona et
    al. 2014, "A fast and unbiased procedure to randomize ecological binary matrices with fixed row
    and column totals"; Carstens, Berger and Strona 2018; global trades: Carstens, Hamann, Meyer,
    Penschuck, Tran and Wagner 2018). A trade is O(p log p) for p participations.
    """

    def __init__(self, incidence: sparse.csr_array[Any], random: np.random.Generator) -> None:
        found = sparse.coo_array(incidence)
        self.shape = found.shape
        self._random = random
        self._row = np.asarray(found.row, dtype=np.int64)
        self._column = np.asarray(found.col, dtype=np.int64)

    def trade(self, times: int) -> None:
        """Go on by some trades."""
        for _ in range(times):
            self._trade()

    def incidence(self) -> sparse.csr_array[Any]:
        """The network as it is now."""
        ones = np.ones(len(self._row))
        entries = (ones, (self._row, self._column))
        return sparse.csr_array(sparse.coo_array(entries, shape=self.shape).tocsr())

    def _trade(self) -> None:
        members, meetings = self.shape
        turn = np.empty(members, dtype=np.int64)
        order = self._random.permutation(members)
        turn[order] = np.arange(members)
        pair = turn[self._row] // 2
        free = ~_twice(pair * meetings + self._column)
        pair, row, column = pair[free], self._row[free], self._column[free]
        # The pair's free meetings in random order: so many for its first member as it had before.
        shuffled = np.argsort(pair + self._random.random(len(pair)), kind="stable")
        pair, column = pair[shuffled], column[shuffled]
        firsts = np.bincount(turn[row] // 2, turn[row] % 2 == 0, minlength=members)
        place = np.arange(len(pair)) - np.searchsorted(pair, pair)
        side = (place >= firsts[pair]).astype(np.int64)
        self._row = np.concatenate([self._row[~free], order[2 * pair + side]])
        self._column = np.concatenate([self._column[~free], column])


def _twice(keys: Whole) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which keys occur a second time; each occurs once or twice."""
    order = np.argsort(keys, kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    found = np.zeros(len(keys), dtype=bool)
    found[order[1:][same]] = True
    found[order[:-1][same]] = True
    return found
