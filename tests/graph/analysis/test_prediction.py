"""Predicted ties: by hand, against NetworkX and plain counting, and held against what came."""

from __future__ import annotations

from itertools import combinations
from math import log
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.analysis.small_networks import joined, network

from ledwerk.graph.analysis import prediction
from ledwerk.graph.analysis.prediction import PredictedTie, Score, Scored, foremost, predicted_ties
from ledwerk.graph.analysis.prediction_quality import evaluate
from ledwerk.graph.analysis.projections import projected, two_mode
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network
from ledwerk.schema.errors import InvalidQuestion

PARTIES = [f"o{n}" for n in range(8)]
MEETINGS = st.lists(st.sets(st.sampled_from(PARTIES), max_size=4), max_size=7)


def made_of(meetings: list[set[str]]) -> Network:
    said = {f"p{n}": " ".join(sorted(inside)) for n, inside in enumerate(meetings)}
    return joined(said, *PARTIES)


def plain(meetings: list[set[str]], score: Score) -> dict[tuple[str, str], float]:
    """Every pair without a tie but with a neighbour in common, and its score, one by one."""
    shared = [inside for inside in meetings if len(inside) > 1]
    near = {
        one: {other for inside in shared if one in inside for other in inside} - {one}
        for one in PARTIES
    }
    found = {}
    for one, two in combinations(PARTIES, 2):
        between = near[one] & near[two]
        if two not in near[one] and between:
            found[one, two] = sum(_said(shared, near, score, one, two, z) for z in between)
            if score is Score.DEGREES:
                found[one, two] = len(near[one]) * len(near[two])
    return found


def _said(shared: Any, near: Any, score: Score, one: str, two: str, z: str) -> float:
    k, d = len(near[z]), sum(z in inside for inside in shared)
    sides = [[len(inside) for inside in shared if {party, z} <= inside] for party in (one, two)]
    evenly, by_log = (
        [sum(worth(n) for n in side) for side in sides]
        for worth in (lambda n: 1 / (n - 1), lambda n: 1 / log(n))
    )
    return {
        Score.ADAMIC_ADAR: 1 / log(k),
        Score.RESOURCE_ALLOCATION: 1 / k,
        Score.ADAMIC_ADAR_MET: by_log[0] * by_log[1] / log(1 + d),
        Score.RESOURCE_ALLOCATION_MET: evenly[0] * evenly[1] / d,
        Score.DEGREES: 0.0,
    }[score]


@settings(max_examples=60)
@given(MEETINGS, st.sampled_from(Score), st.integers(1, 12))
def test_the_first_are_those_of_a_plain_count(
    meetings: list[set[str]], score: Score, first: int
) -> None:
    found = predicted_ties(two_mode(made_of(meetings), Lens()), first, score)
    expected = plain(meetings, score)
    listed = sorted(expected, key=lambda pair: (-round(expected[pair], 9), pair))[:first]
    assert [(tie.one, tie.two) for tie in found] == listed
    assert [tie.score for tie in found] == pytest.approx([expected[pair] for pair in listed])


@settings(max_examples=30)
@given(MEETINGS)
def test_the_scores_between_parties_are_networkxs(meetings: list[set[str]]) -> None:
    made = made_of(meetings)
    graph = projected(made, Lens()).to_networkx()
    pairs = list(nx.non_edges(graph))
    scored = Scored(two_mode(made, Lens()))
    rows = {node: row for row, node in enumerate(graph.nodes)}
    one, two = (np.array([rows[pair[side]] for pair in pairs], dtype=np.int64) for side in (0, 1))
    for score, theirs in (
        (Score.ADAMIC_ADAR, nx.adamic_adar_index),
        (Score.RESOURCE_ALLOCATION, nx.resource_allocation_index),
        (Score.DEGREES, nx.preferential_attachment),
    ):
        expected = [value for *_, value in theirs(graph, pairs)]
        assert scored.of_pairs(score, one, two).tolist() == pytest.approx(expected)


def test_blocks_of_rows_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    meetings = [{PARTIES[n] for n in rng.integers(8, size=3)} for _ in range(5)]
    scored = Scored(two_mode(made_of(meetings), Lens()))
    whole, pairs = foremost(scored, list(Score), 4)
    told: list[float] = []
    monkeypatch.setattr(prediction, "_ROWS", 1)
    parts, again = foremost(scored, list(Score), 4, progress=told.append)
    assert again == pairs == len(plain(meetings, Score.ADAMIC_ADAR)) > 0
    for one, two in zip(whole, parts, strict=True):
        assert [side.tolist() for side in one] == [side.tolist() for side in two]
    assert len(told) > 3
    assert told[-1] == 1.0
    monkeypatch.setattr(prediction, "_PRODUCTS", 1)
    assert foremost(scored, [Score.DEGREES], 4)[1] == pairs


def test_who_has_met_twice_says_more() -> None:
    made = joined({"p1": "oA oB", "p2": "oA oB", "p3": "oB oC", "p4": "oB oD oE"})
    (first, *_) = predicted_ties(two_mode(made, Lens()), 3, Score.RESOURCE_ALLOCATION_MET)
    assert first == PredictedTie("oA", "oC", 0.5, 1, ("oB",))  # 2 x 1 / 4
    (crowd,) = [
        tie
        for tie in predicted_ties(two_mode(made, Lens()), 9, Score.RESOURCE_ALLOCATION_MET)
        if (tie.one, tie.two) == ("oA", "oD")
    ]
    assert crowd.score == pytest.approx(2 * 0.5 / 4)


def test_through_whom_and_in_which_order() -> None:
    made = joined({"p1": "oA oX", "p2": "oX oB", "p3": "oA oY", "p4": "oY oB", "p5": "oX oC"})
    first, second, *_ = predicted_ties(two_mode(made, Lens()))
    assert (first.one, first.two, first.shared, first.through) == ("oX", "oY", 2, ("oA", "oB"))
    # oX has three ties and oY two, which so says more, though it comes later by name.
    assert (second.one, second.two, second.shared, second.through) == (
        "oA", "oB", 2, ("oY", "oX"),
    )  # fmt: skip
    assert second.score == pytest.approx(1 / 2 + 1 / 3)
    _, short, *_ = predicted_ties(two_mode(made, Lens()), through=1)
    assert (short.shared, short.through) == (2, ("oY",))


def test_a_tenancy_is_a_way_too() -> None:
    made = network(
        {"oA": {}, "oB": {}, "cC": {}}, [("TENANT_OF", "oA", "cC"), ("TENANT_OF", "oB", "cC")]
    )
    for score in Score:
        (only,) = predicted_ties(two_mode(made, Lens()), score=score)
        assert (only.one, only.two, only.through) == ("oA", "oB", ("cC",))
        assert only.score > 0


@pytest.mark.parametrize("meetings", [[], [{"o1"}], [{"o1", "o2"}], [{"o1", "o2", "o3"}]])
@pytest.mark.parametrize("score", Score)
def test_nothing_to_predict(meetings: list[set[str]], score: Score) -> None:
    assert predicted_ties(two_mode(made_of(meetings), Lens()), score=score) == ()


def test_an_empty_network_and_none_asked_for() -> None:
    assert predicted_ties(two_mode(network({}, []), Lens())) == ()
    made = joined({"p1": "oA oB", "p2": "oB oC"})
    assert predicted_ties(two_mode(made, Lens()), 0) == ()


# A and C have B in common, and so have C and D; later A and C meet, and so do A and E, who is near
# nobody, and F, who was not there.
BEFORE = {"p1": "oA oB", "p2": "oB oC", "p3": "oB oD", "p4": "oE oG", "p5": "oA oB"}
AFTER = {"p6": "oA oC oF", "p7": "oA oE", "p8": "oA oB"}


def later() -> Network:
    activities = BEFORE | AFTER
    parties = {party for inside in activities.values() for party in inside.split()}
    nodes: dict[str, dict[str, Any]] = {party: {} for party in parties}
    for name in activities:
        start = "2014-01-01" if name in BEFORE else "2016-05-01"
        nodes[name] = {"start": start, "end": "2020-12-31"}
    links = [("PARTNER_IN", o, p) for p, inside in activities.items() for o in inside.split()]
    return network(nodes, links)


def test_what_came_is_held_against_what_was_foretold() -> None:
    found = evaluate(later(), cut="2016", first=(1, 3, 9))
    assert (found.cut, found.known, found.later) == ("2016-01-01", 5, 3)
    assert (found.parties, found.came) == (6, 2)  # A-C and A-E
    assert (found.near, found.near_came, found.chance) == (3, 1, pytest.approx(1 / 3))
    by_score = {one.score: one for one in found.qualities}
    met = by_score[Score.RESOURCE_ALLOCATION_MET]
    # A-C and A-D share the first place, and A-C is first by name; C-D is last.
    assert met.precision == ((1, 1.0), (3, pytest.approx(1 / 3)), (9, pytest.approx(1 / 3)))
    # Of 15 pairs 4 have a tie, 2 came, 9 did not: A-D as high as A-C, C-D lower, 7 at nothing.
    assert met.auc == pytest.approx(((0.5 + 8) + (7 * 0.5)) / 18)
    assert met.near_auc == pytest.approx((0.5 + 1) / 2)
    plain_score = by_score[Score.ADAMIC_ADAR]
    assert plain_score.auc == pytest.approx((1.0 + 7 + 7 * 0.5) / 18)
    assert plain_score.near_auc == 0.5


def test_the_cut_is_where_a_share_had_begun() -> None:
    found = evaluate(later(), share=0.6)
    assert (found.cut, found.known) == ("2016-05-01", 5)


def test_few_pairs_are_drawn_and_the_seed_decides_which() -> None:
    one = evaluate(later(), cut="2016", sampled=2, seed=1)
    assert evaluate(later(), cut="2016", sampled=2, seed=1) == one
    aucs = {evaluate(later(), cut="2016", sampled=2, seed=n).qualities[0].auc for n in range(6)}
    assert len(aucs) > 1


def test_nothing_came() -> None:
    found = evaluate(later(), cut="2018")
    assert (found.later, found.came, found.near_came) == (0, 0, 0)
    assert all(one.auc is None for one in found.qualities)
    assert all(share == 0.0 for one in found.qualities for _, share in one.precision)


def test_without_any_date_there_is_no_cut() -> None:
    with pytest.raises(InvalidQuestion, match="name a cut date"):
        evaluate(joined(BEFORE))
    assert evaluate(joined(BEFORE), cut="2016").came == 0


def test_a_score_that_heeds_pairs_beats_the_baseline_where_friends_of_friends_meet() -> None:
    rng = np.random.default_rng(1)
    nodes: dict[str, dict[str, Any]] = {f"o{n}": {} for n in range(60)}
    links = []
    for p in range(150):  # six circles of ten, who meet among themselves
        circle = int(rng.integers(6))
        nodes[f"p{p}"] = {"start": f"20{10 + p // 30}-01-01"}
        inside = circle * 10 + rng.choice(10, size=3, replace=False)
        links += [("PARTNER_IN", f"o{n}", f"p{p}") for n in inside]
    found = evaluate(network(nodes, links), share=0.3, first=())
    by_score = {one.score: one for one in found.qualities}
    baseline = by_score.pop(Score.DEGREES)
    assert baseline.auc is not None
    for one in by_score.values():
        assert one.auc is not None
        assert one.auc > baseline.auc + 0.2
