"""Distances, gaps and introductions: by hand, against the gaps of a search each, and by force."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from tests.graph.analysis.small_networks import joined

from ledwerk.graph.analysis import set_cover
from ledwerk.graph.analysis.distances import distances
from ledwerk.graph.analysis.gaps import gaps
from ledwerk.graph.analysis.introductions import introductions, ranked_gaps
from ledwerk.graph.analysis.projections import projection, two_mode
from ledwerk.graph.analysis.set_cover import greedy_cover, smallest_cover
from ledwerk.graph.analysis.tie_matrix import TieMatrix, matrix_of_pairs
from ledwerk.graph.lens import Lens
from ledwerk.graph.projection import Ties
from ledwerk.graph.store import TieRows

few = settings(max_examples=60, deadline=None, derandomize=True, database=None)
parties = st.integers(0, 11)
meetings = st.lists(st.sets(parties, min_size=1, max_size=4), max_size=12)
some = st.sets(parties)


def both(groups: list[set[int]]) -> tuple[Ties, TieMatrix]:
    """The dict based ties and the matrix of who meets whom, and nobody else."""
    rows = tuple((p, 100 + at) for at, group in enumerate(groups) for p in sorted(group))
    nodes = {n: (f"{n:03}", f"{n:03}", "Organisation") for n in [*range(12), *range(100, 112)]}
    ties = Ties(TieRows(1, rows, (), nodes))
    pairs = [(ties.id(a), ties.id(b), w) for a in range(12) for b, w in ties.near(a).items()]
    named = [(a, b, w) for a, b, w in pairs if a < b]
    return ties, matrix_of_pairs([f"{n:03}" for n in range(12)], named)


def named(numbers: set[int]) -> list[str]:
    return [f"{n:03}" for n in sorted(numbers)]


@few
@given(meetings, some, some)
def test_gaps_of_all_at_once_are_those_of_one_search_each(
    groups: list[set[int]], sources: set[int], targets: set[int]
) -> None:
    ties, matrix = both(groups)
    expected = [
        (ties.id(g.party), g.distance, [ties.id(one) for one in g.nearest],
         {ties.id(i.party): i.strength for i in g.introducers})
        for g in gaps(ties, sources, targets)
    ]  # fmt: skip
    found = ranked_gaps(matrix, named(sources), named(targets))
    assert [
        (g.party, g.distance, list(g.nearest), {i.introducer: i.strength for i in g.introducers})
        for g in found
    ] == expected
    far = distances(matrix, named(sources), named(targets))
    assert {party for party, d in far.items() if d != 1} == {g.party for g in found}
    assert all(far[g.party] == g.distance for g in found)


@few
@given(meetings, some, some)
def test_distances_are_those_of_networkx(
    groups: list[set[int]], sources: set[int], targets: set[int]
) -> None:
    _, matrix = both(groups)
    lengths = dict(nx.all_pairs_shortest_path_length(matrix.to_networkx()))
    assert distances(matrix, named(sources), named(targets)) == {
        s: min((lengths[s][t] for t in named(targets - {int(s)}) if t in lengths[s]), default=None)
        for s in named(sources)
    }


@few
@given(meetings, some, some)
def test_the_fewest_introducers_by_force(
    groups: list[set[int]], sources: set[int], targets: set[int]
) -> None:
    _, matrix = both(groups)
    graph = matrix.to_networkx()
    found = introductions(matrix, named(sources), named(targets))
    aims = set(named(targets))
    open_ = [s for s in named(sources) if not set(graph[s]) & (aims - {s})]
    ways = {s: {x for x in graph[s] if set(graph[x]) & (aims - {s})} for s in open_}
    closable = [s for s in open_ if ways[s]]
    fewest = next(
        size
        for size in range(13)
        if any(all(ways[s] & set(c) for s in closable) for c in combinations(sorted(graph), size))
    )
    assert (len(found.edges), found.bound, found.exact, found.ratio) == (fewest, fewest, True, 1.0)
    closed = [(one.party, edge.introducer, one) for edge in found.edges for one in edge.closes]
    assert sorted(party for party, _, _ in closed) == closable
    for party, who, one in closed:
        assert one.target in aims - {party}
        strengths = [graph[party][who]["weight"], graph[who][one.target]["weight"]]
        assert one.strength == min(strengths)
    assert found.gaps == len(open_)
    assert found.reached == len(closable)
    reach = {s: nx.node_connected_component(graph, s) & (aims - {s}) for s in open_}
    assert found.unreachable == sum(not reach[s] for s in open_)
    assert found.further == len(open_) - found.reached - found.unreachable


def covers(seed: int, things: int, sets: int) -> sparse.csr_array[Any]:
    """A random matrix in which each thing is in two sets at least."""
    random = np.random.default_rng(seed)
    dense = random.random((things, sets)) < 0.15
    for row in dense:
        row[random.choice(sets, 2, replace=False)] = True
    return sparse.csr_array(dense * random.integers(1, 5, (things, sets)).astype(float))


@pytest.mark.parametrize("seed", range(12))
def test_a_cover_without_branch_and_bound_keeps_its_promise(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds = covers(seed, 40, 25)
    rank = np.arange(25)
    exact = smallest_cover(holds, rank)
    assert exact.exact
    monkeypatch.setattr(set_cover, "EXACT_UP_TO", 0)
    found = smallest_cover(holds, rank)
    inside = holds.toarray() > 0
    for cover in (exact, found):
        assert inside[:, list(cover.chosen)].any(axis=1).all()
        for left_out in cover.chosen:  # none of them is superfluous
            rest = [one for one in cover.chosen if one != left_out]
            assert not inside[:, rest].any(axis=1).all()
    assert found.bound <= len(exact.chosen) <= len(found.chosen)
    assert len(found.chosen) <= len(greedy_cover(holds, rank)) <= found.ratio * len(exact.chosen)


def test_greedy_takes_the_largest_then_the_strongest_then_the_first() -> None:
    holds = np.array([[2.0, 1.0, 0, 0, 0], [2, 1, 0, 0, 0], [0, 0, 1, 3, 3]])
    assert greedy_cover(sparse.csr_array(holds), np.array([4, 0, 1, 3, 2])) == [0, 4]


def test_nothing_to_cover() -> None:
    found = smallest_cover(sparse.csr_array((0, 3)), np.arange(3))
    assert (found.chosen, found.bound, found.exact) == ((), 0, True)


def test_introductions_by_hand() -> None:
    """T is a campus. X knows A (twice), B and T; Y knows B, C and T (twice); D knows Z, Z knows A.

    E takes part in something alone.
    """
    net = joined(
        {"p1": "oA oX", "p2": "oA oX", "p3": "oX cT", "p4": "oB oX", "p5": "oB oY", "p6": "oC oY",
         "p7": "oY cT", "p8": "oY cT", "p9": "oD oZ", "pa": "oZ oA", "pb": "oE"},
    )  # fmt: skip
    two = two_mode(net, Lens())
    found = introductions(projection(two), ["oA", "oB", "oC", "oD", "oE"], ["cT"], met=two)
    assert (found.gaps, found.reached, found.further, found.unreachable) == (5, 3, 1, 1)
    assert (found.bound, found.exact) == (2, True)
    assert [(e.introducer, [c.party for c in e.closes]) for e in found.edges] == [
        ("oX", ["oA", "oB"]), ("oY", ["oC"]),
    ]  # fmt: skip
    first = found.edges[0].closes[0]
    assert (first.target, first.strength, first.met_party, first.met_target) == (
        "cT", 1.0, ("p1", "p2"), ("p3",),
    )  # fmt: skip
    assert first.met_in == ("p1", "p2", "p3")
    listed = ranked_gaps(projection(two), ["oB", "oD", "oE"], ["cT"], met=two)
    assert [(g.party, g.distance) for g in listed] == [("oB", 2), ("oD", 4), ("oE", None)]
    assert [(c.introducer, c.strength, c.could_close, c.met_in) for c in listed[0].introducers] == [
        ("oX", 1.0, 1, ("p4",)), ("oY", 1.0, 1, ("p5",)),
    ]  # fmt: skip
    assert [(c.introducer, c.could_close) for c in listed[1].introducers] == [("oZ", 0)]
    assert (
        ranked_gaps(projection(two), ["oB", "oD", "oE"], ["cT"], start=1, first=1)[0]
        == (ranked_gaps(projection(two), ["oB", "oD", "oE"], ["cT"])[1])
    )


def test_a_target_can_be_introduced_to_another_never_to_itself() -> None:
    """X knows T best, but T itself is who is looking for a campus."""
    net = joined({"p1": "oX cT", "p2": "oX cT", "p3": "oX cU"})
    two = two_mode(net, Lens())
    (edge,) = introductions(projection(two), ["cT"], ["cT", "cU"], met=two).edges
    assert [(c.party, c.target, c.strength) for c in edge.closes] == [("cT", "cU", 1.0)]


def test_empty_alone_and_unknown() -> None:
    nothing = matrix_of_pairs([], [])
    assert introductions(nothing, ["a"], ["b"]).gaps == 0
    assert ranked_gaps(nothing, ["a"], ["b"]) == []
    alone = matrix_of_pairs(["a"], [])
    found = introductions(alone, ["a", "nobody"], ["a"])
    assert (found.gaps, found.unreachable, found.edges) == (1, 1, ())
    assert distances(alone, ["a"], ["a"]) == {"a": None}


def test_among_names_equals_come_by_name() -> None:
    graph = nx.Graph([("p", "x2"), ("p", "x1"), ("x1", "t"), ("x2", "t")])
    (gap,) = ranked_gaps(graph, ["p"], ["t"])
    assert [c.introducer for c in gap.introducers] == ["x1", "x2"]
    assert [e.introducer for e in introductions(graph, ["p"], ["t"]).edges] == ["x1"]
