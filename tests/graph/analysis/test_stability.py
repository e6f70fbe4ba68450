"""Rank intervals: by hand where chance has no say, else by what must hold of every draw."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.analysis.random_graphs import SHAPES, any_graphs
from tests.graph.analysis.small_networks import joined

from ledwerk.graph.analysis import ranks
from ledwerk.graph.analysis.projections import TwoMode, projected, two_mode
from ledwerk.graph.analysis.stability import stability
from ledwerk.graph.analysis.tie_matrix import TieMatrix, matrix_of
from ledwerk.graph.lens import Lens, Weight
from ledwerk.schema.errors import InvalidQuestion


def degree(matrix: TieMatrix) -> Any:
    return matrix.degrees


def strength(matrix: TieMatrix) -> dict[Any, float]:
    return matrix.by_node(np.asarray(matrix.strengths.sum(axis=1)).ravel())


def test_nothing_dropped_nothing_moves() -> None:
    found = stability(nx.karate_club_graph(), degree, share=0.0, samples=3)
    assert all(one.low == one.rank == one.high for one in found.ranks)
    assert (found.spearman, found.jaccard, found.dropped) == (1.0, 1.0, "ties")
    assert [one.node for one in found.ranks[:2]] == [33, 0]


def test_everything_dropped_all_are_equal() -> None:
    found = stability(nx.star_graph(4), degree, share=1.0, samples=4, top=1)
    told = [(one.node, one.value, one.rank, one.low, one.high) for one in found.ranks]
    assert told == [(0, 4.0, 1, 1, 1), *((leaf, 1.0, 2, 1, 2) for leaf in range(1, 5))]
    assert found.spearman == 0.0
    assert found.jaccard == pytest.approx(1 / 5)  # the hub, of the five that share the first rank


def test_one_tie_of_a_path_is_dropped() -> None:
    # Either end may be cut off: it is then third, and the other and the middle are first.
    found = stability(nx.path_graph(3), degree, share=0.5, samples=200, level=1.0)
    by_node = {one.node: (one.rank, one.low, one.high) for one in found.ranks}
    assert by_node == {1: (1, 1, 1), 0: (2, 1, 3), 2: (2, 1, 3)}
    cut_off = stability(nx.path_graph(3), degree, share=0.5, samples=200, level=0.0)
    assert cut_off.ranks[0].high == 1


def test_exactly_the_share_is_dropped() -> None:
    left = []

    def counted(matrix: TieMatrix) -> Any:
        left.append(matrix.ties)
        return matrix.degrees

    stability(nx.complete_graph(5), counted, share=0.25, samples=3)
    assert left == [10, 8, 8, 8]


def test_activities_are_dropped_with_all_their_ties() -> None:
    two = two_mode(joined({"p1": "oA oB oC", "p2": "oA oD"}, "oE"), Lens())
    seen = set()

    def noted(matrix: TieMatrix) -> Any:
        seen.add(matrix.ties)
        return strength(matrix)

    found = stability(two, noted, share=0.5, samples=40, weight=Weight.NEWMAN)
    assert seen == {4, 3, 1}
    assert found.dropped == "activities"
    assert [(one.node, one.value) for one in found.ranks[:2]] == [("oA", 2.0), ("oB", 1.0)]
    last = found.ranks[-1]
    assert (last.node, last.rank, last.low, last.high) == ("oE", 5, 3, 5)


def test_a_tenancy_counts_as_one_activity() -> None:
    made = joined({"p1": "oA oB"}, "cC")
    rows = made.relation("PARTNER_IN")
    places = np.array([[made.numbers["oB"], made.numbers["cC"]]])
    two = two_mode(made, Lens())
    rented = TwoMode(
        made, two.members, two.meetings, two.incidence,
        np.sort(np.searchsorted(two.members, places), axis=1), two.budgets,
    )  # fmt: skip
    assert len(rows) == 2
    seen = set()

    def noted(matrix: TieMatrix) -> Any:
        seen.add(tuple(matrix.degrees.tolist()))
        return matrix.degrees

    stability(rented, noted, share=0.5, samples=40)
    order = [made.ids[place] for place in two.members.tolist()]
    assert order == ["cC", "oA", "oB"]
    assert seen == {(1, 1, 2), (1, 0, 1), (0, 1, 1)}


def test_whoever_has_no_value_is_last() -> None:
    def odd(matrix: TieMatrix) -> dict[Any, float | None]:
        return {node: None if node == 0 else float(node) for node in matrix.nodes}

    high = stability(nx.path_graph(3), odd, samples=2)
    assert [(one.node, one.value) for one in high.ranks] == [(2, 2.0), (1, 1.0), (0, None)]
    low = stability(nx.path_graph(3), odd, samples=2, lowest_first=True)
    assert [one.node for one in low.ranks] == [1, 2, 0]


def test_a_seed_decides_and_progress_is_told() -> None:
    told: list[float] = []
    graph = nx.karate_club_graph()
    one = stability(graph, degree, samples=8, seed=5, progress=told.append)
    assert stability(graph, degree, samples=8, seed=5) == one
    assert stability(graph, degree, samples=8, seed=6) != one
    assert told == [(n + 1) / 8 for n in range(8)]
    assert 0 < one.spearman < 1


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape(shape: str) -> None:
    found = stability(SHAPES[shape], degree, share=0.3, samples=4)
    assert len(found.ranks) == len(SHAPES[shape])


@pytest.mark.parametrize("wrong", [{"share": 1.1}, {"level": -0.1}, {"samples": 0}])
def test_what_cannot_be_drawn_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidQuestion, match=next(iter(wrong))):
        stability(nx.path_graph(3), degree, **wrong)


@settings(max_examples=50)
@given(any_graphs(), st.floats(0, 1), st.floats(0, 1))
def test_the_recorded_rank_is_within(graph: Any, share: float, level: float) -> None:
    found = stability(graph, degree, share=share, samples=5, level=level)
    assert all(1 <= one.low <= one.rank <= one.high <= len(graph) for one in found.ranks)
    expected = ranks.places(matrix_of(graph).degrees)
    assert {one.node: one.rank for one in found.ranks} == dict(
        zip(graph.nodes, expected.tolist(), strict=True)
    )
    assert -1 <= found.spearman <= 1
    assert 0 <= found.jaccard <= 1


def test_a_budget_that_nobody_knows_stays_a_tie() -> None:
    matrix = projected(joined({"p1": "oA oB"}), Lens(weight=Weight.BUDGET))
    assert stability(matrix, degree, share=0.0, samples=1).ranks[0].value == 1.0
