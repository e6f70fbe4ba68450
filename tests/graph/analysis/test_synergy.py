"""Synergy against values by hand, a plain computation, and what must hold of any counts."""

from __future__ import annotations

from collections import Counter
from math import log2

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledwerk.graph.analysis.synergy import COMBINATIONS, combinations, synergy, synergy_of

PARITY = [1, 0, 0, 1, 0, 1, 1, 0]
"""Each of the four combinations with an even number of helices once: each two fix the third."""
H2020 = {
    "K": 15_738,
    "I": 6_463,
    "IK": 6_000,
    "GIK": 2_127,
    "GK": 513,
    "": 245,
    "G": 223,
    "GI": 142,
}
"""The projects of Horizon 2020 by helices present, as the data's description counts them."""


def counts_of(letters: dict[str, int]) -> list[int]:
    """Counts in the order of `COMBINATIONS` of counts by letters."""
    return [
        letters["".join(one for one, here in zip("GIK", (g, i, k), strict=True) if here)]
        for k, i, g in COMBINATIONS
    ]


def plain(counts: list[int]) -> float:
    """T by its definition, one entropy at a time."""

    def entropy(*axes: int) -> float:
        cells: Counter[tuple[bool, ...]] = Counter()
        for combination, count in zip(COMBINATIONS, counts, strict=True):
            cells[tuple(combination[axis] for axis in axes)] += count
        total = sum(counts)
        return -sum(n / total * log2(n / total) for n in cells.values() if n)

    single, pairs = entropy(0) + entropy(1) + entropy(2), entropy(0, 1) + entropy(0, 2)
    return single - pairs - entropy(1, 2) + entropy(0, 1, 2)


def test_two_that_fix_the_third_are_a_whole_bit_of_synergy() -> None:
    found = synergy(PARITY)
    assert found is not None
    assert found.value == pytest.approx(-1)
    assert found.activities == 4


def test_three_that_say_the_same_are_a_whole_bit_of_redundancy() -> None:
    found = synergy([5, 0, 0, 0, 0, 0, 0, 5])
    assert found is not None
    assert found.value == pytest.approx(1)
    assert found.millibits[0] == pytest.approx(1000)


@pytest.mark.parametrize("counts", [[1] * 8, [3, 0, 0, 3, 0, 0, 0, 0], [7, 0, 0, 0, 0, 0, 0, 0]])
def test_a_helix_that_is_independent_or_always_the_same_makes_none(counts: list[int]) -> None:
    found = synergy(counts)
    assert found is not None
    assert found.value == pytest.approx(0, abs=1e-12)


def test_helices_that_exclude_each_other_make_it_negative_without_working_together() -> None:
    """A third each: three times H(1/3) less three times log 3, and log 3 once more."""
    found = synergy([0, 1, 1, 0, 1, 0, 0, 0])
    assert found is not None
    one = -(1 / 3) * log2(1 / 3) - (2 / 3) * log2(2 / 3)
    assert found.value == pytest.approx(3 * one - 2 * log2(3))
    assert found.value < -0.4


def test_without_activities_there_is_none() -> None:
    assert synergy([0] * 8) is None
    assert synergy_of([]) is None
    assert synergy_of(np.zeros((0, 3), dtype=bool)) is None


def test_rows_are_counted_by_combination() -> None:
    rows = [(1, 0, 0), (1, 0, 0), (0, 1, 1), (1, 1, 1), (0, 0, 0)]
    assert combinations(rows).tolist() == [1, 0, 0, 1, 2, 0, 0, 1]
    assert synergy_of(rows) == synergy([1, 0, 0, 1, 2, 0, 0, 1])


def test_horizon_2020_has_a_narrow_interval_around_its_value() -> None:
    counts = counts_of(H2020)
    found = synergy(counts)
    assert found is not None
    assert found.activities == sum(H2020.values()) == 31_451
    assert found.value == pytest.approx(plain(counts))
    assert found.low < found.value < found.high < found.low + 0.02


def test_the_same_seed_gives_the_same_interval_and_more_activities_a_narrower_one() -> None:
    few, many = [3, 2, 4, 1, 5, 2, 3, 6], [300, 200, 400, 100, 500, 200, 300, 600]
    one, two, other = synergy(few), synergy(few), synergy(few, seed=1)
    wide, narrow = synergy(few, level=0.99), synergy(many)
    assert one is not None
    assert other is not None
    assert wide is not None
    assert narrow is not None
    assert one == two != other
    assert wide.low < one.low < one.high < wide.high
    assert narrow.high - narrow.low < (one.high - one.low) / 4


def test_most_intervals_hold_the_value_of_what_was_drawn_from() -> None:
    """Of 200 samples of 400 activities about 95 % should; below 85 % the interval would be wrong."""
    counts = np.array(counts_of(H2020))
    truth = plain(counts.tolist())
    samples = np.random.default_rng(2).multinomial(400, counts / counts.sum(), size=200)
    intervals = [synergy(sample, draws=300) for sample in samples]
    held = [i for i in intervals if i is not None and i.low <= truth <= i.high]
    assert len(held) >= 170


@given(st.lists(st.integers(0, 40), min_size=8, max_size=8).filter(any))
@settings(max_examples=150, deadline=None)
def test_any_counts_as_the_definition_has_it(counts: list[int]) -> None:
    found = synergy(counts, draws=50)
    assert found is not None
    assert found.value == pytest.approx(plain(counts), abs=1e-12)
    assert -1 - 1e-9 <= found.low <= found.high <= 1 + 1e-9
    turned = [counts[COMBINATIONS.index((g, k, i))] for k, i, g in COMBINATIONS]
    again = synergy(turned, draws=50)
    assert again is not None
    assert again.value == pytest.approx(found.value, abs=1e-12)
