"""Synergy of knowledge, industry and government: mutual information in three dimensions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Counts: TypeAlias = Sequence[int] | NDArray[np.integer[Any]]
COMBINATIONS = tuple(
    (knowledge, industry, government)
    for knowledge in (False, True)
    for industry in (False, True)
    for government in (False, True)
)
"""What each of the eight counts counts: whether knowledge, industry, government are present."""


@dataclass(frozen=True, slots=True)
class Synergy:
    """T in bits, negative for synergy, with the ends of its interval; of how many activities."""

    value: float
    low: float
    high: float
    activities: int

    @property
    def millibits(self) -> tuple[float, float, float]:
        """Value, low and high as they are mostly printed, in thousandths of a bit."""
        return 1000 * self.value, 1000 * self.low, 1000 * self.high


def combinations(present: ArrayLike) -> NDArray[np.int64]:
    """How many activities have each combination, in the order of `COMBINATIONS`.

    `present` has a row an activity: whether knowledge, industry, government take part.
    """
    rows = np.asarray(present, dtype=bool).reshape(-1, 3)
    found: NDArray[np.int64] = np.bincount(rows @ np.array([4, 2, 1]), minlength=8)
    return found


def synergy(
    counts: Counts, *, draws: int = 1000, seed: int = 0, level: float = 0.95
) -> Synergy | None:
    """Leydesdorff's T of knowledge (u), industry (i) and government (g); None without activities.

    Definition: T(u,i,g) = H(u) + H(i) + H(g) - H(u,i) - H(u,g) - H(i,g) + H(u,i,g), where H is
    Shannon's entropy in bits of how activities are spread over presence and absence of each helix.
    `counts` are those of the eight combinations (see `combinations`). The sign is Leydesdorff's:
    negative is synergy, two helices together say more of the third than each by itself; positive is
    redundancy, they say the same of it; 0 where one helix is independent of the other two, or
    always or never there. It lies between -1 and 1. Interaction information, as often defined, is
    -T.

    The interval is a percentile bootstrap: activities drawn with replacement, `draws` times.
    O(draws). Source: Leydesdorff (2003), "The mutual information of university-industry-government
    relations"; Leydesdorff, Park and Lengyel (2014), "A routine for measuring synergy".

    What it is not. Leydesdorff uses T in two ways: on documents, by which kinds of address they
    bear, which is what this is, with activities for documents; and on the firms of a country, each
    with one class of place, technology and size, then set out by region, which this is not: the
    numbers of the two are not comparable. Documents bear at least one address; whether activities
    without any of the three helices are handed in changes T much, so say which. A helix that
    excludes another makes T negative as well, without one joint activity: read it beside the
    shares. T of few activities is biased, which the interval does not mend. It says nothing of
    causes or of success.
    """
    seen = np.asarray(counts, dtype=np.int64)
    activities = int(seen.sum())
    if not activities:
        return None
    drawn = np.random.default_rng(seed).multinomial(activities, seen / activities, size=draws)
    ends = np.quantile(_transmission(drawn), [(1 - level) / 2, (1 + level) / 2])
    low, high = ends.tolist()
    return Synergy(float(_transmission(seen[np.newaxis])[0]), low, high, activities)


def synergy_of(
    present: ArrayLike, *, draws: int = 1000, seed: int = 0, level: float = 0.95
) -> Synergy | None:
    """The same of activities one by one: a row each, as `combinations` takes them."""
    return synergy(combinations(present), draws=draws, seed=seed, level=level)


def _transmission(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """T of each row of eight counts."""
    cube = counts.reshape(-1, 2, 2, 2)
    total = np.zeros(len(cube))
    for summed, sign in (
        ((2, 3), 1), ((1, 3), 1), ((1, 2), 1), ((3,), -1), ((2,), -1), ((1,), -1), ((), 1)
    ):  # fmt: skip
        total += sign * _entropy(cube.sum(axis=summed).reshape(len(cube), -1))
    return total + 0.0  # No minus zero.


def _entropy(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Shannon's entropy in bits of each row; a row of zeros is not handed in."""
    shares = counts / counts.sum(axis=1, keepdims=True)
    logs = np.log2(shares, out=np.zeros_like(shares), where=shares > 0)
    found: NDArray[np.float64] = -(shares * logs).sum(axis=1)
    return found
