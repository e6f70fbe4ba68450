"""Ranks: who comes first, how alike two rankings are, and how well a score tells two sets apart."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]

_DIGITS = 12  # what differs only further on was reckoned in another order, and is equal


def places(values: NDArray[Any], *, lowest_first: bool = False) -> Whole:
    """The rank of each value: 1 and the number of those that come before it.

    Equals share a rank, and the next one skips as many ("1, 2, 2, 4"); what is nan comes last.
    O(n log n).
    """
    found = steady(values if lowest_first else -np.asarray(values, dtype=np.float64))
    return np.searchsorted(np.sort(found), found, side="left").astype(np.int64) + 1


def middle_places(values: NDArray[Any]) -> Floats:
    """The rank of each value from the lowest, equals at the middle of their ranks; nan lowest."""
    found = -steady(-np.asarray(values, dtype=np.float64))
    listed = np.sort(found)
    before = np.searchsorted(listed, found, side="left")
    upto = np.searchsorted(listed, found, side="right")
    return np.asarray((before + upto + 1) / 2, dtype=np.float64)


def spearman(one: NDArray[Any], two: NDArray[Any]) -> float:
    """Spearman's rank correlation (1904), equals at the middle of their ranks.

    1 where both rankings hold nothing but equals or fewer than two values, 0 where only one does.
    """
    if len(one) < 2:
        return 1.0
    a, b = middle_places(one), middle_places(two)
    a, b = a - a.mean(), b - b.mean()
    spread = float(np.sqrt((a @ a) * (b @ b)))
    if spread == 0.0:
        return 1.0 if not a.any() and not b.any() else 0.0
    return float(np.clip((a @ b) / spread, -1.0, 1.0))


def chance_above(positives: NDArray[Any], negatives: NDArray[Any]) -> float | None:
    """The chance that one of the first is above one of the second, half of it where equal.

    This is the area under the ROC curve, and U / (n m) of Mann and Whitney (1947). None where
    either is empty. O((n + m) log m).
    """
    if not len(positives) or not len(negatives):
        return None
    listed = np.sort(negatives)
    below = np.searchsorted(listed, positives, side="left").sum()
    upto = np.searchsorted(listed, positives, side="right").sum()
    return float(below + upto) / 2 / (len(positives) * len(negatives))


def steady(values: NDArray[Any]) -> Floats:
    """The values without the digits in which the order of adding shows; nan above all."""
    found = np.asarray(values, dtype=np.float64)
    known = np.isfinite(found) & (found != 0.0)
    size = np.ones(len(found))
    size[known] = 10.0 ** (_DIGITS - 1 - np.floor(np.log10(np.abs(found[known]))))
    rounded = np.where(known, np.round(found * size) / size, found)
    return np.where(np.isnan(rounded), np.inf, rounded)
