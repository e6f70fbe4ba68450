"""Ranks, rank correlation and the area under the curve: by hand, and against SciPy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ledwerk.graph.analysis import ranks

NUMBERS = st.lists(st.sampled_from([-2.0, 0.0, 0.1, 0.3, 1.0, 7.5, 1e9]), max_size=12)


def test_equals_share_a_rank_and_the_next_skips() -> None:
    assert ranks.places(np.array([3.0, 5.0, 3.0, 1.0])).tolist() == [2, 1, 2, 4]
    assert ranks.places(np.array([3.0, 5.0]), lowest_first=True).tolist() == [1, 2]
    assert ranks.places(np.zeros(0)).tolist() == []


def test_what_has_no_value_comes_last_either_way() -> None:
    values = np.array([np.nan, 2.0, 1.0])
    assert ranks.places(values).tolist() == [3, 1, 2]
    assert ranks.places(values, lowest_first=True).tolist() == [3, 2, 1]
    assert ranks.middle_places(values).tolist() == [1.0, 3.0, 2.0]


def test_the_order_of_adding_makes_no_rank() -> None:
    assert ranks.places(np.array([0.1 + 0.2, 0.3, 0.0])).tolist() == [1, 1, 3]


@given(NUMBERS)
def test_middle_ranks_are_scipys(values: list[float]) -> None:
    assert ranks.middle_places(np.array(values)).tolist() == stats.rankdata(values).tolist()


@given(NUMBERS, NUMBERS)
def test_the_chance_of_being_above_is_mann_and_whitneys(one: list[float], two: list[float]) -> None:
    found = ranks.chance_above(np.array(one), np.array(two))
    if not one or not two:
        assert found is None
    else:
        u = stats.mannwhitneyu(one, two, method="asymptotic").statistic
        assert found == pytest.approx(u / (len(one) * len(two)))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=12))
def test_spearman_is_scipys(pairs: list[tuple[int, int]]) -> None:
    one, two = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    found = ranks.spearman(one, two)
    if len(set(one)) > 1 and len(set(two)) > 1:
        assert found == pytest.approx(stats.spearmanr(one, two).statistic)
    else:
        assert found == float(len(set(one)) == len(set(two)))
